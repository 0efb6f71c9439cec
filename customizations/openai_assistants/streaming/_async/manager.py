"""What `stream` returns: opens the stream in a `with` statement, and closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from .event_handler import AsyncAssistantEventHandler

if TYPE_CHECKING:
    from types import TracebackType

    from .run_events import AsyncRunEvents

AsyncHandler = TypeVar("AsyncHandler", bound=AsyncAssistantEventHandler)


class AsyncAssistantStreamManager(Generic[AsyncHandler]):
    """Sends the request at the beginning of an `async with` block, and gives out what reads it.

    Args:
        events: of the run.
        event_handler: what reads them.

    Raises:
        TypeError: it is of another package, or for the other kind of client.
    """

    def __init__(self, events: AsyncRunEvents, event_handler: AsyncHandler) -> None:
        if not isinstance(cast("object", event_handler), AsyncAssistantEventHandler):
            kind = type(event_handler)
            raise TypeError(
                f"event_handler is a {kind.__module__}.{kind.__qualname__}: derive it from "
                f"openai_assistants.{AsyncAssistantEventHandler.__name__}"
            )
        self._events = events
        self._event_handler = event_handler

    async def __aenter__(self) -> AsyncHandler:
        self._event_handler.begin(self._events, self._events.snapshots)
        await self._events.open()
        return self._event_handler

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._event_handler.close()
