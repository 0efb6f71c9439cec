"""Whatever the service does, one connection is enough for it.

If transactions needed another one meanwhile, all could wait for a connection for ever.
"""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.support.service.api import Api
from tests.support.service.databases import Server
from tests.support.service.streams import listen

from openai_assistants_service import LocalService
from openai_assistants_service.storage import postgres_database

TOOLS = [{"type": "file_search"}, {"type": "code_interpreter"}]


def talk(service: LocalService, number: int) -> list[str]:
    """Have a file found in a run that is streamed, and in one waited for; return their ends."""
    with Api.of(service) as api:
        file = api.upload(f"{number}.txt", b"The tower is 330 metres high.")["id"]
        store = api.post("/vector_stores", file_ids=[file])["id"]
        resources = {"file_search": {"vector_store_ids": [store]}}
        assistant = api.post("/assistants", model="m", tools=TOOLS, tool_resources=resources)["id"]
        asked: dict[str, Any] = {
            "assistant_id": assistant,
            "thread": {"messages": [{"role": "user", "content": "How high is the tower?"}]},
        }
        streamed = listen(api, "/threads/runs", {"Idempotency-Key": f"s{number}"}, **asked)
        headers = {"Idempotency-Key": f"r{number}"}
        run = api.send("POST", "/threads/runs", headers=headers, json=asked).json()
        path = f"/threads/{run['thread_id']}/runs/{run['id']}"
        ended = api.send("GET", path, headers={"Prefer": "wait=20"}).json()
        return [streamed[-1].short, ended["status"]]


def test_one_connection_is_enough(
    postgres: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the folder of files is made there
    monkeypatch.setattr(postgres_database, "_CONNECTIONS", 1)
    with LocalService(postgres.at(tmp_path / "s.db").url) as service:
        with ThreadPoolExecutor(4) as pool:
            ends = list(pool.map(lambda number: talk(service, number), range(4)))
    assert ends == [["run.completed", "completed"]] * 4
