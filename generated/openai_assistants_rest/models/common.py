# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: common."""

from __future__ import annotations

from typing import Any, Literal, Self, TypeAlias

import attrs
from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    by_json_type,
    mapping,
    string,
)
from openai_assistants_core.model import ABSENT, by_discriminator, new

__all__ = [
    "AssistantResponseFormatOption",
    "CompletionTokensDetails",
    "JSONSchema",
    "JSONSchemaDefinition",
    "LastError",
    "Metadata",
    "PromptTokenDetails",
    "ReasoningEffort",
    "ResponseFormat",
    "ResponseFormatJSONObject",
    "ResponseFormatJSONSchema",
    "ResponseFormatText",
    "Usage",
]

JSONSchemaDefinition: TypeAlias = dict[str, Any]
"""A JSON Schema."""

Metadata: TypeAlias = dict[str, str]
"""Notes of the caller on an object, as text by key."""

ReasoningEffort: TypeAlias = (
    Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | str
)
"""How much a reasoning model thinks before it answers."""


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class CompletionTokensDetails(Model):
    """Breakdown of the tokens written.

    Attributes:
        reasoning_tokens: Tokens spent on reasoning.
    """

    _fields = ("reasoning_tokens",)

    reasoning_tokens: int | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "reasoning_tokens"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.reasoning_tokens = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class JSONSchema(Model):
    """A named JSON Schema for answers.

    Attributes:
        name: Name of the format; letters, digits, underscores and dashes, up to 64.
        description: What the format is for; the model reads it.
        schema: The JSON Schema itself.
        strict: Whether the answer must follow the schema to the letter.
    """

    _fields = ("name", "description", "schema", "strict")

    name: str
    description: str | None = ABSENT
    schema: JSONSchemaDefinition | None = ABSENT
    strict: bool | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "name"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.name = v
            at = "description"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.description = v
            at = "schema"
            v = get(at)
            self.schema = v if v is None else mapping(v)
            at = "strict"
            v = get(at)
            if v.__class__ is not bool and v is not None:
                raise Mismatch("a boolean", v)
            self.strict = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class LastError(Model):
    """Why a run or a step failed.

    Attributes:
        code: Code for programs; steps never report invalid_prompt.
        message: Explanation for people.
    """

    _fields = ("code", "message")

    code: Literal["server_error", "rate_limit_exceeded", "invalid_prompt"] | str
    message: str

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "code"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.code = v
            at = "message"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.message = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class PromptTokenDetails(Model):
    """Breakdown of the tokens read.

    Attributes:
        cached_tokens: Tokens that came from a cache.
    """

    _fields = ("cached_tokens",)

    cached_tokens: int | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "cached_tokens"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.cached_tokens = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ResponseFormatJSONObject(Model):
    """Any JSON object; the instructions must ask for JSON too.

    Attributes:
        type: Always json_object.
    """

    _fields = ("type",)

    type: Literal["json_object"] = "json_object"

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ResponseFormatJSONSchema(Model):
    """JSON that follows a schema.

    Attributes:
        type: Always json_schema.
        json_schema: The schema and its name.
    """

    _fields = ("type", "json_schema")

    type: Literal["json_schema"] = "json_schema"
    json_schema: JSONSchema

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "json_schema"
            v = get(at)
            self.json_schema = v if v is None else JSONSchema.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ResponseFormatText(Model):
    """Plain text.

    Attributes:
        type: Always text.
    """

    _fields = ("type",)

    type: Literal["text"] = "text"

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class Usage(Model):
    """Tokens spent.

    Attributes:
        prompt_tokens: Tokens read.
        completion_tokens: Tokens written.
        total_tokens: Sum of both.
        prompt_token_details: Breakdown of the tokens read.
        completion_tokens_details: Breakdown of the tokens written.
    """

    _fields = (
        "prompt_tokens",
        "completion_tokens",
        "total_tokens",
        "prompt_token_details",
        "completion_tokens_details",
    )

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    prompt_token_details: PromptTokenDetails | None = ABSENT
    completion_tokens_details: CompletionTokensDetails | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "prompt_tokens"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.prompt_tokens = v
            at = "completion_tokens"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.completion_tokens = v
            at = "total_tokens"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.total_tokens = v
            at = "prompt_token_details"
            v = get(at)
            self.prompt_token_details = v if v is None else PromptTokenDetails.decode(v)
            at = "completion_tokens_details"
            v = get(at)
            self.completion_tokens_details = v if v is None else CompletionTokensDetails.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


ResponseFormat: TypeAlias = (
    ResponseFormatJSONObject | ResponseFormatJSONSchema | ResponseFormatText | UnknownVariant
)
"""Form of the answer, by type."""

decode_response_format = by_discriminator(
    "type",
    {
        "json_object": ResponseFormatJSONObject,
        "json_schema": ResponseFormatJSONSchema,
        "text": ResponseFormatText,
    },
)

AssistantResponseFormatOption: TypeAlias = Literal["auto", "none"] | str | ResponseFormat
"""Form of the answer; auto leaves it to the model."""

decode_assistant_response_format_option = by_json_type(
    "a string or an object",
    {
        str: string,
        dict: decode_response_format,
    },
)
