"""Streams of the service, read by other clients as they are."""

import asyncio
import sys
from typing import Any

import pytest
from tests.support.conformance import async_streamed, scenes, streamed
from tests.support.conformance.streamed import CALLBACKS

import openai_assistants
from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService

from .conftest import OPENAI_PYTHON, require_environment, require_openai, said_by
from .test_npm_package import play

KINDS = ["openai", "azure-v2", "azure-v1", "async-openai", "async-azure-v2", "async-azure-v1"]
MESSAGE = [
    "thread.run.step.created",
    "thread.run.step.in_progress",
    "thread.message.created",
    "thread.message.in_progress",
    "thread.message.delta",
    "thread.message.completed",
    "thread.run.step.completed",
    "thread.run.completed",
]
CREATED = [
    "thread.run.created",
    "thread.run.queued",
    "thread.run.in_progress",
    "thread.run.step.created",
    "thread.run.step.in_progress",
    "thread.run.step.delta",
    "thread.run.requires_action",
]
SUBMITTED = [
    "thread.run.step.completed",
    "thread.run.queued",
    "thread.run.in_progress",
    *MESSAGE,
]


@pytest.mark.parametrize("kind", KINDS)
def test_openai(service: LocalService, key: str, kind: str) -> None:
    """All that its handlers can hear, its snapshots, its plain iterators, its exceptions."""
    require_openai()
    program = "tests.support.conformance.run_openai_streams"
    said = said_by(OPENAI_PYTHON, "-m", program, kind, service.url, key, timeout=120)
    assert said["maths"] == sorted(CALLBACKS)
    assert said["weather"] == sorted(CALLBACKS)
    assert "673457" in said["codes"]
    assert said["plain"] == [CREATED, SUBMITTED, ["thread.created", *CREATED]]
    assert said["refused"] == ["NotFoundError", "BadRequestError"]


@pytest.mark.parametrize("asynchronous", [False, True])
def test_ours(
    service: LocalService, key: str, asynchronous: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same code for the openai package, with our client and our handlers in its place."""
    monkeypatch.setitem(sys.modules, "openai", openai_assistants)
    endpoint = CompatibleEndpoint(f"{service.url}/v1")
    said: dict[str, Any] = {}
    if asynchronous:

        async def play_all() -> None:
            async with AsyncAssistantsClient(endpoint, key) as client:
                for scene in async_streamed.SCENES:
                    said[scene.__name__] = await scene(client, scenes.V2)

        asyncio.run(play_all())
    else:
        with AssistantsClient(endpoint, key) as client:
            said = {one.__name__: one(client, scenes.V2) for one in streamed.SCENES}
    assert said["maths"] == sorted(CALLBACKS)
    assert said["weather"] == sorted(CALLBACKS)
    assert "673457" in said["codes"]
    assert said["plain"] == [CREATED, SUBMITTED, ["thread.created", *CREATED]]
    assert said["refused"] == ["NotFoundError", "BadRequestError"]


def test_azure_ai_agents(service: LocalService, key: str) -> None:
    """Its handler hears everything, and it goes on through the functions that it calls itself."""
    python, program = require_environment("agents"), "tests.support.conformance.run_agents_streams"
    said = said_by(python, "-m", program, service.url, key, timeout=120)
    for scene in said.values():
        assert scene["odd"] == []
        assert scene["status"] == "completed"
        assert scene["streamed"] == scene["stored"]
        assert {"message_delta", "thread_message", "thread_run", "run_step"} < set(scene["heard"])
    assert said["maths"]["heard"]["done"] == 1
    assert "x = 1." in said["maths"]["streamed"]
    assert said["weather"]["heard"]["done"] == 2
    assert "70f" in said["weather"]["streamed"]


@pytest.mark.parametrize("mode", ["openai", "azure"])
def test_npm_openai(service: LocalService, key: str, mode: str) -> None:
    """Its stream helper with a listener for everything, through functions, and plain iterators."""
    said = play("openai_streams.mjs", mode, service, key)
    assert len(said["maths"]["names"]) == len(CALLBACKS)
    assert "x = 1." in said["maths"]["text"]
    assert said["weather"]["rounds"] == 3
    assert "84f" in said["weather"]["text"]
    assert said["plain"] == [*CREATED[:3], *MESSAGE]
