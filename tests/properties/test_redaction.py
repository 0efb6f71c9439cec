"""Every way in which a secret is sent, every ending, every level: it is seen nowhere."""

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import attrs
import httpx
import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st
from tests.support.redaction.endings import ENDINGS, Network
from tests.support.redaction.seen import Observatory, listening, texts_of
from tests.support.redaction.ways import OTHER_KEY, WAYS
from tests.support.scale import at_scale

from openai_assistants import (
    AssistantsClient,
    AssistantsError,
    AsyncAssistantsClient,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    FoundryEndpoint,
    OpenAIEndpoint,
    set_log_level,
)
from openai_assistants.testing import FakeClock

URL = "https://res.example"
ENDPOINTS = [
    AzureOpenAIEndpoint(URL),
    AzureOpenAIV1Endpoint(URL),
    CompatibleEndpoint(URL),
    FoundryEndpoint(URL),
    OpenAIEndpoint(URL),
]
LEVELS = [None, "error", "warning", "info", "verbose"]
MESSAGE: Any = {"role": "user", "content": "Hi"}
FILE = ("a.txt", b"text")

Act = Callable[[Any, dict[str, Any]], Any]
ACTS: dict[str, Act] = {
    "read": lambda client, extra: client.threads.retrieve("t", **extra),
    "list": lambda client, extra: client.assistants.list(limit=2, **extra),
    "delete": lambda client, extra: client.threads.delete("t", **extra),
    "create": lambda client, extra: client.threads.create(messages=[MESSAGE], **extra),
    "run": lambda client, extra: client.threads.runs.create("t", assistant_id="a", **extra),
    "upload": lambda client, extra: client.files.create(file=FILE, purpose="user_data", **extra),
    "download": lambda client, extra: client.files.content("f", **extra),
    "raw": lambda client, extra: client.threads.runs.with_raw_response.retrieve(
        "r", thread_id="t", **extra
    ),
    "stream": lambda client, extra: client.threads.runs.with_streaming_response.retrieve(
        "r", thread_id="t", **extra
    ),
}


@attrs.frozen
class Case:
    """One call, all told."""

    secret: str = attrs.field(repr=False)
    way: str
    endpoint: Any
    act: str
    ending: str
    before: str | None
    level: str | None
    bodies: bool
    asynchronous: bool
    reconcile: bool = False
    in_time: bool = True


PREFIX = "Zq7~"
IN_HEADERS = st.characters(min_codepoint=33, max_codepoint=126)
ANYWHERE = st.characters(exclude_categories=["Cs"])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any call."""
    name = draw(st.sampled_from(sorted(WAYS)))
    alphabet = ANYWHERE if WAYS[name].in_query else IN_HEADERS
    return Case(
        PREFIX + draw(st.text(alphabet, min_size=6, max_size=40)),
        name,
        draw(st.sampled_from(ENDPOINTS)),
        draw(st.sampled_from(sorted(ACTS))),
        draw(st.sampled_from(sorted(ENDINGS)) | st.just("success")),
        draw(st.none() | st.sampled_from(sorted(ENDINGS))),
        draw(st.sampled_from(LEVELS)),
        draw(st.booleans()),
        WAYS[name].asynchronous or draw(st.booleans()),
        draw(st.booleans()),
        draw(st.sampled_from([True, True, True, False])),
    )


def forms(secret: str) -> set[str]:
    """How a secret may be written."""
    return {
        secret,
        quote(secret, safe=""),
        quote(secret),
        repr(secret)[1:-1],
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
    }


@attrs.define
class Played:
    """What is to be seen of a call."""

    network: Network
    texts: list[str] = attrs.field(factory=list[str])
    outcome: str = "result"


def play(case: Case, observatory: Observatory) -> Played:
    """Makes the call."""
    way = WAYS[case.way]
    endings = [ENDINGS[name] for name in (case.before, case.ending) if name is not None]
    played = Played(Network(endings[-1], *endings[:-1], stuck=not case.in_time))
    options: dict[str, Any] = {
        "log_bodies": case.bodies,
        "trace_content": case.bodies,
        "reconcile": case.reconcile,
        "total_timeout": None if case.in_time else 1e-9,
        "max_retries": 1,
        **way.options(case.secret),
    }
    credential = way.credential(case.secret)
    client: Any
    if case.asynchronous:
        async_http = httpx.AsyncClient(transport=played.network)
        client = AsyncAssistantsClient(case.endpoint, credential, http_client=async_http, **options)
    else:
        http = httpx.Client(transport=played.network)
        client = AssistantsClient(case.endpoint, credential, http_client=http, **options)
    client = observatory.attach(FakeClock().attach(client))
    changed = client.with_options(max_retries=2)
    played.texts += [
        repr(client),
        repr(client._transport),
        repr(client._transport.settings),
        repr(changed),
    ]
    played.texts += [repr(client.endpoint), str(client.endpoint)]
    if not isinstance(credential, str):
        played.texts.append(repr(credential))
    with listening() as log:
        set_log_level(case.level)
        try:
            carry_out(client, case, way.extra(case.secret), played)
        finally:
            set_log_level(None)
    played.texts += [*log, *observatory.texts()]
    return played


def carry_out(client: Any, case: Case, extra: dict[str, Any], played: Played) -> None:
    """Calls, and keeps what an error tells, or a raw answer."""
    try:
        result = ACTS[case.act](client, extra)
        if case.asynchronous:
            result = asyncio.run(finish(result))
        elif case.act == "stream":
            with result as opened:
                played.texts.append(repr(opened))
                opened.parse()
        if case.act == "raw":
            played.texts.append(repr(result))
            result.parse()
    except AssistantsError as error:
        played.outcome = type(error).__name__
        played.texts += texts_of(error)
    except RuntimeError:  # not ours, so what it tells is not either
        played.outcome = "mishap"


async def finish(result: Any) -> Any:
    """The result of an asynchronous call."""
    if not hasattr(result, "__aenter__"):
        return await result
    async with result as opened:
        return await opened.parse()


@pytest.fixture(scope="module")
def observatory() -> Observatory:
    return Observatory()


@settings(max_examples=at_scale(tests=1_500, soak=50_000))
@given(case=cases())
@example(
    Case(
        "Zq7~'\"\\&=+ %<é",
        "default ?code",
        ENDPOINTS[0],
        "read",
        "500, json",
        None,
        "verbose",
        True,
        False,
    )
)
def test_a_secret_is_seen_nowhere(observatory: Observatory, case: Case) -> None:
    """Not in the log, in errors with all that hangs on them, in traces, in any repr."""
    played = play(case, observatory)
    event(played.outcome)
    assert any(case.secret in heard for heard in played.network.heard) or not case.in_time
    for secret in (case.secret, OTHER_KEY):
        for form in forms(secret):
            for text in played.texts:
                assert form not in text, text
