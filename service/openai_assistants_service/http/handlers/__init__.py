"""What each operation of the description does."""

from . import (
    assistants,
    file_batches,
    files,
    messages,
    runs,
    steps,
    threads,
    vector_store_files,
    vector_stores,
)
from .call import Call, Handler, Services, Upload

HANDLERS: dict[str, Handler] = {
    **assistants.HANDLERS,
    **threads.HANDLERS,
    **messages.HANDLERS,
    **runs.HANDLERS,
    **steps.HANDLERS,
    **files.HANDLERS,
    **vector_stores.HANDLERS,
    **vector_store_files.HANDLERS,
    **file_batches.HANDLERS,
}
"""The handlers by operation id."""

__all__ = ["HANDLERS", "Call", "Handler", "Services", "Upload"]
