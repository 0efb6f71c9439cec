"""Vector stores, their files and batches."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.support.service.api import Api, count_rows
from tests.support.service.commits import until

from openai_assistants_service import LocalService

STATIC = {
    "type": "static",
    "static": {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400},
}
DAY = 86_400


def static(size: float, overlap: float) -> dict[str, Any]:
    sizes = {"max_chunk_size_tokens": size, "chunk_overlap_tokens": overlap}
    return {"type": "static", "static": sizes}


def counts(**some: int) -> dict[str, int]:
    each = dict.fromkeys(("in_progress", "completed", "failed", "cancelled"), 0) | some
    return {**each, "total": sum(some.values())}


def ready(api: Api, path: str) -> dict[str, Any]:
    """Wait until a store, a file or a batch is no longer in progress."""
    return until(lambda: api.get(path), lambda found: found["status"] != "in_progress")


@pytest.fixture
def file(v2: Api) -> str:
    return str(v2.upload("facts.txt", b"twenty-one bytes here")["id"])


@pytest.fixture
def binary(v2: Api) -> str:
    return str(v2.upload("a.bin", b"\x00\x01")["id"])


def test_a_store_from_start_to_end(v2: Api) -> None:
    made = v2.post("/vector_stores")
    assert made == {
        "id": made["id"],
        "object": "vector_store",
        "created_at": made["created_at"],
        "name": "",
        "description": None,
        "usage_bytes": 0,
        "file_counts": counts(),
        "status": "completed",
        "expires_after": None,
        "expires_at": None,
        "last_active_at": made["created_at"],
        "metadata": {},
    }
    path = f"/vector_stores/{made['id']}"
    assert len(made["id"]) == len("vs_") + 32
    assert v2.get(path) == made
    changed = v2.post(path, name="Codes", metadata={"a": "b"})
    assert (changed["name"], changed["metadata"]) == ("Codes", {"a": "b"})
    assert v2.post(path)["name"] == "Codes"
    assert v2.post(path, name=None)["name"] == ""
    assert v2.delete(path) == {"id": made["id"], "object": "vector_store.deleted", "deleted": True}
    for method in ("GET", "POST", "DELETE"):
        status, error = v2.refused(method, path)
        text = f"No vector store found with id '{made['id']}'."
        assert (status, error["message"]) == (404, text)


def test_files_are_read_and_counted(v2: Api, file: str, binary: str) -> None:
    made = v2.post("/vector_stores", name="n", description="d", file_ids=[file, binary])
    assert (made["status"], made["file_counts"]) == ("in_progress", counts(in_progress=2))
    assert (made["name"], made["description"], made["usage_bytes"]) == ("n", "d", 0)
    path = f"/vector_stores/{made['id']}"
    done = ready(v2, path)
    assert (done["status"], done["file_counts"]) == ("completed", counts(completed=1, failed=1))
    assert done["usage_bytes"] == 21
    good, bad = v2.get(f"{path}/files/{file}"), v2.get(f"{path}/files/{binary}")
    assert good == {
        "id": file,
        "object": "vector_store.file",
        "usage_bytes": 21,
        "created_at": made["created_at"],
        "vector_store_id": made["id"],
        "status": "completed",
        "last_error": None,
        "chunking_strategy": STATIC,
        "attributes": {},
    }
    assert (bad["status"], bad["last_error"]["code"]) == ("failed", "unsupported_file")


def test_the_text_of_a_file(v2: Api, file: str, binary: str) -> None:
    path = f"/vector_stores/{v2.post('/vector_stores', file_ids=[file, binary])['id']}"
    ready(v2, path)
    page = v2.get(f"{path}/files/{file}/content")
    assert page == {
        "object": "vector_store.file_content.page",
        "data": [{"type": "text", "text": "twenty-one bytes here"}],
        "has_more": False,
        "next_page": None,
    }
    assert v2.get(f"{path}/files/{binary}/content")["data"] == []


def test_a_file_in_and_out_of_a_store(v2: Api, file: str) -> None:
    path = f"/vector_stores/{v2.post('/vector_stores')['id']}"
    attributes = {"year": 2024, "draft": False, "by": "me"}
    made = v2.post(
        f"{path}/files",
        file_id=file,
        attributes=attributes,
        chunking_strategy=static(200.0, 100),
    )
    assert (made["id"], made["status"], made["attributes"]) == (file, "in_progress", attributes)
    assert made["chunking_strategy"] == static(200, 100)
    assert "200," in v2.send("GET", f"{path}/files/{file}").text
    changed = v2.post(f"{path}/files/{file}", attributes={"year": 2025})
    assert changed["attributes"] == {"year": 2025}
    assert v2.post(f"{path}/files/{file}", attributes=None)["attributes"] == {}
    gone = {"id": file, "object": "vector_store.file.deleted", "deleted": True}
    assert v2.delete(f"{path}/files/{file}") == gone
    for method, tail in (("GET", ""), ("DELETE", ""), ("GET", "/content")):
        status, error = v2.refused(method, f"{path}/files/{file}{tail}")
        assert status == 404
        assert error["message"].startswith(f"No file found with id '{file}' in vector store 'vs_")
    assert v2.get(path)["file_counts"] == counts()
    assert v2.get(f"/files/{file}")["id"] == file


def test_a_file_put_in_again_is_read_anew(v2: Api, file: str) -> None:
    path = f"/vector_stores/{v2.post('/vector_stores', file_ids=[file])['id']}"
    ready(v2, path)
    v2.post(f"{path}/files", file_id=file, attributes={"a": 1}, chunking_strategy=static(100, 0))
    done = ready(v2, path)
    assert done["file_counts"] == counts(completed=1)
    again = v2.get(f"{path}/files/{file}")
    assert (again["attributes"], again["chunking_strategy"]) == ({"a": 1}, static(100, 0))


@pytest.mark.parametrize(("size", "overlap"), [(99, 0), (4097, 0), (100, 51), (100, -1)])
def test_chunking_limits(v2: Api, file: str, size: int, overlap: int) -> None:
    strategy = static(size, overlap)
    path = f"/vector_stores/{v2.post('/vector_stores')['id']}"
    for tail, body in (
        ("/files", {"file_id": file, "chunking_strategy": strategy}),
        ("/file_batches", {"file_ids": [file], "chunking_strategy": strategy}),
        ("/file_batches", {"files": [{"file_id": file, "chunking_strategy": strategy}]}),
    ):
        status, error = v2.refused("POST", path + tail, json=body)
        assert (status, error["type"]) == (400, "invalid_request_error")
        assert "chunking_strategy" in error["param"]
    assert v2.get(path)["file_counts"] == counts()


@pytest.mark.parametrize(
    "attributes",
    [
        {f"k{n}": n for n in range(17)},
        {"k" * 65: 1},
        {"k": "v" * 513},
        {"k": None},
        {"k": []},
        {"k": {}},
        [],
    ],
)
def test_limits_of_attributes(v2: Api, file: str, attributes: Any) -> None:
    path = f"/vector_stores/{v2.post('/vector_stores')['id']}"
    body = {"file_id": file, "attributes": attributes}
    status, error = v2.refused("POST", f"{path}/files", json=body)
    assert status == 400
    assert error["param"].startswith("attributes")


def test_a_batch(v2: Api, file: str, binary: str) -> None:
    store = v2.post("/vector_stores")["id"]
    path = f"/vector_stores/{store}/file_batches"
    made = v2.post(path, file_ids=[file, binary, file], attributes={"a": 1})
    assert made == {
        "id": made["id"],
        "object": "vector_store.files_batch",
        "created_at": made["created_at"],
        "status": "in_progress",
        "vector_store_id": store,
        "file_counts": counts(in_progress=2),
    }
    assert len(made["id"]) == len("vsfb_") + 32
    path += f"/{made['id']}"
    done = ready(v2, path)
    assert (done["status"], done["file_counts"]) == ("completed", counts(completed=1, failed=1))
    page = v2.get(f"{path}/files")
    assert [one["id"] for one in page["data"]] == [binary, file]
    assert page["data"][1]["attributes"] == {"a": 1}
    assert v2.post(f"{path}/cancel") == done


def test_files_of_a_batch_have_settings_of_their_own(v2: Api, file: str, binary: str) -> None:
    store = v2.post("/vector_stores")["id"]
    files = [
        {"file_id": file, "attributes": {"a": 1}, "chunking_strategy": static(300, 0)},
        {"file_id": binary},
    ]
    batch = v2.post(f"/vector_stores/{store}/file_batches", files=files, attributes={"b": 2})
    path = f"/vector_stores/{store}/file_batches/{batch['id']}/files"
    one, other = v2.get(path, order="asc")["data"]
    assert (one["attributes"], one["chunking_strategy"]) == ({"a": 1}, static(300, 0))
    assert (other["attributes"], other["chunking_strategy"]) == ({}, STATIC)


@pytest.mark.parametrize(
    ("provider", "version", "openai"),
    [
        ("/v1", None, True),
        ("/openai", "2025-03-01-preview", False),
        ("/openai/v1", "preview", False),
        ("/api/projects/p", "v1", False),
    ],
)
def test_only_openai_has_what_its_types_require(
    service: LocalService, file: str, provider: str, version: str | None, openai: bool
) -> None:
    """A store's name is a text there, and Azure sends null; batches have a name of their own."""
    with Api.at(service, provider, version) as api:
        made = api.post("/vector_stores")
        path = f"/vector_stores/{made['id']}"
        found = [one for one in api.get("/vector_stores")["data"] if one["id"] == made["id"]]
        for one in (made, api.get(path), api.post(path, metadata={"a": "b"}), *found):
            assert one["name"] == ("" if openai else None)
        added = api.post(f"{path}/file_batches", file_ids=[file])
        batches = f"{path}/file_batches/{added['id']}"
        for one in (added, api.get(batches), api.post(f"{batches}/cancel")):
            assert one["object"] == f"vector_store.{'files' if openai else 'file'}_batch"


def test_a_batch_whose_files_all_fail(v2: Api, binary: str) -> None:
    store = v2.post("/vector_stores")["id"]
    batch = v2.post(f"/vector_stores/{store}/file_batches", file_ids=[binary])
    path = f"/vector_stores/{store}/file_batches/{batch['id']}"
    assert ready(v2, path)["status"] == "failed"


def test_wrong_batches(v2: Api, file: str) -> None:
    path = f"/vector_stores/{v2.post('/vector_stores')['id']}/file_batches"
    both = {"file_ids": [file], "files": [{"file_id": file}]}
    for body, status in (
        ({}, 400),
        (both, 400),
        ({"file_ids": []}, 400),
        ({"file_ids": [file, "nope"]}, 404),
    ):
        assert v2.refused("POST", path, json=body)[0] == status
    for method, tail in (("GET", ""), ("POST", "/cancel"), ("GET", "/files")):
        status, error = v2.refused(method, f"{path}/nope{tail}")
        text = "No vector store file batch found with id 'nope'."
        assert (status, error["message"]) == (404, text)
        other = v2.refused(method, f"/vector_stores/nope/file_batches/nope{tail}")
        assert other[1]["message"] == "No vector store found with id 'nope'."


@pytest.fixture
def shelf(v2: Api) -> tuple[str, list[str]]:
    """A store with five files, the second of which cannot be read."""
    texts = [b"a", b"\x00", b"c", b"d", b"e"]
    files = [v2.upload(f"{n}.txt", text)["id"] for n, text in enumerate(texts)]
    store = v2.post("/vector_stores")["id"]
    batch = v2.post(f"/vector_stores/{store}/file_batches", file_ids=files)["id"]
    ready(v2, f"/vector_stores/{store}/file_batches/{batch}")
    return f"/vector_stores/{store}/file_batches/{batch}/files", files


@pytest.mark.parametrize("of_batch", [False, True])
def test_pages_and_filters_of_files(v2: Api, shelf: tuple[str, list[str]], of_batch: bool) -> None:
    path, files = shelf
    if not of_batch:
        path = path.partition("/file_batches")[0] + "/files"

    def ids(**query: Any) -> list[str]:
        return [one["id"] for one in v2.get(path, **query)["data"]]

    assert ids() == files[::-1]
    assert ids(order="asc", limit=2) == files[:2]
    assert ids(order="asc", after=files[1]) == files[2:]
    assert ids(order="asc", before=files[3]) == files[:3]
    assert ids(filter="failed") == [files[1]]
    assert ids(filter="in_progress") == ids(filter="cancelled") == []
    page = v2.get(path, filter="completed", limit=3, order="asc")
    assert [one["id"] for one in page["data"]] == [files[0], files[2], files[3]]
    assert (page["first_id"], page["last_id"], page["has_more"]) == (files[0], files[3], True)
    assert v2.refused("GET", path, params={"filter": "lost"})[0] == 400
    assert v2.refused("GET", path, params={"after": "nope"})[0] == 404


def test_stores_are_listed(v2: Api) -> None:
    ids = [v2.post("/vector_stores", name=f"n{n}")["id"] for n in range(3)]
    page = v2.get("/vector_stores", limit=2)
    assert [one["id"] for one in page["data"]] == ids[:0:-1]
    assert page["has_more"]
    assert v2.get("/vector_stores", limit=1, after=ids[1])["data"][0]["id"] == ids[0]


def test_deleting_a_file_takes_it_out_of_every_store(v2: Api, file: str) -> None:
    store = v2.post("/vector_stores", file_ids=[file])["id"]
    v2.delete(f"/files/{file}")
    assert v2.get(f"/vector_stores/{store}")["file_counts"] == counts()


def test_a_store_that_cannot_be_made_leaves_nothing(v2: Api, database: Any, file: str) -> None:
    ready(v2, f"/vector_stores/{v2.post('/vector_stores', file_ids=[file])['id']}")
    before = count_rows(database)
    for body in ({"file_ids": [file, "nope"]}, {"expires_after": {"days": 1}}, {"name": 1}):
        assert v2.refused("POST", "/vector_stores", json=body)[0] in (400, 404)
    assert count_rows(database) == before


def test_v1_has_no_vector_stores(v1: Api, v2: Api) -> None:
    store = v2.post("/vector_stores")["id"]
    for path in ("/vector_stores", f"/vector_stores/{store}", f"/vector_stores/{store}/files"):
        status, error = v1.refused("GET", path)
        assert (status, error["message"]) == (404, f"Invalid URL (GET /v1{path})")


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 1_700_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def aging(clock: Clock) -> Iterator[Api]:
    """A service whose time is in the test's hands."""
    with LocalService(clock=clock) as service, Api.of(service) as api:
        yield api


POLICY = {"anchor": "last_active_at", "days": 3}


def test_use_puts_off_expiry(aging: Api, clock: Clock) -> None:
    file = aging.upload("a.txt", b"apples")["id"]
    made = aging.post("/vector_stores", expires_after=POLICY)
    assert made["expires_at"] == made["last_active_at"] + 3 * DAY
    path = f"/vector_stores/{made['id']}"
    uses: list[Callable[[], object]] = [
        lambda: aging.post(f"{path}/files", file_id=file),
        lambda: aging.post(f"{path}/files/{file}", attributes={"a": 1}),
        lambda: aging.post(f"{path}/search", query="apples"),
        lambda: aging.post(path, name="n"),
        lambda: aging.post(f"{path}/file_batches", file_ids=[file]),
        lambda: run_over(aging, made["id"]),
        lambda: aging.delete(f"{path}/files/{file}"),
    ]
    for use in uses:
        clock.now += 2 * DAY
        use()
        seen = ready(aging, path)
        assert (seen["last_active_at"], seen["status"]) == (int(clock.now), "completed")
        assert seen["expires_at"] == clock.now + 3 * DAY
    clock.now += DAY
    assert aging.get(path)["last_active_at"] == clock.now - DAY


def run_over(api: Api, store: str, question: str = "Where are the apples?") -> dict[str, Any]:
    """Have an assistant search in a store."""
    assistant = api.post(
        "/assistants",
        model="m",
        tools=[{"type": "file_search"}],
        tool_resources={"file_search": {"vector_store_ids": [store]}},
    )["id"]
    thread = api.thread(question)
    return api.settled(api.post(f"/threads/{thread}/runs", assistant_id=assistant))


def test_an_expired_store_says_so(aging: Api, clock: Clock) -> None:
    file = aging.upload("a.txt", b"apples")["id"]
    made = aging.post("/vector_stores", expires_after=POLICY, file_ids=[file])
    path = f"/vector_stores/{made['id']}"
    ready(aging, path)
    clock.now += 3 * DAY
    seen = aging.get(path)
    assert (seen["status"], seen["usage_bytes"]) == ("expired", 0)
    assert aging.get("/vector_stores")["data"] == [seen]
    for tail, body in (
        ("/search", {"query": "apples"}),
        ("/files", {"file_id": file}),
        ("/file_batches", {"file_ids": [file]}),
        ("", {"expires_after": POLICY}),
    ):
        status, error = aging.refused("POST", path + tail, json=body)
        assert (status, error["message"]) == (400, f"Vector store {made['id']} is expired.")
    assert aging.refused("GET", f"{path}/files/{file}/content")[0] == 400
    assert aging.post(path, name="Old") == {**seen, "name": "Old"}
    run = run_over(aging, made["id"])
    assert run["status"] == "failed"
    assert run["last_error"]["message"] == f"Vector store {made['id']} is expired."
    assert aging.delete(path)["deleted"] is True


def test_expiry_can_be_changed(aging: Api, clock: Clock) -> None:
    path = f"/vector_stores/{aging.post('/vector_stores')['id']}"
    clock.now += DAY
    changed = aging.post(path, expires_after={"anchor": "last_active_at", "days": 1.0})
    assert changed["expires_after"] == {"anchor": "last_active_at", "days": 1}
    assert changed["expires_at"] == clock.now + DAY
    assert aging.post(path, expires_after=None)["expires_at"] is None
    clock.now += 400 * DAY
    assert aging.get(path)["status"] == "completed"


def test_stores_of_threads_live_for_a_week(aging: Api, clock: Clock) -> None:
    file = aging.upload("a.txt", b"apples")["id"]
    resources = {"file_search": {"vector_stores": [{"file_ids": [file]}]}}
    thread = aging.thread("hi", tool_resources=resources)

    def stores() -> list[str]:
        held = aging.get(f"/threads/{thread}")["tool_resources"]["file_search"]
        return list(held["vector_store_ids"])

    (store,) = stores()
    assert aging.get(f"/vector_stores/{store}")["expires_after"]["days"] == 7
    clock.now += 8 * DAY
    attachments = [{"file_id": file, "tools": [{"type": "file_search"}]}]
    aging.post(f"/threads/{thread}/messages", role="user", content="x", attachments=attachments)
    (fresh,) = stores()
    assert fresh != store
    assert ready(aging, f"/vector_stores/{fresh}")["file_counts"]["completed"] == 1


@pytest.mark.parametrize("path", ["/assistants", "/threads", "/threads/runs"])
def test_stores_are_named_or_made(v2: Api, file: str, path: str) -> None:
    """What names a store and describes another is refused, and makes none."""
    held = v2.post("/vector_stores")["id"]
    search = {"vector_store_ids": [held], "vector_stores": [{"file_ids": [file]}]}
    resources = {"tool_resources": {"file_search": search}}
    prefix = "thread." if path == "/threads/runs" else ""
    body = {
        "/assistants": {"model": "m", **resources},
        "/threads": resources,
        "/threads/runs": {
            "assistant_id": v2.post("/assistants", model="m")["id"],
            "thread": resources,
        },
    }[path]
    status, error = v2.refused("POST", path, json=body)
    name = f"{prefix}tool_resources.file_search.vector_stores"
    assert (status, error["param"], error["code"]) == (400, name, "mutually_exclusive_parameters")
    assert v2.get("/vector_stores", limit=1)["data"][0]["id"] == held
    nothing: list[Any] = [[], None]
    for empty in nothing:
        search["vector_store_ids"] = empty
        made = v2.post("/threads", **resources)["tool_resources"]["file_search"]
        assert len(made["vector_store_ids"]) == 1


def test_threads_are_listed_for_foundry_alone(service: LocalService, v2: Api) -> None:
    threads = [v2.thread("hello") for _ in range(2)]
    with Api(service.url + "/api/projects/p") as foundry:
        page = foundry.get("/threads", **{"api-version": "v1", "limit": 2})
    assert [one["id"] for one in page["data"]] == threads[::-1]
    assert page["data"][0] == v2.get(f"/threads/{threads[1]}")
    assert v2.refused("GET", "/threads")[0] == 404
    with Api(service.url + "/openai") as azure:
        query = {"api-version": "2025-03-01-preview"}
        assert azure.refused("GET", "/threads", params=query)[0] == 404


def test_what_is_not_served_says_so(service: LocalService, v2: Api) -> None:
    body = {"purpose": "assistants", "filename": "a", "content_url": "https://example.com/a"}
    with Api(service.url + "/openai") as azure:
        query = {"api-version": "2024-05-01-preview"}
        status, error = azure.refused("POST", "/files/import", json=body, params=query)
    assert (status, error["code"]) == (400, "unsupported_operation")
    assert "POST /files" in error["message"]
    assert v2.refused("POST", "/files/import", json=body)[0] == 404
