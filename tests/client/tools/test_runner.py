"""The tool loop, driven by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from openai_assistants.tools import (
    Approve,
    Call,
    Decision,
    FunctionCall,
    Step,
    Submit,
    ToolNotFound,
    ToolRegistry,
    ToolRoundsExceeded,
    UnsupportedAction,
    Wait,
    process_run,
    tool,
)
from openai_assistants_rest.models import Run

RUN: dict[str, Any] = {
    **dict.fromkeys(["last_error", "expires_at", "started_at", "cancelled_at", "failed_at"]),
    **dict.fromkeys(["completed_at", "model", "instructions", "usage", "metadata"]),
    "id": "run_1",
    "object": "thread.run",
    "created_at": 1,
    "thread_id": "thread_1",
    "assistant_id": "asst_1",
    "tools": [],
}


def run_with(status: str, calls: dict[str, tuple[str, str]] | None = None) -> Run:
    """A run that waits for calls: id to name and arguments."""
    action = None
    if calls is not None:
        tool_calls = [
            {"id": each, "type": "function", "function": {"name": name, "arguments": arguments}}
            for each, (name, arguments) in calls.items()
        ]
        action = {"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": tool_calls}}
    return Run.decode({**RUN, "status": status, "required_action": action})


def weather(city: str) -> str:
    return f"sunny in {city}"


def distance(start: str, end: str) -> int:
    return len(start + end)


REGISTRY = ToolRegistry([weather, tool(distance, timeout=3)])
PARIS = ("weather", '{"city": "Paris"}')
FAR = ("distance", '{"start": "a", "end": "bc"}')


class Driver:
    """Drives the loop: gives out the runs, calls the tools, and keeps the steps.

    Args:
        runs: what waiting and submitting send back, in order.
        approve: what decides on calls.
    """

    def __init__(
        self, runs: list[Run], approve: Callable[[FunctionCall], Decision] = lambda _: True
    ) -> None:
        self.runs = iter(runs)
        self.approve = approve
        self.steps: list[Step] = []

    def drive(self, run: Run, **options: Any) -> Run:
        loop = process_run(run, REGISTRY, **options)
        answer: Any = None
        try:
            while True:
                self.steps.append(loop.send(answer))
                answer = self.answer(self.steps[-1])
        except StopIteration as stop:
            ended: Run = stop.value
            return ended

    def answer(self, step: Step) -> Any:
        match step:
            case Approve(calls):
                return [self.approve(call) for call in calls]
            case Call(calls):
                return [call.tool.call(call.arguments, call.context) for call in calls]
        return next(self.runs)

    @property
    def kinds(self) -> list[type[Step]]:
        return [type(step) for step in self.steps]

    @property
    def submitted(self) -> list[list[tuple[str, str]]]:
        return [
            [(each["tool_call_id"], each["output"]) for each in step.outputs]
            for step in self.steps
            if isinstance(step, Submit)
        ]


QUEUED = run_with("queued")
COMPLETED = run_with("completed")
ASKING = run_with("requires_action", {"call_1": PARIS, "call_2": FAR})
ANSWERS = [("call_1", "sunny in Paris"), ("call_2", "3")]


@pytest.mark.parametrize("status", ["completed", "failed", "cancelled", "expired", "unheard_of"])
def test_a_run_that_asks_for_nothing(status: str) -> None:
    """Is waited for, and returned as it ended."""
    ended = run_with(status)
    driver = Driver([ended])
    assert driver.drive(QUEUED) is ended
    assert driver.kinds == [Wait]


def test_two_rounds_with_polling() -> None:
    """Submitting sends back a run that is queued again."""
    again = run_with("requires_action", {"call_3": PARIS})
    driver = Driver([ASKING, QUEUED, again, QUEUED, COMPLETED])
    assert driver.drive(QUEUED) is COMPLETED
    assert driver.kinds == [Wait, Call, Submit, Wait, Call, Submit, Wait]
    assert driver.submitted == [ANSWERS, [("call_3", "sunny in Paris")]]


def test_a_stream_brings_the_next_action_with_the_submission() -> None:
    """Then there is nothing to wait for."""
    again = run_with("requires_action", {"call_3": PARIS})
    driver = Driver([again, COMPLETED, COMPLETED])
    assert driver.drive(ASKING) is COMPLETED
    assert driver.kinds == [Call, Submit, Call, Submit, Wait]


def test_a_call_is_never_made_twice() -> None:
    """A service that lags behind gets the same outputs again."""
    more = run_with("requires_action", {"call_1": PARIS, "call_2": FAR, "call_3": PARIS})
    driver = Driver([ASKING, more, COMPLETED, COMPLETED])
    driver.drive(ASKING)
    calls = [step.calls for step in driver.steps if isinstance(step, Call)]
    assert [[call.context.call_id for call in each] for each in calls] == [
        ["call_1", "call_2"],
        ["call_3"],
    ]
    assert driver.submitted[:2] == [ANSWERS, ANSWERS]
    assert driver.submitted[2] == [*ANSWERS, ("call_3", "sunny in Paris")]


def test_what_a_driver_is_told_of_a_call() -> None:
    """The tool, the ids, and the timeout: its own, or that of the loop."""
    loop = process_run(ASKING, REGISTRY, timeout=9)
    step = next(loop)
    assert isinstance(step, Call)
    first, second = step.calls
    assert (first.tool.name, first.arguments, first.timeout) == (*PARIS, 9)
    assert (first.context.run_id, first.context.thread_id) == ("run_1", "thread_1")
    assert second.timeout == 3
    assert second.timed_out() == "Error: `distance` gave no result within 3 s"
    assert "Paris" not in repr(first)


def test_approval_before_calls() -> None:
    """What is refused is not called; the model reads why, and outputs keep their order."""

    def approve(call: FunctionCall) -> Decision:
        return call.tool.name != "weather" or "ask me tomorrow"

    driver = Driver([QUEUED, COMPLETED], approve)
    driver.drive(ASKING, approval=True)
    assert driver.kinds == [Approve, Call, Submit, Wait]
    refusal = "Error: the call of `weather` was not approved: ask me tomorrow"
    assert driver.submitted == [[("call_1", refusal), ANSWERS[1]]]

    nothing = Driver([QUEUED, COMPLETED], lambda _: False)
    nothing.drive(ASKING, approval=True)
    assert nothing.kinds == [Approve, Submit, Wait]
    assert nothing.submitted[0][1] == (
        "call_2",
        "Error: the call of `distance` was not approved",
    )


def test_functions_that_nobody_registered() -> None:
    """Are named, before any other is called."""
    run = run_with("requires_action", {"1": PARIS, "2": ("fly", "{}"), "3": ("swim", "{}")})
    driver = Driver([])
    with pytest.raises(
        ToolNotFound, match="run_1 calls `fly`, `swim`; registered tools: `weather`"
    ):
        driver.drive(run)
    assert driver.steps == []
    with pytest.raises(ToolNotFound) as caught:
        next(process_run(run, ToolRegistry([])))
    assert caught.value.names == ("weather", "fly", "swim")
    assert caught.value.run is run


def test_the_limit_on_rounds() -> None:
    """The run that asks once too often is in the error."""
    driver = Driver([run_with("requires_action", {str(each): PARIS}) for each in range(9)])
    with pytest.raises(ToolRoundsExceeded, match="asks for tools after 3 rounds") as caught:
        driver.drive(ASKING, max_rounds=3)
    assert caught.value.run.status == "requires_action"
    assert driver.kinds == [Call, Submit] * 3
    for none in (0, -1):
        with pytest.raises(ToolRoundsExceeded):
            Driver([]).drive(ASKING, max_rounds=none)


def test_actions_of_another_type() -> None:
    """Are not the loop's to answer."""
    other = {"type": "submit_tool_approval", "submit_tool_outputs": None}
    run = Run.decode({**RUN, "status": "requires_action", "required_action": other})
    for unanswerable in (run, run_with("requires_action")):
        with pytest.raises(UnsupportedAction, match="requires an action of type"):
            next(process_run(unanswerable, REGISTRY))
