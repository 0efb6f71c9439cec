"""OpenAI's own service."""

from collections.abc import Mapping

import attrs

from openai_assistants_core import Profile

from ._base import Endpoint, beta_header
from ._url import clean_url

_PROFILES = {
    "assistants=v1": Profile("openai-v1"),
    "assistants=v2": Profile("openai-v2"),
}


@attrs.frozen
class OpenAIEndpoint(Endpoint):
    """OpenAI, or a proxy in front of it.

    Attributes:
        base_url: the URL that `/assistants` and the other paths are appended to.
        beta: the OpenAI-Beta header, which chooses the generation of the API: "assistants=v2" or
            "assistants=v1"; None sends none.
        organization: the organization to be billed, for keys that belong to several.
        project: the project to be billed.
    """

    base_url: str = attrs.field(default="https://api.openai.com/v1", converter=clean_url)
    beta: str | None = "assistants=v2"
    organization: str | None = attrs.field(default=None, kw_only=True)
    project: str | None = attrs.field(default=None, kw_only=True)

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
