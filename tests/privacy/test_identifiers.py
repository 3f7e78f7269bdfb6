"""The identifier check as a whole: laws for any text, the plug-in, and what it never shows."""

import importlib
import itertools
import sys

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from positive_practice.catalogue.shipped import code_list, framework
from positive_practice.errors import MissingExtra, Misuse
from positive_practice.model.plain import unstructure
from positive_practice.privacy import identifiers
from positive_practice.privacy.finding import SEVERITIES, Finding
from positive_practice.privacy.identifiers import FINDERS, find_identifiers
from positive_practice.privacy.normalise import normalise, original_span
from positive_practice.samples import texts

PIECES = st.sampled_from(
    [
        *("Mr ", "Okoro", "07700 900123", "0800 1111", "aged 17", "3 March", "2021", "ME99 9ZZ"),
        *("her mum ", "J. ", "S.", "@", "jay", "example.org", "12 Elm Road", "case no. ", "4711"),
        *("\u200b", "\u202e", "\u0301", "\ud800", "ﬁ", "½", "７", "\u2011", "\u00a0", "\n", " "),
        *("was ", "DOB ", "GB29NWBK60161331926819", "::1", "QQ 12 34 56 C", "+", "(", "-", "."),
    ]
)
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES).map("".join), st.text(st.characters(codec=None)))


@given(ANY_TEXT)
@example("\ud800" * 3)
@example("")
def test_findings_of_any_text_are_places_within_it(text):
    """Whatever the text, each finding is a part of it, in order, none over another."""
    findings = find_identifiers(text)

    assert all(0 <= one.start < one.end <= len(text) for one in findings)
    assert all(a.end <= b.start for a, b in itertools.pairwise(findings))
    assert all(one.severity == SEVERITIES[one.kind] for one in findings)


@given(ANY_TEXT)
def test_the_same_text_has_the_same_findings(text):
    """The check depends on nothing but the text."""
    assert find_identifiers(text) == find_identifiers(text)


@pytest.mark.parametrize(
    "hidden",
    [
        "０７７００ ９００１２３",
        "07700\u200b900\u200d123",
        "07700\u2011900\u2212123",
        "07700\u00a0\u2009900123",
        "\u202a07700 900123",
        "٠٧٧٠٠ ٩٠٠١٢٣",
        "0\u03367\u03367\u03360\u03360\u0336 900123",
        "07700\n900123",
    ],
)
def test_what_is_written_in_disguise_is_found_where_it_stands(hidden):
    """privacy.md: normalise first; the place is that of the text as it was given."""
    text = f"ab\u200b: {hidden} is it"

    (finding,) = find_identifiers(text)

    assert finding.kind == "phone"
    assert text[finding.start : finding.end].lstrip("\u202a") == hidden.lstrip("\u202a")


@pytest.mark.parametrize("text", ["Jose\u0301 Obi", "Jos\u00e9 Obi"])
def test_an_accent_belongs_to_its_letter(text):
    """One name, composed or not, is one finding up to its end."""
    (finding,) = find_identifiers(f"with {text}")

    assert (finding.start, finding.end) == (5, 5 + len(text))


def test_the_text_is_in_no_finding():
    """privacy.md: report kind and span, never the text."""
    (finding,) = find_identifiers("Mr Okoro")

    assert "Okoro" not in repr(finding)
    assert "Okoro" not in str(attrs.asdict(finding))


@pytest.mark.parametrize(
    "text",
    sorted(
        {
            value
            for code in ("rating", "agency", "role", "event_kind")
            for entry in code_list(code)
            for value in (entry.label, entry.meaning)
        }
    ),
)
def test_the_words_of_the_code_lists_are_no_findings(text):
    """What the library itself says identifies nobody."""
    assert find_identifiers(text) == ()


def strings(plain):
    """Every text within plain values."""
    if isinstance(plain, str):
        return [plain]
    inner = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else []
    return [text for value in inner for text in strings(value)]


def test_nothing_blocks_the_words_of_the_framework_and_of_the_samples():
    """Words about practice can be written without being held up."""
    sentences = [
        text for name in texts.__all__ for text in strings(unstructured(getattr(texts, name)))
    ]
    words = [*strings(unstructure(framework())), *sentences]

    blocked = [text for text in words for one in find_identifiers(text) if one.severity == "block"]

    assert not blocked


def unstructured(value):
    """A value of the sample sentences as plain lists and texts."""
    if attrs.has(type(value)):
        return [unstructured(part) for part in attrs.astuple(value, recurse=False)]
    if hasattr(value, "values"):
        return [unstructured(part) for part in value.values()]
    return [unstructured(part) for part in value] if isinstance(value, tuple) else value


def test_a_model_of_names_can_be_plugged_in():
    """Its places are warnings of a kind of their own, in the text as it was given."""
    text = "\u200btamsin came"

    findings = find_identifiers(text, names=lambda given: [(given.index("t"), 7), [8, 12]])

    assert findings == (
        Finding("named_entity", "warn", 1, 7),
        Finding("named_entity", "warn", 8, 12),
    )


def test_what_blocks_is_kept_over_what_a_model_says():
    """A longer warning does not hide a finding that blocks."""
    findings = find_identifiers("Mr Okoro came", names=lambda text: [(0, len(text))])

    assert [finding.kind for finding in findings] == ["titled_name"]


def answering(answer):
    """A model that says the same of any text."""
    return lambda _text: answer


def failing(text):
    """A model whose error holds the text."""
    raise ValueError(text)


@pytest.mark.parametrize(
    "model",
    [
        failing,
        answering(None),
        answering([1]),
        answering([(1,)]),
        answering([("a", "b")]),
        answering([(0, 99)]),
        answering([(3, 3)]),
        answering([(-1, 3)]),
        answering([(True, 3)]),
        answering([(0, True)]),
        answering(itertools.repeat((0, 0))),
        answering([(0, 1.5)]),
    ],
)
def test_a_model_that_fails_is_a_misuse_without_the_text(model):
    """Whatever a plug-in does, the error is the library's own and drags nothing along."""
    with pytest.raises(Misuse, match="names=") as caught:
        find_identifiers("secret", names=model)

    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


@given(ANY_TEXT)
def test_what_blocks_is_covered_to_its_end(text):
    """Where findings lie over one another, no part of one that blocks is left out of all."""
    normalised = normalise(text)
    spans = [span for find in FINDERS for span in find(normalised.text)]

    covered = {place for one in find_identifiers(text) for place in range(one.start, one.end)}

    for span in spans:
        if SEVERITIES[span.kind] == "block":
            start, end = original_span(normalised, span.start, span.end)
            assert set(range(start, end)) <= covered


def test_two_names_for_the_same_words_are_one_finding():
    """A network's name with half of a handle, and the whole handle."""
    text = "gamertag QuietLad#0042"

    (finding,) = find_identifiers(text)

    assert (finding.kind, finding.start, finding.end) == ("handle", 0, len(text))


def test_a_model_that_repeats_a_place_is_taken_once():
    """Findings never lie over one another."""
    assert len(find_identifiers("tamsin", names=answering([(0, 6), (0, 6)]))) == 1


@pytest.mark.parametrize("text", [None, b"Mr Okoro", 4711, ["Mr Okoro"]])
def test_anything_but_a_text_is_a_misuse(text):
    """One text at a time."""
    with pytest.raises(Misuse, match="str"):
        find_identifiers(text)


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    """The check digits and number plans come from packages of their own."""
    monkeypatch.setitem(sys.modules, "phonenumbers", None)
    monkeypatch.delitem(sys.modules, "positive_practice.privacy.digits")

    with pytest.raises(MissingExtra, match=r"'\.\[privacy\]'"):
        importlib.reload(identifiers)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("near ME14 with k\u0131z\u0131 ald\u0131 sar\u0131", ["outward_postcode"]),
        ("NHS no _9990000018_", ["nhs_number"]),
        ("tel_07700900123", ["phone"]),
        ("_ME99 9ZZ_", ["postcode"]),
        ("Ring 999/111", []),
        ("Rang 111 999", []),
        ("Seen on 3.5.21", ["date"]),
        ("see 2.1.10", []),
    ],
)
def test_what_a_second_look_found(text, kinds):
    """Letters of other languages, emphasis, emergency numbers and short dates."""
    assert [finding.kind for finding in find_identifiers(text)] == kinds
