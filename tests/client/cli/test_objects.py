"""`list`, `show` and `delete` of assistants, threads, files and vector stores."""

import json
from typing import Any

import pytest
from tests.support.client.command_line import CommandLine

from openai_assistants import AssistantsClient
from openai_assistants.cli import text
from openai_assistants_service import LocalService

GROUPS = ["assistants", "threads", "files", "vector-stores"]


def make(client: AssistantsClient, group: str, **fields: Any) -> str:
    """A new object of a group; its id."""
    if group == "assistants":
        return client.assistants.create(model="builtin", name="Tutor", **fields).id
    if group == "threads":
        return client.threads.create(**fields).id
    if group == "files":
        return client.files.create(file=("notes.txt", b"seven"), purpose="assistants").id
    return client.vector_stores.create(name="Notes", **fields).id


def reached(cli: CommandLine, group: str, service: LocalService) -> list[str]:
    """The options that are needed to list a group: threads are listed by Foundry alone."""
    url = f"{service.url}/api/projects/p"
    options = ["--endpoint", url, "--provider", "foundry", "--key-from", "env:OPENAI_API_KEY"]
    return options if group == "threads" else []


@pytest.mark.parametrize("group", GROUPS)
def test_an_object_is_listed_shown_and_deleted(
    cli: CommandLine, client: AssistantsClient, service: LocalService, group: str
) -> None:
    """In a pipe: cells with tabs between them, no heading, no colours."""
    made = make(client, group)
    listed = cli(group, "list", *reached(cli, group, service))
    assert (listed.code, listed.err) == (0, "")
    rows = [line.split("\t") for line in listed.out.splitlines()]
    assert rows[0][0] == made, "newest first"
    assert all(len(row) == len(rows[0]) for row in rows)
    assert "\x1b" not in listed.out
    shown = cli(group, "show", made)
    assert (shown.code, shown.err) == (0, "")
    assert dict(line.split("\t") for line in shown.out.splitlines())["id"] == made
    deleted = cli(group, "delete", made, "--yes")
    assert (deleted.code, deleted.out, deleted.err) == (0, f"deleted {made}\n", "")
    gone = cli(group, "show", made)
    assert (gone.code, gone.out) == (4, "")
    assert gone.err.startswith(f"error: {made}: ")
    assert "Traceback" not in gone.err


@pytest.mark.parametrize("group", GROUPS)
def test_objects_are_printed_as_json(
    cli: CommandLine, client: AssistantsClient, service: LocalService, group: str
) -> None:
    made = make(client, group)
    (listed,) = [
        one
        for one in json.loads(cli(group, "list", "--json", *reached(cli, group, service)).out)
        if one["id"] == made
    ]
    shown = json.loads(cli(group, "show", made, "--json").out)
    assert listed["created_at"] == shown["created_at"]
    assert json.loads(cli(group, "delete", made, "--yes", "--json").out)["deleted"] is True


def test_a_table_in_a_terminal(cli: CommandLine, client: AssistantsClient) -> None:
    """It has headings, and an id is on one line however narrow it is."""
    made = make(client, "assistants", description="x" * 200)
    for columns in (120, 60):
        with cli.terminal("assistants", "list", "--limit", "1", columns=columns) as terminal:
            done = terminal.end()
        assert done.code == 0
        assert "\x1b[1m" in done.out
        assert "MODEL" in done.out
        assert made in done.out
    with cli.terminal("assistants", "show", made) as terminal:
        assert made in terminal.end().out


def test_no_colours_where_they_are_not_wanted(cli: CommandLine, client: AssistantsClient) -> None:
    made = make(client, "assistants")
    plain = cli.with_environ(NO_COLOR="1")
    with plain.terminal("assistants", "list", "--limit", "1") as terminal:
        done = terminal.end()
    assert made in done.out
    assert "\x1b[3" not in done.out


def test_threads_cannot_be_listed_everywhere(cli: CommandLine, service: LocalService) -> None:
    """Refused before it is sent (OpenAI), or by the server: both say what to do instead."""
    for options in ([], ["--endpoint", service.base_url]):
        done = cli("threads", "list", *options)
        assert (done.code, done.out) == (1, "")
        assert "does not list threads" in done.err
        assert "threads show THREAD" in done.err


def test_what_a_list_leaves_out_is_said(cli: CommandLine, client: AssistantsClient) -> None:
    ids = [make(client, "vector-stores") for _ in range(3)]
    done = cli("vector-stores", "list", "--limit", "2")
    assert [line.split("\t")[0] for line in done.out.splitlines()] == [ids[2], ids[1]]
    assert "more than these 2" in done.err
    done = cli("vector-stores", "list", "--all", "--oldest-first")
    assert [line.split("\t")[0] for line in done.out.splitlines()][-3:] == ids
    assert done.err == ""


def test_all_pages_of_a_list_are_read(cli: CommandLine, client: AssistantsClient) -> None:
    for _ in range(105):
        client.vector_stores.create()
    done = cli("vector-stores", "list", "--all", "--json")
    assert len({one["id"] for one in json.loads(done.out)}) >= 105


def test_what_is_stored_gives_a_terminal_no_orders(
    cli: CommandLine, client: AssistantsClient
) -> None:
    """Nor does it break the rows and cells of a table, or JSON."""
    name = "\x1b]0;title\x07\x9b31m[red]\tnext\nrow😀"
    made = client.assistants.create(model="builtin", name=name).id
    (row,) = [line for line in cli("assistants", "list").out.split("\n") if line.startswith(made)]
    assert row.split("\t")[1] == r"\x1b]0;title\x07\x9b31m[red]\tnext\nrow😀"
    out = cli("assistants", "show", made, "--json").out
    assert json.loads(out)["name"] == name
    assert not {"\x1b", "\x07", "\x9b"} & set(out)
    with cli.terminal("assistants", "show", made) as terminal:
        shown = terminal.end().out
    assert r"\x1b]0;title\x07\x9b31m[red]" in shown


BIDIRECTIONAL = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]


@pytest.mark.parametrize("character", BIDIRECTIONAL, ids=ascii)
def test_characters_that_turn_text_around_are_shown(character: str) -> None:
    escape = f"\\u{ord(character):04x}"
    assert text.printable(f"photo{character}gpj.exe") == f"photo{escape}gpj.exe"
    assert text.to_json(f"a{character}") == f'"a{escape}"'
    assert text.cell(f"a{character}") == f"a{escape}"


def test_nothing_that_is_stored_turns_the_text_of_a_terminal_around(
    cli: CommandLine, client: AssistantsClient
) -> None:
    """Text that runs from right to left by itself stays as it is."""
    name = "photo\u202egpj.exe \u2067שלום\u2069"
    made = client.assistants.create(model="builtin", name=name).id
    with cli.terminal("assistants", "show", made) as terminal:
        shown = terminal.end().out
    assert r"photo\u202egpj.exe \u2067שלום\u2069" in shown
    for out in (
        shown,
        cli("assistants", "list").out,
        cli("assistants", "show", made, "--json").out,
    ):
        assert made in out
        assert not set(BIDIRECTIONAL) & set(out)


def test_several_ids_one_of_them_unknown(cli: CommandLine, client: AssistantsClient) -> None:
    """The others are dealt with, and the exit code is that of the failure."""
    first, last = make(client, "assistants"), make(client, "assistants")
    done = cli("assistants", "show", first, "asst_none", last)
    assert done.code == 4
    assert f"id\t{first}\n" in done.out
    assert f"id\t{last}\n" in done.out
    done = cli("assistants", "delete", first, "asst_none", last, "--yes")
    assert done.code == 4
    assert done.out == f"deleted {first}\ndeleted {last}\n"
    assert "asst_none" in done.err


def test_deleting_asks_in_a_terminal_and_refuses_in_a_pipe(
    cli: CommandLine, client: AssistantsClient
) -> None:
    made = make(client, "assistants")
    done = cli("assistants", "delete", made)
    assert (done.code, done.out) == (2, "")
    assert "--yes" in done.err
    for keys, code in (("n\n", 1), ("\x03", 130), ("\x04", 1)):
        with cli.terminal("assistants", "delete", made) as terminal:
            terminal.until(f"Delete assistant {made}? [y/N]")
            terminal.type(keys)
            assert terminal.end().code == code
    assert client.assistants.retrieve(made).id == made
    with cli.terminal("assistants", "delete", made) as terminal:
        terminal.until("[y/N]")
        terminal.type("y\n")
        assert terminal.end().code == 0
    assert cli("assistants", "show", made).code == 4


@pytest.mark.parametrize("given", ["", "..", "a/b", "x\udcff"])
def test_what_cannot_be_an_id_is_not_sent(bare: CommandLine, given: str) -> None:
    for command in (["assistants", "show"], ["threads", "messages"], ["run"]):
        done = bare(*command, given, "--endpoint", "http://127.0.0.1:1/v1")
        assert done.code == 2
        assert "Invalid value" in done.err
        assert "Traceback" not in done.err
