"""Recorded streams of the real service, and what makes ours take the same course."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, Self

from attrs import frozen
from tests.support.service.scripted import ScriptedModel, Turn, search
from tests.support.service.streams import Told, parse

from openai_assistants_service.models.base import (
    Delta,
    Finish,
    FinishReason,
    TextDelta,
    ToolCallDelta,
)
from openai_assistants_service.models.conversation import Conversation

FACT = "Filip likes cake"


@frozen
class Recording:
    """A stream and the request for it."""

    api_version: str
    path: str
    asked: dict[str, Any]
    events: list[Told]

    @classmethod
    def of(cls, pair: dict[str, Any]) -> Self:
        path = pair["url"].partition("/v1")[2]
        return cls(pair["api"], path, json.loads(pair["req_body"]), parse(pair["resp_body"]))

    @property
    def goes_on(self) -> bool:
        """Whether it is the second half of another."""
        return self.path.endswith("/submit_tool_outputs")

    @property
    def run(self) -> dict[str, Any]:
        """Return the run as it was last told of."""
        return dict(self.named("run.completed", "run.requires_action")[-1].data)

    def named(self, *names: str) -> list[Told]:
        return [one for one in self.events if one.short in names]

    def turns(self) -> Iterator[Turn]:
        """Yield what a model has to say, turn by turn, for the same to happen."""
        calls = [
            call
            for one in self.named("run.step.delta")
            for call in one.data["delta"]["step_details"]["tool_calls"]
        ]
        if any(call["type"] == "file_search" for call in calls):
            yield search(FACT)
        elif calls:
            yield [*map(_call, calls), Finish("tool_calls")]
        if texts := self.named("message.delta"):
            reason: FinishReason = "length" if self.named("message.incomplete") else "stop"
            yield [*map(_text, texts), Finish(reason)]


def conversations(pairs: Iterable[dict[str, Any]]) -> list[list[Recording]]:
    """Return the recorded streams, those of one run together."""
    found: list[list[Recording]] = []
    for pair in pairs:
        if pair["sse"]:
            recording = Recording.of(pair)
            if recording.goes_on:
                found[-1].append(recording)
            else:
                found.append([recording])
    return found


def _text(delta: Told) -> Delta:
    return TextDelta(delta.data["delta"]["content"][0]["text"]["value"])


def _call(call: dict[str, Any]) -> Delta:
    function = call["function"]
    return ToolCallDelta(call["index"], function["arguments"], name=function.get("name", ""))


def acting(recordings: Iterable[Recording]) -> ScriptedModel:
    """Say what was recorded, one stream after the other; markers are those of what was found."""
    turns = [turn for recording in recordings for turn in recording.turns()]

    def plan(conversation: Conversation) -> Turn:
        return list(_cited(turns[len(conversation.turns)], conversation))

    return ScriptedModel(plan)


def _cited(turn: Turn, conversation: Conversation) -> Iterator[Delta]:
    for delta in turn:
        if isinstance(delta, TextDelta) and delta.text.startswith("【"):
            yield TextDelta(conversation.passages[0].marker)
        else:
            yield delta
