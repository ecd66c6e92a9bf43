"""A line without the date that its column has: with the small words that go with it."""

from timeline.extract.draft import Draft, Point
from timeline.extract.plain.dates import leads_to
from timeline.extract.plain.words import participle
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Tense
from timeline.lang.tongues import Tongue

_COMMAS = (",", "–", "—", "-")
"""Marks that go with a date that stands between two of them."""


_ELISIONS = ("'", "’")


def without_date(
    reading: Reading, places: list[int], draft: Draft, tongue: Tongue
) -> list[int]:
    """The places without those of the date of the draft, where it can be taken out.

    One of several that are listed stays, as does one that says which thing it is.
    """
    if draft.point is None or draft.point[0].first not in places:
        return places
    if draft.group and leads_to(reading, draft.point, draft.group, tongue):
        return places  # "wurde auf den 20. Januar verschoben"
    every = [draft.point, *draft.others]
    point = min(every, key=lambda one: one[0].first)
    first, last = _first(reading, places, point, tongue), max(p[0].last for p in every)
    bounded = _is_bounded(reading, Range(first, point[0].first), places, tongue)
    if _is_limited(reading, first, draft, tongue):
        return places  # "n'a été éteint que deux jours plus tard"
    if bounded and draft.group and draft.group.negated:
        return places  # "no se reabrió hasta 1956"
    first -= bounded
    before = _word(reading, first - 1, places)
    if _is_span(reading, first, places, draft.point, tongue):
        first, before = first - 1, ""
    alone = not draft.others and _is_listed(reading, first, last, places, tongue)
    if before in tongue.words.of | tongue.words.neither or alone:
        return places
    if _leaves_participle(reading, first, last, draft, tongue):
        return places  # "En un acto celebrado el lunes, la firma"
    first, last = _with_commas(reading, Range(first, last), places, draft, tongue)
    kept = [at for at in places if not first <= at < last]
    ends = next((at for at in reversed(kept) if not reading.words[at].is_mark), -1)
    head = draft.group.head if draft.group else -1
    if ends == head and reading.words[ends].low in tongue.helpers.stands:
        return places  # "De begrafenis is vrijdag"
    participle_ = draft.group and draft.group.tense is Tense.PARTICIPLE
    alone = bool(kept) and (participle_ or _shares(reading, kept, draft, tongue))
    return kept if len(kept) > 1 or alone else places


def _is_limited(reading: Reading, first: int, draft: Draft, tongue: Tongue) -> bool:
    """Whether "not … but" leads to a date, without which nothing would be left of it."""
    small, group, words = tongue.words, draft.group, reading.words
    if group is None or not small.partial or not first:
        return False
    low = {words[first].low, words[first - 1].low}
    heads = {one.partition("'")[0] + "'" for one in low if "'" in one}
    inside = words[max(0, group.first - 2) : group.head]
    partial = any(
        word.low in small.partial or word.low[:2] in small.partial for word in inside
    )
    return partial and bool((low | heads) & small.only & small.that)


def _with_commas(
    reading: Reading, part: Range, places: list[int], draft: Draft, tongue: Tongue
) -> tuple[int, int]:
    """A date with the commas that go with it."""
    first, last = part.first, part.last
    before, after = _word(reading, first - 1, places), _word(reading, last, places)
    inside = {reading.words[at].low for at in range(first, last)}
    if after == "," and inside >= {","} and inside & tongue.words.coordinators:
        return first, last + 1  # "zwischen Samstag, 18 Uhr, und Montag, 7 Uhr,"
    if before in _COMMAS and after in _COMMAS:
        return first - _parts_nothing(reading, first, last, draft), last + 1
    if after == "," and _goes_on(reading, first, last, draft, tongue):
        return first, last + 1  # "a débuté hier, le 9 juin, au port"
    return first, last


def _shares(reading: Reading, kept: list[int], draft: Draft, tongue: Tongue) -> bool:
    """Whether a participle is left that has the auxiliary of a clause before: "doublé"."""
    group, low = draft.group, reading.words[kept[0]].low
    if group is None or kept != [group.head] or draft.clauses[:1] in ((), (0,)):
        return False
    return participle(low, tongue) is not None


def _leaves_participle(
    reading: Reading, first: int, last: int, draft: Draft, tongue: Tongue
) -> bool:
    """Whether a participle of another thing would stand alone before a mark."""
    words, at = reading.words, first - 1
    ends = last >= len(words) or words[last].is_mark
    if at < 0 or tongue.is_verb_last or not ends:
        return False
    heads = {verb.group.head for verb in reading.plain.verbs}
    small, helpers = tongue.words, tongue.helpers
    noun = words[at - 1].low if at else ""
    light = small.articles | small.of | helpers.been | helpers.done | small.light
    if noun in light or noun in reading.cues.quantities.numbers or noun[:1].isdigit():
        return False
    own = draft.group is not None and draft.group.head == at
    known = participle(words[at].low, tongue) if words[at].low in tongue.forms else None
    if known is None or own or at in heads:
        return False
    closes = last >= len(words) or words[last].low != ","
    return not closes or known.base in tongue.voices.plans


def _goes_on(
    reading: Reading, first: int, last: int, draft: Draft, tongue: Tongue
) -> bool:
    """Whether a comma behind a date goes with it: where comes next, "oggi, a Lund"."""
    group, words, small = draft.group, reading.words, tongue.words
    if group is None or group.first >= first or tongue.is_verb_last:
        return False
    inside = words[max(group.last, group.head + 1) : first]
    behind = words[last + 1 :]
    led = bool(behind) and behind[0].low in small.prepositions
    aside = any(word.low == "," for word in behind)
    return led and not aside and not any(word.is_mark for word in inside)


def _parts_nothing(reading: Reading, first: int, last: int, draft: Draft) -> bool:
    """Whether the commas around a date go with it: "ont échoué, dimanche, à reprendre".

    Behind what leads a sentence one of them stays: "Dans le nord, lundi, la police".
    """
    group = draft.group
    if group is None or last + 1 >= len(reading.words):
        return False
    if group.first < first:
        return True
    behind = reading.words[last + 1]
    return behind.start >= reading.words[group.first].start or last + 2 == group.first


def _is_bounded(
    reading: Reading, lead: Range, places: list[int], tongue: Tongue
) -> int:
    """How many words before a date say up to or from when: "bis", "fino" of "fino a".

    `lead` are the small words that go with the date, which may end what says so.
    """
    small = tongue.words
    bounds = small.until | small.up_to | small.since | small.from_on | small.begins
    for size in (3, 2, 1):
        for start in range(max(0, lead.first - size), lead.first):
            if start + size > lead.last:
                continue
            words = [_word(reading, at, places) for at in range(start, start + size)]
            near = bounds if start == lead.first - 1 else small.begins
            if all(words) and " ".join(words) in near:
                return lead.first - start
    return 0


def _word(reading: Reading, at: int, places: list[int]) -> str:
    return reading.words[at].low if at in places else ""


def _led_by(reading: Reading, at: int, places: list[int], tongue: Tongue) -> int:
    """How many words make one that goes with a date behind it: two of "nell' autunno"."""
    before = _word(reading, at - 1, places)
    if before in tongue.words.before_date:
        return 1
    elided = _word(reading, at - 2, places) + "'" if before in _ELISIONS else ""
    return 2 if elided in tongue.words.before_date else 0


def _first(reading: Reading, places: list[int], point: Point, tongue: Tongue) -> int:
    """The first of the small words before a date that go with it: "erst am", "intorno alle"."""
    small, first = tongue.words, point[0].first
    opened = {clause.first for clause in reading.clauses if clause.opener}
    while size := _led_by(reading, first, places, tongue):
        if first - size in opened or first - 1 - size in opened & _led(reading, tongue):
            break
        first -= size
        if reading.words[first].low in small.prepositions:
            only = small.only - small.that | small.about
            first -= _word(reading, first - 1, places) in only
            break
    if "clock" in point[1].rule:
        first = _past_bounds(reading, places, first, tongue)
        first = _past_about(reading, places, first, tongue)
        first -= _word(reading, first - 1, places) in small.prepositions - small.of
    light = small.about | small.purposes
    while _word(reading, first - 1, places) in light:
        first -= 1
    return first


def _past_about(reading: Reading, places: list[int], first: int, tongue: Tongue) -> int:
    """Where "about" before an hour with its article begins: "verso le 22"."""
    start, small = first, tongue.words
    while start and _word(reading, start - 1, places) in small.articles:
        start -= 1
    if not start or _word(reading, start - 1, places) not in small.about:
        return first
    start -= 1
    while start and _word(reading, start - 1, places) in small.prepositions:
        start -= 1  # "por volta das 20h"
    return start


def _past_bounds(
    reading: Reading, places: list[int], first: int, tongue: Tongue
) -> int:
    """Where "after" before an hour begins: "poco dopo le 20", "depois das 20h"."""
    small = tongue.words
    start = first
    while start and _word(reading, start - 1, places) in small.articles:
        start -= 1
    low = [_word(reading, at, places) for at in range(max(0, start - 3), first)]
    for size in range(len(low), 0, -1):
        said = " ".join(word for word in low[-size:] if word)
        led = " ".join(said.split()[:-1])
        if said in small.bounds or led in small.bounds:
            return first - size
    return first


def _is_span(
    reading: Reading, first: int, places: list[int], point: Point, tongue: Tongue
) -> bool:
    """Whether "vom" stands before the days from which to which something went on.

    Not where that is what it says of what happened: "der Streik vom 3. bis 5. Mai".
    """
    time, before = point[1].time, _word(reading, first - 1, places)
    if before not in tongue.words.of or time is None or not point[1].parts:
        return False
    return (
        first - 1 == places[0] or _word(reading, first - 2, places) not in tongue.nouns
    )


def _is_listed(
    reading: Reading, first: int, last: int, places: list[int], tongue: Tongue
) -> bool:
    """Whether another date is joined to one: "los días 3, 5 y 7"."""
    joins = tongue.words.coordinators
    behind = _word(reading, last, places) in joins | {","}
    ahead = _word(reading, first - 1, places) in joins
    return (behind and _is_date(reading, last + 1, 2)) or (
        ahead and _is_date(reading, first - 2, 1)
    )


def _is_date(reading: Reading, first: int, reach: int) -> bool:
    """Whether a date begins among some words."""
    places = range(first, min(first + reach, len(reading.words)))
    return any(at in reading.dated_words for at in places)


def _led(reading: Reading, tongue: Tongue) -> set[int]:
    """Where a clause begins with a preposition before the word that opens it: "in der"."""
    small = tongue.words.prepositions
    return {c.first for c in reading.clauses if reading.words[c.first].low in small}
