"""The blow that a report speaks of as known: "the quake destroyed the town hall".

What it did is of its day, however late it is told; and of no day, where none is named.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from timeline.extract.dated import UNSAID, Dated
from timeline.extract.draft import Draft
from timeline.extract.leaning import subject
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Basis, TimeValue
from timeline.text.words import Word

_BY = frozenset(("by", "in"))
"""Before what did harm: "were left homeless by the quake"."""

_ANY = "?"
"""The class of "the disaster", which is the one harm that was told."""

_FELT = frozenset(("feel", "record"))
_MEASURED = _FELT | {"reach", "last", "measure", "register"}
"""What a blow does, and what is done with it, on its day and no other."""

_NOUN = 5
"""Words of "the 7.0 magnitude quake", at most."""


def settled(
    reading: Reading, found: Iterable[Dated], days: dict[str, TimeValue], cues: Cues
) -> Iterator[Dated]:
    """The events of a sentence, those that a known blow did on its day.

    None of them, where no harm was told before; nor what it was like, where it is only
    told that it "has struck". `days` are those of the harms by class, "" for those that
    have no day, and learn what the sentence tells.
    """
    for one in found:
        kind = _known(reading, one.draft, cues) if one.basis in UNSAID else None
        if kind == _ANY:
            told_of = [told for told in days if told]
            if not told_of or len({days[told] for told in told_of}) > 1:
                continue
            kind = told_of[0]
        time = days.get(kind or "", one.time)
        if kind is not None and kind not in days and _measures(one.draft):
            continue
        if kind is not None and time != one.time:
            yield replace(one, time=time, basis=Basis.INHERITED)
        elif kind is None or days:
            yield one  # "Gunmen stormed the mill. The shooting killed nine."
        if kind is None or days:
            late = _is_of_late(one)
            for told in _told(reading, one.draft, cues):
                days.setdefault("" if late else told, one.time)
    days.update(_dated(reading, cues))


def _measures(draft: Draft) -> bool:
    """Whether a draft tells what a blow was like: "the quake reached 7.0"."""
    return draft.group is not None and draft.group.base in _MEASURED


def _is_of_late(dated: Dated) -> bool:
    """Whether "has struck Lund" was told of no day: it was by now."""
    group = dated.draft.group
    perfect = group is not None and group.tense is Tense.PERFECT
    return perfect and dated.basis in UNSAID


def _known(reading: Reading, draft: Draft, cues: Cues) -> str | None:
    """The class of the blow, spoken of before, that did what a draft tells as done."""
    group = draft.group
    if group is None or draft.statement or not draft.clauses:
        return None
    if group.tense is not Tense.PAST or group.negated:
        return None
    if not group.passive or group.base in _FELT:
        tells = group.base in _MEASURED or _harms(group, cues)
        return _named(subject(reading, draft), cues) if tells else None
    if not _harms(group, cues):
        return None
    words = reading.words[group.last : draft.last]
    for place, word in enumerate(words):
        kind = _named(words[place + 1 : place + 1 + _NOUN], cues)
        if word.low in _BY and kind is not None:
            return kind
    return None


def _told(reading: Reading, draft: Draft, cues: Cues) -> Iterator[str]:
    """The classes of the harms that a draft tells: "shot nine", "a fire broke out"."""
    group = draft.group
    if group is not None and _harms(group, cues):
        yield cues.actions.get(group.base, "")
    words = subject(reading, draft) if draft.clauses else ()
    for word in (*words, *(reading.words[n] for n in (draft.noun,) if n is not None)):
        kind = cues.event_nouns.get(word.low)
        if kind in cues.time.harms:
            yield kind


def _harms(group: Group, cues: Cues) -> bool:
    if group.base in cues.time.leaving:
        return True
    return cues.actions.get(group.base) in cues.time.harms


def _named(words: list[Word] | tuple[Word, ...], cues: Cues) -> str | None:
    """The class of the harm that "the quake in Lund" is, or None."""
    if not words or words[0].low not in cues.grammar.definite:
        return None
    head = [word for word in words[1:] if word.low not in cues.grammar.adverbs]
    end = next((n for n, w in enumerate(head) if _ends(w, cues)), len(head))
    kind = cues.event_nouns.get(head[end - 1].low) if end else None
    if end and head[end - 1].low in cues.time.disasters:
        return _ANY
    return kind if kind in cues.time.harms else None


def _ends(word: Word, cues: Cues) -> bool:
    return word.is_mark or word.low in cues.grammar.prepositions


def _dated(reading: Reading, cues: Cues) -> Iterator[tuple[str, TimeValue]]:
    """The blows of which a sentence names the day: "Monday's quake", "the quake on Monday"."""
    for place, timex in reading.timexes:
        kind = _beside(reading, place, cues) if timex.time is not None else None
        if kind is not None and timex.time is not None:
            yield kind, timex.time


def _beside(reading: Reading, place: Range, cues: Cues) -> str | None:
    """The class of the harm that a date describes, or that stands right before it."""
    words, first = reading.words, place.first
    while first and words[first - 1].low in cues.time.before_date:
        first -= 1
    around = [*words[place.last : place.last + 2], *words[max(0, first - 1) : first]]
    kinds = (cues.event_nouns.get(word.low) for word in around)
    return next((kind for kind in kinds if kind in cues.time.harms), None)
