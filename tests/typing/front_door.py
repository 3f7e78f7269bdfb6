"""What users write at the front door, and the type that each call has for them."""

import io
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, assert_type

import positive_practice as pp
from positive_practice.privacy.finding import Finding
from positive_practice.privacy.identifiers import find_identifiers
from positive_practice.privacy.pseudonyms import pseudonymous_record_id, random_record_id


def reading(data: bytes) -> None:
    """A record unless told otherwise; with ``type=`` a document of that class."""
    assert_type(pp.load("record.json"), pp.AuditRecord)
    assert_type(pp.load(Path("record.json"), limits=pp.Limits(depth=10)), pp.AuditRecord)
    assert_type(pp.load(io.BytesIO(data), framework=pp.framework()), pp.AuditRecord)
    assert_type(pp.load("profile.json", type=pp.Profile), pp.Profile)
    assert_type(pp.load("notice.json", type=pp.UrgentHelpNotice), pp.UrgentHelpNotice)
    assert_type(pp.loads(data), pp.AuditRecord)
    assert_type(pp.loads("{}"), pp.AuditRecord)
    assert_type(pp.loads(data, type=pp.AuditRecord), pp.AuditRecord)
    assert_type(pp.loads(data, type=pp.Tally), pp.Tally)
    assert_type(pp.loads(data, type=pp.Comparison), pp.Comparison)
    assert_type(pp.loads(data, type=pp.Agreement), pp.Agreement)
    assert_type(pp.loads(data, type=pp.Framework), pp.Framework)
    assert_type(pp.loads(data, type=pp.Tailoring), pp.Tailoring)
    assert_type(pp.loads(data, type=pp.ValidationReport), pp.ValidationReport)


def writing(record: pp.AuditRecord, profile: pp.Profile) -> None:
    """Bytes, or a file."""
    assert_type(pp.dumps(record), bytes)
    assert_type(pp.dumps(profile, limits=pp.Limits()), bytes)
    pp.dump(profile, "profile.json")
    pp.dump(profile, Path("profile.json"))


def checking(record: pp.AuditRecord, plain: dict[str, Any]) -> None:
    """A report of anything, and a document of what has no error."""
    report = pp.check(plain, mode="submitted")
    assert_type(report, pp.ValidationReport)
    assert_type(report.ok, bool)
    assert_type(report.problems, tuple[pp.Problem, ...])
    assert_type(report.more, int)
    report.raise_for_problems()
    assert_type(pp.check(record, mode="draft", policy=pp.Policy()), pp.ValidationReport)
    assert_type(pp.check(b"{}", type=pp.Profile), pp.ValidationReport)
    assert_type(pp.validate(plain), pp.AuditRecord)
    assert_type(pp.validate(b"{}"), pp.AuditRecord)
    assert_type(pp.validate(record, mode="publish"), pp.AuditRecord)
    assert_type(pp.validate(plain, type=pp.Tailoring), pp.Tailoring)
    answer = {"practice": "GA1", "rating": "fully"}
    assert_type(pp.check_answer(answer, record), tuple[pp.Problem, ...])


def problems(problem: pp.Problem) -> None:
    """What a problem says, and where."""
    assert_type(problem.code, str)
    assert_type(problem.severity == "error", bool)
    assert_type(problem.pointer, str)
    assert_type(problem.position, str | None)
    assert_type(problem.line, int | None)
    assert_type(problem.offset, int | None)
    assert_type(problem.message, str)
    assert_type(problem.hint, str)


def rules_of_ones_own() -> None:
    """A policy with a rule that is a function from a record to places."""

    def without_review(record: pp.AuditRecord) -> list[pp.Place]:
        return [] if record.reviews else [pp.Place("/reviews")]

    rule = pp.LocalRule(
        code="acme_reviewed",
        find=without_review,
        severity="info",
        message="There was no review.",
        hint="Hold one.",
    )
    policy = pp.Policy(rules=(rule,), off=frozenset({"undecided"}))
    assert_type(policy.rules, tuple[pp.LocalRule, ...])
    assert_type(policy.off, frozenset[str])
    assert_type(policy.problems(pp.load("record.json")), tuple[pp.Problem, ...])
    place = pp.Place("/reviews", "GA1")
    assert_type(place.pointer, str)
    assert_type(place.position, str | None)


def many_records(path: Path) -> None:
    """Records one by one, and an account of everything that was read."""
    with pp.read_records(path, "second.jsonl", limits=pp.Limits()) as reader:
        assert_type(reader, pp.RecordReader)
        for record in reader:
            assert_type(record, pp.AuditRecord)
        account = reader.accounting
        assert_type(account, pp.Accounting)
        assert_type(account.read - account.accepted - account.refused, int)
        assert_type(account.blank + account.duplicate, int)
        assert_type(reader.refused, tuple[pp.RefusedRecord, ...])
        for refused in reader.refused:
            assert_type((refused.source, refused.item, refused.line), tuple[int, int, int])
            assert_type(refused.problems, tuple[pp.Problem, ...])


def scoring(record: pp.AuditRecord, records: list[pp.AuditRecord]) -> None:
    """One record, or the tally of many; tallies add."""
    tally = pp.tally(records, method="lowest")
    assert_type(tally, pp.Tally)
    assert_type(tally + pp.tally(records), pp.Tally)
    assert_type(sum([tally, tally], start=pp.tally([])), pp.Tally)
    assert_type(sum([tally, tally]), pp.Tally | Literal[0])
    assert_type(pp.score(tally), pp.Profile)
    assert_type(pp.score(record, framework=pp.framework(), overall="pooled"), pp.Profile)
    assert_type(pp.combine(records), pp.AuditRecord)
    assert_type(pp.agenda(record), pp.Agenda)
    assert_type(pp.explain(record, "GA1"), pp.Explanation)
    assert_type(pp.explain(tally, "MA"), pp.Explanation)


def between_profiles(first: pp.Profile, records: list[pp.AuditRecord]) -> None:
    """Comparisons, agreement, and a profile held against its records."""
    assert_type(pp.compare(first, pp.score(pp.tally(records))), pp.Comparison)
    assert_type(pp.agreement(records, minimum_units=5), pp.Agreement)
    coincidences = pp.coincidences(records)
    assert_type(coincidences, pp.Coincidences)
    assert_type(coincidences + coincidences, pp.Coincidences)
    assert_type(pp.agreement(coincidences), pp.Agreement)
    assert_type(pp.verify(first, records), pp.Verification)


def looking_things_up() -> None:
    """Shipped data: the framework, code lists, problem codes, schemas, the notice."""
    assert_type(pp.framework("1.0"), pp.Framework)
    assert_type(pp.notice(), pp.UrgentHelpNotice)
    assert_type(pp.code_list("rating"), tuple[pp.Code, ...])
    assert_type(pp.code_lists(), Mapping[str, tuple[pp.Code, ...]])
    assert_type(pp.code_list("rating")[0].code, str)
    assert_type(pp.row("undecided"), pp.Row)
    assert_type(pp.rows(), Mapping[str, pp.Row])
    assert_type(pp.row("undecided").hint, str)
    assert_type(pp.schema("audit-record"), dict[str, Any])
    assert_type(pp.schema_validator("audit-record").is_valid({}), bool)
    assert_type(len(pp.schema_registry()), int)
    assert_type(pp.percent(Fraction(1, 3)), int)
    assert_type(pp.__version__, str)


def samples() -> None:
    """Invented records."""
    assert_type([record.case for record in pp.sample(3, seed=1)], list[pp.Case])


def personal_data(record: pp.AuditRecord, key: bytes) -> None:
    """What looks into texts, and ids that stand for nobody."""
    assert_type(find_identifiers("Ring me."), tuple[Finding, ...])
    assert_type(pp.check(record, text_check=find_identifiers), pp.ValidationReport)
    assert_type(random_record_id(), str)
    assert_type(pseudonymous_record_id(key, "A-17"), str)
