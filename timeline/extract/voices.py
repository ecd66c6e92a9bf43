"""How a plain sentence puts what it tells, in a language that has only a small table.

How certain it is, who says so, and the line for it: its words without the date, without
who says so, and without what leads to them.
"""

import re

from msgspec.structs import replace

from timeline.extract.draft import Draft, is_dated
from timeline.extract.finish import capitalised
from timeline.extract.fitting import LENGTH, LONGEST, ROOM
from timeline.extract.kinds import ORGANISATION, PERSON
from timeline.extract.names import Names
from timeline.extract.plain import Plot
from timeline.extract.reading import Range, Reading
from timeline.extract.status import Verdict
from timeline.extract.verbal import lows
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue
from timeline.model import Quantity, Span, Status

_MARKS = frozenset(',;:()–—-[]"“”„«»')
_EDGES = " \t\r\n,;:.–—-…"
_BLANKS = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+(?=[,;.)])")
_COMMAS = (",", "–", "—", "-")
"""Marks that go with a date that stands between two of them."""

_EMPTY = re.compile(r"\s*,(?:\s*,)+\s*|\(\s*\)")
"""Marks around a date that has been taken out."""

_BORDER = re.compile(r"[,;]\s|\s[–—-]\s")
_LONGEST = 8
"""Words of a reporter without a name."""

_OBJECT = 20
"""Characters that a cut line keeps behind its verb."""

_OF_MODALS = {
    "hearsay": Status.ALLEGED,
    "claim": Status.ALLEGED,
    "deny": Status.DENIED,
    "can": Status.HYPOTHETICAL,
    "would": Status.HYPOTHETICAL,
    "must": Status.PLANNED,
}


# ── How certain ──────────────────────────────────────────────────────────────────────


def verdict(
    reading: Reading, draft: Draft, known: Plot, ahead: str, tongue: Tongue
) -> Verdict:
    """The status of an event as its sentence puts it.

    `ahead` is its time as text if that lies behind the day of the document, else "":
    what lies ahead is planned.
    """
    group = draft.group
    if group is not None:
        told = _put(reading, group, known, tongue)
        if told is not None:
            return told
        if group.tense in (Tense.PAST, Tense.PERFECT) and not ahead:
            return Verdict(Status.HAPPENED)
    if doubt := _allegedly(reading, Range(draft.first, draft.last), tongue):
        return Verdict(Status.ALLEGED, (doubt,))
    return Verdict(Status.PLANNED, (ahead,)) if ahead else Verdict(Status.HAPPENED)


def _put(reading: Reading, group: Group, known: Plot, tongue: Tongue) -> Verdict | None:
    """What the words of the verb and those that govern it say, or None."""
    said = (reading.said(Range(group.first, max(group.head, group.first) + 1)),)
    verb = next((v for v in known.verbs if v.group.head == group.head), None)
    if verb and verb.opener and verb.opener in tongue.words.conditions:
        return Verdict(Status.HYPOTHETICAL, (verb.opener,))
    group = verb.group if verb else group
    if group.modal == "deny" and known.report:
        at = known.report.group.head
        return Verdict(Status.DENIED, (reading.words[at].text,))
    if group.negated or group.base in tongue.voices.denials:
        return Verdict(Status.DENIED, said)
    if group.modal in _OF_MODALS:
        return Verdict(_OF_MODALS[group.modal], said)
    near = Range(max(0, group.first - 5), min(len(reading.words), group.head + 4))
    if doubt := _allegedly(reading, near, tongue):
        return Verdict(Status.ALLEGED, (doubt,))
    if group.tense is Tense.FUTURE:
        return Verdict(Status.PLANNED, said)
    plans = group.base in tongue.voices.plans and group.tense is not Tense.PARTICIPLE
    return Verdict(Status.PLANNED, said) if plans else None


def _allegedly(reading: Reading, part: Range, tongue: Tongue) -> str | None:
    tails = [word.low for word in reading.words[part.first : part.last]]
    for at, low in enumerate(tails):
        for said in (low, " ".join(tails[at : at + 2])):
            if said in tongue.voices.allegedly:
                return said
    return None


# ── Who says so ──────────────────────────────────────────────────────────────────────


def reporter(
    reading: Reading, draft: Draft, known: Plot, names: Names, cues: Cues
) -> str | None:
    """Who says so: whom "according to" names, or the subject of the verb of saying."""
    tongue = cues.tongue
    assert tongue is not None
    cited = _cited(reading, tongue)
    if cited is not None:
        return _who(reading, cited, names, cues)
    report = known.report
    if report is None:
        return None
    group = report.group
    if known.is_behind or _is_inverted(reading, group, tongue):
        first = _past_adverbials(reading, max(group.last, group.first + 1), tongue)
        part = _after(reading, first, known, tongue)
    else:
        part = _before(reading, group, known)
    return _who(reading, part, names, cues)


def _cited(reading: Reading, tongue: Tongue) -> Range | None:
    """The words behind "according to", or before a word that closes such a phrase."""
    low = lows(reading.words, tongue).tails
    heads = lows(reading.words, tongue).heads
    for at in range(len(low)):
        for size in (3, 2, 1):
            phrase = " ".join(low[at : at + size])
            if phrase in tongue.voices.according and _opens(reading, at):
                return _phrase(reading, at + size, tongue)
        elided = heads[at] and f"{low[at - 1]} {heads[at]}" in tongue.voices.according
        if at and elided:
            return _phrase(reading, at, tongue)
        if low[at] in tongue.voices.closing and at:
            first = at
            while first and reading.words[first - 1].low not in _MARKS:
                first -= 1
            return Range(max(first, at - _LONGEST), at)
    return None


def _opens(reading: Reading, at: int) -> bool:
    """Whether a word can bring who says so: it follows a mark, or an article follows it."""
    if not at or reading.words[at - 1].is_mark:
        return True
    behind = reading.words[at + 1 : at + 2]
    return not behind or behind[0].low not in ("cui", "que", "lequel", "laquelle")


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
        elif words[at].low in small.prepositions:
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
        if stops or (word.low[0] in ".!?" or is_dated(reading, word.start)):
            break
        last += 1
    while last > first and reading.words[last - 1].low in tongue.words.before_date:
        last -= 1
    return Range(first, last)


def _finite(tongue: Tongue) -> frozenset[str]:
    helpers = tongue.helpers
    return (
        helpers.have | helpers.had | helpers.was | helpers.will | helpers.can
    ) | helpers.state


def _is_inverted(reading: Reading, group: Group, tongue: Tongue) -> bool:
    """Whether the subject stands behind its verb: "am Montag sagte die Polizei"."""
    small = tongue.words
    for word in reading.words[: group.first]:
        light = word.is_mark or word.low in small.before_date | small.light
        if not light and not is_dated(reading, word.start):
            return False
    return True


def _before(reading: Reading, group: Group, known: Plot) -> Range:
    """The words before a verb, from the start of its clause on."""
    earlier = [v.group for v in known.verbs if v.group.first < group.first]
    first = max((max(g.last, g.head + 1) for g in earlier), default=0)
    while first < group.first and (
        reading.words[first].is_mark or is_dated(reading, reading.words[first].start)
    ):
        first += 1
    return Range(first, group.first)


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
    acting = [name for name in found if name.subject] or list(found)
    for kind in (PERSON, ORGANISATION):
        for name in acting:
            if name.kind == kind:
                return name.text
    if acting and part.last - part.first <= 2 * _LONGEST:
        return acting[0].text
    return _nameless(reading, part, cues)


def _nameless(reading: Reading, part: Range, cues: Cues) -> str | None:
    """The few words of a teller without a name: "un portavoz de la policía"."""
    assert cues.tongue is not None
    small = cues.tongue.words
    words = [w for w in reading.words[part.first : part.last] if not w.is_mark]
    nouns = [w for w in words if w.low not in small.light]
    if not nouns or len(words) > _LONGEST or nouns[0].low in small.spoken:
        return None
    if words[0].low in small.prepositions:
        return None
    alone = len(nouns) == 1 and nouns[0].low in small.articles
    return None if alone else _tidy(reading.said(part)) or None


def _tidy(words: str) -> str:
    return _BLANKS.sub(" ", words).strip(_EDGES)


# ── How many ─────────────────────────────────────────────────────────────────────────


def counted(
    quantities: tuple[Quantity, ...], draft: Draft, cues: Cues
) -> tuple[Quantity, ...]:
    """The quantities of a draft, people counted as what its verb does with them."""
    tongue, group = cues.tongue, draft.group
    slot = tongue.slots.get(group.base) if tongue and group else None
    if slot is None:
        return quantities
    people = cues.quantities.people
    return tuple(
        replace(one, slot=slot) if people & set(one.text.lower().split()) else one
        for one in quantities
    )


# ── The line ─────────────────────────────────────────────────────────────────────────


def line(reading: Reading, draft: Draft, known: Plot, tongue: Tongue) -> str:
    """The words of a draft without its date and who tells it, cut to a line's length."""
    part = _without_teller(reading, Range(draft.first, draft.last), known, tongue)
    words = _without_date(reading, part, draft, tongue)
    words = _subject(reading, part, known) + words.lstrip(_EDGES)
    words = _EMPTY.sub(lambda found: ", " if "," in found[0] else "", words)
    words = _without_fillers(words, tongue)
    words = _unopened(words, draft, known, tongue)
    words = _BEFORE_MARK.sub("", _BLANKS.sub(" ", words)).strip(_EDGES)
    words = _balanced(_short(words, reading, draft))
    dangling = tongue.words.dangling - tongue.particles
    while words.rpartition(" ")[2].lower() in dangling and " " in words:
        words = words.rpartition(" ")[0].rstrip(_EDGES)
    return capitalised(words)


def _unopened(words: str, draft: Draft, known: Plot, tongue: Tongue) -> str:
    """The line without the "cuando" that its verb's clause begins with."""
    first, _, rest = words.strip(_EDGES).partition(" ")
    verb = next((v for v in known.verbs if v.group == draft.group), None)
    opened = verb is not None and verb.opener == first.lower()
    return rest if opened and rest and not tongue.is_verb_last else words


def _without_fillers(words: str, tongue: Tongue) -> str:
    """The line without "sin embargo," or "y" at its head."""
    small = tongue.words
    first, _, rest = words.strip(_EDGES).partition(" ")
    if first.lower() in small.coordinators and rest:
        return _without_fillers(rest, tongue)
    lead, mark, rest = words.strip(_EDGES).partition(",")
    if mark and rest.strip() and lead.lower() in small.fillers:
        return _without_fillers(rest, tongue)
    return words


def _subject(reading: Reading, part: Range, known: Plot) -> str:
    """What the sentence begins with, for a later stretch that begins with its verb."""
    first = part.first
    while first < part.last and reading.words[first].is_mark:
        first += 1
    heads = {v.group.first for v in known.verbs}
    if not part.first or first not in heads:
        return ""
    last = 0
    while last < part.first and reading.words[last].low not in _MARKS:
        last += 1
    opens = any(g in heads for g in range(last)) or last > _LONGEST
    return "" if opens else reading.said(Range(0, last)) + " "


def _without_teller(
    reading: Reading, part: Range, known: Plot, tongue: Tongue
) -> Range:
    """The stretch without "según la policía," before it or ", dijo la policía" behind."""
    if known.report and known.is_behind:
        first = known.report.group.first
        if part.first < first < part.last and _told_before(known, first):
            return Range(part.first, first)
    cited = _cited(reading, tongue)
    if cited is None or cited.last <= part.first:
        return part
    low = reading.words[cited.last].low if cited.last < len(reading.words) else ""
    if cited.first <= part.first + 4 and low == "," and cited.last + 3 < part.last:
        return Range(cited.last + 1, part.last)
    before = cited.first
    while before > part.first and reading.words[before].low != ",":
        before -= 1
    closes = cited.last >= part.last - 1 and cited.first - before <= 4
    return Range(part.first, before) if closes and before > part.first + 3 else part


def _told_before(known: Plot, at: int) -> bool:
    return any(v.group.head < at for v in known.mains)


def _without_date(reading: Reading, part: Range, draft: Draft, tongue: Tongue) -> str:
    """The words of a stretch without the date of the draft, where it can be taken out.

    Where the verb stands second, what leads stays: without it the verb would lead.
    """
    whole = reading.said(part)
    if draft.point is None:
        return whole
    place, small = draft.point[0], tongue.words
    if not part.first <= place.first < part.last:
        return whole
    first, last = place.first, place.last
    while first > part.first and reading.words[first - 1].low in small.before_date:
        first -= 1
    before = reading.words[first - 1].low if first > part.first else ""
    after = reading.words[last].low if last < part.last else ""
    leads = all(
        w.is_mark or w.low in small.light for w in reading.words[part.first : first]
    )
    listed = before in small.coordinators or after in small.coordinators
    if before in small.of or listed or (leads and tongue.is_verb_last):
        return whole
    head = reading.said(Range(part.first, first))
    tail = reading.said(Range(last, part.last))
    if leads:
        rest = tail.lstrip(_EDGES)
    elif before in _COMMAS and after in _COMMAS:
        rest = f"{head.rstrip(_EDGES)} {tail.lstrip(_EDGES)}"
    else:
        rest = f"{head.rstrip(' ,(') if last == part.last else head} {tail}"
    return rest if len(rest.split()) > 1 else whole


def _short(words: str, reading: Reading, draft: Draft) -> str:
    """The line up to its last mark within the length, some way behind its verb."""
    if len(words) <= ROOM:
        return words
    verb = reading.words[draft.group.head].text if draft.group else ""
    at = words.find(verb) if verb else -1
    least = at + len(verb) + _OBJECT if at >= 0 else LONGEST
    borders = [m.start() for m in _BORDER.finditer(words) if m.start() >= least]
    inside = [border for border in borders if border <= LENGTH]
    near = [border for border in borders if border <= LONGEST]
    if inside or near or len(words) <= LONGEST:
        return words[: (inside[-1:] or near[:1] or [len(words)])[0]]
    return words[: max(words.rfind(" ", 0, LONGEST), least if at >= 0 else 0)]


def _balanced(words: str) -> str:
    english = () if "„" in words else (("“", "”"),)
    for opening, closing in (*english, ("«", "»"), ("(", ")"), ("„", "“")):
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    return words.replace('"', "") if words.count('"') % 2 else words
