"""What the failures of a model server mean for a run; docs/models.md has them as a table.

`last_error.code` says what helps: after `rate_limit_exceeded` the same run may go well later, after
`invalid_prompt` something has to be changed first. `server_error` is kept for bugs of the service.
"""

import math
import re
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from ...json_types import as_object
from ..base import ContextTooLong, ErrorCode, ModelError
from .config import ServerConfig

LATER: ErrorCode = "rate_limit_exceeded"
CHANGE: ErrorCode = "invalid_prompt"

_TOO_LONG = re.compile(
    r"context[ _-]?(length|size|window)|maximum context|exceeds? the (available )?context"
    r"|prompt is too long|too many (input )?tokens",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"(?:context (?:length|size|window)|limit)[^.\d]{0,30}?(\d{2,})", re.IGNORECASE)
_TOKENS = re.compile(r"(?:requested|resulted in|has|contains?)\D{0,20}?(\d{2,})", re.IGNORECASE)
_IMAGE = re.compile(r"image|vision|multi-?modal|mmproj", re.IGNORECASE)
_FILTERED = re.compile(r"content[ _](filter|management)", re.IGNORECASE)
_MODEL = re.compile(r"\bmodel\b", re.IGNORECASE)
_REFUSES_IMAGES = (400, 415, 422, 500, 501)
_MOST_QUOTED = 500


class ServerFailure(ModelError):
    """A model server did not answer as it should.

    Attributes:
        may_pass: the same request may go well if it is sent again.
        retry_after: the seconds after which it may be, if the server says so.
    """

    def __init__(
        self,
        code: ErrorCode,
        message: str,
        *,
        may_pass: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(code, message)
        self.may_pass = may_pass
        self.retry_after = retry_after


def unreachable(server: ServerConfig, reason: str) -> ServerFailure:
    """Say that there is no connection."""
    return ServerFailure(
        LATER,
        f"The model server {server.url} cannot be reached: {reason}. See that it runs and that its "
        "URL is right, then start the run again.",
        may_pass=True,
    )


def silent(server: ServerConfig) -> ServerFailure:
    """Say that the server has not said a word for too long."""
    return ServerFailure(
        LATER,
        f"The model server {server.url} said nothing for {server.limits.timeout:g} seconds. Start "
        "the run again when it has less to do, or give it more time (`timeout`).",
    )


def cut_short(server: ServerConfig, reason: str = "") -> ServerFailure:
    """Say that an answer ended before it was complete."""
    why = f": {reason}" if reason else ""
    return ServerFailure(
        LATER,
        f"The answer of the model server {server.url} was cut short{why}. What it had written is "
        "kept as an incomplete message; start the run again.",
        may_pass=True,
    )


def unintelligible(server: ServerConfig, what: str) -> ServerFailure:
    """Say that what answers there does not speak the API."""
    return ServerFailure(
        CHANGE,
        f"The model server {server.url} does not answer as a {server.api} API does ({what}). See "
        "that its URL is right.",
    )


@frozen
class Answer:
    """An answer that is an error.

    Attributes:
        status: of HTTP; of an error in the middle of a stream, the one that fits.
        body: JSON, or text.
        model: the name that was asked for.
        images: whether the request had any.
        retry_after: the seconds after which to ask again, if the server says so.
    """

    status: int
    body: Any
    model: str
    images: bool
    retry_after: float | None = None


def refused(server: ServerConfig, answer: Answer) -> ModelError:
    """Say what an answer that is an error means."""
    error = _error(answer.body)
    kinds, said, status = _kinds(error), _said(server, error), answer.status
    if status == 429 or "rate_limit" in kinds:
        return _rate_limited(kinds, said, answer.retry_after)
    if status in (401, 403):
        return _unauthorized(server, status, said)
    if _too_long(error):
        return _context_too_long(error, said)
    if change := _change(server, answer, kinds, said):
        return ServerFailure(CHANGE, change)
    if status in (408, 409) or status >= 500:
        return ServerFailure(
            LATER,
            f"The model server {server.url} failed with status {status}{said} Start the run again "
            "later; its own log may say more.",
            may_pass=status != 501,
            retry_after=answer.retry_after,
        )
    return ServerFailure(
        CHANGE,
        f"The model server {server.url} refused the request with status {status}{said} Change what "
        "it objects to: the model, its options, the tools or the messages.",
    )


def _change(server: ServerConfig, answer: Answer, kinds: str, said: str) -> str | None:
    """Return what has to be changed, where the words of the server tell."""
    if answer.images and answer.status in _REFUSES_IMAGES and _IMAGE.search(said):
        return (
            f"The model does not take the images of this thread{said} Use a model that sees, or a "
            "thread without images."
        )
    if _FILTERED.search(f"{kinds} {said}"):
        return f"A content filter refused the messages{said} Reword them."
    if answer.status == 404 and _MODEL.search(said):
        return (
            f"The model server {server.url} has no model {answer.model!r}{said} Name one that it "
            "has: in the assistant, as #NAME behind the URL, or in the file of --models."
        )
    return None


def _context_too_long(error: Mapping[str, Any], said: str) -> ContextTooLong:
    return ContextTooLong(
        f"The conversation is too long for the model{said} Shorten the messages or the outputs of "
        "tools, begin a new thread, or use a model with a larger context.",
        *_counts(error),
    )


def _rate_limited(kinds: str, said: str, retry_after: float | None) -> ServerFailure:
    # The first two sentences are the hosted service's own, which clients read the time from.
    again = "later" if retry_after is None else f"in {math.ceil(retry_after)} seconds"
    return ServerFailure(
        LATER,
        f"Rate limit is exceeded. Try again {again}. That is the limit of the model server{said}",
        may_pass="insufficient_quota" not in kinds,
        retry_after=retry_after,
    )


def _unauthorized(server: ServerConfig, status: int, said: str) -> ServerFailure:
    which = "refused the key from" if server.key else "wants a key: set"
    return ServerFailure(
        CHANGE,
        f"The model server {server.url} {which} the environment variable {server.key_variable} "
        f"(status {status}{said.rstrip('.')}). The service reads it when it starts.",
    )


def _error(body: Any) -> Mapping[str, Any]:
    """Return the error object of a body; servers put it in a few places."""
    members = as_object(body)
    if members is None:
        return {"message": body}
    inner = members.get("error", members.get("detail", members))
    return as_object(inner) or {"message": inner}


def _kinds(error: Mapping[str, Any]) -> str:
    return f"{error.get('code') or ''} {error.get('type') or ''}".lower()


def _said(server: ServerConfig, error: Mapping[str, Any]) -> str:
    """Return what the server says itself, as the end of a sentence; never the key."""
    text = str(error.get("message") or "").strip()
    if server.key:
        text = text.replace(server.key, "***")
    text = " ".join(text.split())
    text = text[: _MOST_QUOTED - 3] + "..." if len(text) > _MOST_QUOTED else text
    return f": {text.rstrip('.')}." if text else "."


def _too_long(error: Mapping[str, Any]) -> bool:
    kinds = _kinds(error)
    named = "context_length_exceeded" in kinds or "exceed_context_size" in kinds
    return named or bool(_TOO_LONG.search(str(error.get("message") or "")))


def _counts(error: Mapping[str, Any]) -> tuple[int | None, int | None]:
    """Return how many tokens there are and may be, from members (llama.cpp) or from the words."""
    message = str(error.get("message") or "").replace(",", "")
    tokens, limit = error.get("n_prompt_tokens"), error.get("n_ctx")
    if not isinstance(limit, int) and (found := _LIMIT.search(message)):
        limit = int(found[1])
    if not isinstance(tokens, int) and (found := _TOKENS.search(message)):
        tokens = int(found[1])
    return (
        tokens if isinstance(tokens, int) else None,
        limit if isinstance(limit, int) else None,
    )
