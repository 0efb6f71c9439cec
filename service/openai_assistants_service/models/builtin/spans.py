"""Find the values in a question: what is quoted, numbers, dates, names, and what is left."""

import re
from collections.abc import Iterable

from attrs import frozen

from .numerals import with_digits
from .schemas import is_verb
from .words import STOP, any_related, any_same, listed, stem, words

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

# Kinds of values that are told by their shape; the first to match a place has it.
_SHAPES: tuple[tuple[str, str], ...] = (
    ("quoted", r"\"[^\"]+\"|“[^”]+”|(?<!\w)'[^']+'(?!\w)|‘[^’]+’|«[^»]+»|`[^`]+`"),
    ("url", r"\bhttps?://[^\s,]+[^\s,.?!]"),
    ("email", r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b"),
    ("code", r"\b[\w-]*[A-Za-z_][\w-]*\.[a-z]\w{1,3}\b"),
    ("date", r"\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?\b"),
    ("date", r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"),
    (
        "date",
        rf"\b{_MONTH}\.? {_NTH}(?:,? \d{{4}})?\b|\b{_NTH}(?: of)? {_MONTH}\b(?:,? \d{{4}}\b)?",
    ),
    (
        "time",
        r"\b\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\b)?|\b\d{1,2}\s?[ap]\.?m\b|\b(?:noon|midnight)\b",
    ),
    (
        "date",
        rf"\b(?:next |this |last )?{_WEEKDAY}\b|\b(?:next|this|last) (?:week|weekend|month|year)\b",
    ),
    ("date", r"\b(?:the day after tomorrow|today|tonight|tomorrow|yesterday)\b"),
    (
        "name",
        r"\b\d+ (?:[A-Z]\w+ )+(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Boulevard|Way|Square)\b",
    ),
    ("phone", r"\+\d[\d ()-]{6,}\d|\b(?:\d{3}[-.])?\d{3}[-.]\d{4}\b"),
    ("number", r"(?<![\w.#-])-?\d+(?:\.\d+)?(?=(?:km|mi|kg|lbs?|cm|mm|[kmgsh]|min|°|px|GB|MB)\b)"),
    ("code", r"#\w[\w-]*|\b(?!\d+(?:st|nd|rd|th)\b)(?=[\w-]*\d)(?=[\w-]*[A-Za-z_])\w+(?:-\w+)*\b"),
    ("number", r"(?<![\w.#])[-+]?[$€£]?\d+(?:,\d{3})*(?:\.\d+)?%?(?!\w)"),
)
_MOST = 60
_PLAIN = listed(
    """
    say said mean means find search ask look list won win happen happened go going come coming
    take takes make made likes most least best top latest newest oldest new nearest closest near
    cost costs play playing live lives work works way something anything everything someone anyone
    thing things lot bit
    """
)
_OBJECT = re.compile(r" (?:the|a|an|me|my|us|our|all|some|this|that|two|\d+)\b", re.IGNORECASE)
_NAME = r"[A-Z][\w&]*(?:['’](?!s\b)\w+)?(?:-\w+)*"
_LINK = r"(?:of|of the|de|de la|van|von|al|el)"
_NAMES = re.compile(rf"(?<![\w'’]){_NAME}(?: (?:{_LINK} )?{_NAME})*(?:, [A-Z]{{2}}\b)?")
_PLACE = re.compile(rf"^, ({_NAME}(?: {_NAME})*)(?!\w)(?!,? (?:and|or|&)\b)(?!, [A-Z])")
_SAID = re.compile(
    r"(?:\b(?:saying|says|say|reading|reads|telling (?:him|her|them)"
    r"|with the (?:message|text|body|content|words))\b(?: that)?|:)\s+(?P<rest>.+?)[.?!]*$",
    re.IGNORECASE | re.DOTALL,
)
_SAYING = re.compile(
    r"\bhow (?:do|does|would|can) (?:you|i|we|one) say (?P<rest>.+?) in\b", re.IGNORECASE
)
_TELLING = re.compile(r"\btell (?!me\b|us\b)\w+ (?:that )?(?P<rest>\w.+?)[.?!]*$", re.IGNORECASE)
_TASK = re.compile(
    r"\b(?:me|us|\w+ (?:task|reminder|todo|note)) to (?P<rest>\w.+?)[.?!]*$", re.IGNORECASE
)
_ABOUT = re.compile(r"\b(?:for|about|on|regarding) (?P<rest>[\w'].+?)(?:[.?!,;]|$)", re.IGNORECASE)
_BETWEEN = re.compile(
    r",?\s*(?:and|or|&|,|vs\.?|versus|with)\s*(?:also |the |an? |in |for |of )*", re.IGNORECASE
)


@frozen
class Span:
    """A piece of the question that may be the value of a parameter."""

    kind: str
    text: str
    start: int
    end: int


def values(
    question: str, known: Iterable[str], endings: Iterable[str] = ()
) -> tuple[str, tuple[Span, ...]]:
    """Return the question with digits for numbers, and the values in it, in order.

    `known` are the stems of words the functions speak of themselves; they are no values.
    `endings` may end one all the same: with "room", "living room" is all value.
    """
    known = tuple(known)
    text = _with_digits(question)
    spans: list[Span] = []
    for kind, shape in _SHAPES:
        for found in re.finditer(shape, text, re.IGNORECASE if kind in ("date", "time") else 0):
            _claim(spans, Span(kind, found[0], found.start(), found.end()))
    for span in _names(text, known):
        _claim(spans, span)
    for span in _phrases(text, spans, known, tuple(endings)):
        _claim(spans, span)
    clean = [_unquoted(span) for span in spans]
    return text, tuple(sorted(clean, key=lambda span: span.start)[:_MOST])


def _with_digits(question: str) -> str:
    """Write numbers in digits, but not where they are quoted or part of a name."""
    pieces = re.split(r"(\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']+'(?!\w)|\b[A-Z]\w+)", question)
    return "".join(piece if at % 2 else with_digits(piece) for at, piece in enumerate(pieces))


def _claim(spans: list[Span], new: Span) -> None:
    """Add a span unless its place is taken."""
    if all(new.end <= span.start or new.start >= span.end for span in spans):
        spans.append(new)


def _unquoted(span: Span) -> Span:
    text = span.text[1:-1] if span.kind == "quoted" else span.text
    return Span(span.kind, text.strip(), span.start, span.end)


def _names(text: str, known: tuple[str, ...]) -> list[Span]:
    """Find what is written with capitals, except words that only begin a sentence."""
    found: list[Span] = []
    for match in _NAMES.finditer(text):
        start, end = match.span()
        place = _PLACE.match(text[end:])
        if place and text[:start].rstrip().endswith(
            (" in", " at", " to", " from", " for", " near")
        ):
            end += place.end()
        span = _without_opening(text, Span("name", text[start:end], start, end), known)
        if span is not None:
            found.append(span)
    return found


def _without_opening(text: str, span: Span, known: tuple[str, ...]) -> Span | None:
    """Take off words at the start of a name that are there only for the sentence."""
    while span.text:
        first = re.match(r"[\w'’&-]+", span.text)
        word = first[0].lower() if first else ""
        opening = not text[: span.start].strip() or text[: span.start].rstrip()[-1] in ".?!:"
        plain = word.split("'")[0].split("’")[0] in STOP or word.startswith(("i'", "i’"))
        if not first or not (
            plain or (opening and _opens(word, text[span.start + first.end() :], known))
        ):
            return span
        rest = span.text[first.end() :].lstrip(" ,")
        span = Span(span.kind, rest, span.end - len(rest), span.end)
    return None


def _opens(word: str, rest: str, known: tuple[str, ...]) -> bool:
    """Tell whether the first word of a sentence is a verb or a word of the functions."""
    return any_same(stem(word), known) or is_verb(stem(word)) or _OBJECT.match(rest) is not None


def _phrases(
    text: str, taken: list[Span], known: tuple[str, ...], endings: tuple[str, ...]
) -> list[Span]:
    """Find runs of other words that say something and are not the functions' own."""
    found: list[Span] = []
    run: list[re.Match[str]] = []
    masked = list(text)
    for span in taken:
        masked[span.start : span.end] = "." * (span.end - span.start)
    for word in [*re.finditer(r"[^\W\d_][\w'’-]*|[^\w\s]", "".join(masked)), None]:
        after = run and run[-1][0].endswith("ing")
        ending = word and after and word[0] not in STOP and any_same(stem(word[0]), endings)
        order = word and not text[: word.start()].strip() and is_verb(stem(word[0]))
        if word and word[0][0].isalpha() and (ending or not (order or _plain(word[0], known))):
            run.append(word)
        elif run:
            start, end = run[0].start(), run[-1].end()
            found.append(Span("phrase", re.sub(r"['’]s$", "", text[start:end]), start, end))
            run = []
    return found


def _plain(word: str, known: tuple[str, ...]) -> bool:
    """Tell whether the word is part of the sentence rather than of a value."""
    base = re.sub(r"['’]\w*$", "", word.lower())
    return (
        base in STOP
        or base in _PLAIN
        or (base.endswith(("er", "est")) and any_related(stem(base), known))
        or any_same(stem(base), known)
        or all(any_same(stem(part), known) or part in STOP for part in words(word))
    )


def said(question: str) -> Span | None:
    """Return the words the question asks to pass on, as in "send a note saying ..."."""
    for pattern in (_SAYING, _SAID, _TELLING):
        if found := _rest(pattern, question):
            return found
    return _rest(_TASK, question)


def subject(question: str) -> Span | None:
    """Return what the question is about, as in "search for ..."."""
    return _rest(_ABOUT, question)


def _rest(pattern: re.Pattern[str], question: str) -> Span | None:
    found = pattern.search(question)
    if found is None:
        return None
    text = found["rest"].strip().strip("\"'“”")
    return Span("text", text, found.start("rest"), found.end("rest"))


def listed_with(span: Span, others: Iterable[Span], text: str) -> list[Span]:
    """Return the spans that continue a list this one begins: "3, 5 and 7"."""
    together = [span]
    for other in others:
        if other.kind != span.kind or other.start < together[-1].end:
            continue
        gap = re.sub(r"^['’]s\b", "", text[together[-1].end : other.start])
        if not _BETWEEN.fullmatch(gap):
            break
        together.append(other)
    return together
