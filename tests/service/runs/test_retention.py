"""Threads that nobody uses are deleted after some days, with what nothing else needs."""

import io

from tests.support.service.world import Play, World

from openai_assistants_service.interpreter.monty import MontyInterpreter
from openai_assistants_service.models.builtin_model import BuiltinModel
from openai_assistants_service.models.registry import ModelRegistry
from openai_assistants_service.runs import Worker
from openai_assistants_service.storage import files, messages, threads
from openai_assistants_service.storage.paging import Window

DAY = 86_400


def keeper(world: World, days: int | None = 30) -> Worker:
    """A worker that is not started: it maintains when it is told to."""
    models = ModelRegistry(BuiltinModel()).get
    return Worker(
        world.database, world.indexer, models, MontyInterpreter(), delete_threads_after=days
    )


async def thread_of(world: World, *file_ids: str) -> str:
    async with world.database.write() as tx:
        thread = await threads.create(tx, {})
        text = [{"type": "text", "text": {"value": "Hi", "annotations": []}}]
        attachments = [{"file_id": one, "tools": []} for one in file_ids]
        values = {"role": "user", "content": text, "status": "completed"}
        await messages.create(tx, thread, (values, attachments))
    return thread


async def file_of(world: World, purpose: str) -> str:
    blobs = world.indexer.blobs
    async with blobs.receive(io.BytesIO(b"x")) as blob, world.database.write() as tx:
        row = await files.create(
            tx, {"filename": "a", "purpose": purpose, "bytes": 1, "digest": blob.digest}
        )
        await blobs.place(blob, row["id"])
    return str(row["id"])


async def kept(world: World) -> set[str]:
    async with world.database.read() as tx:
        return {row["id"] for row in (await threads.listing(tx, Window(limit=100))).rows}


async def kept_files(world: World) -> set[str]:
    async with world.database.read() as tx:
        return set(await files.every_id(tx))


def test_threads_go_with_the_files_that_their_programs_made(play: Play) -> None:
    async def test(world: World) -> None:
        world.blobs.folder.mkdir()
        made, shared = [await file_of(world, "assistants_output") for _ in range(2)]
        uploaded = await file_of(world, "assistants")
        await thread_of(world, made, shared, uploaded)
        world.clock.now += 20 * DAY
        young = await thread_of(world, shared)
        world.clock.now += 11 * DAY
        await keeper(world).maintain()
        assert await kept(world) == {young}
        assert await kept_files(world) == {shared, uploaded}
        assert {path.name for path in world.blobs.folder.iterdir()} == {shared, uploaded}

    play(test)


def test_threads_in_which_something_goes_on_are_kept(play: Play) -> None:
    async def test(world: World) -> None:
        run = await world.run()
        world.clock.now += 31 * DAY
        old = await thread_of(world)
        await keeper(world, 90).maintain()
        assert await kept(world) == {run["thread_id"], old}
        await keeper(world).maintain()  # the run has just expired: it ended only now
        assert run["thread_id"] in await kept(world)

    play(test)


def test_many_are_deleted_a_few_at_a_time(play: Play) -> None:
    async def test(world: World) -> None:
        for _ in range(45):
            await thread_of(world)
        world.clock.now += 31 * DAY
        worker, left = keeper(world), list[int]()
        for _ in range(4):
            await worker.maintain()
            left.append(len(await kept(world)))
        assert left == [25, 5, 0, 0]

    play(test)


def test_without_the_option_nothing_is_deleted(play: Play) -> None:
    async def test(world: World) -> None:
        thread = await thread_of(world)
        world.clock.now += 10_000 * DAY
        await keeper(world, None).maintain()
        assert await kept(world) == {thread}

    play(test)
