"""Function tools from Python callables, the tool loop, and structured outputs.

    from openai_assistants.tools import tool

    @tool
    def weather(city: str, unit: Literal["C", "F"] = "C") -> str:
        \"\"\"The weather in a city.\"\"\"

Nothing here does I/O; docs/tools.md says what becomes of each annotation.
"""

from .errors import (
    InvalidArguments,
    RunError,
    ToolDefinitionError,
    ToolNotFound,
    ToolRoundsExceeded,
    UnsupportedAction,
)
from .function_tool import FunctionTool, tool
from .registry import AnyTool, Definition, ToolRegistry
from .runner import (
    DEFAULT_MAX_ROUNDS,
    ApprovalHook,
    Approve,
    AsyncApprovalHook,
    Call,
    Decision,
    FunctionCall,
    Step,
    Submit,
    Wait,
    process_run,
)
from .schema import parse_as, response_format_for
from .signature import ToolContext

__all__ = [
    "DEFAULT_MAX_ROUNDS",
    "AnyTool",
    "ApprovalHook",
    "Approve",
    "AsyncApprovalHook",
    "Call",
    "Decision",
    "Definition",
    "FunctionCall",
    "FunctionTool",
    "InvalidArguments",
    "RunError",
    "Step",
    "Submit",
    "ToolContext",
    "ToolDefinitionError",
    "ToolNotFound",
    "ToolRegistry",
    "ToolRoundsExceeded",
    "UnsupportedAction",
    "Wait",
    "parse_as",
    "process_run",
    "response_format_for",
    "tool",
]
