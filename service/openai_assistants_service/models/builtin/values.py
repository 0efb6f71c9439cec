"""Values: the quotes, numbers, dates, names and the like that stand in a clause."""

import re

from attrs import frozen

from .words import STOP, all_stems, stem, words

_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|yesterday"
_CAPITALIZED = r"[A-Z][\w'’]*(?:[-.&][A-Za-z]\w*)*"
_PATTERN = re.compile(
    rf"""
    "(?P<quoted>[^"]+)"|“(?P<curly>[^”]+)”|(?<!\w)'(?P<single>(?:[^']|(?<=\w)'(?=\w))+)'(?!\w)
    |\bsaying\ (?:that\ )?(?P<tail>[^\s"'“‘].*)
    |(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<url>https?://\S+)
    |(?P<date>\b\d{{4}}-\d\d-\d\d\b|(?i:\b(?:{_DAYS})\b))
    |(?P<time>\b\d{{1,2}}:\d\d(?:\s?[ap]m)?\b|\b\d{{1,2}}\s?[ap]m\b)
    |(?P<code>\+\d[\d ()-]{{5,}}\d|\b(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])\w+(?:[-.]\w+)*)
    |(?P<percent>\d+(?:\.\d+)?(?=\ ?%|\ percent))
    |(?P<number>(?<![\w.])-?[$€£]?\d[\d,]*(?:\.\d+)?(?!\w))
    |(?P<name>\b{_CAPITALIZED}(?:\ (?:(?:de|la|del|da|di|von|van|el)\ )*{_CAPITALIZED})*
        (?:,\ [A-Z]{{2}}\b)?)
    |\b(?:in|at|for|of|to|from|into|on|about|with|named|called)\ (?:(?:the|an?)\ )?
        (?P<phrase>[a-zß-ÿ]+\b(?:\ [a-zß-ÿ]+\b){{0,2}})(?![@-]|\.\w)
    """,
    re.VERBOSE,
)
_JOINING = re.compile(r"[\s,&]*(?:\b(?:and|or)\b)?\s*(?:(?:in|the)\s)*", re.IGNORECASE)
_BESIDE = frozenset(words("the a an is of are my with number"))
_QUOTED = ("curly", "single", "tail")
_MOST = 100


@frozen
class Value:
    """What can be an argument, with the stems beside it; an enumeration has the same `group`."""

    kind: str
    text: str
    start: int
    end: int
    before: str
    after: str
    group: int

    @property
    def number(self) -> int | float:
        text = re.sub(r"[$€£,]", "", self.text)
        return float(text) if "." in text or len(text) > 300 else int(text)


def find_values(clause: str, own: frozenset[str] = frozenset()) -> tuple[Value, ...]:
    """Return the values of a clause; `own` are the stems of words that speak of the function."""
    found: list[Value] = []
    at = 0
    while len(found) < _MOST and (match := _PATTERN.search(clause, at)):
        kind = str(match.lastgroup)
        start, end = match.span(kind)
        at = max(match.end(), match.start() + 1)
        if kind in ("name", "phrase"):
            start, end = _trimmed(clause, kind, start, end, own)
            at = at if kind == "name" else max(end, match.start() + 1)
        if start < end:
            joins = found and _JOINING.fullmatch(clause[found[-1].end : start])
            group = found[-1].group if joins and found[-1].kind == kind else len(found)
            before = [stem(word) for word in words(clause[:start]) if word not in _BESIDE]
            after = [stem(word) for word in words(clause[end:]) if word not in _BESIDE]
            text = clause[start:end].rstrip("" if kind in ("quoted", *_QUOTED[:2]) else " .,?!")
            text = re.sub(r"['’]s$", "", text) if kind == "name" else text
            kind = "quoted" if kind in _QUOTED else kind
            beside = "".join(before[-1:]), "".join(after[:1])
            found.append(Value(kind, text, start, end, *beside, group))
    return tuple(found)


def _trimmed(clause: str, kind: str, start: int, end: int, own: frozenset[str]) -> tuple[int, int]:
    """Leave out words of the function or that say little; a first word may be no name at all."""
    for word in re.finditer(r"[^\s,]+", clause[start:end]):
        plain = re.sub(r"['’]s$", "", word[0])
        little = plain.lower() in STOP or stem(plain.lower()) in own
        if kind == "phrase" and little:
            return start, start + word.start()
        opening = start + word.end() == len(word[0]) == end < len(clause.strip(" .?!"))
        capital = opening and word[0] == plain and not plain.isupper()
        if kind == "name" and not little and not capital:
            return start + word.start(), end
    return (start, start) if kind == "name" else (start, end)


def is_bare(text: str, own: frozenset[str] = frozenset()) -> bool:
    """Tell whether a text is values and words of a function only, as the end of a list is."""
    if re.fullmatch(rf"\s*(?:the )?{_CAPITALIZED}[.?!\s]*", text):
        return True
    values = {each.text for each in find_values(text, own) if each.kind != "phrase"}
    left = re.sub("|".join(map(re.escape, values)), " ", text)
    return bool(values) and all_stems(left) <= own | {"in", "the", "on", "for", "at", "with"}
