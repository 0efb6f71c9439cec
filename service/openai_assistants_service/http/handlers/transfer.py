"""The way in for what another service had: ids and times are kept, and nothing is overwritten."""

from typing import Any

from attrs import evolve

from openai_assistants_core.transfer_extension import VERSION

from ...errors import bad_request
from ...storage import files, imports
from ...storage.database import Tx
from ...storage.imports import Imported
from ..imports import check_object, different, import_all, to_import
from ..strict_json import parse_json
from ..validation import wording
from . import threads
from .call import Call, Handler, Upload


async def announce(call: Call) -> dict[str, Any]:
    """Say that objects can be imported."""
    return {"object": "transfer", "version": VERSION}


def _result(created: int, of: int) -> dict[str, Any]:
    return {"object": "transfer.result", "created": created, "present": of - created}


async def import_objects(call: Call) -> dict[str, Any]:
    """Write objects, in their order and all of them or none."""
    raw = [check_object(one, ("objects", i)) for i, one in enumerate(call.body["objects"])]
    new = [await _with_chunks(call, to_import(one)) for one in raw]
    async with call.database.write() as tx:
        created = await import_all(tx, new, call.api_version)
        tx.on_commit(call.services.worker.wake)
    return _result(created, len(new))


async def _with_chunks(call: Call, new: Imported) -> Imported:
    """Read a file of a vector store that was read elsewhere, too: only then it can be searched."""
    if new.kind != "vector_store.file" or new.row["status"] != "completed":
        return new
    async with call.database.read() as tx:
        await files.require(tx, [new.row["file_id"]], "id")
        file = await files.get(tx, new.row["file_id"])
    pieces, error = await call.services.indexer.read(file, new.row["chunking_strategy"]["static"])
    if error is None:
        return evolve(new, pieces=pieces)
    return evolve(new, row={**new.row, "status": "failed", "last_error": error})


async def import_file(call: Call) -> dict[str, Any]:
    """Write a file with its contents."""
    new, upload = _file(call), call.upload
    if upload is None:
        raise wording.missing(("file",))
    if upload.blob.size != new.row["bytes"]:
        raise bad_request(
            f"Invalid 'file': the contents have {upload.blob.size} bytes, and the object says "
            f"{new.row['bytes']}.",
            "file",
            "invalid_value",
        )
    async with call.database.write() as tx:
        created = bool(await import_all(tx, [new], call.api_version))
        if created or not await _has_contents(tx, call, upload, new.row["id"]):
            await imports.set_digest(tx, new.row["id"], upload.blob.digest)
            await call.services.blobs.place(upload.blob, new.row["id"])
            created = True
    return _result(int(created), 1)


def _file(call: Call) -> Imported:
    """Return the object of a file, which a form has as JSON."""
    raw = check_object(parse_json(call.body["object"].encode()), ("object",))
    if raw["object"] != "file":
        raise wording.wrong_value(("object", "object"), ["file"], raw["object"])
    return to_import(raw)


async def _has_contents(tx: Tx, call: Call, upload: Upload, id: str) -> bool:
    """Whether a file has the contents that were sent; False if it has none.

    Raises:
        ApiError: it has others (422).
    """
    held = await files.get(tx, id)
    if held["digest"] is None:
        return await call.services.blobs.has(id)
    if held["digest"] != upload.blob.digest:
        raise different(id, "content")
    return True


HANDLERS: dict[str, Handler] = {
    "get_transfer": announce,
    "list_transfer_threads": threads.listing,
    "transfer_objects": import_objects,
    "transfer_file": import_file,
}
