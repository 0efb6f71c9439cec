"""Lets `inspect.signature` and help() see through `**body: Unpack[...]`."""

import inspect
from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

_OF_EACH_CALL = {"extra_headers", "extra_query", "extra_body", "timeout"}


def takes_body_of(operation: Callable[..., Any]) -> Callable[[F], F]:
    """Marks a helper whose `**body` are the keyword arguments of an operation."""

    def mark(helper: F) -> F:
        own = inspect.signature(helper)
        named = [p for p in own.parameters.values() if p.kind is not p.VAR_KEYWORD]
        body = [
            parameter
            for parameter in inspect.signature(operation).parameters.values()
            if parameter.kind is parameter.KEYWORD_ONLY and parameter.name not in own.parameters
        ]
        first = [p for p in named if p.kind is not p.KEYWORD_ONLY]
        options = [p for p in named if p.kind is p.KEYWORD_ONLY]
        last = [p for p in body if p.name in _OF_EACH_CALL]
        body = [p for p in body if p.name not in _OF_EACH_CALL]
        helper.__signature__ = own.replace(  # type: ignore[attr-defined]
            parameters=[*first, *body, *options, *last]
        )
        return helper

    return mark
