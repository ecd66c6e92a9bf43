"""A clause with its verb behind its subject again: "only then did he call" as "he called"."""

from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group
from timeline.lang.cues import Cues
from timeline.text.words import stretch_start

Piece = str | Range
"""Words to be said as they stand in the text, or others."""


def straight(reading: Reading, part: Range, cues: Cues) -> list[Piece]:
    """The pieces of a stretch in their plain order; none where it is said as it stands.

    What is said before the verb goes if it is no more than "only", "nor" or a date.
    """
    if moved := _subject_behind(reading, part, cues):
        return moved
    turned = (g for g in reading.inverted if part.first <= g.first < g.head < part.last)
    group = next(turned, None)
    if group is None or not _goes(reading, Range(part.first, group.first), group, cues):
        return []
    subject = Range(group.first + 1, group.subject_end)
    behind = Range(group.head + 1, part.last)
    helper = reading.words[group.first]
    denied = ["not"] * group.negated
    if helper.low in cues.grammar.do:
        past = cues.pasts.get(group.base)
        if helper.low != "did" or past is None:
            return []
        verb = Range(group.head, behind.first) if group.negated else past
        helps = [helper.low] * group.negated
        return [subject, *helps, *denied, verb, behind]
    verbs = Range(group.subject_end, behind.first)
    return [subject, helper.low, *denied, verbs, behind]


def _subject_behind(reading: Reading, part: Range, cues: Cues) -> list[Piece]:
    """ "On Monday came the news": its subject stands behind a verb that a date leads to."""
    dates = [r for r, _ in reading.timexes if r.first - part.first <= 1]
    dates = [r for r in dates if part.first <= r.first]
    verb = next(
        (g for r in dates for g in reading.groups if g.finite and g.first == r.last),
        None,
    )
    if verb is None or verb.subject_end or verb.last >= part.last:
        return []
    leads = reading.words[part.first].low in cues.grammar.prepositions
    moves = verb.passive or verb.base in cues.intransitive
    begins = reading.words[verb.last]
    opens = begins.low in cues.grammar.determiners or begins.text[0].isupper()
    if not (leads and moves and opens and dates[0].last <= verb.first):
        return []
    last = part.last
    while reading.words[last - 1].is_mark:
        last -= 1
    return [Range(verb.last, last), Range(verb.first, verb.last)]


def _goes(reading: Reading, lead: Range, group: Group, cues: Cues) -> bool:
    """Whether nothing is lost with what stands before the helper."""
    words = [w for w in reading.words[lead.first : lead.last] if not w.is_mark]
    words = [w for w in words if w.low not in ("and", "but")]
    if not words:  # What turns it round stands in a stretch of its own: "not | until".
        first = stretch_start(reading.words, group.first)
        opens = reading.words[first].low in cues.headline.turning
        return opens and (not group.negated or first + 1 == group.first)
    if words[0].low not in cues.headline.turning:
        return False
    if group.negated:
        return len(words) == 1
    grammar = cues.grammar
    light = grammar.prepositions | grammar.adverbs | cues.headline.turning
    dates = [r for r, _ in reading.timexes if lead.first <= r.first < lead.last]
    dated = {w for r in dates for w in reading.words[r.first : r.last]}
    return all(w.low in light or w in dated for w in words)
