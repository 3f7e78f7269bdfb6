"""Each kind of the identifier check: what it finds, and what looks alike and is left alone."""

import pytest

from positive_practice.privacy.finding import KINDS_IN_WORDS, SEVERITIES
from positive_practice.privacy.identifiers import find_identifiers

# Numbers are from the ranges kept for drama, tests and documentation; names are invented.
HITS = {
    "nhs_number": [
        "999 000 0018",
        "9990000026",
        "999-000-0034",
        "9 9 9 0 0 0 0 0 1 8",
        "NHS number: <999 123 4567>",
        "ring 999; <999 000 0042>",
        "nhs<999 000 0018>",
    ],
    "ni_number": [
        "QQ 12 34 56 C",
        "qq123456c",
        "QQ 12 34 56",
        "NI number <QQ123456>",
        "QQ-12-34-56-A",
    ],
    "upn": ["H801200001001", "h801200001001", "X340000024991", "UPN: <A123456789012>"],
    "phone": [
        "07700 900123",
        "+44 7700 900123",
        "0044 7700 900123",
        "(<01632) 960123>",
        "+44 (0)20 7946 0018",
        "0 7 7 0 0 9 0 0 1 2 3",
        "44 7700 900123",
        "7700 900123",
        "call her on <960123>",
        "+1 202 555 0123",
        "Childline 0800 1111, then <01632 960456>",
        "Tel<07700900123>",
        "WhatsApp <07700 900123>",
    ],
    "email": [
        "jay.bird+1@example.org",
        "jay [at] example [dot] org",
        "jay at example dot org",
        "jay @ example.org",
        "mailto:<jay@example.org>",
    ],
    "url": [
        "https://example.org/jay",
        "www.example.org",
        "example.org/jay",
        "EXAMPLE.ORG",
        "t.me/example",
        "example dot org slash jay",
        "hxxp://example.org",
    ],
    "handle": [
        "@jay_bird",
        "@jay@social.example",
        "u/jay-bird",
        "jaybird#1234",
        "Snapchat: jaybird",
        "Insta is jay.bird_07",
        "username thatquietjay",
        "~jaybird",
    ],
    "ip": ["192.0.2.10", "2001:db8::1", "2001:db8:0:0:0:0:2:1"],
    "postcode": ["ZZ99 3VZ", "ME99 9ZZ", "me999zz", "E1W 9ZZ", "BFPO 99", "GIR 0AA", "ME99-9ZZ"],
    "date": [
        "3 March 2021",
        "3rd March",
        "03/04/2021",
        "3.4.2021",
        "12.3.24",
        "2021-03-04",
        "March 3rd, 2021",
        "Monday 3rd",
        "third of June",
        "20210304",
        "03042021",
        "04Mar2021",
        "12 march, they met",
        "2021-Mar-04",
        "Christmas Day 2020",
        "due <12/03>",
        "1st Septmber 2023",
        "03 04 2021",
        "letter of <March 12> set it out",
    ],
    "birth_cue": [
        "DOB 03/04/2005",
        "d.o.b. 3 March 2005",
        "date of birth",
        "born abroad in 2005",
        "born on 3 May",
        "birthday is in May",
        "her <19th birthday>",
        "b. 2005",
    ],
    "age": [
        "aged 17",
        "aged seventeen",
        "Age: 19",
        "17-year-old",
        "17 yo",
        "17 years of age",
        "she is <17>.",
        "I'm <18> now",
        "her brother is <9>",
        "turned <19> that week",
        "left care at <17>.",
        "a child of <six>",
        "his sister, <eleven>, came",
        "17F",
        "(<17 yrs>)",
        "Elmira (<17>) came",
        "six-month-old baby",
        "aged 17.5",
        "F, 17, calm",
    ],
    "titled_name": [
        "Mr Okoro",
        "mr okoro",
        "MR OKORO",
        "MISS OKORO",
        "Mrs. O'Neill-Baptiste",
        "Dr van der Heyle",
        "Dr J. Szczesny",
        "PC 4711 Plod",
        "Ms B",
        "her mum <Tamsin>",
        "foster carer, <Tamsin>",
        "known as <Zed>",
        "my name is <王伟>",
        "Name: <Tamsin Obi>",
        "<Tamsin's> foster carer",
        "the advocate <Tamsin de Souza>",
        "Auntie Bev",
        "Dear <Tamsin>",
    ],
    "initials": [
        "J.S.",
        "J. S.",
        "client <JS>",
        "initials <js>",
        "initials: <J.S.>",
        "initials <ED>",
        "<JS>'s wish",
        "<JS> said no",
        "J. Smith",
        "T Quigley",
        "met <T W> there",
        "worker <J.> has known them",
    ],
    "street_address": [
        "12 Elm Road",
        "12a The High Street",
        "12 elm road",
        "Flat 9, Osprey House, 60 Wharfmoor Road",
        "Flat 3",
        "flat B",
        "Acacia Avenue",
        "PO Box 12",
        "Apartment 16, Millrace Wharf",
        "No. 7 Park Rd",
    ],
    "vehicle": ["AB12 CDE", "ab12cde", "A123 BCD", "ABC 123D", "reg <ABZ 1234>", "plate: <1 ABC>"],
    "card_or_account": [
        "4111 1111 1111 1111",
        "378282246310005",
        "GB29 NWBK 6016 1331 9268 19",
        "GB29 NWBK 6016 1331 9268 19 AND MORE",
        "sort code 12-34-56",
        "20-00-00 55779911",
        "account number 12345678",
        "card ending 4242",
        "roll no 1234/56789-0",
    ],
    "reference": [
        "case number <4711/20>",
        "crime ref <46/12345/21>",
        "CAD <1234>",
        "MRN <1234567>",
        "hospital number <X123456>",
        "[2099] EWFC 12",
        "#471100",
        "number 1234567",
        "7" * 24,
        "7d0e4f5e-1f0b-4c55-9a53-3c6d6d0d3f11",
    ],
    "month_year": ["March 2021", "03/2021", "2021-03", "Jan '21", "nov-23", "in Febuary 2024"],
    "outward_postcode": [
        "ME14",
        "SW1A",
        "lives in <N1>",
        "the <B12> area",
        "ME95/ME94",
        "postcode area <L8>",
    ],
    "rare_event": [
        "the inquest",
        "in the news",
        "crown court",
        "Elmsford Youth Court",
        "At <Quigley Academy>",
        "University of Elmsford",
        "HMP Elmsford",
        "Juniper Ward",
        "newspapers",
    ],
    "capitalised_name": [
        "with <Tamsin>",
        "from <Elmsford>",
        "with <Adaeze Obi> there",
        "<Tamsin> said so",
        "Then Obi came. <Obi> stayed",
        "<Quigley>'s letter",
        "with <Hope>",
        "e.g. <Tamsin>",
    ],
    "method_words": ["a <ligature>", "an <overdose>", "an <injury>", "cut herself"],
}

NEAR_MISSES = {
    "nhs_number": ["999 or 111", "998 000 0018", "NHS 111"],
    "ni_number": ["GA1 and GA2", "QQ 12 34"],
    "upn": ["H 801", "UPN is not known"],
    "phone": [
        "999",
        "112",
        "101",
        "116 123",
        "ring 116123",
        "text 85258",
        "0800 1111",
        "+44 800 1111",
        "0044 800 1111",
        "0800 068 4141",
        "0800 1111 / 116 123",
        "from 0800 to 1600",
        "04/03/2021 0930",
        "days 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
        "2019/20 2020/21",
        "£12345678",
    ],
    "email": ["met @ 3 pm", "at example in the book"],
    "url": ["and/or", "home.The plan", "plan.docx", "one.Wales is", "me.We did", "call.me"],
    "handle": ["@ home", "@10", "Snapchat is her choice", "WhatsApp group", "username was lost"],
    "ip": ["10:30:15", "1.2.3", "a::b", "1.2.3.4.5", "ab:cd:ef1:2", "1:2:" + "0" * 50],
    "postcode": ["PE4 3rd visit", "CF2 2pm", "QX1 1AA", "GA1 2MA3"],
    "date": [
        "may need 3 more",
        "12 may need more",
        "they march 3 miles",
        "March 12 people came",
        "24/7",
        "section 2.1.10",
        "32/13/2021",
        "on 3/4 of the days",
        "day 14",
    ],
    "birth_cue": ["a birthday card", "birth family", "an idea was born", "born in Elmsford"],
    "age": [
        "aged 18-20",
        "aged 16 to 25",
        "aged 18 and over",
        "aged 18+",
        "up to age 25",
        "18-year-olds",
        "Year 11",
        "she is 17 minutes late",
        "they are 12 miles away",
        "for 17 years",
        "a three-year-old policy",
        "Appendix (12)",
        "10 days",
    ],
    "titled_name": [
        "the doctor came",
        "Mr and Mrs",
        "miss the bus",
        "her mum said so",
        "called CAMHS",
        "called the Samaritans",
        "mr and so on",
        "worker: Seen weekly",
        "Monday's worker",
        "called Monday",
    ],
    "initials": [
        "e.g. this",
        "at 3 p.m. today",
        "plan B",
        "the U.K. law",
        "client DNA",
        "Section C. Okoro",
        "plan B C",
        "GP said yes",
        "TOLD THE TEAM",
        "initials of it",
        "B Monday",
    ],
    "street_address": ["2 people in the street", "road to recovery", "flat 2 of 3", "flat a week"],
    "vehicle": ["M25 and", "GA10 THE", "A4 paper"],
    "card_or_account": [
        "2021 2022 2023 2024",
        "4111 1111 1111 1112",
        "GB28 NWBK 6016 1331 9268 19",
        "on account of 3 people",
        "birthday card",
    ],
    "reference": [
        "reference 2021",
        "in case 12 people come",
        "case notes",
        "page no. 3",
        "ref to GA1",
    ],
    "month_year": ["in March", "2010-11", "2008-09", "in 2021"],
    "outward_postcode": ["PE4", "CF2", "GA1", "ME14/x", "B12 is a vitamin"],
    "rare_event": [
        "good news",
        "the court",
        "her school",
        "This House",
        "Adult Ward",
        "a hospital",
    ],
    "capitalised_name": [
        "the Pathway Plan",
        "CAMHS and the GP",
        "on Monday",
        "a U-turn",
        "on Christmas Eve",
        "Self-Harm Prevention",
        "Nobody said so",
        "plan B. They came",
    ],
    "method_words": ["hanging out", "cut short", "jumped at the chance", "self-harm", "wound up"],
}


def unmarked(text: str) -> tuple[str, int, int]:
    """A text without its mark-up, and where the marked part stands."""
    text = text if "<" in text else f"It says <{text}>"
    return text.replace("<", "").replace(">", ""), text.index("<"), text.index(">") - 1


def test_every_kind_has_its_table():
    """Every kind has words, hits and near-misses, but for those of what only a plug-in finds."""
    assert set(HITS) == set(NEAR_MISSES) == set(SEVERITIES) - {"named_entity"}
    assert set(KINDS_IN_WORDS) == set(SEVERITIES)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind in HITS for text in HITS[kind]])
def test_what_may_identify_is_found(kind, text):
    """privacy.md: what the table names is reported, with its kind and its place."""
    plain, start, end = unmarked(text)

    findings = [one for one in find_identifiers(plain) if one.start < end and start < one.end]

    assert [(one.kind, one.severity) for one in findings] == [(kind, SEVERITIES[kind])]


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind in NEAR_MISSES for text in NEAR_MISSES[kind]]
)
def test_what_looks_alike_is_left_alone(kind, text):
    """A near-miss of a kind is not reported as that kind."""
    assert kind not in {finding.kind for finding in find_identifiers(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Ring 999 or 112, 111 or 101; Samaritans on 116 123; text SHOUT to 85258.",
        "Childline 0800 1111 (under 19), Papyrus HOPELINE247 0800 068 4141 (under 35).",
        "In Kent and Medway text KENT to 85258.",
    ],
)
def test_help_lines_are_no_finding(text):
    """privacy.md: the allow-list is everybody's number."""
    assert find_identifiers(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("jay@example.org", ["email"]),
        ("https://192.0.2.1/jay@example.org", ["url"]),
        ("DOB 03/04/2005", ["birth_cue"]),
        ("Mr Quigley of Quigley House", ["titled_name", "rare_event"]),
        ("Flat 9 Osprey House, 60 Wharfmoor Road", ["street_address"]),
        ("3 March 2021", ["date"]),
    ],
)
def test_of_several_kinds_over_the_same_words_one_is_kept(text, kinds):
    """The one that blocks comes first, then the longest."""
    assert [finding.kind for finding in find_identifiers(text)] == kinds
