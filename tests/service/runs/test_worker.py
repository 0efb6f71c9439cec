"""The queue and its leases: nothing is done twice, nothing is lost."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from tests.support.service.scripted import Gate, answer, call, code, follow
from tests.support.service.world import Play, World

from openai_assistants_service.errors import ApiError
from openai_assistants_service.runs.tool_outputs import submit as submit_outputs
from openai_assistants_service.runs.transitions import claim
from openai_assistants_service.storage import messages, runs, steps
from openai_assistants_service.storage.database import Row

MESSAGE = [
    "run.step.created",
    "run.step.in_progress",
    "message.created",
    "message.in_progress",
    "message.delta",
    "message.completed",
    "run.step.completed",
    "run.completed",
]


def test_events_of_a_plain_run(play: Play) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        world.worker(follow(answer("hello")))
        await world.until(run, "completed")
        assert await world.story(run) == [
            "run.created",
            "run.queued",
            "run.in_progress",
            *MESSAGE,
        ]

    play(test)


def test_events_of_code_and_functions(play: Play) -> None:
    gate = Gate()
    gate.opened.set()

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(follow(code("1"), call("weather", city="x"), answer("done")), gate)
        waiting = await world.until(run, "requires_action")
        assert (waiting["owner"], waiting["lease_until"]) == (None, None)
        called = ["run.step.created", "run.step.in_progress"]
        assert await world.story(run) == [
            "run.created",
            "run.queued",
            "run.in_progress",
            *called,
            "run.step.delta",
            "run.step.delta",
            "run.step.delta",
            "run.step.completed",
            *called,
            "run.step.delta",
            "run.step.delta",
            "run.requires_action",
        ]
        before = len(await world.story(run))
        await submit(world, waiting, "sunny")
        world.workers[0].wake()
        await world.until(run, "completed")
        story = (await world.story(run))[before:]
        assert story == ["run.step.completed", "run.queued", "run.in_progress", *MESSAGE]

    play(test)


async def submit(world: World, run: Row, output: str) -> None:
    calls = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    outputs = [{"tool_call_id": one["id"], "output": output} for one in calls]
    async with world.database.write() as tx:
        await submit_outputs(tx, run, outputs)


def test_a_run_is_claimed_once(play: Play) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        async with world.database.write() as tx:
            (first,) = await claim(tx, "a", world.clock.now, 5, 9)
            assert (first["id"], first["status"], first["owner"]) == (
                run["id"],
                "in_progress",
                "a",
            )
            assert await claim(tx, "b", world.clock.now + 5, 5, 9) == []
            (second,) = await claim(tx, "b", world.clock.now + 5.1, 5, 9)
            assert second["owner"] == "b"
        for held, kept in ((first, False), (second, True)):
            if kept:
                async with world.database.write() as tx:
                    await runs.hold(tx, held)
            else:
                with pytest.raises(runs.LeaseLost):
                    async with world.database.write() as tx:
                        await runs.hold(tx, held)

    play(test)


def test_a_worker_that_is_gone_is_replaced(play: Play) -> None:
    """The first worker is stuck in its program; the second takes over, and only it writes."""
    stuck, free = Gate(), Gate()
    free.opened.set()
    model = follow(code("1"), answer("done"))

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(model, stuck)
        assert await asyncio.to_thread(stuck.reached.wait, 10)
        world.clock.now += 60
        world.worker(model, free)
        await world.until(run, "completed")
        before = await world.story(run)
        stuck.opened.set()
        await world.workers[0].stop()
        assert await world.story(run) == before
        assert before.count("run.completed") == before.count("message.created") == 1
        async with world.database.read() as tx:
            assert len(await messages.history(tx, run["thread_id"])) == 1
            taken = await steps.history(tx, run["id"])
        assert [(step["type"], step["status"]) for step in taken] == [
            ("tool_calls", "completed"),
            ("message_creation", "completed"),
        ]

    play(test)


def test_leases_are_renewed(play: Play) -> None:
    gate = Gate()

    async def test(world: World) -> None:
        run = await world.run()
        worker = world.worker(follow(code("1"), answer("done")), gate)
        assert await asyncio.to_thread(gate.reached.wait, 10)
        for _ in range(5):
            world.clock.now += 2
            await worker.maintain()
        async with world.database.write() as tx:
            assert await claim(tx, "thief", world.clock.now, 5, 9) == []
        gate.opened.set()
        await world.until(run, "completed")

    play(test)


def test_a_stopped_worker_leaves_its_runs_to_be_claimed(play: Play) -> None:
    gate = Gate()

    async def test(world: World) -> None:
        run = await world.run()
        model = follow(code("1"), answer("done"))
        worker = world.worker(model, gate)
        assert await asyncio.to_thread(gate.reached.wait, 10)
        stopping = asyncio.create_task(worker.stop())
        await asyncio.sleep(0)
        gate.opened.set()
        await stopping
        left = await world.read(run)
        assert (left["status"], left["owner"]) == ("in_progress", None)
        world.worker(model, gate)
        await world.until(run, "completed")
        assert gate.passed == 1

    play(test)


def test_runs_expire(play: Play) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        worker = world.worker(follow(call("weather")))
        waiting = await world.until(run, "requires_action")
        world.clock.now += 599
        await worker.maintain()
        assert (await world.read(run))["status"] == "requires_action"
        world.clock.now += 1
        await worker.maintain()
        expired = await world.read(run)
        assert (expired["status"], expired["required_action"]) == ("expired", None)
        async with world.database.read() as tx:
            (step,) = await steps.history(tx, run["id"])
        assert step["status"] == "expired"
        assert (await world.story(run))[-2:] == ["run.step.expired", "run.expired"]
        with pytest.raises(ApiError, match='Runs in status "expired" do not accept'):
            await submit(world, expired | {"required_action": waiting["required_action"]}, "x")

    play(test)


def test_a_run_that_expires_in_the_middle_is_left_alone(play: Play) -> None:
    gate = Gate()

    async def test(world: World) -> None:
        run = await world.run()
        worker = world.worker(follow(code("1"), answer("done")), gate)
        assert await asyncio.to_thread(gate.reached.wait, 10)
        world.clock.now += 600
        await worker.maintain()
        gate.opened.set()
        await worker.stop()
        assert (await world.read(run))["status"] == "expired"
        assert "message.created" not in await world.story(run)

    play(test)


def test_the_oldest_run_comes_first(play: Play) -> None:
    async def test(world: World) -> None:
        made = [await world.run() for _ in range(3)]
        claimed: list[Any] = []
        async with world.database.write() as tx:
            for number in range(2):
                claimed += await claim(tx, str(number), world.clock.now, 5, 2)
        assert [one["id"] for one in claimed] == [one["id"] for one in made]
        assert [one["owner"] for one in claimed] == ["0", "0", "1"]

    play(test)


def test_the_same_world_twice_has_the_same_ids(tmp_path: Path) -> None:
    async def once(folder: str) -> str:
        (tmp_path / folder).mkdir()
        world = World(tmp_path / folder / "s.db")
        await world.database.open()
        run = await world.run()
        await world.database.close()
        return str(run["id"])

    assert asyncio.run(once("a")) == asyncio.run(once("b"))
