"""The folder of an export.

    manifest.json              written first, and again at the end
    assistants.jsonl           an assistant on each line
    files.jsonl                a file on each line
    vector_stores/ID.jsonl     a vector store, then its files
    threads/ID.jsonl           a thread, its messages, and its runs, each followed by its steps
    contents/ID                the bytes of a file

Every file appears whole, under its name, or not at all: so what is there is done. A new folder is
for its owner only. Beside these there may be `id-map.jsonl` of an import, and
`conversations.jsonl`.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openai_assistants_core import dumps
from openai_assistants_core.atomic_file import replacing
from openai_assistants_core.json_codec import loads
from openai_assistants_core.run_status import ACTIVE

from .errors import TransferError
from .manifest import FileEntry, Manifest

Object = dict[str, Any]
"""An object of the API, as it came."""

_INSIDE = re.compile(r"([a-z_]+/)?[A-Za-z0-9][A-Za-z0-9_-]*(\.jsonl)?")
"""The paths that an export has."""

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,199}")


class ExportFolder:
    """Reads and writes the folder of an export."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.assistants = self.path / "assistants.jsonl"
        self.files = self.path / "files.jsonl"

    def store(self, id: str) -> Path:
        """The file of a vector store."""
        return self.path / "vector_stores" / f"{_file_name(id)}.jsonl"

    def thread(self, id: str) -> Path:
        """The file of a thread."""
        return self.path / "threads" / f"{_file_name(id)}.jsonl"

    def content(self, id: str) -> Path:
        """The bytes of a file."""
        return self.path / "contents" / _file_name(id)

    def begin(self, source: str) -> Manifest:
        """Makes the folder, or goes on with it; returns the manifest that it has.

        Raises:
            TransferError: it holds something else, or the export of another endpoint.
        """
        manifest = Manifest.read(self.path / "manifest.json")
        if manifest is None:
            self._require_empty()
            self.path.mkdir(0o700, parents=True, exist_ok=True)
            manifest = Manifest(source=source)
            self._publish(manifest)
        elif manifest.source != source:
            raise TransferError(
                f"{self.path} holds an export of {manifest.source}, not of {source}: give another "
                "folder"
            )
        for name in ("vector_stores", "threads", "contents"):
            (self.path / name).mkdir(exist_ok=True)
        return manifest

    def _require_empty(self) -> None:
        """Checks that nothing is there but what is left of an export killed at its beginning."""
        there = self.path.iterdir() if self.path.exists() else ()
        if any(re.fullmatch(r"\.manifest\.json\..*\.part", path.name) is None for path in there):
            raise TransferError(
                f"{self.path} is no export, and not empty: give a folder that is new or empty"
            )

    def _publish(self, manifest: Manifest) -> None:
        with replacing(self.path / "manifest.json") as file:
            file.write(manifest.encoded())
            file.flush()
            os.fsync(file.fileno())

    def write(self, path: Path, objects: Iterable[Any]) -> None:
        """Writes objects to a file, one on each line: all of them, or none."""
        with replacing(path) as file:
            for one in objects:
                file.write(dumps(one) + b"\n")
            file.flush()
            os.fsync(file.fileno())

    def finish(self, paths: Sequence[Path], missing: dict[str, str]) -> Manifest:
        """Writes the manifest of what is there, once all is.

        Args:
            paths: the files that were written, in their order; others that an earlier start wrote
                come behind them.
            missing: why something is not there, by its id.
        """
        for left in self.path.rglob(".*.part"):  # of a process that was killed
            left.unlink()
        found = sorted(path for path in self.path.glob("*/*") if path.is_file())
        ordered = [path for path in dict.fromkeys([*paths, *found]) if path.exists()]
        before = Manifest.read(self.path / "manifest.json")
        assert before is not None
        counts, active = self._counted(path for path in ordered if path.suffix == ".jsonl")
        manifest = Manifest(
            source=before.source,
            complete=True,
            counts=counts,
            missing=missing,
            active=active,
            files={path.relative_to(self.path).as_posix(): FileEntry.of(path) for path in ordered},
        )
        self._publish(manifest)
        return manifest

    def _counted(self, paths: Iterable[Path]) -> tuple[dict[str, int], list[str]]:
        """How many objects there are of each kind, and the threads with an active run."""
        counts: dict[str, int] = {}
        active: dict[str, None] = {}
        for path in paths:
            for one in read(path):
                counts[one["object"]] = counts.get(one["object"], 0) + 1
                if one["object"] == "thread.run" and one.get("status") in ACTIVE:
                    active[path.stem] = None
        return dict(sorted(counts.items())), list(active)

    def checked(self) -> Manifest:
        """The manifest, once every file is what it says.

        Raises:
            TransferError: the export is not complete, or was changed or damaged since.
        """
        manifest = Manifest.read(self.path / "manifest.json")
        if manifest is None:
            raise TransferError(f"{self.path} holds no export: it has no manifest.json")
        if not manifest.complete:
            raise TransferError(
                f"the export in {self.path} is not complete: start it again, and it goes on"
            )
        for name, entry in manifest.files.items():
            path = self.path / name
            if not _INSIDE.fullmatch(name) or not path.is_file() or FileEntry.of(path) != entry:
                raise TransferError(f"{path} is missing, or not what the manifest says")
        return manifest


def nested(one: Object, *names: str) -> Object:
    """What lies in an object below some names; empty where there is nothing, or null."""
    for name in names:
        one = one.get(name) or {}
    return one


def read(path: Path) -> Iterator[Object]:
    """The objects of a file; none if it is not there."""
    if not path.exists():
        return
    with path.open("rb") as lines:
        for line in lines:
            yield loads(line)


def read_all(path: Path) -> list[Object]:
    """As `read`, all at once."""
    return list(read(path))


def _file_name(id: str) -> str:
    """An id as the name of a file.

    Raises:
        TransferError: it cannot be one; such an id is no service's.
    """
    if not _SAFE.fullmatch(id):
        raise TransferError(f"{id!r} is no id that a file can be named by")
    return id
