"""What each operation of the description does."""

from . import (
    assistants,
    file_batches,
    files,
    messages,
    runs,
    steps,
    threads,
    transfer,
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
    **transfer.HANDLERS,
}
"""The handlers by operation id: those of the description, and of the extension for transfers."""

__all__ = ["HANDLERS", "Call", "Handler", "Services", "Upload"]
