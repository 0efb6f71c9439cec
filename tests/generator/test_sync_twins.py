"""Synchronous modules are written from asynchronous ones, and drift of either is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from codegen import sync_twins
from codegen.sync_twins import CLIENT, HEADER, SyncTwinError

from .test_drift import ROOT, edit, run

SOURCE, TWIN = CLIENT / "resources" / "_async", CLIENT / "resources" / "_sync"


def test_an_edited_twin_is_found(project: Path) -> None:
    """And generating undoes the edit."""
    edit(f"{TWIN}/runs.py", "Creates a run", "Makes a run")(project)
    result = run(project, "--check")
    assert result.returncode == 1
    assert f"differs: {TWIN}/runs.py" in result.stdout
    assert "run `make generate`" in result.stderr
    assert run(project).returncode == 0
    assert (project / TWIN / "runs.py").read_bytes() == (ROOT / TWIN / "runs.py").read_bytes()


def test_an_edited_source_is_found(project: Path) -> None:
    """Generating makes the same edit in its twin."""
    edit(f"{CLIENT}/async_client.py", "Closes the connections", "Ends the connections")(project)
    result = run(project, "--check")
    assert result.returncode == 1
    assert f"differs: {CLIENT}/client.py" in result.stdout
    assert run(project).returncode == 0
    assert "Ends the connections" in (project / CLIENT / "client.py").read_text(encoding="utf-8")
    assert run(project, "--check").returncode == 0


def test_a_new_and_a_lost_source_are_found(project: Path) -> None:
    """A twin without a source is removed."""
    (project / SOURCE / "files.py").rename(project / SOURCE / "more.py")
    result = run(project, "--check")
    assert f"missing: {TWIN}/more.py" in result.stdout
    assert f"not generated: {TWIN}/files.py" in result.stdout
    assert run(project).returncode == 0
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
