"""Write what is imported, unless it is there; what is there is never changed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...errors import ApiError, bad_request
from ...runs.create_run import require_free
from ...runs.lifecycle import ACTIVE, RunStatus
from ...storage import imports
from ...storage.database import Row, Tx
from ...storage.imports import Imported
from ..providers import ApiVersion
from ..serializers import (
    serialize_assistant,
    serialize_file,
    serialize_message,
    serialize_run,
    serialize_step,
    serialize_thread,
    serialize_vector_store,
    serialize_vector_store_file,
)
from ..validation import parameter

_Show = Callable[[Row, ApiVersion], dict[str, Any]]

_SHOWN: Mapping[str, _Show] = {
    "assistant": serialize_assistant,
    "file": lambda row, _: serialize_file(row),
    "thread": serialize_thread,
    "thread.message": serialize_message,
    "thread.run": serialize_run,
    "thread.run.step": lambda row, version: serialize_step(row, version, contents=True),
    "vector_store": lambda row, _: serialize_vector_store(row, openai=True),
    "vector_store.file": lambda row, _: serialize_vector_store_file(row),
}
"""How each kind of object is shown: objects are the same if they are shown alike."""

_ENDED = frozenset(RunStatus) - frozenset(ACTIVE)

_DERIVED = {
    "vector_store": ("expires_at", "last_active_at", "usage_bytes", "file_counts", "status"),
    "vector_store.file": ("usage_bytes", "status", "last_error"),
}
"""What changes by itself, and so is no difference."""


async def import_all(
    tx: Tx, objects: Sequence[Imported], version: ApiVersion, place: str = "objects"
) -> list[Imported]:
    """Write objects in their order; return those that were not there.

    Raises:
        ApiError: one is different from what is there (422), belongs to what is not there (404), or
            is a run that is still at work (400). Then the transaction must not be committed.
    """
    written: list[Imported] = []
    for index, one in enumerate(objects):
        try:
            if await _import(tx, one, version):
                written.append(one)
        except ApiError as error:
            error.param = parameter((place, index)) if error.param is None else error.param
            raise
    return written


async def _import(tx: Tx, new: Imported, version: ApiVersion) -> bool:
    held = await imports.find(tx, new)
    if held is not None:
        _require_same(held, new, version)
        return False
    if new.kind == "thread.run" and new.row["status"] not in _ENDED:
        raise bad_request(
            f"The run {new.row['id']} has not ended: its status is '{new.row['status']}'. Export "
            "its thread again once it has."
        )
    if new.kind == "thread.message":
        await require_free(tx, new.row["thread_id"], "message")
    await imports.write(tx, new)
    return True


def _require_same(held: Row, new: Imported, version: ApiVersion) -> None:
    show = _SHOWN[new.kind]
    before, after = show(held, version), show(new.over(held), version)
    for name, value in before.items():
        if after[name] != value and name not in _DERIVED.get(new.kind, ()):
            raise different(before["id"], name)


def different(id: str, name: str) -> ApiError:
    """Make the 422 of an object whose id another one has."""
    return ApiError(
        422,
        f"There is another object with the id '{id}': its '{name}' differs. Nothing was written.",
        param=name,
        code="different_object",
    )
