"""Load JSON that others wrote, unless it is nested without reason."""

import itertools
import json
from typing import Any

_DEEPEST = 40


def load(text: str) -> Any:
    """Return the value of a JSON text; ValueError where it is none, or nested too deeply."""
    steps = ({"[": 1, "{": 1, "]": -1, "}": -1}.get(mark, 0) for mark in text)
    if max(itertools.accumulate(steps), default=0) > _DEEPEST:
        raise ValueError("nested too deeply")
    return json.loads(text)
