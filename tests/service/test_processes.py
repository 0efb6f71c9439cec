"""The end of a process whose output nobody reads."""

import asyncio
import sys
from asyncio.subprocess import PIPE

from openai_assistants_service.processes import wait_for_end

ENDLESS = "import sys\nwhile True: sys.stdout.write('x' * 65536)"


def test_unread_output_does_not_hide_the_end() -> None:
    async def killed() -> int | None:
        command = (sys.executable, "-c", ENDLESS)
        process = await asyncio.create_subprocess_exec(*command, stdout=PIPE, limit=1024)
        assert process.stdout is not None
        assert await process.stdout.read(1) == b"x"  # much more has come: no more is taken in
        process.kill()
        async with asyncio.timeout(10):
            await wait_for_end(process)
        return process.returncode

    assert asyncio.run(killed()) == -9
