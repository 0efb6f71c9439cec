"""Vector stores, with how far the reading of their files is."""

from starlette.responses import Response

from ....storage import files
from ..visit import Visit
from .lists import read_list


async def index(visit: Visit) -> Response:
    """List the vector stores."""
    rows, more = await read_list(visit, "list_vector_stores")
    return await visit.render("vector_stores.html", stores=rows, more=more)


async def show(visit: Visit) -> Response:
    """Show a vector store and the files in it."""
    path = {"vector_store_id": visit.path("vector_store_id")}
    store = await visit.call("get_vector_store", path)
    rows, more = await read_list(visit, "list_vector_store_files", path)
    async with visit.services.database.read() as tx:
        held = await files.by_id(tx, [row["id"] for row in rows])
    names = {one: row["filename"] for one, row in held.items()}
    return await visit.render(
        "vector_store.html", store=store, files=rows, filenames=names, more=more
    )


async def state(visit: Visit) -> Response:
    """Show the state of a vector store, for a page that asks again while files are read."""
    path = {"vector_store_id": visit.path("vector_store_id")}
    return await visit.render("_store_state.html", store=await visit.call("get_vector_store", path))
