"""Requests with an idempotency key are carried out once."""

import asyncio
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import text
from tests.support.service.api import Api, count_rows, stored
from tests.support.service.databases import database_at
from tests.support.service.processes import Start

from openai_assistants_service import LocalService
from openai_assistants_service.storage.database import Database, Joined

DAY = 86_400
KILLED_SERVICE = Path(__file__).parents[1] / "support" / "service" / "killed_service.py"
PROVIDERS = {
    "openai v2": ("/v1", "", {}),
    "openai v1": ("/v1", "", {"OpenAI-Beta": "assistants=v1"}),
    "azure v2": ("/openai", "?api-version=2025-03-01-preview", {}),
    "azure v1": ("/openai", "?api-version=2024-02-15-preview", {}),
    "azure undated": ("/openai/v1", "", {}),
    "foundry": ("/api/projects/p", "?api-version=v1", {}),
}
Provider = tuple[str, str, Mapping[str, str]]


def key() -> dict[str, str]:
    """Return the header of a new key."""
    return {"Idempotency-Key": str(uuid4())}


def replayed(response: httpx.Response) -> bool:
    assert response.status_code == 200, response.text
    return bool(response.headers.get("idempotency-replayed") == "true")


def check_replay(first: httpx.Response, second: httpx.Response) -> None:
    assert (replayed(first), replayed(second)) == (False, True)
    assert second.content == first.content
    assert second.headers["content-type"] == first.headers["content-type"]
    assert second.headers["x-request-id"] != first.headers["x-request-id"]


def check_refused(response: httpx.Response) -> None:
    assert (response.status_code, response.json()["error"]["code"]) == (
        422,
        "idempotency_key_reused",
    )


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=PROVIDERS)
def test_every_answer_says_that_keys_are_honoured(
    service: LocalService, provider: Provider
) -> None:
    path, query, headers = provider
    with httpx.Client(base_url=service.url + path, headers=headers) as http:
        file = http.post(
            f"/files{query}", files={"file": ("a", b"text")}, data={"purpose": "assistants"}
        )
        content = f"/files/{file.json()['id']}/content{query}"
        answers = [
            http.get(f"/assistants{query}"),
            http.get(content),
            http.get(content, headers={"Range": "bytes=1-2"}),
            http.get(content, headers={"Range": "bytes=9-"}),
            http.post(f"/assistants{query}", json={}),
            http.get(f"/assistants/a{query}"),
            http.get(f"/nothing{query}"),
            http.put(f"/assistants{query}"),
        ]
    assert [one.status_code for one in answers] == [200, 200, 206, 416, 400, 404, 404, 405]
    for answer in (file, *answers):
        assert answer.headers["idempotency-retention"] == str(DAY)
        assert "x-request-id" in answer.headers


def test_so_does_the_answer_to_a_wrong_key() -> None:
    with LocalService(api_key="secret") as service:
        answer = httpx.get(service.base_url + "/assistants")
    assert (answer.status_code, answer.headers["idempotency-retention"]) == (401, str(DAY))


@pytest.mark.parametrize("provider", PROVIDERS.values(), ids=PROVIDERS)
def test_the_same_again_is_replayed(
    service: LocalService, database: Path, provider: Provider
) -> None:
    path, query, headers = provider
    with httpx.Client(base_url=service.url + path, headers={**headers, **key()}) as http:
        first = http.post(f"/assistants{query}", json={"model": "m"})
        before = count_rows(database)
        second = http.post(f"/assistants{query}", json={"model": "m"})
    check_replay(first, second)
    assert count_rows(database) == before


def test_another_credential_is_no_other_request(v2: Api) -> None:
    same = key()
    body = {"model": "m"}
    first = v2.send("POST", "/assistants", json=body, headers={**same, "api-key": "one"})
    second = v2.send("POST", "/assistants", json=body, headers={**same, "api-key": "two"})
    check_replay(first, second)


def test_another_request_is_refused(service: LocalService, v2: Api, database: Path) -> None:
    same = key()
    thread = v2.thread()
    assert v2.send("POST", f"/threads/{thread}", json={}, headers=same).status_code == 200
    before = count_rows(database)
    beta = {"OpenAI-Beta": "assistants=v1"}
    for method, path, options in (
        ("POST", f"/threads/{thread}", {"json": {"metadata": {"a": "b"}}}),
        ("POST", f"/threads/{thread}?a=b", {"json": {}}),
        ("POST", "/threads", {"json": {}}),
        ("DELETE", f"/threads/{thread}", {}),
        ("POST", f"/threads/{thread}", {"json": {}, "headers": {**same, **beta}}),
    ):
        check_refused(v2.send(method, path, **{"headers": same, **options}))
    url = f"{service.url}/openai/v1/threads/{thread}"
    check_refused(httpx.post(url, json={}, headers=same))
    assert count_rows(database) == before


def test_a_refusal_is_not_stored(v2: Api) -> None:
    same = key()
    thread = v2.thread("hello")
    first = v2.send("POST", f"/threads/{thread}/runs", json={"assistant_id": "a"}, headers=same)
    assert first.status_code == 404
    bad = v2.send("POST", f"/threads/{thread}/runs", json={"stream": True}, headers=same)
    assert bad.status_code == 400
    assistant = v2.post("/assistants", model="m")["id"]
    body = {"assistant_id": assistant}
    run = v2.send("POST", f"/threads/{thread}/runs", json=body, headers=same)
    again = v2.send("POST", f"/threads/{thread}/runs", json=body, headers=same)
    check_replay(run, again)
    assert again.headers["openai-poll-after-ms"] == run.headers["openai-poll-after-ms"]
    assert v2.settled(run.json())["status"] == "completed"
    assert len(v2.get(f"/threads/{thread}/runs")["data"]) == 1


@pytest.mark.parametrize(
    "value", ["", "a b", "x" * 256, "clé".encode(), "a\x7f"], ids=lambda one: repr(one)[:9]
)
def test_bad_keys(v2: Api, database: Path, value: str | bytes) -> None:
    before = count_rows(database)
    headers = {"Idempotency-Key": value}
    status, error = v2.refused("POST", "/assistants", json={"model": "m"}, headers=headers)
    assert (status, error["code"]) == (400, "invalid_idempotency_key")
    assert count_rows(database) == before


def test_two_keys(v2: Api) -> None:
    headers = [("Idempotency-Key", "a"), ("Idempotency-Key", "b")]
    status, error = v2.refused("POST", "/assistants", json={"model": "m"}, headers=headers)
    assert (status, error["code"]) == (400, "invalid_idempotency_key")


def test_the_longest_key(v2: Api) -> None:
    headers = {"Idempotency-Key": "!" + "~" * 254}
    answers = [
        v2.send("POST", "/assistants", json={"model": "m"}, headers=headers) for _ in range(2)
    ]
    check_replay(*answers)


def test_reading_takes_no_notice_of_keys(v2: Api) -> None:
    same = key()
    first = v2.send("GET", "/assistants", headers=same)
    v2.post("/assistants", model="m")
    second = v2.send("GET", "/assistants", headers=same)
    assert not replayed(second)
    assert second.content != first.content


def test_a_deletion(v2: Api, database: Path) -> None:
    file = v2.upload("a.txt", b"text")["id"]
    same = key()
    first = v2.send("DELETE", f"/files/{file}", headers=same)
    check_replay(first, v2.send("DELETE", f"/files/{file}", headers=same))
    assert file not in stored(database.with_name(database.name + ".files"))
    assert v2.send("DELETE", f"/files/{file}", headers=key()).status_code == 404


def form(boundary: str, *parts: tuple[str, bytes]) -> dict[str, Any]:
    """Return a request with a multipart body of these dispositions and contents."""
    mark = f"--{boundary}".encode()
    pieces = [
        mark + f"\r\nContent-Disposition: form-data; {name}\r\n\r\n".encode() + content + b"\r\n"
        for name, content in parts
    ]
    kind = f"multipart/form-data; boundary={boundary}"
    return {"content": b"".join(pieces) + mark + b"--\r\n", "headers": {"Content-Type": kind}}


PURPOSE = ('name="purpose"', b"assistants")
FILE = ('name="file"; filename="a.txt"', b"text" * 1_000_000)


def test_an_upload(v2: Api, database: Path) -> None:
    same = key()

    def send(boundary: str, *parts: tuple[str, bytes]) -> httpx.Response:
        request = form(boundary, *parts)
        return v2.send("POST", "/files", **{**request, "headers": {**request["headers"], **same}})

    contents = database.with_name(database.name + ".files")
    first = send("one", PURPOSE, FILE)
    before = count_rows(database), stored(contents)
    assert first.json()["id"] in before[1]
    check_replay(first, send("one", PURPOSE, FILE))
    check_replay(first, send("another", FILE, PURPOSE))
    check_refused(send("one", PURPOSE, (FILE[0], FILE[1] + b"!")))
    check_refused(send("one", PURPOSE, ('name="file"; filename="b.txt"', FILE[1])))
    check_refused(send("one", ('name="purpose"', b"vision"), FILE))
    assert (count_rows(database), stored(contents)) == before


def test_the_same_at_once(tmp_path: Path) -> None:
    """Thirty requests with one key, by two services on one database: one is carried out."""
    path = tmp_path / "s.db"
    same = key()
    together = threading.Barrier(30)
    with LocalService(path) as one, LocalService(path) as two:

        def create(number: int) -> httpx.Response:
            with Api.of((one, two)[number % 2]) as api:
                together.wait()
                return api.send("POST", "/assistants", json={"model": "m"}, headers=same)

        with ThreadPoolExecutor(30) as pool:
            answers = list(pool.map(create, range(30)))
    assert sorted(replayed(one) for one in answers) == [False] + [True] * 29
    assert len({one.content for one in answers}) == 1
    assert count_rows(path)["assistants"] == count_rows(path)["idempotency_keys"] == 1


def test_a_day_later_the_key_is_new(tmp_path: Path) -> None:
    now = [1_700_000_000.0]
    same = key()
    with LocalService(tmp_path / "s.db", clock=lambda: now[0]) as service, Api.of(service) as api:

        def create() -> httpx.Response:
            return api.send("POST", "/assistants", json={"model": "m"}, headers=same)

        first = create()
        now[0] += DAY - 1
        check_replay(first, create())
        now[0] += 1
        second = create()
        assert not replayed(second)
        assert second.json()["id"] != first.json()["id"]
        now[0] += DAY - 1
        check_replay(second, create())
    now[0] += 1
    assert count_rows(tmp_path / "s.db")["idempotency_keys"] == 1
    with LocalService(tmp_path / "s.db", clock=lambda: now[0]):
        assert count_rows(tmp_path / "s.db")["idempotency_keys"] == 0


def run(api: Api) -> tuple[str, str, dict[str, Any]]:
    assistant = api.post("/assistants", model="m", instructions="i")["id"]
    return "POST", "/threads/runs", {"json": {"assistant_id": assistant}}


def upload(_: Api) -> tuple[str, str, dict[str, Any]]:
    return "POST", "/files", form("b", PURPOSE, FILE)


def deletion(api: Api) -> tuple[str, str, dict[str, Any]]:
    return "DELETE", f"/files/{api.upload('old.txt', b'text')['id']}", {}


@pytest.mark.parametrize("request_of", [run, upload, deletion])
@pytest.mark.parametrize("moment", ["effect", "answer", "committed"])
def test_killed_in_the_middle(
    start: Start,
    tmp_path: Path,
    moment: str,
    request_of: Callable[[Api], tuple[str, str, dict[str, Any]]],
) -> None:
    """Whenever the process is killed, there is the effect with its answer, or neither."""
    database, contents = tmp_path / "s.db", tmp_path / "s.db.files"
    killed = (sys.executable, str(KILLED_SERVICE), moment)
    process, url = start(database, command=killed)
    with Api(url + "/v1") as api:
        method, path, options = request_of(api)
        options["headers"] = {**options.get("headers", {}), **key()}
        before = count_rows(database), stored(contents)
        with pytest.raises(httpx.TransportError):
            api.send(method, path, **options)
    assert process.wait(20) == -9
    stored_answers = count_rows(database)["idempotency_keys"]
    assert stored_answers == (moment == "committed")
    if not stored_answers:
        assert count_rows(database) == before[0]
        assert set(before[1]) <= set(stored(contents))
    process, url = start(database)
    with Api(url + "/v1") as api:
        first = api.send(method, path, **options)
        again = api.send(method, path, **options)
        assert (replayed(first), replayed(again)) == (stored_answers, True)
        assert again.json() == first.json()
        check_effect(api, first.json(), before[0], database)


def check_effect(api: Api, made: dict[str, Any], before: dict[str, int], database: Path) -> None:
    """Check that what was asked for has happened once."""
    if made["object"] == "thread.run":
        assert count_rows(database)["runs"] == before["runs"] + 1
        assert api.settled(made)["status"] == "completed"
        return
    content = api.send("GET", f"/files/{made['id']}/content")
    if made.get("deleted"):
        assert count_rows(database)["files"] == before["files"] - 1
        assert content.status_code == 404
    else:
        assert count_rows(database)["files"] == before["files"] + 1
        assert content.content == FILE[1]


def test_killed_again_and_again(start: Start, tmp_path: Path) -> None:
    """A client repeats each request until it is answered; the service is killed all the while."""
    database = tmp_path / "s.db"
    process, url = start(database)
    where = [url]
    done: list[str] = []
    answered = threading.Condition()
    stop = threading.Event()

    def insist() -> None:
        while not stop.is_set():
            same = key()
            name = same["Idempotency-Key"]
            while done[-1:] != [name]:
                with suppress(httpx.TransportError), Api(where[0] + "/v1") as api:
                    made = api.send(
                        "POST", "/assistants", json={"model": "m", "name": name}, headers=same
                    )
                    assert made.status_code == 200
                    with answered:
                        done.append(name)
                        answered.notify()

    client = threading.Thread(target=insist)
    client.start()
    for _ in range(5):
        with answered:
            for _ in range(10):
                answered.wait(20)
        process.kill()
        process.communicate()
        process, where[0] = start(database)
    stop.set()
    client.join(20)
    with Api(where[0] + "/v1") as api:
        names = [one["name"] for one in api.get("/assistants", limit=100, order="asc")["data"]]
    assert len(done) >= 50
    assert names == done[:100]
    assert count_rows(database)["assistants"] == len(done)


def in_a_database(tmp_path: Path, work: Callable[[Database], Any]) -> Any:
    async def run() -> Any:
        database = database_at(tmp_path / "s.db")
        await database.open()
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(run())


INSERT = text("INSERT INTO threads (id, created_at) VALUES ('a', 1)")
COUNT = text("SELECT count(*) FROM threads")


def test_callbacks_run_once_all_is_committed(tmp_path: Path) -> None:
    async def work(database: Database) -> list[int]:
        seen: list[int] = []

        async def look() -> None:
            async with database.read() as tx:
                seen.extend(await tx.values(COUNT))

        async with database.write() as outer:
            joined = Joined(outer)
            async with joined.write() as tx:
                await tx.run(INSERT)
                tx.on_commit(look)
                tx.on_commit(lambda: seen.append(-1))
            async with joined.read() as tx:
                assert await tx.values(COUNT) == [1]
            assert seen == []
        return seen

    assert in_a_database(tmp_path, work) == [1, -1]


def test_callbacks_do_not_run_after_a_rollback(tmp_path: Path) -> None:
    async def work(database: Database) -> list[int]:
        seen: list[int] = []
        with suppress(ZeroDivisionError):
            async with database.write() as tx:
                tx.on_commit(lambda: seen.append(1))
                raise ZeroDivisionError
        return seen

    assert in_a_database(tmp_path, work) == []
