"""What was asked of the service, and no longer than a test may take."""

import time
from collections.abc import Awaitable, Callable
from typing import Any


class Journal:
    """The requests of an HTTP client, through its event hooks."""

    def __init__(self, seconds: float = 60) -> None:
        self.requests: list[str] = []
        self._end = time.monotonic() + seconds

    def hooks(self) -> dict[str, list[Callable[[Any], None]]]:
        """The hooks of a synchronous client."""
        return {"request": [self._note]}

    def async_hooks(self) -> dict[str, list[Callable[[Any], Awaitable[None]]]]:
        """The hooks of an asynchronous client."""

        async def note(request: Any) -> None:
            self._note(request)

        return {"request": [note]}

    def _note(self, request: Any) -> None:
        if time.monotonic() > self._end:
            raise AssertionError(f"this takes too long: {self.requests[-5:]}")
        self.requests.append(f"{request.method} {request.url.path}")
