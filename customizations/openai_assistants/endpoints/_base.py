"""The base of all endpoints."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec import Struct

from openai_assistants_core import Profile

from ._url import is_secure


class Endpoint(Struct, frozen=True, kw_only=True):
    """Where calls go, and how they are addressed and authenticated there.

    Attributes:
        allow_insecure: lets a credential travel over plain http to another machine.
    """

    needs_credential: ClassVar[bool] = True
    """Whether a client can do without a credential here."""

    traced_as: ClassVar[str] = "openai"
    """Who serves the API here, in the words of OpenTelemetry (`gen_ai.provider.name`)."""

    allow_insecure: bool = False

    @property
    def base_url(self) -> str:
        """What every path of the API is appended to, without a slash at its end."""
        raise NotImplementedError

    @property
    def token_scope(self) -> str | None:
        """The scope of the tokens that a credential gets; None if it is unknown."""
        return None

    @property
    def keeps_secrets(self) -> bool:
        """Whether a credential may be sent here."""
        return self.allow_insecure or is_secure(self.base_url)

    @property
    def profile(self) -> Profile | None:
        """The provider and the version of the API; None if they are unknown."""
        return None

    def query(self) -> Mapping[str, str]:
        """The query parameters of every call."""
        return {}

    def headers(self, path: str) -> Mapping[str, str]:
        """The headers of a call of the operation with this path."""
        return {}

    def key_header(self, key: str) -> tuple[str, str]:
        """The header that carries a key."""
        return "authorization", f"Bearer {key}"

    def token_header(self, token: str) -> tuple[str, str]:
        """The header that carries a token."""
        return "authorization", f"Bearer {token}"


def beta_header(beta: str | None, path: str) -> dict[str, str]:
    """The OpenAI-Beta header of an operation; those on files belong to no beta."""
    if beta is None or path == "/files" or path.startswith("/files/"):
        return {}
    return {"openai-beta": beta}
