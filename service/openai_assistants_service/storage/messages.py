"""Messages and the files attached to them."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import bindparam, select, update

from ..errors import not_found
from ..json_types import JsonObject
from . import files, lists, statements, tool_resources
from .database import Row, Tx
from .lists import MESSAGE_FILES, MESSAGES
from .paging import Slice, Window, page
from .tables import message_files, messages
from .tool_resources import THREAD

_TABLE = messages.c
_QUESTION = (
    select(_TABLE.id).where(_TABLE.thread_id == bindparam("thread"), _TABLE.role == "user").limit(1)
)

NewMessage = tuple[Row, Sequence[JsonObject]]
"""The columns of a message, and its attachments."""


async def create(tx: Tx, thread_id: str, new: NewMessage) -> Row:
    """Write a message, link its attachments to the thread for the tools they name; return it."""
    values, attachments = new
    if attachments:
        (message_id,) = await create_all(tx, thread_id, [new])
        return await get(tx, thread_id, message_id)
    row = await statements.created(tx, messages, _row(tx, thread_id, values))
    return {**row, "attachments": []}


async def create_all(tx: Tx, thread_id: str, new: Sequence[NewMessage]) -> list[str]:
    """Write messages that have the same columns, in few statements; return their ids."""
    rows: list[Row] = []
    links: list[Row] = []
    for values, attachments in new:
        row = _row(tx, thread_id, values)
        rows.append(row)
        links += [{"message_id": row["id"], "created_at": tx.now, **one} for one in attachments]
    await files.require(tx, [link["file_id"] for link in links], "attachments")
    await tx.add(statements.add(messages), rows)
    await tx.add(statements.add(message_files), links)
    await _link_to_thread(tx, thread_id, links)
    return [row["id"] for row in rows]


def _row(tx: Tx, thread_id: str, values: Row) -> Row:
    common: Row = {"created_at": tx.now, "thread_id": thread_id, "metadata": {}}
    return {"id": tx.ids.new("msg"), **common, **values}


async def _link_to_thread(tx: Tx, thread_id: str, attachments: Sequence[JsonObject]) -> None:
    wanted: dict[str, list[str]] = defaultdict(list)
    for one in attachments:
        for tool in one["tools"]:
            wanted[tool["type"]].append(one["file_id"])
    if code := wanted["code_interpreter"]:
        await tool_resources.add_files(tx, THREAD, thread_id, code, "attachments")
    await tool_resources.search_in(tx, THREAD, thread_id, wanted["file_search"], "attachments")


async def get(tx: Tx, thread_id: str, id: str) -> Row:
    """Return a message with its attachments, or raise a 404."""
    statement = statements.find(messages, "id", "thread_id")
    row = await tx.first(statement, {"id": id, "thread_id": thread_id})
    if row is None:
        raise not_found("message", id)
    return (await with_attachments(tx, [row]))[0]


async def listing(tx: Tx, thread_id: str, window: Window, run_id: str | None) -> Slice:
    """Return a page of a thread's messages, of one run if asked."""
    found = await page(tx, MESSAGES, window, owner=thread_id, category=run_id)
    return Slice(await with_attachments(tx, found.rows), found.has_more)


async def all_file_links(tx: Tx, message: Row) -> list[Row]:
    """Return each file of a message once, and at their places those that were deleted."""
    links: dict[str, Row] = {}
    for row in message["attachments"]:
        links.setdefault(row["file_id"], row)
    for row in await lists.deleted(tx, MESSAGE_FILES, [message["id"]]):
        links.setdefault(row["id"], {"file_id": row["id"], "deleted": True, "seq": row["place"]})
    return sorted(links.values(), key=lambda link: link["seq"])


async def history(tx: Tx, thread_id: str) -> list[Row]:
    """Return all messages of a thread, oldest first, without their attachments."""
    return await tx.all(statements.find(messages, "thread_id"), {"thread_id": thread_id})


async def has_question(tx: Tx, thread_id: str) -> bool:
    """Whether there is a message of the user."""
    return await tx.first(_QUESTION, {"thread": thread_id}) is not None


async def data_attachments(tx: Tx, thread_id: str) -> list[JsonObject]:
    """Return what is attached to the messages of a thread and stored outside of this service."""
    held = select(messages.c.data_attachments).where(messages.c.thread_id == thread_id)
    return [one for some in await tx.values(held) for one in some or ()]


async def set_metadata(tx: Tx, id: str, metadata: JsonObject) -> None:
    """Replace the metadata of a message."""
    await tx.run(update(messages).where(messages.c.id == id).values(metadata=metadata))


async def change(tx: Tx, id: str, values: Row) -> Row | None:
    """Write to a message of a run, to which nothing is attached; None if it is gone."""
    row = await tx.first(statements.change(messages, "id"), {"of_id": id, **values})
    return None if row is None else {**row, "attachments": []}


async def remove(tx: Tx, thread_id: str, id: str) -> None:
    """Delete a message."""
    table = messages.c
    await lists.forget(tx, MESSAGE_FILES, [id])
    if not await lists.remove(tx, MESSAGES, table.id == id, table.thread_id == thread_id):
        raise not_found("message", id)


async def with_attachments(tx: Tx, rows: list[Row]) -> list[Row]:
    """Return rows of messages with what is attached to them."""
    table = message_files.c
    ids = [row["id"] for row in rows]
    held: dict[str, list[Row]] = defaultdict(list)
    statement = select(message_files).where(table.message_id.in_(ids)).order_by(table.seq)
    for row in await tx.all(statement):
        held[row["message_id"]].append(row)
    return [{**row, "attachments": held[row["id"]]} for row in rows]
