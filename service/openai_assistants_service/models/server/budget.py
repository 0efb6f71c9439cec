"""How much a server may be given, and may write."""

from ..base import ContextTooLong
from ..conversation import Conversation
from .config import ServerConfig


def completion_limit(conversation: Conversation, config: ServerConfig) -> int | None:
    """Return the most tokens that a turn may write; None if there is no limit."""
    limits = (conversation.max_completion_tokens, config.limits.max_completion_tokens)
    return min((one for one in limits if one is not None), default=None)


def require_context(conversation: Conversation, config: ServerConfig) -> None:
    """Raise ContextTooLong if the conversation is more than this model is set to take."""
    limit, tokens = config.limits.context_tokens, conversation.prompt_tokens
    if limit is not None and tokens > limit:
        raise ContextTooLong(
            f"The conversation has about {tokens} tokens, and the model is set to take {limit} "
            "(`context_tokens`). Shorten the messages or the outputs of tools, or begin a new "
            "thread.",
            tokens,
            limit,
        )
