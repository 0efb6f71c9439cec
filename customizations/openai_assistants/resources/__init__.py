"""The generated resources that have helpers of ours."""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

if TYPE_CHECKING:
    from .file_batches import AsyncFileBatches, FileBatches
    from .files import AsyncFiles, Files
    from .runs import AsyncRuns, AsyncThreads, Runs, Threads
    from .vector_store_files import AsyncVectorStoreFiles, VectorStoreFiles
    from .vector_stores import AsyncVectorStores, VectorStores

__all__ = [
    "AsyncFileBatches",
    "AsyncFiles",
    "AsyncRuns",
    "AsyncThreads",
    "AsyncVectorStoreFiles",
    "AsyncVectorStores",
    "FileBatches",
    "Files",
    "Runs",
    "Threads",
    "VectorStoreFiles",
    "VectorStores",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "file_batches": ("AsyncFileBatches", "FileBatches"),
        "files": ("AsyncFiles", "Files"),
        "runs": ("AsyncRuns", "AsyncThreads", "Runs", "Threads"),
        "vector_store_files": ("AsyncVectorStoreFiles", "VectorStoreFiles"),
        "vector_stores": ("AsyncVectorStores", "VectorStores"),
    },
)
