"""Structured outputs: a response format from a type, and an object of the type from the text."""

import re
from collections.abc import Hashable
from functools import lru_cache
from typing import Any, TypeVar, cast

from openai_assistants_core import ResponseDecodeError

from .annotations import with_meta
from .decoding import JsonDecoder
from .errors import InvalidArguments, ToolDefinitionError
from .json_schema import JsonSchema, referred, schemas_of, used_definitions
from .strict import sent_form

T = TypeVar("T")


def response_format_for(
    type_: Any,
    *,
    name: str | None = None,
    description: str | None = None,
    strict: bool | None = None,
) -> dict[str, Any]:
    """The `response_format` that makes a model answer with JSON of a type.

    Args:
        type_: a dataclass, TypedDict, attrs class, msgspec Struct or pydantic model.
        name: of the format; that of the type if not given.
        description: what the format is for; the docstring of the type if not given.
        strict: True demands a strict schema; False sends one that is not; None, the default, makes
            it strict where the type allows.

    Raises:
        ToolDefinitionError: the type has no JSON Schema, is no object, or cannot be strict.
    """
    schema = dict(_schema_of(type_))
    text = schema.pop("description", None) if description is None else description
    form, is_strict = sent_form(schema, strict, f"response format `{_type_name(type_)}`")
    given = _type_name(type_) if name is None else name
    named: dict[str, Any] = {
        "name": re.sub(r"[^a-zA-Z0-9_-]", "_", given)[:64],
        "schema": form,
    }
    if text:
        named["description"] = text
    if is_strict:
        named["strict"] = True
    return {"type": "json_schema", "json_schema": named}


def parse_as(type_: type[T], text: str) -> T:
    """An object of a type, from the JSON text that a model answered with.

    Args:
        type_: the type that `response_format_for` was given.
        text: the whole text of the answer.

    Raises:
        ResponseDecodeError: the text is not JSON, or not of the type; with the path.
        ToolDefinitionError: the type has no JSON Schema, or is no object.
    """
    decoder: JsonDecoder[T] = JsonDecoder(with_meta(type_), _schema_of(cast("Hashable", type_)))
    try:
        return decoder.decode(text)
    except InvalidArguments as error:
        path = str(error).partition(" - at ")[2]
        raise ResponseDecodeError(
            f"the answer is not a {_type_name(type_)}: {error}",
            path=path.strip("`").removeprefix("$").removeprefix("."),
            body=text,
        ) from error


@lru_cache(maxsize=256)
def _schema_of(type_: Hashable) -> JsonSchema:
    """The schema of a type in plain form, an object at its root."""
    try:
        (schema,), definitions = schemas_of([with_meta(type_)])
    except TypeError as error:
        raise ToolDefinitionError(f"type `{_type_name(type_)}`: {error}") from error
    root = definitions[referred(schema)] if "$ref" in schema else schema
    if "properties" not in root:
        raise ToolDefinitionError(f"type `{_type_name(type_)}` is no object with named properties")
    used = used_definitions([root], definitions)
    return {**root, "$defs": used} if used else root


def _type_name(type_: Any) -> str:
    name: str = getattr(type_, "__name__", str(type_))
    return name
