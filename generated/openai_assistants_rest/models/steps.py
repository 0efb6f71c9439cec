# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: steps."""

from datetime import datetime
from typing import Any, Literal, TypeAlias

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
from .errors import LastError
from .tools import FileSearchRankingOptions
from .usage import Usage

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


ToolCallProperties: TypeAlias = dict[str, Any]
"""Foundry; what one of its tools was asked and answered, by key."""


class CodeInterpreterOutputLogs(Model, tag_field="type", tag="logs"):
    """Text that the code printed.

    Attributes:
        type: Always logs.
        logs: The text.
    """

    type: Discriminator[Literal["logs"]] = discriminator("logs")
    logs: str


class CodeInterpreterOutputImageImage(Model):
    """File of an image that the code drew.

    Attributes:
        file_id: Id of the file.
    """

    file_id: str


FileSearchResultAttributes: TypeAlias = dict[str, Any]
"""Attributes of a file in a vector store, by key."""


class FileSearchResultContent(Model):
    """A piece of text that a search found.

    Attributes:
        type: Always text.
        text: The text.
    """

    type: Literal["text"] | None = ABSENT
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


class ToolCallFunction(Model):
    """A function call and its outcome.

    Attributes:
        name: Name of the function.
        arguments: The arguments, as JSON text.
        output: What the caller answered; null until then.
    """

    name: str
    arguments: str
    output: str | None


class MessageCreation(Model):
    """The message a step wrote.

    Attributes:
        message_id: Id of the message.
    """

    message_id: str


RetrievalDetails: TypeAlias = dict[str, Any]
"""First generation; always empty."""


RunStepStatus: TypeAlias = OpenEnum[
    Literal["in_progress", "cancelled", "failed", "completed", "expired"]
]
"""How far a step is."""


class AzureAISearchToolCall(Model, tag_field="type", tag="azure_ai_search"):
    """Foundry; a search in an index of Azure AI Search.

    Attributes:
        id: Id of the call.
        type: Always azure_ai_search.
        azure_ai_search: What was asked and answered.
    """

    id: str
    type: Discriminator[Literal["azure_ai_search"]] = discriminator("azure_ai_search")
    azure_ai_search: ToolCallProperties


class BingGroundingToolCall(Model, tag_field="type", tag="bing_grounding"):
    """Foundry; a search on the web.

    Attributes:
        id: Id of the call.
        type: Always bing_grounding.
        bing_grounding: What was asked and answered.
    """

    id: str
    type: Discriminator[Literal["bing_grounding"]] = discriminator("bing_grounding")
    bing_grounding: ToolCallProperties


class OpenAPIToolCall(Model, tag_field="type", tag="openapi"):
    """Foundry; a call of a web API.

    Attributes:
        id: Id of the call.
        type: Always openapi.
        openapi: What was asked and answered.
    """

    id: str
    type: Discriminator[Literal["openapi"]] = discriminator("openapi")
    openapi: ToolCallProperties


class CodeInterpreterOutputImage(Model, tag_field="type", tag="image"):
    """An image that the code drew.

    Attributes:
        type: Always image.
        image: The image.
    """

    type: Discriminator[Literal["image"]] = discriminator("image")
    image: CodeInterpreterOutputImageImage


class FileSearchResult(Model):
    """A file that a search found.

    Attributes:
        file_id: Id of the file.
        file_name: Name of the file.
        score: How well it fits, from 0 to 1.
        attributes: Attributes of the file in the vector store.
        content: The pieces of text found, when asked for with include.
    """

    file_id: str
    file_name: str
    score: int | float
    attributes: FileSearchResultAttributes | None = ABSENT
    content: list[FileSearchResultContent] | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.attributes is ABSENT:
            self.attributes = None
            absent += ("attributes",)
        if self.content is ABSENT:
            self.content = None
            absent += ("content",)
        if absent:
            self._absent = absent


class FunctionToolCall(Model, tag_field="type", tag="function"):
    """A function that the caller ran.

    Attributes:
        id: Id of the call.
        type: Always function.
        function: The function, its arguments and its output.
    """

    id: str
    type: Discriminator[Literal["function"]] = discriminator("function")
    function: ToolCallFunction


class MessageCreationStepDetails(Model, tag_field="type", tag="message_creation"):
    """The step wrote a message.

    Attributes:
        type: Always message_creation.
        message_creation: The message.
    """

    type: Discriminator[Literal["message_creation"]] = discriminator("message_creation")
    message_creation: MessageCreation


class RetrievalToolCall(Model, tag_field="type", tag="retrieval"):
    """First generation; a search in linked files.

    Attributes:
        id: Id of the call.
        type: Always retrieval.
        retrieval: Kept for later; empty.
    """

    id: str
    type: Discriminator[Literal["retrieval"]] = discriminator("retrieval")
    retrieval: RetrievalDetails


CodeInterpreterOutput: TypeAlias = (
    CodeInterpreterOutputLogs | CodeInterpreterOutputImage | UnknownVariant
)
"""One output of code that was run."""


class FileSearchDetails(Model):
    """How a file search went.

    Attributes:
        ranking_options: How results were ranked and cut off.
        results: What was found.
    """

    ranking_options: FileSearchRankingOptions | None = ABSENT
    results: list[FileSearchResult] | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.ranking_options is ABSENT:
            self.ranking_options = None
            absent += ("ranking_options",)
        if self.results is ABSENT:
            self.results = None
            absent += ("results",)
        if absent:
            self._absent = absent


class CodeInterpreter(Model):
    """Code that was run and what came of it.

    Attributes:
        input: The code.
        outputs: What it printed and drew.
    """

    input: str
    outputs: list[CodeInterpreterOutput]


class FileSearchToolCall(Model, tag_field="type", tag="file_search"):
    """A search in vector stores.

    Attributes:
        id: Id of the call.
        type: Always file_search.
        file_search: How it searched and what it found.
    """

    id: str
    type: Discriminator[Literal["file_search"]] = discriminator("file_search")
    file_search: FileSearchDetails


class CodeInterpreterToolCall(Model, tag_field="type", tag="code_interpreter"):
    """Code that was run.

    Attributes:
        id: Id of the call.
        type: Always code_interpreter.
        code_interpreter: The code and what came of it.
    """

    id: str
    type: Discriminator[Literal["code_interpreter"]] = discriminator("code_interpreter")
    code_interpreter: CodeInterpreter


ToolCall: TypeAlias = (
    CodeInterpreterToolCall
    | FileSearchToolCall
    | RetrievalToolCall
    | FunctionToolCall
    | AzureAISearchToolCall
    | BingGroundingToolCall
    | OpenAPIToolCall
    | UnknownVariant
)
"""One use of a tool."""


class ToolCallsStepDetails(Model, tag_field="type", tag="tool_calls"):
    """The step used tools.

    Attributes:
        type: Always tool_calls.
        tool_calls: The tools it used.
    """

    type: Discriminator[Literal["tool_calls"]] = discriminator("tool_calls")
    tool_calls: list[ToolCall]


StepDetails: TypeAlias = MessageCreationStepDetails | ToolCallsStepDetails | UnknownVariant
"""What a step did."""


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

    id: str
    object: Literal["thread.run.step"] = constant("thread.run.step")
    created_at: int
    assistant_id: str
    thread_id: str
    run_id: str
    type: OpenEnum[Literal["message_creation", "tool_calls"]]
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

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.expires_at is ABSENT:
            self.expires_at = None
            absent += ("expires_at",)
        if self.expired_at is ABSENT:
            self.expired_at = None
            absent += ("expired_at",)
        if self.metadata is ABSENT:
            self.metadata = None
            absent += ("metadata",)
        if self.usage is ABSENT:
            self.usage = None
            absent += ("usage",)
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
