"""Fill the parameters of a function from the values in a question."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from .affinity import role, score, value
from .choices import boolean, choose
from .schemas import Function, Parameter
from .spans import Span, listed_with, said, subject, values

CERTAIN = 5.0
_ENOUGH, _ENOUGH_FOR_OPTIONAL = 0.5, 4.0


@frozen
class Filled:
    """The values found for a parameter (several make several calls), and how sure they are."""

    values: tuple[Any, ...]
    sureness: float


@frozen
class _Pair:
    """A value that may be the parameter's."""

    parameter: Parameter
    span: Span
    score: float


def fill(function: Function, clause: str, known: Sequence[str]) -> dict[str, Filled]:
    """Return what the clause says about the parameters of the function."""
    text, spans = values(clause, (*known, *function.about))
    return _fill(function.parameters, text, list(spans))


def _fill(parameters: Sequence[Parameter], text: str, spans: list[Span]) -> dict[str, Filled]:
    found: dict[str, Filled] = {}
    taken: list[Span] = []
    for pair in _ranked(parameters, text, spans):
        if pair.parameter.name in found or _overlaps(pair.span, taken):
            continue
        together = _together(pair, text, [span for span in spans if not _overlaps(span, taken)])
        if len(together) > 1 and _others_wait(pair, parameters, found):
            together = together[:1]
        taken.extend(together)
        found[pair.parameter.name] = _filled(pair, together, text, spans, parameters)
    rest = [span for span in spans if not _overlaps(span, taken)]
    return found | _structured(parameters, found, text, rest)


def _ranked(parameters: Sequence[Parameter], text: str, spans: Sequence[Span]) -> list[_Pair]:
    """Return all pairs good enough, the best first."""
    pairs: list[_Pair] = []
    for parameter in parameters:
        target = _item(parameter)
        candidates = choose(target, text) if target.choices else [*spans, *_spoken(target, text)]
        for span in candidates:
            points = score(target, span, text, parameters)
            if points >= (_ENOUGH if parameter.required else _ENOUGH_FOR_OPTIONAL):
                pairs.append(_Pair(parameter, span, points))
    return sorted(pairs, key=lambda pair: -pair.score)


def _item(parameter: Parameter) -> Parameter:
    """Return what is filled: the parameter, or the items of a list."""
    return parameter.inner[0] if parameter.type == "array" else parameter


def _spoken(parameter: Parameter, text: str) -> list[Span]:
    """Return what the question says in running words, for a parameter that is a text."""
    if role(parameter) != "text":
        return []
    found = [("said", said(text)), ("about", subject(text))]
    return [Span(kind, span.text, span.start, span.end) for kind, span in found if span]


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _together(pair: _Pair, text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the value and those listed with it."""
    target = _item(pair.parameter)
    same = choose(target, text) if target.choices else spans
    fitting = [span for span in same if target.choices or value(target, span) is not None]
    if pair.span.kind in ("said", "about"):
        return [pair.span]
    earlier = [span for span in fitting if span.start <= pair.span.start]
    for first in earlier:
        listed = listed_with(first, [span for span in fitting if span.start > first.start], text)
        if pair.span in listed:
            return listed
    return [pair.span]


def _others_wait(pair: _Pair, parameters: Sequence[Parameter], found: Mapping[str, Filled]) -> bool:
    """Tell whether another required parameter of the same kind still needs a value."""
    mine = role(_item(pair.parameter)), bool(_item(pair.parameter).choices)
    return pair.parameter.type != "array" and any(
        other.required
        and other.name not in found
        and other is not pair.parameter
        and (role(_item(other)), bool(_item(other).choices)) == mine
        for other in parameters
    )


def _filled(
    pair: _Pair,
    spans: Sequence[Span],
    text: str,
    every: Sequence[Span],
    siblings: Sequence[Parameter],
) -> Filled:
    target = _item(pair.parameter)
    if target.choices:
        chosen = [target.choices[int(span.text)] for span in spans]
    else:
        chosen = [value(target, _trimmed(span, text, every, siblings)) for span in spans]
    if pair.parameter.type == "array":
        return Filled((chosen,), pair.score)
    return Filled(tuple(dict.fromkeys(chosen)), pair.score)


def _trimmed(span: Span, text: str, spans: Sequence[Span], siblings: Sequence[Parameter]) -> Span:
    """Take a date or time off the end of running words where it has a parameter of its own."""
    if span.kind not in ("said", "about"):
        return span
    roles = {role(each) for each in siblings}
    end = span.start + len(span.text)
    for other in sorted(spans, key=lambda each: -each.start):
        if other.kind in roles and other.kind in ("date", "time") and other.end >= end:
            end = other.start
            end -= len(text[:end]) - len(re.sub(r"\s*\b(?:at|on|by|for)?\s*$", "", text[:end]))
    return Span(span.kind, text[span.start : end].strip().strip("\"'"), span.start, end)


def _structured(
    parameters: Sequence[Parameter], found: Mapping[str, Filled], text: str, spans: list[Span]
) -> dict[str, Filled]:
    """Fill what is no single value: yes and no, objects, lists of objects."""
    more: dict[str, Filled] = {}
    for parameter in parameters:
        if parameter.name in found:
            continue
        if parameter.type == "boolean" and not parameter.choices:
            answer = boolean(parameter, text)
            if answer is not None:
                more[parameter.name] = Filled((answer,), CERTAIN)
        elif parameter.type == "object":
            nested = _object(parameter, text, spans)
            if nested:
                more[parameter.name] = Filled((nested,), CERTAIN)
        elif parameter.type == "array" and parameter.inner[0].type == "object":
            items = _objects(parameter.inner[0], text, spans)
            if items:
                more[parameter.name] = Filled((items,), CERTAIN)
    return more


def _object(parameter: Parameter, text: str, spans: list[Span]) -> dict[str, Any] | None:
    """Fill the properties of an object; None where a required one is missing."""
    found = _fill(parameter.inner, text, spans)
    if any(each.required and each.name not in found for each in parameter.inner):
        return None
    return {name: filled.values[0] for name, filled in found.items()}


def _objects(item: Parameter, text: str, spans: list[Span]) -> list[dict[str, Any]]:
    """Fill one object from each piece of a list."""
    borders = [0, *(found.end() for found in re.finditer(r", and |, | and ", text)), len(text)]
    made: list[dict[str, Any]] = []
    for start, end in zip(borders, borders[1:], strict=False):
        inside = [span for span in spans if start <= span.start and span.end <= end]
        nested = _object(item, text, inside)
        if nested:
            made.append(nested)
    return made
