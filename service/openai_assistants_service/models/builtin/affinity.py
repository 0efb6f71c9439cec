"""Tell how well a value suits a parameter, and turn it into what the schema wants."""

import re
from collections.abc import Sequence
from typing import Any

from .patterns import obeys
from .schemas import Parameter
from .spans import Span
from .words import any_related, any_same, stem, stemmed, words

_ROLES = {
    "email": "email mail",
    "url": "url uri link website",
    "date": "date day deadline birthday",
    "time": "time hour",
    "phone": "phone telephone mobile",
    "id": "id identifier code symbol ticker sku reference isbn zip postcode iata number serial",
    "text": """
        text message body content title subject query question prompt sentence phrase note comment
        description task keyword term topic search expression reason summary caption word label
    """,
}
_ROLE_STEMS = {role: stemmed(text) for role, text in _ROLES.items()}
_FORMATS = {"email": "email", "uri": "url", "date": "date", "date-time": "date", "time": "time"}

# How well each kind of value suits each role.
_SUITS: dict[str, dict[str, float]] = {
    "email": {"email": 6, "name": 1, "quoted": 1},
    "url": {"url": 6, "quoted": 2, "name": 1},
    "date": {"date": 6, "quoted": 2, "time": 2},
    "time": {"time": 6, "quoted": 2, "date": 1},
    "phone": {"phone": 6, "number": 2, "name": 1, "quoted": 1},
    "id": {"code": 6, "number": 4, "quoted": 4, "name": 1.5, "phrase": 1, "email": 1, "phone": 1},
    "text": {"said": 7, "quoted": 6, "about": 2.5, "name": 3, "phrase": 2, "url": 1, "code": 1},
    "entity": {"name": 4, "quoted": 3.5, "phrase": 2, "email": 3, "code": 2, "phone": 1, "url": 1},
    "number": {"number": 2, "code": 0.5},
}
_PREPOSITIONS = {
    "from": "from origin source departure depart start sender base begin pickup",
    "to": "to destination target end recipient arrival arrive receiver into language until",
    "into": "to target into language destination",
    "in": "in to location place room region country area language currency unit timezone zone",
    "near": "location place address area near",
    "at": "at location place time hour restaurant venue store where",
    "on": "on date day deadline device topic",
    "for": "for name person people guest customer user topic query duration subject location day",
    "with": "with attendee participant guest person contact",
    "by": "by author artist writer director percent deadline",
    "about": "about topic subject query keyword",
    "called": "name title called",
    "named": "name title called",
    "titled": "name title called",
    "until": "until end to deadline",
    "of": "of",
    "under": "max maximum limit below budget under",
    "below": "max maximum limit below budget under",
    "over": "min minimum above over",
    "above": "min minimum above over",
}
_BEFORE = re.compile(
    r"(?P<particle>\b(?:turn|switch|put)(?:ed|ing)? )?(?P<word>\w+)"
    r"(?: (?:the|a|an|(?P<whose>my|our|his|her)))?\W*$"
)
_STRICT = frozenset(("from", "to", "by", "with", "about", "of"))
_PERIOD_STEMS = {
    "from": stemmed("from start begin in arrival arrive since after first"),
    "to": stemmed("to end until out departure depart before last deadline"),
    "until": stemmed("to end until out departure depart before last deadline"),
    "between": stemmed("from start begin in arrival arrive since after first"),
    "and": stemmed("to end until out"),
}
_MORE = re.compile(r"\b(?:older|more|greater|higher|larger|longer|above|at least)(?: than)? $")
_LESS = re.compile(r"\b(?:younger|less|fewer|lower|smaller|shorter|cheaper|at most)(?: than)? $")
_COUNTS = stemmed("count limit number quantity max n top size results")
_MARKS = {
    "%": "percent percentage rate discount tip tax interest",
    "$": "amount price bill cost total cash budget salary value sum payment fee",
}
_PREPOSITION_STEMS = {word: stemmed(text) for word, text in _PREPOSITIONS.items()}
_MARK_STEMS = {mark: stemmed(text) for mark, text in _MARKS.items()}


def role(parameter: Parameter) -> str:
    """Return what kind of value the parameter is for."""
    if parameter.type in ("integer", "number"):
        return "number"
    named = _FORMATS.get(str(parameter.schema.get("format")))
    if named:
        return named
    for each in reversed(parameter.named):
        for name, stems in _ROLE_STEMS.items():
            if each in stems:
                return name
    for name in ("email", "date", "phone", "time"):
        if any(each in _ROLE_STEMS[name] for each in parameter.described[:3]):
            return name
    if "id" in parameter.described or "identifier" in parameter.described:
        return "id"
    return "entity"


def score(parameter: Parameter, span: Span, text: str, siblings: Sequence[Parameter]) -> float:
    """Return how well the value suits; zero or less where it does not."""
    base = 5.0 if span.kind == "choice" else _SUITS[role(parameter)].get(span.kind, 0.0)
    if not base or (span.kind != "choice" and value(parameter, span) is None):
        return 0.0
    total = (
        base + _neighbours(parameter, span, text) + _preposition(parameter, span, text, siblings)
    )
    return total + _shape(parameter, span) + _marked(parameter, span)


def _neighbours(parameter: Parameter, span: Span, text: str) -> float:
    """A value next to the name of the parameter is likely its own."""
    before = [stem(word) for word in words(text[: span.start])[-2:]]
    after = [stem(word) for word in words(text[span.end :])[:2]]
    best = 0.0
    for near, weight in ((after[:1], 1.2), (before[-1:], 1.0), (before[:1], 0.7), (after[1:], 1.0)):
        for word in near:
            if any_same(word, parameter.named):
                best = max(best, 3.0 * weight)
            elif any_same(word, parameter.described) or (
                near == after[:1] and any_related(word, parameter.named)
            ):
                best = max(best, 2.0 * weight)
    return best


def counts(parameter: Parameter, span: Span, text: str, heads: Sequence[str]) -> float:
    """A number before the thing the function is about says how many of it."""
    after = [stem(word) for word in words(text[span.end :])[:2]]
    several = role(parameter) == "number" and _COUNTS & {*parameter.named}
    return 2.5 if several and any(any_same(word, heads) for word in after) else 0.0


def _preposition(
    parameter: Parameter, span: Span, text: str, siblings: Sequence[Parameter]
) -> float:
    """The word before a value says what it is for: from, to, at, with, ..."""
    before = _MORE.sub(" over ", _LESS.sub(" under ", text[: span.start].lower()))
    found = _BEFORE.search(before)
    if found is None:
        return 0.0
    own = -1.0 if found["whose"] else 0.0
    words_for = _PERIOD_STEMS if span.kind in ("date", "time") else _PREPOSITION_STEMS
    wanted = words_for.get(found["word"], _PREPOSITION_STEMS.get(found["word"]))
    if not wanted or found["particle"]:
        return own
    if wanted & {*parameter.named}:
        return own + 3.5 + 0.5 * len(wanted & {*parameter.named})
    elsewhere = any(wanted & {*other.named} for other in siblings if other is not parameter)
    if elsewhere and found["word"] in _STRICT:
        return own - 3.0
    return own + (2.0 if wanted & {*parameter.described} else 0.0)


def _shape(parameter: Parameter, span: Span) -> float:
    """A value that looks like the example, or obeys the pattern, is likely meant."""
    if isinstance(parameter.schema.get("pattern"), str):
        return 3.0
    last = words(span.text)[-1:]
    if span.kind in ("phrase", "name") and last and any_same(stem(last[0]), parameter.named):
        return 3.0
    example = re.split(r"[,'\"]| or ", parameter.example.strip("'\""))[0].strip()
    return 2.0 if example and _outline(example) == _outline(span.text) else 0.0


def _outline(text: str) -> str:
    """Return the shape of a text: "MSFT" is "A", "A-12" is "A-9", "New York" is "Aa"."""
    outline = re.sub(r"[A-Z]", "A", re.sub(r"[a-z]", "a", re.sub(r"\d", "9", text)))
    outline = re.sub(r"(.)\1+", r"\1", outline)
    return re.sub(r"(Aa)(?: Aa)+", r"\1", outline)


def _marked(parameter: Parameter, span: Span) -> float:
    """Percentages and sums of money go where they belong."""
    marks = [mark for mark in _MARKS if mark in span.text]
    if not marks:
        return 0.0
    own = {*parameter.named, *parameter.described}
    return 4.0 if _MARK_STEMS[marks[0]] & own else -0.5


def value(parameter: Parameter, span: Span) -> Any:
    """Return the value as the schema wants it, or None where it cannot be."""
    if parameter.type in ("integer", "number"):
        return _number(parameter, span.text)
    pattern = parameter.schema.get("pattern")
    text = span.text.lstrip("#") if role(parameter) == "id" else span.text
    if isinstance(pattern, str) and not obeys(pattern, text):
        text = span.text
        if not obeys(pattern, text):
            return None
    return _formatted(parameter.schema.get("format"), text)


def _number(parameter: Parameter, text: str) -> int | float | None:
    found = re.fullmatch(r"#?[A-Za-z]*-?[$€£]?(\d[\d,]*(?:\.\d+)?)%?", text.lstrip("+-"))
    if found is None:
        return None
    number = float(found[1].replace(",", "")) * (-1 if text.startswith("-") else 1)
    largest, smallest = parameter.schema.get("maximum"), parameter.schema.get("minimum")
    if text.endswith("%") and isinstance(largest, int | float) and largest <= 1:
        number /= 100
    too_large = isinstance(largest, int | float) and number > largest
    too_small = isinstance(smallest, int | float) and number < smallest
    if too_large or too_small or (parameter.type == "integer" and number % 1):
        return None
    return int(number) if number % 1 == 0 else number


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _formatted(format_: object, text: str) -> str:
    """Write full dates and times the way the format asks."""
    if format_ == "date":
        found = re.fullmatch(r"([A-Za-z]{3})[a-z]*\.? (\d+)\w*,? (\d{4})", text)
        turned = re.fullmatch(r"(\d+)\w*(?: of)? ([A-Za-z]{3})[a-z]*,? (\d{4})", text)
        if found:
            return f"{found[3]}-{_MONTHS.index(found[1].lower()) + 1:02}-{int(found[2]):02}"
        if turned:
            return f"{turned[3]}-{_MONTHS.index(turned[2].lower()) + 1:02}-{int(turned[1]):02}"
    if format_ == "time":
        found = re.fullmatch(r"(\d+)(?::(\d\d))?(?::\d\d)?\s?([ap])?\.?m?\.?", text.lower())
        if found:
            hour = (
                int(found[1]) % 12 + (12 if found[3] == "p" else 0) if found[3] else int(found[1])
            )
            return f"{hour:02}:{found[2] or '00'}:00"
    return text
