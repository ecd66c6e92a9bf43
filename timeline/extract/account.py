"""What is found out about one telling, besides its date and its place in the text."""

from msgspec import Struct

from timeline.model import Quantity, Status


class Account(Struct, frozen=True):
    """The line of a telling, what kind of event it is, and who and what takes part.

    `line` is empty where none could be made. `cues` are the words that gave the status.
    """

    line: str
    trigger: str
    action: str
    status: Status
    cues: tuple[str, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    reporter: str | None
