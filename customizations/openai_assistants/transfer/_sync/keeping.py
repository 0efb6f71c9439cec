# Written from transfer/_async/keeping.py by `make generate`.
# Do not edit: change that file.
"""The way in to a service that lets objects keep their ids and times."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from openai_assistants_core import (
    BadRequestError,
    NotFoundError,
    UnprocessableEntityError,
    dumps,
)
from openai_assistants_core.transfer_extension import TRANSFER_FILE, TRANSFER_OBJECTS

from ..folder import ExportFolder, Object, read, read_all
from ..in_threads import in_thread, listed
from ..manifest import Manifest
from ..packing import Unit, batches, units
from ..progress import Counter
from ..references import Keep, relinked
from ..report import ImportReport
from ..selection import refusal

if TYPE_CHECKING:
    from ...client import AssistantsClient
    from ..progress import OnProgress

_REFUSALS = (BadRequestError, NotFoundError, UnprocessableEntityError)


def _next(given: Iterator[list[Unit]]) -> list[Unit]:
    """The next of some batches, which is read from the disk for that; empty at their end."""
    return next(given, list[Unit]())


class KeepingImport:
    """One import that keeps ids.

    Everything is written in the order that it was listed in, which is the order in which the
    service will list it; so requests are made one after the other, with many objects in each.
    """

    def __init__(
        self,
        client: "AssistantsClient",
        folder: ExportFolder,
        manifest: Manifest,
        on_progress: "OnProgress | None",
    ) -> None:
        self._client = client
        self._transport = cast("Any", client)._transport
        self._folder = folder
        self._manifest = manifest
        self._on_progress = on_progress
        self._files: set[str] = set()
        self._stores: set[str] = set()
        self.report = ImportReport()

    def run(self) -> ImportReport:
        """Writes what is not there yet."""
        folder, report = self._folder, self.report
        self._import_files()
        stores = self._manifest.paths(folder.path, "vector_stores")
        self._import_all("vector_stores", (read(path) for path in stores), len(stores))
        self._stores = {path.stem for path in stores} - report.refused.keys()
        assistants = in_thread(read_all, folder.assistants)
        self._import_all("assistants", ([one] for one in assistants), len(assistants))
        for thread_id in self._manifest.active:
            report.refused[thread_id] = "one of its runs was at work: export it when that has ended"
        threads = self._manifest.paths(folder.path, "threads")
        self._import_all("threads", (read(path) for path in threads), len(threads))
        return report

    def _import_files(self) -> None:
        files = in_thread(read_all, self._folder.files)
        held = {one.id: one.to_dict() for one in listed(self._client.files.list())}
        counter = Counter("files", len(files), self._on_progress)
        for file in files:
            if held.get(file["id"]) == file:
                self.report.present += 1
            else:
                self._import_file(file)
            if file["id"] not in self.report.refused:
                self._files.add(file["id"])
            counter.add()

    def _import_file(self, file: Object) -> None:
        """Sends a file with its contents; without, if the export has none."""
        path = self._folder.content(file["id"])
        if not path.exists():
            self.report.leave_out(file["id"], "its contents, which the export does not have")
            self._send_batch([Unit(file["id"], [file])])
            return
        body = {"file": (file["filename"], path), "object": dumps(file).decode()}
        try:
            self._call(TRANSFER_FILE, body)
        except _REFUSALS as error:
            self.report.refused[file["id"]] = refusal(error)

    def _import_all(self, kind: str, groups: Iterable[Iterable[Object]], total: int) -> None:
        """Sends objects that come in groups, of which each is taken or refused as one."""
        counter, seen = Counter(kind, total, self._on_progress), set[str]()
        given = batches(unit for group in groups for unit in units(self._linked(group)))
        while batch := in_thread(_next, given):
            self._send_batch(batch)
            new = {unit.id for unit in batch} - seen
            seen |= new
            counter.add(len(new))

    def _send_batch(self, batch: list[Unit]) -> None:
        left = [unit for unit in batch if unit.id not in self.report.refused]
        if not left:
            return
        try:
            objects = [one for unit in left for one in unit.objects]
            self._call(TRANSFER_OBJECTS, {"objects": objects})
        except _REFUSALS as error:
            if len(left) == 1:
                self.report.refused[left[0].id] = refusal(error)
                return
            for unit in left:  # one of them is refused, and nothing was written
                self._send_batch([unit])

    def _call(self, operation: Any, body: dict[str, Any]) -> None:
        result = self._transport.call(operation, operation.request(body=body))
        self.report.created += result.created
        self.report.present += result.present

    def _linked(self, group: Iterable[Object]) -> Iterator[Object]:
        """The objects of a group without links to what the service does not get."""
        for one in group:
            if one["object"] == "vector_store.file" and one["id"] not in self._files:
                self.report.leave_out(one["vector_store_id"], one["id"])
            else:
                yield relinked(one, self._keep(one, self._files), self._keep(one, self._stores))

    def _keep(self, one: Object, known: set[str]) -> Keep:
        def keep(linked: str) -> str | None:
            if linked in known:
                return linked
            self.report.leave_out(one["id"], linked)
            return None

        return keep
