"""What supervisors ask for: health, readiness and metrics."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from tests.support.service.api import Api
from tests.support.service.commits import until
from tests.support.service.databases import execute

from openai_assistants_service import LocalService
from openai_assistants_service.http.handlers import Services
from openai_assistants_service.http.server import Settings, application, running
from openai_assistants_service.storage.folder_blobs import FolderBlobs


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[tuple[LocalService, Api]]:
    with LocalService(tmp_path / "s.db") as service, Api.of(service) as api:
        yield service, api


def samples(service: LocalService) -> dict[tuple[str, ...], float]:
    """The metrics by name and the values of their labels."""
    response = httpx.get(f"{service.url}/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain; version=0.0.4")
    return {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }


def test_metrics_count_requests_runs_and_tokens(fresh: tuple[LocalService, Api]) -> None:
    service, api = fresh
    assistant = api.post("/assistants", model="m")["id"]
    run = api.post(f"/threads/{api.thread('Hello there')}/runs", assistant_id=assistant)
    ended = api.settled(run)
    api.refused("GET", "/threads/none")
    found = until(
        lambda: samples(service),
        lambda found: ("assistants_run_duration_seconds_count", "completed") in found,
    )
    assert found["assistants_http_requests_total", "create_assistant", "200"] == 1
    assert found["assistants_http_requests_total", "get_thread", "404"] == 1
    assert found["assistants_runs", "completed"] == 1
    assert found["assistants_run_duration_seconds_count", "completed"] == 1
    assert found["assistants_run_duration_seconds_bucket", "+Inf", "completed"] == 1
    assert found["assistants_model_turn_duration_seconds_count",] == 1
    assert found["assistants_model_first_delta_seconds_count",] == 1
    usage = ended["usage"]
    assert found["assistants_model_tokens_total", "prompt"] == usage["prompt_tokens"]
    assert found["assistants_model_tokens_total", "completion"] == usage["completion_tokens"]
    assert found["assistants_queue_age_seconds",] == 0


def test_waiting_requests_and_streams_are_counted_while_they_last(
    fresh: tuple[LocalService, Api],
) -> None:
    service, api = fresh
    script = '[{"wait": true}]'
    assistant = api.post("/assistants", model="test-model", instructions=script)["id"]
    body = {"assistant_id": assistant, "stream": True}
    with api.http.stream("POST", "/threads/runs", json=body) as response:
        lines = response.iter_lines()
        created = next(line for line in lines if line.startswith("data: "))
        thread = json.loads(created.removeprefix("data: "))["id"]
        assert samples(service)["assistants_open_streams",] == 1
        run = f"/threads/{thread}/runs/{api.get(f'/threads/{thread}/runs')['data'][0]['id']}"
        until(lambda: api.get(run), lambda found: found["status"] == "in_progress")
        with ThreadPoolExecutor() as pool:
            waits = pool.submit(api.send, "GET", run, headers={"prefer": "wait=20"})
            until(
                lambda: samples(service), lambda found: found["assistants_waiting_requests",] == 1
            )
            api.post(f"{run}/cancel")
            assert waits.result().json()["status"] in ("cancelling", "cancelled")
        assert samples(service)["assistants_waiting_requests",] == 0
    until(lambda: samples(service), lambda found: found["assistants_open_streams",] == 0)


Test = Callable[[Services, httpx.AsyncClient], Awaitable[None]]


def served(tmp_path: Path, test: Test, **settings: object) -> None:
    """Run a test with the services of an application, and a client of it."""

    async def main() -> None:
        made = Settings(database=tmp_path / "s.db", randomness=Random(1), **settings)  # type: ignore[arg-type]
        async with running(made, asyncio.Event()) as services:
            transport = httpx.ASGITransport(application(services, made))
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as http:
                await test(services, http)

    asyncio.run(main())


def test_a_service_that_cannot_serve_says_why(tmp_path: Path) -> None:
    async def test(services: Services, http: httpx.AsyncClient) -> None:
        assert (await http.get("/readyz")).json() == {"status": "ok"}

        assert isinstance(services.blobs, FolderBlobs)
        folder = services.blobs.folder
        folder.rename(folder.with_name("away"))
        response = await http.get("/readyz")
        assert (response.status_code, response.json()["reason"]) == (
            503,
            "the folder of files cannot be written to",
        )
        assert (await http.get("/healthz")).json() == {"status": "ok"}
        folder.with_name("away").rename(folder)

        await asyncio.to_thread(
            execute, tmp_path / "s.db", "UPDATE alembic_version SET version_num = '9999'"
        )
        response = await http.get("/readyz")
        assert response.status_code == 503
        assert "the schema of the database is ['9999']" in response.json()["reason"]
        await asyncio.to_thread(execute, tmp_path / "s.db", "DROP TABLE alembic_version")
        response = await http.get("/readyz")
        assert (response.status_code, response.json()["reason"]) == (
            503,
            "the database cannot be used",
        )
        assert os.fspath(tmp_path) not in response.text

    served(tmp_path, test)


def test_a_service_that_stops_is_not_ready(tmp_path: Path) -> None:
    async def test(services: Services, http: httpx.AsyncClient) -> None:
        assert (await http.get("/readyz")).status_code == 200
        services.stopping.set()
        response = await http.get("/readyz")
        assert (response.status_code, response.json()["reason"]) == (
            503,
            "the service is shutting down",
        )
        assert (await http.get("/healthz")).status_code == 200

    served(tmp_path, test)


def test_the_metrics_need_the_key_and_health_does_not(tmp_path: Path) -> None:
    async def test(_: Services, http: httpx.AsyncClient) -> None:
        assert (await http.get("/healthz")).status_code == 200
        assert (await http.get("/readyz")).status_code == 200
        assert (await http.get("/metrics")).status_code == 401
        right = {"authorization": "Bearer secret"}
        assert (await http.get("/metrics", headers=right)).status_code == 200

    served(tmp_path, test, api_key="secret")


def test_the_numbers_of_a_keyless_service_are_not_for_other_sites(tmp_path: Path) -> None:
    async def test(_: Services, http: httpx.AsyncClient) -> None:
        foreign = {"origin": "http://evil.example"}
        assert (await http.get("/metrics", headers=foreign)).status_code == 403
        assert (await http.get("/metrics", headers={"host": "evil.example"})).status_code == 403

    served(tmp_path, test)


def test_what_makes_the_text_is_loaded_when_it_is_asked_for() -> None:
    name = "openai_assistants_service.__main__"
    loaded = f"import sys, {name}; print('prometheus_client' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
