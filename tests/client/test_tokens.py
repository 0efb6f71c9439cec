"""Credentials: by shape, kept until shortly before they expire, asked one at a time."""

import asyncio
import threading
from typing import Any

import attrs
import pytest
from azure.core.credentials import AccessToken
from azure.core.credentials import AzureKeyCredential as CoreKeyCredential
from tests.support.client.wire import Answer, Wire

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    CredentialError,
)
from openai_assistants._auth.authenticator import async_authenticator_for, authenticator_for
from openai_assistants._auth.token_source import AsyncTokenSource, TokenSource

ENDPOINT = AzureOpenAIEndpoint("https://res.openai.azure.com")


@attrs.define
class Clock:
    """A clock that stands still."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@attrs.define
class Issuer:
    """A token credential that counts, and fails when told to."""

    clock: Clock
    lifetime: int = 3600
    count: int = 0
    broken: bool = False

    def get_token(self, *scopes: str) -> AccessToken:
        if self.broken:
            raise OSError("no way to the issuer")
        self.count += 1
        return AccessToken(f"token-{self.count}", int(self.clock.now) + self.lifetime)


class AsyncIssuer(Issuer):
    """The same, asynchronous."""

    async def get_token(self, *scopes: str) -> AccessToken:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        await asyncio.sleep(0)
        return super().get_token(*scopes)


def drive(source: TokenSource | AsyncTokenSource) -> str:
    """A token of a source of either kind."""
    return source.token() if isinstance(source, TokenSource) else asyncio.run(source.token())


@pytest.fixture(params=["sync", "async", "sync in async"])
def setup(request: pytest.FixtureRequest) -> tuple[Clock, Issuer, Any]:
    """A clock, an issuer and a source of its tokens."""
    clock = Clock()
    issuer = AsyncIssuer(clock) if request.param == "async" else Issuer(clock)
    kind: Any = TokenSource if request.param == "sync" else AsyncTokenSource
    return clock, issuer, kind(issuer, ("scope",), clock)


def test_a_token_is_kept_and_replaced_in_time(setup: tuple[Clock, Issuer, Any]) -> None:
    """One token serves until five minutes before its end."""
    clock, _, source = setup
    assert drive(source) == "token-1"
    clock.now += 3299
    assert drive(source) == "token-1"
    clock.now += 2
    assert drive(source) == "token-2"


def test_a_failure_is_survived_while_the_old_token_is_valid(
    setup: tuple[Clock, Issuer, Any],
) -> None:
    """The issuer is asked again after a while, and at the end the failure comes out."""
    clock, issuer, source = setup
    drive(source)
    issuer.broken = True
    clock.now += 3400
    assert drive(source) == "token-1"
    issuer.broken = False
    clock.now += 29
    assert drive(source) == "token-1"
    clock.now += 2
    assert drive(source) == "token-2"
    issuer.broken = True
    clock.now += 3595
    with pytest.raises(CredentialError, match="Issuer failed") as caught:
        drive(source)
    assert isinstance(caught.value.__cause__, OSError)


def test_short_lived_tokens_do_not_flood_the_issuer(setup: tuple[Clock, Issuer, Any]) -> None:
    """A token that lives less than the margin is still used, and replaced now and then."""
    clock, issuer, source = setup
    issuer.lifetime = 100
    for _ in range(5):
        assert drive(source) == "token-1"
    clock.now += 30
    assert drive(source) == "token-2"


def test_threads_ask_once() -> None:
    """Threads without a token wait for the one that asks; with a valid one they do not wait."""
    clock = Clock()
    asked, go_on = threading.Semaphore(0), threading.Event()

    class Slow(Issuer):
        def get_token(self, *scopes: str) -> AccessToken:
            asked.release()
            assert go_on.wait(10)
            return super().get_token(*scopes)

    issuer = Slow(clock)
    source = TokenSource(issuer, (), clock)
    tokens: list[str] = []
    threads = [threading.Thread(target=lambda: tokens.append(source.token())) for _ in range(16)]
    for thread in threads:
        thread.start()
    assert asked.acquire(timeout=10)
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert tokens == ["token-1"] * 16
    assert issuer.count == 1

    go_on.clear()
    clock.now += 3400
    refresher = threading.Thread(target=source.token)
    refresher.start()
    assert asked.acquire(timeout=10)
    assert source.token() == "token-1"
    go_on.set()
    refresher.join(10)
    assert source.token() == "token-2"


def test_tasks_ask_once() -> None:
    """The same for tasks."""

    async def scenario() -> None:
        clock = Clock()
        issuer = AsyncIssuer(clock)
        source = AsyncTokenSource(issuer, (), clock)
        tokens = await asyncio.gather(*(source.token() for _ in range(16)))
        assert set(tokens) == {"token-1"}
        clock.now += 3400
        tokens = await asyncio.gather(*(source.token() for _ in range(16)))
        assert sorted(set(tokens)) == ["token-1", "token-2"]
        assert issuer.count == 2

    asyncio.run(scenario())


def test_a_cancelled_task_does_not_hold_up_the_others() -> None:
    """The next one asks itself."""

    async def scenario() -> None:
        clock, started, never = Clock(), asyncio.Event(), asyncio.Event()

        class Stuck(Issuer):
            async def get_token(self, *scopes: str) -> AccessToken:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
                if self.count == 0:
                    self.count = 1
                    started.set()
                    await never.wait()
                return super().get_token(*scopes)

        source = AsyncTokenSource(Stuck(clock), (), clock)
        first = asyncio.create_task(source.token())
        await started.wait()
        second = asyncio.create_task(source.token())
        first.cancel()
        assert await second == "token-2"

    asyncio.run(scenario())


def test_functions_are_asked_each_time() -> None:
    """A function keeps its own tokens; a synchronous one runs beside the event loop."""
    count = iter(range(9))
    threads: list[int] = []

    def provider() -> str:
        threads.append(threading.get_ident())
        return f"t{next(count)}"

    async def async_provider() -> str:
        return f"t{next(count)}"

    sync = authenticator_for(ENDPOINT, provider)
    assert [sync.headers(), sync.headers()] == [
        {"authorization": "Bearer t0"},
        {"authorization": "Bearer t1"},
    ]

    async def scenario() -> list[dict[str, str]]:
        one = async_authenticator_for(ENDPOINT, provider)
        other = async_authenticator_for(ENDPOINT, async_provider)
        return [await one.headers(), await other.headers()]

    assert asyncio.run(scenario()) == [
        {"authorization": "Bearer t2"},
        {"authorization": "Bearer t3"},
    ]
    assert threads[-1] != threading.get_ident()


@pytest.mark.parametrize("token", ["", "a\nb", None])
def test_a_token_no_header_can_carry_is_refused(token: Any) -> None:
    """Nothing is sent, and the message does not show it."""
    with pytest.raises(CredentialError, match="returned an invalid token: the token"):
        authenticator_for(ENDPOINT, lambda: token).headers()


def test_a_replaced_key_takes_effect_on_the_next_request() -> None:
    """Ours and that of azure-core, in both clients; a plain string is a key too."""
    wire = Wire()
    for key in (AzureKeyCredential("one"), CoreKeyCredential("one")):
        client = AssistantsClient(ENDPOINT, key, http_client=wire.http())
        client.threads.create()
        key.update("two")
        client.threads.create()
        assert [sent.headers["api-key"] for sent in wire.sent[-2:]] == ["one", "two"]

    async def scenario() -> None:
        client = AsyncAssistantsClient(ENDPOINT, "three", http_client=wire.async_http())
        await client.threads.create()
        assert wire.last.headers["api-key"] == "three"

    asyncio.run(scenario())


def test_a_lone_key_credential_of_azure_core_is_refused_as_ours_is() -> None:
    """It is for some Azure resource, and must not reach OpenAI."""
    with pytest.raises(TypeError, match="which resource"):
        AssistantsClient(CoreKeyCredential("k"))


def test_the_token_is_asked_for_again_on_each_attempt() -> None:
    """What expired between two attempts is not sent again."""
    wire = Wire(Answer(429, headers={"retry-after-ms": "0"}), Answer())
    tokens = iter(["one", "two"])
    client = AssistantsClient(ENDPOINT, lambda: next(tokens), http_client=wire.http())
    client.threads.create()
    assert [sent.headers["authorization"] for sent in wire.sent] == ["Bearer one", "Bearer two"]
    ids = {sent.headers["x-ms-client-request-id"] for sent in wire.sent}
    assert len(ids) == 1
