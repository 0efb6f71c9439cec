"""The events that a stream which broke off did not bring, of what the service has stored. No I/O.

They come in the order in which the stream would have brought them, and are marked as recovered. Of
a text that had begun, the rest comes as one delta, if what came before is its beginning.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from openai_assistants_core import StreamEvent
from openai_assistants_rest.events import EVENTS
from openai_assistants_rest.models import MessageDeltaEvent

from .snapshots import Snapshots

if TYPE_CHECKING:
    from openai_assistants_rest.models import Message, Run, RunStep

_STEP_ENDS = frozenset({"completed", "failed", "cancelled", "expired"})


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
        if step.id in snapshots.finished:
            continue
        if step.id not in snapshots.run_steps:
            yield _event("thread.run.step.created", step)
        message = messages.get(_message_id(step) or "")
        if message is not None:
            yield from _of_message(snapshots, message)
        if step.status in _STEP_ENDS:
            yield _event(f"thread.run.step.{step.status}", step)
    yield _event(f"thread.run.{run.status}", run)


def _of_message(snapshots: Snapshots, message: "Message") -> Iterator[StreamEvent]:
    begun = snapshots.messages.get(message.id)
    if begun is None:
        empty = message.model_copy(update={"content": [], "status": "in_progress"})
        yield _event("thread.message.created", empty)
    rest = list(_rest(begun.content if begun is not None else [], message.content))
    if rest:
        delta = {"id": message.id, "object": "thread.message.delta", "delta": {"content": rest}}
        yield _event("thread.message.delta", MessageDeltaEvent.decode(delta))
    end = "incomplete" if message.status == "incomplete" else "completed"
    yield _event(f"thread.message.{end}", message)


def _rest(begun: "Iterable[Any]", stored: "Iterable[Any]") -> Iterator[dict[str, Any]]:
    """What is missing of the texts of a message, as the parts of a delta."""
    present = list(begun)
    for index, block in enumerate(stored):
        if block.type != "text":
            continue
        before = present[index] if index < len(present) else None
        text: str = "" if before is None or before.type != "text" else before.text.value
        if block.text.value.startswith(text) and len(block.text.value) > len(text):
            yield {"index": index, "type": "text", "text": {"value": block.text.value[len(text) :]}}


def _message_id(step: "RunStep") -> str | None:
    """The message that a step writes; None of a step that uses tools."""
    creation = getattr(step.step_details, "message_creation", None)
    return None if creation is None else str(creation.message_id)


def _event(name: str, data: Any) -> StreamEvent:
    make: Any = EVENTS[name][0]
    event: StreamEvent = make(name, data, recovered=True)
    return event
