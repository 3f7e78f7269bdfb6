"""Scoring: records -> states -> a tally -> a profile. Pure and exact: no float, no rounding."""
