"""The exceptions that end a run.

    TimelineError
    ├── InputError      nothing that could be read was given
    ├── UsageError      an option has a value that means nothing
    ├── LanguageError   a language table is missing or incomplete
    ├── MissingExtra    an optional dependency is not installed
    └── EngineError     workers could not be started or died

One bad document is not an exception: it is a `Problem` in the result.
"""


class TimelineError(Exception):
    """A message for the user, and a hint what to do about it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputError(TimelineError):
    """Nothing that could be read was given."""


class UsageError(TimelineError):
    """An option has a value that means nothing."""


class LanguageError(TimelineError):
    """A language table is missing, or lacks a key."""


class MissingExtra(TimelineError):
    """A feature needs a package that is not installed."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(
            f"{feature} needs an optional package", f"pip install 'timeline[{extra}]'"
        )


class EngineError(TimelineError):
    """Workers could not be started, or died."""
