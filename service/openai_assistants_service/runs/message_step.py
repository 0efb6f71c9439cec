"""A message of a run and the step that makes it, written while its text comes."""

from collections.abc import Iterable

from ..json_types import JsonObject
from ..storage import events, messages
from ..storage.database import Row, Tx
from .citations import TextPiece
from .lifecycle import (
    MESSAGE_CREATED,
    MESSAGE_DELTA,
    MESSAGE_ENDED_AT,
    MessageStatus,
    message_event,
)
from .transitions import complete_step, open_step


class MessageDeleted(Exception):
    """The message was deleted while it was being written."""


class MessageStep:
    """Writes one message; what is added is in the database after the next `flush`."""

    def __init__(self, run: Row, message_id: str, step: Row) -> None:
        self._run = run
        self._message_id = message_id
        self._step = step
        self._text = ""
        self._annotations: list[JsonObject] = []
        self._added: list[JsonObject] = []
        self._begun = False

    @classmethod
    async def open(cls, tx: Tx, run: Row) -> "MessageStep":
        """Begin a message and its step, with their events."""
        values: Row = {
            "role": "assistant",
            "content": [],
            "assistant_id": run["assistant_id"],
            "run_id": run["id"],
            "status": MessageStatus.IN_PROGRESS,
        }
        message = await messages.create(tx, run["thread_id"], (values, ()))
        made = {"type": "message_creation", "message_creation": {"message_id": message["id"]}}
        step = await open_step(tx, run, made)
        await events.emit(tx, run["id"], MESSAGE_CREATED, message)
        await events.emit(tx, run["id"], message_event(MessageStatus.IN_PROGRESS), message)
        return cls(run, message["id"], step)

    def add(self, pieces: Iterable[TextPiece]) -> None:
        """Add pieces to the text."""
        for piece in pieces:
            text: JsonObject = {"value": piece.text}
            if piece.annotation is not None:
                text["annotations"] = [_annotation_delta(len(self._annotations), piece.annotation)]
                self._annotations.append(piece.annotation)
            elif not self._begun:
                text["annotations"] = []
            self._begun = True
            self._text += piece.text
            content = {"index": 0, "type": "text", "text": text}
            self._added.append(
                {
                    "id": self._message_id,
                    "object": MESSAGE_DELTA,
                    "delta": {"content": [content]},
                }
            )

    async def flush(self, tx: Tx) -> None:
        """Write what was added, and its deltas."""
        if self._added:
            await self._write(tx, {})

    async def close(
        self, tx: Tx, usage: JsonObject | None, incomplete_reason: str | None = None
    ) -> None:
        """Write the rest, and end the message and its step."""
        status = MessageStatus.INCOMPLETE if incomplete_reason else MessageStatus.COMPLETED
        values: Row = {"status": status, MESSAGE_ENDED_AT[status]: tx.now}
        if incomplete_reason:
            values["incomplete_details"] = {"reason": incomplete_reason}
        message = await self._write(tx, values)
        await events.emit(tx, self._run["id"], message_event(status), message)
        await complete_step(tx, self._step, self._step["step_details"], usage)

    async def _write(self, tx: Tx, values: Row) -> Row:
        text = {"value": self._text, "annotations": self._annotations}
        content = [{"type": "text", "text": text}] if self._begun else []
        message = await messages.change(tx, self._message_id, {"content": content, **values})
        if message is None:
            raise MessageDeleted(self._message_id)
        await events.emit_all(tx, self._run["id"], MESSAGE_DELTA, self._added)
        self._added.clear()
        return message


def _annotation_delta(index: int, annotation: JsonObject) -> JsonObject:
    """Return the delta of an annotation: it has a quote on the wire, and the quote is empty."""
    cited = {**annotation["file_citation"], "quote": ""}
    return {"index": index, **annotation, "file_citation": cited}
