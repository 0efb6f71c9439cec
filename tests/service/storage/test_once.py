"""What has a key is carried out once, whoever asks first."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import Engine
from tests.support.service.databases import database_at

from openai_assistants_service.errors import ApiError
from openai_assistants_service.storage.database import Answer, Database, Transactions
from openai_assistants_service.storage.idempotency import RETENTION
from openai_assistants_service.storage.sqlite import BEGIN_TO_WRITE

INSERT = text("INSERT INTO threads (id, created_at) VALUES ('a', 1)")
COUNT = text("SELECT count(*) FROM threads")
ANSWER = Answer(200, {"content-type": "a/b"}, b"body")


def in_databases(path: Path, work: Callable[[Database, Database], Awaitable[None]]) -> None:
    """Work with two databases on one file, as two processes have them."""

    async def run() -> None:
        both = database_at(path), database_at(path)
        for one in both:
            await one.open()
        try:
            await work(*both)
        finally:
            for one in both:
                await one.close()

    asyncio.run(run())


async def insert(transactions: Transactions) -> Answer:
    async with transactions.write() as tx:
        await tx.run(INSERT)
    return ANSWER


async def never(_: Transactions) -> Answer:
    raise AssertionError


async def count(database: Database) -> int:
    async with database.read() as tx:
        return int((await tx.values(COUNT))[0])


@pytest.mark.sqlite
def test_two_at_once(tmp_path: Path) -> None:
    async def work(one: Database, other: Database) -> None:
        both = asyncio.Event()
        begun: list[object] = []

        async def insert_meanwhile(transactions: Transactions) -> Answer:
            await both.wait()
            return await insert(transactions)

        @event.listens_for(Engine, "before_cursor_execute")
        def count_writers(_: Connection, cursor: object, statement: str, *others: object) -> None:
            if statement == BEGIN_TO_WRITE:
                begun.append(cursor)
            if len(begun) == 2:
                both.set()

        acts = (each.once("k", "d", insert_meanwhile) for each in (one, other))
        answers = await asyncio.wait_for(asyncio.gather(*acts), 20)
        event.remove(Engine, "before_cursor_execute", count_writers)
        assert sorted(answer.replayed for answer in answers) == [False, True]
        assert {(answer.status, answer.body) for answer in answers} == {(200, b"body")}
        assert [dict(answer.headers) for answer in answers] == [{"content-type": "a/b"}] * 2
        assert await count(one) == 1

    in_databases(tmp_path / "s.db", work)


def test_what_fails_leaves_its_key_free(tmp_path: Path) -> None:
    async def fail(transactions: Transactions) -> Answer:
        await insert(transactions)
        raise ZeroDivisionError

    async def work(one: Database, other: Database) -> None:
        with pytest.raises(ZeroDivisionError):
            await one.once("k", "d", fail)
        assert await count(one) == 0
        assert not (await other.once("k", "another", insert)).replayed
        with pytest.raises(ApiError) as caught:
            await one.once("k", "d", never)
        assert (caught.value.status, caught.value.code) == (422, "idempotency_key_reused")

    in_databases(tmp_path / "s.db", work)


def test_a_key_that_has_expired_is_free(tmp_path: Path) -> None:
    now = [1_700_000_000.0]

    async def work() -> None:
        database = database_at(tmp_path / "s.db", lambda: now[0])
        await database.open()
        await database.once("k", "d", insert)
        now[0] += RETENTION - 1
        assert (await database.once("k", "d", never)).replayed
        now[0] += 1

        async def other(_: Transactions) -> Answer:
            return Answer(201, {}, b"")

        assert await database.once("k", "other", other) == Answer(201, {}, b"")
        assert await database.once("k", "other", never) == Answer(201, {}, b"", replayed=True)
        await database.close()

    asyncio.run(work())
