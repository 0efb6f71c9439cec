# Written from streaming/_async/run_events.py by `make generate`.
# Do not edit: change that file.
"""The events of a run: of one stream or of several, whatever happens to them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, Protocol, cast

from openai_assistants_core import (
    NOT_GIVEN,
    APIError,
    ResponseDecodeError,
    StreamInterrupted,
    Transport,
    run_status,
)
from openai_assistants_core.errors import as_fields
from openai_assistants_core.iteration import end
from openai_assistants_rest import operations
from openai_assistants_rest.resources.messages import Messages
from openai_assistants_rest.resources.steps import Steps

from ...polling import objects
from ...polling.poller import RunWaiter
from ...polling.rule import PollPolicy
from ..connection import repeated
from ..recovery import missing_events, unfinished_messages
from ..snapshots import Snapshots

if TYPE_CHECKING:
    from collections.abc import Generator

    from openai_assistants_core import Stream
    from openai_assistants_rest.events import AssistantStreamEvent
    from openai_assistants_rest.models import Run
    from openai_assistants_rest.params import CallParams

    from ..._pipeline.transport import HttpTransport
    from ..options import StreamReadingOptions


class Open(Protocol):
    """Sends the request that is answered with the first stream."""

    def __call__(self) -> Stream[AssistantStreamEvent]: ...


class Answer(Protocol):
    """Takes the action that a run requires, and returns the stream that follows.

    None, if that is lost: then nothing is known but that the action was taken.
    """

    def __call__(self, run: Run) -> Stream[AssistantStreamEvent] | None: ...


class RunEvents:
    """Reads the events of a run to its end, or until it requires an action that nobody takes.

    Args:
        transport: of the client.
        open_: opens the first stream.
        options: of the stream.
        path: the ids of the thread and of the run, where they are known.
        answer: takes the action that the run requires; None, if nobody does.

    Attributes:
        snapshots: what the events have brought so far.
    """

    def __init__(
        self,
        transport: Transport,
        open_: Open,
        options: StreamReadingOptions,
        *,
        path: tuple[str, str] | None = None,
        answer: Answer | None = None,
    ) -> None:
        self._transport = cast("HttpTransport", transport)
        self._open = open_
        self._options = options
        self._path = path
        self._answer = answer
        policy = PollPolicy(
            options.get("poll_interval_ms", NOT_GIVEN),
            raise_on_failure=options.get("raise_on_failure"),
        )
        self._waiter = RunWaiter(transport, policy)
        self._stream: Stream[AssistantStreamEvent] | None = None
        self.snapshots = Snapshots()
        self.events = self._events()

    @property
    def response(self) -> Any:
        """The response of the HTTP library that is being read, or was read last."""
        return None if self._stream is None else self._stream.response

    def open(self) -> None:
        """Sends the request.

        A service that knows no streams answers with the run, which is waited for then.
        """
        try:
            self._stream = self._open()
        except ResponseDecodeError as error:
            run = as_fields(error.body)
            if run.get("object") != "thread.run" or not self._options.get("recover", True):
                raise
            self._path = str(run["thread_id"]), str(run["id"])

    def close(self) -> None:
        """Ends the reading, and cancels the run if it goes on and that is wanted."""
        end(self.events)
        if self._stream is not None:
            self._stream.close()
        run, path = self.snapshots.run, self.snapshots.path or self._path
        # Where nobody here takes the action that a run requires, it waits for the caller to do so.
        going_on = run_status.PENDING if self._answer is None else run_status.ACTIVE
        ended = run is not None and run.status not in going_on
        if self._options.get("cancel_on_exit", False) and path is not None and not ended:
            # It may have ended meanwhile; and leaving must not hide why it is left.
            with suppress(APIError):
                self._transport.call(operations.CANCEL_RUN, operations.CANCEL_RUN.request(path))

    def check(self) -> None:
        """Raises RunFailed if the run ended without completing, and that is to be an error."""
        if self.snapshots.run is not None:
            self._waiter.checked(self.snapshots.run)

    def _events(self) -> Generator[AssistantStreamEvent]:
        stream = self._stream
        while True:
            for event in self._whole(stream):
                yield event
            run = self.snapshots.run
            if self._answer is None or run is None or run.status != "requires_action":
                return
            stream = self._stream = self._answer(run)

    def _whole(
        self, stream: Stream[AssistantStreamEvent] | None
    ) -> Generator[AssistantStreamEvent]:
        """The events of a stream, and in its place of what follows it where it breaks off."""
        add, why = self.snapshots.add, StreamInterrupted(message="The stream is lost")
        before, fruitless = self.snapshots.run, 0
        while stream is not None:
            try:
                for event in stream:
                    add(event)
                    yield event
                if self._is_settled(before):
                    return
                why = StreamInterrupted(message="The stream is done, but the run goes on")
            except StreamInterrupted as error:
                why = error
            if not self._options.get("recover", True):
                raise why
            if self.snapshots.path is not None and self._is_settled(before):
                return  # it broke off behind its last event
            fruitless = 0 if stream.event_count else fruitless + 1
            stream = self._stream = self._resumed(stream, fruitless)
        for recovered in self._recovered(why):
            yield recovered

    def _is_settled(self, before: Run | None) -> bool:
        """Whether the run is as it should be at the end of a stream, and the stream has said so.

        Args:
            before: the run at its beginning, which may have required the action taken since.
        """
        run = self.snapshots.run
        if run is None:
            return self.snapshots.path is None and self._path is None
        return run is not before and run.status not in run_status.PENDING

    def _resumed(
        self, stream: Stream[AssistantStreamEvent], fruitless: int
    ) -> Stream[AssistantStreamEvent] | None:
        """The stream that goes on behind the last event of one that broke off; None without.

        Args:
            stream: the one that broke off.
            fruitless: how many in a row have brought nothing.
        """
        request, settings = repeated(stream), self._transport.settings
        wait = (stream.retry_ms or 0) / 1000
        if request is None or fruitless > settings.max_retries or wait > settings.max_retry_wait:
            return None
        if wait:
            self._transport.sleep(wait)
        try:
            answer: Any = self._transport.call(request.operation, request)
        except APIError:
            return None
        return cast("Stream[AssistantStreamEvent]", answer)

    def _recovered(self, why: StreamInterrupted) -> Generator[AssistantStreamEvent]:
        """What a stream did not bring, once the run has ended or requires action."""
        path = self.snapshots.path or self._path
        if path is None:
            why.add_note("It had not yet said which run it is of: list the runs of the thread.")
            raise why
        thread_id, run_id = path
        call: CallParams = {"timeout": self._options.get("timeout", NOT_GIVEN)}
        options = objects.options_from(self._options)
        try:
            run = self._waiter.wait_for(objects.run(run_id, thread_id, options))
            listed = Steps(self._transport).list(
                run_id, thread_id=thread_id, order="asc", limit=100, **call
            )
            steps = [step for step in listed]
            reading = Messages(self._transport)
            messages = {
                one: reading.retrieve(one, thread_id=thread_id, **call)
                for one in unfinished_messages(self.snapshots, steps)
            }
        except APIError as error:
            error.add_note(f"This is from getting what a stream did not bring: {why}")
            raise
        for event in missing_events(self.snapshots, run, steps, messages):
            self.snapshots.add(event)
            yield cast("AssistantStreamEvent", event)
