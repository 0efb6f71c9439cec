"""How long to wait before a run that failed for a rate limit is started again."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

DEFAULT_SECONDS = 20.0
"""Where the message names no time."""

_UNITS = {"m": 60.0, "ms": 0.001, "s": 1.0}
_TIME = r"\d+(?:\.\d+)?\s*(?:ms|milliseconds?|m|minutes?|s|seconds?)(?![a-z])"
_TRY_AGAIN = re.compile(rf"(?:try again|retry) (?:in|after) ((?:{_TIME}\s*)+)", re.IGNORECASE)
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|milli|m|s)", re.IGNORECASE)


def rate_limit_delay(run: "Run") -> float | None:
    """Seconds to wait, as the message of the run's last_error says; None for any other end.

    The hosted services say "Try again in 4 seconds.", "in 1.2s", "in 250ms" or "in 1m30s".
    """
    error = run.last_error
    if run.status != "failed" or error is None or error.code != "rate_limit_exceeded":
        return None
    named = _TRY_AGAIN.search(error.message or "")
    if named is None:
        return DEFAULT_SECONDS
    parts = _PART.findall(named[1])
    return sum(
        float(amount) * _UNITS[unit.lower().replace("milli", "ms")] for amount, unit in parts
    )
