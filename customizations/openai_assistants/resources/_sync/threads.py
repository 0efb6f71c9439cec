# Written from resources/_async/threads.py by `make generate`.
# Do not edit: change that file.
"""Threads, and a run of a new one: waiting for it, streaming it, and answering its tool calls."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Unpack, overload

from openai_assistants_core import NOT_GIVEN, NotGiven
from openai_assistants_rest.resources import threads as generated

from ...polling import objects
from ...polling.poller import RunWaiter
from ...polling.rule import PollPolicy
from .._signatures import STREAM_OPTIONS, takes_arguments_of
from ..described import takes_python_objects
from .messages import Messages
from .runs import Runs

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run
    from openai_assistants_rest.params import CreateThreadAndRunParams

    from ...polling.rule import OnUpdate
    from ...streaming import AssistantEventHandler, AssistantStreamManager
    from ...streaming._sync.manager import Handler
    from .streams import StreamThreadAndRunParams
    from .tool_loop import CreateAndRunProcessParams

__all__ = ["Threads"]


class Threads(generated.Threads):
    """Operations on `threads`, and on the run of a new one."""

    create_and_run = takes_python_objects(generated.Threads.create_and_run)

    @cached_property
    def messages(self) -> Messages:
        """Operations on `threads.messages`, and citations."""
        return Messages(self._transport)

    @cached_property
    def runs(self) -> Runs:
        """Operations on `threads.runs`."""
        return Runs(self._transport)

    @overload
    def create_and_run_stream(
        self, *, event_handler: None = None, **params: Unpack[StreamThreadAndRunParams]
    ) -> AssistantStreamManager[AssistantEventHandler]: ...

    @overload
    def create_and_run_stream(
        self, *, event_handler: Handler, **params: Unpack[StreamThreadAndRunParams]
    ) -> AssistantStreamManager[Handler]: ...

    @takes_arguments_of(generated.Threads.create_and_run, STREAM_OPTIONS)
    def create_and_run_stream(
        self, *, event_handler: Any = None, **params: Unpack[StreamThreadAndRunParams]
    ) -> AssistantStreamManager[Any]:
        """Creates a thread, runs it and streams the run; see `create_and_run`, `runs.stream`.

        Args:
            event_handler: As for `runs.stream`.
            params: As for `create_and_run`, and the options of StreamOptions.
        """
        from .streams import stream_manager

        start = partial(self.create_and_run, stream=True)
        return stream_manager(self._transport, start, event_handler, params)

    @takes_arguments_of(generated.Threads.create_and_run)
    def create_and_run_poll(
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
        waiter = RunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update, cancel_on_deadline, raise_on_failure),
        )
        run = self.create_and_run(**params)
        return waiter.checked(waiter.wait_for(objects.run_from(run, params)))

    def create_and_run_process(self, **params: Unpack[CreateAndRunProcessParams]) -> Run:
        """Creates a thread, runs it, and answers the tool calls of the run until it has ended.

        Args:
            params: As for `create_and_run`, and the options of `runs.process`; functions among the
                `tools` are what `runs.create_and_process` makes of them.

        Raises:
            ToolNotFound, ToolRoundsExceeded, UnsupportedAction, RunTimeout, RunFailed: As for
                `runs.process`.
        """
        from .tool_loop import ToolLoop

        loop = ToolLoop(self._transport, params.pop("tools", None) or (), params)
        create = loop.creation(params)
        run = self.create_and_run(stream=NOT_GIVEN, **create)
        return loop.waiter.checked(loop.process(run))
