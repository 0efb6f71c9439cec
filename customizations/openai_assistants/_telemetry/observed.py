"""What observers know of a call: for type checkers, so that nothing has to load it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from openai_assistants_core import Request

    from ..endpoints import Endpoint
    from .redaction import SecretRedactor


class ObservedRequest(Protocol):
    """The HTTP request of a call, as it is before the headers that authenticate it."""

    @property
    def url(self) -> str: ...
    @property
    def content(self) -> bytes | None:
        """The body; None if there is none, or it is a form."""
        ...

    @property
    def form(self) -> object | None: ...


class ObservedSettings(Protocol):
    """The settings of the client that observers follow."""

    @property
    def endpoint(self) -> Endpoint: ...
    @property
    def log_bodies(self) -> bool: ...
    @property
    def trace_content(self) -> bool: ...


class ObservedCall(Protocol):
    """What observers know of a call."""

    @property
    def call_id(self) -> str:
        """The value of its x-ms-client-request-id."""
        ...

    @property
    def request(self) -> Request: ...
    @property
    def prepared(self) -> ObservedRequest: ...
    @property
    def settings(self) -> ObservedSettings: ...
    @property
    def redactor(self) -> SecretRedactor: ...
    def elapsed(self) -> float:
        """Seconds since it started."""
        ...
