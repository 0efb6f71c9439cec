# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: steps."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self, TypeAlias

import attrs
from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_core.codec import (
    items,
    mapping,
    string,
    values,
)
from openai_assistants_core.model import ABSENT, at_time, by_discriminator, new

from .common import LastError, Metadata, Usage
from .tools import FileSearchRankingOptions

__all__ = [
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
    "RetrievalDetails",
    "RetrievalToolCall",
    "RunStep",
    "RunStepStatus",
    "StepDetails",
    "ToolCall",
    "ToolCallFunction",
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class CodeInterpreter(Model):
    """Code that was run and what came of it.

    Attributes:
        input: The code.
        outputs: What it printed and drew.
    """

    _fields = ("input", "outputs")

    input: str
    outputs: list[CodeInterpreterOutput]

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "input"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.input = v
            at = "outputs"
            v = get(at)
            self.outputs = v if v is None else items(v, decode_code_interpreter_output)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class CodeInterpreterOutputImage(Model):
    """An image that the code drew.

    Attributes:
        type: Always image.
        image: The image.
    """

    _fields = ("type", "image")

    type: Literal["image"] = "image"
    image: CodeInterpreterOutputImageImage

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
            at = "image"
            v = get(at)
            self.image = v if v is None else CodeInterpreterOutputImageImage.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class CodeInterpreterOutputImageImage(Model):
    """File of an image that the code drew.

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
class CodeInterpreterOutputLogs(Model):
    """Text that the code printed.

    Attributes:
        type: Always logs.
        logs: The text.
    """

    _fields = ("type", "logs")

    type: Literal["logs"] = "logs"
    logs: str

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
            at = "logs"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.logs = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "code_interpreter"
            v = get(at)
            self.code_interpreter = v if v is None else CodeInterpreter.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class FileSearchDetails(Model):
    """How a file search went.

    Attributes:
        ranking_options: How results were ranked and cut off.
        results: What was found.
    """

    _fields = ("ranking_options", "results")

    ranking_options: FileSearchRankingOptions | None = ABSENT
    results: list[FileSearchResult] | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "ranking_options"
            v = get(at)
            self.ranking_options = v if v is None else FileSearchRankingOptions.decode(v)
            at = "results"
            v = get(at)
            self.results = v if v is None else items(v, FileSearchResult.decode)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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
            at = "file_name"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.file_name = v
            at = "score"
            v = get(at)
            if v.__class__ is not float and v.__class__ is not int and v is not None:
                raise Mismatch("a number", v)
            self.score = v
            at = "attributes"
            v = get(at)
            self.attributes = v if v is None else mapping(v)
            at = "content"
            v = get(at)
            self.content = v if v is None else items(v, FileSearchResultContent.decode)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class FileSearchResultContent(Model):
    """A piece of text that a search found.

    Attributes:
        type: Always text.
        text: The text.
    """

    _fields = ("type", "text")

    type: Literal["text"] | None = "text"
    text: str | None = ABSENT

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
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "file_search"
            v = get(at)
            self.file_search = v if v is None else FileSearchDetails.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "function"
            v = get(at)
            self.function = v if v is None else ToolCallFunction.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class MessageCreation(Model):
    """The message a step wrote.

    Attributes:
        message_id: Id of the message.
    """

    _fields = ("message_id",)

    message_id: str

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "message_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.message_id = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class MessageCreationStepDetails(Model):
    """The step wrote a message.

    Attributes:
        type: Always message_creation.
        message_creation: The message.
    """

    _fields = ("type", "message_creation")

    type: Literal["message_creation"] = "message_creation"
    message_creation: MessageCreation

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
            at = "message_creation"
            v = get(at)
            self.message_creation = v if v is None else MessageCreation.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "retrieval"
            v = get(at)
            self.retrieval = v if v is None else mapping(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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
            at = "assistant_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.assistant_id = v
            at = "thread_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.thread_id = v
            at = "run_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.run_id = v
            at = "type"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.type = v
            at = "status"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.status = v
            at = "step_details"
            v = get(at)
            self.step_details = v if v is None else decode_step_details(v)
            at = "last_error"
            v = get(at)
            self.last_error = v if v is None else LastError.decode(v)
            at = "expires_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.expires_at = v
            at = "expired_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.expired_at = v
            at = "cancelled_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.cancelled_at = v
            at = "failed_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.failed_at = v
            at = "completed_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.completed_at = v
            at = "metadata"
            v = get(at)
            self.metadata = v if v is None else values(v, string)
            at = "usage"
            v = get(at)
            self.usage = v if v is None else Usage.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made

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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "name"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.name = v
            at = "arguments"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.arguments = v
            at = "output"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.output = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class ToolCallsStepDetails(Model):
    """The step used tools.

    Attributes:
        type: Always tool_calls.
        tool_calls: The tools it used.
    """

    _fields = ("type", "tool_calls")

    type: Literal["tool_calls"] = "tool_calls"
    tool_calls: list[ToolCall]

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
            at = "tool_calls"
            v = get(at)
            self.tool_calls = v if v is None else items(v, decode_tool_call)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


CodeInterpreterOutput: TypeAlias = (
    CodeInterpreterOutputImage | CodeInterpreterOutputLogs | UnknownVariant
)
"""One output of code that was run."""

decode_code_interpreter_output = by_discriminator(
    "type",
    {
        "image": CodeInterpreterOutputImage,
        "logs": CodeInterpreterOutputLogs,
    },
)

StepDetails: TypeAlias = MessageCreationStepDetails | ToolCallsStepDetails | UnknownVariant
"""What a step did."""

decode_step_details = by_discriminator(
    "type",
    {
        "message_creation": MessageCreationStepDetails,
        "tool_calls": ToolCallsStepDetails,
    },
)

ToolCall: TypeAlias = (
    CodeInterpreterToolCall
    | FileSearchToolCall
    | FunctionToolCall
    | RetrievalToolCall
    | UnknownVariant
)
"""One use of a tool."""

decode_tool_call = by_discriminator(
    "type",
    {
        "code_interpreter": CodeInterpreterToolCall,
        "file_search": FileSearchToolCall,
        "function": FunctionToolCall,
        "retrieval": RetrievalToolCall,
    },
)
