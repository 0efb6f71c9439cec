"""Clauses: the parts of a question, each with what can be done about it."""

import re
from collections.abc import Sequence

from attrs import define, frozen

from . import maths
from .functions import Function, chosen
from .values import is_bare
from .words import stems, words

_SEPARATOR = re.compile(
    r"(?<=[.?!])\s+|\s*;\s*|\s*\n\s*|,\s+(?:(?:and|or|then|but)\s+)*|\s+(?:(?:and|or|then|but)\s+)+",
    re.I,
)
_WHOLE = re.compile(
    r""""[^"]*"|“[^”]*”|(?<!\w)'(?:[^']|(?<=\w)'(?=\w))*'(?!\w)|, [A-Z]{2}\b|saying .*""", re.DOTALL
)
_ASKING = frozenset(
    words("what when where who whose which why how is are was were do does did can could will")
)
_MOST = 100


@define
class Clause:
    """A part of the question, with the functions or the sum it asks for."""

    text: str
    functions: tuple[Function, ...] = ()
    problem: maths.Problem = ()


@frozen
class Reading:
    """What was made of a question: `unread` are the parts that no function or sum is for."""

    clauses: tuple[Clause, ...] = ()
    problem: maths.Problem = ()
    unread: tuple[str, ...] = ()


def read_clauses(question: str, functions: Sequence[Function]) -> Reading:
    """Take a question apart; what is only a value goes on with the clause before."""
    whole = maths.read(question)
    if whole:
        return Reading(problem=whole)
    parts: list[Clause] = []
    for separator, text in _segments(question):
        part = Clause(text, chosen(text, functions), maths.read(text))
        if parts and not part.functions and not part.problem and _goes_on(parts[-1], part):
            parts[-1].text += separator + text
        elif stems(text):
            parts.append(part)
    rest = [part for part in parts if not part.functions]
    # A sum beside words that are not understood may be half of another one.
    terms = tuple(term for each in rest for term in each.problem)
    known = not rest or (all(part.problem for part in rest) and maths.can_be_solved(terms))
    return Reading(
        clauses=tuple(part for part in parts if part.functions),
        problem=terms if known else (),
        unread=() if known else tuple(each.text.strip(" ,.?!") for each in rest),
    )


def _segments(question: str) -> list[tuple[str, str]]:
    """Cut at the ends of sentences, at commas, at "and" and "or", but not inside of quotes."""
    masked = _WHOLE.sub(lambda found: "_" * len(found[0]), question)
    cuts = [(0, 0), *(found.span() for found in _SEPARATOR.finditer(masked))][:_MOST]
    ends = [*(start for start, _ in cuts[1:]), len(question)]
    return [(question[a:b], question[b:c]) for (a, b), c in zip(cuts, ends, strict=True) if b < c]


def _goes_on(before: Clause, part: Clause) -> bool:
    """Tell whether a part without a function or a sum is the rest of the one before."""
    if before.problem or before.text[-1] in ".?!" or not stems(part.text):
        return False
    if not before.functions:
        return _ASKING.isdisjoint(words(part.text)[:1])
    own = frozenset(word for each in before.functions for word in each.words)
    return is_bare(part.text, own) or part.text[0] in "0123456789-\"'“"
