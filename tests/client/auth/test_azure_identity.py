"""azure-identity itself: managed identity and client secret, against servers of this machine."""

import asyncio
import functools
import json
import time
import traceback
from collections.abc import Generator
from contextlib import nullcontext

import attrs
import azure.identity
import certifi
import pytest
from azure.core.exceptions import ClientAuthenticationError
from tests.support.auth.by_identity import SECRET, by_client_secret, by_managed_identity
from tests.support.auth.local import Api, Asked, Issuer, Reply, Server, serving, tokens_sent
from tests.support.auth.refusal import CLAIMS, challenge, claims_since
from tests.support.auth.scene import Credentials, Scene, both, create, retrieve

from openai_assistants import (
    AzureOpenAIEndpoint,
    CompatibleEndpoint,
    CredentialError,
    RateLimitError,
)
from openai_assistants._auth.authenticator import async_authenticator_for, authenticator_for
from openai_assistants.testing import FakeClock
from openai_assistants_service import LocalService

from .conftest import Authority, ManagedIdentity

ENDPOINT = AzureOpenAIEndpoint("https://res.openai.azure.com")
SCOPE = "https://cognitiveservices.azure.com/.default"


@attrs.frozen
class Identity:
    """A way to get tokens, and who gives them out."""

    credentials: Credentials
    issuer: Issuer
    server: Server


@pytest.fixture(params=["managed identity", "client secret"])
def identity(request: pytest.FixtureRequest) -> Identity:
    """Either way."""
    if request.param == "managed identity":
        running: ManagedIdentity = request.getfixturevalue("managed_identity")
        return Identity(by_managed_identity(), running.issuer, running.server)
    authority: Authority = request.getfixturevalue("authority")
    return Identity(by_client_secret(authority), authority.issuer, authority.server)


@pytest.fixture
def api() -> Generator[tuple[Api, Server]]:
    """An API that answers with a thread, after the replies it is given."""
    api = Api()
    with serving(api.answer) as server:
        yield api, server


BUSY = Reply(429, {"error": {"message": "Busy."}}, {"retry-after": "60"})


@both
def test_a_token_is_got_once_and_sent_with_each_call(
    identity: Identity, api: tuple[Api, Server], asynchronous: bool
) -> None:
    """By the scope of the endpoint."""
    _, server = api
    Scene(asynchronous).play(
        AzureOpenAIEndpoint(server.url), identity.credentials, create, retrieve, create
    )
    assert tokens_sent(server) == ["token-1"] * 3
    assert identity.issuer.count == 1


@both
def test_what_managed_identity_is_asked(
    managed_identity: ManagedIdentity, api: tuple[Api, Server], asynchronous: bool
) -> None:
    """The resource of the scope, with the header that only the app knows."""
    Scene(asynchronous).play(AzureOpenAIEndpoint(api[1].url), by_managed_identity(), create)
    asked = managed_identity.server.last
    assert (asked.method, asked.path) == ("GET", "/msi/token")
    assert asked.query["resource"] == "https://cognitiveservices.azure.com"
    assert asked.headers["x-identity-header"] == "identity-header-of-the-app"


@both
def test_what_the_authority_is_asked(
    authority: Authority, api: tuple[Api, Server], asynchronous: bool
) -> None:
    """The scope, and that the client can answer claims challenges."""
    Scene(asynchronous).play(AzureOpenAIEndpoint(api[1].url), by_client_secret(authority), create)
    asked = authority.server.last
    assert (asked.method, asked.path) == ("POST", "/tenant/oauth2/v2.0/token")
    assert asked.form["scope"] == SCOPE
    assert asked.form["client_secret"] == SECRET
    assert json.loads(asked.form["claims"]) == {"access_token": {"xms_cc": {"values": ["CP1"]}}}


@both
def test_a_token_that_expires_between_attempts_is_replaced(
    identity: Identity, api: tuple[Api, Server], asynchronous: bool
) -> None:
    """The wait that the service asks for outlives the token; the id of the call stays."""
    replies, server = api
    replies.replies = [BUSY, BUSY]
    identity.issuer.lifetimes = [0]
    scene = Scene(asynchronous, FakeClock(time.time() - 65))
    scene.play(AzureOpenAIEndpoint(server.url), identity.credentials, create)
    assert scene.waits == [60, 60]
    assert tokens_sent(server) == ["token-1", "token-2", "token-2"]
    assert len({asked.headers["x-ms-client-request-id"] for asked in server.asked}) == 1


@both
def test_a_token_that_outlives_the_wait_is_kept(
    identity: Identity, api: tuple[Api, Server], asynchronous: bool
) -> None:
    """The same call, with a token that lives for an hour."""
    replies, server = api
    replies.replies = [BUSY, BUSY, BUSY]
    with pytest.raises(RateLimitError):
        Scene(asynchronous).play(AzureOpenAIEndpoint(server.url), identity.credentials, create)
    assert tokens_sent(server) == ["token-1"] * 3


@both
def test_an_issuer_that_fails_between_attempts(identity: Identity, asynchronous: bool) -> None:
    """Nothing is sent with the token that has expired."""
    identity.issuer.lifetimes = [0]

    def busy(asked: Asked) -> Reply:
        identity.issuer.broken = Reply(400, {"error": "invalid_client", "error_description": "No."})
        return BUSY

    scene = Scene(asynchronous, FakeClock(time.time() - 65))
    with serving(busy) as server, pytest.raises(CredentialError) as caught:
        scene.play(AzureOpenAIEndpoint(server.url), identity.credentials, create)
    assert tokens_sent(server) == ["token-1"]
    assert isinstance(caught.value.__cause__, ClientAuthenticationError)


def challenged(identity: Identity, claims: list[str]) -> list[str]:
    """The tokens that a synchronous client sends, when the service asks for these claims."""
    with identity.credentials[0]() as credential:
        auth = authenticator_for(ENDPOINT, credential)
        sent = [auth.headers()]
        for each in claims:
            assert auth.on_challenge(401, challenge(each), sent[-1])
            sent += [auth.headers(), auth.headers()]
    return [headers["authorization"] for headers in sent]


async def challenged_async(identity: Identity, claims: list[str]) -> list[str]:
    """The same of an asynchronous one."""
    async with identity.credentials[1]() as credential:
        auth = async_authenticator_for(ENDPOINT, credential)
        sent = [await auth.headers()]
        for each in claims:
            assert auth.on_challenge(401, challenge(each), sent[-1])
            sent += [await auth.headers(), await auth.headers()]
    return [headers["authorization"] for headers in sent]


@both
def test_a_claims_challenge_brings_a_new_token(identity: Identity, asynchronous: bool) -> None:
    """Each time, though the credential keeps the one before in a cache of its own."""
    claims = [CLAIMS, claims_since(2)]
    sent = (
        asyncio.run(challenged_async(identity, claims))
        if asynchronous
        else challenged(identity, claims)
    )
    assert sent == [f"Bearer token-{number}" for number in (1, 2, 2, 3, 3)]


@both
def test_the_claims_reach_the_authority(authority: Authority, asynchronous: bool) -> None:
    """As the service has put them."""
    identity = Identity(by_client_secret(authority), authority.issuer, authority.server)
    if asynchronous:
        asyncio.run(challenged_async(identity, [CLAIMS]))
    else:
        challenged(identity, [CLAIMS])
    asked = [json.loads(one.form["claims"]) for one in authority.server.asked if one.body]
    assert [one["access_token"].get("nbf") for one in asked] == [
        None,
        {"essential": True, "value": "1726077595"},
    ]


@both
def test_a_credential_that_is_refused(authority: Authority, asynchronous: bool) -> None:
    """The error says what the authority says, not the client's secret; nothing is sent."""
    text = "AADSTS7000215: Invalid client secret provided."
    authority.issuer.broken = Reply(401, {"error": "invalid_client", "error_description": text})
    with serving(Api().answer) as server, pytest.raises(CredentialError) as caught:
        Scene(asynchronous).play(
            AzureOpenAIEndpoint(server.url), by_client_secret(authority), create
        )
    assert server.asked == []
    assert str(caught.value).startswith("ClientSecretCredential failed (ClientAuthenticationError")
    assert text in str(caught.value)
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@both
def test_an_authority_that_is_not_trusted(authority: Authority, asynchronous: bool) -> None:
    """Its certificate is checked, and the client's secret stays here."""
    stranger = Authority(authority.server, authority.issuer, certifi.where())
    with serving(Api().answer) as server, pytest.raises(CredentialError, match="CERTIFICATE"):
        Scene(asynchronous).play(
            AzureOpenAIEndpoint(server.url), by_client_secret(stranger), create
        )
    assert authority.server.asked == []


@both
def test_the_local_service_takes_tokens(
    managed_identity: ManagedIdentity, asynchronous: bool
) -> None:
    """By the scope that a compatible endpoint is made with."""
    with LocalService() as service:
        endpoint = CompatibleEndpoint(service.base_url, scope="api://mine/.default")
        (made,) = Scene(asynchronous).play(endpoint, by_managed_identity(), create)
    assert made.id.startswith("thread_")
    assert managed_identity.server.last.query["resource"] == "api://mine"


@both
def test_synchronous_credentials_serve_both_clients(
    managed_identity: ManagedIdentity, api: tuple[Api, Server], asynchronous: bool
) -> None:
    """As do chains, and functions that give tokens."""
    with azure.identity.ManagedIdentityCredential() as alone:
        for credential in (
            alone,
            azure.identity.ChainedTokenCredential(alone),
            azure.identity.get_bearer_token_provider(alone, SCOPE),
        ):
            credentials = functools.partial(nullcontext, credential)
            endpoint = AzureOpenAIEndpoint(api[1].url)
            Scene(asynchronous).play(endpoint, (credentials, credentials), create)
    assert tokens_sent(api[1]) == ["token-1"] * 3
