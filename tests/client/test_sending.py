"""Uploads: what may be given as a file, how it is sent, and when it is sent again."""

import io
import os
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from tests.support.client.loopback import Kind, Shelf, Turn

from openai_assistants import (
    AmbiguousOutcome,
    APIConnectionError,
    APITimeoutError,
    AssistantsError,
    FileWithProgress,
    RateLimitError,
)
from openai_assistants._files.multipart import file_headers, guess_type
from openai_assistants._files.sources import CHUNK_SIZE, source_of

DATA = bytes(range(256)) * 1024  # four pieces
BUSY = Turn(status=429, headers={"retry-after": "1"})


def generated() -> Iterator[Any]:
    """In parts of any size, empty ones among them."""
    yield DATA[:1]
    yield b""
    yield bytearray(DATA[1:10])
    yield memoryview(DATA)[10:]


async def awaited() -> AsyncIterator[Any]:
    for part in generated():
        await anyio.lowlevel.checkpoint()
        yield part


class Pipe(io.BytesIO):
    """A stream that can be read once."""

    def seekable(self) -> bool:
        return False


class Both(httpx.ByteStream):
    """A stream of httpx, for either kind of client."""


def spread(content: bytes) -> bytearray:
    """With a byte between any two."""
    made = bytearray(len(content) * 2)
    made[::2] = content
    return made


def filled(file: Any) -> Any:
    """A file as it is when it was just written."""
    file.write(DATA)
    return file


GIVEN: dict[str, tuple[Callable[[Path], Any], bool]] = {
    "bytes": (lambda path: DATA, True),
    "bytearray": (lambda path: bytearray(DATA), True),
    "memoryview": (lambda path: memoryview(spread(DATA))[::2], True),
    "path": (lambda path: path, True),
    "open file": (lambda path: path.open("rb"), True),
    "unbuffered file": (lambda path: path.open("rb", buffering=0), True),
    "temporary file": (
        lambda path: filled(tempfile.TemporaryFile()),  # noqa: SIM115
        True,
    ),
    "buffer": (lambda path: io.BytesIO(DATA), True),
    "buffer at its end": (lambda path: filled(io.BytesIO()), True),
    "pipe": (lambda path: Pipe(DATA), False),
    "list": (lambda path: [DATA[:5], DATA[5:]], False),
    "generator": (lambda path: generated(), False),
    "stream": (lambda path: Both(DATA), False),
}
ONCE = {"pipe", "generator"}


def content_of(body: bytes) -> bytes:
    """The bytes of the file in a body."""
    boundary = body[: body.index(b"\r\n")]
    part = next(part for part in body.split(boundary) if b"filename=" in part)
    return part.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")


def upload(file: Any) -> Callable[[Any], Any]:
    """The call."""
    return lambda client: client.files.create(file=file, purpose="assistants")


def given(name: str, folder: Path) -> Any:
    """What is given as a file."""
    path = folder / "data.csv"
    path.write_bytes(DATA)
    return GIVEN[name][0](path)


def close(file: Any) -> None:
    """Closes what the test opened."""
    if hasattr(file, "close"):
        file.close()


@pytest.mark.parametrize("name", GIVEN)
def test_all_of_it_arrives(name: str, kind: Kind, shelf: Shelf, tmp_path: Path) -> None:
    """From its beginning; with its length, if that is known."""
    file = given(name, tmp_path)
    assert kind.call(shelf, upload(("a.txt", file))).id == "file-1"
    close(file)
    assert content_of(shelf.taken[0]) == DATA
    [headers] = shelf.asked
    if GIVEN[name][1]:
        assert int(headers["content-length"]) == len(shelf.taken[0])
        assert "transfer-encoding" not in headers
    else:
        assert headers["transfer-encoding"] == "chunked"
        assert "content-length" not in headers


@pytest.mark.parametrize("name", sorted(GIVEN.keys() - ONCE))
def test_it_is_sent_again_the_same(name: str, kind: Kind, shelf: Shelf, tmp_path: Path) -> None:
    """Whatever was read of it before; the boundary stays, too."""
    file = given(name, tmp_path)
    shelf.turns = [BUSY, BUSY]
    assert kind.call(shelf, upload(file)).id == "file-1"
    close(file)
    assert len(shelf.taken) == 3
    assert len(set(shelf.taken)) == 1
    assert content_of(shelf.taken[2]) == DATA


@pytest.mark.parametrize("name", sorted(ONCE))
def test_what_is_gone_is_not_sent_again(
    name: str, kind: Kind, shelf: Shelf, tmp_path: Path
) -> None:
    """Half a file would be worse than none."""
    shelf.turns = [BUSY]
    with pytest.raises(RateLimitError):
        kind.call(shelf, upload(given(name, tmp_path)))
    assert len(shelf.taken) == 1


def test_an_asynchronous_iterator(kind: Kind, shelf: Shelf) -> None:
    """For the asynchronous client; the other says so before it sends anything."""
    if kind.asynchronous:
        assert kind.call(shelf, upload(("a.txt", awaited()))).id == "file-1"
        assert content_of(shelf.taken[0]) == DATA
    else:
        with pytest.raises(TypeError, match="AsyncAssistantsClient"):
            kind.call(shelf, upload(("a.txt", awaited())))
        assert shelf.asked == []


def test_an_asynchronous_file(shelf: Shelf, tmp_path: Path) -> None:
    """By its name; not by its lines, of which there may be one."""
    path = tmp_path / "data.csv"
    path.write_bytes(DATA)

    async def send(client: Any) -> Any:
        async with await anyio.open_file(path, "rb") as file:
            return await client.files.create(file=file, purpose="assistants")

    Kind(httpx, True).call(shelf, send)
    assert content_of(shelf.taken[0]) == DATA
    assert b'filename="data.csv"\r\nContent-Type: text/csv' in shelf.taken[0]


def test_pieces_are_small() -> None:
    """Whatever the size of what is given."""
    sizes = [len(piece) for piece in source_of("file", iter([DATA, b"", b"x"]))]
    assert sizes == [CHUNK_SIZE] * 4 + [1]


def test_what_was_not_read_can_still_be_sent(kind: Kind) -> None:
    """An iterator is untouched if there was no connection."""

    class Unreachable(httpx.BaseTransport, httpx.AsyncBaseTransport):
        tries = 0
        body = b""

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            self.tries += 1
            if self.tries == 1:
                raise httpx.ConnectError("refused")
            self.body = request.read()
            return httpx.Response(200, json={"id": "file-1"})

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if self.tries:
                await request.aread()
            return self.handle_request(request)

    transport = Unreachable()
    plain = Kind(httpx, kind.asynchronous)
    assert plain.call(Shelf(url="http://127.0.0.1:1/v1"), upload(generated()), transport=transport)
    assert content_of(transport.body) == DATA


LARGE = b"x" * 8_000_000


def test_a_connection_that_breaks_within_the_body(kind: Kind, shelf: Shelf) -> None:
    """Without its end no service takes it: it can be sent again without doubt."""
    shelf.turns = [Turn(cut=1000), Turn(cut=1000)]
    assert kind.call(shelf, upload(LARGE)).id == "file-1"
    assert [len(taken) for taken in shelf.taken[:2]] == [1000, 1000]
    assert content_of(shelf.taken[2]) == LARGE
    shelf.turns = [Turn(cut=1000)]
    with pytest.raises(APIConnectionError) as caught:
        kind.call(shelf, upload(LARGE), max_retries=0)
    assert not isinstance(caught.value, AmbiguousOutcome)


def test_a_connection_that_breaks_behind_the_body(kind: Kind, shelf: Shelf) -> None:
    """The file may have been stored."""
    shelf.turns = [Turn(headers={"content-length": "1000"})]
    with pytest.raises(AmbiguousOutcome):
        kind.call(shelf, upload(b"x"))
    assert len(shelf.taken) == 1


def test_a_redirect(kind: Kind, shelf: Shelf) -> None:
    """Followed with the whole body; not if that is gone."""
    moved = Turn(status=307, headers={"location": "/v1/files"})
    shelf.turns = [moved]
    assert kind.call(shelf, upload(io.BytesIO(DATA))).id == "file-1"
    assert shelf.taken[0] == shelf.taken[1]
    shelf.turns = [moved]
    with pytest.raises(AssistantsError, match="307"):
        kind.call(shelf, upload(Pipe(DATA)))
    assert len(shelf.taken) == 3


class Broken(Exception):
    """Of the caller's own."""


@pytest.mark.parametrize("error", [Broken("mine"), OSError("gone"), httpx.ReadError("theirs")])
def test_errors_of_the_file_come_out(error: Exception, kind: Kind, shelf: Shelf) -> None:
    """As they are: they are not those of the connection, even if they look so."""

    def parts() -> Iterator[bytes]:
        yield DATA
        raise error

    with pytest.raises(type(error)) as caught:
        kind.call(shelf, upload(parts()))
    assert caught.value is error
    assert caught.value.__suppress_context__


@pytest.mark.parametrize("part", ["text", 1, None])
def test_parts_that_are_no_bytes(part: Any, kind: Kind, shelf: Shelf) -> None:
    with pytest.raises(TypeError, match=f"must consist of bytes, not {type(part).__name__}"):
        kind.call(shelf, upload([part]))


def test_a_file_that_changes_its_size(kind: Kind, shelf: Shelf, tmp_path: Path) -> None:
    """What is added is left out; if something is missing, the upload ends."""
    path = tmp_path / "log"
    path.write_bytes(DATA)

    def grow(sent: int, _: int | None) -> None:
        with path.open("ab") as file:
            file.write(b"more")

    assert kind.call(shelf, upload(FileWithProgress(path, grow))).id == "file-1"
    assert content_of(shelf.taken[0]) == DATA
    size = path.stat().st_size
    with pytest.raises(OSError, match="shorter"):
        kind.call(shelf, upload(FileWithProgress(path, lambda sent, _: os.truncate(path, sent))))
    assert size == len(DATA) + 4 * 5


def test_progress(kind: Kind, shelf: Shelf, tmp_path: Path) -> None:
    """From 0 to the end, for each attempt; the total where there is one."""
    path = tmp_path / "data"
    path.write_bytes(DATA)
    seen: list[tuple[int, int | None]] = []
    file = FileWithProgress(("a.txt", path), lambda sent, total: seen.append((sent, total)))
    shelf.turns = [BUSY]
    kind.call(shelf, upload(file))
    once = [(piece * CHUNK_SIZE, len(DATA)) for piece in range(5)]
    assert seen == once + once
    seen.clear()
    kind.call(shelf, upload(FileWithProgress(iter([b"abc"]), lambda *now: seen.append(now))))
    assert seen == [(0, None), (3, None)]


def test_progress_may_stop_it(kind: Kind, shelf: Shelf) -> None:
    """By an exception."""

    def stop(sent: int, _: int | None) -> None:
        if sent:
            raise Broken("enough")

    with pytest.raises(Broken, match="enough"):
        kind.call(shelf, upload(FileWithProgress(DATA, stop)))
    assert kind.waits == []


def test_the_time_of_the_whole_call_counts_while_sending(shelf: Shelf) -> None:
    """Between any two pieces."""
    kind = Kind(httpx, False)

    def slow() -> Iterator[bytes]:
        for _ in range(1000):
            kind.tick(1.0)
            yield b"x"

    with pytest.raises(APITimeoutError, match="5 s of the whole call") as caught:
        kind.call(shelf, upload(slow()), total_timeout=5)
    assert not isinstance(caught.value, AmbiguousOutcome)
    assert len(kind.ticks) == 5


def test_the_time_of_the_whole_call_counts_while_sending_asynchronously(shelf: Shelf) -> None:
    """Also within a piece."""

    async def endless() -> AsyncIterator[bytes]:
        yield b"x"
        await anyio.sleep_forever()

    with pytest.raises(APITimeoutError) as caught:
        Kind(httpx, True).call(shelf, upload(endless()), total_timeout=0.05)
    assert not isinstance(caught.value, AmbiguousOutcome)


class Watchful(io.BytesIO):
    """Notes which threads use it."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.users: set[int] = set()

    def read(self, size: int | None = -1, /) -> bytes:
        self.users.add(threading.get_ident())
        return super().read(size)

    def seek(self, place: int, whence: int = 0, /) -> int:
        self.users.add(threading.get_ident())
        return super().seek(place, whence)


def test_the_event_loop_goes_on(shelf: Shelf) -> None:
    """What may block is read in threads, also what is an iterator."""
    file = Watchful(DATA)

    def parts() -> Iterator[bytes]:
        file.users.add(threading.get_ident())
        yield DATA

    for each in (file, parts()):
        file.users.clear()
        Kind(httpx, True).call(shelf, upload(each))
        assert file.users
        assert threading.get_ident() not in file.users


def test_what_can_be_read_once_refuses_a_second_time() -> None:
    """Such as for an HTTP client that sends by itself what it was given before."""
    source = source_of("file", Pipe(b"x"))
    assert list(source) == [b"x"]
    with pytest.raises(AssistantsError, match="only once"):
        list(source)


TYPES = {
    "a.csv": "text/csv",
    "a.CSV": "text/csv",
    "a.jsonl": "application/jsonl",
    "a.json": "application/json",
    "a.txt": "text/plain",
    "a.md": "text/markdown",
    "a.pdf": "application/pdf",
    "a.png": "image/png",
    "a.b.json": "application/json",
    "a.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "a.tar.gz": "application/gzip",
    "a.json.bz2": "application/octet-stream",
    "a.unheard-of": "application/octet-stream",
    "upload": "application/octet-stream",
    "data:text/x,a": "application/octet-stream",
    "": "application/octet-stream",
}


@pytest.mark.parametrize("name", TYPES)
def test_types_are_guessed(name: str) -> None:
    assert guess_type(name) == TYPES[name]


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("plain.txt", "plain.txt"),
        ("ünï 文.txt", "ünï 文.txt"),
        ('a"b', "a%22b"),
        ("a\r\nX: y", "a%0D%0AX: y"),
        ("a\\", "a\\\\"),
        ("a\0b", "a%00b"),
        ("a\udcff", "a?"),
    ],
)
def test_names_stay_within_their_quotes(name: str, written: str) -> None:
    """Other alphabets are kept."""
    head = file_headers("file", name, None, {}).decode()
    assert f'; filename="{written}"\r\n' in head
    assert head.count("\r\n") == 3


@pytest.mark.parametrize(
    ("mime", "headers"),
    [
        ("text/plain\r\nX-Evil: 1", {}),
        ("text/plain", {"X-A": "1\nX-Evil: 1"}),
        ("text/plain", {"X-A: 1\r\nX-Evil": "1"}),
        ("text/plain", {"": "1"}),
    ],
)
def test_headers_of_a_file_cannot_become_others(mime: str, headers: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="control characters"):
        file_headers("file", "a", mime, headers)
