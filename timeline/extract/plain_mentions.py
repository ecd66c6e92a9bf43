"""One mention in a language that has only a small table: all that is known of an event."""

from timeline.extract import plain_lines, quote, tellers, voices
from timeline.extract.actions import action
from timeline.extract.context import around
from timeline.extract.draft import Draft
from timeline.extract.flow import Dated
from timeline.extract.junk import Sentence
from timeline.extract.names import split
from timeline.extract.page import Page
from timeline.extract.plain import plot
from timeline.extract.quantities import quantities
from timeline.extract.reading import Range, Reading
from timeline.lang.cues import Cues
from timeline.model import Mention, Span
from timeline.text.stems import content_stems


def plain_mention(
    page: Page, sentence: Sentence, dated: Dated, span: Span, identity: str
) -> Mention:
    """The mention of a dated event that quotes `span`; the language must have a tongue."""
    reading, draft, words = page.reading(sentence.ordinal), dated.draft, page.cues
    tongue, text, dct = words.tongue, page.document.text, page.document.dct
    assert tongue is not None
    known = plot(reading, tongue)
    ahead = dated.time.edtf if dct and dated.time.start >= dct.end else ""
    verdict = voices.verdict(reading, draft, known, ahead, tongue)
    trigger, name = _action(reading, draft, words)
    told = quote.clauses(reading, draft)
    telling = text[told.start : told.end]
    actors, places = split(page.names.within(told))
    numbers = quantities(reading, Range(draft.first, draft.last), words)
    return Mention(
        id=identity,
        document_id=page.document.id,
        span=span,
        line=page.line(span.start),
        sentence=sentence.ordinal,
        text=text[span.start : span.end],
        headline=plain_lines.line(reading, draft, known, tongue) or telling,
        trigger=trigger,
        action=name,
        time=dated.time,
        basis=dated.basis,
        status=verdict.status,
        timex=dated.timex,
        actors=actors,
        places=places,
        quantities=voices.counted(numbers, draft, words),
        terms=content_stems(telling, page.document.language),
        reporter=tellers.reporter(reading, draft, known, page.names, words),
        cues=verdict.cues,
        context=around(page, sentence, span),
    )


def _action(reading: Reading, draft: Draft, words: Cues) -> tuple[str, str]:
    """The trigger and its class; a saying that is no action of its own is "say"."""
    assert words.tongue is not None
    trigger, name = action(reading, draft, words)
    voices_ = words.tongue.voices
    says = voices_.verbs | voices_.claims | voices_.denials
    if draft.group and draft.group.base in says - words.actions.keys():
        name = "say"
    return trigger, name
