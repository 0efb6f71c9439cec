"""Read what a request carries: strict JSON, or a form with a file."""

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from .errors import ApiError, bad_request
from .routes import Upload

_LARGEST_JSON = 64 * 1024 * 1024
LARGEST_FORM = 513 * 1024 * 1024


async def read_json(request: Request) -> Any:
    """Return the parsed body; nothing at all counts as an empty object.

    Raises:
        ApiError: it is not JSON, or has what cannot be stored (NaN, half of a surrogate pair).
    """
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > _LARGEST_JSON:
            raise ApiError(413, "The request body is too large.", code="request_too_large")
    if not data.strip():
        return {}
    try:
        value = json.loads(bytes(data), parse_constant=_refuse, parse_float=_finite)
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


async def read_form(request: Request) -> tuple[dict[str, Any], Upload | None]:
    """Return the fields of a multipart body, and the file among them.

    `expires_after[seconds]` and the like become nested fields; numbers are read as such.

    Raises:
        ApiError: it is not a multipart body.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise bad_request("Expected a body of multipart/form-data.", code="invalid_content_type")
    if int(request.headers.get("content-length") or 0) > LARGEST_FORM:
        raise ApiError(413, "The request body is too large.", code="request_too_large")
    try:
        form = await request.form(max_files=10, max_fields=100)
    except (HTTPException, MultiPartException) as error:
        reason = error.detail if isinstance(error, HTTPException) else error.message
        raise bad_request(
            f"The multipart body could not be read: {reason}", code="invalid_multipart"
        ) from None
    return _fields(form), _file(form)


def _fields(form: FormData) -> dict[str, Any]:
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


def _file(form: FormData) -> Upload | None:
    value = form.get("file")
    if not isinstance(value, UploadFile):
        return None
    return Upload(value.filename or "file", value.file)


def flat(pairs: Mapping[str, str]) -> dict[str, str]:
    """Return headers by their names in lower case."""
    return {name.lower(): value for name, value in pairs.items()}
