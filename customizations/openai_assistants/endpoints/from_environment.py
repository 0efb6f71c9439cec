"""The endpoint and the credential from environment variables."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from openai_assistants_core import AssistantsError
from openai_assistants_core.record import Record

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


class Found(Record, frozen=True):
    """An endpoint and a credential, and where they come from.

    Attributes:
        endpoint_from, credential_from: the variables that they were read from; None for what was
            given, and for OpenAI's own URL.
    """

    _hidden = ("credential",)

    endpoint: Endpoint
    credential: Any
    endpoint_from: str | None = None
    credential_from: str | None = None


# The first that is set counts. The later ones are those of older releases and of other libraries.
_VERSION = ("OPENAI_API_VERSION", "AZURE_OPENAI_API_VERSION")
_BASE_URL = ("OPENAI_BASE_URL", "OPENAI_API_BASE")
_AZURE_TOKEN = ("AZURE_OPENAI_AD_TOKEN",)
_AZURE_KEY = ("AZURE_OPENAI_API_KEY", "AZURE_OPENAI_KEY")


def from_environment(
    endpoint: str | Endpoint | None, credential: Any, environ: Variables
) -> tuple[Endpoint, Any]:
    """The arguments, completed from the environment; see `AssistantsClient.from_env`.

    Raises:
        AssistantsError: the environment does not have it; the message names the variables.
    """
    found = find(endpoint, credential, environ)
    return found.endpoint, found.credential


def find(endpoint: str | Endpoint | None, credential: Any, environ: Variables) -> Found:
    """The same, with the names of the variables that were read.

    Raises:
        AssistantsError: as above.
    """
    variables = {name: value.strip() for name, value in environ.items() if value.strip()}
    chosen, source = _endpoint(endpoint, credential, variables)
    if credential is not None or isinstance(chosen, CompatibleEndpoint):
        return Found(chosen, credential, source)
    # The key of OpenAI is for what its variables name, whatever kind of endpoint that is.
    of_openai = source in _BASE_URL or (source is None and isinstance(chosen, OpenAIEndpoint))
    credential, name = (_openai_key if of_openai else _azure_credential)(variables)
    return Found(chosen, credential, source, name)


def _endpoint(
    given: str | Endpoint | None, credential: Any, variables: Variables
) -> tuple[Endpoint, str | None]:
    if isinstance(given, Endpoint):
        return given, None
    if given is not None:
        return _completed(endpoint_for_url(given), variables), None
    of_openai = isinstance(credential, OpenAIKeyCredential)
    if "AZURE_OPENAI_ENDPOINT" in variables and not of_openai:
        name = "AZURE_OPENAI_ENDPOINT"
        return _completed(endpoint_for_url(variables[name]), variables), name
    url = _first(variables, *_BASE_URL)
    if url is not None:
        return _completed(openai_endpoint_for_url(variables[url]), variables), url
    if of_openai or "OPENAI_API_KEY" in variables:
        return _completed(OpenAIEndpoint(), variables), None
    raise AssistantsError(
        "Neither AZURE_OPENAI_ENDPOINT (with AZURE_OPENAI_API_KEY or AZURE_OPENAI_AD_TOKEN) "
        "nor OPENAI_API_KEY is set: set one of them, or give an endpoint and a credential."
    )


def _first(variables: Variables, *names: str) -> str | None:
    """The first of these variables that is set."""
    return next((name for name in names if name in variables), None)


def _completed(endpoint: Endpoint, variables: Variables) -> Endpoint:
    """An endpoint that was recognised by its URL, with what else the environment says of it."""
    version = _first(variables, *_VERSION)
    if isinstance(endpoint, AzureOpenAIEndpoint) and version is not None:
        return replace(endpoint, api_version=variables[version])
    if isinstance(endpoint, OpenAIEndpoint):
        return replace(
            endpoint,
            organization=variables.get("OPENAI_ORG_ID"),
            project=variables.get("OPENAI_PROJECT_ID"),
        )
    return endpoint


def _openai_key(variables: Variables) -> tuple[Any, str]:
    name = "OPENAI_API_KEY"
    if name not in variables:
        raise AssistantsError(
            "OPENAI_API_KEY is not set, and OPENAI_BASE_URL or the endpoint given asks for it: set "
            "it, or give a credential."
        )
    return OpenAIKeyCredential(variables[name]), name


def _azure_credential(variables: Variables) -> tuple[Any, str]:
    name = _first(variables, *_AZURE_TOKEN, *_AZURE_KEY)
    if name is None:
        raise AssistantsError(
            "Neither AZURE_OPENAI_API_KEY nor AZURE_OPENAI_AD_TOKEN is set, and "
            "AZURE_OPENAI_ENDPOINT or the endpoint given asks for one: set it, or give a "
            "credential. (OPENAI_API_KEY is for OpenAI only.)"
        )
    kind = StaticTokenCredential if name in _AZURE_TOKEN else AzureKeyCredential
    return kind(variables[name]), name
