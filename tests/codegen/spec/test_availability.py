"""x-availability: its form, and that each generation sees what it should."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import jsonschema_rs
import pytest

from openai_assistants_core.availability import PROVIDERS

Json = dict[str, Any]
Validators = Callable[[str, str], jsonschema_rs.Draft202012Validator]
ANSWERS = {"yes", "undeclared", "no: wire", "no: docs", "no: split"}
MESSAGE = {"role": "user", "content": "hi"}
IMAGE = {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}
SEARCH = {"type": "azure_ai_search"}
BY_FUNCTION = {"file_id": "file-1", "tools": [{"type": "function", "function": {"name": "f"}}]}
BY_SEARCH = {"file_id": "file-1", "tools": [{"type": "file_search"}]}
WHERE = {"type": "eq", "key": "year", "value": 2024}
BOTH = {"type": "and", "filters": [WHERE, {"type": "or", "filters": [WHERE, WHERE]}]}
NEW_STORE = {"file_search": {"vector_stores": [{"file_ids": ["file-1"]}]}}


def marks(node: Any) -> Iterator[Any]:
    """Every x-availability below a node."""
    if isinstance(node, dict):
        if "x-availability" in node:
            yield node["x-availability"]
        for value in node.values():
            yield from marks(value)
    elif isinstance(node, list):
        for value in node:
            yield from marks(value)


def check_form(mark: Json) -> None:
    assert mark
    assert set(mark) <= PROVIDERS.keys()
    for provider, answer in mark.items():
        if isinstance(answer, str):
            assert answer in ANSWERS
            continue
        assert provider == "azure"
        assert set(answer) <= {"from", "until", "otherwise"}
        assert {"from", "until"} & set(answer)
        assert answer["otherwise"] in ANSWERS - {"yes"}
        for bound in {"from", "until"} & set(answer):
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}(-preview)?", answer[bound])


def test_marks_have_the_agreed_form(document: Json) -> None:
    named = document["x-availabilities"]
    for mark in named.values():
        check_form(mark)
    for mark in marks(document):
        if isinstance(mark, dict):
            check_form(mark)


def test_every_operation_says_who_has_it(operations: Json, document: Json) -> None:
    for name, operation in operations.items():
        assert operation["x-availability"] in document["x-availabilities"], name


def test_names_are_known_and_used(document: Json) -> None:
    used = {mark for mark in marks(document) if isinstance(mark, str)}
    assert used == set(document["x-availabilities"])


@pytest.mark.parametrize(
    ("schema", "body", "v1", "v2"),
    [
        ("AssistantCreateRequest", {"model": "m"}, True, True),
        ("AssistantCreateRequest", {"model": "m", "tools": [{"type": "retrieval"}]}, True, False),
        ("AssistantCreateRequest", {"model": "m", "tools": [{"type": "file_search"}]}, False, True),
        ("AssistantCreateRequest", {"model": "m", "tools": [{"type": "browser"}]}, False, False),
        ("AssistantCreateRequest", {"model": "m", "file_ids": ["file-1"]}, True, False),
        ("AssistantCreateRequest", {"model": "m", "tool_resources": NEW_STORE}, False, True),
        ("AssistantUpdateRequest", {"tool_resources": NEW_STORE}, False, False),
        ("AssistantCreateRequest", {"model": "m", "temperature": 2}, True, True),
        ("AssistantCreateRequest", {"model": "m", "temperature": 2.1}, False, False),
        ("AssistantCreateRequest", {"model": "m", "name": "n" * 256}, True, True),
        ("AssistantCreateRequest", {"model": "m", "name": "n" * 257}, False, False),
        ("AssistantCreateRequest", {"model": "m", "modle": "m"}, False, False),
        ("AssistantCreateRequest", {}, False, False),
        ("MessageCreateRequest", MESSAGE, True, True),
        ("MessageCreateRequest", {**MESSAGE, "content": [IMAGE]}, False, True),
        ("MessageCreateRequest", {**MESSAGE, "content": []}, False, False),
        ("MessageCreateRequest", {**MESSAGE, "content": ""}, False, False),
        ("MessageCreateRequest", {**MESSAGE, "role": "system"}, False, False),
        ("MessageCreateRequest", {**MESSAGE, "file_ids": ["file-1"]}, True, False),
        ("MessageCreateRequest", {**MESSAGE, "attachments": []}, False, True),
        ("MessageCreateRequest", {**MESSAGE, "metadata": {"a": "b"}}, True, True),
        ("MessageCreateRequest", {**MESSAGE, "metadata": {"a": True}}, True, False),
        ("MessageCreateRequest", {**MESSAGE, "metadata": {"a": None}}, False, False),
        ("MessageCreateRequest", {**MESSAGE, "metadata": {"a": "b" * 513}}, False, False),
        ("MessageCreateRequest", {**MESSAGE, "metadata": {"a" * 65: "b"}}, False, False),
        ("ThreadCreateRequest", {"messages": [{**MESSAGE, "attachments": []}]}, False, True),
        ("RunCreateRequest", {"assistant_id": "asst_1", "max_prompt_tokens": 255}, False, False),
        ("RunCreateRequest", {"assistant_id": "asst_1", "tool_choice": "required"}, True, True),
        ("RunCreateRequest", {"assistant_id": "asst_1", "tool_choice": "maybe"}, False, False),
        ("SubmitToolOutputsRequest", {"tool_outputs": [{"tool_call_id": 1}]}, False, False),
        ("AssistantCreateRequest", {"model": "gpt-4o"}, True, True),
        ("AssistantCreateRequest", {"model": 4}, False, False),
        ("AssistantCreateRequest", {"model": "m", "tools": [SEARCH]}, False, False),
        ("MessageCreateRequest", {**MESSAGE, "attachments": [BY_SEARCH]}, False, True),
        ("MessageCreateRequest", {**MESSAGE, "attachments": [BY_FUNCTION]}, False, False),
        ("RunCreateRequest", {"assistant_id": "asst_1", "tool_resources": {}}, False, False),
        ("VectorStoreCreateRequest", {}, True, True),
        ("VectorStoreCreateRequest", {"configuration": {"data_sources": []}}, False, False),
        ("VectorStoreFileCreateRequest", {"file_id": "file-1", "attributes": {"a": 1}}, True, True),
        ("VectorStoreFileUpdateRequest", {"attributes": {"a": True, "b": "c"}}, True, True),
        ("VectorStoreFileUpdateRequest", {"attributes": {"a": [1]}}, False, False),
        ("VectorStoreFileUpdateRequest", {"attributes": {"a": "b" * 513}}, False, False),
        ("VectorStoreFileBatchCreateRequest", {"file_ids": []}, False, False),
        ("VectorStoreSearchRequest", {"query": ["a", "b"], "filters": WHERE}, True, True),
        ("VectorStoreSearchRequest", {"query": "a", "filters": BOTH}, True, True),
        (
            "VectorStoreSearchRequest",
            {"query": "a", "filters": {**WHERE, "type": "and"}},
            False,
            False,
        ),
        ("VectorStoreSearchRequest", {"query": "a", "filters": {"type": "eq"}}, False, False),
        ("VectorStoreSearchRequest", {}, False, False),
    ],
)
def test_generations_take_what_is_theirs(
    validator: Validators, schema: str, body: Json, v1: bool, v2: bool
) -> None:
    taken = {name: validator(schema, name).is_valid(body) for name in ("v1", "v2")}
    assert taken == {"v1": v1, "v2": v2}
