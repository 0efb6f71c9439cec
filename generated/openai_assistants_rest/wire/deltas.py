# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: deltas. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.deltas import (
    CodeInterpreterDelta,
    CodeInterpreterImageDelta,
    CodeInterpreterLogs,
    CodeInterpreterOutputImageDelta,
    CodeInterpreterToolCallDelta,
    FileCitationDelta,
    FileCitationDeltaAnnotation,
    FilePathDelta,
    FilePathDeltaAnnotation,
    FileSearchToolCallDelta,
    FunctionToolCallDelta,
    ImageFileDelta,
    ImageFileDeltaBlock,
    ImageURLDelta,
    ImageURLDeltaBlock,
    MessageCreationDelta,
    MessageDelta,
    MessageDeltaEvent,
    RefusalDeltaBlock,
    RetrievalToolCallDelta,
    RunStepDelta,
    RunStepDeltaEvent,
    RunStepDeltaMessageDelta,
    TextDelta,
    TextDeltaBlock,
    ToolCallDeltaObject,
    ToolCallFunctionDelta,
    URLCitationDeltaAnnotation,
)
from .messages import URLCitationWire
from .steps import FileSearchDetailsWire


class CodeInterpreterDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a CodeInterpreterDelta is made of."""

    input: str | None | UnsetType = UNSET
    outputs: (
        list[CodeInterpreterLogsWire | CodeInterpreterOutputImageDeltaWire] | None | UnsetType
    ) = UNSET

    def to_model(self) -> CodeInterpreterDelta:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterDelta)
        absent = 0
        v = this.input
        if v is UNSET:
            absent |= 1
            v = None
        made.input = v
        v = this.outputs
        if v is UNSET:
            absent |= 2
            v = None
        made.outputs = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: CodeInterpreterDelta = made
        return result


class CodeInterpreterImageDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a CodeInterpreterImageDelta is made of."""

    file_id: str | None | UnsetType = UNSET

    def to_model(self) -> CodeInterpreterImageDelta:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterImageDelta)
        absent = 0
        v = this.file_id
        if v is UNSET:
            absent |= 1
            v = None
        made.file_id = v
        made._absent = absent
        made._extra = None
        result: CodeInterpreterImageDelta = made
        return result


class CodeInterpreterLogsWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="logs", tag_field="type"
):
    """What a CodeInterpreterLogs is made of."""

    index: int | None
    logs: str | None | UnsetType = UNSET

    def to_model(self) -> CodeInterpreterLogs:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterLogs)
        absent = 0
        made.index = this.index
        made.type = "logs"
        v = this.logs
        if v is UNSET:
            absent |= 4
            v = None
        made.logs = v
        made._absent = absent
        made._extra = None
        result: CodeInterpreterLogs = made
        return result


class CodeInterpreterOutputImageDeltaWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="image", tag_field="type"
):
    """What a CodeInterpreterOutputImageDelta is made of."""

    index: int | None
    image: CodeInterpreterImageDeltaWire | None | UnsetType = UNSET

    def to_model(self) -> CodeInterpreterOutputImageDelta:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterOutputImageDelta)
        absent = 0
        made.index = this.index
        made.type = "image"
        v = this.image
        if v is UNSET:
            absent |= 4
            v = None
        made.image = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: CodeInterpreterOutputImageDelta = made
        return result


class CodeInterpreterToolCallDeltaWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="code_interpreter", tag_field="type"
):
    """What a CodeInterpreterToolCallDelta is made of."""

    index: int | None
    id: str | None | UnsetType = UNSET
    code_interpreter: CodeInterpreterDeltaWire | None | UnsetType = UNSET

    def to_model(self) -> CodeInterpreterToolCallDelta:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterToolCallDelta)
        absent = 0
        made.index = this.index
        v = this.id
        if v is UNSET:
            absent |= 2
            v = None
        made.id = v
        made.type = "code_interpreter"
        v = this.code_interpreter
        if v is UNSET:
            absent |= 8
            v = None
        made.code_interpreter = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: CodeInterpreterToolCallDelta = made
        return result


class FileCitationDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileCitationDelta is made of."""

    file_id: str | None | UnsetType = UNSET
    quote: str | None | UnsetType = UNSET

    def to_model(self) -> FileCitationDelta:
        """The model."""
        this: Any = self
        made = new(FileCitationDelta)
        absent = 0
        v = this.file_id
        if v is UNSET:
            absent |= 1
            v = None
        made.file_id = v
        v = this.quote
        if v is UNSET:
            absent |= 2
            v = None
        made.quote = v
        made._absent = absent
        made._extra = None
        result: FileCitationDelta = made
        return result


class FileCitationDeltaAnnotationWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="file_citation", tag_field="type"
):
    """What a FileCitationDeltaAnnotation is made of."""

    index: int | None
    text: str | None | UnsetType = UNSET
    file_citation: FileCitationDeltaWire | None | UnsetType = UNSET
    start_index: int | None | UnsetType = UNSET
    end_index: int | None | UnsetType = UNSET

    def to_model(self) -> FileCitationDeltaAnnotation:
        """The model."""
        this: Any = self
        made = new(FileCitationDeltaAnnotation)
        absent = 0
        made.index = this.index
        made.type = "file_citation"
        v = this.text
        if v is UNSET:
            absent |= 4
            v = None
        made.text = v
        v = this.file_citation
        if v is UNSET:
            absent |= 8
            v = None
        made.file_citation = v if v is None else v.to_model()
        v = this.start_index
        if v is UNSET:
            absent |= 16
            v = None
        made.start_index = v
        v = this.end_index
        if v is UNSET:
            absent |= 32
            v = None
        made.end_index = v
        made._absent = absent
        made._extra = None
        result: FileCitationDeltaAnnotation = made
        return result


class FilePathDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FilePathDelta is made of."""

    file_id: str | None | UnsetType = UNSET

    def to_model(self) -> FilePathDelta:
        """The model."""
        this: Any = self
        made = new(FilePathDelta)
        absent = 0
        v = this.file_id
        if v is UNSET:
            absent |= 1
            v = None
        made.file_id = v
        made._absent = absent
        made._extra = None
        result: FilePathDelta = made
        return result


class FilePathDeltaAnnotationWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="file_path", tag_field="type"
):
    """What a FilePathDeltaAnnotation is made of."""

    index: int | None
    text: str | None | UnsetType = UNSET
    file_path: FilePathDeltaWire | None | UnsetType = UNSET
    start_index: int | None | UnsetType = UNSET
    end_index: int | None | UnsetType = UNSET

    def to_model(self) -> FilePathDeltaAnnotation:
        """The model."""
        this: Any = self
        made = new(FilePathDeltaAnnotation)
        absent = 0
        made.index = this.index
        made.type = "file_path"
        v = this.text
        if v is UNSET:
            absent |= 4
            v = None
        made.text = v
        v = this.file_path
        if v is UNSET:
            absent |= 8
            v = None
        made.file_path = v if v is None else v.to_model()
        v = this.start_index
        if v is UNSET:
            absent |= 16
            v = None
        made.start_index = v
        v = this.end_index
        if v is UNSET:
            absent |= 32
            v = None
        made.end_index = v
        made._absent = absent
        made._extra = None
        result: FilePathDeltaAnnotation = made
        return result


class FileSearchToolCallDeltaWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="file_search", tag_field="type"
):
    """What a FileSearchToolCallDelta is made of."""

    index: int | None
    id: str | None | UnsetType = UNSET
    file_search: FileSearchDetailsWire | None | UnsetType = UNSET

    def to_model(self) -> FileSearchToolCallDelta:
        """The model."""
        this: Any = self
        made = new(FileSearchToolCallDelta)
        absent = 0
        made.index = this.index
        v = this.id
        if v is UNSET:
            absent |= 2
            v = None
        made.id = v
        made.type = "file_search"
        v = this.file_search
        if v is UNSET:
            absent |= 8
            v = None
        made.file_search = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: FileSearchToolCallDelta = made
        return result


class FunctionToolCallDeltaWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="function", tag_field="type"
):
    """What a FunctionToolCallDelta is made of."""

    index: int | None
    id: str | None | UnsetType = UNSET
    function: ToolCallFunctionDeltaWire | None | UnsetType = UNSET

    def to_model(self) -> FunctionToolCallDelta:
        """The model."""
        this: Any = self
        made = new(FunctionToolCallDelta)
        absent = 0
        made.index = this.index
        v = this.id
        if v is UNSET:
            absent |= 2
            v = None
        made.id = v
        made.type = "function"
        v = this.function
        if v is UNSET:
            absent |= 8
            v = None
        made.function = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: FunctionToolCallDelta = made
        return result


class ImageFileDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ImageFileDelta is made of."""

    file_id: str | None | UnsetType = UNSET
    detail: str | None | UnsetType = UNSET

    def to_model(self) -> ImageFileDelta:
        """The model."""
        this: Any = self
        made = new(ImageFileDelta)
        absent = 0
        v = this.file_id
        if v is UNSET:
            absent |= 1
            v = None
        made.file_id = v
        v = this.detail
        if v is UNSET:
            absent |= 2
            v = None
        made.detail = v
        made._absent = absent
        made._extra = None
        result: ImageFileDelta = made
        return result


class ImageFileDeltaBlockWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="image_file", tag_field="type"
):
    """What a ImageFileDeltaBlock is made of."""

    index: int | None
    image_file: ImageFileDeltaWire | None | UnsetType = UNSET

    def to_model(self) -> ImageFileDeltaBlock:
        """The model."""
        this: Any = self
        made = new(ImageFileDeltaBlock)
        absent = 0
        made.index = this.index
        made.type = "image_file"
        v = this.image_file
        if v is UNSET:
            absent |= 4
            v = None
        made.image_file = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: ImageFileDeltaBlock = made
        return result


class ImageURLDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ImageURLDelta is made of."""

    url: str | None | UnsetType = UNSET
    detail: str | None | UnsetType = UNSET

    def to_model(self) -> ImageURLDelta:
        """The model."""
        this: Any = self
        made = new(ImageURLDelta)
        absent = 0
        v = this.url
        if v is UNSET:
            absent |= 1
            v = None
        made.url = v
        v = this.detail
        if v is UNSET:
            absent |= 2
            v = None
        made.detail = v
        made._absent = absent
        made._extra = None
        result: ImageURLDelta = made
        return result


class ImageURLDeltaBlockWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="image_url", tag_field="type"
):
    """What a ImageURLDeltaBlock is made of."""

    index: int | None
    image_url: ImageURLDeltaWire | None | UnsetType = UNSET

    def to_model(self) -> ImageURLDeltaBlock:
        """The model."""
        this: Any = self
        made = new(ImageURLDeltaBlock)
        absent = 0
        made.index = this.index
        made.type = "image_url"
        v = this.image_url
        if v is UNSET:
            absent |= 4
            v = None
        made.image_url = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: ImageURLDeltaBlock = made
        return result


class MessageCreationDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a MessageCreationDelta is made of."""

    message_id: str | None | UnsetType = UNSET

    def to_model(self) -> MessageCreationDelta:
        """The model."""
        this: Any = self
        made = new(MessageCreationDelta)
        absent = 0
        v = this.message_id
        if v is UNSET:
            absent |= 1
            v = None
        made.message_id = v
        made._absent = absent
        made._extra = None
        result: MessageCreationDelta = made
        return result


class MessageDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a MessageDelta is made of."""

    role: str | None | UnsetType = UNSET
    content: (
        list[
            ImageFileDeltaBlockWire
            | ImageURLDeltaBlockWire
            | RefusalDeltaBlockWire
            | TextDeltaBlockWire
        ]
        | None
        | UnsetType
    ) = UNSET
    file_ids: list[str] | None | UnsetType = UNSET

    def to_model(self) -> MessageDelta:
        """The model."""
        this: Any = self
        made = new(MessageDelta)
        absent = 0
        v = this.role
        if v is UNSET:
            absent |= 1
            v = None
        made.role = v
        v = this.content
        if v is UNSET:
            absent |= 2
            v = None
        made.content = [one.to_model() for one in v] if v else v
        v = this.file_ids
        if v is UNSET:
            absent |= 4
            v = None
        made.file_ids = v
        made._absent = absent
        made._extra = None
        result: MessageDelta = made
        return result


class MessageDeltaEventWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a MessageDeltaEvent is made of."""

    id: str | None
    object: str | None
    delta: MessageDeltaWire | None

    def to_model(self) -> MessageDeltaEvent:
        """The model."""
        this: Any = self
        made = new(MessageDeltaEvent)
        made.id = this.id
        made.object = this.object
        v = this.delta
        made.delta = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: MessageDeltaEvent = made
        return result


class RefusalDeltaBlockWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="refusal", tag_field="type"
):
    """What a RefusalDeltaBlock is made of."""

    index: int | None
    refusal: str | None | UnsetType = UNSET

    def to_model(self) -> RefusalDeltaBlock:
        """The model."""
        this: Any = self
        made = new(RefusalDeltaBlock)
        absent = 0
        made.index = this.index
        made.type = "refusal"
        v = this.refusal
        if v is UNSET:
            absent |= 4
            v = None
        made.refusal = v
        made._absent = absent
        made._extra = None
        result: RefusalDeltaBlock = made
        return result


class RetrievalToolCallDeltaWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="retrieval", tag_field="type"
):
    """What a RetrievalToolCallDelta is made of."""

    index: int | None
    id: str | None | UnsetType = UNSET
    retrieval: dict[str, Any] | None | UnsetType = UNSET

    def to_model(self) -> RetrievalToolCallDelta:
        """The model."""
        this: Any = self
        made = new(RetrievalToolCallDelta)
        absent = 0
        made.index = this.index
        v = this.id
        if v is UNSET:
            absent |= 2
            v = None
        made.id = v
        made.type = "retrieval"
        v = this.retrieval
        if v is UNSET:
            absent |= 8
            v = None
        made.retrieval = v
        made._absent = absent
        made._extra = None
        result: RetrievalToolCallDelta = made
        return result


class RunStepDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a RunStepDelta is made of."""

    step_details: RunStepDeltaMessageDeltaWire | ToolCallDeltaObjectWire | None | UnsetType = UNSET

    def to_model(self) -> RunStepDelta:
        """The model."""
        this: Any = self
        made = new(RunStepDelta)
        absent = 0
        v = this.step_details
        if v is UNSET:
            absent |= 1
            v = None
        made.step_details = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: RunStepDelta = made
        return result


class RunStepDeltaEventWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a RunStepDeltaEvent is made of."""

    id: str | None
    object: str | None
    delta: RunStepDeltaWire | None

    def to_model(self) -> RunStepDeltaEvent:
        """The model."""
        this: Any = self
        made = new(RunStepDeltaEvent)
        made.id = this.id
        made.object = this.object
        v = this.delta
        made.delta = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: RunStepDeltaEvent = made
        return result


class RunStepDeltaMessageDeltaWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="message_creation", tag_field="type"
):
    """What a RunStepDeltaMessageDelta is made of."""

    message_creation: MessageCreationDeltaWire | None | UnsetType = UNSET

    def to_model(self) -> RunStepDeltaMessageDelta:
        """The model."""
        this: Any = self
        made = new(RunStepDeltaMessageDelta)
        absent = 0
        made.type = "message_creation"
        v = this.message_creation
        if v is UNSET:
            absent |= 2
            v = None
        made.message_creation = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: RunStepDeltaMessageDelta = made
        return result


class TextDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a TextDelta is made of."""

    value: str | None | UnsetType = UNSET
    annotations: (
        list[
            FileCitationDeltaAnnotationWire
            | FilePathDeltaAnnotationWire
            | URLCitationDeltaAnnotationWire
        ]
        | None
        | UnsetType
    ) = UNSET

    def to_model(self) -> TextDelta:
        """The model."""
        this: Any = self
        made = new(TextDelta)
        absent = 0
        v = this.value
        if v is UNSET:
            absent |= 1
            v = None
        made.value = v
        v = this.annotations
        if v is UNSET:
            absent |= 2
            v = None
        made.annotations = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: TextDelta = made
        return result


class TextDeltaBlockWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="text", tag_field="type"
):
    """What a TextDeltaBlock is made of."""

    index: int | None
    text: TextDeltaWire | None | UnsetType = UNSET

    def to_model(self) -> TextDeltaBlock:
        """The model."""
        this: Any = self
        made = new(TextDeltaBlock)
        absent = 0
        made.index = this.index
        made.type = "text"
        v = this.text
        if v is UNSET:
            absent |= 4
            v = None
        made.text = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: TextDeltaBlock = made
        return result


class ToolCallDeltaObjectWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="tool_calls", tag_field="type"
):
    """What a ToolCallDeltaObject is made of."""

    tool_calls: (
        list[
            CodeInterpreterToolCallDeltaWire
            | FileSearchToolCallDeltaWire
            | FunctionToolCallDeltaWire
            | RetrievalToolCallDeltaWire
        ]
        | None
        | UnsetType
    ) = UNSET

    def to_model(self) -> ToolCallDeltaObject:
        """The model."""
        this: Any = self
        made = new(ToolCallDeltaObject)
        absent = 0
        made.type = "tool_calls"
        v = this.tool_calls
        if v is UNSET:
            absent |= 2
            v = None
        made.tool_calls = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: ToolCallDeltaObject = made
        return result


class ToolCallFunctionDeltaWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ToolCallFunctionDelta is made of."""

    name: str | None | UnsetType = UNSET
    arguments: str | None | UnsetType = UNSET
    output: str | None | UnsetType = UNSET

    def to_model(self) -> ToolCallFunctionDelta:
        """The model."""
        this: Any = self
        made = new(ToolCallFunctionDelta)
        absent = 0
        v = this.name
        if v is UNSET:
            absent |= 1
            v = None
        made.name = v
        v = this.arguments
        if v is UNSET:
            absent |= 2
            v = None
        made.arguments = v
        v = this.output
        if v is UNSET:
            absent |= 4
            v = None
        made.output = v
        made._absent = absent
        made._extra = None
        result: ToolCallFunctionDelta = made
        return result


class URLCitationDeltaAnnotationWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="url_citation", tag_field="type"
):
    """What a URLCitationDeltaAnnotation is made of."""

    index: int | None
    text: str | None | UnsetType = UNSET
    url_citation: URLCitationWire | None | UnsetType = UNSET
    start_index: int | None | UnsetType = UNSET
    end_index: int | None | UnsetType = UNSET

    def to_model(self) -> URLCitationDeltaAnnotation:
        """The model."""
        this: Any = self
        made = new(URLCitationDeltaAnnotation)
        absent = 0
        made.index = this.index
        made.type = "url_citation"
        v = this.text
        if v is UNSET:
            absent |= 4
            v = None
        made.text = v
        v = this.url_citation
        if v is UNSET:
            absent |= 8
            v = None
        made.url_citation = v if v is None else v.to_model()
        v = this.start_index
        if v is UNSET:
            absent |= 16
            v = None
        made.start_index = v
        v = this.end_index
        if v is UNSET:
            absent |= 32
            v = None
        made.end_index = v
        made._absent = absent
        made._extra = None
        result: URLCitationDeltaAnnotation = made
        return result
