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


async def import_all(tx: Tx, objects: Sequence[Imported], version: ApiVersion) -> int:
    """Write objects, those of each kind in their order; return how many were not there.

    Raises:
        ApiError: one is different from what is there (422), belongs to what is not there (404), or
            is a run that has not ended (400). Then the transaction must not be committed.
    """
    created = 0
    for kind in imports.TABLES:
        some = [one for one in objects if one.kind == kind]
        if not some:
            continue
        held = await imports.find(tx, kind, some)
        new: dict[imports.Key, Imported] = {}
        for one in some:
            if one.key in held:
                _require_same(held[one.key], one, version)
            elif (first := new.setdefault(one.key, one)) is not one and first != one:
                raise different(one.key[-1], "object")
        if new:
            await _require_allowed(tx, kind, list(new.values()))
            await imports.write(tx, kind, list(new.values()))
        created += len(new)
    return created


async def _require_allowed(tx: Tx, kind: str, new: Sequence[Imported]) -> None:
    if (taken := await imports.taken(tx, kind, new)) is not None:
        raise different(taken, "id")  # another tenant's: ids are nobody's twice
    if kind == "thread.run":
        for one in new:
            if one.row["status"] not in _ENDED:
                raise bad_request(
                    f"The run {one.row['id']} has not ended: its status is "
                    f"'{one.row['status']}'. Export its thread again once it has."
                )
    if kind == "thread.message":
        await require_free(tx, "message", *dict.fromkeys(one.row["thread_id"] for one in new))


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
