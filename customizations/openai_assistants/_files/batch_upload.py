"""Uploads many files, a few at a time, and loses sight of none."""

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


class Uploads:
    """Which files are still to be uploaded, and what came of the others.

    Files are taken one by one, when there is room for the next; safe to share between threads.
    """

    def __init__(self, files: "Iterable[FileTypes]") -> None:
        self._files = iter(files)
        self._taken = 0
        self._lock = Lock()
        self.uploaded: dict[int, FileObject] = {}
        self.failed: dict[int, Exception] = {}

    def take(self) -> "tuple[int, FileTypes] | None":
        """The next file and its position; None if there is none, or the caller's iterator broke."""
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
        """Leaves out the files that are not taken yet."""
        self._files = iter(())

    def file_ids(self) -> list[str]:
        """The ids of all files in their order, once all are through.

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
        UploadsFailed: some could not be uploaded; the others are, and it knows them.
    """
    uploads = Uploads(files)

    def work() -> None:
        while (taken := uploads.take()) is not None:
            position, file = taken
            try:
                uploads.uploaded[position] = upload(file)
            except Exception as error:  # kept, and raised in the end
                uploads.failed[position] = error

    with ThreadPoolExecutor(max_concurrency) as threads:
        working = [threads.submit(copy_context().run, work) for _ in range(max_concurrency)]
        try:
            wait(working, return_when=FIRST_EXCEPTION)
        finally:  # all are through, or something like Ctrl-C came in between
            uploads.stop()
        for worker in working:
            worker.result()
    return uploads.file_ids()


async def upload_all_async(
    upload: "Callable[[FileTypes], Awaitable[FileObject]]",
    files: "Iterable[FileTypes]",
    max_concurrency: int,
) -> list[str]:
    """Uploads files, at most `max_concurrency` at once, and returns their ids.

    Raises:
        UploadsFailed: some could not be uploaded; the others are, and it knows them.
    """
    import anyio

    uploads = Uploads(files)

    async def work() -> None:
        while (taken := uploads.take()) is not None:
            position, file = taken
            try:
                uploads.uploaded[position] = await upload(file)
            except Exception as error:  # kept, and raised in the end
                uploads.failed[position] = error

    async with anyio.create_task_group() as group:
        for _ in range(max_concurrency):
            group.start_soon(work)
    return uploads.file_ids()


def check_concurrency(max_concurrency: int) -> None:
    """Refuses what would upload nothing.

    Raises:
        ValueError: it is less than one.
    """
    if max_concurrency < 1:
        raise ValueError("max_concurrency must be at least 1")


@contextmanager
def naming_uploads(file_ids: Sequence[str]) -> Generator[None]:
    """Adds to an error that these files were uploaded before it."""
    try:
        yield
    except AssistantsError as error:
        error.add_note(f"uploaded before this: {', '.join(file_ids)}")
        raise
