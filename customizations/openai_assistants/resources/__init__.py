"""The generated resources that have helpers of ours."""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

if TYPE_CHECKING:
    from ._async.assistants import AsyncAssistants
    from ._async.chat import AsyncChat
    from ._async.file_batches import AsyncFileBatches
    from ._async.files import AsyncFiles
    from ._async.messages import AsyncMessages
    from ._async.runs import AsyncRuns
    from ._async.threads import AsyncThreads
    from ._async.vector_store_files import AsyncVectorStoreFiles
    from ._async.vector_stores import AsyncVectorStores
    from ._sync.assistants import Assistants
    from ._sync.chat import Chat
    from ._sync.file_batches import FileBatches
    from ._sync.files import Files
    from ._sync.messages import Messages
    from ._sync.runs import Runs
    from ._sync.threads import Threads
    from ._sync.vector_store_files import VectorStoreFiles
    from ._sync.vector_stores import VectorStores
    from .reply import Reply

# Written from the imports above by `make generate`.

__all__ = [
    "Assistants",
    "AsyncAssistants",
    "AsyncChat",
    "AsyncFileBatches",
    "AsyncFiles",
    "AsyncMessages",
    "AsyncRuns",
    "AsyncThreads",
    "AsyncVectorStoreFiles",
    "AsyncVectorStores",
    "Chat",
    "FileBatches",
    "Files",
    "Messages",
    "Reply",
    "Runs",
    "Threads",
    "VectorStoreFiles",
    "VectorStores",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "_async.assistants": ("AsyncAssistants",),
        "_async.chat": ("AsyncChat",),
        "_async.file_batches": ("AsyncFileBatches",),
        "_async.files": ("AsyncFiles",),
        "_async.messages": ("AsyncMessages",),
        "_async.runs": ("AsyncRuns",),
        "_async.threads": ("AsyncThreads",),
        "_async.vector_store_files": ("AsyncVectorStoreFiles",),
        "_async.vector_stores": ("AsyncVectorStores",),
        "_sync.assistants": ("Assistants",),
        "_sync.chat": ("Chat",),
        "_sync.file_batches": ("FileBatches",),
        "_sync.files": ("Files",),
        "_sync.messages": ("Messages",),
        "_sync.runs": ("Runs",),
        "_sync.threads": ("Threads",),
        "_sync.vector_store_files": ("VectorStoreFiles",),
        "_sync.vector_stores": ("VectorStores",),
        "reply": ("Reply",),
    },
)
