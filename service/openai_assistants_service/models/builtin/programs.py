"""The Python programs that do the computing, made from the expressions of the question.

They are written for the sandbox, which knows a subset of Python: there is no `fractions` module, so
an exact program brings its own short class.
"""

from collections.abc import Sequence

from .expressions import Expression, Relation, is_exact, python, unknowns

FRACTION = """\
class Fraction:
    def __init__(self, top, bottom=1):
        if isinstance(top, Fraction):
            top, bottom = top.top, top.bottom * bottom
        if bottom == 0:
            raise ZeroDivisionError("division by zero")
        shared = math.gcd(top, bottom) * (1 if bottom > 0 else -1)
        self.top, self.bottom = top // shared, bottom // shared

    def __add__(self, other):
        other = Fraction(other)
        top = self.top * other.bottom + other.top * self.bottom
        return Fraction(top, self.bottom * other.bottom)

    def __mul__(self, other):
        other = Fraction(other)
        return Fraction(self.top * other.top, self.bottom * other.bottom)

    def __neg__(self):
        return Fraction(-self.top, self.bottom)

    def __sub__(self, other):
        return self + -Fraction(other)

    def __rsub__(self, other):
        return Fraction(other) - self

    def __truediv__(self, other):
        other = Fraction(other)
        return Fraction(self.top * other.bottom, self.bottom * other.top)

    def __rtruediv__(self, other):
        return Fraction(other) / self

    def __mod__(self, other):
        quotient = self / other
        return self - Fraction(other) * (quotient.top // quotient.bottom)

    def __pow__(self, exponent):
        if exponent < 0:
            return 1 / self ** -exponent
        return Fraction(self.top**exponent, self.bottom**exponent)

    __radd__ = __add__
    __rmul__ = __mul__
"""

SHOW_FRACTION = """
def show(value):
    value = Fraction(value)
    if value.bottom == 1:
        return str(value.top)
    written = f"{value.top}/{value.bottom}"
    if 10**12 % value.bottom == 0:
        decimal = f"{value.top / value.bottom:.12f}".rstrip("0")
        return f"{decimal} ({written})" if DECIMAL_FIRST else f"{written} ({decimal})"
    return f"{written} (about {value.top / value.bottom:.6g})"
"""

SHOW_FLOAT = """
def show(value):
    if abs(value - round(value)) < 1e-9:
        return str(round(value))
    for bottom in range(2, 100):
        top = value * bottom
        if abs(top - round(top)) < 1e-10 * max(1, abs(top)):
            about = "" if 10**6 % bottom == 0 else "about "
            return f"{round(top)}/{bottom} ({about}{value:.10g})"
    return f"about {value:.10g}"
"""

POLYNOMIAL = '''
# Three points tell all about a polynomial of degree two: a*x**2 + b*x + c.
at0, at1, at2 = difference(Fraction(0)), difference(Fraction(1)), difference(Fraction(2))
a = Fraction(at2 - 2 * at1 + at0) / 2
c = Fraction(at0)
b = Fraction(at1) - c - a


def root(value):
    """The exact square root of a fraction, or None."""
    top, bottom = math.isqrt(value.top), math.isqrt(value.bottom)
    exact = top**2 == value.top and bottom**2 == value.bottom
    return Fraction(top, bottom) if exact else None


def solve_linear():
    if b.top:
        print(f"{UNKNOWN} = {show(-c / b)}")
    elif c.top:
        print("There is no solution: the two sides are never equal.")
    else:
        print(f"Every number {UNKNOWN} is a solution: the two sides are always equal.")


def solve_quadratic():
    inside = b * b - 4 * a * c
    if inside.top < 0:
        print(f"There is no real solution: the discriminant, {show(inside)}, is negative.")
        return
    exact = root(inside)
    if exact is None and not b.top:
        print(f"{UNKNOWN} = ± sqrt({show(-c / a)})")
        print(f"{UNKNOWN} is about ± {math.sqrt(-c.top / c.bottom * a.bottom / a.top):.6g}")
    elif exact is None:
        spread = math.sqrt(inside.top / inside.bottom)
        middle, scale = -b.top / b.bottom, 2 * a.top / a.bottom
        roots = sorted([(middle - spread) / scale, (middle + spread) / scale])
        print(f"{UNKNOWN} = ({show(-b)} ± sqrt({show(inside)})) / {show(2 * a)}")
        print(f"{UNKNOWN} is about {roots[0]:.6g} or about {roots[1]:.6g}")
    elif exact.top:
        one, other = (-b - exact) / (2 * a), (-b + exact) / (2 * a)
        low, high = (one, other) if (other - one).top > 0 else (other, one)
        print(f"{UNKNOWN} = {show(low)} or {UNKNOWN} = {show(high)}")
    else:
        print(f"{UNKNOWN} = {show(-b / (2 * a))} (a double root)")


if a.top:
    solve_quadratic()
else:
    solve_linear()
'''

SEARCH = '''

def value_at(x):
    try:
        result = difference(x)
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return None if isinstance(result, complex) else result


def refine(low, high):
    """Halve the interval in which the sign changes until it is a point."""
    sign = value_at(low) > 0
    for _ in range(200):
        middle = (low + high) / 2
        found = value_at(middle)
        if found is None:
            return None
        if (found > 0) == sign:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def is_zero(x):
    found = None if x is None else value_at(x)
    return found is not None and abs(found) < 1e-7 * max(1, abs(x))


# Look for zeros and changes of sign between -1000 and 1000.
places = [n / 12 for n in range(-1200, 1201)]
places = [float(n) for n in range(-1000, -100)] + places + [float(n) for n in range(101, 1001)]
solutions = []
before = None
for place in places:
    now = value_at(place)
    found = None
    if now is not None and abs(now) < 1e-12:
        found, now = place, None
    elif now is not None and before is not None and (now > 0) != (before[1] > 0):
        found = refine(before[0], place)
    if found is not None and is_zero(found):
        if not solutions or abs(found - solutions[-1]) > 1e-6:
            solutions.append(found)
    before = None if now is None else (place, now)
if not solutions:
    print("There is no real solution between -1000 and 1000.")
elif len(solutions) > 20:
    print(f"There are at least {len(solutions)} solutions between -1000 and 1000.")
else:
    print(" or ".join(f"{UNKNOWN} = {show(solution)}" for solution in solutions))
'''

INEQUALITY = """
# The difference of the sides is slope * x + start.
start = Fraction(difference(Fraction(0)))
slope = Fraction(difference(Fraction(1))) - start
turned = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
if slope.top:
    sign = SIGN if slope.top > 0 else turned[SIGN]
    print(f"{UNKNOWN} {sign} {show(-start / slope)}")
else:
    holds = {"<": start.top < 0, ">": start.top > 0, "<=": start.top <= 0, ">=": start.top >= 0}
    print("Every number is a solution." if holds[SIGN] else "There is no solution.")
"""

SYSTEM = '''

def row(difference):
    """The numbers before the unknowns, and the one that stands alone."""
    zeros = [Fraction(0) for _ in UNKNOWNS]
    alone = Fraction(difference(*zeros))
    numbers = []
    for place in range(len(UNKNOWNS)):
        values = [Fraction(1 if place == other else 0) for other in range(len(UNKNOWNS))]
        numbers.append(Fraction(difference(*values)) - alone)
    return numbers + [-alone]


def eliminate(rows):
    """Gauss-Jordan: return the rows with a pivot, then those without."""
    done = []
    for column in range(len(UNKNOWNS)):
        pivot = None
        for candidate in rows:
            if pivot is None and candidate[column].top:
                pivot = candidate
        if pivot is None:
            continue
        rows = [other for other in rows if other is not pivot]
        pivot = [number / pivot[column] for number in pivot]
        done = [subtract(other, pivot, column) for other in done] + [pivot]
        rows = [subtract(other, pivot, column) for other in rows]
    return done, rows


def subtract(row, pivot, column):
    return [mine - row[column] * its for mine, its in zip(row, pivot)]


solved, left = eliminate([row(difference) for difference in differences])
if any(rest[-1].top for rest in left):
    print("There is no solution: the equations contradict each other.")
elif len(solved) < len(UNKNOWNS):
    print("There are infinitely many solutions: the equations do not determine every unknown.")
else:
    values = [line[-1] for line in solved]
    print(", ".join(f"{name} = {show(value)}" for name, value in zip(UNKNOWNS, values)))
'''


def evaluate(items: Sequence[tuple[str, Expression]], *, decimals: bool) -> str:
    """A program that prints the value of each expression; `decimals` says how fractions read."""
    exact = all(is_exact(expression) for _, expression in items)
    lines = [_opening(exact=exact, decimals=decimals)]
    for text, expression in items:
        label = f"{text} = " if len(items) > 1 else ""
        lines.append(f"# {text}")
        lines.append(f"print({label!r} + show({python(expression, exact=exact)}))")
    return "\n".join(lines) + "\n"


def compare(text: str, relation: Relation) -> str:
    """A program that says whether a relation between two known sides holds."""
    exact = is_exact(relation)
    left, right = python(relation.left, exact=exact), python(relation.right, exact=exact)
    difference = f"({left}) - ({right})"
    value = f"Fraction({difference}).top" if exact else f"round({difference}, 9)"
    sign = "==" if relation.sign == "=" else relation.sign
    holds = f'print("True" if difference {sign} 0 else "False")'
    opening = _opening(exact=exact, decimals=True)
    return f"{opening}\n# {text}\ndifference = {value}\n{holds}\n"


def solve(text: str, equation: Relation, method: str) -> str:
    """A program that solves an equation, or an inequality, in one unknown by one of the methods."""
    exact = method is not SEARCH
    (unknown,) = unknowns(equation)
    opening = _opening(exact=exact, decimals=False)
    body = _difference("difference", (unknown,), equation, exact=exact)
    names = f'UNKNOWN = "{unknown}"\nSIGN = "{equation.sign}"\n'
    return f"{opening}\n\n# Solve {text}\n{body}\n\n{names}{method}"


def solve_system(
    equations: Sequence[tuple[str, Relation]],
    names: tuple[str, ...],
    wanted: Sequence[tuple[str, Expression]] = (),
) -> str:
    """A program that solves linear equations together, and evaluates what is wanted of them."""
    parts = [_opening(exact=True, decimals=False)]
    for number, (text, equation) in enumerate(equations, 1):
        body = _difference(f"difference{number}", names, equation, exact=True)
        parts.append(f"\n# {text}\n{body}\n")
    listed = ", ".join(f"difference{number}" for number in range(1, len(equations) + 1))
    parts.append(f"\ndifferences = [{listed}]\nUNKNOWNS = {list(names)!r}\n{SYSTEM}")
    for text, expression in wanted:
        parts.append(f"    {', '.join(names)}{',' * (len(names) == 1)} = values")
        parts.append(f"    print({f'{text} = '!r} + show({python(expression, exact=True)}))")
    return "\n".join(parts) + "\n"


def _difference(name: str, unknown: tuple[str, ...], equation: Relation, *, exact: bool) -> str:
    left, right = python(equation.left, exact=exact), python(equation.right, exact=exact)
    return f"def {name}({', '.join(unknown)}):\n    return ({left}) - ({right})\n"


def _opening(*, exact: bool, decimals: bool) -> str:
    show = f"\nDECIMAL_FIRST = {decimals}\n{SHOW_FRACTION}" if exact else SHOW_FLOAT
    return f"import math\n\n\n{FRACTION if exact else ''}\n{show}\n"
