"""What makes an object of the text of a message.

It stands in the client package, on which this one does not depend; so that one names it here.
"""

from typing import Any, TypeVar

from .lazy import load

T = TypeVar("T")

_parser = ""


def use_parser(place: str) -> None:
    """Names the function, as "module:name", that takes a type and a text and gives an object."""
    global _parser  # noqa: PLW0603
    _parser = place


def parse_text(type_: type[T], text: str) -> T:
    """An object of a type, from a JSON text.

    Raises:
        RuntimeError: the client package is not imported.
    """
    if not _parser:
        raise RuntimeError("import openai_assistants first")
    parse: Any = load(_parser)
    parsed: T = parse(type_, text)
    return parsed
