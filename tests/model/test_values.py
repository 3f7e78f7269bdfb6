"""Documents as values: frozen, hashable, picklable, and silent about what people wrote."""

import copy
import pickle
from random import Random
from typing import Annotated

import attrs
import pytest
from attrs import frozen

from positive_practice.api import score, tally
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.catalogue.shipped import framework
from positive_practice.derive.structure import structure_or_raise
from positive_practice.errors import InvalidDocument
from positive_practice.model import constraints
from positive_practice.model.agreement import Agreement
from positive_practice.model.checked import checked_and_silent
from positive_practice.model.codes import Stage
from positive_practice.model.comparison import Comparison
from positive_practice.model.constraints import Items, Pattern, RecordId, Text, Token
from positive_practice.model.explanation import (
    Agenda,
    AgendaItem,
    Explained,
    Explanation,
    Statement,
)
from positive_practice.model.framework import Framework
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.plain import is_document, unstructure
from positive_practice.model.problem import Problem, ValidationReport
from positive_practice.model.profile import Profile
from positive_practice.model.record import AuditRecord
from positive_practice.model.shape import Leaf, shape_of
from positive_practice.model.tailoring import Edition, Tailoring
from positive_practice.model.tally import Tally
from support.documents import document, places
from support.samples import AGREEMENT, COMPARISON, NOTICE, RECORD, TAILORING, TALLY, changed

CANARY = "canary-7f3a"
CANARY_ID = "0ca7a710-0000-4000-8000-000000000000"
SAMPLES = [
    (AuditRecord, RECORD),
    (Tally, TALLY),
    (Comparison, COMPARISON),
    (Agreement, AGREEMENT),
    (Tailoring, TAILORING),
    (UrgentHelpNotice, NOTICE),
]


@pytest.fixture(params=SAMPLES, ids=[cls.__name__ for cls, _ in SAMPLES])
def twins(request):
    """Two documents made apart from the same plain values."""
    cls, plain = request.param
    return structure_or_raise(plain, cls), structure_or_raise(copy.deepcopy(plain), cls)


def test_equal_documents_are_equal_in_hash(twins):
    """Documents are values: made twice, they are one in a set."""
    first, second = twins

    assert first is not second
    assert first == second
    assert hash(first) == hash(second)
    assert len({first, second}) == 1


def test_a_document_cannot_be_changed(twins):
    """Every field is frozen and no other attribute can be added; change returns a new object."""
    value, _ = twins

    for field in attrs.fields(type(value)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, field.name)
    with pytest.raises(AttributeError):
        value.anything = 1
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_document_survives_pickling(twins, protocol):
    """Documents cross process borders whole, extensions and fractions included."""
    value, _ = twins

    other = pickle.loads(pickle.dumps(value, protocol))

    assert other == value
    assert hash(other) == hash(value)
    assert unstructure(other) == unstructure(value)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_valid_document_comes_back_from_its_plain_values(name):
    """R1, plain part: unstructure and structure are each other's inverse, for every class."""
    random, cls = Random(name), DOCUMENTS[name]
    taken = 0
    for _ in range(60):
        try:
            value = structure_or_raise(document(random, cls), cls)
        except InvalidDocument as error:
            assert {one.code for one in error.problems} <= {"fraction_not_reduced", "no_such_date"}
            continue
        taken += 1

        assert structure_or_raise(unstructure(value), cls) == value
        assert pickle.loads(pickle.dumps(value)) == value

    assert taken > 30


def told_apart(plain):
    """A record whose every free text and identifier carries the canary."""
    for place in places(plain, AuditRecord):
        constraint = place.shape.constraint if isinstance(place.shape, Leaf) else None
        if isinstance(constraint, Text):
            place.put(f"{CANARY} said something")
        elif constraint == shape_of(Token).constraint:
            place.put(CANARY)
        elif constraint == shape_of(RecordId).constraint:
            place.put(CANARY_ID)
    plain["extensions"] = {"org.example": {CANARY: CANARY}}
    return plain


def test_the_repr_of_a_record_shows_no_text_and_no_identifier():
    """privacy.md, design.md: repr shows codes and structure, text as its length, ids not at all."""
    random = Random(7)
    for _ in range(40):
        record = structure_or_raise(told_apart(document(random, AuditRecord)), AuditRecord)

        assert CANARY not in repr(record)
        assert CANARY_ID not in repr(record)


def test_the_repr_of_a_record_shows_codes_and_lengths():
    """What is left in a repr is enough to see what kind of record it is."""
    record = structure_or_raise(changed(RECORD, "/audit/purpose", "Nine char"), AuditRecord)

    shown = repr(record)

    assert "purpose=<text of 9 characters>" in shown
    assert "selection='positive_examples'" in shown
    assert "practice='GA1'" in shown
    assert "note=None" in shown
    assert "extensions=<extensions of" in shown


EDITION = {"id": "county-of-canaries", "version": "9"}
SAYS_ITS_EDITION = [
    (Tally, changed(TALLY, "/framework/tailoring", EDITION)),
    (Tailoring, changed(TAILORING, "/framework", EDITION)),
    (Profile, changed(unstructure(score(tally([]))), "/framework/tailoring", EDITION)),
    (Framework, changed(unstructure(framework()), "/tailoring", EDITION)),
]


@pytest.mark.parametrize(("cls", "plain"), SAYS_ITS_EDITION, ids=lambda one: str(one)[:40])
def test_the_repr_of_a_result_says_which_tailoring_it_names(cls, plain):
    """Whoever looks at a result sees under which edition it was made."""
    shown = repr(structure_or_raise(plain, cls))

    assert "Edition(id='county-of-canaries', version='9')" in shown


def test_the_repr_of_a_record_does_not_say_which_tailoring_it_names():
    """In a record it is one of its values; whether there is one can be seen."""
    local = structure_or_raise(changed(RECORD, "/framework/tailoring", EDITION), AuditRecord)
    national = attrs.evolve(local, framework=attrs.evolve(local.framework, tailoring=None))

    assert "framework=FrameworkRef(tailoring=<Edition>)" in repr(local)
    assert "framework=FrameworkRef(tailoring=None)" in repr(national)


def test_every_identifier_pattern_is_marked_as_one():
    """Tokens and record ids may say whose record it is; practice ids and letters may not."""
    marked = {
        name
        for name, alias in vars(constraints).items()
        if hasattr(alias, "__metadata__")
        and isinstance(alias.__metadata__[0], Pattern)
        and alias.__metadata__[0].identifier
    }

    assert marked == {"Token", "RecordId"}


def test_the_repr_of_a_record_would_not_show_what_is_listed_either():
    """No record has a list of texts or identifiers yet; one would show how many there are."""

    @frozen(field_transformer=checked_and_silent)
    class Listed:
        texts: Annotated[tuple[Annotated[str, Text(99)], ...], Items(0, 3)]
        editions: Annotated[tuple[Edition, ...], Items(0, 3)]
        codes: Annotated[tuple[Stage, ...], Items(0, 3)]

    shown = repr(Listed((CANARY,), (Edition(id="jane", version="1.0"),), ("planning",)))

    assert shown.endswith("Listed(texts=<1 items>, editions=<1 items>, codes=('planning',))")


def test_the_repr_of_published_data_shows_it():
    """A framework or tally holds nothing about anybody, so its repr hides nothing."""
    assert "scoring_hash='0000" in repr(structure_or_raise(TALLY, Tally))
    assert "Timely assessment" in repr(framework().practice("GA1"))


def test_what_is_a_document_is_told_from_what_is_not():
    """Documents and their parts are those classes whose fields are all checked."""
    from positive_practice.model.counts import Counts
    from positive_practice.model.extensions import Extensions
    from positive_practice.model.framework import Framework, Position

    for cls in (AuditRecord, Framework, Problem, Statement, *DOCUMENTS.values()):
        assert is_document(cls)
    for other in (int, dict, Counts, Extensions, Position, Leaf, None, list[AuditRecord]):
        assert not is_document(other)


PROBLEM = Problem(
    code="bad_text",
    severity="error",
    pointer="",
    position=None,
    line=None,
    offset=None,
    message="a",
    hint="b",
)


def test_a_report_that_is_not_ok_can_be_raised():
    """`raise_for_problems` raises with all the problems, and says nothing where all is well."""
    bad = ValidationReport(mode="agreed", ok=False, problems=(PROBLEM,), more=3)
    good = ValidationReport(mode="agreed", ok=True, problems=(), more=0)

    with pytest.raises(InvalidDocument) as caught:
        bad.raise_for_problems()

    assert (caught.value.problems, caught.value.more) == ((PROBLEM,), 3)
    assert good.raise_for_problems() is None


def test_explanations_and_agendas_are_plain_values_too():
    """What stands behind a number is frozen, checked and written like any document."""
    said = Statement(by="review", agencies=("police",), role=None, rating="mostly", reason=None)
    item = AgendaItem(position="GA1", state="spread_2_3", said=(said,))

    assert unstructure(Agenda(items=(item,))) == {
        "items": [
            {
                "position": "GA1",
                "state": "spread_2_3",
                "said": [
                    {
                        "by": "review",
                        "agencies": ["police"],
                        "role": None,
                        "rating": "mostly",
                        "reason": None,
                    }
                ],
            }
        ]
    }
    assert is_document(Explained)
    assert is_document(Explanation)
