# Written from resources/_async/tool_loop.py by `make generate`.
# Do not edit: change that file.
"""Carries out the tool loop: waits for a run, makes its calls, and submits their outputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace

from openai_assistants_core import (
    NOT_GIVEN,
    AmbiguousOutcome,
    BadRequestError,
    ConflictError,
    NotGiven,
    Transport,
    run_status,
)
from openai_assistants_rest import operations
from openai_assistants_rest.params import (
    CallParams,
    CreateRunParams,
    CreateThreadAndRunParams,
)

from ...polling import objects
from ...polling.poller import RunWaiter
from ...polling.rule import OnUpdate, PollPolicy
from ...tools.calls import call_all, decide
from ...tools.registry import AnyTool, Definition, ToolRegistry
from ...tools.runner import (
    DEFAULT_MAX_ROUNDS,
    ApprovalHook,
    Approve,
    Call,
    Step,
    Submit,
    process_run,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Mapping, Sequence

    from openai_assistants_rest.models import Run

    from ..._pipeline.transport import HttpTransport

RESUBMIT_SECONDS = 1.0
"""How long to wait before outputs are submitted again that had no effect."""


class ProcessOptions(CallParams, total=False):
    """How the tool calls of a run are answered.

    Attributes:
        approve: decides on each call before it is made: True, False, or why not.
        max_rounds: how many times outputs are submitted at most; 32.
        tool_timeout: seconds for a call of a tool that has no timeout of its own; after that the
            model is told that there is no result.
        poll_interval_ms, on_update, cancel_on_deadline, raise_on_failure: as for `poll`.
        deadline: as for `poll`, for everything together, the calls of tools included.
    """

    approve: ApprovalHook | None
    max_rounds: int
    tool_timeout: float | None
    poll_interval_ms: float | NotGiven
    deadline: float | None
    on_update: OnUpdate | None
    cancel_on_deadline: bool
    raise_on_failure: bool | None


class CreateAndProcessParams(ProcessOptions, CreateRunParams, total=False):
    """What `create_and_process` takes besides the id of the thread."""


class CreateAndRunProcessParams(ProcessOptions, CreateThreadAndRunParams, total=False):
    """What `create_and_run_process` takes."""


class ToolLoop:
    """Answers the tool calls of a run.

    Args:
        transport: of the client.
        tools: callables answer calls; definitions are sent as they are.
        options: of the loop, of waiting, and of each request.

    Attributes:
        waiter: waits for the run, and knows when its time is over.
    """

    def __init__(
        self, transport: Transport, tools: Iterable[AnyTool], options: ProcessOptions
    ) -> None:
        self._transport = cast("HttpTransport", transport)
        self._registry = ToolRegistry(tools)
        self._loop_options = options
        self._options = objects.options_from(options)
        policy = PollPolicy(
            options.get("poll_interval_ms", NOT_GIVEN),
            options.get("deadline"),
            options.get("on_update"),
            options.get("cancel_on_deadline", False),
            options.get("raise_on_failure"),
        )
        self.waiter = RunWaiter(transport, policy)

    @property
    def has_functions(self) -> bool:
        """Whether there is anything that answers calls."""
        return bool(self._registry.names)

    def creation(
        self, params: CreateAndProcessParams | CreateAndRunProcessParams
    ) -> dict[str, Any]:
        """The arguments that create the run: without the options, and with the tools to send."""
        own = ProcessOptions.__annotations__.keys() - CallParams.__annotations__.keys()
        given = cast("Mapping[str, Any]", params)
        create = {key: given[key] for key in given if key not in own}
        definitions = self.definitions(params["assistant_id"])
        return create if definitions is None else {**create, "tools": definitions}

    def definitions(self, assistant_id: str) -> Sequence[Definition] | None:
        """The tools to send with a run of an assistant; None if the assistant's own hold."""
        own: Sequence[Definition] = ()
        if self._registry.needs_assistant_tools:
            reading = operations.GET_ASSISTANT.request((assistant_id,), options=self._options)
            assistant = self._transport.call(operations.GET_ASSISTANT, reading)
            # Absent they read None, whatever the type says.
            own = cast("Sequence[Definition] | None", assistant.tools) or ()
        return self._registry.to_send(own)

    def current(self, run: Run) -> Run:
        """A run as it is now, if it required action: another process may have answered."""
        return self._read(run) if run.status == "requires_action" else run

    def process(self, run: Run) -> Run:
        """The run once it has ended; see `process_run` for what is raised."""
        rule = self.rule(run)
        step = next(rule)
        while True:
            result = self.act(step, run)
            if not isinstance(step, Approve | Call):
                run = result
            try:
                step = rule.send(result)
            except StopIteration as end:
                return cast("Run", end.value)

    def rule(self, run: Run) -> Generator[Step, Any, Run]:
        """The rule, with the options of this loop."""
        return process_run(
            run,
            self._registry,
            max_rounds=self._loop_options.get("max_rounds", DEFAULT_MAX_ROUNDS),
            timeout=self._loop_options.get("tool_timeout"),
            approval=self._loop_options.get("approve") is not None,
        )

    def act(self, step: Step, run: Run) -> Any:
        """What a step of the rule asks for; `run` is the run as last seen."""
        if isinstance(step, Approve):
            hook = cast("ApprovalHook", self._loop_options.get("approve"))
            return decide(hook, step.calls)
        if isinstance(step, Call):
            return self._call(step, run)
        if isinstance(step, Submit):
            return self.submit(step)
        if step.run.status in run_status.PENDING:
            polled = objects.run(step.run.id, step.run.thread_id, self._options)
            return self.waiter.wait_for(polled)
        return step.run

    def _call(self, step: Call, run: Run) -> list[str]:
        """The outputs of calls, none of which outlasts the run.

        Raises:
            RunTimeout: the time for the run is over.
        """
        remaining = self.waiter.remaining(run)
        outputs = call_all(
            [
                replace(call, timeout=min(remaining, call.timeout or remaining))
                for call in step.calls
            ]
        )
        self.waiter.remaining(run)
        return outputs

    def submit(self, step: Submit, *, stream: bool = False) -> Any:
        """The run after it got outputs, which it gets once; or the stream of what follows.

        The service takes outputs only from a run that waits for them. So if it is unknown whether
        they arrived, or they are refused, the run itself tells: only one that still waits for the
        same calls gets them again. Of a stream that is lost so, nothing is known but the run.
        """
        path = (step.run.thread_id, step.run.id)
        operation = operations.SUBMIT_TOOL_OUTPUTS
        body = {"tool_outputs": step.outputs, "stream": stream or NOT_GIVEN}
        request = operation.request(path, {}, body, self._options)
        call_ids = [each["tool_call_id"] for each in step.outputs if "tool_call_id" in each]
        retries = self._transport.settings.max_retries
        while True:
            try:
                return self._transport.call(operation, request)
            except (AmbiguousOutcome, BadRequestError, ConflictError) as error:
                run = self._read(step.run)
                if not _waits_for(run, call_ids):
                    return run
                if not isinstance(error, AmbiguousOutcome) or retries < 1:
                    raise
                retries -= 1
                self._transport.sleep(RESUBMIT_SECONDS)

    def _read(self, run: Run) -> Run:
        path = (run.thread_id, run.id)
        reading = operations.GET_RUN.request(path, options=self._options)
        return self._transport.call(operations.GET_RUN, reading)


def _waits_for(run: Run, call_ids: Collection[str]) -> bool:
    """Whether a run waits for the outputs of these calls."""
    action = run.required_action if run.status == "requires_action" else None
    pending = None if action is None else action.submit_tool_outputs
    asked = [] if pending is None else [call.id for call in pending.tool_calls]
    return not set(call_ids).isdisjoint(asked)
