"""Search by meaning: vectors of a server, merged with words, stored, and done without."""

import asyncio
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.search.embeddings_server import EmbeddingsServer
from tests.support.service.api import Api
from tests.support.service.databases import execute
from tests.support.service.processes import COMMAND, Start
from tests.support.service.scripted import answer, follow, search
from tests.support.service.stores import fill, wait

from openai_assistants_service import LocalService
from openai_assistants_service.search.chunking import count
from openai_assistants_service.search.embeddings import EmbeddingError, choose_embedder
from openai_assistants_service.search.embeddings.server import ServerEmbedder
from openai_assistants_service.search.embeddings.windows import windows
from openai_assistants_service.search.fusion import fuse
from openai_assistants_service.storage.chunks import RankedChunk

TEXTS = {
    "pets.txt": b"Our feline sleeps all day.",
    "cars.txt": b"The automobile needs oil.",
    "bakery.txt": b"A loaf costs three crowns. A cat may not come in.",
}


@pytest.fixture
def server() -> Iterator[EmbeddingsServer]:
    with EmbeddingsServer() as running:
        yield running


def embedder(server: EmbeddingsServer, model: str = "m", key: str | None = None) -> ServerEmbedder:
    return ServerEmbedder(server.url, model, key)


def found(api: Api, store: str, query: Any, **body: Any) -> list[tuple[str, float]]:
    data = api.post(f"{store}/search", query=query, **body)["data"]
    return [(one["filename"], one["score"]) for one in data]


def test_what_means_the_same_is_found(server: EmbeddingsServer) -> None:
    with LocalService(embedder=embedder(server)) as service, Api.of(service) as api:
        store = fill(api, TEXTS)
        wait(api, store)
        names = [name for name, _ in found(api, store, "Which vehicle is it?")]
        assert names[0] == "cars.txt"
        (best, *rest) = found(api, store, "kitten")
        assert best[0] == "pets.txt"
        assert 1 >= best[1] > max(score for _, score in rest) >= 0
        words = [name for name, _ in found(api, store, "a cat in the bakery, three crowns")]
        assert words[0] == "bakery.txt"
        only = {"max_num_results": 1, "ranking_options": {"score_threshold": best[1]}}
        assert found(api, store, "kitten", **only) == [best]
        filters = {"type": "eq", "key": "colour", "value": "red"}
        assert found(api, store, "kitten", filters=filters) == []
        assert [name for name, _ in found(api, store, ["kitten", "vehicle"])][:2] != []
    assert {request["path"] for request in server.requests} == {"/v1/embeddings"}


def test_a_run_finds_it_too(server: EmbeddingsServer) -> None:
    model = follow(search("kitten"), answer("Found."))
    with LocalService(model=model, embedder=embedder(server)) as service, Api.of(service) as api:
        store = fill(api, TEXTS).rpartition("/")[2]
        tools = [{"type": "file_search"}]
        resources = {"file_search": {"vector_store_ids": [store]}}
        assistant = api.post("/assistants", model="m", tools=tools, tool_resources=resources)["id"]
        path = f"/threads/{api.thread('Which one?')}/runs"
        run = api.settled(api.post(path, assistant_id=assistant))
        (call,) = api.steps(run)[0]["step_details"]["tool_calls"]
        assert call["file_search"]["results"][0]["file_name"] == "pets.txt"


def test_without_its_server_search_goes_by_words(server: EmbeddingsServer) -> None:
    server.status = 503
    with LocalService(embedder=embedder(server)) as service, Api.of(service) as api:
        store = fill(api, TEXTS)
        assert wait(api, store)["completed"] == 3
        assert [name for name, _ in found(api, store, "oil")] == ["cars.txt"]
        assert found(api, store, "kitten") == []
    assert server.requests
    assert "kitten" not in server.texts, "it is left alone for a while"


def vectors(database: Path) -> list[tuple[str, int]]:
    counted = "SELECT model, count(*) FROM chunk_vectors GROUP BY model ORDER BY model"
    return execute(database, counted)


def test_what_is_missing_is_made_later(server: EmbeddingsServer, tmp_path: Path) -> None:
    """Of files that were there before, by a server that was down, or by another model."""
    database = tmp_path / "s.db"
    with LocalService(database) as service, Api.of(service) as api:
        store = fill(api, TEXTS)
        wait(api, store)
    for model in ("m", "n"):
        with LocalService(database, embedder=embedder(server, model)) as service:
            with Api.of(service) as api:
                made_all(database, f"{server.url} {model}", 3)
                assert found(api, store, "kitten")[0][0] == "pets.txt"
    asked = len(server.requests)
    with LocalService(database, embedder=embedder(server)) as service, Api.of(service) as api:
        assert found(api, store, "kitten")[0][0] == "pets.txt"
        files = api.get(f"{store}/files")["data"]
        api.delete(f"{store}/files/{files[0]['id']}")
    assert len(server.requests) == asked + 1, "vectors are stored"
    assert [number for _, number in vectors(database)] == [2, 2]


@pytest.mark.parametrize("refusal", [400, 500])
def test_a_text_that_is_refused_keeps_none_from_the_others(
    server: EmbeddingsServer, tmp_path: Path, refusal: int
) -> None:
    """Neither in a file that is new nor among those that were there; it is not asked for again."""
    database = tmp_path / "s.db"
    server.refuses, server.refusal = "oil", refusal
    with LocalService(database) as service, Api.of(service) as api:
        store = fill(api, TEXTS)
        wait(api, store)
    with LocalService(database, embedder=embedder(server)) as service, Api.of(service) as api:
        made_all(database, f"{server.url} m", 3)
        assert found(api, store, "kitten")[0][0] == "pets.txt"
        more = fill(api, {"ship.txt": b"It runs on oil.", "hound.txt": b"Our hound barks."})
        wait(api, more)
        assert found(api, more, "puppy")[0][0] == "hound.txt", "the server is not left alone"
        assert [name for name, _ in found(api, more, "oil")] == ["ship.txt"]
        assert found(api, more, "puppy")[0][0] == "hound.txt", "nor after a query that it refused"
    asked = sum("oil" in text for text in server.texts)
    last = "SELECT max(chunk) FROM chunk_vectors WHERE length(vector) > 0"
    execute(database, f"DELETE FROM chunk_vectors WHERE chunk = ({last})")
    with LocalService(database, embedder=embedder(server)):
        made_all(database, f"{server.url} m", 5)  # what is missing is looked for in its order
    assert sum("oil" in text for text in server.texts) == asked


def test_a_server_that_refuses_everything_is_asked_again(
    server: EmbeddingsServer, tmp_path: Path
) -> None:
    database = tmp_path / "s.db"
    server.status = 400
    with LocalService(database, embedder=embedder(server)) as service, Api.of(service) as api:
        store = fill(api, TEXTS)
        assert wait(api, store)["completed"] == 3
    assert vectors(database) == []
    server.status = 200
    with LocalService(database, embedder=embedder(server)) as service, Api.of(service) as api:
        made_all(database, f"{server.url} m", 3)
        assert found(api, store, "kitten")[0][0] == "pets.txt"


def made_all(database: Path, model: str, number: int) -> None:
    deadline = time.monotonic() + 20
    while (model, number) not in vectors(database):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_long_files_are_found_before_their_vectors_are_there(server: EmbeddingsServer) -> None:
    words = " ".join(f"w{n}" for n in range(40_000)).encode()
    with LocalService(embedder=embedder(server)) as service, Api.of(service) as api:
        store = fill(api, {"long.txt": words + b" hound", "short.txt": b"a loaf"})
        wait(api, store)
        assert found(api, store, "w39999")[0][0] == "long.txt"
        deadline = time.monotonic() + 20
        while found(api, store, "puppy", max_num_results=1)[0][0] != "long.txt":
            assert time.monotonic() < deadline
            time.sleep(0.01)
    assert max(count(text) for text in server.texts) <= 220
    assert max(len(request["input"]) for request in server.requests) <= 64


@pytest.mark.parametrize(
    "text",
    ["word " * 5_000, "x" * 50_000, "漢字" * 3_000, "a_long_name(another_long_name) " * 500, "one"],
)
def test_windows_fit_small_models(text: str) -> None:
    pieces = list(windows(text))
    assert all(count(piece) <= 220 and len(piece) <= 1_400 for piece in pieces)
    assert set("".join(pieces)) >= set(text.strip())
    assert sum(map(len, pieces)) >= len(text.strip())


def made(server: EmbeddingsServer, key: str | None = None) -> list[bytes]:
    async def test() -> list[bytes]:
        client = embedder(server, key=key)
        try:
            return await client.passages(["a cat and a cat", "a dog"])
        finally:
            await client.close()

    return asyncio.run(test())


def test_vectors_have_the_length_of_one(server: EmbeddingsServer) -> None:
    first, second = (struct.unpack("<5f", vector) for vector in made(server, "secret"))
    assert first == pytest.approx((0.9987, 0, 0, 0, 0.0499), abs=1e-3)
    assert second[1] == pytest.approx(0.995, abs=1e-3)
    assert server.keys == ["Bearer secret"]


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (401, b"{}", "answers 401"),
        (200, b"no json", "something else than vectors"),
        (200, b'{"data": []}', "something else than vectors"),
        (200, b'{"data": [{"index": 0, "embedding": "x"}]}', "something else than vectors"),
        (200, b'{"data": [{"index": 0, "embedding": [0, 0]}]}', "something else than vectors"),
        (200, b'{"data": [{"index": 0, "embedding": []}]}', "something else than vectors"),
        (200, b'{"data": [{"index": 0, "embedding": [NaN]}]}', "something else than vectors"),
        (200, b"[]", "something else than vectors"),
    ],
)
def test_bad_answers(server: EmbeddingsServer, status: int, body: bytes, message: str) -> None:
    server.status, server.body = status, body
    with pytest.raises(EmbeddingError, match=message) as caught:
        made(server, "secret")
    assert "secret" not in str(caught.value)


def test_a_server_that_is_not_there(server: EmbeddingsServer) -> None:
    with EmbeddingsServer() as gone:
        pass
    with pytest.raises(EmbeddingError, match=r"127\.0\.0\.1"):
        made(gone)


def chunk(seq: int, weight: float) -> RankedChunk:
    return RankedChunk(seq, f"text {seq}", "f", "n", {}, weight)


def test_fusion() -> None:
    words = [chunk(1, 9.0), chunk(2, 5.0)]
    meaning = [chunk(2, 0.8), chunk(3, 0.7)]

    def order(share: float) -> list[int]:
        return [one.seq for one in fuse(words, share, meaning)]

    assert order(1.0) == [2, 1, 3]
    assert order(0.1) == [2, 3, 1]
    scores = [one.weight for one in fuse(words, 1.0, meaning)]
    both = 1 / 61 + 1 / 62
    assert scores == pytest.approx([1.0, 1 / 61 / both, 1 / 62 / both])
    assert fuse(words, 0.5, meaning)[0].weight == pytest.approx(0.8)
    assert fuse([], 0.0, []) == []
    assert [one.weight for one in fuse([], 0.0, [chunk(1, -0.2)])] == [0.0]
    assert [one.weight for one in fuse(words, 0.5, [])] == pytest.approx([0.5, 0.5 * 61 / 62])


def test_what_may_be_asked_for() -> None:
    assert choose_embedder("none", "m", None) is None
    with pytest.raises(ValueError, match="'none', 'local' or a URL, not 'ftp://x'"):
        choose_embedder("ftp://x", "m", None)


def test_the_command_line(start: Start, server: EmbeddingsServer, tmp_path: Path) -> None:
    options = ("--embeddings", server.url, "--embeddings-model", "some-model")
    _, url = start(tmp_path / "s.db", *options)
    with Api(url + "/v1") as api:
        store = fill(api, TEXTS)
        wait(api, store)
        assert found(api, store, "kitten")[0][0] == "pets.txt"
    assert {request["model"] for request in server.requests} == {"some-model"}
    command = [*COMMAND, "--database", str(tmp_path / "t.db"), "--embeddings", "nonsense"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "it is 'none', 'local' or a URL, not 'nonsense'" in done.stderr
