"""Stretches without a verb that go with the one before: "Arvo fell on 4 May, Torvik on 5 May"."""

from collections.abc import Sequence

from timeline.extract.clause import Range
from timeline.extract.plain.words import BREAKS, Lows, participle
from timeline.lang.tongues import Tongue
from timeline.text.words import Word

_THING = 9
"""Words of whom or what a verb is told of as well, at most."""


def thing_of(
    words: Sequence[Word],
    known: Lows,
    stretch: Range,
    dated: frozenset[int],
    tongue: Tongue,
) -> Range | None:
    """Who or what stands alone beside a date in a stretch without a verb, if it is so.

    `known` are the words as they are looked up, those of all the sentence.

    "und am 5. Mai Torvik", ", Torvik el 5 de mayo", ", 1925 nach Torvik".
    """
    small, low = tongue.words, known.tails
    first, last = stretch.first, stretch.last
    while first < last and low[first] in small.coordinators - small.neither:
        first += 1
    while first < last and words[last - 1].is_mark:
        last -= 1
    places = [at for at in range(first, last) if at in dated]
    if not places or places != [*range(places[0], places[-1] + 1)]:
        return None
    start, end = places[0], places[-1] + 1
    while start > first and low[start - 1] in small.before_date:
        start -= 1
    if (first < start) == (end < last):
        return None  # nothing beside the date, or something on both sides
    part = Range(end, last) if start == first else Range(first, start)
    if not 0 < part.last - part.first <= _THING:
        return None
    lead, inside = words[part.first], range(part.first, part.last)
    ends = low[part.last - 1] in small.of | small.bounds
    if ends or any(words[at].low in BREAKS for at in inside):
        return None
    first_ = low[part.first]
    if first_ in small.of or (first_ in tongue.forms and participle(first_, tongue)):
        return None
    if low[part.last - 1] in tongue.particles:
        return None
    named = lead.text[0].isupper() or low[part.first] in small.articles
    named = named or known.heads[part.first] in small.articles
    named = named or _is_office(words, low, first, part, tongue)
    led = low[part.first] in small.prepositions and len(inside) > 1
    return part if named or led else None


def _is_office(
    words: Sequence[Word], low: Sequence[str], first: int, part: Range, tongue: Tongue
) -> bool:
    """Whether words say what someone became, by the last verb before: "y ministro en 2014"."""
    small = tongue.words
    light = small.light | small.prepositions | small.background | small.later
    lead = low[part.first]
    if lead in light or lead in tongue.forms or not words[part.first].text.isalpha():
        return False
    became = tongue.helpers.was.union(tongue.helpers.passed)
    for at in range(first - 1, -1, -1):
        forms = tongue.forms.get(low[at], ())
        if low[at] in became or any(f.base in tongue.voices.becoming for f in forms):
            return True
        if forms and low[at] not in light:
            return False
    return False
