"""Fill the parameters of a function from the values in a question."""

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from .affinity import counts, role, score, value
from .choices import boolean, choose
from .schemas import Function, Parameter
from .spans import Span, listed_with, said, subject, values

_CERTAIN = 5.0
_ENOUGH, _ENOUGH_FOR_OPTIONAL = 0.5, 4.0
_RUNNING = ("said", "about")


@frozen
class Filled:
    """The values found for a parameter (several make several calls), and how sure they are.

    They are loose when they are plain words that nothing marks as a value, or a name where an
    identifier is wanted: another function may know better.
    """

    values: tuple[Any, ...]
    sureness: float
    loose: bool = False


@frozen
class _Pair:
    """A value that may be the parameter's."""

    parameter: Parameter
    span: Span
    score: float


def fill(function: Function, clause: str, known: Sequence[str]) -> dict[str, Filled]:
    """Return what the clause says about the parameters of the function."""
    endings = [word for parameter in function.parameters for word in parameter.named]
    text, spans = values(clause, (*known, *function.about), endings)
    return _Filler(text, function.heads).fill(function.parameters, list(spans))


@frozen
class _Filler:
    """Distributes the values of one text."""

    text: str
    heads: tuple[str, ...]

    def fill(
        self, parameters: Sequence[Parameter], spans: list[Span], *, single: bool = False
    ) -> dict[str, Filled]:
        """Give every value to the parameter it suits best; `single` allows one value each."""
        found: dict[str, Filled] = {}
        taken: list[Span] = []
        pairs = self._ranked(parameters, spans)
        for pair in pairs:
            if pair.parameter.name in found or _overlaps(pair.span, _rivals(pair.span, taken)):
                continue
            together = [pair.span]
            if not single or pair.parameter.type == "array":
                free = [span for span in spans if not _overlaps(span, taken)]
                together = self._together(pair, free)
            if len(together) > 1 and _others_wait(pair, together, pairs, found):
                together = [pair.span]
            taken.extend(together)
            found[pair.parameter.name] = _filled(pair, together)
        rest = [span for span in spans if not _overlaps(span, taken)]
        return found | self._structured(
            [each for each in parameters if each.name not in found], rest
        )

    def _ranked(self, parameters: Sequence[Parameter], spans: Sequence[Span]) -> list[_Pair]:
        """Return all pairs good enough, the best first."""
        pairs: list[_Pair] = []
        for parameter in parameters:
            target = _item(parameter)
            if target.type in ("boolean", "object") and not target.choices:
                continue
            for span in self._candidates(target, spans, parameters):
                points = score(target, span, self.text, parameters)
                points += counts(target, span, self.text, self.heads)
                if points >= (_ENOUGH if parameter.required else _ENOUGH_FOR_OPTIONAL):
                    pairs.append(_Pair(parameter, span, points))
        return sorted(pairs, key=lambda pair: -pair.score)

    def _candidates(
        self, parameter: Parameter, spans: Sequence[Span], siblings: Sequence[Parameter]
    ) -> list[Span]:
        """Return the values to consider: listed ones, or all, with running words for a text."""
        if parameter.choices:
            return choose(parameter, self.text)
        if role(parameter) != "text":
            return list(spans)
        roles = {role(each) for each in siblings}
        found = [("said", said(self.text)), ("about", subject(self.text))]
        running = [evolve(span, kind=kind) for kind, span in found if span]
        trimmed = [_trimmed(span, self.text, spans, roles) for span in running]
        return [*spans, *(span for span in trimmed if span.text)]

    def _together(self, pair: _Pair, spans: Sequence[Span]) -> list[Span]:
        """Return the value and those listed with it."""
        if pair.span.kind in _RUNNING:
            return [pair.span]
        target = _item(pair.parameter)
        fitting = (
            choose(target, self.text)
            if target.choices
            else [span for span in spans if value(target, span) is not None]
        )
        for first in [span for span in fitting if span.start <= pair.span.start]:
            after = [span for span in fitting if span.start > first.start]
            listed = listed_with(first, after, self.text)
            if pair.span in listed:
                return listed
        return [pair.span]

    def _structured(self, parameters: Sequence[Parameter], spans: list[Span]) -> dict[str, Filled]:
        """Fill what is no single value: yes and no, objects, lists of objects."""
        more: dict[str, Filled] = {}
        for parameter in parameters:
            found: Any = None
            if parameter.type == "boolean" and not parameter.choices:
                found = boolean(parameter, self.text, self.heads)
            elif parameter.type == "object":
                found = self._object(parameter, spans)
            elif parameter.type == "array" and parameter.inner[0].type == "object":
                found = self._objects(parameter.inner[0], spans) or None
            if found is not None:
                more[parameter.name] = Filled((found,), _CERTAIN)
        return more

    def _object(self, parameter: Parameter, spans: list[Span]) -> dict[str, Any] | None:
        """Fill the properties of an object; None where something needed is not there."""
        found = self.fill(parameter.inner, spans, single=True)
        if any(each.required and each.name not in found for each in parameter.inner):
            return None
        return {name: filled.values[0] for name, filled in found.items()} or None

    def _objects(self, item: Parameter, spans: list[Span]) -> list[dict[str, Any]]:
        """Fill one object from each piece of a list."""
        ends = (found.end() for found in re.finditer(r", and |, | and ", self.text))
        borders = [0, *ends, len(self.text)]
        made: list[dict[str, Any]] = []
        for start, end in itertools.pairwise(borders):
            inside = [span for span in spans if start <= span.start and span.end <= end]
            nested = self._object(item, inside)
            if nested:
                made.append(nested)
        return made


def _item(parameter: Parameter) -> Parameter:
    """Return what is filled: the parameter, or the items of a list."""
    return parameter.inner[0] if parameter.type == "array" else parameter


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _rivals(span: Span, taken: Sequence[Span]) -> list[Span]:
    """Return the spans that keep this one from being taken; running words may include others."""
    return [other for other in taken if span.kind not in _RUNNING or other.kind in _RUNNING]


def _others_wait(
    pair: _Pair, together: Sequence[Span], pairs: Sequence[_Pair], found: Mapping[str, Filled]
) -> bool:
    """Tell whether another required parameter can only have one of the listed values."""
    if pair.parameter.type == "array":
        return False
    others = [each for each in pairs if each.parameter is not pair.parameter]
    waiting = {
        each.parameter.name
        for each in others
        if each.parameter.required and each.parameter.name not in found and each.span in together
    }
    return bool(waiting - {each.parameter.name for each in others if each.span not in together})


def _filled(pair: _Pair, spans: Sequence[Span]) -> Filled:
    """Turn the values into what the schema wants."""
    target = _item(pair.parameter)
    if target.choices:
        chosen = [target.choices[int(span.text)] for span in spans]
    else:
        chosen = [value(target, span) for span in spans]
    if pair.parameter.type == "array":
        return Filled((chosen,), pair.score)
    stands_in = role(target) == "id" and pair.span.kind in ("name", "email", "phone")
    loose = pair.span.kind == "phrase" or stands_in
    return Filled(tuple(dict.fromkeys(chosen)), pair.score, loose)


def _trimmed(span: Span, text: str, spans: Sequence[Span], roles: set[str]) -> Span:
    """Take a date or time off the end of running words where it has a parameter of its own."""
    end = span.end
    for other in sorted(spans, key=lambda each: -each.start):
        if other.kind in roles and other.kind in ("date", "time") and other.end == end:
            kept = re.sub(r"[\s,]*\b(?:(?:at|on|by|for)\b)?\s*$", "", text[: other.start])
            end = max(len(kept), span.start)
    return span if end == span.end else Span(span.kind, text[span.start : end], span.start, end)
