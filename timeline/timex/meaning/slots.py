"""The filled slots of a phrase."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import cast

from timeline.timex.senses import Base, Unit

SlotValue = int | str | float | tuple[int, ...]

Says = Mapping[str, Mapping[str, int | float | str]]
"""Attribute to the words that say something of it, and what."""

_MARKS = re.compile(r"[\s,'’–-]+")


class Slots:
    """The filled slots of a phrase, and what its words say beside them."""

    def __init__(
        self, values: dict[str, SlotValue], phrase: str, says: Says | None = None
    ) -> None:
        self.values = values
        self._phrase = phrase
        self._says = says or {}

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

    def said(self, attribute: str) -> int | float | str | None:
        """What the words of the phrase say of an attribute; the last that does decides."""
        known = self._says.get(attribute, {})
        for word in reversed(self.words):
            if word in known:
                return known[word]
        return None

    @property
    def toward(self) -> int | None:
        """The direction said: -1 back, 0 here, 1 on."""
        toward = self.values.get("toward", self.said("toward"))
        return int(toward) if isinstance(toward, int) else None

    @property
    def mod(self) -> str | None:
        """The TIMEX3 mod said."""
        mod = self.said("mod")
        return mod if isinstance(mod, str) else None

    def base(self, unsaid: Base) -> Base:
        """What the phrase hangs on: by its rule, by its words, else as told."""
        base = self.text("base") or self.said("base") or unsaid
        return cast(Base, base)


def year_of(slots: Slots) -> int | None:
    """The year slot, astronomical; two digits are of the last or this century."""
    value, era = slots.values.get("year"), slots.text("era")
    if not isinstance(value, int) or (era and not value):
        return None
    if era:
        return 1 - value if era == "BC" else value
    return value if value >= 100 else (1900 + value if value > 30 else 2000 + value)
