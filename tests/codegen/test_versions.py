"""A version stands in one place; what repeats it for a tool says the same."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest
from codegen import versions

from openai_assistants import __version__

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("package", ["openapi-python-client", "ruff"])
def test_constraints_have_the_pins_of_pyproject(package: str) -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert f"{package}=={versions.pinned(package)}" in lines


def test_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = versions.PYPROJECT.read_text(encoding="utf-8")
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text(text.replace(f"ruff=={version('ruff')}", "ruff==0.1.0"), encoding="utf-8")
    monkeypatch.setattr(versions, "PYPROJECT", pyproject)
    with pytest.raises(RuntimeError, match=r"ruff 0\.1\.0 is needed, not"):
        versions.require("ruff")


def test_the_distribution_has_the_version_of_the_package() -> None:
    assert version("openai-assistants") == __version__
