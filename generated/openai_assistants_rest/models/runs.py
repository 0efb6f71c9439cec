# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: runs."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, Self, TypeAlias

import attrs
from openai_assistants_core import Mismatch, Model, RunBehaviour
from openai_assistants_core.codec import (
    items,
    string,
    values,
)
from openai_assistants_core.model import ABSENT, at_time, new

from .common import (
    AssistantResponseFormatOption,
    LastError,
    Metadata,
    ReasoningEffort,
    Usage,
    decode_assistant_response_format_option,
)
from .tools import (
    AssistantTool,
    AssistantToolChoiceOption,
    ToolResources,
    decode_assistant_tool,
    decode_assistant_tool_choice_option,
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class IncompleteDetails(Model):
    """Why a run is incomplete.

    Attributes:
        reason: The limit that was reached.
    """

    _fields = ("reason",)

    reason: Literal["max_completion_tokens", "max_prompt_tokens"] | str | None = ABSENT

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
class RequiredAction(Model):
    """What the caller has to do for a run to go on.

    Attributes:
        type: Always submit_tool_outputs.
        submit_tool_outputs: The function calls to answer.
    """

    _fields = ("type", "submit_tool_outputs")

    type: Literal["submit_tool_outputs"] = "submit_tool_outputs"
    submit_tool_outputs: RequiredActionSubmitToolOutputs

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
            at = "submit_tool_outputs"
            v = get(at)
            self.submit_tool_outputs = v if v is None else RequiredActionSubmitToolOutputs.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class RequiredActionFunction(Model):
    """A function and the arguments to call it with.

    Attributes:
        name: Name of the function.
        arguments: The arguments, as JSON text.
    """

    _fields = ("name", "arguments")

    name: str
    arguments: str

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
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
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
            self.function = v if v is None else RequiredActionFunction.decode(v)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class RequiredActionSubmitToolOutputs(Model):
    """Function calls a run is waiting for.

    Attributes:
        tool_calls: The calls; all of them have to be answered together.
    """

    _fields = ("tool_calls",)

    tool_calls: list[RequiredActionFunctionToolCall]

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes one from parsed JSON; raises Mismatch where a field has a wrong JSON type."""
        self = new(cls)
        get = self._keep(raw)
        at = ""
        try:
            at = "tool_calls"
            v = get(at)
            self.tool_calls = v if v is None else items(v, RequiredActionFunctionToolCall.decode)
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class Run(RunBehaviour):
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
            at = "assistant_id"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.assistant_id = v
            at = "status"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.status = v
            at = "required_action"
            v = get(at)
            self.required_action = v if v is None else RequiredAction.decode(v)
            at = "last_error"
            v = get(at)
            self.last_error = v if v is None else LastError.decode(v)
            at = "expires_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.expires_at = v
            at = "started_at"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.started_at = v
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
            at = "incomplete_details"
            v = get(at)
            self.incomplete_details = v if v is None else IncompleteDetails.decode(v)
            at = "model"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.model = v
            at = "instructions"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.instructions = v
            at = "tools"
            v = get(at)
            self.tools = v if v is None else items(v, decode_assistant_tool)
            at = "file_ids"
            v = get(at)
            self.file_ids = v if v is None else items(v, string)
            at = "tool_resources"
            v = get(at)
            self.tool_resources = v if v is None else ToolResources.decode(v)
            at = "metadata"
            v = get(at)
            self.metadata = v if v is None else values(v, string)
            at = "usage"
            v = get(at)
            self.usage = v if v is None else Usage.decode(v)
            at = "temperature"
            v = get(at)
            if v.__class__ is not float and v.__class__ is not int and v is not None:
                raise Mismatch("a number", v)
            self.temperature = v
            at = "top_p"
            v = get(at)
            if v.__class__ is not float and v.__class__ is not int and v is not None:
                raise Mismatch("a number", v)
            self.top_p = v
            at = "max_prompt_tokens"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.max_prompt_tokens = v
            at = "max_completion_tokens"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.max_completion_tokens = v
            at = "truncation_strategy"
            v = get(at)
            self.truncation_strategy = v if v is None else TruncationStrategy.decode(v)
            at = "tool_choice"
            v = get(at)
            self.tool_choice = v if v is None else decode_assistant_tool_choice_option(v)
            at = "parallel_tool_calls"
            v = get(at)
            if v.__class__ is not bool and v is not None:
                raise Mismatch("a boolean", v)
            self.parallel_tool_calls = v
            at = "response_format"
            v = get(at)
            self.response_format = v if v is None else decode_assistant_response_format_option(v)
            at = "reasoning_effort"
            v = get(at)
            if v.__class__ is not str and v is not None:
                raise Mismatch("a string", v)
            self.reasoning_effort = v
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


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class TruncationStrategy(Model):
    """How much of a thread a run reads.

    Attributes:
        type: Drop messages from the middle as needed (auto), or read only the last ones.
        last_messages: How many, when the type is last_messages.
    """

    _fields = ("type", "last_messages")

    type: Literal["auto", "last_messages"] | str
    last_messages: int | None = ABSENT

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
            at = "last_messages"
            v = get(at)
            if v.__class__ is not int and v is not None:
                raise Mismatch("an integer", v)
            self.last_messages = v
        except Mismatch as mismatch:
            raise mismatch.under(at) from None
        made: Self = self
        return made
