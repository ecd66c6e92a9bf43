"""How certain an event is said to be, and by which words."""

from msgspec import Struct

from timeline.model import Status


class Verdict(Struct, frozen=True):
    """A status with the words that decided it."""

    status: Status
    cues: tuple[str, ...] = ()
