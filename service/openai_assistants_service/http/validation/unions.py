"""Tell which member of a union a value is meant for, before anything of it is checked.

That is the one of its JSON type and, among objects, the one that its `type` names.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

from attrs import frozen

from . import wording

_Schema = Mapping[str, Any]
_Resolve = Callable[[_Schema], _Schema]


@frozen
class Union:
    """The members of a union by JSON type, and its objects by their `type`."""

    types: Mapping[str, _Schema]
    tagged: Mapping[str, _Schema]

    @classmethod
    def of(cls, schema: _Schema, resolve: _Resolve) -> Self:
        """Read a union; a member that is a union itself is taken apart."""
        types: dict[str, _Schema] = {}
        tagged: dict[str, _Schema] = {}
        members = _members(schema, resolve)
        for member in members:
            for name in _types(member):
                if name not in types or "enum" not in member:  # any text goes before known values
                    types[name] = member
            tags = _tags(member, resolve)
            tagged.update(dict.fromkeys(tags, member))
        several = sum(_types(member) == ["object"] for member in members) > 1
        return cls(types, tagged if several else {})

    def choose(self, value: Any, path: Sequence[str | int]) -> _Schema:
        """Return the member that a value is meant for.

        Raises:
            ApiError: there is none.
        """
        kind = wording.json_type(value)
        if kind == "object" and self.tagged:
            return self._by_tag(value, path)
        schema = self.types.get(kind)
        if schema is None and kind == "integer":
            schema = self.types.get("number")
        if schema is None:
            raise wording.wrong_type(path, self.types, value)
        return schema

    def _by_tag(self, value: Mapping[str, Any], path: Sequence[str | int]) -> _Schema:
        if "type" not in value:
            raise wording.missing((*path, "type"))
        tag = value["type"]
        schema = self.tagged.get(tag) if isinstance(tag, str) else None
        if schema is None:
            raise wording.wrong_value((*path, "type"), self.tagged, tag)
        return schema


def _members(schema: _Schema, resolve: _Resolve) -> list[_Schema]:
    schema = resolve(schema)
    inner: Sequence[_Schema] | None = schema.get("anyOf") or schema.get("oneOf")
    if inner is None:
        return [schema]
    return [member for one in inner for member in _members(one, resolve)]


def _types(schema: _Schema) -> list[str]:
    types: str | list[str] = schema["type"]
    return [types] if isinstance(types, str) else types


def _tags(schema: _Schema, resolve: _Resolve) -> list[str]:
    """Return the values that `type` has in an object of this schema."""
    tag = resolve(schema.get("properties", {}).get("type", {}))
    const: list[str] = [tag["const"]] if "const" in tag else []
    return const or tag.get("enum", [])
