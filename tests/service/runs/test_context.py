"""What is stored of a thread and a run becomes what the model is given."""

from typing import Any

import pytest

from openai_assistants_service.models.conversation import (
    CodeOptions,
    Conversation,
    EarlierTurn,
    FileSearchOptions,
    FunctionSpec,
    ImagePart,
    Message,
    NamedTool,
    Passage,
    TextPart,
    ToolCall,
)
from openai_assistants_service.runs.context import build_conversation
from openai_assistants_service.storage.database import Row

RUN: Row = {
    "id": "run_1",
    "tenant": "",
    "model": "m",
    "instructions": "Be kind.",
    "tools": [],
    "tool_choice": None,
    "parallel_tool_calls": True,
    "response_format": None,
    "temperature": None,
    "top_p": None,
    "reasoning_effort": None,
    "truncation_strategy": None,
}


def text(value: str) -> dict[str, Any]:
    return {"type": "text", "text": {"value": value, "annotations": []}}


def message(id_: str, *content: dict[str, Any], run_id: str | None = None) -> Row:
    role = "assistant" if run_id else "user"
    return {"id": id_, "role": role, "run_id": run_id, "content": list(content)}


def step(status: str, notes: object = None, **details: Any) -> Row:
    (kind,) = details
    return {
        "type": kind,
        "status": status,
        "notes": notes,
        "step_details": {"type": kind, **details},
    }


CODE = CodeOptions("Python", "/mnt/data", ("a.csv",))


def built(
    thread: tuple[Row, ...] = (), steps: tuple[Row, ...] = (), **changes: object
) -> Conversation:
    return build_conversation({**RUN, **changes}, thread, steps, 7, CODE)


@pytest.mark.parametrize("form", [None, "auto", {"type": "text"}])
def test_plain_forms_ask_for_text(form: object) -> None:
    assert built(response_format=form).response_format is None


def test_settings_are_passed_on() -> None:
    form = {"type": "json_object"}
    settings: dict[str, Any] = {
        "response_format": form,
        "temperature": 0.5,
        "top_p": 0.25,
        "reasoning_effort": "low",
        "parallel_tool_calls": False,
    }
    expected = Conversation(
        "m", "Be kind.", (), max_completion_tokens=7, code_interpreter=CODE, **settings
    )
    assert built(**settings) == expected


def test_tools_are_offered_with_their_settings() -> None:
    schema = {"type": "object"}
    options = {"max_num_results": 3.0, "ranking_options": {"score_threshold": 0.5}}
    talk = built(
        tools=[
            {
                "type": "function",
                "function": {"name": "f", "parameters": schema, "strict": True},
            },
            {"type": "file_search", "file_search": options},
        ],
        tool_choice={"type": "function", "function": {"name": "f"}},
    )
    assert talk.functions == (FunctionSpec("f", "", schema, strict=True),)
    assert talk.file_search == FileSearchOptions(3, 0.5)
    assert talk.tool_choice == NamedTool("function", "f")


def test_images_are_references() -> None:
    parts = [
        text("look"),
        {"type": "image_file", "image_file": {"file_id": "file-1", "detail": "low"}},
        {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}},
    ]
    (found,) = built((message("msg_1", *parts),)).messages
    assert found == Message(
        "user",
        (
            TextPart("look"),
            ImagePart(file_id="file-1", detail="low"),
            ImagePart(url="https://example.com/a.png"),
        ),
    )


def test_turns_are_told_with_their_results() -> None:
    """Markers count the messages before the run and the calls of the run."""
    result = {
        "file_id": "file-1",
        "file_name": "a.txt",
        "score": 0.5,
        "content": [{"type": "text", "text": "facts"}],
    }
    search = {"id": "call_2", "type": "file_search", "file_search": {"results": [result]}}
    code = {
        "id": "call_3",
        "type": "code_interpreter",
        "code_interpreter": {"input": "1 / 0", "outputs": [{"type": "logs", "logs": "no"}]},
    }
    function = {"name": "f", "arguments": "{}", "output": "x"}
    called = {"id": "call_1", "type": "function", "function": function}
    said = {"message_id": "msg_2"}
    notes = {"queries": {"call_2": "q"}, "errors": {"call_3": "ZeroDivisionError"}}
    talk = built(
        (message("msg_1", text("hi")), message("msg_2", text("Wait."), run_id="run_1")),
        (
            step("cancelled", message_creation={"message_id": "msg_0"}),
            step("completed", message_creation=said),
            step("completed", tool_calls=[called]),
            step("completed", notes, tool_calls=[search, code]),
        ),
    )
    passage = Passage("【3:0†a.txt】", "file-1", "a.txt", "facts", 0.5)
    assert [one.text for one in talk.messages] == ["hi"]
    assert talk.turns == (
        EarlierTurn("Wait.", (ToolCall("call_1", "function", "f", "{}", "x"),)),
        EarlierTurn(
            "",
            (
                ToolCall(
                    "call_2", "file_search", "file_search", '{"query": "q"}', passages=(passage,)
                ),
                ToolCall(
                    "call_3",
                    "code_interpreter",
                    "code_interpreter",
                    '{"input": "1 / 0"}',
                    "no",
                    "ZeroDivisionError",
                ),
            ),
        ),
    )
    assert talk.passages == (passage,)
