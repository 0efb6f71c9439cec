"""The sessions of the code interpreter end, and their files are there once, whatever happens."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager

import pytest
from tests.support.service.scripted import answer, code, follow
from tests.support.service.world import Play, World

from openai_assistants_service.interpreter.base import InputFile, Outcome, OutputFile
from openai_assistants_service.interpreter.monty import MontyInterpreter
from openai_assistants_service.runs import code_sessions
from openai_assistants_service.runs.code_sessions import CodeSessions
from openai_assistants_service.runs.engine_tools import Used
from openai_assistants_service.runs.writer import RunWriter
from openai_assistants_service.storage import files
from openai_assistants_service.storage.database import Row, StorageError, Tx


class Session:
    def __init__(self) -> None:
        self.closed = asyncio.Event()

    async def run(self, source: str) -> Outcome:
        return Outcome(source, files=(OutputFile("a.txt", b"text"),))

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
        world.blobs.folder.mkdir()
        outcome, _ = await sessions.run(run, "1")
        assert outcome.text == "1"
        with monkeypatch.context() as patch:
            patch.setattr(world.database, "read", away)
            await sessions.release(run)
        async with asyncio.timeout(10):
            await interpreter.session.closed.wait()
        await sessions.close()

    play(test)


def test_the_file_of_a_program_that_was_run_twice_is_there_once(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first worker was stopped before it could write what came of it; the second took over."""
    complete = RunWriter.complete_tools
    model = follow(code("1"), answer("done"))

    async def test(world: World) -> None:
        ran, go_on = asyncio.Event(), asyncio.Event()

        async def complete_late(writer: RunWriter, run: Row, step: Row, used: Used) -> None:
            if not ran.is_set():
                ran.set()
                await go_on.wait()
            await complete(writer, run, step, used)

        monkeypatch.setattr(RunWriter, "complete_tools", complete_late)
        blobs = world.blobs.folder
        blobs.mkdir()
        run = await world.run()
        world.worker(model, Interpreter())
        async with asyncio.timeout(10):
            await ran.wait()
        world.clock.now += 60
        world.worker(model, Interpreter())
        await world.until(run, "completed")
        go_on.set()
        await world.workers[0].stop()
        async with world.database.read() as tx:
            (made,) = await files.every_id(tx)
        assert [path.name for path in blobs.iterdir()] == [made]
        used, _ = await world.steps(run)
        assert [[one["file_id"] for one in each] for each in used["notes"]["files"].values()] == [
            [made]
        ]

    play(test)
