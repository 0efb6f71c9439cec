"""Tokens: what a turn spends, and what a run may still spend."""

import json

from attrs import frozen

from ..planner import Answer, CallFunctions, RunCode, Turn
from ..search.chunking import count
from ..store.database import Record


@frozen
class Spending:
    """The tokens of one turn."""

    prompt: int
    completion: int

    def usage(self) -> Record:
        """Return it the way runs and steps have it."""
        return {
            "prompt_tokens": self.prompt,
            "completion_tokens": self.completion,
            "total_tokens": self.prompt + self.completion,
            "prompt_token_details": {"cached_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 0},
        }

    def on_top_of(self, usage: Record) -> Record:
        """Return the usage of a run after this turn."""
        before = Spending(usage["prompt_tokens"], usage["completion_tokens"])
        total = Spending(before.prompt + self.prompt, before.completion + self.completion)
        return total.usage()


def written_tokens(turn: Turn) -> int:
    """Return how many tokens the model wrote for a turn."""
    if isinstance(turn, Answer):
        return count(turn.text)
    if isinstance(turn, CallFunctions):
        return sum(count(call.name + json.dumps(dict(call.arguments))) for call in turn.calls)
    return count(turn.source if isinstance(turn, RunCode) else turn.query)


def left(limit: int | None, spent: int) -> int | None:
    """Return what is left of a limit; None if there is none."""
    return None if limit is None else max(0, limit - spent)
