"""What a plain sentence without a date of its own tells of the day of its report."""

import re
from collections.abc import Mapping, Sequence

from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft, Point
from timeline.extract.plain import called
from timeline.extract.plain.bounded import (
    is_of_infinitive,
    is_origin,
    past_articles,
)
from timeline.extract.plain.clauses import holding, told_in
from timeline.extract.plain.dates import LATELY
from timeline.extract.plain.plot import Plot, plot
from timeline.extract.plain.wished import WISH
from timeline.extract.plain.words import QUOTED, lows, participle
from timeline.extract.reading import Reading
from timeline.extract.verbs import DONE, Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Kind, TimeValue

_VAGUE = frozenset(("PAST_REF", "FUTURE_REF"))
"""Values of "hace unos años" and its like."""

_YEAR = re.compile(r"1\d{3}|20\d{2}")

_FEWEST = 3
"""Words of a sentence that tells anything."""

_NEWS = DONE | {Tense.PRESENT}


def news(
    reading: Reading, dct: TimeValue, elsewhen: bool, is_head: bool, cues: Cues
) -> Draft | None:
    """The event that a lead sentence tells as news of its day, or None.

    `elsewhen` says that the text has told of another day, `is_head` that the sentence
    heads a report, where whatever is said is news.
    """
    tongue = cues.tongue
    assert tongue is not None
    if not _is_of_day(reading, dct, cues):
        return None
    known = plot(reading, tongue)
    group = _told(known, tongue, is_head=is_head)
    if group is None or group.tense not in _NEWS or group.negated or group.modal:
        return None
    if _tells_history(group, tongue):
        return None
    if group.tense in DONE and elsewhen:
        return None
    acts = group.base in cues.actions or (group.tense in DONE and group.passive)
    perfect = group.tense is Tense.PERFECT and group.base not in tongue.voices.states
    is_said = known.report is not None and group is known.report.group
    if group.tense is Tense.PRESENT and group.passive:
        return None
    return _draft(reading, group) if acts or perfect or is_said else None


def beside(
    reading: Reading, found: Sequence[Draft], dct: TimeValue, cues: Cues
) -> Draft | None:
    """The news in the main clause of a lead, where only what hangs off it has a date.

    "El ministro, que había sido detenido el lunes, ha dimitido", "un hombre herido el lunes
    ha muerto".
    """
    tongue = cues.tongue
    assert tongue is not None
    if any(_is_history(draft, dct) for draft in found):
        return None
    hung = frozenset(
        i for i, c in enumerate(reading.clauses) if _hangs(reading, c, found)
    )
    inside = _inside(reading, found)
    hosts = {*(reading.clauses[i].host for i in hung), *inside}
    for index in sorted(host for host in hosts if host is not None):
        clause, group = reading.clauses[index], reading.clauses[index].group
        if clause.role is not Role.MAIN or clause.opener or group is None:
            continue
        if any(d.group == group for d in found) or not group.done:
            continue
        past = group.tense is Tense.PAST
        if past and _is_led_by_history(found, dct):
            continue  # "Renvoyé en 1933, il partit pour Lund"
        own = inside.get(index, ())
        if past and any(_is_long_ago(draft, dct) for draft in own):
            continue  # "La iglesia construida en 1610 fue destruida"
        taken = {draft.point[0] for draft in own if draft.point}
        places = (place for place, _ in reading.timexes if place not in taken)
        dated = any(clause.holds(place.first) for place in places)
        if dated or group.base not in tongue.classes:
            continue
        kept = told_in(reading, index, hung)
        parts = [reading.clauses[i] for i in kept]
        last = max(part.last for part in parts)
        return Draft(kept, parts[0].first, last, group)
    return None


def _inside(
    reading: Reading, found: Sequence[Draft]
) -> Mapping[int, tuple[Draft, ...]]:
    """The main clauses with a noun that a dated participle describes, and those drafts."""
    inside: dict[int, tuple[Draft, ...]] = {}
    for draft in found:
        if draft.group is None or draft.group.tense is not Tense.PARTICIPLE:
            continue
        index = holding(reading.clauses, draft.group.head)
        if index >= 0 and reading.clauses[index].group != draft.group:
            inside[index] = (*inside.get(index, ()), draft)
    return inside


def _is_led_by_history(found: Sequence[Draft], dct: TimeValue) -> bool:
    """Whether a sentence begins with what was done long ago, and so goes on from there."""
    leads = (d for d in found if d.group is not None and d.group.head == 0)
    return any(_is_long_ago(draft, dct) for draft in leads)


def _is_history(draft: Draft, dct: TimeValue) -> bool:
    """Whether a past of long ago is told: "huyó a Lund, donde murió en 1793"."""
    past = draft.group is not None and draft.group.tense is Tense.PAST
    return past and _is_long_ago(draft, dct)


def _is_long_ago(draft: Draft, dct: TimeValue) -> bool:
    time = draft.point[1].time if draft.point else None
    return time is not None and time.end < dct.start - LATELY


def _hangs(reading: Reading, clause: Clause, found: Sequence[Draft]) -> bool:
    """Whether a clause with a date of its own only adds to what its host is about."""
    adds = clause.role in (Role.RELATIVE, Role.PARTICIPLE)
    return adds and any(
        d.group is not None and clause.holds(d.group.head) for d in found
    )


def _told(known: Plot, tongue: Tongue, *, is_head: bool) -> Group | None:
    """The verb that tells the news: that of a saying where the saying is news."""
    report = known.report.group if known.report else None
    if report and not known.is_behind and (_acts(report, tongue) or is_head):
        return report
    mains = [v.group for v in known.mains]
    if not mains or mains[0].tense is Tense.PLUPERFECT:
        return None
    plain = (g for g in mains if g.tense in DONE and g.base in tongue.classes)
    return next(plain, mains[0])


def _tells_history(group: Group, tongue: Tongue) -> bool:
    """Whether a tense is that of stories where news have the perfect: "il migra vers"."""
    simple = group.tense is Tense.PAST and not group.passive
    return simple and tongue.is_perfect_past and not tongue.is_verb_last


def _acts(says: Group, tongue: Tongue) -> bool:
    """Whether a verb of saying is an action of its own."""
    return says.base in tongue.voices.verbs and says.base in tongue.classes


def decided(reading: Reading, dct: TimeValue, cues: Cues) -> Draft | None:
    """What a sentence of minutes tells of their meeting, in the present too: "de raad besluit"."""
    tongue = cues.tongue
    assert tongue is not None
    if not _is_of_day(reading, dct, cues):
        return None
    for clause in reading.clauses:
        group = clause.group
        if clause.role is not Role.MAIN or clause.opener or group is None:
            continue
        if (
            group.tense not in _NEWS
            or group.modal
            or group.base in tongue.voices.states
        ):
            return None
        resolves = group.base in tongue.voices.resolving
        says = group.base in tongue.voices.verbs and not _acts(group, tongue)
        acts = resolves or group.passive or group.base in tongue.classes
        return _draft(reading, group) if acts and not says else None
    return None


def reported(reading: Reading, dct: TimeValue, cues: Cues) -> Draft | None:
    """The event that a sentence behind the lead reports as past, or None."""
    tongue = cues.tongue
    assert tongue is not None
    if not _is_of_day(reading, dct, cues):
        return None
    known = plot(reading, tongue)
    group = _told(known, tongue, is_head=known.said is not None)
    if group is None or not group.done or _tells_history(group, tongue):
        return None
    if group.tense is Tense.PERFECT and not tongue.is_perfect_past:
        return None
    if group.base in tongue.voices.states:
        return None
    return _draft(reading, group)


def _is_of_day(reading: Reading, dct: TimeValue, cues: Cues) -> bool:
    """Whether nothing in a sentence speaks of another time, of habits or of "us"."""
    if reading.words[0].low in QUOTED or reading.words[-1].low == "?":
        return False
    if sum(word.text[0].isalpha() for word in reading.words) < _FEWEST:
        return False
    tongue = cues.tongue
    assert tongue is not None
    small = tongue.words
    refused = small.background | small.spoken | small.since | small.none
    low = lows(reading.words, tongue)
    opens = {low.heads[0], low.tails[0]} & small.heads
    told = reading.unquoted
    if opens or told & refused or _has_year(reading):
        return False
    if any(_is_later(low.tails[:at], word, cues) for at, word in enumerate(low.tails)):
        return False
    return not any(_is_elsewhen(reading, p, dct, tongue) for p in reading.timexes)


def _has_year(reading: Reading) -> bool:
    """Whether a number may be a year that was read as none: "brach 1783 aus"."""
    return any(
        _YEAR.fullmatch(word.text) and at not in reading.dated_words
        for at, word in enumerate(reading.words)
    )


def _is_later(before: Sequence[str], low: str, cues: Cues) -> bool:
    """Whether a word counts on from another time: "un año después", "un an plus tard"."""
    assert cues.tongue is not None
    later, units = cues.tongue.words.later, cues.quantities.skip_nouns
    if low in later:
        return bool(before) and before[-1] in units
    joined = " ".join((*before[-1:], low))
    return joined in later and len(before) > 1 and before[-2] in units


def leans(reading: Reading, draft: Draft, tongue: Tongue) -> bool:
    """Whether a sentence points back to the one before it: it names no one at its head."""
    first = next((w for w in reading.words if not w.is_mark), reading.words[0])
    small = tongue.words
    if draft.group is not None and draft.group.first == draft.first:
        return True
    return first.low in small.articles or first.low in small.light


def _is_elsewhen(
    reading: Reading, point: Point, dct: TimeValue, tongue: Tongue
) -> bool:
    """Whether a time expression is of another time than the day, or of a habit."""
    small, timex = tongue.words, point[1]
    if timex.kind is Kind.SET:
        return True
    if timex.time is None:
        counted = timex.kind is Kind.DATE and timex.rule != "locale-season"
        return timex.value in _VAGUE or counted  # "L'anno seguente fu posta"
    first = past_articles(reading, point, tongue)
    before = reading.words[first - 1].low if first else ""
    index = holding(reading.clauses, first)
    own = reading.clauses[index].group if index >= 0 else None
    if own is not None and own.modal == WISH:
        return False  # "Pidió que fuera destituido en marzo"
    if index >= 0 and called.off(reading, reading.clauses[index].group, tongue):
        return False  # "El partido que debía jugarse el sábado fue suspendido"
    if is_of_infinitive(reading, point, tongue):
        return False  # "Kündigte an, am 1. März zurückzutreten"
    if before and _is_planned_for(before, tongue):
        return False  # "Le concert prévu samedi a été annulé"
    if before in small.purposes or is_origin(reading, point, tongue):
        return False  # "convocó una huelga para el lunes" is news of its day
    low = [word.low for word in reading.words[max(0, first - 3) : first]]
    led = {" ".join(low[-size:]) for size in (1, 2, 3)}
    if timex.time.start >= dct.end and not led.isdisjoint(small.until):
        return False  # "Le conseil décide de rénover le gymnase avant 2014"
    inside = dct.start <= timex.time.start and timex.time.end <= dct.end
    span = "/" in timex.time.edtf
    heads = lows(reading.words[first : first + 1], tongue).heads
    of = before in small.of or not small.of.isdisjoint(heads)  # "dell'8 maggio"
    return not inside and (span or not of)


def _is_planned_for(before: str, tongue: Tongue) -> bool:
    """Whether a participle before a date only plans something for it."""
    form = participle(before, tongue) if before in tongue.forms else None
    return form is not None and form.base in tongue.voices.plans


def _draft(reading: Reading, group: Group) -> Draft:
    return Draft((), 0, len(reading.words), group)
