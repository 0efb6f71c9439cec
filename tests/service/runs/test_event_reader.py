"""The reader of a run's events: woken by commits, a page at a time, to the end of a stream."""

import asyncio
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, asynccontextmanager
from statistics import median

import pytest
from tests.support.service.databases import database_at
from tests.support.service.scripted import PausingModel, Turn, answer, call, follow
from tests.support.service.world import Play, World

from openai_assistants_service.models.base import Finish, TextDelta
from openai_assistants_service.runs import event_reader
from openai_assistants_service.runs.event_reader import EventReader, RunDeleted
from openai_assistants_service.runs.lifecycle import STREAM_ENDS
from openai_assistants_service.runs.tool_outputs import submit
from openai_assistants_service.storage import events, threads
from openai_assistants_service.storage.database import Row, StorageError, Tx

WORDS: Turn = [TextDelta("one "), TextDelta("two "), TextDelta("three"), Finish("stop")]


@pytest.fixture
def no_polling(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that is not woken never looks."""
    monkeypatch.setattr(event_reader, "_SHORTEST_PAUSE", 3600.0)
    monkeypatch.setattr(event_reader, "_LONGEST_PAUSE", 3600.0)


async def read(reader: EventReader) -> list[Row]:
    async with asyncio.timeout(20), aclosing(reader.pages()) as pages:
        return [event async for page in pages for event in page]


def names(told: Sequence[Row]) -> list[str]:
    return [event["name"].removeprefix("thread.") for event in told]


def changed_texts(page: Sequence[Row]) -> list[str]:
    return [
        event["data"]["delta"]["content"][0]["text"]["value"]
        for event in page
        if event["name"] == "thread.message.delta"
    ]


@pytest.mark.usefixtures("no_polling")
def test_a_reader_is_woken_by_what_is_committed(play: Play) -> None:
    """From the creation of the run to its end, without looking once by itself."""
    model = PausingModel(WORDS)

    async def test(world: World) -> None:
        run = await world.run()
        seen: list[str] = []
        async with asyncio.timeout(20):
            async with aclosing(EventReader(world.database, run["id"], 0).pages()) as pages:
                assert names(await anext(pages)) == ["run.created", "run.queued"]
                world.worker(model)
                async for page in pages:
                    seen += names(page)
                    model.release()
        assert seen[0] == "run.in_progress"
        assert seen[-3:] == ["message.completed", "run.step.completed", "run.completed"]
        assert seen.count("message.delta") == 3
        assert names(await world.events(run)) == ["run.created", "run.queued", *seen]

    play(test)


@pytest.mark.usefixtures("no_polling")
def test_a_delta_is_read_within_100_ms(play: Play) -> None:
    """From when the model may go on; the median, as the machine may be busy."""
    model = PausingModel([*[TextDelta(f"{n} ") for n in range(30)], Finish("stop")])

    async def test(world: World) -> float:
        run = await world.run()
        world.worker(model)
        waits: list[float] = []
        model.release()
        released = time.monotonic()
        async with aclosing(EventReader(world.database, run["id"], 0).pages()) as pages:
            async for page in pages:
                if changed_texts(page):
                    waits.append(time.monotonic() - released)
                    released = time.monotonic()
                    model.release()
        return median(waits)

    async def timed(world: World) -> None:
        assert await test(world) < 0.1

    play(timed)


def test_what_another_process_commits_is_found(play: Play) -> None:
    """Another database object on the same file tells this one nothing."""
    model = PausingModel(WORDS)

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(model)
        other = database_at(world.path, world.clock)
        await other.open()
        try:
            reading = asyncio.create_task(read(EventReader(other, run["id"], 0)))
            model.release(len(WORDS))
            told = await reading
        finally:
            await other.close()
        assert names(told) == names(await world.events(run))

    play(test)


def test_a_database_that_was_away_is_read_on(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """As while its server starts again; a reader gives up when it stays away."""

    @asynccontextmanager
    async def away() -> AsyncGenerator[Tx]:
        raise StorageError("away")
        yield

    async def test(world: World) -> None:
        run = await world.run()
        every = await world.events(run)
        pages = EventReader(world.database, run["id"], 0).pages()
        with monkeypatch.context() as patch:
            patch.setattr(world.database, "read", away)
            reading = asyncio.ensure_future(anext(pages))
            await asyncio.wait([reading], timeout=0.01)
            assert not reading.done()
        assert await reading == every
        await pages.aclose()
        monkeypatch.setattr(event_reader, "PATIENCE", 0.0)
        monkeypatch.setattr(world.database, "read", away)
        with pytest.raises(StorageError):
            await anext(EventReader(world.database, run["id"], 0).pages())

    play(test)


def test_a_late_reader_gets_all_of_it_and_one_behind_a_place_the_rest(play: Play) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        world.worker(follow(answer("done")))
        await world.until(run, "completed")
        every = await world.events(run)
        for number in range(len(every)):
            after = every[number - 1]["seq"] if number else 0
            assert await read(EventReader(world.database, run["id"], after)) == every[number:]

    play(test)


def test_a_stream_ends_where_the_run_waits_and_the_next_goes_on(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the pages end; also long after the run went on."""
    monkeypatch.setattr(event_reader, "_PAGE", 3)

    async def test(world: World) -> None:
        run = await world.run()
        world.worker(follow(call("weather", city="x"), call("weather", city="y"), answer("done")))
        places = [0]
        for _ in range(2):
            waiting = await world.until(run, "requires_action")
            calls = waiting["required_action"]["submit_tool_outputs"]["tool_calls"]
            async with world.database.write() as tx:
                places.append(await events.last(tx, run["id"]))
                await submit(tx, waiting, [{"tool_call_id": one["id"]} for one in calls])
            world.workers[0].wake()
        await world.until(run, "completed")
        streams = [await read(EventReader(world.database, run["id"], place)) for place in places]
        assert [names(told)[-1] for told in streams] == [
            "run.requires_action",
            "run.requires_action",
            "run.completed",
        ]
        assert [names(told)[0] for told in streams[1:]] == ["run.step.completed"] * 2
        assert [event for told in streams for event in told] == await world.events(run)

    play(test)


def test_a_slow_reader_holds_a_page_and_no_transaction(play: Play) -> None:
    """The run ends while its reader has not taken the second page; writers are not kept waiting."""
    model = follow([*[TextDelta(f"{n} ") for n in range(2000)], Finish("stop")])

    async def test(world: World) -> None:
        run = await world.run()
        pages = EventReader(world.database, run["id"], 0).pages()
        told = list(await anext(pages))
        world.worker(model)
        await world.until(run, "completed")
        async for page in pages:
            assert len(page) <= event_reader._PAGE
            told += page
        assert changed_texts(told) == [f"{n} " for n in range(2000)]

    play(test)


def test_a_reader_whose_run_is_deleted_hears_so(play: Play) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        pages = EventReader(world.database, run["id"], 0).pages()
        await anext(pages)
        async with world.database.write() as tx:
            await threads.remove(tx, run["thread_id"])
        async with asyncio.timeout(20):
            with pytest.raises(RunDeleted):
                await anext(pages)

    play(test)


@pytest.mark.usefixtures("no_polling")
def test_a_reader_that_waits_can_be_stopped(play: Play) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        reader = EventReader(world.database, run["id"], 0)
        reading = asyncio.create_task(read(reader))
        while not reader._changes._waiting._by_topic:
            await asyncio.sleep(0)
        reader.stop()
        assert names(await reading) in ([], ["run.created", "run.queued"])
        assert not reader._changes._waiting._by_topic

    play(test)


@pytest.mark.usefixtures("no_polling")
def test_silence_gives_pages_without_events(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_reader, "KEEP_ALIVE", 0.02)

    async def test(world: World) -> None:
        run = await world.run()
        pages = EventReader(world.database, run["id"], 0).pages()
        async with asyncio.timeout(20), aclosing(pages):
            assert await anext(pages)
            assert [await anext(pages) for _ in range(3)] == [[], [], []]

    play(test)


def test_events_are_deleted_a_day_after_the_run_had_to_end(play: Play) -> None:
    """Of the run whose time is over, and of no other; runs, steps and messages stay."""

    async def test(world: World) -> None:
        worker = world.worker(follow(answer("done")))
        old = await world.run()
        worker.wake()
        await world.until(old, "completed")
        world.clock.now += 1
        new = await world.run()
        worker.wake()
        await world.until(new, "completed")
        world.clock.now = old["expires_at"] + events.RETENTION - 1
        await worker.maintain()
        assert len(await world.events(old)) == len(await world.events(new))
        world.clock.now += 1
        await worker.maintain()
        assert await world.events(old) == []
        assert names(await world.events(new))[-1] == "run.completed"
        assert len(await world.messages(old)) == len(await world.steps(old)) == 1

    play(test)


def test_events_are_deleted_with_their_thread(play: Play) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        async with world.database.write() as tx:
            await threads.remove(tx, run["thread_id"])
        assert await world.events(run) == []

    play(test)


def test_the_ends_of_streams() -> None:
    assert {name.removeprefix("thread.run.") for name in STREAM_ENDS} == {
        "requires_action",
        "completed",
        "failed",
        "incomplete",
        "expired",
        "cancelled",
    }
