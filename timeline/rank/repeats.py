"""What is told as the news of a day, but was news on a day before: background by then.

Reports repeat how a story began ("The doctor has pleaded not guilty") in nearly the same
words for months. Nothing in such a sentence says when; only its first day is news.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from timeline.model import Basis, Event

ALIKE = 0.6
"""Share of words in common (Jaccard) from which one line repeats another."""

FEWEST = 4
"""Words that a line must have to be compared; shorter ones are alike by chance."""

RAREST = 4
"""Rarest words of a line under which others are looked for: two lines that are that much
alike hardly ever differ in all of them."""

MOST = 64
"""Older lines looked at under one word, the newest of them: keeps the work linear."""


def repeated(events: Iterable[Event]) -> frozenset[str]:
    """Ids of the events that are dated by their documents alone, and told before.

    An event of a stated date is never one, nor is what has no older line like it.
    """
    ordered = sorted(events, key=lambda e: (e.time.start, e.time.end, e.id))
    words = [frozenset(event.telling.terms) for event in ordered]
    frequency = Counter(word for found in words for word in found)
    index: dict[str, list[int]] = defaultdict(list)
    found: set[str] = set()
    for place, event in enumerate(ordered):
        keys = _rarest(words[place], frequency)
        if _is_undated(event) and _is_told_before(place, keys, index, ordered, words):
            found.add(event.id)
        for key in keys:
            index[key].append(place)
    return frozenset(found)


def _rarest(words: frozenset[str], frequency: Mapping[str, int]) -> Sequence[str]:
    return sorted(words, key=lambda word: (frequency[word], word))[:RAREST]


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
        and len(own & words[before]) >= ALIKE * len(own | words[before])
        for before in older
    )
