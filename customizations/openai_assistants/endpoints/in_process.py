"""Endpoints that bring their own way to the service, such as LocalEndpoint of the local service."""

from typing import TYPE_CHECKING, Any, Protocol, TypeGuard

if TYPE_CHECKING:
    import httpx


class InProcessEndpoint(Protocol):
    """A service that clients reach through HTTP clients of its own, told by these members alone.

    A client makes one, owns it, and closes it when it is closed itself.
    """

    @property
    def base_url(self) -> str:
        """What every path of the API is appended to."""
        ...

    def http_client(self) -> "httpx.Client":
        """A new client of httpx."""
        ...

    def async_http_client(self) -> "httpx.AsyncClient":
        """A new asynchronous client of httpx."""
        ...


def is_in_process(endpoint: Any) -> TypeGuard[InProcessEndpoint]:
    """Whether an endpoint brings its own HTTP clients."""
    return callable(getattr(endpoint, "http_client", None)) and callable(
        getattr(endpoint, "async_http_client", None)
    )
