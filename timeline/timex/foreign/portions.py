"""Days and weeks of something else than the calendar: no time that a text says.

"am letzten Tag des Krieges" · "la última semana de la huelga" · "le premier jour du siège"
"""

import re
from collections.abc import Iterator

from timeline.timex.foreign.pieces import AT, GAP, Shape, any_of, starting
from timeline.timex.foreign.said import VAGUE, Match, Said, Scan, span_of
from timeline.timex.foreign.words import Vocabulary, rows
from timeline.timex.senses import When


def shapes(words: Vocabulary) -> Iterator[Shape]:
    """The last or a numbered day, week, month or year of what has a name of its own."""
    more = words.more
    if not more.final:
        return
    which = [*more.final, *rows(more.nth)]
    unit = any_of([*more.day, *more.week, *more.month, *more.year, *more.days_many])
    own = any_of([*words.months, *more.month, *more.year, *more.week, *more.weekend])
    part = rf"{AT}{any_of(which)}{GAP}{unit}{GAP}{any_of(more.of_what)}{GAP}?"
    yield Shape(
        "portion", re.compile(rf"{part}(?!{own}(?!\w))(?=[^\W\d_])"), starting(which)
    )


def _portion(scan: Scan, found: Match) -> Said:
    return Said(span_of(found), VAGUE, When(mod="PAST_REF"))


READERS = {"portion": _portion}
