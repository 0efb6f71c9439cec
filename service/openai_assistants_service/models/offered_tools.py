"""The tools of a conversation, offered to a language model as functions."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from .conversation import CodeOptions, Conversation, FunctionSpec, Passage, ToolCall, ToolKind

_SEARCH = FunctionSpec(
    "file_search",
    "Search the user's files. Use it whenever the answer may be in them. Returns passages, each "
    "with the marker that cites it.",
    {
        "type": "object",
        "properties": {"query": {"type": "string", "description": "What to look for, in words."}},
        "required": ["query"],
    },
)
_SOURCE = {
    "type": "object",
    "properties": {"input": {"type": "string", "description": "The source of the program."}},
    "required": ["input"],
}
_CITE = (
    "Passages from the user's files. Behind each statement that rests on one, write its marker "
    "exactly as it stands here, brackets included."
)


@frozen
class OfferedTools:
    """What a model may call.

    Attributes:
        functions: the caller's, and one for each of the engine's tools.
        engine: the kinds of the engine's tools, by the names of their functions.
    """

    functions: Sequence[FunctionSpec]
    engine: Mapping[str, ToolKind]

    def kind(self, name: str) -> ToolKind:
        """Return whose tool it is that a model calls by this name."""
        return self.engine.get(name, "function")

    def name(self, kind: ToolKind, name: str) -> str:
        """Return the name by which the model knows a tool."""
        return next((known for known, one in self.engine.items() if one == kind), name)


def offered_tools(conversation: Conversation) -> OfferedTools:
    """Return what is offered: nothing where nothing may be called."""
    if conversation.tool_choice == "none":
        return OfferedTools((), {})
    functions = list(conversation.functions)
    taken = {one.name for one in functions}
    engine: dict[str, ToolKind] = {}
    kinds: list[tuple[FunctionSpec, ToolKind]] = []
    if conversation.file_search is not None:
        kinds.append((_SEARCH, "file_search"))
    if conversation.code_interpreter is not None:
        kinds.append((_code(conversation.code_interpreter), "code_interpreter"))
    for spec, kind in kinds:
        name = spec.name
        while name in taken:  # the caller may have a function of that name
            name += "_"
        functions.append(FunctionSpec(name, spec.description, spec.parameters))
        engine[name] = kind
    return OfferedTools(functions, engine)


def _code(options: CodeOptions) -> FunctionSpec:
    said = [
        f"Run a program in a sandbox, written in {options.language}. Use it for sums, maths and "
        "data. Returns what it prints; programs find what those before them defined."
    ]
    if options.folder is None:
        said.append("Programs have no files.")
    else:
        said.append(f"What programs write to {options.folder} the user gets.")
    if options.files:
        said.append(f"The user's files are in {options.folder}: {', '.join(options.files)}.")
    return FunctionSpec("code_interpreter", " ".join(said), _SOURCE)


def result_text(call: ToolCall) -> str:
    """Return what a model is told of a call that was made."""
    if call.kind == "file_search":
        return _passages(call.passages)
    shown = [part for part in (call.output, call.error) if part]
    return "\n".join(shown) or ("" if call.kind == "function" else "The program printed nothing.")


def _passages(found: Sequence[Passage]) -> str:
    if not found:
        return "Nothing was found."
    return "\n\n".join([_CITE, *(f"{one.marker}\n{one.text}" for one in found)])
