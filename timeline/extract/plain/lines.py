"""The line for a plain sentence, in a language with a small table.

Its words without the date, without who says so, and without what leads to them.
"""

import re
from collections.abc import Sequence

from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft
from timeline.extract.finish import capitalised
from timeline.extract.fitting import LENGTH, LONGEST, UNCUT, WHOLE
from timeline.extract.plain import order
from timeline.extract.plain.clauses import holding
from timeline.extract.plain.dateless import without_date
from timeline.extract.plain.plot import Plot
from timeline.extract.plain.several import gapped
from timeline.extract.plain.subjects import subject
from timeline.extract.plain.tellers import citation
from timeline.extract.plain.wished import stated
from timeline.extract.plain.words import BREAKS, participle
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.tongues import Tongue
from timeline.text.words import Word

_EDGES = " \t\r\n,;:.–—-…"
_BLANKS = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,;.)])")
_BEFORE_QUOTE = re.compile(r"\s+(?=[\"”»]$)")

_EMPTY = re.compile(r"\s*,(?:\s*,)+\s*|\(\s*\)")
"""Marks around a date that has been taken out."""

_NOTHING = re.compile(r"[\"“„«]\s*[\"”“»],?")
"""A quotation of which only the date is left out."""

_BORDER = re.compile(r"[,;]\s|\s[–—-]\s")
_SOURCE = 12
"""Words of the longest apposition to who says so."""

_LEAST = 1
"""Words that are left at least when who says so is left out."""

_OBJECT = 20
"""Characters that a cut line keeps behind its verb."""


def line(reading: Reading, draft: Draft, known: Plot, *, named: bool) -> str:
    """The words of a draft without its date and who tells it, cut to a line's length.

    `named` says that who tells it is known: "selon elle" stays where it is not.
    """
    tongue = reading.cues.tongue
    assert tongue is not None
    told = _without_teller(reading, draft, known, named=named)
    kept = without_date(reading, told, draft, tongue)
    words = order.ordered(reading, kept, draft, tongue)
    if not words:
        words = reading.joined(_with_lead(reading, draft, told, kept, tongue))
        words = _without_fillers(words.strip(_EDGES), tongue)
        words = _unopened(words, draft, known, tongue)
        if who := _subject(reading, draft, tongue):
            words = who + _unjoined(words, tongue)
    words = words.lstrip(_EDGES)
    words = _NOTHING.sub("", words)
    words = _EMPTY.sub(lambda found: ", " if "," in found[0] else "", words)
    words = _without_fillers(words, tongue)
    words = _BEFORE_MARK.sub("", _BLANKS.sub(" ", words)).strip(_EDGES)
    words = words if words.startswith("« ") else _BEFORE_QUOTE.sub("", words)
    words = _balanced(_short(words, reading, draft, known))
    dangling = tongue.words.dangling - tongue.particles
    if tongue.is_verb_last:
        dangling -= tongue.helpers.been | tongue.helpers.have
    while _last(words) in dangling and " " in words:
        words = words.rpartition(" ")[0].rstrip(_EDGES)
    group = draft.group
    done = group is not None and group.tense in (Tense.PAST, Tense.PERFECT)
    if group is not None and done and tongue.guess.stated:
        words = stated(words, reading.words[group.first].low, tongue)
    return capitalised(words + _closing(reading, draft, words, tongue))


def _closing(reading: Reading, draft: Draft, words: str, tongue: Tongue) -> str:
    """The "worden" that a verb shares with the next: "war 1987 errichtet und 2015 erweitert"."""
    group = draft.group
    if group is None or not tongue.is_verb_last or not draft.clauses:
        return ""
    ends = words.endswith(reading.words[group.head].text) and group.head > group.first
    behind = reading.clauses[draft.clauses[-1] + 1 : draft.clauses[-1] + 2]
    other = behind[0].group if ends and behind else None
    if other is None or other.first != other.head or other.tense is not group.tense:
        return ""
    shared = reading.words[other.head + 1 : other.head + 2]
    been = bool(shared) and shared[0].low in tongue.helpers.been
    return f" {shared[0].text}" if been else ""


def _last(words: str) -> str:
    """The last word of a line in lower case, behind what is elided before it: "d'une"."""
    return words.rpartition(" ")[2].lower().replace("’", "'").removeprefix("d'")


def _told(reading: Reading, draft: Draft) -> list[int]:
    """The places of the words that tell a draft, and of the marks between them."""
    if draft.gap is not None:
        assert reading.cues.tongue is not None
        return gapped(reading, draft, reading.cues.tongue)
    if not draft.clauses:
        return list(range(draft.first, draft.last))
    ranges = (part for i in draft.clauses for part in reading.clauses[i].ranges)
    places: list[int] = []
    for part in sorted(ranges, key=lambda part: part.first):
        between = range(places[-1] + 1, part.first) if places else ()
        if all(reading.words[at].is_mark for at in between):
            places += between
        places += range(part.first, part.last)
    return places


def _without_fillers(words: str, tongue: Tongue) -> str:
    """The line without "sin embargo," or "y" at its head."""
    small = tongue.words
    first, _, rest = words.strip(_EDGES).partition(" ")
    if first.lower().rstrip(",") in small.coordinators - small.neither and rest:
        return _without_fillers(rest, tongue)
    lead, mark, rest = words.strip(_EDGES).partition(",")
    if mark and rest.strip() and lead.lower() in small.fillers:
        return _without_fillers(rest, tongue)
    return words


def _unopened(words: str, draft: Draft, known: Plot, tongue: Tongue) -> str:
    """The line without the "cuando" that its verb's clause begins with."""
    head = draft.group.head if draft.group else -1
    verb = next((v for v in known.verbs if v.group.head == head), None)
    opener = verb.opener if verb else ""
    words = _unled(words, opener, tongue) if opener else words
    first, _, rest = words.strip(_EDGES).partition(" ")
    if first.lower() in tongue.words.of and rest.lower().startswith(f"{opener} "):
        return rest[len(opener) + 1 :]  # "informa de que"
    if opener.endswith("'") and first.lower().startswith(opener):
        return words.strip(_EDGES)[len(opener) :]
    opened = (
        opener == first.lower().strip(_EDGES) and opener not in tongue.words.conditions
    )
    return rest if opened and rest and not tongue.is_verb_last else words


def _unjoined(words: str, tongue: Tongue) -> str:
    """The line without the "puis" that led to its verb."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in tongue.words.then else words


def _unled(words: str, opener: str, tongue: Tongue) -> str:
    """The line without the "alors" of "alors que", where what it brings is told as done."""
    first, _, rest = words.strip(_EDGES).partition(" ")
    if first.lower() not in tongue.words.facts:
        return words
    second, _, behind = rest.partition(" ")
    rest = behind if second.lower() in tongue.words.of else rest
    return rest if rest.lower().startswith(opener) else words


def _with_lead(
    reading: Reading,
    draft: Draft,
    told: list[int],
    kept: list[int],
    tongue: Tongue,
) -> list[int]:
    """The places, with who says so or the date again where the verb would lead.

    It may where it goes without a subject: "Murió en Lund".
    """
    group = draft.group
    if group is None or not tongue.words.he:
        return kept
    whole = _told(reading, draft)
    for places in (kept, without_date(reading, whole, draft, tongue), told, whole):
        lead = next((at for at in places if not reading.words[at].is_mark), -1)
        if lead != group.first or reading.words[lead].text[0].isupper():
            return places
    return kept


def _subject(reading: Reading, draft: Draft, tongue: Tongue) -> str:
    """Who did what came before, for a clause that begins with its verb; or ""."""
    group = draft.group
    own = draft.clauses and reading.clauses[draft.clauses[0]]
    if not own or group is None or own.role is not Role.MAIN or own.group != group:
        return ""
    words, small = reading.words, tongue.words
    skipped = small.coordinators | small.light - small.articles | small.negations
    lead = range(own.first, group.first)
    behind = words[group.first + 1 : group.first + 3] if tongue.is_verb_last else ()
    named = {words[at].low for at in lead} | {word.low for word in behind}
    if not named.isdisjoint(small.he):
        return ""  # "mais il a disparu", "gemeldet wurde er"
    reflexive = words[group.first - 1].low in tongue.helpers.reflexive
    if reflexive and not tongue.is_verb_last and _brings(words, group, small.that):
        return ""  # "ma si prevede che"
    clitic = {group.first - 1} if words[group.first - 1].low in small.light else set()
    leads = all(
        words[at].low in skipped or words[at].is_mark or at in clitic for at in lead
    )
    for before in reversed(reading.clauses[: draft.clauses[0]]):
        beside = before.host == own.host and before.opener == own.opener
        if (
            beside
            and before.group
            and not _lacks_subject(reading, before, skipped - small.he)
        ):
            helped = _auxiliary(reading, before.group, group, tongue)
            who = subject(reading, before, tongue) if leads or helped else None
            return f"{reading.said(who)} {helped}" if who else ""
    return ""


def _brings(words: Sequence[Word], group: Group, that: frozenset[str]) -> bool:
    """Whether what is said follows right behind a verb."""
    behind = words[group.head + 1 : group.head + 2]
    return bool(behind) and behind[0].low in that


def _lacks_subject(reading: Reading, clause: Clause, skipped: frozenset[str]) -> bool:
    """Whether nothing but small words stands before the verb of a clause."""
    assert clause.group is not None
    lead = reading.words[clause.first : clause.group.first]
    return all(word.low in skipped or word.is_mark for word in lead)


def _auxiliary(reading: Reading, before: Group, group: Group, tongue: Tongue) -> str:
    """The auxiliary of a verb that another shares: "había sido" of "e incendiado"."""
    low = reading.words[group.head].low
    alone = group.last - group.first == 1 and group.tense is before.tense
    helped = before.head > before.first and participle(low, tongue)
    if not alone or not helped or group.passive != before.passive:
        return ""
    last = before.first + 1 if tongue.is_verb_last else before.head
    return reading.said(Range(before.first, last)) + " "


def _without_teller(
    reading: Reading, draft: Draft, known: Plot, *, named: bool
) -> list[int]:
    """The places without those of "según la policía," or of ", dijo la policía"."""
    tongue = reading.cues.tongue
    assert tongue is not None
    places = _told(reading, draft)
    gone: set[int] = set()
    quoted = False
    if known.report and known.is_behind:
        first = known.report.group.first
        quoted = any(w.low in '”»"“' for w in reading.words[max(0, first - 2) : first])
        told = _told_before(known, first) and draft.group != known.report.group
        told = told or quoted
        index = holding(reading.clauses, first)
        if told and index >= 0:
            ranges = reading.clauses[index].ranges
            gone.update(at for part in ranges for at in range(part.first, part.last))
    source = citation(reading, tongue)
    if source and named and _is_apart(reading, source):
        source = Range(source.first, _past_apposition(reading, source.last, tongue))
        parted = reading.words[source.last : source.last + 1]
        comma = bool(parted) and source.first > 0 and parted[0].low == ","
        gone.update(range(source.first - comma, source.last + comma))
    if not gone:
        return places
    kept = [at for at in places if at not in gone]
    small = tongue.words.before_date
    words = (reading.words[at].low for at in kept if at not in reading.dated_words)
    tells = sum(low.isalpha() and low not in small for low in words)
    return kept if tells > _LEAST or (quoted and tells) else places


def _past_apposition(reading: Reading, last: int, tongue: Tongue) -> int:
    """Behind what says more of who says so: "selon Ourdan, l'envoyé du journal,"."""
    words = reading.words
    if last < len(words) and words[last].low in tongue.words.relative:
        ends = (at for at in range(last, len(words)) if words[at].low == ",")
        end = next(ends, last)
        return end if any(v.group.first > end for v in reading.plain.verbs) else last
    if last >= len(words) or words[last].low != ",":
        return last
    end = last + 1
    while end < len(words) and words[end].low not in BREAKS:
        end += 1
    inside = range(last + 1, end)
    verbs = any(verb.group.first in inside for verb in reading.plain.verbs)
    dated = any(at in reading.dated_words for at in inside)
    closes = end < len(words) and words[end].low == "," and end - last <= _SOURCE
    behind = any(verb.group.first > end for verb in reading.plain.verbs)
    return end if closes and behind and not verbs and not dated else last


def _is_apart(reading: Reading, part: Range) -> bool:
    """Whether a phrase leads its sentence or stands between marks."""
    words = reading.words
    behind = part.last >= len(words) or words[part.last].is_mark
    return not part.first or words[part.first - 1].is_mark or behind


def _told_before(known: Plot, at: int) -> bool:
    return any(v.group.head < at for v in known.mains)


def _short(words: str, reading: Reading, draft: Draft, known: Plot) -> str:
    """The line up to its last mark within the length, some way behind its verb.

    What someone says stays as far as its own verb; one that has no such mark is whole.
    """
    if len(words) <= UNCUT:
        return words
    heads = [draft.group.head] if draft.group else []
    if known.said and known.report and draft.group == known.report.group:
        heads.append(known.said.group.head)
    found = [words.find(reading.words[at].text) for at in heads]
    ends = [
        at + len(reading.words[head].text)
        for at, head in zip(found, heads, strict=True)
    ]
    least = max(ends) + _OBJECT if found and min(found) >= 0 else LONGEST
    borders = [m.start() for m in _BORDER.finditer(words) if m.start() >= least]
    borders = [at for at in borders if not _is_within(words, at, reading, draft)]
    inside = [border for border in borders if border <= LENGTH]
    near = [border for border in borders if border <= LONGEST]
    if inside or near or len(words) <= WHOLE:
        return words[: (inside[-1:] or near[:1] or [len(words)])[0]]
    return words[: max(words.rfind(" ", 0, LONGEST), least if found else 0)]


def _is_within(words: str, border: int, reading: Reading, draft: Draft) -> bool:
    """Whether a clause has begun before a border and its verb stands behind it."""
    for index in draft.clauses:
        clause = reading.clauses[index]
        if clause.group is None:
            continue
        begins = reading.said(Range(clause.first, min(clause.first + 2, clause.last)))
        start = words.find(begins)
        verb = words.find(reading.words[clause.group.first].text, max(start, 0))
        if 0 <= start < border < verb:
            return True
    return False


def _balanced(words: str) -> str:
    english = () if "„" in words else (("“", "”"),)
    for opening, closing in (*english, ("«", "»"), ("(", ")"), ("„", "“")):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words.replace('"', "") if words.count('"') % 2 else words
