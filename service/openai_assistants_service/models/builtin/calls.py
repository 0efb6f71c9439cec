"""Calls: which functions to call now, with values of the question and of earlier outputs."""

import itertools
import json
import re
from collections.abc import Sequence
from typing import Any

from attrs import Factory, define, frozen

from .arguments import Several, fill, from_output
from .clauses import Clause
from .functions import Function, Parameter
from .outputs import values_in
from .types import Call, FunctionCall
from .words import all_stems, words

_Path = tuple[Function, ...]
_Given = Several | Sequence[FunctionCall]
_DEEPEST = 4
_MOST = 20
_MOST_PROVIDERS = 3
_OWN = frozenset(words("my me i mine our"))
_VAGUE = all_stems("id name number code from to")
_ALWAYS = re.compile(r"\b(?:whenever|always|every time|each time|if possible)\b", re.I)


@define
class Wanted:
    """The calls that answer something, those they wait for, and what nobody says for others."""

    ready: list[FunctionCall] = Factory(list[FunctionCall])
    first: list[FunctionCall] = Factory(list[FunctionCall])
    missing: list[tuple[Function, Parameter]] = Factory(list[tuple[Function, Parameter]])


def key(call: Call | FunctionCall) -> str:
    return json.dumps([call.name, dict(call.arguments)], sort_keys=True, default=str)


@frozen
class Planner:
    """Plans calls of the functions that are offered; `made` are the calls so far, by their keys."""

    functions: tuple[Function, ...]
    made: dict[str, Call]

    def want(self, clauses: Sequence[Clause], instructions: str) -> Wanted:
        """Return what the clauses ask for, and what the instructions want whenever possible."""
        sentences = [each for each in re.split(r"[.\n]", instructions) if _ALWAYS.search(each)]
        heard = all_stems(" ".join(sentences))
        always = [each for each in self.functions if each.heads and each.heads <= heard]
        wanted = Wanted()
        for clause in clauses:
            found = [self._resolve(each, clause) for each in clause.functions]
            wanted.missing += [one for each in found for one in each.missing]
            besides = [each for each in always if not each.acts and each not in clause.functions]
            found += [self._resolve(each, clause) for each in besides]
            wanted.ready += [call for each in found for call in each.ready]
            wanted.first += [call for each in found if not each.missing for call in each.first]
        return wanted

    def _resolve(self, function: Function, clause: Clause, path: _Path = ()) -> Wanted:
        """Return the calls of a function for a clause."""
        others = [each.heads for each in clause.functions if each != function]
        filling = fill(function, clause.text, frozenset[str]().union(*others))
        arguments = dict(filling.arguments)
        wanted = Wanted()
        for parameter in filling.missing:
            given = self._given(parameter, clause, (*path, function))
            if isinstance(given, Several):
                arguments[parameter.name] = given
            elif given:
                wanted.first += given
            else:
                wanted.missing.append((function, parameter))
            if path and wanted.missing:
                break
        if not wanted.missing and not wanted.first:
            wanted.ready += _combinations(function, arguments)
        return wanted

    def _given(self, parameter: Parameter, clause: Clause, path: _Path) -> _Given:
        """Return what other functions say for a parameter, or the calls to make for it first."""
        for function in self._providers(parameter, clause, path):
            wanted = self._resolve(function, clause, path)
            found = wanted.first or self._outputs(parameter, wanted.ready)
            if found and not wanted.missing:
                return found
        return ()

    def _outputs(self, parameter: Parameter, calls: Sequence[FunctionCall]) -> _Given:
        """Return the values that calls gave for a parameter, or the calls if they are not made."""
        made = [self.made[key(each)] for each in calls if key(each) in self.made]
        if len(made) < len(calls):
            return calls
        found = [value for each in made for value in values_in(each, parameter)]
        typed = [from_output(parameter, value) for value in found[:_MOST]]
        fitting = tuple(each for each in typed if each is not None)
        return Several(fitting) if fitting else ()

    def _providers(self, parameter: Parameter, clause: Clause, path: _Path) -> list[Function]:
        """Return the functions that give what a parameter needs, those asked for first."""
        mine = not _OWN.isdisjoint(words(clause.text))
        able = [each for each in self.functions if each not in path and not each.acts]
        able = [each for each in able if each in clause.functions or each.required or mine]
        topic = parameter.named - _VAGUE
        by_name = [each for each in able if topic and topic <= each.named]
        by_words = [each for each in able if each.heads & parameter.described and len(topic) == 1]
        found = dict.fromkeys(by_name + by_words) if len(path) < _DEEPEST else {}
        return sorted(found, key=lambda each: each not in clause.functions)[:_MOST_PROVIDERS]


def demanded(function: Function, question: str) -> FunctionCall:
    """Return a call that the caller demands: what the question leaves open is left empty."""
    filling = fill(function, question)
    empty: dict[str, Any] = {"number": 0, "integer": 0, "boolean": False, "array": [], "object": {}}
    for each in filling.missing:
        content = each.schema.get("minimum") or empty.get(each.type, "")
        filling.arguments[each.name] = (each.choices or [content])[0]
    return _combinations(function, filling.arguments)[0]


def _combinations(function: Function, arguments: dict[str, Any]) -> list[FunctionCall]:
    """Return a call for each combination of several values."""
    options = [one if isinstance(one, Several) else (one,) for one in arguments.values()]
    every = itertools.islice(itertools.product(*options), _MOST)
    return [FunctionCall(function.name, dict(zip(arguments, one, strict=True))) for one in every]
