"""The versions that decide what is generated: pinned in pyproject.toml, and read from there."""

import tomllib
from importlib.metadata import version
from pathlib import Path

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def pinned(package: str) -> str:
    """The exact version (`==`) that pyproject.toml has for a package of the extra dev."""
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    requirements = (one.split("==") for one in project["optional-dependencies"]["dev"])
    pins = {name: pin for name, *pin in requirements}
    [found] = pins[package]
    return str(found)


def require(package: str) -> None:
    """Refuses any other version of a package, for it may write something else."""
    if (installed := version(package)) != pinned(package):
        raise RuntimeError(f"{package} {pinned(package)} is needed, not {installed}: make install")
