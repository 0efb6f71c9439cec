"""Packages whose names are loaded on first use, so that importing one costs almost nothing."""

import importlib
import sys
from collections.abc import Callable, Mapping
from typing import Any


def lazy_exports(
    package: str,
    modules: Mapping[str, tuple[str, ...]],
    reexports: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Makes a module's `__getattr__` and `__dir__` from a map of submodule to the names it holds.

    The map is explicit on purpose: a `__getattr__` that tried every submodule would load them all
    for each `import package.submodule`.

    Args:
        package: the package that has these attributes.
        modules: names by the submodule of the package that defines them.
        reexports: names by the other package that they come from.
    """
    where = {name: f"{package}.{module}" for module, names in modules.items() for name in names}
    where |= {name: other for other, names in (reexports or {}).items() for name in names}

    def load(name: str) -> Any:
        if name not in where:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(where[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *where})

    return load, names


def load(place: str) -> Any:
    """What stands at "module:name", loaded if it is not yet."""
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)
