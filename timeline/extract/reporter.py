"""Who says so: the subject of the verb of saying, or what "according to" names."""

import itertools

from timeline.extract.called import ORGANISATION, PERSON
from timeline.extract.draft import adds, is_dated
from timeline.extract.names import Name, Names
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.lang.cues import Cues
from timeline.model import Span

_MANNER = ("sely", "ntly", "tely", "edly", "cally", "ously", "ively")
"""How adverbs end that no noun ends like: "Valk falsely | told the bank"."""

_AT = frozenset(("in", "from", "of", "near", "at"))
_LANDS = frozenset(("county", "district", "prefecture", "province", "region", "state"))
"""Before a place, and what a wider one is called."""

_JOINING = frozenset(("and", "but", "or", "so"))
_BREAKS = frozenset(",;:()–—-")

_LISTED = 14
"""Words of a list of reporters, at most."""

_LONGEST = 7
"""Words of a nameless reporter ("a spokesman for the city's fire service")."""


def reporter(
    reading: Reading, clause: Clause, names: Names, person: str | None, cues: Cues
) -> str | None:
    """The reporter that a clause names. `person` is who "he" or "she" would be."""
    if adds(clause):
        clause = who_adds(reading, clause)
    whole = _who(reading, clause, cues)
    pieces = _acting(reading, whole, cues) if whole else []
    if whole is None or not pieces:
        return None
    listed = Range(clause.first, whole.last)
    if _are_several(reading, listed, cues):
        return _plain(reading, listed, cues, whole.last - clause.first)
    for piece in pieces:
        core = Range(piece.first, _head(reading, piece, cues))
        name = _last_name(reading, core, names, cues) or _person(
            reading, piece, names, cues
        )
        if name:
            return name.text
    part = _before_participle(reading, pieces[0])
    if reading.words[part.last - 1].low in cues.grammar.pronouns:
        return person if part.last - part.first == 1 else None
    head = _head(reading, part, cues)
    body = _body(reading, Range(part.first, head), names, cues)
    if body:
        return body
    nameless = _plain(reading, part, cues)
    if nameless is None or _only_cited(reading, clause, head, cues):
        return None
    return _known(nameless, names) or nameless


def who_adds(reading: Reading, clause: Clause) -> Clause:
    """The clause whose subject says more: "Valk resigned, | saying he was ill".

    Or who has said what is told: "the tests were old, Valk said, | adding that".
    """
    roles = (Role.MAIN, Role.REPORT)
    before = (c for c in reversed(reading.clauses) if c.first < clause.first)
    acting = (c for c in before if c.role in roles and c.group and c.group.finite)
    return next(acting, clause)


def _before_participle(reading: Reading, part: Range) -> Range:
    """ "A report" of "a report published on Monday", "a nurse who saw it"; who has seen the
    papers stays."""
    relative = reading.cues.grammar.relative
    opens = range(part.first + 1, part.last)
    opening = next((n for n in opens if reading.words[n].low in relative), part.last)
    if reading.words[part.first].low not in reading.cues.grammar.pronouns:
        part = Range(part.first, opening)
    inside = (g.first for g in reading.groups_in(part))
    first = next((n for n in inside if n > part.first), part.last)
    behind = range(first, part.last + 1)
    dated = any(place.first in behind for place, _ in reading.timexes)
    alone = first == part.last - 1
    return Range(part.first, first) if dated or alone else part


def _acting(reading: Reading, part: Range, cues: Cues) -> list[Range]:
    """Who acts, of what stands before a verb, the likeliest first: no "In Lund,"."""
    words = reading.words
    ends = [n for n in range(part.first, part.last) if words[n].low in _BREAKS]
    ends = [n for n in ends if not _lists_on(reading, n, part, cues)]
    edges = [part.first - 1, *ends, part.last]
    pieces = [Range(a + 1, b) for a, b in itertools.pairwise(edges) if a + 1 < b]
    places = {
        b for a, b in itertools.pairwise(pieces) if _is_wider(reading, a, b, cues)
    }
    pieces = [piece for piece in pieces if piece not in places]
    acting = [piece for piece in pieces if not _is_aside(reading, piece, cues)]
    led = bool(acting) and pieces[0] is not acting[0]
    if led and words[acting[-1].first].low not in cues.grammar.determiners:
        acting = acting[-1:]
    return [_bare(reading, piece, cues) for piece in acting]


def _lists_on(reading: Reading, comma: int, part: Range, cues: Cues) -> bool:
    """Whether the name of a body goes on behind a comma: "Department for Roads, | Ports and
    Rivers"; not in "Board of Trade, | Ada Brenn and Jon Vik"."""
    words, grammar = reading.words, cues.grammar
    behind = words[comma + 1 : min(comma + 4, part.last)]
    if words[comma].low != "," or len(behind) < 3 or comma < 3:
        return False
    led = words[comma - 2].low in grammar.prepositions
    body = words[comma - 3].low in cues.names.organisations
    joined = behind[1].low == "and" and behind[1].low in grammar.coordinators
    named = all(w.text[0].isupper() for w in (words[comma - 1], behind[0], behind[2]))
    return led and body and joined and named


def _is_wider(reading: Reading, before: Range, piece: Range, cues: Cues) -> bool:
    """Whether a piece says where a place is: "my cousin in Lund, | Velm Province, | says"."""
    first = before.last
    while first > before.first and reading.words[first - 1].text[0].isupper():
        first -= 1
    led = before.first < first < before.last
    led = led and reading.words[first - 1].low in _AT
    small = reading.words[before.first].low in cues.grammar.bound
    words = reading.words[piece.first : piece.last]
    named = all(word.text[0].isupper() for word in words)
    land = len(words) == 1 or (len(words) == 2 and words[1].low in _LANDS)
    return led and small and named and land


def _are_several(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether several say so: "Lund, Sarn and two other towns | have said"."""
    words = reading.words[part.first : part.last]
    commas = [n for n, word in enumerate(words) if word.low == ","]
    if not commas or len(words) > _LISTED:
        return False
    joined = any(word.low in cues.grammar.coordinators for word in words[commas[-1] :])
    verb = any(g.first == part.last for g in reading.groups)
    bound = words[0].low in cues.grammar.bound
    named = all(word.text[0].isupper() for word in words[: commas[0]])
    return joined and verb and named and not bound


def _bare(reading: Reading, part: Range, cues: Cues) -> Range:
    """The stretch without marks and small words at its ends."""
    first, last, words, grammar = part.first, part.last, reading.words, cues.grammar
    while first < last - 1 and (
        not words[first].text[0].isalnum()
        or words[first].low in _JOINING
        or cues.headline.fillers.fullmatch(words[first].low)
    ):
        first += 1  # "Meanwhile | the army said"
    while last - 1 > first and words[last - 1].low in grammar.prepositions:
        last -= 1
    return Range(first, last)


def _is_aside(reading: Reading, part: Range, cues: Cues) -> bool:
    """Whether a stretch begins with a preposition, a conjunction or a participle."""
    part = _bare(reading, part, cues)
    grammar, word = cues.grammar, reading.words[part.first]
    alone = part.last - part.first == 1
    if part.first and reading.words[part.first - 1].low in "([":
        return True
    if alone and (
        cues.grammar.is_manner(word.low) or cues.headline.fillers.fullmatch(word.low)
    ):
        return True
    opens = grammar.prepositions | grammar.subordinators | grammar.relatives
    verb = any(g.first == part.first for g in reading.groups) and not alone
    return word.low in opens or verb


def _head(reading: Reading, part: Range, cues: Cues) -> int:
    """One past the last word before an "of …", "in …" or "who …"."""
    grammar = cues.grammar
    stops = grammar.prepositions | grammar.relatives
    for position in range(part.first + 1, part.last):
        word = reading.words[position]
        verb = any(g.first == position for g in reading.groups)
        if (word.low in stops or verb) and word.text.islower():
            return position
    return part.last


def _last_name(reading: Reading, part: Range, names: Names, cues: Cues) -> Name | None:
    """The name that a noun phrase ends in, unless it is one of two: "Orkem and Coates"."""
    words, grammar = reading.words, cues.grammar
    last = part.last - 1
    while last > part.first and not words[last].text[0].isalnum():
        last -= 1
    tied = grammar.prepositions | grammar.coordinators | {"'s", "’s"}
    for name in names.within(Span(words[part.first].start, words[last].end)):
        before = reading.at(name.start) - 1
        if name.start <= words[last].start < name.end:
            alone = before < part.first or words[before].low not in tied
            while before > part.first and words[before].low in cues.names.titles:
                before -= 1  # "A spokesman for | Dr Valk"
                alone = words[before].low not in grammar.prepositions
            return name if alone else None
    return None


def _person(reading: Reading, part: Range, names: Names, cues: Cues) -> Name | None:
    """Who "the minister of trade Ada Brenn" is."""
    name = _last_name(reading, part, names, cues)
    return name if name and name.kind == PERSON else None


def _body(reading: Reading, part: Range, names: Names, cues: Cues) -> str | None:
    """The body that a spokesman or a report is one of: "a Harbour Union spokesman"."""
    words = reading.words
    if words[part.last - 1].low not in cues.reporting.nouns:
        return None
    found = names.within(Span(words[part.first].start, words[part.last - 1].end))
    bodies = [
        n for n in found if n.kind == ORGANISATION and not _owns(reading, n, part)
    ]
    return bodies[0].text if bodies else None


def _owns(reading: Reading, name: Name, part: Range) -> bool:
    """Whether the name only says whose: "Torvik's central bank"."""
    position = reading.at(name.end)
    return position < part.last - 1 and reading.words[position].low in ("'s", "’s", "'")


def _only_cited(reading: Reading, clause: Clause, head: int, cues: Cues) -> bool:
    """Whether "citing" names a reason and no source: "citing losses in the north"."""
    if clause.group is not None and clause.group.finite:
        return False
    opens = reading.words[clause.first].low
    verb = cues.verbs.get(opens)
    if verb is None or "g" not in verb.forms:
        return False
    low = reading.words[head - 1].low
    sources = cues.reporting.nouns | cues.names.titles | cues.names.organisations
    return low not in sources and low.removesuffix("s") not in sources


def _known(noun: str, names: Names) -> str | None:
    """The one organisation of the document that "the committee" can be."""
    low = noun.lower()
    found = {
        name.text
        for name in names.found
        if name.kind == ORGANISATION and name.text.lower().endswith(f" {low}")
    }
    return found.pop() if len(found) == 1 else None


def _who(reading: Reading, clause: Clause, cues: Cues) -> Range | None:
    """The words that name the reporter."""
    first = clause.first
    while first < clause.last - 1 and reading.words[first].is_mark:
        first += 1
    phrase = cues.reporting.phrases.match(reading.text, reading.words[first].start)
    if phrase and phrase.end() < reading.words[clause.last - 1].end:
        return _undated(reading, Range(reading.at(phrase.end()), clause.last))
    if clause.group is None or clause.group.first <= first:
        behind = clause.group.last if clause.group else first + 1
        return _undated(reading, Range(behind, clause.last))
    verb = clause.group.first
    for own in clause.ranges:
        goes_on = _lists_on(reading, own.first - 1, Range(first, verb), cues)
        holds = own.first <= verb < own.last and not goes_on
        if holds and _has_noun(reading, own.first, verb, cues):
            first = max(first, own.first)
    return _undated(reading, Range(first, verb))


def _has_noun(reading: Reading, first: int, last: int, cues: Cues) -> bool:
    """Whether a subject can stand in a stretch: neither adverbs nor dates alone."""
    return any(
        word.low[0].isalnum()
        and word.low not in cues.grammar.adverbs
        and word.low not in cues.time.before_date
        and not is_dated(reading, word.start)
        for word in reading.words[first:last]
    )


def _undated(reading: Reading, part: Range) -> Range:
    """The range without the dates at its ends."""
    first, last = part.first, part.last
    for placed, _ in reading.timexes:
        if placed.first - first <= 1 and first <= placed.first < last:
            first = placed.last
        elif first < placed.first < last:
            last = placed.first
    while first < last and reading.words[first].is_mark:
        first += 1
    while last > first and reading.words[last - 1].is_mark:
        last -= 1
    return Range(first, last)


def _plain(reading: Reading, part: Range, cues: Cues, most: int = 0) -> str | None:
    """The noun phrase without article and adverbs; None if it points at something else.

    `most` is how many words it may have, marks among them, if it is a list.
    """
    first, last = part.first, part.last
    fills = cues.headline.fillers.fullmatch(reading.words[first].low)
    if fills and first + 1 < last and reading.words[first + 1].low == ",":
        first += 2  # "However, Jan and Ruth Orr"
    while first < last and reading.words[first].low in cues.grammar.coordinators:
        first += 1
    if first < last and reading.words[first].low in ("the", "a", "an"):
        first += 1
    while last > first and (
        reading.words[last - 1].low in cues.grammar.adverbs
        or reading.words[last - 1].low in cues.grammar.prepositions
        or reading.words[last - 1].low.endswith(_MANNER)
    ):
        last -= 1
    for position in range(first, last) if not most else ():
        if reading.words[position].is_mark and reading.words[position].low not in "'’-":
            last = position
            break
    if first >= last or reading.words[first].low in cues.grammar.vague_subjects:
        return None
    if reading.words[first].low in cues.grammar.pronouns:
        return None
    return reading.said(Range(first, min(last, first + (most or _LONGEST))))
