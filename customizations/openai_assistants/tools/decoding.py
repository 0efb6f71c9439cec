"""Objects from the JSON text that a model wrote."""

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec

from openai_assistants_core.json_codec import loads

from .errors import InvalidArguments
from .json_schema import JsonSchema, referred
from .pydantic_types import validated
from .strict import stand_ins

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class JsonDecoder(Generic[T]):
    """Decodes JSON text of a type.

    Args:
        type_: the type, anything that msgspec takes, with types of pydantic within.
        schema: its JSON Schema in plain form, an object with its `$defs`.
    """

    def __init__(self, type_: Any, schema: JsonSchema) -> None:
        self._type = type_
        self._schema = schema
        self._definitions: dict[str, JsonSchema] = schema.get("$defs", {})

    def decode(self, text: str) -> T:
        """An object of the type; empty text is an object without properties.

        Raises:
            InvalidArguments: with the path and what is expected there.
        """
        try:
            value = loads(text.encode("utf-8", "surrogatepass") if text.strip() else b"{}")
        except ValueError as error:
            raise InvalidArguments(f"not valid JSON: {error}") from error
        value = self._prepared(value, self._schema, "$")
        try:
            made = msgspec.convert(value, self._type, str_keys=True, dec_hook=validated)
        except (msgspec.ValidationError, UnicodeEncodeError) as error:  # a lone surrogate
            raise InvalidArguments(str(error)) from error
        return cast("T", made)

    def _prepared(self, value: Any, schema: JsonSchema, path: str) -> Any:
        """A value without the nulls that stand for absence.

        Raises:
            InvalidArguments: an object has a property that is not described; a dataclass would
                pass over it.
        """
        schema = self._option(value, schema)
        if isinstance(value, list):
            items = cast("Sequence[Any]", value)
            prefix: list[JsonSchema] = schema.get("prefixItems", [])
            rest: JsonSchema = schema.get("items") or {}
            return [
                self._prepared(item, prefix[at] if at < len(prefix) else rest, f"{path}[{at}]")
                for at, item in enumerate(items)
            ]
        if not isinstance(value, dict):
            return value
        properties = schema.get("properties", {})
        others = schema.get("additionalProperties", True)
        absent = stand_ins(schema, self._definitions)
        prepared: dict[str, Any] = {}
        for name, item in cast("dict[str, Any]", value).items():
            if name not in properties and others is False:
                raise InvalidArguments(f"Object contains unknown field `{name}` - at `{path}`")
            if item is not None or name not in absent:
                below = properties.get(name, others if isinstance(others, dict) else {})
                prepared[name] = self._prepared(item, below, f"{path}.{name}")
        return prepared

    def _option(self, value: Any, schema: JsonSchema) -> JsonSchema:
        """What describes a value: of a union, the only option it can be, if that can be told."""
        if "$ref" in schema:
            return self._option(value, self._definitions[referred(schema)])
        if "anyOf" not in schema:
            return schema
        kind = "object" if isinstance(value, dict) else "array" if isinstance(value, list) else None
        resolved = [self._option(value, option) for option in schema["anyOf"]]
        options = [option for option in resolved if kind is not None and option.get("type") == kind]
        if isinstance(value, dict):
            for matches in (_has_tags, _has_keys):
                if len(options) > 1:
                    fields = cast("dict[str, Any]", value)
                    options = [option for option in options if matches(fields, option)]
        return options[0] if len(options) == 1 else {}


def _has_tags(value: dict[str, Any], schema: JsonSchema) -> bool:
    """Whether the properties of an object that have fixed values, such as tags, have those."""
    fixed = {
        name: child.get("enum", [child.get("const")])
        for name, child in schema.get("properties", {}).items()
        if "enum" in child or "const" in child
    }
    return all(value[name] in fixed[name] for name in fixed.keys() & value.keys())


def _has_keys(value: dict[str, Any], schema: JsonSchema) -> bool:
    """Whether an object has all properties that it must have, and no others than it may have."""
    allowed: set[str] = set(schema.get("properties", ()))
    return set(schema.get("required", ())) <= value.keys() <= allowed
