"""From draft to publish nothing that was found is lost, and nothing grows milder.

What holds exactly, and why:

- What makes a record unreadable, or leaves it without one meaning, is the same in every mode.
- ``submitted``, ``agreed`` and ``publish`` find the same at the same places, since every rule of
  quality is looked at in all three; they differ in how severe it is, and that only grows.
- ``draft`` leaves some rules out. Of the others it finds exactly what ``submitted`` finds where
  the newest revision of every submission is submitted: the same submissions count then.
- Without that proviso a newest revision that is a draft or withdrawn counts in ``draft`` alone. So
  what is found in an answer there may be found in ``draft`` alone; what no submission decides is
  found in ``submitted`` all the same.
"""

import copy
import random
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from positive_practice.api import check
from positive_practice.catalogue.shipped import framework as shipped_framework
from positive_practice.model.plain import unstructure
from positive_practice.model.record import AuditRecord
from positive_practice.problems.table import row, rows, table
from positive_practice.rules.policy import LocalRule, Policy
from positive_practice.rules.subject import Place
from positive_practice.samples import sample
from support.broken import BREAKS
from support.documents import spoil
from support.frameworks import TAILORING, without
from support.records import as_record, random_record
from support.samples import changed

MODES = ("draft", "submitted", "agreed", "publish")
MILD_TO_SEVERE = (None, "info", "warning", "error")
FRAMEWORK = without(shipped_framework(), ("VY3", "MA5"), ("planning",))
"""A tailored framework at hand; it matters only to a record that names the tailoring."""

FEW, MANY = 40, 300
HOW_MANY = [FEW, pytest.param(MANY, marks=pytest.mark.volume)]


@cache
def bases():
    """Invented records as plain values."""
    return [unstructure(record) for record in sample(30, seed=5)]


def record_with_problems(seed):
    """A record with problems of its own, or an invented one that is broken in one way."""
    rng = random.Random(seed)
    if seed % 3 == 0:
        record = copy.deepcopy(rng.choice(bases()))
        BREAKS[rng.choice(list(BREAKS))](rng, record)
        return record
    tailoring = TAILORING if rng.random() < 0.3 else None
    return random_record(rng, clean=rng.random() < 0.8, tailoring=tailoring)


def newest_submitted(record):
    """The record with the newest revision of every submission submitted: the proviso."""
    newest = {}
    for one in record["submissions"]:
        if one["id"] not in newest or one["revision"] > newest[one["id"]]["revision"]:
            newest[one["id"]] = one
    for one in newest.values():
        one["status"] = "submitted"
    return record


def found_by_mode(record, policy=None):
    """Each problem's place, with its severity, in every mode."""
    content = as_record(record)
    more = {} if policy is None else {"policy": policy}
    reports = {
        mode: check(content, mode=mode, framework=FRAMEWORK, type=AuditRecord, **more)
        for mode in MODES
    }
    return {mode: severities(report) for mode, report in reports.items()}


@cache
def found_as_it_is(seed):
    """What every mode finds in a record as it is."""
    return found_by_mode(record_with_problems(seed))


def severities(report):
    """The severity of each problem by code, pointer and position."""
    found = {(one.code, one.pointer, one.position): one.severity for one in report.problems}
    assert len(found) == len(report.problems)
    return found


def rank(severity):
    """How severe; what is not looked at comes first."""
    return MILD_TO_SEVERE.index(severity)


def is_looked_at(code, mode):
    """Whether a mode looks at a code."""
    return row(code).severity[mode] is not None


def milder(found):
    """The places whose severity falls from one mode to the next that finds them too."""
    return [
        place
        for first, second in pairwise(MODES)
        for place in found[first].keys() & found[second].keys()
        if rank(found[second][place]) < rank(found[first][place])
    ]


@pytest.mark.parametrize("code", rows())
def test_no_code_grows_milder(code):
    """In the table no mode is milder than the one before, and the last three see every code."""
    ranks = [rank(row(code).severity[mode]) for mode in MODES]

    assert ranks == sorted(ranks)
    assert all(is_looked_at(code, mode) for mode in MODES[1:])


@pytest.mark.parametrize("count", HOW_MANY)
def test_the_modes_after_draft_find_the_same(count):
    """Submitted, agreed and publish find the same places in every record, none of them milder."""
    for seed in range(count):
        found = found_as_it_is(seed)

        assert found["submitted"].keys() == found["agreed"].keys() == found["publish"].keys()
        assert milder(found) == []


@pytest.mark.parametrize("count", HOW_MANY)
def test_what_is_found_in_draft_is_found_in_submitted(count):
    """Where the newest revisions are submitted, draft finds what submitted does and it looks at."""
    for seed in range(count):
        found = found_by_mode(newest_submitted(record_with_problems(seed)))

        seen = {place for place in found["submitted"] if is_looked_at(place[0], "draft")}
        assert found["draft"].keys() == seen
        assert milder(found) == []


@pytest.mark.parametrize("count", HOW_MANY)
def test_what_no_submission_decides_is_found_in_both(count):
    """Without the proviso too, submitted finds all that draft finds outside the submissions."""
    for seed in range(count):
        found = found_as_it_is(seed)

        outside = {place for place in found["draft"] if not is_decided_by_a_submission(*place)}
        assert outside <= found["submitted"].keys()


def is_decided_by_a_submission(code, pointer, _):
    """Whether it hangs on which submissions count: it is in one, or is a decision set against one."""
    return pointer.startswith("/submissions/") or code == "decision_reopens"


@pytest.mark.parametrize("count", HOW_MANY)
def test_what_leaves_no_meaning_is_the_same_in_every_mode(count):
    """Problems of version, structure and integrity are alike in all modes, whatever was spoilt."""
    groups = Counter()
    for seed in range(count):
        rng = random.Random(seed)
        spoilt = spoil(rng, random_record(rng, clean=False), AuditRecord, rng.choice((0, 1, 2)))

        reports = [check(spoilt, mode=mode, type=AuditRecord) for mode in MODES]

        refusing = [
            [one for one in report.problems if row(one.code).group != "quality"]
            for report in reports
        ]
        assert all(one == refusing[0] for one in refusing)
        groups.update({row(one.code).group for one in refusing[0]})

    assert min(groups["structure"], groups["integrity"]) >= count // 10


@pytest.mark.volume
def test_the_records_meet_every_code():
    """The records with problems have each code of integrity and quality, but the texts', in each mode."""
    met = {mode: set() for mode in MODES}
    for seed in range(MANY):
        for mode, found in found_as_it_is(seed).items():
            met[mode].update(code for code, *_ in found)

    codes = [one.code for one in rows().values() if one.code in BREAKS]
    assert met == {mode: {code for code in codes if is_looked_at(code, mode)} for mode in MODES}


@pytest.mark.parametrize("status", ["draft", "withdrawn"])
def test_a_problem_in_what_does_not_count_is_found_in_draft_alone(status):
    """The proviso is needed: a newest revision that is not submitted counts in draft alone."""
    record = table()["base"]
    newer = copy.deepcopy(record["submissions"][0]) | {"revision": 2, "status": status}
    newer["answers"] = [{"practice": "GA1", "rating": "not_known"}]
    record = changed(record, "/submissions/-", newer)

    found = found_by_mode(record)

    place = ("reason_missing", "/submissions/2/answers/0", "GA1")
    assert [mode for mode in MODES if place in found[mode]] == ["draft"]


def test_a_problem_in_what_a_draft_is_to_replace_is_not_found_in_draft():
    """The other way round, draft looks past a revision that a newer draft is to replace."""
    record = table()["base"]
    newer = copy.deepcopy(record["submissions"][0]) | {"revision": 2, "status": "draft"}
    record = changed(record, "/submissions/-", newer)
    record = changed(record, "/submissions/0/answers/0", {"practice": "GA1", "rating": "not_known"})

    found = found_by_mode(record)

    place = ("reason_missing", "/submissions/0/answers/0", "GA1")
    assert [mode for mode in MODES if place in found[mode]] == ["submitted", "agreed", "publish"]


def test_the_law_holds_under_a_policy():
    """A policy's own rules and grades are the same in every mode, so nothing is lost by them."""
    unreviewed = LocalRule(
        code="acme_unreviewed",
        find=lambda record: [] if record.reviews else [Place("")],
        severity="warning",
        message="There was no review.",
        hint="Hold one.",
    )
    policy = Policy(
        rules=[unreviewed], off={"reason_missing"}, severity={"day_outside_period": "error"}
    )
    ours = set()
    for seed in range(FEW):
        found = found_by_mode(newest_submitted(record_with_problems(seed)), policy)

        ours |= {code for code, *_ in found["draft"]} & {"acme_unreviewed", "day_outside_period"}
        assert found["draft"].keys() <= found["submitted"].keys()
        assert found["submitted"].keys() == found["agreed"].keys() == found["publish"].keys()
        assert milder(found) == []

    assert ours == {"acme_unreviewed", "day_outside_period"}
