"""Who says what a plain sentence tells, in a language with a small table."""

import re

from timeline.extract.called import ORGANISATION, PERSON
from timeline.extract.draft import Draft, is_dated
from timeline.extract.names import Name, Names
from timeline.extract.plain.clauses import holding
from timeline.extract.plain.plot import Plot
from timeline.extract.plain.subjects import subject
from timeline.extract.plain.words import lows, participle
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Span

_MARKS = frozenset(',;:()–—-[]"“”„«»')
_EDGES = " \t\r\n,;:.–—-…"
_BLANKS = re.compile(r"\s+")

_RELATIVE = frozenset(
    "cui que lequel laquelle lesquels lesquelles quales welke".split()
)
"""Words behind "according to" that only lead on from a noun before it."""

_ASKS = frozenset(
    """cómo cuándo dónde cuánto cuánta quién quiénes qué si come chi quando quanto
    comment combien quand hoe wie wat wanneer como quem onde""".split()
)
"""Words behind "according to" that make a clause of it: "según cómo se mire"."""

_LONGEST = 8
"""Words of a teller without a name."""


def reporter(
    reading: Reading, draft: Draft, known: Plot, names: Names, cues: Cues
) -> str | None:
    """Who says so: whom "according to" names, or the subject of the verb of saying."""
    tongue = cues.tongue
    assert tongue is not None
    source, report = cited(reading, tongue), known.report
    if source is not None and not _is_inside(reading, known, tongue):
        return _who(reading, source, names, cues)
    if report is None:
        return None
    group = report.group
    if known.is_behind or _is_inverted(reading, group, tongue):
        first = _past_adverbials(reading, max(group.last, group.first + 1), tongue)
        part = _after(reading, first, known, tongue)
        if _goes_on_to(reading, part.last, tongue):
            return None  # "Anunció la fusión, y que los cursos empezarán"
        if name := _named_behind(reading, part.last, names):
            return name
    else:
        part = _shared(reading, group, tongue) or _before(reading, group, known, tongue)
        part = _pronoun_behind(reading, group, tongue) or part
    return _who(reading, part, names, cues)


def _is_inside(reading: Reading, known: Plot, tongue: Tongue) -> bool:
    """Whether whom someone cites stands in what he says: "dijo que, según esos datos,"."""
    report, said, phrase = known.report, known.said, citation(reading, tongue)
    if report is None or said is None or phrase is None:
        return False
    return report.group.head < phrase.first and phrase.last <= said.group.first


def _goes_on_to(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether "and that" stands at a place, so that what is before it is said as well."""
    low = lows(reading.words[at : at + 3], tongue)
    rest = [*low.tails[low.tails[:1] == (",",) :]]
    heads = [*low.heads[low.tails[:1] == (",",) :]]
    joins = bool(rest) and rest[0] in tongue.words.coordinators and len(rest) > 1
    return joins and bool({rest[1], heads[1]} & tongue.words.that)


def by_pronoun(reading: Reading, known: Plot, tongue: Tongue) -> bool:
    """Whether who says so is only "he" or "she": "selon elle", "il a confirmé"."""
    source, small = cited(reading, tongue), tongue.words
    if source is None and known.report is not None:
        source = _before(reading, known.report.group, known, tongue)
    if source is None or source.last - source.first != 1:
        return False
    return reading.words[source.first].low in small.pronouns | small.he


def cited(reading: Reading, tongue: Tongue) -> Range | None:
    """The words behind "according to", or before a word that closes such a phrase."""
    found = _cited(reading, tongue)
    return found[1] if found else None


def citation(reading: Reading, tongue: Tongue) -> Range | None:
    """The same with the words that bring or close it: "según la policía"."""
    found = _cited(reading, tongue)
    return found[0] if found else None


def _cited(reading: Reading, tongue: Tongue) -> tuple[Range, Range] | None:
    known = lows(reading.words, tongue)
    low, heads = known.tails, known.heads
    whole = [head + tail for head, tail in zip(heads, low, strict=True)]
    for at in range(len(low)):
        source = None
        for size in (3, 2, 1):
            phrase = " ".join(whole[at : at + size])
            asks = whole[at + size : at + size + 1]
            brings = phrase in tongue.voices.according and _ASKS.isdisjoint(asks)
            if brings and _opens(reading, at, tongue):
                source = _phrase(reading, at + size, tongue)
                break
        elided = heads[at] and f"{low[at - 1]} {heads[at]}" in tongue.voices.according
        if source is None and at and elided:
            source = _phrase(reading, at, tongue)
        if source is not None:
            whole_ = Range(at - bool(elided), source.last)
            return (whole_, source) if source.first < source.last else None
        if low[at] in tongue.voices.closing and at:
            first = at
            while first and reading.words[first - 1].low not in _MARKS:
                first -= 1
            first = max(first, at - _LONGEST)
            return Range(first, at + 1), Range(first, at)
    return None


def _opens(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether a word can bring who says so: it follows a mark, or an article follows it.

    It does not behind an article: "il secondo stabilimento".
    """
    if not at or reading.words[at - 1].is_mark:
        return True
    if reading.words[at - 1].low in tongue.words.articles:
        return False
    behind = reading.words[at + 1 : at + 2]
    return not behind or behind[0].low not in _RELATIVE


def _phrase(reading: Reading, first: int, tongue: Tongue) -> Range:
    """The words of a phrase up to a mark or a finite verb; verbs of saying open it."""
    low = lows(reading.words, tongue).tails
    saying = tongue.voices.verbs
    while first < len(low) and (
        low[first] in tongue.voices.by - tongue.words.articles
        or low[first] in tongue.helpers.have
        or any(form.base in saying for form in tongue.forms.get(low[first], ()))
    ):
        first += 1
    return _after(reading, first, None, tongue)


def _named_behind(reading: Reading, at: int, names: Names) -> str | None:
    """The person whose name follows an office and a comma: "el ministro, Ana Lind"."""
    if at + 1 >= len(reading.words) or reading.words[at].low != ",":
        return None
    start = reading.words[at + 1].start
    found = names.within(Span(start, start + 1))
    return found[0].text if found and found[0].kind == PERSON else None


def _past_adverbials(reading: Reading, first: int, tongue: Tongue) -> int:
    """The first word behind when, where and to whom: "dijo el martes en Lund la …"."""
    words, small = reading.words, tongue.words
    at = first
    while at < len(words):
        ahead = at
        while ahead < len(words) - 1 and words[ahead].low in small.before_date:
            ahead += 1
        if is_dated(reading, words[ahead].start):
            while ahead < len(words) and is_dated(reading, words[ahead].start):
                ahead += 1
            at = ahead
        elif words[at].low in small.light - small.articles:
            at += 1
        elif words[at].low in small.prepositions - tongue.voices.by:
            at += 1
            while at < len(words) and words[at].low in small.articles:
                at += 1
            at += 1
        else:
            break
    return at if at < len(words) else first


def _after(reading: Reading, first: int, known: Plot | None, tongue: Tongue) -> Range:
    """The words from one on, up to a mark, a date, a verb or a clause."""
    heads = {v.group.first for v in known.verbs} if known else set()
    inside = {v.group.head for v in known.verbs} if known else set()
    last, end = first, len(reading.words)
    low = lows(reading.words, tongue)
    while last < end and last - first < 2 * _LONGEST:
        word = reading.words[last]
        stops = word.low in _MARKS or word.low in tongue.words.openers
        stops = stops or low.heads[last] in tongue.words.openers
        stops = stops or last in heads or last in inside
        if not known and word.text[0].islower():
            stops = stops or any(
                set("dsi") & set(form.kinds) for form in tongue.forms.get(word.low, ())
            )
            stops = stops or word.low in _finite(tongue)
        before = reading.words[last - 1].low if last > first + 1 else ""
        dated = is_dated(reading, word.start)
        led = before in tongue.words.of or participle(before, tongue) is not None
        if dated and not known and (led or _is_past_date(reading, last)):
            last += 1
            continue  # "secondo un rapporto del 2 aprile della Regione"
        if stops or word.low[0] in ".!?" or dated:
            break
        led = before in tongue.words.of | tongue.words.coordinators
        led = led or before in tongue.words.prepositions | tongue.words.genitive
        articles = tongue.words.articles - tongue.words.prepositions
        new = word.low in articles or low.heads[last] in articles
        if before and new and not led and word.low not in tongue.words.genitive:
            break
        last += 1
    small = tongue.words
    trailing = small.before_date | tongue.particles | small.light - small.articles
    while last > first and reading.words[last - 1].low in trailing:
        last -= 1
    return Range(first, last)


def _is_past_date(reading: Reading, at: int) -> bool:
    """Whether a word stands right behind one of a date."""
    return at > 0 and is_dated(reading, reading.words[at - 1].start)


def _finite(tongue: Tongue) -> frozenset[str]:
    helpers = tongue.helpers
    return (helpers.have | helpers.had | helpers.was | helpers.will | helpers.can) | (
        helpers.state | helpers.hearsay
    )


def _is_inverted(reading: Reading, group: Group, tongue: Tongue) -> bool:
    """Whether the subject stands behind its verb: "am Montag sagte die Polizei"."""
    small = tongue.words
    for word in reading.words[: group.first]:
        if word.low in small.he:
            return False
        light = word.is_mark or word.low in small.before_date | small.light
        light = light or word.low in small.fillers
        if not light and not is_dated(reading, word.start):
            return False
    return True


def _pronoun_behind(reading: Reading, group: Group, tongue: Tongue) -> Range | None:
    """The pronoun behind a verb that "and" joins to another: "und fordern sie", "en eisten zij"."""
    at, words = group.first + 1, reading.words
    joined = words[group.first - 1].low in tongue.words.coordinators
    if not tongue.is_verb_last or not group.first or not joined or at >= len(words):
        return None
    return Range(at, at + 1) if words[at].low in tongue.words.persons else None


def _shared(reading: Reading, group: Group, tongue: Tongue) -> Range | None:
    """The subject of the verb before, where "and" joins one that has none: "y expresó"."""
    small, words, at = tongue.words, reading.words, group.first
    while at and words[at - 1].low in small.light - small.persons:
        at -= 1
    if not at or words[at - 1].low not in small.coordinators:
        return None
    index = holding(reading.clauses, group.head)
    own = reading.clauses[index] if index >= 0 else None
    for before in reversed(reading.clauses[: max(index, 0)]):
        beside = own and (before.host, before.opener) == (own.host, own.opener)
        if beside and before.group and (who := subject(reading, before, tongue)):
            return who
    return None


def _before(reading: Reading, group: Group, known: Plot, tongue: Tongue) -> Range:
    """The words before a verb, from the start of its clause on up to when and where."""
    words, small = reading.words, tongue.words
    earlier = [v.group for v in known.verbs if v.group.first < group.first]
    first = max((max(g.last, g.head + 1) for g in earlier), default=0)
    skipped = small.quoting | small.that | small.coordinators
    skipped |= small.light - small.articles - small.persons - small.he
    dated = any(is_dated(reading, w.start) for w in words[first : first + 3])
    skipped |= small.before_date - small.articles if dated else frozenset()
    while first < group.first and (
        words[first].is_mark
        or words[first].low in skipped
        or is_dated(reading, words[first].start)
    ):
        first += 1
    first = _past_comma(reading, first, group.first, tongue)
    last = first
    while last < group.first and (
        not is_dated(reading, words[last].start)
        or words[last - 1].low in small.of
        or _is_past_date(reading, last)
    ):
        last += 1
    while last > first and words[last - 1].low in small.before_date | small.light:
        last -= 1
    return Range(first, last if last > first else group.first)


def _past_comma(reading: Reading, first: int, last: int, tongue: Tongue) -> int:
    """Behind the comma of what leads to who says so: "in risposta, il commissario ha"."""
    words, small = reading.words, tongue.words
    end = last
    while end > first and words[end - 1].low in small.light - small.persons:
        end -= 1
    commas = [at for at in range(first, end) if words[at].low == ","]
    if not commas or commas[-1] == end - 1:
        return first
    led = words[first].low in small.prepositions - tongue.voices.by
    return commas[-1] + 1 if led or words[first].low in small.coordinators else first


def _who(reading: Reading, part: Range, names: Names, cues: Cues) -> str | None:
    """The name in a stretch, a person's first, else its few words; never a pronoun."""
    if part.first >= part.last:
        return None
    first, articles = part.first, cues.tongue.words.articles if cues.tongue else ()
    while first < part.last - 1 and reading.words[first].low in articles:
        first += 1
    is_body = reading.words[first].low in cues.names.organisations
    if is_body and part.last - first <= _LONGEST:
        return _tidy(reading.said(Range(first, part.last)))
    span = Span(reading.words[part.first].start, reading.words[part.last - 1].end)
    found = names.within(span)
    acting = [name for name in found if not _is_nested(reading, part, name, cues)]
    if found and not acting:
        whole = _nameless(reading, part, cues)
        if whole is not None:
            return whole
        acting = [*found]
    for kind in (PERSON, ORGANISATION):
        for name in acting:
            if name.kind == kind:
                return name.text
    if acting and part.last - part.first <= 2 * _LONGEST:
        return acting[0].text
    return _nameless(reading, part, cues)


def _is_nested(reading: Reading, part: Range, name: Name, cues: Cues) -> bool:
    """Whether a name only says whose teller it is: "una fuente cercana a Brenn"."""
    assert cues.tongue is not None
    small, at = cues.tongue.words, reading.at(name.start)
    head = at
    while head > part.first and reading.words[head - 1].low in small.articles:
        head -= 1
        if reading.words[head].low in small.of | small.prepositions:
            return head > part.first
    tail = lows(reading.words[at : at + 1], cues.tongue).heads[0] if at == head else ""
    led = reading.words[head - 1].low if head > part.first else ""
    return led in small.of | small.prepositions or tail in small.of


def _nameless(reading: Reading, part: Range, cues: Cues) -> str | None:
    """The few words of a teller without a name: "un portavoz de la policía"."""
    assert cues.tongue is not None
    small = cues.tongue.words
    words = [w for w in reading.words[part.first : part.last] if not w.is_mark]
    nouns = [w for w in words if w.low not in small.light]
    spoken = nouns[:1] + nouns[-2:] if nouns else []
    if not nouns or len(words) > _LONGEST or any(w.low in small.spoken for w in spoken):
        return None
    if len(words) == 1 and words[0].low in small.pronouns | small.persons:
        return None
    if words[-1].low in cues.tongue.voices.according:
        return None  # "Este plan, según dijo,"
    by = cues.tongue.voices.by & small.prepositions - small.articles
    second = words[1] if len(words) > 1 else words[0]
    if (
        words[0].low in by
        and second.text.islower()
        and second.low not in small.articles
    ):
        return None  # "se anunciaba por carta"
    if words[0].low in small.prepositions - cues.tongue.voices.by - small.of:
        return None
    alone = len(nouns) == 1 and nouns[0].low in small.articles
    return None if alone else _tidy(reading.said(part)) or None


def _tidy(words: str) -> str:
    return _BLANKS.sub(" ", words).strip(_EDGES)
