"""Read the body of a request: strict JSON, or a multipart form with a file."""

import hashlib
import json
from collections.abc import Mapping
from contextlib import AsyncExitStack
from typing import Any, NoReturn

from attrs import frozen
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from ..errors import ApiError, bad_request
from ..storage.blobs import BlobStore
from .handlers import Upload

_LARGEST_JSON = 64 * 1024 * 1024
LARGEST_FORM = 513 * 1024 * 1024


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
    if media != "multipart/form-data":
        data = await _read(request)
        return Body(_parse(data), None, hashlib.sha256(data).hexdigest())
    form = await _read_form(request)
    fields, upload = _fields(form), None
    sent = form.get("file")
    if isinstance(sent, UploadFile):
        blob = await until_answered.enter_async_context(blobs.receive(sent.file))
        upload = Upload(sent.filename or "file", blob)
    contents = json.dumps([fields, upload and upload.blob.digest], sort_keys=True)
    return Body(fields, upload, hashlib.sha256(contents.encode()).hexdigest())


async def _read(request: Request) -> bytes:
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > _LARGEST_JSON:
            raise ApiError(413, "The request body is too large.", code="request_too_large")
    return bytes(data)


def _parse(data: bytes) -> Any:
    """Parse strict JSON: nothing that cannot be stored, such as NaN or half of a surrogate pair.

    Nothing at all counts as an empty object.
    """
    if not data.strip():
        return {}
    try:
        value = json.loads(data, parse_constant=_refuse, parse_float=_finite)
        if b"\\u" in data:
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise bad_request(
            "The request body could not be read as JSON. Check that it is well-formed.",
            code="invalid_json",
        ) from None
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(text: str) -> int | float:
    """Read a number; one without a fraction is an integer, however it is written."""
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise ValueError(text)
    return int(value) if value.is_integer() else value


async def _read_form(request: Request) -> FormData:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise bad_request("Expected a body of multipart/form-data.", code="invalid_content_type")
    if int(request.headers.get("content-length") or 0) > LARGEST_FORM:
        raise ApiError(413, "The request body is too large.", code="request_too_large")
    try:
        return await request.form(max_files=10, max_fields=100)
    except (HTTPException, MultiPartException) as error:
        reason = error.detail if isinstance(error, HTTPException) else error.message
        raise bad_request(
            f"The multipart body could not be read: {reason}", code="invalid_multipart"
        ) from None


def _fields(form: FormData) -> dict[str, Any]:
    """Return the fields of a form: a file counts by its name.

    `expires_after[seconds]` and the like become nested fields; numbers are read as such.
    """
    fields: dict[str, Any] = {}
    for name, value in form.multi_items():
        outer, bracket, inner = name.partition("[")
        plain: Any = value if isinstance(value, str) else (value.filename or "")
        if bracket and inner.endswith("]"):
            number = inner == "seconds]" and plain.isdecimal()
            fields.setdefault(outer, {})[inner[:-1]] = int(plain) if number else plain
        else:
            fields[name] = plain
    return fields


def lower_case(pairs: Mapping[str, str]) -> dict[str, str]:
    """Return headers by their names in lower case."""
    return {name.lower(): value for name, value in pairs.items()}
