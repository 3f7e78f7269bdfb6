"""For tests of programs that use the framework: strategies, and the laws of scoring as tests.

Needs the extra ``testing``.
"""

import importlib.util

from positive_practice.errors import MissingExtra

if importlib.util.find_spec("hypothesis") is None:
    raise MissingExtra("testing")

from positive_practice.testing.strategies.derived import plain, weights
from positive_practice.testing.strategies.frameworks import frameworks, tailorings
from positive_practice.testing.strategies.near_valid import (
    NEAR_VALID_CODES,
    NearValid,
    near_valid_records,
)
from positive_practice.testing.strategies.records import records
from positive_practice.testing.strategies.results import STATES, profiles, states, tallies
from positive_practice.testing.strategies.submissions import answers, submissions
from positive_practice.testing.suite import LAWS, BrokenLaw, laws

__all__ = [
    "LAWS",
    "NEAR_VALID_CODES",
    "STATES",
    "BrokenLaw",
    "NearValid",
    "answers",
    "frameworks",
    "laws",
    "near_valid_records",
    "plain",
    "profiles",
    "records",
    "states",
    "submissions",
    "tailorings",
    "tallies",
    "weights",
]
