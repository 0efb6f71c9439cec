"""What the planner is told (a Conversation) and what it decides (a Turn)."""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen


def _no_arguments() -> Mapping[str, Any]:
    return {}


@frozen
class Utterance:
    """One message of the thread, as text."""

    role: str
    text: str


@frozen
class FunctionSpec:
    """A function the caller offers; `parameters` is the JSON schema of its arguments."""

    name: str
    description: str = ""
    parameters: Mapping[str, Any] = field(factory=_no_arguments)


@frozen
class Call:
    """A call made earlier in this run, with what came back.

    `kind` says which tool it was. For code, `arguments` is `{"input": source}`, `output` what the
    program printed and `error` why it stopped early. For a search, `arguments` is
    `{"query": text}`.
    """

    kind: Literal["function", "code", "search"]
    name: str
    arguments: Mapping[str, Any] = field(factory=_no_arguments)
    output: str = ""
    error: str | None = None


@frozen
class Passage:
    """A piece of an attached file that a search found."""

    file_id: str
    filename: str
    text: str
    score: float = 0.0


@frozen
class Conversation:
    """Everything the planner may look at.

    `messages` are in the order they were written; the last one of the user is the question.
    `instructions` are those of the assistant and of the run together. `tool_choice` is "auto",
    "none", "required", "code_interpreter", "file_search" or the name of a function. `passages`
    are what the searches among `calls` found, best first.
    """

    instructions: str | None
    messages: tuple[Utterance, ...]
    functions: tuple[FunctionSpec, ...] = ()
    code_interpreter: bool = False
    file_search: bool = False
    calls: tuple[Call, ...] = ()
    tool_choice: str = "auto"
    parallel: bool = True
    passages: tuple[Passage, ...] = ()


@frozen
class Segment:
    """A stretch of the answer; `citation` is the index of the passage it was taken from."""

    text: str
    citation: int | None = None


@frozen
class Answer:
    """The run is done: this is the message. Citation markers belong right after their segment."""

    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The whole message, without markers."""
        return "".join(segment.text for segment in self.segments)


@frozen
class FunctionCall:
    """One function to call, with its arguments."""

    name: str
    arguments: Mapping[str, Any]


@frozen
class CallFunctions:
    """Ask the caller for the results of these functions: one, or several that are independent."""

    calls: tuple[FunctionCall, ...]


@frozen
class RunCode:
    """Run this Python program in the sandbox."""

    source: str


@frozen
class Search:
    """Search the attached files."""

    query: str


Turn = Answer | CallFunctions | RunCode | Search
