"""Every object has the keys, and nulls where, the recorded ones of its kind and version have."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from tests.support.service.api import Api

import openai_assistants_service
from openai_assistants_core.transfer_extension import OPERATIONS as EXTENSION
from openai_assistants_rest.operations import OPERATIONS
from openai_assistants_service.http.handlers import HANDLERS
from openai_assistants_service.http.unsupported import UNSUPPORTED_OPERATIONS

Shapes = dict[tuple[str, str], set[frozenset[str]]]
State = tuple[str, str, Any, Any]
Nulls = dict[State, set[tuple[str, bool]]]


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of the API inside a response."""
    if isinstance(value, dict):
        found = cast("dict[str, Any]", value)
        if isinstance(found.get("object"), str):
            yield found
        for one in found.values():
            yield from objects(one)
    elif isinstance(value, list):
        for one in cast("list[Any]", cast("object", value)):
            yield from objects(one)


def recorded_objects(recorded: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every recorded object with its API version; those without one are in both."""
    for pair in recorded:
        try:
            body = json.loads(pair["resp_body"])
        except ValueError:
            continue
        for one in objects(body):
            for api_version in ("v1", "v2") if pair["api"] == "none" else (pair["api"],):
                yield api_version, one


@pytest.fixture(scope="module")
def shapes(recorded: list[dict[str, Any]]) -> Shapes:
    found: Shapes = defaultdict(set)
    for api_version, one in recorded_objects(recorded):
        found[one["object"], api_version].add(frozenset(one))
    return found


def state(one: dict[str, Any], api_version: str) -> State:
    """What decides which fields of an object are null."""
    return one["object"], api_version, one.get("status"), one.get("role")


def nulls_of(one: dict[str, Any]) -> set[tuple[str, bool]]:
    """Each key, and whether it is null."""
    return {(key, value is None) for key, value in one.items()}


@pytest.fixture(scope="module")
def nulls(recorded: list[dict[str, Any]]) -> Nulls:
    """What was null, and what was not, by the state of the object."""
    found: Nulls = defaultdict(set)
    for api_version, one in recorded_objects(recorded):
        found[state(one, api_version)] |= nulls_of(one)
    return found


def as_recorded(one: dict[str, Any]) -> dict[str, Any]:
    """Undo what is sent because the types of v2's clients require it, and the wire had not."""
    if one["object"] == "vector_store.files_batch":
        return {**one, "object": "vector_store.file_batch"}
    complete = one["object"] == "thread.message" and one.get("status") == "completed"
    return {key: value for key, value in one.items() if not (complete and key == "status")}


def everything(api: Api, api_version: str) -> Iterator[dict[str, Any]]:
    """Do a bit of everything, and yield the responses."""
    file = api.upload("codes.txt", b"The code of apple is 442345.")
    yield file
    yield api.get("/files")
    if api_version == "v1":
        extra: dict[str, Any] = {"tools": [{"type": "retrieval"}], "file_ids": [file["id"]]}
    else:
        stores = {"file_search": {"vector_stores": [{"file_ids": [file["id"]]}]}}
        extra = {"tools": [{"type": "file_search"}], "tool_resources": stores}
    assistant = api.post(
        "/assistants", model="m", name="Finder", instructions="Look it up.", **extra
    )
    yield assistant
    yield api.get("/assistants")
    thread = api.post("/threads")
    yield thread
    path = f"/threads/{thread['id']}"
    files = {"file_ids": [file["id"]]} if api_version == "v1" else {}
    message = api.post(
        f"{path}/messages", role="user", content="What is the code of apple?", **files
    )
    yield message
    run = api.post(f"{path}/runs", assistant_id=assistant["id"])
    yield run
    yield api.settled(run)
    yield api.get(f"{path}/runs")
    yield api.get(f"{path}/messages")
    yield api.get(f"{path}/runs/{run['id']}/steps")
    if api_version == "v1":
        yield api.get(f"{path}/messages/{message['id']}/files")
        yield api.get(f"/assistants/{assistant['id']}/files")
        yield api.delete(f"/assistants/{assistant['id']}/files/{file['id']}")
    else:
        yield api.delete(f"{path}/messages/{message['id']}")
        yield from every_vector_store(api, file["id"])
    yield api.delete(path)
    yield api.delete(f"/assistants/{assistant['id']}")
    yield api.delete(f"/files/{file['id']}")


def every_vector_store(api: Api, file: str) -> Iterator[dict[str, Any]]:
    days = {"anchor": "last_active_at", "days": 3}
    store = api.post("/vector_stores", name="Codes", expires_after=days)
    yield store
    path = f"/vector_stores/{store['id']}"
    yield api.post(f"{path}/files", file_id=file)
    yield api.get(f"{path}/files")
    batch = api.post(f"{path}/file_batches", file_ids=[file])
    yield batch
    yield api.get(f"{path}/file_batches/{batch['id']}")
    yield api.get(f"{path}/file_batches/{batch['id']}/files")
    yield api.post(f"{path}/file_batches/{batch['id']}/cancel")
    yield api.get("/vector_stores")
    yield api.delete(f"{path}/files/{file}")
    yield api.post(path, metadata={"a": "b"})
    yield api.delete(path)


@pytest.mark.parametrize(
    ("provider", "api_version"), [("v1", "v1"), ("v2", "v2"), ("foundry", "v2")]
)
def test_keys_of_every_object(
    provider: str, api_version: str, request: pytest.FixtureRequest, shapes: Shapes, nulls: Nulls
) -> None:
    seen: set[str] = set()
    odd: set[tuple[Any, ...]] = set()
    for response in everything(request.getfixturevalue(provider), api_version):
        for one in map(as_recorded, objects(response)):
            kind = one["object"]
            seen.add(kind)
            assert frozenset(one) in shapes[kind, api_version], (kind, sorted(one))
            known = nulls[state(one, api_version)]
            recorded = {key for key, _ in known}
            new = {each for each in nulls_of(one) - known if each[0] in recorded}
            odd |= {(*state(one, api_version), *each) for each in new}
    assert odd == set()
    kinds = {kind for kind, api in shapes if api == api_version}
    assert seen == {kind for kind in kinds if api_version == "v2" or "vector" not in kind}


def test_steps_of_a_file_search(v2: Api, recorded: list[dict[str, Any]]) -> None:
    calls = [
        call["file_search"]
        for pair in recorded
        if "/steps" in pair["url"] and pair["status"] == 200
        for step in objects(json.loads(pair["resp_body"]))
        for call in step.get("step_details", {}).get("tool_calls", [])
        if call["type"] == "file_search"
    ]
    file = v2.upload("codes.txt", b"The code of apple is 442345.")["id"]
    stores = {"file_search": {"vector_stores": [{"file_ids": [file]}]}}
    assistant = v2.post(
        "/assistants", model="m", tools=[{"type": "file_search"}], tool_resources=stores
    )["id"]
    thread = v2.thread("What is the code of apple?")
    run = v2.settled(v2.post(f"/threads/{thread}/runs", assistant_id=assistant))
    include = "step_details.tool_calls[*].file_search.results[*].content"
    plain = v2.steps(run)[0]["step_details"]["tool_calls"][0]["file_search"]
    full = v2.steps(run, **{"include[]": include})[0]["step_details"]["tool_calls"][0]
    assert {frozenset(plain), frozenset(full["file_search"])} <= {frozenset(one) for one in calls}
    results = {frozenset(result) - {"attributes"} for one in calls for result in one["results"]}
    assert frozenset(plain["results"][0]) - {"attributes"} in results
    assert frozenset(full["file_search"]["results"][0]) - {"attributes"} in results


def test_every_operation_is_served_or_listed_with_a_reason() -> None:
    served = set(HANDLERS) - set(EXTENSION)
    assert served | set(UNSUPPORTED_OPERATIONS) == set(OPERATIONS)
    assert not set(HANDLERS) & set(UNSUPPORTED_OPERATIONS)
    assert len(OPERATIONS) == 52


def test_no_module_is_long() -> None:
    folder = Path(openai_assistants_service.__file__).parent
    for path in folder.rglob("*.py"):
        assert len(path.read_text("utf-8").splitlines()) < 350, path
