"""The words of a stretch less the date of the event, which the column beside has."""

import re
from collections.abc import Iterator

from timeline.extract.adverbials import is_adverbial
from timeline.extract.bounds import is_since, is_within_day
from timeline.extract.describing import describes
from timeline.extract.draft import Draft, Point
from timeline.extract.idle import bounds_told
from timeline.extract.periods import is_placing
from timeline.extract.reading import Clause, Range, Reading
from timeline.extract.reduced import is_of_paper, is_period
from timeline.extract.straight import straight
from timeline.extract.tells import is_called_for
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity, TimeValue

_ADJECTIVES = 3
"""Words between an article and its date, at most."""

_ARTICLE = re.compile(r"\b(a)n?\s+\Z", re.IGNORECASE)
"""The article that is left before a date."""

_BLANKS = re.compile(r"\s+")
_LISTING = frozenset(("and", ",", "again", "also", "then", "early", "late"))
"""Words that join a date to another: "on Monday and again on Friday"."""

_PARTICLES = frozenset(("in", "on", "over"))
_OF_VERBS = frozenset(
    ("over", "into", "through", "around", "about", "by", "from", "for", "at")
)
"""Right behind a verb these belong to it: "taken over | in May", "shot at | on Monday"."""

_LEADING = frozenset(("in", "on", "at", "by", "during", "from"))
"""Words that lead to a date; one of the first before them belongs to the verb."""

_DEICTIC = frozenset(("last", "next", "this"))
"""What a time begins with that no article is before."""

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
            _possessive(reading, placed) or _is_since_then(reading, placed, cues)
        ):
            continue  # "Killed in Monday's blast", "since its foundation in 2010"
        if (
            _completes(reading, placed, cues)
            or _is_attribute(reading, placed, cues)
            or _dates_subject(reading, placed, draft, cues)
        ):
            continue
        gap = _gap(reading, part, placed, draft, cues)
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


def _gap(
    reading: Reading, part: Range, placed: Range, draft: Draft, cues: Cues
) -> Range:
    """A date with the words that lead to it and lead nowhere without it."""
    first = placed.first
    leads = first > 0 and reading.words[first - 1].low in cues.grammar.articles
    own = _within_article(reading, placed, cues)
    leads = leads or own != placed
    if draft.noun is None and leads and describes(reading, own, cues):
        return own  # "In the May 6 attack": the article is that of the attack.
    if draft.noun is None or not _possessive(reading, placed):
        while first > part.first and (
            reading.words[first - 1].low in cues.time.before_date
            or (draft.others and reading.words[first - 1].low in _LISTING)
        ):
            if first < placed.first and _is_particle(reading, first - 1):
                break
            if first == placed.first and _ends_verb(reading, placed):
                break
            first -= 1
    if first > part.first and _spans(reading, first):
        first -= 1
    first = max(part.first, _past_now(reading, first, cues))
    ago = reading.words[placed.last - 1].low in cues.time.background
    low = reading.words[placed.first].low  # "Out of their accounts | last week"
    ago = ago or low in cues.grammar.determiners or low in _DEICTIC
    if first == placed.first and not ago and _is_period(reading, placed, cues):
        first = _past_adjectives(reading, part, first, cues)
    if first > part.first + 1 and _hangs(reading, first, placed, cues):
        first -= 1
    if first > part.first + 1 and _strands(reading, part, first, placed, cues):
        first -= 1
    return Range(first, _goes_on(reading, placed, cues) + _possessive(reading, placed))


def _within_article(reading: Reading, placed: Range, cues: Cues) -> Range:
    """A day without the article that was read with it: "the | 6 May | attack"."""
    words = reading.words[placed.first : placed.last]
    article = len(words) > 2 and words[0].low in cues.grammar.articles
    day = article and words[1].text.isdigit() and words[-1].low.isalpha()
    acts = any(g.first == placed.last for g in reading.groups)
    return Range(placed.first + 1, placed.last) if day and not acts else placed


def particles(reading: Reading) -> Iterator[str]:
    """The particles of verbs that stand before a date: "turned himself in | on Monday"."""
    for place, _ in reading.timexes:
        if place.first > 1 and _is_particle(reading, place.first - 2):
            yield reading.words[place.first - 2].low


def _past_now(reading: Reading, first: int, cues: Cues) -> int:
    """Where "between now and | the end of May" begins, which goes as a whole."""
    words = reading.words[max(0, first - 3) : first]
    if len(words) < 3 or words[2].low not in _LISTING:
        return first
    leads = words[0].low in cues.time.before_date
    now = any(r.first <= first - 2 < r.last for r, _ in reading.timexes)
    return first - 3 if leads and now else first


def _is_particle(reading: Reading, position: int) -> bool:
    """Whether "in" is that of "set in | during May", "turned himself in | on Monday"."""
    low, behind = (word.low for word in reading.words[position : position + 2])
    if behind not in _LEADING:
        return False
    ends = any(g.last == position for g in reading.groups)
    return low in _PARTICLES or (ends and low in _OF_VERBS)


def _ends_verb(reading: Reading, placed: Range) -> bool:
    """Whether "in" before a time of day is that of "turned himself in | around 6 p.m."."""
    time = _time(reading, placed)
    fine = time is not None and time.granularity.fineness > Granularity.DAY.fineness
    words = reading.words[placed.first : placed.last]
    counted = any(word.text[0].isdigit() for word in words)
    article = bool(words) and words[0].low in reading.cues.grammar.articles
    before = reading.words[placed.first - 1].low if placed.first else ""
    return fine and counted and not article and before == "in"


def _goes_on(reading: Reading, placed: Range, cues: Cues) -> int:
    """One past a date and what follows it as "or two" does "the next day"."""
    if placed.last >= len(reading.words):
        return placed.last
    tail = cues.time.tails.match(reading.text, reading.words[placed.last].start)
    return reading.at(tail.end()) if tail else placed.last


def without_date_of(reading: Reading, part: Range, draft: Draft) -> str:
    """The words of a range up to the date of the draft, if that is in it."""
    point = draft.point
    if point is None or not part.first <= point[0].first < part.last:
        return reading.said(part)
    last = point[0].first
    while last > part.first and reading.words[last - 1].low in ("on", "in", "at", "by"):
        last -= 1
    return reading.said(Range(part.first, last))


def _is_period(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether a date is longer than a day and describes no noun: "the slow quarter"."""
    time = _time(reading, placed)
    if time is None or time.granularity.fineness >= Granularity.DAY.fineness:
        return False
    behind = reading.words[placed.last : placed.last + 1]
    small = cues.grammar.prepositions | cues.openers
    verbs = {group.first for group in reading.groups}
    return all(w.is_mark or w.low in small or placed.last in verbs for w in behind)


def _past_adjectives(reading: Reading, part: Range, first: int, cues: Cues) -> int:
    """Where what leads to a date begins: "for the slow | third quarter" goes as a whole."""
    at = first
    while at > part.first and first - at <= _ADJECTIVES:
        word = reading.words[at - 1]
        if word.low in cues.grammar.articles:
            owned = word.low not in ("a", "an", "the")  # "In its | third quarter"
            leads = at - 1 > part.first and (at < first or owned)
            before = reading.words[at - 2].low if leads else ""
            return at - 2 if before in cues.time.before_date else first
        plain = word.text.islower() and word.low not in cues.grammar.prepositions
        if not plain or any(g.first <= at - 1 < g.last for g in reading.groups):
            return first
        at -= 1
    return first


def _hangs(reading: Reading, first: int, placed: Range, cues: Cues) -> bool:
    """Whether "a study released | on Friday | said" goes without the participle as well."""
    behind = reading.words[placed.last : placed.last + 1]
    ends = all(w.is_mark for w in behind)
    verbs = {g.first for g in reading.groups if g.finite}
    alone = any(
        g.tense is Tense.PARTICIPLE and g.last - g.first == 1 and g.last == first
        for g in reading.groups
    )
    paper = is_of_paper(reading, first - 1, cues)
    return alone and paper and (ends or placed.last in verbs)


def _strands(
    reading: Reading, part: Range, first: int, placed: Range, cues: Cues
) -> bool:
    """Whether "to" would stand before nothing: "moved back | to | May – a month late"."""
    ends = placed.last >= part.last or reading.words[placed.last].is_mark
    ends = ends or reading.words[placed.last].low in cues.grammar.determiners
    low = reading.words[first - 1].low
    if _is_particle(reading, first - 1):
        return False  # "Was last heard from | on Monday"
    return ends and low in cues.headline.stranded and low in cues.grammar.prepositions


def _spans(reading: Reading, first: int) -> bool:
    """Whether "over" stands before "the weekend", and not "handed over" before a day."""
    return reading.words[first - 1].low == "over" and reading.words[first].low == "the"


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
    first = part.first
    while first < placed.first and reading.words[first].low in ("the", '"', "“"):
        first += 1
    if first != placed.first:
        return False
    follows = any(g.finite and g.first == placed.last for g in reading.groups)
    opens = any(_begins(reading, clause, part, cues) for clause in reading.clauses)
    bare = placed.first == 0 or reading.words[placed.first - 1].is_mark
    return follows and opens and (bare or first > part.first)


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


def _time(reading: Reading, placed: Range) -> TimeValue | None:
    """What the time expression at a place means."""
    return next((t.time for r, t in reading.timexes if r == placed), None)


def _is_attribute(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether a date only says what kind of thing it is: "for the summer season"."""
    time = _time(reading, placed)
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
    if len(before) < 4 or before[0] != "," or before[3] not in _LEADING:
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


def _possessive(reading: Reading, placed: Range) -> bool:
    return placed.last < len(reading.words) and reading.words[placed.last].low in (
        "'s",
        "’s",
    )
