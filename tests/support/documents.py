"""Seeded documents: small valid ones of every class, faulty neighbours of them, and any JSON.

All of it is plain JSON values, driven by the shapes of the model alone: a new field, class or
constraint is generated and spoilt without a change here; a new pattern asks for a sample.
"""

import copy
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from random import Random
from typing import Any, TypeAlias

from attrs import frozen

from positive_practice.model.constraints import (
    Codes,
    Counted,
    Date,
    Digest,
    ElementId,
    ExtensionObject,
    Items,
    Letter,
    Pattern,
    PositionId,
    PracticeId,
    Ratio,
    RecordId,
    Text,
    Token,
    Version,
    Whole,
)
from positive_practice.model.shape import (
    Array,
    FieldShape,
    Leaf,
    Object,
    Shape,
    fields_of,
    shape_of,
)

__all__ = ["Case", "Place", "any_json", "cases", "document", "places", "spoil"]

Make: TypeAlias = Callable[[Random, Any], Any]

CHARACTERS = "abc xyzé—ß\t\n\"\\/<&'=+-@0123456789अ🙂\u00a0\u2028\u200f"
"""Letters, marks and signs that every text may hold, some of them outside the first plane."""

BAD = "\x00\x07\x0b\x0c\r\x1b\x1f\x7f\x80\x85\x9f\u202a\u202e\u2066\u2069"
OTHER_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
OFTEN = 0.25
"""How often an optional field is there."""

WIDEST_FILLED = 24
"""Arrays with room for more items than this are not filled to their limit: that is slow."""

STRANGE: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 5.0, 3.7, 1e300, 2**53, "", " ", "3", "1.0", "false", "null",
    [], {}, [None], [[]], ["abc"], {"": 0}, {"id": "a"}, "ⅷ", "x" * 70,
)  # fmt: skip


@frozen
class Case:
    """A generated value, and whether it is a valid document or at most two changes from one."""

    value: Any
    near: bool


@frozen
class Place:
    """Where a value stands: what holds it, under which key, and the shape that it should have."""

    holder: Any
    key: str | int
    shape: Shape

    @property
    def is_there(self) -> bool:
        """Whether an earlier change left it where it was."""
        if isinstance(self.holder, dict):
            return self.key in self.holder
        return isinstance(self.key, int) and self.key < len(self.holder)

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.key]

    def put(self, value: Any) -> None:
        """Let something else stand there."""
        self.holder[self.key] = value


def cases(seed: int, cls: type, count: int) -> Iterator[Case]:
    """Generated values for a document class: a third valid, most of the others nearly so."""
    random = Random(seed)
    for number in range(count):
        value = document(random, cls)
        if number % 10 < 6:
            value = spoil(random, value, cls, random.choice([1, 1, 2]))
        elif number % 20 == 19:
            yield Case(any_json(random), near=False)
            continue
        yield Case(value, near=True)


def document(random: Random, cls: type) -> dict[str, Any]:
    """A small valid document of a class."""
    fields = [field for field in fields_of(cls) if field.required or random.random() < OFTEN]
    return {field.name: _field(random, field) for field in fields}


def _field(random: Random, field: FieldShape) -> Any:
    return None if field.nullable and random.random() < 0.3 else _valid(random, field.shape)


def _valid(random: Random, shape: Shape) -> Any:
    if isinstance(shape, Object):
        return document(random, shape.cls)
    if isinstance(shape, Array):
        return _items(random, shape, shape.bounds.minimum + random.choice([0, 0, 1, 2]))
    return random.random() < 0.5 if shape.constraint is None else _leaf(random, shape)


def _items(random: Random, shape: Array, wanted: int) -> list[Any]:
    """Items up to a number of them, or to the limit; each once where the array asks for that."""
    items = [_valid(random, shape.item) for _ in range(min(wanted, shape.bounds.maximum))]
    return list(dict.fromkeys(items)) if shape.bounds.unique else items


def _leaf(random: Random, leaf: Leaf) -> Any:
    if isinstance(leaf.constraint, Codes | Version):
        return random.choice(leaf.codes)
    if isinstance(leaf.constraint, Pattern):
        return PATTERNS[leaf.constraint](random)
    return LEAVES[type(leaf.constraint)](random, leaf.constraint)


def _text(random: Random, constraint: Text) -> str:
    length = random.randint(constraint.minimum, min(constraint.maximum, 12))
    return "".join(random.choices(CHARACTERS, k=length))


def _date(random: Random, constraint: Date) -> str:
    month, day = random.randint(1, 12), random.randint(1, 28)
    return f"{random.randint(1, 9999):04}-{month:02}-{day:02}"


def _whole(random: Random, constraint: Whole) -> int:
    near_zero = max(constraint.minimum, min(constraint.maximum, random.randint(-9, 99)))
    return random.choice([constraint.minimum, constraint.maximum, near_zero, near_zero])


def _ratio(random: Random, constraint: Ratio) -> str:
    fraction = Fraction(random.randint(-9 if constraint.signed else 0, 9), random.randint(1, 9))
    return f"{fraction.numerator}/{fraction.denominator}"


def _counted(random: Random, constraint: Counted) -> dict[str, int]:
    some = random.sample(constraint.codes, random.randint(0, min(3, len(constraint.codes))))
    return {
        code: random.randint(0, 99) for code in (constraint.codes if constraint.every else some)
    }


def _extensions(random: Random, constraint: ExtensionObject) -> dict[str, Any]:
    names = random.sample(["org.example", "uk.gov.a-b", "0.0-1", "a.b.c.d"], random.randint(0, 2))
    return {name: any_json(random) for name in names}


LEAVES: Mapping[type, Make] = {
    Text: _text,
    Date: _date,
    Whole: _whole,
    Ratio: _ratio,
    Counted: _counted,
    ExtensionObject: _extensions,
}


def _from(alphabet: str, least: int, most: int) -> Callable[[Random], str]:
    return lambda random: "".join(random.choices(alphabet, k=random.randint(least, most)))


def _practice_id(random: Random) -> str:
    return random.choice(["GA", "MO", "ZZ"]) + str(random.randint(1, 99))


def _position_id(random: Random) -> str:
    stage = random.choice(["", "", ".assessment", ".planning", ".a_b"])
    return _practice_id(random) + stage


def _record_id(random: Random) -> str:
    lengths = (8, 4, 4, 4, 12)
    return "-".join("".join(random.choices("0123456789abcdef", k=k)) for k in lengths)


PATTERNS: Mapping[Any, Callable[[Random], str]] = {
    shape_of(alias).constraint: make  # type: ignore[union-attr]  # every alias here is a leaf
    for alias, make in (
        (Token, _from("abcz09", 1, 5)),
        (RecordId, _record_id),
        (PracticeId, _practice_id),
        (ElementId, _from("AGMZ", 2, 2)),
        (PositionId, _position_id),
        (Letter, _from("abz", 1, 1)),
        (Digest, _from("0123456789abcdef", 64, 64)),
    )
}


def any_json(random: Random, depth: int = 3) -> Any:
    """Any JSON value within what every reader agrees on."""
    kind = random.randrange(8 if depth else 6)
    if kind == 6:
        return [any_json(random, depth - 1) for _ in range(random.randint(0, 3))]
    if kind == 7:
        keys = random.sample(["id", "a", "", "é", "schema_version"], random.randint(0, 3))
        return {key: any_json(random, depth - 1) for key in keys}
    numbers = (random.randint(-5, 5), random.choice([2**53 - 1, 1 - 2**53]), random.random(), 5.0)
    return (None, True, False, random.choice(numbers), _text(random, Text(9, 0)), "1.0")[kind]


def places(value: Any, cls: type) -> list[Place]:
    """Every place inside a valid document, itself left out."""
    found = []
    for field in fields_of(cls):
        if field.name in value:
            found += _within(Place(value, field.name, field.shape))
    return found


def _within(place: Place) -> list[Place]:
    if place.value is None:
        return [place]
    if isinstance(place.shape, Object):
        return [place, *places(place.value, place.shape.cls)]
    if isinstance(place.shape, Array):
        inner = (Place(place.value, i, place.shape.item) for i in range(len(place.value)))
        return [place, *(one for item in inner for one in _within(item))]
    return [place]


def spoil(random: Random, value: dict[str, Any], cls: type, times: int = 1) -> Any:
    """A changed copy of a valid document; most changes break it, some are allowed.

    Args:
        random: Where chance comes from.
        value: A valid document as plain values.
        cls: Its class.
        times: How many changes to make, each at a place of its own kind.

    Returns:
        The copy; an earlier change may be lost inside a later one.
    """
    box = [copy.deepcopy(value)]
    found = [Place(box, 0, Object(cls)), *_within(Place(box, 0, Object(cls)))[1:]]
    for place in random.sample(found, min(times, len(found))):
        if place.is_there:
            _change(random, place)
    return box[0]


def _change(random: Random, place: Place) -> None:
    if random.random() < 0.15 or place.value is None:
        place.put(copy.deepcopy(random.choice(STRANGE)))
        return
    if isinstance(place.shape, Object):
        _change_object(random, place)
    elif isinstance(place.shape, Array):
        place.put(_changed_array(random, place.shape, place.value))
    else:
        place.put(_changed_leaf(random, place.shape, place.value))


def _change_object(random: Random, place: Place) -> None:
    """Take a key away, or add one that is not known."""
    value = place.value
    if not isinstance(value, dict):
        return
    if value and random.random() < 0.5:
        del value[random.choice(sorted(value))]
    else:
        value[random.choice(["x", "", "Id", "id ", "extension", "__proto__", "$ref"])] = None


def _changed_array(random: Random, shape: Array, items: Any) -> Any:
    bounds: Items = shape.bounds
    choices: list[Any] = [[], items[::-1], [*items, copy.deepcopy(random.choice(STRANGE))]]
    if items:
        choices += [[*items, copy.deepcopy(items[0])], items[:-1], {"0": items[0]}]
    if bounds.maximum <= WIDEST_FILLED:
        past_limit = bounds.maximum + random.randint(0, 1)
        extra = [_valid(random, shape.item) for _ in range(past_limit)]
        choices += [extra]
    return random.choice(choices)


def _changed_leaf(random: Random, leaf: Leaf, value: Any) -> Any:
    if leaf.constraint is None:
        return random.choice([not value, int(value), float(value), str(value).lower(), None])
    return random.choice(CHANGES[type(leaf.constraint)](random, leaf, value))


def _changed_text(random: Random, leaf: Leaf, value: str) -> list[Any]:
    constraint: Any = leaf.constraint
    longest = "".join(random.choices(CHARACTERS, k=3)) + "🙂" * (constraint.maximum - 3)
    bad = random.choice(BAD)
    return [longest, longest + "a", "", value + bad, bad + value, value[:1] + bad, value + "\n", 7]


def _changed_pattern(random: Random, leaf: Leaf, value: str) -> list[Any]:
    constraint: Any = leaf.constraint
    full = value + "a" * (constraint.maximum - len(value))
    shaped = [value + "\n", value.translate(OTHER_DIGITS), value.upper(), value.lower(), value[:-1]]
    return [*shaped, "\n" + value, " " + value, full, full + "a", "", value + "\r", value + "é", 3]


def _changed_date(random: Random, leaf: Leaf, value: str) -> list[Any]:
    impossible = [value[:5] + "13-01", value[:5] + "02-30", value[:8] + "00", "0000-01-01"]
    return [*impossible, value + "\n", value.translate(OTHER_DIGITS), value + "T00:00", value[1:]]


def _changed_code(random: Random, leaf: Leaf, value: str) -> list[Any]:
    likely = [random.choice(leaf.codes), value.upper(), value + "\n", value + " ", value[:-1]]
    return [*likely, "other", [value], leaf.codes.index(value), True]


def _changed_whole(random: Random, leaf: Leaf, value: int) -> list[Any]:
    constraint: Any = leaf.constraint
    ends = [constraint.minimum, constraint.maximum]
    beyond = [constraint.minimum - 1, constraint.maximum + 1, 2**53, 1e300, -(2**64)]
    return [*ends, *beyond, *map(float, ends), value + 0.5, str(value), bool(value), [value], None]


def _changed_ratio(random: Random, leaf: Leaf, value: str) -> list[Any]:
    written = [
        "01/2",
        "1/02",
        "-0/1",
        "+1/2",
        "1 /2",
        "1/2\n",
        "½",
        "-1/2",
        "1",
        "1/0",
        "0/5",
        "2/4",
    ]
    constraint: Any = leaf.constraint
    long = "1/" + "3" * (constraint.maximum - 2)
    return [*written, value.translate(OTHER_DIGITS), long, long + "3", 1, 0.5, [1, 2]]


def _changed_counts(random: Random, leaf: Leaf, value: dict[str, int]) -> list[Any]:
    constraint: Any = leaf.constraint
    code = random.choice(constraint.codes)
    counts = [-1, 2**53, 2**53 - 1, 7.0, 0.5, True, "1", None, 1e300]
    fewer = {key: count for key, count in value.items() if key != code}
    return [*({**value, code: count} for count in counts), fewer, {**value, "x": 1}, [], 3]


def _changed_extensions(random: Random, leaf: Leaf, value: dict[str, Any]) -> list[Any]:
    constraint: Any = leaf.constraint
    long = "a." + "b" * (constraint.name_maximum - 2)
    names = [
        "org",
        "Org.example",
        "org.example\n",
        "org..a",
        ".a",
        "a.",
        "a_b.c",
        long,
        long + "b",
        "",
    ]
    many = {f"org.n{i}": i for i in range(constraint.names + random.randint(0, 1))}
    return [*({**value, name: 1} for name in names), many, [], "a.b", {**value, "a.b": {"": [1.5]}}]


CHANGES: Mapping[type, Callable[[Random, Leaf, Any], list[Any]]] = {
    Text: _changed_text,
    Pattern: _changed_pattern,
    Date: _changed_date,
    Codes: _changed_code,
    Version: _changed_code,
    Whole: _changed_whole,
    Ratio: _changed_ratio,
    Counted: _changed_counts,
    ExtensionObject: _changed_extensions,
}
