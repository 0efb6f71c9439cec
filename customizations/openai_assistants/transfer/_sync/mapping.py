# Written from transfer/_async/mapping.py by `make generate`.
# Do not edit: change that file.
"""The way in to an endpoint where everything is created anew, and gets other ids."""

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from openai_assistants_core import (
    APIStatusError,
    BadRequestError,
    NotFoundError,
    UnsupportedOperation,
)

from ..._files.concurrency import for_each
from .. import creation
from ..folder import ExportFolder, Object, read_all
from ..id_map import IdMap
from ..in_threads import Act, in_thread, listed
from ..manifest import Manifest
from ..progress import Counter
from ..references import Keep
from ..report import ImportReport
from ..selection import not_offered, refusal

if TYPE_CHECKING:
    from ...client import AssistantsClient
    from ..progress import OnProgress

_PAGE = 100
_REFUSALS = (BadRequestError, NotFoundError)
_CLOCK_SKEW = 300.0
"""Seconds by which the clock of a service may be behind ours."""


class MappingImport:
    """One import that creates everything anew.

    Each object is created at most once: what was begun and not noted as done, because the process
    was killed, is searched for before it is created again.
    """

    def __init__(
        self,
        client: "AssistantsClient",
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

    def run(self, path: str | os.PathLike[str]) -> ImportReport:
        """Creates what is not created yet.

        Args:
            path: the file of the ids.
        """
        self.report.id_map = os.fspath(path)
        self._ids = IdMap(path)
        in_thread(self._ids.open, self._export, self._client.endpoint.base_url)
        try:
            folder = self._folder
            files = in_thread(read_all, folder.files)
            self._each("files", files, self._file)
            stores = self._manifest.paths(folder.path, "vector_stores")
            self._each("vector_stores", stores, self._store)
            assistants = in_thread(read_all, folder.assistants)
            self._each("assistants", assistants, self._assistant)
            threads = self._manifest.paths(folder.path, "threads")
            self._each("threads", threads, self._thread)
        finally:
            self._ids.close()
        return self.report

    def _each(self, kind: str, items: list[Any], act: Act) -> None:
        counter = Counter(kind, len(items), self._on_progress)

        def import_one(item: Any) -> None:
            try:
                act(item)
            except _REFUSALS as error:
                old = item.stem if isinstance(item, Path) else item["id"]
                self.report.refused[old] = refusal(error)
            counter.add()

        for_each(items, import_one, self._max_concurrency)

    def _create(
        self,
        old: str,
        send: Act,
        find: Act,
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
        new = self._found(old, find)
        if new is None:
            self._ids.begin(old, cast("Any", self._client)._transport.clock())
            new = cast("str", (send(self._headers(old))).id)
            self.report.created += 1
        self._ids.add(old, new)
        return new

    def _found(self, old: str, find: Act) -> str | None:
        """The id of what was begun and is not known to be created, if it was."""
        found: str | None = None
        if old in self._ids.begun:
            found = find(self._ids.begun[old])
        return found

    def _headers(self, old: str) -> dict[str, str]:
        """The same key whenever the same object is created: where such keys are honoured, once."""
        text = f"{self._export}\n{self._client.endpoint.base_url}\n{old}"
        return {"idempotency-key": sha256(text.encode()).hexdigest()}

    def _tagged(self, method: Callable[..., Iterable[Any]], old: str, at: float) -> str | None:
        """The id of what was created since a time for an object of the export."""
        try:
            for one in method(order="desc", limit=_PAGE):
                metadata: dict[str, Any] = one.metadata or {}
                if metadata.get(creation.TAG) == old:
                    return cast("str", one.id)
                if one.created_at < at - _CLOCK_SKEW:
                    break
        except (UnsupportedOperation, APIStatusError) as error:
            if not not_offered(error):
                raise
        return None

    def _file(self, file: Object) -> None:
        path = self._folder.content(file["id"])
        if not path.exists():
            self.report.refused[file["id"]] = "the export does not have its contents"
            return
        purpose = creation.purpose_of(file)

        def send(headers: dict[str, str]) -> Any:
            given = (file["filename"], path)
            return self._client.files.create(file=given, purpose=purpose, extra_headers=headers)

        def find(at: float) -> str | None:
            taken = set(self._ids.new.values())
            for one in listed(self._client.files.list()):
                same = (one.filename, one.bytes) == (file["filename"], file["bytes"])
                if same and one.id not in taken and one.created_at >= at - _CLOCK_SKEW:
                    return one.id
            return None

        self._create(file["id"], send, find)

    def _store(self, path: Path) -> None:
        store, *files = in_thread(read_all, path)
        stores = self._client.vector_stores

        def send(headers: dict[str, str]) -> Any:
            return stores.create(**creation.store_body(store), extra_headers=headers)

        def find(at: float) -> str | None:
            return self._tagged(stores.list, store["id"], at)

        new = self._create(store["id"], send, find)
        filled = f"{store['id']}/files"
        if filled not in self._ids.new:
            keep = self._keep(store)
            for one in files:
                file_id = keep(one["id"])
                if file_id is not None:  # putting it in twice is the same as once
                    stores.files.create(new, **creation.store_file_body(one, file_id))
            self._ids.add(filled, new)

    def _assistant(self, one: Object) -> None:
        body = creation.assistant_body(one, self._keep(one))

        def send(headers: dict[str, str]) -> Any:
            return self._client.assistants.create(**body, extra_headers=headers)

        def find(at: float) -> str | None:
            return self._tagged(self._client.assistants.list, one["id"], at)

        self._create(one["id"], send, find)

    def _thread(self, path: Path) -> None:
        thread, *others = in_thread(read_all, path)
        body = creation.thread_body(thread, self._keep(thread))

        def send(headers: dict[str, str]) -> Any:
            return self._client.threads.create(**body, extra_headers=headers)

        def find(at: float) -> str | None:
            return self._tagged(self._client.threads.list, thread["id"], at)

        new = self._create(thread["id"], send, find)
        messages = [one for one in others if one["object"] == "thread.message"]
        self._messages(new, messages)
        if len(messages) < len(others):
            self.report.leave_out(thread["id"], "its runs and their steps")

    def _messages(self, thread_id: str, messages: list[Object]) -> None:
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
        there = listed(resource.list(thread_id, order="asc", limit=_PAGE))
        for place, (one, body) in enumerate(wanted):
            if place < len(there):
                self.report.present += 1
                new = there[place].id
            else:
                headers = self._headers(one["id"])
                new = (resource.create(thread_id, **body, extra_headers=headers)).id
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
