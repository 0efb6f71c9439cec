"""Read JSON as facts: an object is one, and each of its plain fields together with its name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from .loading import load

_NAMING = ("name", "title", "label", "id", "key")


def records(text: str) -> list[str]:
    """Return the facts in a JSON text, or in lines of JSON; nothing where it is neither."""
    try:
        return list(_facts(load(text), ""))
    except ValueError:
        return [fact for line in text.splitlines() for fact in _line(line)]


def _line(line: str) -> list[str]:
    """Read a line that is an object by itself, as in the middle of a list."""
    try:
        return list(_facts(load(line.strip().rstrip(",")), ""))
    except ValueError:
        return []


def _facts(content: Any, about: str) -> Iterator[str]:
    """Go through objects and lists; `about` names what they belong to."""
    if isinstance(content, list):
        for item in cast("Sequence[Any]", content):
            yield from _facts(item, about)
    elif isinstance(content, Mapping):
        fields = cast("Mapping[str, Any]", content)
        plain = {key: value for key, value in fields.items() if not _is_nested(value)}
        name = next((str(plain[key]) for key in _NAMING if key in plain), about)
        if plain:
            yield ", ".join(f"{key}: {value}" for key, value in plain.items())
        for key, value in plain.items():
            yield f"{name}: {key} {value}" if name and str(value) != name else f"{key}: {value}"
        for key, value in fields.items():
            if _is_nested(value):
                yield from _facts(value, f"{name} {key}".strip())
    elif about:
        yield f"{about}: {content}"


def _is_nested(value: object) -> bool:
    return isinstance(value, Mapping | list)
