# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: files."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self, TypeAlias

import attrs
from openai_assistants_core import Mismatch, Model
from openai_assistants_core.model import ABSENT, at_time, new

__all__ = ["FileDeleted", "FileObject", "FileObjectPurpose"]

FileObjectPurpose: TypeAlias = (
    Literal[
        "assistants",
        "assistants_output",
        "batch",
        "batch_output",
        "evals",
        "fine-tune",
        "fine-tune-results",
        "user_data",
        "vision",
    ]
    | str
)
"""What a file is for."""


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class FileDeleted(Model):
    """Says which file was deleted.

    Attributes:
        id: Id of the file.
        object: Always file.
        deleted: Whether it is gone.
    """

    _fields = ("id", "object", "deleted")

    id: str
    object: Literal["file"] = "file"
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
class FileObject(Model):
    """An uploaded or generated file.

    Attributes:
        id: Id of the file.
        object: Always file.
        bytes: Size in bytes.
        created_at: When it was created.
        expires_at: When it will be removed, if ever.
        filename: Name of the file.
        purpose: What the file is for.
        status: State of the file; gone from Azure since 2024-08-01-preview.
        status_details: Why a file could not be processed.
    """

    _fields = (
        "id",
        "object",
        "bytes",
        "created_at",
        "expires_at",
        "filename",
        "purpose",
        "status",
        "status_details",
    )

    id: str | None = ABSENT
    object: Literal["file"] | None = "file"
    bytes: int | None = ABSENT
    created_at: int | None = ABSENT
    expires_at: int | None = ABSENT
    filename: str
    purpose: FileObjectPurpose
    status: (
        Literal["uploaded", "pending", "running", "processed", "error", "deleting", "deleted"]
        | str
        | None
    ) = ABSENT
    status_details: str | None = ABSENT

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
            at = "bytes"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.bytes = v
            at = "created_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.created_at = v
            at = "expires_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.expires_at = v
            at = "filename"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.filename = v
            at = "purpose"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.purpose = v
            at = "status"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.status = v
            at = "status_details"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.status_details = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made

    @property
    def created_at_datetime(self) -> datetime | None:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)

    @property
    def expires_at_datetime(self) -> datetime | None:
        """`expires_at` as a timezone-aware datetime."""
        return at_time(self.expires_at)
