"""Read query parameters, which are all text, as the types their schema declares."""

import re
from collections.abc import Sequence
from typing import Any

from ..providers import ApiVersion
from .schemas import queries_of, schemas_of

_INTEGER = re.compile(r"-?\d{1,18}")


def read_query(
    operation: str, pairs: Sequence[tuple[str, str]], api_version: ApiVersion
) -> dict[str, Any]:
    """Return the parameters of an operation by their names; unknown ones are left out.

    A number that cannot be read as one stays text, for the schema to complain about.
    """
    declared: dict[str, Any] = queries_of(api_version).get(operation, {}).get("properties", {})
    result: dict[str, Any] = {}
    for name, text in pairs:
        known = name if name in declared else f"{name}[]"
        if declared.get(known, False) is False:
            continue
        kind = _kind(declared[known], api_version)
        if kind == "array":
            result.setdefault(known, []).append(text)
        elif kind == "integer" and _INTEGER.fullmatch(text):
            result[known] = int(text)
        else:
            result[known] = text
    return result


def _kind(schema: dict[str, Any], api_version: ApiVersion) -> str | None:
    while "$ref" in schema:
        schema = schemas_of(api_version)[schema["$ref"].rpartition("/")[2]]
    kind: str | None = schema.get("type")
    return kind
