"""The content of a file in memory, and as a stream, to disk and piece by piece."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.client.loopback import Kind, Shelf, Turn

from openai_assistants import APIConnectionError, BinaryContent
from openai_assistants_core import atomic_file as _disk

TEXT = "Grüße\nund mehr\n"
DATA = TEXT.encode()


def content(**headers: str) -> BinaryContent:
    """What was downloaded."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return BinaryContent(DATA, httpx.Headers(named))


def test_parts_of_what_is_in_memory() -> None:
    """By methods of the names that the openai package has."""
    made = content()
    assert made.read() == made.content == DATA
    for parts in (made.iter_bytes, made.iter_raw):
        assert list(parts()) == [DATA]
        assert list(parts(10)) == [DATA[:10], DATA[10:]]
    assert list(made.iter_text()) == [TEXT]
    assert list(made.iter_text(10)) == [TEXT[:10], TEXT[10:]]
    assert list(made.iter_lines()) == TEXT.splitlines()
    made.close()
    assert made.read() == DATA
    empty = BinaryContent(b"", {})
    assert list(empty.iter_bytes()) == []
    assert list(empty.iter_text()) == []


def test_parts_of_what_is_in_memory_asynchronously() -> None:
    """With `await` before them, as that package wants it, or without, as one would think."""

    async def read(parts: Callable[[], Any]) -> list[Any]:
        plain = [part async for part in parts()]
        assert [part async for part in await parts()] == plain
        return plain

    async def run() -> None:
        made = content()
        assert await made.aread() == DATA
        for parts in (made.aiter_bytes, made.aiter_raw):
            assert await read(partial(parts, 10)) == [DATA[:10], DATA[10:]]
        assert await read(made.aiter_text) == [TEXT]
        assert await read(made.aiter_lines) == TEXT.splitlines()
        await made.aclose()

    asyncio.run(run())


WRITERS: list[Callable[[BinaryContent, Path], Any]] = [
    lambda made, path: made.write_to_file(path),
    lambda made, path: made.stream_to_file(str(path), chunk_size=3),
    lambda made, path: asyncio.run(made.astream_to_file(path, chunk_size=3)),
]


@pytest.mark.parametrize("write", WRITERS)
def test_to_disk(write: Callable[[BinaryContent, Path], Any], tmp_path: Path) -> None:
    """At once: nothing else is left, and what was there stays if it cannot be."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    write(content(), path)
    assert path.read_bytes() == DATA
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(OSError, match="folder"):
        write(content(), folder)
    assert sorted(tmp_path.iterdir()) == [path, folder]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="a.txt"', "a.txt"),
        ("attachment; filename=\"_.txt\"; filename*=UTF-8''%C3%BC.txt", "ü.txt"),
        ("attachment; filename*=UTF-8''%C3%BC.txt; filename=\"_.txt\"", "ü.txt"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\temp\\\\a.txt"', "a.txt"),
        ("attachment", None),
    ],
)
def test_the_name_the_service_gives(header: str, name: str | None) -> None:
    """The extended form of it, where there is one; never a folder."""
    assert content(content_disposition=header).filename == name


LONG = os.urandom(300_000)


def test_a_stream_to_disk(kind: Kind, shelf: Shelf, tmp_path: Path) -> None:
    """All of it or nothing; asynchronously, threads write."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    shelf.content = LONG

    def save(client: Any) -> Any:
        opening = client.files.with_streaming_response.content("file-1")
        return save_async(opening, path) if kind.asynchronous else save_sync(opening, path)

    shelf.turns = [Turn(cut=100_000)]
    with pytest.raises(APIConnectionError):
        kind.call(shelf, save)
    assert path.read_bytes() == b"old"
    kind.call(shelf, save)
    assert path.read_bytes() == LONG
    assert list(tmp_path.iterdir()) == [path]


def save_sync(opening: Any, path: Path) -> None:
    with opening as response:
        response.stream_to_file(path, chunk_size=1000)


async def save_async(opening: Any, path: Path) -> None:
    async with opening as response:
        await response.stream_to_file(path)


def test_a_cancelled_stream_leaves_nothing(tmp_path: Path) -> None:
    """Not even what it had so far."""

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            while True:
                yield bytes(10_000)

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Endless())

    async def cancelled(client: Any) -> None:
        opening = client.files.with_streaming_response.content("file-1")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(save_async(opening, tmp_path / "a"), 0.05)

    endless = httpx.MockTransport(answer)
    Kind(httpx, True).call(Shelf(url="http://127.0.0.1:1/v1"), cancelled, transport=endless)
    assert list(tmp_path.iterdir()) == []


def test_the_event_loop_does_not_write(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Threads open the file and move it."""
    users: set[int] = set()

    class Watched(type(tmp_path)):  # type: ignore[misc]
        def open(self, *args: Any, **kwargs: Any) -> Any:
            users.add(threading.get_ident())
            return super().open(*args, **kwargs)

        def replace(self, target: Any) -> Any:
            users.add(threading.get_ident())
            return super().replace(target)

    monkeypatch.setattr(_disk, "Path", Watched)
    shelf.content = LONG

    async def save(client: Any) -> None:
        opening = client.files.with_streaming_response.content("file-1")
        await save_async(opening, tmp_path / "a")
        await (await client.files.content("file-1")).astream_to_file(tmp_path / "b")

    Kind(httpx, True).call(shelf, save)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == LONG
    assert users
    assert threading.get_ident() not in users
