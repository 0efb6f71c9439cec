"""Three rounds of tools: one stream of ours, and four of the openai package, of one service."""

import asyncio
import sys
from typing import Any

import pytest
from tests.support.conformance import async_streamed, scenes, streamed
from tests.support.service.scripted import answer, call, follow

import openai_assistants
from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants.tools import tool
from openai_assistants_service import LocalService

from .conftest import OPENAI_PYTHON, require_openai, said_by

MODEL = follow(
    call("getUserFavoriteCity"),
    call("getCityNickname", city="Atlanta, GA"),
    call("getWeatherAtLocation", location="Atlanta, GA"),
    answer("In The ATL it is 84f."),
)
TOOLS = [
    tool(scenes.favorite_city, name="getUserFavoriteCity", description="The favorite city."),
    tool(scenes.nickname, name="getCityNickname", description="The nickname of a city."),
    tool(scenes.weather, name="getWeatherAtLocation", description="The weather there."),
]


def in_one_stream(service: LocalService, asynchronous: bool) -> Any:
    """What a handler of ours hears of the same question, as `rounds` tells it of each stream."""
    endpoint = CompatibleEndpoint(service.base_url)
    handler = (async_streamed if asynchronous else streamed).new_handler()
    asked: Any = {
        "thread": {"messages": [{"role": "user", "content": scenes.WEATHER}]},
        "tools": TOOLS,
        "event_handler": handler,
    }
    with AssistantsClient(endpoint) as client:
        asked["assistant_id"] = client.assistants.create(model=scenes.MODEL).id
        if not asynchronous:
            with client.threads.create_and_run_stream(**asked) as stream:
                stream.until_done()

    async def main() -> None:
        async with (
            AsyncAssistantsClient(endpoint) as other,
            other.threads.create_and_run_stream(**asked) as stream,
        ):
            await stream.until_done()

    if asynchronous:
        asyncio.run(main())
    assert handler.current_run.status == "completed"
    assert handler.heard["on_end"] == 1
    return [sorted(streamed.heard(handler)), streamed.names(handler.events), handler.text]


@pytest.mark.parametrize("asynchronous", [False, True])
def test_one_stream_brings_what_four_bring(
    asynchronous: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same callbacks, the same events in the same order, the same text."""
    require_openai()
    kind = "async-openai" if asynchronous else "openai"
    program = "tests.support.conformance.run_openai_streams"
    with LocalService(model=MODEL) as service:
        args = (OPENAI_PYTHON, "-m", program, kind, service.url, "any key", "rounds")
        theirs = said_by(*args, timeout=120)["rounds"]
        monkeypatch.setitem(sys.modules, "openai", openai_assistants)
        ours = in_one_stream(service, asynchronous)
    assert len(theirs) == 4
    told, names, texts = zip(*theirs, strict=True)
    assert ours[0] == sorted(set().union(*told))
    assert ours[1] == [name for one in names for name in one]
    assert ours[1].count("thread.run.requires_action") == 3
    assert ours[2] == "".join(texts) == "In The ATL it is 84f."
