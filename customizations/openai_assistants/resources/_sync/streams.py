# Written from resources/_async/streams.py by `make generate`.
# Do not edit: change that file.
"""Streams of runs that are started here, and go on from one round of tool calls to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from openai_assistants_core import NOT_GIVEN, Stream, Transport
from openai_assistants_rest.params import (
    CreateRunParams,
    CreateThreadAndRunParams,
    SubmitToolOutputsParams,
)

from ...streaming._sync.event_handler import AssistantEventHandler
from ...streaming._sync.manager import AssistantStreamManager
from ...streaming._sync.run_events import RunEvents
from ...streaming.connection import with_idle_timeout
from ...streaming.options import StreamReadingOptions
from ...tools.runner import ApprovalHook, Submit
from .._signatures import STREAM_OPTIONS
from .tool_loop import ToolLoop

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping

    from openai_assistants_rest.events import AssistantStreamEvent
    from openai_assistants_rest.models import Run

    from ..._pipeline.transport import HttpTransport
    from ...tools.registry import AnyTool
    from ...tools.runner import Step


class StreamOptions(StreamReadingOptions, total=False):
    """How a run is streamed, and how its tool calls are answered.

    Attributes:
        approve, max_rounds, tool_timeout: as in ProcessOptions.
    """

    approve: ApprovalHook | None
    max_rounds: int
    tool_timeout: float | None


class StreamRunParams(StreamOptions, CreateRunParams, total=False):
    """What `runs.stream` takes besides the id of the thread."""


class StreamThreadAndRunParams(StreamOptions, CreateThreadAndRunParams, total=False):
    """What `threads.create_and_run_stream` takes."""


class StreamOutputsParams(StreamOptions, SubmitToolOutputsParams, total=False):
    """What `runs.submit_tool_outputs_stream` takes besides the ids.

    Attributes:
        tools: functions that answer the calls which the run makes after these.
    """

    tools: Iterable[AnyTool] | None


def stream_manager(
    transport: Transport,
    start: Callable[..., Any],
    event_handler: AssistantEventHandler | None,
    params: Mapping[str, Any],
    path: tuple[str, str] | None = None,
) -> AssistantStreamManager[Any]:
    """What opens the stream of a run.

    Args:
        transport: of the client.
        start: the method that answers with the stream.
        event_handler: what is to read it; None, one without callbacks.
        params: the arguments of `start`, and StreamOptions.
        path: the ids of the thread and of the run, if the run is there already.
    """
    options: Any = dict(params)
    if options.get("tools"):
        options["tools"] = list(options["tools"])  # an iterator could be read only once
    if "idle_timeout" in params:
        given = params.get("timeout", NOT_GIVEN)
        own = cast("HttpTransport", transport)
        options["timeout"] = with_idle_timeout(own, given, params["idle_timeout"])
    arguments = {name: one for name, one in options.items() if name not in STREAM_OPTIONS}
    loop = ToolLoop(transport, options.get("tools") or (), options)
    if path is not None:
        arguments.pop("tools", None)

    def open_() -> Stream[AssistantStreamEvent]:
        if loop.has_functions and path is None:
            arguments["tools"] = loop.definitions(params["assistant_id"]) or NOT_GIVEN
        return cast("Stream[AssistantStreamEvent]", start(**arguments))

    answer = ToolRounds(loop).answer if loop.has_functions else None
    events = RunEvents(transport, open_, options, path=path, answer=answer)
    return AssistantStreamManager(events, event_handler or AssistantEventHandler())


class ToolRounds:
    """Goes with the tool loop of one run, from one stream to the next."""

    def __init__(self, loop: ToolLoop) -> None:
        self._loop = loop
        self._rule: Generator[Step, Any, Run] | None = None

    def answer(self, run: Run) -> Stream[AssistantStreamEvent] | None:
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
            step = self._rule.send(self._loop.act(step, run))
        answer = self._loop.submit(step, stream=True)
        return cast("Any", answer) if isinstance(answer, Stream) else None
