"""A synchronous client that pools connections: a pool for each process.

A connection is an httpx client that has only one, and is used by one call at a time. The pool of
httpcore goes through all its connections for every request and after every response, which is
quadratic in the calls at once; and it has a lock, which may be held in a process that forks.
"""

import os
import threading
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import httpx

from .idle_connections import IdleConnections

CLOSED = "the client is closed"


class PoolByteStream(httpx.SyncByteStream):
    """The body of a response, which releases its connection when it is closed."""

    def __init__(self, stream: Any, release: Callable[[], None]) -> None:
        self._stream = stream
        self._release = release

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        """Closes the body, and releases the connection."""
        try:
            self._stream.close()
        finally:
            self._release()


class ConnectionPool:
    """The connections of one process."""

    def __init__(self, connect: Callable[[], httpx.Client], max_connections: int) -> None:
        self._connect = connect
        self._semaphore = threading.Semaphore(max_connections)
        self._idle: IdleConnections[httpx.Client] = IdleConnections()

    def acquire(self, request: httpx.Request) -> httpx.Client:
        """A connection for a request, as soon as one is free.

        Raises:
            PoolTimeout: none was free in time.
        """
        if not self._semaphore.acquire(timeout=request.extensions["timeout"]["pool"]):
            raise httpx.PoolTimeout("all connections are in use", request=request)
        return self._idle.pop() or self._connect()

    def release(self, connection: httpx.Client) -> None:
        """Keeps a connection for the next request."""
        self._semaphore.release()
        for expired in self._idle.push(connection):
            expired.close()

    def discard(self, connection: httpx.Client) -> None:
        """Closes a connection whose request failed."""
        self._semaphore.release()
        connection.close()

    def close(self) -> None:
        """Closes the idle connections now, those in use when they are released."""
        for connection in self._idle.close():
            connection.close()


class PooledClient:
    """What a transport needs of an httpx client.

    Args:
        connect: makes a connection: an httpx client that has only one.
        max_connections: how many there may be in a process.

    Attributes:
        is_closed: whether calls are refused.
    """

    library = httpx

    def __init__(self, connect: Callable[[], httpx.Client], max_connections: int) -> None:
        self._connect = connect
        self._max_connections = max_connections
        self._template = connect()
        self._pools: dict[int, ConnectionPool] = {}
        self.is_closed = False
        weakref.finalize(self, _close, self._pools)

    @property
    def timeout(self) -> httpx.Timeout:
        """The timeout of a request that has none."""
        return self._template.timeout

    def build_request(self, **arguments: Any) -> httpx.Request:
        """As of an httpx client."""
        return self._template.build_request(**arguments)

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """As of an httpx client.

        Raises:
            RuntimeError: the client is closed.
        """
        if self.is_closed:
            raise RuntimeError(CLOSED)
        pool = self._pool()
        connection = pool.acquire(request)
        try:
            response = connection.send(request, **options)
        except BaseException:
            pool.discard(connection)
            raise
        response.stream = PoolByteStream(response.stream, lambda: pool.release(connection))
        return response

    def _pool(self) -> ConnectionPool:
        """The pool of this process."""
        process = os.getpid()
        return self._pools.get(process) or self._add_pool(process)

    def _add_pool(self, process: int) -> ConnectionPool:
        for parent in [each for each in list(self._pools) if each != process]:
            inherited = self._pools.pop(parent, None)
            if inherited is not None:
                inherited.close()  # this process's copies; the parent's stay open
        return self._pools.setdefault(process, ConnectionPool(self._connect, self._max_connections))

    def close(self) -> None:
        """Refuses further calls. Those in progress end by themselves."""
        self.is_closed = True
        _close(self._pools)


def _close(pools: dict[int, ConnectionPool]) -> None:
    for pool in list(pools.values()):
        pool.close()
