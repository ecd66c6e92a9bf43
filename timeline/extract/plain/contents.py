"""Whether who says so says anything: "das teilte die Polizei am Montag mit" tells nothing.

What was said stands in the sentence before it, which is an event of its own.
"""

from timeline.extract.draft import Draft
from timeline.extract.plain.words import QUOTED, lows
from timeline.extract.reading import Reading
from timeline.lang.tongues import Tongue


def only_points(reading: Reading, draft: Draft, tongue: Tongue) -> bool:
    """Whether a verb of saying has nothing but a pronoun for what is said."""
    group, small = draft.group, tongue.words
    if group is None or group.base not in tongue.voices.verbs:
        return False
    told = any(clause.opener in small.that for clause in reading.clauses)
    quoted = any(word.low in QUOTED or word.low == ":" for word in reading.words)
    if told or quoted or group.negated:
        return False
    known = lows(reading.words, tongue)
    if tongue.is_verb_last:
        return known.tails[0] in small.it and len(reading.clauses) == 1
    if tongue.helpers.stands.isdisjoint(known.tails[:1]):
        return _is_clitic(known.heads, known.tails, group.first, small.clitics)
    return known.heads[0] in small.it  # "C'est ce qu'a annoncé le ministre"


def _is_clitic(
    heads: tuple[str, ...], tails: tuple[str, ...], at: int, clitics: frozenset[str]
) -> bool:
    """Whether a pronoun stands right before a verb: "lo anunció el ministro"."""
    return heads[at] in clitics or (at > 0 and tails[at - 1] in clitics)
