"""Functions from the text of a signature."""

from collections.abc import Callable
from typing import Any

from openai_assistants.tools import FunctionTool, ToolContext, tool

from . import known_types


def tool_with(signature: str, docstring: str = "", **options: Any) -> FunctionTool[..., Any]:
    """A tool whose function has a signature, such as "city: str, days: int = 1"."""
    namespace = {**vars(known_types), "ToolContext": ToolContext}
    exec(f"def function({signature}):\n    {docstring!r}\n    return locals()", namespace)
    function: Callable[..., Any] = namespace["function"]
    return tool(function, **options)
