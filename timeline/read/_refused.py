"""The one exception of this stage. It ends one file, and never leaves the stage."""

from collections.abc import Iterator
from contextlib import contextmanager


class Refused(Exception):
    """A file that cannot be read: what to say after its name, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def missing(message: str, extra: str) -> Refused:
    """A file that an optional package would read: which, and how to get it."""
    return Refused(message, f"pip install 'timeline[{extra}]'")


@contextmanager
def damaged(what: str, hint: str) -> Iterator[None]:
    """What a library raises while it reads a file, as a refusal.

    Libraries raise on damaged files whatever the damage leads to.
    """
    try:
        yield
    except Refused:
        raise
    except Exception as error:
        raise Refused(f"{what} that cannot be read: {error}", hint) from error
