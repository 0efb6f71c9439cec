"""What a stream that broke off is asked for again with, and how long a stream may be silent."""

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from openai_assistants_core import NOT_GIVEN, Request
from openai_assistants_core.event_stream import StreamBase

from .._http.library import library_of, limits_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._pipeline.transport_base import TransportBase

LAST_EVENT_ID = "last-event-id"
RESUMABLE = "last-event-id-retention"
"""The header by which a service says that it goes on with a stream that broke off.

It does so behind the event that a repeated request names (docs/local-service.md)."""


def repeated(stream: StreamBase[Any]) -> Request | None:
    """The request whose answer goes on behind the last event of a stream; None if none does.

    Where no event has come yet, the idempotency key has the same stream begin again.
    """
    if RESUMABLE not in stream.response.headers or stream.is_done:
        return None
    sent: Mapping[str, str] = stream.response.request.headers
    if stream.last_event_id is not None:
        headers = {LAST_EVENT_ID: stream.last_event_id}
    elif LAST_EVENT_ID in sent:
        headers = {}
    elif "idempotency-key" in sent:
        headers = {"idempotency-key": sent["idempotency-key"]}
    else:
        return None
    options = stream.request.options
    headers = {**(options.extra_headers or {}), **headers}
    return replace(stream.request, options=replace(options, extra_headers=headers))


def with_idle_timeout(transport: "TransportBase", timeout: Any, idle: float | None) -> Any:
    """The timeout of a call whose answer may be silent for some seconds.

    Args:
        transport: of the client.
        timeout: of the call; NOT_GIVEN, that of the client.
        idle: the seconds.
    """
    given = transport.settings.timeout if timeout is NOT_GIVEN else timeout
    return library_of(transport.http).Timeout(**{**limits_of(given), "read": idle})
