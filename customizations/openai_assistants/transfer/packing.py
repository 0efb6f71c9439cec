"""How exported objects are put into requests. No I/O but reading the export."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from openai_assistants_core import dumps

from .folder import Object

MOST_AT_ONCE = 200
"""The most objects of a request: enough that requests cost little, few enough to see it go on."""

MOST_BYTES = 1 << 20
"""The most bytes of a request, but for an object that is larger by itself."""


class Unit(Struct, frozen=True):
    """Objects that belong together, or a part of them: they are taken or refused as one.

    Attributes:
        id: of the first of them.
        objects: in the order in which they are to be written.
    """

    id: str
    objects: list[Object]


def units(objects: Iterable[Object]) -> Iterator[Unit]:
    """The parts of a thread, or of a vector store, each small enough for a request."""
    part: list[Object] = []
    name, size = "", 0
    for one in objects:
        name = name or one["id"]
        length = len(dumps(one))
        if part and (len(part) == MOST_AT_ONCE or size + length > MOST_BYTES):
            yield Unit(name, part)
            part, size = [], 0
        part.append(one)
        size += length
    if part:
        yield Unit(name, part)


def batches(given: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Units in groups that fit into one request."""
    group: list[Unit] = []
    count = size = 0
    for unit in given:
        length = sum(len(dumps(one)) for one in unit.objects)
        full = count + len(unit.objects) > MOST_AT_ONCE or size + length > MOST_BYTES
        if group and full:
            yield group
            group, count, size = [], 0, 0
        group.append(unit)
        count += len(unit.objects)
        size += length
    if group:
        yield group
