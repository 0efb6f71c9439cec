"""From a request of the API to an HTTP request. No I/O."""

import re
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from openai_assistants_core import NOT_GIVEN, Request
from openai_assistants_core.json_codec import write_json
from openai_assistants_core.record import Record
from openai_assistants_core.sentinel import is_not_given

from .settings import Settings

if TYPE_CHECKING:
    from .._files.multipart_form import MultipartForm


_CONTROL_CHARACTERS = frozenset(map(chr, range(32))) - {"\t"}
"""What no value of a header may have in it (RFC 9110, section 5.5)."""


class PreparedRequest(Record, frozen=True, kw_only=True):
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

    def opened(
        self, auth: Mapping[str, str], check: Callable[[], object] = bool
    ) -> AbstractContextManager[dict[str, Any]]:
        """The arguments for `build_request` of the HTTP client; files given by path are open
        meanwhile.

        Args:
            auth: the headers that authenticate the attempt.
            check: called before each chunk of a form is sent; raises if there is no time left.
        """
        if self.form is None:
            return nullcontext(self._arguments(auth, self.content, {}))
        return self._open_form(self.form, auth, check)

    @contextmanager
    def _open_form(
        self, form: "MultipartForm", auth: Mapping[str, str], check: Callable[[], object]
    ) -> Generator[dict[str, Any]]:
        with form.opened(check) as (content, headers):
            yield self._arguments(auth, content, headers)

    def opened_async(
        self, auth: Mapping[str, str]
    ) -> AbstractAsyncContextManager[dict[str, Any], bool | None]:
        """As `opened`, for an asynchronous client; the caller limits the time."""
        if self.form is None:
            return nullcontext(self._arguments(auth, self.content, {}))
        return self._open_form_async(self.form, auth)

    @asynccontextmanager
    async def _open_form_async(
        self, form: "MultipartForm", auth: Mapping[str, str]
    ) -> AsyncGenerator[dict[str, Any]]:
        async with form.opened_async() as (content, headers):
            yield self._arguments(auth, content, headers)

    def _arguments(
        self, auth: Mapping[str, str], content: Any, form_headers: Mapping[str, str]
    ) -> dict[str, Any]:
        headers = {**auth, **self.headers, **form_headers}
        return {
            "method": self.method,
            "url": self.url,
            "headers": {name: value for name, value in headers.items() if value is not None},
            "content": content,
        }


def prepare(request: Request, settings: Settings, call_id: str) -> PreparedRequest:
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
        from openai_assistants_core import refuse

        refuse(request, profile)
    content, form = _body(request, call_id)
    accept = "text/event-stream, application/json" if request.streams else "application/json"
    headers = {
        "accept": "*/*" if request.operation.kind == "binary" else accept,
        "user-agent": settings.user_agent,
        "x-ms-client-request-id": call_id,
    }
    if request.operation.method != "GET":
        headers["idempotency-key"] = call_id
    if content is not None:
        headers["content-type"] = "application/json"
    return PreparedRequest(
        method=request.operation.method,
        url=_url(request, settings),
        headers=_headers(
            headers,
            settings.endpoint.headers(request.operation.path),
            settings.headers,
            options.extra_headers or {},
        ),
        content=content,
        form=form,
        timeout=settings.timeout if options.timeout is NOT_GIVEN else options.timeout,
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
    from openai_assistants_core.query_encoding import flatten

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
    return write_json(body), None


def _headers(*sources: Mapping[str, Any]) -> dict[str, str | None]:
    merged: dict[str, str | None] = {}
    for source in sources:
        for name, value in source.items():
            merged[name.lower()] = _header_value(name, value)
    return merged


def _header_value(name: str, value: object) -> str | None:
    if isinstance(value, str):
        text = str.__str__(value).strip()
    elif isinstance(value, int | float):
        text = str(value)
    elif value is None or is_not_given(value):
        return None
    else:
        raise TypeError(f"the header {name} must be text or a number, not {type(value).__name__}")
    if not (text.isprintable() or _CONTROL_CHARACTERS.isdisjoint(text)):
        raise ValueError(f"the value of the header {name} has control characters in it")
    if not text.isascii():
        raise ValueError(f"the value of the header {name} has characters outside ASCII in it")
    return text
