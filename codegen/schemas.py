"""The description's request schemas, in the form the service validates requests by."""

from collections.abc import Iterable
from typing import Any

from .description import Json, is_array, is_object
from .document import Document, Parameter

# What only people and the generator read.
_DROPPED = frozenset({"description", "x-group", "x-page", "example", "examples", "deprecated"})


def for_validation(document: Document, names: Iterable[str]) -> Json:
    """The named schemas, and one for the query parameters of each operation that has any.

    References are to `#/schemas/...`, so that the result is a JSON Schema document of its own;
    `x-availability` is kept, for the service prunes what the asked version does not have.
    """
    queries = {
        operation: query
        for operation, parameters in document.parameters.items()
        if (query := _query(parameters.values()))
    }
    return {
        "schemas": {name: _plain(document.schemas[name]) for name in sorted(names)},
        "queries": queries,
    }


def _query(parameters: Iterable[Parameter]) -> Json | None:
    properties: Json = {}
    for one in parameters:
        if one.location == "query":
            availability = {"x-availability": one.availability} if one.availability else {}
            properties[one.name] = {**_plain(one.schema), **availability}
    if not properties:
        return None
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _plain(node: Any) -> Any:
    if is_array(node):
        return [_plain(item) for item in node]
    if not is_object(node):
        return node
    result: Json = {}
    for key, value in node.items():
        if key == "$ref":
            result[key] = value.replace("#/components/schemas/", "#/schemas/")
        elif key == "properties":
            result[key] = {name: _plain(sub) for name, sub in value.items()}
        elif key not in _DROPPED:
            result[key] = _plain(value)
    return result
