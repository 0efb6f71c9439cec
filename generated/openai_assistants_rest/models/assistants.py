# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: assistants."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self

import attrs
from openai_assistants_core import Mismatch, Model
from openai_assistants_core.codec import (
    items,
    string,
    values,
)
from openai_assistants_core.model import ABSENT, at_time, new

from .common import (
    AssistantResponseFormatOption,
    Metadata,
    ReasoningEffort,
    decode_assistant_response_format_option,
)
from .tools import AssistantTool, ToolResources, decode_assistant_tool

__all__ = ["Assistant", "AssistantDeleted", "AssistantFile", "AssistantFileDeleted"]


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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

    _fields = (
        "id",
        "object",
        "created_at",
        "name",
        "description",
        "model",
        "instructions",
        "tools",
        "file_ids",
        "tool_resources",
        "metadata",
        "temperature",
        "top_p",
        "response_format",
        "reasoning_effort",
    )

    id: str
    object: Literal["assistant"] = "assistant"
    created_at: int
    name: str | None
    description: str | None
    model: str
    instructions: str | None
    tools: list[AssistantTool]
    file_ids: list[str] | None = ABSENT
    tool_resources: ToolResources | None = ABSENT
    metadata: Metadata | None
    temperature: float | None = ABSENT
    top_p: float | None = ABSENT
    response_format: AssistantResponseFormatOption | None = ABSENT
    reasoning_effort: ReasoningEffort | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.id = v
            at = "object"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.object = v
            at = "created_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.created_at = v
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
            at = "model"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.model = v
            at = "instructions"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.instructions = v
            at = "tools"
            v = get(at)
            self.tools = v if v is None else items(v, decode_assistant_tool)
            at = "file_ids"
            v = get(at)
            self.file_ids = v if v is None else items(v, string)
            at = "tool_resources"
            v = get(at)
            self.tool_resources = v if v is None else ToolResources.decode(v)
            at = "metadata"
            v = get(at)
            self.metadata = v if v is None else values(v, string)
            at = "temperature"
            v = get(at)
            if v.__class__ is not float and v.__class__ is not int and v is not None:
                raise Mismatch("a number", v)
            self.temperature = v
            at = "top_p"
            v = get(at)
            if v.__class__ is not float and v.__class__ is not int and v is not None:
                raise Mismatch("a number", v)
            self.top_p = v
            at = "response_format"
            v = get(at)
            self.response_format = v if v is None else decode_assistant_response_format_option(v)
            at = "reasoning_effort"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.reasoning_effort = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class AssistantDeleted(Model):
    """Says which assistant was deleted.

    Attributes:
        id: Id of the assistant.
        object: Always assistant.deleted.
        deleted: Whether it is gone.
    """

    _fields = ("id", "object", "deleted")

    id: str
    object: Literal["assistant.deleted"] = "assistant.deleted"
    deleted: bool

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.id = v
            at = "object"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.object = v
            at = "deleted"
            v = get(at)
            if v.__class__ is not bool and v is not None:
                raise Mismatch("a boolean", v)
            self.deleted = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class AssistantFile(Model):
    """First generation; a file linked to an assistant.

    Attributes:
        id: Id of the file.
        object: Always assistant.file.
        created_at: When it was linked.
        assistant_id: Id of the assistant.
    """

    _fields = ("id", "object", "created_at", "assistant_id")

    id: str
    object: Literal["assistant.file"] = "assistant.file"
    created_at: int
    assistant_id: str

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.id = v
            at = "object"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.object = v
            at = "created_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.created_at = v
            at = "assistant_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.assistant_id = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class AssistantFileDeleted(Model):
    """First generation; says which file was unlinked.

    Attributes:
        id: Id of the file.
        object: Always assistant.file.deleted.
        deleted: Whether the link is gone.
    """

    _fields = ("id", "object", "deleted")

    id: str
    object: Literal["assistant.file.deleted"] = "assistant.file.deleted"
    deleted: bool

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.id = v
            at = "object"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.object = v
            at = "deleted"
            v = get(at)
            if v.__class__ is not bool and v is not None:
                raise Mismatch("a boolean", v)
            self.deleted = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made
