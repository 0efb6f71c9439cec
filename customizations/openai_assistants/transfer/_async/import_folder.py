"""The way in: an export, put into a service."""

import os
from typing import TYPE_CHECKING, Any, cast

from openai_assistants_core import APIStatusError, UnsupportedOperation
from openai_assistants_core.transfer_extension import GET_TRANSFER, VERSION

from ..._files.concurrency import check_concurrency
from ..folder import ExportFolder
from ..in_threads import async_in_thread
from ..report import ImportReport
from ..selection import not_offered
from .keeping import AsyncKeepingImport
from .mapping import AsyncMappingImport

if TYPE_CHECKING:
    from ...async_client import AsyncAssistantsClient
    from ..progress import OnProgress


async def async_import_folder(
    client: "AsyncAssistantsClient",
    folder: str | os.PathLike[str],
    *,
    keep_ids: bool | None = None,
    id_map: str | os.PathLike[str] | None = None,
    max_concurrency: int = 8,
    on_progress: "OnProgress | None" = None,
) -> ImportReport:
    """Puts an export into a service.

    A local service takes objects as they are, with their ids and times, and never overwrites any.
    Elsewhere they are created anew, and a file says which ids they have now. Either way an import
    that broke off is started again, and writes nothing twice.

    Args:
        client: of the endpoint to write to.
        folder: an export that is complete; it is checked first, by its digests.
        keep_ids: True asks for a service that keeps ids; False creates everything anew; None
            keeps ids where that can be done.
        id_map: the file for the ids that objects get, made or gone on with; not given,
            `id-map.jsonl` in the folder. Not used where ids are kept.
        max_concurrency: how many requests are made at once where objects are created anew.
        on_progress: called whenever something is done.

    Returns:
        What was written, and what was not, and why.

    Raises:
        TransferError: the export is not complete, or damaged; or the file of ids is of another
            import.
        UnsupportedOperation: ids are to be kept, and the endpoint cannot do that.
        AssistantsError: the endpoint cannot be reached, or refuses.
    """
    check_concurrency(max_concurrency)
    export = ExportFolder(folder)
    manifest = await async_in_thread(export.checked)
    if keep_ids is not False and await _keeps_ids(client, required=bool(keep_ids)):
        return await AsyncKeepingImport(client, export, manifest, on_progress).run()
    mapping = AsyncMappingImport(client, export, manifest, max_concurrency, on_progress)
    return await mapping.run(export.path / "id-map.jsonl" if id_map is None else id_map)


async def _keeps_ids(client: "AsyncAssistantsClient", *, required: bool) -> bool:
    """Whether a service lets objects keep their ids; if it has to, no is an error."""
    transport = cast("Any", client)._transport
    version = None
    try:
        version = (await transport.call(GET_TRANSFER, GET_TRANSFER.request())).version
    except APIStatusError as error:
        if not not_offered(error):
            raise
    if required and version != VERSION:
        raise UnsupportedOperation(
            f"{client.endpoint.base_url} cannot keep ids, as only a local service can: leave "
            "keep_ids out, and the ids that objects get are written to a file"
        )
    return bool(version == VERSION)
