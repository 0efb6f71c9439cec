"""Models with a script, for runs that have to be caught in the middle."""

import threading
from collections.abc import Callable, Sequence

from openai_assistants_service.interpreter.monty import Outcome
from openai_assistants_service.models.builtin import (
    Answer,
    CallFunctions,
    Conversation,
    FunctionCall,
    Segment,
    Turn,
)
from openai_assistants_service.runs import Model


def answer(text: str) -> Answer:
    return Answer((Segment(text),))


def call(name: str, **arguments: object) -> CallFunctions:
    return CallFunctions((FunctionCall(name, arguments),))


def follow(turns: Sequence[Turn]) -> Callable[[Conversation], Turn]:
    """Take the turns in order: the number of calls made so far says which is next."""

    def plan(conversation: Conversation) -> Turn:
        return turns[len(conversation.calls)]

    return plan


class Gate:
    """A program that stops in the middle until it is let through."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.opened = threading.Event()
        self.passed = 0

    def run(self, source: str) -> Outcome:
        self.reached.set()
        assert self.opened.wait(30)
        self.passed += 1
        return Outcome(f"ran {source}")


def gated(gate: Gate, turns: Sequence[Turn]) -> Model:
    return Model(plan=follow(turns), run=gate.run)
