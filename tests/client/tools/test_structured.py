"""Response formats from types, and objects from the text of an answer."""

import dataclasses
import json
from datetime import date
from typing import Any, NamedTuple, NotRequired, TypedDict

import attrs
import jsonschema_rs
import msgspec
import pydantic
import pytest

from openai_assistants import ResponseDecodeError
from openai_assistants.tools import ToolDefinitionError, parse_as, response_format_for


@dataclasses.dataclass
class Person:
    """Somebody.

    Attributes:
        name: First and last.
    """

    name: str
    born: date | None = None
    friends: list["Person"] = dataclasses.field(default_factory=list)


class AsTypedDict(TypedDict):
    name: str
    born: NotRequired[date]


@attrs.define
class AsAttrs:
    name: str
    born: date | None = None


class AsStruct(msgspec.Struct):
    name: str
    born: date | None = None


class AsPydantic(pydantic.BaseModel):
    name: str
    born: date | None = None


KINDS: list[Any] = [Person, AsTypedDict, AsAttrs, AsStruct, AsPydantic]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_there_and_back(kind: Any) -> None:
    """Each kind of type gives a strict format, and its own objects."""
    form = response_format_for(kind)
    assert form["type"] == "json_schema"
    named = form["json_schema"]
    assert (named["name"], named["strict"]) == (kind.__name__, True)
    schema = named["schema"]
    assert schema["required"] == list(schema["properties"])
    document = dict.fromkeys(schema["required"]) | {"name": "Ada", "born": "1815-12-10"}
    assert jsonschema_rs.validator_for(schema, validate_formats=True).is_valid(document)
    made = parse_as(kind, json.dumps(document))
    expected = {"name": "Ada", "born": date(1815, 12, 10)}
    assert made == (expected if kind is AsTypedDict else kind(**expected))


def test_the_whole_format() -> None:
    """Recursive, with descriptions from the docstring."""
    person = {
        "type": "object",
        "properties": {
            "name": {"type": "string", "description": "First and last."},
            "born": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}]},
            "friends": {
                "anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Person"}}, {"type": "null"}],
            },
        },
        "required": ["name", "born", "friends"],
        "additionalProperties": False,
    }
    definition = {"description": "Somebody.", **person}
    given = response_format_for(Person)["json_schema"]
    assert given == {
        "name": "Person",
        "description": "Somebody.",
        "strict": True,
        "schema": {**person, "$defs": {"Person": definition}},
    }


def test_names_and_descriptions_of_ones_own() -> None:
    """Characters that a name may not have are replaced."""
    named = response_format_for(AsStruct, name="a name", description="For us.", strict=False)
    assert named["json_schema"].keys() == {"name", "description", "schema"}
    assert named["json_schema"]["name"] == "a_name"
    assert named["json_schema"]["description"] == "For us."


class Pair(NamedTuple):
    one: int
    other: int


@pytest.mark.parametrize("kind", [int, list[Person], Person | None, dict[str, int], Pair, complex])
def test_what_is_no_object_is_refused(kind: Any) -> None:
    """The root of an answer is an object."""
    with pytest.raises(ToolDefinitionError, match=r"no object with named properties|no JSON form"):
        response_format_for(kind)


@dataclasses.dataclass
class Open:
    counts: dict[str, int]


def test_strict_only_where_it_can_be() -> None:
    """Demanded, it is refused."""
    assert "strict" not in response_format_for(Open)["json_schema"]
    with pytest.raises(ToolDefinitionError, match="`Open` cannot be strict: counts is an object"):
        response_format_for(Open, strict=True)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"name": 3}', "name"),
        ('{"name": "Ada", "friends": [{"name": "Bob"}, {}]}', "friends[1]"),
        ('{"name": "Ada", "age": 36}', ""),
        ("I cannot answer that.", ""),
        ("", ""),
    ],
)
def test_answers_that_do_not_fit(text: str, path: str) -> None:
    """The path says where; the text is kept."""
    with pytest.raises(ResponseDecodeError, match="the answer is not a Person: ") as caught:
        parse_as(Person, text)
    assert (caught.value.path, caught.value.body) == (path, text)
