"""The endpoint and the credential from environment variables."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from openai_assistants_core import AssistantsError

from ..credentials import AzureKeyCredential, OpenAIKeyCredential, StaticTokenCredential
from . import (
    AzureOpenAIEndpoint,
    CompatibleEndpoint,
    Endpoint,
    OpenAIEndpoint,
    endpoint_for_url,
    openai_endpoint_for_url,
)

Variables = Mapping[str, str]

# The first that is set counts. The later ones are those of older releases and of other libraries.
_VERSION = ("OPENAI_API_VERSION", "AZURE_OPENAI_API_VERSION")
_BASE_URL = ("OPENAI_BASE_URL", "OPENAI_API_BASE")
_AZURE_KEY = ("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_KEY")


def from_environment(
    endpoint: str | Endpoint | None, credential: Any, environ: Variables
) -> tuple[Endpoint, Any]:
    """The arguments, completed from the environment; see `AssistantsClient.from_env`.

    Raises:
        AssistantsError: the environment does not have it; the message names the variables.
    """
    variables = {name: value.strip() for name, value in environ.items() if value.strip()}
    of_openai = isinstance(credential, OpenAIKeyCredential)
    if isinstance(endpoint, Endpoint):
        chosen = endpoint
        of_openai = isinstance(chosen, OpenAIEndpoint)
    elif endpoint is not None:
        chosen = _completed(endpoint_for_url(endpoint), variables)
        of_openai = isinstance(chosen, OpenAIEndpoint)
    elif "AZURE_OPENAI_ENDPOINT" in variables and not of_openai:
        chosen = _completed(endpoint_for_url(variables["AZURE_OPENAI_ENDPOINT"]), variables)
    elif of_openai or _first(variables, "OPENAI_API_KEY", *_BASE_URL):
        chosen, of_openai = _completed(_openai(variables), variables), True
    else:
        raise AssistantsError(
            "Neither AZURE_OPENAI_ENDPOINT (with AZURE_OPENAI_API_KEY or AZURE_OPENAI_AD_TOKEN) "
            "nor OPENAI_API_KEY is set: set one of them, or give an endpoint and a credential."
        )
    if credential is None and not isinstance(chosen, CompatibleEndpoint):
        credential = _openai_key(variables) if of_openai else _azure_credential(variables)
    return chosen, credential


def _first(variables: Variables, *names: str) -> str | None:
    return next((variables[name] for name in names if name in variables), None)


def _openai(variables: Variables) -> Endpoint:
    url = _first(variables, *_BASE_URL)
    return OpenAIEndpoint() if url is None else openai_endpoint_for_url(url)


def _completed(endpoint: Endpoint, variables: Variables) -> Endpoint:
    """An endpoint that was recognised by its URL, with what else the environment says of it."""
    version = _first(variables, *_VERSION)
    if isinstance(endpoint, AzureOpenAIEndpoint) and version is not None:
        return replace(endpoint, api_version=version)
    if isinstance(endpoint, OpenAIEndpoint):
        return replace(
            endpoint,
            organization=variables.get("OPENAI_ORG_ID"),
            project=variables.get("OPENAI_PROJECT_ID"),
        )
    return endpoint


def _openai_key(variables: Variables) -> OpenAIKeyCredential:
    if "OPENAI_API_KEY" not in variables:
        raise AssistantsError(
            "OPENAI_API_KEY is not set, and OPENAI_BASE_URL or the endpoint given asks for it: set "
            "it, or give a credential."
        )
    return OpenAIKeyCredential(variables["OPENAI_API_KEY"])


def _azure_credential(variables: Variables) -> AzureKeyCredential | StaticTokenCredential:
    if "AZURE_OPENAI_AD_TOKEN" in variables:
        return StaticTokenCredential(variables["AZURE_OPENAI_AD_TOKEN"])
    key = _first(variables, *_AZURE_KEY)
    if key is None:
        raise AssistantsError(
            "Neither AZURE_OPENAI_API_KEY nor AZURE_OPENAI_AD_TOKEN is set, and "
            "AZURE_OPENAI_ENDPOINT or the endpoint given asks for one: set it, or give a "
            "credential. (OPENAI_API_KEY is for OpenAI only.)"
        )
    return AzureKeyCredential(key)
