"""The one way from generated code to the network."""

from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from .operation import Operation, Request

T = TypeVar("T")


class Transport(Protocol):
    """Sends a request and gives back the decoded response, or raises an AssistantsError."""

    def call(self, operation: "Operation[T]", request: "Request") -> T:
        """Authentication, endpoint, retry, errors and logging all lie behind this call."""
        ...


class AsyncTransport(Protocol):
    """Transport, for asynchronous clients."""

    async def call(self, operation: "Operation[T]", request: "Request") -> T:
        """Authentication, endpoint, retry, errors and logging all lie behind this call."""
        ...
