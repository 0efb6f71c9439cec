# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: files."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from openai_assistants_core import Mismatch, Model
from openai_assistants_core.model import (
    ABSENT,
    at_time,
    lacking,
    new,
    unknown_fields,
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


def decode_file_deleted(raw: dict[str, Any]) -> FileDeleted:
    """Makes a FileDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileDeleted)
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
        return lacking(decode_file_deleted, raw, FileDeleted)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, FileDeleted)
    made: FileDeleted = self
    return made


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


def decode_file_object(raw: dict[str, Any]) -> FileObject:
    """Makes a FileObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileObject)
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
        v = raw["bytes"]
        if type(v) is not int and v is not None:
            at = "bytes"
            raise Mismatch("an integer", v)
        self.bytes = v
        v = raw["created_at"]
        if type(v) is not int and v is not None:
            at = "created_at"
            raise Mismatch("an integer", v)
        self.created_at = v
        v = get("expires_at", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "expires_at"
                raise Mismatch("an integer", v)
        self.expires_at = v
        v = raw["filename"]
        if type(v) is not str and v is not None:
            at = "filename"
            raise Mismatch("a string", v)
        self.filename = v
        v = raw["purpose"]
        if type(v) is not str and v is not None:
            at = "purpose"
            raise Mismatch("a string", v)
        self.purpose = v
        v = get("status", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 128
                v = None
            else:
                at = "status"
                raise Mismatch("a string", v)
        self.status = v
        v = get("status_details", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 256
                v = None
            else:
                at = "status_details"
                raise Mismatch("a string", v)
        self.status_details = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_object, raw, FileObject)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 9:
        self._extra = unknown_fields(raw, FileObject)
    made: FileObject = self
    return made


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
