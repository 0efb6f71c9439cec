"""The description lacks nothing that the reference descriptions have for its operations."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

# Defects and open sets: see spec/README.md.
EXPECTED = [
    r"request:model=",  # names of models are an open set
    r"query:api-version=",  # carried by the endpoint
]


def test_no_reference_item_is_missing(
    coverage_tool: Path, description_path: Path, operations: dict[str, Any]
) -> None:
    run = subprocess.run(
        [sys.executable, str(coverage_tool), str(description_path), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(run.stdout)
    ours = {
        operation["verb"].upper() + " " + re.sub(r"{\w+}", "{}", operation["path"])
        for operation in operations.values()
    }
    missing = [
        (kind, operation, what)
        for reference, kind, operation, what in report["missing"]
        if operation in ours
        and not reference.startswith("foundry-")
        and not any(re.match(pattern, what) for pattern in EXPECTED)
    ]
    assert missing == []
    assert report["have"] > 15_000
