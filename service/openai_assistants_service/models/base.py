"""The protocol of a model: given a conversation, it yields the deltas of its next turn."""

from collections.abc import AsyncGenerator, Mapping
from typing import Any, Literal, Protocol

from attrs import field, frozen

from ..json_types import JsonObject

ToolKind = Literal["function", "file_search", "code_interpreter"]
"""Whose tool it is: the caller's, or one that the engine runs."""

FinishReason = Literal["stop", "tool_calls", "length", "content_filter"]
"""Why a turn ended, in the words of the chat completions API."""

ErrorCode = Literal["rate_limit_exceeded", "server_error", "invalid_prompt"]
"""The codes that `last_error` of a run may have."""


class ModelError(Exception):
    """The model cannot answer; the run fails, and its `last_error` has this code and message."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@frozen
class TextPart:
    """Text in a message."""

    text: str


@frozen
class ImagePart:
    """A reference to an image in a message: an uploaded file or a URL, one of the two."""

    file_id: str | None = None
    url: str | None = None
    detail: str | None = None


@frozen
class Message:
    """A message of the thread; `role` is "user" or "assistant"."""

    role: str
    content: tuple[TextPart | ImagePart, ...]

    @property
    def text(self) -> str:
        """The text parts, each on lines of its own."""
        return "\n".join(part.text for part in self.content if isinstance(part, TextPart))


def _no_parameters() -> Mapping[str, Any]:
    return {}


@frozen
class FunctionSpec:
    """A function of the caller; `parameters` is the JSON schema of its arguments."""

    name: str
    description: str = ""
    parameters: Mapping[str, Any] = field(factory=_no_parameters)
    strict: bool | None = None


@frozen
class FileSearchOptions:
    """The settings of the file search that is offered; a result scores between 0 and 1."""

    max_num_results: int | None = None
    score_threshold: float = 0.0


@frozen
class NamedTool:
    """The one tool that has to be used; for an engine's tool the name is the kind."""

    kind: ToolKind
    name: str


@frozen
class Passage:
    """A piece of a file that a search found; `marker` is what cites it in an answer."""

    marker: str
    file_id: str
    filename: str
    text: str
    score: float = 0.0


@frozen
class ToolCall:
    """A call made earlier in this run, with its result.

    Attributes:
        arguments: JSON text, as the model wrote it; `{"query": text}` for file_search,
            `{"input": source}` for code_interpreter.
        output: what the function returned or the program showed.
        error: why the program stopped early.
        passages: what the search found, best first.
    """

    id: str
    kind: ToolKind
    name: str
    arguments: str
    output: str = ""
    error: str | None = None
    passages: tuple[Passage, ...] = ()


@frozen
class EarlierTurn:
    """What the model said and called earlier in this run."""

    text: str
    tool_calls: tuple[ToolCall, ...] = ()


@frozen
class Conversation:
    """All that a model is given for a turn, in the terms of the chat completions API.

    Attributes:
        model: the name that the run gives.
        instructions: those of the assistant and of the run together.
        messages: the thread before the run, oldest first.
        turns: what has happened in the run itself, oldest first.
        file_search: None if file search is not offered.
        response_format: as the request has it; None asks for plain text.
        max_completion_tokens: what is left for this run; None if there is no limit.
    """

    model: str
    instructions: str | None
    messages: tuple[Message, ...]
    turns: tuple[EarlierTurn, ...] = ()
    functions: tuple[FunctionSpec, ...] = ()
    file_search: FileSearchOptions | None = None
    code_interpreter: bool = False
    tool_choice: Literal["auto", "none", "required"] | NamedTool = "auto"
    parallel_tool_calls: bool = True
    response_format: JsonObject | None = None
    temperature: float | None = None
    top_p: float | None = None
    reasoning_effort: str | None = None
    max_completion_tokens: int | None = None

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """The calls of all turns."""
        return tuple(call for turn in self.turns for call in turn.tool_calls)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What all searches found."""
        return tuple(passage for call in self.tool_calls for passage in call.passages)


@frozen
class TextDelta:
    """The next piece of the message. A marker in it, whole or in pieces, cites its passage."""

    text: str


@frozen
class ToolCallDelta:
    """The next piece of a tool call; the first of an `index` says what is called.

    Attributes:
        index: which call of the turn.
        id: of the call; without one the engine makes one.
        arguments: the next piece of the JSON text.
    """

    index: int
    arguments: str = ""
    id: str | None = None
    kind: ToolKind = "function"
    name: str = ""


@frozen
class Usage:
    """The tokens that a turn used; where a model does not count, the engine estimates."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached_tokens: int = 0
    reasoning_tokens: int = 0


@frozen
class Finish:
    """The end of the turn; only `Usage` may follow. A turn without it was cut short."""

    reason: FinishReason


Delta = TextDelta | ToolCallDelta | Usage | Finish


class Model(Protocol):
    """Whatever can take the turns of a run."""

    def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        """Yield the deltas of the next turn as they come.

        Closing the generator ends the work that was begun for it.

        Raises:
            ModelError: there is no answer, or no more of it.
        """
        ...
