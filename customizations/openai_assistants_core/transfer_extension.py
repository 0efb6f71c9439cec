"""What the local service offers besides the API, so that data can be moved: below `/transfer`.

No other service has it; `GET /transfer` tells whether it is there. What is sent to it are objects
as the API shows them, which keep their ids and times. Sending one twice is the same as once: what
is there already stays as it is, and a different object of the same id is refused (422).
"""

from typing import TYPE_CHECKING, Any

from .availability import EVERYWHERE
from .model import Model
from .operation import Operation

if TYPE_CHECKING:
    from .page_model import Page

VERSION = 1
"""Which version of this extension there is."""

MOST_OBJECTS = 1_000
"""How many objects are taken in one request."""


class TransferSupport(Model):
    """Says that the extension is there.

    Attributes:
        object: Always transfer.
        version: Which version of it there is.
    """

    object: str
    version: int


class TransferResult(Model):
    """What became of objects that were sent.

    Attributes:
        object: Always transfer.result.
        created: How many were not there, and are now.
        present: How many were there already.
    """

    object: str
    created: int
    present: int


def _operation(id: str, method: str, path: str, response: str, **fields: Any) -> Operation[Any]:
    return Operation(
        id=id,
        method=method,
        path=path,
        resource="transfer",
        name=id,
        response=response,
        repeatable=True,
        availability=EVERYWHERE,
        **fields,
    )


GET_TRANSFER: Operation[TransferSupport] = _operation(
    "get_transfer", "GET", "/transfer", f"{__name__}:TransferSupport"
)
LIST_TRANSFER_THREADS: "Operation[Page[Any]]" = _operation(
    "list_transfer_threads",
    "GET",
    "/transfer/threads",
    "openai_assistants_rest.models.threads:Thread",
    kind="page",
    query={name: name for name in ("after", "before", "limit", "order")},
)
TRANSFER_OBJECTS: Operation[TransferResult] = _operation(
    "transfer_objects",
    "POST",
    "/transfer/objects",
    f"{__name__}:TransferResult",
    media="application/json",
    body="TransferObjectsRequest",
)
TRANSFER_FILE: Operation[TransferResult] = _operation(
    "transfer_file",
    "POST",
    "/transfer/files",
    f"{__name__}:TransferResult",
    media="multipart/form-data",
    body="TransferFileRequest",
)

OPERATIONS = {
    one.id: one for one in (GET_TRANSFER, LIST_TRANSFER_THREADS, TRANSFER_OBJECTS, TRANSFER_FILE)
}
"""The operations of the extension by id."""
