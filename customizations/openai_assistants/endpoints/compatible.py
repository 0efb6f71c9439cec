"""Any other server that speaks the API."""

from collections.abc import Mapping
from typing import ClassVar

import attrs

from ._base import Endpoint, beta_header
from ._url import clean_url


@attrs.frozen
class CompatibleEndpoint(Endpoint):
    """A server that speaks the API, such as the local service; it may need no credential.

    Attributes:
        base_url: the URL that `/assistants` and the other paths are appended to.
        beta: the OpenAI-Beta header; None sends none.
        scope: what a token credential is asked for, where there is one.
    """

    needs_credential: ClassVar[bool] = False

    base_url: str = attrs.field(converter=clean_url)
    beta: str | None = "assistants=v2"
    scope: str | None = attrs.field(default=None, kw_only=True)

    @property
    def token_scope(self) -> str | None:
        """The scope this endpoint was made with."""
        return self.scope

    def headers(self, path: str) -> Mapping[str, str]:
        """The OpenAI-Beta header, but on files."""
        return beta_header(self.beta, path)
