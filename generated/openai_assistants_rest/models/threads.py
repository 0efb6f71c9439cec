# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: threads."""

from datetime import datetime
from typing import Literal

from openai_assistants_core import Model
from openai_assistants_core.model import at_time
from openai_assistants_core.model_fields import (
    ABSENT,
    constant,
)

from .common import Metadata
from .tools import ToolResources

__all__ = ["Thread", "ThreadDeleted"]


class ThreadDeleted(Model):
    """Says which thread was deleted.

    Attributes:
        id: Id of the thread.
        object: Always thread.deleted.
        deleted: Whether it is gone.
    """

    id: str
    object: Literal["thread.deleted"] = constant("thread.deleted")
    deleted: bool


class Thread(Model):
    """One conversation; its messages are listed separately.

    Attributes:
        id: Id of the thread.
        object: Always thread.
        created_at: When it was created.
        tool_resources: What the tools may work with in this thread.
        metadata: Notes of the caller.
    """

    id: str
    object: Literal["thread"] = constant("thread")
    created_at: int
    tool_resources: ToolResources | None = ABSENT
    metadata: Metadata | None

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.tool_resources is ABSENT:
            self.tool_resources = None
            absent += ("tool_resources",)
        if absent:
            self._absent = absent

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)
