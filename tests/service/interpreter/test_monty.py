"""Programs in the sandbox reach nothing and always end."""

import asyncio
import os
import time
from pathlib import Path

import pytest

from openai_assistants_service.interpreter.base import DEFAULT_LIMITS, Limits, Outcome
from openai_assistants_service.interpreter.monty import MontyInterpreter


def run(source: str, limits: Limits = DEFAULT_LIMITS) -> Outcome:
    return asyncio.run(MontyInterpreter(limits).run(source))


def test_output_and_result() -> None:
    assert run("print('one')\n1 + 1") == Outcome("one\n", "2", None)


def test_error_keeps_what_was_printed() -> None:
    outcome = run("print('before')\n1 / 0")
    assert outcome.logs == "before\n"
    assert outcome.error == "ZeroDivisionError: division by zero"
    assert outcome.text == "before\nZeroDivisionError: division by zero"


def test_syntax_error() -> None:
    error = run("def (:").error
    assert error is not None
    assert error.startswith("SyntaxError")


@pytest.mark.parametrize(
    "source",
    [
        "import socket\nsocket.socket()",
        "import subprocess\nsubprocess.run(['true'])",
        "import os\nos.system('true')",
        "import os\nprint(os.environ)",
        "import os\nprint(os.getenv('PATH'))",
        "import os\nprint(os.listdir('/'))",
        "import ctypes",
        "open('/etc/passwd').read()",
        "from pathlib import Path\nPath('/etc/hostname').read_text()",
        "from pathlib import Path\nPath('/').iterdir().__next__()",
        "__import__('os').kill(1, 9)",
        "().__class__.__base__.__subclasses__()",
        "print.__globals__",
    ],
)
def test_reaches_nothing(source: str) -> None:
    outcome = run(source)
    assert outcome.error is not None
    assert not outcome.logs


def test_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "made"
    assert run(f"open({str(target)!r}, 'w').write('x')").error is not None
    assert not target.exists()


def test_secrets_of_the_service_stay_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "SECRET_OF_THE_TEST", "tell-no-one")
    outcome = run("import os\nprint(os.getenv('SECRET_OF_THE_TEST'))\nprint(dict(os.environ))")
    assert "tell-no-one" not in outcome.text


@pytest.mark.parametrize(
    "source",
    [
        "while True: pass",
        "while True: print('more')",
        "data = []\nwhile True: data.append('x' * 1000)",
        "'x' * 10**10",
        "2 ** 10**10",
        "[0] * 10**9",
        "def f(n): return f(n + 1)\nf(0)",
        "print('x' * 10**6)",
        "sorted(range(10**10))",
    ],
)
def test_is_stopped(source: str) -> None:
    began = time.monotonic()
    outcome = run(source, Limits(seconds=0.5, memory=16 * 1024 * 1024, output=10_000))
    assert outcome.error is not None
    assert len(outcome.logs) <= 10_000
    assert time.monotonic() - began < 8


def test_sleeping_does_not_block() -> None:
    began = time.monotonic()
    run("import time\ntime.sleep(60)")
    assert time.monotonic() - began < 5


def test_huge_values_are_shown_shortly() -> None:
    assert run("9 ** 100000").result == "<int too large to show>"
    result = run("'x' * 50000", Limits(output=1000)).result
    assert result is not None
    assert len(result) == 1000


def test_runs_are_apart() -> None:
    run("left = 1")
    error = run("print(left)").error
    assert error is not None
    assert "NameError" in error


def test_a_cancelled_program_ends_at_once() -> None:
    async def test() -> float:
        running = asyncio.create_task(MontyInterpreter(Limits(30.0)).run("while True: pass"))
        await asyncio.sleep(0.3)
        began = time.monotonic()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        return time.monotonic() - began

    assert asyncio.run(test()) < 1
