"""Dates of what is compared with, not of what happened: "higher than the year before"."""

from timeline.extract.draft import is_dated
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.text.words import Word

_NEAR = 4
"""Words before a date among which "than" is looked for."""

_COMPARED = 16
"""Words before a date among which "compared with $3 million" is looked for."""

_CHANGES = frozenset(("rise", "fall"))
"""Classes of action that say that a figure changed."""


def is_compared(reading: Reading, place: Range, cues: Cues) -> bool:
    """ "2 % higher than the year before", "up from 20 % last year": nothing happened then.

    Near the date a word of comparison is enough; farther off, what it compares with must
    be a figure.
    """
    if _is_alike(reading, place, cues):
        return True
    if cues.time.comparisons.isdisjoint(reading.lows) and "from" not in reading.lows:
        return False
    figure = False
    first = max(0, place.first - _COMPARED)
    for position in range(place.first - 1, first - 1, -1):
        low = reading.words[position].low
        near = place.first - position <= _NEAR or _is_higher(reading, position)
        if low in cues.time.comparisons and (near or figure):
            behind = reading.words[position + 1]
            counted = position + 1 < place.first and _is_figure(behind, cues)
            if _compares_no_day(reading, position, place, cues):
                continue
            return low != "than" or not counted or _is_from(reading, position - 2)
        counts = low == "from" and figure and _counts(reading, position + 1, cues)
        if counts and _is_changed(reading, position, cues):
            return True
        if low == "from" and near and _is_of_level(reading, position, cues):
            return True
        if _is_share(reading, position, cues) and _is_from(reading, place.first - 1):
            return True
        if any(g.finite and g.head == position for g in reading.groups):
            return False
        figure = figure or _counts(reading, position, cues)
    return False


def _is_alike(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether no more is said of a date than that something was so then, too."""
    same = _is_such_as(reading, place, cues) or _is_as_before(reading, place, cues)
    same = same or _is_times_level(reading, place, cues)
    return same or is_than_done(reading, place, cues)


def _compares_no_day(reading: Reading, position: int, place: Range, cues: Cues) -> bool:
    """Whether it is "voted against the bill | on Monday", "faster than expected | on Monday"."""
    low = reading.words[position].low
    if low == "against":
        return not _measures(reading, position, place, cues)
    return low == "than" and _is_than_thought(reading, position, place, cues)


def _measures(reading: Reading, position: int, place: Range, cues: Cues) -> bool:
    """Whether "against" stands between a figure and another, or right before a date."""
    before = reading.words[max(0, position - _COMPARED) : position]
    figures = (before, reading.words[position + 1 : place.first])
    several = all(any(_is_figure(word, cues) for word in words) for words in figures)
    scaled = any(word.low in cues.quantities.scales for word in before[-1:])
    return several or scaled or place.first == position + 1


def _is_than_thought(reading: Reading, position: int, place: Range, cues: Cues) -> bool:
    """Whether "than expected" or "than usual" stands right before a date."""
    behind = reading.words[position + 1]
    if not 1 < place.first - position <= _NEAR:
        return False
    verb = cues.verbs.get(behind.low)
    done = verb is not None and "n" in verb.forms and behind.low.endswith("ed")
    return done or behind.low in cues.time.than_ever


def _is_such_as(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether "as" before a date compares: "such a flood as in 1953", "as many as in May"."""
    first = place.first
    first -= first > 0 and reading.words[first - 1].low in cues.time.before_date
    if not first or reading.words[first - 1].low != "as":
        return False
    before = {word.low for word in reading.words[max(0, first - _COMPARED) : first - 1]}
    return bool(before & {"as", "such", "same", "so"})


def _is_as_before(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether "as he did | on Monday" compares with what was done then."""
    clause = reading.clause_at(place.first)
    group = clause.group if clause else None
    if clause is None or group is None or clause.opener != "as":
        return False
    bare = group.first == group.head and reading.words[group.head].low in cues.helpers
    behind = reading.words[group.last : place.first]
    return bare and all(word.low in cues.time.before_date for word in behind)


def is_than_done(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether "cost more than the city has spent | since 2005" measures by what was done.

    In "more than 40 people have fled" it only counts them.
    """
    if "than" not in reading.lows:
        return False
    told = [g for g in reading.groups_before(place.first) if g.finite]
    before = [g for g in reading.groups if told and g.last <= told[-1].first]
    if not before:
        return False
    between = reading.words[before[-1].last : told[-1].first]
    lows = [word.low for word in between]
    if "than" not in lows or any(word.is_mark for word in between):
        return False
    subject = between[lows.index("than") + 1 :]
    named = any(word.text[0].isupper() for word in subject[:1])
    definite = subject and subject[0].low in cues.grammar.articles - {"a", "an"}
    return bool(named or definite or (subject and subject[0].low in cues.people))


def _is_times_level(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether "at twice its level | in May 2010" compares with the level of then."""
    first = place.first
    first -= first > 0 and reading.words[first - 1].low in cues.time.before_date
    words = reading.words[max(0, first - 3) : first]
    if len(words) < 3 or words[1].low not in cues.people or not words[2].low.isalpha():
        return False
    acts = any(g.head == first - 3 for g in reading.groups)
    return words[0].low in cues.quantities.multiples and not acts


def _is_of_level(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether "from" leads to a level: "fell 25 percent | from their peak in 2031"."""
    owned = reading.words[position + 1].low in cues.grammar.articles
    share = reading.words[position - 1].low if position else ""
    return owned and share in cues.quantities.percent


def _is_higher(reading: Reading, position: int) -> bool:
    """Whether "than" is that of "far higher than", not that of "more than"."""
    before = reading.words[position - 1].low if position else ""
    return before.endswith("er") and before not in ("other", "rather", "fewer")


def _is_changed(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether what stands before "from" has changed: "rose | from 12", "to 254 | from 139".

    "Evidence from nine witnesses" has not.
    """
    before = reading.words[max(0, position - _NEAR) : position]
    if any(_is_figure(word, cues) for word in before):
        return True
    lows = (word.low for word in reading.words[:position])
    ways = cues.time.changing
    return any(low in ways or cues.classes.get(low) in _CHANGES for low in lows)


def _is_from(reading: Reading, position: int) -> bool:
    """Whether "from" stands here: "from more than 90 in 2031", "5 % from a year ago"."""
    return position >= 0 and reading.words[position].low == "from"


def _is_share(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether a word is the sign of a share that was reached by now."""
    if reading.words[position].low not in cues.quantities.percent:
        return False
    verbs = [g for g in reading.groups if g.finite and g.head < position]
    return bool(verbs) and verbs[-1].tense not in (Tense.FUTURE, Tense.MODAL)


def _counts(reading: Reading, place: int, cues: Cues) -> bool:
    """Whether a figure stands here that is no part of a date."""
    word = reading.words[place]
    return _is_figure(word, cues) and not is_dated(reading, word.start)


def _is_figure(word: Word, cues: Cues) -> bool:
    first = word.text[0]
    return first.isdigit() or first in "$€£¥#" or word.low in cues.quantities.numbers
