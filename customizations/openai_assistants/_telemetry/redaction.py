"""What may be shown of requests and responses, and how the rest is redacted. No I/O."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, cast
from urllib.parse import quote, quote_plus, unquote_plus, urlsplit, urlunsplit

from msgspec import Struct

REDACTED = "REDACTED"

MIN_SECRET = 6
"""Length of a secret that is searched for in text: a shorter one would be found everywhere."""

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


class RedactionPolicy(Struct, frozen=True):
    """Which headers and query parameters are shown with their values; names in lower case."""

    headers: frozenset[str] = HEADERS
    query: frozenset[str] = QUERY

    def allowing(self, headers: Iterable[str], query: Iterable[str]) -> "RedactionPolicy":
        """The same policy with more names.

        Raises:
            TypeError: one string, where several were expected.
            ValueError: a header that carries credentials.
        """
        more = _names("log_headers", headers)
        if never := sorted(more & CREDENTIALS):
            raise ValueError(f"log_headers: {', '.join(never)} may carry credentials")
        return RedactionPolicy(self.headers | more, self.query | _names("log_query", query))

    def redact_url(self, url: str) -> str:
        """A URL without user information, and without the values of its query but those allowed."""
        parts = urlsplit(url)
        host = parts.netloc.rpartition("@")[2]
        query = "&".join(self._redact_pair(pair) for pair in parts.query.split("&") if pair)
        return urlunsplit((parts.scheme, host, parts.path, query, ""))

    def _redact_pair(self, pair: str) -> str:
        name, equals, _ = pair.partition("=")
        if not equals:
            return REDACTED
        return pair if unquote_plus(name).lower() in self.query else f"{name}={REDACTED}"

    def redact_headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Headers without their values, but those allowed."""
        return {
            name: value if name.lower() in self.headers else REDACTED
            for name, value in headers.items()
        }


def _names(option: str, names: Iterable[str]) -> frozenset[str]:
    if isinstance(names, str):
        raise TypeError(f"{option} must be several names, such as a tuple, not a string")
    return frozenset(name.lower() for name in names)


class SecretRedactor:
    """Replaces the secrets of one call: its credentials, and what else the policy does not allow.

    Args:
        policy: what may be shown.
        extra_query: the query parameters that callers add to those of the operation.
    """

    __slots__ = ("_secrets", "extra_query", "policy")

    def __init__(self, policy: RedactionPolicy, extra_query: Mapping[str, object]) -> None:
        self.policy = policy
        self.extra_query = extra_query
        self._secrets = set[str]()

    def collect(self, request: Any) -> None:
        """Collects the secrets of an HTTP request, before it is sent or redacted."""
        headers: Mapping[str, str] = {} if request is None else request.headers
        values = [
            part
            for name, value in headers.items()
            if name.lower() not in self.policy.headers
            for part in _parts(value)
        ]
        if self.extra_query:
            values += self._in_query()
        self._secrets.update(spelling for value in values for spelling in _spellings(value))

    def _in_query(self) -> list[str]:
        from openai_assistants_core.query_encoding import flatten

        return [
            text
            for name, value in self.extra_query.items()
            if name.lower() not in self.policy.query
            for _, text in flatten(name, value)
        ]

    def redact(self, text: str) -> str:
        """A text without the secrets."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, REDACTED)
        return text

    def redact_bytes(self, content: bytes) -> bytes:
        """Bytes without the secrets."""
        for secret in sorted(self._secrets, key=len, reverse=True):
            content = content.replace(secret.encode("utf-8", "surrogatepass"), REDACTED.encode())
        return content

    def redact_json(self, value: Any) -> Any:
        """Parsed JSON, or an argument of an exception, without the secrets."""
        if isinstance(value, str):
            return self.redact(value)
        if isinstance(value, bytes):
            return self.redact_bytes(value)
        if isinstance(value, Mapping):
            items = cast("Mapping[str, Any]", value).items()
            return {self.redact(name): self.redact_json(item) for name, item in items}
        if isinstance(value, list):
            return [self.redact_json(item) for item in cast("Sequence[Any]", value)]
        return value

    def leaks(self, error: BaseException) -> bool:
        """Whether an exception contains a secret."""
        text = f"{error} {error!r} {getattr(error, '__dict__', '')}"
        return self.redact(text) != text

    def redact_request(self, request: Any) -> None:
        """Redacts an HTTP request, which must not be sent after this."""
        for name in [name for name in request.headers if name not in self.policy.headers]:
            request.headers[name] = REDACTED
        request.url = type(request.url)(self.policy.redact_url(str(request.url)))


def _parts(value: str) -> Iterator[str]:
    """What of a header may be the secret: all of it, without its scheme, and any value in it."""
    yield value
    yield value.partition(" ")[2].strip()
    for found in re.finditer("=", value):
        rest = value[found.end() :]
        yield rest.strip()
        yield re.split("[;,]", rest, maxsplit=1)[0].strip(' "')


def _spellings(secret: str) -> Iterator[str]:
    """How a secret may be written in a text: as it is, in JSON, in Python, in a URL, in HTML."""
    if len(secret) < MIN_SECRET:
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
