"""How a file is downloaded, and taken up again where it broke off. No clock, no sleep, no I/O.

A connection that breaks is taken up behind what has arrived, if the service tells which version of
the file it sends; otherwise, or if that version is gone, all is asked for again. That goes on as
long as it gets further; without getting further, as often as a call may be repeated.
"""

import re
from collections.abc import Callable, Generator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from openai_assistants_core import APIConnectionError, APIError

from ..retry import Outcome, RetryPolicy, in_time, wait_before

_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class Version(Struct, frozen=True):
    """What a service says of the bytes it sends.

    Attributes:
        validator: tells them from any others of the same file; None if nothing does.
        total: how many they are, if that is known.
    """

    validator: str | None = None
    total: int | None = None

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> "Version":
        """As the headers of an answer tell it; nothing if what they tell of is compressed."""
        if headers.get("content-encoding", "identity") != "identity":
            return cls()
        etag = headers.get("etag")
        strong = etag if etag and not etag.startswith("W/") else headers.get("last-modified")
        length = headers.get("content-length", "")
        return cls(strong, int(length) if length.isdecimal() else None)


class Ask(Struct, frozen=True, kw_only=True):
    """Ask for the bytes from `start` on, of `version` if that is not 0; answered by its outcome."""

    wait: float = 0.0
    start: int = 0
    version: Version = Version()

    @property
    def headers(self) -> dict[str, Any]:
        """What to send; a None leaves out what would be sent."""
        some = self.start > 0
        return {
            "accept-encoding": "identity",
            "range": f"bytes={self.start}-" if some else None,
            "if-range": self.version.validator if some else None,
        }


class Look(Struct, frozen=True, kw_only=True):
    """Look for what an earlier download left of a version; answered by its size, or 0."""

    wait: float = 0.0
    version: Version


class Save(Struct, frozen=True, kw_only=True):
    """Write what the answer brings behind the first `start` bytes; answered by `Saved`."""

    wait: float = 0.0
    start: int
    version: Version


class Saved(Struct, frozen=True):
    """How many bytes there are now, and how reading them ended: a failure has an error as value."""

    size: int
    outcome: Outcome


Step = Ask | Look | Save


def download(
    policy: RetryPolicy, random: Callable[[], float], *, resume: bool
) -> Generator[Step, Any, None]:
    """The rule: yields what to do, and is sent what came of it.

    Args:
        policy: how often to go on without getting further, and how long to wait before.
        random: a number from 0 up to 1.
        resume: whether to go on behind what is there already.

    Raises:
        Exception: the last failure.
    """
    failures = _Failures(policy, random)
    ask = Ask()
    looked = not resume
    while True:
        answer: Outcome = yield ask
        placed = place(answer, ask)
        if placed is None:
            wait = failures.add(answer.value or _other_bytes(), 0, answer)
            ask, resume = Ask(wait=wait), False
            continue
        start, version = placed
        if start == 0 and version.validator is not None and not looked:
            looked = True
            left: int = yield Look(version=version)
            if left and left == version.total:
                return
            if left and left < (version.total or left + 1):
                ask = Ask(start=left, version=version)
                continue
        saved: Saved = yield Save(start=start, version=version)
        error = saved.outcome.value or _wrong_size(saved.size, version)
        if error is None:
            return
        ask = Ask(wait=failures.add(error, saved.size, saved.outcome))
        fits = saved.size <= (version.total or saved.size)
        if resume and version.validator is not None and fits:
            ask = replace(ask, start=saved.size, version=version)


def place(answer: Outcome, asked: Ask) -> tuple[int, Version] | None:
    """Where the bytes of an answer begin, and of what version they are; None if they are useless.

    An answer that there is no such range has an error as its value.
    """
    if answer.value is not None:
        return None
    version = Version.of(answer.headers)
    if answer.status != 206:
        # What named its version before and does not now is no file, but the page of some gateway.
        return None if asked.start and version.validator is None else (0, version)
    found = _RANGE.fullmatch(answer.headers.get("content-range", ""))
    if found is None or int(found[1]) != asked.start or asked.start == 0:
        return None
    total = asked.version.total if found[2] == "*" else int(found[2])
    same = version.validator in (None, asked.version.validator)
    if not same or asked.version.total not in (None, total):
        return None
    return asked.start, replace(asked.version, total=total)


class _Failures(Struct):
    """Those so far, and how many of them came in a row without getting further."""

    policy: RetryPolicy
    random: Callable[[], float]
    furthest: int = 0
    in_a_row: int = 0
    count: int = 0

    def add(self, error: Exception, size: int, outcome: Outcome) -> float:
        """The seconds to wait before the next attempt.

        Raises:
            Exception: the error given, if there is to be no other attempt.
        """
        self.in_a_row = 1 if size > self.furthest else self.in_a_row + 1
        self.furthest = max(self.furthest, size)
        wait = wait_before(self.in_a_row - 1, outcome, self.policy, self.random)
        enough = self.in_a_row > self.policy.max_retries
        if enough or wait is None or not in_time(outcome, wait, self.policy):
            if isinstance(error, APIError):
                error.retries_taken = self.count
            raise error
        self.count += 1
        return wait


def _other_bytes() -> Exception:
    return APIConnectionError(message="the service sent another range of bytes")


def _wrong_size(size: int, version: Version) -> Exception | None:
    if version.total in (None, size):
        return None
    return APIConnectionError(message=f"the download ended after {size} bytes of {version.total}")
