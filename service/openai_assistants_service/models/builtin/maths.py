"""Mathematics: read a question, all of it or nothing, and write the program that answers it."""

import ast
import re
from collections.abc import Sequence

from attrs import frozen

from .words import normalized, words

_SPOKEN = {
    "(?:raised )?to the power of|raised to": "^",
    "(?:the )?square root of|sqrt": "√",
    "times|multiplied by": "*",
    "divided by|over": "/",
    "is equal to|equals?": "=",
    "plus": "+",
    "minus": "-",
    "squared": "^ 2",
    "cubed": "^ 3",
    "per ?cent": "%",
}
_SIGNS = str.maketrans({"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "²": "^2", "³": "^3"})
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?|\.\d+"
_LETTER = r"(?<![A-Za-z])[A-Za-z](?![A-Za-z'])"
_RUN = rf"(?:[-+*/^%()=√ ]|{_NUMBER}|{_LETTER})+"
_PIECE = re.compile(rf"(?P<run>{_RUN})|[A-Za-z]+(?:'[a-z]+)?|\S|\n")
# Dates are no differences, and 3! may be a factorial or a sentence said aloud.
_NO_SUM = re.compile(r"\d{4}-\d\d?-\d\d?|\d+/\d+/\d{2,4}|[\d)]!")
_LEADING = (
    "what is are how much does do calculate compute evaluate solve find work out give tell me "
    "please can could you i want need have would like to know help with the equation equations "
    "expression value result answer of system there a solution hello hi hey thanks thank now show "
    "my us this "
)
_BEFORE = frozenset(_LEADING.split())
_AFTER = frozenset(words("please thanks thank you be now"))
_BETWEEN = frozenset([*",;.?!:\n", "and", "then", "if", "when", "for"])
_QUOTES = ("", '"', "'", "“", "”", "`")
_MOST_TOKENS = 200
_MOST_UNKNOWNS = 5
_NONLINEAR = 99
_DEEPEST = 30


@frozen
class Term:
    """An expression as Python, or an equation as the difference of its sides."""

    text: str
    source: str
    degree: int
    names: tuple[str, ...]
    is_equation: bool
    alone: bool


def _parse(tokens: Sequence[str]) -> Term | None:
    """Read all of the tokens as one expression or equation; None if they are none, or ambiguous."""
    tokens = tokens[:-1] if tokens[-1] == "=" else tokens
    at = tokens.index("=") if "=" in tokens else len(tokens)
    parts = [tokens[:at]] if at == len(tokens) else [tokens[:at], tokens[at + 1 :]]
    text = "".join(f" {sign} " if sign in "+-*/=" else sign for sign in tokens)
    try:
        if sum(sign in "(-+^" for sign in tokens) > _DEEPEST:
            return None
        sides = [_as_python(each) for each in parts]
        degree = max(_degree(ast.parse(side, mode="eval").body) for side in sides)
    except SyntaxError:
        return None
    return Term(
        text=" ".join(text.split()),
        source=" - ".join(f"({side})" for side in sides),
        degree=degree,
        names=tuple(dict.fromkeys(sign for sign in tokens if sign.isalpha())),
        is_equation=len(sides) == 2,
        alone=len(tokens) == 1 or (len(tokens) == 2 and tokens[0] == "-"),
    )


def _as_python(tokens: Sequence[str]) -> str:
    """Write out what mathematicians leave out; SyntaxError for what they read in two ways."""
    whole = not re.search(r"[./%√]|\^ -", " ".join(tokens))
    written: list[str] = []
    for at, sign in enumerate(tokens):
        before, following = tokens[at - 1] if at else "", "".join(tokens[at + 1 : at + 2])
        if (sign == "(" or sign.isalpha()) and (before == ")" or before[-1:].isalnum()):
            divided = tokens if before == ")" else tokens[max(at - 2, 0) : at]
            if before.isalpha() or "/" in divided:
                raise SyntaxError("1/2x is (1/2)x to some, 1/(2x) to others; f(3) is no product")
            written.append("*")
        if sign == "%":
            if following != "*" or not before[-1:].isdigit():
                raise SyntaxError("40 + 10% is 40.1 to some, 44 to others")
            written[-1] = f"({written[-1]} / 100)"
        elif sign[-1].isdigit():
            if sign[0] == "0" and sign[1:2].isdigit():
                raise SyntaxError("05 is a part of a date")
            number = sign.replace(",", "")
            exact = number if whole else f'Decimal("{number}")'
            written.append(f"{exact}.sqrt()" if before == "√" else exact)
        elif sign != "√" or not following[-1:].isdigit():
            written.append("**" if sign == "^" else sign)
    return " ".join(written)


def _degree(node: ast.expr) -> int:
    match node:
        case ast.Name() | ast.Constant() | ast.Call():  # only a root is written as a call
            return int(isinstance(node, ast.Name))
        case ast.UnaryOp(ast.USub(), inner):
            return _degree(inner)
        case ast.BinOp(left, ast.Add() | ast.Sub(), right):
            return max(_degree(left), _degree(right))
        case ast.BinOp(left, ast.Mult(), right):
            return _degree(left) + _degree(right)
        case ast.BinOp(left, ast.Div(), right) if not _degree(right):
            return _degree(left)
        case ast.BinOp(left, ast.Pow(), right):
            return _NONLINEAR if _degree(left) or _degree(right) else 0
        case _:
            raise SyntaxError("this is no arithmetic")


Problem = tuple[Term, ...]


def read(question: str) -> Problem:
    """Return the problem a question states; nothing where not every word of it is understood."""
    text = normalized(question.translate(_SIGNS))
    text = re.sub(r"(?<=\d)\s+x\s+(?=\d)", " * ", text).replace("**", "^")
    for spoken, sign in _SPOKEN.items():
        text = re.sub(rf"\b(?:{spoken})\b", f" {sign} ", text, flags=re.I)
    text = re.sub(r"%\s*of\b", "% *", re.sub(r"√\s*\(([\d.,]+)\)", r"√\1", text))
    terms: list[Term] = []
    allowed = _BEFORE
    for piece in () if _NO_SUM.search(text) else _PIECE.finditer(text):
        word = piece[0].strip(" ").lower().removesuffix("'s")
        if piece["run"] and word not in ("", "a", "i"):
            tokens = re.findall(rf"{_NUMBER}|\S", piece[0])
            term = _parse(tokens) if allowed is _BEFORE and len(tokens) <= _MOST_TOKENS else None
            if term is None:
                return ()
            terms.append(term)
            allowed = _AFTER
        elif word in _BETWEEN:
            allowed = _BEFORE
        elif word not in allowed and word not in _QUOTES:
            return ()
    return tuple(terms) if can_be_solved(terms) else ()


def can_be_solved(terms: Sequence[Term]) -> bool:
    """Tell whether there is something to compute, with linear equations enough for it."""
    equations = [each for each in terms if each.is_equation]
    known = {name for each in equations for name in each.names}
    return (
        any(not each.alone for each in terms)
        and all(each.degree == 1 for each in equations)
        and len(equations) == len(known) <= _MOST_UNKNOWNS
        and all(known.issuperset(each.names) for each in terms)
        and all(each.names for each in terms if each.alone)
    )


NOTHING_TO_COMPUTE = 'print("I found nothing to compute in the question")\n'

_OPENING = """\
from decimal import Decimal


def show(value):
    if isinstance(value, int):
        return str(value)
    short = Decimal(f"{value:.12g}")
    about = "" if abs(value - short) <= Decimal("1e-20") * max(1, abs(short)) else "about "
    text = f"{short:f}"
    return about + (text.rstrip("0").rstrip(".") if "." in text else text)


"""
_SOLVING = """

def determinant(rows):
    minors = [[row[:n] + row[n + 1 :] for row in rows[1:]] for n in range(len(rows))]
    terms = [(-1) ** n * rows[0][n] * determinant(minors[n]) for n in range(len(rows))]
    return sum(terms) if rows else 1


# The equations are linear: their values at a few points tell the numbers before the unknowns.
constants = [-difference(*[Decimal(0) for name in names]) for difference in differences]
rows = []
for difference, constant in zip(differences, constants):
    ones = [[Decimal(int(name == one)) for name in names] for one in names]
    rows.append([round(difference(*one) + constant, 20) for one in ones])

# Cramer's rule.
values = []
if determinant(rows) == 0:
    print("there is no solution, or there are infinitely many")
else:
    for n in range(len(names)):
        replaced = [row[:n] + [it] + row[n + 1 :] for row, it in zip(rows, constants)]
        values.append(determinant(replaced) / determinant(rows))
    print(", ".join(f"{name} = {show(value)}" for name, value in zip(names, values)))
"""


def program(problem: Problem) -> str:
    """Return the program that computes what the problem asks for."""
    equations = [each for each in problem if each.is_equation]
    names = list(dict.fromkeys(name for each in equations for name in each.names))
    lines = [_OPENING]
    if equations:
        lines.append(f"names = {names!r}\ndifferences = [")
        for each in equations:
            lines.append(f"    # {each.text}\n    lambda {', '.join(names)}: {each.source},")
        lines.append(f"]\n{_SOLVING}")
    for each in problem:
        if not each.is_equation and not each.alone:
            given = f"lambda {', '.join(names)}: {each.source}"
            value = f"({given})(*values)" if names else each.source
            lines.append(
                f"{'if values: ' if names else ''}print({each.text + ' ='!r}, show({value}))"
            )
    return "\n".join(lines) + "\n"


def told(printed: str, error: str | None) -> str:
    """Say what a program printed, or why it stopped."""
    if error:
        problem = re.sub(r"decimal\.DivisionByZero.*", "division by zero", error)
        return f"I wrote a program for it, but it stopped with an error: {problem}."
    return f"I computed it with a small program: {'; '.join(printed.strip().splitlines())}."
