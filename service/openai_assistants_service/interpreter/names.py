"""Names for the files of a run that are good in a folder."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from attrs import evolve

from .base import InputFile

_LONGEST = 120


def distinct(files: Iterable[InputFile]) -> list[InputFile]:
    """Return the files with names that are no paths, and each another."""
    taken: set[str] = set()
    named: list[InputFile] = []
    for one in files:
        path = PurePosixPath(_plain(one.name))
        name, number = str(path), 1
        while name in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        taken.add(name)
        named.append(evolve(one, name=name))
    return named


def _plain(name: str) -> str:
    plain = re.sub(r"[/\\\x00-\x1f\x7f\ud800-\udfff]", "_", name)[-_LONGEST:]
    return "file" if plain.strip(". ") == "" else plain
