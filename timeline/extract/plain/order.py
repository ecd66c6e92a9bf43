"""A clause of a plain sentence as a sentence of its own.

What is told about someone in a relative clause gets that someone for its subject. Where
verbs close a clause or stand second, a clause whose opener or date is left out is put in
the order of a sentence: "nachdem sie gescheitert waren" is "Sie waren gescheitert".
"""

from collections.abc import Sequence

from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft
from timeline.extract.plain import clefts, passives, second, subjects
from timeline.extract.plain.clauses import holding
from timeline.extract.plain.words import lows
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.tongues import Tongue
from timeline.text.words import Word

_ALONE = frozenset(
    "die flee resign explode collapse crash burn disappear fail rise fall depart end".split()
)
"""Classes of what needs nobody that it is done to."""

_BEGINS = frozenset(("launch", "end"))
"""Classes of what goes without an object as well: "la huelga, que comenzó"."""


def ordered(
    reading: Reading, places: Sequence[int], draft: Draft, tongue: Tongue
) -> str:
    """The words at these places as a sentence, "" where they are one or cannot be."""
    group = draft.group
    if group is not None and group.tense is Tense.PARTICIPLE:
        return passives.sentence(reading, places, group, tongue)
    clause = _own(reading, draft)
    if clause is None or not places:
        return ""
    if clause.role is Role.RELATIVE:
        return _of_relative(reading, places, clause, tongue)
    if clause.role is Role.MAIN and clause.opener and not tongue.is_verb_last:
        return _with_teller(reading, places, clause, tongue)
    if not tongue.is_verb_last or clause.role is Role.CONDITION:
        return ""
    if clause.opener:
        inside = [at for at in places if clause.holds(at)]
        opened = inside and reading.words[inside[0]].low == clause.opener
        rest = [at for at in places if at != inside[0]] if opened else []
        put = second.put(reading, rest, clause, tongue) if rest else ""
        is_said = clause.role is Role.MAIN
        return put or (_with_host(reading, places, clause, tongue) if is_said else "")
    return second.put(reading, places, clause, tongue)


def about(reading: Reading, draft: Draft, tongue: Tongue) -> Range | None:
    """The words before a relative clause or a participle that it is about, if any."""
    group, clause = draft.group, _own(reading, draft)
    if group is not None and group.tense is Tense.PARTICIPLE:
        places = range(draft.first, draft.last)
        return subjects.described(reading, places, group.head, tongue)
    relative = clause is not None and clause.role is Role.RELATIVE
    return subjects.antecedent(reading, clause, tongue) if clause and relative else None


def _own(reading: Reading, draft: Draft) -> Clause | None:
    """The clause of the verb that tells a draft."""
    group = draft.group
    if group is None or not draft.clauses:
        return None
    index = holding(reading.clauses, group.first)
    clause = reading.clauses[index] if index >= 0 else None
    return clause if clause and clause.group == group else None


def _with_teller(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """What someone says of himself with who says so: "El alcalde dijo que dimitirá"."""
    host = reading.clauses[clause.host] if clause.host is not None else None
    if host is None or host.group is None or clause.group is None:
        return ""
    small = tongue.words
    light = (small.light | small.negations | small.that) - small.articles
    known = lows(reading.words, tongue)
    tails = known.tails
    opened = {known.heads[clause.first], *tails[clause.first : clause.first + 3]}
    if clause.opener not in opened:
        return ""  # "que el precio se triplicó en 2004, se duplicó en 2005"
    if tails[host.group.first] in tongue.helpers.stands | tongue.helpers.was:
        return ""  # "C'est en 1823 qu'il publie"
    lead = [at for at in places if clause.first <= at < clause.group.first]
    if not all({tails[at], reading.words[at].low} & light for at in lead):
        return ""
    return _with_host(reading, places, clause, tongue)


def _with_host(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """A clause with the one that it stands in, without the dates of that one."""
    host = reading.clauses[clause.host] if clause.host is not None else None
    if host is None:
        return ""
    told = {at for part in host.ranges for at in range(part.first, part.last)}
    for place, _ in reading.timexes:
        first = place.first
        while first - 1 in told and reading.words[first - 1].low in (
            tongue.words.before_date
        ):
            first -= 1
        told -= set(range(first, place.last))
    return reading.joined(sorted({*told, *places}))


# ── Relative clauses ─────────────────────────────────────────────────────────────────


def _of_relative(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """What is told about someone, with that someone before it."""
    if clefts.is_reported(reading, clause, tongue):
        return _of_reports(reading, places, clause, tongue)
    whom = subjects.antecedent(reading, clause, tongue)
    words = reading.words
    opener = _opener(reading, places, clause)
    if opener < 0 or whom is None:
        return _with_host(reading, places, clause, tongue)
    if clause.opener in tongue.words.where:
        return _at_place(reading, places, clause, tongue)
    if clefts.is_brought_out(reading, clause, tongue):
        return reading.joined([at for at in places if at > opener])
    said = subjects.said(reading, whom, tongue)
    if _is_subject(reading, places, clause, whom, tongue):
        rest = [at for at in places if at > opener]
        if not tongue.is_verb_last:
            return f"{said} {reading.joined(rest)}"
        host = reading.clauses[clause.host] if clause.host is not None else None
        if host and whom.first == host.first and clause.group:
            return second.second(reading, said, rest, clause.group, tongue)
    if words[whom.first].low in tongue.words.oblique:
        whom = Range(whom.first + (whom.last - whom.first > 1), whom.last)
        while tongue.words.genitive and _is_declined(reading, whom):
            whom = Range(whom.first + 1, whom.last)
        said = said if _starts(reading, whom, clause) else reading.said(whom)
    comma = "," if words[clause.first - 1].low == "," else ""
    return f"{said}{comma} {reading.joined(places)}"


def _of_reports(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """What reports say, without them: "informations selon lesquelles le maire aurait fui"."""
    words = reading.words
    own = [at for at in places if clause.holds(at)]
    opens = [i for i, at in enumerate(own) if words[at].low == clause.opener]
    rest = own[opens[0] + 1 :] if opens else own
    put = second.put(reading, rest, clause, tongue) if tongue.is_verb_last else ""
    return put or reading.joined(rest)


def _is_declined(reading: Reading, whom: Range) -> bool:
    """Whether an adjective in the case of what is no subject leads: "neuen Schwimmhalle"."""
    low = reading.words[whom.first].text
    return whom.last - whom.first > 1 and low.islower() and low.endswith("en")


def _lead(reading: Reading, opener: int, group: Group, tongue: Tongue) -> int:
    """The first word before the verb that says more than when, else the verb."""
    words, small = reading.words, tongue.words
    light = small.before_date | small.light - small.persons
    inside = range(opener + 1, group.first)
    said = (at for at in inside if at not in reading.dated_words)
    return next((at for at in said if words[at].low not in light), group.first)


def _goes_alone(lead: int, group: Group, tongue: Tongue) -> bool:
    """Whether a clause that ends with its verb has nobody else in it: "der begann"."""
    action = tongue.classes.get(group.base)
    needs_none = action in _ALONE | _BEGINS or group.base in tongue.voices.going
    return lead == group.first and needs_none


def _is_done(reading: Reading, lead: int, group: Group, tongue: Tongue) -> bool:
    """Whether something is done to what a clause that ends with its verb is about."""
    low = reading.words[lead].low
    if group.passive:
        return low not in tongue.words.articles
    return lead == group.first and low in tongue.helpers.were_done


def _opener(reading: Reading, places: Sequence[int], clause: Clause) -> int:
    """The place of the word that opens a clause, behind its article: "la que"; or -1."""
    own = [at for at in places if clause.holds(at)]
    said = (at for at in own[:2] if reading.words[at].low == clause.opener)
    return next(said, own[0] if own else -1)


def _agrees(reading: Reading, whom: Range, group: Group, tongue: Tongue) -> bool:
    """Whether a verb of many has many for its subject, where the words show that."""
    many, words = tongue.guess.many, reading.words
    if tongue.is_verb_last or tongue.words.he or not many:
        return True
    if not words[second.finite(group)].low.endswith(many):
        return True
    small = tongue.words
    inside = [words[at] for at in range(whom.first, whom.last)]
    several = any(w.low in small.coordinators or w.low[0].isdigit() for w in inside)
    several = several or any(w.low in reading.cues.quantities.numbers for w in inside)
    head = next((w for w in inside if w.low not in small.articles), inside[0])
    return several or head.low.endswith(tongue.guess.plural) or head.text[0].isupper()


def _is_done_to(
    reading: Reading, behind: Word | None, group: Group, tongue: Tongue
) -> bool:
    """Whether who stands behind a verb can only be whom it is done to.

    "Que derrocaron a Brenn"; "che rovesciarono Brenn", where the verb is of many.
    """
    if behind is None:
        return False
    after = next((w for w in reading.words if w.start > behind.start), behind)
    if behind.low in tongue.words.whom and after.text[0].isupper():
        return True
    finite = reading.words[second.finite(group)].low
    many = finite.endswith(tongue.guess.many)
    return many and behind.text[0].isupper()


def _stands_alone(reading: Reading, group: Group, tongue: Tongue) -> bool:
    """Whether a verb can have no object: "que huyó"; "que publicó" may be what he published."""
    before = reading.words[group.first - 1].low if group.first else ""
    action = tongue.classes.get(group.base)
    return (
        before in tongue.helpers.reflexive
        or action in _ALONE
        or group.base in tongue.voices.going
        or _is_passive(reading, group, tongue)
    )


def _is_passive(reading: Reading, group: Group, tongue: Tongue) -> bool:
    """Whether an auxiliary of the passive stands in a group: "había sido detenido"."""
    inside = reading.words[group.first : group.head]
    return any(word.low in tongue.helpers.been for word in inside)


def _at_place(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """What happened somewhere: "huyó a Lund, donde murió" is of him who fled."""
    rest, group = list(places[1:]), clause.group
    if tongue.is_verb_last or group is None or not rest:
        return second.put(reading, rest, clause, tongue)
    host = reading.clauses[clause.host] if clause.host is not None else None
    small = tongue.words
    light = small.light - small.articles
    ahead = [at for at in rest if at < group.first]
    alone = host is not None and all(reading.words[at].low in light for at in ahead)
    behind = reading.words[max(group.last, group.head + 1) :][:1]
    alone = alone and not (behind and behind[0].text[0].isupper())
    who = subjects.subject(reading, host, tongue) if host and alone else None
    if who is None:
        return reading.joined(rest)
    rest = [at for at in rest if reading.words[at].low not in small.persons]
    return f"{reading.said(who)} {reading.joined(rest)}"


def _starts(reading: Reading, whom: Range, clause: Clause) -> bool:
    """Whether who a clause is about begins its host, so that its article can stay."""
    host = reading.clauses[clause.host] if clause.host is not None else None
    return host is not None and whom.first - 1 == host.first


def _is_subject(
    reading: Reading,
    places: Sequence[int],
    clause: Clause,
    whom: Range,
    tongue: Tongue,
) -> bool:
    """Whether who a clause is about does what it tells: "que mató", not "que vio Lind"."""
    group, words, small = clause.group, reading.words, tongue.words
    opener = _opener(reading, places, clause)
    if group is None or words[opener].low not in small.subjects:
        return False
    if not _agrees(reading, whom, group, tongue):
        return False
    if tongue.is_verb_last:
        lead = _lead(reading, opener, group, tongue)
        alone = _goes_alone(lead, group, tongue)
        return alone or _is_done(reading, lead, group, tongue)
    if words[opener].low not in small.that:
        return True
    light = (small.light | small.negations | small.before_date) - small.articles
    for at in range(opener + 1, group.first):
        if (
            at not in reading.dated_words
            and words[at].low not in light
            and not words[at].is_mark
        ):
            return words[at].low.endswith(("mente", "ment"))
    cleft = clefts.is_cleft(reading, clause, tongue)
    if cleft or group.passive:
        return True
    return _has_no_other(reading, places, group, tongue)


def _has_no_other(
    reading: Reading, places: Sequence[int], group: Group, tongue: Tongue
) -> bool:
    """Whether nobody behind a verb can be who does it: "que mató a Lind", "que huyó"."""
    words, small = reading.words, tongue.words
    end = max(group.last, group.head + 1)
    behind = next((words[at] for at in places if at >= end), None)
    if not small.he and _is_done_to(reading, behind, group, tongue):
        return True
    begins = behind is None or behind.is_mark
    begins = begins and tongue.classes.get(group.base) in _BEGINS
    if not small.he and not begins and not _stands_alone(reading, group, tongue):
        return False
    if behind is None:
        return True
    article = behind.low in small.articles - small.prepositions
    return not article and not behind.text[0].isupper()
