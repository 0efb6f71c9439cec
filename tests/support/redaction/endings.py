"""How calls end; services and networks that repeat all they were sent."""

import html
import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import anyio
import attrs
import httpx

RUN: dict[str, Any] = {
    "id": "run_1",
    "object": "thread.run",
    "thread_id": "thread_1",
    "assistant_id": "asst_1",
    "status": "completed",
    "model": "m",
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
    "data": [],
    "has_more": False,
    "deleted": True,
}
Ending = Callable[[httpx.Request], httpx.Response]


def heard(request: httpx.Request) -> str:
    """All that a request tells, as text: headers also without their schemes and names."""
    headers = "".join(
        f"{name}: {value}\n{value.partition(' ')[2]}\n{value.partition('session=')[2]}\n"
        for name, value in request.headers.items()
    )
    values = "".join(f"{value}\n" for _, value in request.url.params.multi_items())
    return f"{request.method} {request.url}\n{headers}{values}"


def as_json(text: str) -> bytes:
    """The error of a service."""
    return json.dumps({"error": {"message": text, "code": "c", "sent": [text]}}).encode()


ECHOES: dict[str, Callable[[str], bytes]] = {
    "nothing": lambda text: b"",
    "json": as_json,
    "text": lambda text: text.encode(),
    "html": lambda text: f"<title>{html.escape(text)}</title>".encode(),
    "no utf-8": lambda text: b"\xff" + text.encode(),
}


def answer(status: int, echo: str) -> Ending:
    """An answer that repeats what was asked, in its body and its headers."""

    def respond(request: httpx.Request) -> httpx.Response:
        headers = {
            b"content-type": b"application/json" if echo == "json" else b"text/plain",
            b"x-you-sent": heard(request).replace("\n", " ").encode(),
            b"location": b"https://elsewhere.example/?" + request.url.query,
            b"www-authenticate": b'Bearer realm="x"',
            b"retry-after": b"0",
        }
        return httpx.Response(status, content=ECHOES[echo](heard(request)), headers=headers)

    return respond


def misfit(field: str) -> Ending:
    """JSON of a wrong type, with all that was asked in it."""

    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(
            200, json={**RUN, "metadata": heard(request), field: [heard(request)]}
        )

    return respond


def nonsense(echo: str) -> Ending:
    """A success that is no JSON."""
    return answer(200, echo)


def redirect(status: int, *, elsewhere: bool) -> Ending:
    """A redirect, with the query."""

    def respond(request: httpx.Request) -> httpx.Response:
        host = "elsewhere.example" if elsewhere else request.url.host
        location = str(request.url.copy_with(host=host))
        return httpx.Response(status, headers={"location": location})

    return respond


def failure(kind: type[httpx.RequestError], *, telling: bool) -> Ending:
    """No answer, for a reason that may tell all that was asked."""

    def respond(request: httpx.Request) -> httpx.Response:
        text = heard(request) if telling else "no"
        raise kind(text, request=request) from OSError(5, text)

    return respond


@attrs.frozen
class Breaks(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that breaks off."""

    text: str

    def __iter__(self) -> Iterator[bytes]:
        yield b'{"id":'
        raise httpx.ReadError(self.text)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b'{"id":'
        raise httpx.ReadError(self.text)


def mishap(request: httpx.Request) -> httpx.Response:
    """What neither we nor the HTTP library foresee."""
    raise RuntimeError(heard(request))


def broken(request: httpx.Request) -> httpx.Response:
    """An answer that breaks off."""
    return httpx.Response(200, stream=Breaks(heard(request)))


def success(request: httpx.Request) -> httpx.Response:
    """What was asked for, with all that was asked as metadata."""
    return httpx.Response(200, json={**RUN, "model": heard(request), "later": [heard(request)]})


FAILURES = [
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.DecodingError,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.ReadError,
    httpx.ReadTimeout,
    httpx.RemoteProtocolError,
    httpx.WriteTimeout,
]
STATUSES = [300, 304, 400, 401, 403, 404, 408, 409, 413, 418, 422, 429]
STATUSES += [500, 501, 502, 503, 504, 505, 529]

ENDINGS: dict[str, Ending] = {
    "success": success,
    "broken": broken,
    "mishap": mishap,
    **{f"{status}, {echo}": answer(status, echo) for status in STATUSES for echo in ECHOES},
    **{f"nonsense, {echo}": nonsense(echo) for echo in ECHOES if echo != "json"},
    **{f"misfit {field}": misfit(field) for field in ("id", "created_at", "usage")},
    **{f"{status} elsewhere": redirect(status, elsewhere=True) for status in (301, 302, 307)},
    **{f"{status} in a circle": redirect(status, elsewhere=False) for status in (301, 307)},
    **{
        f"{kind.__name__}, {t}": failure(kind, telling=t)
        for kind in FAILURES
        for t in (False, True)
    },
}


class Network(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Ends a call after some attempts that end in another way; keeps all that it was sent."""

    def __init__(self, ending: Ending, *before: Ending, stuck: bool = False) -> None:
        self._ending = ending
        self._before = list(before)
        self._stuck = stuck
        self.heard: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Takes a request."""
        self.heard.append(heard(request))
        ending = self._before.pop(0) if self._before else self._ending
        response = ending(request)
        response.request = request
        return response

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Takes a request."""
        await request.aread()
        if self._stuck:
            self.heard.append(heard(request))
            await anyio.Event().wait()
        return self.handle_request(request)
