"""A project of Azure AI Foundry."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import force_setattr

from openai_assistants_core import Profile

from ._base import Endpoint
from ._url import clean_url


class FoundryEndpoint(Endpoint, frozen=True):
    """Azure AI Foundry Agents (classic): the same paths below the URL of a project.

    Attributes:
        url: the project, such as https://NAME.services.ai.azure.com/api/projects/PROJECT.
        api_version: "v1", or a dated preview.
    """

    traced_as: ClassVar[str] = "azure.ai.foundry"

    url: str
    api_version: str = "v1"

    def __post_init__(self) -> None:
        force_setattr(self, "url", clean_url(self.url))

    @property
    def base_url(self) -> str:
        """The URL of the project."""
        return self.url

    @property
    def token_scope(self) -> str:
        """Azure AI."""
        return "https://ai.azure.com/.default"

    @property
    def profile(self) -> Profile:
        """Foundry, in this version."""
        return Profile("foundry", self.api_version)

    def query(self) -> Mapping[str, str]:
        """The API version."""
        return {"api-version": self.api_version}

    def key_header(self, key: str) -> tuple[str, str]:
        """A key goes into `api-key`."""
        return "api-key", key
