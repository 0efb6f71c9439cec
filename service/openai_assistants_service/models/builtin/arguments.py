"""Arguments: what a clause says about each parameter of a function, by type, hint and order."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from attrs import Factory, define

from .functions import Function, Parameter
from .values import Value, find_values
from .words import all_stems, stem, words

_ID = all_stems("id number code no phone sku zip")
_PROSE = all_stems("text message body content title subject note comment query")
_ANY_KIND = ["quoted", "email", "name", "code", "phrase"]
_TOWARDS = {
    "from": all_stems("from origin source departure sender start"),
    "to": all_stems("to destination target recipient arrival end language"),
}
_AT = ("in", "at", "for", "on")
_ABBREVIATED = {"c": "celsius", "f": "fahrenheit", "km": "kilometer", "mi": "mile"}


class Several(tuple[Any, ...]):
    """Several values for one parameter: a call is made for each."""


@define
class Filling:
    """The arguments that a clause gives for a function, and the values it has left."""

    function: Function
    clause: str
    left: list[Value]
    arguments: dict[str, Any] = Factory(dict[str, Any])

    @property
    def missing(self) -> tuple[Parameter, ...]:
        """The required parameters of which the clause says nothing."""
        return tuple(each for each in self.function.required if each.name not in self.arguments)

    @property
    def open(self) -> list[Parameter]:
        unset = [each for each in self.function.parameters if each.name not in self.arguments]
        return [each for each in unset if not each.choices]

    def take(self, parameter: Parameter, values: Sequence[Value], content: Any) -> None:
        self.left = [each for each in self.left if each not in values]
        self.arguments[parameter.name] = content


def fill(function: Function, clause: str, others: frozenset[str] = frozenset()) -> Filling:
    """Return what a clause says about a function; `others` are stems that speak of others."""
    own = (function.words - function.given) | others
    values = [each for each in find_values(clause, own) if _is_of(function, clause, each, others)]
    filling = Filling(function, clause, values)
    _fill_choices(filling)
    _fill_plain(filling)
    return filling


def _is_of(function: Function, clause: str, value: Value, others: frozenset[str]) -> bool:
    """Tell whether a value is this function's: the mayor's in "age of the mayor of Rome"."""
    before = [stem(word) for word in words(clause[: value.start])]
    heads = [each for each in before if each in function.heads | others]
    return not heads or heads[-1] in function.heads or not function.heads & {*heads}


def _fill_choices(filling: Filling) -> None:
    """Set what is one of several choices, or on or off."""
    heard = words(filling.clause)
    for each in filling.function.parameters:
        said = [choice for choice in each.choices if _is_said(choice, heard)]
        if said:
            used = [one for one in filling.left if words(one.text) == words(str(said[0]))]
            filling.take(each, used, max(said, key=lambda choice: len(str(choice))))
        elif each.type == "boolean" and each.named & {"on", "enabl"} and {"on", "off"} & {*heard}:
            filling.take(each, (), "off" not in heard)
        elif each.type == "boolean" and (at := [stem(w) in each.named for w in heard]).count(True):
            before = heard[max(at.index(True) - 2, 0) : at.index(True)]
            filling.take(each, (), {"no", "not", "without"}.isdisjoint(before))


def _is_said(choice: object, heard: Sequence[str]) -> bool:
    """Tell whether a choice stands in a clause: all its words, or what it is short for."""
    said = {stem(word) for word in heard}
    wanted = all_stems(str(choice).replace("_", " "))
    in_full = stem(_ABBREVIATED.get(str(choice).lower(), ""))
    return in_full in said or (len(str(choice)) > 1 and bool(wanted) and wanted <= said)


def _fill_plain(filling: Filling) -> None:
    """Give values to the parameters that a word beside them names, then to the rest in order."""
    hints: tuple[Callable[[Parameter, Value], bool], ...] = (
        lambda each, one: (
            not each.named.isdisjoint(_TOWARDS.get(one.before.replace("into", "to"), ()))
        ),
        lambda each, one: bool({one.before, one.after} & _hints(each)),
        lambda each, one: each.required,
        lambda each, one: one.before in _AT and each.type == "string" and not filling.missing,
    )
    for hint in hints:
        for each in filling.open:
            fitting = [one for one in filling.left if _accepts(each, one) and hint(each, one)]
            if fitting:
                _give(filling, each, fitting[0], beside=hint in hints[:2])


def _hints(parameter: Parameter) -> frozenset[str]:
    """Return the words beside a value that say that it is meant; a number has its unit, too."""
    return parameter.named | (
        parameter.described if parameter.kind != "string" else frozenset[str]()
    )


def _accepts(parameter: Parameter, value: Value) -> bool:
    """Tell whether a value is of a kind that a parameter can take, by its type and its name."""
    known = parameter.kind in ("string", "number", "integer")
    if not known or all_stems(value.text) <= parameter.named:
        return False
    if parameter.kind != "string":
        low, high = (parameter.schema.get(each) for each in ("minimum", "maximum"))
        kinds = ("number", "percent") if "percent" in str(_hints(parameter)) else ("number",)
        return (
            value.kind in kinds
            and (parameter.kind == "number" or isinstance(value.number, int))
            and (not isinstance(low, int | float) or value.number >= low)
            and (not isinstance(high, int | float) or value.number <= high)
        )
    form = parameter.named | all_stems(str(parameter.schema.get("format") or ""))
    found = [[kind] for kind in ("email", "url", "date", "time") if stem(kind) in form]
    found += [["code", "number", "quoted", "name"]] if form & _ID else []
    found += [["quoted"]] if form & _PROSE else []
    word = value.kind == "name" and parameter.named & _ID and not value.text.isupper()
    return value.kind in (found or [_ANY_KIND])[0] and not word


def _give(filling: Filling, parameter: Parameter, value: Value, *, beside: bool) -> None:
    """Give a value to a parameter, or all of its enumeration if no others wait for those."""
    group = [one for one in filling.left if one.group == value.group and _accepts(parameter, one)]
    waiting = [each for each in filling.open if each.required and _accepts(each, value)]
    listed = parameter.type == "array"
    spread = len(waiting) == len(group) and not beside and not listed
    group = [value] if spread else group
    content = [one.text if parameter.kind == "string" else one.number for one in group]
    single = content if listed else content[0]
    filling.take(parameter, group, single if listed or len(group) == 1 else Several(content))


def from_output(parameter: Parameter, content: object) -> Any:
    """Return what a function gave as this argument, or None: a number is no town."""
    if isinstance(content, bool):
        return content if parameter.type == "boolean" else None
    number = re.fullmatch(r"\s*[-+]?\d{1,300}(\.\d{1,300})?\s*", str(content))
    if parameter.type == "string":
        return str(content) if not number or parameter.named & _ID else None
    if number and parameter.type in (("number",) if number[1] else ("number", "integer")):
        return float(number[0]) if number[1] else int(number[0])
    return None
