"""Text as it is printed: without control characters, in cells of a table, as JSON. No I/O."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from openai_assistants_core.model import at_time

# All of C0 but line feed and tab, DEL, and C1: a name or an answer must not move the cursor, ring,
# or rename the window of a terminal (ECMA-48). Embeddings, overrides and isolates of Unicode's
# bidirectional algorithm (UAX 9) let it show text in another order than it has, such as the name of
# a program as that of a picture. Lone surrogates cannot be written at all.
_ABOVE_ASCII = r"\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_CONTROL = re.compile(rf"[\x00-\x08\x0b-\x1f{_ABOVE_ASCII}]")
_UNSAFE_IN_JSON = re.compile(rf"[{_ABOVE_ASCII}]")
_TIMES = re.compile(r"(?:_at|_on)$")


def printable(text: str) -> str:
    """The text with its control characters as escapes, but for line breaks and tabs."""
    return _CONTROL.sub(lambda found: _escape(found[0]), text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The text on a line of its own, to be a cell of a table."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def cell(value: object) -> str:
    """A value as a cell: nothing for None, a moment in UTC, words with commas, else JSON."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, (list, tuple)):
        return _list_cell(cast("Sequence[Any]", value))
    return to_json(value, indent=None)


def _list_cell(items: Sequence[Any]) -> str:
    words = all(isinstance(item, str) for item in items)
    return ", ".join(map(cell, items)) if words else to_json(items, indent=None)


def to_json(value: object, indent: int | None = 2) -> str:
    """A JSON text that a terminal takes no orders from."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def fields(shown: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The fields of an object with their values as cells; times are moments."""
    return [
        (name, cell(_moment(value) if _TIMES.search(name) else value))
        for name, value in shown.items()
    ]


def tab_separated(rows: Iterable[Iterable[str]]) -> str:
    """Rows of cells, each on a line."""
    return "".join("\t".join(row) + "\n" for row in rows)


def _moment(value: object) -> object:
    return (at_time(value) or value) if type(value) is int else value


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
