"""PostgreSQL compares vectors as the service would, with the same result; or leaves it to that."""

import asyncio
import logging
import struct
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select, text
from tests.support.service.api import Api
from tests.support.service.databases import Server
from tests.support.service.stores import fill, wait

from openai_assistants_service import LocalService
from openai_assistants_service.storage import pgvector, postgres, vectors
from openai_assistants_service.storage.database import Tx
from openai_assistants_service.storage.location import Postgres
from openai_assistants_service.storage.postgres_database import PostgresDatabase
from openai_assistants_service.storage.tables import chunks

FILES = 8
WINDOWS = 3
SIZE = 40


@pytest.fixture
def at(postgres: Server, tmp_path: Path) -> Postgres:
    return postgres.at(tmp_path / "s.db")


@pytest.fixture
def random() -> Random:
    return Random(1)


def packed(numbers: Sequence[float]) -> bytes:
    return struct.pack(f"<{len(numbers)}f", *numbers)


def unit(random: Random, size: int = SIZE) -> bytes:
    """A vector of length 1."""
    numbers = [random.gauss(0, 1) for _ in range(size)]
    length = sum(number**2 for number in numbers) ** 0.5
    return packed([number / length for number in numbers])


@asynccontextmanager
async def writing(at: Postgres) -> AsyncGenerator[Tx]:
    database = PostgresDatabase(at)
    await database.open()
    try:
        async with database.write() as tx:
            yield tx
    finally:
        await database.close()


@pytest.fixture
def store(at: Postgres, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A vector store with files of one chunk each."""
    monkeypatch.chdir(tmp_path)  # the folder of files is made there
    with LocalService(at.url) as service, Api.of(service) as api:
        made = fill(api, {f"{n}.txt": f"Number {n}.".encode() for n in range(FILES)})
        wait(api, made)
    return made.rpartition("/")[2]


def test_what_is_nearest(
    at: Postgres, store: str, random: Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = [unit(random) for _ in range(20)]

    async def search(tx: Tx, among: list[int] | None) -> list[list[tuple[int, float]]]:
        found = [
            await vectors.nearest(tx, [store], "m", query, limit=5, among=among)
            for query in queries
        ]
        return [[(one.seq, one.weight) for one in some] for some in found]

    async def test() -> None:
        async with writing(at) as tx:
            rows = await tx.all(select(chunks.c.seq, chunks.c.store_file))
            made = {row["seq"]: [unit(random) for _ in range(WINDOWS)] for row in rows}
            await vectors.add(tx, "m", made)
            await vectors.add(tx, "other", {rows[0]["seq"]: [unit(random)]})
            await vectors.add(tx, "m", {})
            short = {rows[0]["seq"]: [*made[rows[0]["seq"]], unit(random, SIZE // 2)][-1:]}
            await vectors.add(tx, "short", short)
            for among in (None, [row["store_file"] for row in rows[:3]]):
                assert await tx.first(pgvector.IS_THERE)
                there = await search(tx, among)
                with monkeypatch.context() as patched:
                    patched.setitem(vars(postgres), "VECTORS", None)
                    here = await search(tx, among)
                assert [[seq for seq, _ in one] for one in there] == [
                    [seq for seq, _ in one] for one in here
                ]
                assert [len(one) for one in there] == [3 if among else 5] * len(queries)
                for one, other in zip(there, here, strict=True):
                    assert [weight for _, weight in one] == pytest.approx(
                        [weight for _, weight in other], abs=1e-6
                    )
            assert await vectors.nearest(tx, [store], "short", queries[0], limit=5) == []

    asyncio.run(test())


def test_a_vector_is_what_its_bytes_say(at: Postgres, random: Random) -> None:
    """Of any bits that are a finite number: large and small, subnormal, zero."""
    bits = [0, 1, 0x80000000, 0x007FFFFF, 0x00800000, 0x7F7FFFFF, 0xFF7FFFFF, 0x3F800000]
    bits += [one for one in (random.getrandbits(32) for _ in range(4000)) if one >> 23 & 255 < 255]
    data = struct.pack(f"<{len(bits)}I", *bits)

    async def test() -> None:
        numbers = text("SELECT vector_of(:data)::real[] AS numbers")
        async with writing(at) as tx:
            row = await tx.first(numbers, {"data": data})
            assert row is not None
            assert row["numbers"] == list(struct.unpack(f"<{len(bits)}f", data))
            for refused in (packed([float("inf")]), packed([1, float("nan")]), b"", bytes(64_004)):
                assert await tx.values(numbers, {"data": refused}) == [None]

    asyncio.run(test())


@pytest.mark.parametrize("statements", [("SELECT nonsense",), ("SELECT 1", "SELECT 1 / 0")])
def test_a_server_that_cannot_leaves_it_to_the_service(
    postgres: Server,
    tmp_path: Path,
    statements: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(pgvector, "_PREPARE", statements)
    caplog.set_level(logging.INFO)

    async def test() -> None:
        async with writing(postgres.empty(tmp_path / "s.db")) as tx:
            assert await tx.first(pgvector.IS_THERE) is None
            assert await vectors.nearest(tx, ["vs_1"], "m", packed([1.0]), limit=5) == []

    asyncio.run(test())
    assert "vectors are compared by the service, not by PostgreSQL" in caplog.text


def test_a_server_without_the_extension(
    postgres: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pgvector, "_CAN_BE", text("SELECT 1 WHERE false"))

    async def test() -> None:
        async with writing(postgres.empty(tmp_path / "s.db")) as tx:
            assert await tx.first(pgvector.IS_THERE) is None

    asyncio.run(test())
