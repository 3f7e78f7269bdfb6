"""Ways to reach somebody that are not phone numbers: plain text -> e-mail, URL, handle, IP."""

import ipaddress
import re
from collections.abc import Iterator

from positive_practice.privacy.finding import Span, spans
from positive_practice.privacy.words import entries, is_known, one_of

__all__ = ["find_contacts"]

# Every repetition is possessive or bounded, and begins where it can begin only once: see
# tests/privacy/test_linear.py.
EMAIL = re.compile(r"(?<![\w.%+'-])[\w.%+'-]++@[\w-]++(?:\.[\w-]++)++")
SPELT_EMAIL = re.compile(
    r"""(?<![\w.+-])[\w.+-]++
    (?:\ ?[\[({<]\ ?at\ ?[\])}>]\ ?[\w-]++(?:\ ?[\[({<]\ ?dot\ ?[\])}>]\ ?[\w-]++|\.[\w-]++)++
      |\ at\ [\w-]++(?:\ dot\ [\w-]++)++
      |\ ?@\ [\w-]++(?:\ dot\ [\w-]++|\.[\w-]++)++)""",
    re.IGNORECASE | re.VERBOSE,
)
URL = re.compile(
    r"""(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*+://[^\s<>"]++
    |(?<![\w.])www\.[^\s<>"]++
    |(?<![\w.-])[\w-]++(?:\ dot\ [\w-]{1,63}+){0,3}?\ dot\ (?:com|org|net|uk|example)\b
        (?:\ slash\ [\w-]++)*+""",
    re.IGNORECASE | re.VERBOSE,
)
HOST = re.compile(
    r"(?<![\w@.-])[a-z0-9][a-z0-9-]*+(?:\.[a-z0-9-]++)++(?P<path>[/?#][^\s<>\"]*+)?",
    re.IGNORECASE,
)
HANDLE = re.compile(
    r"(?<![\w@./-])@[A-Za-z_][\w.]{1,39}+(?:@[\w.-]++)?|(?<![\w/])/?u/[\w-]{3,20}+"
    r"|(?<![\w~/])~[A-Za-z_][\w.]{2,39}+"
)
NETWORK = re.compile(
    rf"""(?<![\w@]){one_of("networks")}(?:\ (?:account|name|handle|id|user|profile|page|tag)){{0,2}}
    (?:\ (?:on|for|in)\ [\w\ ]{{2,30}}?)?
    (?P<joint>\ ?[:=]\ ?|\ is\ |\ as\ |\ \(|\ )["'@]?(?P<name>[A-Za-z0-9_][\w.-]{{2,39}}+)""",
    re.IGNORECASE | re.VERBOSE,
)
SAYS_NAME = re.compile(r"(?:name|tag|handle)\W{1,2}\Z", re.IGNORECASE)
TAGGED = re.compile(r"(?<![\w#])[A-Za-z]\w{1,31}+#\d{4}(?!\w)")
OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
IPV4 = re.compile(rf"(?<![\w.])(?:{OCTET}\.){{3}}{OCTET}(?!\w|\.\d)")
IPV6 = re.compile(r"(?<![\w:.])[0-9a-f]*+:[0-9a-f:]++(?:\.\d{1,3}){0,3}+(?![\w:])", re.IGNORECASE)
IPV6_LONGEST = 45


def find_contacts(text: str) -> Iterator[Span]:
    """Find e-mail addresses, URLs, handles and IP addresses in a normalised text.

    >>> sorted({span.kind for span in find_contacts("jay@example.org, 192.0.2.10, @jay_07")})
    ['email', 'handle', 'ip']
    """
    yield from spans("email", EMAIL, text)
    yield from spans("email", SPELT_EMAIL, text)
    yield from spans("url", URL, text)
    yield from spans("url", HOST, text, only=_is_host)
    yield from spans("handle", HANDLE, text)
    yield from spans("handle", TAGGED, text)
    yield from spans("handle", NETWORK, text, only=_is_handle)
    yield from spans("ip", IPV4, text)
    yield from spans("ip", IPV6, text, only=_is_ipv6)


def _is_host(match: re.Match[str]) -> bool:
    """Whether a name with dots is a host: a missing space after a full stop makes none."""
    name, path = match.group().removesuffix(match["path"] or ""), match["path"]
    last = name.rpartition(".")[2]
    if name != name.upper() and last != last.lower():
        return False
    if last.lower() in entries("domains"):
        return True
    return path is not None and last.lower() in entries("domains with a path")


def _is_handle(match: re.Match[str]) -> bool:
    """Whether the word after a network's name is a name there: plain words need a colon."""
    name = match["name"].rstrip(".-")
    if not any(character.isalpha() for character in name):
        return False  # the beginning of a phone number
    if ":" in match["joint"] or "=" in match["joint"]:
        return True
    if SAYS_NAME.search(match.group()[: match.start("name") - match.start()]):
        return not is_known(name)
    return any(character.isdigit() or character in "_." for character in name)


def _is_ipv6(match: re.Match[str]) -> bool:
    address = match.group()
    if len(address) > IPV6_LONGEST or not any(character.isdigit() for character in address):
        return False
    try:
        ipaddress.IPv6Address(address)
    except ValueError:
        return False
    return True
