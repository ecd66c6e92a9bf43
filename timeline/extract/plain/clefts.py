"""Clauses that bring someone or something out, and those that bring what is reported.

"Fue Brenn quien", "c'est à Lund que"; "informations selon lesquelles", "Berichte, wonach".
"""

from timeline.extract.clause import Clause
from timeline.extract.plain.words import lows
from timeline.extract.reading import Reading
from timeline.lang.tongues import Tongue

_NOUN = 5
"""Words before a clause among which stands what it brings."""


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
    small, first = tongue.words, clause.first
    before = [word.low for word in reading.words[max(0, first - _NOUN) : first]]
    if not any(_is_report(low, tongue) for low in before):
        return False  # "die Satzung, wonach Hunde verboten sind"
    if clause.opener in small.whereby:
        return True
    led = reading.words[clause.first].low in tongue.voices.according
    return led and clause.opener in small.relative


def _is_report(low: str, tongue: Tongue) -> bool:
    """Whether a word is a report or rumour, or ends in one: "Medienberichte"."""
    reports = tongue.words.reports
    joined = tongue.is_verb_last and low.endswith(tuple(sorted(reports)))
    return low in reports or (joined and bool(reports))
