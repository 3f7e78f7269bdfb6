"""Hold our alpha against the ``krippendorff`` package on random data sets.

``python scripts/alpha.py [SETS]``: 5,000 sets unless told. The package works in floating point, so
equal means equal to within a billionth. Needs the extra ``agree``; the library never imports it.
"""

import math
import random
import sys
from collections import Counter
from fractions import Fraction

import krippendorff
import numpy as np

from positive_practice.scoring.agreement import alpha_of, coincidence_matrix

LEVELS = 4
CLOSE = 1e-9


def random_units(rng: random.Random) -> list[list[int | None]]:
    """What each voice gave at each unit, or nothing: some sets agree often, some hardly."""
    voices, units = rng.randint(2, 9), rng.randint(1, 60)
    silent, astray = rng.random() * 0.7, rng.random()
    most = rng.randint(2, LEVELS)
    return [
        [None if rng.random() < silent else rating(rng, usual, most, astray) for _ in range(voices)]
        for usual in rng.choices(range(most), k=units)
    ]


def rating(rng: random.Random, usual: int, most: int, astray: float) -> int:
    """What most give, or else any level."""
    return rng.randrange(most) if rng.random() < astray else usual


def ours(units: list[list[int | None]]) -> Fraction | None:
    """Our alpha, or None where it is undefined."""
    given = [[level for level in unit if level is not None] for unit in units]
    patterns = Counter(
        tuple(unit.count(level) for level in range(LEVELS)) for unit in given if len(unit) > 1
    )
    matrix = coincidence_matrix(patterns, LEVELS)
    return alpha_of(matrix) if sum(1 for row in matrix if any(row)) > 1 else None


def theirs(units: list[list[int | None]]) -> float:
    """The alpha of the package, which takes a row for each voice."""
    rows = [
        [math.nan if level is None else level for level in voice]
        for voice in zip(*units, strict=True)
    ]
    found = krippendorff.alpha(
        reliability_data=np.array(rows),
        value_domain=list(range(LEVELS)),
        level_of_measurement="ordinal",
    )
    return float(found)


def main(sets: int) -> int:
    """Compare the two, and say on how many sets they differ."""
    rng = random.Random(20)
    differ = undefined = 0
    for _ in range(sets):
        units = random_units(rng)
        alpha = ours(units)
        if alpha is None:
            undefined += 1
        else:
            differ += not math.isclose(float(alpha), theirs(units), rel_tol=CLOSE, abs_tol=CLOSE)
    print(f"{sets:,} data sets, {differ} differ; {undefined:,} have no alpha")
    return 1 if differ or undefined * 4 > sets else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000))
