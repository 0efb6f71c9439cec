"""Lets operations take functions as tools, and types as response formats."""

import functools
from collections.abc import Callable
from typing import Any, TypeVar, cast

from openai_assistants_core.jsonable import is_list_like

DESCRIBED = frozenset({"response_format", "tools"})
"""The arguments that may have Python objects in them."""

F = TypeVar("F", bound=Callable[..., Any])


def describe_python_objects(params: Any) -> None:
    """Puts descriptions in the place of the functions among `tools`, and of `response_format`.

    Args:
        params: the keyword arguments of an operation.
    """
    if params.get("tools"):
        params["tools"] = _definitions(params["tools"])
    if isinstance(params.get("response_format"), type):
        from ..tools.schema import response_format_for

        params["response_format"] = response_format_for(params["response_format"])


def takes_python_objects(operation: F) -> F:
    """An operation that takes functions as `tools`, and a type as `response_format`."""

    @functools.wraps(operation)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        describe_python_objects(kwargs)
        return operation(*args, **kwargs)

    return cast("F", wrapper)


def _definitions(tools: Any) -> Any:
    """Tools as they are sent; what is no list is left to the check of the body."""
    if not is_list_like(tools):
        return tools
    given = list(tools)
    if not any(callable(each) for each in given):
        return given
    from ..tools.registry import ToolRegistry

    described: list[Any] = []
    for each in given:
        described += ToolRegistry([each]).to_send() or ()
    return described
