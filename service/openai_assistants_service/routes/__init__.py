"""What each operation of the description does."""

from . import assistants, files, messages, runs, steps, threads
from .call import Call, Handler, Parts, Upload

HANDLERS: dict[str, Handler] = {
    **assistants.HANDLERS,
    **threads.HANDLERS,
    **messages.HANDLERS,
    **runs.HANDLERS,
    **steps.HANDLERS,
    **files.HANDLERS,
}
"""The handlers by operation id."""

__all__ = ["HANDLERS", "Call", "Handler", "Parts", "Upload"]
