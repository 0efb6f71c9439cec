"""JSON Schema of Python types: what msgspec and pydantic give, in one plain form.

The form has no titles, no `oneOf` and no `$ref` with siblings, one list of definitions, a type for
each enum, and objects that are closed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias, cast

import msgspec
import msgspec.inspect as mi

from . import docstrings
from .errors import ToolDefinitionError
from .pydantic_types import schema_of

JsonSchema: TypeAlias = dict[str, Any]

_REF = "#/$defs/"
# A duplicate in a set is harmless, and the others say nothing to a model.
_DROPPED = {"title", "discriminator", "uniqueItems", "examples"}


def schemas_of(types: Sequence[Any]) -> tuple[list[JsonSchema], dict[str, JsonSchema]]:
    """The schemas of types, and the definitions that they refer to.

    Raises:
        TypeError: msgspec does not take one of them.
    """
    infos = mi.multi_type_info(types)
    classes = list(_classes(infos, set()))
    schemas, definitions = msgspec.json.schema_components(
        [*types, *(info.cls for info in classes)], schema_hook=schema_of
    )
    for info, reference in zip(classes, schemas[len(types) :], strict=True):
        _describe(info, definitions[referred(reference)])
    for info, schema in zip(infos, schemas, strict=False):
        _add_formats(info, schema)
    wanted = list(schemas[: len(types)])
    for schema in [*wanted, *definitions.values()]:
        _hoist(schema, definitions)
    tidied = {name: _tidied(schema, definitions) for name, schema in definitions.items()}
    wanted = [_tidied(schema, definitions) for schema in wanted]
    return wanted, used_definitions(wanted, tidied)


def used_definitions(
    schemas: Iterable[JsonSchema], definitions: dict[str, JsonSchema]
) -> dict[str, JsonSchema]:
    """Those definitions that schemas refer to, directly or through others."""
    used: set[str] = set()

    def follow(schema: JsonSchema) -> JsonSchema:
        if "$ref" in schema and (name := referred(schema)) not in used:
            used.add(name)
            follow(definitions[name])
        return with_children(schema, follow)

    for schema in schemas:
        follow(schema)
    return {name: schema for name, schema in definitions.items() if name in used}


def referred(schema: JsonSchema) -> str:
    """The name of the definition that a schema refers to."""
    return cast("str", schema["$ref"]).removeprefix(_REF)


def with_children(schema: JsonSchema, change: Callable[[JsonSchema], JsonSchema]) -> JsonSchema:
    """A copy of a schema with each schema directly below it changed."""
    result = dict(schema)
    for key, value in schema.items():
        if key in {"properties", "patternProperties", "$defs"}:
            result[key] = {name: change(child) for name, child in value.items()}
        elif key in {"anyOf", "oneOf", "allOf", "prefixItems"}:
            result[key] = [change(child) for child in value]
        elif key in {"items", "additionalProperties", "not"} and isinstance(value, dict):
            result[key] = change(cast("JsonSchema", value))
    return result


def _children(info: Any) -> Iterator[mi.Type]:
    """The types that a type is directly made of."""
    for name in ("type", "item_type", "key_type", "value_type"):
        child = getattr(info, name, None)
        if isinstance(child, mi.Type):
            yield child
    for name in ("types", "item_types"):
        yield from getattr(info, name, ())
    for field in getattr(info, "fields", ()):
        yield field.type


def _classes(infos: Iterable[Any], seen: set[Any]) -> Iterator[Any]:
    """All classes with fields, each once."""
    for info in infos:
        if hasattr(info, "fields"):
            if info.cls in seen:
                continue
            seen.add(info.cls)
            yield info
        yield from _classes(_children(info), seen)


def _describe(info: Any, schema: JsonSchema) -> None:
    """Adds what the docstring of a class says of its attributes, and formats."""
    properties = schema.get("properties", {})
    for field in info.fields:
        if field.encode_name in properties:
            _add_formats(field.type, properties[field.encode_name])
    if "description" not in schema:
        return
    cls = getattr(info.cls, "__origin__", info.cls)
    docstring = docstrings.parse(cls.__doc__)
    schema["description"] = docstring.text
    for field in info.fields:
        if field.name in docstring.parameters and field.encode_name in properties:
            text = docstring.parameters[field.name]
            properties[field.encode_name].setdefault("description", text)


def _add_formats(info: Any, schema: JsonSchema) -> None:
    """Says of a time that it is one; msgspec does only where a time zone is demanded."""
    while isinstance(info, mi.Metadata):
        info = info.type
    if isinstance(info, mi.DateTimeType | mi.TimeType):
        if info.tz is None:
            schema["format"] = "date-time" if isinstance(info, mi.DateTimeType) else "time"
    elif isinstance(info, mi.UnionType):
        # msgspec takes one text, one array and one map in a union, so that types tell them apart.
        for child in info.types:
            for option in schema["anyOf"]:
                if option.get("type") == _json_type(child):
                    _add_formats(child, option)
    elif isinstance(info, mi.TupleType):
        for child, item in zip(info.item_types, schema.get("prefixItems", ()), strict=True):
            _add_formats(child, item)
    elif isinstance(info, mi.CollectionType) and "items" in schema:
        _add_formats(info.item_type, schema["items"])
    elif isinstance(info, mi.DictType) and "additionalProperties" in schema:
        _add_formats(info.value_type, schema["additionalProperties"])


def _json_type(info: Any) -> str | None:
    while isinstance(info, mi.Metadata):
        info = info.type
    if isinstance(info, mi.DateTimeType | mi.TimeType):
        return "string"
    if isinstance(info, mi.CollectionType | mi.TupleType):
        return "array"
    return "object" if isinstance(info, mi.DictType) else None


def _hoist(schema: JsonSchema, definitions: dict[str, JsonSchema]) -> None:
    """Moves the definitions that pydantic gives with a schema to those of all."""
    for name, definition in schema.pop("$defs", {}).items():
        if definitions.setdefault(name, definition) != definition:
            raise ToolDefinitionError(f"two different types are called `{name}`")

    def below(child: JsonSchema) -> JsonSchema:
        _hoist(child, definitions)
        return child

    with_children(schema, below)


def _tidied(
    schema: JsonSchema, definitions: dict[str, JsonSchema], within: frozenset[str] = frozenset()
) -> JsonSchema:
    """A schema in plain form; `within` are the definitions that it has been copied from."""
    schema = {key: value for key, value in schema.items() if key not in _DROPPED}
    if "$ref" in schema and len(schema) > 1:
        # OpenAI refuses a `$ref` with siblings such as a description: the definition is copied.
        name = referred(schema)
        if name in within:
            return {"$ref": schema["$ref"]}
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        return _tidied({**definitions[name], **siblings}, definitions, within | {name})
    if "oneOf" in schema:
        schema["anyOf"] = schema.pop("oneOf")
    schema = with_children(schema, lambda child: _tidied(child, definitions, within))
    if "anyOf" in schema:
        nested = [
            option["anyOf"] if {*option} == {"anyOf"} else [option] for option in schema["anyOf"]
        ]
        schema["anyOf"] = [option for options in nested for option in options]
    if "enum" in schema and "type" not in schema:
        kinds = list(dict.fromkeys(_JSON_TYPES[type(value)] for value in schema["enum"]))
        schema = {"type": kinds[0] if len(kinds) == 1 else kinds, **schema}
    if "properties" in schema:
        schema.setdefault("required", [])
        schema.setdefault("additionalProperties", False)
    items: list[JsonSchema] = schema.get("prefixItems", [])
    if items and schema.get("maxItems") == len(items) and all(each == items[0] for each in items):
        # Of one type: the lengths, which stand there already, say the rest.
        del schema["prefixItems"]
        schema["items"] = items[0]
    return schema


_JSON_TYPES = {str: "string", int: "integer", bool: "boolean", float: "number", type(None): "null"}
