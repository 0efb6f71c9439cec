# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: common. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.common import (
    CompletionTokensDetails,
    ErrorObject,
    InnerError,
    JSONSchema,
    LastError,
    PromptTokenDetails,
    ResponseFormatJSONObject,
    ResponseFormatJSONSchema,
    ResponseFormatText,
    Usage,
)


class CompletionTokensDetailsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a CompletionTokensDetails is made of."""

    reasoning_tokens: int | None | UnsetType = UNSET

    def to_model(self) -> CompletionTokensDetails:
        """The model."""
        this: Any = self
        made = new(CompletionTokensDetails)
        absent = 0
        v = this.reasoning_tokens
        if v is UNSET:
            absent |= 1
            v = None
        made.reasoning_tokens = v
        made._absent = absent
        made._extra = None
        result: CompletionTokensDetails = made
        return result


class ErrorObjectWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ErrorObject is made of."""

    message: str | None | UnsetType = UNSET
    type: str | None | UnsetType = UNSET
    param: str | None | UnsetType = UNSET
    code: str | None | UnsetType = UNSET
    target: str | None | UnsetType = UNSET
    details: list[ErrorObjectWire] | None | UnsetType = UNSET
    inner_error: InnerErrorWire | None | UnsetType = UNSET
    innererror: InnerErrorWire | None | UnsetType = UNSET

    def to_model(self) -> ErrorObject:
        """The model."""
        this: Any = self
        made = new(ErrorObject)
        absent = 0
        v = this.message
        if v is UNSET:
            absent |= 1
            v = None
        made.message = v
        v = this.type
        if v is UNSET:
            absent |= 2
            v = None
        made.type = v
        v = this.param
        if v is UNSET:
            absent |= 4
            v = None
        made.param = v
        v = this.code
        if v is UNSET:
            absent |= 8
            v = None
        made.code = v
        v = this.target
        if v is UNSET:
            absent |= 16
            v = None
        made.target = v
        v = this.details
        if v is UNSET:
            absent |= 32
            v = None
        made.details = [one.to_model() for one in v] if v else v
        v = this.inner_error
        if v is UNSET:
            absent |= 64
            v = None
        made.inner_error = v if v is None else v.to_model()
        v = this.innererror
        if v is UNSET:
            absent |= 128
            v = None
        made.innererror = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: ErrorObject = made
        return result


class InnerErrorWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a InnerError is made of."""

    code: str | None | UnsetType = UNSET
    content_filter_results: dict[str, Any] | None | UnsetType = UNSET
    innererror: InnerErrorWire | None | UnsetType = UNSET

    def to_model(self) -> InnerError:
        """The model."""
        this: Any = self
        made = new(InnerError)
        absent = 0
        v = this.code
        if v is UNSET:
            absent |= 1
            v = None
        made.code = v
        v = this.content_filter_results
        if v is UNSET:
            absent |= 2
            v = None
        made.content_filter_results = v
        v = this.innererror
        if v is UNSET:
            absent |= 4
            v = None
        made.innererror = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: InnerError = made
        return result


class JSONSchemaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a JSONSchema is made of."""

    name: str | None
    description: str | None | UnsetType = UNSET
    schema: dict[str, Any] | None | UnsetType = UNSET
    strict: bool | None | UnsetType = UNSET

    def to_model(self) -> JSONSchema:
        """The model."""
        this: Any = self
        made = new(JSONSchema)
        absent = 0
        made.name = this.name
        v = this.description
        if v is UNSET:
            absent |= 2
            v = None
        made.description = v
        v = this.schema
        if v is UNSET:
            absent |= 4
            v = None
        made.schema = v
        v = this.strict
        if v is UNSET:
            absent |= 8
            v = None
        made.strict = v
        made._absent = absent
        made._extra = None
        result: JSONSchema = made
        return result


class LastErrorWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a LastError is made of."""

    code: str | None
    message: str | None

    def to_model(self) -> LastError:
        """The model."""
        this: Any = self
        made = new(LastError)
        made.code = this.code
        made.message = this.message
        made._absent = 0
        made._extra = None
        result: LastError = made
        return result


class PromptTokenDetailsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a PromptTokenDetails is made of."""

    cached_tokens: int | None | UnsetType = UNSET

    def to_model(self) -> PromptTokenDetails:
        """The model."""
        this: Any = self
        made = new(PromptTokenDetails)
        absent = 0
        v = this.cached_tokens
        if v is UNSET:
            absent |= 1
            v = None
        made.cached_tokens = v
        made._absent = absent
        made._extra = None
        result: PromptTokenDetails = made
        return result


class ResponseFormatJSONObjectWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="json_object", tag_field="type"
):
    """What a ResponseFormatJSONObject is made of."""

    def to_model(self) -> ResponseFormatJSONObject:
        """The model."""
        made = new(ResponseFormatJSONObject)
        made.type = "json_object"
        made._absent = 0
        made._extra = None
        result: ResponseFormatJSONObject = made
        return result


class ResponseFormatJSONSchemaWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="json_schema", tag_field="type"
):
    """What a ResponseFormatJSONSchema is made of."""

    json_schema: JSONSchemaWire | None

    def to_model(self) -> ResponseFormatJSONSchema:
        """The model."""
        this: Any = self
        made = new(ResponseFormatJSONSchema)
        made.type = "json_schema"
        v = this.json_schema
        made.json_schema = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: ResponseFormatJSONSchema = made
        return result


class ResponseFormatTextWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="text", tag_field="type"
):
    """What a ResponseFormatText is made of."""

    def to_model(self) -> ResponseFormatText:
        """The model."""
        made = new(ResponseFormatText)
        made.type = "text"
        made._absent = 0
        made._extra = None
        result: ResponseFormatText = made
        return result


class UsageWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a Usage is made of."""

    prompt_tokens: int | None
    completion_tokens: int | None
    total_tokens: int | None
    prompt_token_details: PromptTokenDetailsWire | None | UnsetType = UNSET
    completion_tokens_details: CompletionTokensDetailsWire | None | UnsetType = UNSET

    def to_model(self) -> Usage:
        """The model."""
        this: Any = self
        made = new(Usage)
        absent = 0
        made.prompt_tokens = this.prompt_tokens
        made.completion_tokens = this.completion_tokens
        made.total_tokens = this.total_tokens
        v = this.prompt_token_details
        if v is UNSET:
            absent |= 8
            v = None
        made.prompt_token_details = v if v is None else v.to_model()
        v = this.completion_tokens_details
        if v is UNSET:
            absent |= 16
            v = None
        made.completion_tokens_details = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: Usage = made
        return result
