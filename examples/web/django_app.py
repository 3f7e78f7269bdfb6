"""Check and score a record that another system sends, with Django; keeps nothing, logs no value.

Try it from the top of the copy: ``python examples/web/django_app.py runserver --noreload``, then
``curl --data-binary @examples/parts/college.json localhost:8000/profiles``.
"""

import sys
from typing import Any

from django.conf import settings
from django.core.management import execute_from_command_line
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

import positive_practice as pp

LIMITS = pp.Limits()


@csrf_exempt  # another system has no cookie of ours: it signs in otherwise
@require_POST
@sensitive_variables()  # should anything fail, no report of the failure holds a record
def make_profile(request: HttpRequest) -> HttpResponse:
    """Answer a record with its profile, or with the report of what is wrong with it."""
    body = request.read(LIMITS.record_bytes + 1)  # no further than it may be long
    if len(body) > LIMITS.record_bytes:
        return in_words("a record may not be that long", 413)
    report = pp.check(body, limits=LIMITS)
    if not report.ok:
        return as_json(report, 422)
    try:
        profile = pp.score(pp.loads(body, limits=LIMITS))
    except pp.UnknownFramework as error:  # made under a local tailoring that is not here
        return in_words(str(error), 409)
    return as_json(profile, 200)


def in_words(sentence: str, status: int) -> HttpResponse:
    """An answer in plain words."""
    return HttpResponse(sentence, status=status, content_type="text/plain")


def as_json(document: Any, status: int) -> HttpResponse:
    """A document as an answer that no cache keeps, since it is about one case."""
    headers = {"Cache-Control": "no-store", "Content-Type": "application/json"}
    return HttpResponse(pp.dumps(document), status=status, headers=headers)


urlpatterns = [path("profiles", make_profile)]

# A project has a file of settings instead. DEBUG stays off: its pages would show what was sent.
settings.configure(DEBUG=False, ROOT_URLCONF=__name__, ALLOWED_HOSTS=["localhost"])
application = get_wsgi_application()

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
