"""Events of a stream: a name, and data that is a model."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from .errors import ResponseDecodeError
from .json_codec import decode_json, loads
from .mismatch import Mismatch
from .model import Model


class _Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event comes from; a class of its own, for this is given by name alone."""

    recovered: bool = False


class StreamEvent(_Origin, frozen=True):
    """An event of a stream.

    Attributes:
        event: its name, such as "thread.run.created".
        data: the object it brings.
        recovered: whether it did not come through the stream, which broke off, but was made of what
            the service has stored.
    """

    event: str
    data: Any

    def to_dict(self) -> dict[str, Any]:
        """Name and data as parsed JSON."""
        data = self.data.to_dict() if isinstance(self.data, Model) else self.data
        return {"event": self.event, "data": data}


class DoneEvent(StreamEvent, frozen=True):
    """The end of a stream: nothing follows."""

    event: Literal["done"] = "done"
    data: str = "[DONE]"


class UnknownEvent(StreamEvent, frozen=True):
    """An event this version does not know: its data is parsed JSON, or text if it is not JSON.

    For type checkers its `event` is a literal of its own, so that `event.event == "..."` narrows
    the union of all events to the one of that name.
    """

    if TYPE_CHECKING:
        event: Literal["<unknown>"]
        data: Any

        def __init__(self, event: str, data: Any, *, recovered: bool = False) -> None: ...


EventTypes = Mapping[str, tuple[Callable[[str, Any], StreamEvent], type[Model]]]
"""By the name of an event its class, and that of its data."""


def decode_event(events: EventTypes, name: str, data: bytes) -> StreamEvent:
    """Makes an event from its name and the bytes of its data.

    Raises:
        ResponseDecodeError: the data of a known event is not JSON, or a value in it has not its
            declared JSON type.
    """
    if name == "done":
        return DoneEvent(data=data.decode("utf-8", "replace"))
    if name not in events:
        return UnknownEvent(name, _parsed(data))
    make, model = events[name]
    try:
        return make(name, decode_json(model, data))
    except Mismatch as mismatch:
        raise ResponseDecodeError(
            f"event {name}: {mismatch}", path=mismatch.path, body=loads(data)
        ) from mismatch
    except ValueError as error:
        raise ResponseDecodeError(f"event {name}: the data is not JSON: {error}") from error


def _parsed(data: bytes) -> Any:
    try:
        return loads(data)
    except ValueError:
        return data.decode("utf-8", "replace")
