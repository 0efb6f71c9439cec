"""docs/operations.md names every metric that there is, and no other."""

import re
from pathlib import Path

import httpx
from tests.support.service.api import Api

from openai_assistants_service import LocalService

PAGE = Path(__file__).resolve().parents[2] / "docs" / "operations.md"


def test_the_table_of_metrics_is_what_is_served() -> None:
    named = re.findall(r"^\| `(assistants_\w+)(?:\{.*\})?` \| (\w+)", PAGE.read_text("utf-8"), re.M)
    with LocalService() as service, Api.of(service) as api:
        api.post("/assistants", model="m")
        text = httpx.get(f"{service.url}/metrics").text
    served = re.findall(r"^# TYPE (\w+) (\w+)", text, re.M)
    assert sorted(named) == sorted(served)
