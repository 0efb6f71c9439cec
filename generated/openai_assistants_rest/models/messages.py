# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: messages."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from openai_assistants_core import MessageMixin, Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    checked_items,
    checked_values,
    items,
    string,
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
    decode_azure_ai_search_tool,
    decode_azure_function_tool,
    decode_bing_grounding_tool,
    decode_code_interpreter_tool,
    decode_connected_agent_tool,
    decode_file_search,
    decode_function_tool,
    decode_open_api_tool,
    decode_vector_store_data_source,
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

ImageDetail: TypeAlias = Literal["auto", "low", "high"] | str
"""How closely a model looks at an image; low costs fewer tokens."""

MessageRole: TypeAlias = Literal["user", "assistant"] | str
"""Who wrote a message; the first Azure versions take only user."""

MessageStatus: TypeAlias = Literal["in_progress", "incomplete", "completed"] | str
"""How far a message is."""


def decode_attachment(raw: dict[str, Any]) -> Attachment:
    """Makes a Attachment from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(Attachment)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("file_id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "file_id"
                raise Mismatch("a string", v)
        self.file_id = v
        at = "tools"
        v = get("tools", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.tools = v if v is None else items(v, decode_attachment_tool)
        at = "data_source"
        v = get("data_source", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.data_source = v if v is None else decode_vector_store_data_source(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_attachment, raw, Attachment)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, Attachment)
    made: Attachment = self
    return made


class Attachment(Model):
    """A file that comes with a message.

    Attributes:
        file_id: Id of an uploaded file.
        tools: The tools that may read it.
        data_source: Foundry; data that are kept elsewhere, in place of a file.
    """

    _fields = ("file_id", "tools", "data_source")

    file_id: str | None = ABSENT
    tools: list[AttachmentTool] | None = ABSENT
    data_source: VectorStoreDataSource | None = ABSENT

    decode = staticmethod(decode_attachment)


def decode_attachment_tool_file_search(raw: dict[str, Any]) -> AttachmentToolFileSearch:
    """Makes a AttachmentToolFileSearch from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AttachmentToolFileSearch)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "file_search"
        v = get("file_search", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.file_search = v if v is None else decode_file_search(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_attachment_tool_file_search, raw, AttachmentToolFileSearch)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, AttachmentToolFileSearch)
    made: AttachmentToolFileSearch = self
    return made


class AttachmentToolFileSearch(Model):
    """The file search; only Foundry takes settings here.

    Attributes:
        type: Always file_search.
        file_search: Settings of the search.
    """

    _fields = ("type", "file_search")

    type: Literal["file_search"] = "file_search"
    file_search: FileSearch | None = ABSENT

    decode = staticmethod(decode_attachment_tool_file_search)


def decode_file_citation(raw: dict[str, Any]) -> FileCitation:
    """Makes a FileCitation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileCitation)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["file_id"]
        if type(v) is not str and v is not None:
            at = "file_id"
            raise Mismatch("a string", v)
        self.file_id = v
        v = get("quote", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "quote"
                raise Mismatch("a string", v)
        self.quote = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_citation, raw, FileCitation)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, FileCitation)
    made: FileCitation = self
    return made


class FileCitation(Model):
    """What a citation points to.

    Attributes:
        file_id: Id of the file.
        quote: The words cited, from older services.
    """

    _fields = ("file_id", "quote")

    file_id: str
    quote: str | None = ABSENT

    decode = staticmethod(decode_file_citation)


def decode_file_citation_annotation(raw: dict[str, Any]) -> FileCitationAnnotation:
    """Makes a FileCitationAnnotation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileCitationAnnotation)
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
        at = "file_citation"
        v = raw["file_citation"]
        self.file_citation = v if v is None else decode_file_citation(v)
        v = raw["start_index"]
        if type(v) is not int and v is not None:
            at = "start_index"
            raise Mismatch("an integer", v)
        self.start_index = v
        v = raw["end_index"]
        if type(v) is not int and v is not None:
            at = "end_index"
            raise Mismatch("an integer", v)
        self.end_index = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_citation_annotation, raw, FileCitationAnnotation)
    self._absent = 0
    self._extra = None
    if len(raw) != 5:
        self._extra = unknown_fields(raw, FileCitationAnnotation)
    made: FileCitationAnnotation = self
    return made


class FileCitationAnnotation(Model):
    """Quotes a file that was searched.

    Attributes:
        type: Always file_citation.
        text: The mark in the text that stands for the citation.
        file_citation: What is cited.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    _fields = ("type", "text", "file_citation", "start_index", "end_index")

    type: Literal["file_citation"] = "file_citation"
    text: str
    file_citation: FileCitation
    start_index: int
    end_index: int

    decode = staticmethod(decode_file_citation_annotation)


def decode_file_path(raw: dict[str, Any]) -> FilePath:
    """Makes a FilePath from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FilePath)
    at = ""
    try:
        v = raw["file_id"]
        if type(v) is not str and v is not None:
            at = "file_id"
            raise Mismatch("a string", v)
        self.file_id = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_path, raw, FilePath)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, FilePath)
    made: FilePath = self
    return made


class FilePath(Model):
    """A file that the code interpreter wrote.

    Attributes:
        file_id: Id of the file.
    """

    _fields = ("file_id",)

    file_id: str

    decode = staticmethod(decode_file_path)


def decode_file_path_annotation(raw: dict[str, Any]) -> FilePathAnnotation:
    """Makes a FilePathAnnotation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FilePathAnnotation)
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
        at = "file_path"
        v = raw["file_path"]
        self.file_path = v if v is None else decode_file_path(v)
        v = raw["start_index"]
        if type(v) is not int and v is not None:
            at = "start_index"
            raise Mismatch("an integer", v)
        self.start_index = v
        v = raw["end_index"]
        if type(v) is not int and v is not None:
            at = "end_index"
            raise Mismatch("an integer", v)
        self.end_index = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_path_annotation, raw, FilePathAnnotation)
    self._absent = 0
    self._extra = None
    if len(raw) != 5:
        self._extra = unknown_fields(raw, FilePathAnnotation)
    made: FilePathAnnotation = self
    return made


class FilePathAnnotation(Model):
    """Points to a file that the code interpreter wrote.

    Attributes:
        type: Always file_path.
        text: The path in the text that stands for the file.
        file_path: The file.
        start_index: Where the path starts.
        end_index: Where the path ends.
    """

    _fields = ("type", "text", "file_path", "start_index", "end_index")

    type: Literal["file_path"] = "file_path"
    text: str
    file_path: FilePath
    start_index: int
    end_index: int

    decode = staticmethod(decode_file_path_annotation)


def decode_image_file(raw: dict[str, Any]) -> ImageFile:
    """Makes a ImageFile from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ImageFile)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["file_id"]
        if type(v) is not str and v is not None:
            at = "file_id"
            raise Mismatch("a string", v)
        self.file_id = v
        v = get("detail", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "detail"
                raise Mismatch("a string", v)
        self.detail = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_image_file, raw, ImageFile)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, ImageFile)
    made: ImageFile = self
    return made


class ImageFile(Model):
    """An image that is stored as a file.

    Attributes:
        file_id: Id of the file; upload it with the purpose vision.
        detail: How closely the model looks.
    """

    _fields = ("file_id", "detail")

    file_id: str
    detail: ImageDetail | None = ABSENT

    decode = staticmethod(decode_image_file)


def decode_image_file_content_block(raw: dict[str, Any]) -> ImageFileContentBlock:
    """Makes a ImageFileContentBlock from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ImageFileContentBlock)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "image_file"
        v = raw["image_file"]
        self.image_file = v if v is None else decode_image_file(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_image_file_content_block, raw, ImageFileContentBlock)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, ImageFileContentBlock)
    made: ImageFileContentBlock = self
    return made


class ImageFileContentBlock(Model):
    """An image that is stored as a file.

    Attributes:
        type: Always image_file.
        image_file: The image.
    """

    _fields = ("type", "image_file")

    type: Literal["image_file"] = "image_file"
    image_file: ImageFile

    decode = staticmethod(decode_image_file_content_block)


def decode_image_url(raw: dict[str, Any]) -> ImageURL:
    """Makes a ImageURL from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ImageURL)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["url"]
        if type(v) is not str and v is not None:
            at = "url"
            raise Mismatch("a string", v)
        self.url = v
        v = get("detail", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "detail"
                raise Mismatch("a string", v)
        self.detail = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_image_url, raw, ImageURL)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, ImageURL)
    made: ImageURL = self
    return made


class ImageURL(Model):
    """An image on the web.

    Attributes:
        url: Address of a jpeg, png, gif or webp image.
        detail: How closely the model looks.
    """

    _fields = ("url", "detail")

    url: str
    detail: ImageDetail | None = ABSENT

    decode = staticmethod(decode_image_url)


def decode_image_url_content_block(raw: dict[str, Any]) -> ImageURLContentBlock:
    """Makes a ImageURLContentBlock from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ImageURLContentBlock)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "image_url"
        v = raw["image_url"]
        self.image_url = v if v is None else decode_image_url(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_image_url_content_block, raw, ImageURLContentBlock)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, ImageURLContentBlock)
    made: ImageURLContentBlock = self
    return made


class ImageURLContentBlock(Model):
    """An image on the web.

    Attributes:
        type: Always image_url.
        image_url: The image.
    """

    _fields = ("type", "image_url")

    type: Literal["image_url"] = "image_url"
    image_url: ImageURL

    decode = staticmethod(decode_image_url_content_block)


def decode_message(raw: dict[str, Any]) -> Message:
    """Makes a Message from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(Message)
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
        v = raw["thread_id"]
        if type(v) is not str and v is not None:
            at = "thread_id"
            raise Mismatch("a string", v)
        self.thread_id = v
        v = get("status", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "status"
                raise Mismatch("a string", v)
        self.status = v
        at = "incomplete_details"
        v = get("incomplete_details", ABSENT)
        if v is ABSENT:
            absent |= 32
            v = None
        self.incomplete_details = v if v is None else decode_message_incomplete_details(v)
        v = get("completed_at", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 64
                v = None
            else:
                at = "completed_at"
                raise Mismatch("an integer", v)
        self.completed_at = v
        v = get("incomplete_at", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 128
                v = None
            else:
                at = "incomplete_at"
                raise Mismatch("an integer", v)
        self.incomplete_at = v
        v = raw["role"]
        if type(v) is not str and v is not None:
            at = "role"
            raise Mismatch("a string", v)
        self.role = v
        at = "content"
        v = raw["content"]
        self.content = v if v is None else items(v, decode_message_content)
        v = get("assistant_id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1024
                v = None
            else:
                at = "assistant_id"
                raise Mismatch("a string", v)
        self.assistant_id = v
        v = get("run_id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2048
                v = None
            else:
                at = "run_id"
                raise Mismatch("a string", v)
        self.run_id = v
        at = "file_ids"
        v = get("file_ids", ABSENT)
        if v is ABSENT:
            absent |= 4096
            v = None
        self.file_ids = v if v is None else checked_items(v, string)
        at = "attachments"
        v = get("attachments", ABSENT)
        if v is ABSENT:
            absent |= 8192
            v = None
        self.attachments = v if v is None else items(v, decode_attachment)
        at = "metadata"
        v = raw["metadata"]
        self.metadata = v if v is None else checked_values(v, string)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_message, raw, Message)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 15:
        self._extra = unknown_fields(raw, Message)
    made: Message = self
    return made


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

    _fields = (
        "id",
        "object",
        "created_at",
        "thread_id",
        "status",
        "incomplete_details",
        "completed_at",
        "incomplete_at",
        "role",
        "content",
        "assistant_id",
        "run_id",
        "file_ids",
        "attachments",
        "metadata",
    )

    id: str
    object: Literal["thread.message"] = "thread.message"
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

    decode = staticmethod(decode_message)

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


def decode_message_deleted(raw: dict[str, Any]) -> MessageDeleted:
    """Makes a MessageDeleted from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(MessageDeleted)
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
        return lacking(decode_message_deleted, raw, MessageDeleted)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, MessageDeleted)
    made: MessageDeleted = self
    return made


class MessageDeleted(Model):
    """Says which message was deleted.

    Attributes:
        id: Id of the message.
        object: Always thread.message.deleted.
        deleted: Whether it is gone.
    """

    _fields = ("id", "object", "deleted")

    id: str
    object: Literal["thread.message.deleted"] = "thread.message.deleted"
    deleted: bool

    decode = staticmethod(decode_message_deleted)


def decode_message_file(raw: dict[str, Any]) -> MessageFile:
    """Makes a MessageFile from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(MessageFile)
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
        v = raw["message_id"]
        if type(v) is not str and v is not None:
            at = "message_id"
            raise Mismatch("a string", v)
        self.message_id = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_message_file, raw, MessageFile)
    self._absent = 0
    self._extra = None
    if len(raw) != 4:
        self._extra = unknown_fields(raw, MessageFile)
    made: MessageFile = self
    return made


class MessageFile(Model):
    """First generation; a file linked to a message.

    Attributes:
        id: Id of the file.
        object: Always thread.message.file.
        created_at: When it was linked.
        message_id: Id of the message.
    """

    _fields = ("id", "object", "created_at", "message_id")

    id: str
    object: Literal["thread.message.file"] = "thread.message.file"
    created_at: int
    message_id: str

    decode = staticmethod(decode_message_file)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


def decode_message_incomplete_details(raw: dict[str, Any]) -> MessageIncompleteDetails:
    """Makes a MessageIncompleteDetails from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(MessageIncompleteDetails)
    at = ""
    try:
        v = raw["reason"]
        if type(v) is not str and v is not None:
            at = "reason"
            raise Mismatch("a string", v)
        self.reason = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_message_incomplete_details, raw, MessageIncompleteDetails)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, MessageIncompleteDetails)
    made: MessageIncompleteDetails = self
    return made


class MessageIncompleteDetails(Model):
    """Why a message is incomplete.

    Attributes:
        reason: What cut it short.
    """

    _fields = ("reason",)

    reason: (
        Literal["content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"] | str
    )

    decode = staticmethod(decode_message_incomplete_details)


def decode_refusal_content_block(raw: dict[str, Any]) -> RefusalContentBlock:
    """Makes a RefusalContentBlock from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RefusalContentBlock)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = raw["refusal"]
        if type(v) is not str and v is not None:
            at = "refusal"
            raise Mismatch("a string", v)
        self.refusal = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_refusal_content_block, raw, RefusalContentBlock)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, RefusalContentBlock)
    made: RefusalContentBlock = self
    return made


class RefusalContentBlock(Model):
    """The model declines to answer.

    Attributes:
        type: Always refusal.
        refusal: What it says instead.
    """

    _fields = ("type", "refusal")

    type: Literal["refusal"] = "refusal"
    refusal: str

    decode = staticmethod(decode_refusal_content_block)


def decode_text(raw: dict[str, Any]) -> Text:
    """Makes a Text from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(Text)
    at = ""
    try:
        v = raw["value"]
        if type(v) is not str and v is not None:
            at = "value"
            raise Mismatch("a string", v)
        self.value = v
        at = "annotations"
        v = raw["annotations"]
        self.annotations = v if v is None else items(v, decode_annotation)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_text, raw, Text)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, Text)
    made: Text = self
    return made


class Text(Model):
    """Text, with its citations.

    Attributes:
        value: The text itself.
        annotations: Places in the text that point to files or pages.
    """

    _fields = ("value", "annotations")

    value: str
    annotations: list[Annotation]

    decode = staticmethod(decode_text)


def decode_text_content_block(raw: dict[str, Any]) -> TextContentBlock:
    """Makes a TextContentBlock from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(TextContentBlock)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "text"
        v = raw["text"]
        self.text = v if v is None else decode_text(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_text_content_block, raw, TextContentBlock)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, TextContentBlock)
    made: TextContentBlock = self
    return made


class TextContentBlock(Model):
    """Text, with its citations.

    Attributes:
        type: Always text.
        text: The text.
    """

    _fields = ("type", "text")

    type: Literal["text"] = "text"
    text: Text

    decode = staticmethod(decode_text_content_block)


def decode_url_citation(raw: dict[str, Any]) -> URLCitation:
    """Makes a URLCitation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(URLCitation)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["url"]
        if type(v) is not str and v is not None:
            at = "url"
            raise Mismatch("a string", v)
        self.url = v
        v = get("title", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "title"
                raise Mismatch("a string", v)
        self.title = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_url_citation, raw, URLCitation)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, URLCitation)
    made: URLCitation = self
    return made


class URLCitation(Model):
    """A page on the web.

    Attributes:
        url: Its address.
        title: Its title.
    """

    _fields = ("url", "title")

    url: str
    title: str | None = ABSENT

    decode = staticmethod(decode_url_citation)


def decode_url_citation_annotation(raw: dict[str, Any]) -> URLCitationAnnotation:
    """Makes a URLCitationAnnotation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(URLCitationAnnotation)
    get = raw.get
    absent = 0
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
        at = "url_citation"
        v = raw["url_citation"]
        self.url_citation = v if v is None else decode_url_citation(v)
        v = get("start_index", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 8
                v = None
            else:
                at = "start_index"
                raise Mismatch("an integer", v)
        self.start_index = v
        v = get("end_index", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "end_index"
                raise Mismatch("an integer", v)
        self.end_index = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_url_citation_annotation, raw, URLCitationAnnotation)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 5:
        self._extra = unknown_fields(raw, URLCitationAnnotation)
    made: URLCitationAnnotation = self
    return made


class URLCitationAnnotation(Model):
    """Foundry; quotes a page on the web.

    Attributes:
        type: Always url_citation.
        text: The mark in the text that stands for the citation.
        url_citation: What is cited.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    _fields = ("type", "text", "url_citation", "start_index", "end_index")

    type: Literal["url_citation"] = "url_citation"
    text: str
    url_citation: URLCitation
    start_index: int | None = ABSENT
    end_index: int | None = ABSENT

    decode = staticmethod(decode_url_citation_annotation)


Annotation: TypeAlias = (
    FileCitationAnnotation | FilePathAnnotation | URLCitationAnnotation | UnknownVariant
)
"""A place in a text that points to a file or a page on the web."""

decode_annotation = by_discriminator(
    "type",
    {
        "file_citation": decode_file_citation_annotation,
        "file_path": decode_file_path_annotation,
        "url_citation": decode_url_citation_annotation,
    },
)

AttachmentTool: TypeAlias = (
    AzureAISearchTool
    | AzureFunctionTool
    | BingGroundingTool
    | CodeInterpreterTool
    | ConnectedAgentTool
    | AttachmentToolFileSearch
    | FunctionTool
    | OpenAPITool
    | UnknownVariant
)
"""A tool that may read an attachment."""

decode_attachment_tool = by_discriminator(
    "type",
    {
        "azure_ai_search": decode_azure_ai_search_tool,
        "azure_function": decode_azure_function_tool,
        "bing_grounding": decode_bing_grounding_tool,
        "code_interpreter": decode_code_interpreter_tool,
        "connected_agent": decode_connected_agent_tool,
        "file_search": decode_attachment_tool_file_search,
        "function": decode_function_tool,
        "openapi": decode_open_api_tool,
    },
)

MessageContent: TypeAlias = (
    ImageFileContentBlock
    | ImageURLContentBlock
    | RefusalContentBlock
    | TextContentBlock
    | UnknownVariant
)
"""One part of a message."""

decode_message_content = by_discriminator(
    "type",
    {
        "image_file": decode_image_file_content_block,
        "image_url": decode_image_url_content_block,
        "refusal": decode_refusal_content_block,
        "text": decode_text_content_block,
    },
)
