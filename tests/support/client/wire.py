"""A network made of memory: answers in order, and what was asked."""

import json
from collections.abc import Mapping
from typing import Any

import attrs
import httpx

from openai_assistants_core import CallOptions, Model, Operation, Request

library: Any = httpx
"""What clients, answers and exceptions are made of; `each_library` changes it."""


def of_library(answer: Any) -> Any:
    """An exception of httpx, or the same of the other library; an answer stays as it is."""
    if library is httpx or not isinstance(answer, httpx.RequestError):
        return answer
    return getattr(library, type(answer).__name__)(str(answer))


@attrs.frozen
class Answer:
    """One answer of the service."""

    status: int = 200
    body: Any = attrs.field(factory=dict[str, Any])
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])

    def response(self) -> httpx.Response:
        """As an HTTP response; a body that is bytes is sent as it is."""
        content = self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()
        made: httpx.Response = library.Response(
            self.status, content=content, headers=dict(self.headers)
        )
        return made


@attrs.define
class Sent:
    """One request as it arrived."""

    method: str
    url: str
    headers: httpx.Headers
    body: bytes

    @property
    def json(self) -> Any:
        """The body, parsed."""
        return json.loads(self.body)


class Wire:
    """Takes requests in place of a network; the last answer is given again and again."""

    def __init__(self, *answers: Answer | Exception) -> None:
        given = answers or (Answer(),)
        self.answers: list[Answer | Exception] = [of_library(answer) for answer in given]
        self.sent: list[Sent] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        headers = httpx.Headers(request.headers.raw)
        self.sent.append(Sent(request.method, str(request.url), headers, request.read()))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer.response()

    @property
    def last(self) -> Sent:
        """The latest request."""
        return self.sent[-1]

    def http(self, **options: Any) -> Any:
        """A client on this network."""
        return library.Client(transport=library.MockTransport(self), **options)

    def async_http(self) -> Any:
        """An asynchronous client on this network."""
        return library.AsyncClient(transport=library.MockTransport(self))


class Echo(Model):
    """A model without fields of its own: whatever it is given is kept."""


def operation(method: str = "GET", path: str = "/threads/{thread_id}", **fields: Any) -> Any:
    """An operation that answers whatever the service sends."""
    params = tuple(part[1:-1] for part in path.split("/") if part.startswith("{"))
    made: Operation[Any] = Operation(
        id="an_operation",
        method=method,
        path=path,
        resource="threads",
        name="any",
        path_params=params,
        response=f"{__name__}:Echo",
        **{"repeatable": method != "POST", **fields},
    )
    return made


def request(
    of: Any,
    *path: str,
    query: Mapping[str, object] | None = None,
    body: Mapping[str, object] | None = None,
    **options: Any,
) -> Request:
    """A request of an operation."""
    made: Request = of.request(path, query or {}, body or {}, CallOptions(**options))
    return made
