"""The clauses of a sentence in a language that has only a small table of words.

A sentence is cut at its marks, at the words that open a clause and at "and" between two
verbs. Each stretch then goes to the clause that waits for its verb: behind "el ministro,
que fue detenido," the next verb is the minister's.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Protocol

from msgspec import Struct

from timeline.extract.clause import Clause, Range, Role
from timeline.extract.plain.gaps import thing_of
from timeline.extract.plain.stretches import Cutter, Stretch, between_days
from timeline.extract.plain.verbal import Verb, scanned
from timeline.extract.plain.words import BREAKS, QUOTES, is_to_say, participle
from timeline.extract.verbs import Group, Tense
from timeline.lang.tongues import Tongue
from timeline.text.words import Word

_STRONG = frozenset(";:")
"""Marks behind which a sentence begins anew."""

_SIDE = frozenset("()[]–—-")
"""Marks around what is said aside."""


_PHRASE = 8
"""Words of the longest phrase that a participle describes."""


class Sentence(Protocol):
    """A sentence whose clauses are known."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words."""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in order."""


class _Piece(Struct):
    """A clause while it is put together."""

    role: Role
    opener: str = ""
    host: int | None = None
    group: Group | None = None
    ranges: list[Range] = []


class Parted(Struct, frozen=True):
    """The clauses of a sentence in order, and its verbs with the openers of theirs."""

    clauses: tuple[Clause, ...] = ()
    verbs: tuple[Verb, ...] = ()


def parted(words: Sequence[Word], dated: frozenset[int], tongue: Tongue) -> Parted:
    """The clauses of a sentence; no word of `dated` is a verb or parts anything."""
    dated = dated | between_days(words, dated, tongue)
    cutter = Cutter(words, scanned(words, dated, tongue), dated, tongue)
    return _Assembly(cutter, cutter.stretches()).parted()


class _Assembly:
    """Gives each stretch of a sentence to its clause."""

    def __init__(self, cutter: Cutter, stretches: Sequence[Stretch]) -> None:
        self.cutter, self.stretches = cutter, stretches
        self.tongue = cutter.tongue
        self.pieces: list[_Piece] = [_Piece(Role.MAIN)]
        self.stack = [0]
        self.more: list[tuple[Group, int]] = []
        self.ahead: list[Stretch] = []

    def parted(self) -> Parted:
        for stretch in self.stretches:
            self._take(stretch)
        self._release()
        kept = [i for i, piece in enumerate(self.pieces) if piece.ranges]
        kept.sort(key=lambda i: self.pieces[i].ranges[0].first)
        places = {index: place for place, index in enumerate(kept)}
        clauses = tuple(self._clause(self.pieces[i], places) for i in kept)
        pieces = [
            (p.group, i)
            for i, p in enumerate(self.pieces)
            if p.group and p.role is not Role.PARTICIPLE
        ]
        every = sorted([*pieces, *self.more], key=lambda one: one[0].first)
        opened = tuple(Verb(group, self.pieces[i].opener) for group, i in every)
        return Parted(clauses, opened)

    def _clause(self, piece: _Piece, places: Mapping[int, int]) -> Clause:
        host = places.get(piece.host) if piece.host is not None else None
        ranges = [piece.ranges[0]]
        for before, part in pairwise(piece.ranges):
            if part.first == before.last:
                ranges[-1] = Range(ranges[-1].first, part.last)
            else:
                ranges.append(part)
        return Clause(piece.role, tuple(ranges), piece.group, piece.opener, host)

    @property
    def _top(self) -> _Piece:
        return self.pieces[self.stack[-1]]

    def _take(self, stretch: Stretch) -> None:
        """Give a stretch to a clause, to a new one where it opens one."""
        groups = self.cutter.in_range(stretch.first, stretch.last)
        if stretch.border in _STRONG:
            self._release()
            self._push(_Piece(Role.MAIN), clear=True)
        if self._is_condition(stretch):
            low = self.cutter.lows.tails[stretch.first]
            self._push(_Piece(Role.CONDITION, low, self.stack[-1]))
        if stretch.opener >= 0:
            self._open(stretch)
        elif not groups and self._leads(stretch):
            self.ahead.append(stretch)
            return
        elif not groups:
            self._beside(stretch)
            return
        else:
            self._return(stretch)
        self._release()
        self._fill(stretch, groups)

    def _leads(self, stretch: Stretch) -> bool:
        """Whether "and" or a time behind it leads to what follows: "y, en 1984, se vendió"."""
        small, inside = self.tongue.words, range(stretch.first, stretch.last)
        alone = all(self.cutter.lows.tails[at] in small.coordinators for at in inside)
        joined = self.cutter.lows.tails[stretch.first] in small.coordinators
        if alone or (joined and stretch.border == ","):
            return stretch.last < len(self.cutter.words) - 1
        return bool(self.ahead) and any(at in self.cutter.dated for at in inside)

    def _release(self) -> None:
        """Give what leads to something to the clause on top."""
        for stretch in self.ahead:
            self._top.ranges.append(Range(stretch.first, stretch.last))
        self.ahead = []

    def _is_condition(self, stretch: Stretch) -> bool:
        """Whether a sentence begins with its verb and goes on with one: "hätte er …, wäre"."""
        if stretch.border or not self.tongue.is_verb_last:
            return False
        words, behind = self.cutter.words, stretch.last
        leads = self.cutter.in_range(stretch.first, stretch.first + 1)
        goes_on = behind < len(words) and words[behind].low == ","
        return bool(leads) and goes_on and words[-1].low != "?"

    def _fill(self, stretch: Stretch, groups: Sequence[Group]) -> None:
        """Give the words of a stretch to the clause on top, up to a verb of another."""
        at = stretch.first
        for group in groups:
            if self._top.group is None:
                self._top.group = group
                continue
            waiting = self._waiting()
            if waiting is None:
                self.more.append((group, self.stack[-1]))
                continue
            cut = self._before_verb(group.first, at)
            self._top.ranges.append(Range(at, cut))
            at = cut
            del self.stack[waiting + 1 :]
            self._top.group = group
        self._top.ranges.append(Range(at, stretch.last))

    def _before_verb(self, first: int, least: int) -> int:
        """Where a verb begins with the small words before it."""
        small, low = self.tongue.words, self.cutter.lows.tails
        light = (small.light | small.negations) - small.articles
        while first - 1 > least and low[first - 1] in light:
            first -= 1
        return first

    def _waiting(self) -> int | None:
        """The place on the stack of the nearest clause without a verb."""
        places = range(len(self.stack) - 1, -1, -1)
        return next((p for p in places if not self.pieces[self.stack[p]].group), None)

    def _push(self, piece: _Piece, *, clear: bool = False) -> None:
        self.pieces.append(piece)
        self.stack = [] if clear else self.stack
        self.stack.append(len(self.pieces) - 1)

    def _open(self, stretch: Stretch) -> None:
        """Begin the clause that a word opens; one behind "and" stands beside the last."""
        opener = self.cutter.openers[stretch.opener]
        top = self._top
        ended = top.opener and top.group
        parted_ = stretch.border == "and" or (
            stretch.border == "," and self.tongue.is_verb_last
        )
        if ended and parted_ and len(self.stack) > 1:
            self.stack.pop()
        role = self._role(stretch, opener)
        self._push(_Piece(role, opener, self.stack[-1]))

    def _role(self, stretch: Stretch, opener: str) -> Role:
        small = self.tongue.words
        if opener in small.conditions:
            return Role.CONDITION
        led = self.cutter.lows.tails[stretch.first] in small.leads
        if led and stretch.first != stretch.opener:
            return Role.ADVERBIAL
        said = self._top.group.base if self._top.group else ""
        adds = stretch.border == "," and not self._ends_aside()
        voices = self.tongue.voices
        saying = said in voices.verbs
        if self.tongue.is_verb_last:
            saying = saying or said in voices.claims | voices.denials
        if not adds and opener in small.that and saying:
            return Role.MAIN
        if opener in small.relative and self._follows_noun(stretch.first):
            return Role.RELATIVE
        return Role.MAIN if opener in small.that else Role.ADVERBIAL

    def _ends_aside(self) -> bool:
        """Whether a phrase between commas stands right before: "dijo, en una nota, que"."""
        ranges, words = self._top.ranges, self.cutter.words
        if len(ranges) < 2 or self.tongue.is_verb_last:
            return False
        part, low = ranges[-1], self.cutter.lows.tails
        led = low[part.first] in self.tongue.words.prepositions
        return led and words[part.first - 1].low == ","

    def _follows_noun(self, first: int) -> bool:
        """Whether what a clause can be about stands right before it."""
        words, before = self.cutter.words, first - 1
        dated, leads = self.cutter.dated, self.tongue.words.before_date
        while before >= 0 and words[before].low in {",", *_SIDE}:
            before -= 1
        closed = self.tongue.is_verb_last and words[first - 1].low == ","
        heads = (g.head for g in self.cutter.groups if g.head > g.first)
        if closed and before in heads:
            before -= 1  # "hat den Bau einer Halle beschlossen, die"
            named = before > 0 and words[before].text[0].isupper()
            return named and not is_to_say(words[before + 1].low, self.tongue)
        ends = before in dated
        while before >= 0 and (
            before in dated or (ends and words[before].low in leads)
        ):
            before -= 1
        if (
            before < 0
            or words[before].is_mark
            or is_to_say(self.cutter.lows.tails[before], self.tongue)
        ):
            return False
        inside = (range(g.first, max(g.last, g.head + 1)) for g in self.cutter.groups)
        small = self.tongue.words
        light = small.light | small.coordinators | small.openers
        verbal = any(before in part for part in inside)
        return not verbal and words[before].low not in light

    def _return(self, stretch: Stretch) -> None:
        """Go to the clause that a verb without an opener belongs to."""
        if self._top.group is None and not self._closes_quote(stretch):
            return
        waiting = None if self._closes_quote(stretch) else self._waiting()
        if waiting is not None:
            del self.stack[waiting + 1 :]
            return
        top, words = self._top, self.cutter.words
        comma = stretch.border != "and"
        leads = self.cutter.in_range(stretch.first, stretch.first + 2)
        comma = comma and not self.ahead
        shares = top.opener and (not comma or (leads and not self.tongue.is_verb_last))
        joined = comma and words[stretch.first].low in self.tongue.words.coordinators
        # ", pero, el 3"
        joined = joined or (bool(self.ahead) and self.ahead[0].border == ",")
        if shares and not joined:
            self.stack.pop()
            self._push(_Piece(top.role, top.opener, top.host))
        else:
            self._push(_Piece(Role.MAIN), clear=True)

    def _closes_quote(self, stretch: Stretch) -> bool:
        """Whether a verb of saying follows a quotation: '"…", dijo la médica'."""
        words, first = self.cutter.words, stretch.first
        quoted = first > 1 and any(w.low in QUOTES for w in words[first - 2 : first])
        lead = self.cutter.in_range(first, first + 2)
        return quoted and bool(lead)

    def _beside(self, stretch: Stretch) -> None:
        """Place a stretch without a verb."""
        if stretch.border in ("(", "["):
            self._alone(stretch, Role.PHRASE)
        elif form := self._participle(stretch):
            self._alone(stretch, Role.PARTICIPLE, form)
        elif self._is_bounded(stretch) or self._is_gap(stretch):
            self._alone(stretch, Role.PHRASE)
        else:
            closed = self.tongue.is_verb_last or stretch.border in _SIDE
            joined = self.cutter.lows.tails[stretch.first]
            closed = closed or joined in self.tongue.words.coordinators
            closed = closed or self._top.opener in self.tongue.words.quoting
            closed = closed or self._begins_subject(stretch)
            ended = self._top.opener and self._top.group
            if ended and closed and len(self.stack) > 1:
                self.stack.pop()
            self._release()
            self._top.ranges.append(Range(stretch.first, stretch.last))

    def _begins_subject(self, stretch: Stretch) -> bool:
        """Whether who does the rest stands behind a clause: "Quand …, le maire, Ana Lind, a"."""
        words, small = self.cutter.words, self.tongue.words
        at = stretch.last
        lead = words[stretch.first]
        named = (
            lead.text[0].isupper() or lead.low in small.articles - small.prepositions
        )
        while at < len(words) and not self.cutter.in_range(at, at + 2):
            at += 1
            if at < len(words) and at in self.cutter.openers:
                return False
        verb = at < len(words) and words[at - 1].low == ","
        return stretch.border == "," and named and verb and self._waiting() is not None

    def _alone(self, stretch: Stretch, role: Role, group: Group | None = None) -> None:
        own = [Range(stretch.first, stretch.last)]
        self.pieces.append(_Piece(role, "", self.stack[-1], group, own))

    def _participle(self, stretch: Stretch) -> Group | None:
        """The participle that a stretch behind a comma begins with: ", firmada en 2003,"."""
        if self.tongue.is_verb_last:
            return None
        small, low = self.tongue.words, self.cutter.lows.tails
        at = stretch.first
        while at < stretch.last and low[at] in small.light - small.articles:
            at += 1
        if at == stretch.last or at in self.cutter.dated or low[at] in small.born:
            return None
        if any(group.head == at for group in self.cutter.groups):
            return None
        form = participle(low[at], self.tongue)
        if form is None or (at and self.cutter.words[at].text[0].isupper()):
            return None
        return Group(at, at + 1, at, form.base, Tense.PARTICIPLE)

    def _is_gap(self, stretch: Stretch) -> bool:
        """Whether the verb before is told of another at another date: "y Torvik el 5"."""
        inside = (
            at for part in self._top.ranges for at in range(part.first, part.last)
        )
        if self._top.group is None or not any(at in self.cutter.dated for at in inside):
            return False
        own, part = self.cutter, Range(stretch.first, stretch.last)
        return thing_of(own.words, own.lows, part, own.dated, self.tongue) is not None

    def _is_bounded(self, stretch: Stretch) -> bool:
        """Whether a phrase tells after or before what something was: "tras la huelga"."""
        small, low = self.tongue.words, self.cutter.lows.tails
        first, last = stretch.first, stretch.last
        bounds = {" ".join(low[first : first + size]) for size in (1, 2, 3)}
        behind = range(first + 1, min(last, first + 4))
        day = next((at for at in behind if at in self.cutter.dated), last)
        light = small.before_date | small.articles | small.of | small.prepositions
        near = day < last and all(low[at] in light for at in range(first + 1, day))
        return bool(bounds & small.bounds) and not near


def told_in(reading: Sentence, index: int, dated: frozenset[int]) -> tuple[int, ...]:
    """The clauses that a line tells with one: what stands in it and what goes on from it.

    Those of `dated` tell by themselves; one that only says which stays nevertheless.
    """
    clauses = reading.clauses
    kept = [index]
    for at, clause in enumerate(clauses):
        if at == index or (at in dated and _is_apart(reading, clause)):
            continue
        goes_on = at > index and at - 1 in kept and at not in dated
        goes_on = goes_on and reading.words[clause.first - 1].low not in _STRONG
        beside = (clause.host, clause.opener) == (
            clauses[index].host,
            clauses[index].opener,
        )
        goes_on = goes_on and beside and not _parts(clauses, at)
        if clause.host in kept or goes_on:
            kept.append(at)
    return tuple(sorted(kept))


def _parts(clauses: Sequence[Clause], at: int) -> bool:
    """Whether a clause and the one before it have words of their host between them."""
    host = clauses[at].host
    if host is None:
        return False
    before, first = clauses[at - 1].last, clauses[at].first
    return any(before <= part.first < first for part in clauses[host].ranges)


def _is_apart(reading: Sentence, clause: Clause) -> bool:
    """Whether a clause stands behind a mark: it adds to what it is about."""
    before = reading.words[clause.first - 1].low if clause.first else ","
    return before in BREAKS or clause.role is not Role.RELATIVE


def holding(clauses: Sequence[Clause], position: int) -> int:
    """The index of the clause that has a word, -1 if it is in none."""
    found = (i for i, clause in enumerate(clauses) if clause.holds(position))
    return next(found, -1)


def before_marks(words: Sequence[Word], at: int) -> int:
    """One past the last word before a place that is no mark."""
    while at and words[at - 1].is_mark:
        at -= 1
    return at


def phrase_before(words: Sequence[Word], at: int, tongue: Tongue) -> int:
    """Where the phrase begins that a participle describes: "la ley aprobada"."""
    small, first = tongue.words, at
    ends = BREAKS | small.coordinators
    while first and words[first - 1].low not in ends and at - first < _PHRASE:
        first -= 1
        low = words[first].low
        fused = tongue.is_verb_last and low in small.prepositions
        if low in small.articles and low not in small.of and not fused:
            break
    return first
