"""The endpoint and the credential from the arguments of a client's constructor."""

from typing import Any, TypeVar, cast

from msgspec.structs import replace

from ..credentials import AzureKeyCredential, OpenAIKeyCredential, credential_kind
from . import Endpoint, is_in_process

C = TypeVar("C")

WAYS_IN = """the ways to make a client are
  AssistantsClient("https://NAME.openai.azure.com", AzureKeyCredential(KEY))   Azure OpenAI
  AssistantsClient("https://NAME.openai.azure.com", DefaultAzureCredential())  any token source
  AssistantsClient(OpenAIKeyCredential(KEY))                                   OpenAI
  AssistantsClient(OpenAIEndpoint(...), OpenAIKeyCredential(KEY))              any endpoint object
  AssistantsClient(CompatibleEndpoint(URL))                                    without a credential
  AssistantsClient(LocalEndpoint())                                            in this process
  AssistantsClient.from_env()                                                  by the environment"""


def resolve(first: object, credential: C | None) -> tuple[Endpoint, C | None]:
    """The endpoint and the credential that the arguments of a client mean.

    Raises:
        TypeError: an argument is missing or of the wrong kind.
        ValueError: the URL cannot be used, or a credential would be sent unencrypted.
    """
    endpoint, credential = _from_arguments(first, credential)
    if credential is None and endpoint.needs_credential:
        raise TypeError(f"{type(endpoint).__name__} needs a credential; {WAYS_IN}")
    if credential is not None:
        credential_kind(credential)
        if not endpoint.keeps_secrets:
            raise ValueError(
                f"{endpoint.base_url} is plain http to another machine, where anyone on the way "
                "can read the credential: use https, or an endpoint with allow_insecure=True"
            )
    return endpoint, credential


def _from_arguments(first: object, credential: C | None) -> tuple[Endpoint, C | None]:
    if isinstance(first, Endpoint):
        return first, credential
    if isinstance(first, str):
        return _from_url(first, credential)
    if is_in_process(first):
        from . import CompatibleEndpoint

        return CompatibleEndpoint(first.base_url), credential
    if first is None and credential is None:
        raise TypeError(f"neither an endpoint nor a credential was given; {WAYS_IN}")
    if first is not None and credential is not None:
        raise TypeError(
            f"the first argument must be a URL or an endpoint, not {type(first).__name__}; "
            f"{WAYS_IN}"
        )
    return _from_credential(cast("C", credential if first is None else first))


def _from_url(text: str, credential: C | None) -> tuple[Endpoint, C | None]:
    if credential is None:
        raise TypeError(
            "a string alone could be a URL without its credential, or a key: give a credential in "
            f"second place, or OpenAIKeyCredential(key), or CompatibleEndpoint(url); {WAYS_IN}"
        )
    from . import certain_endpoint, endpoint_for_url

    if isinstance(credential, OpenAIKeyCredential) and certain_endpoint(text) is None:
        raise TypeError(
            "a URL with an OpenAIKeyCredential: for an Azure OpenAI resource give an "
            "AzureKeyCredential, for any other server OpenAIEndpoint(base_url=URL) or "
            "CompatibleEndpoint(URL) in place of the URL"
        )
    return endpoint_for_url(text), credential


def _from_credential(credential: C) -> tuple[Endpoint, C]:
    of_azure = isinstance(credential, AzureKeyCredential) or (
        type(credential).__name__ == "AzureKeyCredential"
    )
    if of_azure or credential_kind(credential) == "token":
        raise TypeError(
            f"{type(credential).__name__} alone does not say which resource it is for: give the "
            f"URL in first place; {WAYS_IN}"
        )
    from . import OpenAIEndpoint

    return OpenAIEndpoint(), credential


def with_fields(endpoint: Endpoint, **given: str | None) -> Endpoint:
    """The endpoint, with the fields that a client was given as options.

    Raises:
        TypeError: this kind of endpoint has no such field.
    """
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    for name in changes:
        if not hasattr(endpoint, name):
            owner = "an Azure endpoint" if name == "api_version" else "OpenAIEndpoint"
            raise TypeError(f"{type(endpoint).__name__} has no {name}: that belongs to {owner}")
    return replace(endpoint, **changes) if changes else endpoint
