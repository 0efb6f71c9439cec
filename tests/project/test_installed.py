"""What others install: the client alone and with the service, built as they are published.

`make soak` tries every Python of the machine, with the oldest and the newest versions of what is
required; the ordinary tests try one of each.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from tests.conformance.conftest import require
from tests.support.project.distribution import (
    INDEX_MISSING,
    ROOT,
    Installed,
    Versions,
    build,
    has_index,
    install,
    pythons,
)
from tests.support.scale import SOAKING

from openai_assistants_service import LocalService

README = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
USERS_FILE = ROOT / "tests" / "support" / "project" / "users_file.py"


@attrs.frozen
class Case:
    """One way to install the distribution."""

    archive: str
    extra: str
    versions: Versions
    python: str = sys.executable

    def __str__(self) -> str:
        extra, python = f"[{self.extra}]" if self.extra else "", Path(self.python).resolve().name
        return f"{self.archive}{extra}-{self.versions}-{python}"


CASES = [Case("wheel", "", "oldest"), Case("sdist", "service", "newest")]
if SOAKING:
    CASES = [
        Case(archive, extra, versions, python)
        for python in pythons()
        for versions in ("oldest", "newest")
        for archive, extra in (("wheel", ""), ("wheel", "service"), ("wheel", "cli"), ("sdist", ""))
    ]


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sdist and the wheel."""
    require(has_index(tmp_path_factory.mktemp("archives")), INDEX_MISSING)
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> Case:
    chosen: Case = request.param
    return chosen


@pytest.fixture(scope="module")
def installed(
    case: Case, archives: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installed]:
    home = tmp_path_factory.mktemp("environment")
    archive = archives[case.archive]
    yield install(home, archive, extra=case.extra, versions=case.versions, python=case.python)
    shutil.rmtree(home)


@pytest.fixture(scope="module")
def service() -> Iterator[LocalService]:
    with LocalService() as running:
        yield running


def test_the_programs_of_the_readme(
    case: Case, installed: Installed, service: LocalService
) -> None:
    """As they are with the service; alone, with a service elsewhere."""
    programs = "import os\n" + "\n".join(README)
    if case.extra != "service":
        programs = re.sub(r".*LocalService.*\n", "", programs)
        programs = programs.replace("service.base_url", 'os.environ["OPENAI_BASE_URL"]')
        assert "openai_assistants_service" not in programs
    program = installed.home / "readme.py"
    program.write_text(programs, encoding="utf-8")
    done = installed.run(
        program,
        OPENAI_API_KEY="key-for-loopback",
        OPENAI_BASE_URL=service.base_url,
        AZURE_OPENAI_ENDPOINT=service.url,
        AZURE_OPENAI_API_KEY="key-for-loopback",
    )
    assert done.returncode == 0, done.stderr
    assert "x = 1." in done.stdout
    assert "404" in done.stdout


def test_the_command_line_of_the_service(case: Case, installed: Installed) -> None:
    """Without the extra it, and what is imported of it, name the command that installs it."""
    arguments = ("-m", "openai_assistants_service", "--help")
    done = installed.run(*arguments)
    imported = installed.run("-c", "from openai_assistants_service import LocalService")
    models = installed.run("-c", "from openai_assistants_service.models.base import Delta")
    if case.extra == "service":
        assert done.stdout.startswith("usage: python -m openai_assistants_service")
        assert [done.returncode, imported.returncode, models.returncode] == [0, 0, 0]
        return
    line = r"The package '\w+' is not installed: pip install 'openai-assistants\[service\]'\n"
    assert re.fullmatch(line, done.stderr), done.stderr
    assert [done.returncode, imported.returncode, models.returncode] == [1, 1, 1]
    assert re.search(f"\nImportError: {line}$", imported.stderr), imported.stderr
    assert re.search(f"\nImportError: {line}$", models.stderr), models.stderr


def test_the_command_line_of_the_client(case: Case, installed: Installed) -> None:
    """Without the extra it names the command that installs it, however it is started."""
    script = installed.home / "bin" / "openai-assistants"
    by_module = installed.run("-m", "openai_assistants", "assistants", "list")
    by_script = installed.run(script, "assistants", "list")
    assert (by_module.returncode, by_module.stderr) == (by_script.returncode, by_script.stderr)
    if case.extra == "cli":
        assert by_module.returncode == 3
        assert "OPENAI_API_KEY is set" in by_module.stderr
        return
    assert by_module.returncode == 1
    line = "The package 'typer' is not installed: pip install 'openai-assistants[cli]'\n"
    assert by_module.stderr == line


def test_a_type_checker_understands_it(installed: Installed) -> None:
    """A file of a user passes mypy, strict; a mistake in it does not."""
    program = installed.home / USERS_FILE.name
    program.write_bytes(USERS_FILE.read_bytes())
    assert type_check(installed) == "Success: no issues found in 1 source file\n"
    with program.open("a", encoding="utf-8") as file:
        file.write("client.assistants.create(model=3)\n")
    assert re.search(r"\[arg-type\]\nFound 1 error in 1 file", type_check(installed))


def type_check(installed: Installed) -> str:
    """What mypy says to the user's file, with the environment's packages."""
    mypy: list[str | Path] = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--python-executable",
        installed.python,
    ]
    return subprocess.run(
        [*mypy, "--cache-dir", installed.home / "mypy", USERS_FILE.name],
        cwd=installed.home,
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_the_archives_have_what_they_need(archives: dict[str, Path], kind: str) -> None:
    """The marker of typed packages, the licence, and the data of the service."""
    listed = subprocess.run(
        [sys.executable, "-m", "tarfile" if kind == "sdist" else "zipfile", "-l", archives[kind]],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in ("openai_assistants", "openai_assistants_core", "openai_assistants_rest"):
        assert f"{name}/py.typed" in listed
    page = "openai_assistants_service/http/page"
    assert f"{page}/templates/base.html" in listed
    assert f"{page}/static/htmx.min.js" in listed
    assert f"{page}/static/htmx.LICENSE.txt" in listed
    assert "LICENSE" in listed
    assert "__pycache__" not in listed
