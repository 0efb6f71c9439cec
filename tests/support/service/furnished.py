"""A service in which there is something of all that can be stored."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from attrs import field, frozen
from tests.support.search.embeddings_server import EmbeddingsServer
from tests.support.service.api import Api
from tests.support.service.commits import until
from tests.support.service.everything import Known
from tests.support.service.stores import fill, wait

from openai_assistants_service import LocalService
from openai_assistants_service.interpreter.base import InputFile, Outcome, OutputFile
from openai_assistants_service.search.embeddings.server import ServerEmbedder

_CODE = {"type": "code_interpreter"}
_SEARCH = {"type": "file_search"}
_FUNCTION = {"type": "function", "function": {"name": "weather"}}
_CALL = {"calls": [{"name": "weather", "arguments": {"city": "Strelsau"}}]}
_DONE = {"text": "Done."}
_WAIT = {"text": "So ", "wait": True}
_SOURCE = {"uri": "azureml://data/a.txt", "type": "uri_asset"}
_ELSEWHERE = {"name": "there", "configuration": {"data_sources": [_SOURCE]}}
_OF_FOUNDRY = {
    "azure_ai_search": {"indexes": [{"index_connection_id": "c", "index_name": "i"}]},
    "code_interpreter": {"data_sources": [_SOURCE]},
    "file_search": {"vector_stores": [_ELSEWHERE]},
}
_ENDLESS = "6 * 7"
_HOUR = 3600.0
_LIFETIME = 601.0
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
KEY = {"idempotency-key": "the-key-of-a-thread"}
KEYED = {"metadata": {"made": "once"}}


class LateClock:
    """Goes an hour late, until it is put right by and by."""

    def __init__(self) -> None:
        self.late = _HOUR

    def __call__(self) -> float:
        return time.time() - self.late


class WritesFiles:
    """An interpreter whose programs leave a table and a picture; one of them never ends."""

    language = "Python"
    folder = "/mnt/data"

    async def open(self, files: Sequence[InputFile] = ()) -> Self:
        return self

    async def close(self) -> None:
        """Nothing runs."""

    async def run(self, source: str) -> Outcome:
        if source == _ENDLESS:
            await asyncio.Event().wait()
        files = OutputFile("out.csv", b"city,people\n"), OutputFile("chart.png", PNG, image=True)
        return Outcome("Strelsau,9\n", files=files)


@frozen
class Furnished:
    """What was made.

    Attributes:
        known: what no list of the service names.
        threads: those with something that other generations show differently.
        unfinished: a run in each status that is no end, by the status.
    """

    known: Known
    threads: list[str]
    unfinished: dict[str, dict[str, Any]]


def service_at(database: Path | str, server: EmbeddingsServer, clock: LateClock) -> LocalService:
    """A service to be furnished; it makes vectors."""
    embedder = ServerEmbedder(server.url, "m", None)
    return LocalService(database, clock=clock, interpreter=WritesFiles(), embedder=embedder)


@frozen
class _Maker:
    """Makes runs by scripts, which `test-model` follows."""

    api: Api
    assistant: str
    threads: list[str] = field(factory=list[str])

    def run(self, *turns: Any, **body: Any) -> dict[str, Any]:
        thread = self.api.thread(json.dumps(turns), **body.pop("thread", {}))
        self.threads.append(thread)
        return self.api.post(f"/threads/{thread}/runs", assistant_id=self.assistant, **body)

    def read(self, run: dict[str, Any]) -> dict[str, Any]:
        return self.api.get(f"/threads/{run['thread_id']}/runs/{run['id']}")

    def until(self, run: dict[str, Any], status: str) -> dict[str, Any]:
        return until(lambda: self.read(run), lambda found: found["status"] == status)

    def cancel(self, run: dict[str, Any]) -> None:
        self.api.post(f"/threads/{run['thread_id']}/runs/{run['id']}/cancel")


def furnish(service: LocalService, clock: LateClock) -> Furnished:
    """Make something of everything; the worker must have one slot, which is taken in the end."""
    with (
        Api.of(service) as api,
        Api.of(service, "v1") as v1,
        Api.at(service, "/api/projects/p", "v1") as foundry,
    ):
        known = _known(api)
        runs = _Maker(api, _assistant(api, known.batches[0][1]))
        threads = _links(api, v1) + _of_foundry(foundry)
        _ended(runs, clock)
        api.http.post("/threads", json=KEYED, headers=KEY).raise_for_status()
        return Furnished(known, threads + runs.threads, _unfinished(runs))


def _known(api: Api) -> Known:
    names = {"a.txt": b"The feline of Freedonia lives in Fredville.", "b.bin": b"\0\1"}
    store = fill(api, names).rpartition("/")[2]
    api.post(
        f"/vector_stores/{store}",
        name="places",
        metadata={"a": "b"},
        expires_after={"anchor": "last_active_at", "days": 9},
    )
    files = [api.upload(f"{i}.md", f"Note {i} of Ruritania.".encode())["id"] for i in range(5)]
    static = {"type": "static", "static": {"max_chunk_size_tokens": 100, "chunk_overlap_tokens": 9}}
    some = [{"file_id": one, "attributes": {"n": i}} for i, one in enumerate(files[:4])]
    path = f"/vector_stores/{store}/file_batches"
    batch = api.post(path, files=[{**one, "chunking_strategy": static} for one in some])["id"]
    last = api.post(path, file_ids=files[4:])["id"]
    api.post(f"{path}/{last}/cancel")
    wait(api, f"/vector_stores/{store}")
    described = api.post("/vector_stores", name="s", description="d", file_ids=files[:1])["id"]
    wait(api, f"/vector_stores/{described}")
    gone = [api.upload("gone.txt", b"gone")["id"], api.thread()]
    gone.append(api.post("/assistants", model="m")["id"])
    for one, kind in zip(gone, ("files", "threads", "assistants"), strict=True):
        api.delete(f"/{kind}/{one}")
    batches = [(batch, store), (last, store)]
    return Known(batches, gone, ("feline of Fredville", "kitten", "Ruritania"))


def _assistant(api: Api, store: str) -> str:
    file = api.upload("people.csv", b"city,people\nStrelsau,9\n")["id"]
    made = api.post(
        "/assistants",
        model="test-model",
        name="é\u2028",
        description="d",
        instructions="i",
        tools=[_CODE, _SEARCH, _FUNCTION],
        tool_resources={
            "code_interpreter": {"file_ids": [file]},
            "file_search": {"vector_store_ids": [store]},
        },
        metadata={"a": "b"},
        temperature=0.3,
        top_p=0.9,
        reasoning_effort="low",
        response_format={"type": "json_object"},
    )
    return str(made["id"])


def _links(api: Api, v1: Api) -> list[str]:
    """Make the links of v1, and those of threads and messages."""
    names = ("1.txt", "2.txt", "3.txt")
    files = [api.upload(name, b"Zenda is a castle.")["id"] for name in names]
    old = v1.post("/assistants", model="m", tools=[{"type": "retrieval"}], file_ids=files[:2])["id"]
    v1.post(f"/assistants/{old}/files", file_id=files[2])
    v1.delete(f"/assistants/{old}/files/{files[0]}")
    first = v1.thread()
    asked = {"role": "user", "content": "Which castle?", "file_ids": files[:2]}
    v1.post(f"/threads/{first}/messages", **asked)
    v1.settled(v1.post(f"/threads/{first}/runs", assistant_id=old))
    picture = api.upload("p.png", PNG, "vision")["id"]
    shown = {"type": "image_file", "image_file": {"file_id": picture, "detail": "low"}}
    resources = {"code_interpreter": {"file_ids": [files[0]]}}
    message = {
        "role": "user",
        "content": [{"type": "text", "text": "See\0:"}, shown],
        "attachments": [{"file_id": files[1], "tools": [_CODE, _SEARCH]}],
        "metadata": {"n": "1"},
    }
    metadata = {"z": "1", "a": "2"}
    other = api.post("/threads", messages=[message], tool_resources=resources, metadata=metadata)
    data = {"purpose": "assistants", "expires_after[anchor]": "created_at"}
    kept = {"file": ("kept.txt", b"kept"), "expires_after[seconds]": (None, "86400")}
    api.send("POST", "/files", files=kept, data=data).raise_for_status()
    failed = {
        "id": "file-failed",
        "object": "file",
        "created_at": 1_700_000_000,
        "filename": "f.txt",
        "purpose": "assistants",
        "bytes": 1,
        "status": "error",
        "status_details": "It was not read.",
    }
    sent = {"object": json.dumps(failed)}
    api.send("POST", "/transfer/files", files={"file": b"f"}, data=sent).raise_for_status()
    return [first, str(other["id"])]


def _of_foundry(api: Api) -> list[str]:
    tools = [_CODE, _SEARCH, {"type": "azure_ai_search"}]
    made = api.post("/assistants", model="test-model", tools=tools, tool_resources=_OF_FOUNDRY)
    attached = {"data_source": _SOURCE, "tools": [_CODE]}
    said = [{"role": "user", "content": json.dumps([_DONE]), "attachments": [attached]}]
    thread = api.post("/threads", messages=said, tool_resources=_OF_FOUNDRY)["id"]
    run = api.post(f"/threads/{thread}/runs", assistant_id=made["id"], tool_resources=_OF_FOUNDRY)
    assert api.settled(run)["status"] == "completed"
    return [str(thread)]


def _program(source: str) -> dict[str, Any]:
    return {"calls": [{"type": "code_interpreter", "arguments": {"input": source}}]}


def _ended(runs: _Maker, clock: LateClock) -> None:
    """Make a run for every end that there is."""
    program = _program("1")
    query = {"calls": [{"type": "file_search", "arguments": {"query": "feline"}}]}
    said = "[It](sandbox:/mnt/data/out.csv) is done. The feline lives in Fredville."
    options: dict[str, Any] = {
        "max_prompt_tokens": 5000,
        "max_completion_tokens": 500,
        "truncation_strategy": {"type": "last_messages", "last_messages": 3},
        "tool_choice": "auto",
        "metadata": {"a": "b"},
    }
    usage = {"prompt_tokens": 3, "completion_tokens": 4}
    ends = {
        "completed": [program, query, {"text": [said[:9], said[9:]], "usage": usage}],
        "incomplete": [{"text": "So far", "finish": "length"}],
        "failed": [program, {"text": "So", "error": {"code": "server_error", "message": "No."}}],
    }
    for status, turns in ends.items():
        assert runs.api.settled(runs.run(*turns, **options))["status"] == status
    for call in (_WAIT, _CALL):
        run = runs.run(call)
        runs.until(run, "in_progress" if call is _WAIT else "requires_action")
        runs.cancel(run)
        runs.until(run, "cancelled")
    expiring = [runs.run(_CALL), runs.run(_WAIT)]
    runs.until(expiring[0], "requires_action")
    clock.late -= _LIFETIME
    for run in expiring:
        runs.until(run, "expired")
    clock.late = 0.0


def _unfinished(runs: _Maker) -> dict[str, dict[str, Any]]:
    made = {"requires_action": runs.run(_CALL, _DONE)}
    runs.until(made["requires_action"], "requires_action")
    made["in_progress"] = runs.run(_program(_ENDLESS), _DONE)
    runs.until(made["in_progress"], "in_progress")
    made["queued"] = runs.run(_DONE)
    made["cancelling"] = runs.run(_DONE)
    runs.cancel(made["cancelling"])
    return {status: runs.until(run, status) for status, run in made.items()}
