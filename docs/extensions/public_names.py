"""Refuses a site without all public names: each has its place in the reference, and a docstring."""

import importlib
import inspect
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from types import FunctionType
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

RECORD = Path(__file__).parents[2] / "tests" / "core" / "surface.txt"
"""The public names and their members, which a test holds to the code."""

logger = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, Any]:
    """Registers what this module does."""
    app.connect("env-check-consistency", check)
    return {"parallel_read_safe": True}


def check(app: Sphinx, env: BuildEnvironment) -> None:
    """Warns of every public name that the reference lacks, or that says nothing."""
    for problem in problems(env.domains.python_domain.objects, RECORD.read_text(encoding="utf-8")):
        logger.warning(problem)


def problems(written: Iterable[str], record: str) -> Iterator[str]:
    """What is wrong with the names of a record, given those that the reference has."""
    places: dict[str, list[str]] = {}
    for name in written:
        places.setdefault(name.rpartition(".")[2], []).append(name)
    for name in sorted(set(map(name_of, record.splitlines()))):
        value = resolve(name)
        if is_field(name, value):
            continue  # listed in the docstring of its class, under Attributes
        if has_docstring(value) and not inspect.getdoc(value):
            yield f"{name} is public, and has no docstring"
        if not any(stands_for(other, name) for other in places.get(name.rpartition(".")[2], ())):
            yield f"{name} is public, and is not in the reference"


def stands_for(written: str, name: str) -> bool:
    """Whether what is written is what the name stands for, or is derived from it.

    What several packages export, and what a class inherits or overrides, needs one place only.
    """
    if written == name or resolve(written) is resolve(name):
        return True
    pairs = [(written, name), (owner(written), owner(name))]
    classes = [(resolve(one), resolve(other)) for one, other in pairs]
    return any(inspect.isclass(one) and other in one.__mro__ for one, other in classes)


def name_of(line: str) -> str:
    """The name in a line of the record: it ends where its signature, bases or type begin."""
    return line.partition("(")[0].partition(":")[0]


def owner(name: str) -> str:
    """The module or class that a name is in."""
    return name.rpartition(".")[0]


def has_docstring(value: object) -> bool:
    """Whether it is of a kind that has a docstring of its own."""
    return isinstance(value, type | FunctionType | property | cached_property)


def is_field(name: str, value: object) -> bool:
    """Whether it is a member of a class, and only data."""
    return inspect.isclass(resolve(owner(name))) and not has_docstring(value)


@cache
def resolve(name: str) -> object:
    """What a dotted name stands for; a member of a class as it is there, unbound; None, nothing."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            value: object = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            value = _member(value, part)
        return value
    return None


def _member(value: object, name: str) -> object:
    if not inspect.isclass(value):
        return getattr(value, name, None)
    member = inspect.getattr_static(value, name, None)
    return getattr(member, "__func__", member)  # of a classmethod or a staticmethod
