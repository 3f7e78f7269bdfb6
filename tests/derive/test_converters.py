"""Anybody's cattrs converter, once taught, reads our documents as strictly as we do."""

import json

import attrs
import cattrs
import pytest
from cattrs.preconf.json import make_converter

from positive_practice.derive.structure import configure_converter
from positive_practice.errors import InvalidDocument, UnsupportedVersion
from positive_practice.model.framework import Position
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.record import AuditRecord, Submission
from positive_practice.model.tally import Tally
from support.samples import NOTICE, RECORD, TALLY, changed

S0 = "/submissions/0"
CONVERTERS = {
    "base": cattrs.BaseConverter,
    "plain": cattrs.Converter,
    "quick": lambda: cattrs.Converter(detailed_validation=False),
    "no extra keys": lambda: cattrs.Converter(forbid_extra_keys=True),
    "omit defaults": lambda: cattrs.Converter(omit_if_default=True),
    "tuples": lambda: cattrs.Converter(unstruct_strat=cattrs.UnstructureStrategy.AS_TUPLE),
    "collections": lambda: cattrs.Converter(unstruct_collection_overrides={list: tuple}),
    "json": make_converter,
    "quick json": lambda: make_converter(detailed_validation=False),
    "strict json": lambda: make_converter(forbid_extra_keys=True),
}

HOSTILE = [
    ("", None, ("wrong_type", "")),
    ("", [], ("wrong_type", "")),
    ("", "abc", ("wrong_type", "")),
    ("", 3, ("wrong_type", "")),
    ("", True, ("wrong_type", "")),
    ("/x", 1, ("unknown_field", "")),
    ("/case/x", None, ("unknown_field", "/case")),
    (f"{S0}/respondent/name", "x", ("unknown_field", f"{S0}/respondent")),
    ("/case", "abc", ("wrong_type", "/case")),
    ("/case", [], ("wrong_type", "/case")),
    ("/case", None, ("wrong_type", "/case")),
    ("/submissions", "abc", ("wrong_type", "/submissions")),
    ("/submissions", {"0": {}}, ("wrong_type", "/submissions")),
    ("/submissions", [None], ("wrong_type", "/submissions/0")),
    ("/submissions", 0, ("wrong_type", "/submissions")),
    ("/reviews/0/agencies", "other", ("wrong_type", "/reviews/0/agencies")),
    (f"{S0}/revision", "3", ("wrong_type", f"{S0}/revision")),
    (f"{S0}/revision", 3.7, ("wrong_type", f"{S0}/revision")),
    (f"{S0}/revision", True, ("wrong_type", f"{S0}/revision")),
    (f"{S0}/revision", None, ("wrong_type", f"{S0}/revision")),
    (f"{S0}/revision", [3], ("wrong_type", f"{S0}/revision")),
    ("/events/0/day", "0", ("wrong_type", "/events/0/day")),
    ("/events/0/day", False, ("wrong_type", "/events/0/day")),
    ("/audit/purpose", None, ("wrong_type", "/audit/purpose")),
    ("/audit/purpose", 3, ("wrong_type", "/audit/purpose")),
    ("/audit/purpose", ["a"], ("wrong_type", "/audit/purpose")),
    (f"{S0}/status", None, ("wrong_type", f"{S0}/status")),
    (f"{S0}/status", "Submitted", ("unknown_code", f"{S0}/status")),
    (f"{S0}/key_features", [{"text": "a", "worth_sharing": "false"}],
     ("wrong_type", f"{S0}/key_features/0/worth_sharing")),
    (f"{S0}/key_features", [{"text": "a", "worth_sharing": 0}],
     ("wrong_type", f"{S0}/key_features/0/worth_sharing")),
    ("/extensions", "abc", ("wrong_type", "/extensions")),
    ("/schema_version", 1.0, ("wrong_type", "/schema_version")),
]  # fmt: skip


@attrs.define
class Folder:
    """A case system's own class that holds documents of ours."""

    label: str
    record: AuditRecord
    parts: list[Submission] = attrs.field(factory=list)
    notice: UrgentHelpNotice | None = None


@attrs.define
class Sheet:
    """A case system's own class that holds a value of ours which is no document."""

    where: Position


@pytest.fixture(params=CONVERTERS.values(), ids=CONVERTERS)
def converter(request):
    """A converter of each kind, taught our documents."""
    return configure_converter(request.param())


@pytest.mark.parametrize(("pointer", "new", "problem"), HOSTILE)
def test_a_hostile_value_is_refused_by_every_converter(converter, pointer, new, problem):
    """No converter turns "3", 3.7, true, null, "false" or "abc" into what they are not."""
    value = changed(RECORD, pointer, new)

    with pytest.raises(InvalidDocument) as caught:
        converter.structure(value, AuditRecord)

    assert [(one.code, one.pointer) for one in caught.value.problems] == [problem]


@pytest.mark.parametrize(
    ("plain", "cls"), [(RECORD, AuditRecord), (TALLY, Tally), (NOTICE, UrgentHelpNotice)]
)
def test_every_converter_gives_back_what_it_took(converter, plain, cls):
    """R1: structure and unstructure are each other's inverse, in every converter."""
    document = converter.structure(plain, cls)

    assert converter.unstructure(document) == plain
    assert converter.structure(converter.unstructure(document), cls) == document
    assert json.loads(json.dumps(converter.unstructure(document))) == plain


def test_a_newer_version_keeps_its_own_error(converter):
    """A document of another schema version is refused as such by every converter."""
    with pytest.raises(UnsupportedVersion):
        converter.structure(changed(RECORD, "/schema_version", "9.9"), AuditRecord)


def test_the_preconfigured_json_converter_reads_and_writes_text():
    """A preconfigured converter's own `dumps` and `loads` work with our documents."""
    converter = configure_converter(make_converter())
    record = converter.loads(json.dumps(RECORD), AuditRecord)

    assert converter.loads(converter.dumps(record), AuditRecord) == record


def test_documents_inside_a_users_class_are_read_and_written():
    """A user's own attrs class may hold our documents, alone, in a list or optional."""
    converter = configure_converter(cattrs.Converter())
    plain = {"label": "a", "record": RECORD, "parts": RECORD["submissions"], "notice": NOTICE}

    folder = converter.structure(plain, Folder)

    assert isinstance(folder.parts[0], Submission)
    assert converter.unstructure(folder) == plain


def test_documents_inside_a_users_class_are_strict():
    """What cattrs would let pass in a user's own fields never passes in ours."""
    converter = configure_converter(cattrs.Converter(detailed_validation=False))
    faulty = changed(RECORD, "/events/0/day", "0")

    with pytest.raises(InvalidDocument) as caught:
        converter.structure({"label": 3, "record": faulty}, Folder)

    assert [one.pointer for one in caught.value.problems] == ["/events/0/day"]


def test_a_detailed_converter_shows_our_error_inside_its_own():
    """With detailed validation, cattrs groups the errors of a user's class; ours is among them."""
    converter = configure_converter(cattrs.Converter())
    faulty = changed(RECORD, "/case", None)

    with pytest.raises(cattrs.ClassValidationError) as caught:
        converter.structure({"label": "a", "record": faulty}, Folder)

    assert caught.value.subgroup(InvalidDocument) is not None


def test_values_that_are_no_documents_are_left_to_the_converter():
    """A position is no document: cattrs reads and writes it as it does any class."""
    converter = configure_converter(cattrs.Converter())
    sheet = Sheet(Position("MA1", "planning"))

    assert converter.structure(converter.unstructure(sheet), Sheet) == sheet


def test_a_users_own_hooks_are_left_alone():
    """Teaching a converter changes nothing for classes and primitives that are not ours."""
    converter = configure_converter(cattrs.Converter())

    assert converter.structure("3", int) == 3
    assert converter.structure({"label": "a", "record": RECORD}, Folder).label == "a"
