"""The kinds of faults, each a small function of one exchange."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from attrs import frozen

from .exchange import Exchange
from .wire import Header

_PIECES = 5
_JSON = ("content-type", "application/json")
_HTML = ("content-type", "text/html")
_PAGE = "<html><head><title>Bad Gateway</title></head><body>Sorry.</body></html>"


async def reset_before(exchange: Exchange) -> None:
    """Reset the connection before the request is read."""
    exchange.client.reset()


async def close_before(exchange: Exchange) -> None:
    """Close the connection without an answer; the service has seen nothing."""
    await exchange.swallow()
    await exchange.client.close()


async def reset_after(exchange: Exchange) -> None:
    """Reset the connection when the service has answered, and before the client gets it."""
    await exchange.execute()
    exchange.client.reset()


async def close_after(exchange: Exchange) -> None:
    """Close the connection when the service has answered, and before the client gets it."""
    await exchange.execute()
    await exchange.client.close()


async def reset_in_body(exchange: Exchange) -> None:
    """Reset the connection in the middle of the answer's body."""
    await exchange.pass_half(await exchange.forward())
    exchange.client.reset()


async def truncate(exchange: Exchange) -> None:
    """Send less than the answer's length says, and close the connection in good order."""
    await exchange.pass_half(await exchange.forward())
    await exchange.client.close()


async def reply(
    exchange: Exchange,
    *,
    status: int,
    headers: Sequence[Header],
    body: str,
    executed: bool,
) -> None:
    """Give an answer of our own, before the service has done its work or after."""
    await (exchange.execute() if executed else exchange.swallow())
    await exchange.reply(status, headers, body)


async def slow(exchange: Exchange) -> None:
    """Send the beginning of the answer's body in pieces, with a pause before each."""
    await exchange.client.send(bytes(await exchange.forward()))
    pauses = 0
    async for piece in exchange.answered():
        size = -(-len(piece) // _PIECES) if pauses < _PIECES else len(piece)
        for start in range(0, len(piece), size):
            if pauses < _PIECES:
                await asyncio.sleep(exchange.pause)
                pauses += 1
            await exchange.client.send(piece[start : start + size])


async def wrap(
    exchange: Exchange, *, without: Sequence[str] = (), headers: Sequence[Header] = ()
) -> None:
    """Pass the answer on without some of its headers, and with more."""
    head = await exchange.forward()
    await exchange.pass_on(head.but(without, *headers))


async def end_with_the_connection(exchange: Exchange) -> None:
    """Pass the answer on without its length: it ends where the connection is closed."""
    await wrap(exchange, without=["content-length"], headers=[("connection", "close")])
    await exchange.client.close()


@frozen(kw_only=True)
class Kind:
    """A kind of fault.

    Attributes:
        act: does it.
        executed: whether the service gets the request, and carries it out.
        intact: whether the client gets the service's answer, if oddly wrapped.
        storm: whether it comes several times in a row.
    """

    act: Callable[[Exchange], Awaitable[None]]
    executed: bool
    intact: bool = False
    storm: bool = False


def _error(code: str = "fault") -> str:
    error = {"message": "A fault.", "type": "server_error", "param": None, "code": code}
    return json.dumps({"error": error})


def _before(status: int, *headers: Header, code: str = "fault", storm: bool = False) -> Kind:
    """Return an error in place of the request."""
    told = (_JSON, *headers)
    act = partial(reply, status=status, headers=told, body=_error(code), executed=False)
    return Kind(act=act, executed=False, storm=storm)


def _after(status: int) -> Kind:
    """Return an error in place of the answer."""
    act = partial(reply, status=status, headers=(_JSON,), body=_error(), executed=True)
    return Kind(act=act, executed=True)


def _strange(status: int, *headers: Header, body: str = "", executed: bool) -> Kind:
    """Return an answer that is not of this API."""
    act = partial(reply, status=status, headers=headers, body=body, executed=executed)
    return Kind(act=act, executed=executed)


def _wrapped(*headers: Header, without: Sequence[str] = ()) -> Kind:
    act = partial(wrap, without=without, headers=headers)
    return Kind(act=act, executed=True, intact=True)


_SOON = ("retry-after", "0")
_LOCK = (("retry-after-ms", "0"), ("x-should-retry", "true"))

FAULTS = {
    "reset_before": Kind(act=reset_before, executed=False),
    "close_before": Kind(act=close_before, executed=False),
    "reset_after": Kind(act=reset_after, executed=True),
    "close_after": Kind(act=close_after, executed=True),
    "reset_in_body": Kind(act=reset_in_body, executed=True),
    "truncated": Kind(act=truncate, executed=True),
    "429": _before(429, storm=True),
    "429_retry_after": _before(429, _SOON, storm=True),
    "429_retry_after_ms": _before(429, ("retry-after-ms", "3"), storm=True),
    "429_doubled": _before(429, _SOON, _SOON, ("x-request-id", "1"), ("x-request-id", "2")),
    "408": _before(408),
    "409_lock": _before(409, *_LOCK, code="lock_timeout"),
    "503_retry_after": _before(503, _SOON, storm=True),
    **{f"{status}_before": _before(status) for status in (500, 502, 503, 504)},
    **{f"{status}_after": _after(status) for status in (500, 502, 503, 504)},
    "html_before": _strange(502, _HTML, body=_PAGE, executed=False),
    "html_after": _strange(200, _HTML, body=_PAGE, executed=True),
    "empty_before": _strange(503, executed=False),
    "empty_after": _strange(200, executed=True),
    "slow": Kind(act=slow, executed=True, intact=True),
    "doubled_headers": _wrapped(("x-request-id", "another"), ("content-type", "text/plain")),
    "no_type": _wrapped(without=["content-type"]),
    "wrong_type": _wrapped(("content-type", "text/html"), without=["content-type"]),
    "no_length": Kind(act=end_with_the_connection, executed=True, intact=True),
}
"""The kinds of faults by name."""

PASSED = "passed"
KINDS = {PASSED: _wrapped(), **FAULTS}
"""All that may befall a request; most often nothing."""
