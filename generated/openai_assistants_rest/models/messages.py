# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: messages."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self, TypeAlias

import attrs
from openai_assistants_core import MessageBehaviour, Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    items,
    string,
    values,
)
from openai_assistants_core.model import ABSENT, at_time, by_discriminator, new

from .common import Metadata
from .tools import CodeInterpreterTool

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
]

ImageDetail: TypeAlias = Literal["auto", "low", "high"] | str
"""How closely a model looks at an image; low costs fewer tokens."""

MessageRole: TypeAlias = Literal["user", "assistant"] | str
"""Who wrote a message; the first Azure versions take only user."""

MessageStatus: TypeAlias = Literal["in_progress", "incomplete", "completed"] | str
"""How far a message is."""


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class Attachment(Model):
    """A file that comes with a message.

    Attributes:
        file_id: Id of an uploaded file.
        tools: The tools that may read it.
    """

    _fields = ("file_id", "tools")

    file_id: str | None = ABSENT
    tools: list[AttachmentTool] | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "file_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.file_id = v
            at = "tools"
            v = get(at)
            self.tools = v if v is None else items(v, decode_attachment_tool)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class AttachmentToolFileSearch(Model):
    """The file search, without settings.

    Attributes:
        type: Always file_search.
    """

    _fields = ("type",)

    type: Literal["file_search"] = "file_search"

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class FileCitation(Model):
    """What a citation points to.

    Attributes:
        file_id: Id of the file.
        quote: The words cited, from older services.
    """

    _fields = ("file_id", "quote")

    file_id: str
    quote: str | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "file_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.file_id = v
            at = "quote"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.quote = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "text"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.text = v
            at = "file_citation"
            v = get(at)
            self.file_citation = v if v is None else FileCitation.decode(v)
            at = "start_index"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.start_index = v
            at = "end_index"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.end_index = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class FilePath(Model):
    """A file that the code interpreter wrote.

    Attributes:
        file_id: Id of the file.
    """

    _fields = ("file_id",)

    file_id: str

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "file_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.file_id = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "text"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.text = v
            at = "file_path"
            v = get(at)
            self.file_path = v if v is None else FilePath.decode(v)
            at = "start_index"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.start_index = v
            at = "end_index"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.end_index = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ImageFile(Model):
    """An image that is stored as a file.

    Attributes:
        file_id: Id of the file; upload it with the purpose vision.
        detail: How closely the model looks.
    """

    _fields = ("file_id", "detail")

    file_id: str
    detail: ImageDetail | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "file_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.file_id = v
            at = "detail"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.detail = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ImageFileContentBlock(Model):
    """An image that is stored as a file.

    Attributes:
        type: Always image_file.
        image_file: The image.
    """

    _fields = ("type", "image_file")

    type: Literal["image_file"] = "image_file"
    image_file: ImageFile

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "image_file"
            v = get(at)
            self.image_file = v if v is None else ImageFile.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ImageURL(Model):
    """An image on the web.

    Attributes:
        url: Address of a jpeg, png, gif or webp image.
        detail: How closely the model looks.
    """

    _fields = ("url", "detail")

    url: str
    detail: ImageDetail | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "url"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.url = v
            at = "detail"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.detail = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ImageURLContentBlock(Model):
    """An image on the web.

    Attributes:
        type: Always image_url.
        image_url: The image.
    """

    _fields = ("type", "image_url")

    type: Literal["image_url"] = "image_url"
    image_url: ImageURL

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "image_url"
            v = get(at)
            self.image_url = v if v is None else ImageURL.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class Message(MessageBehaviour):
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.id = v
            at = "object"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.object = v
            at = "created_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.created_at = v
            at = "thread_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.thread_id = v
            at = "status"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.status = v
            at = "incomplete_details"
            v = get(at)
            self.incomplete_details = v if v is None else MessageIncompleteDetails.decode(v)
            at = "completed_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.completed_at = v
            at = "incomplete_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.incomplete_at = v
            at = "role"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.role = v
            at = "content"
            v = get(at)
            self.content = v if v is None else items(v, decode_message_content)
            at = "assistant_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.assistant_id = v
            at = "run_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.run_id = v
            at = "file_ids"
            v = get(at)
            self.file_ids = v if v is None else items(v, string)
            at = "attachments"
            v = get(at)
            self.attachments = v if v is None else items(v, Attachment.decode)
            at = "metadata"
            v = get(at)
            self.metadata = v if v is None else values(v, string)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made

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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.id = v
            at = "object"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.object = v
            at = "deleted"
            v = get(at)
            if v.__class__ is not bool and v is not None:
                raise Mismatch("a boolean", v)
            self.deleted = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.id = v
            at = "object"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.object = v
            at = "created_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.created_at = v
            at = "message_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.message_id = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class MessageIncompleteDetails(Model):
    """Why a message is incomplete.

    Attributes:
        reason: What cut it short.
    """

    _fields = ("reason",)

    reason: (
        Literal["content_filter", "max_tokens", "run_cancelled", "run_expired", "run_failed"] | str
    )

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "reason"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.reason = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class RefusalContentBlock(Model):
    """The model declines to answer.

    Attributes:
        type: Always refusal.
        refusal: What it says instead.
    """

    _fields = ("type", "refusal")

    type: Literal["refusal"] = "refusal"
    refusal: str

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "refusal"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.refusal = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class Text(Model):
    """Text, with its citations.

    Attributes:
        value: The text itself.
        annotations: Places in the text that point to files.
    """

    _fields = ("value", "annotations")

    value: str
    annotations: list[Annotation]

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "value"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.value = v
            at = "annotations"
            v = get(at)
            self.annotations = v if v is None else items(v, decode_annotation)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class TextContentBlock(Model):
    """Text, with its citations.

    Attributes:
        type: Always text.
        text: The text.
    """

    _fields = ("type", "text")

    type: Literal["text"] = "text"
    text: Text

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "text"
            v = get(at)
            self.text = v if v is None else Text.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


Annotation: TypeAlias = FileCitationAnnotation | FilePathAnnotation | UnknownVariant
"""A place in a text that points to a file."""

decode_annotation = by_discriminator(
    "type",
    {
        "file_citation": FileCitationAnnotation,
        "file_path": FilePathAnnotation,
    },
)

AttachmentTool: TypeAlias = CodeInterpreterTool | AttachmentToolFileSearch | UnknownVariant
"""A tool that may read an attachment."""

decode_attachment_tool = by_discriminator(
    "type",
    {
        "code_interpreter": CodeInterpreterTool,
        "file_search": AttachmentToolFileSearch,
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
        "image_file": ImageFileContentBlock,
        "image_url": ImageURLContentBlock,
        "refusal": RefusalContentBlock,
        "text": TextContentBlock,
    },
)
