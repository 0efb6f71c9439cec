"""The images of messages: a URL has to be one, a file has to be there and to be an image."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from ..errors import ApiError, bad_request
from ..storage import files
from ..storage.blobs import BlobStore
from ..storage.database import Tx
from ..storage.image_types import HEAD, image_type
from .validation import parameter

_Place = tuple[str | int, ...]


async def check_images(
    tx: Tx, blobs: BlobStore, messages: Sequence[Mapping[str, Any]], *place: str
) -> None:
    """Check the images of messages that a request has in an array at `place`, or of its only one.

    Raises:
        ApiError: an image is not usable (400).
    """
    wanted: dict[str, _Place] = {}
    for index, message in enumerate(messages):
        _add_files(wanted, message, (*place, index) if place else ())
    if not wanted:
        return
    known = await files.by_id(tx, list(wanted))
    images = {name for name in known if image_type(await blobs.head(name, HEAD))}
    for file_id, where in wanted.items():
        if file_id not in known:
            raise _invalid(where, "no file was found with this id.")
        if file_id not in images:
            raise _invalid(
                where, "the file is not an image. Supported formats are PNG, JPEG, GIF and WebP."
            )


def _add_files(found: dict[str, _Place], message: Mapping[str, Any], place: _Place) -> None:
    """Add where a message first names image files, by their ids, once its URLs are checked."""
    content = message["content"]
    for index, part in enumerate(() if isinstance(content, str) else content):
        inner = (*place, "content", index, part["type"])
        if part["type"] == "image_url" and not _is_url(part["image_url"]["url"]):
            name = parameter((*inner, "url"))
            raise bad_request(
                f"Invalid '{name}'. Expected a valid URL, but got a value with an invalid format.",
                name,
                "invalid_value",
            )
        if part["type"] == "image_file":
            found.setdefault(part["image_file"]["file_id"], (*inner, "file_id"))


def _is_url(text: str) -> bool:
    """Whether this is an absolute URL of http or https, as it has to be written (RFC 3986)."""
    if any(char <= " " or char == "\x7f" for char in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _invalid(place: _Place, reason: str) -> ApiError:
    name = parameter(place)
    return bad_request(f"Invalid '{name}': {reason}", name, "invalid_value")
