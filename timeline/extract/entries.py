"""Entries: lines of a diary, a log or a chronicle, each told of the date at its head.

"Friday, 3 May 2031" over lines; "3 May. Left Lund at dawn. Wind fresh."; "09:02 – alarm".
What stands in an entry is of its date unless it says another.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from timeline import civil, edtf
from timeline.extract import rows, tables
from timeline.extract.draft import is_point
from timeline.extract.junk import Sentence, Shape
from timeline.extract.page import Page
from timeline.extract.reading import Reading
from timeline.lang.table import has_table
from timeline.model import Granularity, TimeValue, Timex
from timeline.timex.lexicon import lexicon
from timeline.timex.sections import (
    are_feet,
    begins_line,
    entry_end,
    entry_heads,
    is_heading,
    level,
    post_heads,
)
from timeline.timex.titles import names_incident

_WROTE = re.compile(
    r"[^\n]*\d[^\n]*\s(?:(?:wrote|escribió|escreveu|écrit|scritto)|(?:schrieb|schreef)\b"
    r"[^\n:]{0,60})\s?:"
    r"[\s>]*(?:[^\n]{1,40},)?\Z"
)
"""The line above what is quoted of a mail, perhaps with whom that greets: "On 3 May 2031,
Ada wrote:"."""

_RULES = ("---", "***", "-!-")
"""What a line of a chat begins with that its program wrote: "--- Log opened"."""

_UNSEEN = "\u200e\u200f .…"
"""What may stand around what a program says in a chat: marks of direction."""

_OTHER = len("Wednesday ")
"""Letters beside its date in a line that is no more than that."""

_LIST = 4
"""Entries of a list by years, at least."""

_MOST = 0.75
"""Share of a register's entries that are one sentence, at least."""

_BYLINE = 4
"""Words of the longest name of who wrote something."""


def entries(page: Page) -> dict[int, Timex]:
    """The date of the entry that each sentence stands in, by the ordinals of those in one.

    A line that is a date heads all up to the next head, a date at the head of a line its
    paragraph. Where lines head posts, see `posts`.
    """
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
            (is_item(sentence) and begins_line(page.document.text, sentence.span.start))
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
    if is_day(heading):
        return True
    return is_item(sentence) and not page.timexes_in(sentence.span)


def incident(page: Page) -> TimeValue | None:
    """The day that a form gives for what it tells of: "Date of incident: 3 May 2031"."""
    text, language = page.document.text, page.document.language
    if not has_table(language):
        return None
    words = lexicon(language).cues["incidents"]
    named = (t for t in page.timexes if names_incident(text, t.span.start, words))
    timex = next((t for t in named if is_day(t)), None)
    if timex is None or timex.time is None:
        return None
    return edtf.day(timex.time.start // civil.DAY)


def posts(page: Page) -> dict[int, Timex]:
    """The date of the message that each sentence stands in, where lines head messages."""
    marked = post_heads(page.document.text, (t.span for t in page.timexes))
    heads = [t for t in page.timexes if t.span.start in marked and t.time is not None]
    starts = [head.span.start for head in heads]
    placed = ((s.ordinal, bisect_left(starts, s.span.end)) for s in page.sentences)
    return {ordinal: heads[at - 1] for ordinal, at in placed if at} if heads else {}


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


def is_item(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list."""
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
    for at in range(heading.ordinal + 1, len(page.sentences)):
        sentence = page.sentences[at]
        if not (sentence.shape is Shape.HEADING and _is_below(page, date, sentence)):
            return is_item(sentence)
    return False


def _is_bare(page: Page, sentence: Sentence, timex: Timex) -> bool:
    """Whether a sentence is little more than its date."""
    text = page.document.text
    rest = text[sentence.span.start : timex.span.start]
    rest += text[timex.span.end : sentence.span.end]
    return sum(map(str.isalpha, rest)) <= _OTHER


def is_day(timex: Timex) -> bool:
    """Whether a date is no coarser than a day."""
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
    return others[0] if len(others) == 1 and refines(others[0], head) else None


def are_named(timexes: Sequence[Timex], date: Timex) -> bool:
    """Whether they are bare years, beside the day of an entry: "the lease of 2019 ended"."""
    years = (
        t.time is not None and t.time.granularity is Granularity.YEAR for t in timexes
    )
    return is_day(date) and all(years)


def refines(date: Timex, coarse: Timex) -> bool:
    """Whether a date says more of when than a year or month: not the clock of a morning."""
    a, b = date.time, coarse.time
    if a is None or b is None or a == b or is_day(coarse):
        return False
    return b.start <= a.start and a.end <= b.end


def by_years(page: Page, entries: Mapping[int, Timex]) -> bool:
    """Whether a text is a list by years or months, as a life for an employer is."""
    held = (
        page.timexes_in(page.sentences[ordinal].span)[0]
        for ordinal, date in entries.items()
        if holds(page.sentences[ordinal], date)
    )
    return sum(not is_day(head) for head in held) >= _LIST


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


def follows(page: Page, sentence: Sentence, date: Timex) -> bool:
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
    said = said.strip(_UNSEEN)
    if said and page.cues.junk.lines.fullmatch(said) is not None:
        return True
    if not page.turns or entry is None or entry.span.start < sentence.span.start:
        return False
    return turn is None or turn.head < sentence.span.start


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
