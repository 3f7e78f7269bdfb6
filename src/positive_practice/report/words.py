"""Figures and codes put into plain words, the same in every report."""

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from fractions import Fraction

from positive_practice.batch.reader import Accounting
from positive_practice.errors import UnknownName
from positive_practice.model.counts import Counts
from positive_practice.model.framework import Framework
from positive_practice.model.notice import UrgentHelpNotice
from positive_practice.model.profile import ElementScore, Score
from positive_practice.report.figures import KIND_STATES, level_of, segments_of
from positive_practice.report.sentences import (
    KINDS,
    NBSP,
    NO_INDEX,
    ONE_CONSISTENCY,
    ONE_OPEN,
    SHORT_KINDS,
    SHORT_LEVELS,
    SHORT_NO_INDEX,
)
from positive_practice.scoring.rounding import percent

__all__ = [
    "accounting_in_words",
    "bounds_in_words",
    "consistency_in_words",
    "count_of",
    "counts_in_words",
    "in_a_row",
    "index_in_words",
    "kind_in_words",
    "lower_first",
    "not_yet_known",
    "notice_to_check",
    "per_cent",
    "plain",
    "practice_in_words",
    "practices_in_words",
    "rated_in_words",
    "reviewed_in_words",
    "short_counts",
    "short_index",
    "short_index_and_bounds",
    "short_words",
    "state_in_words",
    "to_look_at_next",
]

REPLACEMENT = "\ufffd"


def plain(text: str) -> str:
    r"""A text made harmless to show: one line, no control, no hidden and no direction character.

    Args:
        text: Any text, of a tailored framework or a notice too.

    Returns:
        The text; white space and controls have become spaces, hidden characters a visible mark.

    Source:
        hostile-input.md.

    >>> plain("two\nlines \x1b[31m")
    'two lines  [31m'
    """
    return "".join(map(_harmless, text))


def _harmless(character: str) -> str:
    category = unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    return REPLACEMENT if category in {"Cf", "Cs"} else character


def lower_first(text: str) -> str:
    """A label as it stands within a sentence.

    Args:
        text: The label.

    Returns:
        The same with its first letter small.

    >>> lower_first("At every point")
    'at every point'
    """
    return text[:1].lower() + text[1:]


def count_of(n: int, noun: str) -> str:
    """A number of things.

    Args:
        n: How many, from 0 on.
        noun: What one of them is called; its plural ends in ``s``.

    Returns:
        The number, with commas between thousands, and the noun in the singular or plural.

    >>> count_of(1, "record"), count_of(12, "record")
    ('1 record', '12 records')
    """
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def in_a_row(things: Sequence[str]) -> str:
    """Things one after another, as in a sentence.

    Args:
        things: At least one.

    Returns:
        The things, with commas between them and "and" before the last.

    >>> in_a_row(["no errors"]), in_a_row(["1 error", "2 warnings", "3 remarks"])
    ('no errors', '1 error, 2 warnings and 3 remarks')
    """
    *before, last = things
    return f"{', '.join(before)} and {last}" if before else last


def per_cent(share: Fraction) -> str:
    r"""A share in whole per cent, with a space that does not break.

    Args:
        share: The share, from 0 to 1.

    Returns:
        The share, rounded as everywhere in what people read.

    >>> per_cent(Fraction(7, 9))
    '78\xa0%'
    """
    return f"{percent(share)}{NBSP}%"


def index_in_words(score: Score) -> str:
    """The index with its bounds, or why there is none.

    Args:
        score: The score of a set of positions.

    Returns:
        Such as ``index 94 % (between 89 % and 96 %)``.

    >>> from positive_practice.api import load, score
    >>> college = score(load("examples/parts/college.json"))
    >>> print(index_in_words(college.element("GA").score).replace(NBSP, " "))
    index 100 % (between 25 % and 100 %)
    """
    if score.index is None or score.lower is None or score.upper is None:
        return NO_INDEX[str(score.index_reason)]
    bounds = f"between {per_cent(score.lower)} and {per_cent(score.upper)}"
    return f"index {per_cent(score.index)} ({bounds})"


def bounds_in_words(score: Score) -> str:
    """What the index could still become, or a dash where nothing applied.

    Args:
        score: The score of a set of positions.

    Returns:
        Such as ``89 % to 96 %``, with spaces that do not break.

    >>> from positive_practice.api import load, score
    >>> college = score(load("examples/parts/college.json"))
    >>> print(bounds_in_words(college.element("GA").score).replace(NBSP, " "))
    25 % to 100 %
    """
    if score.lower is None or score.upper is None:
        return "-"
    return f"{per_cent(score.lower)}{NBSP}to{NBSP}{per_cent(score.upper)}"


def short_index(score: Score) -> str:
    """The index alone, or a word for why there is none; its bounds always stand near.

    Args:
        score: The score of a set of positions.

    Returns:
        Such as ``94 %``, or ``not rated yet``.

    >>> from positive_practice.api import score, tally
    >>> short_index(score(tally([])).element("GA").score)
    'not counted'
    """
    return SHORT_NO_INDEX[str(score.index_reason)] if score.index is None else per_cent(score.index)


def short_index_and_bounds(score: Score) -> str:
    """The index with its bounds in few characters, or a word for why there is none.

    Args:
        score: The score of a set of positions.

    Returns:
        Such as ``94 % (89 to 96)``.

    >>> from positive_practice.api import load, score
    >>> college = score(load("examples/parts/college.json"))
    >>> print(short_index_and_bounds(college.element("GA").score).replace(NBSP, " "))
    100 % (25 to 100)
    """
    if score.index is None or score.lower is None or score.upper is None:
        return short_index(score)
    bounds = f"({percent(score.lower)}{NBSP}to{NBSP}{percent(score.upper)})"
    return f"{per_cent(score.index)}{NBSP}{bounds}"


def rated_in_words(score: Score) -> str | None:
    """How much of what applied has a level.

    Args:
        score: The score of a set of positions.

    Returns:
        Such as ``rated 75 % of what applied``, or None where nothing applied.

    >>> from positive_practice.api import load, score
    >>> college = score(load("examples/parts/college.json"))
    >>> print(rated_in_words(college.element("GA").score).replace(NBSP, " "))
    rated 25 % of what applied
    """
    if score.coverage is None:
        return None
    return f"rated {per_cent(score.coverage)} of what applied"


def kind_in_words(kind: str, framework: Framework) -> str:
    """What a kind of result is called: a level by the framework's scale, others by `KINDS`.

    Args:
        kind: The kind, as in `KIND_STATES`.
        framework: The framework, for the labels of its scale.

    Returns:
        A label, which begins with a capital letter.

    >>> from positive_practice.catalogue.shipped import framework
    >>> kind_in_words("level_3", framework()), kind_in_words("open", framework())
    ('At every point', 'Not known yet')
    """
    level = level_of(kind)
    if level is None:
        return KINDS[kind]
    return next(code.label for code in framework.scale if code.level == level)


def state_in_words(state: str, framework: Framework) -> str:
    """What one result settled to.

    Args:
        state: The code of a state.
        framework: The framework, for the labels of its scale.

    Returns:
        Such as ``At most points``, or ``Seen differently: from at some points to at every point``.

    >>> from positive_practice.catalogue.shipped import framework
    >>> state_in_words("spread_1_3", framework())
    'Seen differently: from at some points to at every point'
    """
    name, *levels = state.split("_")
    if name not in {"rated", "spread"}:
        return ONE_OPEN[state] if state in ONE_OPEN else KINDS[state]
    labels = [kind_in_words(f"level_{level}", framework) for level in levels]
    if name == "rated":
        return labels[0]
    return f"{KINDS['spread']}: from {' to '.join(map(lower_first, labels))}"


def counts_in_words(counts: Counts, framework: Framework) -> str:
    r"""How many results there are of each kind that occurs, the highest level first.

    Args:
        counts: How many results are in each state.
        framework: The framework, for the labels of its scale.

    Returns:
        The numbers, each held together with its label; empty if there is no result.

    >>> from positive_practice.catalogue.shipped import framework
    >>> counts_in_words(Counts.of({"rated_3": 4, "not_known": 1}), framework())
    '4\xa0at every point, 1\xa0not known yet'
    """
    return ", ".join(
        f"{one.count:,}{NBSP}{lower_first(kind_in_words(one.kind, framework))}"
        for one in segments_of(counts)
    )


def short_counts(counts: Counts) -> str:
    r"""The same in a word a kind, for the cells of a table that has the words in its caption.

    Args:
        counts: How many results are in each state.

    Returns:
        The numbers, each held together with its word; empty if there is no result.

    >>> short_counts(Counts.of({"rated_3": 4, "spread_2_3": 1}))
    '4\xa0every, 1\xa0differ'
    """
    return ", ".join(f"{one.count:,}{NBSP}{_short_kind(one.kind)}" for one in segments_of(counts))


def short_words(framework: Framework) -> str:
    """What the single words of ``short_counts`` stand for.

    Args:
        framework: The framework, for the labels of its scale.

    Returns:
        Every word, each with what it means.

    >>> from positive_practice.catalogue.shipped import framework
    >>> print(short_words(framework()).split(", ")[0].replace(NBSP, " "))
    every = at every point
    """
    return ", ".join(
        f"{_short_kind(kind)}{NBSP}= {lower_first(kind_in_words(kind, framework))}"
        for kind in KIND_STATES
    )


def _short_kind(kind: str) -> str:
    level = level_of(kind)
    return SHORT_KINDS[kind] if level is None else SHORT_LEVELS[level]


def accounting_in_words(accounting: Accounting) -> str:
    """What became of everything that was read, as a sum that can be checked.

    Args:
        accounting: The five numbers.

    Returns:
        Such as ``read 13 = 12 accepted + 0 refused + 1 blank + 0 duplicate``.

    >>> accounting_in_words(Accounting(read=3, accepted=2, blank=1))
    'read 3 = 2 accepted + 0 refused + 1 blank + 0 duplicate'
    """
    return (
        f"read {accounting.read:,} = {accounting.accepted:,} accepted"
        f" + {accounting.refused:,} refused + {accounting.blank:,} blank"
        f" + {accounting.duplicate:,} duplicate"
    )


def consistency_in_words(consistency: Counts) -> str:
    """In how many records a golden thread runs through every stage; of one record, whether it does.

    Args:
        consistency: How many records have each consistency, at least one in all.

    Returns:
        The numbers in a phrase; of one record what is so there.

    >>> consistency_in_words(Counts.of({"consistent": 3, "undetermined": 9}))
    'runs through every stage in 3 records, not yet at every stage in 0, cannot be said in 9'
    """
    if sum(consistency.values()) == 1:
        return ONE_CONSISTENCY[next(iter(consistency))]
    return ", ".join(
        [
            f"runs through every stage in {count_of(consistency['consistent'], 'record')}",
            f"not yet at every stage in {consistency['inconsistent']:,}",
            f"cannot be said in {consistency['undetermined']:,}",
            *(f"did not apply in {n:,}" for n in [consistency["not_applicable"]] if n),
        ]
    )


def reviewed_in_words(reviewed: int, records: int) -> str:
    """In how many records a review meeting looked at the submissions.

    Args:
        reviewed: In how many it did.
        records: How many records there are, at least one.

    Returns:
        A sentence; of one record whether it did.

    >>> reviewed_in_words(7, 12)
    'In 7 of 12 records a review meeting looked at what was sent in.'
    """
    if not reviewed:
        return "No review meeting has looked at what was sent in yet."
    where = f"In {reviewed:,} of {count_of(records, 'record')} a" if records > 1 else "A"
    return f"{where} review meeting looked at what was sent in."


def practice_in_words(practice: str, framework: Framework) -> str:
    """A practice's id and label; one that tailoring took out has its id alone.

    Args:
        practice: The id of a practice.
        framework: The framework, for its labels.

    Returns:
        The id, and the label or that there is none.

    >>> from positive_practice.catalogue.shipped import framework
    >>> practice_in_words("GA1", framework()), practice_in_words("GA9", framework())
    ('GA1 Timely assessment', 'GA9 (not part of this framework)')
    """
    try:
        return f"{practice} {framework.practice(practice).label}"
    except UnknownName:
        return f"{practice} (not part of this framework)"


def practices_in_words(practices: Iterable[str], framework: Framework) -> str:
    """Practices by id and label, in a row.

    Args:
        practices: The ids of practices.
        framework: The framework, for its labels.

    Returns:
        The practices, with commas between them; empty if there are none.

    >>> from positive_practice.catalogue.shipped import framework
    >>> practices_in_words(["GA1", "VY3"], framework())
    'GA1 Timely assessment, VY3 Life story work'
    """
    return ", ".join(practice_in_words(practice, framework) for practice in practices)


def _stages_in_words(stages: Iterable[str], framework: Framework) -> str:
    labels = [lower_first(framework.stage(stage).label) for stage in stages]
    noun = "stage" if len(labels) == 1 else "stages"
    return f"{noun} {in_a_row(labels)}" if labels else ""


def to_look_at_next(element: ElementScore, framework: Framework) -> str:
    """What to look at next in an element.

    Args:
        element: The scores of the element.
        framework: The framework, for its labels.

    Returns:
        Its practices and then its stages of lowest index; empty if there are none.

    >>> from positive_practice.api import load, score
    >>> from positive_practice.catalogue.shipped import framework
    >>> leaving_care = score(load("examples/parts/leaving-care.json"))
    >>> to_look_at_next(leaving_care.element("GA"), framework())
    'GA2 Full history considered'
    """
    practices = practices_in_words(element.look_at_next, framework)
    stages = _stages_in_words(element.stages_look_at_next, framework)
    return "; ".join(part for part in (practices, stages) if part)


def not_yet_known(element: ElementScore, framework: Framework) -> str:
    """What nobody could rate yet in an element.

    Args:
        element: The scores of the element.
        framework: The framework, for its labels.

    Returns:
        Its practices and then its stages; empty if there are none.

    >>> from positive_practice.api import load, score
    >>> from positive_practice.catalogue.shipped import framework
    >>> college = score(load("examples/parts/college.json"))
    >>> not_yet_known(college.element("VY"), framework())
    'VY2 Young person leads their plan, VY3 Life story work'
    """
    practices = practices_in_words(element.not_yet_known, framework)
    stages = _stages_in_words(element.stages_not_yet_known, framework)
    return "; ".join(part for part in (practices, stages) if part)


def notice_to_check(notice: UrgentHelpNotice, today: dt.date) -> str | None:
    """Why the notice must be checked before use, or None if it holds today.

    Args:
        notice: The urgent-help notice.
        today: The day on which it is read.

    Returns:
        A sentence to show above the channels.

    Source:
        privacy.md, "Urgent help first".

    >>> from positive_practice.catalogue.shipped import notice
    >>> notice_to_check(notice(), dt.date(2026, 3, 1))
    'Check these before use: never yet checked.'
    """
    if notice.checked_on is None:
        return "Check these before use: never yet checked."
    if notice.valid_until is not None and notice.valid_until < today.isoformat():
        return f"Check these before use: valid until {notice.valid_until}."
    return None
