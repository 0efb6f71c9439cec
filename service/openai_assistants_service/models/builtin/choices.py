"""Find which of the listed values, and which answer of yes and no, a question asks for."""

import re
from collections.abc import Sequence

from .schemas import Parameter
from .spans import Span
from .words import STOP, any_same, listed, stem, telling, words

# Short forms of units, sizes and the like, with the words people say for them.
_SAID_AS = {
    "c": "celsius centigrade",
    "f": "fahrenheit",
    "k": "kelvin",
    "metric": "celsius kilometers kilometres kilograms km",
    "imperial": "fahrenheit miles pounds",
    "km": "kilometers kilometres kilometer kilometre",
    "mi": "miles mile",
    "m": "meters metres meter metre medium minutes male",
    "cm": "centimeters centimetres",
    "ft": "feet foot",
    "in": "inches inch",
    "kg": "kilograms kilos kilogram",
    "g": "grams gram",
    "lb": "pounds pound",
    "lbs": "pounds pound",
    "oz": "ounces ounce",
    "l": "liters litres large",
    "s": "seconds small",
    "xl": "extra-large",
    "h": "hours hour",
    "min": "minutes minute",
    "usd": "dollars dollar bucks",
    "eur": "euros euro",
    "gbp": "pounds pound sterling",
    "jpy": "yen",
    "en": "english",
    "de": "german deutsch",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "ja": "japanese",
    "zh": "chinese",
    "asc": "ascending oldest lowest cheapest",
    "desc": "descending newest highest latest",
}
_TURNED_ON = re.compile(r"\b(?:on|enable[ds]?|activate|open)\b")
_TURNED_OFF = re.compile(r"\b(?:off|disable[ds]?|deactivate|close)\b")
_DENIED = re.compile(
    r"\b(?:no|not|non|without|never|exclud\w*|skip|don['’]?t|doesn['’]?t)\W+(?:\w+\W+){0,2}$"
)
_STATES = frozenset({"on", "enabled", "active", "state", "open", "enable"})
_FRAME = listed("is has should be include enable use allow with flag only want need require")


def choose(parameter: Parameter, text: str) -> list[Span]:
    """Return where the question names one of the listed values; the text is the value's place."""
    found: list[Span] = []
    for number, choice in enumerate(parameter.choices):
        place = _place(str(choice), parameter, text)
        if place is not None:
            found.append(Span("choice", str(number), *place))
    longest = sorted(found, key=lambda span: span.start - span.end)
    kept: list[Span] = []
    for span in longest:
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)


def _place(choice: str, parameter: Parameter, text: str) -> tuple[int, int] | None:
    """Find a listed value in the text, as it is written or as it is said."""
    parts = words(choice)
    if not parts:
        return None
    if len(choice) == 1:
        found = re.search(rf"(?<![\w'’]){re.escape(choice.upper())}(?!\w)", text)
    else:
        literal = re.search(rf"(?<!\w){re.escape(choice)}(?!\w)", text, re.IGNORECASE)
        last = words(choice.rpartition("/")[2])
        found = literal or _spelled(parts, text) or _spelled(last, text)
    if found is None:
        found = _said(choice, parameter, text)
    return found.span() if found else None


def _spelled(parts: list[str], text: str) -> re.Match[str] | None:
    """Find the words of a value one after the other, whatever their endings."""
    every = list(re.finditer(r"[^\W_]+", text))
    for at in range(len(every) - len(parts) + 1):
        run = every[at : at + len(parts)]
        if all(_alike(part, word[0].lower()) for part, word in zip(parts, run, strict=True)):
            return re.compile(r".*", re.DOTALL).fullmatch(text, run[0].start(), run[-1].end())
    return None


def _alike(part: str, word: str) -> bool:
    if part in STOP or word in STOP or len(part) < 3:
        return part == word
    return any_same(stem(word), (stem(part),))


def _said(choice: str, parameter: Parameter, text: str) -> re.Match[str] | None:
    """Find another word for a short form: one people say, or one the description explains."""
    told = _SAID_AS.get(choice.lower(), "").split()
    if len(choice) <= 2:
        told += [
            word for word in words(parameter.description) if _explains(word, choice, parameter)
        ]
    for word in told:
        found = re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)
        if found:
            return found
    return None


def _explains(word: str, choice: str, parameter: Parameter) -> bool:
    starts = word.startswith(choice.lower()) and len(word) > 3 and word not in STOP
    return starts and not any_same(stem(word), parameter.named)


def _apart(parameter: Parameter, heads: Sequence[str]) -> list[str]:
    return [word for word in telling(parameter.description) if not any_same(word, heads)]


def is_state(parameter: Parameter) -> bool:
    """Tell whether the parameter says if something is on."""
    return bool(_STATES & {*words(parameter.name)})


def boolean(parameter: Parameter, text: str, heads: Sequence[str]) -> bool | None:
    """Return whether the question wants it or not, or None where it does not say.

    `heads` are the words for what the function is about, which say nothing of one parameter.
    """
    lowered = text.lower()
    if is_state(parameter):
        off, on = _TURNED_OFF.search(lowered), _TURNED_ON.search(lowered)
        if off or on:
            return off is None
    own = [word for word in parameter.named if word not in _FRAME]
    for wanted in (own, _apart(parameter, heads)):
        for found in re.finditer(r"[^\W_]+", lowered):
            if found[0] not in STOP and any_same(stem(found[0]), wanted):
                return _DENIED.search(lowered[: found.start()]) is None
    return None
