"""What a request costs is bounded by the size of its body, at every operation."""

import contextlib
import json
import time
import tracemalloc
from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from typing import Any

import pytest
from tests.support.service.api import Api
from tests.support.service.bodies import BODIES, places, samples
from tests.support.service.costs import CALLS, Cost, Meter, metered

from openai_assistants_core import Operation
from openai_assistants_rest.operations import OPERATIONS
from openai_assistants_service.errors import ApiError
from openai_assistants_service.http.body import LARGEST_JSON
from openai_assistants_service.http.handlers.vector_stores import MOST_QUERIES
from openai_assistants_service.http.providers import ApiVersion
from openai_assistants_service.http.strict_json import parse_json
from openai_assistants_service.http.validation import Checker

SIZE = 30_000
FILLINGS: list[Any] = [None, 1, "x", {}, [], [[]], {"type": "text"}]


def filled(one: Any) -> list[Any]:
    return [one] * (SIZE // len(json.dumps(one, separators=(",", ":"))))


def hostile(name: str) -> Iterator[Any]:
    """Yield bodies with something large in each of their places, right or wrong."""
    seen: set[tuple[str | int, ...]] = set()
    for body in samples({"$ref": name}, ApiVersion.FOUNDRY):
        for path in {(), *places(body)} - seen:
            seen.add(path)
            for large in large_values(at(body, path)):
                if not path:
                    yield large
                    continue
                yield replaced(body, path, large)


def replaced(body: Any, path: tuple[str | int, ...], value: Any) -> Any:
    changed = deepcopy(body)
    at(changed, path[:-1])[path[-1]] = value
    return changed


def large_values(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        yield from (filled(one) for one in [*FILLINGS, *value])
    elif isinstance(value, dict):
        yield {**value, **{str(number): number for number in range(SIZE // 14)}}
    elif isinstance(value, str):
        yield "x" * SIZE


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for place in path:
        value = value[place]
    return value


@pytest.mark.parametrize("name", BODIES)
def test_time_and_memory_are_bounded_by_the_size(name: str) -> None:
    """20 microseconds, with memory being traced, and 60 bytes of memory, for a byte of the body."""
    for body in hostile(name):
        data = json.dumps(body, separators=(",", ":")).encode()
        tracemalloc.start()
        start = time.thread_time()
        with contextlib.suppress(ApiError):
            Checker().body(name, parse_json(data), ApiVersion.FOUNDRY)
        took = time.thread_time() - start
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert took < 0.1 + 2e-5 * len(data), data[:200]
        assert most < 1_000_000 + 60 * len(data), data[:200]


@pytest.fixture(scope="module")
def meter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Meter]:
    with metered(tmp_path_factory.mktemp("cost") / "s.db") as made:
        yield made


DOORS = {
    ApiVersion.V1: ("/v1", "", {"openai-beta": "assistants=v1"}),
    ApiVersion.V2: ("/v1", "", {"openai-beta": "assistants=v2"}),
    ApiVersion.FOUNDRY: ("/api/projects/p", "?api-version=v1", {}),
}
LENGTHS = (20, 128, 500, 1000, 2000)
OPERATED = [one for one in OPERATIONS.values() if one.body and one.media == "application/json"]


def longer(body: Any) -> Iterator[tuple[object, Any]]:
    """Yield a body with each of its arrays and texts as long as it may be, one at a time."""
    for path in places(body):
        value = at(body, path)
        if isinstance(value, list):
            kind = value[0].get("type") if isinstance(value[0], dict) else None
            for length in LENGTHS:
                yield (path, kind, length), replaced(body, path, [value[0]] * length)
        elif isinstance(value, str):
            yield path, replaced(body, path, "some words " * (SIZE // 11))


def known(value: Any, ids: dict[str, Any], used: Iterator[int]) -> Any:
    """Put the ids of what there is into a body: of many files, a different one each time."""
    if isinstance(value, list):
        return [known(one, ids, used) for one in value]
    if not isinstance(value, dict):
        return value
    made = {name: known(one, ids, used) for name, one in value.items()}
    for name, one in made.items():
        if name == "file_id":
            made[name] = ids["file_ids"][next(used) % len(ids["file_ids"])]
        elif name == "file_ids":
            made[name] = [ids["file_ids"][next(used) % len(ids["file_ids"])] for _ in one]
        elif name == "vector_store_ids":
            made[name] = [ids["vector_store_id"] for _ in one]
        elif name == "assistant_id":
            made[name] = ids[name]
        elif name == "tool_outputs":
            made[name] = [
                {**output, "tool_call_id": call}
                for output, call in zip(one, ids["tool_call_ids"], strict=False)
            ]
        elif name == "url":
            made[name] = "https://example.com/a.png"
        elif name == "stream":
            made[name] = False  # no worker is there that would end the run, and with it the stream
    return made


def bounded(cost: Cost, data: bytes, statements: int = 60) -> int:
    """20 microseconds of CPU time for a byte of the body, and a number of statements for any."""
    assert cost.status < 500, data[:200]
    assert cost.statements <= statements, (cost, data[:200])
    assert cost.seconds < 0.1 + 2e-5 * len(data), (cost, data[:200])
    return cost.status


def statements_of(path: str) -> int:
    """Of most operations a few; each query of a search needs its own."""
    return 60 + (2 * MOST_QUERIES if path.endswith("/search") else 0)


MESSAGE = {"role": "user", "content": "a"}
ATTACHMENT = {"file_id": "", "tools": [{"type": "code_interpreter"}, {"type": "file_search"}]}
IMAGE = {"type": "image_file", "image_file": {"file_id": ""}}
CALLED: dict[str, Any] = {"assistant_id": ""}
FUNCTION = {"type": "function", "function": {"name": "f"}}
NEW_STORE = {"vector_stores": [{"file_ids": [""] * 20_000}]}


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/threads", {"messages": [MESSAGE] * 1000}),
        ("/threads", {"messages": [{**MESSAGE, "attachments": [ATTACHMENT] * 10}] * 1000}),
        ("/threads", {"messages": [{**MESSAGE, "content": [IMAGE] * 10}] * 1000}),
        ("/threads/runs", {**CALLED, "thread": {"messages": [MESSAGE] * 1000}}),
        ("/threads/{thread_id}/runs", {**CALLED, "additional_messages": [MESSAGE] * 1000}),
        ("/threads/{thread_id}/messages", {**MESSAGE, "content": [IMAGE] * 1000}),
        ("/vector_stores", {"file_ids": [""] * 500}),
        ("/vector_stores/{vector_store_id}/file_batches", {"file_ids": [""] * 2000}),
        ("/vector_stores/{vector_store_id}/file_batches", {"files": [{"file_id": ""}] * 2000}),
        ("/vector_stores/{vector_store_id}/search", {"query": [f"word{n}" for n in range(100)]}),
        ("/assistants", {"model": "m", "tools": [FUNCTION] * 128}),
        ("/assistants", {"model": "m", "tool_resources": {"file_search": NEW_STORE}}),
        (
            "/threads/{waiting[0]}/runs/{waiting[1]}/submit_tool_outputs",
            {"tool_outputs": [{"output": "x"}] * CALLS},
        ),
    ],
)
def test_the_largest_bodies_that_are_taken(meter: Meter, path: str, body: Any) -> None:
    data = json.dumps(known(body, meter.ids, count())).encode()
    cost = meter.send("POST", "/v1" + path.format_map(meter.ids), data)
    assert bounded(cost, data, statements_of(path)) == 200


@pytest.mark.parametrize("api_version", DOORS, ids=str)
@pytest.mark.parametrize("operation", OPERATED, ids=lambda one: one.id)
def test_handlers_are_bounded_as_well(
    meter: Meter, operation: Operation[Any], api_version: ApiVersion
) -> None:
    """Objects that a body names are there, so that as much is done as can be."""
    root, query, headers = DOORS[api_version]
    waiting = dict(zip(("thread_id", "run_id"), meter.ids["waiting"], strict=True))
    ids = {**meter.ids, "file_id": meter.ids["file_ids"][0]}
    ids |= waiting if "run" in operation.path and "run_id" in operation.path else {}
    url = root + operation.path.format_map(ids) + query

    def send(body: Any) -> int:
        data = json.dumps(known(body, ids, count())).encode()
        cost = meter.send(operation.method, url, data, **headers)
        return bounded(cost, data, statements_of(operation.path))

    seen: set[object] = set()
    for sample in samples({"$ref": operation.body}, api_version):
        fewer = ({key: sample[key] for key in sample if key != name} for name in sample)
        accepted = next((body for body in (sample, *fewer) if send(body) == 200), sample)
        for what, body in longer(accepted):
            if what not in seen:
                seen.add(what)
                send(body)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/threads/{}/messages", b'{"role":"user","content":[%b]}' % b",".join([b"{}"] * 200_000)),
        ("/threads/{}/messages", b"[%b]" % b",".join([b"[]"] * 3_000_000)),
        ("/assistants", b'{"model":"m","tools":[%b]}' % b",".join([b"[]"] * 3_000_000)),
        ("/threads", b'{"messages":[%b]}' % b",".join([b"{}"] * 3_000_000)),
        ("/threads", b'{"metadata":{%b}}' % b",".join(b'"%d":1' % n for n in range(800_000))),
    ],
    ids=["content", "lists", "tools", "messages", "members"],
)
def test_the_largest_bodies(meter: Meter, path: str, data: bytes) -> None:
    assert len(data) < LARGEST_JSON
    cost = meter.send("POST", "/v1" + path.replace("{}", meter.ids["thread_id"]), data)
    assert cost.status == 400
    assert json.loads(cost.body)["error"]["code"] != "invalid_json"
    assert cost.seconds < 10


@pytest.mark.parametrize("path", ["/assistants", "/threads", "/vector_stores"])
def test_a_larger_body_is_refused(v2: Api, path: str) -> None:
    data = b" " * (LARGEST_JSON + 1)
    status, error = v2.refused("POST", path, content=data)
    assert (status, error["code"]) == (413, "request_too_large")


def test_arrays_without_a_limit_of_their_own_have_one(v2: Api) -> None:
    message = {"role": "user", "content": "a"}
    status, error = v2.refused("POST", "/threads", json={"messages": [message] * 1001})
    assert (status, error["code"]) == (400, "array_above_max_length")
    assert "maximum length 1000" in error["message"]


def test_the_deepest_filter(v2: Api) -> None:
    """What is nested as deeply as a body may be is answered, not broken on."""
    asked: dict[str, object] = {"type": "eq", "key": "k", "value": "v"}
    for _ in range(90):
        asked = {"type": "or", "filters": [asked]}
    store = v2.post("/vector_stores")["id"]
    path = f"/vector_stores/{store}/search"
    assert v2.send("POST", path, json={"query": "q", "filters": asked}).status_code in (200, 400)
