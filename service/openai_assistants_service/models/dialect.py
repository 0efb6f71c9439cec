"""What an API of language models is to the service: how a turn is asked for, and how it is read."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol

from attrs import frozen

from ..json_types import JsonObject
from .base import Delta
from .conversation import Conversation
from .offered_tools import OfferedTools
from .server import ServerConfig

BuildRequest = Callable[
    [Conversation, ServerConfig, OfferedTools, Mapping[str, str]],
    JsonObject,
]
"""Makes the body of a request; last come the data URLs of the image files, by id."""


class StreamReader(Protocol):
    """Reads one streamed answer."""

    @property
    def finished(self) -> bool:
        """The turn has ended."""
        ...

    @property
    def exceeded(self) -> bool:
        """It has ended because it was longer than it may be; the server has to be stopped."""
        ...

    def read(self, event: JsonObject) -> Iterator[Delta]:
        """Yield what an event brings.

        Raises:
            ModelError: what the model wrote turns out to be unusable.
        """
        ...


@frozen
class Dialect:
    """An API of language models.

    Attributes:
        path: behind the base URL.
        reader: makes a reader, of an answer with so many tokens at most.
        error: returns the error that an event stands for, if it does.
    """

    path: str
    build_request: BuildRequest
    reader: Callable[[OfferedTools, int | None], StreamReader]
    error: Callable[[JsonObject], JsonObject | None]
