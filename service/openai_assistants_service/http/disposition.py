"""Content-Disposition of the parts of a form, as clients write it.

Browsers write names in UTF-8, with percent escapes for quotes and line breaks (WHATWG, "multipart
form data"); curl escapes with backslashes (RFC 9110); others use `filename*` (RFC 5987, which wins,
RFC 6266) or the encoded words of mail (RFC 2047).
"""

import re
from email.header import decode_header, make_header
from urllib.parse import unquote_to_bytes

from attrs import frozen

_PARAMETER = re.compile(rb';\s*([\w!#$&+.^`|~*-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;"]*)', re.DOTALL)
_ENCODED_WORDS = re.compile(r"(=\?[\w-]+\?[bBqQ]\?[^?]*\?=\s*)+")
_BACKSLASHED = re.compile(rb'\\(["\\])')
_CHARSETS = ("utf-8", "iso-8859-1")  # those that RFC 5987 asks for
_ESCAPES = {"%22": '"', "%0D": "\r", "%0A": "\n"}


@frozen
class Disposition:
    """The name of a part, and of the file in it, if that has one."""

    name: str
    filename: str | None


def read_disposition(header: bytes) -> Disposition:
    """Read the header of a part.

    Raises:
        ValueError: the part has no name, or a name holds half of a surrogate pair.
    """
    found = {key.lower(): _unquoted(value) for key, value in _PARAMETER.findall(header)}
    if not found.get(b"name"):
        raise ValueError('The Content-Disposition header field "name" must be provided.')
    filename = _extended(found.get(b"filename*", b""))
    if filename is None and b"filename" in found:
        filename = _decode_words(_unescape(_text(found[b"filename"])))
    return Disposition(_unescape(_text(found[b"name"])), filename)


def _unquoted(value: bytes) -> bytes:
    return _BACKSLASHED.sub(rb"\1", value[1:-1]) if value.startswith(b'"') else value


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        text = value.decode("latin-1")
    try:
        value.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return text
    raise ValueError("A name holds half of a surrogate pair.")


def _unescape(text: str) -> str:
    """Undo the three escapes of browsers; any other percent sign stands for itself."""
    for escape, char in _ESCAPES.items():
        text = re.sub(escape, char, text, flags=re.IGNORECASE)
    return text


def _extended(value: bytes) -> str | None:
    """Return the text of `charset'language'percent-encoded`; None if it is not of that form."""
    charset, _, rest = value.decode("latin-1").partition("'")
    _, quote, encoded = rest.partition("'")
    if not quote or charset.lower() not in _CHARSETS:
        return None
    try:
        return unquote_to_bytes(encoded).decode(charset)
    except UnicodeDecodeError:
        return None


def _decode_words(text: str) -> str:
    if not _ENCODED_WORDS.fullmatch(text):
        return text
    try:
        decoded = str(make_header(decode_header(text)))
        decoded.encode()
    except (LookupError, ValueError):
        return text
    return decoded
