"""The schema: what the migrations make is what the tables say."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, text

from openai_assistants_service.storage import migrate as migrating
from openai_assistants_service.storage.migrate import WrongSchema, migrate
from openai_assistants_service.storage.sqlite import FULL_TEXT
from openai_assistants_service.storage.sqlite_database import SqliteDatabase
from openai_assistants_service.storage.tables import metadata

pytestmark = pytest.mark.sqlite


@pytest.fixture
def engine() -> Iterator[Engine]:
    made = create_engine("sqlite://")
    yield made
    made.dispose()


def own(name: str | None, kind: str, _: object) -> bool:
    return not (kind == "table" and (name or "").startswith("chunk_index"))


def schema(connection: Connection) -> dict[str, str]:
    rows = connection.execute(
        text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type != 'table'")
    )
    return {name: " ".join(sql.split()) for name, sql in rows}


def test_the_migrated_schema_is_the_metadata(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection)
        context = MigrationContext.configure(connection, opts={"include_name": own})
        assert compare_metadata(context, metadata) == []
        migrated = schema(connection)
    other = create_engine("sqlite://")
    with other.begin() as connection:
        metadata.create_all(connection)
        for statement in FULL_TEXT:
            connection.execute(text(statement))
        assert schema(connection) == migrated
    other.dispose()


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection)
        before = schema(connection)
        migrate(connection)
        assert schema(connection) == before


def test_what_an_older_version_wrote_is_kept(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection, "0001")
        connection.execute(text("INSERT INTO vector_stores (id, created_at) VALUES ('vs_a', 1)"))
        migrate(connection)
        rows = connection.execute(text("SELECT id, description FROM vector_stores")).fetchall()
        assert [tuple(row) for row in rows] == [("vs_a", None)]


def test_answers_can_be_kept_in_what_an_older_version_wrote(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection, "0002")
        migrate(connection)
        rows = connection.execute(text("SELECT * FROM idempotency_keys")).fetchall()
        assert rows == []


def test_one_line_of_migrations() -> None:
    folder = Path(migrating.__file__).parent / "migrations"
    assert len(ScriptDirectory(str(folder)).get_heads()) == 1


def test_a_newer_database_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        migrate(connection)
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        with pytest.raises(WrongSchema, match="9999"):
            migrate(connection)


def test_two_processes_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    async def both() -> None:
        databases = [SqliteDatabase(tmp_path / "s.db") for _ in range(2)]
        await asyncio.gather(*(one.open() for one in databases))
        await asyncio.gather(*(one.close() for one in databases))

    asyncio.run(both())


def test_pragmas(tmp_path: Path) -> None:
    async def check() -> None:
        database = SqliteDatabase(tmp_path / "s.db")
        await database.open()
        async with database.write() as tx:
            values = [
                (await tx.values(text(f"PRAGMA {name}")))[0]
                for name in ("journal_mode", "foreign_keys")
            ]
        assert values == ["wal", 1]
        await database.close()

    asyncio.run(check())


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    async def write_badly(database: SqliteDatabase) -> None:
        async with database.write() as tx:
            await tx.run(text("INSERT INTO threads (id, created_at) VALUES ('a', 1)"))
            raise ZeroDivisionError

    async def fail() -> None:
        database = SqliteDatabase(tmp_path / "s.db")
        await database.open()
        with pytest.raises(ZeroDivisionError):
            await write_badly(database)
        await database.close()

    asyncio.run(fail())
    with closing(sqlite3.connect(tmp_path / "s.db")) as connection:
        assert connection.execute("SELECT count(*) FROM threads").fetchone() == (0,)
