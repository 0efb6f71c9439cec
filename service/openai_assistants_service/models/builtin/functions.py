"""Functions: what a function says of itself, and whether a clause of the question asks for it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from attrs import frozen

from .types import FunctionSpec
from .words import all_stems, name_words, stem, stems

# Verbs of functions that look something up: nobody has to say them when asking.
_LOOKING_UP = all_stems(
    "get fetch retrieve return list find search look lookup read check query give tell is has show "
    "calculate compute count"
)
_READING = _LOOKING_UP | all_stems("convert translate estimate describe define compare sort solve")
_LITTLE = all_stems("by at of for from to in on with the a and or user current data info value")
_EXAMPLE = re.compile(r"[\s,;]*\(?\b(?:e\.g\.|for example|such as|like)[^.);]*[^);]*\)?", re.I)
_NEGATION = re.compile(r"\b(?:not|never|without)\b|n['’]t\b", re.I)
_FORBIDDING = re.compile(
    r"\W*(?:please )?(?:do not|don['’]t|never) (?:tell|give|show|get|look|check|find|call|use)\b",
    re.I,
)
_MOST_PARAMETERS = 50


@frozen(eq=False)
class Parameter:
    """One parameter of a function, with the stems of its name and of its description."""

    name: str
    type: str
    required: bool
    schema: Mapping[str, Any]
    named: frozenset[str]
    described: frozenset[str]

    @property
    def kind(self) -> str:
        items = as_object(self.schema.get("items"))
        return str(items.get("type") or "string") if self.type == "array" else self.type

    @property
    def choices(self) -> list[Any]:
        return as_list(self.schema.get("enum"))


@frozen(eq=False)
class Function:
    """A function; its `verbs` have to be said, its `heads` say what it gives or acts on."""

    name: str
    description: str
    acts: bool
    verbs: frozenset[str]
    heads: frozenset[str]
    named: frozenset[str]
    described: frozenset[str]
    parameters: tuple[Parameter, ...]

    @property
    def required(self) -> tuple[Parameter, ...]:
        return tuple(each for each in self.parameters if each.required)

    @property
    def given(self) -> frozenset[str]:
        return frozenset(word for each in self.parameters for word in each.named)

    @property
    def words(self) -> frozenset[str]:
        """The stems of all words with which it speaks of itself."""
        return self.verbs | self.named | self.described | self.given


def read_function(spec: FunctionSpec) -> Function:
    """Read a function as it is offered."""
    required = as_list(spec.parameters.get("required"))
    listed = list(as_object(spec.parameters.get("properties")).items())[:_MOST_PARAMETERS]
    found = [_parameter(str(name), each, name in required) for name, each in listed]
    parameters = tuple(sorted(found, key=lambda each: not each.required))
    description = _EXAMPLE.sub(" ", spec.description).strip().rstrip(".")
    named = [stem(word) for word in name_words(spec.name)]
    begins = {*named[:1], *(stem(word) for word in name_words(description)[:1])}
    acts = bool(named) and not begins & _READING
    verbs = frozenset(begins if acts else begins & (_READING - _LOOKING_UP))
    given = frozenset(word for each in parameters for word in each.named)
    rest = frozenset(named) - verbs - _READING
    heads = rest - given - _LITTLE
    return Function(
        name=spec.name,
        description=description,
        acts=acts,
        verbs=verbs,
        heads=heads if heads or verbs else rest - _LITTLE,
        named=rest - given,
        described=frozenset(stems(description)) - _LITTLE - _READING - verbs,
        parameters=parameters,
    )


def _parameter(name: str, schema: object, required: bool) -> Parameter:
    options = [as_object(schema), *map(as_object, as_list(as_object(schema).get("anyOf")))]
    # A strict schema lists what is optional as required, and lets it be null.
    nullable = any(
        "null" in as_list(one.get("type")) or one.get("type") == "null" for one in options
    )
    schema = {key: one[key] for one in options if one.get("type") != "null" for key in one}
    types = [each for each in as_list(schema.get("type")) if each != "null"]
    return Parameter(
        name=name,
        type=str((types or [schema.get("type") or "string"])[0]),
        required=required and not nullable,
        schema=schema,
        named=frozenset(stem(word) for word in name_words(name)),
        described=frozenset(stems(_EXAMPLE.sub(" ", str(schema.get("description") or "")))),
    )


def as_object(value: object) -> Mapping[str, Any]:
    """Return an object, or an empty one where a schema has something else."""
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def as_list(value: object) -> list[Any]:
    """Return a list, or an empty one where a schema has something else."""
    return list(cast("Sequence[Any]", value)) if isinstance(value, list | tuple) else []


def chosen(text: str, functions: Sequence[Function]) -> tuple[Function, ...]:
    """Return the functions of which a clause has all heads, or the one it has most words of."""
    if _FORBIDDING.match(text):
        return ()
    heard = all_stems(text)
    denied = _NEGATION.search(text)
    able = [each for each in functions if not (denied and each.acts)]
    able = [each for each in able if not each.verbs or each.verbs & heard]
    full = [each for each in able if each.heads <= heard and (each.heads or each.verbs)]
    if full:
        return tuple(one for one in full if not any(_is_part(one, other) for other in full))
    shared = {each: len(heard & (each.heads | each.described)) for each in able}
    close = [each for each in able if shared[each] > 1 and (each.heads & heard or not each.heads)]
    return tuple(sorted(close, key=lambda each: -shared[each])[:1])


def _is_part(one: Function, other: Function) -> bool:
    """Tell whether one is only named because the other is: the orders in "status of my orders"."""
    return bool(one.heads) and one.heads < other.named | other.given and one.heads != other.heads
