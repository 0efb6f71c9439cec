"""Find the function whose result is what another function needs."""

import re
from collections.abc import Sequence

from .schemas import Function, Parameter
from .words import any_related, any_same, stem, stems

_ALONE = frozenset(
    stem(word) for word in ("id", "name", "code", "number", "key", "value", "current")
)
_BACK = re.compile(
    r"\b(?:it|its|that|this|them|those|his|her|him|their|he|she|they|the result)\b", re.IGNORECASE
)
_ENOUGH = 1.0


def providers(
    parameter: Parameter,
    needy: Function,
    heard: Sequence[str],
    functions: Sequence[Function],
) -> list[Function]:
    """Return the functions that may provide the parameter, the likeliest first."""
    scored = [
        (_provides(parameter, other, heard), other)
        for other in functions
        if other is not needy and not other.acts
    ]
    likely = [pair for pair in scored if pair[0] >= _ENOUGH]
    return [other for _, other in sorted(likely, key=lambda pair: -pair[0])]


def _provides(parameter: Parameter, other: Function, heard: Sequence[str]) -> float:
    """Return how much the result of a function is what the parameter is called and said to be."""
    wanted = [word for word in parameter.named if word not in _ALONE] or list(parameter.named)
    given = {word for each in other.parameters for word in each.named}
    hits = 2.0 * sum(any_same(word, other.heads) for word in wanted)
    hits += sum(any_same(word, other.heads) for word in parameter.described)
    if not hits:
        hits = 0.5 * sum(any_related(word, other.heads) for word in wanted)
    told = [word for word in other.described if word not in given]
    hits += 0.5 * sum(any_same(word, told) for word in (*parameter.named, *parameter.described))
    hits += sum(any_same(word, (*other.heads, *told)) for word in stems(parameter.example))
    if not hits:
        return 0.0
    hits += 1.5 * sum(any_same(word, other.heads) for word in set(heard))
    hits += 0.5 * sum(any_same(word, told) for word in set(heard))
    strangers = [word for word in other.heads if not any_same(word, (*wanted, *heard))]
    return hits - 0.3 * len([word for word in strangers if word not in _ALONE])


def owner_of(value: object, question: str, needy: Function, other: Function) -> bool:
    """Tell whether the question means what the other function has of a value: "the X of Y"."""
    pattern = rf"(\w+) of (?:the |my )?(?:\w+ )?{re.escape(str(value))}\b"
    for found in re.finditer(pattern, question, re.IGNORECASE):
        word = stem(found[1])
        if any_same(word, other.heads) and not any_same(word, needy.heads):
            return True
    return False


def spoken_of(other: Function, needy: Function, heard: Sequence[str]) -> bool:
    """Tell whether the question speaks of what the other function provides."""
    own = [word for word in heard if not any_same(word, needy.heads)]
    return any(any_same(word, (*other.heads, *other.described)) for word in own)


def refers_back(clause: str) -> bool:
    """Tell whether a clause speaks of something that came before it."""
    return _BACK.search(clause) is not None
