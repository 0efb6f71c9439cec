"""Writing a file in one piece, as others see it."""

import os
import secrets
from collections.abc import AsyncGenerator, Generator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from typing import IO, Any, TypeVar

T = TypeVar("T")


@contextmanager
def replacing(target: str | os.PathLike[str]) -> Generator[IO[bytes]]:
    """A file to write to that takes the place of `target` in the end, unless there is an error.

    Raises:
        OSError: it cannot be written.
    """
    path = Path(target)
    part = path.with_name(f".{path.name[:50]}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@asynccontextmanager
async def in_threads(opened: AbstractContextManager[T]) -> AsyncGenerator[T]:
    """A context that threads enter and leave."""
    from anyio import CancelScope
    from anyio.to_thread import run_sync

    value = await run_sync(opened.__enter__)
    failure: tuple[Any, Any, Any] = (None, None, None)
    try:
        yield value
    except BaseException as error:
        failure = (type(error), error, error.__traceback__)
        raise
    finally:
        with CancelScope(shield=True):
            await run_sync(opened.__exit__, *failure)
