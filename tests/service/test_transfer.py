"""What another service had is taken in with its ids and times, and never overwrites anything."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.support.service.api import Api

from openai_assistants_service import LocalService

THREAD: dict[str, Any] = {
    "id": "thread_1",
    "object": "thread",
    "created_at": 1700000000,
    "metadata": {"a": "b"},
}
MESSAGE: dict[str, Any] = {
    "id": "msg_1",
    "object": "thread.message",
    "created_at": 1700000001,
    "thread_id": "thread_1",
    "role": "user",
    "content": [{"type": "text", "text": {"value": "Hi", "annotations": []}}],
    "assistant_id": None,
    "run_id": None,
    "metadata": {},
}
RUN: dict[str, Any] = {
    "id": "run_1",
    "object": "thread.run",
    "created_at": 1700000002,
    "thread_id": "thread_1",
    "assistant_id": "asst_gone",
    "status": "completed",
    "last_error": None,
    "expires_at": None,
    "started_at": 1700000002,
    "cancelled_at": None,
    "failed_at": None,
    "completed_at": 1700000003,
    "model": "gpt-4o",
    "instructions": None,
    "tools": [],
    "metadata": None,
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
}
STEP: dict[str, Any] = {
    "id": "step_1",
    "object": "thread.run.step",
    "created_at": 1700000002,
    "run_id": "run_1",
    "assistant_id": "asst_gone",
    "thread_id": "thread_1",
    "type": "tool_calls",
    "status": "completed",
    "cancelled_at": None,
    "completed_at": 1700000003,
    "failed_at": None,
    "last_error": None,
    "step_details": {
        "type": "tool_calls",
        "tool_calls": [{"id": "call_1", "type": "file_search", "file_search": {}}],
    },
}
FILE: dict[str, Any] = {
    "id": "file-abc",
    "object": "file",
    "created_at": 1600000000,
    "filename": "a.txt",
    "purpose": "assistants",
    "bytes": 5,
    "status": "processed",
}
ALL = [THREAD, MESSAGE, RUN, STEP]
NONE = dict.fromkeys(("in_progress", "completed", "failed", "cancelled", "total"), 0)


@pytest.fixture
def api() -> Iterator[Api]:
    with LocalService() as service, Api.of(service) as client:
        yield client


def send(api: Api, *objects: Any) -> dict[str, Any]:
    return api.post("/transfer/objects", objects=objects)


def send_file(api: Api, content: bytes, **changed: Any) -> dict[str, Any]:
    files = {"file": ("a.txt", content)}
    data = {"object": json.dumps({**FILE, **changed})}
    response = api.send("POST", "/transfer/files", files=files, data=data)
    return dict(response.json() if response.is_success else response.json()["error"])


@pytest.mark.parametrize(
    ("provider", "version"),
    [
        ("/v1", None),
        ("/openai", "2024-05-01-preview"),
        ("/openai/v1", None),
        ("/api/projects/p", "v1"),
    ],
)
def test_it_is_announced_at_every_door(provider: str, version: str | None) -> None:
    with LocalService() as service, Api.at(service, provider, version) as api:
        assert api.get("/transfer") == {"object": "transfer", "version": 1}
        assert send(api, *ALL)["created"] == 4
        assert [one["id"] for one in api.get("/transfer/threads", limit=1)["data"]] == ["thread_1"]


def test_objects_keep_their_ids_and_times(api: Api) -> None:
    assert send(api, *ALL) == {"object": "transfer.result", "created": 4, "present": 0}
    assert api.get("/threads/thread_1").items() >= THREAD.items()
    message = api.get("/threads/thread_1/messages/msg_1")
    assert message.items() >= MESSAGE.items()
    run = api.get("/threads/thread_1/runs/run_1")
    assert run.items() >= {**RUN, "metadata": {}}.items()
    step = api.get("/threads/thread_1/runs/run_1/steps/step_1")
    assert step["step_details"]["tool_calls"][0]["id"] == "call_1"


def test_a_thread_that_was_taken_in_goes_on(api: Api) -> None:
    send(api, *ALL)
    assistant = api.post("/assistants", model="builtin", instructions="Be brief.")["id"]
    run = api.settled(api.post("/threads/thread_1/runs", assistant_id=assistant))
    assert run["status"] == "completed"
    page = api.get("/threads/thread_1/messages", order="asc")
    assert page["data"][0]["id"] == "msg_1"
    assert len(page["data"]) == 2


def test_sent_twice_is_the_same_as_once(api: Api) -> None:
    send(api, THREAD, MESSAGE)
    assert send(api, *ALL) == {"object": "transfer.result", "created": 2, "present": 2}
    assert len(api.get("/threads/thread_1/messages")["data"]) == 1


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        ({**THREAD, "metadata": {}}, "metadata"),
        ({**THREAD, "created_at": 1}, "created_at"),
        (
            {**MESSAGE, "content": [{"type": "text", "text": {"value": "Ho", "annotations": []}}]},
            "content",
        ),
        ({**MESSAGE, "role": "assistant"}, "role"),
        ({**RUN, "model": "other"}, "model"),
        ({**STEP, "status": "failed"}, "status"),
    ],
    ids=lambda one: one if isinstance(one, str) else one["object"],
)
def test_a_different_object_is_not_overwritten(api: Api, changed: Any, name: str) -> None:
    send(api, *ALL)
    new = {**THREAD, "id": "thread_2"}
    status, error = api.refused("POST", "/transfer/objects", json={"objects": [new, changed]})
    assert (status, error["code"], error["param"]) == (422, "different_object", name)
    assert changed["id"] in error["message"]
    assert send(api, *ALL)["present"] == 4
    status, _ = api.refused("GET", "/threads/thread_2")
    assert status == 404, "of a request that is refused nothing is written"


def without(one: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key != name}


@pytest.mark.parametrize(
    ("objects", "message"),
    [
        (None, "Missing required parameter: 'objects'."),
        ([], "Invalid 'objects': empty array."),
        ([1], "Invalid type for 'objects[0]': expected an object, but got an integer instead."),
        ([{}], "Invalid type for 'objects[0].object'"),
        ([{"object": "list"}], "Invalid value: 'list'. Supported values are: 'assistant', 'file'"),
        ([{**THREAD, "id": "../x"}], "Invalid 'objects[0].id': string does not match pattern."),
        ([{**THREAD, "id": "a\n"}], "Invalid 'objects[0].id': string does not match pattern."),
        (
            [{**FILE, "id": "database-id"}],
            "Invalid 'objects[0].id': string does not match pattern.",
        ),
        ([{**FILE, "id": "file-../x"}], "Invalid 'objects[0].id': string does not match pattern."),
        ([without(THREAD, "created_at")], "Missing required parameter: 'objects[0].created_at'."),
        ([{**THREAD, "created_at": None}], "Missing required parameter: 'objects[0].created_at'."),
        (
            [{**THREAD, "created_at": "1"}],
            "Invalid type for 'objects[0].created_at': expected an integer",
        ),
        (
            [THREAD, {**MESSAGE, "content": [{"type": "text", "text": {"annotations": []}}]}],
            "Missing required parameter: 'objects[1].content[0].text.value'.",
        ),
        (
            [THREAD, {**RUN, "status": "queued"}],
            "The run run_1 has not ended: its status is 'queued'.",
        ),
        ([THREAD, {**RUN, "status": "zz"}], "The run run_1 has not ended: its status is 'zz'."),
        ([THREAD] * 1001, "Invalid 'objects': array too long."),
    ],
)
def test_what_cannot_be_stored_is_refused(api: Api, objects: Any, message: str) -> None:
    body = {} if objects is None else {"objects": objects}
    status, error = api.refused("POST", "/transfer/objects", json=body)
    assert status == 400
    assert error["message"].startswith(message)
    assert api.get("/transfer/threads")["data"] == []


@pytest.mark.parametrize(
    ("objects", "message"),
    [
        ([MESSAGE], "No thread found with id 'thread_1'."),
        ([THREAD, STEP], "No run found with id 'run_1'."),
        (
            [{**THREAD, "tool_resources": {"code_interpreter": {"file_ids": ["file-no"]}}}],
            "No such File object: file-no",
        ),
        (
            [{**THREAD, "tool_resources": {"file_search": {"vector_store_ids": ["vs_no"]}}}],
            "No vector store found with id 'vs_no'.",
        ),
        (
            [THREAD, {**MESSAGE, "attachments": [{"file_id": "file-no", "tools": []}]}],
            "No such File object: file-no",
        ),
    ],
)
def test_what_it_belongs_to_has_to_be_there(api: Api, objects: Any, message: str) -> None:
    status, error = api.refused("POST", "/transfer/objects", json={"objects": objects})
    assert (status, error["message"]) == (404, message)
    assert api.get("/transfer/threads")["data"] == []


def test_no_message_is_put_into_a_thread_that_a_run_is_at_work_on(api: Api) -> None:
    send(api, THREAD)
    tools = [
        {
            "type": "function",
            "function": {
                "name": "weather",
                "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
            },
        }
    ]
    assistant = api.post("/assistants", model="builtin", tools=tools)["id"]
    asked = [{"role": "user", "content": "What is the weather in city 'Rome'?"}]
    run = api.post("/threads/thread_1/runs", assistant_id=assistant, additional_messages=asked)
    assert api.settled(run, "requires_action")["status"] == "requires_action"
    status, error = api.refused("POST", "/transfer/objects", json={"objects": [MESSAGE]})
    assert status == 400
    assert "while a run" in error["message"]


def test_a_file_comes_with_its_contents_or_without(api: Api) -> None:
    assert send(api, FILE)["created"] == 1
    assert api.get("/files/file-abc").items() >= FILE.items()
    assert api.refused("GET", "/files/file-abc/content")[0] == 404
    assert send_file(api, b"Hello")["created"] == 1, "contents may come later"
    assert send_file(api, b"Hello") == {"object": "transfer.result", "created": 0, "present": 1}
    assert api.send("GET", "/files/file-abc/content").content == b"Hello"


def test_other_contents_are_refused(api: Api) -> None:
    send_file(api, b"Hello")
    assert send_file(api, b"Olleh")["code"] == "different_object"
    assert "have 3 bytes, and the object says 5" in send_file(api, b"Hel")["message"]
    assert send_file(api, b"Hello", filename="b.txt")["code"] == "different_object"
    assert send_file(api, b"Hello", object="thread", id="t")["code"] == "invalid_value"
    assert api.send("GET", "/files/file-abc/content").content == b"Hello"
    response = api.send("POST", "/transfer/files", data={"object": "{}"}, files={"x": ("x", b"")})
    assert response.status_code == 400


def test_a_vector_store_can_be_searched_and_reads_what_waits(api: Api) -> None:
    send_file(api, b"Hello")
    store = {"id": "vs_1", "object": "vector_store", "created_at": 1, "name": "n", "metadata": {}}
    store |= {
        "usage_bytes": 5,
        "status": "completed",
        "last_active_at": 7,
        "file_counts": {"in_progress": 0, "completed": 1, "failed": 0, "cancelled": 0, "total": 1},
    }
    held = {
        "id": "file-abc",
        "object": "vector_store.file",
        "created_at": 2,
        "usage_bytes": 77,
        "vector_store_id": "vs_1",
        "status": "completed",
        "last_error": None,
    }
    assert send(api, store, held)["created"] == 2
    assert api.get("/vector_stores/vs_1")["last_active_at"] == 7
    assert api.get("/vector_stores/vs_1/files/file-abc")["usage_bytes"] == 77
    found = api.post("/vector_stores/vs_1/search", query="hello")["data"]
    assert [one["file_id"] for one in found] == ["file-abc"]
    assert send(api, store, held)["present"] == 2, "that it was used is no difference"


def test_what_is_no_text_here_says_so(api: Api) -> None:
    send_file(api, b"\0\0\0\0\0")
    store = {"id": "vs_1", "object": "vector_store", "created_at": 1, "metadata": {}, "name": None}
    store |= {"file_counts": NONE, "status": "completed", "last_active_at": 1, "usage_bytes": 0}
    held = {
        "id": "file-abc",
        "object": "vector_store.file",
        "created_at": 2,
        "last_error": None,
        "vector_store_id": "vs_1",
        "status": "completed",
    }
    send(api, store, held)
    assert api.get("/vector_stores/vs_1/files/file-abc")["last_error"]["code"] == "unsupported_file"


def test_what_the_first_generation_showed_is_taken_in() -> None:
    with LocalService() as service, Api.of(service, "v1") as v1, Api.of(service) as v2:
        send_file(v1, b"Hello")
        message = {**MESSAGE, "file_ids": ["file-abc"]}
        assistant = {
            "id": "asst_1",
            "object": "assistant",
            "created_at": 1,
            "model": "m",
            "name": None,
            "description": None,
            "instructions": None,
            "metadata": {},
            "tools": [{"type": "retrieval"}],
            "file_ids": ["file-abc"],
        }
        call = {"id": "call_1", "type": "retrieval", "retrieval": {}}
        step = {**STEP, "step_details": {"type": "tool_calls", "tool_calls": [call]}}
        run = {**RUN, "tools": [{"type": "retrieval"}], "file_ids": ["file-abc"]}
        objects = [assistant, THREAD, message, run, step]
        assert send(v1, *objects)["created"] == 5
        assert send(v1, *objects)["present"] == 5
        assert v1.get("/assistants/asst_1").items() >= assistant.items()
        assert v1.get("/threads/thread_1/messages/msg_1")["file_ids"] == ["file-abc"]
        assert (
            v1.get("/threads/thread_1/runs/run_1/steps/step_1")["step_details"]
            == step["step_details"]
        )
        assert v2.get("/assistants/asst_1")["tools"][0]["type"] == "file_search"
        assert v2.get("/threads/thread_1/messages/msg_1")["attachments"][0]["file_id"] == "file-abc"


def test_what_only_foundry_has_is_taken_in() -> None:
    with LocalService() as service, Api.at(service, "/api/projects/p", "v1") as api:
        search = {"indexes": [{"index_connection_id": "c", "index_name": "i"}]}
        thread = {**THREAD, "tool_resources": {"azure_ai_search": search}}
        send(api, thread)
        assert api.get("/threads/thread_1")["tool_resources"]["azure_ai_search"] == search
        assert send(api, thread)["present"] == 1
