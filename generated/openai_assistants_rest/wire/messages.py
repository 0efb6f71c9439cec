# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: messages. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.messages import (
    Attachment,
    AttachmentToolFileSearch,
    FileCitation,
    FileCitationAnnotation,
    FilePath,
    FilePathAnnotation,
    ImageFile,
    ImageFileContentBlock,
    ImageURL,
    ImageURLContentBlock,
    Message,
    MessageDeleted,
    MessageFile,
    MessageIncompleteDetails,
    RefusalContentBlock,
    Text,
    TextContentBlock,
    URLCitation,
    URLCitationAnnotation,
)
from .tools import (
    AzureAISearchToolWire,
    AzureFunctionToolWire,
    BingGroundingToolWire,
    CodeInterpreterToolWire,
    ConnectedAgentToolWire,
    FileSearchWire,
    FunctionToolWire,
    OpenAPIToolWire,
    VectorStoreDataSourceWire,
)


class AttachmentWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a Attachment is made of."""

    file_id: str | None | UnsetType = UNSET
    tools: (
        list[
            AttachmentToolFileSearchWire
            | AzureAISearchToolWire
            | AzureFunctionToolWire
            | BingGroundingToolWire
            | CodeInterpreterToolWire
            | ConnectedAgentToolWire
            | FunctionToolWire
            | OpenAPIToolWire
        ]
        | None
        | UnsetType
    ) = UNSET
    data_source: VectorStoreDataSourceWire | None | UnsetType = UNSET

    def to_model(self) -> Attachment:
        """The model."""
        this: Any = self
        made = new(Attachment)
        absent = 0
        v = this.file_id
        if v is UNSET:
            absent |= 1
            v = None
        made.file_id = v
        v = this.tools
        if v is UNSET:
            absent |= 2
            v = None
        made.tools = [one.to_model() for one in v] if v else v
        v = this.data_source
        if v is UNSET:
            absent |= 4
            v = None
        made.data_source = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: Attachment = made
        return result


class AttachmentToolFileSearchWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="file_search", tag_field="type"
):
    """What a AttachmentToolFileSearch is made of."""

    file_search: FileSearchWire | None | UnsetType = UNSET

    def to_model(self) -> AttachmentToolFileSearch:
        """The model."""
        this: Any = self
        made = new(AttachmentToolFileSearch)
        absent = 0
        made.type = "file_search"
        v = this.file_search
        if v is UNSET:
            absent |= 2
            v = None
        made.file_search = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: AttachmentToolFileSearch = made
        return result


class FileCitationWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileCitation is made of."""

    file_id: str | None
    quote: str | None | UnsetType = UNSET

    def to_model(self) -> FileCitation:
        """The model."""
        this: Any = self
        made = new(FileCitation)
        absent = 0
        made.file_id = this.file_id
        v = this.quote
        if v is UNSET:
            absent |= 2
            v = None
        made.quote = v
        made._absent = absent
        made._extra = None
        result: FileCitation = made
        return result


class FileCitationAnnotationWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="file_citation", tag_field="type"
):
    """What a FileCitationAnnotation is made of."""

    text: str | None
    file_citation: FileCitationWire | None
    start_index: int | None
    end_index: int | None

    def to_model(self) -> FileCitationAnnotation:
        """The model."""
        this: Any = self
        made = new(FileCitationAnnotation)
        made.type = "file_citation"
        made.text = this.text
        v = this.file_citation
        made.file_citation = v if v is None else v.to_model()
        made.start_index = this.start_index
        made.end_index = this.end_index
        made._absent = 0
        made._extra = None
        result: FileCitationAnnotation = made
        return result


class FilePathWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FilePath is made of."""

    file_id: str | None

    def to_model(self) -> FilePath:
        """The model."""
        this: Any = self
        made = new(FilePath)
        made.file_id = this.file_id
        made._absent = 0
        made._extra = None
        result: FilePath = made
        return result


class FilePathAnnotationWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="file_path", tag_field="type"
):
    """What a FilePathAnnotation is made of."""

    text: str | None
    file_path: FilePathWire | None
    start_index: int | None
    end_index: int | None

    def to_model(self) -> FilePathAnnotation:
        """The model."""
        this: Any = self
        made = new(FilePathAnnotation)
        made.type = "file_path"
        made.text = this.text
        v = this.file_path
        made.file_path = v if v is None else v.to_model()
        made.start_index = this.start_index
        made.end_index = this.end_index
        made._absent = 0
        made._extra = None
        result: FilePathAnnotation = made
        return result


class ImageFileWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ImageFile is made of."""

    file_id: str | None
    detail: str | None | UnsetType = UNSET

    def to_model(self) -> ImageFile:
        """The model."""
        this: Any = self
        made = new(ImageFile)
        absent = 0
        made.file_id = this.file_id
        v = this.detail
        if v is UNSET:
            absent |= 2
            v = None
        made.detail = v
        made._absent = absent
        made._extra = None
        result: ImageFile = made
        return result


class ImageFileContentBlockWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="image_file", tag_field="type"
):
    """What a ImageFileContentBlock is made of."""

    image_file: ImageFileWire | None

    def to_model(self) -> ImageFileContentBlock:
        """The model."""
        this: Any = self
        made = new(ImageFileContentBlock)
        made.type = "image_file"
        v = this.image_file
        made.image_file = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: ImageFileContentBlock = made
        return result


class ImageURLWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ImageURL is made of."""

    url: str | None
    detail: str | None | UnsetType = UNSET

    def to_model(self) -> ImageURL:
        """The model."""
        this: Any = self
        made = new(ImageURL)
        absent = 0
        made.url = this.url
        v = this.detail
        if v is UNSET:
            absent |= 2
            v = None
        made.detail = v
        made._absent = absent
        made._extra = None
        result: ImageURL = made
        return result


class ImageURLContentBlockWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="image_url", tag_field="type"
):
    """What a ImageURLContentBlock is made of."""

    image_url: ImageURLWire | None

    def to_model(self) -> ImageURLContentBlock:
        """The model."""
        this: Any = self
        made = new(ImageURLContentBlock)
        made.type = "image_url"
        v = this.image_url
        made.image_url = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: ImageURLContentBlock = made
        return result


class MessageWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a Message is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    thread_id: str | None
    status: str | None | UnsetType = UNSET
    incomplete_details: MessageIncompleteDetailsWire | None | UnsetType = UNSET
    completed_at: int | None | UnsetType = UNSET
    incomplete_at: int | None | UnsetType = UNSET
    role: str | None
    content: (
        list[
            ImageFileContentBlockWire
            | ImageURLContentBlockWire
            | RefusalContentBlockWire
            | TextContentBlockWire
        ]
        | None
    )
    assistant_id: str | None | UnsetType = UNSET
    run_id: str | None | UnsetType = UNSET
    file_ids: list[str] | None | UnsetType = UNSET
    attachments: list[AttachmentWire] | None | UnsetType = UNSET
    metadata: dict[str, str] | None

    def to_model(self) -> Message:
        """The model."""
        this: Any = self
        made = new(Message)
        absent = 0
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        made.thread_id = this.thread_id
        v = this.status
        if v is UNSET:
            absent |= 16
            v = None
        made.status = v
        v = this.incomplete_details
        if v is UNSET:
            absent |= 32
            v = None
        made.incomplete_details = v if v is None else v.to_model()
        v = this.completed_at
        if v is UNSET:
            absent |= 64
            v = None
        made.completed_at = v
        v = this.incomplete_at
        if v is UNSET:
            absent |= 128
            v = None
        made.incomplete_at = v
        made.role = this.role
        v = this.content
        made.content = [one.to_model() for one in v] if v else v
        v = this.assistant_id
        if v is UNSET:
            absent |= 1024
            v = None
        made.assistant_id = v
        v = this.run_id
        if v is UNSET:
            absent |= 2048
            v = None
        made.run_id = v
        v = this.file_ids
        if v is UNSET:
            absent |= 4096
            v = None
        made.file_ids = v
        v = this.attachments
        if v is UNSET:
            absent |= 8192
            v = None
        made.attachments = [one.to_model() for one in v] if v else v
        made.metadata = this.metadata
        made._absent = absent
        made._extra = None
        result: Message = made
        return result


class MessageDeletedWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a MessageDeleted is made of."""

    id: str | None
    object: str | None
    deleted: bool | None

    def to_model(self) -> MessageDeleted:
        """The model."""
        this: Any = self
        made = new(MessageDeleted)
        made.id = this.id
        made.object = this.object
        made.deleted = this.deleted
        made._absent = 0
        made._extra = None
        result: MessageDeleted = made
        return result


class MessageFileWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a MessageFile is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    message_id: str | None

    def to_model(self) -> MessageFile:
        """The model."""
        this: Any = self
        made = new(MessageFile)
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        made.message_id = this.message_id
        made._absent = 0
        made._extra = None
        result: MessageFile = made
        return result


class MessageIncompleteDetailsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a MessageIncompleteDetails is made of."""

    reason: str | None

    def to_model(self) -> MessageIncompleteDetails:
        """The model."""
        this: Any = self
        made = new(MessageIncompleteDetails)
        made.reason = this.reason
        made._absent = 0
        made._extra = None
        result: MessageIncompleteDetails = made
        return result


class RefusalContentBlockWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="refusal", tag_field="type"
):
    """What a RefusalContentBlock is made of."""

    refusal: str | None

    def to_model(self) -> RefusalContentBlock:
        """The model."""
        this: Any = self
        made = new(RefusalContentBlock)
        made.type = "refusal"
        made.refusal = this.refusal
        made._absent = 0
        made._extra = None
        result: RefusalContentBlock = made
        return result


class TextWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a Text is made of."""

    value: str | None
    annotations: (
        list[FileCitationAnnotationWire | FilePathAnnotationWire | URLCitationAnnotationWire] | None
    )

    def to_model(self) -> Text:
        """The model."""
        this: Any = self
        made = new(Text)
        made.value = this.value
        v = this.annotations
        made.annotations = [one.to_model() for one in v] if v else v
        made._absent = 0
        made._extra = None
        result: Text = made
        return result


class TextContentBlockWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="text", tag_field="type"
):
    """What a TextContentBlock is made of."""

    text: TextWire | None

    def to_model(self) -> TextContentBlock:
        """The model."""
        this: Any = self
        made = new(TextContentBlock)
        made.type = "text"
        v = this.text
        made.text = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: TextContentBlock = made
        return result


class URLCitationWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a URLCitation is made of."""

    url: str | None
    title: str | None | UnsetType = UNSET

    def to_model(self) -> URLCitation:
        """The model."""
        this: Any = self
        made = new(URLCitation)
        absent = 0
        made.url = this.url
        v = this.title
        if v is UNSET:
            absent |= 2
            v = None
        made.title = v
        made._absent = absent
        made._extra = None
        result: URLCitation = made
        return result


class URLCitationAnnotationWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="url_citation", tag_field="type"
):
    """What a URLCitationAnnotation is made of."""

    text: str | None
    url_citation: URLCitationWire | None
    start_index: int | None | UnsetType = UNSET
    end_index: int | None | UnsetType = UNSET

    def to_model(self) -> URLCitationAnnotation:
        """The model."""
        this: Any = self
        made = new(URLCitationAnnotation)
        absent = 0
        made.type = "url_citation"
        made.text = this.text
        v = this.url_citation
        made.url_citation = v if v is None else v.to_model()
        v = this.start_index
        if v is UNSET:
            absent |= 8
            v = None
        made.start_index = v
        v = this.end_index
        if v is UNSET:
            absent |= 16
            v = None
        made.end_index = v
        made._absent = absent
        made._extra = None
        result: URLCitationAnnotation = made
        return result
