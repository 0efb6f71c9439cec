"""A message of a run and the step that makes it, written while its text comes."""

from collections.abc import Iterable, Sequence

from ..json_types import JsonObject
from ..models.conversation import MadeFile
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

_CODE: list[JsonObject] = [{"type": "code_interpreter"}]


class MessageDeleted(Exception):
    """The message was deleted while it was being written."""


class MessageStep:
    """Writes one message; what is added is in the database after the next `flush`."""

    def __init__(self, run: Row, message: Row, step: Row) -> None:
        self._run = run
        self._message_id: str = message["id"]
        self._images: list[JsonObject] = message["content"]
        self._attachments: list[Row] = message["attachments"]
        self._step = step
        self._text = ""
        self._annotations: list[JsonObject] = []
        self._added: list[JsonObject] = []
        self._begun = False

    @classmethod
    async def open(cls, tx: Tx, run: Row, files: Sequence[MadeFile] = ()) -> "MessageStep":
        """Begin a message and its step, with their events.

        Args:
            files: what programs wrote since the last message: this one shows the images, and the
                others are attached to it.
        """
        values: Row = {
            "role": "assistant",
            "content": [_image(one) for one in files if one.image],
            "assistant_id": run["assistant_id"],
            "run_id": run["id"],
            "status": MessageStatus.IN_PROGRESS,
        }
        attached = [{"file_id": one.file_id, "tools": _CODE} for one in files if not one.image]
        message = await messages.create(tx, run["thread_id"], (values, attached))
        made = {"type": "message_creation", "message_creation": {"message_id": message["id"]}}
        step = await open_step(tx, run, made)
        events.emit(tx, run["id"], MESSAGE_CREATED, message)
        events.emit(tx, run["id"], message_event(MessageStatus.IN_PROGRESS), message)
        for index, part in enumerate(message["content"]):
            delta = _delta(message["id"], {"index": index, **part})
            events.emit(tx, run["id"], MESSAGE_DELTA, delta)
        return cls(run, message, step)

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
            content = {"index": len(self._images), "type": "text", "text": text}
            self._added.append(_delta(self._message_id, content))

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
        events.emit(tx, self._run["id"], message_event(status), message)
        await complete_step(tx, self._step, self._step["step_details"], usage)

    async def _write(self, tx: Tx, values: Row) -> Row:
        text = {"value": self._text, "annotations": self._annotations}
        content = [*self._images, *([{"type": "text", "text": text}] if self._begun else [])]
        message = await messages.change(tx, self._message_id, {"content": content, **values})
        if message is None:
            raise MessageDeleted(self._message_id)
        events.emit_all(tx, self._run["id"], MESSAGE_DELTA, self._added)
        self._added.clear()
        return {**message, "attachments": self._attachments}


def _image(file: MadeFile) -> JsonObject:
    return {"type": "image_file", "image_file": {"file_id": file.file_id}}


def _delta(message_id: str, content: JsonObject) -> JsonObject:
    return {"id": message_id, "object": MESSAGE_DELTA, "delta": {"content": [content]}}


def _annotation_delta(index: int, annotation: JsonObject) -> JsonObject:
    """Return the delta of an annotation: it has a quote on the wire, and the quote is empty."""
    if annotation["type"] != "file_citation":
        return {"index": index, **annotation}
    cited = {**annotation["file_citation"], "quote": ""}
    return {"index": index, **annotation, "file_citation": cited}
