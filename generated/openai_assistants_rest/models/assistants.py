# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: assistants."""

from datetime import datetime
from typing import Literal

from openai_assistants_core import Model
from openai_assistants_core.model import at_time
from openai_assistants_core.model_fields import (
    ABSENT,
    constant,
)

from .common import AssistantResponseFormatOption, Metadata, ReasoningEffort
from .tools import AssistantTool, ToolResources

__all__ = ["Assistant", "AssistantDeleted", "AssistantFile", "AssistantFileDeleted"]


class AssistantDeleted(Model):
    """Says which assistant was deleted.

    Attributes:
        id: Id of the assistant.
        object: Always assistant.deleted.
        deleted: Whether it is gone.
    """

    id: str
    object: Literal["assistant.deleted"] = constant("assistant.deleted")
    deleted: bool


class AssistantFile(Model):
    """First generation; a file linked to an assistant.

    Attributes:
        id: Id of the file.
        object: Always assistant.file.
        created_at: When it was linked.
        assistant_id: Id of the assistant.
    """

    id: str
    object: Literal["assistant.file"] = constant("assistant.file")
    created_at: int
    assistant_id: str

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


class AssistantFileDeleted(Model):
    """First generation; says which file was unlinked.

    Attributes:
        id: Id of the file.
        object: Always assistant.file.deleted.
        deleted: Whether the link is gone.
    """

    id: str
    object: Literal["assistant.file.deleted"] = constant("assistant.file.deleted")
    deleted: bool


class Assistant(Model):
    """A model with instructions, tools and files.

    Attributes:
        id: Id of the assistant.
        object: Always assistant.
        created_at: When it was created.
        name: Its name.
        description: What it is for.
        model: The model, on Azure the deployment.
        instructions: What the model is told first.
        tools: What it can use.
        file_ids: First generation; ids of the linked files.
        tool_resources: What its tools may work with.
        metadata: Notes of the caller.
        temperature: Randomness of the sampling, from 0 to 2.
        top_p: Share of the likeliest tokens that are sampled, from 0 to 1.
        response_format: Form of its answers.
        reasoning_effort: How much a reasoning model thinks.
    """

    id: str
    object: Literal["assistant"] = constant("assistant")
    created_at: int
    name: str | None
    description: str | None
    model: str
    instructions: str | None
    tools: list[AssistantTool]
    file_ids: list[str] | None = ABSENT
    tool_resources: ToolResources | None = ABSENT
    metadata: Metadata | None
    temperature: int | float | None = ABSENT
    top_p: int | float | None = ABSENT
    response_format: AssistantResponseFormatOption | None = ABSENT
    reasoning_effort: ReasoningEffort | None = ABSENT

    _provider_fields = ("file_ids",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_ids is ABSENT:
            self.file_ids = None
            absent += ("file_ids",)
        if self.tool_resources is ABSENT:
            self.tool_resources = None
            absent += ("tool_resources",)
        if self.temperature is ABSENT:
            self.temperature = None
            absent += ("temperature",)
        if self.top_p is ABSENT:
            self.top_p = None
            absent += ("top_p",)
        if self.response_format is ABSENT:
            self.response_format = None
            absent += ("response_format",)
        if self.reasoning_effort is ABSENT:
            self.reasoning_effort = None
            absent += ("reasoning_effort",)
        if absent:
            self._absent = absent

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)
