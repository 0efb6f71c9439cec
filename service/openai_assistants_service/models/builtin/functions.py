"""Decide which functions to call next."""

import itertools
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import Factory, define, frozen

from . import guessing
from .affinity import role
from .chaining import owner_of, providers, refers_back, spoken_of
from .choosing import Wish, clauses, domain, heard_words, imperative, strength, suggested, wishes
from .filling import Filled, fill
from .outputs import values_for
from .schemas import Function, Parameter, function
from .types import Conversation, FunctionCall
from .words import any_same

_MOST_CALLS = 24
_DEEPEST = 4
_MINE = re.compile(r"\b(?:my|our|me|i)\b", re.IGNORECASE)
_SURE = 2.0
_EXACT = 3.5
_LOOKING = ("find", "search", "look", "show", "list", "get")


@frozen
class Missing:
    """A required parameter for which there is no value."""

    function: Function
    parameter: Parameter


@define
class Resolution:
    """What is known about a call: ready to be made, waiting for others, or lacking something."""

    ready: list[FunctionCall] = Factory(list[FunctionCall])
    first: list[FunctionCall] = Factory(list[FunctionCall])
    missing: list[Missing] = Factory(list[Missing])


@frozen
class Decision:
    """The calls to make now, and what kept others from being made.

    `asked` are the functions wished for, `rest` is the part of the question that is for none.
    """

    calls: tuple[FunctionCall, ...]
    missing: tuple[Missing, ...]
    asked: tuple[Function, ...]
    rest: str


def decide(conversation: Conversation, question: str, context: str = "") -> Decision:
    """Return the function calls the question needs next, given those made already.

    `context` is an earlier question that this one continues ("and in ...?").
    """
    planner = _Planner(conversation, question, context)
    calls, missing = planner.plan()
    made = {_key(call.name, call.arguments) for call in conversation.calls}
    fresh = list({_key(each.name, each.arguments): each for each in calls}.values())
    fresh = [each for each in fresh if _key(each.name, each.arguments) not in made]
    room = max(0, _MOST_CALLS - len(conversation.calls))
    fresh = fresh[: room if conversation.parallel else min(room, 1)]
    asked = tuple(wish.function for wish in planner.wishes)
    return Decision(tuple(fresh), tuple(missing), asked, planner.rest)


def force(
    conversation: Conversation, question: str, name: str | None = None
) -> FunctionCall | None:
    """Return a call that has to be made: of the function named, or of the one that fits best."""
    offered = [function(spec) for spec in conversation.functions]
    offered = [each for each in offered if name is None or each.name == name]
    if not offered:
        return None
    heard = heard_words(question)
    planner = _Planner(conversation, question, "")
    ready = {each.name: planner.resolve(Wish(each, question), ()).ready for each in offered}
    best = max(offered, key=lambda each: (max(strength(heard, each), 0), bool(ready[each.name])))
    if ready[best.name]:
        return ready[best.name][0]
    filled = planner.fillings(Wish(best, question))
    arguments = {name: each.values[0] for name, each in filled.items()}
    for parameter in best.parameters:
        if parameter.required and parameter.name not in arguments:
            arguments[parameter.name] = guessing.forced(parameter, question)
    return FunctionCall(best.name, arguments)


def _key(name: str, arguments: Mapping[str, Any]) -> str:
    return name + json.dumps(arguments, sort_keys=True, default=str)


class _Planner:
    """Works out all calls one question needs, from the outputs there are."""

    def __init__(self, conversation: Conversation, question: str, context: str) -> None:
        self._question = question
        self._context = context
        self._instructions = conversation.instructions
        self._offered = [function(spec) for spec in conversation.functions]
        self._made = [call for call in conversation.calls if call.kind == "function"]
        self._known = tuple(
            {each for one in self._offered for each in (*one.heads, one.verb) if each}
        )
        self.wishes = wishes(question, self._offered)
        if context and not self.wishes:
            self.wishes = [Wish(wish.function, question) for wish in wishes(context, self._offered)]
        if not self.wishes:
            self.wishes = self._by_values()
        self.wishes += self._by_domain()
        self.rest = self._rest()

    def _rest(self) -> str:
        """Return the part of the question in which no function is wished for."""
        wished = [wish.clause for wish in self.wishes]
        if not wished or self._question in wished:
            return "" if wished else self._question
        apart = clauses(self._question, self._offered)
        return "\n".join(each for each in apart if each not in wished)

    def plan(self) -> tuple[list[FunctionCall], list[Missing]]:
        calls: list[FunctionCall] = []
        missing: list[Missing] = []
        for wish in self.wishes:
            resolution = self.resolve(wish, ())
            calls += resolution.first or resolution.ready
            missing += [] if resolution.first or resolution.ready else resolution.missing
        return calls + self._companions(calls), missing

    def _trusted(self, direct: Filled, parameter: Parameter, wish: Wish) -> bool:
        """Tell whether to take a value from the question rather than from another function."""
        if not direct.loose:
            return direct.sureness >= _SURE
        heard = heard_words(self._question)
        likely = providers(parameter, wish.function, heard, self._offered)
        better = any(spoken_of(other, wish.function, heard) for other in likely)
        return direct.sureness > _SURE and not better

    def _by_values(self) -> list[Wish]:
        """Return the function whose several parameters the question gives exactly, if any."""
        for one in self._offered:
            needed = [each.name for each in one.parameters if each.required]
            filled = fill(one, self._question, self._known)
            if (
                len(needed) > 1
                and not one.acts
                and all(_exact(one, filled, name) for name in needed)
            ):
                return [Wish(one, self._question)]
            if searches(one) and imperative(self._question) in _LOOKING:
                return [Wish(one, self._question)]
        return []

    def _by_domain(self) -> list[Wish]:
        """Where the question names what the assistant is for, return the functions it can fill."""
        general = domain(self._instructions, self._offered)
        if not any(any_same(word, general) for word in heard_words(self._question)):
            return []
        asked = [wish.function for wish in self.wishes]
        others = [one for one in self._offered if one not in asked and not one.acts]
        return [Wish(one, self._question) for one in others if self._fillable(one)]

    def _fillable(self, one: Function) -> bool:
        filled = fill(one, self._question, self._known)
        needed = [each for each in one.parameters if each.required and not each.choices]
        given = [filled.get(each.name) for each in needed]
        return bool(given) and all(each and not each.loose for each in given)

    def resolve(self, wish: Wish, trail: tuple[Function, ...]) -> Resolution:
        """Find a value for every parameter, or what has to be called to get one."""
        needy = wish.function
        filled = self.fillings(wish)
        result = Resolution()
        options: dict[str, Sequence[Any]] = {}
        for parameter in needy.parameters:
            direct = filled.get(parameter.name)
            first = self._owners(direct, needy) if direct else []
            if direct and not first and self._trusted(direct, parameter, wish):
                options[parameter.name] = direct.values
                continue
            found: Sequence[Any] = ()
            if first or self._needs(parameter, wish):
                likely = first or self._providers(parameter, wish)
                found = self._supplied(parameter, wish, likely, trail, result)
            found = found or (direct.values if direct and parameter.required else ())
            if found:
                options[parameter.name] = found
            elif parameter.required and not result.first:
                self._settle(parameter, wish, options, result)
        if not result.missing and not result.first:
            result.ready = _calls(needy, options)
        return result

    def fillings(self, wish: Wish) -> dict[str, Filled]:
        """Fill from the clause, and what is still needed from the whole question."""
        filled = fill(wish.function, wish.clause, self._known)
        for wider in (self._question, self._context):
            lacking = [each for each in wish.function.parameters if each.required]
            lacking = [each for each in lacking if each.name not in filled]
            if lacking and wider and wider != wish.clause:
                more = fill(wish.function, wider, self._known)
                sure = {name: each for name, each in more.items() if not each.loose}
                usable = sure if refers_back(wish.clause) else more
                filled |= {each.name: usable[each.name] for each in lacking if each.name in usable}
        return filled

    def _needs(self, parameter: Parameter, wish: Wish) -> bool:
        """Optional parameters are looked for where the question speaks of what provides them."""
        if parameter.type == "boolean" or parameter.required:
            return parameter.type != "boolean"
        heard = heard_words(wish.clause)
        likely = providers(parameter, wish.function, heard, self._offered)
        return bool(likely) and any(word in heard for word in likely[0].heads)

    def _owners(self, direct: Filled, needy: Function) -> list[Function]:
        """Return the functions whose result the question means, rather than the value itself."""
        readers = [each for each in self._offered if each is not needy and not each.acts]
        return [
            each
            for each in readers
            if any(owner_of(value, self._question, needy, each) for value in direct.values)
        ]

    def _supplied(
        self,
        parameter: Parameter,
        wish: Wish,
        likely: Sequence[Function],
        trail: tuple[Function, ...],
        result: Resolution,
    ) -> tuple[Any, ...]:
        """Return values from earlier outputs; note what to call first where there are none yet."""
        for other in likely:
            if other in trail or len(trail) >= _DEEPEST:
                continue
            outputs = [call.output for call in self._made if call.name == other.name]
            heard = heard_words(wish.clause)
            found = [each for output in outputs for each in values_for(parameter, output, heard)]
            if found:
                return tuple(_distinct(found))
            if outputs:
                continue
            resolution = self.resolve(self._wish(other, wish), (*trail, wish.function))
            if resolution.first or resolution.ready:
                result.first += resolution.first or resolution.ready
                return ()
        return ()

    def _wish(self, other: Function, wish: Wish) -> Wish:
        """Ask for another function with the words it was asked for, or else with these."""
        own = [each for each in self.wishes if each.function is other]
        return own[0] if own else Wish(other, wish.clause)

    def _providers(self, parameter: Parameter, wish: Wish) -> list[Function]:
        """Return what may provide the parameter: by its name, or because the question says so."""
        likely = providers(parameter, wish.function, heard_words(self._question), self._offered)
        others = [each.function for each in self.wishes if each.function is not wish.function]
        others = [each for each in others if each not in likely and not each.acts]
        kind = "choice" if parameter.choices else role(parameter)
        if refers_back(wish.clause) and kind in ("number", "text", "id", "entity"):
            return others + likely
        mine = not likely and kind == "entity" and _MINE.search(self._question)
        facts = [each for each in others if not each.parameters] if mine else []
        return likely + (others if kind == "number" else facts)

    def _settle(
        self,
        parameter: Parameter,
        wish: Wish,
        options: dict[str, Sequence[Any]],
        result: Resolution,
    ) -> None:
        """Take a value that goes without saying, or note that there is none."""
        given = {name: values[0] for name, values in options.items()}
        found = guessing.default(parameter, wish.function)
        if found is None:
            found = guessing.repeated(parameter, given, wish.function)
        if found is None:
            result.missing.append(Missing(wish.function, parameter))
        else:
            options[parameter.name] = (found,)

    def _companions(self, planned: Sequence[FunctionCall]) -> list[FunctionCall]:
        """Return calls the instructions suggest, with values that other calls have."""
        if not self.wishes:
            return []
        done = [*planned, *(FunctionCall(call.name, call.arguments) for call in self._made)]
        calls: list[FunctionCall] = []
        for companion in suggested(self._instructions, self._offered):
            if companion in [wish.function for wish in self.wishes]:
                continue
            needed = [each for each in companion.parameters if each.required]
            options = {each.name: self._shared(each, companion, done) for each in needed}
            if all(options.values()):
                calls += _calls(companion, options)
        return calls

    def _shared(
        self, parameter: Parameter, mine: Function, done: Iterable[FunctionCall]
    ) -> Sequence[Any]:
        """Return the values other calls have for a parameter that is described alike."""
        named = {each.name: each for each in self._offered if each is not mine}
        own = {*parameter.named, *parameter.described}
        found: list[Any] = []
        for call in done:
            theirs = named[call.name].parameters if call.name in named else ()
            found += [
                call.arguments[other.name]
                for other in theirs
                if other.name in call.arguments and own & {*other.named, *other.described}
            ]
        return _distinct(found)


def _exact(needy: Function, filled: Mapping[str, Filled], name: str) -> bool:
    """Tell whether the question gives the parameter beyond doubt."""
    number = any(each.name == name and role(each) == "number" for each in needy.parameters)
    return name in filled and filled[name].sureness >= (_SURE if number else _EXACT)


def searches(one: Function) -> bool:
    """Tell whether a function looks for whatever it is told to."""
    needed = [each for each in one.parameters if each.required]
    return one.verb in ("search", "find", "query") and [role(each) for each in needed] == ["text"]


def _calls(needy: Function, options: Mapping[str, Sequence[Any]]) -> list[FunctionCall]:
    """Return a call for every combination of values."""
    combined = itertools.product(*options.values())
    return [
        FunctionCall(needy.name, dict(zip(options, each, strict=True)))
        for each in itertools.islice(combined, _MOST_CALLS)
    ]


def _distinct(found: Iterable[Any]) -> list[Any]:
    kept: list[Any] = []
    for each in found:
        if each not in kept:
            kept.append(each)
    return kept
