"""Reading: the sentences of the passages that answer a question, with what they are from.

An English question is answered where every word of it is in the passages, lest what they do not
have be answered with something beside it. In other languages the closest sentence is quoted.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from .types import Passage, Segment
from .values import find_values
from .words import all_stems, normalized, stem, stems, words

_ENGLISH = frozenset(words("the is are what who whose how of does did which when where can my"))
# The end of a sentence or line; an answer stays with the question above it.
_SENTENCE_END = re.compile(
    r"(?<=[.!])(?<![A-Z][a-z]\.)\s+(?=[A-Z0-9\"'“(])|(?<=[。！？।؟])\s*|(?<!\?)\n\s*"
)
_WRAP = re.compile(r"(?<=[a-z])\n(?=[a-z]+ [a-z]+ )")
_CLAUSE_END = re.compile(r",? (?:while|whereas|but|and) ")
# What an answer says in other words than the question, or not at all.
_LIGHT = all_stems("name call mean say tell go happen work run need take people time number")
_LONGEST = 400


@frozen
class _Unit:
    """A sentence, line or clause; `near` has the words of what stands before it, too."""

    text: str
    passage: int
    own: frozenset[str]
    near: frozenset[str]


def answer(parts: Sequence[str], passages: Sequence[Passage]) -> list[Segment]:
    """Return what the passages say about each part of the question."""
    units = [unit for place, each in enumerate(passages) for unit in _units(place, each.text)]
    found: dict[str, Segment] = {}
    absent: list[str] = []
    for part in parts:
        chosen, missing = _covering(part, passages, units[:5000])
        found |= {each.text: Segment(each.text, each.passage) for each in chosen}
        absent += missing
    if absent or not found:
        about = " or ".join(dict.fromkeys(absent)) or "this"
        found[""] = Segment(f"The files do not say anything about {about}.")
    return list(found.values())


def _covering(
    question: str, passages: Sequence[Passage], units: Sequence[_Unit]
) -> tuple[list[_Unit], list[str]]:
    """Return units that have the words of a question, and the names in it that none has."""
    if not question.isascii() or _ENGLISH.isdisjoint(words(question)):
        return _closest(question, units), []
    held = frozenset(word for each in passages for word in stems(each.text))
    exact = [each for each in find_values(question) if each.kind in ("name", "quoted", "code")]
    names = [word for each in exact for word in re.findall(r"[^\W_]+", each.text) if stems(word)]
    absent = [word for word in names if stem(word.lower()) not in held]
    # "How high" and "the documented codes" ask for the same as "what" and "the codes".
    light = re.findall(r"how (\w+)|(\w+(?:ed|ly|ing))\b", question.lower())
    unneeded = _LIGHT | all_stems(f"{light} {absent}")
    asked = frozenset(stems(question))
    if asked - held <= unneeded and asked & held and (not names or len(absent) < len(names)):
        return _chosen(asked & held, all_stems(" ".join(names)), units), absent
    for place, text in enumerate(each.text for each in passages):
        if not text.isascii() and _ENGLISH.isdisjoint(words(text)):
            return [_Unit(text[:_LONGEST], place, asked, asked)], []
    return [], []


def _chosen(asked: frozenset[str], names: frozenset[str], units: Sequence[_Unit]) -> list[_Unit]:
    """Choose the unit that has most of the words, and others for names that it does not have."""
    left, chosen = asked, set[int]()
    while left and (not chosen or left & names):
        ranked = [
            (len(each.near & left), len(each.own & left), len(each.own & asked), -len(each.text))
            for each in units
        ]
        best = ranked.index(max(ranked))
        if not units[best].own & left:
            break
        chosen.add(best)
        left -= units[best].near
    return [units[at] for at in sorted(chosen)]


def _units(place: int, text: str) -> list[_Unit]:
    """Cut a passage into sentences and lines, and these into clauses."""
    units: list[_Unit] = []
    heading, before = "", ""
    for sentence in _SENTENCE_END.split(_WRAP.sub(" ", normalized(text))):
        if sentence.startswith("#"):
            heading = sentence
            continue
        around = frozenset(stems(f"{heading} {before}"))
        for piece in dict.fromkeys([sentence, *_CLAUSE_END.split(sentence)]):
            own = frozenset(stems(piece))
            shown = re.sub(r"\s+", " ", piece).strip("- ")[:_LONGEST]
            shown = shown[:1].title() + shown[1:]  # Georgian has no capitals
            units += [_Unit(shown, place, own, own | around)] if own else []
        # The rows of a table and the lines of a list do not speak of those above them.
        before = f"{before} {sentence}"[-2 * _LONGEST :] if sentence.endswith((".", "!")) else ""
    return units


def _closest(question: str, units: Sequence[_Unit]) -> list[_Unit]:
    """Return the unit that has most pairs of letters in common with the question."""
    pairs = [
        set(pairwise(normalized(text).casefold())) for text in (question, *(u.text for u in units))
    ]
    common = [len({(a, b) for a, b in each & pairs[0] if (a + b).isalnum()}) for each in pairs[1:]]
    return [units[common.index(max(common))]] if units else []
