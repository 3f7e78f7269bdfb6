"""The front door: every documented error, and what each function returns."""

import copy
import decimal
import gzip
import io
import json
import pickle
import random
import stat
from collections import UserDict
from fractions import Fraction
from pathlib import Path
from unittest.mock import Mock

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import positive_practice as pp
from support.frameworks import weighted
from support.front_door import (
    BROKEN,
    FOREIGN,
    GIVEN,
    GOOD,
    NEWER,
    TAILORED,
    good,
    refusals,
)
from support.records import (
    as_record,
    plain_record,
    random_record,
    review,
    said_at,
    submission,
)
from support.samples import changed

EXAMPLES = Path(__file__).parents[1] / "examples"
PARTS = sorted((EXAMPLES / "parts").glob("*.json"))

# Reading and writing


@refusals
def test_load_and_loads_refuse(tmp_path, plain, error):
    """What cannot be taken is refused with its own error, from text and from a file."""
    path = tmp_path / "record.json"
    path.write_text(json.dumps(plain), encoding="utf-8")

    for read, source in ((pp.loads, json.dumps(plain)), (pp.load, path), (pp.load, str(path))):
        with pytest.raises(error):
            read(source)


@pytest.mark.parametrize("text", ["", "{", "[1]", b"\xff", '{"a":1,"a":2}'])
def test_loads_refuses_what_is_no_document(text):
    """Text that is no JSON object of ours is an invalid document with its problems."""
    with pytest.raises(pp.InvalidDocument) as caught:
        pp.loads(text)

    assert caught.value.problems
    assert caught.value.more == 0
    assert caught.value.problems[0].code in str(caught.value)


def test_load_takes_a_path_or_an_open_file():
    """A file is read from its path, or from the file that is open already and stays open."""
    path = PARTS[0]

    with path.open("rb") as stream:
        opened = pp.load(stream)
        assert not stream.closed

    assert opened == pp.load(path) == pp.load(str(path)) == pp.loads(path.read_bytes())
    assert pp.load(io.BytesIO(path.read_bytes())) == opened


@pytest.mark.parametrize("name", ["missing.json", "", "a\x00b"])
def test_load_of_no_file(tmp_path, name):
    """What is no file cannot be read, and the error does not name the path."""
    with pytest.raises(pp.CannotRead) as caught:
        pp.load(f"{tmp_path}/{name}")

    assert str(tmp_path) not in str(caught.value)


def test_load_of_a_text_stream():
    """A file that is open for text says to open it for bytes."""
    with pytest.raises(pp.CannotRead, match="rb"):
        pp.load(io.StringIO("{}"))


def test_load_keeps_to_its_limits():
    """A file that is longer than a record may be is refused, as the same text is."""
    limits = pp.Limits(record_bytes=100)

    for refused in (
        lambda: pp.load(PARTS[0], limits=limits),
        lambda: pp.loads(PARTS[0].read_bytes(), limits=limits),
    ):
        with pytest.raises(pp.InvalidDocument) as caught:
            refused()
        assert [one.code for one in caught.value.problems] == ["json_size"]


def test_load_takes_a_framework_of_ones_own():
    """A record of another framework is read where that is given."""
    own = attrs.evolve(pp.framework(), id="own")
    text = json.dumps(changed(GOOD, "/framework/id", "own"))

    with pytest.raises(pp.UnknownFramework) as caught:
        pp.loads(text)
    assert caught.value.known == ("positive-practice 1.0",)
    assert pp.loads(text, framework=own).framework.id == "own"


def test_dump_writes_what_load_reads(tmp_path):
    """What is dumped to a file is the canonical form, and comes back."""
    path = tmp_path / "out.json"
    for document in (good(), pp.score(good()), pp.framework(), pp.notice()):
        pp.dump(document, path)

        assert path.read_bytes() == pp.dumps(document)
        assert pp.load(path, type=type(document), limits=pp.Limits(record_bytes=10**6)) == document


def test_dump_of_a_record_is_private(tmp_path):
    """What tells of records only its owner may read; a framework is for everybody."""
    pp.dump(good(), tmp_path / "record.json")
    pp.dump(pp.score(good()), tmp_path / "profile.json")
    pp.dump(pp.agenda(good()), tmp_path / "agenda.json")
    pp.dump(pp.framework(), tmp_path / "framework.json")

    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert modes == {
        "record.json": 0o600,
        "profile.json": 0o600,
        "agenda.json": 0o600,
        "framework.json": 0o644,
    }


def test_dump_to_nowhere(tmp_path):
    """A file that cannot be written is an error that leaves the path out."""
    with pytest.raises(pp.CannotWrite) as caught:
        pp.dump(good(), tmp_path / "missing" / "record.json")

    assert str(tmp_path) not in str(caught.value)


@pytest.mark.parametrize(
    "thing", [None, 3, "text", b"{}", {}, [], GOOD, [good()], pp.Limits(), pp.AuditRecord, object()]
)
def test_only_documents_are_dumped(tmp_path, thing):
    """What is no document of the library is misuse, and nothing is written."""
    with pytest.raises(pp.Misuse, match="one document"):
        pp.dumps(thing)
    with pytest.raises(pp.Misuse):
        pp.dump(thing, tmp_path / "out.json")

    assert list(tmp_path.iterdir()) == []


# Checking


def test_check_takes_text_bytes_values_and_documents():
    """The same record has the same problems, however it is given."""
    text = json.dumps(GOOD)
    given_forms = (text, text.encode(), bytearray(text.encode()), GOOD, good())

    reports = [pp.check(one, mode="agreed") for one in given_forms]

    assert all(report == reports[0] for report in reports)
    assert [one.code for one in reports[0].problems] == ["own_practice_only"]
    assert reports[0].ok
    assert reports[0].mode == "agreed"


def test_check_is_in_mode_submitted_unless_told():
    """Without a mode, quality is looked at as for submitted records."""
    plain = plain_record([submission([said_at(("GA1", None), "not_known")])])

    assert pp.check(plain).mode == "submitted"
    assert not pp.check(plain).ok
    assert pp.check(plain, mode="draft").ok


@pytest.mark.parametrize("mode", ["", "Agreed", None, 3, [], "quality"])
def test_an_unknown_mode(mode):
    """A mode that does not exist is refused, with those that do."""
    for function in (pp.check, pp.validate):
        with pytest.raises(pp.UnknownName) as caught:
            function(GOOD, mode=mode)

        assert caught.value.known == ("draft", "submitted", "agreed", "publish")


class Odd:
    """An object that answers every question about itself in a way of its own."""

    def __eq__(self, other):
        """Never say."""
        raise RuntimeError

    __hash__ = None

    def __repr__(self):
        """Never say."""
        raise RuntimeError


def nested(depth):
    """Lists inside one another."""
    value = []
    for _ in range(depth):
        value = [value]
    return value


WEIRD = [
    None,
    True,
    0,
    -1,
    float("nan"),
    float("inf"),
    10**400,
    1e300,
    1j,
    decimal.Decimal(1),
    Fraction(1, 3),
    "\ud800",
    "\x00",
    b"\xff\xfe",
    b"\x00" * 10,
    (),
    [],
    [[[]]],
    {},
    set(),
    {1: 2},
    {None: None},
    {(): ()},
    {"\ud800": "\ud800"},
    range(3),
    object(),
    object,
    pp.AuditRecord,
    len,
    iter([]),
    Odd(),
    [Odd()],
    UserDict(GOOD),
    Mock(spec=pp.AuditRecord),
    pp.Limits(),
    pp.State.CONTESTED,
    nested(200),
]


@pytest.mark.parametrize("thing", WEIRD, ids=range(len(WEIRD)))
def test_check_never_raises_on_bad_data(thing):
    """Whatever is given as a document, the answer is a report with an error."""
    for cls in (pp.AuditRecord, pp.Tally, pp.Profile, pp.Framework, pp.Tailoring):
        report = pp.check(thing, type=cls)

        assert not report.ok
        assert pp.loads(pp.dumps(report), type=pp.ValidationReport) == report


@pytest.mark.parametrize("thing", WEIRD, ids=range(len(WEIRD)))
def test_check_never_raises_on_bad_data_inside(thing):
    """Wherever something odd stands in a record, the answer is a report."""
    places = (
        "/schema_version",
        "/record_id",
        "/framework",
        "/framework/id",
        "/framework/version",
        "/audit/purpose",
        "/case/stages_reached",
        "/submissions",
        "/submissions/0/revision",
        "/submissions/0/answers/0/practice",
        "/submissions/0/answers/0/stage",
    )
    for pointer in places:
        plain = copy.deepcopy(GOOD)
        holder, last = holder_of(plain, pointer)
        holder[last] = thing

        assert isinstance(pp.check(plain, mode="publish"), pp.ValidationReport)
    for extensions in (thing, {"org.example": thing}, {"org.example": {"a": [thing]}}):
        plain = GOOD | {"extensions": extensions}

        assert isinstance(pp.check(plain, mode="publish"), pp.ValidationReport)


def holder_of(plain, pointer):
    """What holds the value at a pointer, and its key there."""
    *steps, last = pointer.split("/")[1:]
    for step in steps:
        plain = plain[int(step)] if isinstance(plain, list) else plain[step]
    return plain, int(last) if isinstance(plain, list) else last


@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=60), st.text(max_size=60)))
def test_check_never_raises_on_bytes_and_text(data):
    """Bytes and text of any kind give a report."""
    assert not pp.check(data).ok


@settings(max_examples=60)
@given(st.integers(0, 10**9), st.integers(0, 2000), st.binary(max_size=3))
def test_check_never_raises_on_spoilt_text(seed, at, noise):
    """A record whose text was cut, or has bytes of noise in it, gives a report."""
    text = json.dumps(random_record(random.Random(seed), clean=False)).encode()
    place = at % len(text)

    for data in (text[:place], text[:place] + noise + text[place:]):
        assert isinstance(pp.check(data, mode="publish"), pp.ValidationReport)


def test_a_document_of_another_class_is_checked_as_what_it_is():
    """A document that exists is checked by its own rules, whatever class text would be."""
    assert pp.check(pp.score(good())).ok
    contradicting = attrs.evolve(pp.score(good()), records=2)
    assert {one.code for one in pp.check(contradicting).problems} == {"counts_contradict"}


def test_raise_for_problems():
    """A report with an error raises it on demand; one without does nothing."""
    pp.check(GOOD).raise_for_problems()

    with pytest.raises(pp.InvalidDocument) as caught:
        pp.check(BROKEN).raise_for_problems()

    assert caught.value.problems == pp.check(BROKEN).problems


def test_validate_returns_the_document():
    """`validate` returns what it was given, as a document."""
    record = good()

    assert pp.validate(record) is record
    assert pp.validate(GOOD) == pp.validate(json.dumps(GOOD)) == record
    profile = pp.score(record)
    assert pp.validate(pp.dumps(profile), type=pp.Profile) == profile
    assert pp.validate(TAILORED, framework=GIVEN) == as_record(TAILORED)


@refusals
def test_validate_refuses(plain, error):
    """`validate` raises what `loads` does."""
    with pytest.raises(error):
        pp.validate(plain)
    with pytest.raises(error):
        pp.validate(json.dumps(plain))


def test_validate_refuses_an_error_of_quality():
    """`validate` raises for any error of its mode, and for no warning."""
    plain = RECORD_WITH_WARNING

    assert pp.validate(plain, mode="submitted") == as_record(plain)
    with pytest.raises(pp.InvalidDocument) as caught:
        pp.validate(plain, mode="agreed")

    codes = {one.code for one in caught.value.problems}
    assert codes == {"decision_without_rationale", "own_practice_only"}


RECORD_WITH_WARNING = GOOD | {"reviews": [review(1, [said_at(("GA1", None), "mostly")])]}


@pytest.mark.parametrize("path", ["examples/audit.json", "audit.jsonl", "audit.jsonl.gz"])
def test_a_path_in_the_place_of_a_text(path):
    """The name of a file is no JSON; what is said of it helps whoever meant the file."""
    report = pp.check(path)

    assert [(one.code, one.pointer) for one in report.problems] == [("json_syntax", "")]
    assert report.problems[0].hint.endswith("If this is the path of a file: pp.load(path).")
    assert "pp.load" not in pp.check(path.removesuffix(".gz") + "?").problems[0].hint
    assert "pp.load" not in pp.check(path.encode()).problems[0].hint


# Whatever is given


def test_a_framework_is_given_as_a_value():
    """A path or a name in its place is said to be wrong, everywhere, and not passed over."""
    for act in (
        lambda wrong: pp.check(good(), framework=wrong),
        lambda wrong: pp.score(good(), framework=wrong),
        lambda wrong: pp.tally([good()], framework=wrong),
        lambda wrong: pp.agreement([good()], framework=wrong),
        lambda wrong: pp.agenda(good(), framework=wrong),
        lambda wrong: pp.explain(good(), "GA", framework=wrong),
        lambda wrong: pp.loads(pp.dumps(good()), framework=wrong),
    ):
        for wrong in ("framework.json", 5, {}):
            with pytest.raises(pp.Misuse, match=r"pp\.load"):
                act(wrong)


def test_what_is_no_input_names_the_right_call():
    """None, a number or one record where several belong: an error of ours that says what to do."""
    with pytest.raises(pp.Misuse, match="text or bytes"):
        pp.loads(None)
    with pytest.raises(pp.Misuse, match="takes a path"):
        pp.load(99)
    with pytest.raises(pp.Misuse, match="several parts"):
        pp.combine(good())
    with pytest.raises(pp.Misuse, match="its reason"):
        pp.percent(None)


def test_a_tally_of_another_framework_needs_it():
    """The tally of a framework that is not built in is scored only with it."""
    own = attrs.evolve(pp.framework(), id="own")
    tally = pp.tally([], framework=own)

    with pytest.raises(pp.UnknownFramework):
        pp.score(tally)
    assert pp.score(tally, framework=own).records == 0


def test_a_document_of_an_unknown_framework_is_reported():
    """A record that exists but names a framework that is not at hand has that problem alone."""
    report = pp.check(as_record(FOREIGN), mode="publish")

    assert [(one.code, one.pointer) for one in report.problems] == [
        ("unknown_framework", "/framework")
    ]
    with pytest.raises(pp.UnknownFramework):
        pp.validate(as_record(FOREIGN))


def test_names_of_a_profile_are_looked_up():
    """A profile finds its elements, practices and positions; a wrong name lists what there is."""
    profile = pp.score(good())

    assert profile.element("GA").score.index == 1
    assert dict(profile.practice("GA1").counts) == {"rated_3": 1}
    assert profile.position("MA1.planning").stage == "planning"
    for look_up in (profile.element, profile.practice, profile.position):
        with pytest.raises(pp.UnknownName) as caught:
            look_up("ZZ9")
        assert "ZZ9" not in str(caught.value)
        assert len(caught.value.known) >= 7


def test_examples_work_together():
    """The shipped parts combine to a record that is scored, explained and talked about."""
    record = pp.combine([pp.load(path) for path in PARTS])

    assert len(record.submissions) == len(PARTS)
    assert pp.check(record, mode="submitted").ok
    assert pp.score(record).records == 1
    assert pp.explain(record, "MA").score == pp.score(record).element("MA").score
    assert json.loads(pp.dumps(pp.agenda(record)))["items"]


def test_errors_are_of_one_tree_and_pickle():
    """Each error is a `PositivePracticeError` and the nearest builtin, and keeps its facts."""
    for wrong, builtin in (
        (lambda: pp.loads("{"), ValueError),
        (lambda: pp.loads(json.dumps(NEWER)), ValueError),
        (lambda: pp.loads(json.dumps(FOREIGN)), LookupError),
        (lambda: pp.score([]), TypeError),
        (lambda: pp.score(good(), method="x"), LookupError),
        (lambda: pp.load("missing.json"), OSError),
        (lambda: pp.tally([]) + pp.tally([], method="lowest"), ValueError),
    ):
        with pytest.raises(pp.PositivePracticeError) as caught:
            wrong()

        error = caught.value
        assert isinstance(error, builtin)
        again = pickle.loads(pickle.dumps(error))  # made two lines above
        assert (type(again), again.args, str(again)) == (type(error), error.args, str(error))


def test_a_check_leaves_what_it_is_given_alone():
    """Checking plain values changes none of them."""
    plain = random_record(random.Random(8), clean=False)
    before = copy.deepcopy(plain)

    pp.check(plain, mode="publish")

    assert plain == before


@pytest.mark.parametrize("cls", [int, dict, pp.Limits, pp.State, "record", pp.Counts, pp.Row])
def test_only_document_classes_are_types(cls):
    """A type that is no document class is misuse, whatever the text is."""
    for refused in (
        lambda: pp.loads("{}", type=cls),
        lambda: pp.load(PARTS[0], type=cls),
        lambda: pp.check("{", type=cls),
        lambda: pp.validate({}, type=cls),
    ):
        with pytest.raises(pp.Misuse, match="class of a document"):
            refused()


def test_what_is_larger_than_a_reader_takes_is_not_written(tmp_path):
    """What `dump` writes, `load` reads: with the same limits, or with larger ones in both."""
    note = "a" * 1000
    submission = attrs.evolve(good().submissions[0], answers=(), note=note)
    many = tuple(attrs.evolve(submission, revision=n) for n in range(1, 101))
    events = tuple(pp.Event(kind="other", day=0, note="b" * 300) for _ in range(500))
    large = attrs.evolve(good(), submissions=many, events=events, reviews=())
    wide = pp.Limits(record_bytes=2**20)

    for write in (pp.dumps, lambda one: pp.dump(one, tmp_path / "large.json")):
        with pytest.raises(pp.LimitExceeded, match="record_bytes"):
            write(large)
    assert list(tmp_path.iterdir()) == []
    assert pp.validate(pp.dumps(large, limits=wide), mode="draft", limits=wide) == large


def test_a_report_holds_no_more_problems_than_can_be_read_again():
    """The limit of problems is at most that of items in one array."""
    faulty = {**GOOD, "submissions": [1] * 100, "events": [1] * 500}
    report = pp.check(faulty, limits=pp.Limits(problems=500))

    assert (len(report.problems), report.more) == (500, 100)
    assert pp.loads(pp.dumps(report), type=pp.ValidationReport) == report
    with pytest.raises(pp.Misuse, match="500"):
        pp.Limits(problems=501)


def test_a_document_is_checked_as_what_it_is():
    """A type that is not the document's own is misuse, not passed over."""
    profile = pp.score(good())

    assert pp.validate(profile) is profile
    assert pp.validate(profile, type=pp.Profile) is profile
    with pytest.raises(pp.Misuse, match="not the class of this document"):
        pp.check(profile, type=pp.AuditRecord)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: pp.check({}, policy=None),
        lambda: pp.check({}, limits=None),
        lambda: pp.tally([], framework="1.0"),
        lambda: pp.dump(good(), None),
        lambda: pp.framework([]),
        lambda: pp.schema([]),
    ],
)
def test_an_argument_of_the_wrong_kind_is_an_error_of_ours(wrong):
    """No builtin error leaves the front door, whatever is handed in."""
    with pytest.raises(pp.PositivePracticeError):
        wrong()


def test_a_framework_under_our_name_that_scores_otherwise_is_refused():
    """Else records would be scored under one of the two without a word about which."""
    other = weighted(pp.framework(), {"GA1": Fraction(0)})

    for act in (
        lambda: pp.score(good(), framework=other),
        lambda: pp.tally([], framework=other),
        lambda: pp.check(GOOD, framework=other),
    ):
        with pytest.raises(pp.Misuse, match="an id of its own"):
            act()


def test_a_framework_with_faults_scores_nothing():
    """What `check` finds in it would make a profile that nobody can read back."""
    twice = attrs.evolve(pp.framework(), id="twice", elements=pp.framework().elements * 2)

    with pytest.raises(pp.InvalidDocument):
        pp.tally([], framework=twice)


def test_a_tally_that_contradicts_itself_is_not_scored():
    """The constructor takes it, and so do converters; the score would be of nobody."""

    class Mine(pp.Tally):
        """A class that somebody made of ours."""

    wrong = attrs.evolve(pp.tally([good()]), records=99)

    for act in (pp.score, lambda one: pp.explain(one, "GA")):
        with pytest.raises(pp.InvalidDocument):
            act(wrong)
    fields = {name: getattr(wrong, name) for name in attrs.fields_dict(pp.Tally)}
    assert not pp.check(Mine(**fields)).ok


def test_limits_have_a_limit():
    """The largest number that JSON keeps; beyond, the system's own limits would speak."""
    assert pp.load(PARTS[0], limits=pp.Limits(record_bytes=2**53 - 1)).case
    with pytest.raises(pp.Misuse):
        pp.Limits(record_bytes=2**53)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: pp.Policy(off=None),
        lambda: pp.Policy(off="undecided"),
        lambda: pp.Policy(off=[[]]),
        lambda: pp.Policy(rules=[1]),
        lambda: pp.Policy(severity=["undecided"]),
        lambda: pp.LocalRule(code=[], find=list, severity="info", message="A.", hint="B."),
        lambda: pp.LocalRule(code="a", find=5, severity="info", message="A.", hint="B."),
        lambda: pp.check(good(), policy=finding(None)),
        lambda: pp.check(good(), policy=finding(["/x"])),
        lambda: pp.configure_converter(None),
        lambda: pp.load(99),
    ],
)
def test_what_a_project_hands_in_wrongly_is_an_error_of_ours(wrong):
    """Policies, rules, converters and sources say what they take."""
    with pytest.raises(pp.PositivePracticeError):
        wrong()


def finding(places):
    """A policy with one rule that gives this."""
    rule = pp.LocalRule(
        code="acme_a", find=lambda _: places, severity="info", message="A.", hint="B."
    )
    return pp.Policy(rules=(rule,))


@pytest.mark.parametrize("cut", [slice(None, 30), slice(None, -9)])
def test_a_torn_stream_is_said_to_be(cut):
    """A decompressing stream may fail with errors of its own; ours leaves."""
    torn = gzip.GzipFile(fileobj=io.BytesIO(gzip.compress(PARTS[0].read_bytes())[cut]))

    with pytest.raises(pp.CannotRead, match="stops midway"):
        pp.load(torn)
