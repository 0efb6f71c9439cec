"""Python callables as function tools."""

import functools
import inspect
import logging
import re
from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar, cast, overload

import msgspec

from . import docstrings
from .decoding import JsonDecoder
from .errors import InvalidArguments, ToolDefinitionError
from .parameters import parameters_schema, parameters_type
from .results import as_text, failure_text, readable
from .signature import ToolContext, defined, signature_of, without_partials
from .strict import sent_form

P = ParamSpec("P")
R = TypeVar("R")

_LOGGER = logging.getLogger("openai_assistants.tools")
_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")


class FunctionTool(Generic[P, R]):
    """A function that a model may call; called directly, it is that function.

    Attributes:
        function: the callable.
        name: what the model calls it by.
        description: what it does, for the model; empty if nothing says so.
        parameters: the JSON Schema of its parameters.
        strict: whether the service holds the model to the schema.
        timeout: seconds that a call may take; None leaves it to the tool loop.
        is_async: whether calling the function gives an awaitable.
    """

    function: Callable[P, R]
    __name__: str
    __wrapped__: Callable[P, R]

    def __init__(
        self,
        function: Callable[P, R],
        *,
        name: str | None = None,
        description: str | None = None,
        strict: bool | None = None,
        timeout: float | None = None,
    ) -> None:
        """Reads the signature and the docstring; see `tool` for the arguments."""
        if isinstance(function, FunctionTool):
            function = cast("Callable[P, R]", function.function)
        inner = defined(function)
        functools.update_wrapper(self, inner, updated=())
        self.__wrapped__ = function
        self.function = function
        self.name = _name_of(function) if name is None else name
        if not _NAME.fullmatch(self.name):
            raise ToolDefinitionError(
                f"{self.name!r} cannot be the name of a tool: up to 64 letters, digits, "
                "underscores and dashes"
            )
        docstring = docstrings.parse(inner.__doc__)
        if description is None:
            whole = without_partials(function)
            about = None if inspect.isroutine(whole) else type(whole).__doc__
            description = docstring.text or docstrings.parse(about).text
        self.description = description
        self.timeout = timeout
        self.is_async = inspect.iscoroutinefunction(inner)
        try:
            self._signature = signature_of(function)
            schema = parameters_schema(self._signature, docstring.parameters)
        except ToolDefinitionError as error:
            raise ToolDefinitionError(f"tool `{self.name}`: {error}") from error
        self._decoder: JsonDecoder[msgspec.Struct] = JsonDecoder(
            parameters_type(self._signature), schema
        )
        self.parameters, self.strict = sent_form(schema, strict, f"tool `{self.name}`")

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Calls the function itself."""
        return self.function(*args, **kwargs)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"

    def definition(self) -> dict[str, Any]:
        """The tool as it is sent in `tools`."""
        function: dict[str, Any] = {"name": self.name, "parameters": self.parameters}
        if self.description:
            function["description"] = self.description
        if self.strict:
            function["strict"] = True
        return {"type": "function", "function": function}

    def arguments(self, arguments: str, context: ToolContext) -> tuple[list[Any], dict[str, Any]]:
        """The positional and the named arguments to call the function with.

        Args:
            arguments: as the model wrote them: JSON text.
            context: which call it is.

        Raises:
            InvalidArguments: they are not what the function takes.
        """
        decoded = self._decoder.decode(arguments)
        values = {name: getattr(decoded, name) for name in decoded.__struct_fields__}
        given = {name: value for name, value in values.items() if value is not msgspec.UNSET}
        return self._signature.bind(given, context)

    def call(self, arguments: str, context: ToolContext) -> str:
        """The output for a call: the result, or in words for the model what went wrong.

        An exception of the function is logged with its traceback. An asynchronous function runs in
        an event loop of its own.

        Args:
            arguments: as the model wrote them: JSON text.
            context: which call it is.

        Raises:
            RuntimeError: the function is asynchronous, and this thread has a running event loop.
        """
        if self.is_async:
            import asyncio

            return asyncio.run(self.call_async(arguments, context))
        try:
            args, kwargs = self.arguments(arguments, context)
            return as_text(self._untyped(*args, **kwargs))
        except Exception as error:
            return self._failed(error, context)

    async def call_async(self, arguments: str, context: ToolContext) -> str:
        """The same as `call`, awaiting the function if it is asynchronous.

        One that is not runs at once, in this thread: see `is_async`.
        """
        try:
            args, kwargs = self.arguments(arguments, context)
            result = self._untyped(*args, **kwargs)
            return as_text(await result if inspect.isawaitable(result) else result)
        except Exception as error:
            return self._failed(error, context)

    @property
    def _untyped(self) -> Callable[..., Any]:
        return cast("Callable[..., Any]", self.function)

    def _failed(self, error: Exception, context: ToolContext) -> str:
        if isinstance(error, InvalidArguments):
            _LOGGER.info("tool %s, call %s: invalid arguments", self.name, context.call_id)
            return readable(f"Error: invalid arguments for `{self.name}`: {error}")
        _LOGGER.error("tool %s, call %s failed", self.name, context.call_id, exc_info=error)
        return failure_text(error)


@overload
def tool(
    function: Callable[P, R],
    /,
    *,
    name: str | None = None,
    description: str | None = None,
    strict: bool | None = None,
    timeout: float | None = None,
) -> FunctionTool[P, R]: ...
@overload
def tool(
    *,
    name: str | None = None,
    description: str | None = None,
    strict: bool | None = None,
    timeout: float | None = None,
) -> Callable[[Callable[P, R]], FunctionTool[P, R]]: ...
def tool(function: Callable[..., Any] | None = None, /, **options: Any) -> Any:
    """Makes a tool of a function, method, partial or callable object, sync or async.

    As a decorator, `@tool` or `@tool(name=...)`, it leaves the function callable as it was.

    Args:
        function: what answers the calls. All its parameters need annotations.
        name: what the model calls it by; the function's own name if not given.
        description: what the model is told; from the docstring if not given.
        strict: True demands a strict schema; False sends one that is not; None, the default, makes
            it strict where the types allow.
        timeout: seconds that a call may take.

    Raises:
        ToolDefinitionError: the function cannot be described, or not strictly; the message names
            the parameter.
    """
    if function is None:
        return functools.partial(FunctionTool, **options)
    return FunctionTool(function, **options)


def _name_of(function: Callable[..., Any]) -> str:
    whole = without_partials(function)
    name: str = getattr(whole, "__name__", type(whole).__name__)
    return name
