"""A tiny loop that runs the model against Python functions, the sandbox and files."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from attrs import define, evolve, field

from openai_assistants_service.interpreter.monty import MontyInterpreter
from openai_assistants_service.models.builtin import (
    Answer,
    Call,
    CallFunctions,
    Conversation,
    FunctionSpec,
    Passage,
    RunCode,
    Search,
    Turn,
    Utterance,
    plan,
)

Functions = Mapping[str, Callable[..., Any] | Any]


@define
class Talk:
    """One run: its turns, and how they are answered."""

    functions: Functions = field(factory=dict[str, Any])
    files: Mapping[str, str] = field(factory=dict[str, str])
    turns: list[Turn] = field(factory=list[Turn])
    most: int = 12

    def run(self, conversation: Conversation) -> str:
        """Plan and answer until there is an answer; return its text."""
        for _ in range(self.most):
            turn = plan(conversation)
            self.turns.append(turn)
            if isinstance(turn, Answer):
                return turn.text
            conversation = self._next(conversation, turn)
        raise AssertionError(f"no answer after {self.most} turns: {self.turns}")

    def _next(self, conversation: Conversation, turn: Turn) -> Conversation:
        calls = [*conversation.calls]
        match turn:
            case CallFunctions(asked):
                calls += [
                    Call(
                        "function",
                        each.name,
                        each.arguments,
                        self._output(each.name, each.arguments),
                    )
                    for each in asked
                ]
            case RunCode(source):
                outcome = asyncio.run(MontyInterpreter().run(source))
                calls.append(
                    Call("code", "code_interpreter", {"input": source}, outcome.logs, outcome.error)
                )
            case Search(query):
                calls.append(Call("search", "file_search", {"query": query}))
                found = [Passage(f"file-{name}", name, text) for name, text in self.files.items()]
                return evolve(conversation, calls=tuple(calls), passages=tuple(found))
            case Answer():
                pass
        return evolve(conversation, calls=tuple(calls))

    def _output(self, name: str, arguments: Mapping[str, Any]) -> str:
        result = self.functions.get(name, "done")
        value = result(**arguments) if callable(result) else result
        return value if isinstance(value, str) else json.dumps(value)

    @property
    def called(self) -> list[list[tuple[str, dict[str, Any]]]]:
        """The function calls, turn by turn."""
        return [
            [(call.name, dict(call.arguments)) for call in turn.calls]
            for turn in self.turns
            if isinstance(turn, CallFunctions)
        ]


@pytest.fixture
def talk() -> Talk:
    return Talk()


def _spec(
    name: str,
    description: str,
    properties: Mapping[str, Any],
    required: Sequence[str] | None = None,
) -> FunctionSpec:
    needed = list(properties) if required is None else list(required)
    schema = {"type": "object", "properties": dict(properties), "required": needed}
    return FunctionSpec(name, description, schema)


@pytest.fixture
def spec() -> Callable[..., FunctionSpec]:
    return _spec


def _ask(question: str, **options: Any) -> Conversation:
    return Conversation(
        instructions=options.pop("instructions", None),
        messages=(Utterance("user", question),),
        **options,
    )


@pytest.fixture
def ask() -> Callable[..., Conversation]:
    return _ask
