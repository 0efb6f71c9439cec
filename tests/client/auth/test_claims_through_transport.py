"""A claims challenge in the midst of a call, with azure-identity and servers of this machine."""

import asyncio
import json
import threading
from typing import Any

import pytest
from tests.support.auth.by_identity import by_client_secret
from tests.support.auth.local import THREAD, Api, Asked, Reply, serving, tokens_sent
from tests.support.auth.refusal import CLAIMS, challenge, claims_since
from tests.support.auth.scene import Scene, both, create, retrieve

from openai_assistants import AuthenticationError, AzureOpenAIEndpoint

from .conftest import Authority

UNAUTHORIZED = {"error": {"code": "401", "message": "Continuous access evaluation failed."}}


def refusal(claims: str = CLAIMS) -> Reply:
    """What the service answers to a token that it does not take any more."""
    other = 'Basic realm="a, b"'
    return Reply(401, UNAUTHORIZED, {"www-authenticate": [other, challenge(claims)]})


def claims_asked(authority: Authority) -> list[Any]:
    """The claims of each token that the authority was asked for, but for the capabilities."""
    forms = [asked.form for asked in authority.server.asked if asked.body]
    tokens = [json.loads(form["claims"])["access_token"] for form in forms]
    return [{name: value for name, value in one.items() if name != "xms_cc"} for one in tokens]


@both
@pytest.mark.parametrize("act", [create, retrieve])
def test_the_call_goes_on_with_a_new_token(
    authority: Authority, act: Any, asynchronous: bool
) -> None:
    """At once, as the same call; the calls after it use that token too."""
    api, scene = Api([refusal()]), Scene(asynchronous)
    with serving(api.answer) as server:
        endpoint = AzureOpenAIEndpoint(server.url)
        made = scene.play(endpoint, by_client_secret(authority), act, act)
    assert [thread.id for thread in made] == ["thread_1", "thread_1"]
    assert tokens_sent(server) == ["token-1", "token-2", "token-2"]
    assert claims_asked(authority) == [{}, json.loads(CLAIMS)["access_token"]]
    assert scene.waits == []
    ids = [asked.headers["x-ms-client-request-id"] for asked in server.asked]
    assert ids[0] == ids[1] != ids[2]


@both
def test_it_needs_no_retries(authority: Authority, asynchronous: bool) -> None:
    """And takes none of those there are."""
    busy = Reply(429, {"error": {"message": "Busy."}}, {"retry-after": "1"})
    api, scene = Api([refusal(), busy, busy]), Scene(asynchronous)
    with serving(api.answer) as server:
        endpoint = AzureOpenAIEndpoint(server.url)
        scene.play(endpoint, by_client_secret(authority), create)
        api.replies = [refusal(claims_since(2))]
        never = {"max_retries": 0}
        scene.play(
            endpoint,
            by_client_secret(authority),
            lambda client: create(client.with_options(**never)),
        )
    assert scene.waits == [1, 1]
    assert tokens_sent(server) == ["token-1"] + ["token-2"] * 3 + ["token-3", "token-4"]


@both
def test_a_second_refusal_is_an_error(authority: Authority, asynchronous: bool) -> None:
    """A service that is never content is not asked without end; the next call starts anew."""
    api = Api([refusal(), refusal(claims_since(2)), Reply(body=THREAD)])
    with serving(api.answer) as server:
        endpoint = AzureOpenAIEndpoint(server.url)
        with pytest.raises(AuthenticationError, match="Continuous access") as caught:
            Scene(asynchronous).play(endpoint, by_client_secret(authority), create)
    assert caught.value.status_code == 401
    assert tokens_sent(server) == ["token-1", "token-2"]


@both
def test_an_upload_is_sent_again(authority: Authority, asynchronous: bool) -> None:
    """Whole."""
    api = Api([refusal(), Reply(body={"id": "file-1", "object": "file"})])
    with serving(api.answer) as server:
        (file,) = Scene(asynchronous).play(
            AzureOpenAIEndpoint(server.url),
            by_client_secret(authority),
            lambda client: client.files.create(file=("a.txt", b"text"), purpose="assistants"),
        )
    assert file.id == "file-1"
    assert [b"text" in asked.body for asked in server.asked] == [True, True]


def test_many_calls_refused_at_once_get_one_new_token(authority: Authority) -> None:
    """The refusals that arrive late belong to the old one."""
    all_there, one_is_through = threading.Barrier(20), threading.Event()

    def answer(asked: Asked) -> Reply:
        if asked.headers["authorization"] != "Bearer token-1":
            one_is_through.set()
            return Reply(body=THREAD)
        if all_there.wait(10) != 0:
            assert one_is_through.wait(10)
        return refusal()

    async def many(client: Any) -> None:
        await asyncio.gather(*(create(client) for _ in range(20)))

    with serving(answer) as server:
        Scene(asynchronous=True).play(
            AzureOpenAIEndpoint(server.url), by_client_secret(authority), many
        )
    assert sorted(tokens_sent(server)) == ["token-1"] * 20 + ["token-2"] * 20
    assert len(claims_asked(authority)) == 2
