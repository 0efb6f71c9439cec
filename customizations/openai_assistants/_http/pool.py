"""The connections of a client that was given none: new ones in each process.

A client of httpx is lent to one call at a time. Its own pool looks at all its connections for every
request and after every answer, so that a thousand calls at once take a million looks each; and it
has a lock, which a fork may find taken.
"""

import os
import threading
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import httpx

from .idle_connections import Shelf

CLOSED = "the client is closed"


class Lent(httpx.SyncByteStream):
    """The body of an answer; closed, it gives the client back."""

    def __init__(self, stream: Any, give: Callable[[], None]) -> None:
        self._stream = stream
        self._give = give

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        """Frees the connection."""
        try:
            self._stream.close()
        finally:
            self._give()


class Lending:
    """The clients of one process."""

    def __init__(self, make: Callable[[], httpx.Client], most: int) -> None:
        self._make = make
        self._places = threading.Semaphore(most)
        self._shelf: Shelf[httpx.Client] = Shelf()

    def take(self, request: httpx.Request) -> httpx.Client:
        """A client for a request, as soon as there is one.

        Raises:
            PoolTimeout: there was none in time.
        """
        if not self._places.acquire(timeout=request.extensions["timeout"]["pool"]):
            raise httpx.PoolTimeout("all connections are in use", request=request)
        return self._shelf.take() or self._make()

    def give(self, client: httpx.Client) -> None:
        """Takes a client back."""
        self._places.release()
        for each in self._shelf.put(client):
            each.close()

    def drop(self, client: httpx.Client) -> None:
        """Takes a client back that may be in no good state."""
        self._places.release()
        client.close()

    def close(self) -> None:
        """Closes the connections: those in use, as soon as they are not."""
        for each in self._shelf.close():
            each.close()


class Pool:
    """What a transport needs of an HTTP client.

    Args:
        make: a new client of httpx.
        most: how many of them may be in use.

    Attributes:
        is_closed: whether calls are refused.
    """

    library = httpx

    def __init__(self, make: Callable[[], httpx.Client], most: int) -> None:
        self._make = make
        self._most = most
        self._model = make()
        self._lendings: dict[int, Lending] = {}
        self.is_closed = False
        weakref.finalize(self, _close, self._lendings)

    @property
    def timeout(self) -> httpx.Timeout:
        """The limits of a request that has none."""
        return self._model.timeout

    def build_request(self, **arguments: Any) -> httpx.Request:
        """As of a client of httpx."""
        return self._model.build_request(**arguments)

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """As of a client of httpx.

        Raises:
            RuntimeError: the pool is closed.
        """
        if self.is_closed:
            raise RuntimeError(CLOSED)
        lending = self._here()
        client = lending.take(request)
        try:
            response = client.send(request, **options)
        except BaseException:
            lending.drop(client)
            raise
        response.stream = Lent(response.stream, lambda: lending.give(client))
        return response

    def _here(self) -> Lending:
        """Those of this process."""
        process = os.getpid()
        return self._lendings.get(process) or self._begin(process)

    def _begin(self, process: int) -> Lending:
        for parent in [each for each in list(self._lendings) if each != process]:
            inherited = self._lendings.pop(parent, None)
            if inherited is not None:
                inherited.close()  # the parent has its connections still
        return self._lendings.setdefault(process, Lending(self._make, self._most))

    def close(self) -> None:
        """Refuses calls from now on. Those under way end by themselves."""
        self.is_closed = True
        _close(self._lendings)


def _close(lendings: dict[int, Lending]) -> None:
    for lending in list(lendings.values()):
        lending.close()
