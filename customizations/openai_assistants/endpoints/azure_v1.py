"""An Azure OpenAI resource, by its version-less path."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import force_setattr

from openai_assistants_core import Profile

from ._base import Endpoint
from ._url import clean_url, path_of
from .azure import COGNITIVE_SERVICES_SCOPE


class AzureOpenAIV1Endpoint(Endpoint, frozen=True):
    """The /openai/v1 path of an Azure OpenAI resource, where an API version is optional.

    Attributes:
        url: the resource, such as https://NAME.openai.azure.com; it may end in /openai/v1.
        api_version: "v1" or "preview"; None sends none.
    """

    traced_as: ClassVar[str] = "azure.ai.openai"

    url: str
    api_version: str | None = None

    def __post_init__(self) -> None:
        force_setattr(self, "url", clean_url(self.url))

    @property
    def base_url(self) -> str:
        """The URL of the resource with /openai/v1, once."""
        path = path_of(self.url)
        if path.endswith("/openai/v1"):
            return self.url
        return f"{self.url}/v1" if path.endswith("/openai") else f"{self.url}/openai/v1"

    @property
    def token_scope(self) -> str:
        """Cognitive Services."""
        return COGNITIVE_SERVICES_SCOPE

    @property
    def profile(self) -> Profile:
        """Azure OpenAI without versions."""
        return Profile("azure-v1")

    def query(self) -> Mapping[str, str]:
        """The API version, if there is one."""
        return {} if self.api_version is None else {"api-version": self.api_version}

    def key_header(self, key: str) -> tuple[str, str]:
        """A key goes into `api-key`."""
        return "api-key", key
