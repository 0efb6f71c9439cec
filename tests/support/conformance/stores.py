"""Vector stores, their files and batches of files, as code written for the openai package."""

from functools import partial
from typing import Any

from . import scenes
from .objects import page_by_page
from .refusals import bad_request, not_found
from .stage import Stage

FRUIT = b"Bananas are yellow. Bananas grow in bunches."
METAL = b"Iron rusts. Gold does not."
CHUNKS: Any = {
    "type": "static",
    "static": {"max_chunk_size_tokens": 100, "chunk_overlap_tokens": 0},
}
IS_FOOD: Any = {"type": "eq", "key": "topic", "value": "food"}


def stores(stage: Stage) -> None:
    """Create, read, change, delete."""
    api = stage.client.vector_stores
    made = api.create(name="Nr 0", metadata={"nr": "0"}, expires_after=scenes.A_WEEK)
    first = api.retrieve(made.id)
    assert (first.object, first.name, first.metadata) == ("vector_store", "Nr 0", {"nr": "0"})
    assert (first.status, first.file_counts.total) == ("completed", 0)
    assert first.expires_after.days == 7
    assert api.update(first.id, name="Renamed").name == "Renamed"
    gone = api.delete(made.id)
    assert (gone.id, gone.object, gone.deleted) == (made.id, "vector_store.deleted", True)
    not_found(stage.errors, api.retrieve, first.id, message="No vector store found")


def store_cursors(stage: Stage) -> None:
    """List vector stores by the page."""
    api = stage.client.vector_stores
    ids = [api.create(name=f"Nr {n}").id for n in range(3)]
    page_by_page(api, ids)


def _uploaded(stage: Stage, name: str, content: bytes) -> str:
    file_id: str = stage.client.files.create(file=(name, content), purpose="assistants").id
    return file_id


def _filled(stage: Stage) -> tuple[str, str, str]:
    """Return a store, and the files in it: food and metal."""
    store = stage.client.vector_stores.create(name="Docs").id
    fruit, metal = (
        stage.client.vector_stores.files.create_and_poll(
            file_id=_uploaded(stage, name, content),
            vector_store_id=store,
            chunking_strategy=CHUNKS,
            poll_interval_ms=20,
        )
        for name, content in (("fruit.txt", FRUIT), ("metal.txt", METAL))
    )
    assert fruit.object == "vector_store.file"
    assert fruit.status == metal.status == "completed"
    return store, fruit.id, metal.id


def store_files(stage: Stage) -> None:
    """Add files and wait, list, filter, take one out; one that cannot be read fails."""
    store, fruit, metal = _filled(stage)
    api = stage.client.vector_stores.files
    read = api.retrieve(fruit, vector_store_id=store)
    assert read.chunking_strategy.static.max_chunk_size_tokens == 100
    image = api.create_and_poll(
        file_id=_uploaded(stage, "a.bin", b"\xff\x00\xfe\x01" * 9),
        vector_store_id=store,
        poll_interval_ms=20,
    )
    assert (image.status, image.last_error.code) == ("failed", "unsupported_file")
    assert [one.id for one in api.list(store, filter="failed").data] == [image.id]
    assert [one.id for one in api.list(store, limit=3).data] == [image.id, metal, fruit]
    counts = stage.client.vector_stores.retrieve(store).file_counts
    assert (counts.completed, counts.failed, counts.total) == (2, 1, 3)
    gone = api.delete(fruit, vector_store_id=store)
    assert (gone.id, gone.object, gone.deleted) == (fruit, "vector_store.file.deleted", True)
    not_found(stage.errors, api.retrieve, fruit, vector_store_id=store, message="No file found")
    assert stage.client.files.retrieve(fruit).id == fruit


def attributes(stage: Stage) -> None:
    """Change the attributes of a file in a store."""
    store, fruit, _ = _filled(stage)
    api = stage.client.vector_stores.files
    changed = api.update(fruit, vector_store_id=store, attributes={"topic": "food", "n": 1})
    assert changed.attributes == {"topic": "food", "n": 1}
    assert api.retrieve(fruit, vector_store_id=store).to_dict() == changed.to_dict()


def texts(stage: Stage) -> None:
    """Read the text of a file in a store."""
    store, _, metal = _filled(stage)
    api = stage.client.vector_stores.files
    (part,) = api.content(metal, vector_store_id=store).data
    assert (part.type, part.text) == ("text", METAL.decode())


def search(stage: Stage) -> None:
    """By one query, by several, by attributes; it is all on one page."""
    store, fruit, metal = _filled(stage)
    api = stage.client.vector_stores
    api.files.update(fruit, vector_store_id=store, attributes={"topic": "food"})
    page = api.search(store, query="Which colour do bananas have?", max_num_results=5)
    best = page.data[0]
    assert (best.file_id, best.filename, best.attributes) == (fruit, "fruit.txt", {"topic": "food"})
    assert best.score > 0
    assert "yellow" in best.content[0].text
    assert not page.has_next_page()
    both = api.search(store, query=["bananas", "gold"])
    assert {each.file_id for each in both.data} == {fruit, metal}
    food = api.search(store, query=["bananas", "gold"], filters=IS_FOOD)
    assert [each.file_id for each in food.data] == [fruit]
    wrong = partial(api.search, query="x", max_num_results=1000)
    refused = bad_request(stage.errors, lambda: wrong(store).data, message="max_num_results")
    assert refused.param


def batches(stage: Stage) -> None:
    """Add files together and wait, read, list, cancel."""
    store = stage.client.vector_stores.create(name="Docs").id
    api = stage.client.vector_stores.file_batches
    mine = [_uploaded(stage, f"{n}.txt", FRUIT) for n in range(3)]
    batch = api.create_and_poll(vector_store_id=store, file_ids=mine, poll_interval_ms=20)
    assert (batch.status, batch.vector_store_id) == ("completed", store)
    assert (batch.file_counts.completed, batch.file_counts.total) == (3, 3)
    listed = api.list_files(batch.id, vector_store_id=store, filter="completed").data
    assert {each.id for each in listed} == set(mine)
    assert api.retrieve(batch.id, vector_store_id=store).to_dict() == batch.to_dict()
    late = api.create(vector_store_id=store, file_ids=mine)
    cancelled = api.cancel(late.id, vector_store_id=store)
    assert cancelled.status in {"cancelled", "completed", "in_progress"}
    missing = partial(api.retrieve, "vsfb_none", vector_store_id=store)
    not_found(stage.errors, missing, message="vsfb_none")


def batch_settings(stage: Stage) -> None:
    """Add files together, each with attributes of its own."""
    store = stage.client.vector_stores.create(name="Docs").id
    mine = [_uploaded(stage, f"{n}.txt", FRUIT) for n in range(2)]
    batch = stage.client.vector_stores.file_batches.create_and_poll(
        vector_store_id=store,
        files=[{"file_id": mine[0], "attributes": {"n": 1}}, {"file_id": mine[1]}],
        poll_interval_ms=20,
    )
    assert batch.file_counts.total == 2
    held = stage.client.vector_stores.files.retrieve(mine[0], vector_store_id=store)
    assert held.attributes == {"n": 1}


def upload_helpers(stage: Stage) -> None:
    """Upload, add and wait, in one call; one file, and several at once."""
    store = stage.client.vector_stores.create(name="Docs").id
    api = stage.client.vector_stores
    metal = api.files.upload_and_poll(
        vector_store_id=store, file=("metal.txt", METAL), poll_interval_ms=20
    )
    assert metal.status == "completed"
    names = ("one.txt", "two.txt", "three.txt")
    batch = api.file_batches.upload_and_poll(
        vector_store_id=store, files=[(name, FRUIT) for name in names], poll_interval_ms=20
    )
    assert (batch.file_counts.completed, batch.file_counts.total) == (3, 3)
    listed = api.file_batches.list_files(batch.id, vector_store_id=store)
    found = sorted(stage.client.files.retrieve(each.id).filename for each in listed)
    assert found == sorted(names)
