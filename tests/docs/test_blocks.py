"""Every Python block of README and docs runs, in order, against a local service."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from collections import Counter
from operator import attrgetter
from pathlib import Path

import pytest
from tests.support.models.dialects import DIALECTS, says
from tests.support.models.server import ScriptedServer, in_order

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = sorted(set((ROOT / "docs").rglob("*.md")) - set((ROOT / "docs" / "_build").rglob("*")))
FOLLOWED = ROOT / "docs" / "tutorial.md"
"""Its blocks belong together, shell and Python: test_tutorial follows them."""

PAGES = [
    page
    for page in (ROOT / "README.md", *WRITTEN)
    if page != FOLLOWED and "\n```python\n" in page.read_text(encoding="utf-8")
]


@pytest.fixture(scope="module")
def service() -> object:
    with LocalService() as running:
        yield running


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_blocks_of_a_page_run(
    page: Path, service: LocalService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # some keep a database where they run
    monkeypatch.setenv("OPENAI_API_KEY", "key-for-loopback")
    monkeypatch.setenv("OPENAI_BASE_URL", service.base_url)
    if page.name == "README.md":
        monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", service.url)
        monkeypatch.setenv("AZURE_OPENAI_API_KEY", "key-for-loopback")
    blocks = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
    program = tmp_path / "program.py"
    program.write_text("\n".join(blocks), encoding="utf-8")
    monkeypatch.chdir(tmp_path)  # what a page writes does not stay
    made = runpy.run_path(str(program))
    for name in ("client", "service"):
        closing = getattr(made.get(name), "close", None) or getattr(made.get(name), "stop", None)
        if closing is not None:
            closing()


RUN_OTHERWISE = {
    "command-line.md": {"sh": 10},  # test_command_line
    "tutorial.md": {"sh": 9, "text": 7},  # test_tutorial
    "leaving-and-moving.md": {"py": 1},  # for the openai package, which this environment lacks
    # What is typed to install something, to start the service for good, or by those who work on it.
    "README.md": {"sh": 6},
    "local-service.md": {"sh": 1, "text": 2},
    "operations.md": {"sh": 4, "json": 1},  # test_backup, test_copy, test_keys, test_log
    "logging-and-tracing.md": {"sh": 1},
    "models.md": {"sh": 1},
    "streaming.md": {"diff": 1},  # a change to a program
}


def test_no_block_goes_unnoticed() -> None:
    """One that is not Python is run by a test of its own, or known not to be run."""
    found = {}
    for page in (ROOT / "README.md", *WRITTEN):
        kinds = re.findall(r"^ *```(.*)\n(?:.*\n)*?^ *```$", page.read_text(encoding="utf-8"), re.M)
        # Those in braces are directives of the site, not programs.
        others = Counter(kind for kind in kinds if kind != "python" and not kind.startswith("{"))
        if others:
            found[page.name] = others
    assert found == RUN_OTHERWISE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], ["x = 1.", "673457", "The ATL", "84f"]),
        (["maths", "5x - 2 = 18"], ["x = 4"]),
        (["functions", "What's the weather in Seattle, WA in celsius?"], ["21c"]),
        (["file", "notes.txt", "Where is the meeting?"], ["room B12"]),
    ],
)
def test_the_demo_answers(arguments: list[str], said: list[str], tmp_path: Path) -> None:
    notes = "The meeting is in room B12. The budget is 45,000 EUR.\n"
    (tmp_path / "notes.txt").write_text(notes, encoding="utf-8")
    demo = [sys.executable, str(ROOT / "examples" / "demo.py"), *arguments]
    result = subprocess.run(demo, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr
    for words in said:
        assert words in result.stdout


def test_the_demo_takes_a_language_model() -> None:
    with ScriptedServer(in_order(DIALECTS[0].stream(says("It is ", "one.")))) as server:
        demo = [sys.executable, str(ROOT / "examples" / "demo.py"), "--model", server.url, "maths"]
        result = subprocess.run(demo, capture_output=True, text=True, timeout=120, check=True)
    assert "assistant: It is one." in result.stdout
    assert "3x + 11 = 14" in str(server.requests[0].body["messages"])


def anchors(page: Path) -> set[str]:
    """What a link can lead to within a page: its headings, as forges name them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_within_the_repository_lead_somewhere() -> None:
    """`make docs` checks those of docs/ as well, but not those of README and the others."""
    for page in [*ROOT.glob("*.md"), *ROOT.glob("*/*.md")]:
        text = page.read_text(encoding="utf-8")
        for target, anchor in re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", text):
            there = page.parent / target if target else page
            assert there.exists(), f"{page.name}: {target}"
            assert not anchor or anchor in anchors(there), f"{page.name}: {target}#{anchor}"


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs").glob("from-*.md")), ids=lambda one: one.name
)
def test_the_methods_that_others_become_exist(page: Path) -> None:
    named = set(re.findall(r"`client((?:\.\w+)+)\(", page.read_text(encoding="utf-8")))
    with AssistantsClient(CompatibleEndpoint("http://127.0.0.1:1/v1")) as client:
        for path in named:
            assert callable(attrgetter(path[1:])(client)), path
    assert named or page.name == "from-openai.md", "whose methods have the same names"


def test_the_makefile_has_the_targets_that_the_pages_name() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / ".ci" / "run"):
        named = set(re.findall(r"\bmake ([a-z-]+)", page.read_text(encoding="utf-8")))
        assert named <= targets, f"{page.name}: {named - targets}"
