"""Where a plain sentence is cut: at marks, at words that open a clause, at "and"."""

from collections.abc import Sequence

from msgspec import Struct

from timeline.extract.clause import Range
from timeline.extract.plain.gaps import thing_of
from timeline.extract.plain.verbal import Scanned
from timeline.extract.plain.words import BREAKS, lows
from timeline.extract.verbs import Group
from timeline.lang.tongues import Tongue
from timeline.text.words import Word

_FIGURES = 2
"""Figures of a day."""


class Stretch(Struct, frozen=True, gc=False):
    """Words between two borders: the mark or "and" before them, the place of an opener."""

    first: int
    last: int
    border: str = ""
    opener: int = -1


class Cutter:
    """Finds where the stretches of a sentence begin and end."""

    def __init__(
        self,
        words: Sequence[Word],
        found: Scanned,
        dated: frozenset[int],
        tongue: Tongue,
    ) -> None:
        self.words, self.dated, self.tongue = words, dated, tongue
        self.groups = sorted(found.groups, key=lambda group: group.first)
        self.lows = lows(words, tongue)
        self.openers = {
            at: low for at, low in found.openers.items() if self._opens_clause(at)
        }

    def in_range(self, first: int, last: int) -> list[Group]:
        """The groups that begin in a range, in order."""
        return [group for group in self.groups if first <= group.first < last]

    def stretches(self) -> list[Stretch]:
        """The stretches of the sentence in order, without the marks between them."""
        found: list[Stretch] = []
        first, border, opener = 0, "", -1
        for at, word in enumerate(self.words):
            mark = word.low in BREAKS and at not in self.dated
            cut, kind = at, word.low
            if at in self.openers:
                cut, kind = self._led(at, first), ""
            elif not mark and not self._joins(at, first):
                continue
            elif not mark:
                kind = "and"
            if cut > first:
                found.append(Stretch(first, cut, border, opener))
                border = kind
            elif mark or not border:
                border = kind or border
            first = cut + mark
            opener = at if at in self.openers else -1
        found.append(Stretch(first, len(self.words), border, opener))
        return [one for one in found if one.first < one.last]

    def _opens_clause(self, at: int) -> bool:
        """Whether a verb follows a word that can open a clause, or a mark for an aside."""
        if at in self.dated:
            return False
        end = at + 1
        while end < len(self.words) and self.words[end].low not in BREAKS:
            end += 1
        aside = end == at + 1 and end < len(self.words)
        lead = at <= 1 and self.lows.tails[0] in self.tongue.words.leads
        if lead and len(self.groups) > 1:
            return True  # "Alors que des organisations, dont l'ONU, ont réclamé"
        return aside or bool(self.in_range(at + 1, end))

    def _led(self, at: int, first: int) -> int:
        """Where a clause begins: "en el que" begins with its preposition."""
        small = self.tongue.words
        start = at
        led_by = start - 1
        if led_by > first and self.lows.tails[led_by] in small.of:
            led_by -= 1  # "después de que"
        if start > first and self.lows.tails[led_by] in small.leads:
            return led_by
        while start > first and self.lows.tails[start - 1] in small.articles:
            start -= 1
        content = self.tongue.is_verb_last and (
            self.lows.tails[at] in small.that | small.when
        )
        led = start > first and self.lows.tails[start - 1] in small.prepositions
        if led and not content:
            return start - 1
        return start if self.lows.tails[at] in small.relative else at

    def _joins(self, at: int, first: int) -> bool:
        """Whether a word joins two clauses: "and" with a verb on either side."""
        if self.lows.tails[at] not in self.tongue.words.coordinators or at <= first:
            return False
        end = at + 1
        while end < len(self.words) and not self._ends(end):
            end += 1
        if end == at + 1 and end < len(self.words):
            end = len(self.words)  # "y, en 1984, se vendió"
        before = [g for g in self.in_range(first, at) if max(g.last, g.head + 1) <= at]
        if first and self.words[first - 1].low in (")", "]"):
            before = before or self.in_range(0, first)  # "le pont (Orvik) en 1945 et"
        if any(g.first < at < max(g.last, g.head + 1) for g in self.groups):
            return False
        joined = bool(before) and bool(self.in_range(at + 1, end))
        return joined or self._is_gap(first, at, end, told=bool(before))

    def _is_gap(self, first: int, at: int, end: int, *, told: bool) -> bool:
        """Whether a verb before "and" is told of another at another date behind it.

        Not where two dates are listed: "am Montag und am Mittwoch den Betrieb".
        """
        words, dated, tongue = self.words, self.dated, self.tongue
        behind = at + 1
        while behind < end and self.lows.tails[behind] in tongue.words.before_date:
            behind += 1
        if at - 1 in dated and behind in dated:
            return False
        if dated.isdisjoint(range(first, at)):
            return False
        ahead, rest = Range(first, at), Range(at, end)
        told = told or thing_of(words, self.lows, ahead, dated, tongue) is not None
        return told and thing_of(words, self.lows, rest, dated, tongue) is not None

    def _ends(self, at: int) -> bool:
        low = self.lows.tails[at]
        mark = self.words[at].low in BREAKS and at not in self.dated
        return mark or at in self.openers or low in self.tongue.words.coordinators


def between_days(
    words: Sequence[Word], dated: frozenset[int], tongue: Tongue
) -> frozenset[int]:
    """The marks and joints between the figures of listed days: "am 3., 5. und 7. Mai"."""
    light = {",", "."} | tongue.words.coordinators | tongue.words.before_date
    found: set[int] = set()
    for at in dated:
        behind = at + 1
        while (
            behind < len(words) and behind not in dated and words[behind].low in light
        ):
            behind += 1
        if behind in dated and _is_day(words[at]) and _is_day(words[behind]):
            found.update(range(at + 1, behind))
    return frozenset(found | _closing_commas(words, dated, tongue) | _scores(words))


def _scores(words: Sequence[Word]) -> set[int]:
    """The dashes between two figures: "perdió 3-1"."""
    return {
        at
        for at in range(1, len(words) - 1)
        if words[at].low in ("-", "–")
        and words[at - 1].text.isdigit()
        and words[at + 1].text.isdigit()
        and words[at - 1].end == words[at].start
        and words[at].end == words[at + 1].start
    }


def _closing_commas(
    words: Sequence[Word], dated: frozenset[int], tongue: Tongue
) -> set[int]:
    """The commas behind ranges with commas in them: "Samstag, 18 Uhr, und Montag, 7 Uhr,"."""
    found = set()
    for at in sorted(dated):
        comma = at + 1 < len(words) and at + 1 not in dated and words[at + 1].low == ","
        if not comma:
            continue
        first = at
        while first - 1 in dated:
            first -= 1
        inside = [word.low for word in words[first:at]]
        if "," in inside and not tongue.words.coordinators.isdisjoint(inside):
            found.add(at + 1)
    return found


def _is_day(word: Word) -> bool:
    return word.text.isdigit() and len(word.text) <= _FIGURES
