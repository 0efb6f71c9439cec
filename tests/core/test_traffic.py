"""Every recorded answer of the real service decodes, and encodes back to the same JSON."""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from openai_assistants_core import Model, Operation, Page, UnknownVariant, error_for
from openai_assistants_rest import OPERATIONS

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "traffic" / "pairs.jsonl"


def operation_of(method: str, url: str) -> Operation[Any] | None:
    """The operation a recorded request was for; fixed path segments beat ids."""
    path = re.sub(r"https?://[^/]+/v1", "", url).split("?")[0]
    fitting = [
        one
        for one in OPERATIONS.values()
        if one.method == method and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", one.path), path)
    ]
    return min(fitting, key=lambda one: one.path.count("{"), default=None)


@pytest.fixture(scope="module")
def recorded() -> list[tuple[Operation[Any] | None, dict[str, Any]]]:
    if not PAIRS.is_file():
        pytest.skip("the recordings are not here (../shared/traffic)")
    with PAIRS.open(encoding="utf-8") as lines:
        pairs = [json.loads(line) for line in lines]
    return [(operation_of(pair["method"], pair["url"]), pair) for pair in pairs]


def parts(value: Any) -> list[Model]:
    """A model and all models in it."""
    if isinstance(value, list):
        return [part for item in value for part in parts(item)]
    if not isinstance(value, Model):
        return []
    return [value, *(part for name in value._fields() for part in parts(getattr(value, name)))]


def test_recorded_answers_round_trip(recorded: list[Any]) -> None:
    seen: set[str] = set()
    for operation, pair in recorded:
        json_answer = operation is not None and operation.kind != "binary" and not pair["sse"]
        if json_answer and 200 <= pair["status"] < 300:
            decoded = operation.parse(pair["resp_body"].encode())
            assert decoded.to_dict() == json.loads(pair["resp_body"]), pair["url"]
            for part in parts(decoded):
                assert not isinstance(part, UnknownVariant), (pair["url"], part)
                assert not part.model_extra, (pair["url"], part)
            seen.add(operation.id)
    assert len(seen) >= 32, sorted(set(OPERATIONS) - seen)


def test_msgspec_alone_reads_what_the_real_service_sends(recorded: list[Any]) -> None:
    """Nearly all recorded answers need no tolerance, and both ways read the same."""
    taken = count = 0
    for operation, pair in recorded:
        json_answer = operation is not None and operation.kind != "binary" and not pair["sse"]
        if json_answer and 200 <= pair["status"] < 300:
            body = pair["resp_body"].encode()
            count += 1
            with contextlib.suppress(msgspec.ValidationError):
                read = msgspec.json.decode(body, type=operation.result())
                assert read == operation.decode(json.loads(body))
                assert read.to_dict() == json.loads(body)
                taken += 1
    assert taken > 0.98 * count, (taken, count)


def test_recorded_pages_are_pages(recorded: list[Any]) -> None:
    pages = [
        operation.parse(pair["resp_body"].encode())
        for operation, pair in recorded
        if operation is not None and operation.kind == "page" and pair["status"] == 200
    ]
    assert len(pages) > 100
    assert all(isinstance(page, Page) for page in pages)


def test_recorded_errors_become_exceptions(recorded: list[Any]) -> None:
    class Answer:
        def __init__(self, status: int) -> None:
            self.status_code = status
            self.headers: dict[str, str] = {}

    count = 0
    for operation, pair in recorded:
        if operation is not None and pair["status"] >= 400:
            error = error_for(Answer(pair["status"]), pair["resp_body"].encode())
            said = json.loads(pair["resp_body"])["error"]
            assert (error.body, error.code, error.param, error.type) == (
                said,
                said["code"],
                said["param"],
                said["type"],
            )
            assert said["message"] in str(error)
            count += 1
    assert count > 30
