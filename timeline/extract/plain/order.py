"""A clause of a plain sentence as a sentence of its own.

What is told about someone in a relative clause gets that someone for its subject. Where
verbs close a clause or stand second, a clause whose opener or date is left out is put in
the order of a sentence: "nachdem sie gescheitert waren" is "Sie waren gescheitert".
"""

from collections.abc import Sequence

from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft
from timeline.extract.plain.clauses import before_marks, holding
from timeline.extract.plain.words import BREAKS, attribute, lows, participle
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.tongues import Tongue

_OF_SOMEONE = frozenset(
    "arrest release charge accuse convict kill die injure appoint elect resign dismiss".split()
)
"""Classes of what is done to persons and by them."""

_SUBJECT = 9
"""Words of the longest subject that is moved or repeated."""


def ordered(
    reading: Reading, places: Sequence[int], draft: Draft, tongue: Tongue
) -> str:
    """The words at these places as a sentence, "" where they are one or cannot be."""
    group = draft.group
    if group is not None and group.tense is Tense.PARTICIPLE:
        return _of_participle(reading, places, group, tongue)
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
        put = _put(reading, rest, clause, tongue) if rest else ""
        is_said = clause.role is Role.MAIN
        return put or (_with_host(reading, places, clause, tongue) if is_said else "")
    return _put(reading, places, clause, tongue)


def about(reading: Reading, draft: Draft, tongue: Tongue) -> Range | None:
    """The words before a relative clause or a participle that it is about, if any."""
    group, clause = draft.group, _own(reading, draft)
    if group is not None and group.tense is Tense.PARTICIPLE:
        places = range(draft.first, draft.last)
        return _described(reading, places, group.head, tongue)
    relative = clause is not None and clause.role is Role.RELATIVE
    return _antecedent(reading, clause, tongue) if clause and relative else None


def _own(reading: Reading, draft: Draft) -> Clause | None:
    """The clause of the verb that tells a draft."""
    group = draft.group
    if group is None or not draft.clauses:
        return None
    index = holding(reading.clauses, group.first)
    clause = reading.clauses[index] if index >= 0 else None
    return clause if clause and clause.group == group else None


def _of_participle(
    reading: Reading, places: Sequence[int], group: Group, tongue: Tongue
) -> str:
    """What was done to something: "la ley aprobada en 2003" is "La ley fue aprobada"."""
    helpers, words = tongue.helpers.passed, reading.words
    at, form = group.head, attribute(words[group.head].low, tongue)
    if tongue.is_verb_last and form and at + 1 < len(words):
        behind = [place for place in places if place > at]
        whom, done = text(reading, [places[0], *behind]), _stem(words[at].low, tongue)
    else:
        part = _described(reading, places, at, tongue)
        whom = reading.said(part) if part else ""
        done = text(reading, [place for place in places if place >= at])
    if not whom:
        return ""
    if group.base in tongue.voices.going:
        helpers = tongue.helpers.gone
    done = done[:1].lower() + done[1:]
    guessed = group.base == words[at].low
    if not helpers or guessed or group.base in tongue.voices.plans:
        return f"{whom} {done}"
    if (
        tongue.is_verb_last
        and words[at].low == done
        and whom.lower().startswith("die ")
    ):
        return f"{whom}, {done}"
    return f"{whom} {helpers[_is_plural(whom, words[at].low, tongue)]} {done}"


def _stem(low: str, tongue: Tongue) -> str:
    """A participle without the ending of an adjective."""
    ends = (
        low.removesuffix(end) for end in tongue.guess.adjective if low.endswith(end)
    )
    return next((stem for stem in ends if participle(stem, tongue)), low)


def _is_plural(whom: str, participle_: str, tongue: Tongue) -> bool:
    """Whether many are told of: by the ending of the participle, else by the article."""
    if not tongue.is_verb_last:
        one = participle_.removesuffix("s")
        odd = one != participle_ and participle(one, tongue) is None
        return participle_.endswith(tongue.guess.plural) and not odd
    first, last = whom.split(maxsplit=1)[0].lower(), whom.rsplit(maxsplit=1)[-1]
    if first in tongue.words.either:
        return last.endswith(tongue.guess.plural)
    return first not in tongue.words.one or first.isdigit()


def _subject_behind(reading: Reading, at: int, tongue: Tongue) -> Range | None:
    """Who a sentence is about that begins with a participle: "Fondée en 1951, l'usine"."""
    index = holding(reading.clauses, at)
    host = reading.clauses[index].host if index >= 0 else None
    clause = reading.clauses[host] if host is not None else None
    if clause is None or clause.group is None:
        return None
    first, last, small = clause.first, clause.group.first, tongue.words
    while last > first and reading.words[last - 1].low in small.light - small.persons:
        last -= 1
    when = any(first <= place.first < last for place, _ in reading.timexes)
    whole = 0 < last - first <= _SUBJECT and not when
    away = reading.words[first].low in small.prepositions - small.articles
    return Range(first, last) if whole and not away else None


def _described(
    reading: Reading, places: Sequence[int], at: int, tongue: Tongue
) -> Range | None:
    """The words that a participle describes: before it, or before the comma of its stretch."""
    words, first = reading.words, at
    while first and words[first - 1].low not in BREAKS:
        first -= 1
    inside = [place for place in places if first <= place < at]
    opens = first
    while opens < at and words[opens].low in tongue.words.light:
        opens += 1
    aside = tongue.is_verb_last or participle(words[opens].low, tongue)
    if first and words[first - 1].low == "," and aside:
        return _noun_phrase(reading, first, tongue)
    if not opens and aside:
        return _subject_behind(reading, at, tongue)
    nouns = any(words[place].low in tongue.words.articles for place in inside)
    return Range(inside[0], at) if nouns and not tongue.is_verb_last else None


def _with_teller(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """What someone says of himself with who says so: "El alcalde dijo que dimitirá"."""
    host = reading.clauses[clause.host] if clause.host is not None else None
    if host is None or host.group is None or clause.group is None:
        return ""
    small = tongue.words
    light = (small.light | small.negations | small.that) - small.articles
    tails = lows(reading.words, tongue).tails
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
    return text(reading, sorted({*told, *places}))


# ── Relative clauses ─────────────────────────────────────────────────────────────────


def _of_relative(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """What is told about someone, with that someone before it."""
    whom = _antecedent(reading, clause, tongue)
    words = reading.words
    opener = next((at for at in places if clause.holds(at)), -1)
    if opener < 0 or whom is None:
        return _with_host(reading, places, clause, tongue)
    if clause.opener in tongue.words.where:
        return _at_place(reading, places, clause, tongue)
    said = reading.said(whom)
    if _is_subject(reading, places, clause, tongue):
        rest = [at for at in places if at > opener]
        if not tongue.is_verb_last:
            return f"{said} {text(reading, rest)}"
        host = reading.clauses[clause.host] if clause.host is not None else None
        if host and whom.first == host.first and clause.group:
            return _second(reading, said, rest, clause.group, tongue)
    if words[whom.first].low in tongue.words.oblique:
        whom = Range(whom.first + (whom.last - whom.first > 1), whom.last)
        said = said if _starts(reading, whom, clause) else reading.said(whom)
    comma = "," if words[clause.first - 1].low == "," else ""
    return f"{said}{comma} {text(reading, places)}"


def _at_place(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """What happened somewhere: "huyó a Lund, donde murió" is of him who fled."""
    rest, group = list(places[1:]), clause.group
    if tongue.is_verb_last or group is None or not rest:
        return _put(reading, rest, clause, tongue)
    host = reading.clauses[clause.host] if clause.host is not None else None
    small, subject = tongue.words, ""
    light = small.light - small.articles
    ahead = [at for at in rest if at < group.first]
    if host and host.group and all(reading.words[at].low in light for at in ahead):
        lead = Range(host.first, host.group.first)
        when = any(
            lead.first <= place.first < lead.last for place, _ in reading.timexes
        )
        short = 0 < lead.last - lead.first <= _SUBJECT
        away = reading.words[lead.first].low in small.prepositions - small.articles
        subject = reading.said(lead) + " " if short and not when and not away else ""
        if subject:
            rest = [at for at in rest if reading.words[at].low not in small.persons]
    return subject + text(reading, rest)


def _starts(reading: Reading, whom: Range, clause: Clause) -> bool:
    """Whether who a clause is about begins its host, so that its article can stay."""
    host = reading.clauses[clause.host] if clause.host is not None else None
    return host is not None and whom.first - 1 == host.first


def _is_subject(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> bool:
    """Whether who a clause is about does what it tells: "que mató", not "que vio Lind"."""
    group, words, small = clause.group, reading.words, tongue.words
    opener = next(at for at in places if clause.holds(at))
    if group is None or words[opener].low not in small.subjects:
        return False
    if tongue.is_verb_last:
        inside = words[opener + 1 : group.first]
        return group.passive and not any(w.low in small.articles for w in inside)
    dated = {
        at for place, _ in reading.timexes for at in range(place.first, place.last)
    }
    light = (small.light | small.negations | small.before_date) - small.articles
    for at in range(opener + 1, group.first):
        if at not in dated and words[at].low not in light and not words[at].is_mark:
            return words[at].low.endswith(("mente", "ment"))
    end = max(group.last, group.head + 1)
    behind = next((words[at] for at in places if at >= end), None)
    if group.passive or words[opener].low not in small.that or behind is None:
        return True
    article = behind.low in small.articles - small.prepositions
    return not article and not behind.text[0].isupper()


def _antecedent(reading: Reading, clause: Clause, tongue: Tongue) -> Range | None:
    """The words that a relative clause is about: those right before it.

    Someone ("quien") is no thing of someone's: "la detención del alcalde, quien" is he, and
    what is done to someone is done to no event: "la detención del alcalde, que fue juzgado".
    """
    found = _noun_phrase(reading, clause.first, tongue)
    if found is None:
        return None
    words, small = reading.words, tongue.words
    tails = lows(words[found.first : found.last], tongue).tails
    action = tongue.classes.get(clause.group.base) if clause.group else None
    happens = action in _OF_SOMEONE and any(low in tongue.nouns for low in tails)
    if clause.opener not in small.someone and not happens:
        return found
    of = [at for at in range(found.first, found.last) if words[at].low in small.of]
    return Range(of[-1] + 1, found.last) if of else found


def _noun_phrase(reading: Reading, at: int, tongue: Tongue) -> Range | None:
    """The noun with what belongs to it that ends before a place and the marks there."""
    words, small = reading.words, tongue.words
    last = before_marks(words, at)
    index = holding(reading.clauses, last - 1) if last else -1
    if index < 0:
        return None
    group, first = reading.clauses[index].group, last
    verbal = range(group.first, group.last) if group else range(0)
    dated = {
        at for place, _ in reading.timexes for at in range(place.first, place.last)
    }
    while first and last - first < _SUBJECT:
        at = first - 1
        low = words[at].low
        if low in BREAKS or at in verbal or at in dated or (group and at == group.head):
            break
        if low in small.persons:
            break
        if low in small.prepositions - small.articles and low not in small.of:
            break
        first = at
        led = words[first - 1].low if first else ""
        if low in small.articles and low not in small.of and led not in small.of:
            break
    skipped = small.coordinators | small.of | (small.articles & small.prepositions)
    while (
        first < last - 1 and len(words[first].low) > 1 and words[first].low in skipped
    ):
        first += 1
    while first < last and words[last - 1].low in tongue.particles:
        last -= 1
    return Range(first, last) if first < last else None


# ── The verb second ──────────────────────────────────────────────────────────────────


def _put(
    reading: Reading, places: Sequence[int], clause: Clause, tongue: Tongue
) -> str:
    """A clause with its subject first and its verb second, "" where it is so or unclear."""
    group = clause.group
    if group is None:
        return ""
    finite = _finite(group)
    small, first = tongue.words, 0
    skipped = small.coordinators | small.light - small.persons
    while first < len(places) and (
        reading.words[places[first]].is_mark
        or reading.words[places[first]].low in skipped
    ):
        first += 1
    rest = places[first:]
    if not rest or finite not in rest:
        return ""
    if rest[0] == finite and reading.words[finite - 1].low in small.coordinators:
        return ""
    if rest[0] == finite:
        subject = _subject(reading, rest[1:], group, tongue)
        behind = [at for at in rest if at != finite and at not in subject]
        if not subject:
            return ""
        return _second(
            reading, text(reading, subject), [finite, *behind], group, tongue
        )
    if not clause.opener:
        return ""
    subject = _subject(reading, rest, group, tongue)
    behind = [at for at in rest if at not in subject]
    if not subject:
        return ""
    return _second(reading, text(reading, subject), behind, group, tongue)


def _second(
    reading: Reading, subject: str, rest: Sequence[int], group: Group, tongue: Tongue
) -> str:
    """A subject, the finite verb, what else there is, and the particle of the verb."""
    finite = _finite(group)
    verb, particle = _apart(reading.words[finite].text, group.base, tongue)
    behind = [at for at in rest if at != finite]
    while behind and reading.words[behind[-1]].low in ".!":
        behind.pop()
    return " ".join(filter(None, (subject, verb, text(reading, behind), particle)))


def _finite(group: Group) -> int:
    """The place of the finite verb: the first of those that stand apart, else the last."""
    return group.first if group.head > group.first else max(group.last - 1, group.head)


def _apart(verb: str, base: str, tongue: Tongue) -> tuple[str, str]:
    """A finite verb and the particle written on to it: "zurücktrat" is "trat … zurück"."""
    for particle in tongue.particles:
        rest = verb.removeprefix(particle)
        known = tongue.forms.get(rest, ()) if rest != verb else ()
        if any(form.particle == particle and form.base == base for form in known):
            return rest, particle
    return verb, ""


def _subject(
    reading: Reading, places: Sequence[int], group: Group, tongue: Tongue
) -> list[int]:
    """The places of the noun phrase that these begin with, none where that is unclear."""
    words, small = reading.words, tongue.words
    if not places:
        return []
    lead = words[places[0]]
    if lead.low in small.persons:
        return [places[0]]
    named = lead.text[0].isupper() or lead.text[0].isdigit()
    named = named or lead.low in small.articles
    named = named or lead.low in reading.cues.quantities.numbers
    if not named or lead.low in small.prepositions:
        return []
    dated = {
        at for place, _ in reading.timexes for at in range(place.first, place.last)
    }
    found = [places[0]]
    for at in places[1:]:
        low, before = words[at].low, words[found[-1]]
        verbal = group.first <= at < group.last or at == group.head
        ends = words[at].is_mark or at in dated or verbal or at != found[-1] + 1
        light = (
            low in small.light | small.negations | small.prepositions | tongue.particles
        )
        led = low in small.of and not group.passive and not ends
        article = low in small.articles and before.low not in small.of
        genitive = low in small.genitive and before.text[0].isupper()
        if ends or (light and not led) or (article and not genitive):
            break
        found.append(at)
    nouns = any(not words[at].text.islower() for at in found)
    whole = not words[found[-1]].text.islower() or not small.genitive
    return (
        found
        if whole and (nouns or not small.genitive) and len(found) <= _SUBJECT
        else []
    )


def text(reading: Reading, places: Sequence[int]) -> str:
    """The words at these places, with a blank where some are left out."""
    runs: list[list[int]] = []
    for at in places:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    return " ".join(reading.said(Range(run[0], run[-1] + 1)) for run in runs)
