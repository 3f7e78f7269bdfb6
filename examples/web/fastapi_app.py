"""Check and score a record that another system sends, with FastAPI; keeps nothing, logs no value.

Try it from the top of the copy: ``uvicorn --app-dir examples/web fastapi_app:app``, then
``curl --data-binary @examples/parts/college.json localhost:8000/profiles``.
"""

from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool

import positive_practice as pp

LIMITS = pp.Limits()

# The pages that FastAPI makes of itself load scripts from outside, so they stay off.
app = FastAPI(title="Audit records", docs_url=None, redoc_url=None)


@app.post("/profiles")
async def make_profile(request: Request) -> Response:
    """Answer a record with its profile, or with the report of what is wrong with it."""
    body = await body_within(request, LIMITS.record_bytes)
    if body is None:
        return Response("a record may not be that long", 413, media_type="text/plain")
    return await run_in_threadpool(answer_to, body)


async def body_within(request: Request, most: int) -> bytes | None:
    """Read a body no further than it may be long; None if it is longer."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            return None
    return bytes(body)


def answer_to(body: bytes) -> Response:
    """Check and score one record."""
    report = pp.check(body, limits=LIMITS)
    if not report.ok:
        return as_json(report, 422)
    try:
        profile = pp.score(pp.loads(body, limits=LIMITS))
    except pp.UnknownFramework as error:  # made under a local tailoring that is not here
        return Response(str(error), 409, media_type="text/plain")
    return as_json(profile, 200)


def as_json(document: Any, status: int) -> Response:
    """A document as an answer that no cache keeps, since it is about one case."""
    headers = {"Cache-Control": "no-store"}
    return Response(pp.dumps(document), status, headers, media_type="application/json")
