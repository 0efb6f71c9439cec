# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: steps. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.steps import (
    AzureAISearchToolCall,
    BingGroundingToolCall,
    CodeInterpreter,
    CodeInterpreterOutputImage,
    CodeInterpreterOutputImageImage,
    CodeInterpreterOutputLogs,
    CodeInterpreterToolCall,
    FileSearchDetails,
    FileSearchResult,
    FileSearchResultContent,
    FileSearchToolCall,
    FunctionToolCall,
    MessageCreation,
    MessageCreationStepDetails,
    OpenAPIToolCall,
    RetrievalToolCall,
    RunStep,
    ToolCallFunction,
    ToolCallsStepDetails,
)
from .common import LastErrorWire, UsageWire
from .tools import FileSearchRankingOptionsWire


class AzureAISearchToolCallWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="azure_ai_search", tag_field="type"
):
    """What a AzureAISearchToolCall is made of."""

    id: str | None
    azure_ai_search: dict[str, Any] | None

    def to_model(self) -> AzureAISearchToolCall:
        """The model."""
        this: Any = self
        made = new(AzureAISearchToolCall)
        made.id = this.id
        made.type = "azure_ai_search"
        made.azure_ai_search = this.azure_ai_search
        made._absent = 0
        made._extra = None
        result: AzureAISearchToolCall = made
        return result


class BingGroundingToolCallWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="bing_grounding", tag_field="type"
):
    """What a BingGroundingToolCall is made of."""

    id: str | None
    bing_grounding: dict[str, Any] | None

    def to_model(self) -> BingGroundingToolCall:
        """The model."""
        this: Any = self
        made = new(BingGroundingToolCall)
        made.id = this.id
        made.type = "bing_grounding"
        made.bing_grounding = this.bing_grounding
        made._absent = 0
        made._extra = None
        result: BingGroundingToolCall = made
        return result


class CodeInterpreterWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a CodeInterpreter is made of."""

    input: str | None
    outputs: list[CodeInterpreterOutputImageWire | CodeInterpreterOutputLogsWire] | None

    def to_model(self) -> CodeInterpreter:
        """The model."""
        this: Any = self
        made = new(CodeInterpreter)
        made.input = this.input
        v = this.outputs
        made.outputs = [one.to_model() for one in v] if v else v
        made._absent = 0
        made._extra = None
        result: CodeInterpreter = made
        return result


class CodeInterpreterOutputImageWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="image", tag_field="type"
):
    """What a CodeInterpreterOutputImage is made of."""

    image: CodeInterpreterOutputImageImageWire | None

    def to_model(self) -> CodeInterpreterOutputImage:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterOutputImage)
        made.type = "image"
        v = this.image
        made.image = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: CodeInterpreterOutputImage = made
        return result


class CodeInterpreterOutputImageImageWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a CodeInterpreterOutputImageImage is made of."""

    file_id: str | None

    def to_model(self) -> CodeInterpreterOutputImageImage:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterOutputImageImage)
        made.file_id = this.file_id
        made._absent = 0
        made._extra = None
        result: CodeInterpreterOutputImageImage = made
        return result


class CodeInterpreterOutputLogsWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="logs", tag_field="type"
):
    """What a CodeInterpreterOutputLogs is made of."""

    logs: str | None

    def to_model(self) -> CodeInterpreterOutputLogs:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterOutputLogs)
        made.type = "logs"
        made.logs = this.logs
        made._absent = 0
        made._extra = None
        result: CodeInterpreterOutputLogs = made
        return result


class CodeInterpreterToolCallWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="code_interpreter", tag_field="type"
):
    """What a CodeInterpreterToolCall is made of."""

    id: str | None
    code_interpreter: CodeInterpreterWire | None

    def to_model(self) -> CodeInterpreterToolCall:
        """The model."""
        this: Any = self
        made = new(CodeInterpreterToolCall)
        made.id = this.id
        made.type = "code_interpreter"
        v = this.code_interpreter
        made.code_interpreter = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: CodeInterpreterToolCall = made
        return result


class FileSearchDetailsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileSearchDetails is made of."""

    ranking_options: FileSearchRankingOptionsWire | None | UnsetType = UNSET
    results: list[FileSearchResultWire] | None | UnsetType = UNSET

    def to_model(self) -> FileSearchDetails:
        """The model."""
        this: Any = self
        made = new(FileSearchDetails)
        absent = 0
        v = this.ranking_options
        if v is UNSET:
            absent |= 1
            v = None
        made.ranking_options = v if v is None else v.to_model()
        v = this.results
        if v is UNSET:
            absent |= 2
            v = None
        made.results = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: FileSearchDetails = made
        return result


class FileSearchResultWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileSearchResult is made of."""

    file_id: str | None
    file_name: str | None
    score: int | float | None
    attributes: dict[str, Any] | None | UnsetType = UNSET
    content: list[FileSearchResultContentWire] | None | UnsetType = UNSET

    def to_model(self) -> FileSearchResult:
        """The model."""
        this: Any = self
        made = new(FileSearchResult)
        absent = 0
        made.file_id = this.file_id
        made.file_name = this.file_name
        made.score = this.score
        v = this.attributes
        if v is UNSET:
            absent |= 8
            v = None
        made.attributes = v
        v = this.content
        if v is UNSET:
            absent |= 16
            v = None
        made.content = [one.to_model() for one in v] if v else v
        made._absent = absent
        made._extra = None
        result: FileSearchResult = made
        return result


class FileSearchResultContentWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a FileSearchResultContent is made of."""

    type: str | None | UnsetType = UNSET
    text: str | None | UnsetType = UNSET

    def to_model(self) -> FileSearchResultContent:
        """The model."""
        this: Any = self
        made = new(FileSearchResultContent)
        absent = 0
        v = this.type
        if v is UNSET:
            absent |= 1
            v = None
        made.type = v
        v = this.text
        if v is UNSET:
            absent |= 2
            v = None
        made.text = v
        made._absent = absent
        made._extra = None
        result: FileSearchResultContent = made
        return result


class FileSearchToolCallWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="file_search", tag_field="type"
):
    """What a FileSearchToolCall is made of."""

    id: str | None
    file_search: FileSearchDetailsWire | None

    def to_model(self) -> FileSearchToolCall:
        """The model."""
        this: Any = self
        made = new(FileSearchToolCall)
        made.id = this.id
        made.type = "file_search"
        v = this.file_search
        made.file_search = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: FileSearchToolCall = made
        return result


class FunctionToolCallWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="function", tag_field="type"
):
    """What a FunctionToolCall is made of."""

    id: str | None
    function: ToolCallFunctionWire | None

    def to_model(self) -> FunctionToolCall:
        """The model."""
        this: Any = self
        made = new(FunctionToolCall)
        made.id = this.id
        made.type = "function"
        v = this.function
        made.function = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: FunctionToolCall = made
        return result


class MessageCreationWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a MessageCreation is made of."""

    message_id: str | None

    def to_model(self) -> MessageCreation:
        """The model."""
        this: Any = self
        made = new(MessageCreation)
        made.message_id = this.message_id
        made._absent = 0
        made._extra = None
        result: MessageCreation = made
        return result


class MessageCreationStepDetailsWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="message_creation", tag_field="type"
):
    """What a MessageCreationStepDetails is made of."""

    message_creation: MessageCreationWire | None

    def to_model(self) -> MessageCreationStepDetails:
        """The model."""
        this: Any = self
        made = new(MessageCreationStepDetails)
        made.type = "message_creation"
        v = this.message_creation
        made.message_creation = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: MessageCreationStepDetails = made
        return result


class OpenAPIToolCallWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="openapi", tag_field="type"
):
    """What a OpenAPIToolCall is made of."""

    id: str | None
    openapi: dict[str, Any] | None

    def to_model(self) -> OpenAPIToolCall:
        """The model."""
        this: Any = self
        made = new(OpenAPIToolCall)
        made.id = this.id
        made.type = "openapi"
        made.openapi = this.openapi
        made._absent = 0
        made._extra = None
        result: OpenAPIToolCall = made
        return result


class RetrievalToolCallWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="retrieval", tag_field="type"
):
    """What a RetrievalToolCall is made of."""

    id: str | None
    retrieval: dict[str, Any] | None

    def to_model(self) -> RetrievalToolCall:
        """The model."""
        this: Any = self
        made = new(RetrievalToolCall)
        made.id = this.id
        made.type = "retrieval"
        made.retrieval = this.retrieval
        made._absent = 0
        made._extra = None
        result: RetrievalToolCall = made
        return result


class RunStepWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a RunStep is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    assistant_id: str | None
    thread_id: str | None
    run_id: str | None
    type: str | None
    status: str | None
    step_details: MessageCreationStepDetailsWire | ToolCallsStepDetailsWire | None
    last_error: LastErrorWire | None
    expires_at: int | None | UnsetType = UNSET
    expired_at: int | None | UnsetType = UNSET
    cancelled_at: int | None
    failed_at: int | None
    completed_at: int | None
    metadata: dict[str, str] | None | UnsetType = UNSET
    usage: UsageWire | None | UnsetType = UNSET

    def to_model(self) -> RunStep:
        """The model."""
        this: Any = self
        made = new(RunStep)
        absent = 0
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        made.assistant_id = this.assistant_id
        made.thread_id = this.thread_id
        made.run_id = this.run_id
        made.type = this.type
        made.status = this.status
        v = this.step_details
        made.step_details = v if v is None else v.to_model()
        v = this.last_error
        made.last_error = v if v is None else v.to_model()
        v = this.expires_at
        if v is UNSET:
            absent |= 1024
            v = None
        made.expires_at = v
        v = this.expired_at
        if v is UNSET:
            absent |= 2048
            v = None
        made.expired_at = v
        made.cancelled_at = this.cancelled_at
        made.failed_at = this.failed_at
        made.completed_at = this.completed_at
        v = this.metadata
        if v is UNSET:
            absent |= 32768
            v = None
        made.metadata = v
        v = this.usage
        if v is UNSET:
            absent |= 65536
            v = None
        made.usage = v if v is None else v.to_model()
        made._absent = absent
        made._extra = None
        result: RunStep = made
        return result


class ToolCallFunctionWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a ToolCallFunction is made of."""

    name: str | None
    arguments: str | None
    output: str | None

    def to_model(self) -> ToolCallFunction:
        """The model."""
        this: Any = self
        made = new(ToolCallFunction)
        made.name = this.name
        made.arguments = this.arguments
        made.output = this.output
        made._absent = 0
        made._extra = None
        result: ToolCallFunction = made
        return result


class ToolCallsStepDetailsWire(
    Struct, forbid_unknown_fields=True, kw_only=True, tag="tool_calls", tag_field="type"
):
    """What a ToolCallsStepDetails is made of."""

    tool_calls: (
        list[
            AzureAISearchToolCallWire
            | BingGroundingToolCallWire
            | CodeInterpreterToolCallWire
            | FileSearchToolCallWire
            | FunctionToolCallWire
            | OpenAPIToolCallWire
            | RetrievalToolCallWire
        ]
        | None
    )

    def to_model(self) -> ToolCallsStepDetails:
        """The model."""
        this: Any = self
        made = new(ToolCallsStepDetails)
        made.type = "tool_calls"
        v = this.tool_calls
        made.tool_calls = [one.to_model() for one in v] if v else v
        made._absent = 0
        made._extra = None
        result: ToolCallsStepDetails = made
        return result
