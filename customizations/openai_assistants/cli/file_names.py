"""Where downloaded files go. No I/O."""

import re
from collections.abc import Iterable
from pathlib import Path

# Signs that separate folders, drives and streams, or that Windows has no names with; controls.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"/\\|?*]')
_LONGEST = 200


def local_name(name: str | None, file_id: str) -> str:
    """A name for a file in a folder of ours: the last part of what the service calls it.

    It never leads out of the folder, and is never hidden; the id is taken where nothing is left.
    """
    last = re.split(r"[/\\]", name or "")[-1]
    cleaned = _NOT_IN_NAMES.sub("_", last).strip(" .")
    return cleaned[-_LONGEST:].lstrip(" .") or file_id


def targets(files: Iterable[tuple[str, str | None]], folder: Path) -> list[Path]:
    """A path for each file (its id, its name): files of the same name get their id before it."""
    found: list[Path] = []
    taken: set[str] = set()
    for file_id, name in files:
        chosen = local_name(name, file_id)
        if chosen.casefold() in taken:
            chosen = f"{file_id}-{chosen}"
        taken.add(chosen.casefold())
        found.append(folder / chosen)
    return found
