"""Functions that `--tools` names."""

import importlib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import typer


def load_tools(names: Iterable[str]) -> list[Any]:
    """The functions: `module:name`, of one function or of a list of them.

    The folder in which the program was started is searched first, as `python -m` does.

    Raises:
        typer.BadParameter: there is none of this name, or the module cannot be imported.
    """
    here = str(Path.cwd())
    tools: list[Any] = []
    for name in names:
        if here not in sys.path:
            sys.path.insert(0, here)
        found = _load(name)
        tools += cast("Iterable[Any]", found) if isinstance(found, (list, tuple)) else [found]
    return tools


def _load(name: str) -> Any:
    module_name, _, path = name.partition(":")
    if not module_name or not path:
        raise typer.BadParameter(f"--tools takes module:function, not {name!r}")
    try:
        found: Any = importlib.import_module(module_name)
        for attribute in path.split("."):
            found = getattr(found, attribute)
    except Exception as error:  # the module is the user's: importing it may raise anything
        raise typer.BadParameter(f"--tools {name}: {type(error).__name__}: {error}") from error
    return found
