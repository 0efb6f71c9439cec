"""The parameters of a callable, as far as a model has to give them."""

import functools
import inspect
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, get_type_hints

from openai_assistants_core.record import Record

from .annotations import with_meta
from .errors import ToolDefinitionError


class ToolContext(Record, frozen=True):
    """Which call a tool is answering; given to the parameter of a tool that has this annotation.

    Attributes:
        call_id: the tool call, unique within the run; fit for an idempotency key.
        run_id: the run that asks.
        thread_id: the thread of the run.
    """

    call_id: str
    run_id: str
    thread_id: str


class Parameter(Record, frozen=True):
    """A parameter that a model gives.

    Attributes:
        name: as in the function.
        type: the annotation, with all metadata as msgspec.Meta.
        default: what the function has; `inspect.Parameter.empty` if it must be given.
    """

    name: str
    type: Any
    default: Any

    @property
    def required(self) -> bool:
        """Whether it has no default."""
        return self.default is inspect.Parameter.empty


class Signature(Record, frozen=True):
    """What a callable takes.

    Attributes:
        parameters: those that a model gives, in order.
        context: the name of the parameter that takes the ToolContext, if there is one.
        positional: the default, or `empty`, of each that can be given by position only, in order.
    """

    parameters: tuple[Parameter, ...]
    context: str | None
    positional: dict[str, Any]

    def bind(
        self, values: dict[str, Any], context: ToolContext
    ) -> tuple[list[Any], dict[str, Any]]:
        """The positional and the named arguments of a call.

        Args:
            values: what the model gave, by name; what is missing stays with the function's default.
            context: for the parameter that asks for it.
        """
        named = dict(values) if self.context is None else {**values, self.context: context}
        return [named.pop(name, default) for name, default in self.positional.items()], named


def signature_of(function: Callable[..., Any]) -> Signature:
    """The parameters of a function, method, partial or callable object.

    What a partial has bound already is not among them.

    Raises:
        ToolDefinitionError: a parameter has no annotation or one that cannot be resolved, or takes
            any number of arguments (`*args`, `**kwargs`).
    """
    try:
        declared = inspect.signature(function).parameters
    except (TypeError, ValueError) as error:
        raise ToolDefinitionError(f"{function!r} has no signature to be read") from error
    namespace = getattr(defined(function), "__globals__", {})
    bound: dict[str, Any] = function.keywords if isinstance(function, functools.partial) else {}
    parameters: list[Parameter] = []
    context = None
    positional: dict[str, Any] = {}
    for name, parameter in declared.items():
        if name in bound:
            continue
        annotation = _resolved(parameter, namespace)
        if parameter.kind is inspect.Parameter.POSITIONAL_ONLY:
            positional[name] = parameter.default
        if annotation is ToolContext:
            context = name
            continue
        try:
            parameters.append(Parameter(name, with_meta(annotation), parameter.default))
        except (ToolDefinitionError, TypeError, ValueError) as error:
            raise ToolDefinitionError(f"parameter `{name}`: {error}") from error
    return Signature(tuple(parameters), context, positional)


def without_partials(function: Callable[..., Any]) -> Callable[..., Any]:
    """The callable that a partial, or one of another, is made of."""
    while isinstance(function, functools.partial):
        function = function.func
    return function


def defined(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function that a callable comes down to: it has the docstring and the globals."""
    inner = without_partials(function)
    unwrapped: Callable[..., Any]
    unwrapped = inspect.unwrap(inner if inspect.isroutine(inner) else type(inner).__call__)
    return unwrapped


def _resolved(parameter: inspect.Parameter, namespace: dict[str, Any]) -> Any:
    """The annotation of a parameter, also if it is written as text."""
    name = parameter.name
    if parameter.kind in {inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD}:
        raise ToolDefinitionError(f"parameter `{parameter}`: a model has to know each by name")
    if parameter.annotation is inspect.Parameter.empty:
        hint = "; of a method, take the bound one: tool(object.method)" if name == "self" else ""
        raise ToolDefinitionError(f"parameter `{name}` has no annotation{hint}")
    annotated = SimpleNamespace(__annotations__={name: parameter.annotation})
    try:
        return get_type_hints(annotated, namespace, include_extras=True)[name]
    except (NameError, AttributeError, TypeError, SyntaxError) as error:
        raise ToolDefinitionError(
            f"parameter `{name}`: the annotation {parameter.annotation!r} cannot be resolved "
            f"({error})"
        ) from error
