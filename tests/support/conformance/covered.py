"""Which operations of the description a list of requests has used."""

import re
from collections.abc import Iterable

from openai_assistants_rest.operations import OPERATIONS

V1_ONLY = {
    "create_assistant_file",
    "list_assistant_files",
    "get_assistant_file",
    "delete_assistant_file",
    "list_message_files",
    "get_message_file",
}
STORES = {name for name in OPERATIONS if "vector_store" in name}
EVERYWHERE = set(OPERATIONS) - {"list_threads", "import_file"}
V2 = EVERYWHERE - V1_ONLY
V1 = EVERYWHERE - STORES - {"delete_message"}
FOUNDRY = V2 | {"list_threads"}

PROJECT = "/api/projects/mine"
_DOORS = ("/openai/v1", "/openai", "/v1", PROJECT)


def operations_of(requests: Iterable[str]) -> set[str]:
    """Return the ids of the operations that requests such as `GET /v1/threads/abc` belong to."""
    return {_operation_of(*request.split(" ", 1)) for request in requests}


def _operation_of(method: str, path: str) -> str:
    door = next(door for door in _DOORS if path.startswith(door))
    path = path.removeprefix(door)
    matching = [
        operation
        for operation in OPERATIONS.values()
        if operation.method == method
        and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", operation.path), path)
    ]
    return min(matching, key=lambda operation: operation.path.count("{")).id
