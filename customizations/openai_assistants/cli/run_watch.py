"""What there is to tell of a run as it goes on. No I/O."""

from collections.abc import Iterable, Iterator
from typing import Any

from openai_assistants_core import run_status

from .kinds import calls_of, tool_name
from .text import one_line


class RunWatch:
    """Remembers what was told, so that each thing is told once."""

    def __init__(self) -> None:
        self._told: set[str] = set()
        self._last: dict[str, Any] = {}

    def lines(self, run: Any, steps: Iterable[Any]) -> list[str]:
        """What is new of a run and its steps, in words."""
        return [line for line in _all_lines(run, steps) if not self._knows(line)]

    def objects(self, run: Any, steps: Iterable[Any]) -> list[dict[str, Any]]:
        """Those of the run and its steps that are new or have changed, as parsed JSON."""
        found = [one.to_dict() for one in (*steps, run)]
        changed = [one for one in found if self._last.get(one["id"]) != one]
        self._last |= {one["id"]: one for one in changed}
        return changed

    def _knows(self, line: str) -> bool:
        known = line in self._told
        self._told.add(line)
        return known


def reason(run: Any) -> str:
    """Why a run ended without completing, or what it waits for; empty where it does not say."""
    if run.status == "requires_action":
        names = ", ".join(map(tool_name, waiting_calls(run)))
        return f"it calls {names or 'for something else than functions'}"
    if run.last_error is not None:
        return f"{run.last_error.code}: {run.last_error.message}"
    details = run.incomplete_details
    return str(details.reason or "") if details is not None else ""


def call_lines(call: Any) -> Iterator[str]:
    """A call of a tool, and what it came to if that is known, each in a line."""
    name = one_line(tool_name(call))
    if call.type == "function":
        yield f"{name}({one_line(call.function.arguments)})"
        output = getattr(call.function, "output", None)
        if output is not None:
            yield f"{name} returned {one_line(output)}"
    elif call.type == "code_interpreter":
        yield f"{name}: {one_line(call.code_interpreter.input or '')}"
        for output in call.code_interpreter.outputs or ():
            yield f"{name} printed {one_line(getattr(output, 'logs', None) or output.type)}"
    elif call.type == "file_search":
        results = getattr(call.file_search, "results", None) or ()
        found = ", ".join(one_line(result.file_name or result.file_id) for result in results)
        yield f"{name} found {found}" if found else name
    else:
        yield name


def waiting_calls(run: Any) -> list[Any]:
    """The calls of functions that a run waits for."""
    submit = getattr(run.required_action, "submit_tool_outputs", None)
    return getattr(submit, "tool_calls", None) or []


def _all_lines(run: Any, steps: Iterable[Any]) -> Iterator[str]:
    waits = run.status == "requires_action"
    pending = run.status in run_status.PENDING
    if pending:
        yield f"{run.id} {run.status}"
    for step in steps:
        yield f"{step.id} {step.type} in_progress"
        if waits or step.status in run_status.STEP_TERMINAL:
            for call in calls_of(step):
                yield from (f"{step.id}   {line}" for line in call_lines(call))
        if step.status in run_status.STEP_TERMINAL:
            yield f"{step.id} {step.type} {step.status}"
    if not pending:
        why = reason(run)
        yield f"{run.id} {run.status}" + (f": {one_line(why)}" if why else "")
