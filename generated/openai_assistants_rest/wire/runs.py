# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs for the answers: runs. They take exactly what is known; models take all."""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType
from openai_assistants_core.model import new

from ..models.common import decode_assistant_response_format_option
from ..models.runs import (
    IncompleteDetails,
    RequiredAction,
    RequiredActionFunction,
    RequiredActionFunctionToolCall,
    RequiredActionSubmitToolOutputs,
    Run,
    TruncationStrategy,
)
from ..models.tools import decode_assistant_tool_choice_option
from .common import LastErrorWire, UsageWire
from .tools import (
    AzureAISearchToolWire,
    AzureFunctionToolWire,
    BingGroundingToolWire,
    CodeInterpreterToolWire,
    ConnectedAgentToolWire,
    FileSearchToolWire,
    FunctionToolWire,
    OpenAPIToolWire,
    RetrievalToolWire,
    ToolResourcesWire,
)


class IncompleteDetailsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a IncompleteDetails is made of."""

    reason: str | None | UnsetType = UNSET

    def to_model(self) -> IncompleteDetails:
        """The model."""
        this: Any = self
        made = new(IncompleteDetails)
        absent = 0
        v = this.reason
        if v is UNSET:
            absent |= 1
            v = None
        made.reason = v
        made._absent = absent
        made._extra = None
        result: IncompleteDetails = made
        return result


class RequiredActionWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a RequiredAction is made of."""

    type: str | None
    submit_tool_outputs: RequiredActionSubmitToolOutputsWire | None

    def to_model(self) -> RequiredAction:
        """The model."""
        this: Any = self
        made = new(RequiredAction)
        made.type = this.type
        v = this.submit_tool_outputs
        made.submit_tool_outputs = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: RequiredAction = made
        return result


class RequiredActionFunctionWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a RequiredActionFunction is made of."""

    name: str | None
    arguments: str | None

    def to_model(self) -> RequiredActionFunction:
        """The model."""
        this: Any = self
        made = new(RequiredActionFunction)
        made.name = this.name
        made.arguments = this.arguments
        made._absent = 0
        made._extra = None
        result: RequiredActionFunction = made
        return result


class RequiredActionFunctionToolCallWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a RequiredActionFunctionToolCall is made of."""

    id: str | None
    type: str | None
    function: RequiredActionFunctionWire | None

    def to_model(self) -> RequiredActionFunctionToolCall:
        """The model."""
        this: Any = self
        made = new(RequiredActionFunctionToolCall)
        made.id = this.id
        made.type = this.type
        v = this.function
        made.function = v if v is None else v.to_model()
        made._absent = 0
        made._extra = None
        result: RequiredActionFunctionToolCall = made
        return result


class RequiredActionSubmitToolOutputsWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a RequiredActionSubmitToolOutputs is made of."""

    tool_calls: list[RequiredActionFunctionToolCallWire] | None

    def to_model(self) -> RequiredActionSubmitToolOutputs:
        """The model."""
        this: Any = self
        made = new(RequiredActionSubmitToolOutputs)
        v = this.tool_calls
        made.tool_calls = [one.to_model() for one in v] if v else v
        made._absent = 0
        made._extra = None
        result: RequiredActionSubmitToolOutputs = made
        return result


class RunWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a Run is made of."""

    id: str | None
    object: str | None
    created_at: int | None
    thread_id: str | None
    assistant_id: str | None
    status: str | None
    required_action: RequiredActionWire | None | UnsetType = UNSET
    last_error: LastErrorWire | None
    expires_at: int | None
    started_at: int | None
    cancelled_at: int | None
    failed_at: int | None
    completed_at: int | None
    incomplete_details: IncompleteDetailsWire | None | UnsetType = UNSET
    model: str | None
    instructions: str | None
    tools: (
        list[
            AzureAISearchToolWire
            | AzureFunctionToolWire
            | BingGroundingToolWire
            | CodeInterpreterToolWire
            | ConnectedAgentToolWire
            | FileSearchToolWire
            | FunctionToolWire
            | OpenAPIToolWire
            | RetrievalToolWire
        ]
        | None
    )
    file_ids: list[str] | None | UnsetType = UNSET
    tool_resources: ToolResourcesWire | None | UnsetType = UNSET
    metadata: dict[str, str] | None
    usage: UsageWire | None | UnsetType = UNSET
    temperature: int | float | None | UnsetType = UNSET
    top_p: int | float | None | UnsetType = UNSET
    max_prompt_tokens: int | None | UnsetType = UNSET
    max_completion_tokens: int | None | UnsetType = UNSET
    truncation_strategy: TruncationStrategyWire | None | UnsetType = UNSET
    tool_choice: Any | None | UnsetType = UNSET
    parallel_tool_calls: bool | None | UnsetType = UNSET
    response_format: Any | None | UnsetType = UNSET
    reasoning_effort: str | None | UnsetType = UNSET

    def to_model(self) -> Run:
        """The model."""
        this: Any = self
        made = new(Run)
        absent = 0
        made.id = this.id
        made.object = this.object
        made.created_at = this.created_at
        made.thread_id = this.thread_id
        made.assistant_id = this.assistant_id
        made.status = this.status
        v = this.required_action
        if v is UNSET:
            absent |= 64
            v = None
        made.required_action = v if v is None else v.to_model()
        v = this.last_error
        made.last_error = v if v is None else v.to_model()
        made.expires_at = this.expires_at
        made.started_at = this.started_at
        made.cancelled_at = this.cancelled_at
        made.failed_at = this.failed_at
        made.completed_at = this.completed_at
        v = this.incomplete_details
        if v is UNSET:
            absent |= 8192
            v = None
        made.incomplete_details = v if v is None else v.to_model()
        made.model = this.model
        made.instructions = this.instructions
        v = this.tools
        made.tools = [one.to_model() for one in v] if v else v
        v = this.file_ids
        if v is UNSET:
            absent |= 131072
            v = None
        made.file_ids = v
        v = this.tool_resources
        if v is UNSET:
            absent |= 262144
            v = None
        made.tool_resources = v if v is None else v.to_model()
        made.metadata = this.metadata
        v = this.usage
        if v is UNSET:
            absent |= 1048576
            v = None
        made.usage = v if v is None else v.to_model()
        v = this.temperature
        if v is UNSET:
            absent |= 2097152
            v = None
        made.temperature = v
        v = this.top_p
        if v is UNSET:
            absent |= 4194304
            v = None
        made.top_p = v
        v = this.max_prompt_tokens
        if v is UNSET:
            absent |= 8388608
            v = None
        made.max_prompt_tokens = v
        v = this.max_completion_tokens
        if v is UNSET:
            absent |= 16777216
            v = None
        made.max_completion_tokens = v
        v = this.truncation_strategy
        if v is UNSET:
            absent |= 33554432
            v = None
        made.truncation_strategy = v if v is None else v.to_model()
        v = this.tool_choice
        if v is UNSET:
            absent |= 67108864
            v = None
        made.tool_choice = v if v is None else decode_assistant_tool_choice_option(v)
        v = this.parallel_tool_calls
        if v is UNSET:
            absent |= 134217728
            v = None
        made.parallel_tool_calls = v
        v = this.response_format
        if v is UNSET:
            absent |= 268435456
            v = None
        made.response_format = v if v is None else decode_assistant_response_format_option(v)
        v = this.reasoning_effort
        if v is UNSET:
            absent |= 536870912
            v = None
        made.reasoning_effort = v
        made._absent = absent
        made._extra = None
        result: Run = made
        return result


class TruncationStrategyWire(Struct, forbid_unknown_fields=True, kw_only=True):
    """What a TruncationStrategy is made of."""

    type: str | None
    last_messages: int | None | UnsetType = UNSET

    def to_model(self) -> TruncationStrategy:
        """The model."""
        this: Any = self
        made = new(TruncationStrategy)
        absent = 0
        made.type = this.type
        v = this.last_messages
        if v is UNSET:
            absent |= 2
            v = None
        made.last_messages = v
        made._absent = absent
        made._extra = None
        result: TruncationStrategy = made
        return result
