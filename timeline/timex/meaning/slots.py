"""The filled slots of a phrase."""

import re
from functools import cached_property
from typing import cast

from timeline.timex.senses import Unit

SlotValue = int | str | float | tuple[int, ...]

_MARKS = re.compile(r"[\s,'’–-]+")

_MODS = {
    "early": "START",
    "earlier": "START",
    "late": "END",
    "later": "END",
    "mid": "MID",
}

TOWARD = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "current": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}


class Slots:
    """The filled slots of a phrase, and its words in lower case."""

    def __init__(self, values: dict[str, SlotValue], phrase: str) -> None:
        self.values = values
        self._phrase = phrase

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the phrase, in order; marks between them are dropped."""
        return tuple(word for word in _MARKS.split(self._phrase.lower()) if word)

    def number(self, name: str) -> int | None:
        """A whole number, or None where the slot is empty."""
        value = self.values.get(name)
        return int(value) if isinstance(value, int | float) else None

    def text(self, name: str) -> str | None:
        """A word value, or None where the slot is empty."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def numbers(self, name: str) -> tuple[int, ...]:
        """A tuple value, empty where the slot is."""
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()

    def unit(self) -> Unit:
        """The unit, singular or plural."""
        named = (self.values.get(name) for name in ("unit", "units", "span"))
        return cast(Unit, next(value for value in named if value))

    def amount(self) -> float | None:
        """How many: a number, a phrase ("a couple of") or None for an unsaid number."""
        for name in ("number", "count"):
            value = self.values.get(name)
            if isinstance(value, int | float):
                return value
        return None

    def of(self, table: dict[str, int]) -> int | None:
        """The value of the first word that is in the table."""
        return next((table[word] for word in self.words if word in table), None)

    def mod(self) -> str | None:
        """START, MID or END, where a word says so."""
        return next((_MODS[word] for word in self.words if word in _MODS), None)


def year_of(slots: Slots) -> int | None:
    """The year slot; two digits are of the last or this century."""
    value = slots.values.get("year")
    if not isinstance(value, int):
        return None
    return value if value >= 100 else (1900 + value if value > 30 else 2000 + value)
