"""The schema of a tool takes the arguments that its decoder takes, and no others."""

import inspect
import json
from datetime import datetime, time
from decimal import Decimal
from typing import Annotated, Any, Literal

import jsonschema_rs
import pydantic
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Meta
from tests.support.tools.generated_types import CASES, Field, documents_of, fields

from openai_assistants.tools import FunctionTool, InvalidArguments, ToolContext, ToolDefinitionError

CONTEXT = ToolContext("call_1", "run_1", "thread_1")


def function_with(parameters: list[Field]) -> Any:
    """A function that has these parameters."""

    def function(**given: Any) -> Any:
        return given

    signature = [
        inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=field.default if field.optional else inspect.Parameter.empty,
            annotation=field.case[0],
        )
        for field in parameters
    ]
    function.__signature__ = inspect.Signature(signature)  # type: ignore[attr-defined]
    return function


def schema_takes(tool: FunctionTool[..., Any], document: Any) -> bool:
    validator = jsonschema_rs.validator_for(tool.parameters, validate_formats=True)
    return validator.is_valid(document)


def decoder_takes(tool: FunctionTool[..., Any], document: Any) -> bool:
    try:
        tool.arguments(json.dumps(document), CONTEXT)
    except InvalidArguments:
        return False
    return True


def tool_or_none(function: Any, strict: bool | None) -> FunctionTool[..., Any] | None:
    """The tool, unless msgspec refuses one of its types, or it cannot be strict."""
    try:
        return FunctionTool(function, name="generated", strict=strict)
    except ToolDefinitionError:
        return None


@settings(max_examples=300, suppress_health_check=list(HealthCheck))
@given(data=st.data(), parameters=fields(CASES, least=0))
def test_schema_and_decoder_agree(data: st.DataObject, parameters: list[Field]) -> None:
    """For generated signatures; what may be left out counts as left out in a strict schema too."""
    function = function_with(parameters)
    tool = tool_or_none(function, strict=False)
    if tool is None:
        return
    jsonschema_rs.meta.validate(tool.parameters)
    document = data.draw(documents_of(parameters))
    assert schema_takes(tool, document) == decoder_takes(tool, document), (
        tool.parameters,
        document,
    )
    strict = tool_or_none(function, strict=True)
    if strict is None:
        return
    # The strict schema is a narrower one: it only demands that everything is there.
    assert not schema_takes(strict, document) or decoder_takes(strict, document)


class Lenient(pydantic.BaseModel):
    number: int


class Strict(pydantic.BaseModel, strict=True):
    level: Literal[1, 2] = 1
    at: datetime | None = None


class Cat(pydantic.BaseModel):
    name: str


class Dog(pydantic.BaseModel):
    name: str


class Owner(pydantic.BaseModel):
    pet: Cat | Dog


# annotation, argument, whether the schema takes it (strict, if it can be), whether the decoder does
DIFFERENCES: list[tuple[str, Any, Any, bool, bool]] = [
    ("1.0 for an int: JSON Schema counts by value", int, 1.0, True, False),
    ("1.0 for a Literal of 1", Literal[1], 1.0, True, False),
    ("a datetime without a time zone", datetime, "2026-05-01T10:00:00", False, True),
    ("a time without a time zone", time, "10:00:00", False, True),
    ("a number for a Decimal", Decimal, 1.5, False, True),
    (
        "a Decimal that is no number: its format is not known to JSON Schema",
        Decimal,
        "x",
        True,
        False,
    ),
    ("bytes that are no base64", bytes, "?", True, False),
    (
        "a text longer than max_length: strict has no such keyword",
        Annotated[str, Meta(max_length=2)],
        "long",
        True,
        False,
    ),
    (
        "a pydantic model that is not strict turns text into numbers",
        Lenient,
        {"number": "1"},
        False,
        True,
    ),
    (
        "true for a Literal of 1 in a pydantic model",
        Strict,
        {"level": True, "at": None},
        False,
        True,
    ),
    ("seconds as text for a datetime of pydantic's", Strict, {"level": 1, "at": "1"}, False, True),
    (
        "a property too many in a union of pydantic models without a tag",
        Owner,
        {"pet": {"name": "Tom", "age": 3}},
        False,
        True,
    ),
]


@pytest.mark.parametrize(("what", "annotation", "argument", "in_schema", "in_decoder"), DIFFERENCES)
def test_listed_differences(
    what: str, annotation: Any, argument: Any, in_schema: bool, in_decoder: bool
) -> None:
    """Each difference is one: an entry that no longer differs has to go."""

    def function(value: Any) -> Any:
        return value

    function.__annotations__["value"] = annotation
    tool = FunctionTool(function)
    assert in_schema != in_decoder
    assert schema_takes(tool, {"value": argument}) == in_schema, what
    assert decoder_takes(tool, {"value": argument}) == in_decoder, what


def test_what_a_strict_schema_demands_may_still_be_left_out() -> None:
    """Servers that do not know `strict` leave out what has a default."""

    def function(value: int = 3) -> int:
        return value

    tool = FunctionTool(function)
    assert tool.strict
    assert not schema_takes(tool, {})
    assert tool.call("{}", CONTEXT) == "3"
    assert tool.call('{"value": null}', CONTEXT) == "3"
