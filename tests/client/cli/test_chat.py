"""`chat`: streamed answers, tool calls, citations, and a conversation that goes on."""

import json
from pathlib import Path
from typing import Any, cast

import pytest
from tests.client.cli.test_run import WEATHER, get_weather, scripted
from tests.support.client.command_line import CommandLine

from openai_assistants import AssistantsClient
from openai_assistants.cli.chat_memory import ChatMemory
from openai_assistants.cli.chat_text import ChatText
from openai_assistants_rest.events import decode_event


def echo(client: AssistantsClient, *texts: str, **fields: Any) -> str:
    """An assistant that says something in each of its runs, whatever it is told."""
    return scripted(client, {"text": list(texts)}, **fields)


def messages(client: AssistantsClient, thread: str) -> list[tuple[str, str]]:
    listed = client.threads.messages.list(thread, order="asc")
    return [(one.role, one.text) for one in listed]


def thread_of(cli: CommandLine) -> str:
    """The thread that was kept for --resume."""
    (path,) = (cli.folder / ".config" / "openai-assistants" / "chats").iterdir()
    return str(json.loads(path.read_text(encoding="utf-8"))["thread"])


def test_a_conversation_in_a_pipe(cli: CommandLine, client: AssistantsClient) -> None:
    """The answer alone is printed; the next message goes into the same thread if asked to."""
    assistant = echo(client, "Well, ", "hello.")
    first = cli("chat", assistant, input="Hello!\nHow are you?\n")
    assert (first.code, first.out, first.err) == (0, "Well, hello.\n", "")
    thread = thread_of(cli)
    second = cli("chat", assistant, "--resume", "-m", "And now?", "-m", "And then?")
    assert (second.code, second.out) == (0, "Well, hello.\nWell, hello.\n")
    assert thread_of(cli) == thread
    answer = ("assistant", "Well, hello.")
    assert messages(client, thread) == [
        *(("user", "Hello!\nHow are you?\n"), answer),
        *(("user", "And now?"), answer, ("user", "And then?"), answer),
    ]
    assert cli("chat", assistant, "-m", "Anew").code == 0
    assert thread_of(cli) != thread
    assert cli("chat", assistant, "--thread", thread, "-m", "Back").code == 0
    assert thread_of(cli) == thread
    assert messages(client, thread)[-2] == ("user", "Back")


def test_a_conversation_in_a_terminal(cli: CommandLine, client: AssistantsClient) -> None:
    """Until Ctrl-D; an empty line says nothing, and Ctrl-C at the prompt ends it as well."""
    assistant = echo(client, "Hello ", "yourself.")
    with cli.terminal("chat", assistant) as terminal:
        for words in ("Hi", "Hi again"):
            terminal.until("> ")
            terminal.type(f"\n{words}\n")
            terminal.until("Hello yourself.")
        terminal.until("> ")
        terminal.type("\x04")
        done = terminal.end()
    assert done.code == 0
    assert f"openai-assistants chat {assistant} --resume" in done.out
    said = [text for role, text in messages(client, thread_of(cli)) if role == "user"]
    assert said == ["Hi", "Hi again"]
    with cli.terminal("chat", assistant) as terminal:
        terminal.until("> ")
        terminal.type("\x03")
        assert terminal.end().code == 130


def test_answers_into_a_file_while_a_terminal_asks(
    cli: CommandLine, client: AssistantsClient
) -> None:
    """The prompt is for who types, and does not get among the answers."""
    assistant = echo(client, "Hello yourself.")
    command = f'exec "$0" "$@" chat {assistant} > answers'
    with cli.shell(command) as terminal:
        terminal.until("> ")
        terminal.type("Hi\n")
        terminal.until("> ")
        terminal.type("\x04")
        assert terminal.end().code == 0
    assert (cli.folder / "answers").read_text(encoding="utf-8") == "Hello yourself.\n"


def test_tool_calls_are_shown_and_answered(cli: CommandLine, client: AssistantsClient) -> None:
    (cli.folder / "weather.py").write_text(WEATHER, encoding="utf-8")
    calls = [{"name": "get_weather", "arguments": ['{"city": ', '"Paris"}']}]
    asks = scripted(client, {"calls": calls}, {"text": "Sunny."}, tools=[get_weather])
    done = cli("chat", asks, "-m", "How is the weather?", "--tools", "weather:get_weather")
    assert (done.code, done.out) == (0, "Sunny.\n")
    assert done.err.splitlines() == [
        '* get_weather({"city": "Paris"})',
        "* get_weather returned sunny in Paris",
    ]


def test_calls_that_nobody_answers_end_a_chat(cli: CommandLine, client: AssistantsClient) -> None:
    calls = [{"name": "get_weather", "arguments": {"city": "Paris"}}]
    asks = scripted(client, {"calls": calls}, {"text": "Sunny."}, tools=[get_weather])
    done = cli("chat", asks, "-m", "How is the weather?")
    assert (done.code, done.out) == (6, "")
    assert '* get_weather({"city": "Paris"})' in done.err
    assert f"openai-assistants run {thread_of(cli)} --watch --tools" in done.err
    locked = cli("chat", asks, "--resume", "-m", "And now?")
    assert locked.code == 1
    assert "is active" in locked.err


def test_citations_are_numbered_and_listed(cli: CommandLine, client: AssistantsClient) -> None:
    store = client.vector_stores.create()
    name = "the notes [1].txt"
    file = client.files.create(file=(name, b"The meeting is in room B12."), purpose="assistants")
    client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id)
    assistant = client.assistants.create(
        model="builtin",
        tools=[{"type": "file_search"}],
        tool_resources={"file_search": {"vector_store_ids": [store.id]}},
    )
    done = cli("chat", assistant.id, "-m", "Where is the meeting?")
    assert done.code == 0
    assert done.out == "The meeting is in room B12.[1]\n[1] the notes [1].txt\n"
    assert "* file_search" in done.err


def test_a_run_that_fails(cli: CommandLine, client: AssistantsClient) -> None:
    """Ends it in a pipe; in a terminal the conversation goes on."""
    fails = scripted(client, {"text": "So far", "error": {"code": "server_error"}})
    done = cli("chat", fails, "-m", "Hello!")
    assert (done.code, done.out) == (6, "So far\n")
    assert "is failed: server_error: " in done.err
    with cli.terminal("chat", fails) as terminal:
        for _ in range(2):
            terminal.until("> ")
            terminal.type("Hello!\n")
            terminal.until("is failed: server_error: ")
        terminal.until("> ")
        terminal.type("\x04")
        assert terminal.end().code == 0


def test_ctrl_c_while_it_answers(cli: CommandLine, client: AssistantsClient) -> None:
    """Leaves the run, or cancels it and, in a terminal, goes on."""
    waits = scripted(client, {"text": "Well,", "wait": True})
    with cli.terminal("chat", waits) as terminal:
        terminal.until("> ")
        terminal.type("Hello!\n")
        terminal.until("Well,")
        terminal.type("\x03")
        done = terminal.end()
    assert done.code == 130
    assert "The run goes on" in done.out
    (run,) = client.threads.runs.list(thread_of(cli)).data
    assert run.status == "in_progress"
    client.threads.runs.cancel(run.id, thread_id=run.thread_id)
    client.threads.runs.poll(run.id, run.thread_id)
    with cli.terminal("chat", waits, "--cancel-on-interrupt", "--resume") as terminal:
        for _ in range(2):
            terminal.until("> ")
            terminal.type("Go on!\n")
            terminal.until("Well,")
            terminal.type("\x03")
            terminal.until("is cancelled.")
        terminal.until("> ")
        terminal.type("\x04")
        assert terminal.end().code == 0
    runs = client.threads.runs.list(run.thread_id).data
    assert [one.status for one in runs] == ["cancelled"] * 3


def test_what_an_answer_contains_gives_a_terminal_no_orders(
    cli: CommandLine, client: AssistantsClient
) -> None:
    assistant = echo(client, "\x1b]0;ti", "tle\x07 [red]\tfine\u2028 名 \u009b1m")
    done = cli("chat", assistant, "-m", "Hello!")
    assert done.out == "\\x1b]0;title\\x07 [red]\tfine\u2028 名 \\x9b1m\n"


@pytest.mark.parametrize(
    ("options", "input", "code", "said"),
    [
        ([], "", 2, "nothing to say"),
        ([], " \n", 2, "nothing to say"),
        (["--resume", "-m", "x"], "", 4, "no conversation with this assistant"),
        (["--resume", "--thread", "thread_1", "-m", "x"], "", 2, "--resume and --thread"),
        (["--thread", "thread_none", "-m", "x"], "", 4, "thread_none"),
        (["--tools", "nowhere:x", "-m", "x"], "", 2, "No module named 'nowhere'"),
    ],
    ids=["no input", "a blank", "nothing to resume", "two threads", "unknown thread", "no tools"],
)
def test_wrong_input(  # noqa: PLR0917
    cli: CommandLine,
    client: AssistantsClient,
    options: list[str],
    input: str,
    code: int,
    said: str,
) -> None:
    done = cli("chat", echo(client, "Hi."), *options, input=input)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_thread_that_cannot_be_kept(cli: CommandLine, client: AssistantsClient) -> None:
    """Is said; the conversation does not suffer."""
    (cli.folder / "file").touch()
    readonly = cli.with_environ(XDG_CONFIG_HOME=str(cli.folder / "file"))
    done = readonly("chat", echo(client, "Hi."), "-m", "Hello!")
    assert (done.code, done.out) == (0, "Hi.\n")
    assert "cannot be kept for --resume" in done.err


def test_the_memory_of_conversations(tmp_path: Path) -> None:
    memory = ChatMemory("http://a/v1", "asst_1", tmp_path / "chats")
    assert memory.thread() is None
    memory.keep("thread_1")
    memory.keep("thread_2")
    assert ChatMemory("http://a/v1", "asst_1", tmp_path / "chats").thread() == "thread_2"
    for other in (("http://b/v1", "asst_1"), ("http://a/v1", "asst_2")):
        assert ChatMemory(*other, tmp_path / "chats").thread() is None
    (path,) = (tmp_path / "chats").iterdir()
    for broken in (b"", b"[]", b"{}", b"\xff"):
        path.write_bytes(broken)
        assert memory.thread() is None


def events(*told: tuple[str, dict[str, Any]]) -> list[str]:
    """What is printed of events: notes with a star."""
    text = ChatText({"file-1": "a.txt"})
    return [
        f"* {piece.text}" if piece.is_note else piece.text
        for name, data in told
        for piece in text.of(cast(Any, decode_event(name, json.dumps(data).encode())))
    ]


def delta(value: str, *annotations: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    part = {"index": 0, "type": "text", "text": {"value": value, "annotations": list(annotations)}}
    data = {"id": "msg_1", "object": "thread.message.delta", "delta": {"content": [part]}}
    return "thread.message.delta", data


def cited(index: int, file_id: str) -> dict[str, Any]:
    mark = f"【{index}†source】"
    citation = {"file_id": file_id}
    return {"index": index, "type": "file_citation", "text": mark, "file_citation": citation}


def test_marks_become_numbers_as_they_come() -> None:
    """The same file has the same number, also if its mark comes in another piece."""
    printed = events(
        delta("One"),
        delta("【0†source】", cited(0, "file-1")),
        delta(" two【1†source】【2†source】.", cited(1, "file-2"), cited(2, "file-1")),
        ("thread.run.of_tomorrow", {"x": 1}),
    )
    assert printed == ["One", "[1]", " two[2][1]."]
