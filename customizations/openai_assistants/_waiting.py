"""Waits for a run: the polling rule, carried out through a door."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs

from openai_assistants_core import NOT_GIVEN, AsyncDoor, CallOptions, Door, NotGiven, Request
from openai_assistants_rest import operations

from ._drive import drive, drive_async
from .polling import Look, until_settled

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

    from ._door import AsyncHttpDoor, HttpDoor


@attrs.frozen
class Watched:
    """A run that is waited for, and the options of each look at it."""

    run_id: str
    thread_id: str
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, object] | None = None
    timeout: Any = NOT_GIVEN

    @classmethod
    def of(cls, run: "Run", params: Mapping[str, Any]) -> "Watched":
        """A run that a call with these parameters brought."""
        names = ("extra_headers", "extra_query", "timeout")
        return cls(run.id, run.thread_id, *(params.get(name, NOT_GIVEN) for name in names))

    def request(self, headers: dict[str, str]) -> Request:
        """The next look; `headers` takes up those of the answer."""
        options = CallOptions(
            extra_headers=self.extra_headers or None,
            extra_query=self.extra_query or None,
            timeout=self.timeout,
            on_response=headers.update,
        )
        return operations.GET_RUN.request((self.thread_id, self.run_id), options=options)


class Waiting:
    """Waits for a run, from the moment this is made."""

    def __init__(self, door: Door, interval_ms: float | NotGiven, deadline: float | None) -> None:
        self._door = cast("HttpDoor", door)
        self._rule = until_settled(interval_ms, deadline, self._door.monotonic())

    def settle(self, watched: Watched) -> "Run":
        """The run once it has ended or requires action."""
        return drive(self._rule, lambda: self._look(watched), self._door.sleep)

    def _look(self, watched: Watched) -> Look:
        headers: dict[str, str] = {}
        run = self._door.call(operations.GET_RUN, watched.request(headers))
        return Look(run, headers, self._door.monotonic())


class AsyncWaiting:
    """Waits for a run, from the moment this is made."""

    def __init__(
        self, door: AsyncDoor, interval_ms: float | NotGiven, deadline: float | None
    ) -> None:
        self._door = cast("AsyncHttpDoor", door)
        self._rule = until_settled(interval_ms, deadline, self._door.monotonic())

    async def settle(self, watched: Watched) -> "Run":
        """The run once it has ended or requires action."""
        return await drive_async(self._rule, lambda: self._look(watched), self._door.sleep)

    async def _look(self, watched: Watched) -> Look:
        headers: dict[str, str] = {}
        run = await self._door.call(operations.GET_RUN, watched.request(headers))
        return Look(run, headers, self._door.monotonic())
