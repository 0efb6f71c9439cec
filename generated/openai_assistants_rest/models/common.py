# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: common."""

from typing import Any, Literal, TypeAlias

from openai_assistants_core import Model, UnknownVariant
from openai_assistants_core.model_fields import (
    ABSENT,
    Discriminator,
    OpenEnum,
    discriminator,
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


class CompletionTokensDetails(Model):
    """Breakdown of the tokens written.

    Attributes:
        reasoning_tokens: Tokens spent on reasoning.
    """

    reasoning_tokens: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.reasoning_tokens is ABSENT:
            self.reasoning_tokens = None
            absent += ("reasoning_tokens",)
        if absent:
            self._absent = absent


ContentFilterResults: TypeAlias = dict[str, Any]
"""Verdict of Azure's content filter, by category."""


JSONSchemaDefinition: TypeAlias = dict[str, Any]
"""A JSON Schema."""


class LastError(Model):
    """Why a run or a step failed.

    Attributes:
        code: Code for programs; steps never report invalid_prompt.
        message: Explanation for people.
    """

    code: OpenEnum[Literal["server_error", "rate_limit_exceeded", "invalid_prompt"]]
    message: str


Metadata: TypeAlias = dict[str, str]
"""Notes of the caller on an object, as text by key."""


class PromptTokenDetails(Model):
    """Breakdown of the tokens read.

    Attributes:
        cached_tokens: Tokens that came from a cache.
    """

    cached_tokens: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.cached_tokens is ABSENT:
            self.cached_tokens = None
            absent += ("cached_tokens",)
        if absent:
            self._absent = absent


ReasoningEffort: TypeAlias = OpenEnum[
    Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]
]
"""How much a reasoning model thinks before it answers."""


class ResponseFormatJSONObject(Model, tag_field="type", tag="json_object"):
    """Any JSON object; the instructions must ask for JSON too.

    Attributes:
        type: Always json_object.
    """

    type: Discriminator[Literal["json_object"]] = discriminator("json_object")


class ResponseFormatText(Model, tag_field="type", tag="text"):
    """Plain text.

    Attributes:
        type: Always text.
    """

    type: Discriminator[Literal["text"]] = discriminator("text")


class InnerError(Model):
    """Azure's closer account of an error.

    Attributes:
        code: More precise code, such as ResponsibleAIPolicyViolation.
        content_filter_results: Verdict of the content filter, by category.
        innererror: A still more precise code.
    """

    code: str | None = ABSENT
    content_filter_results: ContentFilterResults | None = ABSENT
    innererror: "InnerError | None" = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.code is ABSENT:
            self.code = None
            absent += ("code",)
        if self.content_filter_results is ABSENT:
            self.content_filter_results = None
            absent += ("content_filter_results",)
        if self.innererror is ABSENT:
            self.innererror = None
            absent += ("innererror",)
        if absent:
            self._absent = absent


class JSONSchema(Model):
    """A named JSON Schema for answers.

    Attributes:
        name: Name of the format; letters, digits, underscores and dashes, up to 64.
        description: What the format is for; the model reads it.
        schema: The JSON Schema itself.
        strict: Whether the answer must follow the schema to the letter.
    """

    name: str
    description: str | None = ABSENT
    schema: JSONSchemaDefinition | None = ABSENT
    strict: bool | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.description is ABSENT:
            self.description = None
            absent += ("description",)
        if self.schema is ABSENT:
            self.schema = None
            absent += ("schema",)
        if self.strict is ABSENT:
            self.strict = None
            absent += ("strict",)
        if absent:
            self._absent = absent


class Usage(Model):
    """Tokens spent.

    Attributes:
        prompt_tokens: Tokens read.
        completion_tokens: Tokens written.
        total_tokens: Sum of both.
        prompt_token_details: Breakdown of the tokens read.
        completion_tokens_details: Breakdown of the tokens written.
    """

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    prompt_token_details: PromptTokenDetails | None = ABSENT
    completion_tokens_details: CompletionTokensDetails | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.prompt_token_details is ABSENT:
            self.prompt_token_details = None
            absent += ("prompt_token_details",)
        if self.completion_tokens_details is ABSENT:
            self.completion_tokens_details = None
            absent += ("completion_tokens_details",)
        if absent:
            self._absent = absent


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

    message: str | None = ABSENT
    type: str | None = ABSENT
    param: str | None = ABSENT
    code: str | None = ABSENT
    target: str | None = ABSENT
    details: "list[ErrorObject] | None" = ABSENT
    inner_error: InnerError | None = ABSENT
    innererror: InnerError | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.message is ABSENT:
            self.message = None
            absent += ("message",)
        if self.type is ABSENT:
            self.type = None
            absent += ("type",)
        if self.param is ABSENT:
            self.param = None
            absent += ("param",)
        if self.code is ABSENT:
            self.code = None
            absent += ("code",)
        if self.target is ABSENT:
            self.target = None
            absent += ("target",)
        if self.details is ABSENT:
            self.details = None
            absent += ("details",)
        if self.inner_error is ABSENT:
            self.inner_error = None
            absent += ("inner_error",)
        if self.innererror is ABSENT:
            self.innererror = None
            absent += ("innererror",)
        if absent:
            self._absent = absent


class ResponseFormatJSONSchema(Model, tag_field="type", tag="json_schema"):
    """JSON that follows a schema.

    Attributes:
        type: Always json_schema.
        json_schema: The schema and its name.
    """

    type: Discriminator[Literal["json_schema"]] = discriminator("json_schema")
    json_schema: JSONSchema


ResponseFormat: TypeAlias = (
    ResponseFormatText | ResponseFormatJSONObject | ResponseFormatJSONSchema | UnknownVariant
)
"""Form of the answer, by type."""


AssistantResponseFormatOption: TypeAlias = OpenEnum[Literal["auto", "none"]] | ResponseFormat
"""Form of the answer; auto leaves it to the model."""
