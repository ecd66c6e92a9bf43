"""What is told as the news of a day, but was news on a day before: background by then.

Reports repeat how a story began ("The doctor has pleaded not guilty") in nearly the same
words for months. Nothing in such a sentence says when; only its first day is news.

And the papers of the next days tell the news of a day once more, in other words: a day is
worth what it adds to the days before it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from timeline.civil import DAY
from timeline.model import Basis, Event

ALIKE = 0.6
"""Share of words in common (Jaccard) from which one line repeats another."""

ECHOED = 0.4
"""The same share for a line of the `DAYS` days before, which the papers tell once more."""

DAYS = 2
"""Days for which news is told again."""

FEWEST = 4
"""Words that a line must have to be compared; shorter ones are alike by chance."""

RAREST = 4
"""Rarest words of a line under which others are looked for: two lines that are that much
alike hardly ever differ in all of them."""

MOST = 64
"""Older lines looked at under one word, the newest of them: keeps the work linear."""

LOOKED_UP = 12
"""Rarest words under which a line looks for others that are a little like it."""

FIRST = 16
"""Lines of one day looked at under one of those words."""


def repeated(events: Iterable[Event]) -> frozenset[str]:
    """Ids of the events that are dated by their documents alone, and told before.

    An event of a stated date is never one, nor is what has no older line like it.
    """
    ordered = _in_order(events)
    words = _words(ordered)
    frequency = Counter(word for found in words for word in found)
    index: dict[str, list[int]] = defaultdict(list)
    found: set[str] = set()
    for place, event in enumerate(ordered):
        keys = _rarest(words[place], frequency, RAREST)
        if _is_undated(event) and _is_told_before(place, keys, index, ordered, words):
            found.add(event.id)
        for key in keys:
            index[key].append(place)
    return frozenset(found)


def novelty(events: Iterable[Event]) -> dict[str, float]:
    """By id, how little each event is like what is told of the `DAYS` days before its own.

    1 minus the cosine of its words with those of the line that is most like it.
    """
    ordered = _in_order(events)
    words = _words(ordered)
    frequency = Counter(word for found in words for word in found)
    index: dict[tuple[int, str], list[frozenset[str]]] = defaultdict(list)
    found: dict[str, float] = {}
    for event, own in zip(ordered, words, strict=True):
        day = event.time.start // DAY
        keys = _rarest(own, frequency, LOOKED_UP)
        before = (index.get((day - n, k), ()) for n in range(1, DAYS + 1) for k in keys)
        near = {other for others in before for other in others}
        likest = max((cosine(own, other) for other in near), default=0.0)
        found[event.id] = 1 - likest
        for key in keys:
            if len(index[day, key]) < FIRST:
                index[day, key].append(own)
    return found


def cosine(words: frozenset[str], others: frozenset[str]) -> float:
    """How much alike two sets of words are, 0 to 1; 0 if one is empty."""
    common = len(words & others)
    return common / sqrt(len(words) * len(others)) if common else 0.0


def _in_order(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=lambda e: (e.time.start, e.time.end, e.id))


def _words(events: Iterable[Event]) -> list[frozenset[str]]:
    return [frozenset(event.telling.terms) for event in events]


def _rarest(
    words: frozenset[str], frequency: Mapping[str, int], most: int
) -> Sequence[str]:
    return sorted(words, key=lambda word: (frequency[word], word))[:most]


def _is_undated(event: Event) -> bool:
    return all(mention.basis is Basis.PUBLICATION for mention in event.mentions)


def _is_told_before(
    place: int,
    keys: Sequence[str],
    index: Mapping[str, Sequence[int]],
    ordered: Sequence[Event],
    words: Sequence[frozenset[str]],
) -> bool:
    own, start = words[place], ordered[place].time.start
    if len(own) < FEWEST:
        return False
    older = {before for key in keys for before in index.get(key, ())[-MOST:]}
    return any(
        ordered[before].time.end <= start
        and len(own & words[before])
        >= _needed(start - ordered[before].time.start) * len(own | words[before])
        for before in older
    )


def _needed(seconds: int) -> float:
    """The share of words in common from which a line so much later is a repeat."""
    return ECHOED if seconds <= DAYS * DAY else ALIKE
