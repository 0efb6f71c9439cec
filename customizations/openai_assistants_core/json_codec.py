"""JSON to and from bytes: msgspec, and the standard library for what msgspec refuses."""

import json
from typing import Any

import msgspec

from .model import encode
from .struct_decoding import json_decoder

_decode = msgspec.json.Decoder[Any]().decode


def decode_json(kind: Any, data: bytes) -> Any:
    """Reads a JSON document as a model, or as a page of models.

    Raises:
        ValueError: the bytes are not JSON.
        Mismatch: a value has not the JSON type it is declared with.
    """
    try:
        return json_decoder(kind)(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        from .tolerant import decode_tolerantly

        return decode_tolerantly(kind, loads(data))


def loads(data: bytes) -> Any:
    """Reads a JSON document.

    msgspec refuses a lone surrogate, a number too large for a float and a byte order mark; the
    standard library takes them, so a server that sends one is still understood.

    Raises:
        ValueError: the bytes are not JSON.
    """
    try:
        return _decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return json.loads(data)
    except RecursionError:
        raise ValueError("the JSON document is nested too deeply") from None


def dumps(value: object) -> bytes:
    """Writes a value as JSON; models become objects, and what was not given is left out."""
    plain = encode(value)
    try:
        return msgspec.json.encode(plain)
    except UnicodeEncodeError:
        return json.dumps(plain, separators=(",", ":")).encode()
