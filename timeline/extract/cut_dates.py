"""Where a date is cut out of a line: it goes with the words that lead to it, and with those
that lead nowhere without it.
"""

from timeline.extract.describing import describes
from timeline.extract.draft import Draft
from timeline.extract.reading import Range, Reading
from timeline.extract.reduced import is_of_paper
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.model import Granularity, TimeValue

_ADJECTIVES = 3
"""Words between an article and its date, at most."""

_LISTING = frozenset(("and", ",", "again", "also", "then", "early", "late"))
"""Words that join a date to another: "on Monday and again on Friday"."""

_PARTICLES = frozenset(("in", "on", "over"))
_OF_VERBS = frozenset(
    ("over", "into", "through", "around", "about", "by", "from", "for", "at")
)
"""Right behind a verb these belong to it: "taken over | in May", "shot at | on Monday"."""

LEADING = frozenset(("in", "on", "at", "by", "during", "from"))
"""Words that lead to a date; one of the first before them belongs to the verb."""

_DEICTIC = frozenset(("last", "next", "this"))
"""What a time begins with that no article is before."""


def gap_of(
    reading: Reading, part: Range, placed: Range, draft: Draft, cues: Cues
) -> Range:
    """A date with the words that lead to it and lead nowhere without it."""
    first = placed.first
    leads = first > 0 and reading.words[first - 1].low in cues.grammar.articles
    own = _within_article(reading, placed, cues)
    leads = leads or own != placed
    if draft.noun is None and leads and describes(reading, own, cues):
        return own  # "In the May 6 attack": the article is that of the attack.
    if draft.noun is None or not possessive(reading, placed):
        while first > part.first and (
            reading.words[first - 1].low in cues.time.before_date
            or (draft.others and reading.words[first - 1].low in _LISTING)
        ):
            if first < placed.first and is_particle(reading, first - 1):
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
    return Range(first, _goes_on(reading, placed, cues) + possessive(reading, placed))


def _within_article(reading: Reading, placed: Range, cues: Cues) -> Range:
    """A day without the article that was read with it: "the | 6 May | attack"."""
    words = reading.words[placed.first : placed.last]
    article = len(words) > 2 and words[0].low in cues.grammar.articles
    day = article and words[1].text.isdigit() and words[-1].low.isalpha()
    acts = any(g.first == placed.last for g in reading.groups)
    return Range(placed.first + 1, placed.last) if day and not acts else placed


def _past_now(reading: Reading, first: int, cues: Cues) -> int:
    """Where "between now and | the end of May" begins, which goes as a whole."""
    words = reading.words[max(0, first - 3) : first]
    if len(words) < 3 or words[2].low not in _LISTING:
        return first
    leads = words[0].low in cues.time.before_date
    now = any(r.first <= first - 2 < r.last for r, _ in reading.timexes)
    return first - 3 if leads and now else first


def is_particle(reading: Reading, position: int) -> bool:
    """Whether "in" is that of "set in | during May", "turned himself in | on Monday"."""
    low, behind = (word.low for word in reading.words[position : position + 2])
    if behind not in LEADING:
        return False
    ends = any(g.last == position for g in reading.groups)
    return low in _PARTICLES or (ends and low in _OF_VERBS)


def _ends_verb(reading: Reading, placed: Range) -> bool:
    """Whether "in" before a time of day is that of "turned himself in | around 6 p.m."."""
    time = time_of(reading, placed)
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


def _is_period(reading: Reading, placed: Range, cues: Cues) -> bool:
    """Whether a date is longer than a day and describes no noun: "the slow quarter"."""
    time = time_of(reading, placed)
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
    if is_particle(reading, first - 1):
        return False  # "Was last heard from | on Monday"
    return ends and low in cues.headline.stranded and low in cues.grammar.prepositions


def _spans(reading: Reading, first: int) -> bool:
    """Whether "over" stands before "the weekend", and not "handed over" before a day."""
    return reading.words[first - 1].low == "over" and reading.words[first].low == "the"


def time_of(reading: Reading, placed: Range) -> TimeValue | None:
    """What the time expression at a place means."""
    return next((t.time for r, t in reading.timexes if r == placed), None)


def possessive(reading: Reading, placed: Range) -> bool:
    """Whether a possessive sign stands right behind: "Monday|'s"."""
    return placed.last < len(reading.words) and reading.words[placed.last].low in (
        "'s",
        "’s",
    )
