"""Several keys: each opens the objects of its project, and nothing else, in whatever operation."""

import asyncio
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tests.service.test_schemathesis import furnish
from tests.support.service.api import Api
from tests.support.service.databases import execute

from openai_assistants_core import Operation
from openai_assistants_rest.operations import OPERATIONS
from openai_assistants_service import LocalService
from openai_assistants_service.commands import run
from openai_assistants_service.http import auth
from openai_assistants_service.http.server import Settings, application, running
from openai_assistants_service.http.unsupported import UNSUPPORTED_OPERATIONS
from openai_assistants_service.storage.location import locate
from openai_assistants_service.storage.tables import metadata

MakeKey = Callable[..., str]

ROOTS = sorted(
    table.name
    for table in metadata.sorted_tables
    if "tenant" in table.c and table.name != "api_keys"
)
NOT_A_KEY = "sk-that-nobody-was-given"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s.db"


@pytest.fixture
def make_key(path: Path, capsys: pytest.CaptureFixture[str]) -> MakeKey:
    """Make a key by the command line."""

    def make(*options: str) -> str:
        capsys.readouterr()
        assert run("keys", ["create", "--database", str(path), *options]) == 0
        return capsys.readouterr().out.strip()

    return make


@pytest.fixture
def keys_of(path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], list[list[str]]]:
    """What `keys list` says, in cells."""

    def list_() -> list[list[str]]:
        assert run("keys", ["list", "--database", str(path)]) == 0
        return [re.split(r" {2,}", line) for line in capsys.readouterr().out.splitlines()[1:]]

    return list_


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def keyed(service: LocalService, key: str) -> Api:
    return Api(service.base_url, {"Authorization": f"Bearer {key}"})


def status(service: LocalService, headers: dict[str, str], path: str = "/v1/assistants") -> int:
    return httpx.get(service.url + path, headers=headers).status_code


BODIES: dict[str, dict[str, Any]] = {
    "create_message": {"role": "user", "content": "x"},
    "create_run": {"assistant_id": "{assistant_id}"},
    "create_vector_store_file": {"file_id": "{file_id}"},
    "create_vector_store_file_batch": {"file_ids": ["{file_id}"]},
    "create_assistant_file": {"file_id": "{file_id}"},
    "search_vector_store": {"query": "x"},
    "submit_tool_outputs": {"tool_outputs": []},
    "update_vector_store_file": {"attributes": {}},
    "create_thread_and_run": {"assistant_id": "{assistant_id}"},
}
"""Of the operations that need a body; the others are sent an empty one."""


def asked(operation: Operation[Any], ids: dict[str, str]) -> tuple[str, Any]:
    """The path and the body of a request for objects of somebody's."""
    path = re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], operation.path)
    body = BODIES.get(operation.id, {}) if operation.method != "GET" else None
    filled = {
        name: re.sub(r"\{(\w+)\}", lambda found: ids[found[1]], value)
        if isinstance(value, str)
        else [ids["file_id"]] * len(value)
        if name == "file_ids"
        else value
        for name, value in (body or {}).items()
    }
    return path, None if body is None else filled


ON_OBJECTS = sorted(
    name
    for name, one in OPERATIONS.items()
    if name not in UNSUPPORTED_OPERATIONS and ("{" in one.path or name == "create_thread_and_run")
)
LISTS = sorted(
    name
    for name, one in OPERATIONS.items()
    if one.method == "GET"
    and "{" not in one.path
    and name not in UNSUPPORTED_OPERATIONS
    and name != "list_threads"  # of Foundry alone, see below
)


@pytest.fixture
def shared(path: Path, make_key: MakeKey) -> Iterator[tuple[Api, Api, dict[str, str]]]:
    """What two projects see, and the ids of what the first has: an object of every kind."""
    one, other = make_key("--project", "one"), make_key("--project", "other")
    with LocalService(path) as service, keyed(service, one) as owner, keyed(service, other) as b:
        yield owner, b, furnish(owner)


def everything(api: Api, ids: dict[str, str]) -> list[Any]:
    """What the owner sees of its objects."""
    found = [api.get(re.sub(r"\{(\w+)\}", lambda m: ids[m[1]], OPERATIONS[n].path)) for n in LISTS]
    thread = f"/threads/{ids['thread_id']}"
    return [*found, api.get(f"{thread}/messages"), api.get(f"{thread}/runs")]


def test_nobody_reaches_the_objects_of_another(shared: tuple[Api, Api, dict[str, str]]) -> None:
    """Each operation answers as if they were not there, and changes nothing."""
    owner, stranger, ids = shared
    before = everything(owner, ids)
    assert ids["assistant_id"] in str(before)
    found = {}
    for name in ON_OBJECTS:
        path, body = asked(OPERATIONS[name], ids)
        response = stranger.send(OPERATIONS[name].method, path, json=body)
        found[name] = response.status_code
        assert not any(
            one in response.text for one in ids.values() if one not in path + str(body)
        ), response.text
    assert {name: code for name, code in found.items() if code != 404} == {}
    for name in LISTS:
        assert stranger.get(OPERATIONS[name].path)["data"] == []
    foundry = stranger.http.base_url.join("/api/projects/p/threads?api-version=v1")
    assert stranger.http.get(foundry).json()["data"] == []
    assert [one["id"] for one in owner.http.get(foundry).json()["data"]] == [ids["thread_id"]]
    assert everything(owner, ids) == before


def test_nothing_of_another_can_be_named(shared: tuple[Api, Api, dict[str, str]]) -> None:
    """In what is one's own: a file that is attached, an image, a store that is searched."""
    _, stranger, ids = shared
    search = {"tool_resources": {"file_search": {"vector_store_ids": [ids["vector_store_id"]]}}}
    code = {"tool_resources": {"code_interpreter": {"file_ids": [ids["file_id"]]}}}
    attached = {
        "role": "user",
        "content": "x",
        "attachments": [{"file_id": ids["file_id"], "tools": [{"type": "file_search"}]}],
    }
    for path, body in (
        ("/assistants", {"model": "m", "tools": [{"type": "file_search"}], **search}),
        ("/assistants", {"model": "m", "tools": [{"type": "code_interpreter"}], **code}),
        ("/threads", search),
        ("/threads", {"messages": [attached]}),
        ("/vector_stores", {"file_ids": [ids["file_id"]]}),
    ):
        response = stranger.send("POST", path, json=body)
        assert response.status_code in (400, 404), (path, body, response.text)
    own = stranger.post("/assistants", model="m")["id"]
    response = stranger.send(
        "POST", f"/threads/{ids['thread_id']}/runs", json={"assistant_id": own}
    )
    assert response.status_code == 404
    again = {"Last-Event-ID": f"{ids['run_id']}:1"}
    body = {"assistant_id": own, "stream": True, "thread": {}}
    assert stranger.send("POST", "/threads/runs", json=body, headers=again).status_code == 404


def test_keys_of_a_project_share_its_objects(path: Path, make_key: MakeKey) -> None:
    one, same, alone, default = (
        make_key("--project", "p"),
        make_key("--project", "p"),
        make_key(),
        make_key("--project", "default"),
    )
    with LocalService(path, api_key="sk-of-the-service") as service:
        with keyed(service, one) as api:
            made = api.post("/assistants", model="m")["id"]
        seen = {}
        for key in (same, alone, default, "sk-of-the-service"):
            with keyed(service, key) as api:
                seen[key] = [row["id"] for row in api.get("/assistants")["data"]]
        assert seen == {same: [made], alone: [], default: [], "sk-of-the-service": []}
        with keyed(service, default) as api:
            made = api.post("/assistants", model="m")["id"]
        with keyed(service, "sk-of-the-service") as api:
            assert api.get(f"/assistants/{made}")["id"] == made


def test_what_there_was_before_keys_is_of_the_default_project(
    path: Path, make_key: MakeKey
) -> None:
    with LocalService(path) as service, Api.of(service) as api:
        made = api.post("/assistants", model="m")["id"]
    key, other = make_key("--project", "default"), make_key()
    with LocalService(path) as service:
        with keyed(service, key) as api:
            assert [row["id"] for row in api.get("/assistants")["data"]] == [made]
        with keyed(service, other) as api:
            assert api.get("/assistants")["data"] == []


def test_each_project_has_idempotency_keys_of_its_own(path: Path, make_key: MakeKey) -> None:
    one, other = make_key(), make_key()
    with LocalService(path) as service:
        made = []
        for key in (one, other, one):
            with keyed(service, key) as api:
                headers = {"Idempotency-Key": "the-same"}
                made.append(api.send("POST", "/assistants", json={"model": "m"}, headers=headers))
    assert [response.status_code for response in made] == [200] * 3, [one.text for one in made]
    ids = [response.json()["id"] for response in made]
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize(
    ("place", "version"),
    [
        ("/v1", ""),
        ("/openai", "?api-version=2024-05-01-preview"),
        ("/api/projects/p", "?api-version=v1"),
    ],
)
def test_a_key_is_asked_for_in_either_header(
    path: Path, make_key: MakeKey, place: str, version: str
) -> None:
    key = make_key()
    with LocalService(path) as service:
        where = f"{place}/assistants{version}"
        assert status(service, {"Authorization": f"Bearer {key}"}, where) == 200
        assert status(service, {"api-key": key}, where) == 200
        for headers in ({}, {"api-key": NOT_A_KEY}, {"Authorization": f"Bearer {key}x"}):
            response = httpx.get(service.url + where, headers=headers)
            assert response.status_code == 401
            assert response.json()["error"]["code"] == "invalid_api_key"
            assert key not in response.text
            assert NOT_A_KEY not in response.text


def test_the_key_itself_is_stored_and_told_nowhere(
    path: Path, make_key: MakeKey, caplog: pytest.LogCaptureFixture
) -> None:
    key = make_key("--name", "ci")
    caplog.set_level(logging.DEBUG)
    with LocalService(path) as service, keyed(service, key) as api:
        api.post("/assistants", model="m")
    rows = execute(path, "SELECT * FROM api_keys")
    secret = key.removeprefix("sk-")
    assert len(rows) == 1
    assert secret not in str(rows) + caplog.text
    for file in path.parent.iterdir():
        if file.is_file():
            assert secret.encode() not in file.read_bytes()


def test_a_key_that_is_revoked_is_good_for_a_second_at_most(
    path: Path, make_key: MakeKey, keys_of: Callable[[], list[list[str]]]
) -> None:
    key, other = make_key(), make_key()
    clock = Clock()
    with LocalService(path, clock=clock) as service:
        assert status(service, {"api-key": key}) == 200
        revoked = keys_of()[0][0]
        assert run("keys", ["revoke", revoked, "--database", str(path)]) == 0
        clock.now += auth.REFRESH
        assert status(service, {"api-key": key}) == 401
        assert status(service, {"api-key": other}) == 200
        third = make_key()
        clock.now += auth.REFRESH
        assert status(service, {"api-key": third}) == 200
    assert [row[-1] == "-" for row in keys_of()] == [False, True, True]
    assert run("keys", ["revoke", revoked, "--database", str(path)]) == 1


def test_a_service_that_gets_its_first_key_asks_for_one(path: Path, make_key: MakeKey) -> None:
    """And goes on doing so when the last is revoked."""
    clock = Clock()
    with LocalService(path, clock=clock) as service:
        assert status(service, {}) == 200
        key = make_key()
        clock.now += auth.REFRESH
        assert status(service, {}) == 401
        assert status(service, {"api-key": key}) == 200
    with LocalService(path, clock=clock) as service:
        assert status(service, {}) == 401


def test_the_last_use_of_a_key(
    path: Path, make_key: MakeKey, keys_of: Callable[[], list[list[str]]]
) -> None:
    key = make_key("--name", "used")
    make_key("--name", "unused")
    clock = Clock()
    with LocalService(path, clock=clock) as service:
        status(service, {"api-key": key})
    assert [(row[1], row[4]) for row in keys_of()] == [
        ("used", "2027-01-15T08:00:00Z"),
        ("unused", "-"),
    ]


def test_the_limit_of_requests(path: Path, make_key: MakeKey) -> None:
    key, free = make_key("--requests-per-minute", "3"), make_key()
    clock = Clock()
    with LocalService(path, clock=clock) as service:
        assert [status(service, {"api-key": key}) for _ in range(4)] == [200, 200, 200, 429]
        refused = httpx.get(f"{service.base_url}/assistants", headers={"api-key": key})
        assert refused.json()["error"]["code"] == "rate_limit_exceeded"
        seconds = int(refused.headers["retry-after"])
        assert 1 <= seconds <= 20
        assert [status(service, {"api-key": free}) for _ in range(5)] == [200] * 5
        clock.now += seconds
        assert status(service, {"api-key": key}) == 200


@pytest.mark.parametrize(
    "wrong",
    [
        ["create", "--project", "two words"],
        ["create", "--requests-per-minute", "0"],
        ["create", "--name", "-"],
        ["revoke"],
        [],
    ],
)
def test_wrong_commands(path: Path, wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run("keys", [*wrong, "--database", str(path)])
    assert raised.value.code == 2


def test_each_statement_of_a_request_says_whose_rows(path: Path, make_key: MakeKey) -> None:
    """Whatever a request executes on a table that has tenants names the column, in every operation.

    It is executed without a worker, which sees the objects of all.
    """
    key = make_key()
    with LocalService(path) as service, keyed(service, key) as api:
        ids = furnish(api)
    statements: set[str] = set()

    def note(_: object, __: object, statement: str, *___: object) -> None:
        statements.add(statement)

    async def ask(http: httpx.AsyncClient) -> None:
        for name in [*LISTS, *ON_OBJECTS]:
            if OPERATIONS[name].method != "DELETE":
                where, body = asked(OPERATIONS[name], ids)
                await http.request(OPERATIONS[name].method, f"/v1{where}", json=body)
        for name in ON_OBJECTS:
            if OPERATIONS[name].method == "DELETE":
                await http.request("DELETE", f"/v1{asked(OPERATIONS[name], ids)[0]}")

    async def main() -> None:
        settings = Settings(database=locate(path), works=False, randomness=Random(1))
        async with running(settings, asyncio.Event()) as services:
            transport = httpx.ASGITransport(application(services, settings))
            headers = {"api-key": key}
            async with httpx.AsyncClient(
                transport=transport, base_url="http://localhost", headers=headers
            ) as http:
                event.listen(Engine, "before_cursor_execute", note)
                try:
                    await ask(http)
                finally:
                    event.remove(Engine, "before_cursor_execute", note)

    asyncio.run(main())
    named = re.compile(rf"\b(?:FROM|INTO|UPDATE) ({'|'.join(ROOTS)})\b")
    touching = [one for one in statements if named.search(one)]
    assert len(touching) > 20
    alike = [one for one in touching if "tenant" not in one]
    assert [one for one in alike if not one.startswith("SELECT count(*)")] == []
    assert len(alike) <= 1  # how many runs are under way, by which a poll hint goes
