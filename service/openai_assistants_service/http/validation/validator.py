"""Check a value against a schema, and take out the nulls that mean absence.

The first error ends it. What costs nothing is looked at first: the length of an array before its
items, the names of members before their values, and of a union only the member that is meant.
"""

import re
from collections.abc import Mapping
from typing import Any, cast

from attrs import field, frozen

from . import wording
from .unions import Union

_Path = tuple[str | int, ...]
_Schema = Mapping[str, Any]

MOST_ITEMS = 1_000
"""The most items of an array for which the description has no limit."""


@frozen
class Validator:
    """Checks values against the named schemas of one API version."""

    schemas: Mapping[str, Any]
    _unions: dict[int, Union] = field(factory=dict[int, Union], init=False, eq=False, repr=False)

    def check(self, schema: _Schema, value: Any, path: _Path = ()) -> Any:
        """Return the value without the nulls of optional members that may not be null.

        Raises:
            ApiError: it is not what the schema says.
        """
        schema = self.resolve(schema)
        if "anyOf" in schema or "oneOf" in schema:
            schema = self._union(schema).choose(value, path)
        types = schema.get("type", ())
        allowed = [types] if isinstance(types, str) else types
        kind = wording.json_type(value)
        if allowed and kind not in allowed and not (kind == "integer" and "number" in allowed):
            raise wording.wrong_type(path, allowed, value)
        if kind == "object":
            return self._object(schema, value, path)
        if kind == "array":
            return self._array(schema, value, path)
        _check_scalar(schema, value, path)
        return value

    def resolve(self, schema: _Schema) -> _Schema:
        """Follow references to the schema that they name."""
        while "$ref" in schema:
            schema = self.schemas[schema["$ref"].rpartition("/")[2]]
        return schema

    def _union(self, schema: _Schema) -> Union:
        made = self._unions.get(id(schema))
        if made is None:
            made = self._unions[id(schema)] = Union.of(schema, self.resolve)
        return made

    def _array(self, schema: _Schema, value: list[Any], path: _Path) -> list[Any]:
        wording.check_length("array", value, schema.get("minItems"), _most_items(schema), path)
        items = schema.get("items")
        if items is None:
            return value
        return [self.check(items, one, (*path, index)) for index, one in enumerate(value)]

    def _object(self, schema: _Schema, value: Mapping[str, Any], path: _Path) -> dict[str, Any]:
        members: Mapping[str, Any] = schema.get("properties", {})
        required: list[str] = schema.get("required", [])
        for name in required:
            if name not in value:
                raise wording.missing((*path, name))
        _check_names(schema, value, path)
        others = schema.get("additionalProperties", not members)
        checked: dict[str, Any] = {}
        for name, one in value.items():
            inner = (*path, name)
            member = members.get(name, others)
            if name in members and one is None and name not in required:
                if member is not False and self._takes_null(member):
                    checked[name] = None
            elif member is False:
                raise wording.unknown(inner)
            else:
                checked[name] = one if member is True else self.check(member, one, inner)
        return checked

    def _takes_null(self, schema: _Schema) -> bool:
        schema = self.resolve(schema)
        if "anyOf" in schema or "oneOf" in schema:
            return "null" in self._union(schema).types
        return "null" in schema.get("type", ())


def _most_items(schema: _Schema) -> int:
    return cast("int", schema.get("maxItems", MOST_ITEMS))


def _check_names(schema: _Schema, value: Mapping[str, Any], path: _Path) -> None:
    """Check how many members an object has, and how long their names are."""
    most: int | None = schema.get("maxProperties")
    if most is not None and len(value) > most:
        raise wording.too_many_members(path, most, len(value))
    longest: int | None = schema.get("propertyNames", {}).get("maxLength")
    if longest is not None:
        for name in value:
            wording.check_length("string", name, None, longest, (*path, name))


def _check_scalar(schema: _Schema, value: Any, path: _Path) -> None:
    if "const" in schema and value != schema["const"]:
        raise wording.wrong_value(path, [schema["const"]], value)
    if "enum" in schema and value not in schema["enum"]:
        raise wording.wrong_value(path, schema["enum"], value)
    if isinstance(value, str):
        least, most = schema.get("minLength"), schema.get("maxLength")
        wording.check_length("string", value, least, most, path)
        pattern: str | None = schema.get("pattern")
        if pattern is not None and not re.search(pattern.replace("$", r"\Z"), value):
            raise wording.wrong_pattern(path, pattern)
    elif not isinstance(value, bool) and value is not None:
        wording.check_range(value, schema.get("minimum"), schema.get("maximum"), path)
