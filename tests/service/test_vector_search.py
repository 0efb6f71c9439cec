"""Searching a vector store: ranking, thresholds, filters, several queries."""

from typing import Any

import pytest
from tests.support.service.api import Api

from openai_assistants_service.search.filters import matches

from .test_vector_stores import ready

TEXTS = {
    "bananas.txt": "Bananas are yellow. Bananas grow in bunches. Bananas!",
    "apples.txt": "Apples are red, unlike bananas.",
    "cars.txt": "Cars have four wheels.",
}
ATTRIBUTES: dict[str, dict[str, Any]] = {
    "bananas.txt": {"colour": "yellow", "price": 1.5, "fruit": True},
    "apples.txt": {"colour": "red", "price": 2, "fruit": True},
    "cars.txt": {"price": 9000, "fruit": False},
}


@pytest.fixture(scope="module")
def store(v2: Api) -> str:
    files = [
        {"file_id": v2.upload(name, text.encode())["id"], "attributes": ATTRIBUTES[name]}
        for name, text in TEXTS.items()
    ]
    path = f"/vector_stores/{v2.post('/vector_stores')['id']}"
    v2.post(f"{path}/file_batches", files=files)
    ready(v2, path)
    return path


def names(api: Api, store: str, query: Any, **body: Any) -> list[str]:
    found = api.post(f"{store}/search", query=query, **body)
    return [one["filename"] for one in found["data"]]


def test_the_page(v2: Api, store: str) -> None:
    page = v2.post(f"{store}/search", query="Which colour do bananas have?", rewrite_query=True)
    data = page.pop("data")
    assert page == {
        "object": "vector_store.search_results.page",
        "search_query": ["Which colour do bananas have?"],
        "has_more": False,
        "next_page": None,
    }
    assert [one["filename"] for one in data] == ["bananas.txt", "apples.txt"]
    assert 1 >= data[0]["score"] > data[1]["score"] > 0
    assert data[0] == {
        "file_id": data[0]["file_id"],
        "filename": "bananas.txt",
        "score": data[0]["score"],
        "attributes": ATTRIBUTES["bananas.txt"],
        "content": [{"type": "text", "text": TEXTS["bananas.txt"]}],
    }


def test_thresholds_and_limits(v2: Api, store: str) -> None:
    best = v2.post(f"{store}/search", query="bananas")["data"][0]["score"]
    assert names(v2, store, "bananas", max_num_results=1) == ["bananas.txt"]
    ranking = {"ranker": "auto", "score_threshold": best}
    assert names(v2, store, "bananas", ranking_options=ranking) == ["bananas.txt"]
    for body in (
        {"max_num_results": 0},
        {"max_num_results": 51},
        {"ranking_options": {"score_threshold": 1.1}},
        {"ranking_options": {"ranker": "best"}},
    ):
        assert v2.refused("POST", f"{store}/search", json={"query": "x", **body})[0] == 400


def test_several_queries(v2: Api, store: str) -> None:
    page = v2.post(f"{store}/search", query=["wheels", "bananas", "wheels"])
    assert page["search_query"] == ["wheels", "bananas", "wheels"]
    found = [one["filename"] for one in page["data"]]
    assert sorted(found) == ["apples.txt", "bananas.txt", "cars.txt"]
    scores = [one["score"] for one in page["data"]]
    assert scores == sorted(scores, reverse=True)
    assert len(names(v2, store, ["wheels", "bananas"], max_num_results=2)) == 2


@pytest.mark.parametrize("query", ["", "the", "?!", '"', "zebra", [], 'a" OR "b', "NEAR(", "ª"])
def test_any_query_is_answered(v2: Api, store: str, query: Any) -> None:
    assert names(v2, store, query) == []


def test_a_long_query_is_answered(v2: Api, store: str) -> None:
    assert "bananas.txt" in names(v2, store, "bananas " + " ".join(f"w{n}" for n in range(20_000)))


def one(kind: str, key: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "key": key, "value": value}


def test_filters_narrow_a_search(v2: Api, store: str) -> None:
    def kept(asked: dict[str, Any], **body: Any) -> list[str]:
        return names(v2, store, ["bananas", "wheels"], filters=asked, **body)

    assert kept(one("eq", "colour", "red")) == ["apples.txt"]
    assert kept(one("eq", "colour", "red"), max_num_results=1) == ["apples.txt"]
    assert kept(one("gt", "price", 2)) == ["cars.txt"]
    assert kept(one("in", "colour", ["red", "blue"])) == ["apples.txt"]
    fruit = {"type": "and", "filters": [one("eq", "fruit", True), one("lt", "price", 2)]}
    assert kept(fruit) == ["bananas.txt"]
    either = {"type": "or", "filters": [fruit, one("eq", "price", 9000)]}
    assert set(kept(either)) == {"bananas.txt", "cars.txt"}
    assert kept(one("eq", "colour", "blue")) == []


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (one("eq", "n", 1), True),
        (one("eq", "n", 1.0), True),
        (one("eq", "n", True), False),
        (one("eq", "n", "1"), False),
        (one("ne", "n", 1), False),
        (one("ne", "n", 2), True),
        (one("gt", "n", 0.5), True),
        (one("gte", "n", 1), True),
        (one("lt", "n", 1), False),
        (one("lte", "n", 1), True),
        (one("lt", "n", "2"), False),
        (one("gt", "yes", 0), False),
        (one("eq", "yes", True), True),
        (one("eq", "yes", 1), False),
        (one("gt", "text", "a"), True),
        (one("in", "text", ["b", "c"]), True),
        (one("nin", "text", ["b", "c"]), False),
        (one("nin", "text", []), True),
        (one("in", "text", "b"), True),
        (one("eq", "absent", "x"), False),
        (one("ne", "absent", "x"), True),
        (one("nin", "absent", ["x"]), True),
        (one("lt", "absent", 1), False),
        ({"type": "and", "filters": []}, True),
        ({"type": "or", "filters": []}, False),
    ],
)
def test_comparisons(asked: dict[str, Any], expected: bool) -> None:
    assert matches(asked, {"n": 1, "yes": True, "text": "b"}) is expected


@pytest.mark.parametrize(
    "asked",
    [
        {"type": "eq", "key": "a"},
        {"type": "like", "key": "a", "value": "b"},
        {"type": "and", "filters": [{"type": "eq"}]},
        {"type": "and"},
        {"type": "eq", "key": "a", "value": None},
    ],
)
def test_wrong_filters(v2: Api, store: str, asked: dict[str, Any]) -> None:
    status, error = v2.refused("POST", f"{store}/search", json={"query": "x", "filters": asked})
    assert status == 400
    assert error["param"].startswith("filters")


def test_filters_nested_too_deeply(v2: Api, store: str) -> None:
    asked: dict[str, Any] = one("eq", "colour", "red")
    for _ in range(60):
        asked = {"type": "or", "filters": [asked]}
    assert names(v2, store, "bananas", filters=asked) == ["apples.txt"]
    for _ in range(240):
        asked = {"type": "or", "filters": [asked]}
    status, error = v2.refused("POST", f"{store}/search", json={"query": "x", "filters": asked})
    assert (status, error["param"]) == (400, "filters")


def test_a_run_searches_as_its_tools_say(v2: Api, store: str) -> None:
    store_id = store.rpartition("/")[2]
    tools = [{"type": "file_search"}]
    resources = {"file_search": {"vector_store_ids": [store_id]}}
    assistant = v2.post("/assistants", model="m", tools=tools, tool_resources=resources)["id"]

    def results(**settings: Any) -> dict[str, Any]:
        thread = v2.thread("Which colour do bananas have?")
        tool = {"type": "file_search", "file_search": settings}
        body = {"assistant_id": assistant, "tools": [tool]}
        run = v2.settled(v2.post(f"/threads/{thread}/runs", **body))
        call = v2.steps(run)[0]["step_details"]["tool_calls"][0]
        return dict(call["file_search"])

    every = results()
    assert every["ranking_options"] == {"ranker": "default_2024_08_21", "score_threshold": 0.0}
    first, second = every["results"]
    assert (first["file_name"], second["file_name"]) == ("bananas.txt", "apples.txt")
    assert first["attributes"] == ATTRIBUTES["bananas.txt"]
    assert results(max_num_results=1)["results"] == [first]
    ranking = {"ranker": "auto", "score_threshold": first["score"]}
    assert results(ranking_options=ranking) == {"ranking_options": ranking, "results": [first]}


def test_a_search_has_its_limits(v2: Api) -> None:
    """Each query is a search of its own, and each condition is held against every file."""
    path = f"/vector_stores/{v2.post('/vector_stores')['id']}/search"
    assert v2.send("POST", path, json={"query": ["a"] * 100}).status_code == 200
    status, error = v2.refused("POST", path, json={"query": ["a"] * 101})
    assert (status, error["param"], error["code"]) == (400, "query", "array_above_max_length")
    values = [str(number) for number in range(999)]
    filters = {"type": "in", "key": "k", "value": values}
    assert v2.send("POST", path, json={"query": "a", "filters": filters}).status_code == 200
    both = {"type": "or", "filters": [filters, {"type": "eq", "key": "k", "value": "v"}]}
    status, error = v2.refused("POST", path, json={"query": "a", "filters": both})
    assert (status, error["param"]) == (400, "filters")
    assert "at most 1000 conditions and values, and these are 1002" in error["message"]
