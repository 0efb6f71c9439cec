"""The formatter: the pinned ruff, with no settings but those given here."""

import subprocess
import sys
from pathlib import Path

from . import versions

_SETTINGS = ["--isolated", "--no-cache", "--quiet"]
_STYLE = ["--config", "line-length = 100", "--config", "target-version = 'py311'"]


def format_tree(folder: Path, *settings: str) -> None:
    """Sorts imports, drops unused ones, and formats every Python file below a folder.

    Args:
        folder: the folder.
        settings: more settings of ruff, as `key = value`.
    """
    versions.require("ruff")
    rules = ["--fix", "--select", "I,F401"]
    for command in (["check", *rules], ["format"]):
        more = [word for setting in settings for word in ("--config", setting)]
        arguments = [*command, *_SETTINGS, *_STYLE, *more, str(folder)]
        subprocess.run([sys.executable, "-m", "ruff", *arguments], check=True)  # noqa: S603
