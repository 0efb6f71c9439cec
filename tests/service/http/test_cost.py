"""What a request costs is bounded by the size of its body, at every operation."""

import contextlib
import json
import time
import tracemalloc
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from tests.support.service.api import Api
from tests.support.service.bodies import BODIES, places, samples

from openai_assistants_service.errors import ApiError
from openai_assistants_service.http.body import LARGEST_JSON
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
                changed = deepcopy(body)
                at(changed, path[:-1])[path[-1]] = large
                yield changed


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
def test_the_largest_bodies(v2: Api, path: str, data: bytes) -> None:
    assert len(data) < LARGEST_JSON
    thread = v2.thread()
    start = time.monotonic()
    status, error = v2.refused("POST", path.replace("{}", thread), content=data)
    assert status == 400
    assert error["code"] != "invalid_json"
    assert time.monotonic() - start < 10


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
