"""Names and texts of the generated code."""

import textwrap
from collections.abc import Iterable
from typing import cast


def param_name(component: str) -> str:
    """The name of a component where it stands in a request."""
    return component if component.endswith(("Request", "Param")) else f"{component}Param"


def unique(values: Iterable[str]) -> list[str]:
    """The values without repetition, in order."""
    return list(dict.fromkeys(values))


def clean(text: str) -> str:
    """A description as one paragraph that is safe inside a docstring."""
    return " ".join(text.split()).replace("\\", "\\\\").replace('"""', "'''")


def wrap(text: str, indent: int, hanging: int = 0) -> str:
    """Breaks a paragraph into lines of at most 100 columns; its first line is indented already."""
    lines = textwrap.wrap(
        text,
        100 - indent,
        subsequent_indent=" " * hanging,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return ("\n" + " " * indent).join(lines)


def literal(value: object) -> str:
    """A Python literal; tuples for lists."""
    return repr(tuple(cast("list[object]", value)) if isinstance(value, list) else value)
