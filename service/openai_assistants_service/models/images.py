"""The images of a conversation, as language models take them."""

import asyncio
import base64
from collections.abc import Mapping
from typing import Protocol

from attrs import frozen

from ..errors import ApiError
from ..storage import files
from ..storage.blobs import BlobStore
from ..storage.database import Database, Row
from ..storage.image_types import HEAD, image_type
from .base import ModelError
from .conversation import Conversation, ImagePart

MOST_BYTES = 20 * 1024 * 1024
"""The largest image that is sent to a model, as with the hosted service."""


class ReadImage(Protocol):
    """Reads images that were uploaded."""

    async def __call__(self, file_id: str, tenant: str) -> str:
        """Return an image of a tenant as a data URL.

        Raises:
            ModelError: it is gone, damaged, too large, or no image.
        """
        ...


@frozen
class StoredImages:
    """Reads images from the store."""

    database: Database
    blobs: BlobStore

    async def read(self, file_id: str, tenant: str) -> str:
        """Return an image of a tenant as a data URL."""
        async with self.database.of(tenant).read() as tx:
            row = (await files.by_id(tx, [file_id])).get(file_id)
        if row is None:
            raise _unusable(file_id, "was deleted")
        if row["bytes"] > MOST_BYTES:
            raise _unusable(file_id, f"is larger than {MOST_BYTES // 1024 // 1024} MiB")
        return await asyncio.to_thread(_data_url, file_id, await self._contents(row))

    async def _contents(self, row: Row) -> bytes:
        try:
            path = await self.blobs.verified(row)
            return await asyncio.to_thread(path.read_bytes)
        except (ApiError, OSError) as error:
            raise _unusable(row["id"], "cannot be read") from error


def image_files(conversation: Conversation) -> list[str]:
    """Return the ids of the image files of the messages of users, the others are not sent."""
    parts = [
        part.file_id
        for message in conversation.messages
        if message.role == "user"
        for part in message.content
        if isinstance(part, ImagePart) and part.file_id is not None
    ]
    return list(dict.fromkeys(parts))


async def load_images(conversation: Conversation, read: ReadImage) -> Mapping[str, str]:
    """Return the data URLs of the image files of a conversation, by their ids."""
    tenant = conversation.tenant
    return {file_id: await read(file_id, tenant) for file_id in image_files(conversation)}


def has_images(conversation: Conversation) -> bool:
    """Whether the messages of users show images."""
    return any(
        isinstance(part, ImagePart)
        for message in conversation.messages
        if message.role == "user"
        for part in message.content
    )


def _data_url(file_id: str, contents: bytes) -> str:
    kind = image_type(contents[:HEAD])
    if kind is None:
        raise _unusable(file_id, "is no PNG, JPEG, GIF or WebP")
    return f"data:{kind};base64,{base64.b64encode(contents).decode('ascii')}"


def _unusable(file_id: str, reason: str) -> ModelError:
    return ModelError(
        "invalid_prompt",
        f"The image file {file_id} {reason}. Delete the message that shows it, or begin a new "
        "thread with an image that is there.",
    )
