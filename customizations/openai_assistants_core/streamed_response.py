"""Responses whose bodies are read as they are asked for."""

import os
from collections.abc import AsyncIterator, Iterator
from typing import Any, TypeVar, cast

from .raw_response import AnyResponse

T = TypeVar("T")


class StreamedResponse(AnyResponse[T], frozen=True):
    """An answer whose body is read as it is asked for."""

    def read(self) -> bytes:
        """The whole body."""
        with self.guard():
            return cast("bytes", self.http_response.read())

    def text(self) -> str:
        """The whole body as text."""
        self.read()
        return str(self.http_response.text)

    def json(self) -> Any:
        """The whole body as parsed JSON."""
        self.read()
        return self.http_response.json()

    def parse(self) -> T:
        """What the method returns without `with_streaming_response`.

        Raises:
            ResponseDecodeError: the body is not what the description says.
        """
        if not self.decodes_unread:
            self.read()
        return self.decode(self.http_response)

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body in parts."""
        with self.guard():
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The body as text, in parts."""
        with self.guard():
            yield from self.http_response.iter_text(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """The lines of the body, without their ends."""
        with self.guard():
            yield from self.http_response.iter_lines()

    def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """Writes the body to a path; a file there is replaced at once or not at all."""
        from .atomic_file import replacing

        with replacing(file) as part:
            for piece in self.iter_bytes(chunk_size):
                part.write(piece)

    def close(self) -> None:
        """Gives the connection back; what is not read by then is lost."""
        self.http_response.close()


class AsyncStreamedResponse(AnyResponse[T], frozen=True):
    """An answer whose body is read as it is asked for, asynchronously."""

    async def read(self) -> bytes:
        """The whole body."""
        with self.guard():
            return cast("bytes", await self.http_response.aread())

    async def text(self) -> str:
        """The whole body as text."""
        await self.read()
        return str(self.http_response.text)

    async def json(self) -> Any:
        """The whole body as parsed JSON."""
        await self.read()
        return self.http_response.json()

    async def parse(self) -> T:
        """What the method returns without `with_streaming_response`.

        Raises:
            ResponseDecodeError: the body is not what the description says.
        """
        if not self.decodes_unread:
            await self.read()
        return self.decode(self.http_response)

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body in parts."""
        with self.guard():
            async for part in self.http_response.aiter_bytes(chunk_size):
                yield part

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The body as text, in parts."""
        with self.guard():
            async for part in self.http_response.aiter_text(chunk_size):
                yield part

    async def iter_lines(self) -> AsyncIterator[str]:
        """The lines of the body, without their ends."""
        with self.guard():
            async for line in self.http_response.aiter_lines():
                yield line

    async def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """Writes the body to a path, in threads; a file there is replaced at once or not at all."""
        from anyio.to_thread import run_sync

        from .atomic_file import in_threads, replacing

        async with in_threads(replacing(file)) as part:
            async for piece in self.iter_bytes(chunk_size):
                await run_sync(part.write, piece)

    async def close(self) -> None:
        """Gives the connection back; what is not read by then is lost."""
        await self.http_response.aclose()
