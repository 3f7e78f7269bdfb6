"""Texts and bytes: strict JSON, canonical JSON, exact fractions, files. Knows no model."""
