"""Decide the next turn of a run."""

import json
import re

from attrs import evolve

from . import maths, reading
from .calls import Planner, demanded, key
from .clauses import Clause, Reading, read_clauses
from .functions import chosen, read_function
from .outputs import sentence
from .types import Answer, Call, CallFunctions, Conversation, RunCode, Search, Segment, Turn
from .values import find_values, is_bare
from .words import all_stems

_CONTINUING = re.compile(r"^\s*(?:and|or|what about|how about|now|also)\b", re.I)
_NAME = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’-]*)*"
_ADDRESSED = re.compile(
    rf"\b(?i:address|call|refer to|greet) (?:the )?(?:user|customer|me|them|him|her) "
    rf"(?:as |by the name of |by(?: the)? name )?\s*['\"“]?(?P<name>{_NAME})"
)
_LONGEST = 4000
_MOST_CALLS = 20
_SEARCHES = ("file_search", "retrieval")
_STAND_IN = "I am a stand-in for a model and follow simple rules"
_SUMS = "compute sums with + - * / ^ ( ), % of something and roots, and solve linear equations"


def plan(conversation: Conversation) -> Turn:
    """Return what to do next: call functions, run code, search files, or answer."""
    turn = _next(conversation)
    found = _ADDRESSED.search(conversation.instructions or "")
    if found is None or not isinstance(turn, Answer):
        return turn
    first, *rest = turn.segments
    return Answer((evolve(first, text=f"{found['name'].rstrip('.')}, {first.text}"), *rest))


def _next(conversation: Conversation) -> Turn:
    choice = conversation.tool_choice
    lacking = _lacking(conversation)
    if lacking:
        return Answer((Segment(f"{_STAND_IN}. {lacking}."),))
    if choice not in ("auto", "required"):
        conversation = evolve(
            conversation,
            functions=tuple(each for each in conversation.functions if each.name == choice),
            code_interpreter=choice == "code_interpreter",
            file_search=choice in _SEARCHES,
        )
    run = _Run(conversation)
    if run.new:
        return CallFunctions(tuple(run.new if conversation.parallel else run.new[:1]))
    forced = choice != "auto" and not conversation.calls
    return run.tool() or (run.forced_tool() if forced else run.answer())


def _lacking(conversation: Conversation) -> str:
    """Say why the run cannot use the tools that it has to use, if there is a reason."""
    choice = conversation.tool_choice
    tools: dict[str, object] = {f"function {each.name}": each for each in conversation.functions}
    tools["code interpreter"] = conversation.code_interpreter
    tools["file search"] = conversation.file_search
    if choice == "none":
        return "I may use no tools, and without them I know nothing"
    if choice == "required":
        return "" if any(tools.values()) else "I have to use a tool, and there are no tools"
    named = {"code_interpreter": "code interpreter", **dict.fromkeys(_SEARCHES, "file search")}
    tool = named.get(choice, f"function {choice}")
    return "" if choice == "auto" or tools.get(tool) else f"This run has no {tool} to use"


class _Run:
    """The conversation so far, with what its last question asks."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.functions = tuple(read_function(each) for each in conversation.functions)
        said = [each.text.strip() for each in conversation.messages if each.role == "user"]
        half = _LONGEST // 2  # a question stands at the beginning or the end of a long text
        texts = [f"{one[:half]}\n{one[-half:]}" if one[_LONGEST:] else one for one in said if one]
        self.question = texts[-1] if texts else ""
        self.asks = read_clauses(self.question, self.functions)
        if texts[1:] and (_CONTINUING.match(texts[-1]) or is_bare(texts[-1])):
            same = chosen(texts[-2], self.functions)
            if same and not self.asks.clauses:
                self.asks = Reading((Clause(self.question, same),))
        made = {key(each): each for each in self.used("function")}
        planner = Planner(self.functions, made)
        self.wanted = planner.want(self.asks.clauses, conversation.instructions or "")
        every = {key(each): each for each in self.wanted.first + self.wanted.ready}
        self.new = [call for name, call in every.items() if name not in made][:_MOST_CALLS]

    def used(self, kind: str) -> list[Call]:
        return [each for each in self.conversation.calls if each.kind == kind]

    def tool(self) -> Turn | None:
        """Return the use of another tool for what is not for functions."""
        if self.asks.problem and self.conversation.code_interpreter and not self.used("code"):
            return RunCode(maths.program(self.asks.problem))
        if self.asks.unread and self.conversation.file_search and not self.used("search"):
            return Search(" ".join(self.asks.unread) if self.asks.clauses else self.question)
        return None

    def forced_tool(self) -> Turn:
        """Return the use of a tool that nothing in the question asks for."""
        if self.conversation.file_search:
            return Search(self.question)
        if not self.functions:
            return RunCode(maths.NOTHING_TO_COMPUTE)
        heard = all_stems(self.question)
        closest = max(self.functions, key=lambda each: len(each.words & heard))
        return CallFunctions((demanded(closest, self.question),))

    def answer(self) -> Answer:
        """Answer from everything the run has found out, and say what it has not."""
        known = {each.name: each for each in self.functions}
        texts = [sentence(call, known.get(call.name)) for call in self.used("function")]
        texts += [maths.told(call.output, call.error) for call in self.used("code")]
        segments = [Segment(text) for text in texts]
        if self.used("search"):
            parts = self.asks.unread or (self.question,)
            segments += reading.answer(parts, self.conversation.passages)
        if self.wanted.missing:
            needs = [f"{each.name} (for {function.name})" for function, each in self.wanted.missing]
            segments.append(Segment(f"I still need to know: {', '.join(dict.fromkeys(needs))}."))
        if unused := self._unused():
            segments.append(Segment(f"I did not use {', '.join(unused)}."))
        if not segments:
            segments.append(Segment(f"{_STAND_IN}. {self._limits()}"))
        elif self.asks.unread and not self.used("search"):
            segments.append(Segment(self._limits()))
        return Answer((segments[0], *(evolve(each, text=f" {each.text}") for each in segments[1:])))

    def _unused(self) -> list[str]:
        """Return the numbers and names of the question that no call was made with."""
        made = [dict(each.arguments) for each in self.used("function")]
        told = json.dumps(made, ensure_ascii=False, default=str)
        own = frozenset(word for each in self.functions for word in each.words)
        found = [each for clause in self.asks.clauses for each in find_values(clause.text, own)]
        exact = [each for each in found if made and each.kind not in ("phrase", "quoted", "url")]
        numbers = {each.text: str(each.number) for each in exact if each.kind == "number"}
        return [each.text for each in exact if numbers.get(each.text, each.text) not in told]

    def _limits(self) -> str:
        """Say what cannot be answered, and what can be done with the tools there are."""
        if self.asks.problem:
            return "I cannot compute this without the code interpreter."
        able = [f"call {each.name} ({each.description})" for each in self.functions]
        able += [_SUMS] if self.conversation.code_interpreter else []
        able += ["look for sentences in the files"] if self.conversation.file_search else []
        quoted = " and ".join(f"“{each}”" for each in self.asks.unread if self.asks.clauses)
        can = "; ".join(able).replace(" ()", "") or "answer nothing, as it has no tools"
        return f"I cannot answer {quoted or 'this'}: all I can do in this run is {can}."
