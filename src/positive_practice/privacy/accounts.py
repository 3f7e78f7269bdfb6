"""Bank papers: plain text -> IBAN, sort code, account, what a text itself calls a card."""

import re
from collections.abc import Iterator

from positive_practice.privacy.finding import Span, spans

__all__ = ["find_accounts"]

IBAN = re.compile(
    r"(?<!\w)[A-Z]{2}\d\d(?:[ -]?[A-Z0-9]{4}){2,7}+(?:[ -]?[A-Z0-9]{1,3})?", re.IGNORECASE
)
IBAN_SHORTEST = 15

NUMBER = r"(?:\ (?:number|num|no)\b\.?)?"
IS = r"(?:\ (?:is|was|ending(?:\ in)?|ends\ in)|:)?"
PAIRS = r"\d\d[\ -]\d\d[\ -]\d\d"
DIGITS = r"(?:\d[\ -]?){3,18}\d(?!\d)"
ACCOUNT = re.compile(
    rf"""(?<![\w./-]){PAIRS}[\ ,;/]{{1,2}}(?:[a-z/]{{1,8}}[.:]?\ ){{0,4}}\d{{4}}[\ -]?\d{{4}}(?!\d)
    |(?<!\w)sort[\ -]?code{NUMBER}{IS}\ ?(?:{PAIRS}|\d{{6}})(?!\d)
    |(?<!\w)(?:account|acct|acc|a/c|roll)\.?{NUMBER}{IS}\ ?\#?\d{{3,4}}[\ -]?\d{{0,4}}\d(?!\d)
    |(?<!\w)roll\ (?:number|no\b\.?):?\ (?:[A-Z]/)?\d{{3,8}}(?:[/-]\d{{1,8}}){{0,2}}(?!\w)
    |(?<!\w)(?:credit|debit|bank)\ card{NUMBER}{IS}\ {DIGITS}
    |(?<!\w)card\ (?:number|ending(?:\ in)?|ends\ in):?\ {DIGITS}""",
    re.IGNORECASE | re.VERBOSE,
)


def find_accounts(text: str) -> Iterator[Span]:
    """Find accounts, and cards that are called so, in a normalised text.

    >>> [span.kind for span in find_accounts("sort code 12-34-56, GB29 NWBK 6016 1331 9268 19")]
    ['card_or_account', 'card_or_account']
    """
    for match in IBAN.finditer(text):
        end = _iban_end(match.group())
        if end is not None:
            yield Span("card_or_account", match.start(), match.start() + end)
    yield from spans("card_or_account", ACCOUNT, text)


def _iban_end(text: str) -> int | None:
    """Where an account number ends whose check digits are right; what follows may be words."""
    places = [place for place, character in enumerate(text) if character.isalnum()]
    for length in range(len(places), IBAN_SHORTEST - 1, -1):
        if _is_iban("".join(text[place] for place in places[:length])):
            return places[length - 1] + 1
    return None


def _is_iban(text: str) -> bool:
    """ISO 13616: the first four places go last, letters count from 10, and 1 remains of 97."""
    return int("".join(str(int(place, 36)) for place in text[4:] + text[:4])) % 97 == 1
