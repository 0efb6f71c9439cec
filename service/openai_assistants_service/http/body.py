"""Read the body of a request: strict JSON, or a multipart form with a file."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import AsyncExitStack
from typing import Any

from attrs import frozen
from starlette.requests import Request

from ..errors import bad_request, repeated, too_large
from ..storage.blobs import BlobStore
from .handlers import Upload
from .multipart import FILE, FormReader, UnreadableForm
from .strict_json import parse_json

_JSON = "application/json"
_FORM = "multipart/form-data"
_INTEGER = re.compile(r"-?[0-9]{1,18}")

LARGEST_JSON = 10 * 1024 * 1024
"""The most bytes of a body of JSON."""

LARGEST_FORM = 513 * 1024 * 1024
"""The most bytes of a multipart body."""


@frozen
class Body:
    """The body of a request, parsed, with the file that came with it and the digest of both."""

    fields: Any
    upload: Upload | None
    digest: str
    """SHA-256, in hexadecimal."""


async def read_body(
    request: Request, media: str | None, blobs: BlobStore, until_answered: AsyncExitStack
) -> Body:
    """Read a body of the media type that the operation takes, if it takes any.

    A file with it is in the blob store until the request is answered.

    Raises:
        ApiError: it is not of that type, or cannot be read.
    """
    if media is None:
        return Body({}, None, "")
    if media != _FORM:
        data = await _read(request)
        _require_json(request.headers.get("content-type"), data)
        return Body(parse_json(data), None, hashlib.sha256(data).hexdigest())
    form = await _read_form(request, until_answered)
    fields, upload = _fields(form.fields), None
    if form.file is not None:
        blob = await until_answered.enter_async_context(blobs.receive(form.file.content))
        upload = Upload(form.file.filename or fields.get("filename") or FILE, blob)
        if FILE in fields:
            raise repeated(FILE)
        fields[FILE] = upload.filename
    contents = json.dumps([fields, upload and upload.blob.digest], sort_keys=True)
    return Body(fields, upload, hashlib.sha256(contents.encode()).hexdigest())


def _require_json(content_type: str | None, data: bytes) -> None:
    """Check the media type of a body, if it says one; what a page's form may send is not JSON."""
    if content_type is not None and data.strip() and media_type(content_type) != _JSON:
        raise bad_request(f"Expected a body of {_JSON}.", code="invalid_content_type")


async def _read(request: Request) -> bytes:
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > LARGEST_JSON:
            raise too_large()
    return bytes(data)


async def _read_form(request: Request, until_answered: AsyncExitStack) -> FormReader:
    content_type = request.headers.get("content-type", "")
    if media_type(content_type) != _FORM:
        raise bad_request(f"Expected a body of {_FORM}.", code="invalid_content_type")
    if int(request.headers.get("content-length") or 0) > LARGEST_FORM:
        raise too_large()
    try:
        form = FormReader(content_type)
        until_answered.callback(form.close)
        await form.read(request.stream(), LARGEST_FORM)
    except UnreadableForm as error:
        raise bad_request(
            f"The multipart body could not be read: {error}", code="invalid_multipart"
        ) from None
    return form


def _fields(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the fields of a form; `expires_after[seconds]` and the like become nested ones.

    Raises:
        ApiError: a field is there twice, or both plain and nested.
    """
    fields: dict[str, Any] = {}
    for name, value in pairs:
        outer, bracket, inner = name.partition("[")
        nested = bool(bracket) and inner.endswith("]")
        target = fields.setdefault(outer, {}) if nested else fields
        key = inner[:-1] if nested else name
        if not isinstance(target, dict) or key in target:
            raise repeated(name)
        target[key] = int(value) if key == "seconds" and _INTEGER.fullmatch(value) else value
    return fields


def media_type(content_type: str) -> str:
    """Return the media type of a header, in lower case and without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def lower_case(pairs: Mapping[str, str]) -> dict[str, str]:
    """Return headers by their names in lower case."""
    return {name.lower(): value for name, value in pairs.items()}
