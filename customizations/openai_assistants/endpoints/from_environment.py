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
    certain_endpoint,
    endpoint_for_url,
)

Variables = Mapping[str, str]


def from_environment(
    endpoint: str | Endpoint | None, credential: Any, environ: Variables
) -> tuple[Endpoint, Any]:
    """The arguments, completed from the environment; see `AssistantsClient.from_env`.

    Raises:
        AssistantsError: the environment does not have it; the message names the variables.
    """
    variables = {name: value.strip() for name, value in environ.items() if value.strip()}
    of_openai = isinstance(credential, OpenAIKeyCredential)
    if endpoint is not None:
        chosen = _from_url(endpoint, variables) if isinstance(endpoint, str) else endpoint
        of_openai = isinstance(chosen, OpenAIEndpoint)
    elif "AZURE_OPENAI_ENDPOINT" in variables and not of_openai:
        chosen = _from_url(variables["AZURE_OPENAI_ENDPOINT"], variables)
    elif of_openai or "OPENAI_API_KEY" in variables or "OPENAI_BASE_URL" in variables:
        chosen, of_openai = _openai(variables), True
    else:
        raise AssistantsError(
            "Neither AZURE_OPENAI_ENDPOINT (with AZURE_OPENAI_API_KEY or AZURE_OPENAI_AD_TOKEN) "
            "nor OPENAI_API_KEY is set: set one of them, or give an endpoint and a credential."
        )
    if credential is None and not isinstance(chosen, CompatibleEndpoint):
        credential = _openai_key(variables) if of_openai else _azure_credential(variables)
    return chosen, credential


def _from_url(url: str, variables: Variables) -> Endpoint:
    endpoint = endpoint_for_url(url)
    if isinstance(endpoint, AzureOpenAIEndpoint) and "OPENAI_API_VERSION" in variables:
        return replace(endpoint, api_version=variables["OPENAI_API_VERSION"])
    return _with_billing(endpoint, variables)


def _openai(variables: Variables) -> Endpoint:
    url = variables.get("OPENAI_BASE_URL")
    if url is None:
        return _with_billing(OpenAIEndpoint(), variables)
    return _with_billing(certain_endpoint(url) or OpenAIEndpoint(base_url=url), variables)


def _with_billing(endpoint: Endpoint, variables: Variables) -> Endpoint:
    if not isinstance(endpoint, OpenAIEndpoint):
        return endpoint
    return replace(
        endpoint,
        organization=variables.get("OPENAI_ORG_ID"),
        project=variables.get("OPENAI_PROJECT_ID"),
    )


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
    if "AZURE_OPENAI_API_KEY" not in variables:
        raise AssistantsError(
            "Neither AZURE_OPENAI_API_KEY nor AZURE_OPENAI_AD_TOKEN is set, and "
            "AZURE_OPENAI_ENDPOINT or the endpoint given asks for one: set it, or give a "
            "credential. (OPENAI_API_KEY is for OpenAI only.)"
        )
    return AzureKeyCredential(variables["AZURE_OPENAI_API_KEY"])
