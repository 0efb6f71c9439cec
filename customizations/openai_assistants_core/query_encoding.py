"""Values of a query string or a form, as the pairs of text that are sent."""

import json
from collections.abc import Iterator
from typing import cast


def flatten(name: str, value: object) -> Iterator[tuple[str, str]]:
    """The pairs of one JSON value: a list repeats its name, an object puts its keys into brackets.

    None is left out: neither a query nor a form has a null.
    """
    if isinstance(value, dict):
        for key, item in cast("dict[str, object]", value).items():
            yield from flatten(f"{name}[{key}]", item)
    elif isinstance(value, list):
        for item in cast("list[object]", value):
            yield from flatten(name, item)
    elif value is not None:
        yield name, value if isinstance(value, str) else json.dumps(value)
