"""What a model is given for a turn: a Conversation, which is nothing but data."""

from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from ..json_types import JsonObject

ToolKind = Literal["function", "file_search", "code_interpreter"]
"""Whose tool it is: the caller's, or one that the engine runs."""


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
class CodeOptions:
    """The code interpreter that is offered.

    Attributes:
        language: what programs are written in, in words.
        folder: where they find the files of the run, and leave their own; None without files.
        files: the names of those of the run.
    """

    language: str = "Python"
    folder: str | None = None
    files: tuple[str, ...] = ()


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
class MadeFile:
    """A file that a program wrote, as it is stored; `image` if a message can show it."""

    file_id: str
    name: str
    image: bool

    @property
    def link(self) -> str:
        """What refers to it in an answer."""
        return f"sandbox:/mnt/data/{self.name}"


@frozen
class ToolCall:
    """A call made earlier in this run, with its result.

    Attributes:
        arguments: JSON text, as the model wrote it; `{"query": text}` for file_search,
            `{"input": source}` for code_interpreter.
        output: what the function returned or the program showed.
        error: why the program stopped early.
        passages: what the search found, best first.
        files: what the program wrote.
    """

    id: str
    kind: ToolKind
    name: str
    arguments: str
    output: str = ""
    error: str | None = None
    passages: tuple[Passage, ...] = ()
    files: tuple[MadeFile, ...] = ()


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
        file_search: None if file search is not offered; so with code_interpreter.
        response_format: as the request has it; None asks for plain text.
        max_completion_tokens: what is left for this run; None if there is no limit.
        prompt_tokens: how many tokens all this is, as far as the engine can tell.
        tenant: whose files its images are.
    """

    model: str
    instructions: str | None
    messages: tuple[Message, ...]
    turns: tuple[EarlierTurn, ...] = ()
    functions: tuple[FunctionSpec, ...] = ()
    file_search: FileSearchOptions | None = None
    code_interpreter: CodeOptions | None = None
    tool_choice: Literal["auto", "none", "required"] | NamedTool = "auto"
    parallel_tool_calls: bool = True
    response_format: JsonObject | None = None
    temperature: float | None = None
    top_p: float | None = None
    reasoning_effort: str | None = None
    max_completion_tokens: int | None = None
    prompt_tokens: int = 0
    tenant: str = ""

    @property
    def tool_calls(self) -> tuple[ToolCall, ...]:
        """The calls of all turns."""
        return tuple(call for turn in self.turns for call in turn.tool_calls)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """What all searches found."""
        return tuple(passage for call in self.tool_calls for passage in call.passages)

    @property
    def files(self) -> tuple[MadeFile, ...]:
        """What all programs wrote."""
        return tuple(file for call in self.tool_calls for file in call.files)

    @property
    def new_files(self) -> tuple[MadeFile, ...]:
        """What programs wrote since the run last said something."""
        files: list[MadeFile] = []
        for turn in self.turns:
            if turn.text:
                files.clear()
            files += [file for call in turn.tool_calls for file in call.files]
        return tuple(files)
