"""Read what functions returned."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from .affinity import role, value
from .loading import load
from .schemas import Parameter
from .spans import Span
from .words import any_same, stem, telling, words

_FAILURE = re.compile(r"^\s*(?:[A-Z]\w*)?(?:error|exception|failed|failure)\b", re.IGNORECASE)
_NOTHING = frozenset(("", "unknown", "none", "null", "n/a", "not found", "nothing", "undefined"))
_MOST = 10


def read(output: str) -> Any:
    """Return the JSON value an output is, or the text it is."""
    try:
        return load(output)
    except ValueError:
        return output.strip()


def failure(output: str) -> str | None:
    """Return what went wrong according to an output, or None."""
    content = read(output)
    if isinstance(content, Mapping):
        fields = cast("Mapping[str, Any]", content)
        problem = fields.get("error") or fields.get("errors")
        if isinstance(problem, Mapping):
            problem = cast("Mapping[str, Any]", problem).get("message", problem)
        return str(problem) if problem else None
    if isinstance(content, str) and _FAILURE.match(content):
        return re.sub(r"^\s*error\s*[:,-]?\s*", "", content, flags=re.IGNORECASE) or content
    return None


def is_nothing(output: str) -> bool:
    """Tell whether an output says that there is nothing to say."""
    content = read(output)
    return content in (None, [], {}) or str(content).strip().lower() in _NOTHING


def values_for(parameter: Parameter, output: str, heard: Sequence[str] = ()) -> tuple[Any, ...]:
    """Return the values an output has for a parameter of another function.

    `heard` are the stems of the question: of several fields, one it speaks of is preferred.
    """
    if failure(output) is not None or is_nothing(output):
        return ()
    target = parameter.inner[0] if parameter.type == "array" else parameter
    found = [_typed(target, each) for each in _candidates(target, read(output), heard)]
    kept = tuple(each for each in found if each is not None)[:_MOST]
    return (list(kept),) if kept and parameter.type == "array" else kept


def _candidates(parameter: Parameter, content: Any, heard: Sequence[str]) -> list[Any]:
    """Find the value with the right name, or the only one there is."""
    if isinstance(content, list):
        return [one for item in _items(content) for one in _candidates(parameter, item, heard)]
    if not isinstance(content, Mapping):
        return [content]
    fields = cast("Mapping[str, Any]", content)
    if parameter.type == "object":
        return [dict(fields)]
    ranked = sorted(fields, key=lambda key: -_closeness(parameter, key, heard))
    named = [key for key in ranked[:1] if _closeness(parameter, key, heard) > 0]
    nested = [key for key in ranked if isinstance(fields[key], Mapping | list)]
    if named or nested:
        return _candidates(parameter, fields[(named or nested)[0]], heard)
    return _unnamed(parameter, list(fields.values()))


def _unnamed(parameter: Parameter, plain: list[Any]) -> list[Any]:
    """Take all of several numbers, as of a position, or else the first value that can be used."""
    if parameter.type == "string" and all(isinstance(each, int | float) for each in plain):
        return [", ".join(str(each) for each in plain)]
    return [each for each in plain if _typed(parameter, each) is not None][:1]


def _items(content: Any) -> list[Any]:
    return list(content)


def _closeness(parameter: Parameter, key: str, heard: Sequence[str]) -> float:
    """Return how much the name of a field is that of the parameter."""
    named = [stem(word) for word in words(key)]
    if tuple(named) == parameter.named:
        return 4.0
    if named == list(parameter.named[-1:]):
        return 3.0
    hits = 2.0 * sum(any_same(word, parameter.named) for word in named)
    hits += sum(any_same(word, telling(parameter.description)) for word in named)
    hits += sum(any_same(word, heard) for word in named)
    return hits / len(named) if named else 0.0


def _typed(parameter: Parameter, content: Any) -> Any:
    """Return the value with the type the parameter has, or None."""
    if content is None or isinstance(content, Mapping | list):
        return cast("object", content) if parameter.type == "object" else None
    if parameter.type in ("integer", "number"):
        return _number(parameter, content)
    if parameter.type == "boolean":
        return content if isinstance(content, bool) else None
    text = str(content).strip()
    if parameter.choices:
        return next((each for each in parameter.choices if str(each).lower() == text.lower()), None)
    if role(parameter) == "id" and len(text.split()) > 2:
        found = re.search(r"\b(?=[\w-]*\d)[\w-]+\b", text)
        return found[0] if found else text
    return text


def _number(parameter: Parameter, content: Any) -> int | float | None:
    if isinstance(content, bool):
        return None
    found = re.search(r"[-+]?[$€£]?\d[\d,]*(?:\.\d+)?", str(content))
    typed = value(parameter, Span("number", found[0], 0, 0)) if found else None
    return typed if isinstance(typed, int | float) else None
