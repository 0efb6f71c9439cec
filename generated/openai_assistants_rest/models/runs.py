# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Objects that the API answers: runs."""

from datetime import datetime
from typing import Literal, TypeAlias

from openai_assistants_core import Model, RunMixin
from openai_assistants_core.model import at_time
from openai_assistants_core.model_fields import (
    ABSENT,
    OpenEnum,
    constant,
)

from .common import AssistantResponseFormatOption, Metadata, ReasoningEffort
from .errors import LastError
from .tools import AssistantTool, ToolResources
from .usage import Usage

__all__ = [
    "AssistantToolChoice",
    "AssistantToolChoiceFunction",
    "AssistantToolChoiceOption",
    "IncompleteDetails",
    "RequiredAction",
    "RequiredActionFunction",
    "RequiredActionFunctionToolCall",
    "RequiredActionSubmitToolOutputs",
    "Run",
    "RunStatus",
    "TruncationStrategy",
]


class AssistantToolChoiceFunction(Model):
    """A function the model has to call.

    Attributes:
        name: Name of the function.
    """

    name: str


class IncompleteDetails(Model):
    """Why a run is incomplete.

    Attributes:
        reason: The limit that was reached.
    """

    reason: OpenEnum[Literal["max_completion_tokens", "max_prompt_tokens"]] | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.reason is ABSENT:
            self.reason = None
            absent += ("reason",)
        if absent:
            self._absent = absent


class RequiredActionFunction(Model):
    """A function and the arguments to call it with.

    Attributes:
        name: Name of the function.
        arguments: The arguments, as JSON text.
    """

    name: str
    arguments: str


RunStatus: TypeAlias = OpenEnum[
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
]
"""How far a run is."""


class TruncationStrategy(Model):
    """How much of a thread a run reads.

    Attributes:
        type: Drop messages from the middle as needed (auto), or read only the last ones.
        last_messages: How many, when the type is last_messages.
    """

    type: OpenEnum[Literal["auto", "last_messages"]]
    last_messages: int | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.last_messages is ABSENT:
            self.last_messages = None
            absent += ("last_messages",)
        if absent:
            self._absent = absent


class AssistantToolChoice(Model):
    """A tool the model has to use.

    Attributes:
        type: Type of the tool; the last three on Foundry.
        function: The function, when the type is function.
    """

    type: OpenEnum[
        Literal[
            "function",
            "code_interpreter",
            "file_search",
            "retrieval",
            "azure_ai_search",
            "bing_grounding",
            "connected_agent",
        ]
    ]
    function: AssistantToolChoiceFunction | None = ABSENT

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.function is ABSENT:
            self.function = None
            absent += ("function",)
        if absent:
            self._absent = absent


class RequiredActionFunctionToolCall(Model):
    """A call of a function, to be answered by the caller.

    Attributes:
        id: Id of the call, to be repeated in the answer.
        type: Always function.
        function: The function and its arguments.
    """

    id: str
    type: Literal["function"] = constant("function")
    function: RequiredActionFunction


AssistantToolChoiceOption: TypeAlias = (
    OpenEnum[Literal["none", "auto", "required"]] | AssistantToolChoice
)
"""Which tool the model uses; none, auto, required, or one named tool."""


class RequiredActionSubmitToolOutputs(Model):
    """Function calls a run is waiting for.

    Attributes:
        tool_calls: The calls; all of them have to be answered together.
    """

    tool_calls: list[RequiredActionFunctionToolCall]


class RequiredAction(Model):
    """What the caller has to do for a run to go on.

    Attributes:
        type: Always submit_tool_outputs.
        submit_tool_outputs: The function calls to answer.
    """

    type: Literal["submit_tool_outputs"] = constant("submit_tool_outputs")
    submit_tool_outputs: RequiredActionSubmitToolOutputs


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

    id: str
    object: Literal["thread.run"] = constant("thread.run")
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
    temperature: int | float | None = ABSENT
    top_p: int | float | None = ABSENT
    max_prompt_tokens: int | None = ABSENT
    max_completion_tokens: int | None = ABSENT
    truncation_strategy: TruncationStrategy | None = ABSENT
    tool_choice: AssistantToolChoiceOption | None = ABSENT
    parallel_tool_calls: bool | None = ABSENT
    response_format: AssistantResponseFormatOption | None = ABSENT
    reasoning_effort: ReasoningEffort | None = ABSENT

    _provider_fields = ("file_ids",)

    def __post_init__(self) -> None:
        absent: tuple[str, ...] = ()
        if self.required_action is ABSENT:
            self.required_action = None
            absent += ("required_action",)
        if self.incomplete_details is ABSENT:
            self.incomplete_details = None
            absent += ("incomplete_details",)
        if self.file_ids is ABSENT:
            self.file_ids = None
            absent += ("file_ids",)
        if self.tool_resources is ABSENT:
            self.tool_resources = None
            absent += ("tool_resources",)
        if self.usage is ABSENT:
            self.usage = None
            absent += ("usage",)
        if self.temperature is ABSENT:
            self.temperature = None
            absent += ("temperature",)
        if self.top_p is ABSENT:
            self.top_p = None
            absent += ("top_p",)
        if self.max_prompt_tokens is ABSENT:
            self.max_prompt_tokens = None
            absent += ("max_prompt_tokens",)
        if self.max_completion_tokens is ABSENT:
            self.max_completion_tokens = None
            absent += ("max_completion_tokens",)
        if self.truncation_strategy is ABSENT:
            self.truncation_strategy = None
            absent += ("truncation_strategy",)
        if self.tool_choice is ABSENT:
            self.tool_choice = None
            absent += ("tool_choice",)
        if self.parallel_tool_calls is ABSENT:
            self.parallel_tool_calls = None
            absent += ("parallel_tool_calls",)
        if self.response_format is ABSENT:
            self.response_format = None
            absent += ("response_format",)
        if self.reasoning_effort is ABSENT:
            self.reasoning_effort = None
            absent += ("reasoning_effort",)
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
