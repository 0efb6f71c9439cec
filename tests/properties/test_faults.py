"""Thousands of calls through a proxy that brings faults: nothing is lost, nothing is done twice."""

import json
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from tests.support.faults.calls import Run, check, mixed, run_async, run_sync
from tests.support.faults.proxy import FaultProxy
from tests.support.faults.stub import Stub
from tests.support.scale import at_scale

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService

CALLS = at_scale(tests=1_000, soak=10_000)
SHARE = 0.2

both = pytest.mark.parametrize("run", [run_sync, run_async])


def kept(database: Path) -> tuple[dict[str, Counter[str]], set[str]]:
    """What the service's database has: how many of each name, and the ids of its assistants."""
    with sqlite3.connect(database) as reader:
        assistants = reader.execute("SELECT id, name FROM assistants").fetchall()
        threads = reader.execute("SELECT metadata FROM threads").fetchall()
        messages = reader.execute("SELECT content FROM messages").fetchall()
        files = reader.execute("SELECT filename FROM files").fetchall()
    reader.close()
    return {
        "assistant": Counter(name for _, name in assistants),
        "thread": Counter(json.loads(metadata).get("name") for (metadata,) in threads),
        "message": Counter(json.loads(content)[0]["text"]["value"] for (content,) in messages),
        "file": Counter(name for (name,) in files),
    }, {row[0] for row in assistants}


@both
def test_against_the_service(run: Run, tmp_path: Path) -> None:
    """Which keeps idempotency keys: only what the first calls come to can be unknown."""
    database = tmp_path / "service.db"
    with LocalService(database) as service:
        with AssistantsClient(CompatibleEndpoint(service.base_url)) as direct:
            thread_id = direct.threads.create().id
            doomed = [
                direct.assistants.create(model="builtin", name=f"doomed{n}").id
                for n in range(CALLS // 8 + 1)
            ]
        port = int(service.url.rpartition(":")[2])
        with FaultProxy(port, seed=CALLS, share=SHARE) as proxy:
            calls = mixed(CALLS, thread_id, doomed, files=True)
            came = run(f"{proxy.url}/v1", calls)
            faults = sum(proxy.counts.values()) - proxy.counts["passed"]
    assert faults > CALLS * SHARE
    endings = check(came, *kept(database))
    assert sum(endings.values()) == CALLS
    assert endings["result"] > CALLS * 0.9
    assert endings["AmbiguousOutcome"] + endings["AmbiguousTimeout"] < CALLS * 0.02


@both
@pytest.mark.parametrize("reconcile", [False, True])
def test_against_a_stub_without_idempotency(run: Run, reconcile: bool) -> None:
    """Nothing is repeated blind; with markers, most of what is unknown is settled."""
    with Stub() as stub:
        with AssistantsClient(CompatibleEndpoint(stub.base_url)) as direct:
            thread_id = direct.threads.create(metadata={"name": "shared"}).id
            doomed = [
                direct.assistants.create(model="stub", name=f"doomed{n}").id
                for n in range(CALLS // 7 + 1)
            ]
        with FaultProxy(stub.port, seed=CALLS, share=SHARE) as proxy:
            calls = mixed(CALLS, thread_id, doomed, files=False)
            came = run(f"{proxy.url}/v1", calls, reconcile=reconcile)
        with AssistantsClient(CompatibleEndpoint(stub.base_url)) as direct:
            left = {one.id for one in direct.assistants.list(limit=100)}
        executed = dict.fromkeys(("assistant", "thread", "message"), stub.executed)
    endings = check(came, executed, left)
    unknown = sum(count for name, count in endings.items() if name.startswith("Ambiguous"))
    assert unknown < CALLS * (0.01 if reconcile else 0.1)
    assert reconcile or unknown > CALLS * 0.01
