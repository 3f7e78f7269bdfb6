"""Reading many records: every item is accounted for, whatever it is and in whatever order."""

import gzip
import io
import itertools
import json
import random

import pytest
from attrs import asdict

from positive_practice import CannotRead, LimitExceeded, Limits, Misuse, dumps, loads, read_records
from support.batches import batch, mistakes
from support.records import random_record


def record(seed: int) -> dict:
    """A record that breaks no integrity rule."""
    return random_record(random.Random(seed), clean=True)


def lines(*records: object) -> io.BytesIO:
    """A JSON Lines file; text stands for itself."""
    texts = [one if isinstance(one, str) else json.dumps(one) for one in records]
    return io.BytesIO("\n".join(texts).encode())


def read(*sources: object, **options: object) -> tuple[dict, list, list]:
    """The accounting, the records and the (line, codes) of the refused."""
    with read_records(*sources, **options) as reader:
        records = list(reader)
        refused = [(one.line, [p.code for p in one.problems]) for one in reader.refused]
        return asdict(reader.accounting), records, refused


def test_every_kind_of_item_is_accounted_for():
    """Read = accepted + refused + blank + duplicate."""
    first, second = record(1), record(2)
    accounting, records, refused = read(lines(first, "", "{", second, first, '{"a": 1, "a": 2}'))

    assert accounting == {"read": 6, "accepted": 2, "refused": 2, "blank": 1, "duplicate": 1}
    assert [one.record_id for one in records] == [first["record_id"], second["record_id"]]
    assert refused == [(3, ["json_syntax"]), (6, ["json_duplicate_key"])]


def test_a_record_with_its_arrays_in_another_order_is_a_duplicate():
    """Equal means equal as values: array position never carries meaning."""
    first = record(3)
    turned = {**first, "submissions": first["submissions"][::-1]}
    accounting, records, _ = read(lines(first, turned))

    assert (accounting["accepted"], accounting["duplicate"]) == (1, 1)
    assert dumps(records[0]) == dumps(loads(json.dumps(first)))


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_of_a_conflict_every_version_is_refused_in_any_order(order):
    """The same id with other content: never last-write-wins, and copies are duplicates."""
    first = record(4)
    other = {**first, "audit": {**first["audit"], "purpose": "another purpose"}}
    items = [first, other, first, record(5)]
    accounting, records, refused = read(lines(*(items[place] for place in order)))

    assert accounting == {"read": 4, "accepted": 1, "refused": 2, "blank": 0, "duplicate": 1}
    assert [one.record_id for one in records] == [items[3]["record_id"]]
    assert [codes for _, codes in refused] == [["record_conflict"], ["record_conflict"]]


def test_a_conflict_across_files_names_both_files():
    """Duplicates and conflicts are found over all the files of a run."""
    first = record(6)
    other = {**first, "audit": {**first["audit"], "purpose": "another purpose"}}
    with read_records(lines(first), lines("", other)) as reader:
        places = [(one.source, one.line) for one in reader.refused]

    assert places == [(0, 1), (1, 2)]


def test_a_json_file_holds_a_record_or_an_array(tmp_path):
    """A .json file is one document or an array of them, with the line of each."""
    one, many, empty = tmp_path / "one.json", tmp_path / "many.json", tmp_path / "empty.json"
    one.write_text(json.dumps(record(7), indent=2))
    many.write_text(f"[\n{json.dumps(record(8))},\n\n3, {json.dumps(record(9))}]")
    empty.write_text("[]")

    assert read(one)[0]["accepted"] == 1
    accounting, _, refused = read(many)
    assert (accounting["read"], accounting["accepted"]) == (3, 2)
    assert refused == [(4, ["wrong_type"])]
    assert read(empty)[0]["read"] == 0


def test_items_of_one_line_are_told_apart(tmp_path):
    """In an array on a single line the number of the item says which was refused."""
    path = tmp_path / "compact.json"
    path.write_text(f"[1,{json.dumps(record(27))},2]")

    with read_records(path) as reader:
        assert [(one.item, one.line) for one in reader.refused] == [(1, 1), (3, 1)]


def test_an_array_is_known_by_its_bracket_in_a_stream():
    """What has no name is an array if it begins with a bracket."""
    text = f"  [{json.dumps(record(10))}]"

    assert read(io.BytesIO(text.encode()))[0]["accepted"] == 1


def test_a_json_file_that_is_no_json_is_one_refused_item(tmp_path):
    """A fault in the text of a .json file refuses the whole, at its line."""
    path = tmp_path / "torn.json"
    path.write_text("[\n{},\n{")

    accounting, _, refused = read(path)
    assert (accounting["read"], accounting["refused"]) == (1, 1)
    assert refused == [(3, ["json_syntax"])]


def test_a_large_document_in_an_array_is_refused_alone(tmp_path):
    """The limit of a record holds inside an array too."""
    path = tmp_path / "large.json"
    small = json.dumps(record(11))
    large = json.dumps({**record(12), "pad": "x" * len(small)})
    path.write_text(f"[{small},{large}]")

    accounting, _, refused = read(path, limits=Limits(record_bytes=len(small)))
    assert (accounting["accepted"], accounting["refused"]) == (1, 1)
    assert refused == [(1, ["json_size"])]


@pytest.mark.parametrize("content", [b"", b" \n\t\n"])
def test_an_empty_json_file_is_blank(tmp_path, content):
    """Nothing to read is a blank item, no error."""
    path = tmp_path / "empty.json"
    path.write_bytes(content)

    assert read(path)[0] == {"read": 1, "accepted": 0, "refused": 0, "blank": 1, "duplicate": 0}


def test_a_line_beyond_the_limit_is_refused_and_the_next_is_read():
    """A line that is too long costs no more memory than the limit and hides nothing after it."""
    limits = Limits(line_bytes=20_000)
    source = lines("x" * 100_000, record(13), "y" * 20_001, record(14))
    accounting, _, refused = read(source, limits=limits)

    assert (accounting["read"], accounting["accepted"]) == (4, 2)
    assert refused == [(1, ["json_size"]), (3, ["json_size"])]


def test_windows_line_ends_are_line_ends():
    """CR LF ends a line like LF."""
    text = json.dumps(record(15)) + "\r\n\r\n"

    assert read(io.BytesIO(text.encode()))[0]["blank"] == 1


def test_compressed_files_are_read(tmp_path):
    """Gzip is known by its first bytes, for lines and documents."""
    jsonl, document = tmp_path / "audit.jsonl.gz", tmp_path / "audit.json.gz"
    jsonl.write_bytes(gzip.compress(lines(record(16), record(17)).getvalue()))
    document.write_bytes(gzip.compress(json.dumps([record(18)]).encode()))

    assert read(jsonl)[0]["accepted"] == 2
    assert read(document)[0]["accepted"] == 1


@pytest.mark.parametrize("line", [b" " * 100_000, b"\n" * 100_000])
def test_a_compressed_file_may_not_inflate_without_end(line):
    """A small file that inflates to a large one is refused, wherever its line breaks are."""
    bomb = io.BytesIO(gzip.compress(line))

    with pytest.raises(LimitExceeded, match="inflated_bytes"):
        read(bomb, limits=Limits(line_bytes=1_000, inflated_bytes=50_000))


def test_a_document_after_too_much_white_space_is_not_lost(tmp_path):
    """A .json file beyond the limit is refused, also where all that was read is blank."""
    path = tmp_path / "blank.json"
    path.write_text(" " * 2_000 + json.dumps(record(24)))

    assert read(path, limits=Limits(file_bytes=1_000))[2] == [(1, ["json_size"])]


@pytest.mark.parametrize("cut", [30, -9])
def test_a_damaged_compressed_file_cannot_be_read(tmp_path, cut):
    """A torn file is an error that says so, not a shorter audit."""
    path = tmp_path / "torn.jsonl.gz"
    path.write_bytes(gzip.compress(lines(record(19)).getvalue())[:cut])

    with pytest.raises(CannotRead, match="stops midway"):
        read(path)


def test_a_file_that_changes_between_the_passes_is_an_error(tmp_path):
    """What was accounted for in the first pass must be there in the second."""
    path = tmp_path / "audit.jsonl"
    path.write_bytes(lines(record(20)).getvalue())

    with read_records(path) as reader:
        path.write_bytes(lines(record(21)).getvalue())
        with pytest.raises(CannotRead, match="changed"):
            list(reader)


def test_a_missing_file_and_a_directory_say_what_to_do(tmp_path):
    """The error is a sentence, without the path, which may say whose record it is."""
    for path, words in ((tmp_path / "none.jsonl", "no such file"), (tmp_path, "directory")):
        with pytest.raises(CannotRead, match=words) as caught:
            read(path)
        assert str(path) not in str(caught.value)


@pytest.mark.parametrize("path", ["examples/audit.jsonl", "examples/nowhere.jsonl"])
def test_files_that_nobody_opened(path):
    """Whoever leaves `with` out is told to write it, before anything is read."""
    with pytest.raises(Misuse, match="with pp.read_records"):
        list(read_records(path))


def test_files_are_opened_once():
    """A second `with` would find what the first has read, so it is refused."""
    files = read_records("examples/audit.jsonl")
    with files as reader:
        assert len(list(reader)) == 12

    with pytest.raises(Misuse, match="call pp.read_records"), files:
        pass


def test_a_reader_is_read_inside_its_context(tmp_path):
    """After the `with` the file is closed; that is an error of ours too."""
    path = tmp_path / "audit.jsonl"
    path.write_bytes(lines(record(26)).getvalue())
    with read_records(path) as reader:
        pass

    with pytest.raises(Misuse, match="inside the 'with' block"):
        list(reader)


def test_a_stream_of_text_is_refused_in_words():
    """Files are read as bytes; a text stream is named as such, not met by a builtin error."""
    with pytest.raises(CannotRead, match="mode 'rb'"), read_records(io.StringIO("{}")):
        pass


def test_a_reader_keeps_as_many_problems_as_the_limits_say():
    """A refused item has its first problems, and how many more there are."""
    faulty = {**record(31), "a": 1, "submissions": [1, 2, 3]}
    with read_records(lines(faulty), limits=Limits(problems=2)) as reader:
        (refused,) = reader.refused

    assert len(refused.problems) == 2
    assert refused.more == 2


@pytest.mark.parametrize("options", [{"limits": None}, {"framework": "1.0"}])
def test_an_argument_of_the_wrong_kind_is_misuse(options):
    """What a limit or a framework is, the error says."""
    with pytest.raises(Misuse), read_records(lines(record(32)), **options):
        pass


def test_progress_counts_items():
    """The caller is told of every item of the first pass."""
    seen: list[int] = []
    read(lines(record(22), "", record(23)), progress=seen.append)

    assert seen == [1, 2, 3]


def test_no_source_is_no_record():
    """Nothing given is nothing read."""
    assert read()[0]["read"] == 0


def test_a_file_of_lines_may_begin_with_a_bracket(tmp_path):
    """The name decides: a faulty first line of a .jsonl file hides nothing after it."""
    path = tmp_path / "audit.jsonl"
    path.write_bytes(lines("[]", record(25)).getvalue())

    assert read(path)[2] == [(1, ["wrong_type"])]
    assert read(path)[0]["accepted"] == 1


def test_generated_files_are_read_as_they_are(tmp_path):
    """The account, the refused lines and the records are what the generator put there."""
    path = tmp_path / "audit.jsonl"
    wrong = {n: mistakes(batch(random.Random(f"test/{n}")), path) for n in range(300)}

    assert not {number: names for number, names in wrong.items() if names}
