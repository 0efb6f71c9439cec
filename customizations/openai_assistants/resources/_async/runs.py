"""Runs: waiting for them, streaming them, and answering their tool calls."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Unpack, overload

from openai_assistants_core import NOT_GIVEN, CallOptions, NotGiven
from openai_assistants_rest.resources import runs as generated

from ...polling import objects
from ...polling.async_poller import AsyncRunWaiter
from ...polling.rule import PollPolicy
from .._signatures import STREAM_OPTIONS, takes_arguments_of
from ..described import DESCRIBED, describe_python_objects, takes_python_objects

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from openai_assistants_rest.models import Run
    from openai_assistants_rest.params import (
        CreateRunParams,
        SubmitToolOutputsParams,
    )

    from ...polling.rule import OnUpdate
    from ...streaming import AsyncAssistantEventHandler, AsyncAssistantStreamManager
    from ...streaming._async.manager import AsyncHandler
    from ...tools.registry import AnyTool
    from .streams import AsyncStreamOutputsParams, AsyncStreamRunParams
    from .tool_loop import AsyncCreateAndProcessParams, AsyncProcessOptions

__all__ = ["AsyncRuns"]


class AsyncRuns(generated.AsyncRuns):
    """Operations on `threads.runs`, waiting for runs, and answering their tool calls."""

    create = takes_python_objects(generated.AsyncRuns.create)

    async def poll(  # noqa: PLR0917 - the parameters of the openai package
        self,
        run_id: str,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        on_update: OnUpdate | None = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
    ) -> Run:
        """Waits until a run has ended or requires action, and returns it.

        Args:
            run_id: Id of the run.
            thread_id: Id of its thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Accepted for code written for other clients, and ignored: a poll is a GET.
            timeout: Seconds to wait for each response, instead of the client's.
            poll_interval_ms: Milliseconds between polls; not given, what the service asks for each
                time (`openai-poll-after-ms`), or a second.
            deadline: Seconds to wait at most, checked after each poll; None waits a minute longer
                than the run can live (`expires_at - created_at`, or 600 seconds).
            on_update: Called with the run after each poll.
            cancel_on_deadline: Whether to cancel the run when the deadline is over.
            raise_on_failure: Whether a run that ends without completing raises; None, as the
                option of the client says.

        Raises:
            RunTimeout: The deadline is over; its `run` is the run as last seen, which may go on.
            RunFailed: The run ended without completing, and that is to be an error.
        """
        waiter = AsyncRunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update, cancel_on_deadline, raise_on_failure),
        )
        options = CallOptions(extra_headers=extra_headers, extra_query=extra_query, timeout=timeout)
        return waiter.checked(await waiter.wait_for(objects.run(run_id, thread_id, options)))

    @takes_arguments_of(generated.AsyncRuns.create)
    async def create_and_poll(
        self,
        *,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        thread_id: str,
        deadline: float | None = None,
        on_update: OnUpdate | None = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
        rate_limit_retries: int = 0,
        **params: Unpack[CreateRunParams],
    ) -> Run:
        """Creates a run and waits for it; see `create` and `poll`.

        Args:
            rate_limit_retries: How often another run is started, after the time that its error
                names, if one fails with `rate_limit_exceeded`; additional_messages are in the
                thread by then and are not sent again.
        """
        waiter = AsyncRunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update, cancel_on_deadline, raise_on_failure),
        )
        options = objects.options_from(params)
        if params.keys() & DESCRIBED:
            describe_python_objects(params)
        while True:
            run = await super().create(thread_id, **params)
            ended = await waiter.wait_for(objects.run(run.id, run.thread_id, options))
            if rate_limit_retries < 1 or not await waiter.retries(ended):
                return waiter.checked(ended)
            rate_limit_retries -= 1
            params.pop("additional_messages", None)

    @takes_arguments_of(generated.AsyncRuns.submit_tool_outputs)
    async def submit_tool_outputs_and_poll(
        self,
        *,
        run_id: str,
        thread_id: str,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        deadline: float | None = None,
        on_update: OnUpdate | None = None,
        cancel_on_deadline: bool = False,
        raise_on_failure: bool | None = None,
        **params: Unpack[SubmitToolOutputsParams],
    ) -> Run:
        """Answers the tool calls of a run and waits for it; see `submit_tool_outputs`, `poll`."""
        waiter = AsyncRunWaiter(
            self._transport,
            PollPolicy(poll_interval_ms, deadline, on_update, cancel_on_deadline, raise_on_failure),
        )
        run = await self.submit_tool_outputs(run_id, thread_id=thread_id, **params)
        return waiter.checked(await waiter.wait_for(objects.run_from(run, params)))

    @overload
    def stream(
        self, *, thread_id: str, event_handler: None = None, **params: Unpack[AsyncStreamRunParams]
    ) -> AsyncAssistantStreamManager[AsyncAssistantEventHandler]: ...

    @overload
    def stream(
        self, *, thread_id: str, event_handler: AsyncHandler, **params: Unpack[AsyncStreamRunParams]
    ) -> AsyncAssistantStreamManager[AsyncHandler]: ...

    @takes_arguments_of(generated.AsyncRuns.create, STREAM_OPTIONS)
    def stream(
        self, *, thread_id: str, event_handler: Any = None, **params: Unpack[AsyncStreamRunParams]
    ) -> AsyncAssistantStreamManager[Any]:
        """Creates a run and streams it, for an `async with` statement.

        Functions among the `tools` answer calls of the run, as in `create_and_process`: the stream
        goes on from one round to the next. Without functions it ends where the run requires action.

        Args:
            thread_id: Id of the thread.
            event_handler: A new object of a subclass of AsyncAssistantEventHandler, which is what
                the `async with` statement gives; without it, one that has no callbacks.
            params: As for `create`, and the options of AsyncStreamOptions.
        """
        from .streams import stream_manager

        start = partial(self.create, thread_id, stream=True)
        return stream_manager(self._transport, start, event_handler, params)

    create_and_stream = stream

    @overload
    def submit_tool_outputs_stream(
        self,
        *,
        run_id: str,
        thread_id: str,
        event_handler: None = None,
        **params: Unpack[AsyncStreamOutputsParams],
    ) -> AsyncAssistantStreamManager[AsyncAssistantEventHandler]: ...

    @overload
    def submit_tool_outputs_stream(
        self,
        *,
        run_id: str,
        thread_id: str,
        event_handler: AsyncHandler,
        **params: Unpack[AsyncStreamOutputsParams],
    ) -> AsyncAssistantStreamManager[AsyncHandler]: ...

    @takes_arguments_of(generated.AsyncRuns.submit_tool_outputs, STREAM_OPTIONS)
    def submit_tool_outputs_stream(
        self,
        *,
        run_id: str,
        thread_id: str,
        event_handler: Any = None,
        **params: Unpack[AsyncStreamOutputsParams],
    ) -> AsyncAssistantStreamManager[Any]:
        """Answers the tool calls of a run and streams what follows; see `stream`.

        Args:
            run_id: Id of the run.
            thread_id: Id of its thread.
            event_handler: As for `stream`.
            params: As for `submit_tool_outputs`, and the options of AsyncStreamOptions.
        """
        from .streams import stream_manager

        start = partial(self.submit_tool_outputs, run_id, thread_id=thread_id, stream=True)
        path = (thread_id, run_id)
        return stream_manager(self._transport, start, event_handler, params, path)

    async def create_and_process(
        self,
        thread_id: str,
        *,
        rate_limit_retries: int = 0,
        **params: Unpack[AsyncCreateAndProcessParams],
    ) -> Run:
        """Creates a run, answers its tool calls, and waits until it has ended.

        Functions among the `tools` answer calls; they are sent, together with the assistant's own
        tools, only if the assistant does not define them. Dicts are sent as they are.

        Args:
            thread_id: Id of the thread.
            rate_limit_retries: As for `create_and_poll`.
            params: As for `create`, and the options of `process`.

        Raises:
            ToolNotFound, ToolRoundsExceeded, UnsupportedAction, RunTimeout, RunFailed: As for
                `process`.
        """
        from .tool_loop import AsyncToolLoop

        loop = AsyncToolLoop(self._transport, params.pop("tools", None) or (), params)
        create = await loop.creation(params)
        while True:
            run = await self.create(thread_id, stream=NOT_GIVEN, **create)
            ended = await loop.process(run)
            if rate_limit_retries < 1 or not await loop.waiter.retries(ended):
                return loop.waiter.checked(ended)
            rate_limit_retries -= 1
            create.pop("additional_messages", None)

    async def process(
        self,
        run: Run,
        *,
        tools: Iterable[AnyTool] = (),
        **options: Unpack[AsyncProcessOptions],
    ) -> Run:
        """Answers the tool calls of a run until it has ended, and returns it.

        The run may require action already, such as one whose program was killed: it is read anew,
        and each output is submitted once. A call that was made before the program was killed, but
        not answered, is made again: its `ToolContext.call_id` tells.

        Args:
            run: The run, in any status.
            tools: What answers the calls: functions, or FunctionTools. The calls of a round are
                made at the same time.
            options: See AsyncProcessOptions.

        Raises:
            ToolNotFound: The run calls a function that is not among the tools.
            ToolRoundsExceeded: It asks for outputs more often than allowed.
            UnsupportedAction: It requires something else than tool outputs.
            RunTimeout, RunFailed: As for `poll`.
        """
        from .tool_loop import AsyncToolLoop

        loop = AsyncToolLoop(self._transport, tools, options)
        return loop.waiter.checked(await loop.process(await loop.current(run)))
