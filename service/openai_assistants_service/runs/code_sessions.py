"""The sessions of the code interpreter: one for each run, and the files that programs leave."""

import asyncio
from collections.abc import Sequence
from io import BytesIO

from attrs import frozen

from ..errors import ApiError
from ..interpreter.base import InputFile, Interpreter, Outcome, OutputFile, Session
from ..interpreter.names import distinct_names
from ..models.conversation import CodeOptions, MadeFile
from ..storage import files, runs, tool_resources
from ..storage.blobs import BlobStore
from ..storage.database import Database, Row, StorageError, Tx
from .lifecycle import ACTIVE

PURPOSE = "assistants_output"
"""Of the files that programs write."""

_KEPT = 600.0
"""Seconds for which a session waits for its run to go on."""


@frozen
class Kept:
    """A file that a program wrote: its contents are stored, its row is not yet."""

    file: MadeFile
    row: Row


class CodeSessions:
    """Runs programs, each run's in a session that lasts as long as it does.

    A session is of this process: a run that goes on in another begins anew there.
    """

    def __init__(self, database: Database, blobs: BlobStore, interpreter: Interpreter) -> None:
        self._database = database
        self._blobs = blobs
        self._interpreter = interpreter
        self._sessions: dict[str, Session] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._closing: set[asyncio.Task[None]] = set()

    async def options(self, tx: Tx, run: Row) -> CodeOptions | None:
        """Return what programs of a run can be; None if it has no code interpreter."""
        if all(tool["type"] != "code_interpreter" for tool in run["tools"]):
            return None
        interpreter = self._interpreter
        if interpreter.folder is None:
            return CodeOptions(interpreter.language)
        names = distinct_names([row["filename"] for row in await _files(tx, run)])
        return CodeOptions(interpreter.language, interpreter.folder, tuple(names))

    async def run(self, run: Row, source: str) -> tuple[Outcome, list[Kept]]:
        """Run a program of a run; return what became of it, and the files that it wrote."""
        run_id: str = run["id"]
        if timer := self._timers.pop(run_id, None):
            timer.cancel()
        if run_id not in self._sessions:
            try:
                readable = await self._readable(run)
            except ApiError as error:
                return Outcome("", error=error.message), []
            self._sessions[run_id] = await self._interpreter.open(readable)
        outcome = await self._sessions[run_id].run(source)
        return outcome, [await self._keep(run, file) for file in outcome.files]

    async def release(self, run: Row) -> None:
        """End the session of a run, unless the run goes on later, here or elsewhere."""
        run_id: str = run["id"]
        if run_id not in self._sessions:
            return
        try:
            async with self._database.read() as tx:
                goes_on = await runs.status(tx, run_id) in ACTIVE
        except StorageError:
            goes_on = True  # it may
        if goes_on:
            loop = asyncio.get_running_loop()
            self._timers[run_id] = loop.call_later(_KEPT, self._expire, run_id)
        else:
            await self._close(run_id)

    async def close(self) -> None:
        """End every session."""
        for timer in self._timers.values():
            timer.cancel()
        for run_id in list(self._sessions):
            await self._close(run_id)
        await asyncio.gather(*self._closing)

    def _expire(self, run_id: str) -> None:
        task = asyncio.create_task(self._close(run_id))
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)

    async def _close(self, run_id: str) -> None:
        self._timers.pop(run_id, None)
        session = self._sessions.pop(run_id, None)
        if session is not None:
            await session.close()

    async def _readable(self, run: Row) -> list[InputFile]:
        async with self._database.of(run["tenant"]).read() as tx:
            rows = await _files(tx, run)
        return [InputFile(row["filename"], await self._blobs.verified(row)) for row in rows]

    async def _keep(self, run: Row, file: OutputFile) -> Kept:
        """Store the contents of a file that a program wrote.

        Its row is written together with the step: if this process dies before, the program is run
        again, and the file would be there twice.
        """
        id_ = self._database.ids.new("file")
        async with self._blobs.receive(BytesIO(file.data)) as blob:
            await self._blobs.place(blob, id_)
        row: Row = {"id": id_, "tenant": run["tenant"], "filename": file.name, "purpose": PURPOSE}
        row.update(bytes=blob.size, digest=blob.digest)
        return Kept(MadeFile(id_, file.name, file.image), row)

    async def discard(self, rows: Sequence[Row]) -> None:
        """Delete the contents of files whose rows are not written after all."""
        for row in rows:
            await self._blobs.remove(row["id"])


async def _files(tx: Tx, run: Row) -> list[Row]:
    """Return the files that the programs of a run may read, in their order."""
    ids = await tool_resources.code_files(tx, run)
    rows = await files.by_id(tx, ids)
    return [rows[one] for one in ids if one in rows]
