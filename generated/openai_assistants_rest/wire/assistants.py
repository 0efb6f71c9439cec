# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: assistants. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.assistants import Assistant, AssistantDeleted, AssistantFile, AssistantFileDeleted
from ..models.common import decode_assistant_response_format_option
from .tools import (
    AzureAISearchToolWire,
    AzureFunctionToolWire,
    BingGroundingToolWire,
    CodeInterpreterToolWire,
    ConnectedAgentToolWire,
    FileSearchToolWire,
    FunctionToolWire,
    OpenAPIToolWire,
    RetrievalToolWire,
    ToolResourcesWire,
)


class AssistantWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a Assistant is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    name: str | None
    description: str | None
    model: str | None
    instructions: str | None
    tools: (
        list[
            AzureAISearchToolWire
            | AzureFunctionToolWire
            | BingGroundingToolWire
            | CodeInterpreterToolWire
            | ConnectedAgentToolWire
            | FileSearchToolWire
            | FunctionToolWire
            | OpenAPIToolWire
            | RetrievalToolWire
        ]
        | None
    )
    file_ids: list[str] | None | UnsetType = UNSET
    tool_resources: ToolResourcesWire | None | UnsetType = UNSET
    metadata: dict[str, str] | None
    temperature: int | float | None | UnsetType = UNSET
    top_p: int | float | None | UnsetType = UNSET
    response_format: Any | None | UnsetType = UNSET
    reasoning_effort: str | None | UnsetType = UNSET

    def to_model(self) -> Assistant:
        """The model."""
        this: Any = self
        made = new(Assistant)
        absent = 0
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        made.name = this.name
        made.description = this.description
        made.model = this.model
        made.instructions = this.instructions
        v = this.tools
        made.tools = [one.to_model() for one in v] if v else v
        v = this.file_ids
        if v is UNSET:
            absent |= 256
            v = None
        made.file_ids = v
        v = this.tool_resources
        if v is UNSET:
            absent |= 512
            v = None
        made.tool_resources = v if v is None else v.to_model()
        made.metadata = this.metadata
        v = this.temperature
        if v is UNSET:
            absent |= 2048
            v = None
        made.temperature = v
        v = this.top_p
        if v is UNSET:
            absent |= 4096
            v = None
        made.top_p = v
        v = this.response_format
        if v is UNSET:
            absent |= 8192
            v = None
        made.response_format = v if v is None else decode_assistant_response_format_option(v)
        v = this.reasoning_effort
        if v is UNSET:
            absent |= 16384
            v = None
        made.reasoning_effort = v
        made._absent = absent
        made._extra = None
        result: Assistant = made
        return result


class AssistantDeletedWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AssistantDeleted is made of."""

    id: str | None
    object: str | None
    deleted: bool | None

    def to_model(self) -> AssistantDeleted:
        """The model."""
        this: Any = self
        made = new(AssistantDeleted)
        made.id = this.id
        made.object = this.object
        made.deleted = this.deleted
        made._absent = 0
        made._extra = None
        result: AssistantDeleted = made
        return result


class AssistantFileWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AssistantFile is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    assistant_id: str | None

    def to_model(self) -> AssistantFile:
        """The model."""
        this: Any = self
        made = new(AssistantFile)
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        made.assistant_id = this.assistant_id
        made._absent = 0
        made._extra = None
        result: AssistantFile = made
        return result


class AssistantFileDeletedWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a AssistantFileDeleted is made of."""

    id: str | None
    object: str | None
    deleted: bool | None

    def to_model(self) -> AssistantFileDeleted:
        """The model."""
        this: Any = self
        made = new(AssistantFileDeleted)
        made.id = this.id
        made.object = this.object
        made.deleted = this.deleted
        made._absent = 0
        made._extra = None
        result: AssistantFileDeleted = made
        return result
