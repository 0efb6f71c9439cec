"""The generated resources that have helpers of ours."""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

if TYPE_CHECKING:
    from ._async.file_batches import AsyncFileBatches
    from ._async.files import AsyncFiles
    from ._async.runs import AsyncRuns, AsyncThreads
    from ._async.vector_store_files import AsyncVectorStoreFiles
    from ._async.vector_stores import AsyncVectorStores
    from ._sync.file_batches import FileBatches
    from ._sync.files import Files
    from ._sync.runs import Runs, Threads
    from ._sync.vector_store_files import VectorStoreFiles
    from ._sync.vector_stores import VectorStores

# Written from the imports above by `make generate`.

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
        "_async.file_batches": ("AsyncFileBatches",),
        "_async.files": ("AsyncFiles",),
        "_async.runs": ("AsyncRuns", "AsyncThreads"),
        "_async.vector_store_files": ("AsyncVectorStoreFiles",),
        "_async.vector_stores": ("AsyncVectorStores",),
        "_sync.file_batches": ("FileBatches",),
        "_sync.files": ("Files",),
        "_sync.runs": ("Runs", "Threads"),
        "_sync.vector_store_files": ("VectorStoreFiles",),
        "_sync.vector_stores": ("VectorStores",),
    },
)
