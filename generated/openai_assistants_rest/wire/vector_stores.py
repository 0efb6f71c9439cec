# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: vector_stores. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.codec import (
    values,
)
from openai_assistants_core.model import new

from ..models.vector_stores import (
    AutoFileChunkingStrategyObject,
    FileContentResponse,
    FileCounts,
    OtherFileChunkingStrategyObject,
    StaticFileChunkingStrategyObject,
    VectorStore,
    VectorStoreDeleted,
    VectorStoreExpirationAfter,
    VectorStoreFile,
    VectorStoreFileBatch,
    VectorStoreFileDeleted,
    VectorStoreFileError,
    VectorStoreSearchResponse,
    VectorStoreSearchResultContent,
    decode_vector_store_file_attribute,
)
from .tools import StaticFileChunkingStrategyWire


class AutoFileChunkingStrategyObjectWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="auto", tag_field="type"
):
    """What a AutoFileChunkingStrategyObject is made of."""

    def to_model(self) -> AutoFileChunkingStrategyObject:
        """The model."""
        made = new(AutoFileChunkingStrategyObject)
        made.type = "auto"
        made._absent = 0
        made._extra = None
        result: AutoFileChunkingStrategyObject = made
        return result


class FileContentResponseWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileContentResponse is made of."""

    type: str | None | UnsetType = UNSET
    text: str | None | UnsetType = UNSET

    def to_model(self) -> FileContentResponse:
        """The model."""
        this: Any = self
        made = new(FileContentResponse)
        absent = 0
        v = this.type
        if v is UNSET:
            absent |= 1
            v = None
        made.type = v
        v = this.text
        if v is UNSET:
            absent |= 2
            v = None
        made.text = v
        made._absent = absent
        made._extra = None
        result: FileContentResponse = made
        return result


class FileCountsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileCounts is made of."""

    in_progress: int | None
    completed: int | None
    failed: int | None
    cancelled: int | None
    total: int | None

    def to_model(self) -> FileCounts:
        """The model."""
        this: Any = self
        made = new(FileCounts)
        made.in_progress = this.in_progress
        made.completed = this.completed
        made.failed = this.failed
        made.cancelled = this.cancelled
        made.total = this.total
        made._absent = 0
        made._extra = None
        result: FileCounts = made
        return result


class OtherFileChunkingStrategyObjectWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="other", tag_field="type"
):
    """What a OtherFileChunkingStrategyObject is made of."""

    def to_model(self) -> OtherFileChunkingStrategyObject:
        """The model."""
        made = new(OtherFileChunkingStrategyObject)
        made.type = "other"
        made._absent = 0
        made._extra = None
        result: OtherFileChunkingStrategyObject = made
        return result


class StaticFileChunkingStrategyObjectWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="static", tag_field="type"
):
    """What a StaticFileChunkingStrategyObject is made of."""

    static: StaticFileChunkingStrategyWire | None

    def to_model(self) -> StaticFileChunkingStrategyObject:
        """The model."""
        this: Any = self
        made = new(StaticFileChunkingStrategyObject)
        made.type = "static"
        v = this.static
        made.static = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: StaticFileChunkingStrategyObject = made
        return result


class VectorStoreWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStore is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    name: str | None
    description: str | None | UnsetType = UNSET
    usage_bytes: int | None
    file_counts: FileCountsWire | None
    status: str | None
    expires_after: VectorStoreExpirationAfterWire | None | UnsetType = UNSET
    expires_at: int | None | UnsetType = UNSET
    last_active_at: int | None
    metadata: dict[str, str] | None

    def to_model(self) -> VectorStore:
        """The model."""
        this: Any = self
        made = new(VectorStore)
        absent = 0
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        made.name = this.name
        v = this.description
        if v is UNSET:
            absent |= 16
            v = None
        made.description = v
        made.usage_bytes = this.usage_bytes
        v = this.file_counts
        made.file_counts = v if v is None else v.to_model()
        made.status = this.status
        v = this.expires_after
        if v is UNSET:
            absent |= 256
            v = None
        made.expires_after = v if v is None else v.to_model()
        v = this.expires_at
        if v is UNSET:
            absent |= 512
            v = None
        made.expires_at = v
        made.last_active_at = this.last_active_at
        made.metadata = this.metadata
        made._absent = absent
        made._extra = None
        result: VectorStore = made
        return result


class VectorStoreDeletedWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreDeleted is made of."""

    id: str | None
    object: str | None
    deleted: bool | None

    def to_model(self) -> VectorStoreDeleted:
        """The model."""
        this: Any = self
        made = new(VectorStoreDeleted)
        made.id = this.id
        made.object = this.object
        made.deleted = this.deleted
        made._absent = 0
        made._extra = None
        result: VectorStoreDeleted = made
        return result


class VectorStoreExpirationAfterWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreExpirationAfter is made of."""

    anchor: str | None
    days: int | None

    def to_model(self) -> VectorStoreExpirationAfter:
        """The model."""
        this: Any = self
        made = new(VectorStoreExpirationAfter)
        made.anchor = this.anchor
        made.days = this.days
        made._absent = 0
        made._extra = None
        result: VectorStoreExpirationAfter = made
        return result


class VectorStoreFileWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreFile is made of."""

    id: str | None
    object: str | None
    usage_bytes: int | None | UnsetType = UNSET
    created_at: int | None
    vector_store_id: str | None
    status: str | None
    last_error: VectorStoreFileErrorWire | None
    chunking_strategy: (
        AutoFileChunkingStrategyObjectWire
        | OtherFileChunkingStrategyObjectWire
        | StaticFileChunkingStrategyObjectWire
        | None
        | UnsetType
    ) = UNSET
    attributes: Any | None | UnsetType = UNSET

    def to_model(self) -> VectorStoreFile:
        """The model."""
        this: Any = self
        made = new(VectorStoreFile)
        absent = 0
        made.id = this.id
        made.object = this.object
        v = this.usage_bytes
        if v is UNSET:
            absent |= 4
            v = None
        made.usage_bytes = v
        made.created_at = this.created_at
        made.vector_store_id = this.vector_store_id
        made.status = this.status
        v = this.last_error
        made.last_error = v if v is None else v.to_model()
        v = this.chunking_strategy
        if v is UNSET:
            absent |= 128
            v = None
        made.chunking_strategy = v if v is None else v.to_model()
        v = this.attributes
        if v is UNSET:
            absent |= 256
            v = None
        made.attributes = v if v is None else values(v, decode_vector_store_file_attribute)
        made._absent = absent
        made._extra = None
        result: VectorStoreFile = made
        return result


class VectorStoreFileBatchWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreFileBatch is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    vector_store_id: str | None
    status: str | None
    file_counts: FileCountsWire | None

    def to_model(self) -> VectorStoreFileBatch:
        """The model."""
        this: Any = self
        made = new(VectorStoreFileBatch)
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        made.vector_store_id = this.vector_store_id
        made.status = this.status
        v = this.file_counts
        made.file_counts = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: VectorStoreFileBatch = made
        return result


class VectorStoreFileDeletedWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreFileDeleted is made of."""

    id: str | None
    object: str | None
    deleted: bool | None

    def to_model(self) -> VectorStoreFileDeleted:
        """The model."""
        this: Any = self
        made = new(VectorStoreFileDeleted)
        made.id = this.id
        made.object = this.object
        made.deleted = this.deleted
        made._absent = 0
        made._extra = None
        result: VectorStoreFileDeleted = made
        return result


class VectorStoreFileErrorWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreFileError is made of."""

    code: str | None
    message: str | None

    def to_model(self) -> VectorStoreFileError:
        """The model."""
        this: Any = self
        made = new(VectorStoreFileError)
        made.code = this.code
        made.message = this.message
        made._absent = 0
        made._extra = None
        result: VectorStoreFileError = made
        return result


class VectorStoreSearchResponseWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreSearchResponse is made of."""

    file_id: str | None
    filename: str | None
    score: int | float | None
    attributes: Any | None
    content: list[VectorStoreSearchResultContentWire] | None

    def to_model(self) -> VectorStoreSearchResponse:
        """The model."""
        this: Any = self
        made = new(VectorStoreSearchResponse)
        made.file_id = this.file_id
        made.filename = this.filename
        made.score = this.score
        v = this.attributes
        made.attributes = v if v is None else values(v, decode_vector_store_file_attribute)
        v = this.content
        made.content = [one.to_model() for one in v] if v else v
        made._absent = 0
        made._extra = None
        result: VectorStoreSearchResponse = made
        return result


class VectorStoreSearchResultContentWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a VectorStoreSearchResultContent is made of."""

    type: str | None
    text: str | None

    def to_model(self) -> VectorStoreSearchResultContent:
        """The model."""
        this: Any = self
        made = new(VectorStoreSearchResultContent)
        made.type = this.type
        made.text = this.text
        made._absent = 0
        made._extra = None
        result: VectorStoreSearchResultContent = made
        return result
