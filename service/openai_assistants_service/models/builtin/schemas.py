"""Read what a function says about itself: its name, its description, its parameters."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from attrs import frozen

from .types import FunctionSpec
from .words import VAGUE, stem, stemmed, stems, words

_DEEPEST = 5
_EXAMPLE = re.compile(
    r"[\s,;]*\(?\b(?:e\.?g\.?|for example|for instance|such as|like|i\.e\.)[,:]?\s+"
    r"(?P<example>[^);]*)\)?",
    re.IGNORECASE,
)
_READING = stemmed(
    """
    get fetch retrieve return read list find search look lookup check is has show query count
    calculate compute convert translate define describe compare estimate solve evaluate detect
    analyze summarize validate verify track view see load tell ask
    """
)
_ACTING = stemmed(
    """
    set create add make delete remove send book reserve schedule update modify change cancel turn
    switch start stop open close lock unlock play pause buy purchase order place post upload pay
    transfer assign move rename enable disable toggle register subscribe unsubscribe invite notify
    email call dial submit approve reject mark archive restart reboot launch run execute save store
    write log remind publish share block adjust increase decrease dim print charge refund put
    """
)


@frozen
class Parameter:
    """One parameter of a function, or one property or item of a larger one."""

    name: str
    type: str
    description: str
    example: str
    required: bool
    schema: Mapping[str, Any]
    inner: tuple["Parameter", ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """The stems of its name."""
        return tuple(stem(word) for word in words(self.name))

    @property
    def described(self) -> tuple[str, ...]:
        """The stems of its description, without the example."""
        return tuple(stems(self.description))

    @property
    def choices(self) -> tuple[Any, ...]:
        """The only values allowed, if they are listed."""
        if "const" in self.schema:
            return (self.schema["const"],)
        return tuple(_several(self.schema.get("enum")))


@frozen
class Function:
    """A function, ready to be matched with a question."""

    name: str
    verb: str
    acts: bool
    heads: tuple[str, ...]
    described: tuple[str, ...]
    examples: frozenset[str]
    parameters: tuple[Parameter, ...]

    @property
    def about(self) -> frozenset[str]:
        """The stems of all words with which it speaks of itself."""
        own = {each for parameter in self.parameters for each in parameter.named}
        return frozenset({*self.heads, *self.described, *own, self.verb} - {""})


def function(spec: FunctionSpec) -> Function:
    """Read a function as it is offered."""
    parameters = properties(spec.parameters, spec.parameters)
    named = [stem(word) for word in words(spec.name)]
    described = [stem(word) for word in words(without_example(spec.description)[0])]
    verb = _verb(named, described)
    return Function(
        name=spec.name,
        verb=verb,
        acts=verb in _ACTING and not _adds_up(verb, parameters),
        heads=_heads(named, verb, parameters),
        described=tuple(stems(without_example(spec.description)[0])),
        examples=_common(without_example(spec.description)[1]),
        parameters=parameters,
    )


def _common(example: str) -> frozenset[str]:
    """Return the stems of the words of an example that are no names."""
    plain = re.sub(r"\b[A-Z]\w*|'[^']*'|\"[^\"]*\"", " ", example)
    return frozenset(each for each in stems(plain) if each not in {stem(word) for word in VAGUE})


def _adds_up(verb: str, parameters: tuple[Parameter, ...]) -> bool:
    """Tell a function that adds numbers from one that adds something to something."""
    numbers = [each for each in parameters if each.type in ("integer", "number", "array")]
    return verb == "add" and len(numbers) == len(parameters) > 0


def _verb(named: list[str], described: list[str]) -> str:
    """Return the word that says what the function does."""
    for word in [*named[:1], *described[:1], *named[1:]]:
        if word in _READING or word in _ACTING:
            return word
    return ""


def is_action(word: str) -> bool:
    """Tell whether this stem is a verb that changes something."""
    return word in _ACTING


def is_verb(word: str) -> bool:
    """Tell whether this stem is a verb functions are named with."""
    return word in _ACTING or word in _READING


def _heads(named: list[str], verb: str, parameters: tuple[Parameter, ...]) -> tuple[str, ...]:
    """Return the words of the name that say what comes back or is acted on."""
    plain = {stem(word) for word in VAGUE}
    little = stemmed("by at of for from to in on with the a and or")
    given = {word for parameter in parameters for word in parameter.named}
    rest = [word for word in named if word not in little and word != verb]
    for drop in (plain | given, given, plain):
        heads = [word for word in rest if word not in drop]
        if heads:
            return tuple(heads)
    return tuple(rest) or tuple(named)


def without_example(description: str) -> tuple[str, str]:
    """Return the description and the example in it, apart."""
    found = _EXAMPLE.search(description)
    example = found["example"].strip(" .'\"") if found else ""
    return _EXAMPLE.sub(" ", description), example


def properties(
    schema: Mapping[str, Any], root: Mapping[str, Any], depth: int = 0
) -> tuple[Parameter, ...]:
    """Return the properties of an object schema, the required ones first."""
    if depth > _DEEPEST:
        return ()
    required = _several(schema.get("required"))
    listed = _fields(schema.get("properties")).items()
    found = [parameter(name, each, root, name in required, depth) for name, each in listed]
    return tuple(sorted(found, key=lambda each: not each.required))


def parameter(
    name: str, schema: object, root: Mapping[str, Any], required: bool, depth: int = 0
) -> Parameter:
    """Read the schema of one parameter; one without end is read to a certain depth."""
    resolved = _resolved(schema, root)
    type_ = _type(resolved)
    description, example = without_example(str(resolved.get("description") or ""))
    inner: tuple[Parameter, ...] = ()
    if type_ == "object":
        inner = properties(resolved, root, depth + 1)
    elif type_ == "array":
        items = resolved.get("items") if depth < _DEEPEST else None
        inner = (parameter(name, items, root, True, depth + 1) if items else _text(name),)
    return Parameter(name, type_, description, example, required, resolved, inner)


def _text(name: str) -> Parameter:
    return Parameter(name, "string", "", "", True, {})


def _fields(value: object) -> Mapping[str, Any]:
    """Return an object, or an empty one where a schema has something else."""
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def _several(value: object) -> list[Any]:
    """Return a list, or an empty one where a schema has something else."""
    return list(cast("Sequence[Any]", value)) if isinstance(value, list | tuple) else []


def _resolved(schema: object, root: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow a local reference, and choose what is not null of several."""
    found = _fields(schema)
    for key in ("anyOf", "oneOf", "allOf"):
        options = [{**_referred(each, root), **_fields(each)} for each in _several(found.get(key))]
        rest = {name: value for name, value in found.items() if name != key}
        for option in options:
            if option.get("type") != "null":
                return {**option, **rest}
    return {**_referred(found, root), **found}


def _referred(schema: object, root: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a reference within the schema points to."""
    reference = _fields(schema).get("$ref")
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return {}
    target = root
    for step in reference[2:].split("/"):
        target = _fields(target.get(step))
    return target


def _type(schema: Mapping[str, Any]) -> str:
    declared = schema.get("type")
    kinds = [each for each in _several(declared) or [declared] if isinstance(each, str)]
    named = [each for each in kinds if each != "null"]
    return named[0] if named else "object" if "properties" in schema else "string"
