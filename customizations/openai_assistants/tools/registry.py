"""The tools of a run: those that answer calls here, and those that are only sent."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from openai_assistants_core.jsonable import is_list_like, to_jsonable
from openai_assistants_core.model import Model, encode
from openai_assistants_core.model_dump import can_dump
from openai_assistants_core.sentinel import is_not_given

from .errors import ToolDefinitionError
from .function_tool import FunctionTool, tool

Definition: TypeAlias = Mapping[str, Any] | Model
"""A tool as it is sent: a dict, or an object such as CodeInterpreterTool."""

AnyTool: TypeAlias = FunctionTool[..., Any] | Callable[..., Any] | Definition


class ToolRegistry:
    """The tools given for a run.

    Args:
        tools: callables and FunctionTools answer calls; definitions are sent as they are.

    Raises:
        ToolDefinitionError: a callable cannot be described, or two have the same name.
    """

    def __init__(self, tools: Iterable[AnyTool]) -> None:
        self._functions: dict[str, FunctionTool[..., Any]] = {}
        self._definitions: list[Definition] = []
        if not is_list_like(tools):
            raise ToolDefinitionError(f"tools are a list, not {type(tools).__name__}")
        for each in tools:
            if is_not_given(each):
                continue
            if isinstance(each, Mapping | Model):
                self._definitions.append(cast("Any", each))
                continue
            if not callable(each) and can_dump(each):
                self._definitions.append(to_jsonable(each, "tools"))
                continue
            if isinstance(each, type) or not callable(each):
                raise ToolDefinitionError(f"{each!r} is neither a function nor a definition")
            function: FunctionTool[..., Any]
            function = cast("Any", each) if isinstance(each, FunctionTool) else tool(each)
            if function.name in self._functions:
                raise ToolDefinitionError(f"two tools are called `{function.name}`")
            self._functions[function.name] = function

    @property
    def names(self) -> tuple[str, ...]:
        """The functions that answer calls here."""
        return tuple(self._functions)

    def get(self, name: str) -> FunctionTool[..., Any] | None:
        """The function of that name, or None."""
        return self._functions.get(name)

    @property
    def needs_assistant_tools(self) -> bool:
        """Whether `to_send` depends on the assistant's own tools."""
        return bool(self._functions) and not self._definitions

    def to_send(self, assistant_tools: Sequence[Definition] = ()) -> list[Definition] | None:
        """What to give as `tools` when a run is created; None: nothing, the assistant's hold.

        A run's tools replace the assistant's. So definitions, if there are any, are all that is
        sent, with the functions that they do not define; else a function that the assistant does
        not define is sent together with the assistant's own tools.

        Args:
            assistant_tools: the tools of the assistant; only read if `needs_assistant_tools`.
        """
        base = self._definitions or list(assistant_tools)
        defined = {_function_name(each) for each in base}
        missing = [each for name, each in self._functions.items() if name not in defined]
        if not missing and not self._definitions:
            return None
        return [*base, *(each.definition() for each in missing)]


def _function_name(definition: Definition) -> str | None:
    """The name of a function that a definition defines; None for a tool of another type."""
    function: dict[str, Any] = encode(definition).get("function") or {}
    return function.get("name")
