"""Whether a date that lacks its year or week lies ahead, as its sentence tells it.

The nearest verb decides: one of the future, of what is planned or in the present looks
ahead ("el parlamento vota el viernes").
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import structs

from timeline import civil
from timeline.lang import tongues
from timeline.lang.tongues import Tongue
from timeline.model import Span, TimeValue
from timeline.timex.foreign.read import Said
from timeline.timex.senses import When

_REACH = 240
"""Characters of a sentence that are looked at on each side of a date."""

_END = re.compile(r"[.!?…]\s|\n")
_WORD = re.compile(r"[^\W\d_]+")


def directed(
    text: str, finds: Iterable[Said], dct: TimeValue | None, tongue: Tongue | None
) -> Iterator[Said]:
    """What was said, with the direction that the tense of its sentence gives it."""
    for said in finds:
        open_ = dct is not None and _is_open(said.when, dct)
        if tongue is not None and open_ and _looks_ahead(text, said.span, tongue):
            yield structs.replace(said, when=structs.replace(said.when, toward=1))
        else:
            yield said


def _is_open(when: When, dct: TimeValue) -> bool:
    """Whether a weekday or a day without its year is neither directed nor that of today."""
    if when.toward is not None or when.shift is not None or when.year is not None:
        return False
    _, month, day = civil.ymd(dct.start // civil.DAY)
    if when.month is not None:
        return (when.month, when.day or day) != (month, day)
    today = civil.weekday(dct.start // civil.DAY)
    return when.weekday is not None and when.weekday != today


def _looks_ahead(text: str, span: Span, tongue: Tongue) -> bool:
    """Whether the nearest verb to the left tells of what is to come, else to the right."""
    start = max(0, span.start - _REACH)
    for end in _END.finditer(text, start, span.start):
        start = end.end()
    stop = _END.search(text, span.end, span.end + _REACH)
    last = stop.start() if stop else min(len(text), span.end + _REACH)
    behind = text[span.end : last]
    told = [*_told(text[start : span.start], tongue)]
    told = told[-1:] or [*_told(behind, tongue)][:1]
    return told == [1] and not _is_hearsay(text[start : span.start], behind, tongue)


def _is_hearsay(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether it is told as done, by hearsay: "soll im März … erhalten haben"."""
    helpers = tongue.helpers
    said = (helpers.must & helpers.hearsay).intersection(before.lower().split())
    return bool(said) and not helpers.done.isdisjoint(_WORD.findall(behind))


def _told(text: str, tongue: Tongue) -> Iterator[int]:
    """What each word of a stretch tells of time, where it tells any."""
    before = ""
    for match in _WORD.finditer(text):
        word = match[0]
        tells = _tells(word, before, tongue) if word.islower() else 0
        if tells:
            yield tells
        before = word.lower()


def _tells(low: str, before: str, tongue: Tongue) -> int:
    """1 for a word of the future, -1 for one of the past, 0 for neither."""
    helpers, small = tongue.helpers, tongue.words
    if low in helpers.have | helpers.had | helpers.was:
        return -1
    if low in helpers.will | helpers.must:
        return 1
    kinds = "".join(f.kinds for f in tongue.forms.get(low, ()) if not f.particle)
    if tongues.PAST in kinds:
        return 0 if tongues.PARTICIPLE in kinds else -1
    noun = before in small.articles or before in small.prepositions
    if tongues.FUTURE in kinds or (tongues.PRESENT in kinds and not noun):
        return 0 if tongues.PARTICIPLE in kinds else 1
    past = tongue.guess.past
    return -1 if past and low.endswith(past) and low not in tongue.guess.never else 0
