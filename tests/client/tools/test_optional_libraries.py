"""Tools without pydantic, attrs and annotated-types."""

import subprocess
import sys

PROGRAM = """
import sys
for missing in ("pydantic", "attr", "attrs", "annotated_types", "docstring_parser"):
    sys.modules[missing] = None
from openai_assistants.tools import ToolContext, parse_as, process_run, response_format_for, tool
import dataclasses
from typing import Annotated

@dataclasses.dataclass
class Point:
    x: int
    y: int = 0

@tool
def place(point: Point, name: Annotated[str, "Its name"] = "here") -> object:
    return point

print(place.call('{"point": {"x": 1}, "name": null}', ToolContext("c", "r", "t")))
print(parse_as(Point, '{"x": 2}').x, response_format_for(Point)["json_schema"]["strict"])
assert not {"httpx", "asyncio"} & set(sys.modules)
"""


def test_no_optional_library_is_needed() -> None:
    """Nor httpx, nor an event loop."""
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == ['{"x":1}', "2 True"]
