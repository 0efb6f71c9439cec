"""The way in to an endpoint where everything is created anew, and gets other ids."""

import os
from collections.abc import AsyncIterable, Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from openai_assistants_core import (
    APIStatusError,
    BadRequestError,
    NotFoundError,
    UnsupportedOperation,
)

from ..._files.concurrency import async_for_each
from .. import creation
from ..folder import ExportFolder, Object, read_all
from ..id_map import IdMap
from ..in_threads import AsyncAct, async_in_thread, async_listed
from ..manifest import Manifest
from ..progress import Counter
from ..references import Keep
from ..report import ImportReport
from ..selection import not_offered, refusal

if TYPE_CHECKING:
    from ...async_client import AsyncAssistantsClient
    from ..progress import OnProgress

_PAGE = 100
_REFUSALS = (BadRequestError, NotFoundError)
_CLOCK_SKEW = 300.0
"""Seconds by which the clock of a service may be behind ours."""


class AsyncMappingImport:
    """One import that creates everything anew.

    Each object is created at most once: what was begun and not noted as done, because the process
    was killed, is searched for before it is created again.
    """

    def __init__(
        self,
        client: "AsyncAssistantsClient",
        folder: ExportFolder,
        manifest: Manifest,
        max_concurrency: int,
        on_progress: "OnProgress | None",
    ) -> None:
        self._client = client
        self._folder = folder
        self._manifest = manifest
        self._max_concurrency = max_concurrency
        self._on_progress = on_progress
        self._export = sha256(manifest.encoded()).hexdigest()
        self.report = ImportReport()

    async def run(self, path: str | os.PathLike[str]) -> ImportReport:
        """Creates what is not created yet.

        Args:
            path: the file of the ids.
        """
        self.report.id_map = os.fspath(path)
        self._ids = IdMap(path)
        await async_in_thread(self._ids.open, self._export, self._client.endpoint.base_url)
        try:
            folder = self._folder
            files = await async_in_thread(read_all, folder.files)
            await self._each("files", files, self._file)
            stores = self._manifest.paths(folder.path, "vector_stores")
            await self._each("vector_stores", stores, self._store)
            assistants = await async_in_thread(read_all, folder.assistants)
            await self._each("assistants", assistants, self._assistant)
            threads = self._manifest.paths(folder.path, "threads")
            await self._each("threads", threads, self._thread)
        finally:
            self._ids.close()
        return self.report

    async def _each(self, kind: str, items: list[Any], act: AsyncAct) -> None:
        counter = Counter(kind, len(items), self._on_progress)

        async def import_one(item: Any) -> None:
            try:
                await act(item)
            except _REFUSALS as error:
                old = item.stem if isinstance(item, Path) else item["id"]
                self.report.refused[old] = refusal(error)
            counter.add()

        await async_for_each(items, import_one, self._max_concurrency)

    async def _create(
        self,
        old: str,
        send: AsyncAct,
        find: AsyncAct,
    ) -> str:
        """Creates an object unless it is; returns its id.

        Args:
            old: its id in the export.
            send: creates it with headers, and returns it.
            find: searches for what was created since a time, and returns its id or None.
        """
        if old in self._ids.new:
            self.report.present += 1
            return self._ids.new[old]
        new = await self._found(old, find)
        if new is None:
            self._ids.begin(old, cast("Any", self._client)._transport.clock())
            new = cast("str", (await send(self._headers(old))).id)
            self.report.created += 1
        self._ids.add(old, new)
        return new

    async def _found(self, old: str, find: AsyncAct) -> str | None:
        """The id of what was begun and is not known to be created, if it was."""
        found: str | None = None
        if old in self._ids.begun:
            found = await find(self._ids.begun[old])
        return found

    def _headers(self, old: str) -> dict[str, str]:
        """The same key whenever the same object is created: where such keys are honoured, once."""
        text = f"{self._export}\n{self._client.endpoint.base_url}\n{old}"
        return {"idempotency-key": sha256(text.encode()).hexdigest()}

    async def _tagged(
        self, method: Callable[..., AsyncIterable[Any]], old: str, at: float
    ) -> str | None:
        """The id of what was created since a time for an object of the export."""
        try:
            async for one in method(order="desc", limit=_PAGE):
                metadata: dict[str, Any] = one.metadata or {}
                if metadata.get(creation.TAG) == old:
                    return cast("str", one.id)
                if one.created_at < at - _CLOCK_SKEW:
                    break
        except (UnsupportedOperation, APIStatusError) as error:
            if not not_offered(error):
                raise
        return None

    async def _file(self, file: Object) -> None:
        path = self._folder.content(file["id"])
        if not path.exists():
            self.report.refused[file["id"]] = "the export does not have its contents"
            return
        purpose = creation.purpose_of(file)

        async def send(headers: dict[str, str]) -> Any:
            given = (file["filename"], path)
            return await self._client.files.create(
                file=given, purpose=purpose, extra_headers=headers
            )

        async def find(at: float) -> str | None:
            taken = set(self._ids.new.values())
            for one in await async_listed(self._client.files.list()):
                same = (one.filename, one.bytes) == (file["filename"], file["bytes"])
                if same and one.id not in taken and one.created_at >= at - _CLOCK_SKEW:
                    return one.id
            return None

        await self._create(file["id"], send, find)

    async def _store(self, path: Path) -> None:
        store, *files = await async_in_thread(read_all, path)
        stores = self._client.vector_stores

        async def send(headers: dict[str, str]) -> Any:
            return await stores.create(**creation.store_body(store), extra_headers=headers)

        async def find(at: float) -> str | None:
            return await self._tagged(stores.list, store["id"], at)

        new = await self._create(store["id"], send, find)
        filled = f"{store['id']}/files"
        if filled not in self._ids.new:
            keep = self._keep(store)
            for one in files:
                file_id = keep(one["id"])
                if file_id is not None:  # putting it in twice is the same as once
                    await stores.files.create(new, **creation.store_file_body(one, file_id))
            self._ids.add(filled, new)

    async def _assistant(self, one: Object) -> None:
        body = creation.assistant_body(one, self._keep(one))

        async def send(headers: dict[str, str]) -> Any:
            return await self._client.assistants.create(**body, extra_headers=headers)

        async def find(at: float) -> str | None:
            return await self._tagged(self._client.assistants.list, one["id"], at)

        await self._create(one["id"], send, find)

    async def _thread(self, path: Path) -> None:
        thread, *others = await async_in_thread(read_all, path)
        body = creation.thread_body(thread, self._keep(thread))

        async def send(headers: dict[str, str]) -> Any:
            return await self._client.threads.create(**body, extra_headers=headers)

        async def find(at: float) -> str | None:
            return await self._tagged(self._client.threads.list, thread["id"], at)

        new = await self._create(thread["id"], send, find)
        messages = [one for one in others if one["object"] == "thread.message"]
        await self._messages(new, messages)
        if len(messages) < len(others):
            self.report.leave_out(thread["id"], "its runs and their steps")

    async def _messages(self, thread_id: str, messages: list[Object]) -> None:
        """Adds messages to a thread of ours, in their order; those that are there are the first."""
        wanted: list[tuple[Object, Object]] = []
        for one in messages:
            for lost in creation.lost_with(one):
                self.report.leave_out(one["id"], lost)
            body = creation.message_body(one, self._keep(one))
            if body is None:
                self.report.leave_out(one["id"], "all of it")
            else:
                wanted.append((one, body))
        if all(one["id"] in self._ids.new for one, _ in wanted):
            self.report.present += len(wanted)
            return
        resource = self._client.threads.messages
        there = await async_listed(resource.list(thread_id, order="asc", limit=_PAGE))
        for place, (one, body) in enumerate(wanted):
            if place < len(there):
                self.report.present += 1
                new = there[place].id
            else:
                headers = self._headers(one["id"])
                new = (await resource.create(thread_id, **body, extra_headers=headers)).id
                self.report.created += 1
            self._ids.add(one["id"], new)

    def _keep(self, one: Object) -> Keep:
        """The ids that links of an object have now; what is gone is left out."""

        def keep(old: str) -> str | None:
            new = self._ids.new.get(old)
            if new is None:
                self.report.leave_out(one["id"], old)
            return new

        return keep
