# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: assistants."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from openai_assistants_core import Mismatch, Model
from openai_assistants_core.codec import (
    checked_items,
    checked_values,
    items,
    string,
)
from openai_assistants_core.model import (
    ABSENT,
    at_time,
    lacking,
    new,
    unknown_fields,
)

from .common import (
    AssistantResponseFormatOption,
    Metadata,
    ReasoningEffort,
    decode_assistant_response_format_option,
)
from .tools import AssistantTool, ToolResources, decode_assistant_tool, decode_tool_resources

__all__ = ["Assistant", "AssistantDeleted", "AssistantFile", "AssistantFileDeleted"]


def decode_assistant(raw: dict[str, Any]) -> Assistant:
    """Makes a Assistant from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(Assistant)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["object"]
        if type(v) is not str and v is not None:
            at = "object"
            raise Mismatch("a string", v)
        self.object = v
        v = raw["created_at"]
        if type(v) is not int and v is not None:
            at = "created_at"
            raise Mismatch("an integer", v)
        self.created_at = v
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
        v = raw["description"]
        if type(v) is not str and v is not None:
            at = "description"
            raise Mismatch("a string", v)
        self.description = v
        v = raw["model"]
        if type(v) is not str and v is not None:
            at = "model"
            raise Mismatch("a string", v)
        self.model = v
        v = raw["instructions"]
        if type(v) is not str and v is not None:
            at = "instructions"
            raise Mismatch("a string", v)
        self.instructions = v
        at = "tools"
        v = raw["tools"]
        self.tools = v if v is None else items(v, decode_assistant_tool)
        at = "file_ids"
        v = get("file_ids", ABSENT)
        if v is ABSENT:
            absent |= 256
            v = None
        self.file_ids = v if v is None else checked_items(v, string)
        at = "tool_resources"
        v = get("tool_resources", ABSENT)
        if v is ABSENT:
            absent |= 512
            v = None
        self.tool_resources = v if v is None else decode_tool_resources(v)
        at = "metadata"
        v = raw["metadata"]
        self.metadata = v if v is None else checked_values(v, string)
        v = get("temperature", ABSENT)
        if type(v) is not float and type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 2048
                v = None
            else:
                at = "temperature"
                raise Mismatch("a number", v)
        self.temperature = v
        v = get("top_p", ABSENT)
        if type(v) is not float and type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 4096
                v = None
            else:
                at = "top_p"
                raise Mismatch("a number", v)
        self.top_p = v
        at = "response_format"
        v = get("response_format", ABSENT)
        if v is ABSENT:
            absent |= 8192
            v = None
        self.response_format = v if v is None else decode_assistant_response_format_option(v)
        v = get("reasoning_effort", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 16384
                v = None
            else:
                at = "reasoning_effort"
                raise Mismatch("a string", v)
        self.reasoning_effort = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_assistant, raw, Assistant)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 15:
        self._extra = unknown_fields(raw, Assistant)
    made: Assistant = self
    return made


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

    decode = staticmethod(decode_assistant)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


def decode_assistant_deleted(raw: dict[str, Any]) -> AssistantDeleted:
    """Makes a AssistantDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AssistantDeleted)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["object"]
        if type(v) is not str and v is not None:
            at = "object"
            raise Mismatch("a string", v)
        self.object = v
        v = raw["deleted"]
        if type(v) is not bool and v is not None:
            at = "deleted"
            raise Mismatch("a boolean", v)
        self.deleted = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_assistant_deleted, raw, AssistantDeleted)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, AssistantDeleted)
    made: AssistantDeleted = self
    return made


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

    decode = staticmethod(decode_assistant_deleted)


def decode_assistant_file(raw: dict[str, Any]) -> AssistantFile:
    """Makes a AssistantFile from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AssistantFile)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["object"]
        if type(v) is not str and v is not None:
            at = "object"
            raise Mismatch("a string", v)
        self.object = v
        v = raw["created_at"]
        if type(v) is not int and v is not None:
            at = "created_at"
            raise Mismatch("an integer", v)
        self.created_at = v
        v = raw["assistant_id"]
        if type(v) is not str and v is not None:
            at = "assistant_id"
            raise Mismatch("a string", v)
        self.assistant_id = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_assistant_file, raw, AssistantFile)
    self._absent = 0
    self._extra = None
    if len(raw) != 4:
        self._extra = unknown_fields(raw, AssistantFile)
    made: AssistantFile = self
    return made


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

    decode = staticmethod(decode_assistant_file)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


def decode_assistant_file_deleted(raw: dict[str, Any]) -> AssistantFileDeleted:
    """Makes a AssistantFileDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AssistantFileDeleted)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["object"]
        if type(v) is not str and v is not None:
            at = "object"
            raise Mismatch("a string", v)
        self.object = v
        v = raw["deleted"]
        if type(v) is not bool and v is not None:
            at = "deleted"
            raise Mismatch("a boolean", v)
        self.deleted = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_assistant_file_deleted, raw, AssistantFileDeleted)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, AssistantFileDeleted)
    made: AssistantFileDeleted = self
    return made


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

    decode = staticmethod(decode_assistant_file_deleted)
