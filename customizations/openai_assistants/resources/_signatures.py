"""Lets `inspect.signature` and help() see through `**params: Unpack[...]`."""

import inspect
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from openai_assistants_core import NOT_GIVEN

F = TypeVar("F", bound=Callable[..., Any])

_CALL_ARGUMENTS = {"extra_headers", "extra_query", "extra_body", "timeout"}


_NOT_OF_HELPERS = {"stream"}
"""What tells an operation how to answer, which a helper decides."""

STREAM_OPTIONS = (
    "approve",
    "cancel_on_exit",
    "idle_timeout",
    "max_rounds",
    "poll_interval_ms",
    "raise_on_failure",
    "recover",
    "tool_timeout",
)
"""The arguments of helpers that stream, besides those of their operations: see StreamOptions."""


def takes_arguments_of(
    operation: Callable[..., Any], options: Iterable[str] = ()
) -> Callable[[F], F]:
    """Marks a helper whose `**params` are the keyword arguments of an operation.

    In its signature the fields of the body come first, as in the openai package.

    Args:
        operation: of a generated resource.
        options: the names of what the helper takes besides.
    """

    def mark(helper: F) -> F:
        own, others = _parameters(helper), _keyword_only(operation)
        known = _CALL_ARGUMENTS | _NOT_OF_HELPERS | own.keys()
        body = [each for each in others if each.name not in known]
        call = [each for each in others if each.name in _CALL_ARGUMENTS - own.keys()]
        positional = [each for each in own.values() if each.kind is not each.KEYWORD_ONLY]
        keywords = [each for each in own.values() if each.kind is each.KEYWORD_ONLY]
        more = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=NOT_GIVEN)
            for name in options
        ]
        return _shown(helper, [*positional, *body, *keywords, *more, *call])

    return mark


def takes_call_arguments_of(operation: Callable[..., Any]) -> Callable[[F], F]:
    """Marks a helper whose `**options` are what every operation takes besides its own arguments."""

    def mark(helper: F) -> F:
        call = [each for each in _keyword_only(operation) if each.name in _CALL_ARGUMENTS]
        return _shown(helper, [*_parameters(helper).values(), *call])

    return mark


def _parameters(helper: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    parameters = inspect.signature(helper).parameters
    return {name: one for name, one in parameters.items() if one.kind is not one.VAR_KEYWORD}


def _keyword_only(operation: Callable[..., Any]) -> list[inspect.Parameter]:
    parameters = inspect.signature(operation).parameters.values()
    return [each for each in parameters if each.kind is each.KEYWORD_ONLY]


def _shown(helper: F, parameters: list[inspect.Parameter]) -> F:
    signature = inspect.signature(helper).replace(parameters=parameters)
    helper.__signature__ = signature  # type: ignore[attr-defined]
    return helper
