# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: threads."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

import attrs
from openai_assistants_core import Mismatch, Model
from openai_assistants_core.codec import (
    checked_values,
    string,
)
from openai_assistants_core.model import (
    ABSENT,
    at_time,
    new,
    unknown_fields,
    with_absent,
)

from .common import Metadata
from .tools import ToolResources, decode_tool_resources

__all__ = ["Thread", "ThreadDeleted"]


def decode_thread(raw: Any) -> Thread:
    """Makes a Thread from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(Thread)
    get = fields.get
    absent = 0
    at = ""
    try:
        v = fields["id"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "id"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.id = v
        v = fields["object"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "object"
                raise Mismatch("a string", v)
            absent |= 2
            v = None
        self.object = v
        v = fields["created_at"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "created_at"
                raise Mismatch("an integer", v)
            absent |= 4
            v = None
        self.created_at = v
        at = "tool_resources"
        v = get("tool_resources", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.tool_resources = v if v is None else decode_tool_resources(v)
        at = "metadata"
        v = fields["metadata"]
        if v is ABSENT:
            absent |= 16
            v = None
        self.metadata = v if v is None else checked_values(v, string)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_thread(with_absent(fields, Thread))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 5:
        self._extra = unknown_fields(fields, Thread)
    made: Thread = self
    return made


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

    decode = staticmethod(decode_thread)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


def decode_thread_deleted(raw: Any) -> ThreadDeleted:
    """Makes a ThreadDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(ThreadDeleted)
    absent = 0
    at = ""
    try:
        v = fields["id"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "id"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.id = v
        v = fields["object"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "object"
                raise Mismatch("a string", v)
            absent |= 2
            v = None
        self.object = v
        v = fields["deleted"]
        if type(v) is not bool and v is not None:
            if v is not ABSENT:
                at = "deleted"
                raise Mismatch("a boolean", v)
            absent |= 4
            v = None
        self.deleted = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_thread_deleted(with_absent(fields, ThreadDeleted))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 3:
        self._extra = unknown_fields(fields, ThreadDeleted)
    made: ThreadDeleted = self
    return made


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

    decode = staticmethod(decode_thread_deleted)
