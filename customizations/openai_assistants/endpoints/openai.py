"""OpenAI's own service."""

from collections.abc import Mapping

from msgspec.structs import force_setattr

from openai_assistants_core import Profile

from ._base import Endpoint, beta_header
from ._url import clean_url

_PROFILES = {
    "assistants=v1": Profile("openai-v1"),
    "assistants=v2": Profile("openai-v2"),
}


class _Billed(Endpoint, frozen=True, kw_only=True):
    organization: str | None = None
    project: str | None = None


class OpenAIEndpoint(_Billed, frozen=True):
    """OpenAI, or a proxy in front of it.

    Attributes:
        base_url: the URL that `/assistants` and the other paths are appended to.
        beta: the OpenAI-Beta header, which chooses the generation of the API: "assistants=v2" or
            "assistants=v1"; None sends none.
        organization: the organization to be billed, for keys that belong to several.
        project: the project to be billed.
    """

    base_url: str = "https://api.openai.com/v1"  # pyright: ignore[reportIncompatibleMethodOverride]
    beta: str | None = "assistants=v2"

    def __post_init__(self) -> None:
        force_setattr(self, "base_url", clean_url(self.base_url))

    @property
    def profile(self) -> Profile | None:
        """OpenAI, in the generation that the beta chooses."""
        return _PROFILES.get(self.beta or "")

    def headers(self, path: str) -> Mapping[str, str]:
        """The OpenAI-Beta header, but on files, and who is billed."""
        headers = beta_header(self.beta, path)
        if self.organization is not None:
            headers["openai-organization"] = self.organization
        if self.project is not None:
            headers["openai-project"] = self.project
        return headers
