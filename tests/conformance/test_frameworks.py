"""Frameworks that stand on the openai package, unmodified: through it, and through our client."""

import json
from collections.abc import AsyncGenerator, Iterator
from pathlib import Path
from typing import Any

import pytest

from openai_assistants_service import LocalService
from openai_assistants_service.models.base import Delta, ModelError
from openai_assistants_service.models.conversation import Conversation

from .conftest import require_environment, said_by

CLIENTS = ["openai", "ours"]


class FailingModel:
    """Ends every run as failed."""

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        raise ModelError("server_error", "the model is down")
        yield


@pytest.fixture(scope="module")
def failing(key: str) -> Iterator[LocalService]:
    with LocalService(api_key=key, model=FailingModel()) as running:
        yield running


def play(framework: str, *arguments: str) -> dict[str, Any]:
    """What the program of a framework says, in its own environment."""
    program = f"tests.support.conformance.run_{framework}"
    variables = {"HOME": str(Path.home()), "OPENAI_API_KEY": "not this one"}
    python = require_environment(framework)
    said: dict[str, Any] = said_by(python, "-m", program, *arguments, timeout=120, env=variables)
    return said


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("runnable", ["v1", "v2"])
def test_langchain(
    client: str, runnable: str, service: LocalService, failing: LocalService, key: str
) -> None:
    """OpenAIAssistantRunnable of langchain-classic, and OpenAIAssistantV2Runnable."""
    said = play("langchain", client, runnable, service.url, key, failing.url)
    solved = {"invoke", "goes_on"} | ({"ainvoke", "acreate"} if runnable == "v2" else set())
    assert {scene for scene in said if "x = 1." in said[scene]} == solved
    asked = {"agent_executor", "custom_execution"}
    asked |= {"async_agent_executor"} if runnable == "v2" else set()
    assert {scene for scene in said if "Seattle, WA is 70f" in said[scene]} == asked
    assert json.loads(said["async_calls"]) == {"location": "Seattle, WA"}
    assert "room B12" in said["attachments"]
    if runnable == "v2":
        assert said["tool_resources"].count("room B12") == 2
    assert "unexpected keyword argument 'run_metadata'" in said["run_metadata"]
    assert said["failed"].startswith("Unexpected run status: failed.")
    assert "the model is down" in said["failed"]


@pytest.mark.parametrize("client", CLIENTS)
def test_ag2(client: str, service: LocalService, failing: LocalService, key: str) -> None:
    """GPTAssistantAgent."""
    said = play("ag2", client, service.url, key, failing.url)
    assert "x = 1." in said["maths"]
    assert "Seattle, WA is 70f" in said["function"]
    assert "room B12. [0]" in said["file_search"]
    assert said["found_by_name"] == "the same, not the other"
    assert said["overwritten"].startswith("Use the functions")
    assert said["overwritten"].endswith("['code_interpreter']")
    assert said["failed"].startswith("Unexpected run status: failed.")
    assert "the model is down" in said["failed"]
