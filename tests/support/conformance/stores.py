"""Vector stores, their files and batches of files, as code written for the openai package."""

from functools import partial
from typing import TYPE_CHECKING, Any

from . import scenes
from .refusals import bad_request, not_found

if TYPE_CHECKING:
    from openai_assistants import AssistantsClient

FRUIT = b"Bananas are yellow. Bananas grow in bunches."
METAL = b"Iron rusts. Gold does not."
CHUNKS: Any = {
    "type": "static",
    "static": {"max_chunk_size_tokens": 100, "chunk_overlap_tokens": 0},
}
IS_FOOD: Any = {"type": "eq", "key": "topic", "value": "food"}


def exercise_stores(client: "AssistantsClient", errors: Any, pages: Any) -> None:
    """Every operation on vector stores; `pages` tries out a list of three objects."""
    stores(client, errors, pages)
    store = client.vector_stores.create(name="Docs", expires_after=scenes.A_WEEK)
    assert store.expires_after is not None
    assert store.expires_after.days == 7
    mine = store_files(client, errors, store.id)
    search(client, errors, store.id, mine)
    taken_out(client, errors, store.id, mine[0])
    mine += file_batches(client, errors, store.id)
    client.vector_stores.delete(store.id)
    for file_id in mine:
        client.files.delete(file_id)


def stores(client: "AssistantsClient", errors: Any, pages: Any) -> None:
    """Create, retrieve, update, list by the page, delete."""
    api = client.vector_stores
    made = [api.create(name=f"Nr {n}", metadata={"nr": str(n)}) for n in range(3)]
    first = api.retrieve(made[0].id)
    assert (first.object, first.name, first.metadata) == ("vector_store", "Nr 0", {"nr": "0"})
    assert (first.status, first.file_counts.total) == ("completed", 0)
    changed = api.update(first.id, name="Renamed", metadata=None)
    assert changed.name == "Renamed"
    pages(api, [each.id for each in made])
    for each in made:
        gone = api.delete(each.id)
        assert (gone.id, gone.object, gone.deleted) == (each.id, "vector_store.deleted", True)
    not_found(errors, api.retrieve, first.id, message="No vector store found")


def store_files(client: "AssistantsClient", errors: Any, store_id: str) -> list[str]:
    """Add files in each way, read, list, change; returns their ids, food before metal."""
    api = client.vector_stores.files
    uploaded = client.files.create(file=("fruit.txt", FRUIT), purpose="assistants")
    assert client.files.wait_for_processing(uploaded.id, poll_interval=0.02).id == uploaded.id
    assert client.files.retrieve(uploaded.id).status == "processed"
    fruit = api.create_and_poll(
        uploaded.id,
        vector_store_id=store_id,
        attributes={"topic": "food"},
        chunking_strategy=CHUNKS,
        poll_interval_ms=20,
    )
    assert (fruit.id, fruit.object, fruit.status) == (uploaded.id, "vector_store.file", "completed")
    assert (fruit.attributes, fruit.last_error) == ({"topic": "food"}, None)
    assert fruit.chunking_strategy is not None
    assert fruit.chunking_strategy.to_dict() == CHUNKS
    metal = api.upload(vector_store_id=store_id, file=("metal.txt", METAL))
    metal = api.poll(metal.id, vector_store_id=store_id, poll_interval_ms=20, max_wait_seconds=30)
    assert metal.status == "completed"
    image = api.upload_and_poll(
        vector_store_id=store_id, file=("a.bin", b"\xff\x00\xfe\x01" * 9), poll_interval_ms=20
    )
    assert image.status == "failed"
    assert image.last_error is not None
    assert [each.id for each in api.list(store_id, filter="failed")] == [image.id]
    assert [each.id for each in api.list(store_id, limit=1)] == [image.id, metal.id, fruit.id]
    changed = api.update(metal.id, vector_store_id=store_id, attributes={"topic": "ore", "n": 1})
    assert changed.attributes == {"topic": "ore", "n": 1}
    assert api.retrieve(metal.id, vector_store_id=store_id).to_dict() == changed.to_dict()
    (part,) = api.content(metal.id, vector_store_id=store_id)
    assert (part.type, part.text) == ("text", METAL.decode())
    counts = client.vector_stores.retrieve(store_id).file_counts
    assert (counts.completed, counts.failed, counts.total) == (2, 1, 3)
    return [fruit.id, metal.id, image.id]


def search(client: "AssistantsClient", errors: Any, store_id: str, files: list[str]) -> None:
    """By one query, by several, by attributes; it is all on one page."""
    api = client.vector_stores
    page = api.search(store_id, query="Which colour do bananas have?", max_num_results=5)
    best = page.data[0]
    assert (best.file_id, best.filename, best.attributes) == (
        files[0],
        "fruit.txt",
        {"topic": "food"},
    )
    assert best.score > 0
    assert "yellow" in best.content[0].text
    assert not page.has_next_page()
    assert (page.search_query, page.next_page) == (["Which colour do bananas have?"], None)
    both = api.search(store_id, query=["bananas", "gold"])
    assert {each.file_id for each in both} == set(files[:2])
    food = api.search(store_id, query=["bananas", "gold"], filters=IS_FOOD)
    assert [each.file_id for each in food] == [files[0]]
    wrong = partial(api.search, query="x", max_num_results=1000)
    assert bad_request(errors, wrong, store_id, message="max_num_results").param


def taken_out(client: "AssistantsClient", errors: Any, store_id: str, file_id: str) -> None:
    """A file that is taken out of a store is still there."""
    api = client.vector_stores.files
    gone = api.delete(file_id, vector_store_id=store_id)
    assert (gone.id, gone.object, gone.deleted) == (file_id, "vector_store.file.deleted", True)
    not_found(errors, api.retrieve, file_id, vector_store_id=store_id, message="No file found")
    assert client.files.retrieve(file_id).id == file_id


def file_batches(client: "AssistantsClient", errors: Any, store_id: str) -> list[str]:
    """Add files together in each way, read, list, cancel; returns their ids."""
    api = client.vector_stores.file_batches
    names = ("one.txt", "two.txt", "three.txt")
    batch = api.upload_and_poll(
        store_id, files=[(name, FRUIT) for name in names], max_concurrency=2, poll_interval_ms=20
    )
    assert (batch.status, batch.vector_store_id) == ("completed", store_id)
    assert (batch.file_counts.completed, batch.file_counts.total) == (3, 3)
    listed = api.list_files(batch.id, vector_store_id=store_id, limit=2, filter="completed")
    mine = [each.id for each in listed]
    assert sorted(client.files.retrieve(each).filename for each in mine) == sorted(names)
    assert api.retrieve(batch.id, vector_store_id=store_id).to_dict() == batch.to_dict()
    again = api.create_and_poll(
        store_id,
        files=[{"file_id": mine[0], "attributes": {"n": 1}}, {"file_id": mine[1]}],
        poll_interval_ms=20,
    )
    assert again.file_counts.total == 2
    held = client.vector_stores.files.retrieve(mine[0], vector_store_id=store_id)
    assert held.attributes == {"n": 1}
    late = api.create(store_id, file_ids=mine)
    cancelled = api.cancel(late.id, vector_store_id=store_id)
    ended = api.poll(cancelled.id, vector_store_id=store_id, poll_interval_ms=20)
    assert ended.status in {"cancelled", "completed"}
    not_found(errors, api.retrieve, "vsfb_none", vector_store_id=store_id, message="vsfb_none")
    return mine
