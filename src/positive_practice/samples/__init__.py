"""Believable records that are invented: for trying things out, for demonstrations and for tests."""

from positive_practice.samples.records import sample

__all__ = ["sample"]
