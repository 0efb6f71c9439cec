"""The distribution as others get it: built, and installed into environments of its own."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Literal

import attrs
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[3]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]

INDEX_MISSING = "there is no package index here that has what the distribution requires"
Versions = Literal["oldest", "newest"]


@attrs.frozen
class Installed:
    """An environment that has the distribution and what it requires, and nothing else."""

    home: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.home / "bin" / "python"

    def run(self, *arguments: str | Path, **variables: str) -> "subprocess.CompletedProcess[str]":
        """Runs its interpreter outside of the checkout, with no environment but these variables."""
        return subprocess.run(
            [self.python, *arguments],
            cwd=self.home,
            env=variables,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


def build(directory: Path) -> dict[str, Path]:
    """Builds the sdist, and the wheel from the sdist; returns both by their kind."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "build",
        "--no-isolation",
        "--outdir",
        directory,
        ROOT,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        "sdist": next(directory.glob("*.tar.gz")),
        "wheel": next(directory.glob("*.whl")),
    }


def install(
    home: Path, archive: Path, *, extra: str = "", versions: Versions = "newest", python: str = ""
) -> Installed:
    """Installs an archive, with the oldest or the newest versions it allows."""
    make: list[str | Path] = [python or sys.executable, "-m", "venv", "--without-pip", home]
    subprocess.run(make, check=True, capture_output=True)
    limits = home / "constraints.txt"
    limits.write_text("\n".join(oldest(extra) if versions == "oldest" else []), encoding="utf-8")
    installed = Installed(home)
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--python",
        installed.python,
    ]
    what = f"{archive}[{extra}]" if extra else archive
    done = subprocess.run(
        [*pip, "install", "--quiet", "-c", limits, what],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return installed


def has_index(directory: Path) -> bool:
    """Whether there is a package index that has what the distribution requires."""
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(directory)]
    return subprocess.run([*pip, "sniffio"], capture_output=True).returncode == 0


def oldest(extra: str = "") -> list[str]:
    """Constraints for the lower bound of every dependency."""
    written: list[str] = [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"].get(extra, ()),
    ]
    requirements = [Requirement(text) for text in written]
    return [
        f"{one.name}=={bound.version}"
        for one in requirements
        for bound in one.specifier
        if bound.operator == ">="
    ]


def pythons() -> list[str]:
    """The interpreters of this machine, one of each minor version that is supported."""
    oldest_minor = int(PROJECT["requires-python"].removeprefix(">=3."))
    found = [_interpreter(minor) for minor in range(oldest_minor, 20)]
    return [python for python in found if python]


def _interpreter(minor: int) -> str:
    beside = sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python"))
    candidates = [shutil.which(f"python3.{minor}"), *map(str, beside)]
    return next((python for python in candidates if python and _works(python)), "")


def _works(python: str) -> bool:
    return subprocess.run([python, "-c", "import venv"], capture_output=True).returncode == 0
