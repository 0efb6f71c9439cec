"""Lets operations take functions as tools, and types as response formats."""

import functools
from collections.abc import Callable, Iterable
from typing import Any, ParamSpec, TypeVar, cast, get_origin

P = ParamSpec("P")
R = TypeVar("R")


def takes_python_objects(operation: Callable[P, R]) -> Callable[P, R]:
    """An operation that describes the Python objects among its `tools` and as `response_format`."""

    @functools.wraps(operation)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        if kwargs.get("tools"):
            kwargs["tools"] = _definitions(cast("Any", kwargs["tools"]))
        if _is_type(kwargs.get("response_format")):
            from ..tools.schema import response_format_for

            kwargs["response_format"] = response_format_for(kwargs["response_format"])
        return operation(*args, **kwargs)

    return wrapper


def _definitions(tools: Iterable[Any]) -> list[Any]:
    """Tools as they are sent."""
    given = list(tools)
    if not any(callable(each) for each in given):
        return given
    from ..tools.function_tool import FunctionTool, tool

    return [
        (each if isinstance(each, FunctionTool) else tool(each)).definition()
        if callable(each)
        else each
        for each in given
    ]


def _is_type(value: Any) -> bool:
    return isinstance(value, type) or get_origin(value) is not None
