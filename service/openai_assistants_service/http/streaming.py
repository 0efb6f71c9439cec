"""Answer a request for a stream: by carrying it out, or, if it is repeated, by going on with it."""

from collections.abc import Awaitable, Callable

from starlette.responses import Response

from ..errors import ApiError, bad_request, not_found
from ..runs.event_reader import EventReader
from ..runs.lifecycle import STREAM_ENDS
from ..storage import events, runs
from ..storage.database import Tx
from .event_place import EventPlace
from .event_stream import EventStream, EventView
from .handlers import Call
from .idempotency import REPLAYED


async def open_stream(
    call: Call, last: EventPlace | None, begin: Callable[[], Awaitable[Response]], request_id: str
) -> Response:
    """Return the stream that a call asks for.

    Args:
        last: the last event that the client has of it, if this is not the first time it asks.
            Nothing is carried out then.
        begin: carries the call out, and returns the place where its stream begins.
    """
    database = call.services.database
    view = EventView(call.api_version, call.contents)
    if last is not None:
        reader = None if await _ends(call, last) else EventReader(database, last.run_id, last.seq)
        return EventStream(reader, view, request_id)
    begun = await begin()
    place = EventPlace.parse(bytes(begun.body).decode())
    if place is None:
        raise RuntimeError("there is no stream to begin")
    stream = EventStream(EventReader(database, place.run_id, place.seq), view, request_id)
    if REPLAYED in begun.headers:
        stream.headers[REPLAYED] = begun.headers[REPLAYED]
    return stream


async def _ends(call: Call, last: EventPlace) -> bool:
    """Whether an event was the last of its stream.

    Raises:
        ApiError: the event or its run is not there, or the call is about another run.
    """
    async with call.services.database.read() as tx:
        await _require_run(tx, call, last.run_id)
        if not last.seq and await events.last(tx, last.run_id):
            return False
        name = await events.name_at(tx, last.run_id, last.seq)
    if name is None:
        raise ApiError(
            410,
            f"The events of run {last.run_id} are not stored any more: read the run, its steps and "
            "its messages instead.",
            code="events_expired",
        )
    return name in STREAM_ENDS


async def _require_run(tx: Tx, call: Call, run_id: str) -> None:
    if "thread_id" in call.path:
        await runs.get(tx, call.path["thread_id"], run_id)
    elif not await runs.exists(tx, run_id):
        raise not_found("run", run_id)
    if call.path.get("run_id", run_id) != run_id:
        raise bad_request(
            f"The 'Last-Event-ID' header is about run {run_id}, the URL about another.",
            code="invalid_last_event_id",
        )
