"""Vector stores: uploading, adding and waiting, by both clients."""

import asyncio
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest
from tests.support.client.stage import Stage, both
from tests.support.client.wire import Answer, Sent, Wire

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    BadRequestError,
    NotFoundError,
    OpenAIKeyCredential,
    ProcessingTimeout,
    UploadsFailed,
)
from openai_assistants._files.batch_upload import upload_all

KEY = OpenAIKeyCredential("k")
NO = {"error": {"message": "No.", "type": "invalid_request_error"}}
MANY = 12


def object_of(kind: str, id: str, status: str | None) -> dict[str, object]:
    """A file, a file of a store or a batch, as the service sends it."""
    made: dict[str, object] = {"id": id, "object": kind}
    return made if status is None else {**made, "status": status}


def file(id: str = "file-1", status: str | None = "processed") -> dict[str, object]:
    return object_of("file", id, status)


def store_file(status: str | None) -> dict[str, object]:
    return object_of("vector_store.file", "file-1", status)


def batch(status: str | None) -> dict[str, object]:
    return object_of("vector_store.file_batch", "vsfb_1", status)


def paths(wire: Wire) -> list[str]:
    """What was asked: method and path."""
    return [f"{sent.method} {sent.url.partition('/v1')[2]}" for sent in wire.sent]


ADDED = "POST /vector_stores/vs_1/files"
LOOKED = "GET /vector_stores/vs_1/files/file-1"


@both
def test_a_file_is_added_and_waited_for(asynchronous: bool) -> None:
    """With the options of the call for the looks, too; the service may say how often to look."""
    stage = Stage(
        Wire(
            Answer(200, store_file("in_progress")),
            Answer(200, store_file("in_progress"), {"openai-poll-after-ms": "50"}),
            Answer(200, store_file("failed")),
        ),
        asynchronous,
    )
    ended = stage.call(
        lambda client: client.vector_stores.files.create_and_poll(
            "file-1",
            vector_store_id="vs_1",
            attributes={"a": 1},
            chunking_strategy={"type": "auto"},
            extra_headers={"x-mine": "1"},
            max_wait_seconds=60,
        )
    )
    assert ended.status == "failed"
    assert stage.waits == [0.05]
    assert paths(stage.wire) == [ADDED, LOOKED, LOOKED]
    assert stage.wire.sent[0].json == {
        "file_id": "file-1",
        "chunking_strategy": {"type": "auto"},
        "attributes": {"a": 1},
    }
    assert {sent.headers["x-mine"] for sent in stage.wire.sent} == {"1"}


@both
def test_upload(asynchronous: bool) -> None:
    """Uploads for assistants, adds, and does not wait."""
    stage = Stage(Wire(Answer(200, file()), Answer(200, store_file("in_progress"))), asynchronous)
    added = stage.call(
        lambda client: client.vector_stores.files.upload(
            vector_store_id="vs_1", file=("a.txt", b"text")
        )
    )
    assert added.status == "in_progress"
    assert paths(stage.wire) == ["POST /files", ADDED]
    assert b"assistants" in stage.wire.sent[0].body
    assert b'filename="a.txt"' in stage.wire.sent[0].body
    assert stage.wire.sent[1].json == {"file_id": "file-1"}


@both
def test_upload_and_poll(asynchronous: bool) -> None:
    """A status that is left out counts as settled."""
    answers = [file(), store_file("in_progress"), store_file("in_progress"), store_file(None)]
    stage = Stage(Wire(*(Answer(200, body) for body in answers)), asynchronous)
    ended = stage.call(
        lambda client: client.vector_stores.files.upload_and_poll(
            vector_store_id="vs_1", file=b"text", attributes={"a": 1}, poll_interval_ms=10
        )
    )
    assert ended.id == "file-1"
    assert stage.waits == [0.01]
    assert paths(stage.wire) == ["POST /files", ADDED, LOOKED, LOOKED]


@both
@pytest.mark.parametrize("name", ["upload", "upload_and_poll"])
def test_a_file_that_cannot_be_added_is_named(asynchronous: bool, name: str) -> None:
    """It was uploaded, and would be lost."""
    stage = Stage(Wire(Answer(200, file()), Answer(404, NO)), asynchronous)
    with pytest.raises(NotFoundError) as caught:
        stage.call(
            lambda client: getattr(client.vector_stores.files, name)(
                vector_store_id="vs_1", file=b"text"
            )
        )
    assert caught.value.__notes__ == ["uploaded before this: file-1"]


@both
@pytest.mark.parametrize("kind", ["files", "file_batches"])
def test_what_is_not_processed_in_time(asynchronous: bool, kind: str) -> None:
    """The error carries what was seen last."""
    stage = Stage(Wire(Answer(200, store_file("in_progress"))), asynchronous)
    with pytest.raises(ProcessingTimeout, match="still in_progress") as caught:
        stage.call(
            lambda client: getattr(client.vector_stores, kind).poll(
                "x", vector_store_id="vs_1", max_wait_seconds=2.2
            )
        )
    assert caught.value.seen.status == "in_progress"
    assert stage.waits == [1.0, 1.0, pytest.approx(0.2)]


@both
def test_a_file_is_waited_for(asynchronous: bool) -> None:
    """Every five seconds, for half an hour."""
    bodies = [file(status="uploaded"), file(status="running"), file(status="error")]
    stage = Stage(Wire(*(Answer(200, body) for body in bodies)), asynchronous)
    ended = stage.call(lambda client: client.files.wait_for_processing("file-1"))
    assert ended.status == "error"
    assert stage.waits == [5.0, 5.0]
    assert paths(stage.wire) == ["GET /files/file-1"] * 3
    endless = Stage(Wire(Answer(200, file(status="uploaded"))), asynchronous)
    with pytest.raises(ProcessingTimeout, match="after 1800 s"):
        endless.call(lambda client: client.files.wait_for_processing("file-1"))
    assert sum(endless.waits) == 1800


@both
def test_content_as_text(asynchronous: bool) -> None:
    stage = Stage(Wire(Answer(200, "ä{}".encode())), asynchronous)
    text = stage.call(
        lambda client: client.files.retrieve_content("file-1", extra_headers={"x-mine": "1"})
    )
    assert text == "ä{}"
    assert paths(stage.wire) == ["GET /files/file-1/content"]
    assert stage.wire.last.headers["x-mine"] == "1"


@both
def test_a_batch_is_added_and_waited_for(asynchronous: bool) -> None:
    """The batch is the one the service made."""
    bodies = [batch("in_progress"), batch("in_progress"), batch("completed")]
    stage = Stage(Wire(*(Answer(200, body) for body in bodies)), asynchronous)
    ended = stage.call(
        lambda client: client.vector_stores.file_batches.create_and_poll(
            "vs_1", file_ids=["file-1"], timeout=3, poll_interval_ms=7
        )
    )
    assert ended.status == "completed"
    assert stage.waits == [0.007]
    assert paths(stage.wire) == [
        "POST /vector_stores/vs_1/file_batches",
        *["GET /vector_stores/vs_1/file_batches/vsfb_1"] * 2,
    ]
    assert stage.wire.sent[0].json == {"file_ids": ["file-1"]}


@attrs.define
class Store(Wire):
    """Takes uploads: a file `n` becomes `file-n`, one whose content starts with `bad` is refused.

    Uploads wait until as many are under way as there can be, so that the most at once is known.
    """

    room: int = 1
    under_way: int = 0
    most: int = 0
    full: threading.Event = attrs.field(factory=threading.Event)
    lock: Any = attrs.field(factory=threading.Lock)

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        body = request.read()
        self.sent.append(Sent(request.method, str(request.url), request.headers, body))
        if not request.url.path.endswith("/files"):
            return Answer(200, batch("completed")).response()
        name = re.search(rb'filename="(\d+)"', body)
        assert name is not None
        if b"\r\n\r\nbad" in body:
            return Answer(400, NO).response()
        return Answer(200, file(f"file-{name[1].decode()}")).response()

    def enter(self) -> bool:
        with self.lock:
            self.under_way += 1
            self.most = max(self.most, self.under_way)
            if self.under_way == self.room:
                self.full.set()
        return True

    def leave(self) -> None:
        with self.lock:
            self.under_way -= 1


class Slow(httpx.BaseTransport):
    """Holds the first uploads back until there is no room for another."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.store.enter()
        assert self.store.full.wait(10)
        self.store.leave()
        return self.store(request)


class SlowAsync(httpx.AsyncBaseTransport):
    """The same."""

    def __init__(self, store: Store) -> None:
        self.store = store

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.store.enter()
        for _ in range(10_000):
            if self.store.full.is_set():
                break
            await asyncio.sleep(0)
        assert self.store.full.is_set()
        self.store.leave()
        return self.store(request)


def upload_batch(store: Store, asynchronous: bool, files: Any, **options: Any) -> Any:
    """Upload and add files, `store.room` at once."""
    arguments = {"files": files, "max_concurrency": store.room, **options}
    if not asynchronous:
        with httpx.Client(transport=Slow(store)) as http:
            client = AssistantsClient(KEY, http_client=http, max_retries=0)
            return client.vector_stores.file_batches.upload_and_poll("vs_1", **arguments)

    async def run() -> Any:
        async with httpx.AsyncClient(transport=SlowAsync(store)) as http:
            client = AsyncAssistantsClient(KEY, http_client=http, max_retries=0)
            return await client.vector_stores.file_batches.upload_and_poll("vs_1", **arguments)

    return asyncio.run(run())


@both
@pytest.mark.parametrize("room", [1, 3])
def test_a_batch_of_uploads(asynchronous: bool, room: int) -> None:
    """So many at once and no more; the ids keep their order, behind those given."""
    store = Store(room=room)
    files = ((str(n), b"good") for n in range(MANY))
    ended = upload_batch(store, asynchronous, files, file_ids=["file-old"])
    assert ended.status == "completed"
    assert store.most == room
    added = next(sent for sent in store.sent if sent.url.endswith("/file_batches"))
    assert added.json == {"file_ids": ["file-old", *(f"file-{n}" for n in range(MANY))]}


@both
def test_no_upload_is_lost_sight_of(asynchronous: bool) -> None:
    """All are tried; the error has the ids of those that went well, and why the others did not."""
    store = Store(room=2)
    files: list[Any] = [(str(n), b"bad" if n in {1, 4} else b"good") for n in range(6)]
    files[3] = Path("/there/is/no/such/file")
    with pytest.raises(UploadsFailed) as caught:
        upload_batch(store, asynchronous, files)
    error = caught.value
    assert error.file_ids == ["file-0", "file-2", "file-5"]
    assert list(error.uploaded) == [0, 2, 5]
    assert {n: type(each) for n, each in error.failed.items()} == {
        1: BadRequestError,
        3: FileNotFoundError,
        4: BadRequestError,
    }
    assert error.__cause__ is error.failed[1]
    assert str(error).startswith("3 of 6 files could not be uploaded (files[1]: BadRequestError: ")
    assert str(error).endswith("; uploaded: file-0, file-2, file-5")
    assert not [sent for sent in store.sent if "vector_stores" in sent.url]


@both
def test_an_iterator_that_breaks_is_an_outcome_too(asynchronous: bool) -> None:
    """What came before it is uploaded, and told."""

    def files() -> Iterator[tuple[str, bytes]]:
        yield "0", b"good"
        raise OSError("the disk is gone")

    with pytest.raises(UploadsFailed, match=r"files\[1\]: OSError: the disk is gone") as caught:
        upload_batch(Store(), asynchronous, files())
    assert caught.value.file_ids == ["file-0"]


@both
def test_a_batch_that_cannot_be_added_names_its_files(asynchronous: bool) -> None:
    stage = Stage(Wire(Answer(200, file()), Answer(404, NO)), asynchronous)
    with pytest.raises(NotFoundError) as caught:
        stage.call(
            lambda client: client.vector_stores.file_batches.upload_and_poll("vs_1", files=[b"x"])
        )
    assert caught.value.__notes__ == ["uploaded before this: file-1"]


@both
@pytest.mark.parametrize(
    "wrong", [{"max_concurrency": 0}, {"poll_interval_ms": -1}, {"max_wait_seconds": -1}]
)
def test_nonsense_uploads_nothing(asynchronous: bool, wrong: dict[str, Any]) -> None:
    stage = Stage(Wire(), asynchronous)
    with pytest.raises(ValueError, match=r"max_concurrency|negative"):
        stage.call(
            lambda client: client.vector_stores.file_batches.upload_and_poll(
                "vs_1", files=[b"x"], **wrong
            )
        )
    assert stage.wire.sent == []


def test_an_interrupt_leaves_out_what_is_not_begun() -> None:
    """The other threads do not go on with a long list after Ctrl-C."""
    taken: list[int] = []
    raised: list[bool] = []

    def files() -> Iterator[bytes]:
        for number in range(1_000_000):
            taken.append(number)
            yield b"x"

    def upload(_: Any) -> Any:
        if len(taken) >= 10 and not raised:
            raised.append(True)
            raise KeyboardInterrupt
        return None

    with pytest.raises(KeyboardInterrupt):
        upload_all(upload, files(), 2)
    assert len(taken) < 1_000_000
