"""Results that no document can hold: sums of counts, and fractions of many weights, can be long."""

import contextlib
from collections.abc import Generator

from positive_practice.errors import InvalidValue, LimitExceeded
from positive_practice.limits import MAX_INTEGER, MAX_RATIO

__all__ = ["numbers_that_fit"]


@contextlib.contextmanager
def numbers_that_fit() -> Generator[None]:
    """Say that a limit is exceeded where a sum or a fraction is too long for its field.

    For working out a result from valid documents, where nothing else can be at fault. It is a
    decorator too.

    Raises:
        LimitExceeded: In the place of ``InvalidValue``.

    >>> with numbers_that_fit():
    ...     raise InvalidValue("Tally", "records", "out_of_range", "a whole number")
    Traceback (most recent call last):
    ...
    positive_practice.errors.LimitExceeded: more than the limit a count allows (9007199254740991)
    """
    try:
        yield
    except InvalidValue as error:
        is_count = error.code == "out_of_range"
        limit = ("a count", MAX_INTEGER) if is_count else ("characters of a fraction", MAX_RATIO)
        raise LimitExceeded(*limit) from None
