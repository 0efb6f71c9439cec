"""Names for the files of a run that are good in a folder."""

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from attrs import evolve

from .base import InputFile

_LONGEST = 120


def distinct(files: Sequence[InputFile]) -> list[InputFile]:
    """Return the files with names that are no paths, and each another."""
    names = distinct_names(one.name for one in files)
    return [evolve(one, name=name) for one, name in zip(files, names, strict=True)]


def distinct_names(names: Iterable[str]) -> list[str]:
    """Return names in the place of these that are no paths, and each another."""
    taken: dict[str, None] = {}
    for one in names:
        path = PurePosixPath(_plain(one))
        name, number = str(path), 1
        while name in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        taken[name] = None
    return list(taken)


def _plain(name: str) -> str:
    plain = re.sub(r"[/\\\x00-\x1f\x7f\ud800-\udfff]", "_", name)[-_LONGEST:]
    return "file" if plain.strip(". ") == "" else plain
