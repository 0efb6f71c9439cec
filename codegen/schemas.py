"""The description's request schemas, in the form the service validates requests by."""

from collections.abc import Iterable
from typing import Any

from .description import Description, Json, is_array, is_object

# What only people and the generator read.
_DROPPED = frozenset({"description", "x-group", "x-page", "example", "examples", "deprecated"})


def for_validation(description: Description, names: Iterable[str]) -> Json:
    """The named schemas, and one for the query parameters of each operation that has any.

    References are to `#/schemas/...`, so that the result is a JSON Schema document of its own;
    `x-availability` is kept, for the service prunes what the asked version does not have.
    """
    queries = {
        operation["operationId"]: query
        for path, _, operation in description.operations()
        if (query := _query(description.parameters(path, operation)))
    }
    return {
        "schemas": {name: _plain(description.schemas[name]) for name in sorted(names)},
        "queries": queries,
    }


def _query(parameters: list[Json]) -> Json | None:
    properties: Json = {}
    for one in parameters:
        if one["in"] == "query":
            availability = {key: one[key] for key in one if key == "x-availability"}
            properties[one["name"]] = {**_plain(one["schema"]), **availability}
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
