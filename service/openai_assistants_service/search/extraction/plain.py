"""The text of files that are text."""

import codecs
import json
from typing import Any

from .unreadable import unsupported

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HAS_NUL = "The file is not text: it has NUL characters."


def decode(data: bytes) -> str:
    """Return bytes as text: UTF-8, or with a byte order mark UTF-16.

    Raises:
        Unreadable: it is neither.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\0" in data:
        raise unsupported(_HAS_NUL)
    return _strict(data, "utf-8")


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise unsupported("The file is not text in UTF-8, or in UTF-16 with its mark.") from None
    if "\0" in text:
        raise unsupported(_HAS_NUL)
    return text


def unescaped(text: str) -> str:
    r"""Return JSON with its letters as they are, not as `\u00e9`, so that they can be found.

    What is no JSON is returned as it is.
    """
    if "\\u" not in text:
        return text
    try:
        value: Any = json.loads(text)
        shown = json.dumps(value, ensure_ascii=False, indent=1)
        shown.encode()  # a lone surrogate is no text
    except (ValueError, RecursionError):
        return text
    return shown
