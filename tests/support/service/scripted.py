"""Models and interpreters with a script, for runs that have to be caught in the middle."""

import asyncio
import json
import threading
from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Self

from openai_assistants_service.interpreter.base import InputFile, Outcome
from openai_assistants_service.models.base import Delta, Finish, TextDelta, ToolCallDelta
from openai_assistants_service.models.conversation import Conversation

Turn = Sequence[Delta]
"""All deltas of a turn."""


def answer(text: str) -> Turn:
    return [TextDelta(text), Finish("stop")]


def calls(*asked: tuple[str, dict[str, object]]) -> Turn:
    """Call functions: each its name first, then its arguments."""
    deltas: list[Delta] = []
    for index, (name, arguments) in enumerate(asked):
        deltas.append(ToolCallDelta(index, name=name))
        deltas.append(ToolCallDelta(index, json.dumps(arguments, ensure_ascii=False)))
    return [*deltas, Finish("tool_calls")]


def call(name: str, **arguments: object) -> Turn:
    return calls((name, arguments))


def code(source: str) -> Turn:
    arguments = json.dumps({"input": source})
    return [
        ToolCallDelta(0, arguments, kind="code_interpreter", name="code_interpreter"),
        Finish("tool_calls"),
    ]


def search(query: str) -> Turn:
    arguments = json.dumps({"query": query})
    return [
        ToolCallDelta(0, arguments, kind="file_search", name="file_search"),
        Finish("tool_calls"),
    ]


class ScriptedModel:
    """Yields the deltas of the turn that `plan` gives for a conversation; keeps what it saw."""

    def __init__(self, plan: Callable[[Conversation], Turn]) -> None:
        self._plan = plan
        self.seen: list[Conversation] = []

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        self.seen.append(conversation)
        for delta in self._plan(conversation):
            yield delta


def follow(*turns: Turn) -> ScriptedModel:
    """Take the turns in order: the number of turns taken so far says which is next."""
    return ScriptedModel(lambda conversation: turns[len(conversation.turns)])


class PausingModel:
    """Yields the deltas of a turn one by one, each as soon as it is let through.

    Attributes:
        started, closed: that a turn was begun, and that it is over.
    """

    def __init__(self, deltas: Turn) -> None:
        self._deltas = deltas
        self._allowed = asyncio.Semaphore(0)
        self.started = asyncio.Event()
        self.closed = asyncio.Event()

    def release(self, deltas: int = 1) -> None:
        for _ in range(deltas):
            self._allowed.release()

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        self.started.set()
        try:
            for delta in self._deltas:
                await self._allowed.acquire()
                yield delta
        finally:
            self.closed.set()


class Gate:
    """An interpreter whose programs stop in the middle until they are let through."""

    language = "Python"

    def __init__(self, folder: str | None = None) -> None:
        self.folder = folder
        self.reached = threading.Event()
        self.opened = threading.Event()
        self.passed = 0

    async def open(self, files: Sequence[InputFile] = ()) -> Self:
        return self

    async def close(self) -> None:
        """Nothing runs."""

    async def run(self, source: str) -> Outcome:
        self.reached.set()
        assert await asyncio.to_thread(self.opened.wait, 30)
        self.passed += 1
        return Outcome(f"ran {source}")
