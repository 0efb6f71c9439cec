"""A database with a clock of its own, workers on it, and what they do to runs."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.support.service.commits import until_async
from tests.support.service.databases import database_at

from openai_assistants_service.interpreter.base import Interpreter
from openai_assistants_service.interpreter.monty import MontyInterpreter
from openai_assistants_service.models.base import Model
from openai_assistants_service.models.registry import ModelRegistry
from openai_assistants_service.runs import Worker, transitions
from openai_assistants_service.runs.create_run import create_run
from openai_assistants_service.search.index import Indexer
from openai_assistants_service.storage import assistants, events, messages, runs, steps, threads
from openai_assistants_service.storage.database import Row
from openai_assistants_service.storage.folder_blobs import FolderBlobs
from openai_assistants_service.storage.ids import Ids

FUNCTION = {"type": "function", "function": {"name": "weather", "strict": False}}
CODE = {"type": "code_interpreter"}


def seeded() -> Ids:
    return Ids(Random(1))


class Clock:
    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


class World:
    """A database with a clock of its own, and workers on it."""

    def __init__(self, path: Path) -> None:
        self.clock = Clock()
        self.path = path
        self.database = database_at(path, self.clock, seeded())
        self.blobs = FolderBlobs(path.with_name("files"))
        self.indexer = Indexer(self.database, self.blobs)
        self.workers: list[Worker] = []

    def worker(self, model: Model, interpreter: Interpreter | None = None) -> Worker:
        models = ModelRegistry(model).get
        worker = Worker(self.database, self.indexer, models, interpreter or MontyInterpreter())
        self.workers.append(worker)
        worker.start()
        return worker

    async def run(self, **asked: Any) -> Row:
        values: Row = {"model": "m", "tools": [FUNCTION, CODE], "metadata": {}, "instructions": "i"}
        async with self.database.write() as tx:
            assistant = await assistants.create(tx, values)
            thread = await threads.require(tx, await threads.create(tx, {}))
            return await create_run(tx, thread, {"assistant_id": assistant, **asked})

    async def read(self, run: Row) -> Row:
        async with self.database.read() as tx:
            return await runs.get(tx, run["thread_id"], run["id"])

    async def until(self, run: Row, *statuses: str) -> Row:
        return await until_async(lambda: self.read(run), lambda found: found["status"] in statuses)

    async def story(self, run: Row) -> list[str]:
        async with self.database.read() as tx:
            told = await events.listing(tx, run["id"])
        return [event["name"].removeprefix("thread.") for event in told]

    async def events(self, run: Row) -> list[Row]:
        async with self.database.read() as tx:
            return await events.listing(tx, run["id"])

    async def reached(self, run: Row, name: str, times: int = 1) -> None:
        """Wait until an event has happened so many times."""
        await until_async(lambda: self.story(run), lambda story: story.count(name) >= times)

    async def messages(self, run: Row) -> list[Row]:
        async with self.database.read() as tx:
            return await messages.history(tx, run["thread_id"])

    async def steps(self, run: Row) -> list[Row]:
        async with self.database.read() as tx:
            return await steps.history(tx, run["id"])

    async def cancel(self, run: Row) -> None:
        async with self.database.write() as tx:
            await transitions.cancel(tx, run["id"])
        for worker in self.workers:
            worker.wake()


Test = Callable[[World], Awaitable[None]]
Play = Callable[[Test], None]
