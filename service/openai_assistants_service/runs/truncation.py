"""How much of a conversation a model is given."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from ..models.base import ContextTooLong
from ..models.conversation import Conversation
from ..search.chunking import count
from ..storage.database import Row

if TYPE_CHECKING:
    from ..json_types import JsonObject

_UNKNOWN_EXCESS = 0.75
_MARGIN = 0.95


def count_tokens(conversation: Conversation) -> int:
    """Return how many tokens a conversation is, roughly."""
    texts = [conversation.instructions or "", *(message.text for message in conversation.messages)]
    texts += [turn.text for turn in conversation.turns]
    texts += [f"{call.arguments} {call.output}" for call in conversation.tool_calls]
    texts += [f"{one.name} {one.description} {one.parameters}" for one in conversation.functions]
    texts += [passage.text for passage in conversation.passages]
    return sum(count(text) for text in texts)


def newest(run: Row, messages: Sequence[Row]) -> Sequence[Row]:
    """Return the messages that the truncation strategy of a run asks for."""
    strategy: JsonObject = run["truncation_strategy"] or {}
    if strategy.get("type") == "last_messages" and strategy.get("last_messages"):
        return messages[-int(strategy["last_messages"]) :]
    return messages


def fit(conversation: Conversation, limit: float | None, scale: float = 1.0) -> Conversation | None:
    """Leave out the oldest messages, then the passages that fit worst, until the rest fits.

    Args:
        limit: the most tokens; None for no limit.
        scale: how many tokens of the model's one of ours is.

    Returns:
        The rest, with its `prompt_tokens`; None if not even the last message fits.
    """
    while True:
        tokens = round(count_tokens(conversation) * scale)
        if limit is None or tokens <= limit:
            return evolve(conversation, prompt_tokens=tokens)
        if len(conversation.messages) > 1:
            conversation = evolve(conversation, messages=conversation.messages[1:])
        elif conversation.passages:
            conversation = _without_worst_passage(conversation)
        else:
            return None


def shorten(
    run: Row, conversation: Conversation, error: ContextTooLong, scale: float
) -> Conversation | None:
    """Return less of a conversation that a model could not take; None if that cannot be.

    Only the strategy `auto`, which is the default, leaves anything out for this reason.
    """
    strategy: JsonObject = run["truncation_strategy"] or {}
    if strategy.get("type", "auto") != "auto":
        return None
    share = _UNKNOWN_EXCESS
    if error.tokens and error.limit and error.limit < error.tokens:
        share = _MARGIN * error.limit / error.tokens
    return fit(conversation, conversation.prompt_tokens * share, scale)


def _without_worst_passage(conversation: Conversation) -> Conversation:
    worst = min(conversation.passages, key=lambda passage: passage.score)
    turns = [
        evolve(
            turn,
            tool_calls=tuple(
                evolve(call, passages=tuple(one for one in call.passages if one is not worst))
                for call in turn.tool_calls
            ),
        )
        for turn in conversation.turns
    ]
    return evolve(conversation, turns=tuple(turns))
