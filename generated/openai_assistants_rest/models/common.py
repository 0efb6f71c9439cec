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
    "JSONSchema",
    "JSONSchemaDefinition",
    "Metadata",
    "ReasoningEffort",
    "ResponseFormat",
    "ResponseFormatJSONObject",
    "ResponseFormatJSONSchema",
    "ResponseFormatText",
]


JSONSchemaDefinition: TypeAlias = dict[str, Any]
"""A JSON Schema."""


Metadata: TypeAlias = dict[str, str]
"""Notes of the caller on an object, as text by key."""


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
