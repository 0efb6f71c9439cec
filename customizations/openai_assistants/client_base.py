"""The base of both clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Unpack

from openai_assistants_core.sentinel import is_not_given

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx
    from pydantic_core import CoreSchema

    from ._http.types import TimeoutLike
    from ._pipeline.async_transport import AsyncHttpTransport
    from ._pipeline.options import CallSettings
    from ._pipeline.transport import HttpTransport
    from .endpoints import Endpoint

D = TypeVar("D", "HttpTransport", "AsyncHttpTransport")


class ClientBase(Generic[D]):
    """A client: a transport, and the resources that use it."""

    _transport: D
    _credential: Any = None

    @property
    def endpoint(self) -> Endpoint:
        """Where calls go."""
        return self._transport.settings.endpoint

    @property
    def api_key(self) -> str | None:
        """The key that calls carry, as it is now; None without one, or with tokens."""
        credential = self._credential
        return credential if isinstance(credential, str) else getattr(credential, "key", None)

    @property
    def base_url(self) -> httpx.URL:
        """Where calls go, with a slash at its end."""
        import httpx

        return httpx.URL(f"{self.endpoint.base_url}/")

    @property
    def organization(self) -> str | None:
        """Who OpenAI bills; None if it is not said, or elsewhere."""
        return getattr(self.endpoint, "organization", None)

    @property
    def project(self) -> str | None:
        """The project that OpenAI bills; None if it is not said, or elsewhere."""
        return getattr(self.endpoint, "project", None)

    @property
    def timeout(self) -> float | TimeoutLike | None:
        """Seconds, or a timeout of the HTTP library; None waits without end."""
        timeout: float | TimeoutLike | None = self._transport.settings.timeout
        return timeout

    @property
    def max_retries(self) -> int:
        """How often a failed call is repeated, where that is safe."""
        return self._transport.settings.max_retries

    @property
    def default_headers(self) -> Mapping[str, str]:
        """The headers of every call, by lower-case name, without those that authenticate it."""
        settings = self._transport.settings
        headers = {
            "user-agent": settings.user_agent,
            **settings.endpoint.headers("/assistants"),
            **{name.lower(): value for name, value in settings.headers.items()},
        }
        given = {name: value for name, value in headers.items() if value is not None}
        return {name: str(value) for name, value in given.items() if not is_not_given(value)}

    @property
    def default_query(self) -> Mapping[str, object]:
        """What callers add to the query of every call."""
        return self._transport.settings.query

    def is_closed(self) -> bool:
        """Whether the client can make no calls any more."""
        return bool(self._transport.http.is_closed)

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
        copy._credential = self._credential
        return copy

    def copy(self, **options: Unpack[CallSettings]) -> Self:
        """The same as `with_options`."""
        return self.with_options(**options)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> CoreSchema:
        """Lets models of pydantic have fields of this type."""
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.endpoint!r})"
