"""The description has all that the reference descriptions have, and nothing that nobody has."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# What no reference has. The reasons stand in spec/README.md, in the same order.
EXPLAINED = [
    r"\S+ +\S+ \S+  (query:)?api-version(=\S+)?",
    r"enum +POST \S+  request:model=\S+",
    r"response +\S+ \S+  \S*(prompt_token|completion_tokens)_details(\.\w+)?",
    r"\w+ +\S+ \S+  (response:)?(data\[\]\.)?reasoning_effort(=\w+)?",
    r"response +GET \S+/steps\S*  \S*(expires_at|\.attributes)",
    r"\w+ +\S+ \S+  \S*\.hybrid_search",
    r"response +\S+ /vector_stores\S*  (data\[\]\.)?description",
    r"enum +\S+ \S+  response:object=vector_store.file_batch",
    r"\w+ +\S+ \S+  \S*\.(azure_function|openapi|tools\[\])\.function(s\[\])?\.strict",
    r"enum +\S+ \S+  \S*\.tools\[\]\.file_search\.ranking_options\.ranker=\w+",
    r"response +GET /threads  (object|data|first_id|last_id|has_more)",
    r"enum +GET /threads  response:object=list",
    r"response +POST /files/import  expires_at",
    r"enum +(GET /files|POST /files/import)  (query|response):purpose=(evals|user_data|vision)",
    r"enum +\S+ \S+/steps\S*  \S*last_error.code=invalid_prompt",
    r"enum +POST \S+/files/\{\}  response:last_error.code=\w+",
]


def run(tool: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(tool), *arguments], capture_output=True, text=True, check=False
    )


def test_no_reference_item_is_missing(coverage_tool: Path, description_path: Path) -> None:
    report = run(coverage_tool, str(description_path))
    assert report.stdout.splitlines()[-1].endswith("= 100.00%"), report.stdout
    assert report.returncode == 0


def test_nothing_is_invented(coverage_tool: Path, description_path: Path) -> None:
    report = run(coverage_tool, str(description_path), "--extra")
    *lines, last = report.stdout.splitlines()
    assert last == f"{len(lines)} items in no reference"
    items = [line.removeprefix("extra ") for line in lines]
    assert [item for item in items if not any(re.fullmatch(one, item) for one in EXPLAINED)] == []
    unused = [one for one in EXPLAINED if not any(re.fullmatch(one, item) for item in items)]
    assert unused == []
