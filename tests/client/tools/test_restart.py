"""A client that is killed in the middle of the tool loop, and started again."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.service.scripted import ScriptedModel, Turn, answer, calls

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants.tools import tool
from openai_assistants_service import LocalService
from openai_assistants_service.models.conversation import Conversation

PROGRAM = Path(__file__).parents[2] / "support" / "tools" / "killed_client.py"
CITIES = [("Paris", "Rome"), ("Oslo",)]


@tool
def weather(city: str) -> str:
    """The weather in a city."""
    return city


def turn(conversation: Conversation) -> Turn:
    done = len(conversation.turns)
    if done == len(CITIES):
        return answer("Sunny everywhere.")
    return calls(*(("weather", dict[str, object](city=city)) for city in CITIES[done]))


def test_each_output_is_submitted_once(tmp_path: Path) -> None:
    """Killed four times: after the calls and after the submit, in both rounds."""
    made = tmp_path / "calls.txt"
    model = ScriptedModel(turn)
    with LocalService(model=model) as service:
        with AssistantsClient(CompatibleEndpoint(service.base_url)) as client:
            assistant = client.assistants.create(model="m", tools=[weather])
            run = client.threads.create_and_run(
                assistant_id=assistant.id,
                thread={"messages": [{"role": "user", "content": "How is the weather?"}]},
            )
            path = (service.base_url, run.thread_id, run.id, str(made))
            for moment in ("called", "submitted", "called", "submitted"):
                killed = start(*path, moment)
                assert killed.returncode == -signal.SIGKILL, killed.stderr
            finished = start(*path, "never")
            assert (finished.returncode, finished.stdout) == (0, "completed\n"), finished.stderr
            steps = list(client.threads.runs.steps.list(run.id, thread_id=run.thread_id))
            (message, *_) = client.threads.messages.list(run.thread_id).data
    details: list[Any] = [step.step_details for step in reversed(steps)]
    answered = [
        (call.id, call.function.output)
        for each in details
        if each.type == "tool_calls"
        for call in each.tool_calls
    ]
    assert [output for _, output in answered] == [
        "sunny in Paris",
        "sunny in Rome",
        "sunny in Oslo",
    ]
    assert message.text == "Sunny everywhere."
    # One turn of the model follows each set of outputs that the service took.
    assert len(model.seen) == len(CITIES) + 1
    # Calls that were made and not answered are made again, with the same ids; others are not.
    lines = made.read_text(encoding="utf-8").splitlines()
    ids = dict(answered)
    assert {line.split()[0] for line in lines} == ids.keys()
    assert sorted(line.split()[1] for line in lines) == ["Oslo"] * 2 + ["Paris"] * 2 + ["Rome"] * 2


def start(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(PROGRAM), *arguments], capture_output=True, text=True, timeout=60
    )
