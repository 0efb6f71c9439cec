"""Find the operation that a path belongs to: one of the description, or of our extension."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from attrs import frozen

from openai_assistants_core import Operation
from openai_assistants_core.transfer_extension import OPERATIONS as EXTENSION
from openai_assistants_rest.operations import OPERATIONS

from ..errors import ApiError
from .providers import Address, unknown_url

_NAME = re.compile(r"\\\{(\w+)\\\}")


@frozen
class Route:
    """A path of the description; one method each for what can be done there."""

    pattern: re.Pattern[str]
    operations: Mapping[str, Operation[Any]]


def _routes() -> list[Route]:
    """Return the paths, those without names in them first, so that /threads/runs is no thread."""
    by_path: dict[str, dict[str, Operation[Any]]] = {}
    for operation in (*OPERATIONS.values(), *EXTENSION.values()):
        by_path.setdefault(operation.path, {})[operation.method] = operation
    paths = sorted(by_path, key=lambda path: (path.count("{"), path))
    return [
        Route(re.compile(_NAME.sub(r"(?P<\1>[^/]+)", re.escape(path))), by_path[path])
        for path in paths
    ]


_ROUTES = _routes()


def find(address: Address, method: str, path: str) -> tuple[Operation[Any], dict[str, str]]:
    """Return the operation and the values in its path.

    Raises:
        ApiError: the API version has nothing there (404), or not with this method (405).
    """
    withheld = False
    for route in _ROUTES:
        match = route.pattern.fullmatch(address.path)
        if match is None:
            continue
        served = {
            name: operation
            for name, operation in route.operations.items()
            if address.serves(operation.availability)
        }
        if method in served:
            values = {name: unquote(value) for name, value in match.groupdict().items()}
            return served[method], values
        withheld = withheld or method in route.operations
        if served and not withheld:
            raise ApiError(405, f"Not allowed to {method} on {path}.")
    raise unknown_url(method, path, azure=address.azure)
