"""Decide the next turn of a run."""

import re

from . import maths, reading
from .functions import Decision, Missing, decide, force
from .phrasing import describe, report
from .types import Answer, Call, CallFunctions, Conversation, RunCode, Search, Segment, Turn
from .words import stems

_CONTINUING = re.compile(r"^\s*(?:and|or|what about|how about|now|also)\b", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"\b(?i:address|call|refer to|greet) (?:the )?(?:user|customer|me|them|him|her) "
    r"(?:as |by the name of |by(?: the)? name )?\s*['\"“]?"
    r"(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’-]*)*)"
    r"|\b(?:user|customer)['’]s name is (?P<known>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)"
)
_LONGEST = 4000
_STAND_IN = (
    "I am the local stand-in for a model: I call functions, compute and search files, no more."
)


def plan(conversation: Conversation) -> Turn:
    """Return what to do next: call functions, run code, search files, or answer."""
    turn = _next(conversation)
    return _addressed(turn, conversation.instructions) if isinstance(turn, Answer) else turn


def _next(conversation: Conversation) -> Turn:
    question, context = _question(conversation)
    if conversation.tool_choice == "none":
        return _answer(f"{_STAND_IN} I was asked to use no tools, and without them I know nothing.")
    if conversation.tool_choice not in ("auto", "required"):
        return _named(conversation, question)
    decision = decide(conversation, question, context)
    if decision.calls:
        return CallFunctions(decision.calls)
    tool = _tool(conversation, decision)
    if tool is not None:
        return tool
    if conversation.tool_choice == "required" and not conversation.calls:
        forced = _forced(conversation, question)
        if forced is not None:
            return forced
    return _compose(conversation, question, decision.missing)


def _question(conversation: Conversation) -> tuple[str, str]:
    """Return the last question of the user, and the one before where it goes on from there."""
    said = [each.text.strip() for each in conversation.messages if each.role == "user"]
    asked = [_shortened(text) for text in said if text]
    if not asked:
        return "", ""
    continuing = len(asked) > 1 and _CONTINUING.match(asked[-1])
    return asked[-1], asked[-2] if continuing else ""


def _shortened(text: str) -> str:
    """Keep the beginning and the end of a long text, where a question stands."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}\n{text[-_LONGEST // 2 :]}"


def _tool(conversation: Conversation, decision: Decision) -> Turn | None:
    """Run code or search files for the part of the question that is not for functions."""
    used = {call.kind for call in conversation.calls}
    program = maths.program(decision.rest) if conversation.code_interpreter else None
    if program:
        return None if "code" in used else RunCode(program)
    searchable = conversation.file_search and "search" not in used and stems(decision.rest)
    return Search(decision.rest) if searchable else None


def _named(conversation: Conversation, question: str) -> Turn:
    """Use the one tool that was chosen, once, and answer from it."""
    if conversation.calls:
        return _compose(conversation, question, ())
    if conversation.tool_choice == "code_interpreter":
        return RunCode(maths.program(question) or maths.NOTHING_TO_COMPUTE)
    if conversation.tool_choice in ("file_search", "retrieval"):
        return Search(question)
    call = force(conversation, question, conversation.tool_choice)
    return CallFunctions((call,)) if call else _compose(conversation, question, ())


def _forced(conversation: Conversation, question: str) -> Turn | None:
    """Use some tool, because one has to be used."""
    if conversation.file_search:
        return Search(question)
    if conversation.functions:
        call = force(conversation, question)
        return CallFunctions((call,)) if call else None
    return RunCode(maths.NOTHING_TO_COMPUTE) if conversation.code_interpreter else None


def _compose(conversation: Conversation, question: str, missing: tuple[Missing, ...]) -> Answer:
    """Answer from everything the run has found out."""
    segments: list[Segment] = []
    made = [call for call in conversation.calls if call.kind == "function"]
    if made:
        segments.append(Segment(report(made, conversation.functions, question)))
    for call in conversation.calls:
        if call.kind == "code":
            segments.append(Segment(_computed(question, call)))
    if any(call.kind == "search" for call in conversation.calls):
        segments.extend(reading.answer(question, conversation.passages))
    if missing:
        segments.append(Segment(_lacking(missing)))
    return Answer(_spaced(segments)) if segments else _answer(_unable(conversation, question))


def _spaced(segments: list[Segment]) -> tuple[Segment, ...]:
    """Put a space before every segment but the first."""
    return tuple(
        Segment(" " + each.text if at else each.text, each.citation)
        for at, each in enumerate(segments)
    )


def _computed(question: str, call: Call) -> str:
    if call.error:
        return f"I wrote a program for it, but it stopped with an error: {call.error}."
    return maths.sentence(question, call.output.strip())


def _lacking(missing: tuple[Missing, ...]) -> str:
    """Ask for what is needed to call the functions that were asked for."""
    asked = dict.fromkeys((each.function.name, each.parameter.name) for each in missing)
    needs = [f"{parameter} (for {name})" for name, parameter in asked]
    return f"I still need to know: {', '.join(needs)}."


def _unable(conversation: Conversation, question: str) -> str:
    """Say honestly that there is no answer, and what could be asked instead."""
    if not stems(question):
        return f"Hello! {_STAND_IN}"
    if maths.find(question) and not conversation.code_interpreter:
        return f"{_STAND_IN} I cannot compute without the code interpreter."
    if maths.find(question):
        return f"{_STAND_IN} {maths.LIMITS}"
    if conversation.functions:
        offered = ", ".join(describe(spec) for spec in conversation.functions)
        return f"{_STAND_IN} None of the functions I was given fits the question: {offered}."
    return f"{_STAND_IN} I cannot answer this with the tools I was given."


def _answer(text: str) -> Answer:
    return Answer((Segment(text),))


def _addressed(answer: Answer, instructions: str | None) -> Answer:
    """Begin with the name the instructions want the user to be called by."""
    found = _ADDRESSED.search(instructions or "")
    if found is None:
        return answer
    name = (found["name"] or found["known"]).rstrip(".")
    first, *rest = answer.segments
    return Answer((Segment(f"{name}, {_lowered(first.text)}", first.citation), *rest))


def _lowered(text: str) -> str:
    """Begin in lower case, unless the first word is one that keeps its capital."""
    plain = re.match(r"(?:The|Your|There|It|This|That|Hello|Done|None)\b", text)
    return text[0].lower() + text[1:] if plain else text
