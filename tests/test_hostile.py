"""Long-lived services: little stack, many threads, other settings, and no side doors."""

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import positive_practice as pp
from support import side_doors

pytestmark = pytest.mark.volume

ROOT = Path(__file__).parent.parent
COLLEGE = (ROOT / "examples" / "parts" / "college.json").read_text("utf-8")
RECORD = pp.loads(COLLEGE)
PLAIN = json.loads(COLLEGE)
WAYS_IN = {
    "load": lambda: pp.load(ROOT / "examples" / "parts" / "college.json"),
    "loads": lambda: pp.loads(COLLEGE),
    "check": lambda: pp.check(COLLEGE, mode="publish"),
    "validate": lambda: pp.validate(PLAIN),
    "dumps": lambda: pp.dumps(RECORD),
    "score": lambda: pp.score(RECORD),
    "tally": lambda: pp.tally([RECORD]),
    "combine": lambda: pp.combine([RECORD, RECORD]),
    "agenda": lambda: pp.agenda(RECORD),
    "explain": lambda: pp.explain(RECORD, "MA"),
    "check_answer": lambda: pp.check_answer(PLAIN["submissions"][0]["answers"][0], RECORD),
}
SETTINGS = (
    {},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"},
    {"PYTHONOPTIMIZE": "1"},
    {"PYTHONOPTIMIZE": "2"},
    {"PYTHONUTF8": "0", "LC_ALL": "C"},
)
RESULTS = """
import hashlib, json, sys
import positive_practice as pp
with pp.read_records("examples/audit.jsonl") as reader:
    profile = pp.score(pp.tally(reader), overall="pooled")
said = [pp.dumps(profile), pp.dumps(pp.check(open("examples/faulty.jsonl", "rb").readline()))]
said += [json.dumps(pp.schema("audit-record")).encode()]
print(hashlib.sha256(b"".join(said)).hexdigest())
"""
HOOKED = """
import sys, warnings
import positive_practice as pp
from positive_practice.report.content import Gatherer
from positive_practice.report.html import render

def everything():
    gatherer = Gatherer()
    with pp.read_records("examples/audit.jsonl", "examples/faulty.jsonl") as reader:
        records = list(reader)
    for record in records:
        gatherer.add(record)
    pp.check(open("examples/faulty.jsonl", "rb").read(4000), mode="publish")
    pp.combine(records[:1]), pp.agenda(records[0]), pp.explain(records[0], "MA")
    profile = pp.score(pp.tally(records))
    pp.loads(pp.dumps(profile), type=pp.Profile)
    render(gatherer.content(profile=profile, accounting=reader.accounting, notice=pp.notice(),
                            framework=pp.framework()))

everything()  # what is imported, read and made once is there from now on
seen = []
sys.addaudithook(lambda event, arguments: seen.append((event, arguments)))
everything()
sys.stdout.write(repr([(event, str(arguments[0]) if arguments else "") for event, arguments in seen]))
"""
CLOSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.spawn", "os.posix_spawn")
CLOSED += ("pickle.", "marshal.", "urllib.", "ctypes.", "exec", "compile", "import")


def run_python(code: str, **environment: str) -> str:
    """What a program prints, in a process of its own, at the top of the checkout."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    return done.stdout


def deeper(frames: int, act):
    """Call something with so many frames above it."""
    return act() if frames == 0 else deeper(frames - 1, act)


@pytest.mark.parametrize("name", WAYS_IN)
@pytest.mark.parametrize("left", [15, 60, 200])
def test_little_stack_is_a_result_or_an_error_of_ours(name, left):
    """Called deep inside a program, a function answers or says `LimitExceeded`."""
    act = WAYS_IN[name]
    expected = act()
    outcomes: list[object] = []

    def nearly_full() -> None:
        frames = sys.getrecursionlimit() - left
        try:
            outcomes.append(deeper(frames, act))
        except pp.LimitExceeded:
            outcomes.append(expected)

    thread = threading.Thread(target=nearly_full)
    thread.start()
    thread.join()
    assert outcomes == [expected]


def test_a_low_recursion_limit_is_enough():
    """With ``sys.setrecursionlimit(200)`` deep nesting is refused and a record is read."""
    code = f"""
import sys
import positive_practice as pp
text = {COLLEGE!r}
pp.check(text)
sys.setrecursionlimit(200)
print(pp.loads(text) == pp.loads(pp.dumps(pp.loads(text))), pp.check("[" * 10**5).problems[0].code)
"""
    assert run_python(code).split() == ["True", "json_depth"]


def test_threads_get_the_same_bytes():
    """Eight threads at once say what one says alone."""
    alone = pp.dumps(pp.score(RECORD))

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: pp.dumps(pp.score(pp.loads(COLLEGE))), range(64)))
    assert set(together) == {alone}


def test_settings_change_no_byte():
    """Hash seed, time zone, locale, ``-O`` and ``-OO`` make no difference to any result."""
    assert len({run_python(RESULTS, **setting) for setting in SETTINGS}) == 1


@pytest.mark.parametrize("key", ["$ref", "$schema", "__class__", "__proto__", "constructor"])
def test_a_key_with_powers_elsewhere_is_an_unknown_key(key):
    """Nothing is followed, fetched or made: the key is refused like any other."""
    report = pp.check({**PLAIN, key: "file:///etc/passwd"})

    assert [(one.code, one.pointer) for one in report.problems] == [("unknown_field", "")]


def test_there_are_no_side_doors():
    """No socket, process, import, code or pickle from input; only what was asked for is opened."""
    events = eval(run_python(HOOKED), {})  # noqa: S307  # the repr of a list that the program above prints
    opened = {Path(what).name for event, what in events if event == "open"}

    assert not [event for event, _ in events if event.startswith(CLOSED)]
    assert opened <= {"audit.jsonl", "faulty.jsonl", "report.css"}  # the last is the page's own


@pytest.mark.parametrize(
    ("act", "event"),
    [
        ("open('/etc/hostname').close()", "open"),
        ("__import__('subprocess').run(['true'])", "subprocess.Popen"),
        ("__import__('pickle').loads(b'cos\\ngetcwd\\n.')", "pickle.find_class"),
        ("eval('1')", "compile"),
    ],
)
def test_a_side_door_would_be_noted(act, event):
    """The hook over all tests sees a library that does such a thing; here one that we make up."""
    code = compile(f"def act():\n    {act}", "/x/positive_practice/made_up.py", "exec")
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102  # the made-up library

    names["act"]()
    assert event in side_doors.seen
    side_doors.seen.clear()
