"""The service inside a process."""

import asyncio
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from tests.support.service.api import Api, stored

from openai_assistants_service import LocalService


def test_a_temporary_database_is_gone_afterwards() -> None:
    with LocalService() as service, Api.of(service) as api:
        assert service.base_url == service.url + "/v1"
        assert service.url.startswith("http://127.0.0.1:")
        api.post("/assistants", model="m")
        url = service.url
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)
    with pytest.raises(RuntimeError, match="not running"):
        _ = service.url
    assert not [one for one in threading.enumerate() if one.name == "local-assistants"]


def test_a_named_database_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "dev.db"
    with LocalService(path) as service, Api.of(service) as api:
        made = api.post("/assistants", model="m")
        file = api.upload("a.txt", b"text")["id"]
    with LocalService(str(path)) as service, Api.of(service) as api:
        assert api.get(f"/assistants/{made['id']}") == made
        assert api.send("GET", f"/files/{file}/content").content == b"text"


def test_one_after_the_other_and_async() -> None:
    async def use(service: LocalService) -> int:
        async with service, httpx.AsyncClient(base_url=service.base_url) as client:
            return (await client.get("/assistants")).status_code

    service = LocalService()
    assert asyncio.run(use(service)) == 200
    assert asyncio.run(use(service)) == 200


def test_several_at_once() -> None:
    with LocalService() as one, LocalService() as two, Api.of(one) as a, Api.of(two) as b:
        assert one.url != two.url
        made = a.post("/assistants", model="m")["id"]
        assert b.refused("GET", f"/assistants/{made}")[0] == 404


def test_two_on_one_database_share_the_work(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with LocalService(path) as one, LocalService(path) as two, Api.of(one) as a, Api.of(two) as b:
        assistant = a.post("/assistants", model="m", instructions="i")["id"]
        runs = [
            api.post("/threads/runs", assistant_id=assistant) for api in (a, b) for _ in range(10)
        ]
        for run in runs:
            assert b.settled(run)["status"] == "completed"
            assert len(a.get(f"/threads/{run['thread_id']}/messages")["data"]) == 1


@pytest.mark.sqlite
def test_a_database_that_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    path.write_bytes(b"this is no database" * 100)
    service = LocalService(path)
    with pytest.raises(Exception, match="not a database"):
        service.start()
    service.stop()


def test_it_cannot_be_started_twice() -> None:
    with LocalService() as service, pytest.raises(RuntimeError, match="running already"):
        service.start()


def test_a_client_that_goes_away_while_it_uploads(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    head = (
        "POST /v1/files HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n"
        "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    )
    with LocalService(tmp_path / "s.db") as service, Api.of(service) as api:
        url = httpx.URL(service.url)
        with socket.create_connection((url.host, url.port or 0)) as client:
            client.sendall(head.encode() + bytes(3_000_000))
        assert api.get("/files")["data"] == []
    assert stored(tmp_path / "s.db.files") == []
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_fifty_clients_at_once(tmp_path: Path) -> None:
    with LocalService(tmp_path / "s.db") as service:
        assistant: str
        with Api.of(service) as api:
            assistant = api.post("/assistants", model="m", instructions="i")["id"]

        def client(number: int) -> int:
            with Api.of(service) as api:
                thread = api.thread(f"hello from {number}", metadata={"n": str(number)})
                run = api.post(f"/threads/{thread}/runs", assistant_id=assistant)
                assert api.settled(run)["status"] == "completed"
                api.upload(f"{number}.txt", b"text")
                assert api.get(f"/threads/{thread}")["metadata"] == {"n": str(number)}
                return len(api.get(f"/threads/{thread}/messages")["data"])

        with ThreadPoolExecutor(50) as pool:
            assert list(pool.map(client, range(50))) == [2] * 50
        with Api.of(service) as api:
            names = {file["filename"] for file in api.get("/files")["data"]}
            assert names == {f"{number}.txt" for number in range(50)}


def test_runs_of_one_thread_race(tmp_path: Path) -> None:
    with LocalService(tmp_path / "s.db") as service, Api.of(service) as api:
        assistant = api.post("/assistants", model="m")["id"]
        thread = api.thread("hello")

        def start(_: int) -> int:
            path = f"/threads/{thread}/runs"
            return api.send("POST", path, json={"assistant_id": assistant}).status_code

        with ThreadPoolExecutor(8) as pool:
            statuses = list(pool.map(start, range(8)))
        assert set(statuses) <= {200, 400}
        assert 200 in statuses
        done = [api.settled(run) for run in api.get(f"/threads/{thread}/runs")["data"]]
        assert len(done) == statuses.count(200)
        assert len(api.get(f"/threads/{thread}/messages")["data"]) == 1 + len(done)
