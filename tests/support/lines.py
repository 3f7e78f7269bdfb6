"""Texts that a command broke over lines, as the sentences that they are."""

__all__ = ["unwrapped"]


def unwrapped(text: str) -> str:
    """A text on one line, with one space wherever it had any."""
    return " ".join(text.split())
