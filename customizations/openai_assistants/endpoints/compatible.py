"""Any other server that speaks the API."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import force_setattr

from ._base import Endpoint, beta_header
from ._url import clean_url


class _Scoped(Endpoint, frozen=True, kw_only=True):
    scope: str | None = None


class CompatibleEndpoint(_Scoped, frozen=True):
    """A server that speaks the API, such as the local service; it may need no credential.

    Attributes:
        base_url: the URL that `/assistants` and the other paths are appended to.
        beta: the OpenAI-Beta header; None sends none.
        scope: of the tokens, if the credential gets tokens.
    """

    needs_credential: ClassVar[bool] = False

    base_url: str  # pyright: ignore[reportIncompatibleMethodOverride]
    beta: str | None = "assistants=v2"

    def __post_init__(self) -> None:
        force_setattr(self, "base_url", clean_url(self.base_url))

    @property
    def token_scope(self) -> str | None:
        """The scope this endpoint was made with."""
        return self.scope

    def headers(self, path: str) -> Mapping[str, str]:
        """The OpenAI-Beta header, but on files."""
        return beta_header(self.beta, path)
