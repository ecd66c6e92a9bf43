"""What each date of a plain sentence dates: a verb, a participle, an event noun.

A date that only bounds something ("desde 2020") or describes it dates nothing.
"""

from collections.abc import Set

from timeline.civil import DAY
from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft, Point
from timeline.extract.lives import in_life
from timeline.extract.plain import bounded, clauses, means, several
from timeline.extract.plain.plot import Plot
from timeline.extract.plain.verbal import Verb
from timeline.extract.plain.words import BREAKS, QUOTED, attribute, lows, participle
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Granularity, Kind, TimeValue

_FEW = 2
"""Words that tell nothing yet without a verb."""

_BRACKETS = frozenset("([")

LATELY = 365 * DAY
"""Seconds before its document from which on something is no part of its story."""

_ADJOINING = 6
"""Words between a participle without a verb of its own and its date."""

_FAR = 12
"""The same where the verb of the sentence tells how things are."""


def dates(
    reading: Reading, point: Point, known: Plot, dct: TimeValue | None, cues: Cues
) -> bool:
    """Whether a date dates anything: it neither bounds nor describes.

    By when something is to be done is its date: "will bis Ende 2033 Stellen streichen".
    """
    assert cues.tongue is not None
    small, (place, timex) = cues.tongue.words, point
    first = bounded.past_articles(reading, point, cues.tongue)
    before = [w.low for w in reading.words[max(0, first - 3) : first]]
    heads = lows(reading.words[place.first : place.first + 1], cues.tongue).heads
    before += [head for head in heads if head in small.bounds]  # "dall'inizio"
    bounds = small.bounds.intersection(" ".join(before[-n:]) for n in (1, 2, 3))
    if first and _is_named_year(reading, first, point, cues):
        return False
    if bounded.is_origin(reading, point, cues.tongue):
        return False
    if bounds - small.since and timex.kind is Kind.TIME:
        return bounded.is_about(bounds, timex, cues.tongue)  # "donderdag tot 14.00 uur"
    if bounds and not timex.parts:
        if _cleft(
            reading, clauses.holding(reading.clauses, place.first), point, cues.tongue
        ):
            return True
        draft = governed(reading, point, known, cues)
        return draft is not None and _is_bounded(
            reading, draft, bounds, dct, cues.tongue
        )
    if _is_of_other(reading, point, cues.tongue):
        return False
    first, before = _past_listed(reading, first, before, cues.tongue)
    elided = not small.of.isdisjoint(heads)  # "seduta dell'8 maggio"
    if not before or timex.time is None or not (elided or before[-1] in small.of):
        return True
    if timex.parts and _is_while(reading, first - 1, cues.tongue):
        return True
    if means.is_means(reading, point, cues.tongue):
        return True
    return _dates_noun(reading, first - 2 + elided, point, cues)


def _is_bounded(
    reading: Reading,
    draft: Draft,
    bounds: frozenset[str],
    dct: TimeValue | None,
    tongue: Tongue,
) -> bool:
    """Whether a date that bounds the verb of a draft is when it is due, begins or lasts."""
    point, group = draft.point, draft.group
    if point is None or group is None:
        return False
    begins = bounds & tongue.words.begins
    if begins and bounded.begins(reading, point, group, dct, tongue):
        return True
    return _dates_bounded(reading, point, group, bounds, tongue)


def _past_listed(
    reading: Reading, first: int, before: list[str], tongue: Tongue
) -> tuple[int, list[str]]:
    """Where a list of dates begins, and what stands before: "de febrero y agosto"."""
    small, words = tongue.words, reading.words
    joints = small.coordinators | {","}
    while first > 1 and words[first - 1].low in joints:
        at = first - 2
        if at not in reading.dated_words:
            break
        while at and (at - 1 in reading.dated_words or words[at - 1].low in joints):
            at -= 1
        while at and words[at - 1].low in small.articles - small.of:
            at -= 1
        first, before = at, [word.low for word in words[max(0, at - 3) : at]]
    return first, before


def _is_named_year(reading: Reading, first: int, point: Point, cues: Cues) -> bool:
    """Whether a year is that of a word which ends in a unit: "das Geschäftsjahr 2019"."""
    assert cues.tongue is not None
    before, time = reading.words[first - 1], point[1].time
    is_year = time is not None and time.granularity is Granularity.YEAR
    units = (u for u in cues.quantities.skip_nouns if before.low.endswith(u))
    joined = any(len(before.low) > len(unit) > _FEW for unit in units)
    return is_year and joined and cues.tongue.is_verb_last and before.low.isalpha()


def _dates_bounded(
    reading: Reading,
    point: Point,
    group: Group,
    bounds: frozenset[str],
    tongue: Tongue,
) -> bool:
    """Whether a date that bounds a verb is its own: it is due then, or done since."""
    small = tongue.words
    if leads_to(reading, point, group, tongue):
        return True
    if bounded.lasts(reading, point, group, tongue):
        return True
    if bounds & small.up_to and bounded.was_done(reading, group, tongue):
        return True
    so_far = group.negated and point[1].rule == "locale-phrase"  # "hasta hoy no"
    if not bounds & small.until or so_far:
        return False
    return bounded.is_due(group, tongue) or bounded.has_task(
        reading, point, group, tongue
    )


def _is_while(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether a range with its "from" says how long: "studierte von 1920 bis 1925".

    Not behind what happened: "la guerre de 1914 à 1918".
    """
    if at < 1 or at in {clause.first for clause in reading.clauses}:
        return True
    return lows(reading.words[at - 1 : at], tongue).tails[0] not in tongue.nouns


def _is_of_other(reading: Reading, point: Point, tongue: Tongue) -> bool:
    """Whether a date is that of a life, of what bounds something, or of someone's birth."""
    if point in in_life(reading) or bounded.is_within(reading, point, tongue):
        return True
    if bounded.is_beside(reading, point, tongue):
        return True
    if means.is_effect(reading, point, tongue):
        return True
    at = bare(reading, point, tongue)
    born = tongue.words.born
    return (at >= 0 and reading.words[at].low in born) or bounded.is_birth(
        reading, point, born
    )


def _dates_noun(reading: Reading, at: int, point: Point, cues: Cues) -> bool:
    """Whether what is "of" a date happens then: a night, a meeting; no law, no party."""
    if at < 0:
        return False
    assert cues.tongue is not None
    small = cues.tongue.words
    noun, units = reading.words[at], cues.quantities.skip_nouns
    if noun.low in units | cues.quantities.times:
        return True
    lead = at - 1
    while lead > 0 and reading.words[lead].low in small.articles - small.of:
        lead -= 1
    own = lows([noun], cues.tongue).heads[0]
    if own in small.of or reading.words[max(0, lead)].low in small.of:
        return False  # "El acta de la reunión del 8 de mayo fue aprobada"
    place, timex = point
    fine = timex.time and timex.time.granularity.fineness >= Granularity.DAY.fineness
    said = reading.words[place.first : place.last]
    figures = any(char.isdigit() for word in said for char in word.text)
    told = lows([noun], cues.tongue).tails[0] in cues.event_nouns
    return bool(fine) and (not figures or told)


def is_of_report(reading: Reading, point: Point, known: Plot, tongue: Tongue) -> bool:
    """Whether a date is that of who says so: "dijo el jueves", "wie er am Montag sagte"."""
    first = point[0].first
    index = clauses.holding(reading.clauses, first)
    group = reading.clauses[index].group if index >= 0 else None
    if known.report is not None and group == known.report.group:
        return True
    while first and reading.words[first - 1].low not in BREAKS:
        first -= 1
    low = [word.low for word in reading.words[first : point[0].first]]
    phrases = (" ".join(low[:size]) for size in (1, 2, 3))
    return not tongue.voices.according.isdisjoint(phrases)


def governed(reading: Reading, point: Point, known: Plot, cues: Cues) -> Draft | None:
    """What a date dates: a participle, an event noun or the verb of its clause; or None."""
    tongue, place = cues.tongue, point[0]
    assert tongue is not None
    at = bare(reading, point, tongue)
    if at >= 0:
        return _of_participle(reading, at, point, tongue)
    index = clauses.holding(reading.clauses, place.first)
    clause = reading.clauses[index] if index >= 0 else None
    if clause is not None and clause.role is Role.PHRASE:
        return _of_phrase(reading, clause, point, cues)
    if clause is not None and clause.role is Role.PARTICIPLE and clause.group:
        return _of_participle(reading, clause.group.head, point, tongue)
    if clause is not None and (child := _cleft(reading, index, point, tongue)):
        return Draft((), 0, len(reading.words), child.group, point=point)
    while clause is not None and clause.group is None:
        clause = reading.clauses[clause.host] if clause.host is not None else None
    verb = clause.group if clause else None
    if verb is None and clause is not None and _tells(reading, clause):
        return Draft((), clause.first, clause.last, point=point)
    if verb is None and known.mains:
        verb = known.mains[0].group
    report, said = known.report, known.said or next(iter(known.mains), None)
    beside = report and (known.is_behind or report.opener)
    own = said and (said.group.tense is Tense.FUTURE or _is_quoted(reading, report))
    if report and beside and said and not own and verb == report.group:
        return Draft((), 0, len(reading.words), said.group, point=point)
    return Draft((), 0, len(reading.words), verb, point=point)


def _is_quoted(reading: Reading, report: Verb | None) -> bool:
    """Whether who says so stands behind a quotation."""
    first = report.group.first if report else 0
    return any(w.low in QUOTED for w in reading.words[max(0, first - 2) : first])


def _cleft(reading: Reading, index: int, point: Point, tongue: Tongue) -> Clause | None:
    """The clause of "c'est lundi que le maire a démissionné", where a date is brought out."""
    if index < 0:
        return None
    place, own = point[0], reading.clauses[index]
    behind = (c for c in reading.clauses if c.host == index and c.first == place.last)
    child = next((c for c in behind if c.group), None)
    if child is None:
        return None
    helpers, small = tongue.helpers, tongue.words
    light = helpers.state | helpers.have | helpers.was | helpers.passive
    light |= small.articles | small.before_date | small.until
    light |= small.negations | small.only | small.light
    low = lows(reading.words, tongue).tails
    inside = (at for part in own.ranges for at in range(part.first, part.last))
    plain = (at for at in inside if not place.first <= at < place.last)
    return child if all(low[at] in light for at in plain) else None


def _of_participle(reading: Reading, at: int, point: Point, tongue: Tongue) -> Draft:
    """What a participle tells of the noun that it describes."""
    place, low = point[0], reading.words[at].low
    form = participle(low, tongue) or attribute(low, tongue)
    group = Group(at, at + 1, at, form.base if form else low, Tense.PARTICIPLE)
    first = clauses.phrase_before(reading.words, min(at, place.first), tongue)
    last = max(at + 1, place.last)
    if at > place.last - 1 and last < len(reading.words):
        last += not reading.words[last].is_mark
    return Draft((), first, last, group, point=point)


def _tells(reading: Reading, clause: Clause) -> bool:
    """Whether a clause tells something though none of its verbs is known."""
    places = (at for part in clause.ranges for at in range(part.first, part.last))
    plain = (reading.words[at] for at in places if at not in reading.dated_words)
    return sum(word.low.isalpha() for word in plain) > _FEW


def _of_phrase(
    reading: Reading, clause: Clause, point: Point, cues: Cues
) -> Draft | None:
    """What a phrase without a verb tells: "tras la huelga del 3 de mayo" of a strike."""
    assert cues.tongue is not None
    words, first = reading.words, clause.first
    shared = reading.clauses[clause.host].group if clause.host is not None else None
    if shared is not None and words[max(0, first - 1)].low not in _BRACKETS:
        index = clauses.holding(reading.clauses, first)
        found = several.gap(reading, index, shared, point, cues.tongue)
        if found is not None:
            return found
    low = lows(words, cues.tongue).tails
    for size in (1, 2, 3):
        if " ".join(low[clause.first :][:size]) in cues.tongue.words.bounds:
            first = clause.first + size
    for at in range(first, point[0].first):
        if low[at] in cues.tongue.nouns:
            return Draft((), first, clause.last, noun=at, point=point)
    time, host = point[1].time, clause.host
    if first > clause.first and host is not None and reading.clauses[host].group:
        group = reading.clauses[host].group
        return Draft((), 0, len(words), group, point=point)
    is_day = time and time.granularity.fineness >= Granularity.DAY.fineness
    opened = clause.first > 0 and words[clause.first - 1].low in _BRACKETS
    verb = reading.clauses[host].group if host is not None else None
    if not is_day or not opened or verb is None:
        return None
    return Draft((), 0, len(words), verb, point=point)


def bare(reading: Reading, point: Point, tongue: Tongue) -> int:
    """The place of a participle close before a date ("ley aprobada en 2003"), or -1.

    One that goes with an auxiliary is a verb of its own.
    """
    last = point[0].first
    heads = {verb.group.head for verb in reading.plain.verbs}
    firsts = {verb.group.first for verb in reading.plain.verbs}
    reach = _FAR if _is_present(reading, last, tongue) else _ADJOINING
    for at in range(last - 1, max(0, last - reach) - 1, -1):
        low = reading.words[at].low
        if low in BREAKS or low in tongue.words.coordinators or at in heads | firsts:
            break
        form = participle(low, tongue) if low in tongue.forms else None
        if form and form.base != low:
            if (lead := _leading(reading, at, heads | firsts, tongue)) >= 0:
                return lead
            before = lows(reading.words[at - 1 : at], tongue).tails[0] if at else ""
            helped = before in tongue.helpers.been | tongue.helpers.done
            inside = any(
                g.group.first <= at - 1 < g.group.last for g in reading.plain.verbs
            )
            small = tongue.words  # a noun in "mise en délibéré" as well
            noun = before in small.articles | small.prepositions | small.openers
            noun = noun or _is_counted(reading, at, tongue)
            noun = noun or inside
            place = reach == _ADJOINING and _is_place(reading, at, tongue)
            return -1 if helped or noun or place else at
    return _behind(reading, point, heads, tongue) if tongue.is_verb_last else -1


def _leading(reading: Reading, at: int, verbs: Set[int], tongue: Tongue) -> int:
    """The participle that goes with one behind it: "dada por desaparecida", or -1."""
    if tongue.is_verb_last:
        return -1
    words, small = reading.words, tongue.words
    if words[at - 1].low in tongue.helpers.been | tongue.helpers.done:
        return -1
    led = at > 1 and words[at - 1].low in small.prepositions | small.quoting
    lead = at - 1 - led
    if lead < 1 or lead in verbs or words[lead - 1].low in tongue.helpers.been:
        return -1
    low = words[lead].low
    known = participle(low, tongue) if low in tongue.forms else None
    noun = low in tongue.nouns or words[lead - 1].low in small.articles
    return lead if known and known.base != low and not noun else -1


def _is_present(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether the verb of a clause is in the present and plans nothing, or is not known."""
    index = clauses.holding(reading.clauses, at)
    group = reading.clauses[index].group if index >= 0 else None
    if group is None:
        return index >= 0 and not reading.plain.verbs
    present = group.tense is Tense.PRESENT and not group.passive
    return present and group.base not in tongue.voices.plans


def _is_counted(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether a word is a noun behind a number: "les deux parties", "a fait deux morts"."""
    before = reading.words[at - 1] if at else None
    if before is None or tongue.is_verb_last:
        return False
    return before.text[0].isdigit() or before.low in reading.cues.quantities.numbers


def _is_place(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether a participle says where it is told: "en un acto celebrado el lunes"."""
    words, small = reading.words, tongue.words
    first = clauses.phrase_before(words, at, tongue)
    if words[first].low not in small.articles:
        return False
    places = small.before_date & small.prepositions - small.of
    fused = words[first].low in places and len(words[first].low) > 1
    return fused or (first > 0 and words[first - 1].low in places)


def _behind(reading: Reading, point: Point, heads: set[int], tongue: Tongue) -> int:
    """The place of a participle behind its date: ", 1890 erbaut," "die 1890 erbaute Brücke"."""
    words, first, small = reading.words, point[0].first, tongue.words
    skipped = small.before_date - (small.articles - small.prepositions)
    skipped |= small.purposes
    while first and words[first - 1].low in skipped:
        first -= 1
    before = words[first - 1].low if first else ""
    for at in range(point[0].last, min(len(words), point[0].last + _ADJOINING)):
        if at in heads or words[at].is_mark:
            return -1
        behind = words[at + 1] if at + 1 < len(words) else None
        closes = (
            behind is None or behind.is_mark or behind.low in tongue.words.coordinators
        )
        small_ = words[at].text[0].islower()
        if closes and small_ and before in {",", *tongue.words.coordinators}:
            near = at == point[0].last and words[at].low.endswith(tongue.guess.closing)
            light = words[at].low in tongue.helpers.been
            form = participle(words[at].low, tongue) if not light else None
            infinitive = bounded.is_infinitive(reading, at, tongue)
            return at if (near or form) and not infinitive else -1
        if behind is None or behind.is_mark or before not in small.articles:
            continue
        noun = not small.genitive or behind.text[0].isupper()
        if noun and attribute(words[at].low, tongue):
            return at
    return -1


def leads_to(reading: Reading, point: Point, group: Group, tongue: Tongue) -> bool:
    """Whether something is put off to a date: "reportée à vendredi", "al lunes"."""
    if group.base not in tongue.voices.moves:
        return False
    first = bounded.past_articles(reading, point, tongue)
    near = {word.low for word in reading.words[max(0, first - 1) : first + 2]}
    return not near.isdisjoint(tongue.words.toward)
