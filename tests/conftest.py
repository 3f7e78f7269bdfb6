"""Settings of every test: Hypothesis runs the same examples each time, and keeps no files."""

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, database=None, max_examples=100)
settings.load_profile("ci")
