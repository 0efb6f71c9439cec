"""What a model yields is written as it comes, and what is cut short ends as it has to."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from tests.support.service.scripted import (
    Gate,
    PausingModel,
    Turn,
    answer,
    code,
    follow,
)
from tests.support.service.world import Play, World

from openai_assistants_service.models.base import (
    Delta,
    Finish,
    FinishReason,
    ModelError,
    TextDelta,
    ToolCallDelta,
    Usage,
)
from openai_assistants_service.models.conversation import Conversation, EarlierTurn, ToolCall
from openai_assistants_service.runs.tool_outputs import submit
from openai_assistants_service.storage import messages
from openai_assistants_service.storage.database import Row

WORDS: Turn = [TextDelta("one "), TextDelta("two "), TextDelta("three"), Finish("stop")]
CALL: Turn = [ToolCallDelta(0, name="weather"), ToolCallDelta(0, "{}"), Finish("tool_calls")]


def text(message: Row) -> str:
    return "".join(part["text"]["value"] for part in message["content"])


async def deltas(world: World, run: Row, kind: str) -> list[dict[str, Any]]:
    told = await world.events(run)
    return [one["data"]["delta"] for one in told if one["name"] == f"thread.{kind}.delta"]


def test_text_is_there_before_the_model_is_done(play: Play) -> None:
    model = PausingModel(WORDS)

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(model)
        model.release()
        await world.reached(run, "message.delta")
        (message,) = await world.messages(run)
        assert (message["status"], text(message)) == ("in_progress", "one ")
        assert (await world.read(run))["status"] == "in_progress"
        model.release(3)
        await world.until(run, "completed")
        (message,) = await world.messages(run)
        assert (message["status"], text(message)) == ("completed", "one two three")
        told = [one["content"][0]["text"] for one in await deltas(world, run, "message")]
        assert told == [
            {"value": "one ", "annotations": []},
            {"value": "two "},
            {"value": "three"},
        ]
        await model.closed.wait()

    play(test)


def test_many_deltas_take_few_transactions(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    model = follow([*[TextDelta(f"{n} ") for n in range(2000)], Finish("stop")])

    async def test(world: World) -> None:
        run = await world.run()
        written = 0
        write = world.database.write

        @asynccontextmanager
        async def counted(*whose: Any) -> AsyncGenerator[Any]:
            nonlocal written
            written += 1
            async with write(*whose) as tx:
                yield tx

        monkeypatch.setattr(world.database, "write", counted)
        world.worker(model)
        await world.until(run, "completed")
        assert len(await deltas(world, run, "message")) == 2000
        assert text((await world.messages(run))[0]).split() == [str(n) for n in range(2000)]
        assert written < 20

    play(test)


def test_a_cancelled_run_ends_the_work_of_its_model(play: Play) -> None:
    model = PausingModel(WORDS)

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(model)
        model.release(2)
        await world.reached(run, "message.delta", 2)
        began = time.monotonic()
        await world.cancel(run)
        await world.until(run, "cancelled")
        await model.closed.wait()
        assert time.monotonic() - began < 1
        (message,) = await world.messages(run)
        assert (message["status"], text(message)) == ("incomplete", "one two ")
        assert message["incomplete_details"] == {"reason": "run_cancelled"}
        assert (await world.steps(run))[0]["status"] == "cancelled"
        assert (await world.story(run))[-4:] == [
            "run.cancelling",
            "message.incomplete",
            "run.step.cancelled",
            "run.cancelled",
        ]

    play(test)


def test_a_model_that_is_silent_is_stopped_as_well(play: Play) -> None:
    model = PausingModel(WORDS)

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(model)
        await model.started.wait()
        await world.cancel(run)
        await world.until(run, "cancelled")
        async with asyncio.timeout(1):
            await model.closed.wait()
        assert not await world.messages(run)

    play(test)


def test_a_run_that_expires_leaves_its_message_incomplete(play: Play) -> None:
    model = PausingModel(WORDS)

    async def test(world: World) -> None:
        run = await world.run()
        worker = world.worker(model)
        model.release()
        await world.reached(run, "message.delta")
        world.clock.now += 600
        await worker.maintain()
        async with asyncio.timeout(1):
            await model.closed.wait()
        (message,) = await world.messages(run)
        assert message["incomplete_details"] == {"reason": "run_expired"}
        assert (await world.story(run))[-3:] == [
            "message.incomplete",
            "run.step.expired",
            "run.expired",
        ]

    play(test)


@pytest.mark.parametrize(
    ("begun", "kept"), [(WORDS, [("incomplete", "one two ")]), (CALL, [])], ids=["text", "calls"]
)
def test_a_turn_that_was_abandoned_is_taken_anew(
    play: Play, begun: Turn, kept: list[tuple[str, str]]
) -> None:
    stuck = PausingModel(begun)
    free = follow(answer("done"))

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(stuck)
        stuck.release(2)
        kind = "message" if kept else "run.step"
        await world.reached(run, f"{kind}.delta", 2)
        world.clock.now += 60
        world.worker(free)
        await world.until(run, "completed")
        stuck.release(2)
        async with asyncio.timeout(2):
            await stuck.closed.wait()
        found = [(one["status"], text(one)) for one in await world.messages(run)]
        assert found == [*kept, ("completed", "done")]
        assert [one["status"] for one in await world.steps(run)] == ["cancelled", "completed"]
        assert (await world.story(run)).count("run.completed") == 1
        (talk,) = free.seen
        assert (talk.messages, talk.turns) == ((), ())

    play(test)


class FailingModel:
    """Says something and fails."""

    def __init__(self, error: Exception | None) -> None:
        self._error = error

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        yield TextDelta("half a")
        if self._error is not None:
            raise self._error


@pytest.mark.parametrize(
    ("error", "code_", "words"),
    [
        (ModelError("rate_limit_exceeded", "Slow down."), "rate_limit_exceeded", "Slow down."),
        (ModelError("invalid_prompt", "Too long."), "invalid_prompt", "Too long."),
        (None, "rate_limit_exceeded", "The answer of the model broke off."),
        (ZeroDivisionError(), "server_error", "Sorry, something went wrong."),
    ],
)
def test_a_model_that_fails_fails_the_run(
    play: Play, error: Exception | None, code_: str, words: str
) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        world.worker(FailingModel(error))
        failed = await world.until(run, "failed")
        expected = {"code": code_, "message": words}
        assert failed["last_error"] == expected
        (message,) = await world.messages(run)
        assert (message["status"], text(message)) == ("incomplete", "half a")
        assert message["incomplete_details"] == {"reason": "run_failed"}
        (step,) = await world.steps(run)
        assert (step["status"], step["last_error"]) == ("failed", expected)

    play(test)


@pytest.mark.parametrize(
    ("reason", "of_message", "of_run"),
    [
        ("length", "max_tokens", "max_completion_tokens"),
        ("content_filter", "content_filter", "content_filter"),
    ],
)
def test_a_model_that_stops_early(
    play: Play, reason: FinishReason, of_message: str, of_run: str
) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        world.worker(follow([TextDelta("half a"), Finish(reason)]))
        ended = await world.until(run, "incomplete")
        assert ended["incomplete_details"] == {"reason": of_run}
        (message,) = await world.messages(run)
        assert message["incomplete_details"] == {"reason": of_message}
        assert (await world.story(run))[-3:] == [
            "message.incomplete",
            "run.step.completed",
            "run.incomplete",
        ]

    play(test)


def test_a_model_that_says_too_much_is_stopped(play: Play) -> None:
    model = PausingModel([TextDelta("word ")] * 10_000)
    model.release(300)

    async def test(world: World) -> None:
        run = await world.run(max_completion_tokens=256)
        world.worker(model)
        ended = await world.until(run, "incomplete")
        assert ended["usage"]["completion_tokens"] == 256
        await model.closed.wait()
        assert len(text((await world.messages(run))[0]).split()) == 256

    play(test)


def test_calls_that_are_too_long_are_not_asked_for(play: Play) -> None:
    model = PausingModel([ToolCallDelta(0, "1, ", name="weather")] * 10_000)
    model.release(3)

    async def test(world: World) -> None:
        run = await world.run(max_completion_tokens=256)
        world.worker(model)
        await world.reached(run, "run.step.delta")
        model.release(300)
        ended = await world.until(run, "incomplete")
        assert ended["required_action"] is None
        (step,) = await world.steps(run)
        assert step["status"] == "cancelled"

    play(test)


def test_a_model_counts_its_tokens_itself(play: Play) -> None:
    usage = Usage(100, 20, cached_tokens=60, reasoning_tokens=5)

    async def test(world: World) -> None:
        run = await world.run()
        turns = ([*code("1"), usage], [*answer("done"), usage])
        gate = Gate()
        gate.opened.set()
        world.worker(follow(*turns), gate)
        done = await world.until(run, "completed")
        assert done["usage"] == {
            "prompt_tokens": 200,
            "completion_tokens": 40,
            "total_tokens": 240,
            "prompt_token_details": {"cached_tokens": 120},
            "completion_tokens_details": {"reasoning_tokens": 10},
        }
        assert [step["usage"]["total_tokens"] for step in await world.steps(run)] == [120, 120]

    play(test)


def test_parallel_calls_come_in_pieces(play: Play) -> None:
    turn: Turn = [
        ToolCallDelta(0, id="call_a", name="weather"),
        ToolCallDelta(0, '{"city"'),
        ToolCallDelta(1, id="call_b", name="weather"),
        ToolCallDelta(0, ': "x"}'),
        ToolCallDelta(1, "{}"),
        Finish("tool_calls"),
    ]

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(follow(turn))
        waiting = await world.until(run, "requires_action")
        asked = waiting["required_action"]["submit_tool_outputs"]["tool_calls"]
        found = [(one["id"], one["function"]["arguments"]) for one in asked]
        assert found == [("call_a", '{"city": "x"}'), ("call_b", "{}")]
        told = await deltas(world, run, "run.step")
        parts = [one["step_details"]["tool_calls"][0] for one in told]
        assert parts == [
            {
                "index": index,
                "id": id_,
                "type": "function",
                "function": {"name": "weather", "arguments": "", "output": None},
            }
            if id_
            else {"index": index, "type": "function", "function": {"arguments": arguments}}
            for index, id_, arguments in [
                (0, "call_a", ""),
                (0, None, '{"city"'),
                (1, "call_b", ""),
                (0, None, ': "x"}'),
                (1, None, "{}"),
            ]
        ]
        begun = next(one for one in await world.events(run) if "step.created" in one["name"])
        assert begun["data"]["step_details"]["tool_calls"] == []

    play(test)


async def answered(world: World, run: Row) -> None:
    calls = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    outputs = [{"tool_call_id": one["id"], "output": "sunny"} for one in calls]
    async with world.database.write() as tx:
        await submit(tx, run, outputs)
    world.workers[0].wake()


def test_a_turn_of_text_and_calls_is_told_as_one(play: Play) -> None:
    model = follow([TextDelta("Let me see."), *CALL], answer("done"))

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(model)
        waiting = await world.until(run, "requires_action")
        assert (await world.story(run))[3:] == [
            "run.step.created",
            "run.step.in_progress",
            "message.created",
            "message.in_progress",
            "message.delta",
            "message.completed",
            "run.step.completed",
            "run.step.created",
            "run.step.in_progress",
            "run.step.delta",
            "run.step.delta",
            "run.requires_action",
        ]
        await answered(world, waiting)
        await world.until(run, "completed")
        (call,) = model.seen[1].tool_calls
        expected = ToolCall(call.id, "function", "weather", "{}", "sunny")
        assert model.seen[1].turns == (EarlierTurn("Let me see.", (expected,)),)
        assert [text(one) for one in await world.messages(run)] == ["Let me see.", "done"]

    play(test)


def test_calls_of_both_kinds_in_one_turn(play: Play) -> None:
    """The engine makes its own call before it asks for the caller's."""
    gate = Gate()
    both: Turn = [
        ToolCallDelta(0, "{}", name="weather"),
        ToolCallDelta(1, '{"input": "1"}', kind="code_interpreter", name="code_interpreter"),
        Finish("tool_calls"),
    ]
    model = follow(both, [], answer("done"))

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(model, gate)
        assert await asyncio.to_thread(gate.reached.wait, 10)
        assert (await world.read(run))["required_action"] is None
        gate.opened.set()
        await answered(world, await world.until(run, "requires_action"))
        await world.until(run, "completed")
        kinds = [(call.kind, call.output) for call in model.seen[1].tool_calls]
        assert kinds == [("function", "sunny"), ("code_interpreter", "ran 1")]

    play(test)


def test_a_program_ends_with_its_run(play: Play) -> None:
    class Endless:
        ended = asyncio.Event()
        language = "Python"
        folder = None

        async def open(self, files: object = ()) -> Any:
            return self

        async def close(self) -> None:
            """Nothing runs."""

        async def run(self, source: str) -> Any:
            try:
                await asyncio.Event().wait()
            finally:
                self.ended.set()

    interpreter = Endless()

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(follow(code("1")), interpreter)
        await world.reached(run, "run.step.delta", 2)
        await world.cancel(run)
        await world.until(run, "cancelled")
        async with asyncio.timeout(1):
            await interpreter.ended.wait()

    play(test)


def test_a_message_that_is_deleted_while_it_is_written(play: Play) -> None:
    model = PausingModel(WORDS)

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(model)
        model.release()
        await world.reached(run, "message.delta")
        (message,) = await world.messages(run)
        async with world.database.write() as tx:
            await messages.remove(tx, run["thread_id"], message["id"])
        model.release(3)
        failed = await world.until(run, "failed")
        assert "deleted while it was being written" in failed["last_error"]["message"]

    play(test)
