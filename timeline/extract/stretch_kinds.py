"""What a stretch of words is to its clause: its core, a lead, an apposition, a tail."""

from timeline.extract.adverbials import is_adverbial
from timeline.extract.embedded import joins_adjectives
from timeline.extract.reading import Clause, Range, Reading
from timeline.extract.subjects import LONGEST, is_plural
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

_LIST = 6
"""Things of a list that are looked at."""

_THING = 6
"""Words of one of them."""


def kind_of(
    reading: Reading, clause: Clause, place: int, number: int, cues: Cues
) -> str:
    """What a range is to its clause, by where the verb stands."""
    verb = next(
        (
            i
            for i, r in enumerate(clause.ranges)
            if clause.group and r.first <= clause.group.first < r.last
        ),
        0,
    )
    if place == verb:
        return "core"
    part = clause.ranges[place]
    first = reading.words[part.first]
    if place > verb:
        low = first.low
        core = low == "of"  # "A third, or ten thousand, | of its shares"
        core = core or _is_thing_listed(reading, clause, place, cues)
        core = core or _is_described_twice(reading, clause, place, cues)
        if not number and (core or _is_aim(reading, clause, place, cues)):
            return "core"
        apposition = low in cues.grammar.determiners or low in cues.names.titles
        apposition = apposition or first.text[0].isupper()
        return "apposition" if apposition and not number else "tail"
    assert clause.group is not None
    own = clause.ranges[verb]
    has_subject = _has_subject(reading, own, clause.group, cues)
    opens = part.first == clause.first and first.low == clause.opener
    part = Range(part.first + (opens and part.last - part.first > 1), part.last)
    lead = is_adverbial(reading, part, cues) and not _leads_to_subject(
        reading, part, cues
    )
    if has_subject and not lead and _ends_name(reading, part, own, clause.group):
        return "core"
    if has_subject:
        between = {w.low for w in reading.words[own.first : clause.group.first]}
        return "lead" if lead or not between & {"and", "or"} else "core"
    earlier = [r for r in clause.ranges[:place] if not is_adverbial(reading, r, cues)]
    if lead:
        return "lead"
    follows = bool(earlier) and earlier[-1] is clause.ranges[place - 1]
    if follows and _is_name(reading, part) and _is_post(reading, earlier[-1], cues):
        return "name"
    broken = place + 2 == verb and in_brackets(reading, clause.ranges[place + 1])
    return "apposition" if earlier and not broken else "subject"


def _ends_name(reading: Reading, part: Range, own: Range, group: Group) -> bool:
    """Whether ", Sarn opened" only ends the name in "the school of Lund, Sarn opened"."""
    names = reading.words[own.first : group.first]
    before = reading.words[part.last - 1]
    single = len(names) == 1 and names[0].text[0].isupper()
    return single and before.text[0].isupper() and own.first - part.last <= 1


def _is_aim(reading: Reading, clause: Clause, place: int, cues: Cues) -> bool:
    """Whether an aside parts a verb from what shall be done.

    "Called for Lund, its port, | to be saved", "has begun, with help, | to build".
    """
    first = clause.ranges[place].first
    group = next((g for g in reading.groups if g.first == first), None)
    if group is None or group.tense is not Tense.INFINITIVE or clause.group is None:
        return False
    broken = clause.ranges[place - 1].first > clause.group.last
    governs = reading.words[clause.group.last : clause.group.last + 1]
    asks = clause.group.base in cues.headline.aiming and not clause.group.passive
    asks = asks or any(word.low in ("for", ",") for word in governs)
    return broken and asks


def _leads_to_subject(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether "tomorrow | the board of the mine" goes on with one who acts."""
    ends = [r.last for r, _ in reading.timexes if r.first - part.first in (0, 1)]
    return any(
        end < part.last and reading.words[end].low in cues.grammar.articles
        for end in ends
    )


def _is_thing_listed(reading: Reading, clause: Clause, place: int, cues: Cues) -> bool:
    """Whether a stretch is one of several things: "the mill, | the port | and the dam".

    A list ends with "and" before its last thing, or in its last stretch.
    """
    for part in clause.ranges[place : place + _LIST]:
        words = reading.words[part.first : min(part.last, part.first + _THING)]
        if any(group.first == part.first for group in reading.groups):
            return False
        if part.first and reading.words[part.first - 1].low != ",":
            return False
        for word in words:
            if word.low in cues.grammar.prepositions:
                break
            if word.low in cues.grammar.relatives:
                break
            if word.low in ("and", "or"):
                return True
    return False


def _is_described_twice(
    reading: Reading, clause: Clause, place: int, cues: Cues
) -> bool:
    """Whether a comma stands between two adjectives: "formed a close, | informal club"."""
    part, group = clause.ranges[place], clause.group
    first = part.first
    if first < 3 or group is None or first - 3 < group.last - 1:
        return False
    if not joins_adjectives(reading.words, first - 1, cues):
        return False
    small = cues.grammar.bound | cues.openers | cues.grammar.adverbs
    acts = any(g.first == first for g in reading.groups)
    noun = any(
        w.text.islower() and w.low not in small
        for w in reading.words[first + 1 : min(first + 2, part.last)]
    )
    return noun and not acts and reading.words[first].low not in small


def _has_subject(reading: Reading, own: Range, group: Group, cues: Cues) -> bool:
    """Whether a stretch has its verb's subject, not "company" of "the Lund, Ore., company"."""
    grammar = cues.grammar
    before = tuple(
        word
        for word in reading.words[own.first : group.first]
        if not word.is_mark
        and word.low not in grammar.adverbs
        and word.low not in grammar.coordinators
    )
    if not before or before[0].low in grammar.prepositions:
        return False
    bare = len(before) == 1 and before[0].text.islower()
    several = is_plural(before[0], cues)
    return not bare or several or before[0].low in grammar.vague


def _is_post(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether a stretch can say what someone is: "the adviser", not "Norda Inc.".

    Nor "the court of Lund county", which its country follows.
    """
    last = reading.words[part.last - 1]
    named = last.text[0].isupper() or last.low in cues.names.places
    return part.last - part.first <= LONGEST and not named


def _is_name(reading: Reading, part: Range) -> bool:
    """Whether a stretch is a bare name: "the adviser, Anna Berg, resigned"."""
    words = [w for w in reading.words[part.first : part.last] if not w.is_mark]
    return 0 < len(words) <= 4 and all(w.text[0].isupper() for w in words)


def mark_before(reading: Reading, part: Range) -> str:
    """The mark that joins a stretch to what stands before it, not that of an aside."""
    before = reading.words[part.first - 1] if part.first else None
    if before is None or before.low in ")]" or not before.is_mark:
        return ""
    colon = before.low == ":" or reading.words[part.first - 2].low == ":"
    return "–" if before.low in "-–—" else ":" if colon else ","


def in_brackets(reading: Reading, part: Range) -> bool:
    """Whether a bracket opens before the stretch."""
    return part.first > 0 and reading.words[part.first - 1].low in "(["
