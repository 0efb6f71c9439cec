"""Mathematical expressions: read them from tokens, write them as Python."""

from __future__ import annotations

import re
from typing import TypeVar

from attrs import frozen

FUNCTIONS = {
    "sqrt": "math.sqrt",
    "cbrt": "math.cbrt",
    "sin": "math.sin",
    "cos": "math.cos",
    "tan": "math.tan",
    "asin": "math.asin",
    "acos": "math.acos",
    "atan": "math.atan",
    "ln": "math.log",
    "log": "math.log10",
    "exp": "math.exp",
    "floor": "math.floor",
    "ceil": "math.ceil",
    "abs": "abs",
    "round": "round",
    "max": "max",
    "min": "min",
    "factorial": "math.factorial",
    "gcd": "math.gcd",
    "lcm": "math.lcm",
}
EXACT_FUNCTIONS = {"factorial", "gcd", "lcm"}
CONSTANTS = {"pi": "math.pi"}
RELATIONS = ("<=", ">=", "=", "<", ">")

_DEEPEST = 30
_LEVELS = (("+", "-"), ("*", "/", "mod"))


@frozen
class Number:
    """A number as it was written, e.g. "3" or "48.50"."""

    text: str


@frozen
class Name:
    """An unknown, e.g. "x", or a constant, e.g. "pi"."""

    text: str


@frozen
class Negative:
    """Minus something."""

    of: Expression


@frozen
class Binary:
    """Two expressions and the sign between them: + - * / ^ mod."""

    sign: str
    left: Expression
    right: Expression


@frozen
class Apply:
    """A function of one or more expressions."""

    function: str
    arguments: tuple[Expression, ...]


Expression = Number | Name | Negative | Binary | Apply


@frozen
class Relation:
    """Two sides of an equation or an inequality."""

    sign: str
    left: Expression
    right: Expression


_Parsed = TypeVar("_Parsed", Expression, Relation)


class NotAnExpressionError(Exception):
    """The tokens do not form an expression."""


def parse(tokens: list[str]) -> Expression | Relation:
    """Read all tokens as one expression, equation or inequality."""
    parser = _Parser(tokens)
    left = parser.sum()
    sign = parser.peek()
    if sign not in RELATIONS:
        return parser.finish(left)
    parser.take()
    return parser.finish(Relation(sign, left, parser.sum()))


class _Parser:
    """Recursive descent; multiplication may be left out, as in 3x or 2(x - 1)."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self._at += 1
        return token

    def finish(self, result: _Parsed) -> _Parsed:
        if self.peek():
            raise NotAnExpressionError
        return result

    def sum(self, level: int = 0) -> Expression:
        if level == len(_LEVELS):
            return self._signed()
        left = self.sum(level + 1)
        while True:
            if self.peek() in _LEVELS[level]:
                left = Binary(self.take(), left, self.sum(level + 1))
            elif level == 1 and self._starts_factor():
                left = Binary("*", left, self._power())
            else:
                return left

    def _starts_factor(self) -> bool:
        return self.peek() == "(" or (self.peek()[:1].isalpha() and self.peek() != "mod")

    def _signed(self) -> Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotAnExpressionError
        value = self._unsigned()
        self._depth -= 1
        return value

    def _unsigned(self) -> Expression:
        if self.peek() == "-":
            self.take()
            return Negative(self._signed())
        if self.peek() == "+":
            self.take()
        return self._power()

    def _power(self) -> Expression:
        base = self._postfix()
        if self.peek() != "^":
            return base
        self.take()
        return Binary("^", base, self._signed())

    def _postfix(self) -> Expression:
        value = self._primary()
        while self.peek() in ("%", "!"):
            if self.take() == "%":
                value = Binary("/", value, Number("100"))
            else:
                value = Apply("factorial", (value,))
        return value

    def _primary(self) -> Expression:
        text = self.take()
        if text == "(":
            return self._closed()
        if text in (*FUNCTIONS, "mean"):
            return self._application(text)
        if re.fullmatch(r"\d+(\.\d+)?|\.\d+", text):
            return Number(text)
        if text in CONSTANTS or (len(text) == 1 and text.isalpha()):
            return Name(text)
        raise NotAnExpressionError

    def _closed(self) -> Expression:
        inner = self.sum()
        if self.take() != ")":
            raise NotAnExpressionError
        return inner

    def _application(self, function: str) -> Expression:
        if self.peek() != "(":
            return Apply(function, (self._power(),))
        self.take()
        arguments = [self.sum()]
        while self.peek() == ",":
            self.take()
            arguments.append(self.sum())
        if self.take() != ")":
            raise NotAnExpressionError
        return _mean(arguments) if function == "mean" else Apply(function, tuple(arguments))


def _mean(items: list[Expression]) -> Expression:
    total = items[0]
    for item in items[1:]:
        total = Binary("+", total, item)
    return Binary("/", total, Number(str(len(items))))


def parts(expression: Expression | Relation) -> list[Expression]:
    """Return the expression and all that it is made of."""
    match expression:
        case Relation(_, left, right):
            return parts(left) + parts(right)
        case Binary(_, left, right):
            return [expression, *parts(left), *parts(right)]
        case Negative(of):
            return [expression, *parts(of)]
        case Apply(_, arguments):
            return [expression, *(part for argument in arguments for part in parts(argument))]
        case _:
            return [expression]


def unknowns(expression: Expression | Relation) -> tuple[str, ...]:
    """Return the names that are to be found, in the order they appear."""
    names = [part.text for part in parts(expression) if isinstance(part, Name)]
    return tuple(dict.fromkeys(name for name in names if name not in CONSTANTS))


def is_exact(expression: Expression | Relation) -> bool:
    """Tell whether fractions of whole numbers are enough to compute it."""
    for part in parts(expression):
        match part:
            case Apply(function, _) if function not in EXACT_FUNCTIONS:
                return False
            case Name(text) if text in CONSTANTS:
                return False
            case Binary("^", _, exponent) if _whole(exponent) is None:
                return False
            case _:
                pass
    return True


def _whole(expression: Expression) -> int | None:
    """Return the whole number written there, if that is all there is."""
    match expression:
        case Number(text) if text.isdigit():
            return int(text)
        case Negative(Number(text)) if text.isdigit():
            return -int(text)
        case _:
            return None


def degree(expression: Expression | Relation) -> int | None:
    """Return the degree of the polynomial, or None where it is not one."""
    match expression:
        case Relation(_, left, right):
            return _larger(degree(left), degree(right))
        case Binary() if unknowns(expression):
            return _binary_degree(expression)
        case Negative(of):
            return degree(of)
        case Apply() if unknowns(expression):
            return None
        case _:
            return len(unknowns(expression))


def _binary_degree(expression: Binary) -> int | None:
    one, other = degree(expression.left), degree(expression.right)
    if one is None or other is None:
        return None
    match expression.sign:
        case "+" | "-":
            return _larger(one, other)
        case "*":
            return one + other
        case "/" if other == 0:
            return one
        case "^":
            power = _whole(expression.right)
            return None if power is None or power < 0 else one * power
        case _:
            return None


def _larger(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else max(one, other)


def python(expression: Expression, *, exact: bool) -> str:
    """Write the expression as Python; an exact one computes with the class Fraction."""
    match expression:
        case Number(text):
            return _number(text, exact=exact)
        case Name(text):
            return CONSTANTS.get(text, text)
        case Negative(of):
            return f"-{_wrapped(of, exact=exact)}"
        case Apply(function, arguments):
            inside = ", ".join(python(argument, exact=exact) for argument in arguments)
            return f"{FUNCTIONS[function]}({inside})"
        case Binary("/", left, right) if exact:
            return f"{_wrapped(left, exact=True)} / Fraction({python(right, exact=True)})"
        case Binary(sign, left, right):
            written = {"^": "**", "mod": "%"}.get(sign, sign)
            one, other = _wrapped(left, exact=exact), _wrapped(right, exact=exact)
            return f"{one}{written}{other}" if sign == "^" else f"{one} {written} {other}"


def _number(text: str, *, exact: bool) -> str:
    if text.isdigit():
        return str(int(text))
    whole, _, decimals = text.partition(".")
    return (
        f"Fraction({int(whole + decimals)}, {10 ** len(decimals)})" if exact else str(float(text))
    )


def _wrapped(expression: Expression, *, exact: bool) -> str:
    """Write a part, in parentheses unless it is a single thing."""
    written = python(expression, exact=exact)
    simple = isinstance(expression, Number | Name | Apply)
    return written if simple else f"({written})"
