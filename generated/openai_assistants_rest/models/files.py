# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: files."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

import attrs
from openai_assistants_core import Mismatch, Model
from openai_assistants_core.model import (
    ABSENT,
    at_time,
    new,
    unknown_fields,
    with_absent,
)

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


def decode_file_deleted(raw: Any) -> FileDeleted:
    """Makes a FileDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileDeleted)
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
        return decode_file_deleted(with_absent(fields, FileDeleted))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 3:
        self._extra = unknown_fields(fields, FileDeleted)
    made: FileDeleted = self
    return made


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

    decode = staticmethod(decode_file_deleted)


def decode_file_object(raw: Any) -> FileObject:
    """Makes a FileObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileObject)
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
        v = fields["bytes"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "bytes"
                raise Mismatch("an integer", v)
            absent |= 4
            v = None
        self.bytes = v
        v = fields["created_at"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "created_at"
                raise Mismatch("an integer", v)
            absent |= 8
            v = None
        self.created_at = v
        v = get("expires_at", ABSENT)
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "expires_at"
                raise Mismatch("an integer", v)
            absent |= 16
            v = None
        self.expires_at = v
        v = fields["filename"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "filename"
                raise Mismatch("a string", v)
            absent |= 32
            v = None
        self.filename = v
        v = fields["purpose"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "purpose"
                raise Mismatch("a string", v)
            absent |= 64
            v = None
        self.purpose = v
        v = get("status", ABSENT)
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "status"
                raise Mismatch("a string", v)
            absent |= 128
            v = None
        self.status = v
        v = get("status_details", ABSENT)
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "status_details"
                raise Mismatch("a string", v)
            absent |= 256
            v = None
        self.status_details = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_file_object(with_absent(fields, FileObject))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 9:
        self._extra = unknown_fields(fields, FileObject)
    made: FileObject = self
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

    id: str
    object: Literal["file"] = "file"
    bytes: int | None
    created_at: int
    expires_at: int | None = ABSENT
    filename: str
    purpose: FileObjectPurpose
    status: (
        Literal["uploaded", "pending", "running", "processed", "error", "deleting", "deleted"]
        | str
        | None
    ) = ABSENT
    status_details: str | None = ABSENT

    decode = staticmethod(decode_file_object)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)

    @property
    def expires_at_datetime(self) -> datetime | None:
        """`expires_at` as a timezone-aware datetime."""
        return at_time(self.expires_at)
