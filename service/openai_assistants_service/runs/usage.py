"""Tokens: what a run and its steps use, and what a run may still use."""

import json

from attrs import frozen

from ..json_types import JsonObject
from ..models.builtin import Answer, CallFunctions, RunCode, Turn
from ..search.chunking import count


@frozen
class Usage:
    """Tokens that were used."""

    prompt: int = 0
    completion: int = 0

    def to_json(self) -> JsonObject:
        """Return it the way runs and steps have it."""
        return {
            "prompt_tokens": self.prompt,
            "completion_tokens": self.completion,
            "total_tokens": self.prompt + self.completion,
            "prompt_token_details": {"cached_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 0},
        }

    def added_to(self, usage: JsonObject) -> JsonObject:
        """Return the sum of this and the usage of a run so far."""
        before = Usage(usage["prompt_tokens"], usage["completion_tokens"])
        total = Usage(before.prompt + self.prompt, before.completion + self.completion)
        return total.to_json()


def completion_tokens(turn: Turn) -> int:
    """Return how many tokens the model wrote for a turn."""
    if isinstance(turn, Answer):
        return count(turn.text)
    if isinstance(turn, CallFunctions):
        return sum(count(call.name + json.dumps(dict(call.arguments))) for call in turn.calls)
    return count(turn.source if isinstance(turn, RunCode) else turn.query)


def remaining(limit: int | None, used: int) -> int | None:
    """Return what is left of a limit; None if there is none."""
    return None if limit is None else max(0, limit - used)
