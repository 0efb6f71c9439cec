"""Answer a question from passages of files, with the passage each statement is from."""

import itertools
import math
import re
from collections.abc import Sequence

from attrs import frozen

from .spans import Span, listed_with, values
from .types import Passage, Segment
from .units import Unit, units
from .words import STOP, any_related, related, same, stem, stemmed, stems, words

_LIGHT = stemmed(
    """
    year date day time name number person place kind type way file document documented text word
    mention mentioned state stated list information value find fact called according attached
    say said written exactly uploaded explain describe answer question look tell following
    """
)
_ALL = re.compile(r"\b(?:all|both|every|each|list)\b", re.IGNORECASE)
_NUMERIC = re.compile(
    r"\b(?:how (?:many|much|long|old|far|tall)|when|number|price|cost|code|date|year)\b"
)
_PARTS = re.compile(
    r"(?<=[?.!])\s+|\s*[,;]?\s+and\s+(?=(?:what|who|when|where|which|how|why|is|does|do|are)\b)"
    r"|\s*[,;]\s*(?=(?:what|who|when|where|which|how|why)\b)",
    re.IGNORECASE,
)
_HINTS = {"how many": "quantity", "how much": "price", "when": "date", "where": "place"}
_ENOUGH = 0.36
_MOST = 40
_NOT_SAID = "The files I searched do not say"


@frozen
class _Wanted:
    """A word of the question: what is like it in the files, its weight, and if it is needed."""

    alike: frozenset[str]
    akin: frozenset[str]
    weight: float
    needed: bool

    def share(self, unit: Unit) -> float:
        """Return how well the word is found: itself, a related one, or around the piece."""
        if not self.alike.isdisjoint(unit.own):
            return 1.0
        if not self.akin.isdisjoint(unit.own):
            return 0.8
        return 0.0 if self.alike.isdisjoint(unit.around) else 0.7


@frozen
class _Match:
    unit: Unit
    score: float
    coverage: float


def answer(question: str, passages: Sequence[Passage]) -> list[Segment]:
    """Return what the passages say about the question, or that they do not."""
    pieces = units(passages)
    chosen: list[Unit] = []
    unsaid: list[str] = []
    for part in [each for each in _PARTS.split(question) if stems(each)]:
        for query, topic in _queries(part):
            found = _best(query, pieces, every=_ALL.search(part) is not None and not topic)
            chosen.extend(unit for unit in found if unit not in chosen)
            if not found:
                unsaid.append(topic)
    segments = [Segment(_sentence(unit.text), unit.passage) for unit in chosen]
    if unsaid and (not chosen or any(unsaid)):
        segments.append(Segment(_not_said([topic for topic in unsaid if topic])))
    return segments or [Segment(_not_said([]))]


def _not_said(topics: list[str]) -> str:
    return f"{_NOT_SAID} anything about {' or '.join(topics)}." if topics else f"{_NOT_SAID} that."


def _sentence(text: str) -> str:
    clean = text.strip().rstrip(",;")
    clean = clean[:1].upper() + clean[1:]
    return clean if clean.endswith((".", "!", "?")) else clean + "."


def _queries(part: str) -> list[tuple[str, str]]:
    """Ask for each thing of a list by itself: the codes of one thing and of another."""
    text, spans = values(part, ())
    for first in spans:
        listed = listed_with(first, [span for span in spans if span.start > first.start], text)
        if len(listed) > 1 and first.kind in ("name", "quoted", "code", "phrase"):
            return [
                (_without(text, [other for other in listed if other != span]), span.text)
                for span in listed
            ]
    return [(part, "")]


def _without(text: str, spans: list[Span]) -> str:
    for span in sorted(spans, key=lambda each: -each.start):
        text = text[: span.start] + " " + text[span.end :]
    return text


def _best(query: str, pieces: Sequence[Unit], *, every: bool) -> list[Unit]:
    """Return the smallest piece that has most of what is asked for, or all such pieces."""
    wanted = _wanted(query, pieces)
    others = _strange_pairs(query, pieces)
    matches = [_match(wanted, unit, query) for unit in pieces if not _differs(unit, others)]
    fitting = [match for match in matches if match.coverage >= _ENOUGH]
    if not fitting:
        return []
    top = max(fitting, key=lambda match: match.score)
    likely = [match for match in fitting if match.score >= top.score * 0.98 - 1e-9]
    shortest = min(likely, key=lambda match: len(match.unit.text))
    if not every:
        return [shortest.unit]
    near = [match for match in fitting if match.score >= top.score * 0.75]
    return _whole([match.unit for match in near])[:12]


def _whole(found: list[Unit]) -> list[Unit]:
    """Leave out a piece that is only a part of another one that was found."""
    return [
        unit
        for at, unit in enumerate(found)
        if not any(_within(unit, other, earlier=number < at) for number, other in enumerate(found))
    ]


def _within(unit: Unit, other: Unit, *, earlier: bool) -> bool:
    own, larger = set(unit.own), set(other.own)
    return (
        unit is not other
        and unit.passage == other.passage
        and (own < larger or (own == larger and earlier))
    )


def _wanted(query: str, pieces: Sequence[Unit]) -> list[_Wanted]:
    """Weigh the words of the question: rare ones more, names and what follows "of" most."""
    known = {word for unit in pieces for word in (*unit.own, *unit.around)}
    special = _special(query)
    complement = re.search(r"\b(?:of|for|about|named|called)\s+(.+)$", query, re.IGNORECASE)
    after = set(stems(complement[1])) if complement else set[str]()
    wanted: list[_Wanted] = []
    for word in list(dict.fromkeys(stems(query)))[:_MOST]:
        alike = frozenset(other for other in known if same(word, other))
        count = sum(not alike.isdisjoint((*unit.own, *unit.around)) for unit in pieces)
        weight = math.log(1 + len(pieces) / max(count, 1))
        weight *= 2.0 if word in special else 1.5 if word in after else 1.0
        if word in _LIGHT and not count:
            weight *= 0.2
        akin = frozenset(other for other in known if related(word, other))
        wanted.append(_Wanted(alike, akin, weight, word in special and not word.isdigit()))
    return [*wanted, *_hinted(query, known)]


def _hinted(query: str, known: set[str]) -> list[_Wanted]:
    """Look a little for what "how many", "when" and the like ask for, where files name it."""
    hinted = [stem(hint) for phrase, hint in _HINTS.items() if phrase in query.lower()]
    akin = [frozenset(each for each in known if related(hint, each)) for hint in hinted]
    return [_Wanted(each, each, 0.3, needed=False) for each in akin if each]


def _special(query: str) -> set[str]:
    """Return the stems of names and other exact things in the question."""
    kinds = ("name", "quoted", "code", "number")
    exact = [span.text for span in values(query, ())[1] if span.kind in kinds]
    return {stem(word) for text in exact for word in words(text)}


def _strange_pairs(query: str, pieces: Sequence[Unit]) -> list[tuple[str, str]]:
    """Return neighbours of which no piece knows the first: "green key" where no key is green."""
    known = {word for unit in pieces for word in (*unit.own, *unit.around)}
    every = [stem(word) if word not in STOP else "" for word in words(query)]
    return [
        (one, other)
        for one, other in itertools.pairwise(every)
        if one and other and one not in _LIGHT and not any_related(one, known)
    ]


def _differs(unit: Unit, pairs: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a piece speaks of another thing of the kind: "red key" is no "green key"."""
    every = [stem(word) if word not in STOP else "" for word in words(unit.text)]
    return any(
        before and same(word, other)
        for _, other in pairs
        for before, word in itertools.pairwise(every)
    )


def _match(wanted: Sequence[_Wanted], unit: Unit, query: str) -> _Match:
    """Compare what is wanted with a piece."""
    score = sum(each.share(unit) * each.weight for each in wanted)
    total = sum(each.weight for each in wanted) or 1.0
    needed = [each for each in wanted if each.needed]
    lacking = bool(needed) and all(
        each.alike.isdisjoint((*unit.own, *unit.around)) for each in needed
    )
    bonus = 0.2 if _NUMERIC.search(query.lower()) and re.search(r"\d", unit.text) else 0.0
    return _Match(unit, score + bonus, 0.0 if lacking else score / total)
