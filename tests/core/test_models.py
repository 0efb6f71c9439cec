"""What a model offers to the people who read it."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from datetime import UTC, datetime
from typing import Any

import pytest

from openai_assistants_core import NOT_GIVEN, Mismatch, RunFailed, UnknownVariant, dumps, loads
from openai_assistants_core.model import encode
from openai_assistants_rest.models import (
    Assistant,
    FunctionTool,
    Message,
    Run,
    Text,
    TextContentBlock,
    Thread,
)

MESSAGE = {
    "id": "msg_1",
    "object": "thread.message",
    "created_at": 1700000000,
    "thread_id": "thread_1",
    "role": "assistant",
    "assistant_id": None,
    "content": [
        {"type": "text", "text": {"value": "One.", "annotations": []}},
        {"type": "hologram", "frames": [1, 2]},
        {"type": "text", "text": {"value": "Two.", "annotations": []}},
    ],
    "metadata": {"colour": "red"},
    "mood": "sunny",
}


def test_an_absent_field_reads_none_and_stays_absent() -> None:
    message = Message.decode(MESSAGE)
    assert message.run_id is None
    assert "run_id" not in message.to_dict()
    assert message.to_dict()["assistant_id"] is None


def test_an_unknown_field_is_kept_and_can_be_read() -> None:
    message = Message.decode(MESSAGE)
    assert message.model_extra == {"mood": "sunny"}
    assert getattr(message, "mood") == "sunny"  # noqa: B009  (type checkers do not know it)
    with pytest.raises(AttributeError, match="temper"):
        getattr(message, "temper")  # noqa: B009


def test_an_unknown_variant_is_an_object_of_its_own_class() -> None:
    block = Message.decode(MESSAGE).content[1]
    assert isinstance(block, UnknownVariant)
    assert str(block.type) == "hologram"
    assert block.frames == [1, 2]
    assert block.to_dict() == {"type": "hologram", "frames": [1, 2]}


@pytest.mark.parametrize("raw", [{"text": None}, {"type": None, "text": None}, {"type": "other"}])
def test_a_variant_by_itself_keeps_what_it_has_for_a_type(raw: dict[str, Any]) -> None:
    block = TextContentBlock.decode(raw)
    assert isinstance(block, TextContentBlock)
    assert block.type == raw.get("type")
    assert block.to_dict() == raw


def test_a_wrong_type_says_where() -> None:
    broken = json.loads(json.dumps(MESSAGE))
    broken["content"][2]["text"]["value"] = 7
    with pytest.raises(Mismatch) as caught:
        Message.decode(broken)
    assert caught.value.path == "content[2].text.value"
    assert str(caught.value) == ("expected a string at 'content[2].text.value', but got an integer")


def test_a_boolean_is_not_an_integer() -> None:
    with pytest.raises(Mismatch, match="an integer at 'created_at', but got a boolean"):
        Thread.decode({"id": "thread_1", "created_at": True})


def test_an_object_that_lacks_a_required_field_is_decoded_all_the_same() -> None:
    thread = Thread.decode({"metadata": {}, "zz": 1})
    assert thread.id is None
    assert thread.to_dict() == {"metadata": {}, "zz": 1}


def test_time_has_a_timezone_aware_twin() -> None:
    message = Message.decode(MESSAGE)
    assert message.created_at == 1700000000
    assert message.created_at_datetime == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert message.completed_at_datetime is None


def test_a_model_made_by_hand_keeps_absence_and_null_apart() -> None:
    block = TextContentBlock(text=Text(value="hi", annotations=[]))
    assert block.to_dict() == {"type": "text", "text": {"value": "hi", "annotations": []}}
    assert Thread(id="t", created_at=1, metadata=None).to_dict() == {
        "id": "t",
        "object": "thread",
        "created_at": 1,
        "metadata": None,
    }


def test_a_field_set_later_is_encoded() -> None:
    message = Message.decode(MESSAGE)
    message.run_id = "run_1"
    message.assistant_id = "asst_1"
    assert message.to_dict()["run_id"] == "run_1"
    assert message.to_dict()["assistant_id"] == "asst_1"


def test_comparing_and_printing() -> None:
    one, two = Message.decode(MESSAGE), Message.decode(MESSAGE)
    assert one == two
    two.content[0] = TextContentBlock(text=Text(value="other", annotations=[]))
    assert one != two
    assert repr(Text(value="hi", annotations=[])) == "Text(value='hi', annotations=[])"
    assert "mood='sunny'" in repr(one)
    assert "run_id" not in repr(one)
    assert list(Text(value="hi", annotations=[]).__rich_repr__()) == [
        ("value", "hi"),
        ("annotations", []),
    ]


def test_dumps_as_pydantic_names_them() -> None:
    message = Message.decode(MESSAGE)
    assert json.loads(message.to_json()) == MESSAGE
    assert json.loads(message.model_dump_json(exclude_unset=True)) == MESSAGE
    assert message.model_dump()["run_id"] is None
    assert "assistant_id" not in message.model_dump(exclude_none=True)


def test_the_text_of_a_message() -> None:
    assert Message.decode(MESSAGE).text == "One.\nTwo."


@pytest.mark.parametrize("status", ["failed", "incomplete", "cancelled", "expired"])
def test_a_run_that_ended_badly_raises_on_request(status: str) -> None:
    run = Run.decode(
        {"id": "run_1", "status": status, "last_error": {"code": "server_error", "message": "Oh."}}
    )
    assert run.is_terminal
    with pytest.raises(RunFailed, match=f"run_1 ended as {status}: server_error: Oh.") as caught:
        run.raise_for_status()
    assert caught.value.run is run


@pytest.mark.parametrize("status", ["completed", "queued", "requires_action", "brand_new"])
def test_other_runs_do_not_raise(status: str) -> None:
    Run.decode({"id": "run_1", "status": status}).raise_for_status()


def test_a_response_object_can_be_sent_in_a_request() -> None:
    tool = FunctionTool.decode({"type": "function", "function": {"name": "f", "zz": 1}})
    assert loads(dumps({"tools": (tool,)})) == {"tools": [tool.to_dict()]}
    assert encode({"a": [Assistant.decode({"id": "asst_1"})]}) == {"a": [{"id": "asst_1"}]}


def test_a_constructor_takes_exactly_the_fields() -> None:
    anything: Any = Text
    with pytest.raises(TypeError, match="lacks the argument 'annotations'"):
        anything(value="hi")
    with pytest.raises(TypeError, match="no field 'colour'"):
        anything(value="hi", annotations=[], colour="red")
    with pytest.raises(TypeError, match="no field '_extra'"):
        anything(value="hi", annotations=[], _extra={"colour": "red"})
    with pytest.raises(TypeError, match="positional"):
        anything("hi", [])


def test_a_constructor_says_what_it_takes() -> None:
    taken = inspect.signature(TextContentBlock).parameters
    assert list(taken) == ["type", "text"]
    assert taken["type"].default == "text"
    assert taken["text"].default is inspect.Parameter.empty
    assert taken["text"].annotation is Text


def test_a_field_that_is_not_given_is_absent() -> None:
    nothing: Any = NOT_GIVEN
    assert Thread(id="t", created_at=1, metadata=nothing).to_dict() == {
        "id": "t",
        "object": "thread",
        "created_at": 1,
    }


def test_a_model_has_slots_alone() -> None:
    message: Any = Message.decode(MESSAGE)
    assert "__dict__" not in vars(type(message))
    with pytest.raises(AttributeError):
        message.colour = "red"


def test_a_class_made_of_a_model_is_a_model_of_the_same_fields() -> None:
    class Titled(Text):
        @property
        def title(self) -> str:
            return self.value.title()

    assert Titled(value="hi there", annotations=[]).title == "Hi There"
    assert Titled(value="hi", annotations=[]).to_dict() == {"value": "hi", "annotations": []}


def test_models_are_copied_and_pickled() -> None:
    message = Message.decode(MESSAGE)
    for same in (copy.deepcopy(message), pickle.loads(pickle.dumps(message))):
        assert same == message
        assert same.to_dict() == MESSAGE


def test_unequal_is_the_opposite_of_equal() -> None:
    """Whatever came with an answer besides its document."""
    one, same, other = (Thread.model_validate({"id": id_}) for id_ in ("a", "a", "b"))
    one._request_id, same._request_id = "req_1", "req_2"
    assert one == same
    assert not one != same  # noqa: SIM202
    assert one != other
