"""Who or what a clause is about: the noun before it, or what a sentence begins with."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.clause import Clause, Role
from timeline.extract.plain.clauses import before_marks, holding
from timeline.extract.plain.words import BREAKS, lows, participle
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Tense
from timeline.lang.tongues import Tongue
from timeline.text.words import Word

_OF_SOMEONE = frozenset(
    "arrest release charge accuse convict kill die injure appoint elect resign dismiss".split()
)
"""Classes of what is done to persons and by them."""

_MASCULINE = frozenset(("el", "il", "un", "um"))
"""Articles whose ending does not tell."""

_LEAD = 4
"""Words that lead to a noun, at most."""

SUBJECT = 9
"""Words of the longest subject that is moved or repeated."""


def subject(reading: Reading, clause: Clause, tongue: Tongue) -> Range | None:
    """What a clause begins with, if that is who does it and not when or where.

    Not what is said of him behind a comma: "Louise Brenn, dernière héritière, vendit".
    """
    if clause.group is None:
        return None
    words, small = reading.words, tongue.words
    first, last = clause.first, clause.group.first
    for part, behind in pairwise(clause.ranges):
        between = words[part.last : behind.first]
        if part.last <= last and not all(word.is_mark for word in between):
            last = part.last  # "El herido, que fue identificado, fue trasladado"
            break
    trailing = small.light - small.persons
    while last > first and (words[last - 1].is_mark or words[last - 1].low in trailing):
        last -= 1
    skipped = small.coordinators | ({clause.opener} & small.that)
    while first < last and (words[first].is_mark or words[first].low in skipped):
        first += 1
    commas = [at for at in range(first, last) if words[at].low == ","]
    if commas and last < clause.group.first and words[last].low == ",":
        last = commas[0]
        if any(first <= v.group.first < last for v in reading.plain.verbs):
            return None  # "Wann er kam, ist unklar"
    elif commas:
        first = commas[-1] + 1
    if not 0 < last - first <= SUBJECT:
        return None
    low = words[first].low
    when = any(at in reading.dated_words for at in range(first, last))
    away = low in small.prepositions - small.articles or low in small.openers
    return None if when or away else Range(first, last)


def described(
    reading: Reading, places: Sequence[int], at: int, tongue: Tongue
) -> Range | None:
    """The words that a participle describes: before it, or before the comma of its stretch."""
    words, first = reading.words, at
    while first and words[first - 1].low not in BREAKS:
        first -= 1
    begins, first = first, _past_verb(reading, first, at, tongue)
    inside = [place for place in places if first <= place < at]
    inside = inside[_leading(reading, inside, tongue) :]
    opens = first
    while opens < at and words[opens].low in tongue.words.light:
        opens += 1
    aside = tongue.is_verb_last or participle(words[opens].low, tongue)
    if first and words[first - 1].low == "," and aside:
        found = noun_phrase(reading, first, tongue)
        led = _leading(reading, range(found.first, found.last), tongue) if found else 0
        return Range(found.first + led, found.last) if found else None
    if not opens and aside:
        return _subject_behind(reading, at, tongue)
    known, articles = lows(words, tongue), tongue.words.articles
    counts = reading.cues.quantities.numbers
    nouns = any(
        {known.heads[i], known.tails[i]} & articles or known.tails[i] in counts
        for i in inside
    )
    if tongue.is_verb_last or not (nouns or (inside and first > begins)):
        return None
    near = noun_phrase(reading, at, tongue) if first > begins else None
    head = max(inside[0], near.first) if near else inside[0]
    return _agreeing(reading, Range(head, at), at, tongue)


def _past_verb(reading: Reading, first: int, last: int, tongue: Tongue) -> int:
    """Behind the last verb of a stretch: "denuncian | dos informes publicados"."""
    known = (v.group for v in reading.plain.verbs if v.group.base in tongue.classes)
    known = (g for g in known if g.tense is not Tense.PARTICIPLE)
    heads = (max(group.head + 1, group.last) for group in known)
    return max((head for head in heads if first < head < last), default=first)


def _leading(reading: Reading, places: Sequence[int], tongue: Tongue) -> int:
    """How many words lead to what a participle describes: "a siete días de", "antes de".

    That with its article stays: "siete días | de las elecciones", "antes del".
    """
    small, cues = tongue.words, reading.cues.quantities
    low = [reading.words[at].low for at in places[:_LEAD]]
    if tongue.is_verb_last:
        return 0
    for size in range(len(low) - 1, 0, -1):
        led = " ".join(low[:size])
        counted = low[size - 1] in cues.skip_nouns or led in small.bounds
        counted = counted or any(one.startswith(f"{led} ") for one in small.bounds)
        if counted and low[size] in small.of:
            return size + 1
    return 0


def _agreeing(reading: Reading, part: Range, at: int, tongue: Tongue) -> Range:
    """The words before a participle from the noun on that it agrees with.

    "La violación del acuerdo firmado": what was signed is no violation.
    """
    words, small = reading.words, tongue.words
    if near := _happening(reading, part, at, tongue):
        return near
    form = _number if small.he else _gender
    said_ = form(words[at].low)
    if form(words[part.first].low) in (None, said_):
        return part
    fused = {head: form(tail) for head, tail in _fused(tongue).items()}
    inside = (i for i in range(at - 2, part.first, -1))
    found = next((i for i in inside if fused.get(words[i].low) == said_), None)
    return part if found is None else Range(found + 1, part.last)


def _happening(reading: Reading, part: Range, at: int, tongue: Tongue) -> Range | None:
    """What happens right before a participle, where the noun that it belongs to does not.

    "Il bilancio dell'incidente avvenuto ieri": it is the accident that did.
    """
    known = lows(reading.words[part.first : at], tongue)
    nouns = [low in tongue.nouns for low in known.tails]
    if not nouns or not nouns[-1] or any(nouns[:-1]) or tongue.words.he:
        return None
    led = {known.heads[-1], *known.tails[-2:-1]}
    return None if led.isdisjoint(_fused(tongue)) else Range(at - 1, at)


def _fused(tongue: Tongue) -> dict[str, str]:
    """The article that is in each preposition: "el" in "del"."""
    pairs = (pair.partition(":") for pair in tongue.words.fused)
    return {head: tail for head, _, tail in pairs}


def _number(low: str) -> str | None:
    """Whether an article or participle is of many, by its ending."""
    return "many" if low.endswith("s") else "one"


def _gender(low: str) -> str | None:
    """The gender of an article or participle by its ending, None where it shows none."""
    if low in _MASCULINE or low.endswith(("o", "os", "i")):
        return "m"
    return "f" if low.endswith(("a", "as", "e")) else None


def _subject_behind(reading: Reading, at: int, tongue: Tongue) -> Range | None:
    """Who a sentence is about that begins with a participle: "Fondée en 1951, l'usine"."""
    index = holding(reading.clauses, at)
    host = reading.clauses[index].host if index >= 0 else None
    return subject(reading, reading.clauses[host], tongue) if host is not None else None


def antecedent(reading: Reading, clause: Clause, tongue: Tongue) -> Range | None:
    """The words that a relative clause is about: those right before it.

    Someone ("quien") is no thing of someone's: "la detención del alcalde, quien" is he, and
    what is done to someone is done to no event: "la detención del alcalde, que fue juzgado".
    """
    found = noun_phrase(reading, clause.first, tongue)
    if found is None:
        return None
    found = _of_many(reading, found, clause, tongue)
    words, small = reading.words, tongue.words
    tails = lows(words[found.first : found.last], tongue).tails
    action = tongue.classes.get(clause.group.base) if clause.group else None
    happens = action in _OF_SOMEONE and any(low in tongue.nouns for low in tails)
    if clause.opener not in small.someone and not happens:
        return _past_when(reading, _with_head(reading, found, tongue), tongue)
    of = [at for at in range(found.first, found.last) if words[at].low in small.of]
    return Range(of[-1] + 1, found.last) if of else found


def _of_many(reading: Reading, part: Range, clause: Clause, tongue: Tongue) -> Range:
    """The words before a verb of many from a noun of many on.

    "Las elecciones posteriores a la caída de Brenn, que terminaron": not the fall.
    """
    many, group, words = tongue.guess.many, clause.group, reading.words
    if tongue.is_verb_last or tongue.words.he or not many or group is None:
        return part
    small, first = tongue.words, part.first
    finite = words[group.first].low
    single = words[first].low in small.articles and words[first].low[-1] not in "sie"
    named = words[first + 1].text[0].isupper()
    joined = any(words[at].low in small.coordinators for at in range(first, part.last))
    led = first > 1 and words[first - 1].low in small.prepositions
    if not finite.endswith(many) or not single or named or joined:
        return part
    fused = _fused(tongue).items()
    several = {lead for lead, tail in fused if tail.endswith(("s", "i", "e"))}
    inside = (at for at in range(part.last - 2, part.first, -1))
    own = next((at for at in inside if words[at].low in several), None)
    if own is not None:
        return Range(own + 1, part.last)
    if not led:
        return part
    head = noun_phrase(reading, first - 1, tongue)
    plural = head is not None and words[head.first].low.endswith(tongue.guess.plural)
    return Range(head.first, part.last) if head is not None and plural else part


def _with_head(reading: Reading, part: Range, tongue: Tongue) -> Range:
    """A noun alone behind a preposition with the one before it: "il trimestre in corso, che"."""
    words, small, first = reading.words, tongue.words, part.first
    led = first > 1 and words[first - 1].low in small.prepositions - small.articles
    if part.last - first > 1 or not led or not words[first].text.islower():
        return part
    head = noun_phrase(reading, first - 1, tongue)
    near = head is not None and head.last == first - 1 and not tongue.is_verb_last
    return Range(head.first, part.last) if head is not None and near else part


def _past_when(reading: Reading, part: Range, tongue: Tongue) -> Range:
    """A noun without an article behind a preposition left out: "a finales del trimestre, que"."""
    words, small, first = reading.words, tongue.words, part.first
    if tongue.is_verb_last or part.last - first < 3 or not first:
        return part
    led = words[first - 1].low in small.prepositions - small.articles
    bare = words[first].text.islower() and words[first].low not in small.articles
    of = words[first + 1].low in small.of and words[first + 1].low in _fused(tongue)
    return Range(first + 2, part.last) if led and bare and of else part


def noun_phrase(reading: Reading, at: int, tongue: Tongue) -> Range | None:
    """The noun with what belongs to it that ends before a place and the marks there."""
    words, small = reading.words, tongue.words
    last = before_marks(words, at)
    index = holding(reading.clauses, last - 1) if last else -1
    if index < 0:
        return None
    group = reading.clauses[index].group
    parted = group is not None and group.base.startswith(words[last - 1].low)
    last -= parted and words[last - 1].low in tongue.particles  # "kondigde … aan, die"
    closed = group is not None and last - 1 == group.head > group.first
    last -= closed and tongue.is_verb_last  # "hat den Bau beschlossen, der"
    first = last
    verbal = range(group.first, group.last) if group else range(0)
    while first and last - first < SUBJECT:
        at = first - 1
        low = words[at].low
        if (
            low in BREAKS
            or at in verbal
            or at in reading.dated_words
            or (group and at == group.head)
        ):
            break
        if low in small.persons:
            break
        if low in small.prepositions - small.articles and low not in small.of:
            break
        first = at
        led = words[first - 1].low if first else ""
        if low in small.own and led in small.definite:
            continue  # "A sua casa"
        if _begins_noun(words[at], led, tongue):
            break
    skipped = small.coordinators | small.of | (small.articles & small.prepositions)
    while (
        first < last - 1 and len(words[first].low) > 1 and words[first].low in skipped
    ):
        first += 1
    trailing = tongue.particles | (small.articles - small.prepositions)
    while first < last - 1 and words[last - 1].low in trailing:
        last -= 1  # "la firma Valmet la | que"
    return Range(first, last) if first < last else None


def _begins_noun(word: Word, led: str, tongue: Tongue) -> bool:
    """Whether an article begins a noun of its own: "l'ex sindaco", not "de la ville"."""
    small = tongue.words
    elided = lows((word,), tongue).heads[0] in small.articles
    elided = elided and led not in small.of  # "le ministre de l'Intérieur"
    article = word.low in small.articles and word.low not in small.of
    return elided or (article and led not in small.of)


def said(reading: Reading, part: Range, tongue: Tongue) -> str:
    """A noun phrase as it begins a sentence: with the article of "del" before it."""
    before = reading.words[part.first - 1].low if part.first else ""
    articles = _fused(tongue)
    article, lead = articles.get(before, ""), reading.words[part.first].low
    if part.first and part.last - part.first > 1 and lead in articles:
        part = Range(part.first + 1, part.last)
        article = articles[lead]  # "il bilancio degli scontri avvenuti lunedì"
    words = reading.said(part)
    elided = lows(reading.words[part.first : part.first + 1], tongue).heads[0]
    if elided in articles:
        return articles[elided] + words[len(elided) :]
    return f"{article} {words}" if article and words[0].islower() else words


def goes_on(reading: Reading, clause: Clause) -> bool:
    """Whether a main clause with a subject stands right before one."""
    index = holding(reading.clauses, clause.first)
    before = reading.clauses[index - 1] if index > 0 else None
    if before is None or before.group is None or before.opener:
        return False
    return before.role is Role.MAIN and before.first < before.group.first


def is_object(word: Word, before: Word, tongue: Tongue) -> bool:
    """Whether a noun behind a name is what is done: "meldete Norvia | Insolvenz an"."""
    named = before.text[0].isupper() and before.low not in tongue.words.articles
    noun = word.low in tongue.nouns and bool(tongue.words.genitive)
    return named and noun and before.low not in tongue.nouns
