"""Vector stores, and the search in them."""

from typing import Any

from ...errors import bad_request
from ...search.filters import require_small
from ...search.find import find_any
from ...storage import expiry, vector_stores
from ...storage.database import Row
from ...storage.paging import Window
from .. import normalise
from ..serializers import (
    serialize_deletion,
    serialize_page,
    serialize_search_page,
    serialize_vector_store,
)
from ..unsupported import refuse_unsupported
from .call import Call, Handler

MOST_QUERIES = 100
"""The most queries of one search; each is a search of its own."""


async def create(call: Call) -> dict[str, Any]:
    """Create a store, and have its files read."""
    refuse_unsupported(call.body)
    async with call.database.write() as tx:
        store_id = await vector_stores.create(
            tx,
            call.body.get("file_ids") or (),
            chunking=call.body.get("chunking_strategy"),
            **normalise.vector_store(call.body),
        )
        tx.on_commit(call.services.worker.wake)
        return _serialize(call, await vector_stores.get(tx, store_id))


def _serialize(call: Call, row: Row) -> dict[str, Any]:
    return serialize_vector_store(row, openai=call.openai)


async def listing(call: Call) -> dict[str, Any]:
    """List the stores."""
    async with call.database.read() as tx:
        found = await vector_stores.listing(tx, Window.of(call.query))
    return serialize_page([_serialize(call, row) for row in found.rows], found.has_more)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read a store."""
    async with call.database.read() as tx:
        return _serialize(call, await vector_stores.get(tx, call.path["vector_store_id"]))


async def update(call: Call) -> dict[str, Any]:
    """Change a store."""
    store_id = call.path["vector_store_id"]
    async with call.database.write() as tx:
        await vector_stores.change(tx, store_id, normalise.vector_store(call.body))
        return _serialize(call, await vector_stores.get(tx, store_id))


async def delete(call: Call) -> dict[str, Any]:
    """Delete a store; its files stay."""
    store_id = call.path["vector_store_id"]
    async with call.database.write() as tx:
        await vector_stores.remove(tx, store_id)
    return serialize_deletion(store_id, "vector_store.deleted")


async def search(call: Call) -> dict[str, Any]:
    """Find the chunks of a store that fit one query or several."""
    store_id, asked = call.path["vector_store_id"], call.body
    if asked.get("filters"):
        require_small(asked["filters"])
    queries: list[str] = [asked["query"]] if isinstance(asked["query"], str) else asked["query"]
    if len(queries) > MOST_QUERIES:
        raise bad_request(
            f"Invalid 'query': array too long. Expected an array with maximum length {MOST_QUERIES}"
            f", but got an array with length {len(queries)} instead.",
            "query",
            "array_above_max_length",
        )
    ranking: dict[str, Any] = asked.get("ranking_options") or {}
    async with call.database.write() as tx:
        await vector_stores.require_alive(tx, store_id)
        await expiry.touch(tx, [store_id])
    wanted = await call.services.indexer.queries(queries)
    async with call.database.read() as tx:
        found = await find_any(
            tx,
            [store_id],
            wanted,
            limit=int(asked.get("max_num_results") or 10),
            threshold=ranking.get("score_threshold") or 0.0,
            asked=asked.get("filters"),
        )
    return serialize_search_page(queries, found)


HANDLERS: dict[str, Handler] = {
    "create_vector_store": create,
    "list_vector_stores": listing,
    "get_vector_store": retrieve,
    "update_vector_store": update,
    "delete_vector_store": delete,
    "search_vector_store": search,
}
