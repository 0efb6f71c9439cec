"""Say in sentences what functions returned."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from .choosing import verb_tells
from .outputs import failure, is_nothing, read
from .schemas import Function, function, without_example
from .types import Call, FunctionSpec
from .words import stem, words

_COMPARING = re.compile(
    r"\b(?:compare|which|whose|who)\b.*|\b(?:more|most|larger|largest|bigger|biggest|higher|highest)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:less|least|smaller|smallest|lower|lowest|cheaper|cheapest|fewer)\b", re.IGNORECASE
)

_WRAPPERS = ("result", "value", "output", "answer", "data")


def report(calls: Sequence[Call], specs: Sequence[FunctionSpec], question: str) -> str:
    """Return one sentence for each output, and a comparison where one is asked for."""
    known = {spec.name: function(spec) for spec in specs}
    sentences = [_sentence(call, known.get(call.name)) for call in calls]
    return " ".join([*sentences, *_comparison(calls, question)])


def _sentence(call: Call, known: Function | None) -> str:
    given = _given(call.arguments)
    problem = call.error or failure(call.output)
    if problem is not None:
        return f"{call.name}{f' for {given}' if given else ''} reported an error: {problem}."
    label = thing(call.name, known)
    shown = readable(_unwrapped(read(call.output), label)).rstrip(".")
    if known is not None and known.acts:
        done = f"Done: {label}{f' ({given})' if given else ''}"
        return f"{done}: {shown}." if shown and not is_nothing(call.output) else f"{done}."
    if not shown:
        return f"There is no {label}{f' for {given}' if given else ''}."
    owner = "Your" if _of_user(call.name) and not given else "The"
    return f"{owner} {label}{f' for {given}' if given else ''} {_is(label)} {shown}."


def _unwrapped(content: Any, label: str) -> Any:
    """Take the value out of an object that holds nothing else, if the label says what it is."""
    if not isinstance(content, Mapping) or len(fields := cast("Mapping[str, Any]", content)) != 1:
        return cast("object", content)
    ((key, value),) = fields.items()
    return value if set(words(key)) <= {*_WRAPPERS, *label.split()} else fields


def _of_user(name: str) -> bool:
    return "user" in words(name) or "my" in words(name)


def _is(label: str) -> str:
    if label.startswith(("result", "answer")):
        return "is"
    last = label.rpartition(" ")[2]
    return "are" if last.endswith("s") and not last.endswith(("ss", "us", "is", "news")) else "is"


def thing(name: str, known: Function | None) -> str:
    """Return what a function is about in words: getOrderStatus(order) is "status"."""
    spoken = words(name)
    if known is None or known.acts:
        return " ".join(spoken)
    if spoken[:1] and spoken[0] in ("is", "has", "are", "does"):
        return f'answer to "{" ".join(spoken)}"'
    if verb_tells(known):
        return f"result of {' '.join(spoken)}"
    return " ".join(word for word in spoken if stem(word) in known.heads) or "result"


def _given(arguments: Mapping[str, Any]) -> str:
    """List the arguments; a bare yes or no is said with its name."""
    shown = [
        f"{' '.join(words(name))} {readable(value)}" if isinstance(value, bool) else readable(value)
        for name, value in arguments.items()
        if value not in ("", None)
    ]
    return ", ".join(shown)


def readable(content: Any) -> str:
    """Write a value as people would: fields with their names, lists with "and"."""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if content is None or content == []:
        return "none"
    if isinstance(content, Mapping):
        fields = cast("Mapping[str, Any]", content)
        if len(fields) == 1 and next(iter(fields)) in (
            "result",
            "value",
            "output",
            "answer",
            "data",
        ):
            return readable(next(iter(fields.values())))
        return ", ".join(f"{' '.join(words(key))} {readable(each)}" for key, each in fields.items())
    if isinstance(content, list):
        items = [readable(each) for each in cast("Sequence[Any]", content)]
        separator = "; " if any("," in item for item in items) else ", "
        return (
            " and ".join([separator.join(items[:-1]), items[-1]])
            if len(items) > 1
            else "".join(items)
        )
    return str(content)


def _comparison(calls: Sequence[Call], question: str) -> list[str]:
    """Say which is the largest or smallest of the numbers one function gave."""
    less = _LESS.search(question)
    numbers = [(number, call) for call in calls if (number := _number(call)) is not None]
    same = len({call.name for _, call in numbers}) == 1 and len(numbers) > 1
    if not same or len(numbers) != len(calls) or not (less or _COMPARING.search(question)):
        return []
    ranked = sorted(numbers, key=lambda pair: pair[0])
    if ranked[0][0] == ranked[-1][0]:
        return ["They are the same."]
    chosen = ranked[0][1] if less else ranked[-1][1]
    return [f"The {'lowest' if less else 'highest'} is that for {_given(chosen.arguments)}."]


def _number(call: Call) -> float | None:
    """Return the only number in an output, if there is just one."""
    found = re.findall(r"-?\d[\d,]*(?:\.\d+)?", call.output)
    return float(found[0].replace(",", "")) if len(found) == 1 else None


def describe(spec: FunctionSpec) -> str:
    """Return what a function is for, in a few words."""
    text = without_example(spec.description)[0].strip().rstrip(".")
    return f"{spec.name} ({text})" if text else spec.name
