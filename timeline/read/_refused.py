"""The one exception of this stage. It ends one file, and never leaves the stage."""


class Refused(Exception):
    """A file that cannot be read: what to say after its name, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def missing(message: str, extra: str) -> Refused:
    """A file that an optional package would read: which, and how to get it."""
    return Refused(message, f"pip install 'timeline[{extra}]'")
