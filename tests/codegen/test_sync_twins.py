"""Synchronous modules are written from asynchronous ones, and drift of either is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from codegen import sync_twins
from codegen.sync_twins import CLIENT, HEADER, SyncTwinError

ROOT = Path(__file__).resolve().parents[2]
SOURCE, TWIN = CLIENT / "resources" / "_async", CLIENT / "resources" / "_sync"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def found(project: Path, output: Path) -> list[str]:
    """The differences that `make check-generated` finds; then what `make generate` does."""
    sync_twins.write(project, output)
    lines = sync_twins.differences(output, project)
    sync_twins.replace(output, project)
    assert sync_twins.differences(output, project) == []
    return lines


def test_an_edited_twin_is_found(project: Path, tmp_path: Path) -> None:
    """And generating undoes the edit."""
    edit(project / TWIN / "runs.py", "Creates a run", "Makes a run")
    assert found(project, tmp_path / "new") == [f"differs: {TWIN}/runs.py"]
    assert (project / TWIN / "runs.py").read_bytes() == (ROOT / TWIN / "runs.py").read_bytes()


def test_an_edited_source_is_found(project: Path, tmp_path: Path) -> None:
    """Generating makes the same edit in its twin."""
    edit(project / CLIENT / "async_client.py", "Closes the connections", "Ends the connections")
    assert found(project, tmp_path / "new") == [f"differs: {CLIENT}/client.py"]
    assert "Ends the connections" in (project / CLIENT / "client.py").read_text(encoding="utf-8")


def test_a_new_and_a_lost_source_are_found(project: Path, tmp_path: Path) -> None:
    """A twin without a source is removed."""
    (project / SOURCE / "files.py").rename(project / SOURCE / "more.py")
    assert found(project, tmp_path / "new") == [
        f"missing: {TWIN}/more.py",
        f"not generated: {TWIN}/files.py",
    ]
    assert (project / TWIN / "more.py").is_file()
    assert not (project / TWIN / "files.py").exists()


def test_a_substitution_without_use_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it would be after what it stood for was renamed."""
    monkeypatch.setattr(
        sync_twins, "SUBSTITUTIONS", [*sync_twins.SUBSTITUTIONS, (r"\bAsyncGone\b", "Gone")]
    )
    with pytest.raises(SyncTwinError, match="AsyncGone"):
        sync_twins.write(ROOT, tmp_path)


def test_no_word_of_the_source_is_left(tmp_path: Path) -> None:
    """Every twin is synchronous, and says what it was written from."""
    sync_twins.write(ROOT, tmp_path)
    written = sorted((tmp_path / CLIENT).rglob("*.py"))
    assert len(written) >= 8
    for path in written:
        text = path.read_text(encoding="utf-8")
        source = re.match(re.escape(HEADER).replace(r"\{\}", "(.+)"), text)
        assert source is not None, path
        assert (ROOT / CLIENT / source[1]).is_file()
        assert not re.search("async|await", text[source.end() :], re.IGNORECASE), path
