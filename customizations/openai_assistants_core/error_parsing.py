"""From an answer with an error status to an exception that a person can act on."""

import re

from .errors import (
    AmbiguousServerError,
    AmbiguousStatus,
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseLike,
    UnprocessableEntityError,
    as_fields,
    request_id_of,
)

_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}

_ADVICE = {
    401: "Check the credential, and that it belongs to this endpoint.",
    403: "The credential is known but may not do this: check its role and the network rules.",
    413: "Send less at once.",
    429: "Send less often, or raise max_retries.",
}
_NOTHING_THERE = "Nothing is served at this URL: check the endpoint and the api_version."
_WITHOUT_V1 = (
    "Nothing is served at this URL: check the endpoint. The base URL of OpenAI and of servers like "
    "it ends in /v1, and this one does not."
)
_FILTERED = "Azure's content filter refused it: content_filter_results says why."

_TEXT_SHOWN = 2000
_TITLE = r"(?is)<title[^>]*>(.*?)</title>"


def error_for(
    response: ResponseLike,
    content: bytes,
    *,
    retries: int = 0,
    note: str = "",
    ambiguous: bool = False,
) -> APIStatusError:
    """The exception for an answer with an error status, whatever its body is.

    Understood are the error object of OpenAI and Azure (`{"error": {...}}`), `{"error": "text"}`,
    the bare objects of gateways (`{"statusCode", "message"}`, `{"code", "message"}`), HTML, and
    text.

    Args:
        response: its status and headers, and whatever else the exception is to carry.
        content: its body.
        retries: attempts after the first.
        note: what else there is to say, in a sentence; not given, what to do about such an error.
        ambiguous: whether it is unknown if the call was carried out.
    """
    body = error_body(content)
    kind = error_class(response.status_code, ambiguous=ambiguous)
    notes = [f"request id: {request_id_of(response.headers)}"]
    if request_id_of(response.headers) is None:
        notes.clear()
    if retries:
        notes.append(after(retries))
    text = f"Error code: {response.status_code} - {_text(body)}"
    text += f" ({'; '.join(notes)})" if notes else ""
    error = kind(text, response=response, body=body)
    error.retries_taken = retries
    advice = note or _advice(error)
    if advice:
        error.message = f"{text.removesuffix('.')}. {advice}"
        error.args = (error.message,)
    return error


def after(retries: int) -> str:
    """How often a call was repeated, in words."""
    return f"after {retries} {'retry' if retries == 1 else 'retries'}"


def error_body(content: bytes) -> object:
    """The error object within a body, or what is there in its place."""
    from .json_codec import loads

    try:
        body = loads(content)
    except ValueError:
        return content.decode("utf-8", "replace")
    return as_fields(body).get("error", body)


def error_class(status: int, *, ambiguous: bool = False) -> type[APIStatusError]:
    """The exception for an error status; ambiguous if the call may have taken effect."""
    if ambiguous:
        return AmbiguousServerError if status >= 500 else AmbiguousStatus
    return _BY_STATUS.get(status) or (InternalServerError if status >= 500 else APIStatusError)


def _text(body: object) -> str:
    if isinstance(body, str) and (title := re.search(_TITLE, body)) is not None:
        from html import unescape

        body = " ".join(unescape(title[1]).split())
    text = str(as_fields(body).get("message") or body or "").strip()[:_TEXT_SHOWN]
    return text or "the service gave no explanation"


def _advice(error: APIStatusError) -> str:
    if error.code == "content_filter" or error.content_filter_results:
        return _FILTERED
    if error.status_code == 404:
        return _advice_on_url(error)
    return _ADVICE.get(error.status_code, "")


def _advice_on_url(error: APIStatusError) -> str:
    """What to do where not an object is missing, but what is to serve it."""
    unknown = error.type is None and error.code in (None, "404")
    url = str(getattr(error.request, "url", "/v1/"))
    openai_like = "/v1/" not in url and "api-version=" not in url
    if openai_like and (unknown or "Invalid URL" in error.message):
        return _WITHOUT_V1
    return _NOTHING_THERE if unknown else ""
