"""Uploaded files."""

from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from ...errors import bad_request
from ...storage import files
from ...storage.paging import Window
from ..serializers import serialize_deletion, serialize_file, serialize_page
from .call import Call, Handler

LARGEST = 512 * 1024 * 1024
"""The most bytes a file may have."""

_ALL = 10_000


async def create(call: Call) -> dict[str, Any]:
    """Keep an upload: its row, and before that is final, its bytes under the new id.

    Bytes that are left without a row, because the process was killed, go into quarantine when it
    starts.
    """
    upload = call.upload
    if upload is None:
        raise bad_request(
            "Missing required parameter: 'file'.", "file", "missing_required_parameter"
        )
    _check_size(upload.blob.size)
    expiry = call.body.get("expires_after")
    async with call.database.write() as tx:
        values = {
            "filename": upload.filename,
            "purpose": call.body["purpose"],
            "bytes": upload.blob.size,
            "digest": upload.blob.digest,
            "expires_at": tx.now + expiry["seconds"] if expiry else None,
        }
        row = await files.create(tx, values)
        await call.services.blobs.place(upload.blob, row["id"])
    return serialize_file(row)


def _check_size(size: int) -> None:
    if size == 0:
        raise bad_request("File is empty.", "file", "empty_file")
    if size > LARGEST:
        raise bad_request(
            f"File is too large: {size} bytes, and the most is {LARGEST}.", "file", "file_too_large"
        )


async def listing(call: Call) -> dict[str, Any]:
    """List files."""
    async with call.database.read() as tx:
        window = Window.of(call.query, limit=_ALL)
        found = await files.listing(tx, window, call.query.get("purpose"))
    return serialize_page([serialize_file(row) for row in found.rows], found.has_more)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read what is known of a file."""
    async with call.database.read() as tx:
        return serialize_file(await files.get(tx, call.path["file_id"]))


async def delete(call: Call) -> dict[str, Any]:
    """Delete a file everywhere: its row, every link to it, its bytes."""
    file_id = call.path["file_id"]
    async with call.database.write() as tx:
        await files.remove(tx, file_id)
        tx.on_commit(partial(call.services.blobs.remove, file_id))
    return serialize_deletion(file_id, "file")


async def content(call: Call) -> Response:
    """Send the bytes of a file, or the part of them that is asked for by `Range`."""
    async with call.database.read() as tx:
        row = await files.get(tx, call.path["file_id"])
    path = await call.services.blobs.verified(row)
    headers = {
        "content-disposition": _disposition(row["filename"]),
        "etag": f'"{row["id"]}"',  # the contents of a file never change
    }
    return FileResponse(path, media_type="application/octet-stream", headers=headers)


def _disposition(filename: str) -> str:
    """Return the header that names a download; other than ASCII goes in the extended form."""
    plain = "".join(char if " " <= char <= "~" and char not in '"\\' else "_" for char in filename)
    header = f'attachment; filename="{plain}"'
    if plain != filename:
        header += f"; filename*=UTF-8''{quote(filename, safe='')}"
    return header


HANDLERS: dict[str, Handler] = {
    "create_file": create,
    "list_files": listing,
    "get_file": retrieve,
    "delete_file": delete,
    "get_file_content": content,
}
