"""The description's schemas, as one API version of the API has them."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, cast

from ..providers import ApiVersion
from . import extension

_VERDICTS = "x-availability"


@cache
def description() -> dict[str, Any]:
    """Return the schemas that ship with the generated client: `schemas` and `queries`."""
    text = files("openai_assistants_rest").joinpath("schemas.json").read_text("utf-8")
    return cast("dict[str, Any]", json.loads(text))


@cache
def schemas_of(api_version: ApiVersion) -> dict[str, Any]:
    """Return every named schema without what the API version does not have."""
    named: dict[str, Any] = {**description()["schemas"], **extension.SCHEMAS}
    return {name: prune(schema, api_version) for name, schema in named.items()}


@cache
def queries_of(api_version: ApiVersion) -> dict[str, Any]:
    """Return the schemas of the query parameters by operation."""
    queries: dict[str, Any] = dict(description()["queries"])
    queries.update({name: queries[like] for name, like in extension.QUERIES.items()})
    return {name: prune(schema, api_version) for name, schema in queries.items()}


def prune(schema: Any, api_version: ApiVersion) -> Any:
    """Leave out every union member that is a `no` for the API version.

    A property that is one has the schema `False`, which nothing matches.
    """
    if isinstance(schema, list):
        members = cast("list[Any]", cast("object", schema))
        return [prune(one, api_version) for one in members if _has(one, api_version)]
    if not isinstance(schema, dict):
        return schema
    result: dict[str, Any] = {}
    for key, value in cast("dict[str, Any]", schema).items():
        if key == _VERDICTS:
            continue
        if key == "properties":
            result[key] = {
                name: _has(one, api_version) and prune(one, api_version)
                for name, one in value.items()
            }
        else:
            result[key] = prune(value, api_version)
    return result


def _has(schema: Any, api_version: ApiVersion) -> bool:
    if not isinstance(schema, dict):
        return True
    verdicts: dict[str, Any] = cast("dict[str, Any]", schema).get(_VERDICTS, {})
    return not api_version.lacks(verdicts)
