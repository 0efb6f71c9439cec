"""Choose the functions a question asks for."""

import re
from collections.abc import Sequence

from attrs import frozen

from .schemas import Function, is_action, is_verb
from .words import STOP, any_related, any_same, same, stem, stems, telling, words

_OPENING = re.compile(
    r"\b(?:please|also|then|now|can|could|would|will|you|kindly|just|hey|hi|hello|ok)\b,?"
)
_ASKING = re.compile(
    r"^(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|am|do|does|did|has|have|had)\b"
)
_FORBIDDING = re.compile(r"\b(?:don['’]?t|do not|never|must not|should not|shouldn['’]t)\b")
_TELLING = re.compile(r"^tell (?!me\b|us\b)")
_WANTING = re.compile(r"\b(?:i|we) (?:want|need|would like|wish)\b|\bi['’]d like\b|\blet['’]?s\b")
_BREAK = re.compile(
    r"(?<=[?!;])\s+|(?<=\w\.)\s+(?=[A-Z])|,?\s+(?:and|then|but)(?: then| also| please)*\s+|,\s+"
    r"|\n+|;\s*"
)


_MOST = 24
_ROLE = re.compile(r"\s*(?:you are|you're|act as) an? ([^.!?\n]*)", re.IGNORECASE)


@frozen
class Wish:
    """A function that is asked for, and the part of the question that asks for it."""

    function: Function
    clause: str


def wishes(question: str, functions: Sequence[Function]) -> list[Wish]:
    """Return the functions the question asks for, clause by clause."""
    found: list[Wish] = []
    for clause in clauses(question, functions):
        for function in asked(clause, functions):
            wish = Wish(function, clause)
            if wish not in found:
                found.append(wish)
    return found


def clauses(question: str, functions: Sequence[Function]) -> list[str]:
    """Split a question where another request begins."""
    pieces: list[tuple[str, str]] = []
    for piece in _few(_split(question)):
        if pieces and not _begins_request(pieces[-1][1], piece[1], functions):
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + piece[0] + piece[1])
        else:
            pieces.append(piece)
    return [text for _, text in pieces]


def _split(question: str) -> list[tuple[str, str]]:
    """Cut at every possible border outside of quotes: what joins, and the piece after it."""
    quoted = [
        found.span() for found in re.finditer(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']+'(?!\w)", question)
    ]
    pieces: list[tuple[str, str]] = []
    joint, at = "", 0
    for found in _BREAK.finditer(question):
        if not any(start < found.start() < end for start, end in quoted):
            pieces.append((joint, question[at : found.start()]))
            joint, at = found[0], found.end()
    return [*pieces, (joint, question[at:])]


def _few(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Join the pieces a long text begins with, so that there are not too many."""
    early, late = pieces[:-_MOST], pieces[-_MOST:]
    return [("", "".join(joint + text for joint, text in early)), *late] if early else late


def _begins_request(before: str, piece: str, functions: Sequence[Function]) -> bool:
    """Tell whether a piece asks for something by itself."""
    if len(piece.split()) < 2:
        return False
    here, earlier = asked(piece, functions), asked(before, functions)
    if not here:
        asks = _ASKING.match(_stripped(piece)) is not None
        return asks or before.rstrip().endswith(("?", "!", "."))
    if imperative(piece) or _ASKING.match(_stripped(piece)):
        return True
    return bool(earlier) and any(function not in earlier for function in here)


def _stripped(clause: str) -> str:
    return re.sub(r"\s+", " ", _OPENING.sub(" ", clause.lower())).strip(" ,.!")


def imperative(clause: str) -> str:
    """Return the stem of the verb a request begins with, or nothing."""
    first = re.match(r"[a-z]+", _stripped(clause))
    verb = stem(first[0]) if first else ""
    return verb if is_verb(verb) else ""


def asked(clause: str, functions: Sequence[Function]) -> list[Function]:
    """Return the functions one clause asks for, the best first; each adds a word of its own."""
    heard = heard_words(clause)
    chosen: list[Function] = []
    explained: set[str] = set()
    ranked = sorted(functions, key=lambda each: -strength(heard, each))
    for function in ranked:
        named = {word for word in heard if _name_match(word, function)}
        told = {word for word in heard if any_same(word, function.described)}
        adds = bool(named - explained) or _tells_enough(told - explained, function)
        if fits(clause, heard, function) and (adds or not chosen):
            chosen.append(function)
            explained |= named | told
    return chosen


def heard_words(clause: str) -> list[str]:
    """Return the stems of a clause, and those of neighbours written together."""
    text = re.sub(r"\S+@\S+|https?://\S+|\"[^\"]*\"", " ", clause)
    for sign, word in (("+", "plus"), ("*", "times"), ("/", "divide")):
        text = re.sub(rf"(?<=\d)\s*{re.escape(sign)}\s*(?=\d)", f" {word} ", text)
    if _TELLING.match(_stripped(clause)):
        text += " message"
    single = [stem(word) for word in words(text) if word not in STOP or word in ("many", "much")]
    pairs = zip(words(text), words(text)[1:], strict=False)
    return [*single, *(stem(one + other) for one, other in pairs)]


def verb_tells(function: Function) -> bool:
    """Tell whether the verb itself says what the function is for."""
    generic = "get fetch retrieve return read list find search look lookup check is has show query"
    return function.verb not in {stem(word) for word in (*generic.split(), "view", "see", "load")}


def _name_match(word: str, function: Function) -> bool:
    verb = (function.verb,) if function.verb and verb_tells(function) else ()
    return any_related(word, (*function.heads, *verb))


def strength(heard: Sequence[str], function: Function) -> float:
    """Return how much of what was heard the function speaks of."""
    return sum(_weight(word, function) for word in heard) - 0.1 * len(function.heads)


def _weight(word: str, function: Function) -> float:
    own = [part for parameter in function.parameters for part in parameter.named]
    if any_same(word, function.heads) or (same(word, function.verb) and verb_tells(function)):
        return 3.0
    if _name_match(word, function):
        return 2.0
    if any_same(word, function.described):
        return 1.5
    choices = [str(choice) for parameter in function.parameters for choice in parameter.choices]
    if any_same(word, own) or word in (stem(choice) for choice in choices):
        return 1.0
    return 0.5 if any_related(word, (*function.described, *function.examples)) else 0.0


def fits(clause: str, heard: Sequence[str], function: Function) -> bool:
    """Tell whether the clause asks for this function at all."""
    return (
        _fits_action(clause, heard, function) if function.acts else _fits_reading(heard, function)
    )


def _fits_reading(heard: Sequence[str], function: Function) -> bool:
    if any(_name_match(word, function) for word in heard):
        return True
    told = {word for word in heard if any_same(word, function.described)}
    return _tells_enough(told, function) or any(word in function.examples for word in heard)


def _tells_enough(heard: set[str], function: Function) -> bool:
    """Tell whether the words heard are a good part of the description."""
    given = {word for parameter in function.parameters for word in parameter.named}
    told = {word for text in function.described for word in telling(text)} - given
    hits = {word for word in told if any_same(word, heard)}
    return len(hits) >= 2 or (bool(hits) and len(hits) * 3 >= len(told))


def _fits_action(clause: str, heard: Sequence[str], function: Function) -> bool:
    """An action needs to be ordered, and by its own verb where the order names one."""
    order = imperative(clause)
    lowered = clause.lower()
    if not order and _ASKING.match(_stripped(clause)):
        return False
    if _FORBIDDING.search(lowered):
        return False
    first = stem((_stripped(clause).split() or [""])[0])
    if not order and any_same(first, function.described):
        return True
    nouns = [word for word in function.heads if word != function.verb]
    matched = any(any_related(word, heard) for word in nouns)
    spoken = [word for word in heard if any_related(word, (function.verb, *function.described[:1]))]
    if order and is_action(order):
        own = any_related(order, (function.verb, *function.heads, *function.described))
        return own and (matched or not _other_object(clause, function))
    return (bool(spoken) and (matched or not nouns)) or (
        matched and bool(order or _WANTING.search(lowered) or "please" in lowered)
    )


def _other_object(clause: str, function: Function) -> bool:
    """Tell whether the order is about a thing the function does not speak of: "book a flight"."""
    found = re.match(r"[a-z]+ (?:me |us )?(?:a|an|another|some) (\w+)", _stripped(clause))
    return found is not None and not any_related(stem(found[1]), function.about)


def domain(instructions: str | None, functions: Sequence[Function]) -> list[str]:
    """Return what the assistant is for, apart from what single functions are about."""
    found = _ROLE.match(instructions or "")
    named = [word for function in functions for word in function.heads]
    return [word for word in stems(found[1]) if not any_same(word, named)] if found else []


def suggested(instructions: str | None, functions: Sequence[Function]) -> list[Function]:
    """Return the functions that the instructions ask to use along with others."""
    found: list[Function] = []
    for sentence in re.split(r"(?<=[.!?])\s+|\n+", instructions or ""):
        if re.match(r"\s*(?:you are|you're|act as|your (?:name|role|job) is)\b", sentence.lower()):
            continue
        heard = stems(sentence)
        for function in functions:
            heads = [word for word in function.heads if word not in ("use",)]
            hits = [word for word in heads if any_same(word, heard)]
            if heads and len(hits) == len(heads) and function not in found and not function.acts:
                found.append(function)
    return found
