# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: threads."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from openai_assistants_core import Mismatch, Model
from openai_assistants_core.codec import (
    checked_values,
    string,
)
from openai_assistants_core.model import (
    ABSENT,
    at_time,
    lacking,
    new,
    unknown_fields,
)

from .common import Metadata
from .tools import ToolResources, decode_tool_resources

__all__ = ["Thread", "ThreadDeleted"]


def decode_thread(raw: dict[str, Any]) -> Thread:
    """Makes a Thread from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(Thread)
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
        at = "tool_resources"
        v = get("tool_resources", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.tool_resources = v if v is None else decode_tool_resources(v)
        at = "metadata"
        v = raw["metadata"]
        self.metadata = v if v is None else checked_values(v, string)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_thread, raw, Thread)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 5:
        self._extra = unknown_fields(raw, Thread)
    made: Thread = self
    return made


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


def decode_thread_deleted(raw: dict[str, Any]) -> ThreadDeleted:
    """Makes a ThreadDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ThreadDeleted)
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
        return lacking(decode_thread_deleted, raw, ThreadDeleted)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, ThreadDeleted)
    made: ThreadDeleted = self
    return made


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
