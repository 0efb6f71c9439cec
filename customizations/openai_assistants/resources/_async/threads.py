"""Threads, and a run of a new one: waiting for it, streaming it, and answering its tool calls."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Unpack, overload

from openai_assistants_core import NOT_GIVEN, NotGiven
from openai_assistants_rest.resources import threads as generated

from ...polling import objects
from ...polling.async_poller import AsyncRunWaiter
from ...polling.rule import PollPolicy
from .._signatures import STREAM_OPTIONS, takes_arguments_of
from ..described import takes_python_objects
from .messages import AsyncMessages
from .runs import AsyncRuns

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run
    from openai_assistants_rest.params import CreateThreadAndRunParams

    from ...polling.rule import OnUpdate
    from ...streaming import AsyncAssistantEventHandler, AsyncAssistantStreamManager
    from ...streaming._async.manager import AsyncHandler
    from .streams import AsyncStreamThreadAndRunParams
    from .tool_loop import AsyncCreateAndRunProcessParams

__all__ = ["AsyncThreads"]


class AsyncThreads(generated.AsyncThreads):
    """Operations on `threads`, and on the run of a new one."""

    create_and_run = takes_python_objects(generated.AsyncThreads.create_and_run)

    @cached_property
    def messages(self) -> AsyncMessages:
        """Operations on `threads.messages`, and citations."""
        return AsyncMessages(self._transport)

    @cached_property
    def runs(self) -> AsyncRuns:
        """Operations on `threads.runs`."""
        return AsyncRuns(self._transport)

    @overload
    def create_and_run_stream(
        self, *, event_handler: None = None, **params: Unpack[AsyncStreamThreadAndRunParams]
    ) -> AsyncAssistantStreamManager[AsyncAssistantEventHandler]: ...

    @overload
    def create_and_run_stream(
        self, *, event_handler: AsyncHandler, **params: Unpack[AsyncStreamThreadAndRunParams]
    ) -> AsyncAssistantStreamManager[AsyncHandler]: ...

    @takes_arguments_of(generated.AsyncThreads.create_and_run, STREAM_OPTIONS)
    def create_and_run_stream(
        self, *, event_handler: Any = None, **params: Unpack[AsyncStreamThreadAndRunParams]
    ) -> AsyncAssistantStreamManager[Any]:
        """Creates a thread, runs it and streams the run; see `create_and_run`, `runs.stream`.

        Args:
            event_handler: As for `runs.stream`.
            params: As for `create_and_run`, and the options of AsyncStreamOptions.
        """
        from .streams import stream_manager

        start = partial(self.create_and_run, stream=True)
        return stream_manager(self._transport, start, event_handler, params)

    @takes_arguments_of(generated.AsyncThreads.create_and_run)
    async def create_and_run_poll(
        self,
        *,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        on_update: OnUpdate | None = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
        **params: Unpack[CreateThreadAndRunParams],
    ) -> Run:
        """Creates a thread, runs it and waits for the run; see `create_and_run`, `runs.poll`."""
        waiter = AsyncRunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update, cancel_on_deadline, raise_on_failure),
        )
        run = await self.create_and_run(**params)
        return waiter.checked(await waiter.wait_for(objects.run_from(run, params)))

    async def create_and_run_process(self, **params: Unpack[AsyncCreateAndRunProcessParams]) -> Run:
        """Creates a thread, runs it, and answers the tool calls of the run until it has ended.

        Args:
            params: As for `create_and_run`, and the options of `runs.process`; functions among the
                `tools` are what `runs.create_and_process` makes of them.

        Raises:
            ToolNotFound, ToolRoundsExceeded, UnsupportedAction, RunTimeout, RunFailed: As for
                `runs.process`.
        """
        from .tool_loop import AsyncToolLoop

        loop = AsyncToolLoop(self._transport, params.pop("tools", None) or (), params)
        create = await loop.creation(params)
        run = await self.create_and_run(stream=NOT_GIVEN, **create)
        return loop.waiter.checked(await loop.process(run))
