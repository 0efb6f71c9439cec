"""What the model is told (a Conversation) and what it decides (a Turn)."""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen


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
    parameters: Mapping[str, Any] = field(factory=dict[str, Any])


@frozen
class Call:
    """An earlier call in this run: a function, a program (`input`) or a search (`query`)."""

    kind: Literal["function", "code", "search"]
    name: str
    arguments: Mapping[str, Any] = field(factory=dict[str, Any])
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
    """Everything the model may look at; the last message by the user is the question."""

    instructions: str | None
    messages: tuple[Utterance, ...]
    functions: tuple[FunctionSpec, ...] = ()
    code_interpreter: bool = False
    file_search: bool = False
    calls: tuple[Call, ...] = ()
    tool_choice: str = "auto"  # or none, required, code_interpreter, file_search, a name
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
