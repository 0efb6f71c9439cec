"""The description's schemas, as one generation of the API has them."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, cast

from ..generations import Generation

_VERDICTS = "x-availability"


@cache
def description() -> dict[str, Any]:
    """Return the schemas that ship with the generated client: `schemas` and `queries`."""
    text = files("openai_assistants_rest").joinpath("schemas.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(text))


@cache
def schemas_of(generation: Generation) -> dict[str, Any]:
    """Return every named schema without what the generation does not have."""
    named: dict[str, Any] = description()["schemas"]
    return {name: prune(schema, generation) for name, schema in named.items()}


@cache
def queries_of(generation: Generation) -> dict[str, Any]:
    """Return the schemas of the query parameters by operation."""
    queries: dict[str, Any] = description()["queries"]
    return {name: prune(schema, generation) for name, schema in queries.items()}


def prune(schema: Any, generation: Generation) -> Any:
    """Leave out every property and union member that is a `no` for the generation."""
    if isinstance(schema, list):
        members = cast("list[Any]", cast("object", schema))
        return [prune(one, generation) for one in members if _has(one, generation)]
    if not isinstance(schema, dict):
        return schema
    result: dict[str, Any] = {}
    for key, value in cast("dict[str, Any]", schema).items():
        if key == _VERDICTS:
            continue
        if key == "properties":
            kept = {name: one for name, one in value.items() if _has(one, generation)}
            result[key] = {name: prune(one, generation) for name, one in kept.items()}
        else:
            result[key] = prune(value, generation)
    return result


def _has(schema: Any, generation: Generation) -> bool:
    if not isinstance(schema, dict):
        return True
    verdicts: dict[str, Any] = cast("dict[str, Any]", schema).get(_VERDICTS, {})
    return not generation.lacks(verdicts)
