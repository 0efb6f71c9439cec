"""Bodies made from the schemas of the description."""

from collections.abc import Iterator
from typing import Any

from openai_assistants_rest.operations import OPERATIONS
from openai_assistants_service.http.providers import ApiVersion
from openai_assistants_service.http.validation.schemas import schemas_of

BODIES = sorted({one.body for one in OPERATIONS.values() if one.body is not None})
Path = tuple[str | int, ...]


def samples(schema: Any, api_version: ApiVersion, depth: int = 0) -> list[Any]:
    """Return values with every member that a schema knows: one for each member of a union."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return samples(schemas_of(api_version)[name], api_version, depth)
    if union := schema.get("anyOf") or schema.get("oneOf"):
        members = [one for one in union if depth < 6 or "CompoundFilter" not in one.get("$ref", "")]
        return [value for one in members for value in samples(one, api_version, depth + 1)]
    kind = schema.get("type")
    kind = kind if isinstance(kind, str) else kind[0]
    if kind == "object":
        return objects(schema, api_version, depth)
    if kind == "array":
        inner = samples(schema["items"], api_version, depth + 1)
        return [[one] for one in inner]
    plain = {
        "null": [],
        "string": [schema.get("const") or schema.get("enum", ["text"])[0]],
        "boolean": [True],
    }
    return plain.get(kind, [schema.get("minimum", 1)])


def objects(schema: Any, api_version: ApiVersion, depth: int) -> list[dict[str, Any]]:
    members = {
        name: samples(one, api_version, depth + 1)
        for name, one in schema.get("properties", {}).items()
        if one is not False
    }
    most = max(map(len, members.values()), default=1)
    return [
        {name: some[min(number, len(some) - 1)] for name, some in members.items()}
        for number in range(most)
    ]


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Return the path of every member of every object."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield (*path, name)
            yield from places(one, (*path, name))
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from places(one, (*path, index))
