# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: files. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.files import FileDeleted, FileObject


class FileDeletedWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileDeleted is made of."""

    id: str | None
    object: str | None
    deleted: bool | None

    def to_model(self) -> FileDeleted:
        """The model."""
        this: Any = self
        made = new(FileDeleted)
        made.id = this.id
        made.object = this.object
        made.deleted = this.deleted
        made._absent = 0
        made._extra = None
        result: FileDeleted = made
        return result


class FileObjectWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileObject is made of."""

    id: str | None
    object: str | None
    bytes: int | None
    created_at: int | None
    expires_at: int | None | UnsetType = UNSET
    filename: str | None
    purpose: str | None
    status: str | None | UnsetType = UNSET
    status_details: str | None | UnsetType = UNSET

    def to_model(self) -> FileObject:
        """The model."""
        this: Any = self
        made = new(FileObject)
        absent = 0
        made.id = this.id
        made.object = this.object
        made.bytes = this.bytes
        made.created_at = this.created_at
        v = this.expires_at
        if v is UNSET:
            absent |= 16
            v = None
        made.expires_at = v
        made.filename = this.filename
        made.purpose = this.purpose
        v = this.status
        if v is UNSET:
            absent |= 128
            v = None
        made.status = v
        v = this.status_details
        if v is UNSET:
            absent |= 256
            v = None
        made.status_details = v
        made._absent = absent
        made._extra = None
        result: FileObject = made
        return result
