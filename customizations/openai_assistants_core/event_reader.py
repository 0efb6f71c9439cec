"""From the chunks of a body to the events of a stream, and how a stream ends. No I/O."""

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from .errors import StreamError, StreamInterrupted, as_fields
from .events import DoneEvent, UnknownEvent
from .json_codec import loads
from .sse import ServerSentEvent, SSEDecoder

T = TypeVar("T")


class EventReader(Generic[T]):
    """Decodes the events of one stream.

    Args:
        decode: makes an event of its name and the bytes of its data.

    Attributes:
        count: events so far.
        is_done: whether the stream has said that it is at its end.
        last_event_id: what the service calls the last event; None where it has no names for them.
    """

    def __init__(self, decode: Callable[[str, bytes], Any]) -> None:
        self._decode = decode
        self._decoder = SSEDecoder()
        self.count = 0
        self.is_done = False
        self.last_event_id: str | None = None

    @property
    def retry_ms(self) -> int | None:
        """Milliseconds that the stream asks to wait before it is asked for again, if it does."""
        return self._decoder.retry_ms

    def feed(self, chunk: bytes) -> Iterator[T]:
        """The events that a chunk completes; nothing that follows the end.

        Raises:
            StreamError: the service says that something went wrong.
            ResponseDecodeError: an event is too long, or its data is not what it should be.
        """
        for sent in self._decoder.feed(chunk):
            event = self._decode(sent.event, sent.data)
            if event.__class__ is DoneEvent:
                self.is_done = True
                return
            if sent.event == "error" or event.__class__ is UnknownEvent:
                _raise_error(sent)
            self.count += 1
            if sent.id:
                self.last_event_id = sent.id
            yield event

    def interrupted(self, why: str = "it ended without `done`") -> StreamInterrupted:
        """The error for a stream that breaks off."""
        events = "1 event" if self.count == 1 else f"{self.count} events"
        return StreamInterrupted(message=f"The stream broke off after {events}: {why}")


def _raise_error(sent: ServerSentEvent) -> None:
    """Raises what an event says that went wrong, if it does.

    Some services name it `error`, some say so in the data of an event without a name; the error is
    the data, or is within it as in the answer to any other call.
    """
    try:
        data = as_fields(loads(sent.data))
    except ValueError:
        data = {"message": sent.data.decode("utf-8", "replace")}
    inner = as_fields(data.get("error"))
    if sent.event != "error" and not (sent.event == "message" and inner):
        return
    body = inner or data
    message = str(body.get("message") or "The service reports an error in the stream.")
    code = body.get("code")
    raise StreamError(f"{code}: {message}" if code else message, body=body)
