"""Which callables become tools, what is refused, and what a call comes to."""

import asyncio
import dataclasses
import functools
import json
import logging
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import pydantic
import pytest
from msgspec import Meta

from openai_assistants.tools import ToolContext, ToolDefinitionError, tool

CONTEXT = ToolContext("call_1", "run_1", "thread_1")


def weather(city: str, days: int = 1) -> str:
    """The weather in a city.

    Args:
        city: Its name.
    """
    return f"{city}, {days}"


async def weather_later(city: str, days: int = 1) -> str:
    """The weather in a city."""
    await asyncio.sleep(0)
    return f"{city}, {days}"


class Station:
    """A weather station."""

    def __init__(self, name: str) -> None:
        self.name = name

    def report(self, city: str, days: int = 1) -> str:
        """The report of this station."""
        return f"{self.name}: {city}, {days}"

    @classmethod
    def nearest(cls, city: str, days: int = 1) -> str:
        return f"nearest: {city}, {days}"

    def __call__(self, city: str, days: int = 1) -> str:
        return f"called: {city}, {days}"


def logged(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


def by_place(city: str, days: int = 1, /) -> str:
    return f"{city}, {days}"


@pytest.mark.parametrize(
    ("function", "name", "result"),
    [
        (weather, "weather", "Paris, 1"),
        (weather_later, "weather_later", "Paris, 1"),
        (Station("A").report, "report", "A: Paris, 1"),
        (Station.nearest, "nearest", "nearest: Paris, 1"),
        (Station("A"), "Station", "called: Paris, 1"),
        (logged(weather), "weather", "Paris, 1"),
        (logged(weather_later), "weather_later", "Paris, 1"),
        (by_place, "by_place", "Paris, 1"),
        (tool(weather), "weather", "Paris, 1"),
    ],
)
def test_callables(function: Callable[..., Any], name: str, result: str) -> None:
    """Functions, methods, callable objects and what wraps them, called in both ways."""
    made = tool(function)
    assert made.name == name
    assert list(made.parameters["properties"]) == ["city", "days"]
    assert made.call('{"city": "Paris"}', CONTEXT) == result
    assert asyncio.run(made.call_async('{"city": "Paris", "days": null}', CONTEXT)) == result


def test_what_a_partial_has_bound_is_not_asked_for() -> None:
    """By position or by name."""
    for partial in (functools.partial(weather, "Rome"), functools.partial(weather, city="Rome")):
        made = tool(partial)
        assert made.name == "weather"
        assert list(made.parameters["properties"]) == ["days"]
        assert made.call('{"days": 2}', CONTEXT) == "Rome, 2"
    nested = functools.partial(functools.partial(weather_later, "Rome"), days=3)
    assert tool(nested).is_async
    assert tool(nested).call("{}", CONTEXT) == "Rome, 3"


def test_a_decorated_function_stays_a_function() -> None:
    """Name, docstring and call are those of the function."""
    decorated = tool(name="forecast", description="Looks ahead.", timeout=2.5)(weather)
    assert decorated("Paris", days=2) == "Paris, 2"
    assert (decorated.__name__, decorated.__doc__) == ("weather", weather.__doc__)
    assert (decorated.name, decorated.timeout) == ("forecast", 2.5)
    assert decorated.definition()["function"]["description"] == "Looks ahead."
    assert repr(decorated) == "FunctionTool('forecast')"


def test_the_definition() -> None:
    """What is sent: description and `strict` only where there is something to say."""
    assert tool(weather).definition() == {
        "type": "function",
        "function": {
            "name": "weather",
            "description": "The weather in a city.",
            "parameters": tool(weather).parameters,
            "strict": True,
        },
    }
    loose = tool(by_place, strict=False).definition()["function"]
    assert loose.keys() == {"name", "parameters"}
    assert tool(Station("A")).description == "A weather station."
    assert tool(functools.partial(Station("A"), "Rome")).description == "A weather station."
    assert tool(functools.partial(by_place, "Rome")).description == ""


def test_a_tool_can_ask_which_call_it_answers() -> None:
    """The parameter is not part of the schema, wherever it stands."""

    def first(context: ToolContext, /, city: str) -> str:
        return f"{context.call_id} {context.run_id} {context.thread_id} {city}"

    def last(city: str, *, context: "ToolContext") -> str:
        return first(context, city)

    for function in (first, last):
        made = tool(function)
        assert list(made.parameters["properties"]) == ["city"]
        assert made.call('{"city": "Rome"}', CONTEXT) == "call_1 run_1 thread_1 Rome"


def unannotated(city) -> str:  # type: ignore[no-untyped-def]
    return str(city)


def unresolved(city: "Nowhere") -> str:  # type: ignore[name-defined]  # noqa: F821
    return str(city)


def variadic(*cities: str) -> str:
    return str(cities)


def keywords(**cities: str) -> str:
    return str(cities)


def mixed(when: date | str) -> str:
    return str(when)


def indescribable(city: str, where: complex) -> str:
    return f"{city}{where}"


def crashing(size: tuple[int, int] | Annotated[float, Meta(gt=0)]) -> str:
    return str(size)


def free(counts: dict[str, int]) -> str:
    return str(counts)


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (unannotated, "tool `unannotated`: parameter `city` has no annotation"),
        (Station.report, "parameter `self` has no annotation; of a method, take the bound one"),
        (unresolved, "parameter `city`: the annotation 'Nowhere' cannot be resolved"),
        (variadic, r"parameter `\*cities: str`"),
        (keywords, r"parameter `\*\*cities: str`"),
        (mixed, "tool `mixed`: parameter `when`: Type unions may not contain more than one"),
        (crashing, "parameter `size`: a union of a fixed tuple and a type with limits"),
        (indescribable, "parameter `where`: the type `complex` has no JSON form"),
        (lambda: 1, "'<lambda>' cannot be the name of a tool"),
        (print, "parameter"),
    ],
)
def test_refused_at_definition(function: Callable[..., Any], said: str) -> None:
    """The message names the tool and the parameter."""
    with pytest.raises(ToolDefinitionError, match=said):
        tool(function)


def test_strict_is_refused_where_it_cannot_hold() -> None:
    """Unless nobody demands it."""
    with pytest.raises(ToolDefinitionError, match="cannot be strict: counts is an object with any"):
        tool(free, strict=True)
    assert not tool(free).strict
    assert not tool(weather, strict=False).strict


@dataclasses.dataclass
class Trip:
    city: str
    stops: list[int] = dataclasses.field(default_factory=list)


def plan(trip: Trip, days: int) -> str:
    return f"{trip} {days}"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ('{"trip": {"city": "Rome"}, "days": "two"}', "Expected `int`, got `str` - at `$.days`"),
        ('{"trip": {"city": "Rome", "stops": [1, "x"]}, "days": 2}', "`$.trip.stops[1]`"),
        ('{"trip": {"city": "Rome", "by": "car"}, "days": 2}', "unknown field `by` - at `$.trip`"),
        ('{"days": 2}', "missing required field `trip`"),
        ('{"days": 2', "not valid JSON"),
        ("[]", "Expected `object`, got `array`"),
        ("", "missing required field `trip`"),
        ('{"trip": "\\ud800", "days": 2}', "surrogates not allowed"),
    ],
)
def test_wrong_arguments_go_back_to_the_model(
    arguments: str, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    """With path and expected type; the function is not called, and nothing of it is logged."""
    caplog.set_level(logging.DEBUG, "openai_assistants.tools")
    output = tool(plan).call(arguments, CONTEXT)
    assert output.startswith("Error: invalid arguments for `plan`: ")
    assert said in output
    assert [record.exc_info for record in caplog.records] == [None]


def test_exceptions_go_back_without_their_traceback(caplog: pytest.LogCaptureFixture) -> None:
    """Class and message to the model, the traceback to the log."""

    def fail(city: str) -> str:
        raise LookupError(f"no such city: {city}")

    async def fail_later(city: str) -> str:
        return fail(city)

    for function in (fail, fail_later):
        output = tool(function).call('{"city": "Atlantis"}', CONTEXT)
        assert output == "Error: LookupError: no such city: Atlantis"
        assert "fail(city)" not in output
        assert "raise LookupError" in caplog.text
        assert "call_1" in caplog.messages[0]
        caplog.clear()


class Report(pydantic.BaseModel):
    day: date
    note: str = "none"


class Foreign:
    def to_dict(self) -> dict[str, Any]:
        return {"day": date(2026, 5, 1)}


@pytest.mark.parametrize(
    ("result", "output"),
    [
        ("plain text", "plain text"),
        (None, "null"),
        (21.5, "21.5"),
        ({"day": date(2026, 5, 1)}, {"day": "2026-05-01"}),
        (Trip("Rome", [1]), {"city": "Rome", "stops": [1]}),
        (Report(day=date(2026, 5, 1)), {"day": "2026-05-01", "note": "none"}),
        ([Report(day=date(2026, 5, 1))], [{"day": "2026-05-01", "note": "none"}]),
        ((Foreign(),), [{"day": "2026-05-01"}]),
        (CONTEXT, {"call_id": "call_1", "run_id": "run_1", "thread_id": "thread_1"}),
    ],
)
def test_results_are_text_or_json(result: Any, output: Any) -> None:
    """A str is sent as it is."""

    def answer() -> Any:
        return result

    text = tool(answer).call("", CONTEXT)
    assert text == output if isinstance(output, str) else json.loads(text) == output


def test_a_result_without_json_form_is_a_readable_error() -> None:
    """It names the type."""

    def answer() -> object:
        return {"it": object()}

    output = tool(answer).call("{}", CONTEXT)
    assert output == "Error: TypeError: an object of type `object` has no JSON form"


@pytest.mark.parametrize("result", ["\ud800", {"name": "\ud800"}, LookupError("\ud800")])
def test_half_of_a_surrogate_pair_is_a_readable_error(
    result: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Such as the name of a file that is no UTF-8: a service refuses it, and the run would wait."""
    caplog.set_level(logging.CRITICAL, "openai_assistants")  # pytest-xdist sends no such logs

    def answer() -> Any:
        if isinstance(result, Exception):
            raise result
        return result

    for arguments in ("{}", '{"\ud800": 1}'):
        output = tool(answer).call(arguments, CONTEXT)
        assert output.startswith("Error: ")
        assert output.isascii()


def test_what_is_no_failure_of_the_tool_is_raised() -> None:
    """Interrupts are not for the model."""

    def stop() -> str:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tool(stop).call("{}", CONTEXT)
