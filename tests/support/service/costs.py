"""What a request costs: CPU time and SQL statements, with nothing but its handler at work."""

import asyncio
import gc
import json
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx
from attrs import evolve, frozen
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from tests.support.service.api import Api

from openai_assistants_service import LocalService
from openai_assistants_service.http.app import App
from openai_assistants_service.http.handlers import Services
from openai_assistants_service.interpreter.monty import MontyInterpreter
from openai_assistants_service.models.registry import ModelRegistry
from openai_assistants_service.runs import Worker
from openai_assistants_service.search.index import Indexer
from openai_assistants_service.storage import files
from openai_assistants_service.storage.database import Clock, Database, Tx
from openai_assistants_service.storage.ids import Ids
from openai_assistants_service.storage.location import folder_of
from openai_assistants_service.storage.opening import open_storage

FILES = 2000
CALLS = 1000


class Cost(NamedTuple):
    """What a request cost, and its answer."""

    status: int
    body: bytes
    seconds: float
    statements: int


class _Undo(Exception):
    pass


@frozen
class Undoing:
    """A database that undoes what is written in it, so that each request finds the same."""

    database: Database
    clock: Clock
    ids: Ids

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[Tx]:
        try:
            async with self.database.write() as tx:
                yield tx
                raise _Undo
        except _Undo:
            pass

    def read(self) -> Any:
        return self.database.read()

    def of(self, tenant: str) -> "Undoing":
        return evolve(self, database=self.database.of(tenant))


def furnish(path: Path) -> dict[str, Any]:
    """Fill a new database; return the ids of one object of each kind, and of many files."""
    script = [{"calls": [{"name": "f", "arguments": "{}"}] * CALLS}]
    function = {"type": "function", "function": {"name": "f"}}
    with LocalService(path) as service, Api.of(service) as api:
        store = api.post("/vector_stores")["id"]
        assistant = api.post(
            "/assistants",
            model="test-model",
            instructions=json.dumps(script),
            tools=[function, {"type": "file_search"}],
        )["id"]
        run = api.settled(api.post("/threads/runs", assistant_id=assistant), "requires_action")
        calls = run["required_action"]["submit_tool_outputs"]["tool_calls"]
        thread = api.thread("Hello")
        return {
            "assistant_id": assistant,
            "thread_id": thread,
            "message_id": api.get(f"/threads/{thread}/messages")["data"][0]["id"],
            "waiting": (run["thread_id"], run["id"]),
            "vector_store_id": store,
            "tool_call_ids": [call["id"] for call in calls],
        }


class Meter:
    """Sends requests to the service of a database, within this process and without its worker.

    Attributes:
        ids: of what there is.
    """

    def __init__(self, runner: asyncio.Runner, app: App, ids: dict[str, Any]) -> None:
        self.ids = ids
        self._runner = runner
        self._transport = httpx.ASGITransport(app=app)
        self._statements = 0

    def send(self, method: str, url: str, data: bytes, **headers: str) -> Cost:
        request = httpx.Request(
            method, "http://127.0.0.1" + url, content=data, headers={**_JSON, **headers}
        )
        self._statements = 0
        began = time.process_time()
        status, body = self._runner.run(self._answer(request))
        return Cost(status, body, time.process_time() - began, self._statements)

    async def _answer(self, request: httpx.Request) -> tuple[int, bytes]:
        response = await self._transport.handle_async_request(request)
        return response.status_code, await response.aread()

    def count(self, _: Connection, cursor: object, *others: object) -> None:
        self._statements += 1


_JSON = {"content-type": "application/json"}


@contextmanager
def metered(path: Path) -> Iterator[Meter]:
    """Give a meter on a new, furnished database."""
    ids = furnish(path)
    with asyncio.Runner() as runner:
        until_done = AsyncExitStack()
        storage = runner.run(until_done.enter_async_context(open_storage(path)))

        async def upload() -> list[str]:
            values = {"filename": "a", "purpose": "assistants", "bytes": 6}
            async with storage.database.write() as tx:
                return [(await files.create(tx, values))["id"] for _ in range(FILES)]

        ids["file_ids"] = runner.run(upload())
        for file_id in ids["file_ids"]:
            (folder_of(path) / file_id).write_bytes(b"GIF89a")
        indexer = Indexer(storage.database, storage.blobs)
        models = ModelRegistry()
        worker = Worker(storage.database, indexer, models.get, MontyInterpreter())
        undoing: Any = Undoing(storage.database, storage.database.clock, storage.database.ids)
        meter = Meter(runner, App(Services(undoing, storage.blobs, indexer, worker, models)), ids)
        event.listen(Engine, "before_cursor_execute", meter.count)
        gc.freeze()  # what other tests have left in this process is no cost of a request
        try:
            yield meter
        finally:
            gc.unfreeze()
            event.remove(Engine, "before_cursor_execute", meter.count)
            runner.run(until_done.aclose())
