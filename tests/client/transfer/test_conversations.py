"""Threads become items that the Conversations API takes, in the order in which all happened."""

import json
import subprocess
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs
import pytest
from tests.conformance.conftest import OPENAI_PYTHON, ROOT, require_openai
from tests.support.transfer.conversations import Conversations, post_all
from tests.support.transfer.programs import lines_of

from openai_assistants.transfer import TransferError, write_conversations
from openai_assistants.transfer.items import items_of


def message(name: str, at: int, role: str, *content: Any, run: str | None = None) -> Any:
    parts = [text(part) if isinstance(part, str) else part for part in content]
    return {
        "object": "thread.message",
        "id": name,
        "created_at": at,
        "role": role,
        "run_id": run,
        "content": parts,
    }


def text(value: str, *annotations: Any) -> Any:
    return {"type": "text", "text": {"value": value, "annotations": list(annotations)}}


def run(name: str, at: int) -> Any:
    return {"object": "thread.run", "id": name, "created_at": at}


def calls(run_id: str, *made: Any, status: str = "completed") -> Any:
    details = {"type": "tool_calls", "tool_calls": list(made)}
    return {
        "object": "thread.run.step",
        "run_id": run_id,
        "status": status,
        "step_details": details,
    }


def wrote(run_id: str, name: str) -> Any:
    details = {"type": "message_creation", "message_creation": {"message_id": name}}
    return {
        "object": "thread.run.step",
        "run_id": run_id,
        "status": "completed",
        "step_details": details,
    }


def function(name: str, output: str | None) -> Any:
    return {
        "id": name,
        "type": "function",
        "function": {"name": "f", "arguments": "{}", "output": output},
    }


def order(*objects: Any) -> list[str]:
    thread = {"object": "thread", "id": "thread_1", "created_at": 0}
    found = items_of([thread, *objects], {})
    return [
        one.get("call_id") or one["content"][0]["text"]
        for one in found
        if one["type"] != "function_call_output"
    ]


def test_calls_stand_where_they_were_made() -> None:
    """All in the same second; a message may come ahead of calls, too."""
    assert order(
        message("u1", 1, "user", "Q1"),
        message("a1", 1, "assistant", "Wait", run="r1"),
        message("a2", 1, "assistant", "A1", run="r1"),
        message("u2", 1, "user", "Q2"),
        message("a3", 1, "assistant", "A2", run="r2"),
        run("r1", 1),
        calls("r1", function("c1", "1")),
        wrote("r1", "a1"),
        calls("r1", function("c2", "2"), function("c3", "3")),
        wrote("r1", "a2"),
        run("r2", 1),
        calls("r2", function("c4", "4")),
        wrote("r2", "a3"),
    ) == ["Q1", "c1", "Wait", "c2", "c3", "A1", "Q2", "c4", "A2"]


def test_calls_of_runs_without_a_message_are_not_lost() -> None:
    assert order(
        message("u1", 1, "user", "Q1"),
        message("u2", 9, "user", "Q2"),
        run("r1", 2),
        calls("r1", function("c1", "1")),
        run("r2", 10),
        calls("r2", function("c2", "2")),
        run("r3", 11),
        wrote("r3", "deleted"),
        calls("r3", function("c3", "3")),
    ) == ["Q1", "c1", "Q2", "c2", "c3"]


def test_what_follows_a_message_of_a_run_comes_before_the_next_question() -> None:
    assert order(
        message("u1", 1, "user", "Q1"),
        message("a1", 2, "assistant", "A1", run="r1"),
        message("u2", 9, "user", "Q2"),
        message("x", 9, "assistant", "A2", run="r-unknown"),
        run("r1", 2),
        wrote("r1", "a1"),
        calls("r1", function("c1", "1")),
    ) == ["Q1", "A1", "c1", "Q2", "A2"]


def test_a_call_without_an_answer_is_left_out() -> None:
    """A conversation with one could not be gone on with."""
    objects = [run("r1", 1), calls("r1", function("c1", None), function("c2", ""))]
    assert [one["type"] for one in items_of(objects, {})] == [
        "function_call",
        "function_call_output",
    ]


CITED = {
    "type": "file_citation",
    "text": "x",
    "start_index": 3,
    "end_index": 4,
    "file_citation": {"file_id": "file-1", "quote": "q"},
}
MADE = {
    "type": "file_path",
    "text": "x",
    "start_index": 3,
    "end_index": 4,
    "file_path": {"file_id": "file-2"},
}
SITE = {
    "type": "url_citation",
    "text": "x",
    "start_index": 1,
    "end_index": 2,
    "url_citation": {"url": "https://x.example", "title": None},
}
RESULT = {
    "file_id": "file-1",
    "file_name": "a.txt",
    "score": 0.5,
    "attributes": None,
    "content": [{"type": "text", "text": "found"}],
}
EVERYTHING = [
    {"object": "thread", "id": "thread_1", "created_at": 0, "metadata": {"k": "v"}},
    message(
        "msg_1",
        1,
        "user",
        "Hi",
        {"type": "image_file", "image_file": {"file_id": "file-1", "detail": "low"}},
        {"type": "image_url", "image_url": {"url": "https://x.example/a.png"}},
        {"type": "hologram", "hologram": {}},
    ),
    message(
        "msg_2",
        2,
        "assistant",
        text("Said", CITED, MADE, SITE, {"type": "zz"}),
        {"type": "refusal", "refusal": "No"},
        {"type": "image_file", "image_file": {"file_id": "file-3"}},
        run="run_1",
    ),
    {**message("msg_3", 3, "assistant", "cut"), "status": "incomplete"},
    message("msg_4", 4, "assistant"),
    run("run_1", 1),
    calls(
        "run_1",
        function("call_1", "out"),
        {
            "id": "call_2",
            "type": "code_interpreter",
            "code_interpreter": {
                "input": "1+1",
                "outputs": [
                    {"type": "logs", "logs": "2"},
                    {"type": "image", "image": {"file_id": "file-4"}},
                ],
            },
        },
        {"id": "call_3", "type": "file_search", "file_search": {"results": [RESULT]}},
        {"id": "call_4", "type": "retrieval", "retrieval": {}},
        {"id": "call_5", "type": "browser", "browser": {}},
    ),
    wrote("run_1", "msg_2"),
]


def test_every_kind_has_its_form() -> None:
    items = items_of(EVERYTHING, {"file-1": "a.txt"})
    assert [one["type"] for one in items] == [
        "message",
        "function_call",
        "function_call_output",
        "function_call",
        "function_call_output",
        "file_search_call",
        "file_search_call",
        "message",
        "message",
    ]
    asked, said, cut = items[0], items[7], items[8]
    assert asked["content"][1] == {"type": "input_image", "file_id": "file-1", "detail": "low"}
    assert asked["content"][2]["image_url"] == "https://x.example/a.png"
    assert [one["type"] for one in said["content"][0]["annotations"]] == [
        "file_citation",
        "file_path",
        "url_citation",
    ]
    assert said["content"][0]["annotations"][0]["filename"] == "a.txt"
    assert said["content"][2]["annotations"][0]["file_id"] == "file-3"
    assert cut["status"] == "incomplete"
    assert items[3]["arguments"] == '{"code":"1+1"}'
    assert items[4]["output"] == "2\n[image file-4]"
    assert items[5]["results"] == [
        {"file_id": "file-1", "filename": "a.txt", "score": 0.5, "attributes": {}, "text": "found"}
    ]


@pytest.fixture(scope="module")
def validator() -> jsonschema_rs.Validator:
    """What the openai package says that the API takes, with nothing beside it."""
    require_openai()
    program = (
        "import json, pydantic; from openai.types.conversations import conversation_create_params;"
        "of = pydantic.TypeAdapter(conversation_create_params.ConversationCreateParams);"
        "print(json.dumps(of.json_schema()))"
    )
    said = subprocess.run(
        [str(OPENAI_PYTHON), "-c", program], capture_output=True, check=True, timeout=60, cwd=ROOT
    )
    schema = json.loads(said.stdout)
    for one in (schema, *schema["$defs"].values()):
        if "properties" in one:
            one.setdefault("additionalProperties", False)
    return jsonschema_rs.validator_for(schema)


def test_the_types_of_the_openai_package_take_them(
    validator: jsonschema_rs.Validator, backup: Path, tmp_path: Path
) -> None:
    validator.validate({"items": items_of(EVERYTHING, {}), "metadata": {}})
    lines = lines_of(write_conversations(backup, tmp_path / "c.jsonl"))
    assert len(lines) == 9
    for line in lines:
        validator.validate({"items": line["items"], "metadata": line["metadata"]})
    for wrong in (
        {"type": "message", "role": "zz", "content": []},
        {"type": "function_call"},
        {"type": "message", "role": "user", "content": [{"type": "text"}]},
    ):
        assert not validator.is_valid({"items": [wrong]})


def test_the_scripted_server_takes_them_and_refuses_others() -> None:
    server = Conversations()
    with httpx.Client(transport=httpx.MockTransport(server), base_url="https://x/v1") as http:
        whole = items_of(EVERYTHING, {})
        assert http.post("/conversations", json={"metadata": {}, "items": whole}).is_success
        for wrong in (
            [{"type": "function_call_output", "call_id": "c", "output": ""}],
            [{**whole[0], "zz": 1}],
            [{**whole[7], "id": "x"}],
            whole[:1] * 21,
            [{"type": "message", "role": "user", "content": [{"type": "text"}]}],
        ):
            body: dict[str, Any] = {"metadata": {}, "items": wrong}
            assert http.post("/conversations", json=body).status_code == 400
    assert len(server.refused) == 5


def test_a_long_thread_is_added_piece_by_piece(tmp_path: Path) -> None:
    items = items_of([message(f"msg_{n}", n, "user", str(n)) for n in range(45)], {})
    path = tmp_path / "c.jsonl"
    path.write_text(json.dumps({"metadata": {}, "items": items}) + "\n")
    server = Conversations()
    with httpx.Client(transport=httpx.MockTransport(server), base_url="https://x/v1") as http:
        post_all(http, path)
    assert list(server.conversations.values()) == [items]


def test_each_line_is_a_conversation(backup: Path) -> None:
    path = write_conversations(backup)
    assert path == backup / "conversations.jsonl"
    threads = [
        one["id"]
        for file in sorted((backup / "threads").iterdir())
        for one in lines_of(file)
        if one["object"] == "thread"
    ]
    lines = lines_of(path)
    assert sorted(line["metadata"]["thread_id"] for line in lines) == sorted(threads)
    assert any(line["vector_store_ids"] for line in lines)
    assert all(len(line["file_ids"]) >= 1 for line in lines)


def test_an_unfinished_export_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(TransferError, match="holds no export"):
        write_conversations(tmp_path)
