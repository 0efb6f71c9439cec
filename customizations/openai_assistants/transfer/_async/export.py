"""The way out: all that an endpoint has, written to a folder."""

import os
from collections.abc import AsyncIterable, Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from openai_assistants_core import (
    APIStatusError,
    NotFoundError,
    UnsupportedOperation,
)
from openai_assistants_core.transfer_extension import LIST_TRANSFER_THREADS

from ..._files.concurrency import async_for_each, check_concurrency
from ..errors import TransferError
from ..folder import ExportFolder, read, read_all
from ..in_threads import async_in_thread, async_listed
from ..manifest import Manifest
from ..progress import Counter
from ..references import named_files
from ..selection import PURPOSES, not_offered, refusal, unavailable

if TYPE_CHECKING:
    from openai_assistants_rest.models import FileObject

    from ...async_client import AsyncAssistantsClient
    from ..progress import OnProgress

_RESULTS: Any = ["step_details.tool_calls[*].file_search.results[*].content"]
_PAGE = 100


async def async_export(
    client: "AsyncAssistantsClient",
    folder: str | os.PathLike[str],
    *,
    threads: Iterable[str] | None = None,
    max_concurrency: int = 8,
    on_progress: "OnProgress | None" = None,
) -> Manifest:
    """Writes what an endpoint has to a folder: assistants, vector stores, threads and files.

    Each thread comes with its messages, runs and steps, each vector store with its files, each
    file with its contents. If it ends before all is there, for whatever reason, starting it again
    with the same folder goes on with what is not there yet; an export that is complete stays as it
    is. What the endpoint does not offer is left out.

    Args:
        client: of the endpoint.
        folder: a new or an empty folder, or one of an export that is to be gone on with.
        threads: the ids of the threads; None, all, which few endpoints list. See `read_ids` and
            `ThreadRegistry`.
        max_concurrency: how many requests are made at once.
        on_progress: called whenever something is done.

    Returns:
        The manifest: what there is, and in `missing` what there is not, and why.

    Raises:
        TransferError: the threads cannot be listed, or the folder holds something else.
        AssistantsError: the endpoint cannot be reached, or refuses.
        OSError: the folder cannot be written to.
    """
    check_concurrency(max_concurrency)
    given = None if threads is None else list(dict.fromkeys(threads))
    return await AsyncExport(client, ExportFolder(folder), max_concurrency, on_progress).run(given)


class AsyncExport:
    """One export."""

    def __init__(
        self,
        client: "AsyncAssistantsClient",
        folder: ExportFolder,
        max_concurrency: int,
        on_progress: "OnProgress | None",
    ) -> None:
        self._client = client
        self._folder = folder
        self._max_concurrency = max_concurrency
        self._on_progress = on_progress
        self._missing: dict[str, str] = {}

    async def run(self, thread_ids: Sequence[str] | None) -> Manifest:
        """Writes what is not there yet.

        Args:
            thread_ids: of the threads; None, all.
        """
        folder = self._folder
        manifest = await async_in_thread(folder.begin, self._client.endpoint.base_url)
        if manifest.complete:
            return manifest
        if thread_ids is None:
            thread_ids = await self._listed_threads()
        await self._assistants()
        stores = await self._vector_stores()
        await self._threads(thread_ids)
        paths = [*map(folder.store, stores), *map(folder.thread, thread_ids)]
        files = await self._files(paths)
        await self._contents(files)
        contents = [folder.content(one["id"]) for one in files]
        written = [folder.assistants, folder.files, *contents, *paths]
        return await async_in_thread(folder.finish, written, self._missing)

    async def _assistants(self) -> None:
        if not self._folder.assistants.exists():
            listed = await self._all(self._client.assistants.list, order="asc", limit=_PAGE)
            await async_in_thread(self._folder.write, self._folder.assistants, listed)
        self._counter("assistants", 1).add()

    async def _all(self, method: Callable[..., AsyncIterable[Any]], **query: Any) -> list[Any]:
        """The objects of a list; none if the endpoint does not have it."""
        try:
            return await async_listed(method(**query))
        except (UnsupportedOperation, APIStatusError) as error:
            if not not_offered(error):
                raise
            return []

    async def _vector_stores(self) -> list[str]:
        """Writes the vector stores; returns their ids."""
        stores = await self._all(self._client.vector_stores.list, order="asc", limit=_PAGE)
        counter = self._counter("vector_stores", len(stores))

        async def write(store: Any) -> None:
            path = self._folder.store(store.id)
            if not path.exists():
                files = await async_listed(
                    self._client.vector_stores.files.list(store.id, order="asc", limit=_PAGE)
                )
                await async_in_thread(self._folder.write, path, [store, *files])
            counter.add()

        await async_for_each(stores, write, self._max_concurrency)
        return [store.id for store in stores]

    async def _listed_threads(self) -> list[str]:
        """The ids of all threads.

        Raises:
            TransferError: no list of them is to be had.
        """
        try:
            return [one.id async for one in self._client.threads.list(order="asc", limit=_PAGE)]
        except (UnsupportedOperation, APIStatusError) as error:
            if not not_offered(error):
                raise
        try:
            return await self._threads_of_service()
        except APIStatusError as error:
            if not not_offered(error):
                raise
            raise TransferError(
                f"{self._client.endpoint.base_url} lists no threads: give their ids, such as those "
                "of a file (read_ids) or of a ThreadRegistry"
            ) from None

    async def _threads_of_service(self) -> list[str]:
        """The ids of the threads of a local service, which lists them everywhere."""
        transport = cast("Any", self._client)._transport
        ids: list[str] = []
        more: dict[str, object] = {}
        while True:
            query = {"order": "asc", "limit": _PAGE, **more}
            page = await transport.call(
                LIST_TRANSFER_THREADS, LIST_TRANSFER_THREADS.request(query=query)
            )
            ids += [thread.id for thread in page.data]
            if not page.has_more:
                return ids
            more = {"after": ids[-1]}

    async def _threads(self, ids: Sequence[str]) -> None:
        counter = self._counter("threads", len(ids))

        async def write(id: str) -> None:
            path = self._folder.thread(id)
            if not path.exists():
                try:
                    objects = await self._thread(id)
                except NotFoundError as error:
                    self._missing[id] = refusal(error)
                else:
                    await async_in_thread(self._folder.write, path, objects)
            counter.add()

        await async_for_each(ids, write, self._max_concurrency)

    async def _thread(self, id: str) -> list[Any]:
        """A thread, its messages, its runs, and behind each run its steps; oldest first."""
        threads = self._client.threads
        objects: list[Any] = [await threads.retrieve(id)]
        objects += await async_listed(threads.messages.list(id, order="asc", limit=_PAGE))
        async for run in threads.runs.list(id, order="asc", limit=_PAGE):
            objects += [run, *await self._steps(id, run.id)]
        return objects

    async def _steps(self, thread_id: str, run_id: str) -> list[Any]:
        """The steps of a run, with the texts that searches found where they are to be had."""
        steps = self._client.threads.runs.steps
        query: Any = {"thread_id": thread_id, "order": "asc", "limit": _PAGE}
        try:
            return await async_listed(steps.list(run_id, **query, include=_RESULTS))
        except UnsupportedOperation:
            return await async_listed(steps.list(run_id, **query))

    async def _files(self, paths: Sequence[Path]) -> list[dict[str, Any]]:
        """Writes the files that are listed, and those that other objects name; returns them.

        Lists of files come newest first everywhere; not every endpoint can be asked for another
        order.
        """
        path = self._folder.files
        if not path.exists():
            listed = await self._all(self._client.files.list)
            files = {one.id: one for one in reversed(listed) if one.purpose in PURPOSES}
            for named in await async_in_thread(self._named, paths):
                if named not in files and (found := await self._file(named)) is not None:
                    files[named] = found
            await async_in_thread(self._folder.write, path, files.values())
        return await async_in_thread(read_all, path)

    def _named(self, paths: Sequence[Path]) -> list[str]:
        """The ids of the files that objects name, each once."""
        objects = (one for path in (self._folder.assistants, *paths) for one in read(path))
        return list(dict.fromkeys(named for one in objects for named in named_files(one)))

    async def _file(self, id: str) -> "FileObject | None":
        try:
            return await self._client.files.retrieve(id)
        except APIStatusError as error:
            if not unavailable(error):
                raise
            self._missing[id] = refusal(error)
            return None

    async def _contents(self, files: Sequence[dict[str, Any]]) -> None:
        counter = self._counter("contents", len(files))

        async def write(file: dict[str, Any]) -> None:
            path = self._folder.content(file["id"])
            if not path.exists():
                await self._content(file["id"], path)
            counter.add()

        await async_for_each(files, write, self._max_concurrency)

    async def _content(self, id: str, path: Path) -> None:
        """Downloads a file; some services refuse that for some of their files."""
        try:
            await self._client.files.download(id, path)
        except APIStatusError as error:
            if not unavailable(error):
                raise
            self._missing[id] = refusal(error)

    def _counter(self, kind: str, total: int) -> Counter:
        return Counter(kind, total, self._on_progress)
