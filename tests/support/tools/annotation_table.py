"""The table of annotations in docs/tools.md.

`python -m tests.support.tools.annotation_table` writes it.
"""

import json
import re
from pathlib import Path
from typing import Any

from openai_assistants.tools import ToolDefinitionError

from .make_signature import tool_with

PAGE = Path(__file__).resolve().parents[3] / "docs" / "tools.md"
_BLOCK = re.compile(r"(?<=<!-- annotations -->\n).*(?=<!-- end of annotations -->)", re.S)

# What stands behind the name of a parameter, and what there is to say of it.
ROWS = [
    ("str", ""),
    ("int", ""),
    ("float", "an integer is taken too"),
    ("bool", ""),
    ("int = 3", "null stands for the default"),
    ("str = None", "the same, whatever the default is"),
    ("Optional[int]", "null is a value"),
    ("Optional[int] = None", ""),
    ("int | str", ""),
    ('Literal["C", "F"]', ""),
    ("Color", "`enum.Enum`, by value; all of its values text, or all integers"),
    ("Level", "`enum.IntEnum`"),
    ("list[int]", "also `Sequence[int]`, `tuple[int, ...]`"),
    ("set[int]", "duplicates are dropped"),
    ("tuple[float, float]", ""),
    ("tuple[str, int]", ""),
    ("dict[str, int]", ""),
    ("Any", "also `object` within pydantic models; bare `list` and `dict` are not strict either"),
    ("datetime", "aware; the decoder takes a naive one as well"),
    ("date", ""),
    ("time", "as `datetime`"),
    ("timedelta", "ISO 8601, days to seconds"),
    ("UUID", ""),
    ("Decimal", "the decoder takes numbers too"),
    ("bytes", "base64"),
    ('Annotated[int, "How many"]', "text is a description"),
    ("Annotated[int, Meta(ge=1, le=9)]", "`msgspec.Meta`"),
    ("Annotated[int, annotated_types.Ge(1)]", "annotated-types; not in fields of classes"),
    ('Annotated[str, Field(pattern="^[A-Z]+$")]', "pydantic's `Field`, likewise"),
    (
        "Annotated[str, Meta(max_length=9)]",
        "strict has no lengths of text: the decoder holds to it",
    ),
    ("Point", "dataclass; descriptions from its docstring"),
    ("Person", "`TypedDict`; what is `NotRequired` may be null"),
    ("Place", "attrs; its validators run"),
    ("Spot", "`msgspec.Struct`"),
    ("Shape", "union of Structs with tags"),
    ("Model", "pydantic: its own schema, its own validation"),
    ("Point | Person", "give one of them a tag: two `msgspec.Struct`"),
    ("datetime | str", "a text can be only one of them"),
    ("complex", ""),
]


def table() -> str:
    """The table, in Markdown."""
    lines = ["| Annotation | Schema | Strict | |", "| --- | --- | --- | --- |"]
    for annotation, note in ROWS:
        schema, strict = _outcome(annotation)
        cells = (f"`{annotation}`", schema, strict, note)
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def _outcome(annotation: str) -> tuple[str, str]:
    try:
        made = tool_with(f"value: {annotation}")
    except ToolDefinitionError:
        return "refused", ""
    schema: Any = made.parameters["properties"]["value"]
    definitions = made.parameters.get("$defs", {})
    if schema.keys() == {"$ref"}:
        schema = definitions[schema["$ref"].rpartition("/")[2]]
    return f"`{json.dumps(schema, ensure_ascii=False)}`", "yes" if made.strict else "no"


def with_table(page: str) -> str:
    """The page with the table as it is now."""
    return _BLOCK.sub(lambda _: "\n" + table() + "\n", page)


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
