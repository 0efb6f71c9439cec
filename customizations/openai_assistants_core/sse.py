"""Decodes the text/event-stream format, as the HTML standard describes it; bytes in, events out.

https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

import msgspec

from .errors import ResponseDecodeError

MAX_EVENT_BYTES = 16 * 1024 * 1024
"""The longest event that is taken; what the API sends is far below."""

_BOM = b"\xef\xbb\xbf"
_MAX_DIGITS = 18
"""Of a time to wait: Python refuses to read numbers of some thousands."""


class ServerSentEvent(msgspec.Struct, frozen=True):
    """An event as it came.

    Attributes:
        event: its name; "message" where it has none.
        data: its lines of data, joined by line feeds; not decoded, and perhaps not UTF-8.
        id: the last id that the stream has named; empty without.
    """

    event: str
    data: bytes
    id: str = ""


class SSEDecoder:
    """Makes events of the chunks of a body, wherever they are cut.

    What an event is followed by is a blank line: one that is cut off before it is none.

    Args:
        max_event_bytes: the longest event to take, all its lines together.

    Attributes:
        retry_ms: milliseconds that the stream asks to wait before it is connected to again.
    """

    def __init__(self, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        self.retry_ms: int | None = None
        self._max_event_bytes = max_event_bytes
        self._pending: list[bytes] = []
        self._pending_size = 0
        self._begins = True
        self._after_return = False
        self._id = ""

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """The events that a chunk completes, in order.

        Raises:
            ResponseDecodeError: an event is longer than allowed.
        """
        if self._begins or self._after_return or b"\r" in chunk:
            chunk = self._with_line_feeds(chunk)
        pending = self._pending
        if b"\n\n" not in chunk and not (
            chunk[:1] == b"\n" and pending and pending[-1][-1:] == b"\n"
        ):
            self._keep(chunk)
            return []
        if pending:
            chunk = b"".join([*pending, chunk])
        blocks = chunk.split(b"\n\n")
        self._pending, self._pending_size = [], 0
        self._keep(blocks.pop())
        if len(chunk) > self._max_event_bytes:
            self._check(max(map(len, blocks)))
        return self._events(blocks)

    def _events(self, blocks: list[bytes]) -> list[ServerSentEvent]:
        events: list[ServerSentEvent] = []
        for block in blocks:
            lines = block.split(b"\n")
            # As services write nearly all of them: the name, one line of data, perhaps an id.
            usual = (
                2 <= len(lines) <= 3 and lines[0][:7] == b"event: " and lines[1][:6] == b"data: "
            )
            if usual and (len(lines) == 2 or lines[2][:4] == b"id: "):
                if len(lines) == 3:
                    self._set_id(lines[2][4:])
                name = lines[0][7:].decode("utf-8", "replace") or "message"
                events.append(ServerSentEvent(name, lines[1][6:], self._id))
            elif (event := self._event(lines)) is not None:
                events.append(event)
        return events

    def _event(self, lines: list[bytes]) -> ServerSentEvent | None:
        """The event of lines in any order; None if they have no data."""
        name, data = b"", list[bytes]()
        for line in lines:
            field, colon, value = line.partition(b":")
            if colon and value[:1] == b" ":
                value = value[1:]
            if field == b"data":
                data.append(value)
            elif field == b"event":
                name = value
            elif field == b"id":
                self._set_id(value)
            elif field == b"retry" and value.isdigit() and len(value) <= _MAX_DIGITS:
                self.retry_ms = int(value)
        if not data:
            return None
        shown = name.decode("utf-8", "replace") or "message"
        return ServerSentEvent(shown, b"\n".join(data), self._id)

    def _set_id(self, value: bytes) -> None:
        if b"\0" not in value:
            self._id = value.decode("utf-8", "replace")

    def _keep(self, part: bytes) -> None:
        """Keeps the beginning of an event until the rest of it comes."""
        if not part:
            return
        self._pending_size += len(part)
        self._check(self._pending_size)
        self._pending.append(part)

    def _check(self, size: int) -> None:
        if size > self._max_event_bytes:
            raise ResponseDecodeError(
                f"an event of the stream is longer than {self._max_event_bytes} bytes"
            )

    def _with_line_feeds(self, chunk: bytes) -> bytes:
        """The chunk with a line feed for every line end, and without a byte order mark."""
        if self._begins:
            chunk = b"".join([*self._pending, chunk])
            self._pending, self._pending_size = [], 0
            self._begins = len(chunk) < len(_BOM) and _BOM.startswith(chunk)
            if self._begins:
                return chunk
            chunk = chunk.removeprefix(_BOM)
        if self._after_return and chunk:
            chunk = chunk.removeprefix(b"\n")
            self._after_return = False
        self._after_return = self._after_return or chunk.endswith(b"\r")
        return chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
