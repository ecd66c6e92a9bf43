"""Whether a clause with a date tells something that happens on that date."""

from timeline.extract.deadlines import has_until, is_due
from timeline.extract.draft import is_dated
from timeline.extract.plans import is_off
from timeline.extract.reading import Clause, Reading, Role
from timeline.extract.timely import CAPTION
from timeline.extract.unreal import is_unreal
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues


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
        return clause.last - group.last > CAPTION
    if clause.role is Role.PARTICIPLE and is_called_off(reading, group, cues):
        return False
    if clause.role in (Role.RELATIVE, Role.PARTICIPLE) and group.base in cues.state:
        return group.passive or not group.finite
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
