# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: runs."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, TypeAlias

from openai_assistants_core import Mismatch, Model, RunMixin
from openai_assistants_core.codec import (
    checked_items,
    checked_values,
    items,
    string,
)
from openai_assistants_core.model import (
    ABSENT,
    at_time,
    lacking,
    new,
    unknown_fields,
)

from .common import (
    AssistantResponseFormatOption,
    LastError,
    Metadata,
    ReasoningEffort,
    Usage,
    decode_assistant_response_format_option,
    decode_last_error,
    decode_usage,
)
from .tools import (
    AssistantTool,
    AssistantToolChoiceOption,
    ToolResources,
    decode_assistant_tool,
    decode_assistant_tool_choice_option,
    decode_tool_resources,
)

__all__ = [
    "IncompleteDetails",
    "RequiredAction",
    "RequiredActionFunction",
    "RequiredActionFunctionToolCall",
    "RequiredActionSubmitToolOutputs",
    "Run",
    "RunStatus",
    "TruncationStrategy",
]

RunStatus: TypeAlias = (
    Literal[
        "queued",
        "in_progress",
        "requires_action",
        "cancelling",
        "cancelled",
        "failed",
        "completed",
        "incomplete",
        "expired",
    ]
    | str
)
"""How far a run is."""


def decode_incomplete_details(raw: dict[str, Any]) -> IncompleteDetails:
    """Makes a IncompleteDetails from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(IncompleteDetails)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = get("reason", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 1
                v = None
            else:
                at = "reason"
                raise Mismatch("a string", v)
        self.reason = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_incomplete_details, raw, IncompleteDetails)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 1:
        self._extra = unknown_fields(raw, IncompleteDetails)
    made: IncompleteDetails = self
    return made


class IncompleteDetails(Model):
    """Why a run is incomplete.

    Attributes:
        reason: The limit that was reached.
    """

    _fields = ("reason",)

    reason: Literal["max_completion_tokens", "max_prompt_tokens"] | str | None = ABSENT

    decode = staticmethod(decode_incomplete_details)


def decode_required_action(raw: dict[str, Any]) -> RequiredAction:
    """Makes a RequiredAction from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RequiredAction)
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        at = "submit_tool_outputs"
        v = raw["submit_tool_outputs"]
        self.submit_tool_outputs = v if v is None else decode_required_action_submit_tool_outputs(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_required_action, raw, RequiredAction)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, RequiredAction)
    made: RequiredAction = self
    return made


class RequiredAction(Model):
    """What the caller has to do for a run to go on.

    Attributes:
        type: Always submit_tool_outputs.
        submit_tool_outputs: The function calls to answer.
    """

    _fields = ("type", "submit_tool_outputs")

    type: Literal["submit_tool_outputs"] = "submit_tool_outputs"
    submit_tool_outputs: RequiredActionSubmitToolOutputs

    decode = staticmethod(decode_required_action)


def decode_required_action_function(raw: dict[str, Any]) -> RequiredActionFunction:
    """Makes a RequiredActionFunction from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RequiredActionFunction)
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
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_required_action_function, raw, RequiredActionFunction)
    self._absent = 0
    self._extra = None
    if len(raw) != 2:
        self._extra = unknown_fields(raw, RequiredActionFunction)
    made: RequiredActionFunction = self
    return made


class RequiredActionFunction(Model):
    """A function and the arguments to call it with.

    Attributes:
        name: Name of the function.
        arguments: The arguments, as JSON text.
    """

    _fields = ("name", "arguments")

    name: str
    arguments: str

    decode = staticmethod(decode_required_action_function)


def decode_required_action_function_tool_call(
    raw: dict[str, Any],
) -> RequiredActionFunctionToolCall:
    """Makes a RequiredActionFunctionToolCall from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RequiredActionFunctionToolCall)
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
        self.function = v if v is None else decode_required_action_function(v)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_required_action_function_tool_call, raw, RequiredActionFunctionToolCall
        )
    self._absent = 0
    self._extra = None
    if len(raw) != 3:
        self._extra = unknown_fields(raw, RequiredActionFunctionToolCall)
    made: RequiredActionFunctionToolCall = self
    return made


class RequiredActionFunctionToolCall(Model):
    """A call of a function, to be answered by the caller.

    Attributes:
        id: Id of the call, to be repeated in the answer.
        type: Always function.
        function: The function and its arguments.
    """

    _fields = ("id", "type", "function")

    id: str
    type: Literal["function"] = "function"
    function: RequiredActionFunction

    decode = staticmethod(decode_required_action_function_tool_call)


def decode_required_action_submit_tool_outputs(
    raw: dict[str, Any],
) -> RequiredActionSubmitToolOutputs:
    """Makes a RequiredActionSubmitToolOutputs from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(RequiredActionSubmitToolOutputs)
    at = ""
    try:
        at = "tool_calls"
        v = raw["tool_calls"]
        self.tool_calls = v if v is None else items(v, decode_required_action_function_tool_call)
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(
            decode_required_action_submit_tool_outputs, raw, RequiredActionSubmitToolOutputs
        )
    self._absent = 0
    self._extra = None
    if len(raw) != 1:
        self._extra = unknown_fields(raw, RequiredActionSubmitToolOutputs)
    made: RequiredActionSubmitToolOutputs = self
    return made


class RequiredActionSubmitToolOutputs(Model):
    """Function calls a run is waiting for.

    Attributes:
        tool_calls: The calls; all of them have to be answered together.
    """

    _fields = ("tool_calls",)

    tool_calls: list[RequiredActionFunctionToolCall]

    decode = staticmethod(decode_required_action_submit_tool_outputs)


def decode_run(raw: dict[str, Any]) -> Run:
    """Makes a Run from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(Run)
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
        v = raw["assistant_id"]
        if type(v) is not str and v is not None:
            at = "assistant_id"
            raise Mismatch("a string", v)
        self.assistant_id = v
        v = raw["status"]
        if type(v) is not str and v is not None:
            at = "status"
            raise Mismatch("a string", v)
        self.status = v
        at = "required_action"
        v = get("required_action", ABSENT)
        if v is ABSENT:
            absent |= 64
            v = None
        self.required_action = v if v is None else decode_required_action(v)
        at = "last_error"
        v = raw["last_error"]
        self.last_error = v if v is None else decode_last_error(v)
        v = raw["expires_at"]
        if type(v) is not int and v is not None:
            at = "expires_at"
            raise Mismatch("an integer", v)
        self.expires_at = v
        v = raw["started_at"]
        if type(v) is not int and v is not None:
            at = "started_at"
            raise Mismatch("an integer", v)
        self.started_at = v
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
        at = "incomplete_details"
        v = get("incomplete_details", ABSENT)
        if v is ABSENT:
            absent |= 8192
            v = None
        self.incomplete_details = v if v is None else decode_incomplete_details(v)
        v = raw["model"]
        if type(v) is not str and v is not None:
            at = "model"
            raise Mismatch("a string", v)
        self.model = v
        v = raw["instructions"]
        if type(v) is not str and v is not None:
            at = "instructions"
            raise Mismatch("a string", v)
        self.instructions = v
        at = "tools"
        v = raw["tools"]
        self.tools = v if v is None else items(v, decode_assistant_tool)
        at = "file_ids"
        v = get("file_ids", ABSENT)
        if v is ABSENT:
            absent |= 131072
            v = None
        self.file_ids = v if v is None else checked_items(v, string)
        at = "tool_resources"
        v = get("tool_resources", ABSENT)
        if v is ABSENT:
            absent |= 262144
            v = None
        self.tool_resources = v if v is None else decode_tool_resources(v)
        at = "metadata"
        v = raw["metadata"]
        self.metadata = v if v is None else checked_values(v, string)
        at = "usage"
        v = get("usage", ABSENT)
        if v is ABSENT:
            absent |= 1048576
            v = None
        self.usage = v if v is None else decode_usage(v)
        v = get("temperature", ABSENT)
        if type(v) is not float and type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 2097152
                v = None
            else:
                at = "temperature"
                raise Mismatch("a number", v)
        self.temperature = v
        v = get("top_p", ABSENT)
        if type(v) is not float and type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 4194304
                v = None
            else:
                at = "top_p"
                raise Mismatch("a number", v)
        self.top_p = v
        v = get("max_prompt_tokens", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 8388608
                v = None
            else:
                at = "max_prompt_tokens"
                raise Mismatch("an integer", v)
        self.max_prompt_tokens = v
        v = get("max_completion_tokens", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 16777216
                v = None
            else:
                at = "max_completion_tokens"
                raise Mismatch("an integer", v)
        self.max_completion_tokens = v
        at = "truncation_strategy"
        v = get("truncation_strategy", ABSENT)
        if v is ABSENT:
            absent |= 33554432
            v = None
        self.truncation_strategy = v if v is None else decode_truncation_strategy(v)
        at = "tool_choice"
        v = get("tool_choice", ABSENT)
        if v is ABSENT:
            absent |= 67108864
            v = None
        self.tool_choice = v if v is None else decode_assistant_tool_choice_option(v)
        v = get("parallel_tool_calls", ABSENT)
        if type(v) is not bool and v is not None:
            if v is ABSENT:
                absent |= 134217728
                v = None
            else:
                at = "parallel_tool_calls"
                raise Mismatch("a boolean", v)
        self.parallel_tool_calls = v
        at = "response_format"
        v = get("response_format", ABSENT)
        if v is ABSENT:
            absent |= 268435456
            v = None
        self.response_format = v if v is None else decode_assistant_response_format_option(v)
        v = get("reasoning_effort", ABSENT)
        if type(v) is not str and v is not None:
            if v is ABSENT:
                absent |= 536870912
                v = None
            else:
                at = "reasoning_effort"
                raise Mismatch("a string", v)
        self.reasoning_effort = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_run, raw, Run)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 30:
        self._extra = unknown_fields(raw, Run)
    made: Run = self
    return made


class Run(RunMixin):
    """An assistant at work on a thread.

    Attributes:
        id: Id of the run.
        object: Always thread.run.
        created_at: When it was created.
        thread_id: Id of the thread.
        assistant_id: Id of the assistant.
        status: How far it is.
        required_action: What the caller has to do while the status is requires_action.
        last_error: Why it failed.
        expires_at: When it will expire; null once it has ended.
        started_at: When it was started.
        cancelled_at: When it was cancelled.
        failed_at: When it failed.
        completed_at: When it was completed.
        incomplete_details: Why it is incomplete.
        model: The model, on Azure the deployment.
        instructions: What the model was told in this run.
        tools: What it could use.
        file_ids: First generation; ids of the files of the assistant.
        tool_resources: What its tools could work with.
        metadata: Notes of the caller.
        usage: Tokens spent; null until it has ended.
        temperature: Randomness of the sampling.
        top_p: Share of the likeliest tokens that were sampled.
        max_prompt_tokens: Most tokens it could read.
        max_completion_tokens: Most tokens it could write.
        truncation_strategy: How much of the thread it read.
        tool_choice: Which tool it had to use.
        parallel_tool_calls: Whether it could call several functions at once.
        response_format: Form of its answers.
        reasoning_effort: How much a reasoning model thought.
    """

    _fields = (
        "id",
        "object",
        "created_at",
        "thread_id",
        "assistant_id",
        "status",
        "required_action",
        "last_error",
        "expires_at",
        "started_at",
        "cancelled_at",
        "failed_at",
        "completed_at",
        "incomplete_details",
        "model",
        "instructions",
        "tools",
        "file_ids",
        "tool_resources",
        "metadata",
        "usage",
        "temperature",
        "top_p",
        "max_prompt_tokens",
        "max_completion_tokens",
        "truncation_strategy",
        "tool_choice",
        "parallel_tool_calls",
        "response_format",
        "reasoning_effort",
    )

    id: str
    object: Literal["thread.run"] = "thread.run"
    created_at: int
    thread_id: str
    assistant_id: str
    status: RunStatus
    required_action: RequiredAction | None = ABSENT
    last_error: LastError | None
    expires_at: int | None
    started_at: int | None
    cancelled_at: int | None
    failed_at: int | None
    completed_at: int | None
    incomplete_details: IncompleteDetails | None = ABSENT
    model: str
    instructions: str | None
    tools: list[AssistantTool]
    file_ids: list[str] | None = ABSENT
    tool_resources: ToolResources | None = ABSENT
    metadata: Metadata | None
    usage: Usage | None = ABSENT
    temperature: float | None = ABSENT
    top_p: float | None = ABSENT
    max_prompt_tokens: int | None = ABSENT
    max_completion_tokens: int | None = ABSENT
    truncation_strategy: TruncationStrategy | None = ABSENT
    tool_choice: AssistantToolChoiceOption | None = ABSENT
    parallel_tool_calls: bool | None = ABSENT
    response_format: AssistantResponseFormatOption | None = ABSENT
    reasoning_effort: ReasoningEffort | None = ABSENT

    decode = staticmethod(decode_run)

    @property
    def created_at_datetime(self) -> datetime:
        """`created_at` as a timezone-aware datetime."""
        return at_time(self.created_at)

    @property
    def expires_at_datetime(self) -> datetime | None:
        """`expires_at` as a timezone-aware datetime."""
        return at_time(self.expires_at)

    @property
    def started_at_datetime(self) -> datetime | None:
        """`started_at` as a timezone-aware datetime."""
        return at_time(self.started_at)

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


def decode_truncation_strategy(raw: dict[str, Any]) -> TruncationStrategy:
    """Makes a TruncationStrategy from parsed JSON; raises Mismatch where a JSON type is wrong."""
    if type(raw) is not dict:
        raise Mismatch("an object", raw)
    self = new(TruncationStrategy)
    get = raw.get
    absent = 0
    at = ""
    try:
        v = raw["type"]
        if type(v) is not str and v is not None:
            at = "type"
            raise Mismatch("a string", v)
        self.type = v
        v = get("last_messages", ABSENT)
        if type(v) is not int and v is not None:
            if v is ABSENT:
                absent |= 2
                v = None
            else:
                at = "last_messages"
                raise Mismatch("an integer", v)
        self.last_messages = v
    except Mismatch as mismatch:
        raise mismatch.under(at) from None
    except KeyError:
        return lacking(decode_truncation_strategy, raw, TruncationStrategy)
    self._absent = absent
    self._extra = None
    if len(raw) + absent.bit_count() != 2:
        self._extra = unknown_fields(raw, TruncationStrategy)
    made: TruncationStrategy = self
    return made


class TruncationStrategy(Model):
    """How much of a thread a run reads.

    Attributes:
        type: Drop messages from the middle as needed (auto), or read only the last ones.
        last_messages: How many, when the type is last_messages.
    """

    _fields = ("type", "last_messages")

    type: Literal["auto", "last_messages"] | str
    last_messages: int | None = ABSENT

    decode = staticmethod(decode_truncation_strategy)
