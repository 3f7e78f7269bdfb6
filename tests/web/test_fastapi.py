"""The FastAPI service of the tutorial: checks, scores, and keeps what it was sent to itself."""

import asyncio

import pytest
from fastapi import Request
from fastapi.testclient import TestClient

import positive_practice as pp
from support.web import BROKEN, CANARY, GOOD, TAILORED, TOO_LONG, example

SERVICE = example("fastapi_app")


@pytest.fixture(scope="module")
def client():
    """A caller of the service, without a network."""
    with TestClient(SERVICE.app) as caller:
        yield caller


def test_a_good_record_is_answered_with_its_profile(client):
    """200, and the very bytes of the profile."""
    answer = client.post("/profiles", content=GOOD)

    assert answer.status_code == 200
    assert answer.content == pp.dumps(pp.score(pp.loads(GOOD)))
    assert answer.headers["content-type"] == "application/json"


def test_a_broken_record_is_answered_with_every_problem(client):
    """422, and the validation report as the library makes it."""
    answer = client.post("/profiles", content=BROKEN)

    assert answer.status_code == 422
    report = pp.loads(answer.content, type=pp.ValidationReport)
    assert {problem.code for problem in report.problems} == {"unknown_field", "bad_format"}


def test_what_is_no_json_is_answered_with_its_problem(client):
    """422 too: a body is never a reason to fail."""
    answer = client.post("/profiles", content=b"\xff\x00")

    assert answer.status_code == 422
    assert [one["code"] for one in answer.json()["problems"]] == ["json_encoding"]


def test_a_body_that_is_too_long_is_not_taken(client):
    """413 once it is longer than a record may be."""
    assert client.post("/profiles", content=TOO_LONG).status_code == 413


def test_a_body_that_is_too_long_is_not_read_to_its_end():
    """Not even where it never says how long it is: nothing is read beyond the limit."""
    pieces = iter([b"12345"] * 9)

    async def receive():
        return {"type": "http.request", "body": next(pieces), "more_body": True}

    body = asyncio.run(SERVICE.body_within(Request({"type": "http"}, receive), 7))

    assert body is None
    assert len(list(pieces)) == 7


def test_a_record_under_a_tailoring_that_is_not_here_is_told_so(client):
    """409 with a sentence, since it is sound and cannot be scored."""
    answer = client.post("/profiles", content=TAILORED)

    assert answer.status_code == 409
    assert "framework or tailoring is not at hand" in answer.text


def test_no_value_is_logged_or_sent_back(client, caplog):
    """Neither the log nor the answer holds anything of what was sent."""
    caplog.set_level("DEBUG")

    answer = client.post("/profiles", content=BROKEN)

    assert CANARY not in caplog.text
    assert CANARY not in answer.text


@pytest.mark.parametrize("body", [GOOD, BROKEN])
def test_no_answer_is_kept_by_a_cache(client, body):
    """What is about one case is not stored on the way."""
    assert client.post("/profiles", content=body).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("page", ["/docs", "/redoc"])
def test_no_page_that_loads_from_outside_is_served(client, page):
    """The pages that FastAPI makes of itself are off."""
    assert client.get(page).status_code == 404
