"""The program as a whole: its help, its exit codes, what it needs, and the command `serve`."""

import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.support.client.command_line import PROGRAM, CommandLine
from tests.support.client.silent import SilentServer
from tests.support.service.processes import Start

import openai_assistants
from openai_assistants import (
    AmbiguousOutcome,
    APIConnectionError,
    AssistantsClient,
    AssistantsError,
    CredentialError,
    RunFailed,
    RunTimeout,
    UnsupportedOperation,
)
from openai_assistants.cli.exit_codes import exit_code_of, said_of
from openai_assistants_core import AmbiguousTimeout

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("command", [[], ["files"], ["runs", "list"], ["chat"], ["doctor"]])
def test_help_is_plain(bare: CommandLine, command: list[str]) -> None:
    done = bare(*command, "--help")
    assert done.code == 0
    assert done.out.startswith("Usage: openai-assistants")
    assert done.out.isascii()


def test_versions_agree(bare: CommandLine) -> None:
    """Whichever way it is started."""
    script = Path(sys.executable).with_name("openai-assistants")
    said = f"openai-assistants {openai_assistants.__version__}\n"
    assert bare("--version").out == said
    assert subprocess.run([script, "--version"], capture_output=True, text=True).stdout == said


@pytest.mark.parametrize(
    "command", [["nonsense"], ["assistants"], ["assistants", "list", "--limit", "0"], ["run"]]
)
def test_wrong_arguments(bare: CommandLine, command: list[str]) -> None:
    done = bare(*command)
    assert done.code == 2
    assert "Usage: openai-assistants" in done.out + done.err
    assert "Traceback" not in done.err


def test_without_the_extra_it_says_which() -> None:
    """As `python -m openai_assistants` would, were the package not installed."""
    program = (
        "import sys; sys.modules['typer'] = None\n"
        "from openai_assistants.__main__ import main; main(['doctor'])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == (
        "The package 'typer' is not installed: pip install 'openai-assistants[cli]'\n"
    )


def test_importing_the_library_does_not_load_the_command_line() -> None:
    program = (
        "import sys, openai_assistants; openai_assistants.AssistantsClient; print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout
    assert not {"typer", "rich", "openai_assistants.cli"} & set(loaded.split())


def test_a_list_in_a_pipe_loads_no_rich_and_no_service() -> None:
    program = (
        "import sys\nfrom openai_assistants.__main__ import main\n"
        "try:\n    main(['assistants', 'list'])\n"
        "finally:\n    print(*sys.modules)"
    )
    environ = {"PATH": ""}
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environ
    ).stdout
    assert "openai_assistants.cli.app" in loaded.split()
    assert not {"rich.table", "openai_assistants_service"} & set(loaded.split())


def test_serve_is_the_service(start: Start, bare: CommandLine, tmp_path: Path) -> None:
    """With all its options, its help, its refusals, and its end on a signal."""
    process, url = start(tmp_path / "s.db", "--api-key", "secret", command=[*PROGRAM, "serve"])
    keyed = bare.with_environ(MINE="secret")
    options = ["--endpoint", f"{url}/v1", "--key-from", "env:MINE"]
    assert keyed("assistants", "list", *options).code == 0
    assert keyed("assistants", "list", "--endpoint", f"{url}/v1").code == 3
    process.send_signal(signal.SIGTERM)
    assert process.communicate(timeout=20) == ("", "")
    assert process.returncode == 0
    assert "--remove-quarantined" in bare("serve", "--help").out
    refused = bare("serve", "--nonsense")
    assert (refused.code, "--database" in refused.err) == (2, True)
    (tmp_path / "bad.db").write_bytes(b"this is no database" * 100)
    refused = bare("serve", "--port", "0", "--database", "bad.db")
    assert (refused.code, "cannot use the database" in refused.err) == (1, True)


def test_serve_ends_with_ctrl_c(bare: CommandLine) -> None:
    with bare.terminal("serve", "--port", "0", "--database", "s.db") as terminal:
        terminal.until("Listening on http://127.0.0.1:")
        terminal.type("\x03")
        assert terminal.end().code == 0


def test_ctrl_c_while_a_server_is_silent(bare: CommandLine) -> None:
    with (
        SilentServer() as server,
        bare.terminal("assistants", "list", "--endpoint", f"{server.url}/v1") as terminal,
    ):
        server.wait_for_bytes(20)
        terminal.type("\x03")
        done = terminal.end()
    assert done.code == 130
    assert "Traceback" not in done.out


def test_who_reads_the_pipe_may_leave(cli: CommandLine, client: AssistantsClient) -> None:
    """As `| head -1` does: no traceback, whatever is left to print."""
    for _ in range(3):
        client.assistants.create(model="builtin", description="x" * 512, instructions="y" * 90_000)
    done = subprocess.run(
        f"{' '.join(PROGRAM)} assistants list --json | head -c 1",
        shell=True,
        cwd=cli.folder,
        env=cli.environ,
        capture_output=True,
        text=True,
    )
    assert (done.stdout, done.stderr) == ("[", "")


def test_what_the_encoding_of_the_output_lacks_is_escaped(
    cli: CommandLine, client: AssistantsClient
) -> None:
    made = client.assistants.create(model="builtin", name="名").id
    done = cli.with_environ(PYTHONIOENCODING="ascii")("assistants", "show", made)
    assert done.code == 0
    assert "name\t\\u540d\n" in done.out


class Run:
    id = "run_1"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AssistantsError("x"), 1),
        (UnsupportedOperation("x"), 1),
        (OSError(2, "No such file", "x"), 1),
        (AmbiguousTimeout(message="x"), 1),
        (AmbiguousOutcome(message="x"), 1),
        (CredentialError("x"), 3),
        (APIConnectionError(message="x"), 5),
        (RunFailed("x", Run()), 6),
        (RunTimeout("x", Run()), 6),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_the_exit_code_of_an_error(error: Exception, code: int) -> None:
    assert exit_code_of(error) == code
    assert "x" in said_of(error)


def test_the_notes_of_an_error_are_said() -> None:
    error = AssistantsError("It failed.")
    error.add_note("uploaded before this: file-1")
    assert said_of(error) == "It failed.\nuploaded before this: file-1"


def test_the_exit_codes_are_documented() -> None:
    from openai_assistants.cli.exit_codes import ExitCode

    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    listed: list[Any] = re.findall(r"^\| (\d+) \|", page, re.M)
    assert [int(code) for code in listed] == [int(code) for code in ExitCode]
