"""Numbers written as words: "twenty-five", "three hundred", "a dozen"."""

import re

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_VALUES = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 10 * place for place, word in enumerate(_TENS, 2)}
    | {"dozen": 12}
)

_WORD = "|".join([*_VALUES, *_SCALES])
_PHRASE = re.compile(rf"\b(?:a )?(?:{_WORD})(?:(?:-| and | )(?:{_WORD}))*\b", re.IGNORECASE)
_MIXED = re.compile(r"\b(\d+(?:\.\d+)?)\s*(hundred|thousand|million|billion)\b", re.IGNORECASE)


def with_digits(text: str) -> str:
    """Return the text with numbers in digits: "twenty-five" is "25", "2.5 million" is "2500000"."""
    text = _MIXED.sub(lambda found: _scaled(found[1], found[2]), text)
    return _PHRASE.sub(lambda found: _digits(found[0]), text)


def _scaled(number: str, scale: str) -> str:
    return (
        f"{float(number) * _SCALES[scale.lower()]:.10g}"
        if "." in number
        else str(int(number) * _SCALES[scale.lower()])
    )


def _digits(phrase: str) -> str:
    """Add up a phrase; words that do not belong to one number ("two and three") stay apart."""
    words = re.split(r"[\s-]+", phrase.lower())
    total, current, last = 0, 0, 10**12
    for word in words:
        if word in ("a", "and"):
            continue
        if word in _SCALES:
            current = max(current, 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0
            last = _SCALES[word]
        elif _VALUES[word] < last and not (last < 20) and (_VALUES[word] < 10 or last >= 100):
            current += _VALUES[word]
            last = _VALUES[word]
        else:
            return _apart(phrase)
    return str(total + current)


def _apart(phrase: str) -> str:
    """Turn each word into digits by itself."""
    return re.sub(
        rf"\b(?:{_WORD})\b",
        lambda found: str((_VALUES | _SCALES)[found[0].lower()]),
        phrase,
        flags=re.IGNORECASE,
    )
