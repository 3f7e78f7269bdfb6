"""Fixed sentences and words that every report shares, apart from the functions that use them."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = [
    "GLOSSARY",
    "INTERNAL",
    "KINDS",
    "METHODS_IN_WORDS",
    "MIXED",
    "MODELLED",
    "NBSP",
    "NOT_FOR_DECIDING",
    "NO_INDEX",
    "NO_RECORDS",
    "ONE_CONSISTENCY",
    "ONE_OPEN",
    "OUTCOMES",
    "OVERALL",
    "OWN_VIEW",
    "PRACTICE_NOT_PERSON",
    "RESULT",
    "SHORT_KINDS",
    "SHORT_LEVELS",
    "SHORT_NO_INDEX",
    "URGENT",
    "WHAT_FOLLOWS",
]

NBSP = "\u00a0"

INTERNAL = "Internal: for those entitled to the records"
URGENT = "Urgent help, if you or someone near you needs it now"
PRACTICE_NOT_PERSON = (
    "This is about practice, never about a person; "
    "it is for learning, not for performance management."
)
NOT_FOR_DECIDING = (
    "It is not for deciding who gets help. "
    "Act on a concern at once, through your safeguarding procedures."
)
OUTCOMES = (
    "Any change is the young person's own achievement; no figure here attributes it to a service."
)
OWN_VIEW = (
    "Young people could answer five plain questions, offered by someone they trust. "
    "Their answers stand beside the ratings and are never scored."
)
NO_RECORDS = (
    "No record could be counted, so there is nothing to show yet. "
    "Nothing is lost: the files are as they were."
)
MODELLED = (
    "This library models the published framework. It is not the report's own audit tool: "
    "the form, the scale and the scoring are this project's own."
)

RESULT = "A result: one practice in one record, at one stage where it is rated by stage."

_THESE_ALONE = "The figures speak for these records alone."
WHAT_FOLLOWS: Mapping[str, str] = MappingProxyType(
    {
        "positive_examples": "Good examples support no rate, no rank and no claim of effect: "
        "they show what support can look like.",
        "all_cases": "The figures speak for the whole group in this period. "
        "They do not say what led to what.",
        "random_sample": "The figures can speak for the group that the sample was drawn from, the "
        "better the larger it is. They do not say what led to what.",
        "criteria_sample": f"{_THESE_ALONE} Others may differ from the theme they were chosen for.",
        "volunteered": f"{_THESE_ALONE} Those that nobody put forward may differ.",
        "concern_led": f"{_THESE_ALONE} The framework was built from support that worked; "
        "where a statutory review is due, it comes first.",
        "other": f"{_THESE_ALONE} Say how they were chosen wherever you quote them.",
        "not_known": f"{_THESE_ALONE} Find out how they were chosen before you quote them.",
    }
)
"""What follows from each way of choosing records."""

MIXED = (
    "Be careful: these records were chosen in more than one way, and the figures put them "
    "together. They speak for no group; a report of each way alone says more."
)

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "spread": "Seen differently",
        "contested": "Not agreed whether it applied",
        "open": "Not known yet",
        "not_applicable": "Did not apply",
    }
)
"""What results without one level are called; levels have the labels of the framework's scale."""

SHORT_LEVELS = ("not", "some", "most", "every")
SHORT_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "spread": "differ",
        "contested": f"not{NBSP}agreed",
        "open": f"not{NBSP}known",
        "not_applicable": "n/a",
    }
)

ONE_OPEN: Mapping[str, str] = MappingProxyType(
    {
        "unanswered": "Nobody answered yet",
        "not_known": "Nobody could say",
        "no_record": "Nothing recorded either way",
    }
)
"""What is called open of many results, told apart where there is one."""

METHODS_IN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "agreed": "Where agencies see it differently, the whole range is kept until they agree.",
        "lowest": "Where agencies see it differently, the lowest level that was given counts.",
        "lower_median": "Where agencies see it differently, the middle level counts, "
        "the lower of two.",
    }
)
OVERALL: Mapping[str, str] = MappingProxyType(
    {
        "pooled": "All results taken together",
        "mean_of_elements": "The mean of the parts above, each of which counts the same",
    }
)
ONE_CONSISTENCY: Mapping[str, str] = MappingProxyType(
    {
        "consistent": "runs through every stage",
        "inconsistent": "not yet at every stage",
        "undetermined": "whether it runs through every stage cannot be said yet",
        "not_applicable": "did not apply",
    }
)
NO_INDEX: Mapping[str, str] = MappingProxyType(
    {
        "nothing_weighted": "no index: nothing here is counted",
        "nothing_applicable": "no index: nothing here applied",
        "nothing_rated": "no index yet: nobody could rate it so far",
    }
)

SHORT_NO_INDEX: Mapping[str, str] = MappingProxyType(
    {
        "nothing_weighted": "not counted",
        "nothing_applicable": "did not apply",
        "nothing_rated": "not rated yet",
    }
)

GLOSSARY: Mapping[str, str] = MappingProxyType(
    {
        "Result": (
            "What one record says about one practice, at one stage where the practice is "
            "rated stage by stage, once all that agencies and meetings said is put together."
        ),
        "Counts": (
            "How many results there are of each kind. They come first, because they say what "
            "was found and take nothing for granted."
        ),
        "Index": (
            "The counts as one number, for convenience: 0 % is 'did not happen' everywhere, "
            "100 % is 'at every point' everywhere. The levels are steps, not measured "
            "distances, so small differences mean little. Where agencies see something "
            "differently, it counts at the middle of their range."
        ),
        "Between": (
            "What the index could still become once everything that is open or seen "
            "differently is resolved. Wide bounds say: ask again before you conclude "
            "anything."
        ),
        "Rated": "The share of what applied that has a level, or a range of levels.",
        "Settled": "The share of what applied on which there is one level.",
        "Seen differently": (
            "Those who answered gave different levels, and no meeting has decided yet."
        ),
        "Not agreed whether it applied": (
            "Some gave a level and some said that it did not apply, and no meeting has decided yet."
        ),
        "Not known yet": (
            "Nobody answered, nobody could say, or nothing is recorded either way. Unrecorded "
            "is not the same as not done, so it never counts as zero."
        ),
        "Runs through every stage": (
            "In that record, every result of the thread that applied is 'at most points' or "
            "better. 'Not yet at every stage' means that at least one is below. Where "
            "something is still open, it 'cannot be said'."
        ),
        "To look at next": (
            "The practices, or stages, of lowest index within their feature or thread. It is "
            "where a conversation may help most, not a verdict."
        ),
    }
)
"""What the figures mean, in plain words."""
