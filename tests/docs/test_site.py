"""`make docs` refuses broken links, and public names that the reference lacks or that say nothing.

CI builds the whole site; here small ones are built with its settings.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def load(name: str) -> Any:
    """A module of docs/, which is no package."""
    path = ROOT / "docs" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"site_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


docstrings, public_names = load("extensions/docstrings"), load("extensions/public_names")
RECORD = public_names.RECORD.read_text(encoding="utf-8")
NAMES = set(map(public_names.name_of, RECORD.splitlines()))


def build(folder: Path, pages: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Builds a site of these pages with the settings of docs/, but without the reference."""
    (folder / "conf.py").write_bytes((ROOT / "docs" / "conf.py").read_bytes())
    (folder / "static").mkdir()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    settings = ["-D", "extensions=myst_parser", "-D", "html_theme=basic"]
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", *settings]
    done = subprocess.run([*command, folder, folder / "out"], capture_output=True, text=True)
    assert "Traceback" not in done.stderr, done.stderr
    return done


INDEX = "# Site\n\n```{toctree}\nother\n```\n\n"
OTHER = "# Other\n\n## A part of it\n\n### More\n"


def test_links_that_lead_somewhere_are_taken(tmp_path: Path) -> None:
    links = (
        "[a](other.md) [b](other.md#a-part-of-it) [c](#site) [d](notes.txt) [e](other.md#more)\n"
    )
    pages = {"index.md": INDEX + links, "other.md": OTHER, "notes.txt": "Notes\n"}
    done = build(tmp_path, pages)
    assert (done.returncode, done.stderr) == (0, "")
    assert 'href="other.html#a-part-of-it"' in (tmp_path / "out" / "index.html").read_text()


BROKEN = {
    "[a](another.md)": "'another.md'",
    "[a](other.md#another-part)": "'another-part'",
    "[a](#another)": "'another'",
    "[a](missing.txt)": "'missing.txt'",
    "![a](missing.png)": "missing.png",
    "{py:func}`missing`": "missing [ref.func]",
}


def test_what_leads_nowhere_is_refused(tmp_path: Path) -> None:
    """Links to pages, headings and files, pictures, names; and a page that nothing leads to."""
    text = INDEX + "".join(f"{broken}\n\n" for broken in BROKEN)
    done = build(tmp_path, {"index.md": text, "other.md": OTHER, "lost.md": "# Lost\n"})
    assert done.returncode == 1
    warnings = done.stderr.splitlines()
    for line, said in enumerate(BROKEN.values()):
        at = f"index.md:{INDEX.count(chr(10)) + 1 + 2 * line}: WARNING"
        assert [one for one in warnings if at in one and said in one], (said, done.stderr)
    assert [one for one in warnings if "lost.md" in one and "any toctree" in one], done.stderr
    assert len(warnings) == len(BROKEN) + 1, done.stderr


def test_all_names_with_a_place_are_taken() -> None:
    assert list(public_names.problems(NAMES, RECORD)) == []


@pytest.mark.parametrize(
    "missing",
    [
        "openai_assistants.testing.FakeClock",
        "openai_assistants.NOT_GIVEN",
        "openai_assistants.OpenAIError",
        "openai_assistants.AssistantsClient.chat",
        "openai_assistants_rest.models.RunStatus",
        "openai_assistants_rest.OPERATIONS",
    ],
)
def test_a_name_without_a_place_is_found(missing: str) -> None:
    assert missing in NAMES
    part = missing.rpartition(".")[2]
    written = {name for name in NAMES if name.rpartition(".")[2] != part}
    assert f"{missing} is public, and is not in the reference" in list(
        public_names.problems(written, RECORD)
    )


def test_what_is_inherited_or_exported_again_needs_one_place() -> None:
    record = (
        "openai_assistants_core.NotFoundError(E)\nopenai_assistants_rest.resources.Runs.list(s)\n"
    )
    written = ["openai_assistants.NotFoundError", "openai_assistants.resources.Runs.list"]
    assert list(public_names.problems(written, record)) == []
    assert len(list(public_names.problems(["openai_assistants.resources.Files.list"], record))) == 2


def test_a_name_without_a_docstring_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ModuleType("made_for_docs")
    program = "class Bare:\n    def method(self): ...\n    field = 1\ndef said():\n    'Said.'\n"
    exec(program, vars(made))
    monkeypatch.setitem(sys.modules, made.__name__, made)
    names = ["Bare", "Bare.method", "Bare.field", "said"]
    record = "".join(f"made_for_docs.{name}(x)\n" for name in names)
    written = [f"made_for_docs.{name}" for name in names]
    assert list(public_names.problems(written, record)) == [
        "made_for_docs.Bare is public, and has no docstring",
        "made_for_docs.Bare.method is public, and has no docstring",
    ]


def test_programs_in_docstrings_are_set_as_programs() -> None:
    """Those in sections of Google's style are none."""
    lines = [
        "A client.",
        "",
        "    with it:",
        "        pass",
        "",
        "Then.",
        "",
        "Args:",
        "    a: one.",
    ]
    marked = list(docstrings.with_programs(lines))
    assert marked == [*lines[:2], "::", "", *lines[2:]]


def test_links_beside_the_folder_have_a_page() -> None:
    link_within = load("conf").link_within
    assert link_within("[a](../spec/README.md)") == "[a](description.md)"
    assert (ROOT / "docs" / "description.md").exists()


def test_the_drawing_says_what_it_shows() -> None:
    """Where nobody sees it, and on light and dark paper."""
    drawing = (ROOT / "docs" / "images" / "architecture.svg").read_text(encoding="utf-8")
    assert "<title" in drawing
    assert "<desc" in drawing
    assert "prefers-color-scheme: dark" in drawing
    for room in ("http", "runs", "models", "search", "interpreter", "storage"):
        assert f">{room}</text>" in drawing
