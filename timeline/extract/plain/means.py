"""Dated papers by which something is done: "mit Schreiben vom 3. Mai kündigte sie"."""

from collections.abc import Sequence

from timeline.extract.draft import Point
from timeline.extract.plain import bounded, clauses
from timeline.extract.plain.words import lows
from timeline.extract.reading import Reading
from timeline.lang.tongues import Tongue
from timeline.model import Granularity

_ADJOINING = 6
"""Words from the head of a clause up to the date of the paper that it begins with."""


def is_means(reading: Reading, point: Point, tongue: Tongue) -> bool:
    """Whether a dated paper at the head of a clause did it: "mit Schreiben vom 3. Mai"."""
    time, first = point[1].time, point[0].first
    index = clauses.holding(reading.clauses, first)
    if (
        index < 0
        or time is None
        or time.granularity.fineness < Granularity.DAY.fineness
    ):
        return False
    start, small = reading.clauses[index].first, tongue.words
    at = bounded.past_articles(reading, point, tongue)
    low = [word.low for word in reading.words[start:at]]
    low += [head for head in lows(reading.words[at : at + 1], tongue).heads if head]
    if tongue.is_verb_last and _is_paper(low, tongue):
        return True
    if not tongue.is_verb_last and _is_sitting(low, tongue):
        return True
    if not low or first - start > _ADJOINING:
        return False
    led = low[0] in small.prepositions - small.against
    paper = led and not small.papers.isdisjoint(low)
    return paper or low[0] in small.means


def _is_sitting(low: Sequence[str], tongue: Tongue) -> bool:
    """Whether words end in a meeting in which something was done: "en su sesión del"."""
    small, last = tongue.words, len(low) - 1
    while last >= 0 and low[last] in small.of:
        last -= 1
    if last < 1 or tongue.nouns.get(low[last]) != "meet":
        return False
    led = (
        low[last - 1] if low[last - 1] not in small.articles else low[max(0, last - 2)]
    )
    inside = small.before_date & small.prepositions - small.of
    return led in inside or low[last - 1] in inside


def _is_paper(low: Sequence[str], tongue: Tongue) -> bool:
    """Whether words end in a paper by which something is done: "mit ihrem Schreiben vom"."""
    small, last = tongue.words, len(low) - 1
    while last >= 0 and low[last] in small.of:
        last -= 1
    if last < 1 or low[last] not in small.papers:
        return False
    led = last - 1 - (low[last - 1] in small.articles)
    return led >= 0 and low[led] in small.means


def is_effect(reading: Reading, point: Point, tongue: Tongue) -> bool:
    """Whether it only counts from a date on what a dated paper did: "kündigte zum 30. Juni"."""
    words, small, first = reading.words, tongue.words, point[0].first
    if not first or words[first - 1].low not in small.effects:
        return False
    index = clauses.holding(reading.clauses, first)
    others = (other for other in reading.timexes if other != point)
    return any(
        clauses.holding(reading.clauses, other[0].first) == index
        and is_means(reading, other, tongue)
        for other in others
    )
