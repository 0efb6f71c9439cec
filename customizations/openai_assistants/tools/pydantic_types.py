"""Types of pydantic: their own schema and their own validation; pydantic is never imported here."""

import sys
from functools import lru_cache
from typing import Any

import msgspec

from .errors import ToolDefinitionError


@lru_cache(maxsize=256)
def _adapter(kind: Any) -> Any | None:
    """What pydantic validates a type with, if the type is one of pydantic's."""
    pydantic = sys.modules.get("pydantic")
    if pydantic is None or not hasattr(kind, "__get_pydantic_core_schema__"):
        return None
    return pydantic.TypeAdapter(kind)


def schema_of(kind: Any) -> dict[str, Any]:
    """The JSON Schema of a type that msgspec does not know, for its `schema_hook`."""
    adapter = _adapter(kind)
    if adapter is None:
        name = getattr(kind, "__qualname__", repr(kind))
        raise ToolDefinitionError(f"the type `{name}` has no JSON form")
    schema: dict[str, Any] = adapter.json_schema()
    # A definition of its own, so that two uses of a model are described once.
    definitions = schema.pop("$defs", {})
    name = kind.__name__
    if "$ref" in schema or schema.get("type") != "object":
        return {**schema, "$defs": definitions}
    return {"$ref": f"#/$defs/{name}", "$defs": {**definitions, name: schema}}


def validated(kind: Any, value: Any) -> Any:
    """An object of a type that msgspec does not know, for its `dec_hook`.

    Raises:
        ValueError: the value is not valid; the message has a line of text for each fault.
    """
    adapter = _adapter(kind)
    if adapter is None:
        raise NotImplementedError(f"the type {kind!r} has no JSON form")
    errors = sys.modules["pydantic"].ValidationError
    try:
        # As JSON, since a strict model takes a date as text from JSON only.
        return adapter.validate_json(msgspec.json.encode(value))
    except errors as error:
        faults = error.errors(include_url=False, include_input=False, include_context=False)
        lines = [f"{'.'.join(map(str, each['loc'])) or 'value'}: {each['msg']}" for each in faults]
        raise ValueError("; ".join(lines)) from None
