"""What a plain sentence tells in a language that has only a small table of words.

There are no clauses to part the events of a sentence: a date goes to the verb between the
same two marks, and what has no date of its own is told by the main verb.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline.extract import verbal
from timeline.extract.draft import Draft, Point
from timeline.extract.reading import Range, Reading
from timeline.extract.verbal import Verb
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Granularity, Kind, TimeValue

_MARKS = frozenset(",;:()–—-[]")
_QUOTES = frozenset('"“”„«»')

_CONTENT = 14
"""Words behind a verb of saying among which what is said begins."""

_ADJOINING = 5
"""Words between a participle without a verb of its own and its date."""

DONE = frozenset((Tense.PAST, Tense.PERFECT))
_NEWS = DONE | {Tense.PRESENT}


class Plot(Struct, frozen=True):
    """The verbs of a sentence by what they do.

    `mains` tell what happens, `said` among them what someone says; `report` is the verb of
    saying and `is_behind` that what it says stands before it.
    """

    verbs: tuple[Verb, ...] = ()
    mains: tuple[Verb, ...] = ()
    said: Verb | None = None
    report: Verb | None = None
    is_behind: bool = False


def plot(reading: Reading, tongue: Tongue) -> Plot:
    """The verbs of a sentence, sorted."""
    dated = frozenset(i for r, _ in reading.timexes for i in range(r.first, r.last))
    found = verbal.verbs(reading.words, dated, tongue)
    plain = [verb for verb in found if not verb.opener]
    for verb in plain:
        if not _says(verb.group, tongue):
            continue
        others = tuple(v for v in plain if v is not verb)
        if _stands_behind(reading, verb, found):
            return Plot(tuple(found), others, None, verb, is_behind=True)
        said = _content(reading, verb, found, tongue)
        if said is None and _brings(reading, verb, tongue):
            return Plot(tuple(found), others, None, verb)
        if said is not None:
            marked = replace(said, group=_doubted(said.group, verb.group, tongue))
            mains = tuple(v for v in others if v is not said)
            every = tuple(marked if v is said else v for v in found)
            return Plot(every, (*mains, marked), marked, verb)
    return Plot(tuple(found), tuple(plain))


def _says(group: Group, tongue: Tongue) -> bool:
    voices = tongue.voices
    saying = voices.verbs | voices.claims | voices.denials
    return group.base in saying and not group.passive


def _stands_behind(reading: Reading, verb: Verb, found: Sequence[Verb]) -> bool:
    """Whether a verb of saying closes what was said: "…, dijo la policía"."""
    at = verb.group.first
    if at < 2 or reading.words[at - 1].low not in _MARKS | _QUOTES:
        return False
    told = any(v.group.first < at for v in found)
    return told or any(w.low in _QUOTES for w in reading.words[:at])


def _content(
    reading: Reading, verb: Verb, found: Sequence[Verb], tongue: Tongue
) -> Verb | None:
    """The verb of what is said behind a verb of saying."""
    after = max(verb.group.last, verb.group.head)
    that = tongue.words.that
    for other in found:
        if other.group.first <= after or other is verb:
            continue
        between = reading.words[after : other.group.first][:_CONTENT]
        if other.opener in that and other.opener:
            return other
        marks = [w.low for w in between if w.low in ",:" or w.low in _QUOTES]
        return other if marks and not other.opener else None
    return None


def _brings(reading: Reading, verb: Verb, tongue: Tongue) -> bool:
    """Whether "that" follows a verb of saying, with a verb that is not known."""
    after = max(verb.group.last, verb.group.head)
    behind = verbal.lows(reading.words[after : after + 3], tongue)
    return not tongue.words.that.isdisjoint((*behind.heads, *behind.tails))


def _doubted(group: Group, report: Group, tongue: Tongue) -> Group:
    base = report.base
    if base in tongue.voices.denials or (report.negated and group.modal == ""):
        return replace(group, modal="deny")
    return replace(group, modal="claim") if base in tongue.voices.claims else group


# ── Dates of their own ───────────────────────────────────────────────────────────────


def dates(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a date dates anything: it neither bounds nor describes."""
    assert cues.tongue is not None
    small, (place, timex) = cues.tongue.words, point
    first = place.first
    skipped = small.articles - small.of - small.bounds
    while first and reading.words[first - 1].low in skipped:
        first -= 1
    before = [w.low for w in reading.words[max(0, first - 3) : first]]
    if any(" ".join(before[-n:]) in small.bounds for n in (1, 2, 3)):
        return False
    at = bare(reading, point, cues.tongue)
    if at >= 0 and reading.words[at].low in small.born:
        return False
    if not before or before[-1] not in small.of or timex.time is None:
        return True
    return _dates_noun(reading, first - 2, point, cues)


def _dates_noun(reading: Reading, at: int, point: Point, cues: Cues) -> bool:
    """Whether what is "of" a date happens then: a night, a meeting; no law, no party."""
    if at < 0:
        return False
    noun, units = reading.words[at], cues.quantities.skip_nouns
    if noun.low in units | cues.quantities.times:
        return True
    place, timex = point
    fine = timex.time and timex.time.granularity.fineness >= Granularity.DAY.fineness
    figures = any(w.text[0].isdigit() for w in reading.words[place.first : place.last])
    return bool(fine) and (not figures or noun.low in cues.event_nouns)


def is_of_report(reading: Reading, point: Point, known: Plot) -> bool:
    """Whether a date is that of the saying which closes a sentence: "dijo el jueves"."""
    if known.report is None or not known.is_behind:
        return False
    first = known.report.group.first
    between = reading.words[first : point[0].first]
    return point[0].first > first and all(w.low not in _MARKS for w in between)


def governing(
    reading: Reading, part: Range, point: Point, known: Plot, cues: Cues
) -> Group | None:
    """The verb that a date goes to, in its own stretch between marks if there is one."""
    tongue = cues.tongue
    assert tongue is not None
    place = point[0]
    first, last = place.first, place.last
    stops = _MARKS | tongue.words.openers
    while first > part.first and reading.words[first - 1].low not in stops:
        first -= 1
    while last < part.last and reading.words[last].low not in stops:
        last += 1
    inside = [v for v in known.verbs if first <= v.group.head < last]
    inside = [v for v in inside if part.first <= v.group.first < part.last]
    for wanted in (known.mains, known.verbs):
        own = [v for v in inside if v in wanted]
        if own:
            joined = _is_joined(reading, place.first, tongue)
            near = (abs(v.group.head - place.first) for v in own)
            ahead = (joined and v.group.head < place.first for v in own)
            return min(zip(ahead, near, own, strict=True), key=lambda x: x[:2])[2].group
    at = bare(reading, point, tongue)
    if at >= first:
        form = verbal.participle(reading.words[at].low, tongue)
        return Group(at, at + 1, at, form.base, Tense.PARTICIPLE) if form else None
    mains = [v for v in known.mains if part.first <= v.group.first < part.last]
    if mains:
        return mains[0].group
    report = known.report
    held = report and part.first <= report.group.first < part.last
    return report.group if report and held else None


def _is_joined(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether "and" stands before a date, which then dates what follows it."""
    small = tongue.words
    while at and reading.words[at - 1].low in small.before_date:
        at -= 1
    return bool(at) and reading.words[at - 1].low in small.coordinators


def bare(reading: Reading, point: Point, tongue: Tongue) -> int:
    """The place of a participle close before a date (", presentada en 2003,"), or -1."""
    last = point[0].first
    for at in range(last - 1, max(0, last - _ADJOINING) - 1, -1):
        low = reading.words[at].low
        if low in _MARKS:
            return -1
        form = verbal.participle(low, tongue) if low in tongue.forms else None
        if form and form.base != low:
            return at
    return -1


def fits(group: Group | None, time: TimeValue | None, dct: TimeValue | None) -> bool:
    """Whether the tense of a verb allows the date: nothing will happen yesterday."""
    if group is None or time is None or dct is None or time.end > dct.start:
        return True
    return group.tense is not Tense.FUTURE and group.modal != "must"


# ── Without a date ───────────────────────────────────────────────────────────────────


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
    if group.tense in DONE and elsewhen:
        return None
    acts = group.base in cues.actions or (group.tense in DONE and group.passive)
    perfect = group.tense is Tense.PERFECT and group.base not in tongue.voices.states
    is_said = known.report is not None and group is known.report.group
    if group.tense is Tense.PRESENT and group.passive:
        return None
    return _draft(reading, group) if acts or perfect or is_said else None


def _told(known: Plot, tongue: Tongue, *, is_head: bool) -> Group | None:
    """The verb that tells the news: that of a saying where the saying is news."""
    report = known.report.group if known.report else None
    if report and not known.is_behind and (report.base in _acting(tongue) or is_head):
        return report
    mains = [v.group for v in known.mains]
    if not mains or mains[0].tense is Tense.PLUPERFECT:
        return None
    plain = (g for g in mains if g.tense in DONE and g.base in tongue.classes)
    return next(plain, mains[0])


def _acting(tongue: Tongue) -> frozenset[str]:
    """Infinitives of the verbs of saying that are actions of their own."""
    return frozenset(verb for verb in tongue.voices.verbs if verb in tongue.classes)


def reported(reading: Reading, dct: TimeValue, cues: Cues) -> Draft | None:
    """The event that a sentence behind the lead reports as past, or None."""
    tongue = cues.tongue
    assert tongue is not None
    if not _is_of_day(reading, dct, cues):
        return None
    known = plot(reading, tongue)
    group = _told(known, tongue, is_head=known.said is not None)
    if group is None or group.tense not in DONE or group.negated or group.modal:
        return None
    if group.tense is Tense.PERFECT and not tongue.is_perfect_past:
        return None
    if group.base in tongue.voices.states:
        return None
    return _draft(reading, group)


def _is_of_day(reading: Reading, dct: TimeValue, cues: Cues) -> bool:
    """Whether nothing in a sentence speaks of another time, of habits or of "us"."""
    if reading.words[0].low in _QUOTES or reading.words[-1].low == "?":
        return False
    tongue = cues.tongue
    assert tongue is not None
    small = tongue.words
    refused = small.background | small.spoken | small.since | small.none
    low = verbal.lows(reading.words, tongue)
    opens = {low.heads[0], low.tails[0]} & small.heads
    told = reading.unquoted
    if opens or told & refused:
        return False
    if any(_is_later(low.tails[:at], word, cues) for at, word in enumerate(low.tails)):
        return False
    return not any(_is_elsewhen(reading, p, dct, tongue) for p in reading.timexes)


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
    small, (place, timex) = tongue.words, point
    if timex.kind is Kind.SET:
        return True
    if timex.time is None:
        return False
    inside = dct.start <= timex.time.start and timex.time.end <= dct.end
    before = reading.words[place.first - 1].low if place.first else ""
    return not inside and before not in small.of


def _draft(reading: Reading, group: Group) -> Draft:
    return Draft((), 0, len(reading.words), group)
