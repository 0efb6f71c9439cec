"""The interpreters, each with limits that tests can wait for."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import closing

import pytest

from openai_assistants_service.interpreter.base import (
    Interpreter,
    InterpreterUnavailable,
    Limits,
)
from openai_assistants_service.interpreter.cpython import CPythonInterpreter
from openai_assistants_service.interpreter.monty import MontyInterpreter

LIMITS = Limits(seconds=5.0, memory=256 * 1024 * 1024, output=10_000)


def cpython(limits: Limits = LIMITS) -> CPythonInterpreter:
    """The sandboxed CPython; skips where it cannot run."""
    try:
        interpreter = CPythonInterpreter(limits)
        asyncio.run(interpreter.check())
    except InterpreterUnavailable as reason:
        pytest.skip(str(reason))
    return interpreter


@pytest.fixture(scope="session", params=["monty", "cpython"])
def interpreter(request: pytest.FixtureRequest) -> Interpreter:
    return MontyInterpreter(LIMITS) if request.param == "monty" else cpython()


@pytest.fixture
def listening() -> Iterator[int]:
    """The port of a server that a program must not reach."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
