# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: vector_stores."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

import attrs
from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    boolean,
    by_json_type,
    checked_values,
    items,
    number,
    string,
    values,
)
from openai_assistants_core.model import (
    ABSENT,
    at_time,
    by_discriminator,
    new,
    unknown_fields,
    with_absent,
)

from .common import Metadata

__all__ = [
    "AutoFileChunkingStrategyObject",
    "FileChunkingStrategy",
    "FileContentResponse",
    "FileCounts",
    "OtherFileChunkingStrategyObject",
    "StaticFileChunkingStrategy",
    "StaticFileChunkingStrategyObject",
    "VectorStore",
    "VectorStoreConfiguration",
    "VectorStoreConfigurations",
    "VectorStoreDataSource",
    "VectorStoreDataSourceType",
    "VectorStoreDeleted",
    "VectorStoreExpirationAfter",
    "VectorStoreFile",
    "VectorStoreFileAttribute",
    "VectorStoreFileAttributes",
    "VectorStoreFileBatch",
    "VectorStoreFileDeleted",
    "VectorStoreFileError",
    "VectorStoreFileErrorCode",
    "VectorStoreFileStatus",
    "VectorStoreSearchResponse",
    "VectorStoreSearchResultContent",
    "VectorStoreStatus",
]

VectorStoreDataSourceType: TypeAlias = Literal["uri_asset", "id_asset"] | str
"""Whether a data source is named by its address or by its id."""

VectorStoreFileErrorCode: TypeAlias = (
    Literal[
        "internal_error",
        "file_not_found",
        "parsing_error",
        "unhandled_mime_type",
        "server_error",
        "unsupported_file",
        "invalid_file",
    ]
    | str
)
"""Why a file could not be read."""

VectorStoreFileStatus: TypeAlias = Literal["in_progress", "completed", "failed", "cancelled"] | str
"""How far a file or a batch of files is."""

VectorStoreStatus: TypeAlias = Literal["expired", "in_progress", "completed"] | str
"""Whether a vector store can be used; not after it expired."""


def decode_auto_file_chunking_strategy_object(raw: Any) -> AutoFileChunkingStrategyObject:
    """Makes a AutoFileChunkingStrategyObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(AutoFileChunkingStrategyObject)
    absent = 0
    at = ""
    try:
        v = fields["type"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "type"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_auto_file_chunking_strategy_object(
            with_absent(fields, AutoFileChunkingStrategyObject)
        )
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 1:
        self._extra = unknown_fields(fields, AutoFileChunkingStrategyObject)
    made: AutoFileChunkingStrategyObject = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class AutoFileChunkingStrategyObject(Model):
    """Dated Azure; pieces of a size the service chose.

    Attributes:
        type: Always auto.
    """

    _fields = ("type",)

    type: Literal["auto"] = "auto"

    decode = staticmethod(decode_auto_file_chunking_strategy_object)


def decode_file_content_response(raw: Any) -> FileContentResponse:
    """Makes a FileContentResponse from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileContentResponse)
    get = fields.get
    absent = 0
    at = ""
    try:
        v = get("type", ABSENT)
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "type"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.type = v
        v = get("text", ABSENT)
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "text"
                raise Mismatch("a string", v)
            absent |= 2
            v = None
        self.text = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_file_content_response(with_absent(fields, FileContentResponse))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 2:
        self._extra = unknown_fields(fields, FileContentResponse)
    made: FileContentResponse = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class FileContentResponse(Model):
    """A piece of the text of a file.

    Attributes:
        type: Kind of the piece, such as text.
        text: The text.
    """

    _fields = ("type", "text")

    type: str | None = ABSENT
    text: str | None = ABSENT

    decode = staticmethod(decode_file_content_response)


def decode_file_counts(raw: Any) -> FileCounts:
    """Makes a FileCounts from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileCounts)
    absent = 0
    at = ""
    try:
        v = fields["in_progress"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "in_progress"
                raise Mismatch("an integer", v)
            absent |= 1
            v = None
        self.in_progress = v
        v = fields["completed"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "completed"
                raise Mismatch("an integer", v)
            absent |= 2
            v = None
        self.completed = v
        v = fields["failed"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "failed"
                raise Mismatch("an integer", v)
            absent |= 4
            v = None
        self.failed = v
        v = fields["cancelled"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "cancelled"
                raise Mismatch("an integer", v)
            absent |= 8
            v = None
        self.cancelled = v
        v = fields["total"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "total"
                raise Mismatch("an integer", v)
            absent |= 16
            v = None
        self.total = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_file_counts(with_absent(fields, FileCounts))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 5:
        self._extra = unknown_fields(fields, FileCounts)
    made: FileCounts = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class FileCounts(Model):
    """Numbers of files by status.

    Attributes:
        in_progress: Files in work.
        completed: Files that are ready.
        failed: Files that could not be read.
        cancelled: Files that were left out.
        total: All of them.
    """

    _fields = ("in_progress", "completed", "failed", "cancelled", "total")

    in_progress: int
    completed: int
    failed: int
    cancelled: int
    total: int

    decode = staticmethod(decode_file_counts)


def decode_other_file_chunking_strategy_object(raw: Any) -> OtherFileChunkingStrategyObject:
    """Makes a OtherFileChunkingStrategyObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(OtherFileChunkingStrategyObject)
    absent = 0
    at = ""
    try:
        v = fields["type"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "type"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_other_file_chunking_strategy_object(
            with_absent(fields, OtherFileChunkingStrategyObject)
        )
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 1:
        self._extra = unknown_fields(fields, OtherFileChunkingStrategyObject)
    made: OtherFileChunkingStrategyObject = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class OtherFileChunkingStrategyObject(Model):
    """Pieces of an unknown size, from before sizes were recorded.

    Attributes:
        type: Always other.
    """

    _fields = ("type",)

    type: Literal["other"] = "other"

    decode = staticmethod(decode_other_file_chunking_strategy_object)


def decode_static_file_chunking_strategy(raw: Any) -> StaticFileChunkingStrategy:
    """Makes a StaticFileChunkingStrategy from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(StaticFileChunkingStrategy)
    absent = 0
    at = ""
    try:
        v = fields["max_chunk_size_tokens"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "max_chunk_size_tokens"
                raise Mismatch("an integer", v)
            absent |= 1
            v = None
        self.max_chunk_size_tokens = v
        v = fields["chunk_overlap_tokens"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "chunk_overlap_tokens"
                raise Mismatch("an integer", v)
            absent |= 2
            v = None
        self.chunk_overlap_tokens = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_static_file_chunking_strategy(with_absent(fields, StaticFileChunkingStrategy))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 2:
        self._extra = unknown_fields(fields, StaticFileChunkingStrategy)
    made: StaticFileChunkingStrategy = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class StaticFileChunkingStrategy(Model):
    """Size and overlap of the pieces of a file.

    Attributes:
        max_chunk_size_tokens: Most tokens in a piece, from 100 to 4096.
        chunk_overlap_tokens: Tokens shared by neighbours; at most half a piece.
    """

    _fields = ("max_chunk_size_tokens", "chunk_overlap_tokens")

    max_chunk_size_tokens: int
    chunk_overlap_tokens: int

    decode = staticmethod(decode_static_file_chunking_strategy)


def decode_static_file_chunking_strategy_object(raw: Any) -> StaticFileChunkingStrategyObject:
    """Makes a StaticFileChunkingStrategyObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(StaticFileChunkingStrategyObject)
    absent = 0
    at = ""
    try:
        v = fields["type"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "type"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.type = v
        at = "static"
        v = fields["static"]
        if v is ABSENT:
            absent |= 2
            v = None
        self.static = v if v is None else decode_static_file_chunking_strategy(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_static_file_chunking_strategy_object(
            with_absent(fields, StaticFileChunkingStrategyObject)
        )
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 2:
        self._extra = unknown_fields(fields, StaticFileChunkingStrategyObject)
    made: StaticFileChunkingStrategyObject = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class StaticFileChunkingStrategyObject(Model):
    """Pieces of a known size.

    Attributes:
        type: Always static.
        static: The sizes.
    """

    _fields = ("type", "static")

    type: Literal["static"] = "static"
    static: StaticFileChunkingStrategy

    decode = staticmethod(decode_static_file_chunking_strategy_object)


def decode_vector_store(raw: Any) -> VectorStore:
    """Makes a VectorStore from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStore)
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
        v = fields["name"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "name"
                raise Mismatch("a string", v)
            absent |= 8
            v = None
        self.name = v
        v = get("description", ABSENT)
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "description"
                raise Mismatch("a string", v)
            absent |= 16
            v = None
        self.description = v
        v = fields["usage_bytes"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "usage_bytes"
                raise Mismatch("an integer", v)
            absent |= 32
            v = None
        self.usage_bytes = v
        at = "file_counts"
        v = fields["file_counts"]
        if v is ABSENT:
            absent |= 64
            v = None
        self.file_counts = v if v is None else decode_file_counts(v)
        v = fields["status"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "status"
                raise Mismatch("a string", v)
            absent |= 128
            v = None
        self.status = v
        at = "expires_after"
        v = get("expires_after", ABSENT)
        if v is ABSENT:
            absent |= 256
            v = None
        self.expires_after = v if v is None else decode_vector_store_expiration_after(v)
        v = get("expires_at", ABSENT)
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "expires_at"
                raise Mismatch("an integer", v)
            absent |= 512
            v = None
        self.expires_at = v
        v = fields["last_active_at"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "last_active_at"
                raise Mismatch("an integer", v)
            absent |= 1024
            v = None
        self.last_active_at = v
        at = "metadata"
        v = fields["metadata"]
        if v is ABSENT:
            absent |= 2048
            v = None
        self.metadata = v if v is None else checked_values(v, string)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store(with_absent(fields, VectorStore))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 12:
        self._extra = unknown_fields(fields, VectorStore)
    made: VectorStore = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStore(Model):
    """Files made ready for the file search.

    Attributes:
        id: Id of the vector store.
        object: Always vector_store.
        created_at: When it was created.
        name: Its name.
        description: What it is for.
        usage_bytes: Bytes its files take up.
        file_counts: How many files it has, by status.
        status: Whether it can be used.
        expires_after: When it is to be removed.
        expires_at: When it will be removed.
        last_active_at: When it was last used.
        metadata: Notes of the caller.
    """

    _fields = (
        "id",
        "object",
        "created_at",
        "name",
        "description",
        "usage_bytes",
        "file_counts",
        "status",
        "expires_after",
        "expires_at",
        "last_active_at",
        "metadata",
    )

    id: str
    object: Literal["vector_store"] = "vector_store"
    created_at: int
    name: str | None
    description: str | None = ABSENT
    usage_bytes: int
    file_counts: FileCounts
    status: VectorStoreStatus
    expires_after: VectorStoreExpirationAfter | None = ABSENT
    expires_at: int | None = ABSENT
    last_active_at: int | None
    metadata: Metadata | None

    decode = staticmethod(decode_vector_store)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)

    @property
    def expires_at_datetime(self) -> datetime | None:
        """`expires_at` as a timezone-aware datetime."""
        return at_time(self.expires_at)

    @property
    def last_active_at_datetime(self) -> datetime | None:
        """`last_active_at` as a timezone-aware datetime."""
        return at_time(self.last_active_at)


def decode_vector_store_configuration(raw: Any) -> VectorStoreConfiguration:
    """Makes a VectorStoreConfiguration from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreConfiguration)
    absent = 0
    at = ""
    try:
        at = "data_sources"
        v = fields["data_sources"]
        if v is ABSENT:
            absent |= 1
            v = None
        self.data_sources = v if v is None else items(v, decode_vector_store_data_source)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_configuration(with_absent(fields, VectorStoreConfiguration))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 1:
        self._extra = unknown_fields(fields, VectorStoreConfiguration)
    made: VectorStoreConfiguration = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreConfiguration(Model):
    """Foundry; data for a vector store.

    Attributes:
        data_sources: Where the data are.
    """

    _fields = ("data_sources",)

    data_sources: list[VectorStoreDataSource]

    decode = staticmethod(decode_vector_store_configuration)


def decode_vector_store_configurations(raw: Any) -> VectorStoreConfigurations:
    """Makes a VectorStoreConfigurations from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreConfigurations)
    absent = 0
    at = ""
    try:
        v = fields["name"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "name"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.name = v
        at = "configuration"
        v = fields["configuration"]
        if v is ABSENT:
            absent |= 2
            v = None
        self.configuration = v if v is None else decode_vector_store_configuration(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_configurations(with_absent(fields, VectorStoreConfigurations))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 2:
        self._extra = unknown_fields(fields, VectorStoreConfigurations)
    made: VectorStoreConfigurations = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreConfigurations(Model):
    """Foundry; a vector store over data that are kept elsewhere.

    Attributes:
        name: Its name.
        configuration: The data.
    """

    _fields = ("name", "configuration")

    name: str
    configuration: VectorStoreConfiguration

    decode = staticmethod(decode_vector_store_configurations)


def decode_vector_store_data_source(raw: Any) -> VectorStoreDataSource:
    """Makes a VectorStoreDataSource from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreDataSource)
    absent = 0
    at = ""
    try:
        v = fields["uri"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "uri"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.uri = v
        v = fields["type"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "type"
                raise Mismatch("a string", v)
            absent |= 2
            v = None
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_data_source(with_absent(fields, VectorStoreDataSource))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 2:
        self._extra = unknown_fields(fields, VectorStoreDataSource)
    made: VectorStoreDataSource = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreDataSource(Model):
    """Foundry; data that are kept elsewhere.

    Attributes:
        uri: Where they are.
        type: What the address is.
    """

    _fields = ("uri", "type")

    uri: str
    type: VectorStoreDataSourceType

    decode = staticmethod(decode_vector_store_data_source)


def decode_vector_store_deleted(raw: Any) -> VectorStoreDeleted:
    """Makes a VectorStoreDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreDeleted)
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
        return decode_vector_store_deleted(with_absent(fields, VectorStoreDeleted))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 3:
        self._extra = unknown_fields(fields, VectorStoreDeleted)
    made: VectorStoreDeleted = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreDeleted(Model):
    """Says which vector store was deleted.

    Attributes:
        id: Id of the vector store.
        object: Always vector_store.deleted.
        deleted: Whether it is gone.
    """

    _fields = ("id", "object", "deleted")

    id: str
    object: Literal["vector_store.deleted"] = "vector_store.deleted"
    deleted: bool

    decode = staticmethod(decode_vector_store_deleted)


def decode_vector_store_expiration_after(raw: Any) -> VectorStoreExpirationAfter:
    """Makes a VectorStoreExpirationAfter from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreExpirationAfter)
    absent = 0
    at = ""
    try:
        v = fields["anchor"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "anchor"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.anchor = v
        v = fields["days"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "days"
                raise Mismatch("an integer", v)
            absent |= 2
            v = None
        self.days = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_expiration_after(with_absent(fields, VectorStoreExpirationAfter))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 2:
        self._extra = unknown_fields(fields, VectorStoreExpirationAfter)
    made: VectorStoreExpirationAfter = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreExpirationAfter(Model):
    """Lifetime of a vector store.

    Attributes:
        anchor: The lifetime starts with the last use; always last_active_at.
        days: Days to keep it unused, from 1 to 365.
    """

    _fields = ("anchor", "days")

    anchor: Literal["last_active_at"] = "last_active_at"
    days: int

    decode = staticmethod(decode_vector_store_expiration_after)


def decode_vector_store_file(raw: Any) -> VectorStoreFile:
    """Makes a VectorStoreFile from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreFile)
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
        v = get("usage_bytes", ABSENT)
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "usage_bytes"
                raise Mismatch("an integer", v)
            absent |= 4
            v = None
        self.usage_bytes = v
        v = fields["created_at"]
        if type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "created_at"
                raise Mismatch("an integer", v)
            absent |= 8
            v = None
        self.created_at = v
        v = fields["vector_store_id"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "vector_store_id"
                raise Mismatch("a string", v)
            absent |= 16
            v = None
        self.vector_store_id = v
        v = fields["status"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "status"
                raise Mismatch("a string", v)
            absent |= 32
            v = None
        self.status = v
        at = "last_error"
        v = fields["last_error"]
        if v is ABSENT:
            absent |= 64
            v = None
        self.last_error = v if v is None else decode_vector_store_file_error(v)
        at = "chunking_strategy"
        v = get("chunking_strategy", ABSENT)
        if v is ABSENT:
            absent |= 128
            v = None
        self.chunking_strategy = v if v is None else decode_file_chunking_strategy(v)
        at = "attributes"
        v = get("attributes", ABSENT)
        if v is ABSENT:
            absent |= 256
            v = None
        self.attributes = v if v is None else values(v, decode_vector_store_file_attribute)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_file(with_absent(fields, VectorStoreFile))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 9:
        self._extra = unknown_fields(fields, VectorStoreFile)
    made: VectorStoreFile = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreFile(Model):
    """A file in a vector store.

    Attributes:
        id: Id of the file.
        object: Always vector_store.file.
        usage_bytes: Bytes it takes up there.
        created_at: When it was added.
        vector_store_id: Id of the vector store.
        status: How far it is.
        last_error: Why it could not be read.
        chunking_strategy: How it was cut into pieces.
        attributes: Attributes that searches can filter by.
    """

    _fields = (
        "id",
        "object",
        "usage_bytes",
        "created_at",
        "vector_store_id",
        "status",
        "last_error",
        "chunking_strategy",
        "attributes",
    )

    id: str
    object: Literal["vector_store.file"] = "vector_store.file"
    usage_bytes: int | None = ABSENT
    created_at: int
    vector_store_id: str
    status: VectorStoreFileStatus
    last_error: VectorStoreFileError | None
    chunking_strategy: FileChunkingStrategy | None = ABSENT
    attributes: VectorStoreFileAttributes | None = ABSENT

    decode = staticmethod(decode_vector_store_file)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


def decode_vector_store_file_batch(raw: Any) -> VectorStoreFileBatch:
    """Makes a VectorStoreFileBatch from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreFileBatch)
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
        v = fields["vector_store_id"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "vector_store_id"
                raise Mismatch("a string", v)
            absent |= 8
            v = None
        self.vector_store_id = v
        v = fields["status"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "status"
                raise Mismatch("a string", v)
            absent |= 16
            v = None
        self.status = v
        at = "file_counts"
        v = fields["file_counts"]
        if v is ABSENT:
            absent |= 32
            v = None
        self.file_counts = v if v is None else decode_file_counts(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_file_batch(with_absent(fields, VectorStoreFileBatch))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 6:
        self._extra = unknown_fields(fields, VectorStoreFileBatch)
    made: VectorStoreFileBatch = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreFileBatch(Model):
    """Files added to a vector store in one request.

    Attributes:
        id: Id of the batch.
        object: Always vector_store.file_batch or vector_store.files_batch.
        created_at: When it was created.
        vector_store_id: Id of the vector store.
        status: How far it is.
        file_counts: How many files it has, by status.
    """

    _fields = ("id", "object", "created_at", "vector_store_id", "status", "file_counts")

    id: str
    object: Literal["vector_store.file_batch", "vector_store.files_batch"] | str
    created_at: int
    vector_store_id: str
    status: VectorStoreFileStatus
    file_counts: FileCounts

    decode = staticmethod(decode_vector_store_file_batch)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


def decode_vector_store_file_deleted(raw: Any) -> VectorStoreFileDeleted:
    """Makes a VectorStoreFileDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreFileDeleted)
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
        return decode_vector_store_file_deleted(with_absent(fields, VectorStoreFileDeleted))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 3:
        self._extra = unknown_fields(fields, VectorStoreFileDeleted)
    made: VectorStoreFileDeleted = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreFileDeleted(Model):
    """Says which file was removed from a vector store.

    Attributes:
        id: Id of the file.
        object: Always vector_store.file.deleted.
        deleted: Whether it is gone.
    """

    _fields = ("id", "object", "deleted")

    id: str
    object: Literal["vector_store.file.deleted"] = "vector_store.file.deleted"
    deleted: bool

    decode = staticmethod(decode_vector_store_file_deleted)


def decode_vector_store_file_error(raw: Any) -> VectorStoreFileError:
    """Makes a VectorStoreFileError from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreFileError)
    absent = 0
    at = ""
    try:
        v = fields["code"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "code"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.code = v
        v = fields["message"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "message"
                raise Mismatch("a string", v)
            absent |= 2
            v = None
        self.message = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_file_error(with_absent(fields, VectorStoreFileError))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 2:
        self._extra = unknown_fields(fields, VectorStoreFileError)
    made: VectorStoreFileError = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreFileError(Model):
    """Why a file could not be read.

    Attributes:
        code: Code for programs.
        message: Explanation for people.
    """

    _fields = ("code", "message")

    code: VectorStoreFileErrorCode
    message: str

    decode = staticmethod(decode_vector_store_file_error)


def decode_vector_store_search_response(raw: Any) -> VectorStoreSearchResponse:
    """Makes a VectorStoreSearchResponse from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreSearchResponse)
    absent = 0
    at = ""
    try:
        v = fields["file_id"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "file_id"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.file_id = v
        v = fields["filename"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "filename"
                raise Mismatch("a string", v)
            absent |= 2
            v = None
        self.filename = v
        v = fields["score"]
        if type(v) is not float and type(v) is not int and v is not None:
            if v is not ABSENT:
                at = "score"
                raise Mismatch("a number", v)
            absent |= 4
            v = None
        self.score = v
        at = "attributes"
        v = fields["attributes"]
        if v is ABSENT:
            absent |= 8
            v = None
        self.attributes = v if v is None else values(v, decode_vector_store_file_attribute)
        at = "content"
        v = fields["content"]
        if v is ABSENT:
            absent |= 16
            v = None
        self.content = v if v is None else items(v, decode_vector_store_search_result_content)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_search_response(with_absent(fields, VectorStoreSearchResponse))
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 5:
        self._extra = unknown_fields(fields, VectorStoreSearchResponse)
    made: VectorStoreSearchResponse = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreSearchResponse(Model):
    """A file that a search found.

    Attributes:
        file_id: Id of the file.
        filename: Name of the file.
        score: How well it fits, from 0 to 1.
        attributes: Attributes of the file.
        content: The pieces of text found.
    """

    _fields = ("file_id", "filename", "score", "attributes", "content")

    file_id: str
    filename: str
    score: float
    attributes: VectorStoreFileAttributes | None
    content: list[VectorStoreSearchResultContent]

    decode = staticmethod(decode_vector_store_search_response)


def decode_vector_store_search_result_content(raw: Any) -> VectorStoreSearchResultContent:
    """Makes a VectorStoreSearchResultContent from parsed JSON; raises Mismatch where a JSON type is wrong."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreSearchResultContent)
    absent = 0
    at = ""
    try:
        v = fields["type"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "type"
                raise Mismatch("a string", v)
            absent |= 1
            v = None
        self.type = v
        v = fields["text"]
        if type(v) is not str and v is not None:
            if v is not ABSENT:
                at = "text"
                raise Mismatch("a string", v)
            absent |= 2
            v = None
        self.text = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return decode_vector_store_search_result_content(
            with_absent(fields, VectorStoreSearchResultContent)
        )
    self._absent = absent
    self._extra = None
    if len(fields) + absent.bit_count() != 2:
        self._extra = unknown_fields(fields, VectorStoreSearchResultContent)
    made: VectorStoreSearchResultContent = self
    return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class VectorStoreSearchResultContent(Model):
    """A piece of text that a search found.

    Attributes:
        type: Always text.
        text: The text.
    """

    _fields = ("type", "text")

    type: Literal["text"] = "text"
    text: str

    decode = staticmethod(decode_vector_store_search_result_content)


FileChunkingStrategy: TypeAlias = (
    AutoFileChunkingStrategyObject
    | OtherFileChunkingStrategyObject
    | StaticFileChunkingStrategyObject
    | UnknownVariant
)
"""How a file was cut into pieces."""

decode_file_chunking_strategy = by_discriminator(
    "type",
    {
        "auto": decode_auto_file_chunking_strategy_object,
        "other": decode_other_file_chunking_strategy_object,
        "static": decode_static_file_chunking_strategy_object,
    },
)

VectorStoreFileAttribute: TypeAlias = str | float | bool
"""Value of an attribute."""

decode_vector_store_file_attribute = by_json_type(
    "a string or a number or a boolean",
    {
        str: string,
        int: number,
        float: number,
        bool: boolean,
    },
)

VectorStoreFileAttributes: TypeAlias = dict[str, VectorStoreFileAttribute]
"""Attributes of a file in a vector store, by key."""
