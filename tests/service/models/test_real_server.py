"""A real model server, llama.cpp with SmolLM2: the protocol is tested, and not its answers."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.models.dialects import DIALECTS, Dialect
from tests.support.models.talk import WEATHER
from tests.support.service.api import Api
from tests.support.service.streams import parse

from openai_assistants_service import LocalService

ROOT = Path(__file__).resolve().parents[3]
PYTHON = ROOT / ".envs" / "llama" / "bin" / "python"
SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string", "maxLength": 20}},
    "required": ["city"],
}


@pytest.fixture(scope="module")
def llama() -> Iterator[str]:
    if not (PYTHON.parents[1] / ".installed").exists():
        pytest.skip("llama.cpp is missing: `make .envs/llama/.installed` installs it")
    program = ROOT / "tests" / "support" / "models" / "llama.py"
    with subprocess.Popen(
        [PYTHON, str(program)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate(timeout=30)  # the end of its input ends it


@pytest.fixture(scope="module", params=DIALECTS, ids=lambda dialect: dialect.name)
def api(request: pytest.FixtureRequest, llama: str) -> Iterator[Api]:
    dialect: Dialect = request.param
    with LocalService(model=dialect.prefix + llama) as service, Api.of(service) as made:
        yield made


def begin(api: Api, *messages: tuple[str, str], **options: Any) -> dict[str, Any]:
    assistant = api.post("/assistants", model="smollm2", tools=options.pop("tools", []))["id"]
    content = [{"role": role, "content": text} for role, text in messages]
    thread = api.post("/threads", messages=content)["id"]
    run = api.post(f"/threads/{thread}/runs", assistant_id=assistant, **options)
    return api.settled(run, "requires_action")


def text(api: Api, run: dict[str, Any]) -> str:
    return str(api.answer(run)["content"][0]["text"]["value"])


def test_a_plain_answer(api: Api) -> None:
    run = begin(api, ("user", "Say hello."), max_completion_tokens=256)
    assert run["status"] in ("completed", "incomplete"), run["last_error"]
    assert text(api, run)
    assert run["usage"]["prompt_tokens"] > 0
    assert 0 < run["usage"]["completion_tokens"] <= 256


def test_a_streamed_answer(api: Api) -> None:
    assistant = api.post("/assistants", model="smollm2")["id"]
    path = f"/threads/{api.thread('Say hello.')}/runs"
    body = {"assistant_id": assistant, "stream": True}
    events = parse(api.send("POST", path, json=body).text)
    pieces = [one.data["delta"] for one in events if one.short == "message.delta"]
    written = "".join(one["content"][0]["text"]["value"] for one in pieces)
    (whole,) = [
        one.data for one in events if one.short in ("message.completed", "message.incomplete")
    ]
    assert len(pieces) > 1
    assert whole["content"][0]["text"]["value"] == written


def test_json_of_a_schema(api: Api, request: pytest.FixtureRequest) -> None:
    if request.node.callspec.params["api"].name == "responses":
        pytest.skip("llama.cpp heeds no format in its Responses API")
    form = {"type": "json_schema", "json_schema": {"name": "place", "schema": SCHEMA}}
    run = begin(api, ("user", "Name a city."), response_format=form)
    assert run["status"] == "completed", run["last_error"]
    assert list(json.loads(text(api, run))) == ["city"]


def test_a_tool_call_that_the_template_forces(api: Api) -> None:
    """It makes two calls whatever it is told; the first is kept."""
    opening = ("assistant", "<tool_call>\n")
    run = begin(
        api,
        ("user", "What is the weather in Rome?"),
        opening,
        tools=[WEATHER],
        tool_choice="required",
        parallel_tool_calls=False,
    )
    assert run["status"] == "requires_action", run["last_error"]
    (call,) = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    assert call["function"]["name"] == "weather"
    assert isinstance(json.loads(call["function"]["arguments"]), dict)


def test_what_it_refuses(api: Api) -> None:
    run = begin(api, ("user", "word " * 3000))
    assert (run["status"], run["last_error"]["code"]) == ("failed", "invalid_prompt")
    assert "exceeds the available context size" in run["last_error"]["message"]
    run = begin(api, *[("user", f"Tell me of {n}. " + "word " * 700) for n in range(4)])
    assert run["status"] in ("completed", "incomplete"), run["last_error"]
    image = [{"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}]
    thread = api.post("/threads", messages=[{"role": "user", "content": image}])["id"]
    assistant = api.post("/assistants", model="smollm2")["id"]
    run = api.settled(api.post(f"/threads/{thread}/runs", assistant_id=assistant))
    assert run["last_error"]["code"] == "invalid_prompt"
    assert "does not take the images" in run["last_error"]["message"]
