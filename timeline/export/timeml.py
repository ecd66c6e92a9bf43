"""TimeML 1.2.1: the tellings of a timeline as one annotated text.

The text is made of quotes, below the names and dates of their documents. Each telling is
an event within its date; tellings of one event are linked as identical. A date that no
words of the quote say is an empty TIMEX3, which TimeML allows. The comment of an event
says to which event of the timeline it belongs, and where it is told.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from timeline.export import _losses, _span
from timeline.model import (
    Anchor,
    Basis,
    Granularity,
    Mention,
    Span,
    Status,
    Timeline,
    TimeValue,
)
from timeline.options import View
from timeline.wording import marks, safe
from timeline.wording.marks import Shelf

SUFFIX = ".tml"

_DIGITS = {Granularity.DECADE: 3, Granularity.CENTURY: 2, Granularity.MILLENNIUM: 1}
"""Leading digits of a year by which TIMEX3 names these."""

_MODS = frozenset(
    """BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS
    EQUAL_OR_MORE START MID END APPROX""".split()
)
"""All that `mod` may say. A saved timeline can have anything there."""


class _Told(Struct, frozen=True):
    """A telling: its number in the text, its event's id and that event's first telling.

    `tid` is the id of its date, `dct` that of its document's ("" if that has none).
    """

    number: int
    event_id: str
    first: int
    tid: str
    dct: str
    mention: Mention


def render(timeline: Timeline, view: View) -> str:
    """The document: text with EVENT and TIMEX3, then MAKEINSTANCE and TLINK."""
    documents = marks.shelf(timeline)
    tellings = _tellings(timeline)
    links = [link for told in tellings for link in _links(told)]
    parts = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>',
        f"<DOCID>{safe.xml_text(safe.line(timeline.title))}</DOCID>",
        "<TEXT>",
        *_body(tellings, documents),
        "</TEXT>",
        *map(_instance, tellings),
        *(_tag("TLINK", lid=f"l{i}", **link) for i, link in enumerate(links, 1)),
        "</TimeML>\n",
    )
    return "\n".join(parts)


def losses(timeline: Timeline, view: View) -> tuple[str, ...]:
    """Dates that have no TIMEX3 value, and statements without a date."""
    dated = (t for t in _tellings(timeline) if not t.mention.in_passing)
    without = sum(not _value(told) for told in dated)
    words = f"{marks.plural(without, 'date')} without a TIMEX3 value: not linked"
    return (*((words,) if without else ()), *_losses.unplaced(timeline))


def _tellings(timeline: Timeline) -> tuple[_Told, ...]:
    """All tellings by document, in the order of its text."""
    numbers = {document.id: i for i, document in enumerate(timeline.documents, 1)}
    dated = {document.id for document in timeline.documents if document.dct}
    found = [(m, r.event.id) for r in timeline.events for m in r.event.mentions]
    found.sort(key=lambda one: (_place(one[0], numbers), one[1]))
    firsts: dict[str, int] = {}
    return tuple(
        _Told(
            number,
            event_id,
            firsts.setdefault(event_id, number),
            f"t{len(timeline.documents) + number}",
            f"t{numbers[mention.document_id]}" if mention.document_id in dated else "",
            mention,
        )
        for number, (mention, event_id) in enumerate(found, 1)
    )


def _place(mention: Mention, numbers: dict[str, int]) -> tuple[int, str, int, int]:
    number = numbers.get(mention.document_id, 0)
    return number, mention.document_id, mention.span.start, mention.span.end


# ---- the text ----


def _body(tellings: Sequence[_Told], documents: Shelf) -> Iterator[str]:
    """Name and date of each document, and its quotes, a line each."""
    for document_id, group in groupby(tellings, lambda t: t.mention.document_id):
        members = tuple(group)
        record = documents.records.get(document_id)
        date = ""
        if record and record.dct:
            value = _timex_value(record.dct)
            said = {"functionInDocument": "CREATION_TIME", "temporalFunction": "false"}
            date = " " + _tag(
                "TIMEX3",
                safe.xml_text(safe.line(record.dct.edtf)),
                tid=members[0].dct,
                type="DATE",
                value=value or "XXXX",
                **said,
            )
        yield f"{safe.xml_text(documents.uri(document_id))}{date}"
        yield from (_quote(told, documents) for told in members)


def _quote(told: _Told, documents: Shelf) -> str:
    """The words, with event and expression marked, and a date that no words say."""
    text = told.mention.text
    marked = {span: _timex(told, text[span.start : span.end]) for span in _said(told)}
    trigger = _trigger(told)
    where = f"{safe.line(told.event_id)} {documents.where(told.mention)}"
    about = {"eid": f"e{told.number}", "class": "OCCURRENCE", "comment": where}
    marked[trigger] = _tag(
        "EVENT", safe.xml_text(text[trigger.start : trigger.end]), **about
    )
    pieces, done = [], 0
    for span in sorted(marked, key=lambda span: (span.start, span.end)):
        pieces += [safe.xml_text(text[done : span.start]), marked[span]]
        done = span.end
    unsaid = "" if _said(told) or not _value(told) else _timex(told, "")
    return "".join((*pieces, safe.xml_text(text[done:]), unsaid))


def _said(told: _Told) -> tuple[Span, ...]:
    """Where the expression stands in the quote, if it does."""
    mention = told.mention
    if mention.timex is None or not _value(told):
        return ()
    start = mention.timex.span.start - mention.span.start
    end = mention.timex.span.end - mention.span.start
    return (Span(start, end),) if 0 <= start < end <= len(mention.text) else ()


def _trigger(told: _Told) -> Span:
    """The word that tells the event; else the first stretch beside the expression."""
    text, said = told.mention.text, _said(told)
    word = re.escape(told.mention.trigger)
    free = [(0, said[0].start), (said[0].end, len(text))] if said else [(0, len(text))]
    for start, end in free if told.mention.trigger else ():
        found = re.search(rf"(?<!\w){word}(?!\w)", text[start:end], re.IGNORECASE)
        if found:
            return Span(start + found.start(), start + found.end())
    start, end = max(free, key=lambda ends: ends[1] - ends[0])
    stretch = text[start:end]
    begin = start + len(stretch) - len(stretch.lstrip(" \n-"))
    return Span(begin, max(begin, start + len(stretch.rstrip())))


def _timex(told: _Told, words: str) -> str:
    timex, value = told.mention.timex, _value(told)
    is_anchored = told.mention.basis is not Basis.EXPLICIT
    return _tag(
        "TIMEX3",
        safe.xml_text(words),
        tid=told.tid,
        type=timex.kind.value if timex else ("TIME" if "T" in value else "DATE"),
        value=value,
        mod=timex.mod if timex and timex.mod in _MODS else "",
        temporalFunction="true" if is_anchored else "false",
        anchorTimeID=told.dct if timex and timex.anchor is Anchor.DCT else "",
        comment=safe.line(told.mention.time.edtf),
    )


def _value(told: _Told) -> str:
    """The TIMEX3 value of the expression, else that of the date; of neither, nothing."""
    if told.mention.in_passing:
        return ""
    timex = told.mention.timex
    return timex.value if timex else _timex_value(told.mention.time)


def _timex_value(time: TimeValue) -> str:
    """The value of a date; of an interval that has none, that of the unit around it."""
    ends = _span.ends(time)
    year, last_year = ends.first[0], ends.last[0]
    if year < 1:
        return f"BC{1 - year:04}" if year == last_year else ""
    shared = 0
    while ends.first[: shared + 1] == ends.last[: shared + 1] != ends.first[:shared]:
        shared += 1
    if shared:
        return _span.iso(ends.first[:shared])
    digits = _DIGITS.get(time.granularity, 4)
    first, last = (f"{y:04}"[:digits] for y in (year, last_year))
    return first if first == last else ""


# ---- what belongs together ----


def _instance(told: _Told) -> str:
    status = told.mention.status
    is_plain = status in (Status.HAPPENED, Status.DENIED)
    return _tag(
        "MAKEINSTANCE",
        eiid=f"ei{told.number}",
        eventID=f"e{told.number}",
        pos="OTHER",
        tense="NONE",
        aspect="NONE",
        polarity="NEG" if status is Status.DENIED else "POS",
        modality="" if is_plain else status.value,
    )


def _links(told: _Told) -> Iterator[dict[str, str]]:
    """In its date, and the same as the first telling of its event."""
    own = {"eventInstanceID": f"ei{told.number}"}
    if _value(told):
        yield {"relType": "IS_INCLUDED", **own, "relatedToTime": told.tid}
    if told.first != told.number:
        other = f"ei{told.first}"
        yield {"relType": "IDENTITY", **own, "relatedToEventInstance": other}


def _tag(name: str, content: str = "", **attributes: str) -> str:
    """An element with the attributes that have a value; the content is escaped already."""
    given = "".join(
        f" {key}={quoteattr(safe.xml(value))}"
        for key, value in attributes.items()
        if value
    )
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"
