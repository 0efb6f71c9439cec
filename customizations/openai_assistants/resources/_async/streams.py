"""Streams of runs that are started here, and go on from one round of tool calls to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from openai_assistants_core import NOT_GIVEN, AsyncStream, AsyncTransport
from openai_assistants_rest.params import (
    CreateRunParams,
    CreateThreadAndRunParams,
    SubmitToolOutputsParams,
)

from ...streaming._async.event_handler import AsyncAssistantEventHandler
from ...streaming._async.manager import AsyncAssistantStreamManager
from ...streaming._async.run_events import AsyncRunEvents
from ...streaming.connection import with_idle_timeout
from ...streaming.options import StreamReadingOptions
from ...tools.runner import AsyncApprovalHook, Submit
from .._signatures import STREAM_OPTIONS
from .tool_loop import AsyncToolLoop

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping

    from openai_assistants_rest.events import AssistantStreamEvent
    from openai_assistants_rest.models import Run

    from ..._pipeline.async_transport import AsyncHttpTransport
    from ...tools.registry import AnyTool
    from ...tools.runner import Step


class AsyncStreamOptions(StreamReadingOptions, total=False):
    """How a run is streamed, and how its tool calls are answered.

    Attributes:
        approve, max_rounds, tool_timeout: as in AsyncProcessOptions.
    """

    approve: AsyncApprovalHook | None
    max_rounds: int
    tool_timeout: float | None


class AsyncStreamRunParams(AsyncStreamOptions, CreateRunParams, total=False):
    """What `runs.stream` takes besides the id of the thread."""


class AsyncStreamThreadAndRunParams(AsyncStreamOptions, CreateThreadAndRunParams, total=False):
    """What `threads.create_and_run_stream` takes."""


class AsyncStreamOutputsParams(AsyncStreamOptions, SubmitToolOutputsParams, total=False):
    """What `runs.submit_tool_outputs_stream` takes besides the ids.

    Attributes:
        tools: functions that answer the calls which the run makes after these.
    """

    tools: Iterable[AnyTool] | None


def stream_manager(
    transport: AsyncTransport,
    start: Callable[..., Any],
    event_handler: AsyncAssistantEventHandler | None,
    params: Mapping[str, Any],
    path: tuple[str, str] | None = None,
) -> AsyncAssistantStreamManager[Any]:
    """What opens the stream of a run.

    Args:
        transport: of the client.
        start: the method that answers with the stream.
        event_handler: what is to read it; None, one without callbacks.
        params: the arguments of `start`, and AsyncStreamOptions.
        path: the ids of the thread and of the run, if the run is there already.
    """
    options: Any = dict(params)
    if options.get("tools"):
        options["tools"] = list(options["tools"])  # an iterator could be read only once
    if "idle_timeout" in params:
        given = params.get("timeout", NOT_GIVEN)
        own = cast("AsyncHttpTransport", transport)
        options["timeout"] = with_idle_timeout(own, given, params["idle_timeout"])
    arguments = {name: one for name, one in options.items() if name not in STREAM_OPTIONS}
    loop = AsyncToolLoop(transport, options.get("tools") or (), options)
    if path is not None:
        arguments.pop("tools", None)

    async def open_() -> AsyncStream[AssistantStreamEvent]:
        if loop.has_functions and path is None:
            arguments["tools"] = await loop.definitions(params["assistant_id"]) or NOT_GIVEN
        return cast("AsyncStream[AssistantStreamEvent]", await start(**arguments))

    answer = AsyncToolRounds(loop).answer if loop.has_functions else None
    events = AsyncRunEvents(transport, open_, options, path=path, answer=answer)
    return AsyncAssistantStreamManager(events, event_handler or AsyncAssistantEventHandler())


class AsyncToolRounds:
    """Goes with the tool loop of one run, from one stream to the next."""

    def __init__(self, loop: AsyncToolLoop) -> None:
        self._loop = loop
        self._rule: Generator[Step, Any, Run] | None = None

    async def answer(self, run: Run) -> AsyncStream[AssistantStreamEvent] | None:
        """Makes the calls that a run waits for, and submits their outputs.

        Returns:
            the stream of what follows; None if nothing is known but that the outputs were taken.
        """
        if self._rule is None:
            self._rule = self._loop.rule(run)
            step = next(self._rule)
        else:
            step = self._rule.send(run)
        while not isinstance(step, Submit):
            step = self._rule.send(await self._loop.act(step, run))
        answer = await self._loop.submit(step, stream=True)
        return cast("Any", answer) if isinstance(answer, AsyncStream) else None
