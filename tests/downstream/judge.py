"""Judge the law suite: it blames the correct scorer never, and each broken one by the right laws.

`python judge.py SEEDS` tries the correct scorer with so many seeds, and each broken one with one.
"""

import importlib.util
import sys
import types
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path

from broken import BROKEN

from positive_practice.testing import BrokenLaw, laws

FOUND = importlib.util.find_spec("tiny_audit.scorer")
TEXT = Path(FOUND.origin).read_text("utf-8")


def scorer(text):
    """A scorer of a text."""
    module = types.ModuleType("scorer")
    exec(compile(text, "scorer", "exec"), vars(module))  # noqa: S102  # the text is our own
    return module


def blamed(module, seed):
    """The laws that the suite names."""
    suite = laws(score=module.score, settle=module.settle, profile=module.profile, seed=seed)()
    names = [name for name in dir(suite) if name.startswith("test_")]
    return {name.split("_")[1] for name in names if not holds(getattr(suite, name))}


def holds(test):
    """Whether a law holds."""
    try:
        test()
    except BrokenLaw:
        return False
    return True


def broken_text(name):
    """The scorer's text, broken in one way."""
    old, new, _, _ = BROKEN[name]
    if TEXT.count(old) != 1:
        raise SystemExit(f"{name}: its text stands {TEXT.count(old)} times in the scorer")
    return TEXT.replace(old, new)


def fault_of_seed(seed):
    """What is wrong with what the suite says of the correct scorer, or None."""
    named = blamed(scorer(TEXT), seed)
    return f"the correct scorer is blamed by {sorted(named)}, seed {seed}" if named else None


def fault_of_broken(name):
    """What is wrong with what the suite says of a broken scorer, or None."""
    _, _, must, also = BROKEN[name]
    named = blamed(scorer(broken_text(name)), seed=0)
    if not named:
        return f"{name}: survives"
    if must - named:
        return f"{name}: {sorted(must - named)} should be named, not only {sorted(named)}"
    if named - must - also:
        return f"{name}: {sorted(named - must - also)} should not be named"
    return None


def main():
    """Print what the suite gets wrong, and fail if there is anything."""
    seeds = int(sys.argv[1])
    wrong = 0
    with ProcessPoolExecutor() as pool:
        broken = pool.map(fault_of_broken, BROKEN)
        for fault in filter(None, chain(broken, pool.map(fault_of_seed, range(seeds)))):
            print(fault, flush=True)
            wrong += 1
    print(f"{len(BROKEN)} broken scorers, {seeds} seeds of the correct one: {wrong} misjudged")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
