"""How users catch errors: one base, a builtin beside it, and facts as attributes."""

from typing import assert_type

import positive_practice as pp


def errors_of_documents(data: bytes) -> pp.AuditRecord | None:
    """What is wrong with a document is in attributes that have a type."""
    try:
        return pp.loads(data)
    except pp.InvalidDocument as error:
        assert_type(error.problems, tuple[pp.Problem, ...])
        assert_type(error.more, int)
    except pp.UnsupportedVersion as error:
        assert_type(error.supported, tuple[str, ...])
    except pp.UnknownFramework as error:
        assert_type(error.known, tuple[str, ...])
    return None


def errors_of_values(data: bytes) -> pp.Profile | None:
    """So is what does not fit."""
    try:
        return pp.score(pp.loads(data))
    except pp.UnknownName as error:
        assert_type((error.kind, error.known), tuple[str, tuple[str, ...]])
    except pp.InvalidValue as error:
        assert_type((error.owner, error.field), tuple[str, str])
        assert_type((error.code, error.expected), tuple[str, str])
    except pp.NotComparable as error:
        assert_type(error.differs, tuple[str, ...])
    except pp.Conflict as error:
        assert_type(error.pointers, tuple[str, ...])
    except pp.LimitExceeded as error:
        assert_type((error.limit, error.maximum), tuple[str, int])
    return None


def errors_of_the_machine(record: pp.AuditRecord) -> None:
    """So is what could not be read, written, loaded or called; and all have one base."""
    try:
        pp.dump(record, "record.json")
    except pp.CannotRead as error:
        assert_type(error.reason, str)
    except pp.CannotWrite as error:
        assert_type(error.reason, str)
    except pp.MissingExtra as error:
        assert_type(error.extra, str)
    except pp.Misuse as error:
        assert_type(error.advice, str)
    except pp.PositivePracticeError as error:
        assert_type(error, pp.PositivePracticeError)


def builtins_beside(error: Exception) -> bool:
    """Whoever catches builtins catches ours: each is its nearest builtin too."""
    kinds: tuple[type[ValueError], ...] = (
        pp.InvalidDocument,
        pp.InvalidValue,
        pp.UnsupportedVersion,
        pp.NotComparable,
        pp.Conflict,
        pp.LimitExceeded,
    )
    lookups: tuple[type[LookupError], ...] = (pp.UnknownFramework, pp.UnknownName)
    files: tuple[type[OSError], ...] = (pp.CannotRead, pp.CannotWrite)
    uses: tuple[type[TypeError], ...] = (pp.Misuse,)
    imports: tuple[type[ImportError], ...] = (pp.MissingExtra,)
    return isinstance(error, (*kinds, *lookups, *files, *uses, *imports))
