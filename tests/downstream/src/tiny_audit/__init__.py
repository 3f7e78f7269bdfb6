"""A tiny project that scores audits on its own."""
