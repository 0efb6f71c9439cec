# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: common."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    by_json_type,
    items,
    mapping,
    string,
)
from openai_assistants_core.model import (
    ABSENT,
    by_discriminator,
    lacking,
    new,
    unknown_fields,
)

__all__ = [
    "AssistantResponseFormatOption",
    "CompletionTokensDetails",
    "ContentFilterResults",
    "ErrorObject",
    "InnerError",
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

ContentFilterResults: TypeAlias = dict[str, Any]
"""Verdict of Azure's content filter, by category."""

JSONSchemaDefinition: TypeAlias = dict[str, Any]
"""A JSON Schema."""

Metadata: TypeAlias = dict[str, str]
"""Notes of the caller on an object, as text by key."""

ReasoningEffort: TypeAlias = (
    Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"] | str
)
"""How much a reasoning model thinks before it answers."""


def decode_completion_tokens_details(raw: dict[str, Any]) -> CompletionTokensDetails:
    """Makes a CompletionTokensDetails from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CompletionTokensDetails)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("reasoning_tokens", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "reasoning_tokens"
                raise Mismatch("an integer", v)
        self.reasoning_tokens = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_completion_tokens_details, raw, CompletionTokensDetails)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, CompletionTokensDetails)
    made: CompletionTokensDetails = self
    return made


class CompletionTokensDetails(Model):
    """Breakdown of the tokens written.

    Attributes:
        reasoning_tokens: Tokens spent on reasoning.
    """

    _fields = ("reasoning_tokens",)

    reasoning_tokens: int | None = ABSENT

    decode = staticmethod(decode_completion_tokens_details)


def decode_error_object(raw: dict[str, Any]) -> ErrorObject:
    """Makes a ErrorObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ErrorObject)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("message", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "message"
                raise Mismatch("a string", v)
        self.message = v
        v = get("type", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "type"
                raise Mismatch("a string", v)
        self.type = v
        v = get("param", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "param"
                raise Mismatch("a string", v)
        self.param = v
        v = get("code", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 8
                v = None
            else:
                at = "code"
                raise Mismatch("a string", v)
        self.code = v
        v = get("target", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "target"
                raise Mismatch("a string", v)
        self.target = v
        at = "details"
        v = get("details", ABSENT)
        if v is ABSENT:
            absent |= 32
            v = None
        self.details = v if v is None else items(v, decode_error_object)
        at = "inner_error"
        v = get("inner_error", ABSENT)
        if v is ABSENT:
            absent |= 64
            v = None
        self.inner_error = v if v is None else decode_inner_error(v)
        at = "innererror"
        v = get("innererror", ABSENT)
        if v is ABSENT:
            absent |= 128
            v = None
        self.innererror = v if v is None else decode_inner_error(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_error_object, raw, ErrorObject)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 8:
        self._extra = unknown_fields(raw, ErrorObject)
    made: ErrorObject = self
    return made


class ErrorObject(Model):
    """What went wrong. Services differ in what they fill in, and gateways add their own.

    Attributes:
        message: Explanation for people.
        type: Kind of error, such as invalid_request_error.
        param: Field or parameter at fault.
        code: Code for programs, such as invalid_type.
        target: Azure, on files; the place at fault.
        details: Azure, on files; further errors.
        inner_error: Azure; results of the content filter.
        innererror: Azure, on files; a more precise code.
    """

    _fields = ("message", "type", "param", "code", "target", "details", "inner_error", "innererror")

    message: str | None = ABSENT
    type: str | None = ABSENT
    param: str | None = ABSENT
    code: str | None = ABSENT
    target: str | None = ABSENT
    details: list[ErrorObject] | None = ABSENT
    inner_error: InnerError | None = ABSENT
    innererror: InnerError | None = ABSENT

    decode = staticmethod(decode_error_object)


def decode_inner_error(raw: dict[str, Any]) -> InnerError:
    """Makes a InnerError from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(InnerError)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("code", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "code"
                raise Mismatch("a string", v)
        self.code = v
        at = "content_filter_results"
        v = get("content_filter_results", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.content_filter_results = v if v is None else mapping(v)
        at = "innererror"
        v = get("innererror", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.innererror = v if v is None else decode_inner_error(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_inner_error, raw, InnerError)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, InnerError)
    made: InnerError = self
    return made


class InnerError(Model):
    """Azure's closer account of an error.

    Attributes:
        code: More precise code, such as ResponsibleAIPolicyViolation.
        content_filter_results: Verdict of the content filter, by category.
        innererror: A still more precise code.
    """

    _fields = ("code", "content_filter_results", "innererror")

    code: str | None = ABSENT
    content_filter_results: ContentFilterResults | None = ABSENT
    innererror: InnerError | None = ABSENT

    decode = staticmethod(decode_inner_error)


def decode_json_schema(raw: dict[str, Any]) -> JSONSchema:
    """Makes a JSONSchema from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(JSONSchema)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
        v = get("description", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "description"
                raise Mismatch("a string", v)
        self.description = v
        at = "schema"
        v = get("schema", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.schema = v if v is None else mapping(v)
        v = get("strict", ABSENT)
        if type(v) is not bool and v is not None:
            if v is ABSENT:
                absent |= 8
                v = None
            else:
                at = "strict"
                raise Mismatch("a boolean", v)
        self.strict = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_json_schema, raw, JSONSchema)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 4:
        self._extra = unknown_fields(raw, JSONSchema)
    made: JSONSchema = self
    return made


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

    decode = staticmethod(decode_json_schema)


def decode_last_error(raw: dict[str, Any]) -> LastError:
    """Makes a LastError from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(LastError)
    at = ""
    try:
        v = raw["code"]
        if type(v) is not str and v is not None:
            at = "code"
            raise Mismatch("a string", v)
        self.code = v
        v = raw["message"]
        if type(v) is not str and v is not None:
            at = "message"
            raise Mismatch("a string", v)
        self.message = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_last_error, raw, LastError)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, LastError)
    made: LastError = self
    return made


class LastError(Model):
    """Why a run or a step failed.

    Attributes:
        code: Code for programs; steps never report invalid_prompt.
        message: Explanation for people.
    """

    _fields = ("code", "message")

    code: Literal["server_error", "rate_limit_exceeded", "invalid_prompt"] | str
    message: str

    decode = staticmethod(decode_last_error)


def decode_prompt_token_details(raw: dict[str, Any]) -> PromptTokenDetails:
    """Makes a PromptTokenDetails from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(PromptTokenDetails)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("cached_tokens", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "cached_tokens"
                raise Mismatch("an integer", v)
        self.cached_tokens = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_prompt_token_details, raw, PromptTokenDetails)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, PromptTokenDetails)
    made: PromptTokenDetails = self
    return made


class PromptTokenDetails(Model):
    """Breakdown of the tokens read.

    Attributes:
        cached_tokens: Tokens that came from a cache.
    """

    _fields = ("cached_tokens",)

    cached_tokens: int | None = ABSENT

    decode = staticmethod(decode_prompt_token_details)


def decode_response_format_json_object(raw: dict[str, Any]) -> ResponseFormatJSONObject:
    """Makes a ResponseFormatJSONObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ResponseFormatJSONObject)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_response_format_json_object, raw, ResponseFormatJSONObject)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, ResponseFormatJSONObject)
    made: ResponseFormatJSONObject = self
    return made


class ResponseFormatJSONObject(Model):
    """Any JSON object; the instructions must ask for JSON too.

    Attributes:
        type: Always json_object.
    """

    _fields = ("type",)

    type: Literal["json_object"] = "json_object"

    decode = staticmethod(decode_response_format_json_object)


def decode_response_format_json_schema(raw: dict[str, Any]) -> ResponseFormatJSONSchema:
    """Makes a ResponseFormatJSONSchema from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ResponseFormatJSONSchema)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "json_schema"
        v = raw["json_schema"]
        self.json_schema = v if v is None else decode_json_schema(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_response_format_json_schema, raw, ResponseFormatJSONSchema)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, ResponseFormatJSONSchema)
    made: ResponseFormatJSONSchema = self
    return made


class ResponseFormatJSONSchema(Model):
    """JSON that follows a schema.

    Attributes:
        type: Always json_schema.
        json_schema: The schema and its name.
    """

    _fields = ("type", "json_schema")

    type: Literal["json_schema"] = "json_schema"
    json_schema: JSONSchema

    decode = staticmethod(decode_response_format_json_schema)


def decode_response_format_text(raw: dict[str, Any]) -> ResponseFormatText:
    """Makes a ResponseFormatText from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ResponseFormatText)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_response_format_text, raw, ResponseFormatText)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, ResponseFormatText)
    made: ResponseFormatText = self
    return made


class ResponseFormatText(Model):
    """Plain text.

    Attributes:
        type: Always text.
    """

    _fields = ("type",)

    type: Literal["text"] = "text"

    decode = staticmethod(decode_response_format_text)


def decode_usage(raw: dict[str, Any]) -> Usage:
    """Makes a Usage from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(Usage)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["prompt_tokens"]
        if type(v) is not int and v is not None:
            at = "prompt_tokens"
            raise Mismatch("an integer", v)
        self.prompt_tokens = v
        v = raw["completion_tokens"]
        if type(v) is not int and v is not None:
            at = "completion_tokens"
            raise Mismatch("an integer", v)
        self.completion_tokens = v
        v = raw["total_tokens"]
        if type(v) is not int and v is not None:
            at = "total_tokens"
            raise Mismatch("an integer", v)
        self.total_tokens = v
        at = "prompt_token_details"
        v = get("prompt_token_details", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.prompt_token_details = v if v is None else decode_prompt_token_details(v)
        at = "completion_tokens_details"
        v = get("completion_tokens_details", ABSENT)
        if v is ABSENT:
            absent |= 16
            v = None
        self.completion_tokens_details = v if v is None else decode_completion_tokens_details(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_usage, raw, Usage)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 5:
        self._extra = unknown_fields(raw, Usage)
    made: Usage = self
    return made


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

    decode = staticmethod(decode_usage)


ResponseFormat: TypeAlias = (
    ResponseFormatJSONObject | ResponseFormatJSONSchema | ResponseFormatText | UnknownVariant
)
"""Form of the answer, by type."""

decode_response_format = by_discriminator(
    "type",
    {
        "json_object": decode_response_format_json_object,
        "json_schema": decode_response_format_json_schema,
        "text": decode_response_format_text,
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
