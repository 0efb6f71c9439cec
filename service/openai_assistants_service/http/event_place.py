"""Places in the events of runs, as the ids of events say them."""

import re
from typing import Self

from attrs import frozen
from starlette.requests import Request
from starlette.responses import Response

from ..errors import bad_request
from ..storage.events import RETENTION

EVENT_STREAM = "text/event-stream; charset=utf-8"

RETENTION_HEADER = {"last-event-id-retention": str(RETENTION)}
"""The header of every stream: it can be gone on with here, for so many seconds."""

_HEADER = "last-event-id"
_PLACE = re.compile(r"(run_\w+):(\d{1,18})", re.ASCII)


@frozen
class EventPlace:
    """The place of an event of a run; 0 is before the first.

    It is the id of the event, and where the stream begins that has what comes behind it.
    """

    run_id: str
    seq: int

    def __str__(self) -> str:
        return f"{self.run_id}:{self.seq}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read what `str` writes; None for any other text."""
        match = _PLACE.fullmatch(text)
        return cls(match[1], int(match[2])) if match else None

    def as_response(self) -> Response:
        """Return what stands for the stream of the events behind this one.

        It can be stored under an idempotency key, and opened whenever it is needed.
        """
        return Response(str(self), media_type=EVENT_STREAM)


def last_event(request: Request) -> EventPlace | None:
    """Return the place of the last event that the client of a repeated request has.

    Raises:
        ApiError: what the client says is no such place.
    """
    said = request.headers.get(_HEADER)
    if not said:
        return None
    place = EventPlace.parse(said)
    if place is None:
        raise bad_request(
            "Invalid 'Last-Event-ID' header: expected the id of an event as this service sent it.",
            code="invalid_last_event_id",
        )
    return place
