"""Bad input: each gets its status and body, and leaves nothing behind."""

from pathlib import Path
from typing import Any

import pytest
from tests.support.service.api import Api, count_rows

Case = tuple[str, str, dict[str, Any], int, str, str | None, str | None]

_REQUIRED = "missing_required_parameter"
_TOOLS = "'code_interpreter', 'file_search', and 'function'"

CASES: list[Case] = [
    # unknown ids
    ("GET", "/assistants/nope", {}, 404, "No assistant found with id 'nope'.", None, None),
    ("DELETE", "/assistants/nope", {}, 404, "No assistant found with id 'nope'.", None, None),
    ("GET", "/threads/nope", {}, 404, "No thread found with id 'nope'.", None, None),
    ("DELETE", "/threads/nope", {}, 404, "No thread found with id 'nope'.", None, None),
    ("GET", "/threads/nope/messages", {}, 404, "No thread found with id 'nope'.", None, None),
    ("GET", "/threads/{t}/messages/nope", {}, 404, "No message found with id 'nope'.", None, None),
    ("GET", "/threads/{t}/runs/nope", {}, 404, "No run found with id 'nope'.", None, None),
    (
        "GET",
        "/threads/{t}/runs/{r}/steps/123",
        {},
        404,
        "No run step found with id '123'.",
        None,
        None,
    ),
    ("POST", "/threads/{t}/runs/nope/cancel", {}, 404, "No run found with id 'nope'.", None, None),
    ("GET", "/files/nope", {}, 404, "No such File object: nope", "id", None),
    ("DELETE", "/files/nope", {}, 404, "No such File object: nope", "id", None),
    (
        "POST",
        "/threads/{t}/runs",
        {"json": {"assistant_id": "nope"}},
        404,
        "No assistant found with id 'nope'.",
        None,
        None,
    ),
    (
        "POST",
        "/threads",
        {
            "json": {
                "messages": [
                    {"role": "user", "content": "a"},
                    {
                        "role": "user",
                        "content": "b",
                        "attachments": [{"file_id": "nope", "tools": []}],
                    },
                ]
            }
        },
        404,
        "No such File object: nope",
        "attachments",
        None,
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "tool_resources": {"file_search": {"vector_store_ids": ["nope"]}}}},
        404,
        "No vector store found with id 'nope'.",
        "tool_resources.file_search.vector_store_ids",
        None,
    ),
    (
        "POST",
        "/assistants",
        {
            "json": {
                "model": "m",
                "tool_resources": {"file_search": {"vector_stores": [{"file_ids": ["nope"]}]}},
            }
        },
        404,
        "No such File object: nope",
        "tool_resources.file_search.vector_stores[0].file_ids",
        None,
    ),
    # missing
    (
        "POST",
        "/assistants",
        {"json": {}},
        400,
        "Missing required parameter: 'model'.",
        "model",
        _REQUIRED,
    ),
    ("POST", "/assistants", {}, 400, "Missing required parameter: 'model'.", "model", _REQUIRED),
    (
        "POST",
        "/threads/{t}/messages",
        {"json": {"role": "user"}},
        400,
        "Missing required parameter: 'content'.",
        "content",
        _REQUIRED,
    ),
    (
        "POST",
        "/threads/{t}/runs",
        {"json": {}},
        400,
        "Missing required parameter: 'assistant_id'.",
        "assistant_id",
        _REQUIRED,
    ),
    (
        "POST",
        "/threads/{t}/runs/{r}/submit_tool_outputs",
        {"json": {}},
        400,
        "Missing required parameter: 'tool_outputs'.",
        "tool_outputs",
        _REQUIRED,
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "tools": [{"type": "function"}]}},
        400,
        "Missing required parameter: 'tools[0].function'.",
        "tools[0].function",
        _REQUIRED,
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "tools": [{}]}},
        400,
        "Missing required parameter: 'tools[0].type'.",
        "tools[0].type",
        _REQUIRED,
    ),
    # unknown
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "foo": 1}},
        400,
        "Unknown parameter: 'foo'.",
        "foo",
        "unknown_parameter",
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "file_ids": []}},
        400,
        "Unknown parameter: 'file_ids'.",
        "file_ids",
        "unknown_parameter",
    ),
    (
        "POST",
        "/threads",
        {"json": {"messages": [{"role": "user", "content": "a", "x": 1}]}},
        400,
        "Unknown parameter: 'messages[0].x'.",
        "messages[0].x",
        "unknown_parameter",
    ),
    # types
    (
        "POST",
        "/assistants",
        {"json": {"model": 5}},
        400,
        "Invalid type for 'model': expected a string, but got an integer instead.",
        "model",
        "invalid_type",
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": None}},
        400,
        "Invalid type for 'model': expected a string, but got null instead.",
        "model",
        "invalid_type",
    ),
    (
        "POST",
        "/threads",
        {"json": {"metadata": {"modified": True}}},
        400,
        "Invalid type for 'metadata.modified': expected a string, but got a boolean instead.",
        "metadata.modified",
        "invalid_type",
    ),
    (
        "POST",
        "/threads",
        {"json": {"metadata": []}},
        400,
        "Invalid type for 'metadata': expected an object, but got an array instead.",
        "metadata",
        "invalid_type",
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "temperature": "hot"}},
        400,
        "Invalid type for 'temperature': expected a number, but got a string instead.",
        "temperature",
        "invalid_type",
    ),
    (
        "POST",
        "/threads/{t}/messages",
        {"json": {"role": "user", "content": 5}},
        400,
        "Invalid type for 'content': expected one of a string or an array, "
        "but got an integer instead.",
        "content",
        "invalid_type",
    ),
    (
        "POST",
        "/threads",
        {"json": []},
        400,
        "Invalid type for the request body: expected an object, but got an array instead.",
        None,
        "invalid_type",
    ),
    (
        "GET",
        "/assistants?limit=many",
        {},
        400,
        "Invalid type for 'limit': expected an integer, but got a string instead.",
        "limit",
        "invalid_type",
    ),
    # values
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "tools": [{"type": "web"}]}},
        400,
        f"Invalid value: 'web'. Supported values are: {_TOOLS}.",
        "tools[0].type",
        "invalid_value",
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "tools": [{"type": "retrieval"}]}},
        400,
        f"Invalid value: 'retrieval'. Supported values are: {_TOOLS}.",
        "tools[0].type",
        "invalid_value",
    ),
    (
        "POST",
        "/threads/{t}/messages",
        {"json": {"role": "system", "content": "a"}},
        400,
        "Invalid value: 'system'. Supported values are: 'user' and 'assistant'.",
        "role",
        "invalid_value",
    ),
    (
        "POST",
        "/threads/{t}/runs",
        {"json": {"assistant_id": "a", "tool_choice": "any"}},
        400,
        "Invalid value: 'any'. Supported values are: 'none', 'auto', and 'required'.",
        "tool_choice",
        "invalid_value",
    ),
    (
        "GET",
        "/assistants?order=up",
        {},
        400,
        "Invalid value: 'up'. Supported values are: 'asc' and 'desc'.",
        "order",
        "invalid_value",
    ),
    # limits
    (
        "GET",
        "/assistants?limit=1000",
        {},
        400,
        "Invalid 'limit': integer above maximum value. Expected a value <= 100, but got 1000 "
        "instead.",
        "limit",
        "integer_above_max_value",
    ),
    (
        "GET",
        "/assistants?limit=0",
        {},
        400,
        "Invalid 'limit': integer below minimum value. Expected a value >= 1, but got 0 instead.",
        "limit",
        "integer_below_min_value",
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "temperature": 2.5}},
        400,
        "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 2.5 "
        "instead.",
        "temperature",
        "decimal_above_max_value",
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "name": "n" * 257}},
        400,
        "Invalid 'name': string too long. Expected a string with maximum length 256, but got a "
        "string with length 257 instead.",
        "name",
        "string_above_max_length",
    ),
    (
        "POST",
        "/assistants",
        {"json": {"model": "m", "tools": [{"type": "code_interpreter"}] * 129}},
        400,
        "Invalid 'tools': array too long. Expected an array with maximum length 128, but got an "
        "array with length 129 instead.",
        "tools",
        "array_above_max_length",
    ),
    (
        "POST",
        "/threads",
        {"json": {"metadata": {str(n): "" for n in range(17)}}},
        400,
        "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, "
        "but got an object with 17 properties instead.",
        "metadata",
        "object_above_max_properties",
    ),
    (
        "POST",
        "/threads",
        {"json": {"metadata": {"k": "v" * 513}}},
        400,
        "Invalid 'metadata.k': string too long. Expected a string with maximum length 512, "
        "but got a string with length 513 instead.",
        "metadata.k",
        "string_above_max_length",
    ),
    (
        "POST",
        "/threads",
        {"json": {"metadata": {"k" * 65: ""}}},
        400,
        f"Invalid 'metadata.{'k' * 65}': string too long. Expected a string with maximum "
        "length 64, but got a string with length 65 instead.",
        f"metadata.{'k' * 65}",
        "string_above_max_length",
    ),
    (
        "POST",
        "/threads/{t}/messages",
        {"json": {"role": "user", "content": ""}},
        400,
        "Invalid 'content': empty string. Expected a string with minimum length 1, "
        "but got a string with length 0 instead.",
        "content",
        "empty_string",
    ),
    (
        "POST",
        "/threads/{t}/messages",
        {"json": {"role": "user", "content": []}},
        400,
        "Invalid 'content': empty array. Expected an array with minimum length 1, but got an array "
        "with length 0 instead.",
        "content",
        "empty_array",
    ),
    (
        "POST",
        "/assistants",
        {
            "json": {
                "model": "m",
                "tools": [{"type": "function", "function": {"name": "no spaces"}}],
            }
        },
        400,
        "Invalid 'tools[0].function.name': string does not match pattern. Expected a string that "
        "matches the pattern '^[a-zA-Z0-9_-]+$'.",
        "tools[0].function.name",
        "invalid_value",
    ),
    (
        "POST",
        "/threads/{t}/runs",
        {"json": {"assistant_id": "{a}", "max_completion_tokens": 2**64}},
        400,
        "Invalid 'max_completion_tokens': integer above maximum value. Expected a value <= "
        "9007199254740991, but got 18446744073709551616 instead.",
        "max_completion_tokens",
        "integer_above_max_value",
    ),
    (
        "POST",
        "/threads/{t}/runs",
        {"json": {"assistant_id": "{a}", "tool_choice": {"type": "function"}}},
        400,
        "Missing required parameter: 'tool_choice.function'.",
        "tool_choice.function",
        _REQUIRED,
    ),
    (
        "POST",
        "/files",
        {"headers": {"content-type": "multipart/form-data"}, "content": b"a"},
        400,
        "The multipart body could not be read: Missing boundary in multipart.",
        None,
        "invalid_multipart",
    ),
    # state
    (
        "POST",
        "/threads/{e}/runs",
        {"json": {"assistant_id": "{a}"}},
        400,
        "Run creation requires a Thread with a user message or an assistant with instructions.",
        None,
        "invalid_thread",
    ),
    (
        "POST",
        "/threads/runs",
        {"json": {"assistant_id": "{a}", "thread": {}}},
        400,
        "Run creation requires a Thread with a user message or an assistant with instructions.",
        None,
        "invalid_thread",
    ),
    (
        "POST",
        "/threads/{t}/runs/{r}/cancel",
        {},
        400,
        "Cannot cancel run with status 'completed'.",
        None,
        None,
    ),
    (
        "POST",
        "/threads/{t}/runs/{r}/submit_tool_outputs",
        {"json": {"tool_outputs": []}},
        400,
        'Runs in status "completed" do not accept tool outputs.',
        None,
        None,
    ),
]

_BROKEN = "The request body could not be read as JSON. Check that it is well-formed."
MALFORMED = [
    b"{",
    b"{'model': 'm'}",
    b'{"model": "m"} extra',
    b'{"model": NaN}',
    b'{"model": "m", "temperature": 1e999}',
    b'{"model": "\\ud800"}',
    b"\xff\xfe{}",
    b"[" * 100_000,
]


@pytest.fixture(scope="module")
def names(v2: Api) -> dict[str, str]:
    """A thread with a run that is done, an empty thread, an assistant without instructions."""
    assistant = v2.post("/assistants", model="m")["id"]
    thread = v2.thread("hello")
    run = v2.settled(v2.post(f"/threads/{thread}/runs", assistant_id=assistant))
    return {"t": thread, "r": run["id"], "a": assistant, "e": v2.thread()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]} {case[1]} {case[4]}"[:70])
def test_refused(v2: Api, names: dict[str, str], database: Path, case: Case) -> None:
    method, path, options, status, message, param, code = case
    for name, value in names.items():
        path = path.replace("{" + name + "}", value)
    if options.get("json"):
        options = {"json": _filled(options["json"], names)}
    before = count_rows(database)
    assert v2.refused(method, path, **options) == (
        status,
        {"message": message, "type": "invalid_request_error", "param": param, "code": code},
    )
    assert count_rows(database) == before


def _filled(body: dict[str, Any] | list[Any], names: dict[str, str]) -> object:
    if isinstance(body, dict) and body.get("assistant_id") == "{a}":
        return {**body, "assistant_id": names["a"]}
    return body


@pytest.mark.parametrize("data", MALFORMED, ids=lambda data: repr(data[:20]))
def test_malformed_json(v2: Api, database: Path, data: bytes) -> None:
    before = count_rows(database)
    assert v2.refused("POST", "/assistants", content=data) == (
        400,
        {
            "message": _BROKEN,
            "type": "invalid_request_error",
            "param": None,
            "code": "invalid_json",
        },
    )
    assert count_rows(database) == before


def test_v1_refuses_what_came_with_v2(v1: Api) -> None:
    status, error = v1.refused("POST", "/assistants", json={"model": "m", "tool_resources": {}})
    assert (status, error["message"]) == (400, "Unknown parameter: 'tool_resources'.")
    status, error = v1.refused(
        "POST", "/assistants", json={"model": "m", "tools": [{"type": "file_search"}]}
    )
    assert error["param"] == "tools[0].type"
    content = [{"type": "text", "text": "hi"}]
    status, error = v1.refused(
        "POST", f"/threads/{v1.thread()}/messages", json={"role": "user", "content": content}
    )
    assert error["message"] == (
        "Invalid type for 'content': expected a string, but got an array instead."
    )


def test_a_number_without_a_fraction_is_an_integer(v2: Api, foundry: Api) -> None:
    """As JSON Schema has it, however the number is written; any other is refused."""
    static = {"max_chunk_size_tokens": 200.0, "chunk_overlap_tokens": 1e2}
    body = {"chunking_strategy": {"type": "static", "static": static}}
    days = {"anchor": "last_active_at", "days": 2.0}
    file = v2.upload("a.txt", b"The sky is green.")["id"]
    store = v2.post("/vector_stores", file_ids=[file], expires_after=days, **body)
    assert str(store["expires_after"]["days"]) == "2"
    held = v2.get(f"/vector_stores/{store['id']}/files/{file}")["chunking_strategy"]["static"]
    assert [str(one) for one in held.values()] == ["200", "100"]
    assistant = v2.post("/assistants", model="m", temperature=1.0)["id"]
    last = {"type": "last_messages", "last_messages": 83395953.0}
    run = {"assistant_id": assistant, "truncation_strategy": last, "max_prompt_tokens": 3e3}
    made = v2.post(f"/threads/{v2.thread('Hello')}/runs", **run)
    assert str(made["truncation_strategy"]["last_messages"]) == "83395953"
    assert str(made["max_prompt_tokens"]) == "3000"
    indexes = [{"index_name": "i", "top_k": 5.0}]
    kept = foundry.post("/threads", tool_resources={"azure_ai_search": {"indexes": indexes}})
    assert str(kept["tool_resources"]["azure_ai_search"]["indexes"][0]["top_k"]) == "5"
    status, error = v2.refused("POST", "/threads", json={"metadata": {"a": 1.0}})
    assert (status, error["code"]) == (400, "invalid_type")
    last["last_messages"] = 1.5
    status, error = v2.refused("POST", "/threads/runs", json=run)
    assert (status, error["param"]) == (400, "truncation_strategy.last_messages")
