"""The words of a stretch less the date of the event, which the column beside has."""

import re
from collections.abc import Iterator

from timeline.extract.adverbials import is_adverbial
from timeline.extract.bounds import is_since, is_within_day
from timeline.extract.cut_dates import LEADING, gap_of, is_particle, possessive, time_of
from timeline.extract.draft import Draft, Point
from timeline.extract.idle import bounds_told
from timeline.extract.periods import is_placing
from timeline.extract.reading import Clause, Range, Reading
from timeline.extract.reduced import is_of_paper, is_period
from timeline.extract.straight import straight
from timeline.extract.timely import is_called_for
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity

_ARTICLE = re.compile(r"\b(a)n?\s+\Z", re.IGNORECASE)
"""The article that is left before a date."""

_BLANKS = re.compile(r"\s+")


_LINKS = frozenset(("of", "in", "on", "the"))
"""Words that join a date to one it is part of: "on Monday in the first week of May"."""


def without_date(reading: Reading, part: Range, draft: Draft, cues: Cues) -> str:
    """The words of a range less the date of the draft, with the words that lead to it."""
    if part.first >= part.last:
        return ""
    if reading.turned and (pieces := straight(reading, part, cues)):
        return " ".join(
            p if isinstance(p, str) else _as_said(reading, p, draft, cues)
            for p in pieces
        )
    return _as_said(reading, part, draft, cues)


def _as_said(reading: Reading, part: Range, draft: Draft, cues: Cues) -> str:
    """The same for words in the order of the text."""
    whole = reading.said(part)
    if draft.point is None or not cues.verbs:
        return whole
    offset = reading.words[part.first].start
    for placed in reversed(_dates(reading, draft)):
        if not part.first <= placed.first < part.last:
            continue
        if _is_subject(reading, part, placed, cues) or _ends(reading, placed, cues):
            continue
        if draft.noun is not None and draft.first < placed.first < draft.noun:
            continue  # "The 2029 accord": without its year it is any accord.
        if _is_joined(reading, placed) or _is_bound(reading, placed, draft, cues):
            continue  # "In January/March", "shall deliver it by 30 June"
        if draft.noun is None and (
            possessive(reading, placed) or _is_since_then(reading, placed, cues)
        ):
            continue  # "Killed in Monday's blast", "since its foundation in 2010"
        if (
            _completes(reading, placed, cues)
            or _is_attribute(reading, placed, cues)
            or _dates_subject(reading, placed, draft, cues)
        ):
            continue
        gap = gap_of(reading, part, placed, draft, cues)
        start = reading.words[gap.first].start - offset
        end = (
            reading.words[gap.last - 1].end - offset if gap.last > gap.first else start
        )
        before, behind = whole[: max(0, start)], whole[max(0, end) :]
        if before.rstrip().lower().endswith(("a", "an")):
            before = _ARTICLE.sub(_fitting(behind), before)
        whole = f"{before} {behind}"
    return _BLANKS.sub(" ", whole) if _has_gaps(whole) else whole


def _dates_subject(reading: Reading, placed: Range, draft: Draft, cues: Cues) -> bool:
    """Whether "a deal signed | on Monday | ended the strike" needs its date to be read."""
    told = draft.group
    if told is None or told.first != placed.last:
        return False
    before = [g for g in reading.groups_before(placed.first) if not g.finite]
    if not before or before[-1].tense is not Tense.PARTICIPLE:
        return False
    between = reading.words[before[-1].last : placed.first]
    paper = is_of_paper(reading, before[-1].first, cues)
    return not paper and all(w.low in cues.grammar.prepositions for w in between)


def _has_gaps(text: str) -> bool:
    """Whether anything but single blanks can stand between two words."""
    return "  " in text or not text.isprintable()


def _fitting(behind: str) -> str:
    """The article for what follows: "a 1998 interview" is "an interview" without its year."""
    return r"\1n " if behind.lstrip()[:1].lower() in "aeio" else r"\1 "


def _is_joined(reading: Reading, placed: Range) -> bool:
    """Whether a date is written on to another word, follows "into", or "three months of"."""
    words = reading.words
    before = words[placed.first - 1].low if placed.first else ""
    behind = words[placed.last].low if placed.last < len(words) else ""
    return "/" in (before, behind) or before == "into" or is_placing(reading, placed)


def _is_since_then(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether a date is that of the thing since which something was so."""
    apart = placed.first > 0 and reading.words[placed.first - 1].low != "since"
    return apart and is_since(reading, placed, cues)


def _is_bound(reading: Reading, placed: Range, draft: Draft, cues: Cues) -> bool:
    """Whether a date is that by which something is to be done, or bounds it in its day.

    Of "after 10 a.m. on Monday" the column beside has the day alone.
    """
    point = draft.point
    if point is None or point[0] != placed or draft.group is None:
        return False
    if is_within_day(point[1]):
        return True
    if placed.first < draft.group.last:
        return False
    called = is_called_for(reading, point, draft.group)
    return called or bounds_told(reading, point, cues)


def particles(reading: Reading) -> Iterator[str]:
    """The particles of verbs that stand before a date: "turned himself in | on Monday"."""
    for place, _ in reading.timexes:
        if place.first > 1 and is_particle(reading, place.first - 2):
            yield reading.words[place.first - 2].low


def without_date_of(reading: Reading, part: Range, draft: Draft) -> str:
    """The words of a range up to the date of the draft, if that is in it."""
    point = draft.point
    if point is None or not part.first <= point[0].first < part.last:
        return reading.said(part)
    last = point[0].first
    while last > part.first and reading.words[last - 1].low in ("on", "in", "at", "by"):
        last -= 1
    return reading.said(Range(part.first, last))


def _dates(reading: Reading, draft: Draft) -> list[Range]:
    """Where the date of a draft is said, listed or repeated, and what it is part of.

    A month or year that stands apart says more than the date does: "rose this year to a
    high of 40 in July", "in October, compared with last year".
    """
    point = draft.point
    assert point is not None
    own = [point[0], *(place for place, _ in draft.others)]
    for place, timex in reading.timexes:
        repeats = timex.time is not None and timex.time == point[1].time
        beside = any(place.first == mine.last for mine in own)
        if place not in own and (
            repeats or beside or _adjoins(reading, own, (place, timex), point)
        ):
            own.append(place)
    return sorted(own, key=lambda place: place.first)


def _adjoins(reading: Reading, own: list[Range], other: Point, point: Point) -> bool:
    """Whether a date is the day of that of the draft, or holds it and stands beside it."""
    place, time, held = other[0], other[1].time, point[1].time
    if time is None or held is None or time.start > held.start or held.end > time.end:
        return False
    if time.granularity.fineness >= Granularity.DAY.fineness:
        return True
    for mine in own:
        between = reading.words[
            min(mine.last, place.last) : max(mine.first, place.first)
        ]
        if all(word.is_mark or word.low in _LINKS for word in between):
            return True
    return False


def _is_subject(reading: Reading, part: Range, placed: Range, cues: Cues) -> bool:
    """Whether the date is what the verb is about: "2031 was the year of the flood"."""
    if _is_said_of(reading, placed, cues):
        return True
    first = part.first
    while first < placed.first and reading.words[first].low in ("the", '"', "“"):
        first += 1
    if first != placed.first:
        return False
    follows = any(g.finite and g.first == placed.last for g in reading.groups)
    opens = any(_begins(reading, clause, part, cues) for clause in reading.clauses)
    bare = placed.first == 0 or reading.words[placed.first - 1].is_mark
    return follows and opens and (bare or first > part.first)


def _is_said_of(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether someone says what a day was: "he said | Monday | was the worst day"."""
    behind = (g for g in reading.groups if g.finite and g.first == placed.last)
    return any(g.base == "be" for g in behind) and any(
        g.finite and g.last == placed.first and g.base in cues.reporting.verbs
        for g in reading.groups
    )


def _begins(reading: Reading, clause: Clause, part: Range, cues: Cues) -> bool:
    """Whether a stretch opens a clause, or stands behind "In Lund," at its head."""
    if part.first == clause.first:
        return True
    before = [r for r in clause.ranges if r.last <= part.first]
    inside = any(r.first == part.first for r in clause.ranges)
    return inside and all(is_adverbial(reading, r, cues) for r in before)


def _ends(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether the date only says when a period ended: "in the year ended May 31"."""
    first = placed.first
    first -= first > 0 and reading.words[first - 1].low in ("in", "on")
    before = reading.words[max(0, first - 2) : first]
    return len(before) == 2 and is_period(before[0], before[1], cues)


def _is_attribute(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether a date only says what kind of thing it is: "for the summer season"."""
    time = time_of(reading, placed)
    season = time is not None and time.granularity is Granularity.SEASON
    if not season or not placed.first or placed.last >= len(reading.words):
        return False
    before, behind = reading.words[placed.first - 1], reading.words[placed.last]
    articles = cues.grammar.articles
    owned = before.low in articles or reading.words[placed.first].low in articles
    small = cues.grammar.prepositions | cues.openers | cues.helpers
    small = small | cues.grammar.determiners | cues.grammar.pronouns
    noun = behind.text.islower() and behind.low not in small
    verbs = {group.first for group in reading.groups}
    return owned and noun and placed.last not in verbs


def _is_of_one(reading: Reading, placed: Range) -> bool:
    """Whether a date stands behind "four fires, the latest" and says when that was."""
    before = [w.low for w in reading.words[max(0, placed.first - 4) : placed.first]]
    if len(before) < 4 or before[0] != "," or before[3] not in LEADING:
        return False
    return before[1] == "the" and before[2] in ("latest", "last", "first", "worst")


def _completes(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether a verb says nothing without the date: "the vote was in May | and failed"."""
    if _is_of_one(reading, placed):
        return True
    first = placed.first
    while first and reading.words[first - 1].low in cues.time.before_date:
        first -= 1
    verb = next((g for g in reading.groups if g.last == first), None)
    ahead = [w.low for w in reading.words[placed.last : placed.last + 1]]
    if _is_moved_to(reading, placed, cues):
        return True
    near = range(placed.last + 1, placed.last + 3)
    if ahead == ["or"] and any(r.first in near for r, _ in reading.timexes):
        return True  # "In May or June", "on Monday or on Tuesday"
    spends = verb is not None and verb.base in cues.time.spending
    if spends and verb is not None and verb.finite and not verb.passive:
        return True  # "The repair took from 3 May to 6 May"
    acts = verb is not None and verb.finite and not verb.passive
    if acts and first == placed.first and ahead == ["as"]:
        return True  # "Set | May 3 | as the day of the vote"
    if verb is not None and verb.base == "be" and verb.first:
        subject = reading.words[verb.first - 1].low
        if subject in cues.grammar.vague or subject in ("next", "last", "first"):
            return True  # "The next will be on 10 May"
    behind = reading.words[placed.last : placed.last + 1]
    ends = any(w.low in cues.grammar.coordinators for w in behind)
    if verb is None or not verb.finite or verb.base != "be":
        return False
    # "The talk we had was | on Friday"
    return ends or any(g.finite and g.last == verb.first for g in reading.groups)


def _is_moved_to(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether something was put off to the date: "moved its show | to July 31"."""
    leads = reading.words[placed.first - 1].low if placed.first else ""
    before = reading.groups_before(placed.first)
    unit = reading.words[placed.first - 2].low if placed.first > 1 else ""
    if leads == "to" and unit.removesuffix("s") in cues.quantities.skip_nouns:
        return True  # "In the three months to March"
    moved = leads in ("to", "until") and bool(before)
    return moved and before[-1].base in cues.status.shifting
