"""`assistants create`."""

import json

import pytest
from tests.support.client.command_line import CommandLine

from openai_assistants import AssistantsClient


def test_an_assistant_is_created(cli: CommandLine, client: AssistantsClient) -> None:
    """In a pipe: the cells that `list` prints, its id first."""
    instructions = "Write and run code.\nBe brief."
    done = cli(
        *("assistants", "create", "Tutor", "--model", "builtin", "--instructions", instructions),
        *("--tool", "code_interpreter", "--tool", "file_search", "--tool", "code_interpreter"),
    )
    assert (done.code, done.err) == (0, "")
    made = client.assistants.retrieve(done.out.split("\t")[0])
    assert (made.name, made.model, made.instructions) == ("Tutor", "builtin", instructions)
    assert [tool.type for tool in made.tools] == ["code_interpreter", "file_search"]
    assert done.out == cli("assistants", "list", "--limit", "1").out


def test_only_what_is_given_is_sent(cli: CommandLine) -> None:
    """As JSON: one document, the object as the service sent it."""
    done = cli("assistants", "create", "Tutor", "--model", "builtin", "--json")
    made = json.loads(done.out)
    assert (made["name"], made["instructions"], made["tools"]) == ("Tutor", None, [])
    assert made == json.loads(cli("assistants", "show", made["id"], "--json").out)


def test_a_table_in_a_terminal(cli: CommandLine) -> None:
    with cli.terminal("assistants", "create", "Tutor", "--model", "builtin") as terminal:
        done = terminal.end()
    assert done.code == 0
    assert "MODEL" in done.out
    assert "asst_" in done.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Tutor"], "--model"),
        (["--model", "builtin"], "NAME"),
        (["Tutor", "--model", "builtin", "--tool", "hammer"], "code_interpreter"),
    ],
)
def test_wrong_arguments(bare: CommandLine, arguments: list[str], said: str) -> None:
    done = bare("assistants", "create", *arguments, "--endpoint", "http://127.0.0.1:1/v1")
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_what_the_service_refuses_is_said(cli: CommandLine) -> None:
    done = cli("assistants", "create", "x" * 300, "--model", "builtin")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("error: ")
    assert "256" in done.err


def test_no_service(bare: CommandLine) -> None:
    done = bare("assistants", "create", "T", "--model", "m", "--endpoint", "http://127.0.0.1:1/v1")
    assert (done.code, done.out) == (5, "")
    assert "openai-assistants serve" in done.err
