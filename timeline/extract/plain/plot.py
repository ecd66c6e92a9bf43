"""The verbs of a plain sentence by what they do: who says so, and what is said."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from timeline.extract.clause import Role
from timeline.extract.plain.clauses import holding
from timeline.extract.plain.verbal import Verb
from timeline.extract.plain.words import BREAKS, QUOTED, lows
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group
from timeline.lang.tongues import Tongue

_CONTENT = 14
"""Words behind a verb of saying among which what is said begins."""


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
    found = reading.plain.verbs
    plain = [verb for verb in found if not verb.opener]
    for verb in found:
        if not (_says(verb.group, tongue) or _closes_quote(reading, verb)):
            continue
        if verb.opener:
            if verb.opener in tongue.words.quoting and plain:
                return Plot(found, tuple(plain), plain[0], verb)
            continue
        others = tuple(v for v in plain if v is not verb)
        if _stands_behind(reading, verb, found, tongue):
            return Plot(found, others, None, verb, is_behind=True)
        said = _content(reading, verb, found, tongue)
        if said is None and _brings(reading, verb, tongue):
            return Plot(found, others, None, verb)
        if said is not None:
            marked = replace(said, group=_doubted(said.group, verb.group, tongue))
            mains = tuple(v for v in others if v is not said)
            every = tuple(marked if v is said else v for v in found)
            return Plot(every, (*mains, marked), marked, verb)
    if tongue.helpers.indirect:
        found = tuple(_indirect(reading, verb, found, tongue) for verb in found)
    return Plot(found, tuple(verb for verb in found if not verb.opener))


def _indirect(
    reading: Reading, verb: Verb, found: Sequence[Verb], tongue: Tongue
) -> Verb:
    """A verb in indirect speech, which only tells what someone says: "er habe …"."""
    group, words = verb.group, reading.words
    at = next(
        (
            i
            for i in (group.first, group.last - 1)
            if words[i].low in tongue.helpers.indirect
        ),
        -1,
    )
    near = {word.low for word in words[max(0, at - 1) : at + 2]} if at >= 0 else set()
    if at < 0 or group.modal or not near.isdisjoint(tongue.words.spoken):
        return verb
    before = [v.group for v in found if v.group.head < group.first]
    rejects = bool(before) and tongue.classes.get(before[-1].base) == "reject"
    return replace(verb, group=replace(group, modal="deny" if rejects else "claim"))


def _says(group: Group, tongue: Tongue) -> bool:
    voices = tongue.voices
    saying = voices.verbs | voices.claims | voices.denials
    return group.base in saying and not group.passive


def _closes_quote(reading: Reading, verb: Verb) -> bool:
    """Whether a verb stands right behind a quotation and its comma: '", rief er'."""
    first = verb.group.first
    before = [word.low for word in reading.words[max(0, first - 2) : first]]
    opens = reading.words[0].low in QUOTED and not verb.opener
    return opens and before[1:] == [","] and before[0] in QUOTED


def _stands_behind(
    reading: Reading, verb: Verb, found: Sequence[Verb], tongue: Tongue
) -> bool:
    """Whether a verb of saying closes what was said: "…, dijo la policía"."""
    at = verb.group.first
    if at < 2 or reading.words[at - 1].low not in BREAKS | QUOTED:
        return False
    told = any(v.group.first < at and not v.opener for v in found)
    quoted = any(w.low in QUOTED for w in reading.words[:at])
    return quoted or (told and not _ends_apposition(reading, at, found, tongue))


def _ends_apposition(
    reading: Reading, at: int, found: Sequence[Verb], tongue: Tongue
) -> bool:
    """Whether the comma before a verb ends what explains its subject: ", Ana Lind, a dit"."""
    words, small = reading.words, tongue.words
    marks = [i for i in range(at - 1) if words[i].low in BREAKS]
    if words[at - 1].low != "," or not marks:
        return False
    start = marks[-2] + 1 if len(marks) > 1 else 0
    inside = range(start, at - 1)
    if any(verb.group.head in inside or verb.group.first in inside for verb in found):
        return False
    lead = words[start]
    return lead.low in small.articles - small.prepositions or (
        lead.text[0].isupper() and lead.low not in small.prepositions | small.articles
    )


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
        if other.opener in that and _is_relative(reading, other):
            continue
        if other.opener in that and other.opener:
            return other
        marks = [w.low for w in between if w.low in ",:" or w.low in QUOTED]
        return other if marks and not other.opener else None
    return None


def _is_relative(reading: Reading, verb: Verb) -> bool:
    """Whether the clause of a verb is about a thing: "la propuesta que presentó"."""
    index = holding(reading.clauses, verb.group.head)
    return index >= 0 and reading.clauses[index].role is Role.RELATIVE


def _brings(reading: Reading, verb: Verb, tongue: Tongue) -> bool:
    """Whether "that" follows a verb of saying, with a verb that is not known."""
    after = max(verb.group.last, verb.group.head)
    behind = lows(reading.words[after : after + 3], tongue)
    return not tongue.words.that.isdisjoint((*behind.heads, *behind.tails))


def _doubted(group: Group, report: Group, tongue: Tongue) -> Group:
    base = report.base
    if base in tongue.voices.denials or (report.negated and group.modal == ""):
        return replace(group, modal="deny")
    return replace(group, modal="claim") if base in tongue.voices.claims else group
