"""Matters that a clause behind them is said of: a plan, not the dam that is to be built."""

from timeline.extract.draft import is_dated
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.subjects import LONGEST
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues

_BRACKETED = 8
"""Words of a bracket that is passed over."""


def lasting(reading: Reading, clause: Clause, cues: Cues) -> str | None:
    """What "commencing on 1 June" is said of: "a lease for ten years", not who signed it."""
    group = clause.group
    if group is None or cues.actions.get(group.base) not in ("launch", "end"):
        return None
    behind = reading.words[group.last : group.last + 1]
    if not behind or behind[0].low not in cues.time.before_date:
        return None
    main = next(
        (g for g in reversed(reading.groups_before(clause.first)) if g.finite), None
    )
    if main is None or main.last >= clause.first:
        return None
    is_object = reading.words[main.last].low in cues.grammar.nominal
    part = Range(main.last, before_marks(reading, clause.first))
    return reading.said(part) if is_object else None


def intent(reading: Reading, clause: Clause, cues: Cues) -> str | None:
    """All of "the decision to close the school" before ", taken in March,".

    Of a school it would tell what is done to schools: "built in 1932".
    """
    group, words = clause.group, reading.words
    if clause.role is not Role.PARTICIPLE or group is None or not clause.first:
        return None
    if words[clause.first - 1].low != "," or group.base not in cues.headline.deciding:
        return None
    end = before_marks(reading, clause.first)
    aims = [g for g in reading.groups_before(end) if g.tense is Tense.INFINITIVE]
    noun = aims[-1].first - 1 if aims else 0
    for first in range(noun - 1, max(-1, end - LONGEST - 1), -1):
        if words[first].is_mark or any(
            g.first <= first < g.last for g in reading.groups
        ):
            break
        if words[first].low in cues.grammar.determiners:
            plain = words[noun].text.islower() and not is_dated(
                reading, words[noun].start
            )
            return reading.said(Range(first, end)) if plain else None
    return None


def before_marks(reading: Reading, end: int) -> int:
    """The end of the words before a place, without marks and brackets between."""
    while end > 0 and reading.words[end - 1].is_mark:
        end -= 1
        if reading.words[end].low == ")":
            bracket = range(end - 1, max(0, end - _BRACKETED), -1)
            end = next((n for n in bracket if reading.words[n].low == "("), end)
    return end
