"""Models have the methods that people know from the models of pydantic."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pydantic
import pytest

from openai_assistants_core import Mismatch, Model, UnknownVariant
from openai_assistants_rest.models import (
    Assistant,
    Message,
    Run,
    Text,
    TextContentBlock,
    ToolResources,
    VectorStoreFileBatch,
)

SENT: dict[str, Any] = {
    "id": "msg_1",
    "object": "thread.message",
    "created_at": 5,
    "assistant_id": None,
    "content": [
        {"type": "text", "text": {"value": "x", "annotations": []}},
        {"type": "hologram", "frames": [1, None]},
    ],
    "metadata": {"a": None, "b": "c"},
    "mood": None,
}
ABSENT = ("attachments", "run_id", "role")


@pytest.fixture
def message() -> Message:
    return Message.decode(SENT)


def test_absent_fields_are_dumped_as_null_unless_they_are_excluded(message: Message) -> None:
    dumped = message.model_dump()
    assert {name: dumped[name] for name in SENT} == SENT
    assert all(dumped[name] is None for name in ABSENT)
    assert list(dumped)[-1] == "mood"
    assert message.model_dump(exclude_unset=True) == SENT
    assert message.to_dict() == SENT
    assert message.to_dict(exclude_unset=False) == dumped


def test_absent_fields_of_objects_inside_are_dumped_as_well() -> None:
    run = Run.decode({"id": "run_1", "tools": [{"type": "function", "function": {"name": "f"}}]})
    assert run.model_dump()["tools"][0]["function"] == {
        "name": "f",
        "description": None,
        "parameters": None,
        "strict": None,
    }


def test_fields_that_only_other_providers_have_are_no_null_unless_asked_for() -> None:
    message = Message.decode({"id": "m", "attachments": [{"file_id": "f", "tools": []}]})
    assert message.model_dump()["attachments"] == [{"file_id": "f", "tools": []}]
    asked = message.model_dump(include={"file_ids": True, "attachments": {0: {"data_source"}}})
    assert asked == {"file_ids": None, "attachments": [{"data_source": None}]}
    assert "file_ids" not in Assistant.decode({"id": "a"}).model_dump()
    assert Assistant.decode({"file_ids": None}).model_dump()["file_ids"] is None
    assert Assistant.decode({"file_ids": []}).model_dump()["file_ids"] == []


def test_null_fields_can_be_excluded_but_not_null_values_of_maps(message: Message) -> None:
    without = {name: SENT[name] for name in SENT if name not in ("assistant_id", "mood")}
    assert message.model_dump(exclude_none=True) == without
    assert message.model_dump(exclude_defaults=True) == {**without, "mood": None}


@pytest.mark.parametrize(
    ("options", "dumped"),
    [
        ({"include": {"id", "mood"}}, {"id": "msg_1", "mood": None}),
        ({"include": {"id": True, "run_id": ...}}, {"id": "msg_1", "run_id": None}),
        ({"include": {"id": False}}, {}),
        (
            {"include": {"content": {0: {"text": {"value"}}}}},
            {"content": [{"text": {"value": "x"}}]},
        ),
        ({"include": {"content": {-1: {"type"}}}}, {"content": [{"type": "hologram"}]}),
        (
            {"include": {"content": {"__all__": {"type"}}}},
            {"content": [{"type": "text"}, {"type": "hologram"}]},
        ),
        ({"include": {"metadata": {"b"}}}, {"metadata": {"b": "c"}}),
        (
            {"include": {"id", "content"}, "exclude": {"content": {0: True, 1: {"frames"}}}},
            {"id": "msg_1", "content": [{"type": "hologram"}]},
        ),
        ({"include": {"id", "object"}, "exclude": ["object"]}, {"id": "msg_1"}),
        ({"include": {"id"}, "exclude": {"id": False}}, {"id": "msg_1"}),
    ],
)
def test_fields_are_included_and_excluded_at_any_depth(
    message: Message, options: Any, dumped: Any
) -> None:
    assert message.model_dump(**options) == dumped
    assert json.loads(message.model_dump_json(**options)) == dumped
    assert message.dict(**options) == dumped
    assert json.loads(message.json(**options)) == dumped


def test_include_and_exclude_are_those_of_pydantic(message: Message) -> None:
    class Inner(pydantic.BaseModel):
        type: str
        n: int | None = None

    class Outer(pydantic.BaseModel):
        a: str | None = None
        inner: list[Inner] = []
        map: dict[str, Any] = {}

    raw = {"inner": [{"type": "x", "n": 1}, {"type": "y"}], "map": {"k": None, "l": 2}}
    theirs = Outer.model_validate(raw)
    ours = message_like(raw)
    selections: list[Any] = [
        {"inner": {0}},
        {"inner": {"__all__": {"n"}}},
        {"inner": {-1: {"type"}}},
        {"map": {"k"}},
        {"a"},
        {"a": True, "inner": {1: ...}},
        set(),
        {},
    ]
    for one in selections:
        assert ours.model_dump(include=one) == theirs.model_dump(include=one), one
        assert ours.model_dump(exclude=one) == theirs.model_dump(exclude=one), one
    for name in ("exclude_unset", "exclude_none"):
        options: Any = {name: True}
        assert ours.model_dump(**options) == theirs.model_dump(**options)


class Inner(Model):
    type: str
    n: int | None = None

    def __post_init__(self) -> None:
        if self.n is None:
            self._absent = ("n",)


class Outer(Model):
    a: str | None = None
    inner: list[Inner]
    map: dict[str, Any]

    def __post_init__(self) -> None:
        if self.a is None:
            self._absent = ("a",)


def message_like(raw: Any) -> Outer:
    return Outer.decode(raw)


def test_arguments_of_pydantic_are_taken_and_others_refused(message: Message) -> None:
    dumped = message.model_dump(
        mode="json",
        by_alias=True,
        warnings="none",
        round_trip=True,
        context=None,
        fallback=None,
        serialize_as_any=True,
    )
    assert dumped == message.model_dump()
    assert message.to_dict(mode="json", use_api_names=True, warnings=False) == SENT
    wrong: Any = {"exclude_nothing": True}
    for method in (message.model_dump, message.to_dict, message.model_dump_json, message.to_json):
        with pytest.raises(TypeError, match="exclude_nothing"):
            method(**wrong)


def test_json_texts(message: Message) -> None:
    assert json.loads(message.to_json()) == SENT
    assert message.to_json().startswith('{\n  "id": "msg_1",\n')
    assert message.to_json(indent=None, exclude_none=True).startswith('{"id":"msg_1"')
    assert Text(value="é", annotations=[]).model_dump_json() == '{"value":"é","annotations":[]}'
    assert "\\u00e9" in Text(value="é", annotations=[]).model_dump_json(ensure_ascii=True)
    assert json.loads(message.json(indent=1, sort_keys=True)) == message.model_dump()


def test_a_model_is_iterated_and_made_a_dict_of(message: Message) -> None:
    shown = dict(message)
    assert list(shown) == list(message.model_dump())
    assert shown["content"] is message.content
    assert dict(iter(message)) == shown
    assert vars(message) == {name: one for name, one in shown.items() if name != "mood"}
    assert vars(message)["content"] is message.content
    assert message.__dict__["id"] == "msg_1"
    with pytest.raises(AttributeError):
        message.colour = "red"  # type: ignore[attr-defined]


def test_which_fields_were_set(message: Message) -> None:
    assert message.model_fields_set == set(SENT) - {"mood"}
    message.run_id = "run_1"
    assert "run_id" in message.model_fields_set
    fields = Message.model_fields
    assert list(fields) == list(Message._fields())
    assert fields["id"].is_required()
    assert not fields["run_id"].is_required()
    assert fields["run_id"].default is None
    assert fields["object"].default == "thread.message"
    assert fields["id"].annotation is str
    assert message.model_fields.keys() == fields.keys()


def test_copies(message: Message) -> None:
    shallow = message.model_copy()
    assert shallow == message
    assert shallow.content is message.content
    shallow.run_id = "run_2"
    assert message.run_id is None
    deep = message.model_copy(update={"id": "msg_2", "new": 1, "run_id": None}, deep=True)
    assert deep.content == message.content
    assert deep.content is not message.content
    assert deep.to_dict() == {**SENT, "id": "msg_2", "run_id": None, "new": 1}
    assert message.to_dict() == SENT
    assert getattr(deep, "new") == 1  # noqa: B009
    known = Text(value="a", annotations=[]).model_copy(update={"zz": [1]})
    assert known.to_dict() == {"value": "a", "annotations": [], "zz": [1]}
    assert message.copy(update={"id": "x"}, exclude={"content", "mood"}).to_dict() == {
        **{name: SENT[name] for name in SENT if name not in ("content", "mood")},
        "id": "x",
    }
    assert message.copy(include={"id"}, deep=True).to_dict() == {"id": "msg_1"}
    assert copy.copy(message).model_extra == {"mood": None}


def test_validating(message: Message) -> None:
    assert Message.model_validate(SENT) == message
    assert Message.model_validate(message) is message
    assert Message.model_validate_json(json.dumps(SENT)) == message
    assert Message.model_validate_json(json.dumps(SENT).encode()) == message
    assert Message.parse_obj(SENT) == message
    with pytest.raises(ValueError, match="expected a string at 'id', but got an integer"):
        Message.model_validate({"id": 5})
    with pytest.raises(Mismatch):
        Message.model_validate(Text(value="a", annotations=[]))


def test_constructing_without_validation() -> None:
    for construct in (Message.construct, Message.model_construct):
        made = construct(
            id="m", mood=1, content=[{"type": "text", "text": {"value": "v"}}, {"type": "new"}]
        )
        assert isinstance(made.content[0], TextContentBlock)
        assert isinstance(made.content[1], UnknownVariant)
        assert made.created_at is None
        assert made.model_fields_set == {"id", "content"}
        assert made.model_extra == {"mood": 1}
        wrong: Any = construct(None, id=5, content="text")
        assert wrong.to_dict() == {"id": 5, "content": "text"}


def test_pydantic_models_can_have_ours_as_fields(message: Message) -> None:
    class Step(pydantic.BaseModel):
        message: Message
        also: list[Message] = []

    step = Step(message=message)
    assert step.message is message
    parsed = Step.model_validate({"message": SENT, "also": [SENT]})
    assert (parsed.message, parsed.also) == (message, [message])
    assert parsed.model_dump(exclude_unset=True) == {"message": SENT, "also": [SENT]}
    assert parsed.model_dump()["message"] == message.model_dump()
    assert json.loads(parsed.model_dump_json(exclude_unset=True))["message"] == SENT
    assert Step.model_validate_json(json.dumps({"message": SENT})).message == message
    with pytest.raises(pydantic.ValidationError, match="expected a string at 'id'"):
        Step.model_validate({"message": {"id": 5}})
    schema = Step.model_json_schema()
    assert schema["properties"]["message"]["type"] == "object"


class Files(pydantic.BaseModel):
    """Tool resources of another library, as autogen-ext puts them into the ones it read."""

    file_ids: list[str] | None = None
    note: str | None = None


class Plain:
    def to_dict(self) -> dict[str, Any]:
        return {"file_ids": ["f"]}


@pytest.mark.parametrize(
    ("made", "dumped", "brief"),
    [
        (Files(file_ids=["f"]), {"file_ids": ["f"], "note": None}, {"file_ids": ["f"]}),
        (Plain(), {"file_ids": ["f"]}, {"file_ids": ["f"]}),
    ],
)
def test_objects_of_other_libraries_can_be_put_into_ours(
    made: Any, dumped: dict[str, Any], brief: dict[str, Any]
) -> None:
    resources = ToolResources.decode({})
    resources.code_interpreter = made
    assert resources.model_dump()["code_interpreter"] == dumped
    assert json.loads(resources.model_dump_json())["code_interpreter"] == dumped
    whole = {"code_interpreter": brief}
    assert resources.to_dict() == resources.model_dump(exclude_unset=True) == whole
    assert resources.model_dump(exclude_none=True) == whole
    assert resources.model_dump(include={"code_interpreter": {"note"}}) == {
        "code_interpreter": {"note": None} if "note" in dumped else {}
    }
    assert json.loads(resources.to_json()) == whole


def test_what_a_subclass_has_of_its_own_is_copied_and_pickled() -> None:
    batch = Batch.decode({"id": "vsfb_1", "zz": 1})
    batch.failed = ("file-1",)
    for same in (copy.copy(batch), copy.deepcopy(batch), pickle.loads(pickle.dumps(batch))):
        assert (same.failed, same.to_dict()) == (("file-1",), {"id": "vsfb_1", "zz": 1})
    assert "failed" not in batch.model_dump()


class Batch(VectorStoreFileBatch):
    """A model with a field of its own, as batches of uploaded files are."""

    failed: tuple[str, ...] = ()

    @classmethod
    def _fields(cls) -> tuple[str, ...]:
        return VectorStoreFileBatch._fields()
