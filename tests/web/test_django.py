"""The Django service of the tutorial: checks, scores, and keeps what it was sent to itself."""

import ast
import io
from pathlib import Path

import django
import pytest
from django.conf import settings
from django.core.management.utils import get_random_secret_key
from django.test import Client, override_settings
from django.test.utils import setup_test_environment, teardown_test_environment

import positive_practice as pp
from support.web import BROKEN, CANARY, GOOD, TAILORED, TOO_LONG, example

SERVICE = example("django_app")
NEW_PROJECT = Path(django.__file__).parent / "conf" / "project_template" / "project_name"


def settings_of_a_new_project():
    """What ``django-admin startproject`` puts around every view, as this Django has it."""
    written = ast.parse((NEW_PROJECT / "settings.py-tpl").read_text("utf-8")).body
    values = {ast.unparse(one.targets[0]): one.value for one in written if hasattr(one, "targets")}
    return {name: ast.literal_eval(values[name]) for name in ("INSTALLED_APPS", "MIDDLEWARE")}


@pytest.fixture(scope="module")
def client():
    """Another system that calls the view in a new project: without a network, and no cookie."""
    setup_test_environment()
    settings.SECRET_KEY = get_random_secret_key()
    with override_settings(**settings_of_a_new_project()):
        yield Client(enforce_csrf_checks=True)
    teardown_test_environment()


def post(client, body):
    """Send a body to the service."""
    return client.post("/profiles", body, content_type="application/json")


def test_a_good_record_is_answered_with_its_profile(client):
    """200, and the very bytes of the profile."""
    answer = post(client, GOOD)

    assert answer.status_code == 200
    assert answer.content == pp.dumps(pp.score(pp.loads(GOOD)))
    assert answer.headers["Content-Type"] == "application/json"


def test_a_caller_needs_no_cookie(client, monkeypatch):
    """A new project turns others away who have none: 403, but for what the view says of itself."""
    monkeypatch.setattr(SERVICE.make_profile, "csrf_exempt", False)
    assert post(client, GOOD).status_code == 403

    monkeypatch.undo()
    assert post(client, GOOD).status_code == 200


def test_a_broken_record_is_answered_with_every_problem(client):
    """422, and the validation report as the library makes it."""
    answer = post(client, BROKEN)

    assert answer.status_code == 422
    report = pp.loads(answer.content, type=pp.ValidationReport)
    assert {problem.code for problem in report.problems} == {"unknown_field", "bad_format"}


def test_what_is_no_json_is_answered_with_its_problem(client):
    """422 too: a body is never a reason to fail."""
    answer = post(client, b"\xff\x00")

    assert answer.status_code == 422
    assert [one["code"] for one in answer.json()["problems"]] == ["json_encoding"]


def test_a_body_that_is_too_long_is_not_read_to_its_end(client):
    """413 once one byte more was read than a record may have."""
    sent = io.BytesIO(TOO_LONG * 3)

    answer = client.generic(
        "POST", "/profiles", b"", **{"wsgi.input": sent, "CONTENT_LENGTH": str(len(TOO_LONG) * 3)}
    )

    assert answer.status_code == 413
    assert sent.tell() == len(TOO_LONG)


def test_a_record_under_a_tailoring_that_is_not_here_is_told_so(client):
    """409 with a sentence, since it is sound and cannot be scored."""
    answer = post(client, TAILORED)

    assert answer.status_code == 409
    assert "framework or tailoring is not at hand" in answer.content.decode()


def test_no_value_is_logged_or_sent_back(client, caplog):
    """Neither the log nor the answer holds anything of what was sent."""
    caplog.set_level("DEBUG")

    answer = post(client, BROKEN)

    assert CANARY not in caplog.text
    assert CANARY not in answer.content.decode()


def test_a_failure_tells_nobody_what_was_sent(client, caplog, monkeypatch):
    """Should the service itself fail, neither the answer nor the log holds a record."""

    def fail(body, **_):
        raise RuntimeError

    monkeypatch.setattr(SERVICE.pp, "check", fail)
    client.raise_request_exception = False

    answer = post(client, BROKEN)

    client.raise_request_exception = True
    assert answer.status_code == 500
    assert CANARY not in answer.content.decode()
    assert CANARY not in caplog.text


@pytest.mark.parametrize("body", [GOOD, BROKEN])
def test_no_answer_is_kept_by_a_cache(client, body):
    """What is about one case is not stored on the way."""
    assert post(client, body).headers["Cache-Control"] == "no-store"


def test_only_sending_is_answered(client):
    """405 for everything but POST."""
    assert client.get("/profiles").status_code == 405
