"""A list can be gone through while what is in it is deleted; a cursor has to be from the list."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.support.service.api import Api

from openai_assistants_service import LocalService

Delete = Callable[[str], object]
Listing = tuple[Api, str, list[str], Delete]
"""A client, the path of a list, its ids (oldest first) and how to delete one."""


def assistants(v1: Api, v2: Api) -> Listing:
    ids = [v2.post("/assistants", model="m")["id"] for _ in range(5)]
    return v2, "/assistants", ids, lambda one: v2.delete(f"/assistants/{one}")


def messages(v1: Api, v2: Api) -> Listing:
    path = f"/threads/{v2.thread()}/messages"
    ids = [v2.post(path, role="user", content=f"{n}")["id"] for n in range(5)]
    return v2, path, ids, lambda one: v2.delete(f"{path}/{one}")


def upload(v2: Api) -> list[str]:
    return [v2.upload("a.txt", b"text")["id"] for _ in range(5)]


def files(v1: Api, v2: Api) -> Listing:
    return v2, "/files", upload(v2), lambda one: v2.delete(f"/files/{one}")


def files_of_a_purpose(v1: Api, v2: Api) -> Listing:
    return v2, "/files?purpose=assistants", upload(v2), lambda one: v2.delete(f"/files/{one}")


def vector_stores(v1: Api, v2: Api) -> Listing:
    ids = [v2.post("/vector_stores")["id"] for _ in range(5)]
    return v2, "/vector_stores", ids, lambda one: v2.delete(f"/vector_stores/{one}")


def store_files(v1: Api, v2: Api) -> Listing:
    ids = upload(v2)
    path = f"/vector_stores/{v2.post('/vector_stores', file_ids=ids)['id']}/files"
    return v2, path, ids, lambda one: v2.delete(f"{path}/{one}")


def store_files_deleted_everywhere(v1: Api, v2: Api) -> Listing:
    _, path, ids, _ = store_files(v1, v2)
    return v2, path, ids, lambda one: v2.delete(f"/files/{one}")


def batch_files(v1: Api, v2: Api) -> Listing:
    ids = upload(v2)
    store = f"/vector_stores/{v2.post('/vector_stores')['id']}"
    batch = v2.post(f"{store}/file_batches", file_ids=ids)["id"]
    path = f"{store}/file_batches/{batch}/files"
    return v2, path, ids, lambda one: v2.delete(f"{store}/files/{one}")


def batch_files_deleted_everywhere(v1: Api, v2: Api) -> Listing:
    _, path, ids, _ = batch_files(v1, v2)
    return v2, path, ids, lambda one: v2.delete(f"/files/{one}")


def assistant_files(v1: Api, v2: Api) -> Listing:
    ids = upload(v2)
    path = f"/assistants/{v1.post('/assistants', model='m', file_ids=ids)['id']}/files"
    return v1, path, ids, lambda one: v1.delete(f"{path}/{one}")


def assistant_files_for_retrieval(v1: Api, v2: Api) -> Listing:
    ids, tools = upload(v2), [{"type": "file_search"}]
    resources = {"file_search": {"vector_stores": [{"file_ids": ids}]}}
    made = v2.post("/assistants", model="m", tools=tools, tool_resources=resources)
    return v1, f"/assistants/{made['id']}/files", ids, lambda one: v2.delete(f"/files/{one}")


def message_files(v1: Api, v2: Api) -> Listing:
    ids = upload(v2)
    path = f"/threads/{v2.thread()}/messages"
    made = v1.post(path, role="user", content="c", file_ids=ids)["id"]
    return v1, f"{path}/{made}/files", ids, lambda one: v2.delete(f"/files/{one}")


LISTS = [
    assistants,
    messages,
    files,
    files_of_a_purpose,
    vector_stores,
    store_files,
    store_files_deleted_everywhere,
    batch_files,
    batch_files_deleted_everywhere,
    assistant_files,
    assistant_files_for_retrieval,
    message_files,
]


@pytest.mark.parametrize("make", LISTS)
@pytest.mark.parametrize("order", ["asc", "desc"])
def test_all_of_a_list_can_be_deleted_page_by_page(
    v1: Api, v2: Api, make: Callable[[Api, Api], Listing], order: str
) -> None:
    api, path, ids, delete = make(v1, v2)
    seen: list[str] = []
    query: dict[str, Any] = {"order": order, "limit": 2}
    while True:
        page = listed(api, path, **query)
        here = [one["id"] for one in page["data"]]
        for one in here:
            if one in ids:
                delete(one)
        seen += here
        if not page["has_more"]:
            break
        query["after"] = here[-1]
    assert [one for one in seen if one in ids] == (ids if order == "asc" else ids[::-1])
    assert len(seen) == len(set(seen))
    left = listed(api, path, limit=100)
    assert not {one["id"] for one in left["data"]} & set(ids)


def listed(api: Api, path: str, **query: Any) -> dict[str, Any]:
    bare, _, more = path.partition("?")
    pairs = dict(pair.split("=") for pair in more.split("&") if pair)
    return api.get(bare, **pairs, **query)


@pytest.mark.parametrize("make", [one for one in LISTS if one not in (files, files_of_a_purpose)])
def test_before_what_was_deleted(v1: Api, v2: Api, make: Callable[[Api, Api], Listing]) -> None:
    api, path, ids, delete = make(v1, v2)
    delete(ids[3])
    page = listed(api, path, order="asc", before=ids[3], limit=2)
    assert [one["id"] for one in page["data"]] == ids[1:3]


def test_runs_that_are_gone_with_their_thread(v2: Api) -> None:
    """A list that is gone takes its cursors along."""
    assistant = v2.post("/assistants", model="m", instructions="i")["id"]
    thread = v2.thread("Hello")
    run = v2.settled(v2.post(f"/threads/{thread}/runs", assistant_id=assistant))
    v2.delete(f"/threads/{thread}")
    assert v2.refused("GET", f"/threads/{thread}/runs", params={"after": run["id"]})[0] == 404


def test_a_thread_that_was_deleted_is_a_cursor(foundry: Api) -> None:
    ids = [foundry.post("/threads")["id"] for _ in range(3)]
    foundry.delete(f"/threads/{ids[1]}")
    page = foundry.get("/threads", order="asc", after=ids[1], limit=1)
    assert [one["id"] for one in page["data"]] == ids[2:]


def test_an_id_that_was_never_in_the_list_stays_a_404(v1: Api, v2: Api) -> None:
    gone: list[str] = []
    for make in (messages, vector_stores, store_files_deleted_everywhere):
        _, _, ids, delete = make(v1, v2)
        delete(ids[0])
        gone.append(ids[0])
    for make in LISTS:
        api, path, _, _ = make(v1, v2)
        own = make in (files, files_of_a_purpose, vector_stores)
        for cursor in ("file-never", gone[0], *([] if own else gone[1:])):
            found = api.send("GET", f"{path}{'&' if '?' in path else '?'}after={cursor}")
            assert found.status_code == 404, (path, cursor)


def test_a_deleted_object_is_a_cursor_of_its_own_list_only(v1: Api, v2: Api) -> None:
    _, one, ids, delete = messages(v1, v2)
    _, other, _, _ = messages(v1, v2)
    delete(ids[0])
    assert v2.get(one, after=ids[0])["data"] == []
    assert v2.refused("GET", f"{other}?after={ids[0]}")[0] == 404
    assert v2.refused("GET", f"{one}?after={ids[0]}&run_id=run_other")[0] == 404
    file = v2.upload("a.txt", b"text")["id"]
    v2.delete(f"/files/{file}")
    assert v2.refused("GET", f"/files?purpose=vision&after={file}")[0] == 404
    assert v2.refused("GET", f"/vector_stores?after={file}")[0] == 404


def test_a_file_that_is_put_in_again_counts_where_it_is_now(v1: Api, v2: Api) -> None:
    _, path, ids, delete = store_files(v1, v2)
    delete(ids[0])
    v2.post(path, file_id=ids[0])
    assert [one["id"] for one in v2.get(path, order="asc", after=ids[4])["data"]] == [ids[0]]
    delete(ids[0])
    assert v2.get(path, order="asc", after=ids[0])["data"] == []


def test_a_cursor_that_left_the_status_asked_for(v2: Api) -> None:
    """A file may be read while its page is: that it waits no more does not spoil the cursor."""
    ids = upload(v2)
    path = f"/vector_stores/{v2.post('/vector_stores', file_ids=ids)['id']}/files"
    page = v2.get(path, filter="failed", order="asc", after=ids[1])
    assert page["data"] == []


def test_cursors_survive_a_restart(tmp_path: Path) -> None:
    with LocalService(tmp_path / "s.db") as service, Api.of(service) as api:
        ids = [api.post("/assistants", model="m")["id"] for _ in range(3)]
        api.delete(f"/assistants/{ids[1]}")
    with LocalService(tmp_path / "s.db") as service, Api.of(service) as api:
        page = api.get("/assistants", order="asc", after=ids[1])
        assert [one["id"] for one in page["data"]] == ids[2:]
