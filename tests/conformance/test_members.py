"""What objects of the openai package have, and ours: the table in docs/from-openai.md."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.conformance.members import members

import openai_assistants
from openai_assistants import CompatibleEndpoint
from openai_assistants_core import BinaryContent, Model
from openai_assistants_core.sentinel import is_not_given
from openai_assistants_rest import models

from .conftest import OPENAI_PYTHON, ROOT, require_openai, said_by

PAGE = ROOT / "docs" / "from-openai.md"
TABLE = re.compile(r"(?<=<!-- members -->\n).*?(?=<!-- end -->)", re.DOTALL)
NOT_FOUND = httpx.Response(404, request=httpx.Request("GET", "http://127.0.0.1"))
OURS: dict[str, Any] = {
    "models": Model,
    "pages": openai_assistants.SyncPage,
    "asynchronous pages": openai_assistants.AsyncPage,
    "contents of files": BinaryContent(b"", {}),
    "streams": openai_assistants.Stream,
    "asynchronous streams": openai_assistants.AsyncStream,
    "event handlers": openai_assistants.AssistantEventHandler(),
    "asynchronous event handlers": openai_assistants.AsyncAssistantEventHandler(),
    "clients": openai_assistants.AssistantsClient(CompatibleEndpoint("http://127.0.0.1:1/v1")),
    "asynchronous clients": openai_assistants.AsyncAssistantsClient(
        CompatibleEndpoint("http://127.0.0.1:1/v1")
    ),
    "errors": openai_assistants.NotFoundError("", response=NOT_FOUND, body={}),
}

NEWER = {
    "Assistant": {"reasoning_effort"},
    "ErrorObject": {"details", "inner_error", "innererror", "target"},
    "Run": {"reasoning_effort", "tool_resources"},
    "RunStep": {"expires_at"},
    "VectorStore": {"description"},
}
"""Fields that services have and the openai package does not declare."""

OTHERS = {"CodeInterpreterOutputImage", "ErrorObject"}
"""Models of other APIs there, which have fields that the ones of these names do not."""


@pytest.fixture(scope="module")
def theirs() -> dict[str, Any]:
    return dumped()


def dumped() -> dict[str, Any]:
    require_openai()
    program = "tests.support.conformance.members"
    found: dict[str, Any] = said_by(OPENAI_PYTHON, "-W", "ignore", "-m", program, timeout=60)
    return found


def table(theirs: dict[str, list[str]]) -> str:
    """The table: what is there of what the openai package has, and what is not."""
    lines = ["", "| | there | not there |", "|---|---|---|"]
    for name, wanted in theirs.items():
        ours = OURS[name]
        there = [one for one in wanted if one in members(ours)]
        missing = [one for one in wanted if one not in there]
        lines.append(f"| {name} | {_listed(there)} | {_listed(missing)} |")
    return "\n".join([*lines, "", ""])


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def test_the_table_says_what_is_there(theirs: dict[str, Any]) -> None:
    """After a change that is meant: `python -m tests.conformance.test_members` writes it anew."""
    found = TABLE.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None
    assert found[0] == table(theirs["members"])


def test_the_sentinels_of_the_openai_package_are_known(theirs: dict[str, Any]) -> None:
    for module, name in theirs["sentinels"]:
        assert is_not_given(type(name, (), {"__module__": module})())


def test_everything_that_code_for_models_reads_is_there(theirs: dict[str, Any]) -> None:
    """The rest is what pydantic has for those who define models, or what other APIs need."""
    wanted = {
        "models": """construct copy dict json model_construct model_copy model_dump model_dump_json
            model_extra model_fields model_fields_set model_validate model_validate_json parse_obj
            to_dict to_json""",
        "pages": """dict get_next_page has_next_page iter_pages json model_copy model_dump
            model_dump_json model_fields model_fields_set next_page_info to_dict to_json""",
        "clients": """api_key base_url close copy default_headers default_query is_closed
            max_retries organization project timeout with_options""",
        "errors": "body code message param request request_id response status_code type",
    }
    for name, names in wanted.items():
        assert set(names.split()) <= set(theirs["members"][name]) & set(members(OURS[name])), name
    for name in ("contents of files", "event handlers", "asynchronous event handlers"):
        assert set(theirs["members"][name]) <= set(members(OURS[name])), name


def test_a_model_is_dumped_with_the_fields_that_the_openai_package_has_for_it(
    theirs: dict[str, Any],
) -> None:
    """And with newer ones; but never with those that only other providers have."""
    compared = 0
    for name, fields in theirs["models"].items():
        kind = getattr(models, name, None) if name in models.__all__ else None
        if not isinstance(kind, type) or name in OTHERS:
            continue
        ours = set(kind.construct().model_dump())  # type: ignore[attr-defined]
        assert ours - NEWER.get(name, set()) == set(fields), name
        compared += 1
    assert compared > 40


if __name__ == "__main__":
    text = PAGE.read_text(encoding="utf-8")
    Path(PAGE).write_text(TABLE.sub(lambda _: table(dumped()["members"]), text), encoding="utf-8")
