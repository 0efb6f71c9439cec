"""How a file is downloaded, and resumed where the connection broke. No clock, no sleep, no I/O.

A download is resumed with a range request (RFC 9110, section 14) if the service names the version
of the file it sends; otherwise, or if that version is gone, it starts again from the first byte. It
is resumed as long as more bytes arrive; without progress, as often as a call may be retried.
"""

import re
from collections.abc import Callable, Generator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from openai_assistants_core import APIConnectionError, APIError

from ..retry import AttemptResult, RetryPolicy, in_time, retry_delay

_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class Version(Struct, frozen=True):
    """The version of a file that a service sends.

    Attributes:
        validator: a strong ETag or a date, for If-Range (RFC 9110, section 13.1.5); None if the
            service gives neither.
        total: the size in bytes, if it is known.
    """

    validator: str | None = None
    total: int | None = None

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> "Version":
        """From the headers of a response; unknown if the body is compressed."""
        if headers.get("content-encoding", "identity") != "identity":
            return cls()
        etag = headers.get("etag")
        strong = etag if etag and not etag.startswith("W/") else headers.get("last-modified")
        length = headers.get("content-length", "")
        return cls(strong, int(length) if length.isdecimal() else None)


class RangeRequest(Struct, frozen=True, kw_only=True):
    """Request the bytes from `start` on, of `version` if that is not 0.

    Its result is an `AttemptResult`, whose value is the error if the range cannot be had.
    """

    wait: float = 0.0
    start: int = 0
    version: Version = Version()

    @property
    def headers(self) -> dict[str, Any]:
        """The headers to send; None leaves one out."""
        partial = self.start > 0
        return {
            "accept-encoding": "identity",
            "range": f"bytes={self.start}-" if partial else None,
            "if-range": self.version.validator if partial else None,
        }


class Probe(Struct, frozen=True, kw_only=True):
    """Find what an earlier download left on disk of a version; its result is the size, or 0."""

    wait: float = 0.0
    version: Version


class Append(Struct, frozen=True, kw_only=True):
    """Write the body of the response behind the first `start` bytes; its result is `Appended`."""

    wait: float = 0.0
    start: int
    version: Version


class Appended(Struct, frozen=True):
    """The size on disk now, and how reading the body ended: a failure has an error as value."""

    size: int
    result: AttemptResult


Step = RangeRequest | Probe | Append


def download_rule(
    policy: RetryPolicy, random: Callable[[], float], *, resume: bool
) -> Generator[Step, Any, None]:
    """The rule: yields what to do, and is sent the result.

    Args:
        policy: how often to retry without progress, and how long to wait before.
        random: a number from 0 up to 1.
        resume: whether to go on from what is on disk already.

    Raises:
        Exception: the last failure.
    """
    failures = _Failures(policy, random)
    request = RangeRequest()
    probed = not resume
    while True:
        response: AttemptResult = yield request
        found = content_start(response, request)
        if found is None:
            wait = failures.add(response.value or _other_range(), 0, response)
            request, resume = RangeRequest(wait=wait), False
            continue
        start, version = found
        if start == 0 and version.validator is not None and not probed:
            probed = True
            size: int = yield Probe(version=version)
            if size and size == version.total:
                return
            if size and size < (version.total or size + 1):
                request = RangeRequest(start=size, version=version)
                continue
        appended: Appended = yield Append(start=start, version=version)
        error = appended.result.value or _wrong_size(appended.size, version)
        if error is None:
            return
        request = RangeRequest(wait=failures.add(error, appended.size, appended.result))
        fits = appended.size <= (version.total or appended.size)
        if resume and version.validator is not None and fits:
            request = replace(request, start=appended.size, version=version)


def content_start(response: AttemptResult, request: RangeRequest) -> tuple[int, Version] | None:
    """Where the bytes of a response begin, and of which version they are; None if unusable.

    A response that there is no such range has an error as its value.
    """
    if response.value is not None:
        return None
    version = Version.of(response.headers)
    if response.status != 206:
        # A gateway's own page may answer with 200: it has no validator, where the file had one.
        return None if request.start and version.validator is None else (0, version)
    found = _RANGE.fullmatch(response.headers.get("content-range", ""))
    if found is None or int(found[1]) != request.start or request.start == 0:
        return None
    total = request.version.total if found[2] == "*" else int(found[2])
    same = version.validator in (None, request.version.validator)
    if not same or request.version.total not in (None, total):
        return None
    return request.start, replace(request.version, total=total)


class _Failures(Struct):
    """The failures so far, and how many of them came in a row without progress."""

    policy: RetryPolicy
    random: Callable[[], float]
    furthest: int = 0
    in_a_row: int = 0
    count: int = 0

    def add(self, error: Exception, size: int, result: AttemptResult) -> float:
        """The seconds to wait before the next attempt.

        Raises:
            Exception: the error given, if there is to be no other attempt.
        """
        self.in_a_row = 1 if size > self.furthest else self.in_a_row + 1
        self.furthest = max(self.furthest, size)
        wait = retry_delay(self.in_a_row - 1, result, self.policy, self.random)
        enough = self.in_a_row > self.policy.max_retries
        if enough or wait is None or not in_time(result, wait, self.policy):
            if isinstance(error, APIError):
                error.retries_taken = self.count
            raise error
        self.count += 1
        return wait


def _other_range() -> Exception:
    return APIConnectionError(message="the service sent another range of bytes")


def _wrong_size(size: int, version: Version) -> Exception | None:
    if version.total in (None, size):
        return None
    return APIConnectionError(message=f"the download ended after {size} bytes of {version.total}")
