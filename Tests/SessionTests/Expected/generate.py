"""Writes the tables beside it: values and derivatives to 32 digits, computed at 120 digits by mpmath (PyPI).

Run it in this folder: python3 generate.py
Points are doubles, taken exactly. A condition is by how much more than its arguments a result changes, relatively.
"""

from mpmath import mp, mpf, diff, pi, e, sqrt, sin, cos, tan, exp, log, cosh, sinh, tanh, cbrt, floor, fabs
import mpmath

mp.dps = 120
TINY = mpf(10) ** -40


def text(x):
    if fabs(x) > mpf("1.7976931348623157e308"):
        return "inf" if x > 0 else "-inf"
    return mpmath.nstr(x, 32, min_fixed=-3, max_fixed=6, strip_zeros=True)


def condition(f, point, by_norm):
    """The largest relative change of the parts of f by that of the arguments."""
    here = f(*point)
    size = max((fabs(part) for part in here), default=0)
    worst = mpf(0)
    for index in range(len(point)):
        moved = list(point)
        moved[index] = point[index] * (1 + TINY)
        there = f(*moved)
        for a, b in zip(here, there):
            scale = size if by_norm else fabs(a)
            if a != b and scale != 0:
                worst = max(worst, fabs(b - a) / scale / TINY)
    return worst


def line(name, point, value, first, second, by_norm):
    exact = [mpf(x) for x in point]
    numbers = [value(*exact)] + list(first(*exact)) + list(second(*exact))
    conditions = [condition(first, exact, by_norm), condition(second, exact, True)]
    return " ".join(
        [name] + [repr(float(x)) for x in point] + [mpmath.nstr(c, 2) for c in conditions]
        + [text(x) for x in numbers])


def truncated(x):
    return floor(x) if x >= 0 else -floor(-x)


def even(x):
    low = floor(x)
    if x - low == mpf(1) / 2:
        return low if low % 2 == 0 else low + 1
    return floor(x + mpf(1) / 2)


def root3(x):
    return cbrt(x) if x >= 0 else -cbrt(-x)


def step(x):
    return mpf(0)


L2, L10 = log(mpf(2)), log(mpf(10))
C = 2 / sqrt(pi)
UNARY = {
    "neg": (lambda x: -x, lambda x: mpf(-1), step),
    "sqrt": (sqrt, lambda x: 1 / (2 * sqrt(x)), lambda x: -1 / (4 * x * sqrt(x))),
    "exp": (exp, exp, exp),
    "exp2": (lambda x: mpf(2) ** x, lambda x: L2 * mpf(2) ** x, lambda x: L2**2 * mpf(2) ** x),
    "expm1": (mpmath.expm1, exp, exp),
    "log": (log, lambda x: 1 / x, lambda x: -1 / x**2),
    "log2": (lambda x: log(x) / L2, lambda x: 1 / (x * L2), lambda x: -1 / (x**2 * L2)),
    "log10": (lambda x: log(x) / L10, lambda x: 1 / (x * L10), lambda x: -1 / (x**2 * L10)),
    "log1p": (mpmath.log1p, lambda x: 1 / (1 + x), lambda x: -1 / (1 + x) ** 2),
    "sin": (sin, cos, lambda x: -sin(x)),
    "cos": (cos, lambda x: -sin(x), lambda x: -cos(x)),
    "tan": (tan, lambda x: 1 / cos(x) ** 2, lambda x: 2 * sin(x) / cos(x) ** 3),
    "asin": (mpmath.asin, lambda x: 1 / sqrt(1 - x * x), lambda x: x / sqrt(1 - x * x) ** 3),
    "acos": (mpmath.acos, lambda x: -1 / sqrt(1 - x * x), lambda x: -x / sqrt(1 - x * x) ** 3),
    "atan": (mpmath.atan, lambda x: 1 / (1 + x * x), lambda x: -2 * x / (1 + x * x) ** 2),
    "sinh": (sinh, cosh, sinh),
    "cosh": (cosh, sinh, cosh),
    "tanh": (tanh, lambda x: 1 / cosh(x) ** 2, lambda x: -2 * sinh(x) / cosh(x) ** 3),
    "asinh": (mpmath.asinh, lambda x: 1 / sqrt(1 + x * x), lambda x: -x / sqrt(1 + x * x) ** 3),
    "acosh": (mpmath.acosh, lambda x: 1 / sqrt(x * x - 1), lambda x: -x / sqrt(x * x - 1) ** 3),
    "atanh": (mpmath.atanh, lambda x: 1 / (1 - x * x), lambda x: 2 * x / (1 - x * x) ** 2),
    "erf": (mpmath.erf, lambda x: C * exp(-x * x), lambda x: -2 * C * x * exp(-x * x)),
    "erfc": (mpmath.erfc, lambda x: -C * exp(-x * x), lambda x: 2 * C * x * exp(-x * x)),
    "cbrt": (root3, lambda x: 1 / (3 * root3(x) ** 2), lambda x: -2 / (9 * root3(x) ** 5)),
    "abs": (fabs, lambda x: mpmath.sign(x), step),
    "floor": (floor, step, step),
    "ceil": (lambda x: -floor(-x), step, step),
    "round": (lambda x: truncated(x + mpmath.sign(x) / 2), step, step),
    "trunc": (truncated, step, step),
    "roundEven": (even, step, step),
}
TINIES = [5e-324, -5e-324, 2.2250738585072014e-308, 1e-300, 3e-160, -1e-80, 1e-20, -1e-8]
MEDIUM = [0.001, -0.1, 0.3, 0.5, -0.7, 0.999, 1.0, -1.3, 1.5707963267948966, 2.0, 2.6, -2.7, 3.7, 4.9, -6.5, 10.0]
LARGE = [19.5, -26.1, 88.0, 200.0, 700.0, -700.0, -745.0, 12345.678, 1e8, 1e15]
HUGE = [-1e22, 1e74, 3e75, 1e100, -1e155, 1e200, 1e300, 1.7976931348623157e308]
REAL = [0.0, -0.0] + TINIES + MEDIUM + LARGE + HUGE
NEAR_ONE = [1 - 2.0**-53, 1 - 1e-12, 1 - 1e-6, -(1 - 1e-9)]
INSIDE = [x for x in REAL if abs(x) < 1] + NEAR_ONE
EXPONENTIAL = [x for x in REAL if abs(x) < 1e3]
POINTS = {
    **{name: EXPONENTIAL for name in ["exp", "exp2", "expm1", "sinh", "cosh", "tanh"]},
    **{name: [x for x in REAL if abs(x) < 30] for name in ["erf", "erfc"]},
    "acosh": [1 + 2.0**-52, 1 + 1e-12, 1 + 1e-6, 1.01] + [x for x in REAL if x > 1],
    "asin": INSIDE, "acos": INSIDE, "atanh": INSIDE,
    "log1p": [x for x in REAL if x > -1] + [-(1 - 2.0**-53), -(1 - 1e-9)],
    "sqrt": [x for x in REAL if x > 0], "log": [x for x in REAL if x > 0] + [1 + 2.0**-52, 1 - 2.0**-53],
    "log2": [x for x in REAL if x > 0], "log10": [x for x in REAL if x > 0],
    "abs": [x for x in REAL if x != 0], "cbrt": [x for x in REAL if x != 0],
    # Between the steps.
    **{name: [0.3, -0.7, 1.6, -2.4, 12345.678, -9.25e14] for name in ["floor", "ceil", "round", "trunc", "roundEven"]},
}


def power(x, y):
    return x**y


BINARY = {
    "add": (lambda x, y: x + y, lambda x, y: (mpf(1), mpf(1)), lambda x, y: (mpf(0),) * 3),
    "sub": (lambda x, y: x - y, lambda x, y: (mpf(1), mpf(-1)), lambda x, y: (mpf(0),) * 3),
    "mul": (lambda x, y: x * y, lambda x, y: (y, x), lambda x, y: (mpf(0), mpf(1), mpf(0))),
    "div": (
        lambda x, y: x / y, lambda x, y: (1 / y, -x / y**2), lambda x, y: (mpf(0), -1 / y**2, 2 * x / y**3)),
    "pow": (
        power, lambda x, y: (y * x ** (y - 1), x**y * log(x)),
        lambda x, y: (y * (y - 1) * x ** (y - 2), x ** (y - 1) * (1 + y * log(x)), x**y * log(x) ** 2)),
    "atan2": (
        mpmath.atan2, lambda y, x: (x / (x * x + y * y), -y / (x * x + y * y)),
        lambda y, x: (
            -2 * x * y / (x * x + y * y) ** 2, (y * y - x * x) / (x * x + y * y) ** 2,
            2 * x * y / (x * x + y * y) ** 2)),
    "hypot": (
        mpmath.hypot, lambda x, y: (x / mpmath.hypot(x, y), y / mpmath.hypot(x, y)),
        lambda x, y: (
            y * y / mpmath.hypot(x, y) ** 3, -x * y / mpmath.hypot(x, y) ** 3, x * x / mpmath.hypot(x, y) ** 3)),
    "fmod": (
        lambda x, y: x - y * truncated(x / y), lambda x, y: (mpf(1), -truncated(x / y)),
        lambda x, y: (mpf(0),) * 3),
    "remainder": (
        lambda x, y: x - y * even(x / y), lambda x, y: (mpf(1), -even(x / y)), lambda x, y: (mpf(0),) * 3),
}
PAIRS = [(1.5, 0.25), (-3.0, 7.5), (1e-8, -1.0), (1e8, 3.0), (-0.1, -0.7), (1.0, 3.0), (1e-20, 1e20)]
FAR = [(1e200, 3e200), (-1e-200, 2e-200), (1e-300, 1.0), (1.0, -1e300), (1e-160, 1e-170), (1e160, 1e140)]
PAIR_POINTS = {
    "pow": [
        (2.0, 3.0), (0.5, -1.5), (1e-10, 0.5), (10.0, 300.0), (1e-300, 1.01), (1 + 2.0**-52, 1e10), (0.999999, 1e5),
        (3.0, 0.0), (3.0, 1.0), (3.0, 2.0), (1e200, -1.0), (7.5, 1e-300), (0.1, -300.0), (2.0, 1e-20), (1e-160, 1.5),
        (5e-324, 0.5), (1e300, 1.02), (1.0, 1e6), (2.5, -1074.0), (0.7, 0.3)],
    "atan2": PAIRS + FAR + [(0.0, 1.0), (1.0, 0.0), (0.0, -2.0), (-4.0, 0.0), (3.0, -4.0), (1e-308, 2e-308)],
    "hypot": PAIRS + FAR + [(5.0, 0.0), (0.0, -5.0), (1e308, 1e308), (1e-310, 3e-310)],
    "fmod": [(7.3, 2.0), (-7.3, 2.0), (1e15, 3.0), (5.5, -2.0), (0.3, 1.0), (1e300, 7e290), (1e-300, 3e-301)],
    "remainder": [(7.3, 2.0), (-7.3, 2.0), (1e15, 3.0), (5.5, -2.5), (0.3, 1.0), (1e300, 7e290), (1e-300, 3e-301)],
}


def rosenbrock(*x):
    return sum(100 * (x[i + 1] - x[i] ** 2) ** 2 + (1 - x[i]) ** 2 for i in range(len(x) - 1))


FUNCTIONS = {
    "rosenbrock2": rosenbrock,
    "rosenbrock10": rosenbrock,
    "himmelblau": lambda x, y: (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
    "beale": lambda x, y: (mpf(3) / 2 - x + x * y) ** 2 + (mpf(9) / 4 - x + x * y**2) ** 2
    + (mpf(21) / 8 - x + x * y**3) ** 2,
    "booth": lambda x, y: (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
    "matyas": lambda x, y: mpf(0.26) * (x * x + y * y) - mpf(0.48) * x * y,
    "ackley": lambda x, y: -20 * exp(-mpf(0.2) * sqrt((x * x + y * y) / 2))
    - exp((cos(2 * mpf(3.141592653589793) * x) + cos(2 * mpf(3.141592653589793) * y)) / 2)
    + mpf(2.718281828459045) + 20,
    "rastrigin": lambda x, y: 20 + x * x - 10 * cos(2 * mpf(3.141592653589793) * x) + y * y
    - 10 * cos(2 * mpf(3.141592653589793) * y),
    "goldsteinPrice": lambda x, y: (
        1 + (x + y + 1) ** 2 * (19 - 14 * x + 3 * x * x - 14 * y + 6 * x * y + 3 * y * y)) * (
        30 + (2 * x - 3 * y) ** 2 * (18 - 32 * x + 12 * x * x + 48 * y - 36 * x * y + 27 * y * y)),
    "threeHumpCamel": lambda x, y: 2 * x * x - mpf(1.05) * x**4 + x**6 / 6 + x * y + y * y,
    "easom": lambda x, y: -cos(x) * cos(y)
    * exp(-((x - mpf(3.141592653589793)) ** 2) - (y - mpf(3.141592653589793)) ** 2),
    "mccormick": lambda x, y: sin(x + y) + (x - y) ** 2 - mpf(1.5) * x + mpf(2.5) * y + 1,
    "styblinskiTang": lambda x, y: (x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y) / 2,
}
PLACES = [(-1.2, 1.0), (0.5, -0.75), (2.3, 1.9), (-3.1, 2.6), (0.001, 4.2), (4.0, 3.0), (-0.01, -0.02)]


def partials(f):
    def first(*point):
        n = len(point)
        return [diff(f, point, tuple(int(k == i) for k in range(n))) for i in range(n)]

    def second(*point):
        n = len(point)
        return [
            diff(f, point, tuple(int(k == i) + int(k == j) for k in range(n))) for i in range(n) for j in range(i, n)]

    return first, second


def write(name, header, lines):
    with open(name, "w") as file:
        file.write("".join("# " + part + "\n" for part in header) + "\n".join(lines) + "\n")


MADE = "Made by generate.py with mpmath at 120 digits; points are doubles, taken exactly; 'inf' is beyond a double."

lines = []
for name, (value, first, second) in UNARY.items():
    assert name in ("floor", "ceil", "round", "trunc", "roundEven") or (
        fabs(first(mpf(1.25) if name == "acosh" else mpf(0.37)) - diff(value, mpf(1.25) if name == "acosh" else mpf(0.37)))
        < TINY)
    for x in POINTS.get(name, REAL):
        if fabs(value(mpf(x))) < mpf("1.7976931348623157e308"):
            lines.append(line(name, (x,), value, lambda x: (first(x),), lambda x: (second(x),), False))
write(
    "unary.txt",
    ["name x, conditions of the first and the second derivative, value, first and second derivative", MADE], lines)

lines = []
for name, (value, first, second) in BINARY.items():
    for point in PAIR_POINTS.get(name, PAIRS + FAR):
        if fabs(value(*map(mpf, point))) < mpf("1.7976931348623157e308"):
            lines.append(line(name, point, value, first, second, False))
write(
    "binary.txt",
    ["name x y, conditions of gradient and Hessian, value, derivatives by x, y, xx, xy, yy", MADE], lines)

lines = []
for name, f in FUNCTIONS.items():
    first, second = partials(f)
    if name == "rosenbrock10":
        places = [tuple(round(0.3 * k * (-1) ** k - 0.7, 3) for k in range(10)), (1.1,) * 10, (-1.2, 1.0) * 5]
    else:
        places = PLACES
    for point in places:
        exact = [mpf(x) for x in point]
        numbers = [f(*exact)] + first(*exact) + second(*exact)
        lines.append(" ".join([name] + [repr(x) for x in point] + [text(x) for x in numbers]))
write(
    "functions.txt",
    ["name, point, value, gradient, rows of the upper half of the Hessian", MADE], lines)
