# Written from streaming/_async/manager.py by `make generate`.
# Do not edit: change that file.
"""What `stream` returns: opens the stream in a `with` statement, and closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from .event_handler import AssistantEventHandler

if TYPE_CHECKING:
    from types import TracebackType

    from .run_events import RunEvents

Handler = TypeVar("Handler", bound=AssistantEventHandler)


class AssistantStreamManager(Generic[Handler]):
    """Sends the request at the beginning of a `with` block, and gives out what reads it.

    Args:
        events: of the run.
        event_handler: what reads them.

    Raises:
        TypeError: it is of another package, or for the other kind of client.
    """

    def __init__(self, events: RunEvents, event_handler: Handler) -> None:
        if not isinstance(cast("object", event_handler), AssistantEventHandler):
            kind = type(event_handler)
            raise TypeError(
                f"event_handler is a {kind.__module__}.{kind.__qualname__}: derive it from "
                f"openai_assistants.{AssistantEventHandler.__name__}"
            )
        self._events = events
        self._event_handler = event_handler

    def __enter__(self) -> Handler:
        self._event_handler.begin(self._events, self._events.snapshots)
        self._events.open()
        return self._event_handler

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._event_handler.close()
