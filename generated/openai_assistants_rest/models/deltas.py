# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: deltas."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    checked_items,
    items,
    mapping,
    string,
)
from openai_assistants_core.model import (
    ABSENT,
    by_discriminator,
    lacking,
    new,
    unknown_fields,
)

from .messages import ImageDetail, MessageRole, URLCitation, decode_url_citation
from .steps import FileSearchDetails, RetrievalDetails, decode_file_search_details

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


def decode_code_interpreter_delta(raw: dict[str, Any]) -> CodeInterpreterDelta:
    """Makes a CodeInterpreterDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("input", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "input"
                raise Mismatch("a string", v)
        self.input = v
        at = "outputs"
        v = get("outputs", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.outputs = v if v is None else items(v, decode_code_interpreter_output_delta)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter_delta, raw, CodeInterpreterDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, CodeInterpreterDelta)
    made: CodeInterpreterDelta = self
    return made


class CodeInterpreterDelta(Model):
    """A piece of code and of its outputs.

    Attributes:
        input: Code to append.
        outputs: Pieces of what it printed and drew.
    """

    _fields = ("input", "outputs")

    input: str | None = ABSENT
    outputs: list[CodeInterpreterOutputDelta] | None = ABSENT

    decode = staticmethod(decode_code_interpreter_delta)


def decode_code_interpreter_image_delta(raw: dict[str, Any]) -> CodeInterpreterImageDelta:
    """Makes a CodeInterpreterImageDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterImageDelta)
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
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter_image_delta, raw, CodeInterpreterImageDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, CodeInterpreterImageDelta)
    made: CodeInterpreterImageDelta = self
    return made


class CodeInterpreterImageDelta(Model):
    """File of an image that the code drew.

    Attributes:
        file_id: Id of the file.
    """

    _fields = ("file_id",)

    file_id: str | None = ABSENT

    decode = staticmethod(decode_code_interpreter_image_delta)


def decode_code_interpreter_logs(raw: dict[str, Any]) -> CodeInterpreterLogs:
    """Makes a CodeInterpreterLogs from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterLogs)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = get("logs", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "logs"
                raise Mismatch("a string", v)
        self.logs = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter_logs, raw, CodeInterpreterLogs)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, CodeInterpreterLogs)
    made: CodeInterpreterLogs = self
    return made


class CodeInterpreterLogs(Model):
    """A piece of what the code printed.

    Attributes:
        index: Which output it belongs to.
        type: Always logs.
        logs: Text to append.
    """

    _fields = ("index", "type", "logs")

    index: int
    type: Literal["logs"] = "logs"
    logs: str | None = ABSENT

    decode = staticmethod(decode_code_interpreter_logs)


def decode_code_interpreter_output_image_delta(
    raw: dict[str, Any],
) -> CodeInterpreterOutputImageDelta:
    """Makes a CodeInterpreterOutputImageDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterOutputImageDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "image"
        v = get("image", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.image = v if v is None else decode_code_interpreter_image_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_code_interpreter_output_image_delta, raw, CodeInterpreterOutputImageDelta
        )
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, CodeInterpreterOutputImageDelta)
    made: CodeInterpreterOutputImageDelta = self
    return made


class CodeInterpreterOutputImageDelta(Model):
    """An image that the code drew.

    Attributes:
        index: Which output it belongs to.
        type: Always image.
        image: The image.
    """

    _fields = ("index", "type", "image")

    index: int
    type: Literal["image"] = "image"
    image: CodeInterpreterImageDelta | None = ABSENT

    decode = staticmethod(decode_code_interpreter_output_image_delta)


def decode_code_interpreter_tool_call_delta(raw: dict[str, Any]) -> CodeInterpreterToolCallDelta:
    """Makes a CodeInterpreterToolCallDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterToolCallDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = get("id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "id"
                raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "code_interpreter"
        v = get("code_interpreter", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.code_interpreter = v if v is None else decode_code_interpreter_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter_tool_call_delta, raw, CodeInterpreterToolCallDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 4:
        self._extra = unknown_fields(raw, CodeInterpreterToolCallDelta)
    made: CodeInterpreterToolCallDelta = self
    return made


class CodeInterpreterToolCallDelta(Model):
    """A piece of code that is run.

    Attributes:
        index: Which call of the step it belongs to.
        id: Id of the call; only in its first piece.
        type: Always code_interpreter.
        code_interpreter: The code and what comes of it.
    """

    _fields = ("index", "id", "type", "code_interpreter")

    index: int
    id: str | None = ABSENT
    type: Literal["code_interpreter"] = "code_interpreter"
    code_interpreter: CodeInterpreterDelta | None = ABSENT

    decode = staticmethod(decode_code_interpreter_tool_call_delta)


def decode_file_citation_delta(raw: dict[str, Any]) -> FileCitationDelta:
    """Makes a FileCitationDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileCitationDelta)
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
        return lacking(decode_file_citation_delta, raw, FileCitationDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, FileCitationDelta)
    made: FileCitationDelta = self
    return made


class FileCitationDelta(Model):
    """What a citation points to.

    Attributes:
        file_id: Id of the file.
        quote: The words cited; empty on newer services.
    """

    _fields = ("file_id", "quote")

    file_id: str | None = ABSENT
    quote: str | None = ABSENT

    decode = staticmethod(decode_file_citation_delta)


def decode_file_citation_delta_annotation(raw: dict[str, Any]) -> FileCitationDeltaAnnotation:
    """Makes a FileCitationDeltaAnnotation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileCitationDeltaAnnotation)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = get("text", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "text"
                raise Mismatch("a string", v)
        self.text = v
        at = "file_citation"
        v = get("file_citation", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.file_citation = v if v is None else decode_file_citation_delta(v)
        v = get("start_index", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "start_index"
                raise Mismatch("an integer", v)
        self.start_index = v
        v = get("end_index", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 32
                v = None
            else:
                at = "end_index"
                raise Mismatch("an integer", v)
        self.end_index = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_citation_delta_annotation, raw, FileCitationDeltaAnnotation)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 6:
        self._extra = unknown_fields(raw, FileCitationDeltaAnnotation)
    made: FileCitationDeltaAnnotation = self
    return made


class FileCitationDeltaAnnotation(Model):
    """Quotes a file that was searched.

    Attributes:
        index: Which annotation of the text it belongs to.
        type: Always file_citation.
        text: The mark in the text that stands for the citation.
        file_citation: What is cited.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    _fields = ("index", "type", "text", "file_citation", "start_index", "end_index")

    index: int
    type: Literal["file_citation"] = "file_citation"
    text: str | None = ABSENT
    file_citation: FileCitationDelta | None = ABSENT
    start_index: int | None = ABSENT
    end_index: int | None = ABSENT

    decode = staticmethod(decode_file_citation_delta_annotation)


def decode_file_path_delta(raw: dict[str, Any]) -> FilePathDelta:
    """Makes a FilePathDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FilePathDelta)
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
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_path_delta, raw, FilePathDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, FilePathDelta)
    made: FilePathDelta = self
    return made


class FilePathDelta(Model):
    """A file that the code interpreter wrote.

    Attributes:
        file_id: Id of the file.
    """

    _fields = ("file_id",)

    file_id: str | None = ABSENT

    decode = staticmethod(decode_file_path_delta)


def decode_file_path_delta_annotation(raw: dict[str, Any]) -> FilePathDeltaAnnotation:
    """Makes a FilePathDeltaAnnotation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FilePathDeltaAnnotation)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = get("text", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "text"
                raise Mismatch("a string", v)
        self.text = v
        at = "file_path"
        v = get("file_path", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.file_path = v if v is None else decode_file_path_delta(v)
        v = get("start_index", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "start_index"
                raise Mismatch("an integer", v)
        self.start_index = v
        v = get("end_index", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 32
                v = None
            else:
                at = "end_index"
                raise Mismatch("an integer", v)
        self.end_index = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_path_delta_annotation, raw, FilePathDeltaAnnotation)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 6:
        self._extra = unknown_fields(raw, FilePathDeltaAnnotation)
    made: FilePathDeltaAnnotation = self
    return made


class FilePathDeltaAnnotation(Model):
    """Points to a file that the code interpreter wrote.

    Attributes:
        index: Which annotation of the text it belongs to.
        type: Always file_path.
        text: The path in the text that stands for the file.
        file_path: The file.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    _fields = ("index", "type", "text", "file_path", "start_index", "end_index")

    index: int
    type: Literal["file_path"] = "file_path"
    text: str | None = ABSENT
    file_path: FilePathDelta | None = ABSENT
    start_index: int | None = ABSENT
    end_index: int | None = ABSENT

    decode = staticmethod(decode_file_path_delta_annotation)


def decode_file_search_tool_call_delta(raw: dict[str, Any]) -> FileSearchToolCallDelta:
    """Makes a FileSearchToolCallDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileSearchToolCallDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = get("id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "id"
                raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "file_search"
        v = get("file_search", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.file_search = v if v is None else decode_file_search_details(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_search_tool_call_delta, raw, FileSearchToolCallDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 4:
        self._extra = unknown_fields(raw, FileSearchToolCallDelta)
    made: FileSearchToolCallDelta = self
    return made


class FileSearchToolCallDelta(Model):
    """A search in vector stores.

    Attributes:
        index: Which call of the step it belongs to.
        id: Id of the call; only in its first piece.
        type: Always file_search.
        file_search: How it searched and what it found.
    """

    _fields = ("index", "id", "type", "file_search")

    index: int
    id: str | None = ABSENT
    type: Literal["file_search"] = "file_search"
    file_search: FileSearchDetails | None = ABSENT

    decode = staticmethod(decode_file_search_tool_call_delta)


def decode_function_tool_call_delta(raw: dict[str, Any]) -> FunctionToolCallDelta:
    """Makes a FunctionToolCallDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FunctionToolCallDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = get("id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "id"
                raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "function"
        v = get("function", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.function = v if v is None else decode_tool_call_function_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_function_tool_call_delta, raw, FunctionToolCallDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 4:
        self._extra = unknown_fields(raw, FunctionToolCallDelta)
    made: FunctionToolCallDelta = self
    return made


class FunctionToolCallDelta(Model):
    """A piece of a call of a function.

    Attributes:
        index: Which call of the step it belongs to.
        id: Id of the call; only in its first piece.
        type: Always function.
        function: The function, its arguments and its output.
    """

    _fields = ("index", "id", "type", "function")

    index: int
    id: str | None = ABSENT
    type: Literal["function"] = "function"
    function: ToolCallFunctionDelta | None = ABSENT

    decode = staticmethod(decode_function_tool_call_delta)


def decode_image_file_delta(raw: dict[str, Any]) -> ImageFileDelta:
    """Makes a ImageFileDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ImageFileDelta)
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
        return lacking(decode_image_file_delta, raw, ImageFileDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, ImageFileDelta)
    made: ImageFileDelta = self
    return made


class ImageFileDelta(Model):
    """An image that is stored as a file.

    Attributes:
        file_id: Id of the file.
        detail: How closely the model looks.
    """

    _fields = ("file_id", "detail")

    file_id: str | None = ABSENT
    detail: ImageDetail | None = ABSENT

    decode = staticmethod(decode_image_file_delta)


def decode_image_file_delta_block(raw: dict[str, Any]) -> ImageFileDeltaBlock:
    """Makes a ImageFileDeltaBlock from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ImageFileDeltaBlock)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "image_file"
        v = get("image_file", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.image_file = v if v is None else decode_image_file_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_image_file_delta_block, raw, ImageFileDeltaBlock)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, ImageFileDeltaBlock)
    made: ImageFileDeltaBlock = self
    return made


class ImageFileDeltaBlock(Model):
    """An image that is stored as a file.

    Attributes:
        index: Which part of the message it belongs to.
        type: Always image_file.
        image_file: The image.
    """

    _fields = ("index", "type", "image_file")

    index: int
    type: Literal["image_file"] = "image_file"
    image_file: ImageFileDelta | None = ABSENT

    decode = staticmethod(decode_image_file_delta_block)


def decode_image_url_delta(raw: dict[str, Any]) -> ImageURLDelta:
    """Makes a ImageURLDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ImageURLDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("url", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
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
        return lacking(decode_image_url_delta, raw, ImageURLDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, ImageURLDelta)
    made: ImageURLDelta = self
    return made


class ImageURLDelta(Model):
    """An image on the web.

    Attributes:
        url: Address of the image.
        detail: How closely the model looks.
    """

    _fields = ("url", "detail")

    url: str | None = ABSENT
    detail: ImageDetail | None = ABSENT

    decode = staticmethod(decode_image_url_delta)


def decode_image_url_delta_block(raw: dict[str, Any]) -> ImageURLDeltaBlock:
    """Makes a ImageURLDeltaBlock from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ImageURLDeltaBlock)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "image_url"
        v = get("image_url", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.image_url = v if v is None else decode_image_url_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_image_url_delta_block, raw, ImageURLDeltaBlock)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, ImageURLDeltaBlock)
    made: ImageURLDeltaBlock = self
    return made


class ImageURLDeltaBlock(Model):
    """An image on the web.

    Attributes:
        index: Which part of the message it belongs to.
        type: Always image_url.
        image_url: The image.
    """

    _fields = ("index", "type", "image_url")

    index: int
    type: Literal["image_url"] = "image_url"
    image_url: ImageURLDelta | None = ABSENT

    decode = staticmethod(decode_image_url_delta_block)


def decode_message_creation_delta(raw: dict[str, Any]) -> MessageCreationDelta:
    """Makes a MessageCreationDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(MessageCreationDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("message_id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "message_id"
                raise Mismatch("a string", v)
        self.message_id = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_message_creation_delta, raw, MessageCreationDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, MessageCreationDelta)
    made: MessageCreationDelta = self
    return made


class MessageCreationDelta(Model):
    """The message a step writes.

    Attributes:
        message_id: Id of the message.
    """

    _fields = ("message_id",)

    message_id: str | None = ABSENT

    decode = staticmethod(decode_message_creation_delta)


def decode_message_delta(raw: dict[str, Any]) -> MessageDelta:
    """Makes a MessageDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(MessageDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("role", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "role"
                raise Mismatch("a string", v)
        self.role = v
        at = "content"
        v = get("content", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.content = v if v is None else items(v, decode_message_content_delta)
        at = "file_ids"
        v = get("file_ids", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.file_ids = v if v is None else checked_items(v, string)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_message_delta, raw, MessageDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, MessageDelta)
    made: MessageDelta = self
    return made


class MessageDelta(Model):
    """What is new in a message.

    Attributes:
        role: Who writes it.
        content: Pieces of its parts.
        file_ids: First generation; ids of the linked files.
    """

    _fields = ("role", "content", "file_ids")

    role: MessageRole | None = ABSENT
    content: list[MessageContentDelta] | None = ABSENT
    file_ids: list[str] | None = ABSENT

    decode = staticmethod(decode_message_delta)


def decode_message_delta_event(raw: dict[str, Any]) -> MessageDeltaEvent:
    """Makes a MessageDeltaEvent from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(MessageDeltaEvent)
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
        at = "delta"
        v = raw["delta"]
        self.delta = v if v is None else decode_message_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_message_delta_event, raw, MessageDeltaEvent)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, MessageDeltaEvent)
    made: MessageDeltaEvent = self
    return made


class MessageDeltaEvent(Model):
    """A piece of a message, as streamed.

    Attributes:
        id: Id of the message.
        object: Always thread.message.delta.
        delta: What is new.
    """

    _fields = ("id", "object", "delta")

    id: str
    object: Literal["thread.message.delta"] = "thread.message.delta"
    delta: MessageDelta

    decode = staticmethod(decode_message_delta_event)


def decode_refusal_delta_block(raw: dict[str, Any]) -> RefusalDeltaBlock:
    """Makes a RefusalDeltaBlock from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RefusalDeltaBlock)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = get("refusal", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "refusal"
                raise Mismatch("a string", v)
        self.refusal = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_refusal_delta_block, raw, RefusalDeltaBlock)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, RefusalDeltaBlock)
    made: RefusalDeltaBlock = self
    return made


class RefusalDeltaBlock(Model):
    """A piece of a refusal.

    Attributes:
        index: Which part of the message it belongs to.
        type: Always refusal.
        refusal: Text to append.
    """

    _fields = ("index", "type", "refusal")

    index: int
    type: Literal["refusal"] = "refusal"
    refusal: str | None = ABSENT

    decode = staticmethod(decode_refusal_delta_block)


def decode_retrieval_tool_call_delta(raw: dict[str, Any]) -> RetrievalToolCallDelta:
    """Makes a RetrievalToolCallDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RetrievalToolCallDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = get("id", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "id"
                raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "retrieval"
        v = get("retrieval", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.retrieval = v if v is None else mapping(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_retrieval_tool_call_delta, raw, RetrievalToolCallDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 4:
        self._extra = unknown_fields(raw, RetrievalToolCallDelta)
    made: RetrievalToolCallDelta = self
    return made


class RetrievalToolCallDelta(Model):
    """First generation; a search in linked files.

    Attributes:
        index: Which call of the step it belongs to.
        id: Id of the call; only in its first piece.
        type: Always retrieval.
        retrieval: Kept for later; empty.
    """

    _fields = ("index", "id", "type", "retrieval")

    index: int
    id: str | None = ABSENT
    type: Literal["retrieval"] = "retrieval"
    retrieval: RetrievalDetails | None = ABSENT

    decode = staticmethod(decode_retrieval_tool_call_delta)


def decode_run_step_delta(raw: dict[str, Any]) -> RunStepDelta:
    """Makes a RunStepDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RunStepDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        at = "step_details"
        v = get("step_details", ABSENT)
        if v is ABSENT:
            absent |= 1
            v = None
        self.step_details = v if v is None else decode_step_details_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_run_step_delta, raw, RunStepDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, RunStepDelta)
    made: RunStepDelta = self
    return made


class RunStepDelta(Model):
    """What is new in a step.

    Attributes:
        step_details: What it does.
    """

    _fields = ("step_details",)

    step_details: StepDetailsDelta | None = ABSENT

    decode = staticmethod(decode_run_step_delta)


def decode_run_step_delta_event(raw: dict[str, Any]) -> RunStepDeltaEvent:
    """Makes a RunStepDeltaEvent from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RunStepDeltaEvent)
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
        at = "delta"
        v = raw["delta"]
        self.delta = v if v is None else decode_run_step_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_run_step_delta_event, raw, RunStepDeltaEvent)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, RunStepDeltaEvent)
    made: RunStepDeltaEvent = self
    return made


class RunStepDeltaEvent(Model):
    """A piece of a step, as streamed.

    Attributes:
        id: Id of the step.
        object: Always thread.run.step.delta.
        delta: What is new.
    """

    _fields = ("id", "object", "delta")

    id: str
    object: Literal["thread.run.step.delta"] = "thread.run.step.delta"
    delta: RunStepDelta

    decode = staticmethod(decode_run_step_delta_event)


def decode_run_step_delta_message_delta(raw: dict[str, Any]) -> RunStepDeltaMessageDelta:
    """Makes a RunStepDeltaMessageDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RunStepDeltaMessageDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "message_creation"
        v = get("message_creation", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.message_creation = v if v is None else decode_message_creation_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_run_step_delta_message_delta, raw, RunStepDeltaMessageDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, RunStepDeltaMessageDelta)
    made: RunStepDeltaMessageDelta = self
    return made


class RunStepDeltaMessageDelta(Model):
    """The step writes a message.

    Attributes:
        type: Always message_creation.
        message_creation: The message.
    """

    _fields = ("type", "message_creation")

    type: Literal["message_creation"] = "message_creation"
    message_creation: MessageCreationDelta | None = ABSENT

    decode = staticmethod(decode_run_step_delta_message_delta)


def decode_text_delta(raw: dict[str, Any]) -> TextDelta:
    """Makes a TextDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(TextDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("value", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "value"
                raise Mismatch("a string", v)
        self.value = v
        at = "annotations"
        v = get("annotations", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.annotations = v if v is None else items(v, decode_annotation_delta)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_text_delta, raw, TextDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, TextDelta)
    made: TextDelta = self
    return made


class TextDelta(Model):
    """A piece of text, with citations.

    Attributes:
        value: Text to append.
        annotations: Places in the text that point to files or pages.
    """

    _fields = ("value", "annotations")

    value: str | None = ABSENT
    annotations: list[AnnotationDelta] | None = ABSENT

    decode = staticmethod(decode_text_delta)


def decode_text_delta_block(raw: dict[str, Any]) -> TextDeltaBlock:
    """Makes a TextDeltaBlock from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(TextDeltaBlock)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "text"
        v = get("text", ABSENT)
        if v is ABSENT:
            absent |= 4
            v = None
        self.text = v if v is None else decode_text_delta(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_text_delta_block, raw, TextDeltaBlock)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, TextDeltaBlock)
    made: TextDeltaBlock = self
    return made


class TextDeltaBlock(Model):
    """A piece of text.

    Attributes:
        index: Which part of the message it belongs to.
        type: Always text.
        text: The piece.
    """

    _fields = ("index", "type", "text")

    index: int
    type: Literal["text"] = "text"
    text: TextDelta | None = ABSENT

    decode = staticmethod(decode_text_delta_block)


def decode_tool_call_delta_object(raw: dict[str, Any]) -> ToolCallDeltaObject:
    """Makes a ToolCallDeltaObject from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ToolCallDeltaObject)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "tool_calls"
        v = get("tool_calls", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.tool_calls = v if v is None else items(v, decode_tool_call_delta)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_call_delta_object, raw, ToolCallDeltaObject)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, ToolCallDeltaObject)
    made: ToolCallDeltaObject = self
    return made


class ToolCallDeltaObject(Model):
    """The step uses tools.

    Attributes:
        type: Always tool_calls.
        tool_calls: Pieces of the calls.
    """

    _fields = ("type", "tool_calls")

    type: Literal["tool_calls"] = "tool_calls"
    tool_calls: list[ToolCallDelta] | None = ABSENT

    decode = staticmethod(decode_tool_call_delta_object)


def decode_tool_call_function_delta(raw: dict[str, Any]) -> ToolCallFunctionDelta:
    """Makes a ToolCallFunctionDelta from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ToolCallFunctionDelta)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("name", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "name"
                raise Mismatch("a string", v)
        self.name = v
        v = get("arguments", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "arguments"
                raise Mismatch("a string", v)
        self.arguments = v
        v = get("output", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "output"
                raise Mismatch("a string", v)
        self.output = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_call_function_delta, raw, ToolCallFunctionDelta)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 3:
        self._extra = unknown_fields(raw, ToolCallFunctionDelta)
    made: ToolCallFunctionDelta = self
    return made


class ToolCallFunctionDelta(Model):
    """A piece of a function call.

    Attributes:
        name: Name of the function; only in the first piece.
        arguments: JSON text to append to the arguments.
        output: What the caller answered; null until then.
    """

    _fields = ("name", "arguments", "output")

    name: str | None = ABSENT
    arguments: str | None = ABSENT
    output: str | None = ABSENT

    decode = staticmethod(decode_tool_call_function_delta)


def decode_url_citation_delta_annotation(raw: dict[str, Any]) -> URLCitationDeltaAnnotation:
    """Makes a URLCitationDeltaAnnotation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(URLCitationDeltaAnnotation)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["index"]
        if type(v) is not int and v is not None:
            at = "index"
            raise Mismatch("an integer", v)
        self.index = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = get("text", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 4
                v = None
            else:
                at = "text"
                raise Mismatch("a string", v)
        self.text = v
        at = "url_citation"
        v = get("url_citation", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.url_citation = v if v is None else decode_url_citation(v)
        v = get("start_index", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 16
                v = None
            else:
                at = "start_index"
                raise Mismatch("an integer", v)
        self.start_index = v
        v = get("end_index", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 32
                v = None
            else:
                at = "end_index"
                raise Mismatch("an integer", v)
        self.end_index = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_url_citation_delta_annotation, raw, URLCitationDeltaAnnotation)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 6:
        self._extra = unknown_fields(raw, URLCitationDeltaAnnotation)
    made: URLCitationDeltaAnnotation = self
    return made


class URLCitationDeltaAnnotation(Model):
    """Foundry; quotes a page on the web.

    Attributes:
        index: Which annotation of the text it belongs to.
        type: Always url_citation.
        text: The mark in the text that stands for the citation.
        url_citation: What is cited.
        start_index: Where the mark starts.
        end_index: Where the mark ends.
    """

    _fields = ("index", "type", "text", "url_citation", "start_index", "end_index")

    index: int
    type: Literal["url_citation"] = "url_citation"
    text: str | None = ABSENT
    url_citation: URLCitation | None = ABSENT
    start_index: int | None = ABSENT
    end_index: int | None = ABSENT

    decode = staticmethod(decode_url_citation_delta_annotation)


AnnotationDelta: TypeAlias = (
    FileCitationDeltaAnnotation
    | FilePathDeltaAnnotation
    | URLCitationDeltaAnnotation
    | UnknownVariant
)
"""A piece of a place in a text."""

decode_annotation_delta = by_discriminator(
    "type",
    {
        "file_citation": decode_file_citation_delta_annotation,
        "file_path": decode_file_path_delta_annotation,
        "url_citation": decode_url_citation_delta_annotation,
    },
)

CodeInterpreterOutputDelta: TypeAlias = (
    CodeInterpreterOutputImageDelta | CodeInterpreterLogs | UnknownVariant
)
"""A piece of one output of code."""

decode_code_interpreter_output_delta = by_discriminator(
    "type",
    {
        "image": decode_code_interpreter_output_image_delta,
        "logs": decode_code_interpreter_logs,
    },
)

MessageContentDelta: TypeAlias = (
    ImageFileDeltaBlock | ImageURLDeltaBlock | RefusalDeltaBlock | TextDeltaBlock | UnknownVariant
)
"""A piece of one part of a message."""

decode_message_content_delta = by_discriminator(
    "type",
    {
        "image_file": decode_image_file_delta_block,
        "image_url": decode_image_url_delta_block,
        "refusal": decode_refusal_delta_block,
        "text": decode_text_delta_block,
    },
)

StepDetailsDelta: TypeAlias = RunStepDeltaMessageDelta | ToolCallDeltaObject | UnknownVariant
"""What is new in what a step does."""

decode_step_details_delta = by_discriminator(
    "type",
    {
        "message_creation": decode_run_step_delta_message_delta,
        "tool_calls": decode_tool_call_delta_object,
    },
)

ToolCallDelta: TypeAlias = (
    CodeInterpreterToolCallDelta
    | FileSearchToolCallDelta
    | FunctionToolCallDelta
    | RetrievalToolCallDelta
    | UnknownVariant
)
"""A piece of one use of a tool."""

decode_tool_call_delta = by_discriminator(
    "type",
    {
        "code_interpreter": decode_code_interpreter_tool_call_delta,
        "file_search": decode_file_search_tool_call_delta,
        "function": decode_function_tool_call_delta,
        "retrieval": decode_retrieval_tool_call_delta,
    },
)
