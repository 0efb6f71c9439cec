"""What may be shown of requests and answers, and how the rest is hidden. No I/O."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast
from urllib.parse import quote, quote_plus, unquote_plus, urlsplit, urlunsplit

from msgspec import Struct

from openai_assistants_core.query_encoding import flatten

REDACTED = "REDACTED"

SHORTEST = 6
"""What is shorter is not searched for in text: it is no secret, and would be everywhere."""

_CREDENTIALS = """
    api-key authorization cookie ocp-apim-subscription-key proxy-authorization set-cookie
    x-api-key"""
CREDENTIALS = frozenset(_CREDENTIALS.split())
"""Headers that are never shown, whatever a caller allows."""

_HEADERS = """
    accept accept-encoding accept-ranges access-control-allow-credentials
    access-control-allow-headers access-control-allow-methods access-control-allow-origin
    access-control-expose-headers access-control-max-age access-control-request-headers
    access-control-request-method apim-request-id cache-control client-request-id connection
    content-length content-range content-type date etag expires host idempotency-key
    idempotency-retention if-match if-modified-since if-none-match if-range if-unmodified-since
    last-modified ms-cv openai-beta openai-organization openai-poll-after-ms openai-processing-ms
    openai-project openai-version origin pragma range request-id retry-after retry-after-ms
    return-client-request-id server traceparent transfer-encoding user-agent www-authenticate
    x-ms-client-request-id x-ms-correlation-request-id x-ms-region x-ms-request-id
    x-ms-retry-after-ms x-ms-return-client-request-id x-ms-useragent x-ratelimit-limit-requests
    x-ratelimit-limit-tokens x-ratelimit-remaining-requests x-ratelimit-remaining-tokens
    x-ratelimit-reset-requests x-ratelimit-reset-tokens x-request-id x-should-retry"""
HEADERS = frozenset(_HEADERS.split())
"""Headers whose values are shown."""

QUERY = frozenset({"api-version"})
"""Query parameters whose values are shown."""


class Redaction(Struct, frozen=True):
    """Which headers and query parameters are shown with their values; names in lower case."""

    headers: frozenset[str] = HEADERS
    query: frozenset[str] = QUERY

    def showing(self, headers: Iterable[str], query: Iterable[str]) -> "Redaction":
        """The same, with more names.

        Raises:
            TypeError: one string, where several were expected.
            ValueError: a header that carries credentials.
        """
        more = _names("log_headers", headers)
        if never := sorted(more & CREDENTIALS):
            raise ValueError(f"log_headers: {', '.join(never)} may carry credentials")
        return Redaction(self.headers | more, self.query | _names("log_query", query))

    def url(self, url: str) -> str:
        """A URL with the values of its query hidden, but those that may be shown."""
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
        query = "&".join(self._pair(pair) for pair in parts.query.split("&") if pair)
        return urlunsplit((parts.scheme, host, parts.path, query, ""))

    def _pair(self, pair: str) -> str:
        name, equals, _ = pair.partition("=")
        if not equals:
            return REDACTED
        return pair if unquote_plus(name).lower() in self.query else f"{name}={REDACTED}"

    def shown(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Headers with the values hidden, but those that may be shown."""
        return {
            name: value if name.lower() in self.headers else REDACTED
            for name, value in headers.items()
        }


def _names(option: str, names: Iterable[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise TypeError(f"{option} must be several names, such as a tuple, not a string")
    return frozenset(name.lower() for name in names)


class Discretion:
    """What is to be hidden of one call: its credentials, and what else callers send unshown.

    Args:
        redaction: what may be shown.
        given: the query that callers add to the operation's own.
    """

    __slots__ = ("_forms", "given", "redaction")

    def __init__(self, redaction: Redaction, given: Mapping[str, object]) -> None:
        self.redaction = redaction
        self.given = given
        self._forms = set[str]()

    def learn(self, request: Any) -> None:
        """Takes note of the secrets of an HTTP request, before it is sent or cleaned."""
        headers: Mapping[str, str] = {} if request is None else request.headers
        values = [
            part
            for name, value in headers.items()
            if name.lower() not in self.redaction.headers
            for part in _parts(value)
        ]
        for name, value in self.given.items():
            if name.lower() not in self.redaction.query:
                values += [text for _, text in flatten(name, value)]
        self._forms.update(form for value in values for form in _forms(value))

    def hidden(self, text: str) -> str:
        """A text without the secrets."""
        for form in sorted(self._forms, key=len, reverse=True):
            text = text.replace(form, REDACTED)
        return text

    def hidden_bytes(self, content: bytes) -> bytes:
        """Bytes without the secrets."""
        for form in sorted(self._forms, key=len, reverse=True):
            content = content.replace(form.encode("utf-8", "surrogatepass"), REDACTED.encode())
        return content

    def hidden_in(self, value: Any) -> Any:
        """Parsed JSON, or a part of an exception, without the secrets."""
        if isinstance(value, str):
            return self.hidden(value)
        if isinstance(value, bytes):
            return self.hidden_bytes(value)
        if isinstance(value, Mapping):
            items = cast("Mapping[str, Any]", value).items()
            return {self.hidden(name): self.hidden_in(item) for name, item in items}
        if isinstance(value, list):
            return [self.hidden_in(item) for item in cast("Sequence[Any]", value)]
        return value

    def tells(self, error: BaseException) -> bool:
        """Whether a secret can be read from an exception."""
        text = f"{error} {error!r} {getattr(error, '__dict__', '')}"
        return self.hidden(text) != text

    def clean(self, request: Any) -> None:
        """Hides in an HTTP request, which is not sent again, what may not be shown."""
        for name in [name for name in request.headers if name not in self.redaction.headers]:
            request.headers[name] = REDACTED
        request.url = type(request.url)(self.redaction.url(str(request.url)))


def _parts(value: str) -> Iterator[str]:
    """What of a header may be the secret: all of it, without its scheme, and any value in it."""
    yield value
    yield value.partition(" ")[2].strip()
    for found in re.finditer("=", value):
        rest = value[found.end() :]
        yield rest.strip()
        yield re.split("[;,]", rest, maxsplit=1)[0].strip(' "')


def _forms(secret: str) -> Iterator[str]:
    """How a secret may be written in a text: as it is, in JSON, in Python, in a URL, in HTML."""
    if len(secret) < SHORTEST:
        return
    from html import escape

    yield secret
    yield json.dumps(secret)[1:-1]
    yield json.dumps(secret, ensure_ascii=False)[1:-1]
    yield repr(secret)[1:-1]
    yield quote(secret, safe="", errors="replace")
    yield quote_plus(secret, errors="replace")
    yield escape(secret)
    yield escape(secret, quote=False)
