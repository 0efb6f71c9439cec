"""The code interpreter in runs: files in and out, images, state; what becomes of bad programs."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.support.service.api import Api
from tests.support.service.scripted import ScriptedModel, Turn, answer, call, code

from openai_assistants_service import LocalService
from openai_assistants_service.interpreter.base import Interpreter
from openai_assistants_service.models.base import Delta, Finish, TextDelta
from openai_assistants_service.models.conversation import Conversation

from .interpreter.conftest import cpython

TOOLS = [{"type": "code_interpreter"}]
FUNCTION = {"type": "function", "function": {"name": "weather"}}
PNG = "b'\\x89PNG\\r\\n' + bytes(100)"


@pytest.fixture(scope="module")
def sandbox() -> Interpreter:
    return cpython()


class Script:
    """The turns of the model, set by each test."""

    def __init__(self) -> None:
        self.turns: tuple[Turn, ...] = ()
        self.seen: list[Conversation] = []

    def next(self, conversation: Conversation) -> Turn:
        self.seen.append(conversation)
        return self.turns[len(conversation.turns)]


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def service(sandbox: Interpreter, script: Script) -> Iterator[LocalService]:
    with LocalService(model=ScriptedModel(script.next), interpreter=sandbox) as running:
        yield running


@pytest.fixture
def api(service: LocalService) -> Iterator[Api]:
    with Api.of(service) as client:
        yield client


def played(api: Api, **body: Any) -> dict[str, Any]:
    assistant = api.post("/assistants", model="m", tools=[*TOOLS, FUNCTION])["id"]
    thread = {"messages": [{"role": "user", "content": "Do it.", **body}]}
    run = api.post("/threads/runs", assistant_id=assistant, thread=thread)
    return api.settled(run, "requires_action")


def outputs(api: Api, run: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """What each program of a run showed."""
    return [
        one["code_interpreter"]["outputs"]
        for step in api.steps(run)
        if step["type"] == "tool_calls"
        for one in step["step_details"]["tool_calls"]
        if one["type"] == "code_interpreter"
    ]


def test_files_in_and_out(api: Api, script: Script) -> None:
    given = api.upload("people.csv", b"city,people\nStrelsau,9\n")["id"]
    program = (
        "text = open('people.csv').read()\n"
        "open('out.csv', 'w').write(text.upper())\n"
        f"open('chart.png', 'wb').write({PNG})\n"
        "print(text.splitlines()[1])"
    )
    link = "sandbox:/mnt/data/out.csv"
    said: list[Delta] = [
        TextDelta(piece) for piece in ("[It](sand", "box:/mnt/data/out", ".csv) is ")
    ]
    script.turns = (code(program), [*said, TextDelta("done."), Finish("stop")])
    run = played(api, attachments=[{"file_id": given, "tools": TOOLS}])
    assert run["status"] == "completed"

    ((logs, image),) = outputs(api, run)
    assert logs == {"type": "logs", "logs": "Strelsau,9"}
    picture = image["image"]["file_id"]
    shown, text = (message := api.answer(run))["content"]
    assert shown == {"type": "image_file", "image_file": {"file_id": picture}}
    (annotation,) = text["text"]["annotations"]
    made = annotation["file_path"]["file_id"]
    assert annotation == {
        "type": "file_path",
        "text": link,
        "start_index": 5,
        "end_index": 5 + len(link),
        "file_path": {"file_id": made},
    }
    assert text["text"]["value"] == f"[It]({link}) is done."
    assert message["attachments"] == [{"file_id": made, "tools": TOOLS}]
    assert api.send("GET", f"/files/{made}/content").content == b"CITY,PEOPLE\nSTRELSAU,9\n"
    assert api.send("GET", f"/files/{picture}/content").content.startswith(b"\x89PNG")
    file = api.get(f"/files/{made}")
    assert (file["filename"], file["purpose"]) == ("out.csv", "assistants_output")
    (told,) = script.seen[-1].tool_calls
    assert told.output == f"Strelsau,9\nWritten: {link}\nWritten: sandbox:/mnt/data/chart.png"


def test_later_messages_do_not_show_it_again(api: Api, script: Script) -> None:
    first: Turn = [TextDelta("Here:"), *code("1 + 1")]
    program = f"open('chart.png', 'wb').write({PNG})"
    script.turns = (code(program), first, answer("Two."))
    run = played(api)
    messages = api.get(f"/threads/{run['thread_id']}/messages", order="asc")["data"][1:]
    kinds = [[part["type"] for part in one["content"]] for one in messages]
    assert kinds == [["image_file", "text"], ["text"]]


def test_whose_files_there_are(api: Api, service: LocalService, script: Script) -> None:
    """Those of the assistant, or of the run instead (which Foundry has), and of the thread."""
    of = {name: api.upload(name, b"x")["id"] for name in ("assistant", "run", "thread")}
    script.turns = (code("import os\nprint(*sorted(os.listdir()))"), answer("So it is."))

    def resources(name: str) -> dict[str, Any]:
        return {"tool_resources": {"code_interpreter": {"file_ids": [of[name]]}}}

    def seen(client: Api, **body: Any) -> str:
        assistant = client.post("/assistants", model="m", tools=TOOLS, **resources("assistant"))
        thread = client.thread("Look.", **resources("thread"))
        path = f"/threads/{thread}/runs"
        run = client.settled(client.post(path, assistant_id=assistant["id"], **body))
        ((logs,),) = outputs(client, run)
        told = script.seen[-1].code_interpreter
        assert told is not None
        assert " ".join(sorted(told.files)) == logs["logs"]
        return str(logs["logs"])

    assert seen(api) == "assistant thread"
    with Api.at(service, "/api/projects/p", "v1") as foundry:
        assert seen(foundry, **resources("run")) == "run thread"


def test_state_is_kept_within_a_run(api: Api, script: Script) -> None:
    """Also while the run waits for its caller."""
    script.turns = (code("x = 40"), call("weather"), code("x += 2\nx"), answer("42"))
    run = played(api)
    (asked,) = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    path = f"/threads/{run['thread_id']}/runs/{run['id']}/submit_tool_outputs"
    run = api.settled(api.post(path, tool_outputs=[{"tool_call_id": asked["id"], "output": "s"}]))
    assert outputs(api, run) == [[], [{"type": "logs", "logs": "42"}]]
    script.turns = (code("x"), answer("?"))
    ((logs,),) = outputs(api, played(api))
    assert "NameError" in logs["logs"]


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("while True: pass", "TimeoutError: the program ran longer than 5 seconds."),
        ("import os\nos.fork()", "PermissionError"),
        ("bytearray(1 << 30)", "MemoryError"),
        ("import os\nos._exit(3)", "The program ended the interpreter"),
        ("print('x' * 10**6)", "the program prints too much"),
        ("open('/mnt/data/a', 'wb').write(bytes(100 << 20))", "File too large"),
    ],
)
def test_a_bad_program_is_a_readable_step(
    api: Api, script: Script, program: str, reason: str
) -> None:
    script.turns = (code(program), answer("That failed."))
    run = played(api)
    assert run["status"] == "completed"
    ((logs, *_),) = outputs(api, run)
    assert reason in logs["logs"]
    (told,) = script.seen[-1].tool_calls
    assert told.error is not None
    assert reason in told.error


def test_a_file_that_is_gone(api: Api, script: Script) -> None:
    """Of a file that was deleted after the run began there is nothing to read."""
    given = api.upload("gone.csv", b"x")["id"]
    script.turns = (code("import os\nos.listdir()"), answer("Nothing."))
    resources = {"code_interpreter": {"file_ids": [given]}}
    assistant = api.post("/assistants", model="m", tools=TOOLS, tool_resources=resources)["id"]
    api.delete(f"/files/{given}")
    run = api.settled(api.post(f"/threads/{api.thread('Look.')}/runs", assistant_id=assistant))
    assert outputs(api, run) == [[{"type": "logs", "logs": "[]"}]]
