"""An Azure OpenAI resource, by dated API version."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import force_setattr

from openai_assistants_core import Profile

from ._base import Endpoint
from ._url import clean_url, path_of

COGNITIVE_SERVICES_SCOPE = "https://cognitiveservices.azure.com/.default"


def _resource_url(url: str) -> str:
    """The URL of a resource; that of one of its deployments leads nowhere."""
    url = clean_url(url)
    if "/deployments" in path_of(url):
        raise ValueError(
            "the URL must not name a deployment: give that of the resource, and the name of the "
            "deployment as `model`"
        )
    return url


class AzureOpenAIEndpoint(Endpoint, frozen=True):
    """An Azure OpenAI resource: keys go into `api-key`, and every call names an API version.

    Attributes:
        url: the resource, such as https://NAME.openai.azure.com; it may end in /openai.
        api_version: such as "2024-05-01-preview". Versions up to 2024-04-01-preview speak the first
            generation of the API (`retrieval`, `file_ids`).
    """

    traced_as: ClassVar[str] = "azure.ai.openai"

    url: str
    api_version: str = "2025-03-01-preview"

    def __post_init__(self) -> None:
        force_setattr(self, "url", _resource_url(self.url))

    @property
    def base_url(self) -> str:
        """The URL of the resource with /openai, once."""
        return self.url if path_of(self.url).endswith("/openai") else f"{self.url}/openai"

    @property
    def token_scope(self) -> str:
        """Cognitive Services."""
        return COGNITIVE_SERVICES_SCOPE

    @property
    def profile(self) -> Profile:
        """Azure OpenAI, in this version."""
        return Profile("azure", self.api_version)

    def query(self) -> Mapping[str, str]:
        """The API version."""
        return {"api-version": self.api_version}

    def key_header(self, key: str) -> tuple[str, str]:
        """A key goes into `api-key`."""
        return "api-key", key
