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


class UploadedFileBatch(VectorStoreFileBatch, dict=True):
    """The batches that files were added in, as if they were one.

    Its id and time are those of the last batch, its `file_counts` are sums, and its status is that
    of the first batch that is not completed.
    """

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
        vars(made).update(batches=tuple(batches), failed=tuple(failed))
        return made

    @property
    def batches(self) -> tuple[VectorStoreFileBatch, ...]:
        """The batches themselves, in the order of the files."""
        found: tuple[VectorStoreFileBatch, ...] = vars(self)["batches"]
        return found

    @property
    def failed(self) -> tuple[VectorStoreFile, ...]:
        """The files that cannot be searched: their `status` and `last_error` say why."""
        found: tuple[VectorStoreFile, ...] = vars(self)["failed"]
        return found
