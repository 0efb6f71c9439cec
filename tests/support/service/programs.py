"""Run programs in one session of an interpreter."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from openai_assistants_service.interpreter.base import InputFile, Interpreter, Outcome


def run_all(
    interpreter: Interpreter, *sources: str, files: Sequence[InputFile] = ()
) -> list[Outcome]:
    async def run() -> list[Outcome]:
        session = await interpreter.open(files)
        try:
            return [await session.run(source) for source in sources]
        finally:
            await session.close()

    return asyncio.run(run())
