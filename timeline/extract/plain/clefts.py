"""Clauses that bring someone or something out, and those that bring what is reported.

"Fue Brenn quien", "c'est à Lund que"; "informations selon lesquelles", "Berichte, wonach".
"""

from timeline.extract.clause import Clause
from timeline.extract.plain.words import lows
from timeline.extract.reading import Reading
from timeline.lang.tongues import Tongue


def is_cleft(reading: Reading, clause: Clause, tongue: Tongue) -> bool:
    """Whether who does something is only brought out: "fue Brenn quien", "foi ela que"."""
    host = reading.clauses[clause.host] if clause.host is not None else None
    if host is None or reading.words[host.first].low not in tongue.helpers.clefts:
        return False
    inside = reading.words[host.first : clause.first]
    return not any(word.is_mark for word in inside)


def is_brought_out(reading: Reading, clause: Clause, tongue: Tongue) -> bool:
    """Whether how or where is only brought out: "c'est avec du retard que le train est arrivé"."""
    host = reading.clauses[clause.host] if clause.host is not None else None
    if host is None or host.last - host.first < 2 or tongue.is_verb_last:
        return False
    known = lows(reading.words[host.first : host.first + 2], tongue)
    led = known.tails[1] in tongue.words.prepositions - tongue.words.articles
    is_ = known.tails[0] in tongue.helpers.clefts or known.heads[0] in tongue.words.it
    return led and is_ and clause.opener in tongue.words.that


def is_reported(reading: Reading, clause: Clause, tongue: Tongue) -> bool:
    """Whether a clause only brings what some reports say: "selon lesquelles", "wonach"."""
    small = tongue.words
    if clause.opener in small.whereby:
        return True
    led = reading.words[clause.first].low in tongue.voices.according
    return led and clause.opener in small.relative
