"""Recognises the provider by its URL."""

import re

from ._base import Endpoint
from ._url import clean_url, host_of, path_of
from .azure import AzureOpenAIEndpoint
from .azure_v1 import AzureOpenAIV1Endpoint
from .foundry import FoundryEndpoint
from .openai import OpenAIEndpoint

_PROJECT = r"/api/projects/[^/]+"
_AZURE_OPENAI = (".openai.azure.com", ".cognitiveservices.azure.com")

# What a portal or a page of reference shows below the URL of an endpoint, its operations.
_PASTED = re.compile(
    rf"(.+(?:/openai(?:/v1)?|api\.openai\.com/v1|{_PROJECT}))"
    r"/(?:assistants|threads|files|vector_stores|responses|chat/completions)(?:/.*)?"
)
_API_VERSION = re.compile(r"\?api-version=([\w.-]+)$")


def certain_endpoint(url: str) -> Endpoint | None:
    """The endpoint that a URL must mean; None if it could mean several.

    api.openai.com is OpenAI, a path that ends in /openai/v1 is that path of an Azure resource, and
    a project on services.ai.azure.com is Foundry. The URL may be that of an operation, with its
    api-version, where it is certain what belongs to the endpoint.
    """
    base, version = _split_operation(url)
    host, path = host_of(base), path_of(base)
    if host == "api.openai.com" or host.endswith(".api.openai.com"):
        return OpenAIEndpoint(base_url=base if path else f"{base}/v1")
    if path.endswith("/openai/v1"):
        return AzureOpenAIV1Endpoint(base, version or None)
    if host.endswith(".services.ai.azure.com") and re.fullmatch(_PROJECT, path):
        return FoundryEndpoint(base, version) if version else FoundryEndpoint(base)
    return None


def endpoint_for_url(url: str) -> Endpoint:
    """The endpoint that a URL means which is given with a credential: mostly an Azure resource."""
    return certain_endpoint(url) or _azure(*_split_operation(url))


def openai_endpoint_for_url(url: str) -> Endpoint:
    """The endpoint that a URL means which is given as the base URL of OpenAI: mostly a proxy."""
    base, version = _split_operation(url)
    if version or host_of(base).endswith(_AZURE_OPENAI):
        return endpoint_for_url(url)
    return certain_endpoint(url) or OpenAIEndpoint(base_url=base)


def _azure(base: str, version: str) -> Endpoint:
    return AzureOpenAIEndpoint(base, version) if version else AzureOpenAIEndpoint(base)


def _split_operation(url: str) -> tuple[str, str]:
    """The URL without operation and query, and the API version that the query names.

    Raises:
        TypeError, ValueError: as `clean_url` does.
    """
    version = _API_VERSION.search(url.strip()) if isinstance(url, str) else None  # pyright: ignore[reportUnnecessaryIsInstance]
    base = clean_url(url.strip()[: version.start()] if version else url)
    pasted = _PASTED.fullmatch(base)
    return pasted[1] if pasted else base, version[1] if version else ""
