"""Every keyword of a schema, each with documents whose verdict should hang on that keyword alone.

All of it is read off the schema: the smallest valid document that holds a given place, and for
each keyword there a value that only this keyword forbids, or that only this member allows. A
keyword that is not known here stops the walk, so that none is passed over.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import evolve, frozen

__all__ = ["STRANGE", "Occurrence", "occurrences", "part_of", "unlike", "without"]

Steps: TypeAlias = tuple[str | int, ...]
Schema: TypeAlias = dict[str, Any]

ANNOTATIONS = {"$schema", "$id", "$comment", "$defs", "title", "description"}
"""What says something to a reader alone, and the shelf on which definitions stand."""

STRANGE: tuple[Any, ...] = (None, True, 7, -7, 5.5, "", "?", [], [None], {}, {"?": None}, [{}, {}])
"""Values of every type, none of them right in many places."""

ENDS = ("", "\n", "\r", "\x07", "a", "0", "?")

VALID_FOR: Mapping[str, Any] = {"null": None, "object": {}, "array": [], "boolean": False}

NUMBERED: Mapping[str, Callable[[int], str]] = {
    "^[a-z0-9][a-z0-9_.-]{0,63}$": lambda i: f"a{i}",
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": lambda i: f"{2000 + i}-01-31",
    "^[A-Z]{2}[1-9][0-9]?$": lambda i: f"{chr(65 + i // 99)}A{i % 99 + 1}",
    "^[A-Z]{2}$": lambda i: f"A{chr(65 + i)}",
    "^[A-Z]{2}[1-9][0-9]?([.][a-z_]{1,64})?$": lambda i: f"MA1.{'a' * (i + 1)}",
    "^[a-z]$": lambda i: chr(97 + i),
    "^[0-9a-f]{64}$": lambda i: f"{i:064x}",
    "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$": (
        lambda i: f"00000000-0000-4000-8000-{i:012x}"
    ),
    "^(0|[1-9][0-9]*)/[1-9][0-9]*$": lambda i: f"1/{i + 2}",
    "^(0|-?[1-9][0-9]*)/[1-9][0-9]*$": lambda i: f"-1/{i + 2}",
    "^[a-z0-9-]+([.][a-z0-9-]+)+$": lambda i: f"org.n{i}",
}
"""For each pattern of the schemas, as many valid texts as are asked for."""


@frozen
class Occurrence:
    """A keyword, or one member of it, at its place in a schema.

    Args:
        steps: The way to it in the schema.
        documents: Documents that should be judged otherwise once it is gone.
        takes: What the whole schema should say of them.
        within: Of a limit: documents that reach it; at least one of them should be taken.
    """

    steps: Steps
    documents: tuple[Any, ...]
    takes: bool
    within: tuple[Any, ...] = ()


@frozen
class Part:
    """A schema inside the whole, and how a value for it becomes a document."""

    whole: Schema
    schema: Schema
    steps: Steps
    document: Callable[[Any], Any]

    def inner(self, *steps: str | int, document: Callable[[Any], Any]) -> "Part":
        """A schema inside this one; ``document`` makes a value for this one of one for it."""
        return Part(
            self.whole,
            part_of(self.schema, steps),
            self.steps + steps,
            lambda value: self.document(document(value)),
        )

    def refuses(self, keyword: str, *values: Any) -> Occurrence:
        """A keyword, with values that it alone should forbid."""
        return self._found((keyword,), values, takes=False)

    def limits(self, keyword: str, *, past: list[Any], within: list[Any]) -> Occurrence:
        """A limit, with values past it that it alone should forbid, and values that reach it."""
        found = self.refuses(keyword, *past)
        return evolve(found, within=tuple(map(self.document, within)))

    def takes(self, *steps: str | int, values: Any) -> Occurrence:
        """A member of a keyword, with values that should be forbidden without it."""
        return self._found(steps, values, takes=True)

    def _found(self, steps: Steps, values: Any, *, takes: bool) -> Occurrence:
        return Occurrence(self.steps + steps, tuple(map(self.document, values)), takes)


def occurrences(schema: Schema) -> list[Occurrence]:
    """Every keyword of a schema that is no annotation, and every member of one, each once."""
    found: dict[Steps, Occurrence] = {}
    for one in _within(Part(schema, schema, (), lambda value: value)):
        found.setdefault(one.steps, one)
    return list(found.values())


def part_of(schema: Any, steps: Steps) -> Any:
    """What stands at the end of a way into a schema."""
    for step in steps:
        schema = schema[step]
    return schema


def without(schema: Any, steps: Steps) -> Any:
    """A copy of a schema in which what stands at the end of a way is gone."""
    step, *rest = steps
    copy = dict(schema) if isinstance(schema, dict) else list(schema)
    if rest:
        copy[step] = without(copy[step], tuple(rest))
    else:
        del copy[step]
    return copy


def unlike(schema: Schema) -> list[Any]:
    """Many values around what the schema of one value is about: some valid, most of them not."""
    if schema["type"] == "array":
        return _unlike_items(schema)
    if schema["type"] == "object":
        return [*STRANGE, *({text: 1} for text in _unlike_text(schema["propertyNames"]))]
    return [*STRANGE, *_unlike_text(schema)]


def _unlike_items(schema: Schema) -> list[Any]:
    """Lists of all lengths up to one past the limit: right, with a stranger, with a repeat."""
    items = _samples(schema, schema["items"], schema["maxItems"] + 1)
    lengths = range(len(items) + 1)
    ends: tuple[list[Any], ...] = ([], ["?"], items[:1], [None])
    return [*STRANGE, *(items[:length] + end for length in lengths for end in ends)]


def _unlike_text(schema: Schema) -> list[str]:
    """Texts near a valid one and near the longest, with line breaks and without."""
    longest = schema.get("maxLength", 9)
    valid = _sample(schema, schema, 0)
    starts = (valid, "", "1/", "a.", "MA1.", "2000-01-31")
    long = [start + end * longest for start in starts for end in "1aA_"]
    texts = [valid, *(text[:size] for text in long for size in range(longest - 1, longest + 3))]
    return [text[: len(text) - cut] + end for text in texts for cut in (0, 1) for end in ENDS]


def _within(part: Part) -> Iterator[Occurrence]:
    for keyword in part.schema:
        if keyword not in ANNOTATIONS:
            yield from KEYWORDS[keyword](part)


def _least(part: Part, schema: Schema | None = None) -> Any:
    """The smallest valid value for a schema: the part's own unless told."""
    return _sample(part.whole, part.schema if schema is None else schema, 0)


def _samples(whole: Schema, schema: Schema, count: int) -> list[Any]:
    """Valid values for a schema, each another one where there are so many."""
    return [_sample(whole, schema, i) for i in range(count)]


def _sample(whole: Schema, schema: Schema, number: int) -> Any:
    """A small valid value for a schema; another number is another value where there is one."""
    if "$ref" in schema:
        return _sample(whole, part_of(whole, _target(schema["$ref"])), number)
    if "anyOf" in schema:
        return _sample(whole, schema["anyOf"][0], number)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][number % len(schema["enum"])]
    return _of_type(whole, schema, number)


def _of_type(whole: Schema, schema: Schema, number: int) -> Any:
    kind = schema["type"] if isinstance(schema["type"], str) else schema["type"][0]
    if kind == "string":
        numbered = NUMBERED[schema["pattern"]] if "pattern" in schema else "a{}".format
        return numbered(number)
    if kind == "integer":
        return max(schema["minimum"], 0) + number
    if kind == "array":
        return _samples(whole, schema["items"], schema.get("minItems", 0))
    if kind == "object" and "properties" in schema:
        return {key: _sample(whole, schema["properties"][key], 0) for key in schema["required"]}
    return VALID_FOR[kind]


def _target(reference: str) -> Steps:
    return tuple(reference.removeprefix("#/").split("/"))


def _type(part: Part) -> Iterator[Occurrence]:
    """A type forbids values of others; where two are allowed, each allows its own."""
    yield part.refuses("type", *STRANGE)
    if isinstance(part.schema["type"], list):
        for i, kind in enumerate(part.schema["type"]):
            value = _least(part, {**part.schema, "type": kind})
            yield part.takes("type", i, values=[value])


def _const(part: Part) -> Iterator[Occurrence]:
    yield part.refuses("const", f"{part.schema['const']}?", *STRANGE)


def _enum(part: Part) -> Iterator[Occurrence]:
    """A list of codes forbids every other text, and each code allows itself."""
    yield part.refuses("enum", "?")
    for i, code in enumerate(part.schema["enum"]):
        yield part.takes("enum", i, values=[code])


def _pattern(part: Part) -> Iterator[Occurrence]:
    yield part.refuses("pattern", "?")


def _min_length(part: Part) -> Iterator[Occurrence]:
    size = part.schema["minLength"]
    yield part.limits("minLength", past=["a" * (size - 1)], within=["a" * size])


def _max_length(part: Part) -> Iterator[Occurrence]:
    """One character too many, in the form that the pattern asks for."""
    size = part.schema["maxLength"]
    yield part.limits("maxLength", past=_texts_of(size + 1), within=_texts_of(size))


def _texts_of(size: int) -> list[str]:
    return [start + "1" * (size - len(start)) for start in ("", "1/", "a.")]


def _not(part: Part) -> Iterator[Occurrence]:
    """A forbidden character; without its pattern no text is left, without its type no null."""
    valid = _least(part)
    yield part.refuses("not", valid + "\n", "\x07")
    yield part.takes("not", "pattern", values=[valid])
    yield part.takes("not", "type", values=[valid, None])


def _minimum(part: Part) -> Iterator[Occurrence]:
    least = part.schema["minimum"]
    yield part.limits("minimum", past=[least - 1], within=[least])


def _maximum(part: Part) -> Iterator[Occurrence]:
    most = part.schema["maximum"]
    yield part.limits("maximum", past=[most + 1], within=[most])


def _required(part: Part) -> Iterator[Occurrence]:
    """Each name forbids the object that lacks that field alone."""
    least = _least(part)
    for i, name in enumerate(part.schema["required"]):
        lacking = {key: value for key, value in least.items() if key != name}
        found = part.refuses("required", lacking)
        yield evolve(found, steps=(*found.steps, i))


def _additional_properties(part: Part) -> Iterator[Occurrence]:
    yield part.refuses("additionalProperties", {**_least(part), "?": None})


def _properties(part: Part) -> Iterator[Occurrence]:
    """Each field allows itself, since no other may be there."""
    least = _least(part)
    for name, schema in part.schema["properties"].items():
        field = part.inner(
            "properties", name, document=lambda value, name=name: {**least, name: value}
        )
        yield part.takes("properties", name, values=[{**least, name: _least(part, schema)}])
        yield from _within(field)


def _max_properties(part: Part) -> Iterator[Occurrence]:
    names = _samples(part.whole, part.schema["propertyNames"], part.schema["maxProperties"] + 1)
    past, within = dict.fromkeys(names, 1), dict.fromkeys(names[1:], 1)
    yield part.limits("maxProperties", past=[past], within=[within])


def _property_names(part: Part) -> Iterator[Occurrence]:
    yield part.refuses("propertyNames", {"?": 1})
    yield from _within(part.inner("propertyNames", document=lambda name: {str(name): 1}))


def _items(part: Part) -> Iterator[Occurrence]:
    """A strange item beside as many valid ones as must be there."""
    others = _least(part)[1:]
    yield part.refuses("items", *([strange, *others] for strange in STRANGE))
    yield from _within(part.inner("items", document=lambda item: [item, *others]))


def _min_items(part: Part) -> Iterator[Occurrence]:
    least = _least(part)
    yield part.limits("minItems", past=[least[1:]], within=[least])


def _max_items(part: Part) -> Iterator[Occurrence]:
    """One item too many: others where each may be there once, else the very same."""
    count = part.schema["maxItems"] + 1
    if part.schema.get("uniqueItems"):
        found = _samples(part.whole, part.schema["items"], count)
    else:
        found = [_least(part, part.schema["items"])] * count
    yield part.limits("maxItems", past=[found], within=[found[1:]])


def _unique_items(part: Part) -> Iterator[Occurrence]:
    yield part.refuses("uniqueItems", [_least(part, part.schema["items"])] * 2)


def _any_of(part: Part) -> Iterator[Occurrence]:
    """The alternatives together forbid all else, and each allows what it is for."""
    yield part.refuses("anyOf", *STRANGE)
    for i, schema in enumerate(part.schema["anyOf"]):
        yield part.takes("anyOf", i, values=[_least(part, schema)])
        yield from _within(part.inner("anyOf", i, document=lambda value: value))


def _ref(part: Part) -> Iterator[Occurrence]:
    yield part.refuses("$ref", *STRANGE)
    steps = _target(part.schema["$ref"])
    yield from _within(evolve(part, schema=part_of(part.whole, steps), steps=steps))


KEYWORDS: Mapping[str, Callable[[Part], Iterator[Occurrence]]] = {
    "type": _type,
    "const": _const,
    "enum": _enum,
    "pattern": _pattern,
    "minLength": _min_length,
    "maxLength": _max_length,
    "not": _not,
    "minimum": _minimum,
    "maximum": _maximum,
    "required": _required,
    "additionalProperties": _additional_properties,
    "properties": _properties,
    "maxProperties": _max_properties,
    "propertyNames": _property_names,
    "items": _items,
    "minItems": _min_items,
    "maxItems": _max_items,
    "uniqueItems": _unique_items,
    "anyOf": _any_of,
    "$ref": _ref,
}
