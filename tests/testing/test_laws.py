"""The law suite: all 38 laws in the words of the page, true of our own scoring, and readable."""

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

import positive_practice as pp
from positive_practice.model.plain import unstructure
from positive_practice.testing import LAWS, BrokenLaw, laws
from positive_practice.testing.laws.reading import library_score, library_states
from positive_practice.testing.laws.subject import QUANTITIES
from positive_practice.testing.laws.tallies import common_verdict
from support.frameworks import weighted, without

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "specification" / "scoring.md"
WHERE = "Where no review decides and the stage was reached:"

SMALL = without(
    pp.framework(),
    practices=("GA2", "PE1", "PE2", "PE3", "VY1", "VY2", "TI1", "MA2", "MA3", "MA4", "MA5", "CF2"),
    stages=("delivery", "transition"),
)
WEIGHTED = weighted(SMALL, {"GA1": Fraction(0), "MA1": Fraction(3), "TI2": Fraction(5, 7)})


def settle_under(framework):
    """Our own settling, over plain values."""
    return lambda record, method: library_states(record, framework, method)


def profile_under(framework):
    """Our own profiles, over plain values."""

    def profile(records):
        documents = [pp.validate(one, mode="draft", framework=framework) for one in records]
        return pp.score(pp.tally(documents, framework=framework), framework=framework)

    return profile


def named_tests(suite):
    """The tests of a class, by name."""
    made = suite()
    return {name: getattr(made, name) for name in dir(made) if name.startswith("test_")}


TestScores = laws(score=library_score, examples=30)
TestSettling = laws(settle=settle_under(pp.framework()), examples=15)
TestProfiles = laws(profile=profile_under(SMALL), framework=SMALL, examples=8)
TestWeighted = laws(
    score=library_score,
    settle=settle_under(WEIGHTED),
    profile=profile_under(WEIGHTED),
    framework=WEIGHTED,
    examples=5,
    seed=1,
)


def test_laws_are_those_of_the_page_word_for_word():
    """Every S, V and T law of scoring.md is there, in its words and order."""
    section = PAGE.read_text("utf-8").partition("## 8. Laws")[2].partition("**Others**")[0]
    words = " ".join(section.split()).replace(WHERE, "")
    parts = re.split(r"\b([SVT]\d+)\. ", words)
    page = dict(zip(parts[1::2], parts[2::2], strict=True))
    page = {id_: re.split(r" \*\*[VT]", text)[0].strip(" ;.") for id_, text in page.items()}
    ours = {law.id: law.text.removeprefix(WHERE).strip(" ;.") for law in LAWS}

    assert len(LAWS) == 38
    assert ours == page
    assert list(ours) == list(page)


def test_tests_are_named_after_the_laws_and_say_them():
    """A person who reads the list of tests knows which law is which."""
    tests = named_tests(TestScores)

    assert "test_S5_scaling_weights" in tests
    assert tests["test_S5_scaling_weights"].__doc__ == (
        "S5. Multiplying all weights by one positive number changes nothing."
    )


@pytest.mark.parametrize(
    ("given", "letters"),
    [
        ({"score": library_score}, {"S"}),
        ({"settle": settle_under(SMALL)}, {"V"}),
        ({"profile": profile_under(SMALL)}, {"T"}),
        ({"score": library_score, "settle": settle_under(SMALL)}, {"S", "V"}),
    ],
)
def test_a_project_gets_the_laws_that_its_functions_allow(given, letters):
    """Each law needs only the function named."""
    named = {name.split("_")[1] for name in named_tests(laws(**given))}

    assert named == {law.id for law in LAWS if law.id[0] in letters}


def test_methods_that_a_project_has_not_are_left_out():
    """Laws that name a method are tried only where it is there."""
    tests = named_tests(laws(settle=settle_under(SMALL), methods=["agreed"]))

    named = {name.split("_")[1] for name in tests}
    assert named.isdisjoint({"V3", "V11", "V12"})
    assert {"V1", "V9"} <= named


def test_a_framework_without_stages_leaves_out_what_speaks_of_them():
    """Where nothing is staged there is no thread to be consistent, and no stage to be reached."""
    features = without(pp.framework(), stages=("assessment", "planning", "delivery", "transition"))
    one_stage = without(pp.framework(), stages=("planning", "delivery", "transition"))
    given = {"settle": settle_under(features), "profile": profile_under(features)}

    named = {name.split("_")[1] for name in named_tests(laws(**given, framework=features))}
    assert named.isdisjoint({"V14", "T4"})
    assert "V4" in named
    with_one = {name.split("_")[1] for name in named_tests(laws(**given, framework=one_stage))}
    assert "T4" in with_one
    assert "V14" not in with_one
    named_tests(laws(settle=settle_under(features), framework=features, examples=5))[
        "test_V4_only_its_own_position"
    ]()


def test_a_suite_of_nothing_is_a_misuse():
    """Without a function there is nothing to try; a method that is none is named."""
    with pytest.raises(pp.Misuse, match="laws"):
        laws()
    with pytest.raises(pp.UnknownName, match="lower_median"):
        laws(settle=settle_under(SMALL), methods=["median"])


def report_of(test):
    """What a broken law says."""
    with pytest.raises(BrokenLaw) as caught:
        test()
    return str(caught.value)


def with_index(change):
    """A scorer whose index is changed."""

    def score(states, weights):
        found = library_score(states, weights)
        return found | {"index": change(found["index"], weights)}

    return score


def test_a_broken_law_is_reported_with_its_text_and_a_minimal_example():
    """Id, text, what came, and the simplest example as JSON."""
    heavy = with_index(lambda index, weights: None if index is None else sum(weights))

    report = report_of(named_tests(laws(score=heavy))["test_S5_scaling_weights"])

    head, _, minimal = report.partition("A minimal example:\n")
    assert head.startswith("S5 does not hold: Multiplying all weights by one positive number")
    assert "What came: index: " in head
    example = json.loads(minimal)
    assert example["weighted"] == [["rated_0", "1/1"]]
    assert example["factor"] != "1/1"


def calls_in(report):
    """What a report says that functions were given, call by call."""
    return json.loads(report.partition("What your functions were given:\n")[2])


def answers_in(record):
    """Every answer of a plain record."""
    return [said for form in record["submissions"] for said in form["answers"]]


def test_a_broken_law_of_settle_shows_what_settle_was_given():
    """The record can be saved as a test: it is one, and settles as the report says."""

    def settle(record, method):
        found = library_states(record, pp.framework(), method)
        return {place: "rated_0" if one == "rated_1" else one for place, one in found.items()}

    report = report_of(named_tests(laws(settle=settle))["test_V12_lower_median"])

    (call,) = calls_in(report)
    saved = pp.validate(call["record"], mode="draft")
    assert "What came: GA1: rated_0 is not rated_1" in report
    assert settle(unstructure(saved), call["method"])["GA1"] == "rated_0"
    assert answers_in(call["record"]) == [{"practice": "GA1", "rating": "partly"}]


def test_a_record_that_a_law_changes_is_shown_as_it_was_given():
    """What the law adds to what was drawn is there too: here one silent voice more."""

    def settle(record, method):
        found = library_states(record, pp.framework(), method)
        silent = any(one["rating"] == "no_record" for one in answers_in(record))
        return found | ({"GA1": "no_record"} if silent else {})

    report = report_of(named_tests(laws(settle=settle))["test_V8_silence_is_no_vote"])

    before, after = (answers_in(call["record"]) for call in calls_in(report))
    assert after == [*before, {"practice": "GA1", "rating": "no_record"}]


def ours_but(change):
    """Our own profiles in their JSON form, changed."""
    make = profile_under(SMALL)

    def profile(records):
        made = unstructure(make(records))
        change(made, records)
        return made

    return profile


def forget_ties(made, _):
    """Of the practices to look at next only the first is named."""
    for element in made["elements"]:
        element["look_at_next"] = element["look_at_next"][:1]


def count_for_the_first(made, records):
    """An index depends on which record most of the answers stand in."""
    said = [len(answers_in(record)) for record in records]
    if said != sorted(said):
        made["elements"][0]["score"]["index"] = "1/7"


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (forget_ties, "test_T7_what_to_look_at_next"),
        (count_for_the_first, "test_T1_tallies_add"),
    ],
)
def test_a_broken_law_of_profile_shows_few_answers(change, name):
    """What does not matter is left out of the records that the function was given."""
    suite = laws(profile=ours_but(change), framework=SMALL)

    calls = calls_in(report_of(named_tests(suite)[name]))

    said = [[len(answers_in(record)) for record in call["records"]] for call in calls]
    assert 1 <= max(map(sum, said)) <= 2
    for call in calls:
        for record in call["records"]:
            assert pp.validate(record, mode="draft", framework=SMALL).submissions


def test_numbers_may_be_fractions_or_text():
    """What our functions return as `n/d` may come as fractions too, and as whole numbers."""
    exact = with_index(lambda index, _: None if index is None else Fraction(index))

    for test in named_tests(laws(score=exact, examples=5)).values():
        test()


@pytest.mark.parametrize(
    ("stand_in", "shown"),
    [(0, "0/1"), (float("nan"), "nan"), ("n/a", "n/a")],
)
def test_a_number_for_the_undefined_is_blamed_on_its_law_alone(stand_in, shown):
    """S15 says so, and no other law is broken by it."""
    broken = with_index(lambda index, _: stand_in if index is None else index)
    tests = named_tests(laws(score=broken, examples=20))

    failed = {}
    for name, test in tests.items():
        try:
            test()
        except BrokenLaw as error:
            failed[name] = str(error)
    assert list(failed) == ["test_S15_undefined_with_its_reason"]
    assert f"index is {shown}, where it is undefined" in failed.popitem()[1]


def test_missing_numbers_are_blamed_on_their_law_alone():
    """Numbers that are None where they are defined break S15."""
    nothing = dict.fromkeys(QUANTITIES)
    tests = named_tests(laws(score=lambda *given: library_score(*given) | nothing, examples=20))

    assert "where it is defined" in report_of(tests.pop("test_S15_undefined_with_its_reason"))
    for test in tests.values():
        test()


def test_what_a_function_raises_is_reported_with_its_cause():
    """The report names the error, which stays as the cause with its traceback."""

    def raising(states, weights):
        raise ZeroDivisionError("no weights")

    with pytest.raises(BrokenLaw, match="score raised ZeroDivisionError: no weights") as caught:
        named_tests(laws(score=raising))["test_S1_index_inside_bounds"]()

    assert isinstance(caught.value.__cause__, ZeroDivisionError)


@pytest.mark.parametrize(
    ("given", "name", "said"),
    [
        ({"score": lambda *_: None}, "test_S1_index_inside_bounds", "score returned no dictionary"),
        ({"score": lambda *_: {}}, "test_S1_index_inside_bounds", "the score has no index"),
        ({"settle": lambda *_: {}}, "test_V7_unanimity", "settle gave no state for GA1"),
        ({"settle": lambda *_: []}, "test_V7_unanimity", "settle returned no dictionary"),
        (
            {"profile": lambda *_: {}},
            "test_T6_counts_add_up",
            "the profile is not in its JSON form",
        ),
        ({"profile": lambda *_: 1}, "test_T2_order_of_records", "profile returned no dictionary"),
        (
            {"settle": lambda *_: {}, "profile": profile_under(pp.framework())},
            "test_T3_profile_is_score_of_states",
            "an answer has not the form that the law reads: KeyError('GA1')",
        ),
    ],
)
def test_results_of_another_form_say_what_is_missing(given, name, said):
    """Whoever wires the suite up wrongly is told what it takes."""
    assert said in report_of(named_tests(laws(**given))[name])


@pytest.mark.parametrize(
    ("states", "verdict"),
    [
        ([], "not_applicable"),
        (["not_applicable"], "not_applicable"),
        (["rated_2", "not_applicable"], "consistent"),
        (["rated_3", "spread_2_3"], "consistent"),
        (["rated_3", "spread_1_2"], "undetermined"),
        (["rated_3", "unanswered"], "undetermined"),
        (["unanswered"], "undetermined"),
        (["rated_3", "spread_0_1"], "inconsistent"),
        (["rated_1", "contested"], "inconsistent"),
    ],
)
def test_the_verdict_that_completions_have_in_common(states, verdict):
    """T4's own reading of a thread: `undetermined` where completions differ."""
    assert common_verdict(states) == verdict


def test_a_function_may_change_what_it_is_given():
    """Every call gets a record of its own."""

    def settle(record, method):
        found = library_states(record, pp.framework(), method)
        record.clear()
        return found

    for test in named_tests(laws(settle=settle, examples=3)).values():
        test()


def test_the_same_seed_gives_the_same_examples():
    """A suite finds today what it found yesterday; another seed looks elsewhere."""

    def seen_with(seed):
        seen = []

        def score(states, weights):
            seen.append((tuple(states), tuple(weights)))
            return library_score(states, weights)

        named_tests(laws(score=score, examples=10, seed=seed))["test_S1_index_inside_bounds"]()
        return seen

    assert seen_with(1) == seen_with(1)
    assert seen_with(1) != seen_with(2)
