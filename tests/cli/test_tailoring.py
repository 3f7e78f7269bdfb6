"""The option ``--tailoring``: the local framework beside the built-in one, in every command."""

import inspect
import json
from pathlib import Path

import positive_practice as pp
from positive_practice.cli.app import app
from support.lines import unwrapped
from support.tailorings import NOTHING

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
AUDIT = EXAMPLES / "audit.jsonl"
LOCAL = EXAMPLES / "tailored.jsonl"
COLLEGE = EXAMPLES / "tailorings" / "college.json"
COUNTY = EXAMPLES / "tailorings" / "county.json"
FINE, FOUND, WRONG_USE = 0, 1, 2


def test_framework_shows_what_a_tailoring_changes(run):
    """Each difference with who set it, and whether scores still compare."""
    code, out, _ = run("framework", "--tailoring", COUNTY)

    assert code == FINE
    assert "What the tailoring changes in positive-practice 1.0:" in out
    assert "  VY2   weight 3/2, published as 1/1" in out
    assert '  delivery shown as "Day-to-day support", published as "Delivery"' in out
    assert "(County safeguarding" in out
    assert "compare only with one another" in out
    assert "Golden thread: Supervision and support for those who help" in out
    assert max(map(len, out.splitlines())) <= 80


def test_framework_shows_what_is_left_out(run):
    """What is left out is not in the framework that is shown, and is named below it."""
    _, out, _ = run("framework", "--tailoring", COLLEGE)

    shown, _, changes = out.partition("What the tailoring changes")
    assert "MO1" not in shown
    assert "  MO1   left out: Regular reflective supervision" in changes
    assert "  transition left out: Transition" in changes


def test_framework_says_where_only_words_differ(run, tmp_path):
    """Words alone leave scores comparable; a tailoring that says nothing changes nothing."""
    renaming = {**NOTHING, "labels": [{"id": "GA", "text": "A good start"}]}
    for plain, said in ((NOTHING, "  nothing"), (renaming, 'GA    shown as "A good start"')):
        path = tmp_path / "local.json"
        path.write_text(json.dumps(plain))

        _, out, _ = run("framework", "--tailoring", path)

        assert said in out
        assert "Scores under it compare with scores under the published framework." in out


def test_framework_shows_a_practice_as_it_is_locally(run):
    """A practice has its local weight and standards with it."""
    assert "Local standard: Timely here means" in run("framework", "GA1", "--tailoring", COUNTY)[1]
    assert "Weight 3/2." in run("framework", "VY2", "--tailoring", COUNTY)[1]
    assert "Weight 0: shown, not counted." in run("framework", "VY3", "--tailoring", COUNTY)[1]
    assert run("framework", "VY3", "--tailoring", COLLEGE)[0] == WRONG_USE
    assert "Weight" not in run("framework", "GA1", "--tailoring", COLLEGE)[1]


def test_framework_as_json_is_the_local_framework(run):
    """What is printed is a framework document, for ``--framework`` and `pp.load`."""
    _, out, _ = run("framework", "--tailoring", COLLEGE, "--json")

    tailoring = pp.load(COLLEGE, type=pp.Tailoring)
    assert pp.loads(out, type=pp.Framework) == pp.tailor(pp.framework(), tailoring)


def test_records_are_scored_under_their_tailoring(run, tmp_path):
    """The profile carries the tailoring; a tailored framework document does the same."""
    local = tmp_path / "local.json"
    local.write_text(run("framework", "--tailoring", COLLEGE, "--json")[1])

    code, out, _ = run("score", LOCAL, "--tailoring", COLLEGE, "--json")

    assert code == FINE
    profile = pp.loads(out, type=pp.Profile)
    assert profile.framework.tailoring == pp.Edition(id="college-first-look", version="1")
    assert run("score", LOCAL, "--framework", local, "--json")[1] == out
    assert "MO  " not in run("score", LOCAL, "--tailoring", COLLEGE)[1]


def test_records_without_their_tailoring_are_not_scored(run):
    """The error says with which option to give it."""
    for options in ((), ("--tailoring", COUNTY)):
        code, _, err = run("score", LOCAL, *options)

        assert code == WRONG_USE
        assert "--tailoring" in err


def test_every_command_over_records_takes_a_tailoring(run, tmp_path):
    """`report`, `check`, `agenda` and `explain` speak of what is left, in its words."""
    local = ("--tailoring", COLLEGE)

    code, out, _ = run("report", LOCAL, *local, "-o", tmp_path)
    assert code == FINE
    assert "first conversations" in out
    assert "tailored by college-first-look 1" in (tmp_path / "report.html").read_text("utf-8")
    assert run("check", LOCAL, *local)[0] == FINE
    assert "GA1" in run("explain", "GA1", LOCAL, *local)[1]
    assert run("explain", "VY3", LOCAL, *local)[0] == WRONG_USE
    assert run("agenda", LOCAL, "--line", "1", *local)[0] == FINE


def test_every_command_that_reads_records_has_the_option():
    """As the page on tailoring says, without a list of them."""
    commands = [app[name].default_command for name in app if not name.startswith("-")]
    taken = [set(inspect.signature(command).parameters) for command in commands]
    reading = [names for names in taken if names & {"files", "file", "first"}]

    assert len(reading) == 9
    assert all("tailoring" in names for names in reading)


NOT_NAMED = "do not name the tailoring that you gave, and were read under positive-practice 1.0."


def test_a_tailoring_that_no_record_names_is_not_ignored_without_a_word(run, tmp_path):
    """What was given and changes nothing is wrong use: it is said, and nothing is written."""
    made = tmp_path / "report"
    for arguments, counted in (
        (("score", AUDIT), "12 of 12 records"),
        (("report", AUDIT, "-o", made), "12 of 12 records"),
        (("explain", "VY3", AUDIT), "12 of 12 records"),
        (("agreement", AUDIT), "12 of 12 records"),
        (("compare", AUDIT, AUDIT), "24 of 24 records"),
    ):
        code, out, err = run(*arguments, "--tailoring", COLLEGE)

        assert (code, out) == (WRONG_USE, ""), arguments
        assert f"{counted} {NOT_NAMED}" in unwrapped(err), arguments
        assert "Leave --tailoring out" in unwrapped(err)
    assert not made.exists()


def test_one_record_that_does_not_name_the_tailoring(run):
    """Of one record it is said in the singular."""
    for arguments in (("agenda", AUDIT), ("explain", "VY3", AUDIT)):
        code, out, err = run(*arguments, "--line", "3", "--tailoring", COLLEGE)

        assert (code, out) == (WRONG_USE, "")
        assert "1 of 1 record does not name the tailoring" in unwrapped(err)


def test_a_framework_that_no_record_names_is_told_too(run, tmp_path):
    """A framework of one's own has to be named as well, and the option is called by its name."""
    own = tmp_path / "own.json"
    own.write_text(json.dumps({**json.loads(pp.dumps(pp.framework())), "id": "own"}))

    code, out, err = run("score", AUDIT, "--framework", own)

    assert (code, out) == (WRONG_USE, "")
    assert "do not name the framework that you gave" in unwrapped(err)
    assert "Leave --framework out" in unwrapped(err)


def test_what_was_given_is_called_by_its_option(run, tmp_path):
    """A tailored framework that comes with --framework is no --tailoring; both are both."""
    tailored, own = tmp_path / "tailored.json", tmp_path / "own.json"
    tailored.write_text(run("framework", "--tailoring", COLLEGE, "--json")[1])
    own.write_bytes(pp.dumps(pp.framework()))
    for options, named, left_out in (
        (("--framework", tailored), "framework", "--framework"),
        (("--tailoring", COLLEGE), "tailoring", "--tailoring"),
        (
            ("--framework", own, "--tailoring", COLLEGE),
            "framework and tailoring",
            "--framework and --tailoring",
        ),
    ):
        _, _, err = run("score", AUDIT, *options)

        assert f"do not name the {named} that you gave" in unwrapped(err)
        assert f"Leave {left_out} out" in unwrapped(err)
        assert f"or name the {named} in the records" in unwrapped(err)


def test_check_combine_and_verify_say_it_and_go_on(run, tmp_path):
    """Where no score comes out, the records are read as they name their framework, and it is said."""
    profile = tmp_path / "profile.json"
    profile.write_text(run("score", AUDIT, "--json")[1])
    for arguments in (("check", AUDIT), ("combine", AUDIT), ("verify", profile, AUDIT)):
        plain = run(*arguments)
        code, out, err = run(*arguments, "--tailoring", COLLEGE)

        assert (code, out) == plain[:2] == (FINE, plain[1])
        assert f"12 of 12 records {NOT_NAMED}" in unwrapped(err)


def test_where_some_records_do_not_name_the_tailoring_it_is_said(run, tmp_path):
    """As many as there are, and only if there are any."""
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_bytes(AUDIT.read_bytes() + LOCAL.read_bytes())

    code, _, err = run("check", mixed, "--tailoring", COLLEGE)

    assert code == FINE
    assert f"12 of 15 records {NOT_NAMED}" in unwrapped(err)
    assert run("check", LOCAL, "--tailoring", COLLEGE)[2] == ""
    assert run("score", LOCAL, "--tailoring", COLLEGE)[2] == ""


def test_check_counts_only_records_that_count(run, tmp_path):
    """What is refused, in conflict or there twice is not among those that do not name it."""
    lines = AUDIT.read_text("utf-8").splitlines()
    other = lines[1].replace("positive_examples", "random_sample")
    assert other != lines[1]
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join([lines[0], lines[0], lines[1], other, "{", lines[2]]), "utf-8")

    _, out, err = run("check", path, "--tailoring", COLLEGE)

    assert "read 6 = 2 accepted + 3 refused + 0 blank + 1 duplicate" in out
    assert f"2 of 2 records {NOT_NAMED}" in unwrapped(err)


def test_a_profile_names_its_tailoring_too(run, tmp_path):
    """A comparison of two profiles made under the tailoring has nothing to say about it."""
    profile = tmp_path / "profile.json"
    profile.write_text(run("score", LOCAL, "--tailoring", COLLEGE, "--json")[1])

    assert run("compare", profile, profile, "--tailoring", COLLEGE)[::2] == (FINE, "")
    assert run("compare", profile, profile, "--tailoring", COUNTY)[0] == WRONG_USE


def test_a_framework_that_is_not_at_hand_is_not_named(run, tmp_path):
    """A profile may name any framework: what its file holds is not printed."""
    plain = json.loads(run("score", AUDIT, "--json")[1])
    plain["framework"]["id"] = "jane-doe-born-2004"
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps(plain))

    code, out, err = run("compare", profile, profile, "--tailoring", COLLEGE)

    assert (code, out) == (WRONG_USE, "")
    assert "were read under another framework." in unwrapped(err)
    assert "jane" not in err
    assert "jane" not in "".join(run("compare", profile, AUDIT, "--tailoring", COLLEGE)[1:])


def test_a_tailoring_that_does_not_fit_is_refused_in_words(run, tmp_path):
    """Its problems are named, with what to do; the exit code is that of faulty data."""
    path = tmp_path / "local.json"
    path.write_text(json.dumps({**NOTHING, "remove": {"practices": ["GA9"], "stages": []}}))

    for arguments in (("framework",), ("score", LOCAL)):
        code, out, err = run(*arguments, "--tailoring", path)

        assert (code, out) == (FOUND, "")
        assert "not_in_framework at /remove/practices/0" in err


def test_a_tailoring_of_a_framework_of_ones_own(run, tmp_path):
    """``--framework`` names what ``--tailoring`` tailors; one of another framework is refused."""
    own, local = tmp_path / "own.json", tmp_path / "local.json"
    own.write_text(json.dumps({**json.loads(pp.dumps(pp.framework())), "id": "own"}))
    named = {"id": "own", "version": "1.0"}
    local.write_text(json.dumps({**NOTHING, "framework": named}))

    code, out, _ = run("framework", "--framework", own, "--tailoring", local)
    assert code == FINE
    assert "What the tailoring changes in own 1.0:" in out
    code, _, err = run("framework", "--framework", own, "--tailoring", COUNTY)
    assert code == FOUND
    assert "framework" in err


def test_long_labels_stay_within_the_columns(run, tmp_path):
    """Labels as long as a tailoring may make them are broken over lines, whatever they hold."""
    ids = ("GA", "GA1", "MA", "MA1", "delivery")
    labels = [{"id": one, "text": "A label of many words " * 8} for one in ids]
    local, made = tmp_path / "local.json", tmp_path / "made.jsonl"
    local.write_text(json.dumps({**NOTHING, "labels": labels}))
    records = AUDIT.read_text("utf-8").splitlines()[:2]
    named = {
        "id": "positive-practice",
        "version": "1.0",
        "tailoring": {"id": "county", "version": "1"},
    }
    made.write_text(
        "\n".join(json.dumps({**json.loads(one), "framework": named}) for one in records)
    )

    for arguments in (
        ("framework",),
        ("framework", "GA"),
        ("framework", "MA1"),
        ("score", made),
        ("agreement", made),
        ("explain", "MA1", made),
        ("agenda", made, "--line", "1"),
        ("compare", made, made),
        ("report", made, "-o", tmp_path),
    ):
        code, out, _ = run(*arguments, "--tailoring", local)

        assert code == FINE
        longest = max(out.replace(str(tmp_path), "").splitlines(), key=len)
        assert len(longest) <= 80, (arguments, longest)


def test_local_standards_are_shown_and_said_to_be_local(run, tmp_path):
    """Whoever rates or meets sees what a local body adds, and that it is not scored."""
    document = tmp_path / "county.json"
    document.write_text(run("framework", "--tailoring", COUNTY, "--json")[1])
    said = "Local standards are added locally and not scored."
    timely = "Timely here means within 2 working days."
    for arguments, standard in (
        (("framework", "--tailoring", COUNTY), timely),
        (("framework", "--framework", document), f"Local standard: {timely}"),
        (("framework", "GA", "--tailoring", COUNTY), f"Local standard: {timely}"),
        (("framework", "GA1", "--tailoring", COUNTY), f"Local standard: {timely}"),
        (("agenda", LOCAL, "--line", "1", "--tailoring", COLLEGE), "on the same college day."),
    ):
        _, out, _ = run(*arguments)
        shown = " ".join(out.split())

        assert shown.count(standard) == 1, arguments
        assert shown.count(said) == 1, arguments
    for arguments in (("framework",), ("framework", "GA"), ("agenda", AUDIT, "--line", "1")):
        assert "ocal standard" not in run(*arguments)[1]
