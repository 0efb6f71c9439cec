"""Checked by mypy and pyright, never run: a tool keeps the types of its function."""

import functools
from typing import Any, assert_type

from openai_assistants.tools import FunctionTool, ToolContext, ToolRegistry, parse_as, tool


@tool
def weather(city: str, *, days: int = 1) -> list[str]:
    return [city] * days


@tool(name="later", timeout=2.0, strict=True)
async def weather_later(city: str) -> str:
    return city


def plain(city: str, context: ToolContext) -> float:
    return len(city + context.call_id)


class Station:
    def report(self, city: str) -> bool:
        return bool(city)


assert_type(weather("Rome", days=2), list[str])
assert_type(tool(Station().report)("Rome"), bool)
assert_type(tool(plain, name="p").name, str)
assert_type(tool(functools.partial(plain, "Rome")).is_async, bool)
registry = ToolRegistry([weather, plain, Station().report, {"type": "file_search"}])
assert_type(registry.get("weather"), FunctionTool[..., Any] | None)
assert_type(parse_as(Station, "{}"), Station)


async def later() -> None:
    assert_type(await weather_later("Rome"), str)


# Each of these is an error; an ignore that is not needed is one as well.
weather(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
weather("Rome", day=2)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
weather()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
tool(name=3)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
ToolRegistry([3])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
