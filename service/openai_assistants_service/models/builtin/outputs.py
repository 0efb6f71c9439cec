"""Outputs: what functions returned, as values for other calls and as sentences."""

import json
import re
from typing import Any

from .functions import Function, Parameter, as_list, as_object
from .types import Call
from .words import name_words, stem

_FAILURE = re.compile(r"^\s*(?:[A-Z]\w*)?(?:error|exception|failed|failure)\b[\s:,-]*", re.I)
_NOTHING = frozenset(("", "unknown", "none", "null", "n/a", "not found", "[]", "{}"))


def load(output: str) -> Any:
    """Return the JSON value that an output is, or the text it is."""
    try:
        return json.loads(output) if output.count("[") < 5000 else output
    except (ValueError, RecursionError):
        return output.strip()


def failure(call: Call) -> str | None:
    """Return what went wrong according to an output, or None."""
    content = load(call.output)
    if isinstance(content, str) and (found := _FAILURE.match(content)):
        return content[found.end() :] or content
    problem = as_object(content).get("error")
    return readable(problem) if problem else call.error


def values_in(call: Call, parameter: Parameter) -> list[Any]:
    """Return the values an output has for a parameter: the field of its name, or the only one."""
    content = load(call.output)
    if str(content).lower() in _NOTHING or failure(call) is not None:
        return []
    found: list[Any] = []
    for each in as_list(content) or [content]:
        fields = as_object(each) or {"": each}
        named = {key: frozenset(stem(word) for word in name_words(key)) for key in fields}
        fitting = [key for key in fields if named[key] and named[key] <= parameter.named]
        fitting.sort(key=lambda key: -len(named[key]))
        fitting = fitting or ([] if len(fields) > 1 else [*fields])
        found += [fields[key] for key in fitting[:1]]
    return [each for each in found if isinstance(each, str | int | float)]


def sentence(call: Call, function: Function | None) -> str:
    """Say what a call returned."""
    heads = function.heads if function is not None else ()
    spoken = " ".join(name_words(call.name))
    label = " ".join(word for word in name_words(call.name) if stem(word) in heads)
    label = label or f"result of {spoken}"
    given = ", ".join(
        f"{' '.join(name_words(name))} {readable(each)}"
        if isinstance(each, bool)
        else readable(each)
        for name, each in call.arguments.items()
    )
    problem = failure(call)
    if problem is not None:
        return f"{call.name}{f' for {given}' if given else ''} reported an error: {problem}."
    content = load(call.output)
    shown = readable(content, label).rstrip(".")
    if function is not None and function.acts:
        done = f"Done: {spoken}{f' ({given})' if given else ''}"
        return f"{done}." if str(content).lower() in _NOTHING else f"{done}: {shown}."
    whose = "Your" if "user" in spoken.split() and not given else "The"
    about = f"{label} for {given}" if given else label
    if shown in ("", "none"):
        return f"There is no {about}."
    return f"{whose} {about} {'are' if re.search(r'[^sui]s$', label) else 'is'} {shown}."


def readable(content: Any, label: str = "") -> str:
    """Write a value as people would: fields with their names, but not one that is the label."""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if content in (None, [], {}):
        return "none"
    if fields := {key: readable(each) for key, each in as_object(content).items()}:
        named = [f"{' '.join(name_words(key))} {each}" for key, each in fields.items()]
        return fields[label] if [*fields] == [label] else ", ".join(named)
    if items := [readable(each) for each in as_list(content)]:
        separator = "; " if any("," in item for item in items) else ", "
        return " and ".join([separator.join(items[:-1]), items[-1]]) if items[1:] else items[0]
    return str(content)
