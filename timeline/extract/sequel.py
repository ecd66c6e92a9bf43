"""The parts of a sentence in their order, and what those behind one say of it."""

from collections.abc import Sequence

from msgspec import Struct

from timeline.extract.clause import Range, Role
from timeline.extract.part import Part
from timeline.model import Timex
from timeline.text.words import Word

DASHES = frozenset(("–", "—", "-", "--"))

LINKS = ("and", "but")
"""What the next thing that a subject does stands behind."""


class Sequel(Struct, frozen=True):
    """The parts one after the other, the words of the sentence and its dates."""

    parts: Sequence[Part]
    tokens: Sequence[Word]
    placed: Sequence[tuple[Range, Timex]]

    def after(self, part: Part) -> int:
        """The place behind that of a part."""
        return self.parts.index(part) + 1

    def is_dashed(self, part: Part) -> bool:
        """Whether dashes enclose a stretch: "as prices fell – the worst fall yet – firms"."""
        place = self.after(part)
        closes = (p.mark in DASHES for p in self.parts[place : place + 1])
        return part.mark in DASHES and any(closes)

    def is_dated(self, part: Part) -> bool:
        """Whether a date stands at the head of a stretch."""
        return any(
            part.first <= place.first < part.last and place.first - part.first <= 2
            for place, _ in self.placed
        )

    def awaits(self, index: int) -> bool:
        """Whether ", and her deputy, X," is the subject of a verb behind the next mark."""
        part = self.parts[index]
        if part.mark != "," or self.tokens[part.first].low not in LINKS:
            return False
        for following in self.parts[index + 1 :]:
            if following.role is Role.MAIN and following.group and not following.opener:
                near = following.group.first <= following.first + 1
                return near or self._lists(following)
            if following.role not in (Role.PHRASE, Role.RELATIVE, Role.PARTICIPLE):
                return False
        return False

    def _lists(self, part: Part) -> bool:
        """Whether a subject ends a list: ", and water, | food and drugs | are needed"."""
        assert part.group is not None
        subject = self.tokens[part.first : part.group.first]
        return part.mark == "," and any(word.low == "and" for word in subject[1:])

    def leads_on(self, index: int) -> bool:
        """Whether "and" and no subject stand before a clause: "…, and in May, the mill shut"."""
        part = self.parts[index]
        if self.tokens[part.first].low not in LINKS:
            return False
        apart = any(w.low == "," for w in self.tokens[part.first + 1 : part.first + 2])
        if not (apart or part.adverbial or self.is_dated(part)):
            return False
        for following in self.parts[index + 1 :]:
            if following.role is not Role.PHRASE or not following.adverbial:
                whole = following.role is Role.MAIN and not following.opener
                return whole and (apart or not following.bare)
        return False

    def ends_list(self, part: Part) -> bool:
        """Whether the next verb stands right behind "and"."""
        place = self.after(part)
        following = self.parts[place] if place < len(self.parts) else None
        if following is None or following.opener != "and" or not following.group:
            return False
        return following.group.first == following.first + 1

    def acts_behind(self, part: Part) -> bool:
        """Whether a subject has its verb behind: "which A backed | but B opposed, fell"."""
        at = self.after(part)
        behind = self.parts[at : at + 1]
        return any(p.role is Role.MAIN and p.bare and not p.opener for p in behind)
