"""Uploaded files."""

from functools import partial
from typing import Any
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from ..errors import bad_request, no_such_file
from ..store import files
from ..store.paging import Window
from ..views import deleted_view, file_view, page_view
from .call import Call, Handler

LARGEST = 512 * 1024 * 1024
"""The most bytes a file may have."""

_ALL = 10_000


async def create(call: Call) -> dict[str, Any]:
    """Keep an upload: its row, and before that is final, its bytes under the new id.

    Bytes that are left without a row, because the process was killed, are swept when it starts.
    """
    upload = call.upload
    if upload is None:
        raise bad_request(
            "Missing required parameter: 'file'.", "file", "missing_required_parameter"
        )
    _check_size(upload.part.size)
    expiry = call.body.get("expires_after")
    async with call.database.write() as tx:
        values = {
            "filename": upload.filename,
            "purpose": call.body["purpose"],
            "bytes": upload.part.size,
            "expires_at": tx.now + expiry["seconds"] if expiry else None,
        }
        row = await files.create(tx, values)
        await call.parts.uploads.place(upload.part, row["id"])
    return file_view(row)


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
    return page_view([file_view(row) for row in found.rows], found.has_more)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read what is known of a file."""
    async with call.database.read() as tx:
        return file_view(await files.get(tx, call.path["file_id"]))


async def delete(call: Call) -> dict[str, Any]:
    """Delete a file everywhere: its row, every link to it, its bytes."""
    file_id = call.path["file_id"]
    async with call.database.write() as tx:
        await files.remove(tx, file_id)
        tx.afterwards(partial(call.parts.uploads.remove, file_id))
    return deleted_view(file_id, "file")


async def content(call: Call) -> Response:
    """Send the bytes of a file, or the part of them that is asked for by `Range`."""
    async with call.database.read() as tx:
        row = await files.get(tx, call.path["file_id"])
    path = call.parts.uploads.path(row["id"])
    if not path.is_file():
        raise no_such_file(row["id"])
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
