"""Settings of every test: Hypothesis runs the same examples each time, and keeps no files."""

import os

from hypothesis import settings

EXAMPLES = int(os.environ.get("EXAMPLES", "100"))
"""How many examples a property tries; fewer where every line is traced."""

settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, max_examples=EXAMPLES
)
settings.load_profile("ci")
