"""A client that sends a request until it is answered, whatever happens to the service."""

import threading
import time
from collections.abc import Callable
from random import Random
from typing import Any, TypeVar

import httpx
from attrs import field, frozen
from tests.support.service.api import check_decodes
from tests.support.service.streams import Told, blocks

Urls = Callable[[], list[str]]
_Result = TypeVar("_Result")

_PAUSE = 0.02
PATIENCE = 300.0
"""Seconds without an answer after which the service counts as gone, on a machine that is busy."""


@frozen
class Said:
    """A request with a key, and what the service answered."""

    method: str
    path: str
    options: dict[str, Any]
    answer: dict[str, Any]


@frozen
class Streamed:
    """A request for a stream, the header with its key, and what was read."""

    path: str
    asked: dict[str, Any]
    key: dict[str, str]
    told: list[Told]


@frozen
class Ledger:
    """All that the service acknowledged.

    Attributes:
        said: the requests with a key, each carried out once.
        streams: those that were answered by a stream.
        answered: wakes whoever waits for answers.
    """

    said: list[Said] = field(factory=list[Said])
    streams: list[Streamed] = field(factory=list[Streamed])
    answered: threading.Condition = field(factory=threading.Condition)

    def add(self, said: Said) -> None:
        with self.answered:
            self.said.append(said)
            self.answered.notify_all()


class Unanswered(Exception):
    """A request failed: it may have been carried out, or not."""


class Client:
    """Asks any process of the service; when none answers, it asks again.

    Args:
        over: set when there is no point in going on.
    """

    def __init__(self, urls: Urls, ledger: Ledger, random: Random, over: threading.Event) -> None:
        self.random = random
        self.ledger = ledger
        self._urls = urls
        self._over = over
        self._http = httpx.Client(timeout=PATIENCE, event_hooks={"response": [check_decodes]})

    def close(self) -> None:
        self._http.close()

    def key(self) -> dict[str, str]:
        """Return the header of a new key."""
        return {"Idempotency-Key": f"{self.random.getrandbits(128):032x}"}

    def try_once(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        """Send a request once.

        Raises:
            Unanswered: there is no answer, or a 500.
        """
        return dict(self._answer(method, path, **options).json())

    def content(self, path: str) -> bytes:
        """Read what is not JSON."""
        return self._until_answered(lambda: self._answer("GET", path)).content

    def get(self, path: str, **options: Any) -> dict[str, Any]:
        return dict(self._until_answered(lambda: self._answer("GET", path, **options)).json())

    def insist(self, method: str, path: str, **options: Any) -> dict[str, Any]:
        """Have a request carried out, once, and return the answer."""
        keyed = {**options, "headers": self.key()}
        answer = self._until_answered(lambda: self._answer(method, path, **keyed)).json()
        self.ledger.add(Said(method, path, keyed, answer))
        return dict(answer)

    def again(self, said: Said) -> httpx.Response:
        """Send a request again that was carried out."""
        return self._answer(said.method, said.path, **said.options)

    def stream(self, path: str, **body: Any) -> list[Told]:
        """Have a request carried out, once, and read its stream, in pieces if need be."""
        asked = {**body, "stream": True}
        key = self.key()
        told = self.read(path, asked, key)
        self.ledger.streams.append(Streamed(path, asked, key, told))
        return told

    def read(self, path: str, asked: dict[str, Any], begin: dict[str, str]) -> list[Told]:
        """Read a stream to the end.

        Args:
            begin: the headers of the first request.
        """
        told: list[Told] = []

        def go_on() -> None:
            headers = {"Last-Event-ID": str(told[-1].id)} if told else begin
            url = self._url() + path
            with self._http.stream("POST", url, json=asked, headers=headers) as response:
                if response.is_error:
                    response.read()
                _require_success(response)
                for event in blocks(response.iter_lines()):
                    if event.name == "done":
                        return
                    assert event.name != "error", event
                    told.append(event)
            raise Unanswered("the stream has no end")

        self._until_answered(go_on)
        return told

    def _answer(self, method: str, path: str, **options: Any) -> httpx.Response:
        try:
            response = self._http.request(method, self._url() + path, **options)
        except httpx.TransportError as error:
            raise Unanswered(repr(error)) from error
        _require_success(response)
        return response

    def _url(self) -> str:
        urls = self._urls()
        if not urls:
            raise Unanswered("no process answers")
        return self.random.choice(urls) + "/v1"

    def _until_answered(self, ask: Callable[[], _Result]) -> _Result:
        reason: Exception | None = None
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                return ask()
            except (Unanswered, httpx.TransportError) as error:
                reason = error
            assert not self._over.wait(_PAUSE), "the test is over"
        raise AssertionError("the service does not answer any more") from reason


def _require_success(response: httpx.Response) -> None:
    if response.status_code >= 500:
        raise Unanswered(response.text)
    assert response.status_code == 200, (response.request.url.path, response.text)
