"""The base of both clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar, Unpack

if TYPE_CHECKING:
    from ._pipeline.async_transport import AsyncHttpTransport
    from ._pipeline.options import CallSettings
    from ._pipeline.transport import HttpTransport
    from .endpoints import Endpoint

D = TypeVar("D", "HttpTransport", "AsyncHttpTransport")


class ClientBase(Generic[D]):
    """A client: a transport, and the resources that use it."""

    _transport: D

    @property
    def endpoint(self) -> Endpoint:
        """Where calls go."""
        return self._transport.settings.endpoint

    @property
    def beta(self) -> Self:
        """The client itself, for code written as `client.beta.threads`."""
        return self

    def with_options(self, **options: Unpack[CallSettings]) -> Self:
        """A client with other options and the same connections.

        Headers and query are added to those there are. Closing the new client closes nothing.
        """
        from msgspec.structs import replace

        copy = object.__new__(type(self))
        copy._transport = replace(
            self._transport, settings=self._transport.settings.changed(**options)
        )
        return copy

    def copy(self, **options: Unpack[CallSettings]) -> Self:
        """The same as `with_options`."""
        return self.with_options(**options)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.endpoint!r})"
