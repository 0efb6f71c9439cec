"""CPython in its sandbox: what programs can do there, and how a session ends."""

import asyncio
import os
from pathlib import Path

import pytest
from tests.support.service.programs import run_all

from openai_assistants_service.interpreter import bubblewrap
from openai_assistants_service.interpreter.answers import Unanswered, read_answer
from openai_assistants_service.interpreter.base import (
    InputFile,
    InterpreterUnavailable,
    Limits,
    Outcome,
    OutputFile,
)
from openai_assistants_service.interpreter.cpython import CPythonInterpreter
from openai_assistants_service.interpreter.names import distinct

from .conftest import LIMITS, cpython


@pytest.fixture(scope="module")
def sandbox() -> CPythonInterpreter:
    return cpython(Limits(seconds=30.0, memory=1 << 30, output=10_000))


def test_state_is_kept(sandbox: CPythonInterpreter) -> None:
    first, second, third, fourth = run_all(
        sandbox, "x = 20\nprint('one')", "1 / 0", "def double(n): return 2 * n", "double(x) + 2"
    )
    assert (first.logs, first.result, first.error) == ("one\n", None, None)
    assert second.error is not None
    assert second.error.splitlines() == [
        "Traceback (most recent call last):",
        '  File "<program>", line 1, in <module>',
        "ZeroDivisionError: division by zero",
    ]
    assert (third.text, fourth.result) == ("", "42")


def test_what_a_notebook_has(sandbox: CPythonInterpreter, tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("matplotlib")
    (tmp_path / "contents").write_text("city,people\nStrelsau,9\nZenda,3\n")
    program = (
        "import pandas as pd\nimport matplotlib.pyplot as plt\n"
        "table = pd.read_csv('people.csv')\n"
        "table.plot.bar(x='city')\n"
        "table.to_csv('/mnt/data/out.csv', index=False)\n"
        "plt.figure(); plt.plot([1, 2]); plt.savefig('mine.png'); plt.close()\n"
        "int(table.people.sum())"
    )
    given = [InputFile("people.csv", tmp_path / "contents")]
    (outcome,) = run_all(sandbox, program, files=given)
    assert (outcome.error, outcome.result) == (None, "12")
    assert [(one.name, one.image) for one in outcome.files] == [
        ("out.csv", False),
        ("mine.png", True),
        ("figure.png", True),
    ]
    assert outcome.files[0].data == b"city,people\nStrelsau,9\nZenda,3\n"
    assert all(one.data.startswith(b"\x89PNG") for one in outcome.files[1:])


def test_only_what_is_new_is_a_file_of_a_program(sandbox: CPythonInterpreter) -> None:
    program = "import os\nopen('a.txt', 'w').write('1')\nos.symlink('/etc', 'link')\nos.mkdir('d')"
    outcomes = run_all(sandbox, program, "open('a.txt').read()", "open('a.txt', 'a').write('2')")
    assert [one.files for one in outcomes] == [
        (OutputFile("a.txt", b"1"),),
        (),
        (OutputFile("a.txt", b"12"),),
    ]


def test_who_a_program_is(sandbox: CPythonInterpreter) -> None:
    program = (
        "import os\nstatus = dict(line.split(':\\t') for line in open('/proc/self/status'))\n"
        "[os.getuid(), os.getgid(), os.getgroups(), os.environ.get('PATH'),"
        " int(status['CapEff'], 16), int(status['CapBnd'], 16), status['NoNewPrivs'].strip(),"
        " status['Seccomp'].strip(), [one for one in os.listdir('/proc') if one.isdigit()]]"
    )
    (outcome,) = run_all(sandbox, program)
    assert outcome.result is not None
    nobody, group, groups, path, effective, _, privileges, seccomp, processes = eval(outcome.result)
    assert (nobody, group, path) == (bubblewrap.NOBODY, bubblewrap.NOBODY, "/usr/bin")
    assert set(groups) <= {bubblewrap.NOBODY}
    assert (effective, privileges, seccomp, len(processes)) == (0, "1", "2", 2)


@pytest.mark.parametrize(
    "call",
    [
        "ptrace(16, 1, 0, 0)",
        "unshare(0x10000000)",
        "fork()",
        "socket(2, 1, 0)",
        "syscall(321, 0, 0, 0)",
        "syscall(425, 1, 0)",
        "syscall(250, 0, -3, 0)",
        "kill(1, 0)",
        "setns(0, 0)",
        "mount(0, 0, 0, 0, 0)",
        "reboot(0)",
    ],
)
def test_the_filter_refuses_itself(sandbox: CPythonInterpreter, call: str) -> None:
    """And not only something behind it: the error is EPERM though the arguments are bad."""
    program = (
        f"import ctypes\nc = ctypes.CDLL(None, use_errno=True)\n(c.{call}, ctypes.get_errno())"
    )
    (outcome,) = run_all(sandbox, program)
    assert outcome.result == "(-1, 1)"


def test_the_inputs_are_limited(sandbox: CPythonInterpreter, tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.touch()
    os.truncate(large, 300 * 1024 * 1024)
    (outcome,) = run_all(sandbox, "1", files=[InputFile("large", large)])
    assert outcome.error is not None
    assert "larger than 256 MiB" in outcome.error


def test_a_session_that_is_cancelled_leaves_nothing(sandbox: CPythonInterpreter) -> None:
    async def test() -> None:
        session = await sandbox.open()
        assert (await session.run("x = 1")).error is None
        assert len(sandboxes()) == 1
        running = asyncio.create_task(session.run("while True: pass"))
        await asyncio.sleep(0)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert sandboxes() == []
        assert "NameError" in str((await session.run("x")).error)
        await session.close()
        assert sandboxes() == []

    asyncio.run(test())


def sandboxes() -> list[str]:
    tasks = Path("/proc/self/task").iterdir()
    children = [pid for task in tasks for pid in (task / "children").read_text().split()]
    commands = [Path("/proc", pid, "cmdline").read_text() for pid in children]
    return [one for one in commands if "harness.py" in one]


def test_without_bubblewrap_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(InterpreterUnavailable, match="apt-get install bubblewrap"):
        CPythonInterpreter(LIMITS)


def test_a_sandbox_that_cannot_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As where a container forbids namespaces."""
    cpython()
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'No permissions to create new namespace' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(bubblewrap, "find", lambda: str(broken))
    with pytest.raises(InterpreterUnavailable, match="No permissions to create new namespace"):
        asyncio.run(CPythonInterpreter(LIMITS).check())


def answered(data: bytes) -> Outcome:
    async def test() -> Outcome:
        stream = asyncio.StreamReader(limit=2000)
        stream.feed_data(data)
        stream.feed_eof()
        return await read_answer(stream, 5, 100)

    return asyncio.run(test())


def test_what_the_sandbox_tells_is_cut() -> None:
    told = b'{"logs": "123456", "result": null, "error": 7, "files": [["a", 2, true]]}\nab'
    assert answered(told) == Outcome("12345", None, "7", (OutputFile("a", b"ab", True),))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no json\n",
        b"[]\n",
        b'{"logs": "", "result": null, "error": null}\n',
        b'{"logs": "", "result": null, "error": null, "files": [["../a", 1, false]]}\nx',
        b'{"logs": "", "result": null, "error": null, "files": [["a", -1, false]]}\nx',
        b'{"logs": "", "result": null, "error": null, "files": [["a", 2, false]]}\nx',
        b'{"logs": "", "result": null, "error": null, "files": [["a", 101, false]]}\n',
        b'{"logs": "' + b"x" * 3000,
    ],
)
def test_what_the_sandbox_tells_is_not_trusted(data: bytes) -> None:
    with pytest.raises(Unanswered):
        answered(data)


def test_names_of_files() -> None:
    names = [
        "a.csv",
        "a.csv",
        "../../etc/passwd",
        "..",
        "",
        "a\nb\0",
        "x" * 300 + ".txt",
        "a-2.csv",
    ]
    given = distinct([InputFile(name, Path("p")) for name in names])
    assert [one.name for one in given] == [
        "a.csv",
        "a-2.csv",
        ".._.._etc_passwd",
        "file",
        "file-2",
        "a_b_",
        "x" * 116 + ".txt",
        "a-2-2.csv",
    ]
