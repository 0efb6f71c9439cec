"""PostgreSQL: the same schema, many writers at once, and what one process tells the others."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import asyncpg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection as SqlConnection
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import create_async_engine
from tests.support.service.databases import Server

from openai_assistants_service.errors import ApiError
from openai_assistants_service.runs.create_run import create_run
from openai_assistants_service.runs.transitions import claim
from openai_assistants_service.storage import assistants, events, messages, runs, threads
from openai_assistants_service.storage.conflicts import until_settled
from openai_assistants_service.storage.database import (
    Answer,
    Conflict,
    Row,
    StorageError,
    Transactions,
    Tx,
)
from openai_assistants_service.storage.location import Postgres, locate
from openai_assistants_service.storage.migrate import WrongSchema
from openai_assistants_service.storage.postgres_database import PostgresDatabase
from openai_assistants_service.storage.postgres_listener import Connect, Listener
from openai_assistants_service.storage.server_clock import ServerClock
from openai_assistants_service.storage.subscriptions import Subscription, Subscriptions
from openai_assistants_service.storage.tables import metadata
from openai_assistants_service.storage.tables import threads as threads_table


class Connection:
    """What a listener needs of a connection, which is lost once something is told."""

    def __init__(self, error: Exception | None) -> None:
        self._error = error
        self.told: list[list[str]] = []

    async def add_listener(self, channel: str, hear: object) -> None:
        """Nothing is heard."""

    async def fetchval(self, query: str, timeout: float) -> float:
        return 0.0

    async def execute(self, query: str, topics: list[str], timeout: float) -> None:
        if self._error is not None:
            raise self._error
        self.told.append(topics)

    async def close(self, timeout: float) -> None:
        """There is nothing to close."""

    def terminate(self) -> None:
        """There is nothing to close."""


Both = Callable[[PostgresDatabase, PostgresDatabase], Awaitable[None]]
NOT_IN_TABLES = {"embedding", "ix_chunks_words", "words"}


@pytest.fixture
def at(postgres: Server, tmp_path: Path) -> Postgres:
    return postgres.at(tmp_path / "s.db")


def play(at: Postgres, work: Both) -> None:
    """Work with two objects on one database, as two processes have them."""

    async def run() -> None:
        async with asyncio.timeout(30), opened(at) as one, opened(at) as other:
            await work(one, other)

    asyncio.run(run())


@asynccontextmanager
async def opened(at: Postgres) -> AsyncGenerator[PostgresDatabase]:
    database = PostgresDatabase(at)
    await database.open()
    try:
        yield database
    finally:
        await database.close()


async def furnish(database: PostgresDatabase) -> tuple[str, str]:
    values: Row = {"model": "m", "tools": [], "metadata": {}, "instructions": "i"}
    async with database.write() as tx:
        return await assistants.create(tx, values), await threads.create(tx, {})


async def enqueue(tx: Tx, thread: str, assistant: str) -> Row:
    return await create_run(tx, await threads.require(tx, thread), {"assistant_id": assistant})


@pytest.mark.filterwarnings("ignore:Did not recognize type 'vector'")
def test_the_migrated_schema_is_the_metadata(at: Postgres) -> None:
    def compare(connection: SqlConnection) -> list[object]:
        def ours(name: str | None, *_: object) -> bool:
            return name not in NOT_IN_TABLES

        context = MigrationContext.configure(connection, opts={"include_name": ours})
        return list(compare_metadata(context, metadata))

    async def look() -> list[object]:
        engine = create_async_engine(at.url.replace("postgresql", "postgresql+asyncpg", 1))
        async with engine.connect() as connection:
            found = await connection.run_sync(compare)
        await engine.dispose()
        return found

    assert asyncio.run(look()) == []


def test_a_new_database_is_migrated_once_by_two_processes(postgres: Server, tmp_path: Path) -> None:
    at = postgres.empty(tmp_path / "new.db")

    async def both() -> None:
        databases = [PostgresDatabase(at) for _ in range(2)]
        await asyncio.gather(*(one.open() for one in databases))
        assert await furnish(databases[0])
        await asyncio.gather(*(one.close() for one in databases))

    asyncio.run(both())


def test_a_database_of_something_else_is_left_alone(postgres: Server, tmp_path: Path) -> None:
    at = postgres.empty(tmp_path / "other.db")
    postgres.fetch(tmp_path / "other.db", "CREATE TABLE accounts (id int)")

    async def refused() -> None:
        database = PostgresDatabase(at)
        with pytest.raises(StorageError, match="belongs to another application") as caught:
            await database.open()
        await database.close()
        assert isinstance(caught.value.__cause__, WrongSchema)

    asyncio.run(refused())
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert postgres.fetch(tmp_path / "other.db", tables) == [(1,)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("@/", "@127.0.0.1:1/"), "refused"),
        (("postgres:", "nobody:"), "error|refuses"),
        (("t_", "no_such_"), "no such database"),
    ],
)
def test_errors_name_the_database_and_no_password(
    at: Postgres, change: tuple[str, str], reason: str
) -> None:
    url = at.url.replace(*change).replace("postgres:@", "postgres:s3cret@")
    url = url.replace("nobody:@", "nobody:s3cret@")
    if "127.0.0.1" in url:
        url = url.partition("?")[0]
    wrong = Postgres(url, at.files)

    async def refused() -> str:
        database = PostgresDatabase(wrong)
        with pytest.raises(StorageError) as caught:
            await database.open()
        await database.close()
        error = caught.value
        return f"{error!r} {error} {error.__cause__!r} {wrong!r} {wrong}"

    said = asyncio.run(refused())
    assert "s3cret" in wrong.url
    assert "s3cret" not in said
    assert str(wrong) in said
    assert any(word in said for word in reason.split("|"))


def test_what_a_url_of_a_database_may_be() -> None:
    assert locate("a.db") == Path("a.db")
    assert locate("postgresql://u:p@h/n") == Postgres("postgresql://u:p@h/n", Path("n.files"))
    for wrong in ("mysql://h/n", "postgresql://h", "postgresql://h/"):
        with pytest.raises(ValueError, match="URL"):
            locate(wrong)
    with pytest.raises(ValueError, match="beside it"):
        locate("a.db", Path("files"))


def test_without_the_driver_the_message_says_what_to_install(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['asyncpg'] = None; "
        "from openai_assistants_service.__main__ import main; "
        "sys.exit(main(['--database', 'postgresql://u:s3cret@127.0.0.1:1/n']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path
    )
    assert ended.returncode == 1
    assert "pip install 'openai-assistants[postgres]'" in ended.stderr
    assert "s3cret" not in ended.stderr


def test_the_driver_is_loaded_for_postgresql_only(tmp_path: Path) -> None:
    program = (
        "import sys; from openai_assistants_service import LocalService; "
        f"LocalService({str(tmp_path / 's.db')!r}).start().stop(); "
        "assert 'asyncpg' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_thread_gets_one_run_whoever_asks_at_once(at: Postgres) -> None:
    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        assistant, thread = await furnish(one)

        async def create(database: PostgresDatabase) -> str:
            try:
                async with database.write() as tx:
                    await enqueue(tx, thread, assistant)
            except ApiError as error:
                return error.message
            return ""

        said = await asyncio.gather(*(create(each) for each in (one, other) * 8))
        assert said.count("") == 1
        assert {"already has an active run" in each for each in said if each} == {True}

    play(at, work)


def test_each_run_is_claimed_once(at: Postgres) -> None:
    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        made: set[str] = set()
        for _ in range(20):
            assistant, thread = await furnish(one)
            async with one.write() as tx:
                made.add((await enqueue(tx, thread, assistant))["id"])

        async def take(database: PostgresDatabase, worker: int) -> list[str]:
            taken: list[str] = []
            while True:
                async with database.write() as tx:
                    some = await claim(tx, f"{worker}:{len(taken)}", database.clock(), 60, 2)
                if not some:
                    return taken
                taken += [run["id"] for run in some]

        took = await asyncio.gather(*(take((one, other)[i % 2], i) for i in range(6)))
        every = [run for some in took for run in some]
        assert len(every) == 20
        assert set(every) == made

    play(at, work)


def test_a_claim_passes_by_a_run_that_another_is_about_to_take(at: Postgres) -> None:
    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        ids: list[str] = []
        for _ in range(2):
            assistant, thread = await furnish(one)
            async with one.write() as tx:
                ids.append((await enqueue(tx, thread, assistant))["id"])
        async with one.write() as mine, other.write() as theirs:
            first = await claim(mine, "a", one.clock(), 60, 1)
            second = await claim(theirs, "b", other.clock(), 60, 9)
        assert [run["id"] for run in first + second] == ids

    play(at, work)


def test_messages_have_the_order_in_which_they_were_committed(at: Postgres) -> None:
    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        _, thread = await furnish(one)
        committed: list[str] = []

        async def add(database: PostgresDatabase, number: int) -> None:
            values: Row = {"role": "user", "content": [], "status": "completed"}
            async with database.write() as tx:
                await threads.require(tx, thread)
                row = await messages.create(tx, thread, (values, ()))
                await asyncio.sleep(0)
                tx.on_commit(lambda: committed.append(row["id"]))

        await asyncio.gather(*(add((one, other)[n % 2], n) for n in range(16)))
        async with one.read() as tx:
            assert [row["id"] for row in await messages.history(tx, thread)] == committed

    play(at, work)


def test_who_writes_to_a_run_waits_for_who_holds_it(at: Postgres) -> None:
    """So the events of a run have the order in which they were committed."""

    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        assistant, thread = await furnish(one)
        async with one.write() as tx:
            await enqueue(tx, thread, assistant)
        async with one.write() as tx:
            (run,) = await claim(tx, "worker", one.clock(), 60, 9)

        async def cancel() -> None:
            async with other.write() as tx:
                await threads.require(tx, thread)
                await runs.get(tx, thread, run["id"])
                events.emit(tx, run["id"], "second", {})

        async with one.write() as tx:
            await runs.hold(tx, run)
            cancelling = asyncio.create_task(cancel())
            await waits(one, 1)
            events.emit(tx, run["id"], "first", {})
        await cancelling
        async with one.read() as tx:
            told = await events.listing(tx, run["id"])
        assert [event["name"] for event in told][-2:] == ["first", "second"]

    play(at, work)


async def waits(database: PostgresDatabase, number: int) -> None:
    """Return once so many transactions wait for a lock."""
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE wait_event_type = 'Lock' AND datname = current_database()"
    )
    while True:
        async with database.read() as tx:
            if (await tx.values(waiting))[0] >= number:
                return


def test_of_the_same_request_sent_twice_the_second_waits_for_the_first(at: Postgres) -> None:
    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        async def insert(transactions: Transactions) -> Answer:
            async with transactions.write() as tx:
                thread = await threads.create(tx, {})
                await waits(one, 1)
            return Answer(200, {}, thread.encode())

        acts = [each.once("k", "d", insert) for each in (one, other)]
        answers = await asyncio.gather(*acts)
        assert sorted(answer.replayed for answer in answers) == [False, True]
        assert len({answer.body for answer in answers}) == 1

    play(at, work)


def test_what_is_undone_for_another_is_done_again(at: Postgres) -> None:
    """Two transactions that wait for each other: both are done in the end, one the second time."""

    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        ids = [(await furnish(one))[1] for _ in range(2)]
        tries: list[str] = []
        both = asyncio.Barrier(2)

        async def change(database: PostgresDatabase, name: str, order: list[str]) -> None:
            async with database.write() as tx:
                await threads.change(tx, order[0], {name: "1"})
                tries.append(name)
                if tries.count(name) == 1:
                    await both.wait()
                await threads.change(tx, order[1], {name: "1"})

        await asyncio.gather(
            until_settled(lambda: change(one, "a", ids)),
            until_settled(lambda: change(other, "b", ids[::-1])),
        )
        assert sorted(tries) in (["a", "a", "b"], ["a", "b", "b"])

    play(at, work)


def test_a_conflict_that_does_not_end_is_raised() -> None:
    tries: list[int] = []

    async def lose() -> None:
        tries.append(1)
        raise Conflict("lost")

    with pytest.raises(Conflict):
        asyncio.run(until_settled(lose))
    assert len(tries) == 5


async def notify(database: PostgresDatabase, topic: str) -> None:
    async with database.write() as tx:
        tx.notify(topic)


def test_what_one_process_commits_wakes_another(at: Postgres) -> None:
    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        with other.subscribe("topic") as changes, other.subscribe("else") as elsewhere:
            waiting = asyncio.create_task(changes.wait(60))
            unrelated = asyncio.create_task(elsewhere.wait(60))
            await notify(one, "topic")
            await waiting
            assert not unrelated.done()
            await notify(one, "else")
            await unrelated

    play(at, work)


def test_a_listener_that_was_cut_off_wakes_everybody_and_listens_again(
    at: Postgres, caplog: pytest.LogCaptureFixture
) -> None:
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        " AND datname = current_database() AND query LIKE '%clock_timestamp%'"
    )

    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        with other.subscribe("topic") as changes:
            async with one.read() as tx:
                assert len(await tx.values(cut)) == 2
            await notify(other, "else")  # it is noticed at the latest when something is told
            await changes.wait(60)
            waiting = asyncio.create_task(changes.wait(60))
            while not waiting.done():
                await notify(one, "topic")
                await asyncio.wait([waiting], timeout=0.01)

    play(at, work)
    assert "lost the connection" in caplog.text


@pytest.mark.parametrize(
    "error",
    [
        asyncpg.InternalClientError("cannot switch to state 11"),
        asyncpg.InterfaceError("connection is closed"),
        asyncpg.ConnectionDoesNotExistError("connection was closed"),
        ConnectionResetError(),
        TimeoutError(),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_a_lost_connection_raises_there_is_another(error: Exception) -> None:
    """It depends on the moment at which the server closed it."""
    made: list[Connection] = []

    async def connect() -> Connection:
        made.append(Connection(error if not made else None))
        return made[-1]

    async def work() -> None:
        subscriptions = Subscriptions()
        listener = Listener(cast("Connect", connect), subscriptions, ServerClock())
        await listener.start()
        with Subscription(subscriptions, "topic") as changes:
            listener.tell(["else"])
            await changes.wait(60)  # of what was lost meanwhile nobody was told
        listener.tell(["more"])
        await listener.stop()

    asyncio.run(asyncio.wait_for(work(), 30))
    assert [one.told for one in made] == [[], [["more"]]]


def test_a_database_that_was_away_is_used_again(at: Postgres) -> None:
    """A connection that was lost costs one transaction; the next has a new one."""
    cut = text(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE pid <> pg_backend_pid() AND datname = current_database()"
    )

    async def look(tx: Tx) -> list[int]:
        return await tx.values(text("SELECT 1"))

    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        async with other.read() as tx:
            await look(tx)
        async with one.read() as tx:
            await tx.values(cut)
        with pytest.raises(StorageError, match=r"connection|stopping|57P01"):
            async with other.read() as tx:
                await look(tx)
        async with other.read() as tx:
            assert await look(tx) == [1]

    play(at, work)


def test_a_nul_is_stored_in_json_and_refused_in_a_name(at: Postgres) -> None:
    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        async with one.write() as tx:
            thread = await threads.create(tx, {"a": "b\0"})
        async with other.read() as tx:
            assert (await threads.require(tx, thread))["metadata"] == {"a": "b\0"}
        with pytest.raises(ApiError, match=r"U\+0000") as caught:
            async with one.write() as tx:
                await assistants.create(tx, {"model": "m\0"})
        assert caught.value.status == 400

    play(at, work)


def test_readers_have_a_snapshot(at: Postgres) -> None:
    async def work(one: PostgresDatabase, other: PostgresDatabase) -> None:
        _, thread = await furnish(one)
        async with other.read() as tx:
            before = await threads.require(tx, thread)
            async with one.write() as writing:
                statement = update(threads_table).values(metadata={"a": "b"})
                await writing.run(statement)
            assert await threads.require(tx, thread) == before

    play(at, work)


def test_the_clock_is_the_servers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the time of day of this machine; in between it goes by the monotonic clock."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    monkeypatch.setattr("time.time", lambda: 5.0)
    clock = ServerClock()
    assert clock() == 5.0
    asked = now[0]
    now[0] += 2.0
    clock.set(1_700_000_001.0, asked)
    assert clock() == 1_700_000_002.0
    now[0] += 10.0
    assert clock() == 1_700_000_012.0
