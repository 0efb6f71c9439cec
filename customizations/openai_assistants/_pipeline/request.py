"""From a request of the API to what is sent over HTTP. Nothing here does I/O."""

import re
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from openai_assistants_core import Request, dumps, refuse
from openai_assistants_core.query_encoding import flatten
from openai_assistants_core.record import Record
from openai_assistants_core.sentinel import is_not_given

from .settings import Settings

if TYPE_CHECKING:
    from .._files.multipart_form import MultipartForm


class Prepared(Record, frozen=True, kw_only=True):
    """A request ready to be sent, but for the headers that authenticate it.

    Attributes:
        headers: by lower-case name; None where the caller wants a header left out.
        timeout: as the caller or the client gave it.
    """

    _hidden = ("url", "headers", "content")

    method: str
    url: str
    headers: Mapping[str, str | None]
    content: bytes | None = None
    form: "MultipartForm | None" = None
    timeout: Any

    @property
    def replayable(self) -> bool:
        """Whether it can be sent, now, from its beginning."""
        return self.form is None or self.form.replayable

    @property
    def sent_whole(self) -> bool:
        """Whether the latest attempt may have sent it to its end, unless it never left."""
        return self.form is None or self.form.sent_whole

    @contextmanager
    def opened(
        self, auth: Mapping[str, str], check: Callable[[], object] = bool
    ) -> Generator[dict[str, Any]]:
        """The arguments for httpx, authenticated; files given by path are open meanwhile.

        Args:
            auth: the headers that authenticate it.
            check: called while a form is sent, before each piece; raises if there is no time left.
        """
        if self.form is None:
            yield self._arguments(auth, self.content, {})
        else:
            with self.form.opened(check) as (content, own):
                yield self._arguments(auth, content, own)

    @asynccontextmanager
    async def opened_async(self, auth: Mapping[str, str]) -> AsyncGenerator[dict[str, Any]]:
        """As `opened`, for an asynchronous client; the caller limits the time."""
        if self.form is None:
            yield self._arguments(auth, self.content, {})
        else:
            async with self.form.opened_async() as (content, own):
                yield self._arguments(auth, content, own)

    def _arguments(
        self, auth: Mapping[str, str], content: Any, own: Mapping[str, str]
    ) -> dict[str, Any]:
        headers = {**auth, **self.headers, **own}
        return {
            "method": self.method,
            "url": self.url,
            "headers": {name: value for name, value in headers.items() if value is not None},
            "content": content,
        }


def prepare(request: Request, settings: Settings, call_id: str) -> Prepared:
    """Puts endpoint, settings and the options of the call together.

    Args:
        request: what is asked for.
        settings: of the client.
        call_id: what the call is known by, the same on every attempt.

    Raises:
        ValueError: an id in the path is empty, or a header or the query has a value that HTTP does
            not allow.
        TypeError: what was given as a file is none.
        UnsupportedOperation: the endpoint certainly does not have what is asked for.
    """
    options = request.options
    profile = settings.endpoint.profile
    if settings.check_availability and profile is not None:
        refuse(request, profile)
    content, form = _body(request, call_id)
    own = {
        "accept": "*/*" if request.operation.kind == "binary" else "application/json",
        "user-agent": settings.user_agent,
        "x-ms-client-request-id": call_id,
    }
    if request.operation.method != "GET":
        own["idempotency-key"] = call_id
    if content is not None:
        own["content-type"] = "application/json"
    return Prepared(
        method=request.operation.method,
        url=_url(request, settings),
        headers=_headers(
            own,
            settings.endpoint.headers(request.operation.path),
            settings.headers,
            options.extra_headers or {},
        ),
        content=content,
        form=form,
        timeout=settings.timeout if is_not_given(options.timeout) else options.timeout,
    )


def _url(request: Request, settings: Settings) -> str:
    url = settings.endpoint.base_url + request.url_path()
    query = {
        **settings.endpoint.query(),
        **settings.query,
        **request.query,
        **(request.options.extra_query or {}),
    }
    if not query:
        return url
    pairs = [pair for name, value in query.items() for pair in flatten(name, value)]
    try:
        return f"{url}?{urlencode(pairs, quote_via=quote)}" if pairs else url
    except UnicodeEncodeError:
        raise ValueError("a value of the query has characters that no URL can carry") from None


def _body(request: Request, call_id: str) -> "tuple[bytes | None, MultipartForm | None]":
    extra = request.options.extra_body
    if request.body is None and not extra:
        return None, None
    body = {**(request.body or {}), **(extra or {})}
    if request.operation.media == "multipart/form-data":
        from .._files.multipart_form import make_form

        return None, make_form(body, boundary=re.sub("[^0-9A-Za-z]", "", call_id))
    return dumps(body), None


def _headers(*sources: Mapping[str, Any]) -> dict[str, str | None]:
    merged: dict[str, str | None] = {}
    for source in sources:
        for name, value in source.items():
            merged[name.lower()] = (
                None if value is None or is_not_given(value) else _header_value(name, value)
            )
    return merged


def _header_value(name: str, value: object) -> str:
    text = str(value).strip()
    if any(ord(char) < 32 and char != "\t" for char in text):
        raise ValueError(f"the value of the header {name} has control characters in it")
    if not text.isascii():
        raise ValueError(f"the value of the header {name} has characters outside ASCII in it")
    return text
