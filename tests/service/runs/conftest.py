"""Async tests of runs."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.support.service.world import Play, Test, World


@pytest.fixture
def play(tmp_path: Path) -> Play:
    """Run an async test in a world of its own."""

    @asynccontextmanager
    async def world() -> AsyncGenerator[World]:
        made = World(tmp_path / "s.db")
        await made.database.open()
        try:
            yield made
        finally:
            for worker in made.workers:
                await worker.stop()
            await made.database.close()

    async def play_async(test: Test) -> None:
        async with asyncio.timeout(60), world() as made:
            await test(made)

    def play(test: Test) -> None:
        asyncio.run(play_async(test))

    return play
