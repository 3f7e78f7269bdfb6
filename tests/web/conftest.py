"""The web services of the tutorial are tested where their frameworks are: in ``.ci/web``."""

from importlib.util import find_spec

NEEDED = {"test_fastapi.py": ("fastapi", "httpx2"), "test_django.py": ("django",)}

collect_ignore = [test for test, names in NEEDED.items() if not all(map(find_spec, names))]
