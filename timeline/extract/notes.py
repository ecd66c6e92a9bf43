"""What the lines of an entry tell: main clauses, or notes as they are written.

"3 May. Left Lund at dawn", "14:05 Two-car crash on Route 9", "2009–2015 Engineer, Orvik Ltd".
"""

from collections.abc import Sequence

from timeline.extract import narrative
from timeline.extract.actions import event_noun, is_event_noun
from timeline.extract.commits import is_change
from timeline.extract.draft import Draft, is_point
from timeline.extract.entries import are_named, follows, holds, is_day, is_item, refines
from timeline.extract.junk import Sentence, Shape
from timeline.extract.page import Page
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.tables import Kind, Row
from timeline.extract.timely import heads_entry
from timeline.extract.verbs import DONE, Group, Tense
from timeline.lang.conjugation import PARTICIPLE
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Anchor, Granularity, Timex
from timeline.text.words import Word
from timeline.timex.sections import entry_end

_TOLD = DONE | {Tense.PRESENT}
"""Tenses in which an entry tells."""

_NOTES = frozenset((Tense.PAST, Tense.PARTICIPLE))
"""Tenses of a note that says what was done, without who did it."""

_NOTED = 5
"""Words of the longest name of what happened: "a second two-car crash"."""

_UP_TO = frozenset(("to", "till", "until"))

_NAME = 8
"""Letters of the shortest word that is enough for a line of a list by years."""

_FEWEST = 2
"""Words of an entry without a verb, or more: "All clear"."""


def told_in(
    page: Page,
    sentence: Sentence,
    date: Timex,
    listed: bool = False,
    own: bool = True,
) -> Draft | None:
    """What a sentence in the entry of a date tells: its main clause, or a line as it is.

    Diaries leave out who: "Left Lund at dawn". So do lists by years: "2009–2015 Engineer".
    `own`: what the writer did counts as well.
    """
    whole = page.reading(sentence.ordinal)
    row = page.row(sentence.span)
    if row is not None and is_change(row):
        return Draft((), 0, len(whole.words)) if _begins(row, sentence) else None
    if date.time is None or _says_other(whole, date):
        return None
    reading = whole.dated(())
    if page.cues.tongue is not None:
        return _plainly_told(whole, page, sentence, date, listed)
    if whole.words[-1].low == "?":
        return None
    is_message = page.turn(sentence.span) is not None
    draft = narrative.in_state(reading, page.cues) if is_message else None
    draft = draft or narrative.news(reading, date.time, False, page.cues)
    own = own and (is_message or not _is_stamp(date))
    draft = draft or narrative.done(reading, page.cues, own)
    if draft:
        return draft
    heads = holds(sentence, date) and (listed or is_day(date))
    heads = heads or (listed and follows(page, sentence, date))
    first = _first(whole)
    if not _is_enough(whole, first) or (heads and _is_signed(page, sentence, date)):
        return None
    return _written(page, sentence, reading, first, heads)


def _is_stamp(date: Timex) -> bool:
    """Whether a day and a clock head an entry, as they do what readers write below a page."""
    assert date.time is not None
    fine = date.time.granularity.fineness > Granularity.DAY.fineness
    return fine and date.anchor is Anchor.NONE


def at_hour(page: Page, sentence: Sentence, date: Timex) -> tuple[Draft, Timex] | None:
    """What a note tells of an hour of its day that stands before its verb, with nobody who
    does it: "At 6 a.m. weighed and made sail"."""
    if not is_day(date) or page.cues.tongue is not None:
        return None
    reading = page.reading(sentence.ordinal)
    points = [p for p in reading.timexes if p[1].time is not None]
    if len(points) != 1 or not _is_hour_of(points[0][1], date):
        return None
    place = points[0][0]
    leads = [
        w.low in reading.cues.time.before_date for w in reading.words[: place.first]
    ]
    first = place.last
    group = next((g for g in reading.groups if g.first == first), None)
    if group is None or not all(leads) or len(leads) > 1 or group.tense not in _NOTES:
        return None
    clause = next(
        (n for n, c in enumerate(reading.clauses) if _is_told(c, first)), None
    )
    clauses = () if clause is None else (clause,)
    return Draft(clauses, first, len(reading.words), group), points[0][1]


def _begins(row: Row, sentence: Sentence) -> bool:
    """Whether a sentence is the first of what a row tells."""
    told = row.cell(Kind.TOLD)
    return told is not None and sentence.span.start <= told.start


def _written(
    page: Page,
    sentence: Sentence,
    reading: Reading,
    first: int,
    heads: bool,
) -> Draft | None:
    """What a line of an entry tells as it is written: one that heads it, is an item, acts
    or names what happened."""
    acts = _acts(reading, first) or _is_done(reading, first)
    told = is_item(sentence) or heads or acts
    if not (told or _is_noted(reading, first, page.cues)):
        return None
    named = event_noun(reading, Range(first, len(reading.words)), page.cues)
    if (
        page.turn(sentence.span) is not None and not acts
    ):  # "We are ok", "yes, at the depot"
        heads = named is not None and not any(g.finite for g in reading.groups)
        if not heads:
            return None
    if not heads and not reading.groups and named is None:
        return None
    clause = next(
        (n for n, c in enumerate(reading.clauses) if _is_told(c, first)), None
    )
    group = reading.clauses[clause].group if clause is not None else None
    clauses = () if clause is None else (clause,)
    return Draft(clauses, first, len(reading.words), group)


def _is_signed(page: Page, sentence: Sentence, date: Timex) -> bool:
    """Whether the head of an entry only says by whom or where it was written: "3 May, 09:15 -
    Dr Lind", with what happened below."""
    reading = page.reading(sentence.ordinal)
    if sentence.shape is not Shape.HEADING or reading.groups or not is_day(date):
        return False
    if event_noun(reading, Range(0, len(reading.words)), page.cues) is not None:
        return False
    after = page.sentences[sentence.ordinal + 1 : sentence.ordinal + 2]
    end = entry_end(page.document.text, date.span.start)
    return any(
        s.shape is Shape.PROSE
        and s.span.end <= end
        and not any(t.span.start == s.span.start for t in page.timexes_in(s.span))
        for s in after
    )


def _is_noted(reading: Reading, first: int, cues: Cues) -> bool:
    """Whether a note names what happened, and has no verb: "Two-car crash on Route 9"."""
    if any(group.finite for group in reading.groups):
        return False
    end = first
    while end < len(reading.words) and not (
        reading.words[end].is_mark
        or reading.words[end].low in cues.grammar.prepositions
    ):
        end += 1
    return first < end <= first + _NOTED and is_event_noun(reading, end - 1, cues)


def _plainly_told(
    reading: Reading, page: Page, sentence: Sentence, date: Timex, listed: bool
) -> Draft | None:
    """The same in a language with a small table: a line as it is, prose by its main verb."""
    assert reading.cues.tongue is not None
    row = page.row(sentence.span)
    names = not reading.lows.isdisjoint(reading.cues.tongue.nouns)
    heads = holds(sentence, date) and (listed or names or is_day(date))
    first = _first(reading)
    if not _is_enough(reading, first):
        alone = (heads or row is not None) and page.turn(sentence.span) is None
        named = _named(reading, first) if alone else None
        return None if named is None else Draft((), named, len(reading.words))
    if reading.words[-1].low == "?":
        return None
    groups = (c.group for c in reading.clauses if _is_told(c, first))
    group = next((group for group in groups if group is not None), None)
    negations = reading.cues.tongue.words.negations
    if not reading.groups and not negations.isdisjoint(reading.lows):
        return None  # "Komme heute nicht"
    if reading.words[-1].low in reading.cues.tongue.words.minutes:
        return None  # "6 min", the time that reading takes
    if page.turn(sentence.span) is not None:
        told = _is_message(reading, group, first)
        return Draft((), first, len(reading.words), group) if told else None
    told = group.tense in _TOLD if group else _is_note(reading, first)
    if not (is_item(sentence) or heads or told):
        return None
    return Draft((), first, len(reading.words), group)


def _is_message(reading: Reading, group: Group | None, first: int) -> bool:
    """Whether a message tells what was done, how things stand or names what happened: "Der
    Damm ist gebrochen", "Explosion im Hafen"."""
    assert reading.cues.tongue is not None
    if group is None:
        return _names(reading.words[first].low, reading.cues.tongue)
    stands = group.tense is Tense.PRESENT and group.passive
    return (group.tense in DONE or stands) and not group.negated


def _is_note(reading: Reading, first: int) -> bool:
    """Whether a note tells without a finite verb: "Départ à l'aube", "In Lund angekommen"."""
    tongue = reading.cues.tongue
    assert tongue is not None
    words = reading.words[first:]
    marks = (at for at, word in enumerate(words) if word.is_mark)
    end = next(marks, len(words))
    done = any(tongue.may_be(word.low, PARTICIPLE) for word in words[:end])
    return done or bool(words and _names(words[0].low, tongue))


def _names(low: str, tongue: Tongue) -> bool:
    """Whether a word names what happened, or by its ending says that "we" did something."""
    return low in tongue.nouns or low.endswith(tongue.guess.ours)


def _named(reading: Reading, first: int) -> int | None:
    """The one long word that a line of a list by years is: "1987 Hundertjahrfeier"."""
    dated = reading.dated_words
    places = range(first, len(reading.words))
    words = [n for n in places if n not in dated and not reading.words[n].is_mark]
    text = reading.words[words[0]].text if len(words) == 1 else ""
    return words[0] if text.isalpha() and len(text) >= _NAME else None


def _is_told(clause: Clause, first: int) -> bool:
    """Whether a clause is a main one with its verb behind the head of its entry."""
    group = clause.group
    return clause.role is Role.MAIN and group is not None and group.first >= first


def _says_other(reading: Reading, date: Timex) -> bool:
    """Whether a sentence has a date besides that of its entry, or the year it refines."""
    return any(
        timex != date
        and is_point(timex)
        and not (refines(date, timex) or are_named((timex,), date))
        and not _is_hour_of(timex, date)
        for _, timex in reading.timexes
    )


def says_hour(page: Page, sentence: Sentence, date: Timex) -> bool:
    """Whether a sentence below the day of its entry says an hour of it: "cédé à 17 h"."""
    timexes = page.timexes_in(sentence.span)
    below = date not in timexes
    return below and any(_is_hour_of(timex, date) for timex in timexes)


def _is_hour_of(timex: Timex, date: Timex) -> bool:
    """Whether a time is one of the day that an entry is of: "closed since 07:15"."""
    a, b = timex.time, date.time
    if a is None or b is None or not is_day(date) or a.granularity is b.granularity:
        return False
    return b.start <= a.start and a.end <= b.end and timex.span.start > date.span.end


def _first(reading: Reading) -> int:
    """The first word of what an entry tells, behind its date."""
    place = reading.timexes[0][0] if reading.timexes else None
    last, ongoing = len(reading.words), reading.cues.time.ongoing
    heads = place is not None and heads_entry(reading, reading.timexes[0])
    if place is not None and not place.first and place.last < last:
        behind = reading.words[place.last : place.last + 2]
        heads = heads or _is_empty(behind, ongoing)
    start = place.last if place and heads else 0
    while start < last - 1 and _is_empty(reading.words[start : start + 2], ongoing):
        start += 1
    return start


def _is_empty(words: Sequence[Word], ongoing: frozenset[str]) -> bool:
    """Whether a word is a mark, or of the end of "2015 – present", "2015 to date"."""
    word, behind = words[0], words[-1]
    leads = word.low in _UP_TO and behind.low in ongoing
    return not word.text[0].isalnum() or word.low in ongoing or leads


def _acts(reading: Reading, first: int) -> bool:
    """Whether a verb stands at the head: "Left Lund at dawn"."""
    return any(group.first == first for group in reading.groups)


def _is_done(reading: Reading, first: int) -> bool:
    """Whether a note says what was done to something: "Scaffold inspected by Orme"."""
    if any(group.finite for group in reading.groups) or not reading.groups:
        return False
    group = reading.groups[0]
    subject = reading.words[first : group.first]
    behind = reading.words[group.last : group.last + 1]
    grammar = reading.cues.grammar
    plain = all(
        w.text[0].isalnum() and w.low not in grammar.prepositions for w in subject
    )
    ends = all(w.is_mark or w.low in grammar.prepositions for w in behind)
    told = group.tense is Tense.PARTICIPLE and not group.negated
    return told and plain and ends and 0 < len(subject) <= _NOTED


def _is_enough(reading: Reading, first: int) -> bool:
    adverbs = reading.cues.grammar.adverbs
    words = [
        w
        for at, w in enumerate(reading.words[first:], first)
        if w.text[0].isalpha()
        and not any(p.first <= at < p.last for p, _ in reading.timexes)
    ]
    return sum(word.low not in adverbs for word in words) >= _FEWEST
