"""A network in memory for clients of httpx."""

import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from inspect import isawaitable
from typing import Any, Self

import httpx

Reply = httpx.Response | Mapping[str, Any] | Sequence[Any] | Exception
"""What a request comes to: a response, the JSON of one with status 200, or an exception."""

Handler = Callable[[Any], Reply | Awaitable[Reply]]
"""Takes a request of httpx; for asynchronous clients it may be a coroutine function."""


class MockTransport(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Takes requests in place of a network, replies as told, and records them.

        network = MockTransport(base_url="https://api.openai.com/v1")
        network.add("GET", "/threads/{thread_id}", {"id": "thread_1", "object": "thread"})
        http = httpx.Client(transport=network)  # or AsyncClient; or those of httpx2
        client = AssistantsClient(OpenAIKeyCredential("key"), http_client=http)

    Args:
        handler: replies to the requests that no route is for.
        base_url: what the paths of routes are appended to, as the endpoint of the client has it;
            without it, a path is the whole path of a URL, on any host.

    Attributes:
        requests: those that came, in order, with their bodies read.
    """

    def __init__(self, handler: Handler | None = None, *, base_url: str = "") -> None:
        self.requests: list[httpx.Request] = []
        self._handler = handler
        self._base_url = base_url.rstrip("/")
        self._routes: dict[tuple[str, str], list[Reply | Handler]] = {}

    def add(self, method: str, path: str, *replies: Reply | Handler) -> Self:
        """Says how to reply to requests of a method and path.

        Args:
            method: of HTTP.
            path: a `{name}` in it stands for one segment. Of several paths that match, the one
                that was added first replies.
            replies: to one request each, after those added for this path before; the last one to
                every further request. A handler is called with the request.

        Returns:
            This transport.

        Raises:
            ValueError: there are no replies.
        """
        if not replies:
            raise ValueError(f"no reply was given for {method} {path}")
        self._routes.setdefault((method.upper(), path), []).extend(replies)
        return self

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Replies to a request of a synchronous client."""
        request.read()
        reply = self._reply(request)
        return _response(reply(request) if callable(reply) else reply, request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Replies to a request of an asynchronous client."""
        await request.aread()
        reply = self._reply(request)
        made = reply(request) if callable(reply) else reply
        return _response(await made if isawaitable(made) else made, request)

    def _reply(self, request: httpx.Request) -> Reply | Handler:
        self.requests.append(request)
        url = str(request.url.copy_with(query=None)) if self._base_url else request.url.path
        for (method, path), replies in self._routes.items():
            if method == request.method and _matches(self._base_url + path, url):
                return replies.pop(0) if len(replies) > 1 else replies[0]
        if self._handler is not None:
            return self._handler
        known = ", ".join(" ".join(route) for route in self._routes) or "none"
        raise AssertionError(f"unexpected request: {request.method} {url}; routes: {known}")


def _matches(template: str, url: str) -> bool:
    expected, segments = template.split("/"), url.split("/")
    return len(expected) == len(segments) and all(
        one == other or (one[:1] == "{" and one[-1:] == "}")
        for one, other in zip(expected, segments, strict=True)
    )


def _response(reply: Any, request: httpx.Request) -> httpx.Response:
    """A new response of the library that the request is of: replies may be used again."""
    if isinstance(reply, BaseException):
        raise reply
    made: Any = sys.modules[type(request).__module__.partition(".")[0]].Response
    if isinstance(reply, Mapping | list | tuple):
        response: httpx.Response = made(200, json=reply)
        return response
    if not reply.is_closed:  # a stream, which can be read only once
        return reply  # type: ignore[no-any-return]
    content = b"".join(reply.stream)
    return made(reply.status_code, headers=reply.headers, content=content)  # type: ignore[no-any-return]
