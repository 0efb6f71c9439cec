"""A run that moves while one looks at it: pieces of the page, as server-sent events."""

import asyncio
import re
from collections.abc import AsyncGenerator, Sequence
from typing import Any

from attrs import define, field
from starlette.responses import Response

from ...json_types import JsonObject
from ...runs.event_reader import EventReader, RunDeleted
from ...runs.lifecycle import ACTIVE, MESSAGE_DELTA, MESSAGE_EVENT, STEP_EVENT
from ...storage import events, overview
from ...storage.database import Row
from ..event_stream import PacedStream
from ..serializers import serialize_message, serialize_run
from . import templates
from .conversation import RunView, StepView, read_run
from .visit import API_VERSION, Visit

_END = b"event: end\ndata:\n\n"
_KEEP_ALIVE = b": keep-alive\n\n"
_LINE_ENDS = re.compile("\r\n|\r|\n")


async def open_live(visit: Visit, thread_id: str, run_id: str) -> Response:
    """Return the stream of what is to be changed in a page that shows a run.

    It begins with the run as it is, so that it does not matter when the page was made, or how often
    a browser connects again.
    """
    async with visit.services.database.read() as tx:
        view, names = await read_run(tx, thread_id, run_id)
        place = await events.last(tx, run_id)
    live = LiveRun(visit, view, names, place)
    return PacedStream(live.chunks(), live.stop, {})


@define
class LiveRun:
    """Makes the pieces of one page that shows a run."""

    _visit: Visit
    _view: RunView
    _filenames: dict[str, str]
    _place: int
    _reader: EventReader | None = None
    _stopped: bool = False
    _shown: set[str] = field(factory=set[str], init=False)

    def stop(self) -> None:
        """Make the stream end."""
        self._stopped = True
        if self._reader is not None:
            self._reader.stop()

    async def chunks(self) -> AsyncGenerator[bytes]:
        """Yield the run as it is, then what changes, to its end: also when it waits in between."""
        self._shown = {one.step["id"] for one in self._view.steps}
        active = self._view.run["status"] in ACTIVE
        yield await self._parts(run=self._view.run, view=self._view)
        try:
            while active and not self._stopped:
                self._reader = EventReader(self._visit.services.database, self._run_id, self._place)
                async for page in self._reader.pages():
                    yield await self._changes(page) if page else _KEEP_ALIVE
                    for event in page:
                        self._place = event["seq"]
                        if _is_of_run(event["name"]):
                            active = event["data"]["status"] in ACTIVE
        except RunDeleted:
            pass
        if not self._stopped:
            yield _END

    @property
    def _run_id(self) -> str:
        run_id: str = self._view.run["id"]
        return run_id

    async def _changes(self, page: Sequence[Row]) -> bytes:
        """Return what some events change: the run, its steps, and its messages, in this order."""
        run: JsonObject | None = None
        messages: list[JsonObject | tuple[str, str]] = []
        steps: list[str] = []
        for event in page:
            name, data = event["name"], event["data"]
            if name == MESSAGE_DELTA:
                messages.append((data["id"], _text(data)))
            elif name.startswith(MESSAGE_EVENT):
                if data["status"] != "in_progress":
                    messages.append(serialize_message(data, API_VERSION))
            elif name.startswith(STEP_EVENT):
                steps.append(data["id"])
            elif _is_of_run(name):
                run = serialize_run(data, API_VERSION)
        return await self._parts(run=run, steps=await self._steps(steps), messages=messages)

    async def _steps(self, ids: Sequence[str]) -> list[tuple[StepView, bool]]:
        """Return steps as they are now, and whether each is new to the page.

        A step that makes a message is shown once: the events of the message say the rest.
        """
        if not ids:
            return []
        async with self._visit.services.database.read() as tx:
            rows = await overview.steps_of(tx, [self._run_id])
        changed: list[tuple[StepView, bool]] = []
        for row in rows:
            new = row["id"] not in self._shown
            if row["id"] in ids and (new or row["type"] == "tool_calls"):
                changed.append((StepView.of(row), new))
                self._shown.add(row["id"])
        return changed

    async def _parts(self, **values: Any) -> bytes:
        given: dict[str, Any] = {
            **self._visit.common(),
            "filenames": self._filenames,
            "assistant_name": self._view.assistant_name,
            "run_id": self._run_id,
            "run": None,
            "view": None,
            "steps": [],
            "messages": [],
            **values,
        }
        html = await asyncio.to_thread(templates.render, "_live.html", given)
        data = "".join(f"data: {line}\n" for line in _LINE_ENDS.split(html))
        return f"event: parts\n{data}\n".encode()


def _is_of_run(name: str) -> bool:
    return name.startswith("thread.run.") and not name.startswith(STEP_EVENT)


def _text(delta: JsonObject) -> str:
    parts: list[JsonObject] = delta["delta"]["content"]
    return "".join(part["text"].get("value", "") for part in parts if part["type"] == "text")
