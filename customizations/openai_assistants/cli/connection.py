"""Which endpoint and credential a command uses: decided here, from options and environment."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct

from openai_assistants_core import AssistantsError
from openai_assistants_core.extras import needs_extra

from ..endpoints import (
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    OpenAIEndpoint,
    certain_endpoint,
    endpoint_for_url,
)
from ..endpoints.from_arguments import with_fields
from ..endpoints.from_environment import Found, find
from .exit_codes import NotConfigured

VARIABLES = (
    "AZURE_OPENAI_ENDPOINT",
    "AZURE_OPENAI_AD_TOKEN",
    "AZURE_OPENAI_API_KEY",
    "AZURE_OPENAI_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_API_BASE",
    "OPENAI_API_KEY",
    "OPENAI_API_VERSION",
    "AZURE_OPENAI_API_VERSION",
    "OPENAI_ORG_ID",
    "OPENAI_PROJECT_ID",
)
"""The environment variables that may count."""

_WAYS = (
    "Or name an endpoint with --endpoint URL, and with --key-from where its key is: a local one is "
    "started by `openai-assistants serve --database assistants.db` and needs no key."
)
_OF_AZURE = (".openai.azure.com", ".cognitiveservices.azure.com")


class Provider(StrEnum):
    """What kind of endpoint a URL is, where the URL does not tell."""

    OPENAI = "openai"
    AZURE = "azure"
    AZURE_V1 = "azure-v1"
    FOUNDRY = "foundry"
    COMPATIBLE = "compatible"


_MADE_BY: dict[Provider, Callable[[str], Endpoint]] = {
    Provider.OPENAI: OpenAIEndpoint,
    Provider.AZURE: AzureOpenAIEndpoint,
    Provider.AZURE_V1: AzureOpenAIV1Endpoint,
    Provider.FOUNDRY: FoundryEndpoint,
    Provider.COMPATIBLE: CompatibleEndpoint,
}


class ConnectionOptions(Struct, frozen=True):
    """The options of a command that say where it calls.

    Attributes:
        endpoint: a URL.
        provider: what kind of endpoint it is.
        key_from: where the key is: `env:VARIABLE`, `file:PATH`, or `azure-identity`.
        api_version: of an Azure or Foundry endpoint.
    """

    endpoint: str | None = None
    provider: Provider | None = None
    key_from: str | None = None
    api_version: str | None = None


def choose(options: ConnectionOptions, environ: Mapping[str, str]) -> Found:
    """The endpoint and the credential, and where they come from.

    Options come before the environment. A URL that is certainly of OpenAI, Azure or Foundry is
    taken for what it is, and its credential may come from the environment; any other is a server
    that speaks the API, to which nothing is sent but what `--key-from` names.

    Raises:
        NotConfigured: they do not say it, or what they say cannot be used; without any secret.
    """
    try:
        credential = _credential(options.key_from, environ)
        found = find(_endpoint(options), credential, environ)
        endpoint = with_fields(found.endpoint, api_version=options.api_version)
    except (AssistantsError, TypeError, ValueError) as error:
        ways = "" if options.endpoint or options.key_from else f" {_WAYS}"
        raise NotConfigured(f"{error}{ways}") from error
    return Found(
        endpoint,
        found.credential,
        "--endpoint" if options.endpoint else found.endpoint_from,
        "--key-from" if options.key_from else found.credential_from,
    )


def lists_assistants(endpoint: Endpoint) -> bool:
    """Whether an endpoint has assistants: Azure's versionless path has all but those."""
    return not isinstance(endpoint, AzureOpenAIV1Endpoint)


def _endpoint(options: ConnectionOptions) -> str | Endpoint | None:
    url = options.endpoint
    if options.provider is not None:
        if url is None:
            raise ValueError("--provider says what --endpoint is, which is missing")
        return _MADE_BY[options.provider](url)
    if url is None or certain_endpoint(url) is not None:
        return url
    made = endpoint_for_url(url)
    return made if _is_azure(made) else CompatibleEndpoint(url)


def _is_azure(endpoint: Endpoint) -> bool:
    from urllib.parse import urlsplit

    return (urlsplit(endpoint.base_url).hostname or "").endswith(_OF_AZURE)


def _credential(source: str | None, environ: Mapping[str, str]) -> Any:
    """What `--key-from` names; None without it.

    A key goes into the header that the endpoint has for keys.
    """
    if source is None:
        return None
    kind, _, name = source.partition(":")
    if source == "azure-identity":
        with needs_extra("azure", SystemExit):
            from azure.identity import DefaultAzureCredential
        return DefaultAzureCredential()
    if kind == "env" and name:
        key = environ.get(name, "").strip()
        if not key:
            raise NotConfigured(f"--key-from: the variable {name} is not set.")
        return key
    if kind == "file" and name:
        return _key_in(Path(name).expanduser())
    # What was given is not repeated: it may be the key itself.
    raise NotConfigured(
        "--key-from takes env:VARIABLE, file:PATH or azure-identity, never the key itself, which "
        "others would see in the list of processes."
    )


def _key_in(path: Path) -> str:
    try:
        key = path.read_text("utf-8").strip()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        raise NotConfigured(f"--key-from: {path}: {reason}.") from error
    if not key:
        raise NotConfigured(f"--key-from: {path} is empty.")
    return key
