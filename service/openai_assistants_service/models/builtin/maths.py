"""Find the sums and equations in a question, and write the program that computes them."""

import re

from attrs import frozen

from . import programs
from .expressions import (
    CONSTANTS,
    FUNCTIONS,
    Expression,
    Name,
    NotAnExpressionError,
    Number,
    Relation,
    degree,
    is_exact,
    parse,
    unknowns,
)
from .spoken import with_signs

_TOKEN = re.compile(r"\d+(?:\.\d+)?|\.\d+|[A-Za-z]+|<=|>=|\n|\S")
_SIGNS = set("+-*/^%()=<>") | {"<=", ">=", "mod"}
_CALLABLE = {*FUNCTIONS, "mean"}
_WORDS = {*_SIGNS, *_CALLABLE, *CONSTANTS}
_NO_SUM = re.compile(
    r"\d{4}-\d\d?-\d\d?|\b\d{3}-\d{4}\b|\d+/\d+/\d{2,4}|\b\d+:\d+|https?://\S+|\S+@\S+"
)
_LONGEST = 120


@frozen
class Token:
    """A word, number or sign, and where in the text it stands."""

    text: str
    start: int
    end: int


@frozen
class Found:
    """A piece of the question that is mathematics."""

    text: str
    content: Expression | Relation


def find(question: str) -> tuple[Found, ...]:
    """Return the sums, equations and inequalities in the question, in order."""
    text = _NO_SUM.sub(lambda hidden: "_" * len(hidden[0]), with_signs(question))
    found: list[Found] = []
    for run in _runs(text, _tokens(text)):
        found.extend(_read(text, run))
    return tuple(found)


def _tokens(text: str) -> list[Token]:
    found = [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]
    return [piece for token in found for piece in _pieces(token, text)]


def _pieces(token: Token, text: str) -> list[Token]:
    """Take "xy" right after a number or a parenthesis apart: 2xy is 2 * x * y."""
    letters = token.text
    joined = token.start > 0 and text[token.start - 1] in "0123456789)"
    if not (joined and letters.isalpha() and len(letters) == 2 and letters not in CONSTANTS):
        return [token]
    return [
        Token(letter, token.start + at, token.start + at + 1) for at, letter in enumerate(letters)
    ]


def _runs(text: str, tokens: list[Token]) -> list[list[Token]]:
    """Gather neighbouring tokens that can belong to one expression."""
    runs: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        if _belongs(text, tokens, at, runs[-1]):
            runs[-1].append(token)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _belongs(text: str, tokens: list[Token], at: int, run: list[Token]) -> bool:
    """Tell whether the token can go on the expression that `run` has begun."""
    word = tokens[at].text
    if word == "!":
        return bool(run) and run[-1].text[0].isdigit() and all(each.text != "=" for each in run)
    if word == ",":
        return _open(run)
    if word[0].isdigit() or word[:-1].startswith(".") or word in _WORDS:
        return True
    return len(word) == 1 and word.isalpha() and _is_unknown(text, tokens, at)


def _open(run: list[Token]) -> bool:
    """Tell whether a comma here separates the arguments of a function."""
    depth = 0
    for at in range(len(run) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(run[at].text, 0)
        if depth < 0:
            return at > 0 and run[at - 1].text in _CALLABLE
    return False


def _is_unknown(text: str, tokens: list[Token], at: int) -> bool:
    """A letter is an unknown where a sign is next to it, or a digit touches it."""
    here = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    signs = _SIGNS - {"(", ")", "%"}
    if (before and before.text in signs) or (after and after.text in signs):
        return True
    touching = text[here.start - 1 : here.start] + text[here.end : here.end + 1]
    return any(mark.isdigit() or mark in "()" for mark in touching)


def _read(text: str, run: list[Token]) -> list[Found]:
    """Read the longest parts of a run that parse and are more than a lone number or name."""
    run = run[:_LONGEST]
    for length in range(len(run), 1, -1):
        for start in range(len(run) - length + 1):
            part = run[start : start + length]
            content = _parsed(part)
            if content is None:
                continue
            found = Found(_written(text, part), content)
            return [*_read(text, run[:start]), found, *_read(text, run[start + length :])]
    return []


def _written(text: str, part: list[Token]) -> str:
    return re.sub(r"\s+", " ", text[part[0].start : part[-1].end]).strip()


def _parsed(part: list[Token]) -> Expression | Relation | None:
    try:
        content = parse([token.text for token in part])
    except NotAnExpressionError:
        return None
    alone = isinstance(content, Number | Name) or (len(part) == 2 and part[1].text == "%")
    return None if alone else content


def program(question: str) -> str | None:
    """Return a program that computes what the question asks, or None where it asks for no sum."""
    found = find(question)
    relations = [(each.text, each.content) for each in found if isinstance(each.content, Relation)]
    sums = [(each.text, each.content) for each in found if not isinstance(each.content, Relation)]
    known = {name for _, relation in relations for name in unknowns(relation)}
    sums = [(text, each) for text, each in sums if set(unknowns(each)) <= known]
    if not relations:
        return _evaluate(question, sums) if sums else None
    if not known:
        text, relation = relations[0]
        return programs.compare(text, relation)
    return _solve([(text, each) for text, each in relations if unknowns(each)], sums)


def _evaluate(question: str, sums: list[tuple[str, Expression]]) -> str:
    fractions = re.search(r"\d\s?/\s?\d", question) and not re.search(r"\d\.\d|%|percent", question)
    return programs.evaluate(sums, decimals=not fractions)


def _solve(relations: list[tuple[str, Relation]], sums: list[tuple[str, Expression]]) -> str | None:
    names = tuple(dict.fromkeys(name for _, each in relations for name in unknowns(each)))
    text, relation = relations[0]
    if len(relations) == 1 and len(names) == 1 and not sums:
        return programs.solve(text, relation, _method(relation))
    if len(names) == 1 and not sums:
        return "\n\n".join(programs.solve(*each, _method(each[1])) for each in relations)
    linear = all(degree(each) in (0, 1) and each.sign == "=" for _, each in relations)
    exact = all(is_exact(each) for _, each in relations) and all(is_exact(each) for _, each in sums)
    if linear and exact:
        return programs.solve_system(relations, names, sums)
    return None


def _method(relation: Relation) -> str:
    """Choose how to solve a relation in one unknown."""
    height = degree(relation) if is_exact(relation) else None
    if relation.sign != "=":
        return programs.INEQUALITY
    return programs.POLYNOMIAL if height is not None and height <= 2 else programs.SEARCH


LIMITS = "I solve one equation in one unknown, or several linear ones together, but not this."
NOTHING_TO_COMPUTE = 'print("I found nothing to compute in the question.")\n'


def sentence(question: str, printed: str) -> str:
    """Say what a program printed, together with what it was asked."""
    found = find(question)
    lines = (
        "; ".join(line for line in printed.splitlines() if line.strip()) or "nothing was printed"
    )
    known = [
        each for each in found if isinstance(each.content, Relation) and unknowns(each.content)
    ]
    if known:
        solved = " and ".join(each.text for each in known)
        return f"I solved {solved} with a small program. {_ended(lines)}"
    if len(found) == 1 and isinstance(found[0].content, Relation):
        return f"I checked {found[0].text} with a small program: it is {lines.lower()}."
    if len(found) == 1:
        return f"I computed it with a small program: {found[0].text} = {_ended(lines)}"
    return f"I computed it with a small program: {_ended(lines)}" if found else _ended(lines)


def _ended(text: str) -> str:
    return text if text.endswith(".") else text + "."
