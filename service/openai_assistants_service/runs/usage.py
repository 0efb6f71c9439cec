"""Tokens: what a run and its steps use, and what a run may still use."""

from collections.abc import Iterable

from ..json_types import JsonObject
from ..models.base import Usage
from ..search.chunking import count, cut
from ..storage.database import Row


def usage_to_json(usage: Usage) -> JsonObject:
    """Return it the way runs and steps have it."""
    return {
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        "total_tokens": usage.prompt_tokens + usage.completion_tokens,
        "prompt_token_details": {"cached_tokens": usage.cached_tokens},
        "completion_tokens_details": {"reasoning_tokens": usage.reasoning_tokens},
    }


def usage_from_json(usage: JsonObject) -> Usage:
    """Return the usage that a run or a step has."""
    return Usage(
        usage["prompt_tokens"],
        usage["completion_tokens"],
        usage["prompt_token_details"]["cached_tokens"],
        usage["completion_tokens_details"]["reasoning_tokens"],
    )


def total(usages: Iterable[Usage]) -> Usage:
    """Return the sum of usages."""
    every = list(usages)
    return Usage(
        sum(one.prompt_tokens for one in every),
        sum(one.completion_tokens for one in every),
        sum(one.cached_tokens for one in every),
        sum(one.reasoning_tokens for one in every),
    )


def used_by_steps(steps: Iterable[Row]) -> Usage:
    """Return what the turns of a run have used so far: each left a note in one of its steps."""
    notes: list[JsonObject] = [step["notes"] for step in steps if step["notes"]]
    return total(usage_from_json(one["usage"]) for one in notes if "usage" in one)


def estimate_scale(steps: Iterable[Row]) -> float:
    """Return how many tokens of the model's one of ours is, from the turns so far; 1 before."""
    notes: list[JsonObject] = [step["notes"] for step in steps if step["notes"]]
    counted = [one for one in notes if one.get("estimate")]
    if not counted:
        return 1.0
    told = sum(one["usage"]["prompt_tokens"] for one in counted)
    return float(told / sum(one["estimate"] for one in counted)) or 1.0


def remaining(limit: int | None, used: int) -> int | None:
    """Return what is left of a limit; None if there is none."""
    return None if limit is None else max(0, limit - used)


class CompletionBudget:
    """Counts the tokens that a model writes in a turn, roughly, and cuts what is too much.

    Attributes:
        used: the tokens so far; never more than the limit.
        exceeded: whether something had to be cut.
    """

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._in_word = False
        self.used = 0
        self.exceeded = False

    def take(self, text: str) -> str:
        """Count the next piece of the text; return as much of it as the limit leaves."""
        if self.exceeded:
            return ""
        continued = self._in_word and _is_word(text[:1])
        tokens = count(text) - continued
        left = remaining(self._limit, self.used)
        if left is not None and tokens > left:
            self.exceeded = True
            text, tokens = cut(text, left + continued), left
        if text:
            self._in_word = _is_word(text[-1])
        self.used += tokens
        return text


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
