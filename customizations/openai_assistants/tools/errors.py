"""What goes wrong with tools.

AssistantsError
  ToolDefinitionError (also TypeError)  a function that cannot be offered as a tool
  InvalidArguments (also ValueError)    a model called a tool with what it does not take
  ToolNotFound                          a run calls functions that nobody registered
  ToolRoundsExceeded                    a run asked for tools more often than allowed
  UnsupportedAction                     a run requires something else than tool outputs
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from openai_assistants_core import AssistantsError

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run


class ToolDefinitionError(AssistantsError, TypeError):
    """A function, or a type, that cannot be described to a model; the message says which part."""


class InvalidArguments(AssistantsError, ValueError):
    """The arguments of a call are not JSON, or not what the tool takes; written for the model."""


class RunError(AssistantsError):
    """A run that the tool loop cannot carry on.

    Attributes:
        run: the run as last seen; it still waits for tool outputs, until it expires.
    """

    def __init__(self, message: str, run: "Run") -> None:
        super().__init__(message)
        self.run = run


class ToolNotFound(RunError):
    """A run calls functions that are not registered; nothing was called and nothing submitted.

    Attributes:
        names: the functions that are missing.
    """

    def __init__(self, run: "Run", names: Iterable[str], known: Iterable[str]) -> None:
        self.names = tuple(names)
        missing = ", ".join(f"`{name}`" for name in self.names)
        offered = ", ".join(f"`{name}`" for name in known) or "none"
        super().__init__(f"run {run.id} calls {missing}; registered tools: {offered}", run)


class ToolRoundsExceeded(RunError):
    """A run asked for tool outputs once more than `max_rounds` allows."""


class UnsupportedAction(RunError):
    """A run requires an action other than submitting tool outputs."""
