"""Sums said in words, written with signs: "12 times 7" is "12 * 7"."""

import re
from collections.abc import Callable

from .numerals import with_digits

_N = r"(-?\d+(?:\.\d+)?)"
_LIST = r"(-?\d+(?:\.\d+)?(?:(?:,\s*and|,|\s+and)\s+-?\d+(?:\.\d+)?)+)"
_SYMBOLS = str.maketrans({"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "≤": "<=", "≥": ">="})

_SHARES = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "tenth": 10}

# Each pattern with its replacement, tried in this order.
_PHRASES: tuple[tuple[str, str], ...] = (
    # Typography.
    (r"\*\*", "^"),
    (r"²", "^2"),
    (r"³", "^3"),
    (r"√", " sqrt "),
    (r"(?<=\d),(?=\d{3}(?!\d))", ""),
    (r"[$€£]\s?(?=\d)", ""),
    (r"\bper ?cent\b", "%"),
    (r"(?<=\d) %", "%"),
    # Names of functions.
    (r"\b(?:the )?square root of\b", " sqrt "),
    (r"\b(?:the )?cub(?:e|ic) root of\b", " cbrt "),
    (r"\b(?:the )?(?:natural log(?:arithm)?|ln) of\b", " ln "),
    (rf"\b(?:the )?log(?:arithm)?,? base {_N} of {_N}", r"(ln(\2) / ln(\1))"),
    (r"\b(?:the )?log(?:arithm)? of\b", " log "),
    (r"\b(?:the )?absolute value of\b", " abs "),
    (r"\b(?:the )?(?:sine|sin) of\b", " sin "),
    (r"\b(?:the )?(?:cosine|cos) of\b", " cos "),
    (r"\b(?:the )?(?:tangent|tan) of\b", " tan "),
    (rf"{_N}\s*(?:°|degrees?\b)", r"(\1 * pi / 180)"),
    (rf"\b(?:the )?factorial of {_N}", r"factorial(\1)"),
    (rf"{_N} factorial\b", r"factorial(\1)"),
    # Percentages.
    (rf"\bwhat (?:%|percent(?:age)?) of {_N} is {_N}", r"(100 * \2 / \1)"),
    (rf"{_N} (?:is|as) (?:what|a) (?:%|percent(?:age)?) of {_N}", r"(100 * \1 / \2)"),
    (rf"\bincreased? {_N} by {_N}%", r"(\1 * (1 + \2 / 100))"),
    (rf"\b(?:decrease|reduce|discount)d? {_N} by {_N}%", r"(\1 * (1 - \2 / 100))"),
    (rf"{_N} (?:is )?increased by {_N}%", r"(\1 * (1 + \2 / 100))"),
    (rf"{_N} (?:is )?(?:decreased|reduced|discounted) by {_N}%", r"(\1 * (1 - \2 / 100))"),
    (rf"{_N} (?:plus|\+) {_N}%", r"(\1 * (1 + \2 / 100))"),
    (rf"{_N} (?:minus|-) {_N}%", r"(\1 * (1 - \2 / 100))"),
    (rf"{_N} (?:(?:and|it|with|is|at|now) )*{_N}% (?:off|discount)", r"(\1 * (1 - \2 / 100))"),
    (rf"{_N}% (?:discount |off )(?:on |of |from )?{_N}", r"(\2 * (1 - \1 / 100))"),
    (rf"{_N}% (?:\w+ )?(?:of|on|for) (?:a |an |the )?(?:\w+ of )?(?=[-\d(.])", r"(\1 / 100) * "),
    (r"(?<=[\d)]) of (?=[\d(])", " * "),
    (r"\|([^|]+)\|", r"abs(\1)"),
    # Operations before their numbers.
    (rf"\bsubtract {_N} from {_N}", r"(\2 - \1)"),
    (rf"{_N} subtracted from {_N}", r"(\2 - \1)"),
    (rf"\badd {_N} (?:to|and) {_N}", r"(\2 + \1)"),
    (rf"\bmultiply {_N} (?:by|with|and) {_N}", r"(\1 * \2)"),
    (rf"\bdivide {_N} by {_N}", r"(\1 / \2)"),
    (rf"\b(?:the )?difference (?:between|of) {_N} and {_N}", r"(\1 - \2)"),
    (rf"\b(?:the )?quotient of {_N} and {_N}", r"(\1 / \2)"),
    (rf"\b(?:the )?remainder (?:of|when) {_N} (?:is )?divided by {_N}", r"(\1 mod \2)"),
    (r"\bhalf (?:of )?(?=[\d(])", "1/2 * "),
    *((rf"\b(?:an? |{_N} ){part}s?\b", rf"(\1/{number})") for part, number in _SHARES.items()),
    (r"(?<=\d\)) of (?=[\d(])", " * "),
    (r"\(/", "(1/"),
    (r"\b(?:double|twice) (?=[-\d(a-z])(?![a-z]{2})", "2 * "),
    # Operations between and after their numbers.
    (r"\b(?:raised )?to the power (?:of )?", "^"),
    (rf"\b(?:raised )?to the {_N}(?:st|nd|rd|th) power\b", r"^\1"),
    (r"\bsquared\b", "^2"),
    (r"\bcubed\b", "^3"),
    (r"\s+\^\s*", "^"),
    (r"\bmultiplied (?:by|with)\b", "*"),
    (r"\btimes\b", "*"),
    (r"\bdivided by\b", "/"),
    (r"\bover\b(?= ?[-\d(])", "/"),
    (r"\b(?:plus|added to)\b", "+"),
    (r"\bminus\b", "-"),
    (r"\bmodulo\b", "mod"),
    (r"(?<=\d) x (?=\d)", " * "),
    (r"(?<=\d)x(?=\d)", "*"),
    # Relations.
    (r"\b(?:is )?(?:equals?|equal to)\b", "="),
    (r"\bis (?:less|smaller) than or equal to\b", "<="),
    (r"\bis (?:greater|larger|more|bigger) than or equal to\b", ">="),
    (r"\bis (?:less|smaller) than\b", "<"),
    (r"\bis (?:greater|larger|more|bigger) than\b", ">"),
    (r"\b([b-hj-z]) is (?=-?\d)", r"\1 = "),
)

# Operations over a list of numbers, and what stands before, between and after them.
_LISTS: dict[str, tuple[str, str, str]] = {
    r"(?:sum|total) of": ("(", " + ", ")"),
    r"product of": ("(", " * ", ")"),
    r"(?:average|mean) of": ("mean(", ", ", ")"),
    r"(?:largest|maximum|max) of": ("max(", ", ", ")"),
    r"(?:smallest|minimum|min) of": ("min(", ", ", ")"),
    r"(?:greatest|highest) common (?:divisor|factor) of|gcd of": ("gcd(", ", ", ")"),
    r"(?:least|lowest) common (?:multiple|denominator) of|lcm of": ("lcm(", ", ", ")"),
}


def with_signs(text: str) -> str:
    """Return the text with digits for numbers and signs for operations, as far as they are said."""
    text = with_digits(text.translate(_SYMBOLS))
    for words, marks in _LISTS.items():
        pattern = rf"\b(?:the )?(?:{words}) (?:the )?(?:numbers )?{_LIST}"
        text = re.sub(pattern, _joined(marks), text, flags=re.IGNORECASE)
    for pattern, replacement in _PHRASES:
        text = re.sub(pattern, replacement, text, flags=re.IGNORECASE)
    return text


def _joined(marks: tuple[str, str, str]) -> Callable[[re.Match[str]], str]:
    """Return what writes a list of numbers between these marks."""
    before, between, after = marks

    def join(found: re.Match[str]) -> str:
        return before + between.join(re.findall(_N, found[1])) + after

    return join
