"""The laws of scoring, over a scorer of our own."""

from tiny_audit import scorer

from positive_practice.testing import laws

TestOurs = laws(score=scorer.score, settle=scorer.settle, profile=scorer.profile)
