"""Mistakes of users that both type checkers find.

Each line is wrong on purpose, and says so to either checker by the name of the rule; both are told
to complain where such a remark is no longer needed. So a mistake that goes unnoticed is an error.
"""

import positive_practice as pp


def a_misspelt_name() -> None:
    """A name that the root does not have, though it makes its names when they are used."""
    _ = pp.scroe  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]


def a_misspelt_import() -> None:
    """Nor is it imported."""
    from positive_practice import AuditRecrod  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnusedImport]  # noqa: F401  # there is no such name


def a_misspelt_field(record: pp.AuditRecord) -> None:
    """A field that a record does not have."""
    _ = record.submission  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]


def no_class_of_a_document(data: bytes) -> None:
    """``type=`` takes a class, not its name and not a value."""
    pp.loads(data, type="Profile")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
    pp.load("profile.json", type=pp.score(pp.tally([])))  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]


def a_profile_that_was_not_asked_for(data: bytes) -> pp.Profile:
    """A record comes unless ``type=`` says otherwise."""
    return pp.loads(data)  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def a_record_where_a_profile_was_asked_for(data: bytes) -> pp.AuditRecord:
    """What was asked for is what comes."""
    return pp.loads(data, type=pp.Profile)  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def plain_values_to_read() -> None:
    """``loads`` takes text or bytes; plain values are for ``validate``."""
    pp.loads({"schema_version": "1.0"})  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]


def a_list_to_score(records: list[pp.AuditRecord]) -> None:
    """Several records are tallied first."""
    pp.score(records)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def one_record_to_tally(record: pp.AuditRecord) -> None:
    """One record is scored, or put into a list."""
    pp.tally(record)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def records_to_compare(record: pp.AuditRecord) -> None:
    """Profiles are compared, not records."""
    pp.compare(record, record)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_word_that_is_no_choice(record: pp.AuditRecord) -> None:
    """Modes, methods and kinds of overall numbers are closed lists."""
    pp.check(record, mode="strict")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pp.score(record, method="mean")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pp.score(record, overall="average")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_code_of_no_list() -> None:
    """So are the code lists."""
    pp.Answer(practice="GA1", rating="good")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pp.Outcome(kind="asks_for_help", change="better", source="young_person")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_field_left_out() -> None:
    """What a class needs has to be given, and by its name."""
    pp.Answer(practice="GA1")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    pp.Period(0, 365)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_change_in_place(record: pp.AuditRecord) -> None:
    """A document is never changed; ``attrs.evolve`` makes another."""
    record.record_id = "another"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def a_number_that_may_be_none(score: pp.Score) -> None:
    """An index that is not defined is ``None``, and has to be looked at."""
    _ = score.index + 1  # type: ignore[operator]  # pyright: ignore[reportOptionalOperand, reportUnknownVariableType]


def a_float_of_a_score(score: pp.Score) -> float:
    """No float is in a score."""
    return score.index  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def a_tally_and_something_else(tally: pp.Tally) -> None:
    """Tallies add to tallies."""
    _ = tally + 1  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]
    _ = tally + pp.score(tally)  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]


def a_rule_of_another_shape() -> None:
    """A rule finds places; a sentence is none."""

    def find(record: pp.AuditRecord) -> str:
        return record.record_id

    pp.LocalRule(code="acme", find=find, severity="info", message="No.", hint="Do.")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    pp.Policy(severity={"undecided": "fatal"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]


def an_attribute_that_an_error_lacks(error: pp.Conflict) -> None:
    """Each error has its own facts."""
    _ = error.problems  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
