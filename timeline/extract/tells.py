"""Whether a clause with a date tells something that happens on that date."""

from timeline import civil
from timeline.extract.bounds import is_while_to_come
from timeline.extract.deadlines import has_until, is_due
from timeline.extract.draft import Point, is_dated
from timeline.extract.perfects import (
    is_before_perfect,
    is_of_participle,
    is_of_some_day,
)
from timeline.extract.plans import is_not_then, is_off
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.unreal import is_unreal
from timeline.extract.verbs import DONE, Group, Tense
from timeline.lang.cues import Cues
from timeline.model import Anchor, Basis, Granularity, Kind, TimeValue
from timeline.timex.sections import ENTRY_LEADS

_LATELY = 14 * civil.DAY
"""Seconds before the day of a report of which it can show a picture."""

_LATER = frozenset(("later", "afterwards", "after"))
"""End a time that is counted from what was told before."""

_YEAR_LONG = 365 * civil.DAY
"""Seconds before a text of which it can tell in the present: "in 1848 he is crowned"."""

_DATED, _YEAR = 3, 4
"""Words of a date with its year; figures of a year."""

_PLAN = 6
"""Words before "for" among which it is said that something is planned."""

_LEADS_TO = frozenset(("for", "of"))
"""Behind a verb these lead to what it speaks of: "warned of a strike on 3 June"."""

_LASTING = frozenset(("still", "now"))

_CAPTION = 4
"""Words behind "pictured", at most, in a caption: "Ada Brenn, seen in 2029, …"."""


def tells_event(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause with a date tells something that happens on it."""
    group = clause.group
    if group is not None and not _has_words(reading, clause, group, cues):
        return False
    if clause.role is Role.PHRASE or group is None:
        return _phrase_tells(reading, clause, cues)
    if group.base in ("bear", "born") and (group.passive or not group.finite):
        return _tells_birth(reading, clause, group)
    asks = clause.role is Role.CONDITION and clause.opener == "whether"
    asks = asks or (clause.role is Role.RELATIVE and clause.opener == "what")
    asks = asks or is_asked(reading, clause)
    if asks and clause.first:
        return False
    if is_unreal(reading, clause, group, cues):
        return False
    if _only_compares(reading, group, cues) or _is_of_anyone(reading, group, cues):
        return False
    if reading.words[-1].low == "?" or _says_nothing(reading, clause, group, cues):
        return False
    still = group.tense is Tense.PRESENT and not group.passive
    if still and group.base in cues.state:
        waits = is_due(reading, group, cues) or has_until(reading, group, cues)
        return waits or _names_event(reading, clause, cues) or _intends(reading, clause)
    return _hangs_off_event(reading, clause, group, cues)


def _tells_birth(reading: Reading, clause: Clause, group: Group) -> bool:
    """Whether a birth is told for its own sake: "she was born on", "Ada Brenn (born 3 May".

    "Norda, where he was born in 1951" only adds where from, "Lind, born in 1951," how old.
    """
    if clause.role is Role.MAIN:
        return group.finite
    if not clause.first:
        return clause.role is Role.PARTICIPLE  # "Born in Lund in 1960, she …"
    before = reading.words[max(0, clause.first - 2) : clause.first]
    named = len(before) > 1 and before[0].text[0].isupper()
    rest = reading.words[group.last : clause.last]
    place = any(w.text[0].isupper() and not is_dated(reading, w.start) for w in rest)
    aside = before[-1].low == "," and place
    aside = aside or (named and before[-1].low == "(")
    return clause.role is Role.PARTICIPLE and aside


def _hangs_off_event(
    reading: Reading, clause: Clause, group: Group, cues: Cues
) -> bool:
    """Whether a clause that hangs off another can be an event: no state, no caption."""
    dates = reading.words[group.head].low in cues.time.before_date
    if dates and clause.role is Role.PARTICIPLE:
        return False  # "The lease, dated 3 May"
    pictured = reading.words[group.head].low in cues.pictured
    if clause.role is Role.PARTICIPLE and pictured:
        return clause.last - group.last > _CAPTION
    if clause.role in (Role.RELATIVE, Role.PARTICIPLE) and group.base in cues.state:
        return group.passive or not group.finite
    if clause.role is Role.PARTICIPLE and is_called_off(reading, group, cues):
        return False
    planned = clause.role is Role.PARTICIPLE and group.base in cues.status.planned
    if planned and cues.grammar.is_manner(reading.words[clause.first].low):
        return False  # "The vote, originally set for Monday": by now it is not.
    if group.tense is Tense.GERUND and clause.role in (
        Role.PARTICIPLE,
        Role.ADVERBIAL,
    ):
        return group.base in cues.actions or _comes_next(reading, clause, group, cues)
    return True


def _comes_next(reading: Reading, clause: Clause, group: Group, cues: Cues) -> bool:
    """Whether ", moving to Lund in 1994" tells what came next, no state and no saying.

    "After graduating in 1903, he …" tells what came before.
    """
    sequel = clause.role is Role.PARTICIPLE and clause.first > 0
    sequel = sequel or (not clause.first and clause.opener == "after")
    still = group.base in cues.state or group.base in cues.reporting.verbs
    still = still or group.base in cues.headline.incomplete
    return sequel and (not still or group.base in cues.headline.becoming)


def is_asked(reading: Reading, clause: Clause) -> bool:
    """Whether "asked | who had shot him" is a question, which tells nothing."""
    if clause.role is not Role.RELATIVE or clause.opener not in ("who", "which"):
        return False
    if reading.words[clause.first].low != clause.opener:
        return False  # "Who fled | and shot him"
    end = clause.first - (reading.words[clause.first - 1].low == "out")
    return any(g.last in (end, clause.first) for g in reading.groups)


def is_called_off(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether what was planned is no more: "the match, planned for May, was put off"."""
    return group.base in cues.status.planned and is_off(reading, cues)


def _is_of_anyone(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether the subject is the "you" of "you would still have been at work"."""
    at = group.first - 1
    while at > 0 and reading.words[at].low in cues.grammar.adverbs:
        at -= 1
    return at >= 0 and reading.words[at].low in cues.grammar.anyone


def _only_compares(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether a verb only measures: "which compares with nine in May"."""
    if reading.words[group.head].low not in cues.time.comparisons:
        return False
    behind = reading.words[group.last : group.last + 1]
    measured = bool(behind) and behind[0].low in cues.grammar.prepositions
    return not group.finite or (measured and not group.passive)


def _says_nothing(reading: Reading, clause: Clause, group: Group, cues: Cues) -> bool:
    """Whether a clause tells nothing: "he said on Friday", "declined to comment"."""
    if is_silent(reading, clause, cues) or _closes_period(reading, clause, group, cues):
        return True
    if group.base not in cues.reporting.bare or group.passive:
        return False
    if group.tense is Tense.PARTICIPLE:
        # "The sale, announced on Monday, is off", "first reported on Monday"
        first = reading.words[clause.first].low == "first"
        return group.base not in cues.actions and not first
    behind = reading.words[group.last : clause.last]
    return all(
        word.is_mark
        or word.low in cues.time.before_date
        or is_dated(reading, word.start)
        for word in behind
    )


def _closes_period(reading: Reading, clause: Clause, group: Group, cues: Cues) -> bool:
    """Whether an aside only says when a period ended: "the quarter, which ended …"."""
    if clause.role is not Role.RELATIVE or cues.actions.get(group.base) != "end":
        return False
    nouns = cues.quantities.skip_nouns
    before = reading.words[max(0, clause.first - 2) : clause.first]
    return any(w.low in nouns or w.low.removesuffix("s") in nouns for w in before)


def is_silent(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause only says that nothing was said: "declined to comment"."""
    if cues.reporting.silence.keys.isdisjoint(reading.runs):
        return False
    words, silence = reading.words, cues.reporting.silence
    # Not "the men, | whom police did not name, | were held".
    spans = ((words[r.first].start, words[r.last - 1].end) for r in clause.ranges)
    return any(silence.search(reading.text, *span) is not None for span in spans)


def _names_event(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause has an event noun: "the wedding is on Friday"."""
    return any(
        word.low in cues.event_nouns
        for part in clause.ranges
        for word in reading.words[part.first : part.last]
    )


def _intends(reading: Reading, clause: Clause) -> bool:
    """Whether an infinitive says what is to come: "is due to inspect the dam"."""
    inside = [g for part in clause.ranges for g in reading.groups_in(part)]
    return any(g.tense is Tense.INFINITIVE for g in inside)


def _has_words(reading: Reading, clause: Clause, group: Group, cues: Cues) -> bool:
    """Whether a clause has more than its verb and a date: not "Tomorrow will tell".

    Nor "That was two years ago".
    """
    aside = clause.first > 0 and reading.words[clause.first - 1].low == ","
    if clause.role is Role.PARTICIPLE and (aside or group.base in cues.intransitive):
        return True  # "Ada Brenn (died 3 May 2031)", "the law, passed last year, …"
    empty = cues.grammar.vague_subjects | cues.grammar.adverbs
    bare = empty if group.base == "be" else frozenset()
    return any(
        word.low[0].isalpha()
        and word.low not in bare
        and not is_dated(reading, word.start)
        for part in clause.ranges
        for position, word in enumerate(
            reading.words[part.first : part.last], part.first
        )
        if not group.first <= position < group.last
    )


def _phrase_tells(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """A line without a verb tells an event if it names one: "12 March: signing".

    Where the verbs of a language are not known, every sentence with a date tells one.
    """
    for part in clause.ranges:
        words = reading.words[part.first : part.last]
        words = tuple(w for w in words if not is_dated(reading, w.start))
        if sum(w.low.isalpha() for w in words) < 2:
            continue
        if not cues.verbs or any(
            w.low in cues.event_nouns or w.low in cues.verbs for w in words
        ):
            return True
    return False


def _is_done(group: Group, cues: Cues) -> bool:
    """Whether a verb tells what someone has done by now: it can have no day to come.

    "The match has been called off" and "has not been allowed" can.
    """
    done = group.tense in (Tense.PERFECT, Tense.PLUPERFECT)
    ahead = group.base in cues.status.ahead or group.base in cues.status.planned
    return done and not (group.passive or group.negated or ahead)


def _is_told_later(
    reading: Reading, group: Group, point: Point, dct: TimeValue
) -> bool:
    """Whether "he died nine days later" tells what was past, later than who knows what."""
    time, last = point[1].time, reading.words[point[0].last - 1]
    ahead = time is not None and time.start >= dct.end
    return ahead and last.low in _LATER and group.tense is Tense.PAST


def is_for_period(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a month or year says what a thing is for: "cut its forecast for 2029".

    Not what it is planned for.
    """
    place, timex = point
    if timex.time is None or timex.time.granularity is Granularity.SEASON:
        return False
    fine = timex.time.granularity.fineness >= Granularity.DAY.fineness
    first = _before_list(reading, place) - 1
    if fine or first < 1 or reading.words[first].low != "for":
        return False
    verb = next((g for g in reading.groups if g.last == first), None)
    noun = verb is None and reading.words[first - 1].low in cues.nouns_too
    before = reading.words[max(0, first - _PLAN) : first - noun]
    if any(word.low in cues.status.planned for word in before):
        return False
    return verb is None or verb.base not in cues.status.ahead


def _before_list(reading: Reading, place: Range) -> int:
    """The first word of a date, or of the first one that is listed with it: "2028 and 2029"."""
    first = place.first
    for earlier, _ in reading.timexes_before(place.first):
        if earlier.last != first - 1 or reading.words[earlier.last].low not in (
            "and",
            ",",
        ):
            break
        first = earlier.first
    return first


def is_called_for(reading: Reading, point: Point, group: Group | None) -> bool:
    """Whether a day is that of what is called, not of the call: "called a strike for Friday"."""
    place, timex = point
    first = place.first - 1
    if timex.time is None or group is None or first < group.last + (not group.passive):
        return False
    ahead = group.base in reading.cues.status.ahead and group.finite
    behind = reading.words[group.last : first]
    adjoins = not any(w.is_mark or w.low == "for" for w in behind)
    fine = timex.time.granularity.fineness >= Granularity.DAY.fineness
    return ahead and fine and adjoins and reading.words[first].low == "for"


def _was_done(reading: Reading, group: Group, point: Point, cues: Cues) -> bool:
    """Whether a plain past has no day to come: "two days later he called her".

    "Hired a band to play on Friday" and "won a seat for May" have one.
    """
    past = group.tense is Tense.PAST and not group.passive and not group.negated
    looks = cues.status.planned | cues.state
    if not past or group.base in looks or point[1].time is None:
        return False
    before = [g for g in reading.groups if g.last <= point[0].first]
    aims = any(g.tense is Tense.INFINITIVE and g.first >= group.last for g in before)
    leads = point[0].first < group.first and point[1].anchor is Anchor.PREVIOUS
    return leads and not aims


def is_to_come(reading: Reading, group: Group, point: Point, cues: Cues) -> bool:
    """Whether a day ahead can only be that of what a past verb speaks of.

    "Welcomed the plan to reopen the mine in June", told in May; a verb that looks ahead
    ("called a vote for June") has that day itself.
    """
    place, timex = point
    if group.tense not in DONE or group.negated or place.first < group.last:
        return False
    looks = (cues.status.planned, cues.status.ahead, cues.state, cues.status.binding)
    if any(group.base in bases for bases in looks):
        return False
    if reading.words[group.head].low in cues.status.planned:
        return False  # "Was scheduled to return on Friday"
    between = [g for g in reading.groups if group.last <= g.first < place.first]
    if group.passive and not between:
        return False  # "The vote was put off until May"
    if any(g.tense is Tense.INFINITIVE for g in between):
        return True
    things = {word.low for word in reading.words[group.last : place.first]}
    off = cues.actions.get(group.base) == "lift"  # "Cancelled its show on 3 June"
    return timex.basis is Basis.RELATIVE and (off or not things.isdisjoint(_LEADS_TO))


def _is_near(time: TimeValue, dct: TimeValue) -> bool:
    """Whether a day lies close before that of the document, or is it."""
    return dct.start - _LATELY <= time.start and time.end <= dct.end


def _is_caption(reading: Reading, point: Point, group: Group) -> bool:
    """Whether a picture is told of: "A boy wears a mask in Lund, May 4, 2029"."""
    place, timex = point
    words = reading.words[place.first : place.last]
    rest = reading.words[place.last :]
    if not place.first or len(words) < _DATED or any(not w.is_mark for w in rest):
        return False
    exact = timex.time is not None and timex.time.granularity is Granularity.DAY
    year = any(len(word.text) == _YEAR and word.text.isdigit() for word in words)
    shown = group.tense in (Tense.PRESENT, Tense.PROGRESSIVE)
    return exact and year and shown and timex.basis is Basis.EXPLICIT


def heads_entry(reading: Reading, point: Point) -> bool:
    """Whether a date stands at the head of a line of a log: "09:02 – pump fails"."""
    place, timex = point
    before = [word for word in reading.words[: place.first] if not word.is_mark]
    behind = reading.words[place.last : place.last + 1]
    marked = any(word.is_mark and word.low != "," for word in behind)
    if before:
        return marked and len(before) == 1 and before[0].text in ENTRY_LEADS
    return marked or timex.kind is Kind.TIME


def fits(
    reading: Reading,
    unit: tuple[int, ...],
    point: Point,
    dct: TimeValue | None,
    cues: Cues,
) -> bool:
    """Whether the tense of a verb allows the date: nothing will happen yesterday."""
    clauses = [reading.clauses[i] for i in unit]
    own = next((c for c in clauses if c.holds(point[0].first)), clauses[0])
    group, time = own.group, point[1].time
    if group is None or dct is None or time is None:
        coming = group is not None and group.tense in (Tense.FUTURE, Tense.MODAL)
        return coming or not is_for_period(reading, point, cues)
    other = _is_of_other(reading, group, point, dct)
    if other or is_before_perfect(reading, group, point, dct, cues):
        return False
    if time.end > dct.start:
        done = _is_done(group, cues) or _was_done(reading, group, point, cues)
        told = group.tense not in (Tense.FUTURE, Tense.MODAL)
        if told and is_for_period(reading, point, cues):
            return False
        if group.tense in DONE and is_while_to_come(reading, point):
            return False
        done = done or is_to_come(reading, group, point, cues)
        return time.start < dct.end or not done
    paid = cues.actions.get(group.base) == "pay" and is_for_period(reading, point, cues)
    if paid or (group.negated and is_for_period(reading, point, cues)):
        return False  # "Paid the taxes for 2028 and 2029"
    if group.tense is Tense.PROGRESSIVE:
        return point[0].last <= group.first  # "Is studying the floods | in May"
    return _may_be_over(reading, group, point, dct, cues)


def _may_be_over(
    reading: Reading, group: Group, point: Point, dct: TimeValue, cues: Cues
) -> bool:
    """Whether a verb can tell what was on a date that is over."""
    time = point[1].time
    assert time is not None
    if group.tense is Tense.FUTURE:
        return reading.words[group.first].low in ("was", "were")  # "Was to be signed"
    if group.tense is Tense.PRESENT:
        if heads_entry(reading, point):
            return True
        if _lasts(reading, group):
            return False
        ahead = [w.low for w in reading.words[group.last : group.last + 2]]
        long_ago = time.end < dct.start - _YEAR_LONG
        acts = group.base in cues.actions and (long_ago or not group.passive)
        acts = acts or (long_ago and _leads_history(reading, point, group, cues))
        return acts or ahead == ["to", "have"]
    if group.tense is Tense.MODAL and _is_ago(reading, group, point, cues):
        return False  # "Would look into the theft four years ago"
    if group.tense is not Tense.MODAL or group.modal in (
        "would",
        "could",
        "might",
        "'d",
    ):
        return True
    return any(w.low == "have" for w in reading.words[group.first : group.head])


def _lasts(reading: Reading, group: Group) -> bool:
    """Whether what is told is so to this day: "the strike of 1984 is still talked about"."""
    around = reading.words[max(0, group.first - 1) : group.last]
    return any(word.low in _LASTING for word in around)


def _is_of_other(reading: Reading, group: Group, point: Point, dct: TimeValue) -> bool:
    """Whether a date is that of a picture, of what came later, or of a day nobody names."""
    time = point[1].time
    if time is not None and _is_caption(reading, point, group) and _is_near(time, dct):
        return True
    if group.tense is Tense.PLUPERFECT and is_of_some_day(reading, point):
        return True
    told_later = _is_told_later(reading, group, point, dct)
    return told_later or is_not_then(reading, group, point, dct)


def _leads_history(reading: Reading, point: Point, group: Group, cues: Cues) -> bool:
    """Whether a date of long ago leads to what is told in the present: "in 1848 he flees"."""
    before = reading.words[: point[0].first]
    leads = all(w.is_mark or w.low in cues.time.before_date for w in before)
    return leads and group.base != "be" and group.base not in cues.state


def _is_ago(reading: Reading, group: Group, point: Point, cues: Cues) -> bool:
    """Whether a date is counted back: "four years ago".

    Or that of another verb: "would be a copy of the one launched | last year".
    """
    if group.base == "be" and is_of_participle(reading, group, point):
        return True
    return reading.words[point[0].last - 1].low in cues.time.background
