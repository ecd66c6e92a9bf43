"""Entries: lines of a diary, a log or a chronicle, each told of the date at its head.

"Friday, 3 May 2031" over lines; "3 May. Left Lund at dawn. Wind fresh."; "09:02 – alarm".
What stands in an entry is of its date unless it says another.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from timeline import civil, edtf
from timeline.extract import narrative, rows, tables
from timeline.extract.actions import event_noun
from timeline.extract.draft import Draft, is_point
from timeline.extract.junk import Sentence, Shape
from timeline.extract.page import Page
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.tells import heads_entry
from timeline.extract.verbs import DONE, Tense
from timeline.lang.conjugation import PARTICIPLE
from timeline.lang.table import has_table
from timeline.model import Granularity, TimeValue, Timex
from timeline.text.words import Word
from timeline.timex.lexicon import lexicon
from timeline.timex.sections import (
    are_feet,
    entry_end,
    entry_heads,
    is_heading,
    level,
    post_heads,
)
from timeline.timex.titles import names_incident

_WROTE = re.compile(
    r"[^\n]*\d[^\n]*\s(?:wrote|schrieb|escribió|escreveu|schreef|écrit|scritto)\s?:"
    r"[\s>]*(?:[^\n]{1,40},)?\Z"
)
"""The line above what is quoted of a mail, perhaps with whom that greets: "On 3 May 2031,
Ada wrote:"."""

_RULES = ("---", "***", "-!-")
"""What a line of a chat begins with that its program wrote: "--- Log opened"."""

_OTHER = len("Wednesday ")
"""Letters beside its date in a line that is no more than that."""

_LIST = 4
"""Entries of a list by years, at least."""

_MOST = 0.75
"""Share of a register's entries that are one sentence, at least."""

_TOLD = DONE | {Tense.PRESENT}
"""Tenses in which an entry tells."""

_BYLINE = 4
"""Words of the longest name of who wrote something."""

_FEWEST = 2
"""Words of an entry without a verb, or more: "All clear"."""


def entries(page: Page) -> dict[int, Timex]:
    """The date of the entry that each sentence stands in, by the ordinals of those in one.

    A line that is a date heads all up to the next head, a date at the head of a line its
    paragraph.
    """
    posts = _posts(page)
    if posts:
        return posts
    if are_feet(page.document.text, (t.span for t in page.timexes)):
        return _above(page)
    headings, run_in = _headings(page), _run_in(page)
    found: dict[int, Timex] = {}
    heading: Timex | None = None
    entry: tuple[Timex, int] | None = None
    for sentence in page.sentences:
        number = sentence.ordinal
        if sentence.shape is Shape.HEADING:
            stays = number not in headings and _is_below(page, heading, sentence)
            heading, entry = heading if stays else headings.get(number), None
        if number in run_in:
            timex = run_in[number]
            entry = timex, entry_end(page.document.text, timex.span.start)
        elif entry and (
            _is_item(sentence)
            or sentence.span.start >= entry[1]
            or page.row(sentence.span) is not None
        ):
            entry = None
        if entry:
            found[number] = entry[0]
        elif heading and number not in headings and _is_under(page, sentence, heading):
            found[number] = heading
    return found


def _is_below(page: Page, heading: Timex | None, sentence: Sentence) -> bool:
    """Whether a title parts what is told below a date: "## 3 May", then "### Added"."""
    if heading is None:
        return False
    text = page.document.text
    rank = level(text, heading.span.start)
    return 0 < rank < level(text, sentence.span.start)


def _is_under(page: Page, sentence: Sentence, heading: Timex) -> bool:
    """Whether a sentence is of the date above it; of a year or a month the items of a
    list are that say none themselves."""
    if _is_day(heading):
        return True
    return _is_item(sentence) and not page.timexes_in(sentence.span)


def incident(page: Page) -> TimeValue | None:
    """The day that a form gives for what it tells of: "Date of incident: 3 May 2031"."""
    text, language = page.document.text, page.document.language
    if not has_table(language):
        return None
    words = lexicon(language).cues["incidents"]
    named = (t for t in page.timexes if names_incident(text, t.span.start, words))
    timex = next((t for t in named if _is_day(t)), None)
    if timex is None or timex.time is None:
        return None
    return edtf.day(timex.time.start // civil.DAY)


def _posts(page: Page) -> dict[int, Timex]:
    """The date of the message that each sentence stands in, where lines head messages."""
    heads = post_heads(page.document.text, (t.span for t in page.timexes))
    found: dict[int, Timex] = {}
    last: Timex | None = None
    for sentence in page.sentences if heads else ():
        own = [t for t in page.timexes_in(sentence.span) if t.span.start in heads]
        last = own[-1] if own else last
        if last is not None and last.time is not None:
            found[sentence.ordinal] = last
    return found


def _above(page: Page) -> dict[int, Timex]:
    """The date that stands below each sentence, where lines that are dates do so."""
    text = page.document.text
    feet = [t for t in page.timexes if is_heading(text, t.span)]
    starts = [foot.span.start for foot in feet]
    below = ((s, bisect_left(starts, s.span.end)) for s in page.sentences)
    return {
        s.ordinal: feet[at]
        for s, at in below
        if at < len(feet) and s.shape is not Shape.HEADING
    }


def _is_item(sentence: Sentence) -> bool:
    return sentence.shape is Shape.ITEM


def _headings(page: Page) -> Mapping[int, Timex]:
    """Lines that are little more than a date, where they head something.

    One such line over plain prose is the date line of the whole; two, or one over a
    list, make a diary or a chronicle.
    """
    found: dict[int, Timex] = {}
    listed = False
    for sentence in page.sentences:
        if sentence.shape is not Shape.HEADING:
            continue
        timexes = page.timexes_in(sentence.span)
        if len(timexes) != 1 or timexes[0].time is None:
            continue
        if _is_bare(page, sentence, timexes[0]):
            found[sentence.ordinal] = timexes[0]
            listed = listed or _lists(page, sentence, timexes[0])
    return found if listed or len(found) > 1 else {}


def _lists(page: Page, heading: Sentence, date: Timex) -> bool:
    """Whether a list stands below a date, perhaps with a title between."""
    for sentence in page.sentences[heading.ordinal + 1 :]:
        if not (sentence.shape is Shape.HEADING and _is_below(page, date, sentence)):
            return _is_item(sentence)
    return False


def _is_bare(page: Page, sentence: Sentence, timex: Timex) -> bool:
    """Whether a sentence is little more than its date."""
    text = page.document.text
    rest = text[sentence.span.start : timex.span.start]
    rest += text[timex.span.end : sentence.span.end]
    return sum(map(str.isalpha, rest)) <= _OTHER


def _is_day(timex: Timex) -> bool:
    time = timex.time
    return time is not None and time.granularity.fineness >= Granularity.DAY.fineness


def _run_in(page: Page) -> Mapping[int, Timex]:
    """The sentences that begin with the date of their entry, or are a row with one."""
    heads = entry_heads(page.document.text, (t.span for t in page.timexes))
    found: dict[int, Timex] = {}
    for sentence in page.sentences:
        timexes = page.timexes_in(sentence.span)
        row = page.row(sentence.span)
        if row is not None:
            date = tables.date(row)
        else:
            date = rows.date(page.document.text, sentence.span, timexes)
        if row is None and timexes and timexes[0].span.start in heads:
            date = finer_in(timexes) or timexes[0]
        if date is not None and is_point(date):
            found[sentence.ordinal] = date
    return found


def finer_in(timexes: Sequence[Timex]) -> Timex | None:
    """The one date that says more of when than the head of its entry: "1703. The steeple
    fell (26 November)"."""
    head, rest = timexes[0], timexes[1:]
    others = [t for t in rest if is_point(t) and t.time != head.time]
    return others[0] if len(others) == 1 and _refines(others[0], head) else None


def are_named(timexes: Sequence[Timex], date: Timex) -> bool:
    """Whether they are bare years, beside the day of an entry: "the lease of 2019 ended"."""
    years = (
        t.time is not None and t.time.granularity is Granularity.YEAR for t in timexes
    )
    return _is_day(date) and all(years)


def _refines(date: Timex, coarse: Timex) -> bool:
    """Whether a date says more of when than a year or month: not the clock of a morning."""
    a, b = date.time, coarse.time
    if a is None or b is None or a == b or _is_day(coarse):
        return False
    return b.start <= a.start and a.end <= b.end


def by_years(page: Page, entries: Mapping[int, Timex]) -> bool:
    """Whether a text is a list by years or months, as a life for an employer is."""
    held = (
        page.timexes_in(page.sentences[ordinal].span)[0]
        for ordinal, date in entries.items()
        if holds(page.sentences[ordinal], date)
    )
    return sum(not _is_day(head) for head in held) >= _LIST


def by_lines(page: Page, entries: Mapping[int, Timex]) -> bool:
    """Whether most entries are a date and one sentence, as those of a register are."""
    counts = Counter(date.span.start for date in entries.values())
    bare = {
        date.span.start: counts[date.span.start] - 1
        for ordinal, date in entries.items()
        if holds(page.sentences[ordinal], date)
        and _is_bare(page, page.sentences[ordinal], date)
    }
    single = sum(behind == 1 for behind in bare.values())
    return len(bare) >= _LIST and single >= _MOST * len(bare)


def _follows(page: Page, sentence: Sentence, date: Timex) -> bool:
    """Whether a sentence stands right behind the head of its entry, which is one itself."""
    if not sentence.ordinal:
        return False
    head = page.sentences[sentence.ordinal - 1]
    return holds(head, date) and _is_bare(page, head, date)


def holds(sentence: Sentence, date: Timex) -> bool:
    """Whether a date begins in a sentence."""
    return sentence.span.start <= date.span.start < sentence.span.end


def is_notice(page: Page, sentence: Sentence, entry: Timex | None) -> bool:
    """Whether a sentence only says who speaks next, or stands in a chat and is of nobody.

    What an export of a chat leaves out stands in brackets: "<Media omitted>".
    """
    text, span = page.document.text, sentence.span
    last = text[
        span.end - 1
    ]  # No other ends what `_WROTE` finds, which is slow to fail
    if (last in ":,>" or last.isspace()) and _WROTE.match(text, span.start, span.end):
        return True
    turn = page.turn(sentence.span)
    if turn is not None and turn.start >= sentence.span.end:
        return True
    if page.cues.tongue is not None and _is_byline(page.reading(sentence.ordinal)):
        return True
    if page.turns and text.startswith(_RULES, span.start):
        return True
    said = text[turn.start : span.end] if turn else ""
    if said[:1] in "<[" and said[-1:] in (">", "]"):
        return True
    if not page.turns or entry is None or entry.span.start < sentence.span.start:
        return False
    return turn is None or turn.head < sentence.span.start


def told_in(
    page: Page, sentence: Sentence, date: Timex, listed: bool = False
) -> Draft | None:
    """What a sentence in the entry of a date tells: its main clause, or a line as it is.

    Diaries leave out who: "Left Lund at dawn". So do lists by years: "2009–2015 Engineer".
    """
    whole = page.reading(sentence.ordinal)
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
    draft = draft or narrative.done(reading, page.cues)
    if draft:
        return draft
    heads = holds(sentence, date) and (listed or _is_day(date))
    heads = heads or (listed and _follows(page, sentence, date))
    first = _first(whole)
    acts = _acts(reading, first)
    if not (_is_item(sentence) or heads or acts) or not _is_enough(reading, first):
        return None
    named = event_noun(reading, Range(first, len(reading.words)), page.cues)
    if is_message and not acts:  # "We are ok", "yes, at the depot"
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


def _plainly_told(
    reading: Reading, page: Page, sentence: Sentence, date: Timex, listed: bool
) -> Draft | None:
    """The same in a language with a small table: a line as it is, prose by its main verb."""
    assert reading.cues.tongue is not None
    names = not reading.lows.isdisjoint(reading.cues.tongue.nouns)
    heads = holds(sentence, date) and (listed or names or _is_day(date))
    first = _first(reading)
    if not _is_enough(reading, first):
        return None
    groups = (c.group for c in reading.clauses if _is_told(c, first))
    group = next((group for group in groups if group is not None), None)
    if reading.words[-1].low in reading.cues.tongue.words.minutes:
        return None  # "6 min", the time that reading takes
    if page.turn(sentence.span) is not None:
        done = group is not None and group.tense in DONE and not group.negated
        return Draft((), first, len(reading.words), group) if done else None
    told = group.tense in _TOLD if group else _is_note(reading, first)
    if not (_is_item(sentence) or heads or told):
        return None
    return Draft((), first, len(reading.words), group)


def _is_byline(reading: Reading) -> bool:
    """Whether a line only says who wrote on that day: "26 agosto 2014 | Paolo Verdi"."""
    if not reading.timexes or reading.timexes[0][0].first:
        return False
    first = reading.timexes[0][0].last
    mark, words = reading.words[first : first + 1], reading.words[first + 1 :]
    parted = bool(mark) and mark[0].low in ("|", "•", "·")
    named = 2 <= len(words) <= _BYLINE and all(w.text[0].isupper() for w in words)
    return (
        parted and named and not any(w.low in reading.cues.event_nouns for w in words)
    )


def _is_note(reading: Reading, first: int) -> bool:
    """Whether a note tells without a finite verb: "Départ à l'aube", "In Lund angekommen"."""
    tongue = reading.cues.tongue
    assert tongue is not None
    words = reading.words[first:]
    marks = (at for at, word in enumerate(words) if word.is_mark)
    end = next(marks, len(words))
    done = any(tongue.may_be(word.low, PARTICIPLE) for word in words[:end])
    return done or bool(words and words[0].low in tongue.nouns)


def _is_told(clause: Clause, first: int) -> bool:
    """Whether a clause is a main one with its verb behind the head of its entry."""
    group = clause.group
    return clause.role is Role.MAIN and group is not None and group.first >= first


def _says_other(reading: Reading, date: Timex) -> bool:
    """Whether a sentence has a date besides that of its entry, or the year it refines."""
    return any(
        timex != date
        and is_point(timex)
        and not (_refines(date, timex) or are_named((timex,), date))
        for _, timex in reading.timexes
    )


def _first(reading: Reading) -> int:
    """The first word of what an entry tells, behind its date."""
    place = reading.timexes[0][0] if reading.timexes else None
    start = place.last if place and heads_entry(reading, reading.timexes[0]) else 0
    last, ongoing = len(reading.words), reading.cues.time.ongoing
    while start < last - 1 and _is_empty(reading.words[start], ongoing):
        start += 1
    return start


def _is_empty(word: Word, ongoing: frozenset[str]) -> bool:
    """Whether a word is a mark, or the end of "2015 – present"."""
    return not word.text[0].isalnum() or word.low in ongoing


def _acts(reading: Reading, first: int) -> bool:
    """Whether a verb stands at the head: "Left Lund at dawn"."""
    return any(group.first == first for group in reading.groups)


def _is_enough(reading: Reading, first: int) -> bool:
    adverbs = reading.cues.grammar.adverbs
    words = [w for w in reading.words[first:] if w.text[0].isalpha()]
    return sum(word.low not in adverbs for word in words) >= _FEWEST
