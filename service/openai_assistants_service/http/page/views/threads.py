"""Threads: all of them, one as a conversation, and what can be said in it."""

import asyncio
from contextlib import suppress
from typing import Any

from starlette.responses import Response

from openai_assistants_core import dumps

from ....errors import ApiError
from ....json_types import JsonObject
from ....storage import overview
from ..conversation import RunView, read_conversation
from ..export import read_thread
from ..paths import ROOT
from ..templates import text_of
from ..visit import Visit
from .lists import read_list

_CHOICES = 100


async def index(visit: Visit) -> Response:
    """List the threads, each with how it begins and how its last run stands."""
    rows, more = await read_list(visit, "list_threads")
    ids = [row["id"] for row in rows]
    async with visit.services.database.read() as tx:
        first = await overview.first_messages(tx, ids)
        last = await overview.last_runs(tx, ids)
    return await visit.render(
        "threads.html",
        threads=rows,
        begins={one: text_of(row)[:200] for one, row in first.items()},
        runs=last,
        more=more,
    )


async def create(visit: Visit) -> Response:
    """Create an empty thread, and show it."""
    thread = await visit.act("create_thread")
    return visit.go_to(f"{ROOT}/threads/{thread['id']}")


async def show(visit: Visit) -> Response:
    """Show a thread as a conversation."""
    return await _show(visit)


async def _show(visit: Visit, error: ApiError | None = None) -> Response:
    """Show a thread; with an error, what was typed is still there."""
    async with visit.services.database.read() as tx:
        found = await read_conversation(tx, visit.path("thread_id"), visit.query("before"))
    last = next((one for one in reversed(found.items) if isinstance(one, RunView)), None)
    answerer: str | None = last.run["assistant_id"] if last else None
    chosen = visit.form.get("assistant_id") or answerer
    return await visit.render(
        "thread.html",
        error.status if error else 200,
        error=error and error.message,
        draft=visit.form.get("text", ""),
        chosen=chosen,
        conversation=found,
        assistants=await _choices(visit, chosen),
    )


async def _choices(visit: Visit, chosen: str | None) -> list[JsonObject]:
    """Return the newest assistants, and the one that is chosen, if it is still there."""
    newest = await visit.call("list_assistants", query={"limit": _CHOICES})
    choices: list[JsonObject] = newest["data"]
    if chosen and chosen not in {one["id"] for one in choices}:
        with suppress(ApiError):
            choices.append(await visit.call("get_assistant", {"assistant_id": chosen}))
    return choices


async def send(visit: Visit) -> Response:
    """Add a message, or start a run, which may come with a message; both or neither happen."""
    path = {"thread_id": visit.path("thread_id")}
    text = visit.form.get("text", "")
    said = {"role": "user", "content": text}
    try:
        if visit.form.get("act") == "run":
            body: dict[str, Any] = {"assistant_id": visit.form.get("assistant_id", "")}
            if text.strip():
                body["additional_messages"] = [said]
            await visit.act("create_run", path, body)
        else:
            await visit.act("create_message", path, said)
    except ApiError as error:
        return await _show(visit, error)
    return visit.go_to(f"{ROOT}/threads/{path['thread_id']}#end")


async def export(visit: Visit) -> Response:
    """Send a thread with all that belongs to it, as JSON."""
    thread_id = visit.path("thread_id")
    async with visit.services.database.read() as tx:
        exported = await read_thread(tx, thread_id)
    data = await asyncio.to_thread(dumps, exported)
    headers = {"content-disposition": f'attachment; filename="{thread_id}.json"'}
    return Response(data, media_type="application/json", headers=headers)
