# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: threads. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.threads import Thread, ThreadDeleted
from .tools import ToolResourcesWire


class ThreadWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a Thread is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    tool_resources: ToolResourcesWire | None | UnsetType = UNSET
    metadata: dict[str, str] | None

    def to_model(self) -> Thread:
        """The model."""
        this: Any = self
        made = new(Thread)
        absent = 0
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        v = this.tool_resources
        if v is UNSET:
            absent |= 8
            v = None
        made.tool_resources = v if v is None else v.to_model()
        made.metadata = this.metadata
        made._absent = absent
        made._extra = None
        result: Thread = made
        return result


class ThreadDeletedWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ThreadDeleted is made of."""

    id: str | None
    object: str | None
    deleted: bool | None

    def to_model(self) -> ThreadDeleted:
        """The model."""
        this: Any = self
        made = new(ThreadDeleted)
        made.id = this.id
        made.object = this.object
        made.deleted = this.deleted
        made._absent = 0
        made._extra = None
        result: ThreadDeleted = made
        return result
