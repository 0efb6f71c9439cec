"""The weather walkthrough of the origin library, in few lines, with both clients."""

import ast
import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService

EXAMPLES = Path(__file__).parents[3] / "examples"
QUESTION = "What's the weather like right now in my favorite city?"
BOT = (
    "You are a weather bot. Use the provided functions to help answer questions. Customize your "
    "responses to the user's preferences as much as possible and use friendly nicknames for cities "
    "whenever possible."
)


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    with LocalService() as service:
        yield service.base_url


@pytest.fixture(autouse=True)
def _examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(EXAMPLES), *sys.path])


def assistant(base_url: str, **options: Any) -> str:
    with AssistantsClient(CompatibleEndpoint(base_url)) as client:
        return client.assistants.create(model="builtin", instructions=BOT, **options).id


def test_sync(base_url: str) -> None:
    import weather_tools

    with AssistantsClient(CompatibleEndpoint(base_url)) as client:
        said = weather_tools.ask(client, assistant(base_url), QUESTION)
    assert "The ATL" in said
    assert "84f" in said


def test_async(base_url: str) -> None:
    import weather_tools_async

    async def main() -> str:
        async with AsyncAssistantsClient(CompatibleEndpoint(base_url)) as client:
            return await weather_tools_async.ask(client, assistant(base_url), QUESTION)

    said = asyncio.run(main())
    assert "The ATL" in said
    assert "84f" in said


def test_an_assistant_takes_the_same_functions(base_url: str) -> None:
    """Then the run sends no tools of its own."""
    import weather_tools

    made = assistant(base_url, tools=weather_tools.TOOLS)
    with AssistantsClient(CompatibleEndpoint(base_url)) as client:
        said = weather_tools.ask(client, made, "What's the weather in Seattle, WA in celsius?")
    assert "21c" in said


@pytest.mark.parametrize("name", ["weather_tools", "weather_tools_async"])
def test_it_takes_at_most_twenty_lines(name: str) -> None:
    """Of code: without imports, docstrings and blank lines; the asynchronous one has no tools."""
    tree = ast.parse((EXAMPLES / f"{name}.py").read_text(encoding="utf-8"))
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    code = [node for node in statements if not isinstance(node, ast.Import | ast.ImportFrom)]
    code = [node for node in code if not isinstance(getattr(node, "value", None), ast.Constant)]
    lines = {node.lineno for node in code}
    assert 5 <= len(lines) <= 20
