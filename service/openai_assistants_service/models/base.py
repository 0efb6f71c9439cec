"""The protocol of a model: given a conversation, it yields the deltas of its next turn."""

from collections.abc import AsyncGenerator, Callable
from typing import Literal, Protocol

from attrs import frozen

from .conversation import Conversation, ToolKind

FinishReason = Literal["stop", "tool_calls", "length", "content_filter"]
"""Why a turn ended, in the words of the chat completions API."""

ErrorCode = Literal["rate_limit_exceeded", "server_error", "invalid_prompt"]
"""The codes that `last_error` of a run may have."""


class ModelError(Exception):
    """The model cannot answer; the run fails, and its `last_error` has this code and message."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code: ErrorCode = code
        self.message = message


class ContextTooLong(ModelError):
    """The conversation does not fit into the model; nothing has been said yet.

    Attributes:
        tokens: what the conversation has, as the model counts, if it says so.
        limit: how many the model takes, if it says so.
    """

    def __init__(self, message: str, tokens: int | None = None, limit: int | None = None) -> None:
        super().__init__("invalid_prompt", message)
        self.tokens = tokens
        self.limit = limit


@frozen
class CountsTokens:
    """Comes first, from a model that counts tokens and keeps `max_completion_tokens` itself.

    From any other the engine takes no more than it estimates that limit to be.
    """


@frozen
class TextDelta:
    """The next piece of the message. A marker in it, whole or in pieces, cites its passage."""

    text: str


@frozen
class ToolCallDelta:
    """The next piece of a tool call; the first of an `index` says what is called.

    Attributes:
        index: which call of the turn.
        id: of the call; without one the engine makes one.
        arguments: the next piece of the JSON text.
    """

    index: int
    arguments: str = ""
    id: str | None = None
    kind: ToolKind = "function"
    name: str = ""


@frozen
class Usage:
    """The tokens that a turn used; where a model does not count, the engine estimates."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    reasoning_tokens: int = 0


@frozen
class Finish:
    """The end of the turn; only `Usage` may follow. A turn without it was cut short."""

    reason: FinishReason


Delta = CountsTokens | TextDelta | ToolCallDelta | Usage | Finish


class Model(Protocol):
    """Whatever can take the turns of a run."""

    def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        """Yield the deltas of the next turn as they come.

        Closing the generator ends the work that was begun for it.

        Raises:
            ModelError: there is no answer, or no more of it.
        """
        ...


FindModel = Callable[[str], Model]
"""Returns the model that answers to a name."""
