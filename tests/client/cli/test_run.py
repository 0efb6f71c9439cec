"""`run THREAD --watch`, and the commands on runs and messages."""

import json
from typing import Any

import pytest
from tests.support.client.command_line import CommandLine

from openai_assistants import AssistantsClient
from openai_assistants.cli.run_watch import RunWatch, reason
from openai_assistants.types import Run, RunStep

WEATHER = '''
def get_weather(city: str) -> str:
    """Gets the weather of a city."""
    return f"sunny in {city}"


def get_time(city: str) -> str:
    """Gets the time in a city."""
    return "noon"


ALL = [get_weather, get_time]
broken = [][0:0]
'''


def get_weather(city: str) -> str:
    """Gets the weather of a city."""
    return city


def scripted(client: AssistantsClient, *turns: dict[str, Any], **fields: Any) -> str:
    """An assistant that follows a script; its id."""
    return client.assistants.create(model="test-model", instructions=json.dumps(turns), **fields).id


@pytest.fixture
def thread(client: AssistantsClient) -> str:
    return client.threads.create(messages=[{"role": "user", "content": "Hello!"}]).id


def test_the_steps_of_a_run_as_they_come(
    cli: CommandLine, client: AssistantsClient, thread: str
) -> None:
    """Each once, then what it wrote; again from the end, since it has ended."""
    tutor = client.assistants.create(model="builtin", tools=[{"type": "code_interpreter"}]).id
    done = cli("run", thread, "--assistant", tutor, "-m", "What is 37 * 21?", "--watch")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert len(lines) == len(set(lines))
    run = client.threads.runs.list(thread).data[0]
    assert lines[-1] == "I computed it with a small program: 37 * 21 = 777."
    assert f"{run.id} completed" in lines
    steps = client.threads.runs.steps.list(run.id, thread_id=thread, order="asc").data
    for step in steps:
        assert f"{step.id} {step.type} completed" in lines
    assert f"{steps[0].id}   code_interpreter printed 37 * 21 = 777" in lines
    again = cli("run", thread, "--watch")
    assert again.code == 0
    assert again.out.splitlines()[-1] == lines[-1]
    assert [line for line in again.out.splitlines() if line not in lines] == []


def test_a_run_as_json(cli: CommandLine, client: AssistantsClient, thread: str) -> None:
    """Run and steps, whenever they have changed, one document after another."""
    done = cli("run", thread, "--assistant", scripted(client, {"text": "Hi."}), "--watch", "--json")
    assert done.code == 0
    documents: list[dict[str, Any]] = []
    rest = done.out
    while rest.strip():
        document, end = json.JSONDecoder().raw_decode(rest)
        documents.append(document)
        rest = rest[end:].lstrip()
    assert documents[-1]["object"] == "thread.run"
    assert documents[-1]["status"] == "completed"
    assert {one["object"] for one in documents} == {"thread.run", "thread.run.step"}


def test_functions_answer_its_calls(
    cli: CommandLine, client: AssistantsClient, thread: str
) -> None:
    (cli.folder / "weather.py").write_text(WEATHER, encoding="utf-8")
    calls = [{"name": "get_weather", "arguments": {"city": "Paris"}}]
    asks = scripted(client, {"calls": calls}, {"text": "Sunny."}, tools=[get_weather])
    for name in ("weather:get_weather", "weather:ALL"):
        done = cli("run", thread, "--assistant", asks, "--watch", "--tools", name)
        assert (done.code, done.err) == (0, "")
        assert 'get_weather({"city": "Paris"})' in done.out
        assert "get_weather returned sunny in Paris" in done.out
        assert done.out.endswith("\nSunny.\n")


def test_calls_that_nobody_answers(cli: CommandLine, client: AssistantsClient, thread: str) -> None:
    """End the command, which says how to go on; going on works."""
    (cli.folder / "weather.py").write_text(WEATHER, encoding="utf-8")
    calls = [{"name": "get_weather", "arguments": {"city": "Paris"}}]
    asks = scripted(client, {"calls": calls}, {"text": "Sunny."}, tools=[get_weather])
    done = cli("run", thread, "--assistant", asks, "--watch")
    assert done.code == 6
    assert "requires_action: it calls get_weather" in done.err
    assert f"openai-assistants run {thread} --watch --tools" in done.err
    assert cli("run", thread, "--watch", "--tools", "weather:get_weather").code == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("weather", "takes module:function"),
        (":x", "takes module:function"),
        ("nowhere:x", "No module named 'nowhere'"),
        ("weather:x", "no attribute 'x'"),
        ("broken:x", "ZeroDivisionError"),
    ],
)
def test_tools_that_cannot_be_loaded(cli: CommandLine, name: str, said: str) -> None:
    (cli.folder / "weather.py").write_text(WEATHER, encoding="utf-8")
    (cli.folder / "broken.py").write_text("1 / 0", encoding="utf-8")
    done = cli("run", "thread_1", "--watch", "--tools", name)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ({"error": {"code": "server_error", "message": "Oh."}}, "failed: server_error: "),
        ({"text": "So", "finish": "length"}, "incomplete: max_completion_tokens"),
    ],
    ids=["failed", "incomplete"],
)
def test_a_run_that_does_not_complete(
    cli: CommandLine, client: AssistantsClient, thread: str, turn: dict[str, Any], said: str
) -> None:
    done = cli("run", thread, "--assistant", scripted(client, turn), "--watch")
    assert done.code == 6
    assert said in done.out
    assert f"is {said}" in done.err


def test_ctrl_c_leaves_the_run_or_cancels_it(
    cli: CommandLine, client: AssistantsClient, thread: str
) -> None:
    waits = scripted(client, {"wait": True})
    run = client.threads.runs.create(thread, assistant_id=waits)
    done = cli.interrupted_after("in_progress", "run", thread, "--watch")
    assert done.code == 130
    assert f"The run goes on: `openai-assistants run {thread} --watch`" in done.err
    assert "Traceback" not in done.err
    assert client.threads.runs.retrieve(run.id, thread_id=thread).status == "in_progress"
    with cli.terminal("run", thread, "--watch", "--cancel-on-interrupt") as terminal:
        terminal.until("in_progress")
        terminal.type("\x03")
        ended = terminal.end()
    assert ended.code == 130
    assert f"The run {run.id} is cancelled." in ended.out
    assert client.threads.runs.retrieve(run.id, thread_id=thread).status == "cancelled"


def test_a_run_that_is_not_waited_for(
    cli: CommandLine, client: AssistantsClient, thread: str
) -> None:
    done = cli("run", thread)
    assert (done.code, done.out) == (4, "")
    assert "has no run: --assistant ID starts one" in done.err
    waits = scripted(client, {"wait": True})
    started = json.loads(cli("run", thread, "--assistant", waits, "--json").out)
    assert started["status"] in ("queued", "in_progress")
    assert f"id\t{started['id']}\n" in cli("run", thread, "--run", started["id"]).out
    assert cli("run", thread, "--run", "run_none").code == 4
    cancelled = cli("runs", "cancel", thread, started["id"])
    assert (cancelled.code, cancelled.out.split()[1]) == (0, started["id"])
    client.threads.runs.poll(started["id"], thread)
    assert cli("run", thread, "--assistant", "asst_none").code == 4


@pytest.mark.parametrize(
    "options",
    [
        ["--tools", "weather:ALL"],
        ["--cancel-on-interrupt"],
        ["-m", "Hello"],
        ["--run", "run_1", "--assistant", "asst_1"],
    ],
)
def test_options_that_do_not_go_together(cli: CommandLine, options: list[str]) -> None:
    assert cli("run", "thread_1", *options).code == 2


def test_runs_and_their_steps_are_listed(
    cli: CommandLine, client: AssistantsClient, thread: str
) -> None:
    runs = [
        client.threads.runs.create_and_poll(
            thread_id=thread, assistant_id=scripted(client, {"text": text})
        )
        for text in ("One.", "Two.")
    ]
    listed = cli("runs", "list", thread)
    assert [line.split("\t")[:2] for line in listed.out.splitlines()] == [
        [run.id, "completed"] for run in reversed(runs)
    ]
    assert [one["id"] for one in json.loads(cli("runs", "list", thread, "--json").out)] == [
        run.id for run in reversed(runs)
    ]
    shown = cli("runs", "show", thread, runs[0].id, "run_none")
    assert shown.code == 4
    assert "status\tcompleted\n" in shown.out
    steps = cli("runs", "steps", thread, runs[0].id)
    assert "\tmessage_creation\tcompleted\t" in steps.out
    said = cli("threads", "messages", thread, "--oldest-first")
    assert [line.split("\t")[1:3] for line in said.out.splitlines()] == [
        ["user", "Hello!"],
        ["assistant", "One."],
        ["assistant", "Two."],
    ]
    over = cli("runs", "cancel", thread, runs[0].id)
    assert (over.code, over.out) == (1, "")


def test_runs_cannot_be_deleted(bare: CommandLine) -> None:
    done = bare("runs", "delete", "thread_1", "run_1")
    assert done.code == 2
    assert "runs cancel" in done.err
    assert "threads delete" in done.err


def a_run(status: str, **fields: Any) -> Run:
    return Run.decode({"id": "run_1", "status": status, **fields})


def a_step(status: str, *calls: dict[str, Any]) -> RunStep:
    details = {"type": "tool_calls", "tool_calls": list(calls)}
    step = {"id": "step_1", "type": "tool_calls", "status": status, "step_details": details}
    return RunStep.decode(step)


def test_what_is_new_is_told_once() -> None:
    """An argument that is still being written is not told before it is whole."""
    function = {"name": "f", "arguments": '{"a": ', "output": None}
    call = {"id": "call_1", "type": "function", "function": function}
    watch = RunWatch()
    assert watch.lines(a_run("queued"), []) == ["run_1 queued"]
    assert watch.lines(a_run("in_progress"), [a_step("in_progress", call)]) == [
        "run_1 in_progress",
        "step_1 tool_calls in_progress",
    ]
    function["arguments"] = '{"a": 1}'
    assert watch.lines(a_run("requires_action"), [a_step("in_progress", call)]) == [
        'step_1   f({"a": 1})',
        "run_1 requires_action: it calls for something else than functions",
    ]
    function["output"] = "two\nlines"
    assert watch.lines(a_run("queued"), [a_step("completed", call)]) == [
        "step_1   f returned two\\nlines",
        "step_1 tool_calls completed",
    ]


@pytest.mark.parametrize(
    ("call", "lines"),
    [
        (
            {
                "type": "code_interpreter",
                "code_interpreter": {
                    "input": "1",
                    "outputs": [
                        {"type": "logs", "logs": "\x1b1"},
                        {"type": "image", "image": {"file_id": "file-1"}},
                    ],
                },
            },
            [
                "code_interpreter: 1",
                "code_interpreter printed \\x1b1",
                "code_interpreter printed image",
            ],
        ),
        ({"type": "file_search", "file_search": {}}, ["file_search"]),
        (
            {
                "type": "file_search",
                "file_search": {
                    "results": [{"file_id": "file-1", "file_name": "a.txt", "score": 0.5}]
                },
            },
            ["file_search found a.txt"],
        ),
        ({"type": "of_tomorrow", "x": 1}, ["of_tomorrow"]),
    ],
)
def test_a_call_of_each_kind(call: dict[str, Any], lines: list[str]) -> None:
    told = RunWatch().lines(a_run("queued"), [a_step("completed", {"id": "call_1", **call})])
    assert told[2:-1] == [f"step_1   {line}" for line in lines]


def test_why_a_run_ended() -> None:
    assert reason(a_run("failed", last_error={"code": "c", "message": "m"})) == "c: m"
    assert reason(a_run("incomplete", incomplete_details={"reason": "max_prompt_tokens"})) == (
        "max_prompt_tokens"
    )
    assert reason(a_run("cancelled", last_error=None, incomplete_details=None)) == ""
