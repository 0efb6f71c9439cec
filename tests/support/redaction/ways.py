"""The ways in which a secret gets into a request."""

from collections.abc import Callable
from typing import Any

import attrs
from azure.core.credentials import AccessToken
from azure.core.credentials import AzureKeyCredential as AzureCoreKey

from openai_assistants import AzureKeyCredential, OpenAIKeyCredential, StaticTokenCredential

OTHER_KEY = "Wk3~the-key-beside-it"


@attrs.frozen
class TokenSource:
    """A credential with tokens."""

    secret: str = attrs.field(repr=False)

    def get_token(self, *scopes: str) -> AccessToken:
        """The token."""
        return AccessToken(self.secret, 2**33)


@attrs.frozen
class AsyncTokenSource:
    """The same, asynchronous."""

    secret: str = attrs.field(repr=False)

    async def get_token(self, *scopes: str) -> AccessToken:
        """The token."""
        return AccessToken(self.secret, 2**33)


def function(secret: str) -> Callable[[], str]:
    """A function that returns a token."""
    return lambda: secret


def coroutine(secret: str) -> Any:
    """An asynchronous function that returns a token."""

    async def token() -> str:
        return secret

    return token


def other_key(secret: str) -> AzureKeyCredential:
    """A credential that has nothing to do with the secret."""
    return AzureKeyCredential(OTHER_KEY)


@attrs.frozen(kw_only=True)
class Way:
    """A way.

    Attributes:
        credential: the credential of the client, made of the secret.
        options: options of the client.
        extra: what is given to a single call.
        in_query: whether the secret is a part of the URL.
        asynchronous: whether there must be an asynchronous client.
    """

    credential: Callable[[str], Any] = other_key
    options: Callable[[str], dict[str, Any]] = lambda secret: {}
    extra: Callable[[str], dict[str, Any]] = lambda secret: {}
    in_query: bool = False
    asynchronous: bool = False


def in_header(name: str, value: Callable[[str], str]) -> dict[str, Way]:
    """By a header of the client, or of the call."""
    return {
        f"default {name}": Way(options=lambda secret: {"default_headers": {name: value(secret)}}),
        f"extra {name}": Way(extra=lambda secret: {"extra_headers": {name: value(secret)}}),
    }


def in_query(name: str, value: Callable[[str], Any]) -> dict[str, Way]:
    """By the query of the client, or of the call."""
    return {
        f"default ?{name}": Way(
            options=lambda secret: {"default_query": {name: value(secret)}}, in_query=True
        ),
        f"extra ?{name}": Way(
            extra=lambda secret: {"extra_query": {name: value(secret)}}, in_query=True
        ),
    }


def plain(secret: str) -> str:
    """As it is."""
    return secret


WAYS: dict[str, Way] = {
    "AzureKeyCredential": Way(credential=AzureKeyCredential),
    "AzureKeyCredential of azure-core": Way(credential=AzureCoreKey),
    "OpenAIKeyCredential": Way(credential=OpenAIKeyCredential),
    "StaticTokenCredential": Way(credential=StaticTokenCredential),
    "string": Way(credential=plain),
    "function": Way(credential=function),
    "async function": Way(credential=coroutine, asynchronous=True),
    "TokenCredential": Way(credential=TokenSource),
    "AsyncTokenCredential": Way(credential=AsyncTokenSource, asynchronous=True),
    **in_header("api-key", plain),
    **in_header("Authorization", lambda secret: f"Bearer {secret}"),
    **in_header("authorization", lambda secret: f"Digest realm=x, response={secret}"),
    **in_header("Proxy-Authorization", lambda secret: f"Basic {secret}"),
    **in_header("X-API-Key", plain),
    **in_header("Ocp-Apim-Subscription-Key", plain),
    **in_header("Cookie", lambda secret: f"theme=dark; session={secret}"),
    **in_header("x-of-the-proxy", plain),
    **in_query("code", plain),
    **in_query("sig", plain),
    **in_query("filter", lambda secret: {"token": [secret]}),
}
