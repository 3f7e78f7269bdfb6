"""The command: every command does its one thing, and says what to do where it cannot."""

import json
import os
import sys
import threading
from pathlib import Path

import attrs
import pytest

import positive_practice as pp
from positive_practice.cli import texts
from support.lines import unwrapped

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
AUDIT = str(EXAMPLES / "audit.jsonl")
FAULTY = str(EXAMPLES / "faulty.jsonl")
PARTS = [str(path) for path in sorted((EXAMPLES / "parts").glob("*.json"))]
FINE, FOUND, WRONG_USE, NO_FILE = 0, 1, 2, 3


def test_report_writes_what_people_and_programs_read(run, tmp_path):
    """The main job: a summary, a page, a profile, and what was refused."""
    code, out, _ = run("report", AUDIT, "-o", tmp_path / "report")

    profile = pp.load(tmp_path / "report" / "profile.json", type=pp.Profile)
    assert code == FINE
    assert profile.records == 12
    assert "read 12 = 12 accepted + 0 refused + 0 blank + 0 duplicate" in out
    assert "urgent" in (tmp_path / "report" / "report.html").read_text("utf-8").lower()
    assert (tmp_path / "report" / "refused.jsonl").read_bytes() == b""


def test_report_says_which_items_were_refused_without_their_content(run, tmp_path):
    """Lines, codes and pointers; the exit code says that something was refused."""
    code, out, _ = run("report", FAULTY, "-o", tmp_path)

    refused = [json.loads(line) for line in (tmp_path / "refused.jsonl").read_text().splitlines()]
    assert code == FOUND
    assert len(refused) == 39
    first = {
        "file": 1,
        "item": 3,
        "line": 3,
        "problems": [{"code": "json_duplicate_key", "pointer": ""}],
    }
    assert refused[0] == first
    assert {tuple(one) for one in refused} == {("file", "item", "line", "problems")}
    assert "refused.jsonl" in out


def test_report_as_json_can_be_piped(run, tmp_path):
    """Standard output holds the accounting and the profile, and nothing else."""
    code, out, _ = run("report", AUDIT, "-o", tmp_path, "--json")

    printed = json.loads(out)
    assert code == FINE
    assert printed["accounting"] == {
        "read": 12,
        "accepted": 12,
        "refused": 0,
        "blank": 0,
        "duplicate": 0,
    }
    assert printed["profile"] == json.loads((tmp_path / "profile.json").read_text())


def test_report_takes_a_notice_of_ones_own(run, tmp_path):
    """Whoever deploys the library supplies a checked and dated notice: one file, one option."""
    plain = json.loads(pp.dumps(pp.notice()))
    plain["channels"][0]["label"] = "A line of our own"
    path = tmp_path / "notice.json"
    path.write_text(json.dumps(plain))

    run("report", AUDIT, "-o", tmp_path, "--notice", path)
    assert "A line of our own" in (tmp_path / "report.html").read_text("utf-8")


def test_report_does_not_write_through_a_strange_target(run, tmp_path):
    """A link at the target is refused, and what it points to is untouched."""
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "profile.json").symlink_to(victim)

    code, _, err = run("report", AUDIT, "-o", tmp_path / "out")
    assert (code, victim.read_text()) == (NO_FILE, "untouched")
    assert "no ordinary file" in err


def test_report_says_that_a_directory_cannot_be_made(run, tmp_path):
    """A file where the directory should be is said in words."""
    (tmp_path / "file").write_text("")

    code, _, err = run("report", AUDIT, "-o", tmp_path / "file")
    assert code == NO_FILE
    assert "directory cannot be made" in err


def test_score_prints_each_element(run):
    """Index, bounds and coverage of every element, in words."""
    code, out, _ = run("score", AUDIT, "--overall", "pooled")

    assert code == FINE
    assert "GA  Good assessment" in out
    assert "All results taken together:" in out


def test_score_says_when_items_were_refused(run):
    """The scores are still printed, and standard error says what is missing."""
    code, _, err = run("score", FAULTY)

    assert code == FOUND
    assert "39 refused" in err


def test_score_as_json_is_the_profile(run):
    """What is printed can be read back."""
    _, out, _ = run("score", AUDIT, "--json", "--overall", "mean_of_elements")

    with pp.read_records(AUDIT) as reader:
        profile = pp.score(pp.tally(reader), overall="mean_of_elements")
    assert pp.loads(out, type=pp.Profile) == profile


def test_score_of_nothing_says_that_there_is_nothing(run, tmp_path):
    """Undefined is a reason in words, never a number; of no records it is said once."""
    (tmp_path / "empty.json").write_text("[]")
    _, out, _ = run("score", tmp_path / "empty.json")

    assert "No record could be counted" in out
    assert "index" not in out


def test_agreement_says_how_far_agencies_agree(run):
    """Shares and alpha in words, within 80 columns; it describes the audit, never a worker."""
    code, out, _ = run("agreement", AUDIT)

    assert code == FINE
    assert "the same level:" in out
    assert "never a worker" in out
    assert max(map(len, out.splitlines())) <= 80


def test_agreement_as_json_can_be_read_back(run):
    """What is printed is the agreement of the records that were accepted."""
    code, out, err = run("agreement", FAULTY, "--minimum-units", "3", "--json")

    with pp.read_records(FAULTY) as reader:
        found = pp.agreement(reader, minimum_units=3)
    assert code == FOUND
    assert pp.loads(out, type=pp.Agreement) == found
    assert "39 refused" in err


def test_agreement_takes_a_whole_number(run):
    """A minimum below 0 is wrong use."""
    code, _, err = run("agreement", AUDIT, "--minimum-units", "-1")

    assert code == WRONG_USE
    assert "whole number" in err


@pytest.fixture
def others(tmp_path):
    """A file of other records."""
    path = tmp_path / "others.jsonl"
    path.write_bytes(b"\n".join(pp.dumps(one) for one in pp.sample(5, seed=3)))
    return path


def test_compare_says_what_differs(run, others):
    """Two files of records: counts, lines and words, within 80 columns, with the caution."""
    code, out, _ = run("compare", AUDIT, others)

    assert code == FINE
    assert "First: 12 records" in out
    assert "Be careful" in out
    assert "●" in out
    assert max(map(len, out.splitlines())) <= 80


def test_compare_takes_profiles_too(run, others, tmp_path):
    """The profile of a report stands for its records, on either side, also as it is printed."""
    run("report", AUDIT, "-o", tmp_path)
    _, printed, _ = run("score", others, "--json")
    (tmp_path / "others.json").write_text(printed)

    expected = run("compare", AUDIT, others)
    assert run("compare", tmp_path / "profile.json", others) == expected
    assert run("compare", tmp_path / "profile.json", tmp_path / "others.json") == expected


def test_compare_as_json_can_be_read_back(run, others):
    """What is printed is the comparison; what was refused is said on standard error."""
    code, out, err = run("compare", FAULTY, others, "--json")

    profiles = []
    for path in (FAULTY, others):
        with pp.read_records(path) as reader:
            profiles.append(pp.score(pp.tally(reader)))
    assert code == FOUND
    assert pp.loads(out, type=pp.Comparison) == pp.compare(*profiles)
    assert "39 refused" in err


def test_compare_refuses_what_does_not_go_together(run, others, tmp_path):
    """A profile of another method is named as such; one that was changed is refused."""
    run("report", AUDIT, "-o", tmp_path)
    path = tmp_path / "profile.json"

    code, out, err = run("compare", path, others, "--method", "lowest")
    assert (code, out) == (FOUND, "")
    assert "they differ in method" in err

    plain = json.loads(path.read_text())
    path.write_text(json.dumps({**plain, "records": 13}))
    code, _, err = run("compare", path, others)
    assert code == FOUND
    assert "counts_contradict" in err


def test_combine_joins_the_parts(run):
    """Three agencies' parts make one record, printed so that it can be read back."""
    code, out, _ = run("combine", *PARTS)

    assert code == FINE
    assert pp.loads(out) == pp.combine([pp.load(path) for path in PARTS])


def test_combine_names_a_conflict(run, tmp_path):
    """Parts that differ are no record; the error names the place."""
    plain = json.loads(Path(PARTS[0]).read_text())
    plain["audit"]["purpose"] = "another purpose"
    other = tmp_path / "other.json"
    other.write_text(json.dumps(plain))

    code, _, err = run("combine", *PARTS, other)
    assert code == FOUND
    assert "/audit/purpose" in err


def test_combine_says_what_is_wrong_with_a_part(run, tmp_path):
    """An invalid part and no part at all are said in words."""
    torn, empty = tmp_path / "torn.json", tmp_path / "empty.jsonl"
    torn.write_text("{")
    empty.write_text("\n")

    assert run("combine", torn)[0] == FOUND
    code, _, err = run("combine", empty)
    assert code == WRONG_USE
    assert "no part of a record" in err


def test_agenda_names_what_to_talk_about(run):
    """Contested, spreads and open positions, with who said what."""
    code, out, _ = run("agenda", AUDIT, "--line", "8")

    assert code == FINE
    assert "Did it apply?" in out
    assert "MA5.delivery" in out
    assert max(map(len, out.splitlines())) <= 80


def test_agenda_of_a_settled_record_is_empty():
    """Where every position has one level there is nothing to talk about, and it says so."""
    assert texts.agenda_text(pp.Agenda(items=()), pp.framework()).startswith("Nothing to settle")


def test_agenda_has_only_the_parts_that_it_needs():
    """A part without positions has no heading."""
    item = pp.AgendaItem(position="GA1", state="unanswered", said=())

    text = texts.agenda_text(pp.Agenda(items=(item,)), pp.framework())
    assert text == "Not yet known; who could say?\n  GA1  Timely assessment"


def test_agenda_as_json(run):
    """The agenda of a file with one record needs no line."""
    code, out, _ = run("agenda", PARTS[0], "--json")

    assert code == FINE
    assert {"position", "state", "said"} == set(json.loads(out)["items"][0])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (None, "there are 12 records in the file; name one with --line"),
        (99, "no record begins on line 99; there are 12"),
    ],
)
def test_agenda_asks_for_the_line(run, line, words):
    """A file with several records needs a line, and one that exists."""
    options = [] if line is None else ["--line", str(line)]
    code, _, err = run("agenda", AUDIT, *options)

    assert code == WRONG_USE
    assert words in unwrapped(err)


def test_a_record_on_a_line_with_others_is_named_by_its_number(run, tmp_path):
    """Where an array stands on one line, items are told apart and asked for by number."""
    first, second = Path(AUDIT).read_text("utf-8").splitlines()[:2]
    array = tmp_path / "array.json"
    array.write_text(f"[{first}, {second}]", "utf-8")
    code, out, _ = run("agenda", array, "--item", "2", "--json")
    _, by_line, _ = run("agenda", AUDIT, "--line", "2", "--json")

    assert code == FINE
    assert out == by_line
    assert "item 2, line 1: info" in run("check", array)[1]


@pytest.fixture
def piped(tmp_path):
    """A function that gives a file's content through a pipe, which can be read only once."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def give(given: str):
        content = given.encode() if given.startswith("{") else Path(given).read_bytes()
        threading.Thread(target=pipe.write_bytes, args=(content,), daemon=True).start()
        return pipe

    return give


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders there")
@pytest.mark.parametrize(
    "arguments", [("check",), ("explain", "GA1"), ("agenda", "--line", "1"), ("score",)]
)
def test_a_pipe_is_read_like_a_file(run, piped, arguments):
    """What can be read only once gives the same output as the file, refused records too."""
    command, *options = arguments
    options = [*options[:1], FAULTY] if command == "explain" else [FAULTY, *options]
    through_pipe = [piped(FAULTY) if one == FAULTY else one for one in options]

    assert run(command, *through_pipe) == run(command, *options)


def test_agenda_of_an_invalid_record_lists_its_problems(run):
    """A record that cannot be taken has no agenda, but reasons."""
    code, _, err = run("agenda", FAULTY, "--line", "26")

    assert code == FOUND
    assert "duplicate_answer" in err


def test_explain_shows_the_positions_behind_a_number(run):
    """Of many records the counts, of one record who said what."""
    _, many, _ = run("explain", "MA", AUDIT)
    _, one, _ = run("explain", "MA1", AUDIT, "--line", "3")

    assert "MA1.assessment" in many
    assert "Leaving care service" in one


def test_explain_lists_what_exists(run):
    """An unknown id is wrong use; the error lists the ids."""
    code, _, err = run("explain", "XX", AUDIT)

    assert code == WRONG_USE
    assert "GA1" in err


def test_rule_lists_and_explains_every_code(run):
    """Without a code all of them; with one its meaning, hint and example."""
    _, every, _ = run("rule")
    assert "events_contradict" in every
    for code in pp.rows():
        exit_code, out, _ = run("rule", code)
        assert (exit_code, code in out) == (FINE, True)
    assert json.loads(run("rule", "--json")[1])[0]["code"] == "json_empty"
    assert json.loads(run("rule", "undecided", "--json")[1])["group"] == "quality"


def test_schema_prints_a_schema_or_the_names(run):
    """The names without an argument, the schema with one."""
    assert "audit-record" in run("schema")[1].splitlines()
    assert json.loads(run("schema", "tally")[1]) == pp.schema("tally")
    assert run("schema", "nonsense")[0] == WRONG_USE


def test_framework_can_be_browsed(run):
    """At a glance, an element, and a practice with its anchors."""
    assert "Golden thread: Trauma informed" in run("framework")[1]
    assert "Ongoing communication" in run("framework", "MA")[1]
    practice = run("framework", "PE4")[1]
    assert "Did not happen (not_evident)" in practice
    assert "When it applies:" in practice
    assert json.loads(run("framework", "GA1", "--json")[1])["id"] == "GA1"
    assert run("framework", "ZZ9")[0] == WRONG_USE


def test_framework_shows_local_standards(run, tmp_path):
    """A framework of one's own is browsed like the built-in one."""
    plain = json.loads(pp.dumps(pp.framework()))
    plain["id"] = "local"
    standard = {
        "text": "Within two working days.",
        "set_by": "The partnership",
        "set_on": "2026-01-05",
    }
    plain["elements"][0]["practices"][0]["standards"] = [standard]
    path = tmp_path / "local.json"
    path.write_text(json.dumps(plain))

    assert "Within two working days." in run("framework", "GA1", "--framework", path)[1]


def test_sample_prints_the_same_records_for_the_same_seed(run):
    """Valid records, one a line."""
    _, first, _ = run("sample", "-n", "3", "--seed", "7")
    _, second, _ = run("sample", "-n", "3", "--seed", "7")

    assert first == second
    assert all(pp.check(line).ok for line in first.splitlines())


@pytest.mark.parametrize("arguments", [["report"], ["nonsense"], ["report", AUDIT, "--nonsense"]])
def test_wrong_use_has_its_own_exit_code(run, arguments):
    """A missing argument, an unknown command or option: exit code 2."""
    assert run(*arguments)[0] == WRONG_USE


def test_an_unknown_mode_or_method_lists_those_that_exist(run):
    """Wrong use says what would be right."""
    assert "publish" in run("check", AUDIT, "--mode", "strict")[2]
    assert "lower_median" in run("score", AUDIT, "--method", "mean")[2]


@pytest.mark.parametrize("command", ["report", "check", "score"])
def test_a_missing_file_or_directory_is_a_sentence(run, tmp_path, command):
    """Exit code 3, and what to do."""
    for path, words in ((tmp_path / "none.jsonl", "no such file"), (tmp_path, "directory")):
        code, _, err = run(command, path)
        assert code == NO_FILE
        assert words in err


def test_a_binary_file_is_refused_line_by_line(run, tmp_path):
    """What is no text is refused as such, not read as something else."""
    path = tmp_path / "picture.jsonl"
    path.write_bytes(bytes(range(256)) * 4)

    code, out, err = run("check", path)
    assert code == FOUND
    assert "json_encoding" in out
    assert "does not look like a file of records" in err


@pytest.mark.parametrize("command", ["report", "check", "score"])
def test_a_file_without_a_record_says_what_to_do(run, tmp_path, command):
    """An empty file is no error, but no audit either."""
    path = tmp_path / "empty.jsonl"
    path.write_text("\n")
    options = ["-o", tmp_path] if command == "report" else []

    code, _, err = run(command, path, *options)
    assert code == FINE
    assert "There is no record here." in err


def test_help_and_version_are_fine(run):
    """Asking for help is no error."""
    assert run("--help")[0] == FINE
    assert pp.__version__ in run("--version")[1]


def test_ids_are_found_however_they_are_written(run):
    """People write ids in small letters too."""
    assert run("framework", "ma1") == run("framework", "MA1")
    assert run("explain", "ma1.Assessment", AUDIT) == run("explain", "MA1.assessment", AUDIT)


def test_a_rule_shows_where_facts_go(run):
    """A limit or list is named where the message will tell it, not as a raw place of a template."""
    _, out, _ = run("rule", "too_long")

    assert "<maximum>" in out
    assert "{maximum}" not in out


def test_a_report_is_written_whole_or_not_at_all(run, tmp_path):
    """A target that cannot be written is found before another is."""
    (tmp_path / "out" / "refused.jsonl").mkdir(parents=True)
    code, _, _ = run("report", AUDIT, "-o", tmp_path / "out")

    assert code == NO_FILE
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["refused.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are another thing there")
def test_only_its_owner_reads_a_report(run, tmp_path):
    """A report is about people, even where it names nobody."""
    run("report", AUDIT, "-o", tmp_path / "out")

    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "out").iterdir()}
    assert modes == {0o600}


def test_a_record_that_stands_twice_is_one_record(run, tmp_path):
    """`explain` counts what `score` counts: accepted records, not copies or refused items."""
    first = Path(AUDIT).read_text("utf-8").splitlines()[0]
    twice = tmp_path / "twice.jsonl"
    twice.write_text(f"{first}\n{first}\n{{}}\n", "utf-8")

    assert run("explain", "GA1", twice, "--json")[0] == FINE
    assert run("agenda", twice, "--json") == run("agenda", AUDIT, "--line", "1", "--json")


def test_a_part_that_cannot_be_taken_is_named_by_its_place(run, tmp_path):
    """Of several files, which one and which line is told; no name, which may tell more."""
    wrong = tmp_path / "about-somebody.jsonl"
    wrong.write_text("\n{}\n", "utf-8")
    code, _, err = run("combine", PARTS[0], wrong)

    assert code == FOUND
    assert "file 2, item 2, line 2: this record cannot be taken" in err
    assert "somebody" not in err


def test_a_missing_file_among_several_is_named_by_its_number(run, tmp_path):
    """Which file is missing is told, without its name."""
    code, _, err = run("check", AUDIT, tmp_path / "missing.jsonl")

    assert code == NO_FILE
    assert "file 2: there is no such file" in err


def test_parts_made_under_a_framework_of_ones_own_are_combined(run, tmp_path):
    """`--framework` works for parts as for records."""
    framework = attrs.evolve(pp.framework(), id="a-local-one")
    pp.dump(framework, tmp_path / "framework.json")
    part = pp.load(PARTS[0])
    named = attrs.evolve(part.framework, id="a-local-one")
    pp.dump(attrs.evolve(part, framework=named), tmp_path / "part.json")

    assert run("combine", tmp_path / "part.json")[0] == FOUND
    assert (
        run("combine", tmp_path / "part.json", "--framework", tmp_path / "framework.json")[0]
        == FINE
    )


def test_a_place_that_may_not_be_looked_at_is_an_error_of_ours(run, tmp_path):
    """A target that the system does not let us look at is exit code 3."""
    code, _, err = run("report", AUDIT, "-o", tmp_path / ("x" * 200) / ("y" * 200) / ("z" * 300))

    assert code == NO_FILE
    assert "Traceback" not in err


def test_a_record_over_several_lines_comes_through_a_pipe(run, piped):
    """What begins with an opening brace alone is one document, however its name ends."""
    pretty = json.dumps(json.loads(Path(PARTS[0]).read_text("utf-8")), indent=2)

    assert run("combine", piped(pretty)) == run("combine", PARTS[0])


def test_records_chosen_in_several_ways_carry_their_caution(run, tmp_path):
    """Every command that puts figures of several records together says it, and `compare` of a side."""
    lines = Path(AUDIT).read_text("utf-8").splitlines()
    other = json.loads(lines[0])
    other["audit"]["selection"] = "volunteered"
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text("\n".join([json.dumps(other), *lines[1:]]))

    for command, *after in (
        ("report", "-o", tmp_path),
        ("score",),
        ("agreement",),
        ("explain", "GA"),
        ("compare", AUDIT),
    ):
        arguments = (command, "GA", mixed) if command == "explain" else (command, mixed, *after)
        code, out, _ = run(*arguments)

        assert code == FINE
        assert " ".join(out.split()).count("chosen in more than one way") == 1, command


def test_a_comparison_takes_records_on_both_sides(run, tmp_path):
    """Instead of a result about nothing it is said what is needed, and what became of the items."""
    empty, refused, stored = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "c.json"
    empty.write_text("")
    refused.write_text("{}\n")
    stored.write_bytes(pp.dumps(pp.score(pp.tally([]))))
    for first, second, where in (
        (empty, AUDIT, "file 1 has none"),
        (AUDIT, refused, "file 2 has none"),
        (AUDIT, stored, "file 2 has none"),
        (empty, stored, "neither has one"),
    ):
        for options in ((), ("--json",)):
            code, out, err = run("compare", first, second, *options)

            assert (code, out) == (WRONG_USE, "")
            assert (
                f"takes two files with at least one record each that counts; {where}"
                in unwrapped(err)
            )
    assert "read 1 = 0 accepted + 1 refused" in run("compare", AUDIT, refused)[2]


def test_framework_names_what_can_be_shown(run):
    """An id that does not exist may have been meant for an element or for a practice."""
    code, _, err = run("framework", "XX")

    assert code == WRONG_USE
    assert (
        "no such element or practice; there are: GA, PE, VY, TI, MA, CF, MO, GA1, GA2"
        in unwrapped(err)
    )


def test_several_stages_are_stages(run, tmp_path):
    """One stage to look at next, or several of them."""
    local = ("--tailoring", EXAMPLES / "tailorings" / "college.json")
    _, out, _ = run("report", EXAMPLES / "tailored.jsonl", *local, "-o", tmp_path)

    shown = " ".join(out.split())
    assert "TI1 Working in collaboration; stages planning and delivery" in shown
    assert "CF1 Willing to try something different; stage first conversations" in shown


def test_every_argument_says_what_it_takes(run):
    """The help of a command has words for each file, id and name."""
    for command in ("agenda", "explain", "framework", "rule", "schema"):
        lines = [line for line in run(command, "--help")[1].splitlines() if "  " in line]

        assert not [line for line in lines if line.rstrip("│ ").endswith(("--id", "--file"))]
