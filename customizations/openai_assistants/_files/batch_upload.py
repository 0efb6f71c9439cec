"""Uploads many files, a few at a time, and keeps track of each."""

from collections.abc import Awaitable, Callable, Generator, Iterable, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import copy_context
from threading import Lock
from typing import TYPE_CHECKING

from openai_assistants_core import AssistantsError

from ..errors import UploadsFailed

if TYPE_CHECKING:
    from openai_assistants_core import FileTypes
    from openai_assistants_rest.models import FileObject


class BatchUpload:
    """The files still to be uploaded, and the results of the others.

    Files are taken one by one, when a worker is free; safe to share between threads.
    """

    def __init__(self, files: "Iterable[FileTypes]") -> None:
        self._files = iter(files)
        self._taken = 0
        self._lock = Lock()
        self.uploaded: dict[int, FileObject] = {}
        self.failed: dict[int, Exception] = {}

    def take(self) -> "tuple[int, FileTypes] | None":
        """The next file and its position; None if none is left or `files` raised."""
        with self._lock:
            position = self._taken
            self._taken += 1
            try:
                return position, next(self._files)
            except StopIteration:
                return None
            except Exception as error:
                self.failed[position] = error
                self.stop()
                return None

    def stop(self) -> None:
        """Drops the files that are not taken yet."""
        self._files = iter(())

    def file_ids(self) -> list[str]:
        """The ids of all files in their order, once all workers have ended.

        Raises:
            UploadsFailed: some could not be uploaded.
        """
        if self.failed:
            first = self.failed[min(self.failed)]
            raise UploadsFailed(self.uploaded, self.failed) from first
        return [file.id for _, file in sorted(self.uploaded.items())]


def upload_all(
    upload: "Callable[[FileTypes], FileObject]",
    files: "Iterable[FileTypes]",
    max_concurrency: int,
) -> list[str]:
    """Uploads files in threads, at most `max_concurrency` at once, and returns their ids.

    Raises:
        UploadsFailed: some could not be uploaded; the error has the others.
    """
    batch = BatchUpload(files)

    def worker() -> None:
        while (taken := batch.take()) is not None:
            position, file = taken
            try:
                batch.uploaded[position] = upload(file)
            except Exception as error:  # kept, and raised in the end
                batch.failed[position] = error

    with ThreadPoolExecutor(max_concurrency) as threads:
        futures = [threads.submit(copy_context().run, worker) for _ in range(max_concurrency)]
        try:
            wait(futures, return_when=FIRST_EXCEPTION)
        finally:  # also after an interrupt, such as Ctrl-C, which must not wait for the files left
            batch.stop()
        for future in futures:
            future.result()
    return batch.file_ids()


async def async_upload_all(
    upload: "Callable[[FileTypes], Awaitable[FileObject]]",
    files: "Iterable[FileTypes]",
    max_concurrency: int,
) -> list[str]:
    """Uploads files, at most `max_concurrency` at once, and returns their ids.

    Raises:
        UploadsFailed: some could not be uploaded; the error has the others.
    """
    import anyio

    batch = BatchUpload(files)

    async def worker() -> None:
        while (taken := batch.take()) is not None:
            position, file = taken
            try:
                batch.uploaded[position] = await upload(file)
            except Exception as error:  # kept, and raised in the end
                batch.failed[position] = error

    async with anyio.create_task_group() as group:
        for _ in range(max_concurrency):
            group.start_soon(worker)
    return batch.file_ids()


def check_concurrency(max_concurrency: int) -> None:
    """Checks the number of workers.

    Raises:
        ValueError: it is less than one.
    """
    if max_concurrency < 1:
        raise ValueError("max_concurrency must be at least 1")


@contextmanager
def noting_uploads(file_ids: Sequence[str]) -> Generator[None]:
    """Adds a note to an error, with the ids of the files that were uploaded before it."""
    try:
        yield
    except AssistantsError as error:
        error.add_note(f"uploaded before this: {', '.join(file_ids)}")
        raise
