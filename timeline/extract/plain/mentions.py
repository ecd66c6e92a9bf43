"""What is found out about a telling in a language that has only a small table."""

from timeline.extract.account import Account
from timeline.extract.actions import action
from timeline.extract.dated import Dated
from timeline.extract.draft import Draft
from timeline.extract.junk import Sentence
from timeline.extract.names import split
from timeline.extract.page import Page
from timeline.extract.plain import lines, pronouns, speakers, tellers, voices
from timeline.extract.plain.plot import Plot, plot
from timeline.extract.quantities import quantities
from timeline.extract.reading import Range, Reading
from timeline.lang.cues import Cues
from timeline.model import Span


def account(page: Page, sentence: Sentence, dated: Dated, told: Span) -> Account:
    """What the clauses `told` say of a dated event; the language must have a tongue."""
    reading, draft, words = page.reading(sentence.ordinal), dated.draft, page.cues
    tongue, day = words.tongue, dated.day
    assert tongue is not None
    known = plot(reading, tongue)
    ahead = dated.time.edtf if day and dated.time.start >= day.end else ""
    seen = day or page.document.dct
    over = seen is not None and dated.time.end <= seen.start
    when = None if over else ahead
    verdict = voices.verdict(reading, draft, known, when, tongue)
    trigger, name = _action(reading, draft, known, words)
    actors, places = split(page.names.within(told))
    numbers = quantities(reading, Range(draft.first, draft.last), words)
    teller = tellers.reporter(reading, draft, known, page.names, words)
    unnamed = teller is None and tellers.by_pronoun(reading, known, tongue)
    if unnamed:
        teller = pronouns.teller(page, sentence, tongue)
    line = lines.line(reading, draft, known, named=teller is not None or not unnamed)
    line = dated.line or pronouns.named(page, sentence, draft, line, tongue)
    if teller is None and not unnamed:
        teller = speakers.speaker(page, sentence, line)
        line = speakers.spoken(line, teller, draft, reading) if teller else line
    return Account(
        line=line,
        trigger=trigger,
        action=name,
        status=verdict.status,
        cues=verdict.cues,
        actors=actors,
        places=places,
        quantities=voices.counted(numbers, draft, words),
        reporter=teller,
    )


def _action(
    reading: Reading, draft: Draft, known: Plot, words: Cues
) -> tuple[str, str]:
    """The trigger and its class; a saying that is no action of its own is "say".

    What can be a claim is one where it brings what is claimed: not "das Licht ging aus".
    """
    assert words.tongue is not None
    trigger, name = action(reading, draft, words)
    voices_ = words.tongue.voices
    says = voices_.verbs | voices_.denials
    if known.report and known.report.group == draft.group:
        says |= voices_.claims
    if draft.group and draft.group.base in says - words.actions.keys():
        name = "say"
    return trigger, name
