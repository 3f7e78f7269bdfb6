"""The quick way of valid documents against the careful one: the same, or nothing at all."""

import json
import pickle
from random import Random

import attrs
import pytest

import positive_practice as pp
from positive_practice.catalogue.documents import DOCUMENTS
from positive_practice.derive import plainly as quick
from positive_practice.derive.plainly import plainly, read_plainly
from positive_practice.derive.structure import structure, structure_carefully
from positive_practice.limits import DEFAULT_LIMITS, MAX_PROBLEMS
from positive_practice.model.constraints import Counted, ExtensionObject
from positive_practice.model.record import Period
from positive_practice.model.shape import Array, Leaf, Object, fields_of
from positive_practice.rules.check import check_plain, check_text, text_problem
from positive_practice.text.strict_json import JsonFault, parse, parse_at_a_glance
from support.documents import cases, document, places
from support.samples import RECORD, changed

CLASSES = list(DOCUMENTS.values())


def carefully(text, cls, limits=DEFAULT_LIMITS):
    """What the careful readers make of a text: the document, or the problems."""
    try:
        plain = parse(text, limits=limits)
    except JsonFault as fault:
        return None, (text_problem(fault),)
    checked = structure_carefully(plain, cls, MAX_PROBLEMS)
    return checked.document, checked.problems


def assert_same(taken, careful):
    """Two documents are the same to everybody who looks at them."""
    assert type(taken) is type(careful)
    assert taken == careful
    assert hash(taken) == hash(careful)
    assert repr(taken) == repr(careful)
    assert pp.dumps(taken) == pp.dumps(careful)
    assert pickle.loads(pickle.dumps(taken)) == careful
    assert attrs.asdict(taken) == attrs.asdict(careful)


@pytest.mark.parametrize("cls", CLASSES)
def test_what_is_taken_is_what_is_found_carefully(cls):
    """Over valid, nearly valid and other values: the same document, or none."""
    taken = 0
    for case in cases(7, cls, 400):
        careful = structure_carefully(case.value, cls, MAX_PROBLEMS)
        found = plainly(case.value, cls)
        if found is not None:
            taken += 1
            assert careful.problems == ()
            assert_same(found, careful.document)
        assert structure(case.value, cls, MAX_PROBLEMS) == careful
    assert taken > 100


@pytest.mark.parametrize("cls", CLASSES)
def test_valid_documents_are_taken(cls):
    """The quick way is really taken: no valid document as JSON writes it is in doubt."""
    random = Random(3)
    for _ in range(60):
        value = document(random, cls)
        assert plainly(value, cls) is not None
        for text in (json.dumps(value, ensure_ascii=False), json.dumps(value, indent=1)):
            is_disguised = "\\ud8" in text
            assert (read_plainly(text, cls) is None) == is_disguised


def test_samples_are_taken():
    """Believable records go the quick way, and so does what ``loads`` and ``check`` are given."""
    for record in pp.sample(20, seed=5):
        assert read_plainly(pp.dumps(record), pp.AuditRecord) == record


def test_reading_and_checking_ask_the_careful_readers_nothing(monkeypatch):
    """Neither ``loads`` nor ``check`` reads a valid record a second time."""

    def never(*_, **__):
        raise AssertionError

    data = pp.dumps(next(pp.sample(1)))
    monkeypatch.setattr("positive_practice.rules.check.parse", never)
    monkeypatch.setattr("positive_practice.rules.check.structure", never)

    assert pp.dumps(pp.loads(data)) == data
    assert pp.check(data).ok


def spoilt_text(random, text):
    """A text with a few characters lost, doubled or put elsewhere."""
    for _ in range(random.choice([1, 1, 2, 3])):
        at = random.randrange(len(text))
        length = random.choice([1, 1, 2, 9])
        piece = random.choice(
            ['"', ":", ",", "{", "}", "0", ".0", "e2", "\\u003a", " ", text[at : at + length]]
        )
        text = text[:at] + piece + text[at + random.choice([0, 0, length]) :]
    return text


def repeated_member(random, value):
    """The text of a document in which some object has a member twice."""
    written = json.dumps(value, ensure_ascii=False)
    first = written.index("{") + 1
    members = [f"{json.dumps(key)}:{json.dumps(inner)}," for key, inner in value.items()]
    return written[:first] + random.choice(members) + written[first:]


@pytest.mark.parametrize("cls", CLASSES)
def test_what_is_read_from_a_text_is_what_is_read_carefully(cls):
    """Over spoilt texts too: the same document, or nothing; a repeated member is never taken."""
    random = Random(11)
    for number in range(150):
        value = document(random, cls)
        text = json.dumps(value, ensure_ascii=number % 2 == 0)
        text = repeated_member(random, value) if number % 3 == 0 else spoilt_text(random, text)
        careful, problems = carefully(text, cls)
        found = read_plainly(text, cls)
        if found is not None:
            assert problems == ()
            assert_same(found, careful)


@pytest.mark.parametrize(
    "text",
    [
        '{"from_day":0,"from_day":0,"to_day":1}',
        '{"from_day" :0,"to_day":1,"to_day"\n:1}',
        '{"from_day":0,"to_day":1,"\\u0074o_day":1}',
        '{"from_day":0,"to_day":1',
        '{"from_day":0,"to_day":1}}',
        '{"from_day":0,"to_day":NaN}',
        '{"from_day":00,"to_day":1}',
        '{"from_day":0,"to_day":true}',
        '{"from_day":0,"to_day":731}',
        '{"from_day":0,"to_day":1,"x":1}',
        '{"from_day":0}',
        '["from_day","to_day"]',
        '""',
        "null",
        "",
        "[" * 100_000,
        '{"from_day":0,"to_day":' + "1" * 5_000 + "}",
    ],
)
def test_what_is_not_plainly_valid_is_left_to_the_careful_reader(text):
    """The quick way says nothing of a fault; the careful one says all there is to say."""
    assert read_plainly(text, Period) is None
    assert not check_text(text, Period).document


def test_a_number_in_another_form_is_left_to_the_careful_reader():
    """``5.0`` is 5 wherever it stands, though not at a glance."""
    text = '{"from_day":0,"to_day":5.0}'

    assert read_plainly(text, Period) is None
    assert check_text(text, Period).document == Period(from_day=0, to_day=5)


def test_a_colon_in_disguise_hides_no_repeated_key():
    """As many colons as keys and strings have would not do, if some were written as escapes."""
    purpose = {**RECORD["audit"], "purpose": ":"}
    text = json.dumps(changed(RECORD, "/audit", purpose), separators=(",", ":"))
    hidden = text.replace('"purpose":":"', '"purpose":"\\u003a"').replace(
        '"audit":{', '"audit":{"id":"a",'
    )
    assert hidden.count(":") == text.count(":")

    assert read_plainly(text, pp.AuditRecord) is not None
    assert read_plainly(hidden, pp.AuditRecord) is None
    assert [one.code for one in pp.check(hidden).problems] == ["json_duplicate_key"]


@pytest.mark.parametrize("inner", ['{"a":1,"a":1}', '{":":1,":":1}', '[{"a":":","a":":"}]'])
def test_a_key_that_is_repeated_in_an_extension_is_found(inner):
    """At any depth, with colons in keys and strings too."""
    text = json.dumps({**RECORD, "extensions": {"org.example": "here"}})
    text = text.replace('"here"', inner)

    assert read_plainly(text, pp.AuditRecord) is None
    assert [one.code for one in pp.check(text).problems] == ["json_duplicate_key"]


def test_colons_in_texts_keys_and_extensions_are_accounted_for():
    """A colon in what somebody wrote is no reason for doubt."""
    record = changed(RECORD, "/audit/purpose", "To learn: what helped? At 10:30.")
    record["extensions"] = {"org.example": {"a:b": ["c:d", {"e": ":"}]}}

    assert read_plainly(json.dumps(record), pp.AuditRecord) is not None


def test_a_text_beyond_a_limit_of_its_size_is_a_fault():
    """The size is looked at before anything else."""
    with pytest.raises(JsonFault, match="json_size"):
        read_plainly("{}", Period, pp.Limits(record_bytes=1))


@pytest.mark.parametrize("name", quick.KEPT)
def test_narrower_limits_are_kept(name):
    """Where a reader is given less room than a document may take, the careful way is taken."""
    narrow = attrs.evolve(DEFAULT_LIMITS, **{name: 1})
    text = json.dumps(changed(RECORD, "/events", [{"kind": "assessment", "day": 0}] * 2))

    assert read_plainly(text, pp.AuditRecord, narrow) is None
    assert not check_text(text, pp.AuditRecord, limits=narrow).document


def widest(shape):
    """The most keys or items of any one object or array of a shape, and its depth."""
    if isinstance(shape, Object):
        inner = [widest(one.shape) for one in fields_of(shape.cls)]
        own = len(inner)
    elif isinstance(shape, Array):
        inner, own = [widest(shape.item)], 0
    else:
        codes = shape.constraint.codes if isinstance(shape.constraint, Counted) else ()
        inner, own = [(0, 0, 0)], len(codes)
    items = shape.bounds.maximum if isinstance(shape, Array) else 0
    deepest = 0 if isinstance(shape, Leaf) else 1 + max(depth for _, _, depth in inner)
    return max([own, *(k for k, _, _ in inner)]), max([items, *(i for _, i, _ in inner)]), deepest


@pytest.mark.parametrize("cls", CLASSES)
def test_no_document_goes_beyond_what_a_reader_takes(cls):
    """So the limits of a reader need no look where the constraints have been looked at."""
    keys, items, depth = widest(Object(cls))

    assert keys <= DEFAULT_LIMITS.keys
    assert items <= DEFAULT_LIMITS.items
    assert depth + 2 <= DEFAULT_LIMITS.depth


def test_every_field_of_every_class_is_looked_at():
    """Each place of a document is in doubt once something strange stands there."""
    strange = object()
    for cls in CLASSES:
        value = document(Random(1), cls)
        for place in places(value, cls):
            before = place.value
            place.put(strange)
            assert plainly(value, cls) is None, (cls, place.key)
            place.put(before)
        assert plainly(value, cls) is not None


def test_codes_and_practices_are_shared():
    """Documents share the texts of codes, which are most of what they hold."""
    first, second = (plainly(json.loads(json.dumps(RECORD)), pp.AuditRecord) for _ in range(2))

    assert first.submissions[0].answers[0].rating is second.submissions[0].answers[0].rating
    assert first.submissions[0].answers[0].practice is second.submissions[0].answers[0].practice


def test_what_is_taken_is_frozen():
    """Nothing is left of how it was filled."""
    period = plainly({"from_day": 0, "to_day": 1}, Period)

    assert type(period) is Period
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        period.from_day = 2
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del period.from_day


def test_the_glance_leaves_surrogates_alone():
    """An escape that may be half a character is left to the careful reader."""
    assert parse_at_a_glance('["\\ud83d\\ude00"]') == (None, 0)
    assert parse_at_a_glance('["\\u00e9"]') == (["é"], 0)


def test_extensions_have_the_careful_reader():
    """What has no fixed form is looked at as ever; the record around it is taken."""
    record = changed(RECORD, "/extensions", {"org.example": 5.0})
    careful = check_plain(parse(json.dumps(record)), pp.AuditRecord).document

    assert_same(read_plainly(json.dumps(record), pp.AuditRecord), careful)
    assert any(
        isinstance(one.shape.constraint, ExtensionObject)
        for one in fields_of(pp.AuditRecord)
        if isinstance(one.shape, Leaf)
    )
