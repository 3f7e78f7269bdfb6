"""Hypothesis strategies: valid documents and their parts, and records with one known fault."""
