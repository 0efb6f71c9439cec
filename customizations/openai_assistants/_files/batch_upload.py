"""Uploads many files, a few at a time, and keeps track of each."""

from collections.abc import Awaitable, Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from openai_assistants_core import AssistantsError

from ..errors import UploadsFailed
from .concurrency import async_for_each, for_each

if TYPE_CHECKING:
    from openai_assistants_core import FileTypes
    from openai_assistants_rest.models import FileObject


class BatchUpload:
    """What became of the files, by their positions."""

    def __init__(self) -> None:
        self.uploaded: dict[int, FileObject] = {}
        self.failed: dict[int, Exception] = {}

    def each(self, files: "Iterable[FileTypes]") -> "Iterator[tuple[int, FileTypes]]":
        """The files with their positions; where `files` raises, that position has failed."""
        position = -1
        try:
            for position, file in enumerate(files):
                yield position, file
        except Exception as error:
            self.failed[position + 1] = error

    def file_ids(self) -> list[str]:
        """The ids of all files in their order, once all have been taken.

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
    batch = BatchUpload()

    def act(taken: "tuple[int, FileTypes]") -> None:
        position, file = taken
        try:
            batch.uploaded[position] = upload(file)
        except Exception as error:  # kept, and raised in the end
            batch.failed[position] = error

    for_each(batch.each(files), act, max_concurrency)
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
    batch = BatchUpload()

    async def act(taken: "tuple[int, FileTypes]") -> None:
        position, file = taken
        try:
            batch.uploaded[position] = await upload(file)
        except Exception as error:  # kept, and raised in the end
            batch.failed[position] = error

    await async_for_each(batch.each(files), act, max_concurrency)
    return batch.file_ids()


@contextmanager
def noting_uploads(file_ids: Sequence[str]) -> Generator[None]:
    """Adds a note to an error, with the ids of the files that were uploaded before it."""
    try:
        yield
    except AssistantsError as error:
        error.add_note(f"uploaded before this: {', '.join(file_ids)}")
        raise
