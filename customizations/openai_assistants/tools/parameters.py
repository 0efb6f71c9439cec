"""The JSON Schema of a function's parameters."""

import contextlib
from typing import Annotated, Any, Union

import msgspec

from .annotations import description_of
from .errors import ToolDefinitionError
from .json_schema import JsonSchema, schemas_of
from .signature import Parameter, Signature


def parameters_schema(signature: Signature, descriptions: dict[str, str]) -> JsonSchema:
    """The schema of an object with all parameters, in plain form.

    Args:
        signature: what a model has to give.
        descriptions: from the docstring, by name; an annotation with a description goes first.

    Raises:
        ToolDefinitionError: a type has no JSON Schema; the message names the parameter.
    """
    types = [_annotated(each, descriptions.get(each.name)) for each in signature.parameters]
    try:
        schemas, definitions = schemas_of(types)
    except (TypeError, ToolDefinitionError) as error:
        raise _culprit(signature.parameters) or ToolDefinitionError(str(error)) from error
    names = [each.name for each in signature.parameters]
    schema = {
        "type": "object",
        "properties": dict(zip(names, schemas, strict=True)),
        "required": [each.name for each in signature.parameters if each.required],
        "additionalProperties": False,
    }
    return {**schema, "$defs": definitions} if definitions else schema


def parameters_type(signature: Signature) -> type[msgspec.Struct]:
    """A Struct with a field for each parameter; what was not given is UNSET."""
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = [
        (each.name, each.type)
        if each.required
        else (each.name, _or_unset(each.type), msgspec.UNSET)
        for each in signature.parameters
    ]
    return msgspec.defstruct("Arguments", fields, kw_only=True, forbid_unknown_fields=True)


def _or_unset(type_: Any) -> Any:
    return Union[type_, msgspec.UnsetType]  # noqa: UP007 - made at run time


def _culprit(parameters: tuple[Parameter, ...]) -> ToolDefinitionError | None:
    """What is wrong with the first parameter that has no schema by itself."""
    for parameter in parameters:
        try:
            schemas_of([parameter.type])
        except (TypeError, ToolDefinitionError) as error:
            return ToolDefinitionError(f"parameter `{parameter.name}`: {error}")
    return None


def _annotated(parameter: Parameter, description: str | None) -> Any:
    """The type of a parameter with its description and its default."""
    metas: list[msgspec.Meta] = []
    if description is not None and description_of(parameter.type) is None:
        metas.append(msgspec.Meta(description=description))
    if not parameter.required:
        # A default that has no JSON form is not told.
        with contextlib.suppress(TypeError, ValueError):
            default = msgspec.to_builtins(parameter.default, str_keys=True)
            metas.append(msgspec.Meta(extra_json_schema={"default": default}))
    return Annotated[(parameter.type, *metas)] if metas else parameter.type
