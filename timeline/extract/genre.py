"""What kind of text a document is: a report, one of a trial, a letter, a look back.

What a text tells without a date is news of its day in some kinds only.
"""

import re

from msgspec import Struct

from timeline import civil
from timeline.extract.junk import Sentence, Shape
from timeline.extract.minutes import are_minutes
from timeline.extract.page import Page
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Granularity
from timeline.text.accounts import is_account

SHORTEST = 25
"""Characters of the shortest sentence that counts as prose."""

_OPENING = 4000
"""Characters of a document in which a report says who said what."""

_TRIAL = 4
"""Words of a trial at the head of a text that reports one."""

_PERSONAL, _OWN = 4, 8
"""Sentences for one that speaks of "I", "we" or "you" in a text that is no report, and how
many those are at least, unless they are most: a report may print a letter."""

_LONG_AGO, LATELY = 365 * civil.DAY, 21 * civil.DAY
"""Seconds before the day of a document: of what is long ago, and of what is its news."""

_PARAGRAPHS = 3
"""Paragraphs of prose that are numbered one after the other in a text that counts them."""

_NUMBERED = re.compile(r"^[ \t]*\[(?P<number>\d{1,3})\][ \t]+\S[^\n]{60}", re.MULTILINE)

_DAY = Granularity.DAY.fineness

_DAYS = 4
"""Days that a text without a date names, at least, which tells a story day by day."""

_YEARS, _TIMES = 3, 3
"""Years that a document which looks back names, and dates in them for each one of late."""


_ESSAY, _SPARSE, _NEWS = 16, 8, 7 * civil.DAY
"""Sentences of the shortest essay; those for one that says who said so, or a day of late;
how long news are news, in seconds."""


class Genre(Struct, frozen=True):
    """What a document is. Several may hold, or none.

    One that `looks_back` tells of a life or of years gone by: nothing past in it is news
    of its day. In one `of_trial` what is past is of the case, unless the court did it.
    One that `is_personal` is a letter, a speech, a blog or a thread, whatever it says of
    others. One that `argues` is long, and hardly ever says who said something or on which
    day: what is past in it are its reasons. One that `is_numbered`, paragraph by paragraph,
    is a judgment: it is of its case, not of its day. One that `is_account` tells what someone
    saw and did, one that `narrates` is that or a history: what stands behind a day there went
    on that day. One that `reports` tells the news of a day, and says which. One that
    `is_minutes` tells what a meeting did on its day.
    """

    looks_back: bool
    argues: bool
    of_trial: bool
    is_personal: bool
    is_numbered: bool
    is_account: bool
    narrates: bool
    reports: bool
    is_minutes: bool


def genre(page: Page) -> Genre:
    """The kind of text that a page is, by its words and dates."""
    text, personal = page.document.text, _is_personal(page)
    opening = text[:_OPENING].lower()
    numbered, looks_back = _is_numbered(text), _looks_back(page)
    account = is_account(text) and not numbered
    return Genre(
        looks_back=looks_back,
        argues=_argues(page),
        of_trial=_is_of_trial(opening, page.cues),
        is_personal=personal,
        is_numbered=numbered,
        is_account=account,
        narrates=account or (not numbered and (looks_back or _goes_by_days(page))),
        reports=is_dated(page)
        and not (personal or numbered)
        and _says(opening, page.cues),
        is_minutes=is_dated(page) and are_minutes(text, page.cues),
    )


def is_dated(page: Page) -> bool:
    """Whether the document's date is said: a guess is not built upon with another."""
    return page.document.dct_basis != "inferred"


def is_prose(sentence: Sentence) -> bool:
    """Whether a sentence is prose, and not what is left of a stamp or of a name."""
    said = sentence.span.end - sentence.span.start
    return sentence.shape is Shape.PROSE and said >= SHORTEST


def tells_plainly(page: Page, sentence: Sentence) -> bool:
    """Whether it is prose, or a numbered point of minutes that is a sentence."""
    if sentence.shape is not Shape.ITEM:
        return sentence.shape is Shape.PROSE
    text = page.document.text
    return text[sentence.span.start].isdigit() and text[sentence.span.end - 1] == "."


def _looks_back(page: Page) -> bool:
    """Whether a document's dates are those of a life, or of years gone by."""
    dct = page.document.dct
    if dct is None:
        return False
    times = [t.time for t in page.timexes if t.time is not None]
    long_ago = [time.start for time in times if time.end < dct.start - _LONG_AGO]
    near = sum(
        abs(time.start - dct.start) <= LATELY
        and time.granularity.fineness >= Granularity.DAY.fineness
        for time in times
    )
    years = {civil.ymd(start // civil.DAY)[0] for start in long_ago}
    return len(years) >= _YEARS and len(long_ago) > _TIMES * near


def _goes_by_days(page: Page) -> bool:
    """Whether a text without a date of its own tells of one day after the other."""
    if page.document.dct is not None or page.turns:
        return False
    days = {
        t.time.start // civil.DAY
        for t in page.timexes
        if t.time is not None and t.time.granularity.fineness >= _DAY
    }
    return len(days) >= _DAYS


def _argues(page: Page) -> bool:
    """Whether a long text seldom says who said something, or names a day of late."""
    dct = page.document.dct
    prose = [s for s in page.sentences if is_prose(s)]
    if len(prose) < _ESSAY or dct is None:
        return False
    near = sum(
        t.time is not None
        and abs(t.time.start - dct.start) <= _NEWS
        and t.time.granularity.fineness >= Granularity.DAY.fineness
        for t in page.timexes
    )
    limit = len(prose) - near * _SPARSE
    if limit <= 0:
        return False
    said = page.cues.voices
    told = sum(
        any(word.rstrip(".,:") in said for word in page.own_words(s)) for s in prose
    )
    return told * _SPARSE < limit


def _is_of_trial(opening: str, cues: Cues) -> bool:
    trial, sentencing = cues.time.trial, cues.time.sentencing
    if sum(word in opening for word in trial | sentencing) < _TRIAL:
        return False
    words = {word.strip(".,:;\"'") for word in opening.split()}
    plain = len(words & trial)
    return plain >= _TRIAL or plain + len(words & sentencing) > _TRIAL


def _is_personal(page: Page) -> bool:
    """Whether much of a text speaks of "I", "we" or "you", outside quotes."""
    speakers = page.cues.grammar.speakers
    prose = [s for s in page.sentences if is_prose(s)]
    own = sum(not speakers.isdisjoint(page.own_words(s)) for s in prose)
    most = own > 1 and own * 2 >= len(prose)
    return most or (own >= _OWN and own * _PERSONAL > len(prose))


def _is_numbered(text: str) -> bool:
    """Whether a text counts its paragraphs from the first on, as judgments do: "[1] …"."""
    following = 1
    for found in _NUMBERED.finditer(text):
        if int(found["number"]) == following:
            following += 1
            if following > _PARAGRAPHS:
                return True
    return False


def _says(opening: str, cues: Cues) -> bool:
    """Whether a text reads like a news report: it soon tells what someone said."""
    if cues.tongue is not None:
        return _says_in(opening, cues.tongue)
    return any(word.rstrip(".,:") in cues.said for word in opening.split())


def _says_in(opening: str, tongue: Tongue) -> bool:
    voices = tongue.voices
    verbs = voices.verbs | voices.denials | voices.claims
    for word in opening.split():
        for form in tongue.forms.get(word.strip('.,:;»”"'), ()):
            if form.base in verbs and ("d" in form.kinds or "n" in form.kinds):
                return True
    return False
