"""The bases of the generated resource classes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .transport import AsyncTransport, Transport


class SyncResource:
    """A group of operations that go through one transport."""

    def __init__(self, transport: "Transport") -> None:
        self._transport = transport


class AsyncResource:
    """A group of operations that go through one asynchronous transport."""

    def __init__(self, transport: "AsyncTransport") -> None:
        self._transport = transport
