"""From a dated text to the events it tells: the steps, in order.

sentences → what is prose → names (page)
→ parts, verbs, clauses (reading) → drafts: which date is whose (events, nouns)
→ news and stories that go on (flow, narrative)
→ status, reporter, headline, actors, quantities (mentions)
"""

import itertools
from collections.abc import Iterator
from operator import itemgetter

from timeline.extract.asides import asides
from timeline.extract.completeness import (
    is_of_nobody,
    is_of_something,
    is_of_speaker,
)
from timeline.extract.dated import UNSAID, Dated
from timeline.extract.flow import told
from timeline.extract.genre import Genre, genre
from timeline.extract.junk import Sentence, Shape
from timeline.extract.mentions import mention
from timeline.extract.page import Page, is_quoted, open_page
from timeline.extract.reading import Role
from timeline.model import Basis, Document, Kind, Mention, Timex, Unplaced


def extract(
    document: Document, timexes: tuple[Timex, ...]
) -> tuple[tuple[Mention, ...], tuple[Unplaced, ...], tuple[Mention, ...]]:
    """The events that the document dates, the expressions that date nothing, the asides.

    `timexes` must be in order of appearance. The order of the results is that of the text.
    """
    page = open_page(document, timexes)
    kind = genre(page)
    found: dict[str, Mention] = {}
    for sentence, group in itertools.groupby(told(page, kind), key=itemgetter(0)):
        events = [dated for _, dated in group]
        for dated in events:
            one = mention(page, sentence, dated, is_alone=len(events) == 1)
            if one is None or _is_of_no_one(page, kind, sentence, dated, one):
                continue
            found.setdefault(one.id, one)
    mentions = [
        one
        for one in sorted(found.values(), key=_place)
        if one.basis is not Basis.PUBLICATION or one.sentence not in page.superseded
    ]
    return tuple(mentions), tuple(_unplaced(page)), asides(page, mentions)


def _is_of_no_one(
    page: Page, kind: Genre, sentence: Sentence, dated: Dated, one: Mention
) -> bool:
    """Whether someone who is not named tells of himself, and it is no letter or diary.

    "We fled on Friday" in a report, and what is quoted. Nor is it told what "he" has done
    whom nobody names, nor in a report what "it" or "they" did, on a day that nothing says.
    """
    if page.cues.verbs and " " not in one.headline:
        return True  # "Taken on May 3": of what, it does not say.
    if one.reporter is not None:
        return False
    named = one.basis not in UNSAID and not (
        kind.reports and dated.draft.noun is not None
    )
    if not named and is_of_nobody(one.headline, page.cues):
        return True  # "His death at the mill": whose?
    unsaid = kind.reports and (one.basis in UNSAID or _hangs_off(page, sentence, dated))
    if unsaid and is_of_something(one.headline, page.cues):
        return True
    if dated.draft.report is not None or not is_of_speaker(one.headline, page.cues):
        return False
    return kind.reports or is_quoted(page, sentence.span)


def _hangs_off(page: Page, sentence: Sentence, dated: Dated) -> bool:
    """Whether it is told in a clause of another: "717 fell ill since | it appeared in May"."""
    clauses = page.reading(sentence.ordinal).clauses
    roles = (clauses[index].role for index in dated.draft.clauses[:1])
    return any(role in (Role.ADVERBIAL, Role.RELATIVE) for role in roles)


def _place(mention: Mention) -> tuple[int, int, int, str]:
    """Order of the text, then of time."""
    return mention.span.start, mention.span.end, mention.time.start, mention.id


def _unplaced(page: Page) -> Iterator[Unplaced]:
    """Dates without a place on the calendar, with the reason."""
    document = page.document
    if not any(map(_is_dateless, page.timexes)):
        return
    for sentence in page.sentences:
        if sentence.shape is Shape.JUNK:
            continue
        for timex in filter(_is_dateless, page.timexes_in(sentence.span)):
            reason = (
                "relative expression, no document date"
                if document.dct is None
                else "no date could be worked out"
            )
            text = document.text[timex.span.start : timex.span.end]
            line = page.line(timex.span.start)
            yield Unplaced(document.id, timex.span, line, text, reason)


def _is_dateless(timex: Timex) -> bool:
    """Whether an expression means a date, and has none."""
    dateless = timex.time is None and timex.kind in (Kind.DATE, Kind.TIME)
    return dateless and not timex.value.endswith("_REF")
