"""The tool loop without I/O: what to do next for a run that calls tools.

A driver sends back what each step asks for; the same loop serves polling and streams.
"""

from collections.abc import Awaitable, Callable, Generator, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct

from openai_assistants_core.record import Record

from .errors import ToolNotFound, ToolRoundsExceeded, UnsupportedAction
from .function_tool import FunctionTool
from .registry import ToolRegistry
from .signature import ToolContext

if TYPE_CHECKING:
    from openai_assistants_rest.models import RequiredActionSubmitToolOutputs, Run
    from openai_assistants_rest.params import ToolOutputParam

DEFAULT_MAX_ROUNDS = 32


class FunctionCall(Record, frozen=True):
    """A call that a run waits for.

    Attributes:
        tool: what answers it.
        arguments: as the model wrote them: JSON text, not validated.
        context: the ids of the call, the run and the thread.
        timeout: seconds that the call may take; None, as long as it wants.
    """

    _hidden = ("arguments",)

    tool: FunctionTool[..., Any]
    arguments: str
    context: ToolContext
    timeout: float | None

    def timed_out(self) -> str:
        """The output to submit when the timeout is over."""
        return f"Error: `{self.tool.name}` gave no result within {self.timeout:g} s"


class Wait(Struct, frozen=True):
    """Send back the run once it has ended or requires action; at once if it does already."""

    run: "Run"


class Approve(Struct, frozen=True):
    """Send back a Decision for each call, in order."""

    calls: tuple[FunctionCall, ...]


class Call(Struct, frozen=True):
    """Call all of these, at the same time if possible; send back their outputs, in order."""

    calls: tuple[FunctionCall, ...]


class Submit(Struct, frozen=True):
    """Submit these outputs; send back the run as it is then, whatever its status."""

    run: "Run"
    outputs: "tuple[ToolOutputParam, ...]"


Step: TypeAlias = Wait | Approve | Call | Submit

Decision: TypeAlias = bool | str
"""True lets a call go on; False refuses it, and text does so with a reason for the model."""

ApprovalHook: TypeAlias = Callable[[FunctionCall], Decision]
"""Decides on a call before it is made."""

AsyncApprovalHook: TypeAlias = Callable[[FunctionCall], Decision | Awaitable[Decision]]
"""The same for the asynchronous client; one that is no coroutine function runs in a thread."""


def process_run(
    run: "Run",
    registry: ToolRegistry,
    *,
    max_rounds: int = DEFAULT_MAX_ROUNDS,
    timeout: float | None = None,
    approval: bool = False,
) -> "Generator[Step, Any, Run]":
    """The tool loop: yields what to do, is sent what came of it, and returns the run that ended.

    A call that was answered before is not made again: should the run ask for it once more, it gets
    the output it got.

    Args:
        run: in any status; also one that requires action already.
        registry: what answers calls.
        max_rounds: how many times outputs are submitted at most.
        timeout: seconds for a call of a tool that has no timeout of its own.
        approval: whether calls are to be approved before they are made.

    Raises:
        ToolNotFound: a function is not registered; before any call of that round is made.
        ToolRoundsExceeded: the run asks for outputs once too often.
        UnsupportedAction: the run requires something else than tool outputs.
    """
    answered: dict[str, str] = {}
    rounds = 0
    while True:
        if run.status != "requires_action":
            run = yield Wait(run)
            if run.status != "requires_action":
                return run
        calls = _calls(run, registry, timeout)
        if rounds >= max_rounds:
            raise ToolRoundsExceeded(f"run {run.id} asks for tools after {rounds} rounds", run)
        rounds += 1
        answered |= yield from _answers(
            [call for call in calls if call.context.call_id not in answered], approval
        )
        run = yield Submit(run, tuple(_output(call.context.call_id, answered) for call in calls))


def _calls(run: "Run", registry: ToolRegistry, timeout: float | None) -> list[FunctionCall]:
    """What a run waits for."""
    action = run.required_action
    # Foundry has other actions too; its null, like any, is typed as if it could not be.
    pending: RequiredActionSubmitToolOutputs | None
    pending = None if action is None else action.submit_tool_outputs
    if pending is None:
        kind = None if action is None else action.type
        raise UnsupportedAction(f"run {run.id} requires an action of type {kind!r}", run)
    found: list[FunctionCall] = []
    missing: dict[str, None] = {}
    for call in pending.tool_calls:
        tool = registry.get(call.function.name)
        if tool is None:
            missing[call.function.name] = None
            continue
        limit = timeout if tool.timeout is None else tool.timeout
        context = ToolContext(call.id, run.id, run.thread_id)
        found.append(FunctionCall(tool, call.function.arguments, context, limit))
    if missing:
        raise ToolNotFound(run, missing, registry.names)
    return found


def _answers(calls: Sequence[FunctionCall], approval: bool) -> Generator[Step, Any, dict[str, str]]:
    """The outputs of calls, by the id of the call."""
    outputs: dict[str, str] = {}
    if approval and calls:
        decisions = yield Approve(tuple(calls))
        outputs = _refusals(zip(calls, decisions, strict=True))
    approved = tuple(call for call in calls if call.context.call_id not in outputs)
    if approved:
        results: Sequence[str] = yield Call(approved)
        ids = (call.context.call_id for call in approved)
        outputs |= zip(ids, results, strict=True)
    return outputs


def _output(call_id: str, answered: dict[str, str]) -> "ToolOutputParam":
    return {"tool_call_id": call_id, "output": answered[call_id]}


def _refusals(decided: Iterable[tuple[FunctionCall, Decision]]) -> dict[str, str]:
    """What the model is told of calls that were not approved."""
    refused: dict[str, str] = {}
    for call, decision in decided:
        if decision is not True:
            reason = f": {decision}" if decision else ""
            text = f"Error: the call of `{call.tool.name}` was not approved{reason}"
            refused[call.context.call_id] = text
    return refused
