"""Keys and tokens go to the endpoint, over a way that keeps them, and nowhere else."""

from contextlib import nullcontext
from functools import partial
from typing import Any

import attrs
import httpx
import pytest
from azure.core.credentials import AccessToken
from tests.support.auth.local import THREAD, Asked, Reply, Server, serving
from tests.support.auth.scene import Scene, both, create, retrieve

from openai_assistants import (
    APIStatusError,
    AssistantsClient,
    AsyncAssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    StaticTokenCredential,
)

SECRET = "s3cr3t-value"


class Token:
    """A token credential that does not expire."""

    def get_token(self, *scopes: str) -> AccessToken:
        return AccessToken(SECRET, 2**33)


CREDENTIALS = [
    SECRET,
    AzureKeyCredential(SECRET),
    OpenAIKeyCredential(SECRET),
    StaticTokenCredential(SECRET),
    Token(),
    lambda: SECRET,
]
ENDPOINTS = [
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    FoundryEndpoint,
    OpenAIEndpoint,
]
CLIENTS = [AssistantsClient, AsyncAssistantsClient]


@pytest.mark.parametrize("credential", CREDENTIALS, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("endpoint", ENDPOINTS)
@pytest.mark.parametrize("kind", CLIENTS)
def test_plain_http_to_another_machine_is_refused(
    kind: Any, endpoint: Any, credential: Any
) -> None:
    """When the client is made, for every credential; the endpoint may allow it."""
    url = "http://res.example"
    with pytest.raises(ValueError, match="plain http") as caught:
        kind(endpoint(url), credential)
    assert SECRET not in str(caught.value)
    allowed = kind(endpoint(url, allow_insecure=True), credential)
    assert allowed.endpoint.base_url.startswith(url)
    assert kind(endpoint("http://127.0.0.1"), credential)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1.example",
        "http://localhost.example",
        "http://0.0.0.0",
        "http://10.0.0.1",
        "http://[::2]",
        "http://2130706433",
    ],
)
def test_what_only_looks_like_this_machine(url: str) -> None:
    """Is another."""
    with pytest.raises(ValueError, match="plain http"):
        AssistantsClient(url, AzureKeyCredential(SECRET))


def secrets_of(server: Server) -> list[str | None]:
    """What each request carried of the secret, by either header."""
    return [
        asked.headers.get("api-key") or asked.headers.get("authorization") for asked in server.asked
    ]


@attrs.frozen
class Leads:
    """Answers the first request with a redirect."""

    status: int
    location: str
    asked: list[Asked] = attrs.field(factory=list[Asked])

    def answer(self, asked: Asked) -> Reply:
        """A redirect, or a thread."""
        self.asked.append(asked)
        if len(self.asked) > 1:
            return Reply(body=THREAD)
        return Reply(self.status, None, {"location": self.location})


def call(scene: Scene, endpoint: Endpoint, credential: Any, act: Any) -> Any:
    """What a call comes to."""
    made = partial(nullcontext, credential)
    (result,) = scene.play(endpoint, (made, made), act)
    return result


@both
@pytest.mark.parametrize("act", [create, retrieve])
@pytest.mark.parametrize("credential", [AzureKeyCredential(SECRET), Token()])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_another_origin_is_never_asked(
    status: int, credential: Any, act: Any, asynchronous: bool
) -> None:
    """Not with the secret, nor without it: the redirect comes out as it is."""
    with serving(lambda asked: Reply(body=THREAD)) as other:
        leads = Leads(status, f"{other.url}/openai/threads/thread_1")
        with serving(leads.answer) as server, pytest.raises(APIStatusError) as caught:
            call(Scene(asynchronous), AzureOpenAIEndpoint(server.url), credential, act)
    assert caught.value.status_code == status
    assert other.asked == []
    assert len(server.asked) == 1


@both
@pytest.mark.parametrize("act", [create, retrieve])
@pytest.mark.parametrize("credential", [AzureKeyCredential(SECRET), Token()])
def test_the_same_origin_is_asked_with_the_secret(
    credential: Any, act: Any, asynchronous: bool
) -> None:
    """So that a service can move things."""
    with serving(Leads(307, "/elsewhere").answer) as server:
        endpoint = AzureOpenAIEndpoint(server.url)
        assert call(Scene(asynchronous), endpoint, credential, act).id == "thread_1"
    assert [asked.path for asked in server.asked][1] == "/elsewhere"
    first, second = secrets_of(server)
    assert first == second
    assert SECRET in (first or "")


@pytest.mark.parametrize("follows", [False, True])
def test_an_http_client_that_follows_redirects(follows: bool) -> None:
    """Its own setting does not let the key out."""
    with serving(lambda asked: Reply(body=THREAD)) as other:
        with serving(Leads(307, f"{other.url}/openai/threads").answer) as server:
            with httpx.Client(follow_redirects=follows) as http:
                client = AssistantsClient(server.url, AzureKeyCredential(SECRET), http_client=http)
                with pytest.raises(APIStatusError, match="307"):
                    client.threads.create()
    assert other.asked == []
