"""Change one token of the scorer at a time, and count the changes that the law suite notices.

`python mutants.py` tries every change; `python mutants.py 5` every fifth. What survives is printed
with its line, for somebody to judge whether it changes anything. No gate: it takes half an hour.
"""

import io
import itertools
import sys
import tokenize
from concurrent.futures import ProcessPoolExecutor

from judge import TEXT, holds, scorer

from positive_practice.testing import laws

OTHER = {
    "+": ["-"], "-": ["+"], "*": ["//"], "//": ["*"], "/": ["*"],
    "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"],
    "==": ["!="], "!=": ["=="], "+=": ["-=", "="],
    "and": ["or"], "or": ["and"], "not": [""], "in": ["not in"], "is": ["is not"],
    "any": ["all"], "all": ["any"], "min": ["max"], "max": ["min"], "sorted": ["list"],
    "True": ["False"], "None": ["0"], "continue": ["break"], "low": ["high"], "high": ["low"],
    "applicable": ["answered", "everything"], "answered": ["settled", "applicable"],
    "weight": ["1"], "levels": ["ratings"], "lows": ["highs"], "highs": ["lows"],
}  # fmt: skip


def main():
    """Print each change that survives, and how many there are."""
    step = int(sys.argv[1]) if sys.argv[1:] else 1
    changes = list(itertools.islice(all_changes(), 0, None, step))
    with ProcessPoolExecutor() as pool:
        survived = 0
        for one in filter(None, pool.map(survivor, changes)):
            print(one, flush=True)
            survived += 1
    print(f"{len(changes)} changes, {survived} survive")


def all_changes():
    """Every change: the line, the column, the token and what stands in its place."""
    for token in tokenize.generate_tokens(io.StringIO(TEXT).readline):
        for other in others(token):
            yield *token.start, token.string, other


def others(token):
    """What may stand in the place of a token."""
    if token.type == tokenize.NUMBER:
        return [str(int(token.string) + 1), str(int(token.string) - 1)]
    if token.type == tokenize.STRING and not token.string.startswith('"""'):
        return [f'{token.string[:-1]}x"']
    return OTHER.get(token.string, [])


def survivor(change):
    """The change as text, if no law notices it."""
    line, column, old, new = change
    lines = TEXT.splitlines(keepends=True)
    there = lines[line - 1]
    lines[line - 1] = there[:column] + new + there[column + len(old) :]
    if is_noticed("".join(lines)):
        return None
    return f"line {line}: {old} -> {new}: {there.strip()}"


def is_noticed(text):
    """Whether the changed scorer cannot be read, or breaks a law."""
    try:
        module = scorer(text)
    except Exception:  # noqa: BLE001  # a change that cannot be read is noticed by Python
        return True
    suite = laws(score=module.score, settle=module.settle, profile=module.profile)()
    names = [name for name in dir(suite) if name.startswith("test_")]
    return not all(holds(getattr(suite, name)) for name in sorted(names))


if __name__ == "__main__":
    main()
