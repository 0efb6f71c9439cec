"""A clock that only waiting moves."""

from threading import Lock
from typing import Any, TypeVar, cast

from msgspec.structs import replace

from ..async_client import AsyncAssistantsClient
from ..client import AssistantsClient

ClientT = TypeVar("ClientT", AssistantsClient, AsyncAssistantsClient)


class FakeClock:
    """Time for clients under test: retries and polls wait by it, and take no time.

        clock = FakeClock()
        client = clock.attach(AssistantsClient(...))

    Every wait moves it by as much; nothing else does, but `advance`. To let it behave in another
    way, override its methods: a client uses no others.

    Args:
        now: seconds since 1970 at the start.

    Attributes:
        sleeps: how long each wait was, in seconds.
    """

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self._now = self._start = now
        self._lock = Lock()
        self.sleeps: list[float] = []

    def time(self) -> float:
        """Seconds since 1970."""
        return self._now

    def monotonic(self) -> float:
        """Seconds since this clock was made."""
        return self._now - self._start

    def advance(self, seconds: float) -> None:
        """Moves the clock, as if so many seconds had passed.

        Raises:
            ValueError: seconds is negative.
        """
        if seconds < 0:
            raise ValueError("a clock cannot go back")
        with self._lock:
            self._now += seconds

    def sleep(self, seconds: float) -> None:
        """Moves the clock in place of waiting, and records it."""
        self.sleeps.append(seconds)
        self.advance(seconds)

    async def async_sleep(self, seconds: float) -> None:
        """The same, and lets other tasks run."""
        from anyio.lowlevel import checkpoint

        self.sleep(seconds)
        await checkpoint()

    def random(self) -> float:
        """What jitters the waits between attempts, from 0 up to 1: 0, no jitter."""
        return 0.0

    def attach(self, client: ClientT) -> ClientT:
        """A client that lives by this clock: its waits, time limits, dates and expiry of tokens.

        It shares the connections of the given one, which stays as it is and is the one to close.
        """
        copy: Any = client.with_options()
        # Time is injected into the transport: it is no option of a client.
        transport = copy._transport
        copy._transport = replace(
            transport,
            authenticator=transport.authenticator.with_clock(self.time),
            clock=self.time,
            monotonic=self.monotonic,
            random=self.random,
            sleep=self.async_sleep if isinstance(client, AsyncAssistantsClient) else self.sleep,
        )
        return cast("ClientT", copy)
