"""Carries out the tool loop: waits for a run, makes its calls, and submits their outputs."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, cast

from msgspec.structs import replace

from openai_assistants_core import (
    AmbiguousOutcome,
    AsyncTransport,
    BadRequestError,
    CallOptions,
    ConflictError,
    run_status,
)
from openai_assistants_rest import operations

from ...polling.async_run_waiter import AsyncRunWaiter
from ...tools.calls import async_call_all, async_decide
from ...tools.registry import ToolRegistry
from ...tools.runner import (
    DEFAULT_MAX_ROUNDS,
    Approve,
    AsyncApprovalHook,
    Call,
    Step,
    Submit,
    process_run,
)

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

    from ..._pipeline.async_transport import AsyncHttpTransport

RESUBMIT_SECONDS = 1.0
"""How long to wait before outputs are submitted again that had no effect."""


class AsyncToolLoop:
    """Answers the tool calls of runs.

    Args:
        transport: of the client.
        waiter: waits for the runs, and knows when their time is over.
        registry: what answers calls.
        options: of each request.
        approve: decides whether a call is made; None lets all go on.
        max_rounds: how many times outputs are submitted at most; None, DEFAULT_MAX_ROUNDS.
        timeout: seconds for a call of a tool that has no timeout of its own.
    """

    def __init__(
        self,
        transport: AsyncTransport,
        waiter: AsyncRunWaiter,
        registry: ToolRegistry,
        options: CallOptions,
        *,
        approve: AsyncApprovalHook | None = None,
        max_rounds: int | None = None,
        timeout: float | None = None,
    ) -> None:
        self._transport = cast("AsyncHttpTransport", transport)
        self._waiter = waiter
        self._registry = registry
        self._options = options
        self._approve = approve
        self._max_rounds = DEFAULT_MAX_ROUNDS if max_rounds is None else max_rounds
        self._timeout = timeout

    async def process(self, run: "Run") -> "Run":
        """The run once it has ended; see `process_run` for what is raised."""
        rule = process_run(
            run,
            self._registry,
            max_rounds=self._max_rounds,
            timeout=self._timeout,
            approval=self._approve is not None,
        )
        step = next(rule)
        while True:
            result = await self._act(step, run)
            if not isinstance(step, Approve | Call):
                run = result
            try:
                step = rule.send(result)
            except StopIteration as end:
                return cast("Run", end.value)

    async def _act(self, step: Step, run: "Run") -> Any:
        """What a step of the rule asks for; `run` is the run as last seen."""
        if isinstance(step, Approve):
            return await async_decide(cast("AsyncApprovalHook", self._approve), step.calls)
        if isinstance(step, Call):
            return await self._call(step, run)
        if isinstance(step, Submit):
            return await self._submit(step)
        if step.run.status in run_status.PENDING:
            return await self._waiter.wait_for(step.run.id, step.run.thread_id, self._options)
        return step.run

    async def _call(self, step: Call, run: "Run") -> list[str]:
        """The outputs of calls, none of which outlasts the run.

        Raises:
            RunTimeout: the time for the run is over.
        """
        remaining = await self._waiter.remaining(run)
        outputs = await async_call_all(
            [
                replace(call, timeout=min(remaining, call.timeout or remaining))
                for call in step.calls
            ]
        )
        await self._waiter.remaining(run)
        return outputs

    async def _submit(self, step: Submit) -> "Run":
        """The run after it got outputs, which it gets once.

        The service takes outputs only from a run that waits for them. So if it is unknown whether
        they arrived, or they are refused, the run itself tells: only one that still waits for the
        same calls gets them again.
        """
        path = (step.run.thread_id, step.run.id)
        operation = operations.SUBMIT_TOOL_OUTPUTS
        request = operation.request(path, {}, {"tool_outputs": step.outputs}, self._options)
        call_ids = [each["tool_call_id"] for each in step.outputs if "tool_call_id" in each]
        retries = self._transport.settings.max_retries
        while True:
            try:
                return await self._transport.call(operation, request)
            except (AmbiguousOutcome, BadRequestError, ConflictError) as error:
                reading = operations.GET_RUN.request(path, options=self._options)
                run = await self._transport.call(operations.GET_RUN, reading)
                if not _waits_for(run, call_ids):
                    return run
                if not isinstance(error, AmbiguousOutcome) or retries < 1:
                    raise
                retries -= 1
                await self._transport.sleep(RESUBMIT_SECONDS)


def _waits_for(run: "Run", call_ids: Collection[str]) -> bool:
    """Whether a run waits for the outputs of these calls."""
    action = run.required_action if run.status == "requires_action" else None
    pending = None if action is None else action.submit_tool_outputs
    asked = [] if pending is None else [call.id for call in pending.tool_calls]
    return not set(call_ids).isdisjoint(asked)
