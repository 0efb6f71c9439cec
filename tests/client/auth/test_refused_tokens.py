"""Tokens that are replaced before they expire: refused, asked for with claims, or due."""

import asyncio
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from azure.core.credentials import AccessTokenInfo
from tests.support.auth.refusal import CLAIMS, challenge, claims_since

from openai_assistants import AzureOpenAIEndpoint, CredentialError
from openai_assistants._auth.authenticator import async_authenticator_for, authenticator_for

ENDPOINT = AzureOpenAIEndpoint("https://res.openai.azure.com")


@attrs.define(kw_only=True)
class Credential:
    """Numbers its tokens, and notes the claims it was asked for.

    Attributes:
        lifetime, refresh_in: of each token, in seconds.
        meanwhile: happens while it is being asked.
    """

    now: float = 1000.0
    lifetime: int = 3600
    refresh_in: int | None = None
    broken: bool = False
    meanwhile: Callable[[], object] = lambda: None
    asked: list[str | None] = attrs.field(factory=list[str | None])

    def clock(self) -> float:
        """Seconds since 1970, as everything here has it."""
        return self.now

    def get_token_info(self, *scopes: str, options: Any = None) -> AccessTokenInfo:
        self.asked.append(options.get("claims"))
        number, start = len(self.asked), int(self.now)
        self.meanwhile()
        if self.broken:
            raise OSError("no way to the issuer")
        refresh_on = None if self.refresh_in is None else start + self.refresh_in
        return AccessTokenInfo(f"t{number}", start + self.lifetime, refresh_on=refresh_on)


class AsyncCredential(Credential):
    async def get_token_info(self, *scopes: str, options: Any = None) -> AccessTokenInfo:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        await asyncio.sleep(0)
        return super().get_token_info(*scopes, options=options)


class Setup:
    """A credential, and an authenticator of either kind."""

    def __init__(self, asynchronous: bool) -> None:
        self.asynchronous = asynchronous
        self.credential = AsyncCredential() if asynchronous else Credential()
        make: Any = async_authenticator_for if asynchronous else authenticator_for
        self.auth = make(ENDPOINT, self.credential, self.credential.clock)

    def headers(self) -> dict[str, str]:
        """The headers of the next attempt."""
        headers = self.auth.headers()
        result: dict[str, str] = asyncio.run(headers) if self.asynchronous else headers
        return result

    def token(self) -> str:
        """The token of the next attempt."""
        return self.headers()["authorization"].removeprefix("Bearer ")


@pytest.fixture(params=["sync", "async"])
def setup(request: pytest.FixtureRequest) -> Setup:
    """A credential that was asked once."""
    made = Setup(request.param == "async")
    assert made.token() == "t1"
    return made


def test_a_refused_token_is_not_sent_again(setup: Setup) -> None:
    """The credential may have another; without claims there is no sense in repeating."""
    assert setup.auth.on_challenge(401, None) is False
    assert setup.token() == "t2"
    assert setup.auth.on_challenge(401, 'Bearer error="invalid_token"') is False
    assert setup.token() == "t3"
    assert setup.credential.asked == [None] * 3


def test_other_statuses_say_nothing_about_the_token(setup: Setup) -> None:
    """Whatever header comes with them."""
    for status in (200, 400, 403, 407, 429, 500):
        assert setup.auth.on_challenge(status, challenge()) is False
    assert setup.token() == "t1"


def test_claims_are_asked_for_once(setup: Setup) -> None:
    """In the next token; the one after that is an ordinary one."""
    assert setup.auth.on_challenge(401, challenge()) is True
    assert [setup.token(), setup.token()] == ["t2", "t2"]
    setup.credential.now += 3400
    assert setup.token() == "t3"
    assert setup.credential.asked == [None, CLAIMS, None]


def test_claims_are_asked_for_until_there_is_a_token(setup: Setup) -> None:
    """The refused token is never sent meanwhile, though it has not expired."""
    assert setup.auth.on_challenge(401, challenge())
    setup.credential.broken = True
    for _ in range(2):
        with pytest.raises(CredentialError, match="asks for one with certain claims"):
            setup.headers()
    setup.credential.broken = False
    assert setup.token() == "t4"
    assert setup.credential.asked == [None, CLAIMS, CLAIMS, CLAIMS]


def test_an_answer_to_an_older_token_does_not_count(setup: Setup) -> None:
    """Many calls may be refused at once for the same reason: one new token serves them all."""
    older = setup.headers()
    assert setup.auth.on_challenge(401, challenge(claims_since(1)), older) is True
    assert setup.auth.on_challenge(401, challenge(claims_since(2)), older) is True
    newer = setup.headers()
    assert setup.auth.on_challenge(401, challenge(claims_since(3)), older) is True
    assert setup.auth.on_challenge(401, None, older) is False
    assert setup.headers() == newer
    assert setup.credential.asked == [None, claims_since(1)]
    assert setup.auth.on_challenge(401, challenge(claims_since(4)), newer) is True
    setup.headers()
    assert setup.credential.asked == [None, claims_since(1), claims_since(4)]


def test_a_challenge_while_a_token_is_under_way(setup: Setup) -> None:
    """That token was asked for without the claims, so it does not do."""
    credential = setup.credential
    credential.now += 3400

    def once() -> None:
        credential.meanwhile = lambda: None
        assert setup.auth.on_challenge(401, challenge())

    credential.meanwhile = once
    assert setup.token() == "t2"
    assert setup.token() == "t3"
    assert credential.asked == [None, None, CLAIMS]


def test_refresh_on_says_when(setup: Setup) -> None:
    """It comes before the five minutes, and after them."""
    credential = setup.credential
    credential.refresh_in = 1800
    setup.auth.on_challenge(401, None)
    assert setup.token() == "t2"
    credential.now += 1799
    assert setup.token() == "t2"
    credential.now += 1
    assert setup.token() == "t3"
    credential.refresh_in = 3500
    credential.now += 1800
    assert setup.token() == "t4"
    credential.now += 3499
    assert setup.token() == "t4"
    credential.now += 1
    assert setup.token() == "t5"


def test_a_token_that_expires_while_another_is_asked_for_in_vain(setup: Setup) -> None:
    """It was valid before, and is not sent any more."""
    credential = setup.credential
    credential.now += 3500

    def slow() -> None:
        credential.now += 100

    credential.meanwhile, credential.broken = slow, True
    with pytest.raises(CredentialError):
        setup.token()


def test_threads_share_a_failure() -> None:
    """A credential that fails after half a minute is not asked by each of 64 threads in turn."""
    asked, go_on = threading.Event(), threading.Event()
    setup = Setup(asynchronous=False)

    def wait() -> None:
        asked.set()
        assert go_on.wait(10)

    setup.credential.meanwhile, setup.credential.broken = wait, True
    failures: list[BaseException] = []
    waiting = threading.Semaphore(0)

    def call() -> None:
        waiting.release()
        try:
            setup.token()
        except CredentialError as error:
            failures.append(error)

    threads = [threading.Thread(target=call) for _ in range(64)]
    threads[0].start()
    assert asked.wait(10)
    for thread in threads[1:]:
        thread.start()
    for _ in threads:
        assert waiting.acquire(timeout=10)
    end = time.monotonic() + 10
    while sum(in_lock(thread) for thread in threads) < 63:
        assert time.monotonic() < end
    go_on.set()
    for thread in threads:
        thread.join(10)
    assert len(failures) == 64
    assert len(setup.credential.asked) == 1
    assert len({id(error) for error in failures}) == 64
    assert all(isinstance(error.__cause__, OSError) for error in failures)
    setup.credential.broken = False
    assert setup.token() == "t2"


def in_lock(thread: threading.Thread) -> bool:
    """Whether a thread has come to the place where it waits for another."""
    frame: Any = sys._current_frames().get(thread.ident or 0)
    return frame is not None and frame.f_code.co_name == "token" and "lock" in frame.f_locals


def test_tasks_share_a_failure_and_a_challenge() -> None:
    """The same for tasks; a hundred refused at once get one new token."""

    async def scenario() -> None:
        setup = Setup(asynchronous=True)
        setup.credential.broken = True
        calls = (setup.auth.headers() for _ in range(100))
        failures = await asyncio.gather(*calls, return_exceptions=True)
        assert {type(failure) for failure in failures} == {CredentialError}
        assert len(setup.credential.asked) == 1

        setup.credential.broken = False
        sent = await asyncio.gather(*(setup.auth.headers() for _ in range(100)))
        assert all(setup.auth.on_challenge(401, challenge(), headers) for headers in sent)
        again = await asyncio.gather(*(setup.auth.headers() for _ in range(100)))
        assert again == [{"authorization": "Bearer t3"}] * 100
        assert setup.credential.asked == [None, None, CLAIMS]

    asyncio.run(scenario())


def test_one_client_in_several_event_loops() -> None:
    """One after the other, with tasks that wait for one another in each."""
    setup = Setup(asynchronous=True)

    async def scenario() -> set[str]:
        setup.auth.on_challenge(401, None)
        calls = await asyncio.gather(*(setup.auth.headers() for _ in range(3)))
        return {headers["authorization"] for headers in calls}

    assert [asyncio.run(scenario()) for _ in range(2)] == [{"Bearer t1"}, {"Bearer t2"}]


FORK = """
import os, threading
from openai_assistants import AzureOpenAIEndpoint
from openai_assistants._auth.authenticator import authenticator_for

asked, go_on = threading.Event(), threading.Event()
parent = os.getpid()

class Token:
    token, expires_on = "t", 2.0**40

class Credential:
    def get_token(self, *scopes):
        if os.getpid() == parent:
            asked.set()
            go_on.wait(10)
        return Token

auth = authenticator_for(AzureOpenAIEndpoint("https://res.openai.azure.com"), Credential())
thread = threading.Thread(target=auth.headers)
thread.start()
asked.wait(10)
child = os.fork()
if child == 0:
    os._exit(0 if auth.headers() == {"authorization": "Bearer t"} else 1)
status = os.waitpid(child, 0)[1]
go_on.set()
thread.join()
raise SystemExit(os.waitstatus_to_exitcode(status))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_fork_while_a_token_is_asked_for() -> None:
    """The child does not wait for a thread that it does not have."""
    subprocess.run([sys.executable, "-c", FORK], timeout=30, check=True)
