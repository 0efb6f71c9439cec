"""`tool_choice` and `parallel_tool_calls`, kept even where a model ignores them."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing

from attrs import evolve

from ..models.base import Delta, Finish, Model, ModelError, TextDelta, ToolCallDelta, Usage
from ..models.conversation import Conversation, NamedTool
from .tool_choice import may_call
from .usage import remaining, total


def keep_tool_rules(model: Model, conversation: Conversation) -> AsyncGenerator[Delta]:
    """Return the deltas of a turn in which nothing is called that may not be.

    Of calls that may not be parallel the first is kept, and if one tool has to be called, the
    calls of others are left out. A model that has to call a tool and does not is asked once more.

    Raises:
        ModelError: it did not call the tool then, either; or what the model raises.
    """
    if conversation.parallel_tool_calls and not _demanded(conversation):
        return model.stream(conversation)
    return _kept(model, conversation)


async def _kept(model: Model, conversation: Conversation) -> AsyncGenerator[Delta]:
    used: list[Usage] = []
    asked = conversation
    for _ in range(2):
        rules = _Rules(conversation)
        async with aclosing(model.stream(asked)) as coming:
            async for delta in coming:
                if isinstance(delta, Usage):
                    used.append(delta)
                    continue
                for one in rules.take(delta):
                    yield one
        if not rules.broken:
            for one in rules.release():
                yield one
            if used:
                yield total(used)
            return
        asked = _insisting(conversation, total(used))
    raise ModelError("invalid_prompt", _ignored(conversation))


class _Rules:
    """Takes the deltas of a turn, and lets through what may be.

    Attributes:
        broken: the turn is over, and what had to be called was not.
    """

    def __init__(self, conversation: Conversation) -> None:
        self.broken = False
        self._conversation = conversation
        self._parallel = conversation.parallel_tool_calls
        self._waiting = bool(_demanded(conversation))
        self._held: list[Delta] = []
        self._kept: dict[int, bool] = {}

    def take(self, delta: Delta) -> Iterator[Delta]:
        """Yield what can be let through now; text is held until what has to be called is."""
        if isinstance(delta, ToolCallDelta):
            if self._keeps(delta):
                self._waiting = False
                yield from self.release()
                yield delta
        elif isinstance(delta, TextDelta) and self._waiting:
            self._held.append(delta)
        elif isinstance(delta, Finish) and self._waiting and delta.reason in ("stop", "tool_calls"):
            self.broken = True
        else:
            if isinstance(delta, Finish):
                yield from self.release()
            yield delta

    def release(self) -> Iterator[Delta]:
        """Yield what was held."""
        yield from self._held
        self._held.clear()

    def _keeps(self, delta: ToolCallDelta) -> bool:
        if delta.index not in self._kept:
            first = self._parallel or not any(self._kept.values())
            self._kept[delta.index] = first and self._is_chosen(delta)
        return self._kept[delta.index]

    def _is_chosen(self, delta: ToolCallDelta) -> bool:
        choice = self._conversation.tool_choice
        if not isinstance(choice, NamedTool) or not may_call(
            self._conversation, delta.kind, delta.name
        ):
            return True  # a tool that is not there is for the engine to refuse
        return delta.kind == choice.kind and choice.name in (delta.name, delta.kind)


def _demanded(conversation: Conversation) -> str:
    """Return what has to be called, in words; nothing if nothing has to."""
    choice = conversation.tool_choice
    if isinstance(choice, NamedTool):
        return f"the tool {choice.name}"
    return "one of the tools" if choice == "required" else ""


def _insisting(conversation: Conversation, used: Usage) -> Conversation:
    """Return the conversation with what has to be done said in words."""
    demand = f"Do not answer in words: call {_demanded(conversation)} now."
    instructions = "\n\n".join(filter(None, (conversation.instructions, demand)))
    left = remaining(conversation.max_completion_tokens, used.completion_tokens)
    return evolve(conversation, instructions=instructions, max_completion_tokens=left)


def _ignored(conversation: Conversation) -> str:
    return (
        f"The model was asked twice to call {_demanded(conversation)}, as tool_choice demands, and "
        "did not. Use a model that calls tools, see that its server has tool calls enabled, or "
        "set tool_choice to 'auto'."
    )
