# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: messages."""

from datetime import datetime
from typing import Literal, TypeAlias

from openai_assistants_core import MessageMixin, Model, UnknownVariant
from openai_assistants_core.model import at_time
from openai_assistants_core.model_fields import (
    ABSENT,
    Discriminator,
    OpenEnum,
    constant,
    discriminator,
)

from .common import Metadata
from .tools import (
    AzureAISearchTool,
    AzureFunctionTool,
    BingGroundingTool,
    CodeInterpreterTool,
    ConnectedAgentTool,
    FileSearch,
    FunctionTool,
    OpenAPITool,
    VectorStoreDataSource,
)

__all__ = [
    "Annotation",
    "Attachment",
    "AttachmentTool",
    "AttachmentToolFileSearch",
    "FileCitation",
    "FileCitationAnnotation",
    "FilePath",
    "FilePathAnnotation",
    "ImageDetail",
    "ImageFile",
    "ImageFileContentBlock",
    "ImageURL",
    "ImageURLContentBlock",
    "Message",
    "MessageContent",
    "MessageDeleted",
    "MessageFile",
    "MessageIncompleteDetails",
    "MessageRole",
    "MessageStatus",
    "RefusalContentBlock",
    "Text",
    "TextContentBlock",
    "URLCitation",
    "URLCitationAnnotation",
]


class FileCitation(Model):
    """What a citation points to.

    Attributes:
        file_id: Id of the file.
        quote: The words cited, from older services.
    """

    file_id: str
    quote: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.quote is ABSENT:
            self.quote = None
            absent += ("quote",)
        if absent:
            self._absent = absent


class FilePath(Model):
    """A file that the code interpreter wrote.

    Attributes:
        file_id: Id of the file.
    """

    file_id: str


ImageDetail: TypeAlias = OpenEnum[Literal["auto", "low", "high"]]
"""How closely a model looks at an image; low costs fewer tokens."""


class MessageIncompleteDetails(Model):
    """Why a message is incomplete.

    Attributes:
        reason: What cut it short.
    """

    reason: OpenEnum[
        Literal["content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"]
    ]


MessageRole: TypeAlias = OpenEnum[Literal["user", "assistant"]]
"""Who wrote a message; the first Azure versions take only user."""


MessageStatus: TypeAlias = OpenEnum[Literal["in_progress", "incomplete", "completed"]]
"""How far a message is."""


class RefusalContentBlock(Model, tag_field="type", tag="refusal"):
    """The model declines to answer.

    Attributes:
        type: Always refusal.
        refusal: What it says instead.
    """

    type: Discriminator[Literal["refusal"]] = discriminator("refusal")
    refusal: str


class MessageDeleted(Model):
    """Says which message was deleted.

    Attributes:
        id: Id of the message.
        object: Always thread.message.deleted.
        deleted: Whether it is gone.
    """

    id: str
    object: Literal["thread.message.deleted"] = constant("thread.message.deleted")
    deleted: bool


class MessageFile(Model):
    """First generation; a file linked to a message.

    Attributes:
        id: Id of the file.
        object: Always thread.message.file.
        created_at: When it was linked.
        message_id: Id of the message.
    """

    id: str
    object: Literal["thread.message.file"] = constant("thread.message.file")
    created_at: int
    message_id: str

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


class URLCitation(Model):
    """A page on the web.

    Attributes:
        url: Its address.
        title: Its title.
    """

    url: str
    title: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.title is ABSENT:
            self.title = None
            absent += ("title",)
        if absent:
            self._absent = absent


class AttachmentToolFileSearch(Model, tag_field="type", tag="file_search"):
    """The file search; only Foundry takes settings here.

    Attributes:
        type: Always file_search.
        file_search: Settings of the search.
    """

    type: Discriminator[Literal["file_search"]] = discriminator("file_search")
    file_search: FileSearch | None = ABSENT

    _provider_fields = ("file_search",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_search is ABSENT:
            self.file_search = None
            absent += ("file_search",)
        if absent:
            self._absent = absent


class FileCitationAnnotation(Model, tag_field="type", tag="file_citation"):
    """Quotes a file that was searched.

    Attributes:
        type: Always file_citation.
        text: The mark in the text that stands for the citation.
        file_citation: What is cited.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    type: Discriminator[Literal["file_citation"]] = discriminator("file_citation")
    text: str
    file_citation: FileCitation
    start_index: int
    end_index: int


class FilePathAnnotation(Model, tag_field="type", tag="file_path"):
    """Points to a file that the code interpreter wrote.

    Attributes:
        type: Always file_path.
        text: The path in the text that stands for the file.
        file_path: The file.
        start_index: Where the path starts.
        end_index: Where the path ends.
    """

    type: Discriminator[Literal["file_path"]] = discriminator("file_path")
    text: str
    file_path: FilePath
    start_index: int
    end_index: int


class ImageFile(Model):
    """An image that is stored as a file.

    Attributes:
        file_id: Id of the file; upload it with the purpose vision.
        detail: How closely the model looks.
    """

    file_id: str
    detail: ImageDetail | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.detail is ABSENT:
            self.detail = None
            absent += ("detail",)
        if absent:
            self._absent = absent


class ImageURL(Model):
    """An image on the web.

    Attributes:
        url: Address of a jpeg, png, gif or webp image.
        detail: How closely the model looks.
    """

    url: str
    detail: ImageDetail | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.detail is ABSENT:
            self.detail = None
            absent += ("detail",)
        if absent:
            self._absent = absent


class URLCitationAnnotation(Model, tag_field="type", tag="url_citation"):
    """Foundry; quotes a page on the web.

    Attributes:
        type: Always url_citation.
        text: The mark in the text that stands for the citation.
        url_citation: What is cited.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    type: Discriminator[Literal["url_citation"]] = discriminator("url_citation")
    text: str
    url_citation: URLCitation
    start_index: int | None = ABSENT
    end_index: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.start_index is ABSENT:
            self.start_index = None
            absent += ("start_index",)
        if self.end_index is ABSENT:
            self.end_index = None
            absent += ("end_index",)
        if absent:
            self._absent = absent


AttachmentTool: TypeAlias = (
    CodeInterpreterTool
    | AttachmentToolFileSearch
    | FunctionTool
    | AzureAISearchTool
    | BingGroundingTool
    | ConnectedAgentTool
    | OpenAPITool
    | AzureFunctionTool
    | UnknownVariant
)
"""A tool that may read an attachment."""


class ImageFileContentBlock(Model, tag_field="type", tag="image_file"):
    """An image that is stored as a file.

    Attributes:
        type: Always image_file.
        image_file: The image.
    """

    type: Discriminator[Literal["image_file"]] = discriminator("image_file")
    image_file: ImageFile


class ImageURLContentBlock(Model, tag_field="type", tag="image_url"):
    """An image on the web.

    Attributes:
        type: Always image_url.
        image_url: The image.
    """

    type: Discriminator[Literal["image_url"]] = discriminator("image_url")
    image_url: ImageURL


Annotation: TypeAlias = (
    FileCitationAnnotation | FilePathAnnotation | URLCitationAnnotation | UnknownVariant
)
"""A place in a text that points to a file or a page on the web."""


class Attachment(Model):
    """A file that comes with a message.

    Attributes:
        file_id: Id of an uploaded file.
        tools: The tools that may read it.
        data_source: Foundry; data that are kept elsewhere, in place of a file.
    """

    file_id: str | None = ABSENT
    tools: list[AttachmentTool] | None = ABSENT
    data_source: VectorStoreDataSource | None = ABSENT

    _provider_fields = ("data_source",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_id is ABSENT:
            self.file_id = None
            absent += ("file_id",)
        if self.tools is ABSENT:
            self.tools = None
            absent += ("tools",)
        if self.data_source is ABSENT:
            self.data_source = None
            absent += ("data_source",)
        if absent:
            self._absent = absent


class Text(Model):
    """Text, with its citations.

    Attributes:
        value: The text itself.
        annotations: Places in the text that point to files or pages.
    """

    value: str
    annotations: list[Annotation]


class TextContentBlock(Model, tag_field="type", tag="text"):
    """Text, with its citations.

    Attributes:
        type: Always text.
        text: The text.
    """

    type: Discriminator[Literal["text"]] = discriminator("text")
    text: Text


MessageContent: TypeAlias = (
    TextContentBlock
    | ImageFileContentBlock
    | ImageURLContentBlock
    | RefusalContentBlock
    | UnknownVariant
)
"""One part of a message."""


class Message(MessageMixin):
    """One message of a thread.

    Attributes:
        id: Id of the message.
        object: Always thread.message.
        created_at: When it was created.
        thread_id: Id of its thread.
        status: How far it is; often left out once it is complete.
        incomplete_details: Why it is incomplete.
        completed_at: When it was completed.
        incomplete_at: When it was given up.
        role: Who wrote it.
        content: What it says, in parts.
        assistant_id: Id of the assistant that wrote it.
        run_id: Id of the run that wrote it.
        file_ids: First generation; ids of the linked files.
        attachments: Files that came with it, and the tools that may read them.
        metadata: Notes of the caller.
    """

    id: str
    object: Literal["thread.message"] = constant("thread.message")
    created_at: int
    thread_id: str
    status: MessageStatus | None = ABSENT
    incomplete_details: MessageIncompleteDetails | None = ABSENT
    completed_at: int | None = ABSENT
    incomplete_at: int | None = ABSENT
    role: MessageRole
    content: list[MessageContent]
    assistant_id: str | None = ABSENT
    run_id: str | None = ABSENT
    file_ids: list[str] | None = ABSENT
    attachments: list[Attachment] | None = ABSENT
    metadata: Metadata | None

    _provider_fields = ("file_ids",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.status is ABSENT:
            self.status = None
            absent += ("status",)
        if self.incomplete_details is ABSENT:
            self.incomplete_details = None
            absent += ("incomplete_details",)
        if self.completed_at is ABSENT:
            self.completed_at = None
            absent += ("completed_at",)
        if self.incomplete_at is ABSENT:
            self.incomplete_at = None
            absent += ("incomplete_at",)
        if self.assistant_id is ABSENT:
            self.assistant_id = None
            absent += ("assistant_id",)
        if self.run_id is ABSENT:
            self.run_id = None
            absent += ("run_id",)
        if self.file_ids is ABSENT:
            self.file_ids = None
            absent += ("file_ids",)
        if self.attachments is ABSENT:
            self.attachments = None
            absent += ("attachments",)
        if absent:
            self._absent = absent

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)

    @property
    def completed_at_datetime(self) -> datetime | None:
        """`completed_at` as a timezone-aware datetime."""
        return at_time(self.completed_at)

    @property
    def incomplete_at_datetime(self) -> datetime | None:
        """`incomplete_at` as a timezone-aware datetime."""
        return at_time(self.incomplete_at)
