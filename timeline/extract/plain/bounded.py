"""Dates that bound what happens: until when it is due, since when it lasts, after what.

By when something is to be done is its date, as is since when it has been done; after or
before what it happened is none.
"""

from collections.abc import Sequence

from timeline.extract.clause import Role
from timeline.extract.draft import Point, is_coarse, is_point
from timeline.extract.plain.clauses import holding
from timeline.extract.plain.words import BREAKS, lows
from timeline.extract.reading import Reading
from timeline.extract.verbs import DONE, Group, Tense
from timeline.lang.conjugation import INFINITIVE, PARTICIPLE
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Granularity, Kind, TimeValue, Timex

_BOUND = 10
"""Words before a date among which what bounds it stands."""

_TASKS = frozenset(("order", "ask", "appoint", "promise", "propose", "pass", "rule"))
"""Classes of verbs by which someone is to do something."""


def past_articles(reading: Reading, point: Point, tongue: Tongue) -> int:
    """The place of a date with the articles before it, one past what governs it."""
    small, first = tongue.words, point[0].first
    skipped = small.articles - small.of - small.bounds
    while first and reading.words[first - 1].low in skipped:
        first -= 1
    return first


def is_origin(reading: Reading, point: Point, tongue: Tongue) -> bool:
    """Whether a date only says from when a thing is: "eine Bombe aus dem Jahr 1943"."""
    small, words, at = tongue.words, reading.words, point[0].first
    if not small.origins:
        return False
    skipped = small.articles | small.before_date - small.prepositions
    while at and words[at - 1].low in skipped:
        at -= 1
    return at > 0 and words[at - 1].low in small.origins


def leads_date(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether only small words stand between a word and a date."""
    last = len(reading.words)
    while at < last and reading.words[at].low in tongue.words.before_date:
        at += 1
        if at in reading.dated_words:
            return True
    return at in reading.dated_words


def is_birth(reading: Reading, point: Point, born: frozenset[str]) -> bool:
    """Whether a date stands in an aside that says who was born when: ", geboren op 7 mei,"."""
    words, first = reading.words, point[0].first
    while first and words[first - 1].low not in BREAKS:
        first -= 1
    return first > 0 and words[first].low in born


def is_about(bounds: frozenset[str], timex: Timex, tongue: Tongue) -> bool:
    """Whether an hour after or before which something happened is as good as its own."""
    small = tongue.words
    ends = small.since | small.up_to
    return timex.kind is Kind.TIME and ends.isdisjoint(bounds)


def may_last(reading: Reading, point: Point, tongue: Tongue) -> bool:
    """Whether a date stands behind what says since when, or from when on."""
    before = _before(reading, past_articles(reading, point, tongue), tongue)
    led = before & tongue.words.since or before & tongue.words.from_on
    return bool(led) and not point[1].parts


def _before(reading: Reading, first: int, tongue: Tongue) -> set[str]:
    """The word before a date, and what its own first begins with: "dall'"."""
    words = reading.words
    heads = lows(words[first : first + 1], tongue).heads
    return {*lows(words[:first], tongue).tails[-1:], *heads}


def lasts(reading: Reading, point: Point, group: Group | None, tongue: Tongue) -> bool:
    """Whether a date says since when something has been done: "seit Montag streiken"."""
    if group is None or not may_last(reading, point, tongue):
        return False
    if group.negated or group.modal:
        return False
    words, first = reading.words, past_articles(reading, point, tongue)
    inside = words[min(first, group.first) : max(first, group.first)]
    if first > 1 and any(word.is_mark for word in inside):
        return False  # "Brenn, alcalde desde 2010, dimitió"
    if _goes_to(reading, point[0].last):
        return False  # "da lunedì a sabato"
    if _has_day_besides(reading, point):
        return False  # "per la prima volta dal 1974 ha vinto sabato"
    between = lows(words[max(group.last, group.head + 1) : first], tongue).tails
    if not tongue.is_verb_last and any(tongue.may_be(w, INFINITIVE) for w in between):
        return False  # "se condena a pagar intereses desde el 1 de marzo"
    told = group.tense in (Tense.PERFECT, Tense.PRESENT) or (
        group.tense is Tense.PAST and group.passive
    )
    if told and group.base in tongue.classes:
        return True
    time = point[1].time
    fine = time is not None and time.granularity.fineness > Granularity.YEAR.fineness
    return fine and _stands_so(reading, group, tongue)


def _goes_to(reading: Reading, last: int) -> bool:
    """Whether another date follows right behind one."""
    return any(last < place.first <= last + 2 for place, _ in reading.timexes)


def _has_day_besides(reading: Reading, point: Point) -> bool:
    """Whether another date of the clause says on which day its verb was done."""
    index = holding(reading.clauses, point[0].first)
    return any(
        is_point(timex)
        and timex.time is not None
        and timex.time.granularity.fineness >= Granularity.DAY.fineness
        and place != point[0]
        and holding(reading.clauses, place.first) == index
        for place, timex in reading.timexes
    )


def _stands_so(reading: Reading, group: Group, tongue: Tongue) -> bool:
    """Whether a verb and a participle tell how things are by now: "está cerrada"."""
    if group.tense is Tense.PRESENT and group.passive:
        return bool(tongue.forms.get(reading.words[group.head].low))
    known = lows(reading.words[group.head : group.head + 2], tongue).tails
    stands = known[0] in tongue.helpers.stands or group.tense is Tense.PRESENT
    forms = tongue.forms.get(known[1], ()) if len(known) > 1 and stands else ()
    listed = any(PARTICIPLE in form.kinds for form in forms)
    return listed and not tongue.is_verb_last and group.first == group.head


def begins(
    reading: Reading, point: Point, group: Group, dct: TimeValue | None, tongue: Tongue
) -> bool:
    """Whether a date says from when on something is so: "ab Montag gilt Tempo 30".

    Not that of a noun before its verb: "die Sperrung ab Montag ärgert viele".
    """
    time, (place, _) = point[1].time, point
    if time is None or dct is None or group.negated or group.modal or not group.finite:
        return False
    index = holding(reading.clauses, place.first)
    own = reading.clauses[index] if index >= 0 else None
    if own and own.role is Role.PHRASE and own.host is not None:
        own = reading.clauses[own.host]
    if own is None or own.group != group:
        return False
    small, low = tongue.words, lows(reading.words, tongue).tails
    first, light = place.first, small.before_date | small.bounds | small.prepositions
    words_ = {word for bound in small.begins for word in bound.split()}
    while first and low[first - 1] in light | words_:
        first -= 1
    opens = first <= own.first or low[first - 1] in BREAKS
    between = low[max(group.last, group.head + 1) : first]
    within = any(
        tongue.may_be(one, INFINITIVE) or one in small.openers for one in between
    )
    if not opens and (first <= group.first or (within and not tongue.is_verb_last)):
        return False
    if time.start >= dct.end:
        return not group.done and not _goes_to(reading, place.last)
    only = small.begins - small.from_on - small.since
    if may_last(reading, point, tongue) and not is_led(reading, point, only, tongue):
        return False
    return group.tense is not Tense.PRESENT and time.end <= dct.start


def is_led(reading: Reading, point: Point, by: frozenset[str], tongue: Tongue) -> bool:
    """Whether some of these words stand right before a date, past an article."""
    low = lows(reading.words[: point[0].first], tongue).tails
    said = (" ".join(low[-size:]) for size in (1, 2, 3, 4))
    articles = tongue.words.articles
    bare_ = " ".join(low[:-1][-3:]) if low and low[-1] in articles else ""
    return not by.isdisjoint((*said, bare_))


def is_due(group: Group, tongue: Tongue) -> bool:
    """Whether what has a date for its bound is still to be done."""
    if group.negated:
        return group.tense in DONE
    planned = group.modal == "must" or group.tense is Tense.FUTURE
    return planned or group.base in tongue.voices.plans


def has_task(reading: Reading, point: Point, group: Group, tongue: Tongue) -> bool:
    """Whether someone is given something to do by a date: "est chargé de … avant mai".

    The infinitive stands before the date, or closes the clause behind it.
    """
    tells = group.tense is Tense.PRESENT or group.done
    if not tells or tongue.classes.get(group.base) not in _TASKS:
        return False
    small, helpers = tongue.words, tongue.helpers
    low = lows(reading.words, tongue).tails
    at = max(group.last, group.head + 1) if not tongue.is_verb_last else group.first + 1
    end = len(low) if tongue.is_verb_last else point[0].first
    places = range(at, end)
    if helpers.infinitive:
        led = any(low[i] in helpers.infinitive for i in places)
        return led or any(_joins_infinitive(low[i], tongue) for i in places)
    return any(
        tongue.may_be(low[i], INFINITIVE) and low[i - 1] in small.prepositions
        for i in places
    ) or any(low[i] in small.that for i in places)


def is_task(group: Group, tongue: Tongue) -> bool:
    """Whether someone says with a verb what is to be done: "versprach, am Montag zu kommen"."""
    saying = tongue.voices.verbs | tongue.voices.plans
    return group.base in saying or tongue.classes.get(group.base) in _TASKS


def is_infinitive(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether a word is an infinitive with its marker before it or inside: "zurückzutreten"."""
    words = reading.words
    led = at > 0 and words[at - 1].low in tongue.helpers.infinitive
    return led or _joins_infinitive(words[at].low, tongue)


def is_of_infinitive(reading: Reading, point: Point, tongue: Tongue) -> bool:
    """Whether a stretch behind a comma ends in what is still to be done, and has a date."""
    words, first, last = reading.words, point[0].first, point[0].last
    if not tongue.is_verb_last:
        return False
    while first and words[first - 1].low not in BREAKS:
        first -= 1
    while last < len(words) and not words[last].is_mark:
        last += 1
    groups = (verb.group for verb in reading.plain.verbs)
    own = any(first <= place < last for g in groups for place in (g.first, g.head))
    done = words[last - 1].low in tongue.helpers.done
    return (
        first > 0 and not own and not done and is_infinitive(reading, last - 1, tongue)
    )


def _joins_infinitive(low: str, tongue: Tongue) -> bool:
    """Whether a word is an infinitive with its marker inside: "vorzulegen"."""
    for particle in tongue.particles:
        rest = low.removeprefix(particle)
        for marker in tongue.helpers.infinitive:
            verb = rest.removeprefix(marker)
            if rest not in (low, verb) and verb in tongue.forms:
                return True
    return False


def was_done(reading: Reading, group: Group, tongue: Tongue) -> bool:
    """Whether something had been done by then: "bis Montag waren 14 geborgen worden"."""
    helpers, end = tongue.helpers, max(group.last, group.head + 1)
    if group.tense is not Tense.PLUPERFECT or group.first == group.head:
        return False
    if reading.words[group.first].low not in helpers.had:
        return False
    low = lows(reading.words, tongue).tails
    passive = not helpers.been.isdisjoint(low[group.first : end + 1])
    were = low[group.first] in helpers.were
    return not were or passive or group.base in tongue.voices.going


def is_within(reading: Reading, point: Point, tongue: Tongue) -> bool:
    """Whether a date is that of a bound beside another: "après l'entrée le 21 août, … lundi"."""
    small, first = tongue.words, point[0].first
    others = any(is_point(t) and t != point[1] for _, t in reading.timexes)
    low = lows(reading.words[:first], tongue).tails
    verbs = (verb.group for verb in reading.plain.verbs)
    heads = {at for group in verbs for at in (group.first, group.head)}
    bounds = small.bounds - small.before_date - tongue.voices.by
    lasting = small.since
    if is_coarse(point):  # "Hasta la llegada del rey en julio" is of the arrival
        lasting |= small.until | small.up_to
    for at in range(first - 1, max(0, first - _BOUND) - 1, -1):
        if at in heads or low[at] in BREAKS or low[at] in small.coordinators:
            return False
        ahead = {low[at], " ".join(low[max(0, at - 1) : at + 1])} & small.ahead_of
        if ahead and at + 1 < first and tongue.may_be(low[at + 1], INFINITIVE):
            return True  # "Avant d'entrer en politique en 2005, il a travaillé"
        if low[at] in bounds and others:
            return _is_something(low[at + 1 : first], reading.cues, tongue)
        owned = not small.own.isdisjoint(low[at + 1 : at + 2])
        leads = owned or not at or low[at - 1] in BREAKS
        if low[at] in bounds & lasting or (leads and low[at] in small.from_on):
            return any(one in tongue.nouns for one in low[at + 1 : first])
    return False


def _is_something(low: Sequence[str], cues: Cues, tongue: Tongue) -> bool:
    """Whether words are what happened or was there, and no while: "après trois jours"."""
    counted = cues.quantities.skip_nouns | cues.quantities.numbers.keys()
    nouns = [one for one in low if one.isalpha() and one not in tongue.words.articles]
    return bool(nouns) and counted.isdisjoint(low)


def is_beside(reading: Reading, point: Point, tongue: Tongue) -> bool:
    """Whether a date says when that was which bounds: "depuis la prise de Lund, le 21 août,".

    A weekday is rather that of the verb: "après la réunion, lundi, il a démissionné".
    """
    small, time = tongue.words, point[1].time
    first, last, words = (
        past_articles(reading, point, tongue),
        point[0].last,
        reading.words,
    )
    while first and words[first - 1].low in small.before_date:
        first -= 1
    closes = last >= len(words) or words[last].is_mark
    if not first or words[first - 1].low != "," or not (closes or time is None):
        return False
    start = first - 1
    heads = {verb.group.first for verb in reading.plain.verbs}
    while start and words[start - 1].low not in BREAKS and start - 1 not in heads:
        start -= 1
    low = lows(words[start : first - 1], tongue).tails
    counted = (
        reading.cues.quantities.skip_nouns | reading.cues.quantities.numbers.keys()
    )
    noun = counted.isdisjoint(low)
    since = not small.since.isdisjoint(low)
    weekday = "weekday" in point[1].rule
    bounds = small.bounds - small.before_date - tongue.voices.by - small.until
    led = next((at for at, one in enumerate(low) if one in bounds), len(low))
    return led < len(low) - 1 and (since or (noun and not weekday))
