# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: vector_stores."""

from datetime import datetime
from typing import Literal, TypeAlias

from openai_assistants_core import Model, UnknownVariant
from openai_assistants_core.model import at_time
from openai_assistants_core.model_fields import (
    ABSENT,
    Discriminator,
    OpenEnum,
    constant,
    discriminator,
)

from .common import Metadata
from .tools import StaticFileChunkingStrategy

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


class AutoFileChunkingStrategyObject(Model, tag_field="type", tag="auto"):
    """Dated Azure; pieces of a size the service chose.

    Attributes:
        type: Always auto.
    """

    type: Discriminator[Literal["auto"]] = discriminator("auto")


class OtherFileChunkingStrategyObject(Model, tag_field="type", tag="other"):
    """Pieces of an unknown size, from before sizes were recorded.

    Attributes:
        type: Always other.
    """

    type: Discriminator[Literal["other"]] = discriminator("other")


class FileContentResponse(Model):
    """A piece of the text of a file.

    Attributes:
        type: Kind of the piece, such as text.
        text: The text.
    """

    type: str | None = ABSENT
    text: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.type is ABSENT:
            self.type = None
            absent += ("type",)
        if self.text is ABSENT:
            self.text = None
            absent += ("text",)
        if absent:
            self._absent = absent


class FileCounts(Model):
    """Numbers of files by status.

    Attributes:
        in_progress: Files in work.
        completed: Files that are ready.
        failed: Files that could not be read.
        cancelled: Files that were left out.
        total: All of them.
    """

    in_progress: int
    completed: int
    failed: int
    cancelled: int
    total: int


class VectorStoreExpirationAfter(Model):
    """Lifetime of a vector store.

    Attributes:
        anchor: The lifetime starts with the last use; always last_active_at.
        days: Days to keep it unused, from 1 to 365.
    """

    anchor: Literal["last_active_at"] = constant("last_active_at")
    days: int


VectorStoreStatus: TypeAlias = OpenEnum[Literal["expired", "in_progress", "completed"]]
"""Whether a vector store can be used; not after it expired."""


class VectorStoreDeleted(Model):
    """Says which vector store was deleted.

    Attributes:
        id: Id of the vector store.
        object: Always vector_store.deleted.
        deleted: Whether it is gone.
    """

    id: str
    object: Literal["vector_store.deleted"] = constant("vector_store.deleted")
    deleted: bool


VectorStoreFileStatus: TypeAlias = OpenEnum[
    Literal["in_progress", "completed", "failed", "cancelled"]
]
"""How far a file or a batch of files is."""


VectorStoreFileAttribute: TypeAlias = str | int | float | bool
"""Value of an attribute."""


class VectorStoreFileDeleted(Model):
    """Says which file was removed from a vector store.

    Attributes:
        id: Id of the file.
        object: Always vector_store.file.deleted.
        deleted: Whether it is gone.
    """

    id: str
    object: Literal["vector_store.file.deleted"] = constant("vector_store.file.deleted")
    deleted: bool


VectorStoreFileErrorCode: TypeAlias = OpenEnum[
    Literal[
        "internal_error",
        "file_not_found",
        "parsing_error",
        "unhandled_mime_type",
        "server_error",
        "unsupported_file",
        "invalid_file",
    ]
]
"""Why a file could not be read."""


class VectorStoreSearchResultContent(Model):
    """A piece of text that a search found.

    Attributes:
        type: Always text.
        text: The text.
    """

    type: Literal["text"] = constant("text")
    text: str


class StaticFileChunkingStrategyObject(Model, tag_field="type", tag="static"):
    """Pieces of a known size.

    Attributes:
        type: Always static.
        static: The sizes.
    """

    type: Discriminator[Literal["static"]] = discriminator("static")
    static: StaticFileChunkingStrategy


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

    id: str
    object: Literal["vector_store"] = constant("vector_store")
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

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.description is ABSENT:
            self.description = None
            absent += ("description",)
        if self.expires_after is ABSENT:
            self.expires_after = None
            absent += ("expires_after",)
        if self.expires_at is ABSENT:
            self.expires_at = None
            absent += ("expires_at",)
        if absent:
            self._absent = absent

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

    id: str
    object: OpenEnum[Literal["vector_store.file_batch", "vector_store.files_batch"]]
    created_at: int
    vector_store_id: str
    status: VectorStoreFileStatus
    file_counts: FileCounts

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


VectorStoreFileAttributes: TypeAlias = dict[str, VectorStoreFileAttribute]
"""Attributes of a file in a vector store, by key."""


class VectorStoreFileError(Model):
    """Why a file could not be read.

    Attributes:
        code: Code for programs.
        message: Explanation for people.
    """

    code: VectorStoreFileErrorCode
    message: str


FileChunkingStrategy: TypeAlias = (
    StaticFileChunkingStrategyObject
    | OtherFileChunkingStrategyObject
    | AutoFileChunkingStrategyObject
    | UnknownVariant
)
"""How a file was cut into pieces."""


class VectorStoreSearchResponse(Model):
    """A file that a search found.

    Attributes:
        file_id: Id of the file.
        filename: Name of the file.
        score: How well it fits, from 0 to 1.
        attributes: Attributes of the file.
        content: The pieces of text found.
    """

    file_id: str
    filename: str
    score: int | float
    attributes: VectorStoreFileAttributes | None
    content: list[VectorStoreSearchResultContent]


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

    id: str
    object: Literal["vector_store.file"] = constant("vector_store.file")
    usage_bytes: int | None = ABSENT
    created_at: int
    vector_store_id: str
    status: VectorStoreFileStatus
    last_error: VectorStoreFileError | None
    chunking_strategy: FileChunkingStrategy | None = ABSENT
    attributes: VectorStoreFileAttributes | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.usage_bytes is ABSENT:
            self.usage_bytes = None
            absent += ("usage_bytes",)
        if self.chunking_strategy is ABSENT:
            self.chunking_strategy = None
            absent += ("chunking_strategy",)
        if self.attributes is ABSENT:
            self.attributes = None
            absent += ("attributes",)
        if absent:
            self._absent = absent

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)
