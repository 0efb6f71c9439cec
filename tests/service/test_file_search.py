"""File search: by attachment, by vector store, by v1 file ids; with citations."""

from typing import Any

import pytest
from tests.support.service.api import Api
from tests.support.service.scripted import ScriptedModel, Turn, search

from openai_assistants_service import LocalService
from openai_assistants_service.models.base import Finish, TextDelta
from openai_assistants_service.models.conversation import Conversation
from openai_assistants_service.search.chunking import chunks, count, cut

FACTS = b"The capital of Ruritania is Strelsau. Its river is the Zenda. Its king is Rudolf."
QUESTION = "What is the capital of Ruritania?"


def by_v1_assistant(v1: Api, v2: Api, file: str) -> dict[str, Any]:
    assistant = v1.post("/assistants", model="m", tools=[{"type": "retrieval"}], file_ids=[file])
    return v2.post(f"/threads/{v2.thread(QUESTION)}/runs", assistant_id=assistant["id"])


def by_v1_link(v1: Api, v2: Api, file: str) -> dict[str, Any]:
    assistant = v1.post("/assistants", model="m")["id"]
    v1.post(f"/assistants/{assistant}/files", file_id=file)
    v1.post(f"/assistants/{assistant}", tools=[{"type": "retrieval"}])
    return v2.post(f"/threads/{v2.thread(QUESTION)}/runs", assistant_id=assistant)


def by_run_tools(v1: Api, v2: Api, file: str) -> dict[str, Any]:
    assistant = v1.post("/assistants", model="m", file_ids=[file])["id"]
    path = f"/threads/{v2.thread(QUESTION)}/runs"
    return v1.post(path, assistant_id=assistant, tools=[{"type": "retrieval"}])


def by_v1_message(v1: Api, v2: Api, file: str) -> dict[str, Any]:
    assistant = v1.post("/assistants", model="m", tools=[{"type": "retrieval"}])["id"]
    message = {"role": "user", "content": QUESTION, "file_ids": [file]}
    return v1.post("/threads/runs", assistant_id=assistant, thread={"messages": [message]})


def by_attachment(v1: Api, v2: Api, file: str) -> dict[str, Any]:
    assistant = v2.post("/assistants", model="m", tools=[{"type": "file_search"}])["id"]
    attachments = [{"file_id": file, "tools": [{"type": "file_search"}]}]
    message = {"role": "user", "content": QUESTION, "attachments": attachments}
    return v2.post("/threads/runs", assistant_id=assistant, thread={"messages": [message]})


def by_assistant_store(v1: Api, v2: Api, file: str) -> dict[str, Any]:
    stores = {"file_search": {"vector_stores": [{"file_ids": [file]}]}}
    tools = [{"type": "file_search"}]
    assistant = v2.post("/assistants", model="m", tools=tools, tool_resources=stores)
    (store,) = assistant["tool_resources"]["file_search"]["vector_store_ids"]
    other = v2.post("/assistants", model="m", tools=tools)["id"]
    resources = {"file_search": {"vector_store_ids": [store]}}
    v2.post(f"/assistants/{other}", tool_resources=resources)
    return v2.post(f"/threads/{v2.thread(QUESTION)}/runs", assistant_id=other)


def by_thread_store(v1: Api, v2: Api, file: str) -> dict[str, Any]:
    assistant = v2.post("/assistants", model="m", tools=[{"type": "file_search"}])["id"]
    stores = {"file_search": {"vector_stores": [{"file_ids": [file]}]}}
    thread = {"messages": [{"role": "user", "content": QUESTION}], "tool_resources": stores}
    return v2.post("/threads/runs", assistant_id=assistant, thread=thread)


WAYS = [
    by_v1_assistant,
    by_v1_link,
    by_run_tools,
    by_v1_message,
    by_attachment,
    by_assistant_store,
    by_thread_store,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_to_give_a_file(v1: Api, v2: Api, way: Any) -> None:
    file = v2.upload("facts.txt", FACTS)["id"]
    run = v2.settled(way(v1, v2, file))
    assert run["status"] == "completed"
    text = v2.answer(run)["content"][0]["text"]
    assert "Strelsau" in text["value"]
    (annotation,) = text["annotations"]
    start, end = annotation["start_index"], annotation["end_index"]
    assert text["value"][start:end] == annotation["text"]
    assert annotation["text"].startswith("【")
    assert annotation["text"].endswith("†facts.txt】")
    assert annotation["file_citation"] == {"file_id": file}


def test_v1_citations_quote(v1: Api, v2: Api) -> None:
    file = v1.upload("facts.txt", FACTS)["id"]
    run = v1.settled(by_v1_assistant(v1, v2, file))
    (annotation,) = v1.answer(run)["content"][0]["text"]["annotations"]
    assert "Strelsau" in annotation["file_citation"]["quote"]
    call = v1.steps(run)[0]["step_details"]["tool_calls"][0]
    assert call == {"id": call["id"], "type": "retrieval", "retrieval": {}}


def test_results_are_ranked_and_cut_off(v2: Api) -> None:
    files = [
        v2.upload("a.txt", b"Bananas are yellow. Bananas grow in bunches. Bananas!")["id"],
        v2.upload("b.txt", b"Apples are red, unlike bananas.")["id"],
        v2.upload("c.txt", b"Nothing to see here at all.")["id"],
    ]
    stores = {"file_search": {"vector_stores": [{"file_ids": files}]}}

    def results(**settings: Any) -> list[dict[str, Any]]:
        assistant = v2.post(
            "/assistants",
            model="m",
            tools=[{"type": "file_search", "file_search": settings}],
            tool_resources=stores,
        )["id"]
        thread = v2.thread("Which colour do bananas have?")
        run = v2.settled(v2.post(f"/threads/{thread}/runs", assistant_id=assistant))
        call = v2.steps(run)[0]["step_details"]["tool_calls"][0]
        return list(call["file_search"]["results"])

    every = results()
    assert [one["file_id"] for one in every] == files[:2]
    assert 1 >= every[0]["score"] > every[1]["score"] > 0
    assert "content" not in every[0]
    assert len(results(max_num_results=1)) == 1
    assert results(ranking_options={"score_threshold": every[0]["score"]}) == every[:1]


def test_chunking_as_asked(v2: Api) -> None:
    file = v2.upload("words.txt", " ".join(f"w{n}" for n in range(250)).encode())["id"]

    def asked(size: float, overlap: int) -> dict[str, Any]:
        static = {"max_chunk_size_tokens": size, "chunk_overlap_tokens": overlap}
        strategy = {"type": "static", "static": static}
        store = {"file_ids": [file], "chunking_strategy": strategy}
        return {"file_search": {"vector_stores": [store]}}

    tools = [{"type": "file_search"}]
    assistant = v2.post("/assistants", model="m", tools=tools, tool_resources=asked(100.0, 50))
    thread = v2.thread("Where is w120 and w190?")
    run = v2.settled(v2.post(f"/threads/{thread}/runs", assistant_id=assistant["id"]))
    include = "step_details.tool_calls[*].file_search.results[*].content"
    call = v2.steps(run, **{"include[]": include})[0]["step_details"]["tool_calls"][0]
    starts = [one["content"][0]["text"].split()[0] for one in call["file_search"]["results"]]
    assert sorted(starts) == ["w100", "w150", "w50"]
    body = {"model": "m", "tool_resources": asked(100, 51)}
    status, error = v2.refused("POST", "/assistants", json=body)
    assert (status, error["param"]) == (400, "chunking_strategy")


def test_a_binary_file_fails_alone(v2: Api) -> None:
    files = [v2.upload("a.bin", b"\x00\x01\x02")["id"], v2.upload("b.txt", FACTS)["id"]]
    run = v2.settled(by_thread_store_of(v2, files))
    assert run["status"] == "completed"
    assert "Strelsau" in v2.answer(run)["content"][0]["text"]["value"]


def by_thread_store_of(v2: Api, files: list[str]) -> dict[str, Any]:
    assistant = v2.post("/assistants", model="m", tools=[{"type": "file_search"}])["id"]
    stores = {"file_search": {"vector_stores": [{"file_ids": files}]}}
    thread = {"messages": [{"role": "user", "content": QUESTION}], "tool_resources": stores}
    return v2.post("/threads/runs", assistant_id=assistant, thread=thread)


def test_any_model_cites_with_markers() -> None:
    def plan(talk: Conversation) -> Turn:
        if not talk.passages:
            return search(QUESTION)
        half = len(talk.passages[0].marker) // 2
        cited = [talk.passages[0].marker[:half], talk.passages[0].marker[half:]]
        return [TextDelta("Strelsau"), *map(TextDelta, cited), TextDelta("."), Finish("stop")]

    with LocalService(model=ScriptedModel(plan)) as service, Api.of(service) as v2:
        file = v2.upload("facts.txt", FACTS)["id"]
        run = v2.settled(by_thread_store_of(v2, [file]))
        assert v2.answer(run)["content"][0]["text"] == {
            "value": "Strelsau【2:0†facts.txt】.",
            "annotations": [
                {
                    "type": "file_citation",
                    "text": "【2:0†facts.txt】",
                    "start_index": 8,
                    "end_index": 23,
                    "file_citation": {"file_id": file},
                }
            ],
        }


@pytest.fixture
def words() -> str:
    return " ".join(f"w{n}" for n in range(2000))


def test_chunks_overlap(words: str) -> None:
    pieces = list(chunks(words))
    assert [piece.split()[0] for piece in pieces] == ["w0", "w400", "w800", "w1200"]
    assert [count(piece) for piece in pieces] == [800] * 4
    assert pieces[-1].split()[-1] == "w1999"


@pytest.mark.parametrize(
    ("text", "expected"), [("", []), (" \n ", []), ("one", ["one"]), ("a, b", ["a, b"])]
)
def test_small_texts_are_one_chunk(text: str, expected: list[str]) -> None:
    assert list(chunks(text)) == expected


def test_any_sizes_cover_the_text(words: str) -> None:
    for size, overlap in ((1, 0), (7, 3), (100, 99), (2000, 0), (5000, 100), (10, 20)):
        seen = {word for piece in chunks(words, size, overlap) for word in piece.split()}
        assert seen == set(words.split())


def test_cut() -> None:
    assert cut("one, two three", 3) == "one, two"
    assert cut("one", 0) == ""
    assert cut("one two", 9) == "one two"
