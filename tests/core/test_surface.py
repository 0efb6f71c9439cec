"""What each package offers is listed, sorted, and really there."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest

from openai_assistants_core import Model

PACKAGES = [
    "openai_assistants",
    "openai_assistants.testing",
    "openai_assistants.transfer",
    "openai_assistants_core",
    "openai_assistants_rest",
    "openai_assistants_rest.models",
    "openai_assistants_rest.resources",
]


SNAPSHOT = Path(__file__).with_name("surface.txt")


def surface() -> list[str]:
    """Every public name, with the signature of what can be called."""
    lines: list[str] = []
    for package in PACKAGES:
        module = importlib.import_module(package)
        for name in module.__all__:
            lines += described(f"{package}.{name}", getattr(module, name))
    return lines


def described(name: str, value: object) -> list[str]:
    if inspect.isclass(value):
        lines = [f"{name}({', '.join(base.__name__ for base in value.__bases__)})"]
        ours = [one for one in value.__mro__ if one.__module__.startswith("openai_assistants")]
        inherited = Model.__mro__ if issubclass(value, Model) and value is not Model else ()
        for attribute in sorted(
            {name for one in ours if one not in inherited for name in vars(one)}
        ):
            member = inspect.getattr_static(value, attribute)
            if not attribute.startswith("_"):
                lines += described(f"{name}.{attribute}", getattr(member, "__func__", member))
        return lines
    if inspect.isfunction(value):
        return [f"{name}{inspect.signature(value)}"]
    return [f"{name}: {type(value).__name__}"]


def test_the_public_surface_is_the_one_on_record() -> None:
    """After a change that is meant: `python -m tests.core.test_surface` writes the record anew."""
    assert surface() == SNAPSHOT.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("package", PACKAGES)
def test_all_is_complete(package: str) -> None:
    module = importlib.import_module(package)
    assert len(set(module.__all__)) == len(module.__all__)
    assert set(module.__all__) <= set(dir(module))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'zz'"):
        _ = importlib.import_module("openai_assistants_core").zz


if __name__ == "__main__":
    SNAPSHOT.write_text("".join(f"{line}\n" for line in surface()), encoding="utf-8")
