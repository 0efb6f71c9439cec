"""Recognises the provider by its URL."""

import re

from ._base import Endpoint
from ._url import clean_url, host_of, path_of
from .azure import AzureOpenAIEndpoint
from .azure_v1 import AzureOpenAIV1Endpoint
from .foundry import FoundryEndpoint
from .openai import OpenAIEndpoint

_PROJECT = r"/api/projects/[^/]+"


def certain_endpoint(url: str) -> Endpoint | None:
    """The endpoint that a URL must mean; None if it could mean several.

    api.openai.com is OpenAI, a path that ends in /openai/v1 is that path of an Azure resource, and
    a project on services.ai.azure.com is Foundry.
    """
    url = clean_url(url)
    host, path = host_of(url), path_of(url)
    if host == "api.openai.com" or host.endswith(".api.openai.com"):
        return OpenAIEndpoint(base_url=url if path else f"{url}/v1")
    if path.endswith("/openai/v1"):
        return AzureOpenAIV1Endpoint(url)
    if host.endswith(".services.ai.azure.com") and re.fullmatch(_PROJECT, path):
        return FoundryEndpoint(url)
    return None


def endpoint_for_url(url: str) -> Endpoint:
    """The endpoint that a URL means which is given with a credential: mostly an Azure resource."""
    return certain_endpoint(url) or AzureOpenAIEndpoint(url)
