"""The lists of names that lazy packages export are written from their imports; drift is found."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from codegen import exports

ROOT = Path(__file__).resolve().parents[2]
CLIENT = Path("customizations") / "openai_assistants" / "__init__.py"
PACKAGES = [
    "openai_assistants",
    "openai_assistants.endpoints",
    "openai_assistants.resources",
    "openai_assistants.streaming",
    "openai_assistants.transfer",
    "openai_assistants_core",
]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_checked_in_is_up_to_date(tmp_path: Path) -> None:
    exports.write(ROOT, tmp_path)
    assert exports.differences(tmp_path, ROOT) == []
    written = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.py")}
    assert written == {
        Path("customizations", *package.split("."), "__init__.py") for package in PACKAGES
    }


def test_a_new_import_is_exported(project: Path, tmp_path: Path) -> None:
    """In all lists, and in order."""
    edit(
        project / CLIENT,
        "    from .client import",
        "    from .retry import RetryPolicy, first\n\n    from .client import",
    )
    exports.write(project, tmp_path / "new")
    assert exports.differences(tmp_path / "new", project) == [f"differs: {CLIENT}"]
    text = (tmp_path / "new" / CLIENT).read_text(encoding="utf-8")
    assert '"ResponseDecodeError",\n    "RetryPolicy",\n    "RunCancelled",' in text
    assert '"__version__",\n    "first",\n    "set_log_level",' in text
    assert '"retry": ("RetryPolicy", "first"),' in text


@pytest.mark.parametrize(
    "old", ['    "RunTimeout",\n', '        "client": ("AssistantsClient",),\n']
)
def test_an_edited_list_is_found(project: Path, tmp_path: Path, old: str) -> None:
    """And written anew."""
    edit(project / CLIENT, old, "")
    exports.write(project, tmp_path / "new")
    assert exports.differences(tmp_path / "new", project) == [f"differs: {CLIENT}"]
    assert (tmp_path / "new" / CLIENT).read_bytes() == (ROOT / CLIENT).read_bytes()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_leads_to_its_object(package: str) -> None:
    module = importlib.import_module(package)
    assert len(module.__all__) >= 4
    for name in module.__all__:
        assert getattr(module, name) is not None
