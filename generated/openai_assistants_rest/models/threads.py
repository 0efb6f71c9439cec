# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: threads."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self

import attrs
from openai_assistants_core import Mismatch, Model
from openai_assistants_core.codec import (
    string,
    values,
)
from openai_assistants_core.model import ABSENT, at_time, new

from .common import Metadata
from .tools import ToolResources

__all__ = ["Thread", "ThreadDeleted"]


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class Thread(Model):
    """One conversation; its messages are listed separately.

    Attributes:
        id: Id of the thread.
        object: Always thread.
        created_at: When it was created.
        tool_resources: What the tools may work with in this thread.
        metadata: Notes of the caller.
    """

    _fields = ("id", "object", "created_at", "tool_resources", "metadata")

    id: str
    object: Literal["thread"] = "thread"
    created_at: int
    tool_resources: ToolResources | None = ABSENT
    metadata: Metadata | None

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
            at = "tool_resources"
            v = get(at)
            self.tool_resources = v if v is None else ToolResources.decode(v)
            at = "metadata"
            v = get(at)
            self.metadata = v if v is None else values(v, string)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ThreadDeleted(Model):
    """Says which thread was deleted.

    Attributes:
        id: Id of the thread.
        object: Always thread.deleted.
        deleted: Whether it is gone.
    """

    _fields = ("id", "object", "deleted")

    id: str
    object: Literal["thread.deleted"] = "thread.deleted"
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
