"""Files that were added to a vector store together, in as many batches as it takes."""

from collections.abc import Iterator, Sequence
from typing import Self

from openai_assistants_rest.models import FileCounts, VectorStoreFile, VectorStoreFileBatch

MOST_FILES = 100
"""How many files are added in one request."""


def chunks(file_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids in groups that fit into one request; one empty group if there are none."""
    for start in range(0, max(len(file_ids), 1), MOST_FILES):
        yield file_ids[start : start + MOST_FILES]


class UploadedFileBatch(VectorStoreFileBatch):
    """The batches that files were added in, as if they were one.

    Its id and time are those of the last batch, its `file_counts` are sums, and its status is that
    of the first batch that is not completed.

    Attributes:
        batches: the batches themselves, in the order of the files.
        failed: the files that cannot be searched: their `status` and `last_error` say why.
    """

    batches: tuple[VectorStoreFileBatch, ...] = ()
    failed: tuple[VectorStoreFile, ...] = ()

    @classmethod
    def _fields(cls) -> tuple[str, ...]:
        """What the service sends of it: its own fields are ours alone."""
        return VectorStoreFileBatch._fields()

    @classmethod
    def of(cls, batches: Sequence[VectorStoreFileBatch], failed: Sequence[VectorStoreFile]) -> Self:
        """One of these batches, of which these files were not completed."""
        unfinished = [batch for batch in batches if batch.status != "completed"]
        made = cls.decode({**batches[-1].to_dict(), "status": (unfinished or batches)[0].status})
        if len(batches) > 1:
            counts = [batch.file_counts.to_dict() for batch in batches]
            made.file_counts = FileCounts.decode(
                {name: sum(each[name] for each in counts) for name in counts[0]}
            )
        made.batches = tuple(batches)
        made.failed = tuple(failed)
        return made
