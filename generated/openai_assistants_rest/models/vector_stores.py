# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: vector_stores."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

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
    lacking,
    new,
    unknown_fields,
)

from .common import Metadata
from .tools import StaticFileChunkingStrategy, decode_static_file_chunking_strategy

__all__ = [
    "AutoFileChunkingStrategyObject",
    "FileChunkingStrategy",
    "FileContentResponse",
    "FileCounts",
    "OtherFileChunkingStrategyObject",
    "StaticFileChunkingStrategyObject",
    "VectorStore",
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


def decode_auto_file_chunking_strategy_object(
    raw: dict[str, Any],
) -> AutoFileChunkingStrategyObject:
    """Makes a AutoFileChunkingStrategyObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AutoFileChunkingStrategyObject)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_auto_file_chunking_strategy_object, raw, AutoFileChunkingStrategyObject
        )
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, AutoFileChunkingStrategyObject)
    made: AutoFileChunkingStrategyObject = self
    return made


class AutoFileChunkingStrategyObject(Model):
    """Dated Azure; pieces of a size the service chose.

    Attributes:
        type: Always auto.
    """

    _fields = ("type",)

    type: Literal["auto"] = "auto"

    decode = staticmethod(decode_auto_file_chunking_strategy_object)


def decode_file_content_response(raw: dict[str, Any]) -> FileContentResponse:
    """Makes a FileContentResponse from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileContentResponse)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("type", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "type"
                raise Mismatch("a string", v)
        self.type = v
        v = get("text", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "text"
                raise Mismatch("a string", v)
        self.text = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_content_response, raw, FileContentResponse)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, FileContentResponse)
    made: FileContentResponse = self
    return made


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


def decode_file_counts(raw: dict[str, Any]) -> FileCounts:
    """Makes a FileCounts from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileCounts)
    at = ""
    try:
        v = raw["in_progress"]
        if type(v) is not int and v is not None:
            at = "in_progress"
            raise Mismatch("an integer", v)
        self.in_progress = v
        v = raw["completed"]
        if type(v) is not int and v is not None:
            at = "completed"
            raise Mismatch("an integer", v)
        self.completed = v
        v = raw["failed"]
        if type(v) is not int and v is not None:
            at = "failed"
            raise Mismatch("an integer", v)
        self.failed = v
        v = raw["cancelled"]
        if type(v) is not int and v is not None:
            at = "cancelled"
            raise Mismatch("an integer", v)
        self.cancelled = v
        v = raw["total"]
        if type(v) is not int and v is not None:
            at = "total"
            raise Mismatch("an integer", v)
        self.total = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_counts, raw, FileCounts)
    self._absent = 0
    self._extra = None
    if len(raw) != 5:
        self._extra = unknown_fields(raw, FileCounts)
    made: FileCounts = self
    return made


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


def decode_other_file_chunking_strategy_object(
    raw: dict[str, Any],
) -> OtherFileChunkingStrategyObject:
    """Makes a OtherFileChunkingStrategyObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OtherFileChunkingStrategyObject)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_other_file_chunking_strategy_object, raw, OtherFileChunkingStrategyObject
        )
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, OtherFileChunkingStrategyObject)
    made: OtherFileChunkingStrategyObject = self
    return made


class OtherFileChunkingStrategyObject(Model):
    """Pieces of an unknown size, from before sizes were recorded.

    Attributes:
        type: Always other.
    """

    _fields = ("type",)

    type: Literal["other"] = "other"

    decode = staticmethod(decode_other_file_chunking_strategy_object)


def decode_static_file_chunking_strategy_object(
    raw: dict[str, Any],
) -> StaticFileChunkingStrategyObject:
    """Makes a StaticFileChunkingStrategyObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(StaticFileChunkingStrategyObject)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "static"
        v = raw["static"]
        self.static = v if v is None else decode_static_file_chunking_strategy(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_static_file_chunking_strategy_object, raw, StaticFileChunkingStrategyObject
        )
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, StaticFileChunkingStrategyObject)
    made: StaticFileChunkingStrategyObject = self
    return made


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


def decode_vector_store(raw: dict[str, Any]) -> VectorStore:
    """Makes a VectorStore from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStore)
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
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
        v = get("description", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "description"
                raise Mismatch("a string", v)
        self.description = v
        v = raw["usage_bytes"]
        if type(v) is not int and v is not None:
            at = "usage_bytes"
            raise Mismatch("an integer", v)
        self.usage_bytes = v
        at = "file_counts"
        v = raw["file_counts"]
        self.file_counts = v if v is None else decode_file_counts(v)
        v = raw["status"]
        if type(v) is not str and v is not None:
            at = "status"
            raise Mismatch("a string", v)
        self.status = v
        at = "expires_after"
        v = get("expires_after", ABSENT)
        if v is ABSENT:
            absent |= 256
            v = None
        self.expires_after = v if v is None else decode_vector_store_expiration_after(v)
        v = get("expires_at", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 512
                v = None
            else:
                at = "expires_at"
                raise Mismatch("an integer", v)
        self.expires_at = v
        v = raw["last_active_at"]
        if type(v) is not int and v is not None:
            at = "last_active_at"
            raise Mismatch("an integer", v)
        self.last_active_at = v
        at = "metadata"
        v = raw["metadata"]
        self.metadata = v if v is None else checked_values(v, string)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_vector_store, raw, VectorStore)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 12:
        self._extra = unknown_fields(raw, VectorStore)
    made: VectorStore = self
    return made


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


def decode_vector_store_deleted(raw: dict[str, Any]) -> VectorStoreDeleted:
    """Makes a VectorStoreDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreDeleted)
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
        return lacking(decode_vector_store_deleted, raw, VectorStoreDeleted)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, VectorStoreDeleted)
    made: VectorStoreDeleted = self
    return made


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


def decode_vector_store_expiration_after(raw: dict[str, Any]) -> VectorStoreExpirationAfter:
    """Makes a VectorStoreExpirationAfter from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreExpirationAfter)
    at = ""
    try:
        v = raw["anchor"]
        if type(v) is not str and v is not None:
            at = "anchor"
            raise Mismatch("a string", v)
        self.anchor = v
        v = raw["days"]
        if type(v) is not int and v is not None:
            at = "days"
            raise Mismatch("an integer", v)
        self.days = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_vector_store_expiration_after, raw, VectorStoreExpirationAfter)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, VectorStoreExpirationAfter)
    made: VectorStoreExpirationAfter = self
    return made


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


def decode_vector_store_file(raw: dict[str, Any]) -> VectorStoreFile:
    """Makes a VectorStoreFile from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreFile)
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
        v = get("usage_bytes", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "usage_bytes"
                raise Mismatch("an integer", v)
        self.usage_bytes = v
        v = raw["created_at"]
        if type(v) is not int and v is not None:
            at = "created_at"
            raise Mismatch("an integer", v)
        self.created_at = v
        v = raw["vector_store_id"]
        if type(v) is not str and v is not None:
            at = "vector_store_id"
            raise Mismatch("a string", v)
        self.vector_store_id = v
        v = raw["status"]
        if type(v) is not str and v is not None:
            at = "status"
            raise Mismatch("a string", v)
        self.status = v
        at = "last_error"
        v = raw["last_error"]
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
        return lacking(decode_vector_store_file, raw, VectorStoreFile)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 9:
        self._extra = unknown_fields(raw, VectorStoreFile)
    made: VectorStoreFile = self
    return made


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


def decode_vector_store_file_batch(raw: dict[str, Any]) -> VectorStoreFileBatch:
    """Makes a VectorStoreFileBatch from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreFileBatch)
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
        v = raw["vector_store_id"]
        if type(v) is not str and v is not None:
            at = "vector_store_id"
            raise Mismatch("a string", v)
        self.vector_store_id = v
        v = raw["status"]
        if type(v) is not str and v is not None:
            at = "status"
            raise Mismatch("a string", v)
        self.status = v
        at = "file_counts"
        v = raw["file_counts"]
        self.file_counts = v if v is None else decode_file_counts(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_vector_store_file_batch, raw, VectorStoreFileBatch)
    self._absent = 0
    self._extra = None
    if len(raw) != 6:
        self._extra = unknown_fields(raw, VectorStoreFileBatch)
    made: VectorStoreFileBatch = self
    return made


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


def decode_vector_store_file_deleted(raw: dict[str, Any]) -> VectorStoreFileDeleted:
    """Makes a VectorStoreFileDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreFileDeleted)
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
        return lacking(decode_vector_store_file_deleted, raw, VectorStoreFileDeleted)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, VectorStoreFileDeleted)
    made: VectorStoreFileDeleted = self
    return made


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


def decode_vector_store_file_error(raw: dict[str, Any]) -> VectorStoreFileError:
    """Makes a VectorStoreFileError from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreFileError)
    at = ""
    try:
        v = raw["code"]
        if type(v) is not str and v is not None:
            at = "code"
            raise Mismatch("a string", v)
        self.code = v
        v = raw["message"]
        if type(v) is not str and v is not None:
            at = "message"
            raise Mismatch("a string", v)
        self.message = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_vector_store_file_error, raw, VectorStoreFileError)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, VectorStoreFileError)
    made: VectorStoreFileError = self
    return made


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


def decode_vector_store_search_response(raw: dict[str, Any]) -> VectorStoreSearchResponse:
    """Makes a VectorStoreSearchResponse from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreSearchResponse)
    at = ""
    try:
        v = raw["file_id"]
        if type(v) is not str and v is not None:
            at = "file_id"
            raise Mismatch("a string", v)
        self.file_id = v
        v = raw["filename"]
        if type(v) is not str and v is not None:
            at = "filename"
            raise Mismatch("a string", v)
        self.filename = v
        v = raw["score"]
        if type(v) is not float and type(v) is not int and v is not None:
            at = "score"
            raise Mismatch("a number", v)
        self.score = v
        at = "attributes"
        v = raw["attributes"]
        self.attributes = v if v is None else values(v, decode_vector_store_file_attribute)
        at = "content"
        v = raw["content"]
        self.content = v if v is None else items(v, decode_vector_store_search_result_content)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_vector_store_search_response, raw, VectorStoreSearchResponse)
    self._absent = 0
    self._extra = None
    if len(raw) != 5:
        self._extra = unknown_fields(raw, VectorStoreSearchResponse)
    made: VectorStoreSearchResponse = self
    return made


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


def decode_vector_store_search_result_content(
    raw: dict[str, Any],
) -> VectorStoreSearchResultContent:
    """Makes a VectorStoreSearchResultContent from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(VectorStoreSearchResultContent)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = raw["text"]
        if type(v) is not str and v is not None:
            at = "text"
            raise Mismatch("a string", v)
        self.text = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_vector_store_search_result_content, raw, VectorStoreSearchResultContent
        )
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, VectorStoreSearchResultContent)
    made: VectorStoreSearchResultContent = self
    return made


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
