"""The line for a plain sentence, in a language with a small table.

Its words without the date, without who says so, and without what leads to them.
"""

import re

from timeline.extract.draft import Draft
from timeline.extract.finish import capitalised
from timeline.extract.fitting import LENGTH, LONGEST, ROOM
from timeline.extract.plain import Plot, plot
from timeline.extract.reading import Range, Reading
from timeline.extract.tellers import cited
from timeline.lang.tongues import Tongue

_MARKS = frozenset(',;:()–—-[]"“”„«»')
_EDGES = " \t\r\n,;:.–—-…"
_BLANKS = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,;.)])")
_COMMAS = (",", "–", "—", "-")
"""Marks that go with a date that stands between two of them."""

_EMPTY = re.compile(r"\s*,(?:\s*,)+\s*|\(\s*\)")
"""Marks around a date that has been taken out."""

_BORDER = re.compile(r"[,;]\s|\s[–—-]\s")
_SUBJECT = 8
"""Words of the longest subject that is repeated."""

_OBJECT = 20
"""Characters that a cut line keeps behind its verb."""


def line(reading: Reading, draft: Draft, known: Plot, tongue: Tongue) -> str:
    """The words of a draft without its date and who tells it, cut to a line's length."""
    part = _without_teller(reading, Range(draft.first, draft.last), known, tongue)
    words = _without_date(reading, part, draft, tongue)
    words = words.lstrip(_EDGES)
    words = _EMPTY.sub(lambda found: ", " if "," in found[0] else "", words)
    words = _without_fillers(words, tongue)
    words = _subject(reading, part, draft, tongue) + words
    words = _unopened(words, draft, known, tongue)
    words = _BEFORE_MARK.sub("", _BLANKS.sub(" ", words)).strip(_EDGES)
    words = _balanced(_short(words, reading, draft))
    dangling = tongue.words.dangling - tongue.particles
    while words.rpartition(" ")[2].lower() in dangling and " " in words:
        words = words.rpartition(" ")[0].rstrip(_EDGES)
    return capitalised(words)


def _unopened(words: str, draft: Draft, known: Plot, tongue: Tongue) -> str:
    """The line without the "cuando" that its verb's clause begins with."""
    first, _, rest = words.strip(_EDGES).partition(" ")
    verb = next((v for v in known.verbs if v.group == draft.group), None)
    opened = verb is not None and verb.opener == first.lower()
    return rest if opened and rest and not tongue.is_verb_last else words


def _without_fillers(words: str, tongue: Tongue) -> str:
    """The line without "sin embargo," or "y" at its head."""
    small = tongue.words
    first, _, rest = words.strip(_EDGES).partition(" ")
    if first.lower() in small.coordinators and rest:
        return _without_fillers(rest, tongue)
    lead, mark, rest = words.strip(_EDGES).partition(",")
    if mark and rest.strip() and lead.lower() in small.fillers:
        return _without_fillers(rest, tongue)
    return words


def _subject(reading: Reading, part: Range, draft: Draft, tongue: Tongue) -> str:
    """What the sentence begins with, for a later stretch that begins with its verb."""
    words, first, group = reading.words, part.first, draft.group
    while first < part.last and (
        words[first].is_mark or words[first].low in tongue.words.coordinators
    ):
        first += 1
    if not part.first or group is None or group.first != first:
        return ""
    last, head = 0, plot(reading, tongue)
    starts = {verb.group.first for verb in head.verbs}
    while last < part.first and words[last].low not in _MARKS and last not in starts:
        last += 1
    return reading.said(Range(0, last)) + " " if 0 < last <= _SUBJECT else ""


def _without_teller(
    reading: Reading, part: Range, known: Plot, tongue: Tongue
) -> Range:
    """The stretch without "según la policía," before it or ", dijo la policía" behind."""
    if known.report and known.is_behind:
        first = known.report.group.first
        quoted = reading.words[max(0, first - 2) : first]
        told = _told_before(known, first) or any(w.low in '”»"' for w in quoted)
        if part.first < first < part.last and told:
            return Range(part.first, first)
    source = cited(reading, tongue)
    if source is None or source.last <= part.first:
        return part
    low = reading.words[source.last].low if source.last < len(reading.words) else ""
    if source.first <= part.first + 4 and low == "," and source.last + 3 < part.last:
        return Range(source.last + 1, part.last)
    before = source.first
    while before > part.first and reading.words[before].low != ",":
        before -= 1
    closes = source.last >= part.last - 1 and source.first - before <= 4
    return Range(part.first, before) if closes and before > part.first + 3 else part


def _told_before(known: Plot, at: int) -> bool:
    return any(v.group.head < at for v in known.mains)


def _without_date(reading: Reading, part: Range, draft: Draft, tongue: Tongue) -> str:
    """The words of a stretch without the date of the draft, where it can be taken out.

    Where the verb stands second, what leads stays: without it the verb would lead.
    """
    whole = reading.said(part)
    if draft.point is None:
        return whole
    place, small = draft.point[0], tongue.words
    if not part.first <= place.first < part.last:
        return whole
    first, last = place.first, place.last
    while first > part.first and reading.words[first - 1].low in small.before_date:
        first -= 1
    before = reading.words[first - 1].low if first > part.first else ""
    after = reading.words[last].low if last < part.last else ""
    leads = all(
        w.is_mark or w.low in small.light for w in reading.words[part.first : first]
    )
    listed = before in small.coordinators or after in small.coordinators
    if before in small.of or listed or (leads and tongue.is_verb_last):
        return whole
    head = reading.said(Range(part.first, first))
    tail = reading.said(Range(last, part.last))
    if leads:
        rest = tail.lstrip(_EDGES)
    elif before in _COMMAS and after in _COMMAS:
        rest = f"{head.rstrip(_EDGES)} {tail.lstrip(_EDGES)}"
    else:
        rest = f"{head.rstrip(' ,(') if last == part.last else head} {tail}"
    return rest if len(rest.split()) > 1 else whole


def _short(words: str, reading: Reading, draft: Draft) -> str:
    """The line up to its last mark within the length, some way behind its verb."""
    if len(words) <= ROOM:
        return words
    verb = reading.words[draft.group.head].text if draft.group else ""
    at = words.find(verb) if verb else -1
    least = at + len(verb) + _OBJECT if at >= 0 else LONGEST
    borders = [m.start() for m in _BORDER.finditer(words) if m.start() >= least]
    inside = [border for border in borders if border <= LENGTH]
    near = [border for border in borders if border <= LONGEST]
    if inside or near or len(words) <= LONGEST:
        return words[: (inside[-1:] or near[:1] or [len(words)])[0]]
    return words[: max(words.rfind(" ", 0, LONGEST), least if at >= 0 else 0)]


def _balanced(words: str) -> str:
    english = () if "„" in words else (("“", "”"),)
    for opening, closing in (*english, ("«", "»"), ("(", ")"), ("„", "“")):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words.replace('"', "") if words.count('"') % 2 else words
