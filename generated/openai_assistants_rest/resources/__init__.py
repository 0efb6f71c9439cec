# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""The operations, grouped as on a client. A class is loaded when its name is first used."""

from typing import TYPE_CHECKING

from openai_assistants_core.lazy import lazy_exports

if TYPE_CHECKING:
    from .assistant_files import AssistantFiles, AsyncAssistantFiles
    from .assistants import Assistants, AsyncAssistants
    from .file_batches import AsyncFileBatches, FileBatches
    from .files import AsyncFiles, Files
    from .message_files import AsyncMessageFiles, MessageFiles
    from .messages import AsyncMessages, Messages
    from .runs import AsyncRuns, Runs
    from .steps import AsyncSteps, Steps
    from .threads import AsyncThreads, Threads
    from .vector_store_files import AsyncVectorStoreFiles, VectorStoreFiles
    from .vector_stores import AsyncVectorStores, VectorStores

__all__ = [
    "AssistantFiles",
    "Assistants",
    "AsyncAssistantFiles",
    "AsyncAssistants",
    "AsyncFileBatches",
    "AsyncFiles",
    "AsyncMessageFiles",
    "AsyncMessages",
    "AsyncRuns",
    "AsyncSteps",
    "AsyncThreads",
    "AsyncVectorStoreFiles",
    "AsyncVectorStores",
    "FileBatches",
    "Files",
    "MessageFiles",
    "Messages",
    "Runs",
    "Steps",
    "Threads",
    "VectorStoreFiles",
    "VectorStores",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "assistant_files": ("AssistantFiles", "AsyncAssistantFiles"),
        "assistants": ("Assistants", "AsyncAssistants"),
        "file_batches": ("FileBatches", "AsyncFileBatches"),
        "files": ("Files", "AsyncFiles"),
        "message_files": ("MessageFiles", "AsyncMessageFiles"),
        "messages": ("Messages", "AsyncMessages"),
        "runs": ("Runs", "AsyncRuns"),
        "steps": ("Steps", "AsyncSteps"),
        "threads": ("Threads", "AsyncThreads"),
        "vector_store_files": ("VectorStoreFiles", "AsyncVectorStoreFiles"),
        "vector_stores": ("VectorStores", "AsyncVectorStores"),
    },
)
