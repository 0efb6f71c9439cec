"""The openai package's own tests of these resources, unmodified, against the service.

They send placeholders in place of ids, so that a proxy stands before the service. They are those of
its source distribution, or of the checkout that PEER_TESTS or ../shared/peers holds.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.support.conformance.made_objects import MODEL
from tests.support.conformance.placeholder_proxy import proxy

from openai_assistants_service import LocalService

from .conftest import ROOT, require

HOME = ROOT / ".envs" / "openai-tests"
PLACES = (ROOT.parent / "shared" / "peers", HOME)

MODULES = {
    "beta/test_assistants.py": 105,
    "beta/test_threads.py": 125,
    "beta/threads/runs/test_steps.py": 50,
    "beta/threads/test_messages.py": 115,
    "beta/threads/test_runs.py": 185,
    "test_files.py": 120,
    "test_vector_stores.py": 130,
    "vector_stores/test_file_batches.py": 90,
    "vector_stores/test_files.py": 130,
}
"""How many tests each has in openai 3.54: 1,050, three of which are skipped there."""

SKIPPED = re.compile(
    r"tests\.api_resources\.test_files\.TestAsyncFiles\.test_(method|\w+_response)_content\[aiohttp\]"
)
"""Those that are skipped there, as they simulate answers, which cannot be done for aiohttp."""


@pytest.fixture(scope="module")
def proxied() -> Iterator[str]:
    with LocalService(model=MODEL) as service, proxy(service.base_url) as url:
        yield url


def checkout() -> Path | None:
    """Where the source of the openai package is, with its tests."""
    named = os.environ.get("PEER_TESTS")
    for place in [Path(named)] if named else PLACES:
        for found in (place, *sorted(place.glob("openai-*"))):
            if (found / "tests" / "api_resources" / "beta" / "threads").is_dir():
                return found
    return None


def outcomes(source: Path, module: str, url: str, report: Path) -> dict[str, str]:
    """Run a module of tests; `passed`, `skipped` or what went wrong, for each of them."""
    python = HOME / "bin" / "python"
    options = ["-o", "addopts=", "-p", "no:cacheprovider", "--tb=short", f"--junitxml={report}"]
    ran = subprocess.run(
        [python, "-B", "-m", "pytest", *options, f"tests/api_resources/{module}"],
        cwd=source,
        env={"HOME": str(Path.home()), "PYTHONPATH": "src", "TEST_API_BASE_URL": url},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert report.exists(), ran.stdout + ran.stderr
    cases = ElementTree.parse(report).iter("testcase")
    return {f"{one.get('classname')}.{one.get('name')}": outcome(one) for one in cases}


def outcome(case: ElementTree.Element) -> str:
    for kind in ("failure", "error"):
        if (found := case.find(kind)) is not None:
            return f"{kind}: {found.get('message')}"
    return "passed" if case.find("skipped") is None else "skipped"


@pytest.mark.parametrize("module", MODULES)
def test_what_passes(module: str, proxied: str, tmp_path: Path) -> None:
    """All of it, but what is skipped there."""
    source = checkout()
    require(
        source and (HOME / "bin" / "pytest").exists(),
        "the openai package's own tests are missing: `make .envs/openai-tests/.installed` gets "
        "them and what they need; PEER_TESTS may name another checkout",
    )
    assert source is not None
    found = outcomes(source, module, proxied, tmp_path / "report.xml")
    assert len(found) >= MODULES[module]
    wrong = {
        test: outcome
        for test, outcome in found.items()
        if outcome != ("skipped" if SKIPPED.fullmatch(test) else "passed")
    }
    assert wrong == {}
