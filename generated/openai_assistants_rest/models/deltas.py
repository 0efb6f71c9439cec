# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: deltas."""

from typing import Literal, TypeAlias

from openai_assistants_core import Model, UnknownVariant
from openai_assistants_core.model_fields import ABSENT, Discriminator, constant, discriminator

from .messages import ImageDetail, MessageRole, URLCitation
from .steps import FileSearchDetails, RetrievalDetails

__all__ = [
    "AnnotationDelta",
    "CodeInterpreterDelta",
    "CodeInterpreterImageDelta",
    "CodeInterpreterLogs",
    "CodeInterpreterOutputDelta",
    "CodeInterpreterOutputImageDelta",
    "CodeInterpreterToolCallDelta",
    "FileCitationDelta",
    "FileCitationDeltaAnnotation",
    "FilePathDelta",
    "FilePathDeltaAnnotation",
    "FileSearchToolCallDelta",
    "FunctionToolCallDelta",
    "ImageFileDelta",
    "ImageFileDeltaBlock",
    "ImageURLDelta",
    "ImageURLDeltaBlock",
    "MessageContentDelta",
    "MessageCreationDelta",
    "MessageDelta",
    "MessageDeltaEvent",
    "RefusalDeltaBlock",
    "RetrievalToolCallDelta",
    "RunStepDelta",
    "RunStepDeltaEvent",
    "RunStepDeltaMessageDelta",
    "StepDetailsDelta",
    "TextDelta",
    "TextDeltaBlock",
    "ToolCallDelta",
    "ToolCallDeltaObject",
    "ToolCallFunctionDelta",
    "URLCitationDeltaAnnotation",
]


class CodeInterpreterImageDelta(Model):
    """File of an image that the code drew.

    Attributes:
        file_id: Id of the file.
    """

    file_id: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_id is ABSENT:
            self.file_id = None
            absent += ("file_id",)
        if absent:
            self._absent = absent


class CodeInterpreterLogs(Model, tag_field="type", tag="logs"):
    """A piece of what the code printed.

    Attributes:
        index: Which output it belongs to.
        type: Always logs.
        logs: Text to append.
    """

    index: int
    type: Discriminator[Literal["logs"]] = discriminator("logs")
    logs: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.logs is ABSENT:
            self.logs = None
            absent += ("logs",)
        if absent:
            self._absent = absent


class FileCitationDelta(Model):
    """What a citation points to.

    Attributes:
        file_id: Id of the file.
        quote: The words cited; empty on newer services.
    """

    file_id: str | None = ABSENT
    quote: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_id is ABSENT:
            self.file_id = None
            absent += ("file_id",)
        if self.quote is ABSENT:
            self.quote = None
            absent += ("quote",)
        if absent:
            self._absent = absent


class FilePathDelta(Model):
    """A file that the code interpreter wrote.

    Attributes:
        file_id: Id of the file.
    """

    file_id: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_id is ABSENT:
            self.file_id = None
            absent += ("file_id",)
        if absent:
            self._absent = absent


class ToolCallFunctionDelta(Model):
    """A piece of a function call.

    Attributes:
        name: Name of the function; only in the first piece.
        arguments: JSON text to append to the arguments.
        output: What the caller answered; null until then.
    """

    name: str | None = ABSENT
    arguments: str | None = ABSENT
    output: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.name is ABSENT:
            self.name = None
            absent += ("name",)
        if self.arguments is ABSENT:
            self.arguments = None
            absent += ("arguments",)
        if self.output is ABSENT:
            self.output = None
            absent += ("output",)
        if absent:
            self._absent = absent


class RefusalDeltaBlock(Model, tag_field="type", tag="refusal"):
    """A piece of a refusal.

    Attributes:
        index: Which part of the message it belongs to.
        type: Always refusal.
        refusal: Text to append.
    """

    index: int
    type: Discriminator[Literal["refusal"]] = discriminator("refusal")
    refusal: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.refusal is ABSENT:
            self.refusal = None
            absent += ("refusal",)
        if absent:
            self._absent = absent


class MessageCreationDelta(Model):
    """The message a step writes.

    Attributes:
        message_id: Id of the message.
    """

    message_id: str | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.message_id is ABSENT:
            self.message_id = None
            absent += ("message_id",)
        if absent:
            self._absent = absent


class CodeInterpreterOutputImageDelta(Model, tag_field="type", tag="image"):
    """An image that the code drew.

    Attributes:
        index: Which output it belongs to.
        type: Always image.
        image: The image.
    """

    index: int
    type: Discriminator[Literal["image"]] = discriminator("image")
    image: CodeInterpreterImageDelta | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.image is ABSENT:
            self.image = None
            absent += ("image",)
        if absent:
            self._absent = absent


class FileCitationDeltaAnnotation(Model, tag_field="type", tag="file_citation"):
    """Quotes a file that was searched.

    Attributes:
        index: Which annotation of the text it belongs to.
        type: Always file_citation.
        text: The mark in the text that stands for the citation.
        file_citation: What is cited.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    index: int
    type: Discriminator[Literal["file_citation"]] = discriminator("file_citation")
    text: str | None = ABSENT
    file_citation: FileCitationDelta | None = ABSENT
    start_index: int | None = ABSENT
    end_index: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.text is ABSENT:
            self.text = None
            absent += ("text",)
        if self.file_citation is ABSENT:
            self.file_citation = None
            absent += ("file_citation",)
        if self.start_index is ABSENT:
            self.start_index = None
            absent += ("start_index",)
        if self.end_index is ABSENT:
            self.end_index = None
            absent += ("end_index",)
        if absent:
            self._absent = absent


class FilePathDeltaAnnotation(Model, tag_field="type", tag="file_path"):
    """Points to a file that the code interpreter wrote.

    Attributes:
        index: Which annotation of the text it belongs to.
        type: Always file_path.
        text: The path in the text that stands for the file.
        file_path: The file.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    index: int
    type: Discriminator[Literal["file_path"]] = discriminator("file_path")
    text: str | None = ABSENT
    file_path: FilePathDelta | None = ABSENT
    start_index: int | None = ABSENT
    end_index: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.text is ABSENT:
            self.text = None
            absent += ("text",)
        if self.file_path is ABSENT:
            self.file_path = None
            absent += ("file_path",)
        if self.start_index is ABSENT:
            self.start_index = None
            absent += ("start_index",)
        if self.end_index is ABSENT:
            self.end_index = None
            absent += ("end_index",)
        if absent:
            self._absent = absent


class FileSearchToolCallDelta(Model, tag_field="type", tag="file_search"):
    """A search in vector stores.

    Attributes:
        index: Which call of the step it belongs to.
        id: Id of the call; only in its first piece.
        type: Always file_search.
        file_search: How it searched and what it found.
    """

    index: int
    id: str | None = ABSENT
    type: Discriminator[Literal["file_search"]] = discriminator("file_search")
    file_search: FileSearchDetails | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.id is ABSENT:
            self.id = None
            absent += ("id",)
        if self.file_search is ABSENT:
            self.file_search = None
            absent += ("file_search",)
        if absent:
            self._absent = absent


class FunctionToolCallDelta(Model, tag_field="type", tag="function"):
    """A piece of a call of a function.

    Attributes:
        index: Which call of the step it belongs to.
        id: Id of the call; only in its first piece.
        type: Always function.
        function: The function, its arguments and its output.
    """

    index: int
    id: str | None = ABSENT
    type: Discriminator[Literal["function"]] = discriminator("function")
    function: ToolCallFunctionDelta | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.id is ABSENT:
            self.id = None
            absent += ("id",)
        if self.function is ABSENT:
            self.function = None
            absent += ("function",)
        if absent:
            self._absent = absent


class ImageFileDelta(Model):
    """An image that is stored as a file.

    Attributes:
        file_id: Id of the file.
        detail: How closely the model looks.
    """

    file_id: str | None = ABSENT
    detail: ImageDetail | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.file_id is ABSENT:
            self.file_id = None
            absent += ("file_id",)
        if self.detail is ABSENT:
            self.detail = None
            absent += ("detail",)
        if absent:
            self._absent = absent


class ImageURLDelta(Model):
    """An image on the web.

    Attributes:
        url: Address of the image.
        detail: How closely the model looks.
    """

    url: str | None = ABSENT
    detail: ImageDetail | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.url is ABSENT:
            self.url = None
            absent += ("url",)
        if self.detail is ABSENT:
            self.detail = None
            absent += ("detail",)
        if absent:
            self._absent = absent


class RunStepDeltaMessageDelta(Model, tag_field="type", tag="message_creation"):
    """The step writes a message.

    Attributes:
        type: Always message_creation.
        message_creation: The message.
    """

    type: Discriminator[Literal["message_creation"]] = discriminator("message_creation")
    message_creation: MessageCreationDelta | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.message_creation is ABSENT:
            self.message_creation = None
            absent += ("message_creation",)
        if absent:
            self._absent = absent


class RetrievalToolCallDelta(Model, tag_field="type", tag="retrieval"):
    """First generation; a search in linked files.

    Attributes:
        index: Which call of the step it belongs to.
        id: Id of the call; only in its first piece.
        type: Always retrieval.
        retrieval: Kept for later; empty.
    """

    index: int
    id: str | None = ABSENT
    type: Discriminator[Literal["retrieval"]] = discriminator("retrieval")
    retrieval: RetrievalDetails | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.id is ABSENT:
            self.id = None
            absent += ("id",)
        if self.retrieval is ABSENT:
            self.retrieval = None
            absent += ("retrieval",)
        if absent:
            self._absent = absent


class URLCitationDeltaAnnotation(Model, tag_field="type", tag="url_citation"):
    """Foundry; quotes a page on the web.

    Attributes:
        index: Which annotation of the text it belongs to.
        type: Always url_citation.
        text: The mark in the text that stands for the citation.
        url_citation: What is cited.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    index: int
    type: Discriminator[Literal["url_citation"]] = discriminator("url_citation")
    text: str | None = ABSENT
    url_citation: URLCitation | None = ABSENT
    start_index: int | None = ABSENT
    end_index: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.text is ABSENT:
            self.text = None
            absent += ("text",)
        if self.url_citation is ABSENT:
            self.url_citation = None
            absent += ("url_citation",)
        if self.start_index is ABSENT:
            self.start_index = None
            absent += ("start_index",)
        if self.end_index is ABSENT:
            self.end_index = None
            absent += ("end_index",)
        if absent:
            self._absent = absent


CodeInterpreterOutputDelta: TypeAlias = (
    CodeInterpreterLogs | CodeInterpreterOutputImageDelta | UnknownVariant
)
"""A piece of one output of code."""


class ImageFileDeltaBlock(Model, tag_field="type", tag="image_file"):
    """An image that is stored as a file.

    Attributes:
        index: Which part of the message it belongs to.
        type: Always image_file.
        image_file: The image.
    """

    index: int
    type: Discriminator[Literal["image_file"]] = discriminator("image_file")
    image_file: ImageFileDelta | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.image_file is ABSENT:
            self.image_file = None
            absent += ("image_file",)
        if absent:
            self._absent = absent


class ImageURLDeltaBlock(Model, tag_field="type", tag="image_url"):
    """An image on the web.

    Attributes:
        index: Which part of the message it belongs to.
        type: Always image_url.
        image_url: The image.
    """

    index: int
    type: Discriminator[Literal["image_url"]] = discriminator("image_url")
    image_url: ImageURLDelta | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.image_url is ABSENT:
            self.image_url = None
            absent += ("image_url",)
        if absent:
            self._absent = absent


AnnotationDelta: TypeAlias = (
    FileCitationDeltaAnnotation
    | FilePathDeltaAnnotation
    | URLCitationDeltaAnnotation
    | UnknownVariant
)
"""A piece of a place in a text."""


class CodeInterpreterDelta(Model):
    """A piece of code and of its outputs.

    Attributes:
        input: Code to append.
        outputs: Pieces of what it printed and drew.
    """

    input: str | None = ABSENT
    outputs: list[CodeInterpreterOutputDelta] | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.input is ABSENT:
            self.input = None
            absent += ("input",)
        if self.outputs is ABSENT:
            self.outputs = None
            absent += ("outputs",)
        if absent:
            self._absent = absent


class TextDelta(Model):
    """A piece of text, with citations.

    Attributes:
        value: Text to append.
        annotations: Places in the text that point to files or pages.
    """

    value: str | None = ABSENT
    annotations: list[AnnotationDelta] | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.value is ABSENT:
            self.value = None
            absent += ("value",)
        if self.annotations is ABSENT:
            self.annotations = None
            absent += ("annotations",)
        if absent:
            self._absent = absent


class CodeInterpreterToolCallDelta(Model, tag_field="type", tag="code_interpreter"):
    """A piece of code that is run.

    Attributes:
        index: Which call of the step it belongs to.
        id: Id of the call; only in its first piece.
        type: Always code_interpreter.
        code_interpreter: The code and what comes of it.
    """

    index: int
    id: str | None = ABSENT
    type: Discriminator[Literal["code_interpreter"]] = discriminator("code_interpreter")
    code_interpreter: CodeInterpreterDelta | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.id is ABSENT:
            self.id = None
            absent += ("id",)
        if self.code_interpreter is ABSENT:
            self.code_interpreter = None
            absent += ("code_interpreter",)
        if absent:
            self._absent = absent


class TextDeltaBlock(Model, tag_field="type", tag="text"):
    """A piece of text.

    Attributes:
        index: Which part of the message it belongs to.
        type: Always text.
        text: The piece.
    """

    index: int
    type: Discriminator[Literal["text"]] = discriminator("text")
    text: TextDelta | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.text is ABSENT:
            self.text = None
            absent += ("text",)
        if absent:
            self._absent = absent


ToolCallDelta: TypeAlias = (
    CodeInterpreterToolCallDelta
    | FileSearchToolCallDelta
    | RetrievalToolCallDelta
    | FunctionToolCallDelta
    | UnknownVariant
)
"""A piece of one use of a tool."""


MessageContentDelta: TypeAlias = (
    TextDeltaBlock | ImageFileDeltaBlock | ImageURLDeltaBlock | RefusalDeltaBlock | UnknownVariant
)
"""A piece of one part of a message."""


class ToolCallDeltaObject(Model, tag_field="type", tag="tool_calls"):
    """The step uses tools.

    Attributes:
        type: Always tool_calls.
        tool_calls: Pieces of the calls.
    """

    type: Discriminator[Literal["tool_calls"]] = discriminator("tool_calls")
    tool_calls: list[ToolCallDelta] | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.tool_calls is ABSENT:
            self.tool_calls = None
            absent += ("tool_calls",)
        if absent:
            self._absent = absent


class MessageDelta(Model):
    """What is new in a message.

    Attributes:
        role: Who writes it.
        content: Pieces of its parts.
        file_ids: First generation; ids of the linked files.
    """

    role: MessageRole | None = ABSENT
    content: list[MessageContentDelta] | None = ABSENT
    file_ids: list[str] | None = ABSENT

    _provider_fields = ("file_ids",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.role is ABSENT:
            self.role = None
            absent += ("role",)
        if self.content is ABSENT:
            self.content = None
            absent += ("content",)
        if self.file_ids is ABSENT:
            self.file_ids = None
            absent += ("file_ids",)
        if absent:
            self._absent = absent


StepDetailsDelta: TypeAlias = RunStepDeltaMessageDelta | ToolCallDeltaObject | UnknownVariant
"""What is new in what a step does."""


class MessageDeltaEvent(Model):
    """A piece of a message, as streamed.

    Attributes:
        id: Id of the message.
        object: Always thread.message.delta.
        delta: What is new.
    """

    id: str
    object: Literal["thread.message.delta"] = constant("thread.message.delta")
    delta: MessageDelta


class RunStepDelta(Model):
    """What is new in a step.

    Attributes:
        step_details: What it does.
    """

    step_details: StepDetailsDelta | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.step_details is ABSENT:
            self.step_details = None
            absent += ("step_details",)
        if absent:
            self._absent = absent


class RunStepDeltaEvent(Model):
    """A piece of a step, as streamed.

    Attributes:
        id: Id of the step.
        object: Always thread.run.step.delta.
        delta: What is new.
    """

    id: str
    object: Literal["thread.run.step.delta"] = constant("thread.run.step.delta")
    delta: RunStepDelta
