"""Settings of every test: Hypothesis runs the same examples each time, and keeps no files."""

import os

from hypothesis import settings

EXAMPLES = int(os.environ.get("EXAMPLES", "40"))
"""How many examples a property tries: fewer where every line is traced, more in a gate."""

settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, max_examples=EXAMPLES
)
settings.load_profile("ci")
