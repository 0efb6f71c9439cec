"""A connection to SQLite for tasks of one event loop."""

import asyncio
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable

from .database import SLOW, Parameters


class SqliteConnection:
    """Executes statements where they are awaited: most take less than handing them to a thread.

    What a thread would cost is more than time: it and the event loop take the interpreter's lock
    from each other, for up to 5 ms each time, as often as there is a statement.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def execute(
        self, statement: Executable, parameters: Parameters | None = None
    ) -> CursorResult[Any]:
        """Execute a statement; one that is `SLOW` in a thread."""
        if not SLOW.items() <= statement.get_execution_options().items():
            return self._connection.execute(statement, parameters)
        work = asyncio.create_task(
            asyncio.to_thread(self._connection.execute, statement, parameters)
        )
        try:
            return await asyncio.shield(work)
        except asyncio.CancelledError:
            await asyncio.wait([work])  # a connection is one thread's at a time
            raise
