# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: steps."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    checked_values,
    items,
    mapping,
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

from .common import LastError, Metadata, Usage, decode_last_error, decode_usage
from .tools import FileSearchRankingOptions, decode_file_search_ranking_options

__all__ = [
    "AzureAISearchToolCall",
    "BingGroundingToolCall",
    "CodeInterpreter",
    "CodeInterpreterOutput",
    "CodeInterpreterOutputImage",
    "CodeInterpreterOutputImageImage",
    "CodeInterpreterOutputLogs",
    "CodeInterpreterToolCall",
    "FileSearchDetails",
    "FileSearchResult",
    "FileSearchResultAttributes",
    "FileSearchResultContent",
    "FileSearchToolCall",
    "FunctionToolCall",
    "MessageCreation",
    "MessageCreationStepDetails",
    "OpenAPIToolCall",
    "RetrievalDetails",
    "RetrievalToolCall",
    "RunStep",
    "RunStepStatus",
    "StepDetails",
    "ToolCall",
    "ToolCallFunction",
    "ToolCallProperties",
    "ToolCallsStepDetails",
]

FileSearchResultAttributes: TypeAlias = dict[str, Any]
"""Attributes of a file in a vector store, by key."""

RetrievalDetails: TypeAlias = dict[str, Any]
"""First generation; always empty."""

RunStepStatus: TypeAlias = (
    Literal["in_progress", "cancelled", "failed", "completed", "expired"] | str
)
"""How far a step is."""

ToolCallProperties: TypeAlias = dict[str, Any]
"""Foundry; what one of its tools was asked and answered, by key."""


def decode_azure_ai_search_tool_call(raw: dict[str, Any]) -> AzureAISearchToolCall:
    """Makes a AzureAISearchToolCall from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(AzureAISearchToolCall)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "azure_ai_search"
        v = raw["azure_ai_search"]
        self.azure_ai_search = v if v is None else mapping(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_azure_ai_search_tool_call, raw, AzureAISearchToolCall)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, AzureAISearchToolCall)
    made: AzureAISearchToolCall = self
    return made


class AzureAISearchToolCall(Model):
    """Foundry; a search in an index of Azure AI Search.

    Attributes:
        id: Id of the call.
        type: Always azure_ai_search.
        azure_ai_search: What was asked and answered.
    """

    _fields = ("id", "type", "azure_ai_search")

    id: str
    type: Literal["azure_ai_search"] = "azure_ai_search"
    azure_ai_search: ToolCallProperties

    decode = staticmethod(decode_azure_ai_search_tool_call)


def decode_bing_grounding_tool_call(raw: dict[str, Any]) -> BingGroundingToolCall:
    """Makes a BingGroundingToolCall from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(BingGroundingToolCall)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "bing_grounding"
        v = raw["bing_grounding"]
        self.bing_grounding = v if v is None else mapping(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_bing_grounding_tool_call, raw, BingGroundingToolCall)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, BingGroundingToolCall)
    made: BingGroundingToolCall = self
    return made


class BingGroundingToolCall(Model):
    """Foundry; a search on the web.

    Attributes:
        id: Id of the call.
        type: Always bing_grounding.
        bing_grounding: What was asked and answered.
    """

    _fields = ("id", "type", "bing_grounding")

    id: str
    type: Literal["bing_grounding"] = "bing_grounding"
    bing_grounding: ToolCallProperties

    decode = staticmethod(decode_bing_grounding_tool_call)


def decode_code_interpreter(raw: dict[str, Any]) -> CodeInterpreter:
    """Makes a CodeInterpreter from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreter)
    at = ""
    try:
        v = raw["input"]
        if type(v) is not str and v is not None:
            at = "input"
            raise Mismatch("a string", v)
        self.input = v
        at = "outputs"
        v = raw["outputs"]
        self.outputs = v if v is None else items(v, decode_code_interpreter_output)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter, raw, CodeInterpreter)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, CodeInterpreter)
    made: CodeInterpreter = self
    return made


class CodeInterpreter(Model):
    """Code that was run and what came of it.

    Attributes:
        input: The code.
        outputs: What it printed and drew.
    """

    _fields = ("input", "outputs")

    input: str
    outputs: list[CodeInterpreterOutput]

    decode = staticmethod(decode_code_interpreter)


def decode_code_interpreter_output_image(raw: dict[str, Any]) -> CodeInterpreterOutputImage:
    """Makes a CodeInterpreterOutputImage from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterOutputImage)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "image"
        v = raw["image"]
        self.image = v if v is None else decode_code_interpreter_output_image_image(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter_output_image, raw, CodeInterpreterOutputImage)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, CodeInterpreterOutputImage)
    made: CodeInterpreterOutputImage = self
    return made


class CodeInterpreterOutputImage(Model):
    """An image that the code drew.

    Attributes:
        type: Always image.
        image: The image.
    """

    _fields = ("type", "image")

    type: Literal["image"] = "image"
    image: CodeInterpreterOutputImageImage

    decode = staticmethod(decode_code_interpreter_output_image)


def decode_code_interpreter_output_image_image(
    raw: dict[str, Any],
) -> CodeInterpreterOutputImageImage:
    """Makes a CodeInterpreterOutputImageImage from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterOutputImageImage)
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
        return lacking(
            decode_code_interpreter_output_image_image, raw, CodeInterpreterOutputImageImage
        )
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, CodeInterpreterOutputImageImage)
    made: CodeInterpreterOutputImageImage = self
    return made


class CodeInterpreterOutputImageImage(Model):
    """File of an image that the code drew.

    Attributes:
        file_id: Id of the file.
    """

    _fields = ("file_id",)

    file_id: str

    decode = staticmethod(decode_code_interpreter_output_image_image)


def decode_code_interpreter_output_logs(raw: dict[str, Any]) -> CodeInterpreterOutputLogs:
    """Makes a CodeInterpreterOutputLogs from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterOutputLogs)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = raw["logs"]
        if type(v) is not str and v is not None:
            at = "logs"
            raise Mismatch("a string", v)
        self.logs = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter_output_logs, raw, CodeInterpreterOutputLogs)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, CodeInterpreterOutputLogs)
    made: CodeInterpreterOutputLogs = self
    return made


class CodeInterpreterOutputLogs(Model):
    """Text that the code printed.

    Attributes:
        type: Always logs.
        logs: The text.
    """

    _fields = ("type", "logs")

    type: Literal["logs"] = "logs"
    logs: str

    decode = staticmethod(decode_code_interpreter_output_logs)


def decode_code_interpreter_tool_call(raw: dict[str, Any]) -> CodeInterpreterToolCall:
    """Makes a CodeInterpreterToolCall from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(CodeInterpreterToolCall)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "code_interpreter"
        v = raw["code_interpreter"]
        self.code_interpreter = v if v is None else decode_code_interpreter(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_code_interpreter_tool_call, raw, CodeInterpreterToolCall)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, CodeInterpreterToolCall)
    made: CodeInterpreterToolCall = self
    return made


class CodeInterpreterToolCall(Model):
    """Code that was run.

    Attributes:
        id: Id of the call.
        type: Always code_interpreter.
        code_interpreter: The code and what came of it.
    """

    _fields = ("id", "type", "code_interpreter")

    id: str
    type: Literal["code_interpreter"] = "code_interpreter"
    code_interpreter: CodeInterpreter

    decode = staticmethod(decode_code_interpreter_tool_call)


def decode_file_search_details(raw: dict[str, Any]) -> FileSearchDetails:
    """Makes a FileSearchDetails from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileSearchDetails)
    get = raw.get
    absent = 0
    at = ""
    try:
        at = "ranking_options"
        v = get("ranking_options", ABSENT)
        if v is ABSENT:
            absent |= 1
            v = None
        self.ranking_options = v if v is None else decode_file_search_ranking_options(v)
        at = "results"
        v = get("results", ABSENT)
        if v is ABSENT:
            absent |= 2
            v = None
        self.results = v if v is None else items(v, decode_file_search_result)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_search_details, raw, FileSearchDetails)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, FileSearchDetails)
    made: FileSearchDetails = self
    return made


class FileSearchDetails(Model):
    """How a file search went.

    Attributes:
        ranking_options: How results were ranked and cut off.
        results: What was found.
    """

    _fields = ("ranking_options", "results")

    ranking_options: FileSearchRankingOptions | None = ABSENT
    results: list[FileSearchResult] | None = ABSENT

    decode = staticmethod(decode_file_search_details)


def decode_file_search_result(raw: dict[str, Any]) -> FileSearchResult:
    """Makes a FileSearchResult from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileSearchResult)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["file_id"]
        if type(v) is not str and v is not None:
            at = "file_id"
            raise Mismatch("a string", v)
        self.file_id = v
        v = raw["file_name"]
        if type(v) is not str and v is not None:
            at = "file_name"
            raise Mismatch("a string", v)
        self.file_name = v
        v = raw["score"]
        if type(v) is not float and type(v) is not int and v is not None:
            at = "score"
            raise Mismatch("a number", v)
        self.score = v
        at = "attributes"
        v = get("attributes", ABSENT)
        if v is ABSENT:
            absent |= 8
            v = None
        self.attributes = v if v is None else mapping(v)
        at = "content"
        v = get("content", ABSENT)
        if v is ABSENT:
            absent |= 16
            v = None
        self.content = v if v is None else items(v, decode_file_search_result_content)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_search_result, raw, FileSearchResult)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 5:
        self._extra = unknown_fields(raw, FileSearchResult)
    made: FileSearchResult = self
    return made


class FileSearchResult(Model):
    """A file that a search found.

    Attributes:
        file_id: Id of the file.
        file_name: Name of the file.
        score: How well it fits, from 0 to 1.
        attributes: Attributes of the file in the vector store.
        content: The pieces of text found, when asked for with include.
    """

    _fields = ("file_id", "file_name", "score", "attributes", "content")

    file_id: str
    file_name: str
    score: float
    attributes: FileSearchResultAttributes | None = ABSENT
    content: list[FileSearchResultContent] | None = ABSENT

    decode = staticmethod(decode_file_search_result)


def decode_file_search_result_content(raw: dict[str, Any]) -> FileSearchResultContent:
    """Makes a FileSearchResultContent from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileSearchResultContent)
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
        return lacking(decode_file_search_result_content, raw, FileSearchResultContent)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, FileSearchResultContent)
    made: FileSearchResultContent = self
    return made


class FileSearchResultContent(Model):
    """A piece of text that a search found.

    Attributes:
        type: Always text.
        text: The text.
    """

    _fields = ("type", "text")

    type: Literal["text"] | None = "text"
    text: str | None = ABSENT

    decode = staticmethod(decode_file_search_result_content)


def decode_file_search_tool_call(raw: dict[str, Any]) -> FileSearchToolCall:
    """Makes a FileSearchToolCall from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FileSearchToolCall)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "file_search"
        v = raw["file_search"]
        self.file_search = v if v is None else decode_file_search_details(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_file_search_tool_call, raw, FileSearchToolCall)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, FileSearchToolCall)
    made: FileSearchToolCall = self
    return made


class FileSearchToolCall(Model):
    """A search in vector stores.

    Attributes:
        id: Id of the call.
        type: Always file_search.
        file_search: How it searched and what it found.
    """

    _fields = ("id", "type", "file_search")

    id: str
    type: Literal["file_search"] = "file_search"
    file_search: FileSearchDetails

    decode = staticmethod(decode_file_search_tool_call)


def decode_function_tool_call(raw: dict[str, Any]) -> FunctionToolCall:
    """Makes a FunctionToolCall from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(FunctionToolCall)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "function"
        v = raw["function"]
        self.function = v if v is None else decode_tool_call_function(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_function_tool_call, raw, FunctionToolCall)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, FunctionToolCall)
    made: FunctionToolCall = self
    return made


class FunctionToolCall(Model):
    """A function that the caller ran.

    Attributes:
        id: Id of the call.
        type: Always function.
        function: The function, its arguments and its output.
    """

    _fields = ("id", "type", "function")

    id: str
    type: Literal["function"] = "function"
    function: ToolCallFunction

    decode = staticmethod(decode_function_tool_call)


def decode_message_creation(raw: dict[str, Any]) -> MessageCreation:
    """Makes a MessageCreation from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(MessageCreation)
    at = ""
    try:
        v = raw["message_id"]
        if type(v) is not str and v is not None:
            at = "message_id"
            raise Mismatch("a string", v)
        self.message_id = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_message_creation, raw, MessageCreation)
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, MessageCreation)
    made: MessageCreation = self
    return made


class MessageCreation(Model):
    """The message a step wrote.

    Attributes:
        message_id: Id of the message.
    """

    _fields = ("message_id",)

    message_id: str

    decode = staticmethod(decode_message_creation)


def decode_message_creation_step_details(raw: dict[str, Any]) -> MessageCreationStepDetails:
    """Makes a MessageCreationStepDetails from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(MessageCreationStepDetails)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "message_creation"
        v = raw["message_creation"]
        self.message_creation = v if v is None else decode_message_creation(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_message_creation_step_details, raw, MessageCreationStepDetails)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, MessageCreationStepDetails)
    made: MessageCreationStepDetails = self
    return made


class MessageCreationStepDetails(Model):
    """The step wrote a message.

    Attributes:
        type: Always message_creation.
        message_creation: The message.
    """

    _fields = ("type", "message_creation")

    type: Literal["message_creation"] = "message_creation"
    message_creation: MessageCreation

    decode = staticmethod(decode_message_creation_step_details)


def decode_open_api_tool_call(raw: dict[str, Any]) -> OpenAPIToolCall:
    """Makes a OpenAPIToolCall from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(OpenAPIToolCall)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "openapi"
        v = raw["openapi"]
        self.openapi = v if v is None else mapping(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_open_api_tool_call, raw, OpenAPIToolCall)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, OpenAPIToolCall)
    made: OpenAPIToolCall = self
    return made


class OpenAPIToolCall(Model):
    """Foundry; a call of a web API.

    Attributes:
        id: Id of the call.
        type: Always openapi.
        openapi: What was asked and answered.
    """

    _fields = ("id", "type", "openapi")

    id: str
    type: Literal["openapi"] = "openapi"
    openapi: ToolCallProperties

    decode = staticmethod(decode_open_api_tool_call)


def decode_retrieval_tool_call(raw: dict[str, Any]) -> RetrievalToolCall:
    """Makes a RetrievalToolCall from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RetrievalToolCall)
    at = ""
    try:
        v = raw["id"]
        if type(v) is not str and v is not None:
            at = "id"
            raise Mismatch("a string", v)
        self.id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "retrieval"
        v = raw["retrieval"]
        self.retrieval = v if v is None else mapping(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_retrieval_tool_call, raw, RetrievalToolCall)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, RetrievalToolCall)
    made: RetrievalToolCall = self
    return made


class RetrievalToolCall(Model):
    """First generation; a search in linked files.

    Attributes:
        id: Id of the call.
        type: Always retrieval.
        retrieval: Kept for later; empty.
    """

    _fields = ("id", "type", "retrieval")

    id: str
    type: Literal["retrieval"] = "retrieval"
    retrieval: RetrievalDetails

    decode = staticmethod(decode_retrieval_tool_call)


def decode_run_step(raw: dict[str, Any]) -> RunStep:
    """Makes a RunStep from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RunStep)
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
        v = raw["assistant_id"]
        if type(v) is not str and v is not None:
            at = "assistant_id"
            raise Mismatch("a string", v)
        self.assistant_id = v
        v = raw["thread_id"]
        if type(v) is not str and v is not None:
            at = "thread_id"
            raise Mismatch("a string", v)
        self.thread_id = v
        v = raw["run_id"]
        if type(v) is not str and v is not None:
            at = "run_id"
            raise Mismatch("a string", v)
        self.run_id = v
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = raw["status"]
        if type(v) is not str and v is not None:
            at = "status"
            raise Mismatch("a string", v)
        self.status = v
        at = "step_details"
        v = raw["step_details"]
        self.step_details = v if v is None else decode_step_details(v)
        at = "last_error"
        v = raw["last_error"]
        self.last_error = v if v is None else decode_last_error(v)
        v = get("expires_at", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 1024
                v = None
            else:
                at = "expires_at"
                raise Mismatch("an integer", v)
        self.expires_at = v
        v = get("expired_at", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 2048
                v = None
            else:
                at = "expired_at"
                raise Mismatch("an integer", v)
        self.expired_at = v
        v = raw["cancelled_at"]
        if type(v) is not int and v is not None:
            at = "cancelled_at"
            raise Mismatch("an integer", v)
        self.cancelled_at = v
        v = raw["failed_at"]
        if type(v) is not int and v is not None:
            at = "failed_at"
            raise Mismatch("an integer", v)
        self.failed_at = v
        v = raw["completed_at"]
        if type(v) is not int and v is not None:
            at = "completed_at"
            raise Mismatch("an integer", v)
        self.completed_at = v
        at = "metadata"
        v = get("metadata", ABSENT)
        if v is ABSENT:
            absent |= 32768
            v = None
        self.metadata = v if v is None else checked_values(v, string)
        at = "usage"
        v = get("usage", ABSENT)
        if v is ABSENT:
            absent |= 65536
            v = None
        self.usage = v if v is None else decode_usage(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_run_step, raw, RunStep)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 17:
        self._extra = unknown_fields(raw, RunStep)
    made: RunStep = self
    return made


class RunStep(Model):
    """Something a run did.

    Attributes:
        id: Id of the step.
        object: Always thread.run.step.
        created_at: When it was created.
        assistant_id: Id of the assistant.
        thread_id: Id of the thread.
        run_id: Id of the run.
        type: Whether it wrote a message or used tools.
        status: How far it is.
        step_details: What it did.
        last_error: Why it failed.
        expires_at: When it will expire; null once it has ended.
        expired_at: When it expired; OpenAI sends expires_at instead.
        cancelled_at: When it was cancelled.
        failed_at: When it failed.
        completed_at: When it was completed.
        metadata: Notes on the step; OpenAI does not send them.
        usage: Tokens spent; null until it has ended.
    """

    _fields = (
        "id",
        "object",
        "created_at",
        "assistant_id",
        "thread_id",
        "run_id",
        "type",
        "status",
        "step_details",
        "last_error",
        "expires_at",
        "expired_at",
        "cancelled_at",
        "failed_at",
        "completed_at",
        "metadata",
        "usage",
    )

    id: str
    object: Literal["thread.run.step"] = "thread.run.step"
    created_at: int
    assistant_id: str
    thread_id: str
    run_id: str
    type: Literal["message_creation", "tool_calls"] | str
    status: RunStepStatus
    step_details: StepDetails
    last_error: LastError | None
    expires_at: int | None = ABSENT
    expired_at: int | None = ABSENT
    cancelled_at: int | None
    failed_at: int | None
    completed_at: int | None
    metadata: Metadata | None = ABSENT
    usage: Usage | None = ABSENT

    decode = staticmethod(decode_run_step)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)

    @property
    def expires_at_datetime(self) -> datetime | None:
        """`expires_at` as a timezone-aware datetime."""
        return at_time(self.expires_at)

    @property
    def expired_at_datetime(self) -> datetime | None:
        """`expired_at` as a timezone-aware datetime."""
        return at_time(self.expired_at)

    @property
    def cancelled_at_datetime(self) -> datetime | None:
        """`cancelled_at` as a timezone-aware datetime."""
        return at_time(self.cancelled_at)

    @property
    def failed_at_datetime(self) -> datetime | None:
        """`failed_at` as a timezone-aware datetime."""
        return at_time(self.failed_at)

    @property
    def completed_at_datetime(self) -> datetime | None:
        """`completed_at` as a timezone-aware datetime."""
        return at_time(self.completed_at)


def decode_tool_call_function(raw: dict[str, Any]) -> ToolCallFunction:
    """Makes a ToolCallFunction from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ToolCallFunction)
    at = ""
    try:
        v = raw["name"]
        if type(v) is not str and v is not None:
            at = "name"
            raise Mismatch("a string", v)
        self.name = v
        v = raw["arguments"]
        if type(v) is not str and v is not None:
            at = "arguments"
            raise Mismatch("a string", v)
        self.arguments = v
        v = raw["output"]
        if type(v) is not str and v is not None:
            at = "output"
            raise Mismatch("a string", v)
        self.output = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_call_function, raw, ToolCallFunction)
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, ToolCallFunction)
    made: ToolCallFunction = self
    return made


class ToolCallFunction(Model):
    """A function call and its outcome.

    Attributes:
        name: Name of the function.
        arguments: The arguments, as JSON text.
        output: What the caller answered; null until then.
    """

    _fields = ("name", "arguments", "output")

    name: str
    arguments: str
    output: str | None

    decode = staticmethod(decode_tool_call_function)


def decode_tool_calls_step_details(raw: dict[str, Any]) -> ToolCallsStepDetails:
    """Makes a ToolCallsStepDetails from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(ToolCallsStepDetails)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "tool_calls"
        v = raw["tool_calls"]
        self.tool_calls = v if v is None else items(v, decode_tool_call)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_tool_calls_step_details, raw, ToolCallsStepDetails)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, ToolCallsStepDetails)
    made: ToolCallsStepDetails = self
    return made


class ToolCallsStepDetails(Model):
    """The step used tools.

    Attributes:
        type: Always tool_calls.
        tool_calls: The tools it used.
    """

    _fields = ("type", "tool_calls")

    type: Literal["tool_calls"] = "tool_calls"
    tool_calls: list[ToolCall]

    decode = staticmethod(decode_tool_calls_step_details)


CodeInterpreterOutput: TypeAlias = (
    CodeInterpreterOutputImage | CodeInterpreterOutputLogs | UnknownVariant
)
"""One output of code that was run."""

decode_code_interpreter_output = by_discriminator(
    "type",
    {
        "image": decode_code_interpreter_output_image,
        "logs": decode_code_interpreter_output_logs,
    },
)

StepDetails: TypeAlias = MessageCreationStepDetails | ToolCallsStepDetails | UnknownVariant
"""What a step did."""

decode_step_details = by_discriminator(
    "type",
    {
        "message_creation": decode_message_creation_step_details,
        "tool_calls": decode_tool_calls_step_details,
    },
)

ToolCall: TypeAlias = (
    AzureAISearchToolCall
    | BingGroundingToolCall
    | CodeInterpreterToolCall
    | FileSearchToolCall
    | FunctionToolCall
    | OpenAPIToolCall
    | RetrievalToolCall
    | UnknownVariant
)
"""One use of a tool."""

decode_tool_call = by_discriminator(
    "type",
    {
        "azure_ai_search": decode_azure_ai_search_tool_call,
        "bing_grounding": decode_bing_grounding_tool_call,
        "code_interpreter": decode_code_interpreter_tool_call,
        "file_search": decode_file_search_tool_call,
        "function": decode_function_tool_call,
        "openapi": decode_open_api_tool_call,
        "retrieval": decode_retrieval_tool_call,
    },
)
