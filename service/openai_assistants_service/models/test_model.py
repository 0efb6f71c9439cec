"""A model for tests of applications: it follows a script, failures included.

The script stands in the instructions of the run or in the newest message of its user, so that a
test needs no access to the service but the API. docs/testing.md has its members and examples.
"""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from .base import (
    Delta,
    ErrorCode,
    Finish,
    FinishReason,
    ModelError,
    TextDelta,
    ToolCallDelta,
    Usage,
)
from .conversation import Conversation, ToolKind

_NO_SCRIPT = (
    "test-model needs a script, a JSON array of turns, in the instructions of the run or in the "
    "newest message of its user."
)


class ScriptedCall(Struct, forbid_unknown_fields=True):
    """A call of a tool.

    Attributes:
        type: of the tool, as the API has it.
        name: of the function.
        arguments: as an object, as JSON text, or as the pieces of such text.
        id: of the call; without one the service makes one.
    """

    type: ToolKind = "function"
    name: str = ""
    arguments: dict[str, Any] | str | list[str] = ""
    id: str | None = None


class ScriptedError(Struct, forbid_unknown_fields=True):
    """How a turn fails.

    Attributes:
        message: for `last_error`; without one, one that fits the code.
        retry_after: the seconds that the message of a rate limit names.
        times: how often this turn of this script fails while the service runs; None for always.
    """

    code: ErrorCode
    message: str = ""
    retry_after: int = 1
    times: int | None = None


class ScriptedTurn(Struct, forbid_unknown_fields=True):
    """What the model says, calls and does in a turn, in the order of the members.

    Attributes:
        text: of the message, or its pieces.
        wait: whether to say nothing more until the run is cancelled or expires.
        cut_short: whether the stream ends here, as when a connection breaks.
        finish: why the turn ends; None for what its calls lead to.
    """

    text: str | list[str] = ""
    calls: list[ScriptedCall] = []
    wait: bool = False
    usage: Usage | None = None
    error: ScriptedError | None = None
    cut_short: bool = False
    finish: FinishReason | None = None


class TestModel:
    """Takes the turns of a script, one after the other; what is no script fails the run."""

    __test__ = False  # it is no test of pytest's

    def __init__(self) -> None:
        self._failed: Counter[tuple[str, int]] = Counter()

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        """Yield the deltas of the next turn."""
        text, turns = _script(conversation)
        number = len(conversation.turns)
        if number >= len(turns):
            raise _invalid(f"The script of test-model has no turn {number + 1}.")
        turn = turns[number]
        for delta in _deltas(turn):
            yield delta
        if turn.wait:
            await asyncio.Event().wait()
        if turn.usage is not None:
            yield turn.usage
        if turn.error is not None and self._fails((text, number), turn.error.times):
            raise ModelError(turn.error.code, _message(turn.error))
        if not turn.cut_short:
            yield Finish(turn.finish or ("tool_calls" if turn.calls else "stop"))

    def _fails(self, place: tuple[str, int], times: int | None) -> bool:
        self._failed[place] += 1
        return times is None or self._failed[place] <= times


def _script(conversation: Conversation) -> tuple[str, list[ScriptedTurn]]:
    """Return the script as it is written, and its turns; what follows it in a text is ignored."""
    asked = [one.text for one in conversation.messages if one.role == "user"]
    for text in (conversation.instructions or "", *asked[-1:]):
        if text.lstrip().startswith("["):
            try:
                script, _ = json.JSONDecoder().raw_decode(text.lstrip())
                return text, msgspec.convert(script, list[ScriptedTurn])
            except (ValueError, RecursionError, msgspec.ValidationError) as error:
                raise _invalid(f"The script of test-model cannot be read: {error}") from error
    raise _invalid(_NO_SCRIPT)


def _deltas(turn: ScriptedTurn) -> Iterator[Delta]:
    yield from map(TextDelta, _pieces(turn.text))
    for index, call in enumerate(turn.calls):
        name = call.name if call.type == "function" else call.type
        yield ToolCallDelta(index, id=call.id, kind=call.type, name=name)
        for piece in _pieces(call.arguments):
            yield ToolCallDelta(index, piece)


def _pieces(value: dict[str, Any] | str | list[str]) -> list[str]:
    if isinstance(value, dict):
        return [json.dumps(value, ensure_ascii=False)]
    pieces = value if isinstance(value, list) else [value]
    return [piece for piece in pieces if piece]


def _message(error: ScriptedError) -> str:
    if error.message:
        return error.message
    if error.code == "rate_limit_exceeded":
        return f"Rate limit is exceeded. Try again in {error.retry_after} seconds."
    return "Sorry, something went wrong." if error.code == "server_error" else "Invalid prompt."


def _invalid(message: str) -> ModelError:
    return ModelError("invalid_prompt", message)
