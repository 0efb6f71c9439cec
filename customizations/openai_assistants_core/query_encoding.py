"""Values of a query string or a form, as the pairs of text that are sent."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from .sentinel import NOT_GIVEN


def flatten(name: str, value: object) -> Iterator[tuple[str, str]]:
    """The pairs of one value: a list repeats its name, an object puts its keys into brackets.

    What is None or NOT_GIVEN is left out: neither a query nor a form has a null.
    """
    if value is None or value is NOT_GIVEN:
        return
    if isinstance(value, Mapping):
        for key, item in cast("Mapping[str, Any]", value).items():
            yield from flatten(f"{name}[{key}]", item)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in cast("list[Any]", value):
            yield from flatten(name, item)
    elif hasattr(value, "to_dict"):
        yield from flatten(name, cast("Any", value).to_dict())
    else:
        yield name, _text(value)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
