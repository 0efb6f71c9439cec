"""The events that a stream which broke off did not bring, of what the service has stored. No I/O.

They come in the order in which the stream would have brought them, and are marked as recovered. Of
a text that had begun, the rest comes as one delta, if what came before is its beginning.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from openai_assistants_core import StreamEvent, run_status
from openai_assistants_rest.events import EVENTS

from .snapshots import Snapshots

if TYPE_CHECKING:
    from openai_assistants_rest.models import Message, Run, RunStep


def unfinished_messages(snapshots: Snapshots, steps: "Iterable[RunStep]") -> list[str]:
    """The ids of the messages to read: those written by the steps, but for those that are known."""
    ids = (_message_id(step) for step in steps)
    return [one for one in ids if one is not None and one not in snapshots.finished]


def missing_events(
    snapshots: Snapshots,
    run: "Run",
    steps: "Iterable[RunStep]",
    messages: "Mapping[str, Message]",
) -> Iterator[StreamEvent]:
    """The events that are missing, the last of them that of the run.

    Args:
        snapshots: what the stream brought.
        run: as it is stored, when it has ended or requires action.
        steps: all of its steps, from the first.
        messages: those of `unfinished_messages`, by their ids.
    """
    for step in steps:
        if step.id not in snapshots.finished:
            yield from _of_step(snapshots, step, messages.get(_message_id(step) or ""))
    yield _event(f"thread.run.{run.status}", run)


def _of_step(
    snapshots: Snapshots, step: "RunStep", message: "Message | None"
) -> Iterator[StreamEvent]:
    details: Any = step.step_details
    begun: Any = snapshots.run_steps.get(step.id)
    if begun is None:
        yield _event("thread.run.step.created", _beginning(step))
    if details.type == "tool_calls":
        known: Any = None if begun is None else begun.step_details.tool_calls
        calls = list(_rest_of_calls(known or [], details.tool_calls or []))
        if calls:
            piece = {"step_details": {"type": "tool_calls", "tool_calls": calls}}
            yield _delta("thread.run.step.delta", step.id, piece)
    if message is not None:
        yield from _of_message(snapshots, message)
    ended = step.status in run_status.STEP_TERMINAL
    yield _event(f"thread.run.step.{step.status if ended else 'in_progress'}", step)


def _beginning(step: "RunStep") -> "RunStep":
    """A step as it was when it began."""
    details: Any = step.step_details
    if details.type == "tool_calls":
        details = details.model_copy(update={"tool_calls": []})
    return step.model_copy(update={"status": "in_progress", "step_details": details})


def _rest_of_calls(begun: list[Any], stored: list[Any]) -> Iterator[dict[str, Any]]:
    """What is missing of tool calls, as the parts of a delta."""
    for index, call in enumerate(stored):
        if index >= len(begun):
            yield {"index": index, **call.to_dict()}
        elif call.type == "function" and (rest := _behind(begun[index].function, call.function)):
            yield {"index": index, "type": "function", "function": {"arguments": rest}}


def _behind(begun: Any, stored: Any) -> str:
    """The rest of the arguments of a call of a function; empty if they do not go on from there."""
    before, whole = begun.arguments or "", stored.arguments or ""
    return whole[len(before) :] if whole.startswith(before) else ""


def _of_message(snapshots: Snapshots, message: "Message") -> Iterator[StreamEvent]:
    begun = snapshots.messages.get(message.id)
    if begun is None:
        empty = message.model_copy(update={"content": [], "status": "in_progress"})
        yield _event("thread.message.created", empty)
    rest = list(_rest_of_texts([] if begun is None else begun.content, message.content))
    if rest:
        yield _delta("thread.message.delta", message.id, {"content": rest})
    end = "incomplete" if message.status == "incomplete" else "completed"
    yield _event(f"thread.message.{end}", message)


def _rest_of_texts(begun: list[Any], stored: list[Any]) -> Iterator[dict[str, Any]]:
    """What is missing of the texts of a message, as the parts of a delta."""
    for index, block in enumerate(stored):
        if block.type == "text":
            known = begun[index] if index < len(begun) else None
            before: str = known.text.value if known is not None and known.type == "text" else ""
            whole: str = block.text.value
            if whole.startswith(before) and len(whole) > len(before):
                rest = {"value": whole[len(before) :]}
                yield {"index": index, "type": "text", "text": rest}


def _message_id(step: "RunStep") -> str | None:
    """The message that a step writes; None of a step that uses tools."""
    creation = getattr(step.step_details, "message_creation", None)
    return None if creation is None else str(creation.message_id)


def _delta(name: str, id_: str, piece: dict[str, Any]) -> StreamEvent:
    data = {"id": id_, "object": name, "delta": piece}
    return _event(name, EVENTS[name][1].decode(data))


def _event(name: str, data: Any) -> StreamEvent:
    make: Any = EVENTS[name][0]
    event: StreamEvent = make(name, data, recovered=True)
    return event
