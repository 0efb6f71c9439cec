"""The sessions of the code interpreter end, whatever happens."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager

import pytest
from tests.support.service.world import Play, World

from openai_assistants_service.interpreter.base import InputFile, Outcome
from openai_assistants_service.interpreter.monty import MontyInterpreter
from openai_assistants_service.runs import code_sessions
from openai_assistants_service.runs.code_sessions import CodeSessions
from openai_assistants_service.storage.database import StorageError, Tx


class Session:
    def __init__(self) -> None:
        self.closed = asyncio.Event()

    async def run(self, source: str) -> Outcome:
        return Outcome(source)

    async def close(self) -> None:
        self.closed.set()


class Interpreter(MontyInterpreter):
    """Gives one session."""

    def __init__(self) -> None:
        super().__init__()
        self.session = Session()

    async def open(self, files: Sequence[InputFile] = ()) -> Session:  # type: ignore[override]
        return self.session


@asynccontextmanager
async def away() -> AsyncGenerator[Tx]:
    raise StorageError("away")
    yield


def test_a_session_ends_though_its_run_cannot_be_looked_up(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code_sessions, "_KEPT", 0.0)

    async def test(world: World) -> None:
        interpreter = Interpreter()
        sessions = CodeSessions(world.database, world.indexer.blobs, interpreter)
        run = await world.run()
        outcome, _ = await sessions.run(run, "1")
        assert outcome.text == "1"
        with monkeypatch.context() as patch:
            patch.setattr(world.database, "read", away)
            await sessions.release(run)
        async with asyncio.timeout(10):
            await interpreter.session.closed.wait()
        await sessions.close()

    play(test)
