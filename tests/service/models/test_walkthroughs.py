"""The three walkthroughs with a model that answers as a good one does: the same through both APIs.

The model reads what it is given, as a language model does: offered functions, results, markers.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from tests.support.models.dialects import DIALECTS, Asked, Call, Turn, call, calls, says
from tests.support.models.server import Request, Stream
from tests.support.models.talk import Talk, talking
from tests.support.service.api import Api

from openai_assistants import AssistantsClient, CompatibleEndpoint

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
ID = re.compile(r"\b(asst_|thread_|run_|step_|msg_|file-|vs_)\w{15,}")

Think = Callable[[Asked], Turn]
Converse = Callable[[AssistantsClient], Iterator[str]]


@pytest.fixture(scope="module")
def talks() -> Iterator[Sequence[Talk]]:
    with ExitStack() as opened:
        yield [opened.enter_context(talking(dialect)) for dialect in DIALECTS]


@pytest.fixture(autouse=True)
def examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(EXAMPLES)])


def walk(talk: Talk, think: Think, converse: Converse) -> tuple[list[str], dict[str, Any]]:
    """Return what an example prints, without the time, and all that came of its thread."""

    def plan(request: Request) -> Stream:
        return talk.dialect.stream(think(talk.dialect.asked(request)))

    talk.follow(plan)
    with AssistantsClient(CompatibleEndpoint(talk.service.base_url)) as client:
        said = [re.sub(r"^\d\d:\d\d:\d\d ", "", line.strip()) for line in converse(client)]
    return said, story(talk)


def story(talk: Talk) -> dict[str, Any]:
    """Return the newest thread with its runs, steps and messages, every id by its first mention."""
    with Api.at(talk.service, "/api/projects/p", "v1") as foundry:
        thread = foundry.get("/threads", limit=1)["data"][0]["id"]
    runs = talk.api.get(f"/threads/{thread}/runs", order="asc")["data"]
    contents = "step_details.tool_calls[*].file_search.results[*].content"
    told = {
        "runs": runs,
        "steps": [talk.api.steps(run, **{"include[]": contents}) for run in runs],
        "messages": talk.api.get(f"/threads/{thread}/messages", order="asc")["data"],
    }
    seen: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        return seen.setdefault(match[0], f"{match[1]}{len(seen)}")

    text = ID.sub(named, json.dumps(told, ensure_ascii=False))
    plain: dict[str, Any] = json.loads(re.sub(r'"(\w+_at)": \d+', r'"\1": 0', text))
    return plain


def both(
    talks: Sequence[Talk], think: Think, converse: Converse
) -> tuple[list[str], dict[str, Any]]:
    """Walk through both APIs; what comes of it has to be the same."""
    (said, told), (also_said, also_told) = [walk(talk, think, converse) for talk in talks]
    assert said == also_said
    assert told == also_told
    assert [run["status"] for run in told["runs"]] == ["completed"]
    return said, told


def test_weather(talks: Sequence[Talk]) -> None:
    """Three rounds: a function, two at once that need its result, the answer."""
    import weather_functions

    def think(asked: Asked) -> Turn:
        assert "weather bot" in (asked.instructions or "")
        assert set(asked.functions) == set(weather_functions.FUNCTIONS)
        if not asked.results:
            return calls(Call("getUserFavoriteCity", ()))
        city = asked.results[0]
        if len(asked.results) == 1:
            name, weather = "getCityNickname", "getWeatherAtLocation"
            return calls(call(name, city=city), call(weather, location=city))
        assert asked.calls == ["getUserFavoriteCity", "getCityNickname", "getWeatherAtLocation"]
        return says(f"It is {asked.results[2]} ", f"in {asked.results[1]}.")

    said, told = both(talks, think, weather_functions.talk)
    assert said[:3] == [
        "(calls getUserFavoriteCity({}) -> Atlanta, GA)",
        "(calls getCityNickname({'city': 'Atlanta, GA'}) -> The ATL)",
        "(calls getWeatherAtLocation({'location': 'Atlanta, GA'}) -> 84f)",
    ]
    assert said[-1] == "assistant: It is 84f in The ATL."
    (steps,) = told["steps"]
    assert [len(step["step_details"].get("tool_calls", ())) for step in steps] == [1, 2, 0]
    assert told["runs"][0]["usage"]["total_tokens"] == 3 * 30


def test_maths(talks: Sequence[Talk]) -> None:
    """The program that the model writes runs here; its output is in the step and in the answer."""
    import maths_tutor

    program = "x = (14 - 11) / 3\nprint(f'x = {int(x)}')"

    def think(asked: Asked) -> Turn:
        assert asked.functions == ["code_interpreter"]
        assert (asked.instructions or "").startswith("Please address the user as Jane Doe.")
        if not asked.results:
            return calls(call("code_interpreter", input=program))
        return says("Jane Doe, ", asked.results[0].strip() + ".")

    said, told = both(talks, think, maths_tutor.talk)
    assert said[-1] == "assistant: Jane Doe, x = 1."
    ((tool, message),) = told["steps"]
    (made,) = tool["step_details"]["tool_calls"]
    assert made["code_interpreter"]["input"] == program
    assert [one["logs"].strip() for one in made["code_interpreter"]["outputs"]] == ["x = 1"]
    assert (tool["status"], message["type"]) == ("completed", "message_creation")


def test_file(talks: Sequence[Talk]) -> None:
    """A passage is cited by its marker, as on the wire, although the marker comes in pieces."""
    import file_codes

    def think(asked: Asked) -> Turn:
        assert asked.functions == ["file_search"]
        if not asked.results:
            return calls(call("file_search", query=asked.messages[-1][1]))
        marker, passage = asked.results[0].split("\n\n")[1].split("\n")
        code = re.findall(r"\d{6}", passage)[-1]
        return says("The code is ", code, marker[:3], marker[3:], ".")

    def converse(client: AssistantsClient) -> Iterator[str]:
        return file_codes.talk(client, questions=file_codes.QUESTIONS[:1])

    said, told = both(talks, think, converse)
    assert said[-1] == "assistant: The code is 673457【2:0†codes.txt】."
    (text,) = [part["text"] for part in told["messages"][-1]["content"]]
    (cited,) = text["annotations"]
    assert cited["text"] == text["value"][cited["start_index"] : cited["end_index"]]
    assert cited["text"] == "【2:0†codes.txt】"
    ((tool, _),) = told["steps"]
    (made,) = tool["step_details"]["tool_calls"]
    (result,) = made["file_search"]["results"]
    assert cited["file_citation"]["file_id"] == result["file_id"]
