"""What has been left alone for long is deleted, where that is asked for."""

from collections.abc import Sequence

from sqlalchemy import exists, or_, select

from . import files, threads
from .database import Tx
from .lists import OF_A_FILE
from .tables import files as files_table
from .tables import message_files, messages, runs
from .tables import threads as threads_table

MADE = "assistants_output"
"""The purpose of files that programs of runs made."""


async def idle_threads(tx: Tx, before: int, active: Sequence[str], limit: int) -> list[str]:
    """Return threads, oldest first, in which nothing was said, run or ended since a time.

    Threads with runs of the `active` statuses are not among them.
    """
    thread = threads_table.c
    said = (messages.c.thread_id == thread.id) & (messages.c.created_at >= before)
    times = (runs.c.created_at, runs.c.completed_at, runs.c.failed_at, runs.c.cancelled_at)
    lately = or_(*(time >= before for time in times), runs.c.status.in_(active))
    ran = (runs.c.thread_id == thread.id) & lately
    statement = select(thread.id).where(
        thread.created_at < before,
        ~exists().where(said).correlate(threads_table),
        ~exists().where(ran).correlate(threads_table),
    )
    return await tx.values(statement.order_by(thread.seq).limit(limit))


async def delete_thread(tx: Tx, id: str) -> list[str]:
    """Delete a thread, and the files that its programs made unless something else has them.

    Files that were uploaded stay: they are their users'. Returns the files that are gone, whose
    contents are to be removed once the transaction is committed.
    """
    link = message_files.c
    made = (
        select(files_table.c.id)
        .distinct()
        .join(message_files, link.file_id == files_table.c.id)
        .join(messages, messages.c.id == link.message_id)
        .where(messages.c.thread_id == id, files_table.c.purpose == MADE)
    )
    found = await tx.values(made)
    await threads.remove(tx, id)
    freed = [file_id for file_id in found if not await _linked(tx, file_id)]
    for file_id in freed:
        await files.remove(tx, file_id)
    return freed


async def _linked(tx: Tx, file_id: str) -> bool:
    for listed in OF_A_FILE:
        columns = listed.table.c
        if await tx.values(select(columns.seq).where(columns.file_id == file_id).limit(1)):
            return True
    return False
