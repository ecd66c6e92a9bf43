"""A sentence as the other modules see it: words, verbs, clauses, dates."""

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from timeline.extract.assembly import clauses
from timeline.extract.clause import Clause, Range, Role, Tagged
from timeline.extract.plain.clauses import Parted, parted
from timeline.extract.tagger import groups
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.phrases import runs
from timeline.model import Span, Timex
from timeline.text.words import Word, unmarked, words

__all__ = ["Clause", "Range", "Reading", "Role", "read"]

_DATED = "dated"
"""Before the day of a paper."""

_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»"}
"""What ends a quotation, by what opens it."""


class Reading(Struct, frozen=True, dict=True):
    """A sentence with everything the other modules ask about it.

    Its verbs are found when they are first asked for, and so are its clauses: of most
    sentences of a text a glance at the words is enough.
    """

    text: str
    span: Span
    words: tuple[Word, ...]
    timexes: tuple[tuple[Range, Timex], ...]
    cues: Cues

    @cached_property
    def lows(self) -> frozenset[str]:
        """Its words in lower case."""
        return frozenset([word.low for word in self.words])

    @cached_property
    def runs(self) -> frozenset[str]:
        """Its words in lower case, and what those are made of that have a joint."""
        spoken = (word.low for word in self.words if not word.is_mark)
        return self.lows.union(*map(runs, itertools.filterfalse(str.isalnum, spoken)))

    @cached_property
    def unquoted(self) -> frozenset[str]:
        """Those outside of quotations: what is quoted may speak of any time."""
        if _CLOSING.keys().isdisjoint(self.lows):
            return self.lows
        return frozenset([word.low for word in _unquoted(self.words)])

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Its verb groups in order, without those inside of dates."""
        if self.cues.tongue is not None:
            return tuple([verb.group for verb in self.plain.verbs])
        found = groups(self.words, self.cues)
        if not self.timexes:
            return tuple(found)
        own = tuple(
            _of_paper(g, self.words, self.timexes)
            for g in found
            if not _inside(g, self.timexes)
        )
        return _resumed(own, self.words, self.timexes, self.cues)

    @cached_property
    def inverted(self) -> tuple[Group, ...]:
        """Its verbs that stand before their subjects."""
        return tuple([group for group in self.groups if group.subject_end])

    @cached_property
    def turned(self) -> bool:
        """Whether one may stand before it: "only then did he", "on Monday came the news"."""
        ends = {place.last for place, _ in self.timexes}
        dated = ends and any(g.finite and g.first in ends for g in self.groups)
        return bool(dated or self.inverted)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses in order of their first words."""
        if self.cues.tongue is not None:
            return self.plain.clauses
        tagged = Tagged(self.text, self.span, self.words, self.groups, self.timexes)
        return clauses(tagged, self.cues)

    @cached_property
    def plain(self) -> Parted:
        """Its clauses and verbs in a language that has only a small table."""
        assert self.cues.tongue is not None
        return parted(self.words, self.dated_words, self.cues.tongue)

    @cached_property
    def dated_words(self) -> frozenset[int]:
        """The places of the words that are part of a date."""
        inside = (range(place.first, place.last) for place, _ in self.timexes)
        return frozenset(itertools.chain.from_iterable(inside))

    def dated(self, timexes: tuple[tuple[Range, Timex], ...]) -> "Reading":
        """The same sentence, parted as it is, with only these of its dates."""
        other = replace(self, timexes=timexes)
        other.__dict__.update(groups=self.groups, clauses=self.clauses)
        return other

    def timexes_before(self, position: int) -> Iterator[tuple[Range, Timex]]:
        """Its dates that begin before a word, the nearest first."""
        found = bisect_left(self.timexes, position, key=_first)
        return (self.timexes[at] for at in range(found - 1, -1, -1))

    def timexes_from(self, position: int) -> Iterator[tuple[Range, Timex]]:
        """Its dates that begin with a word or behind it, the nearest first."""
        found = bisect_left(self.timexes, position, key=_first)
        return itertools.islice(self.timexes, found, None)

    def at(self, offset: int) -> int:
        """The position of the first word at or after an offset."""
        return bisect_left(self.words, offset, key=_start)

    def said(self, part: Range) -> str:
        """The words of a range as the text has them, no marks of Markdown or mail between them."""
        if part.first >= part.last:
            return ""
        last = self.words[part.last - 1]
        return unmarked(self.text[self.words[part.first].start : last.end])

    def joined(self, places: Sequence[int]) -> str:
        """The words at these places, with a blank where some are left out."""
        runs: list[list[int]] = []
        for at in places:
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
        return " ".join(self.said(Range(run[0], run[-1] + 1)) for run in runs)

    def clause_at(self, position: int) -> Clause | None:
        """The first clause that holds a word."""
        return next((c for c in self.clauses if c.holds(position)), None)

    def clause_of(self, group: Group | None) -> Clause | None:
        """The clause that has a verb group for its own."""
        if group is None:
            return None
        return next((c for c in self.clauses if c.group is group), None)

    def groups_in(self, part: Range) -> list[Group]:
        """The verb groups that begin in a range."""
        return [g for g in self.groups if part.first <= g.first < part.last]

    def groups_before(self, position: int) -> list[Group]:
        """The verb groups that end before a word."""
        return [g for g in self.groups if g.last <= position]


def _unquoted(words: Sequence[Word]) -> list[Word]:
    """The words outside of quotations."""
    outside, closing = [], ""
    for word in words:
        if closing:
            closing = "" if word.low in closing else closing
        elif word.low in _CLOSING:
            closing = _CLOSING[word.low]
        else:
            outside.append(word)
    return outside


def _start(word: Word) -> int:
    return word.start


def _first(point: tuple[Range, Timex]) -> int:
    return point[0].first


def read(text: str, span: Span, timexes: Sequence[Timex], cues: Cues) -> Reading:
    """The reading of one sentence. `timexes` are those that lie in it, in order."""
    tokens = _capitals(tuple(words(text, span)), cues)
    if not timexes:
        return Reading(text, span, tokens, (), cues)
    starts = [word.start for word in tokens]
    placed = tuple(
        (place, t)
        for t in timexes
        if (place := _range(starts, tokens, t.span)).first < place.last
    )
    return Reading(text, span, tokens, placed, cues)


def _capitals(tokens: tuple[Word, ...], cues: Cues) -> tuple[Word, ...]:
    """The words, of which "WHO" and "US" are names where not all is in capitals."""
    if cues.acronyms.isdisjoint([word.text for word in tokens]):
        return tokens
    if not any(word.text.islower() for word in tokens):
        return tokens
    return tuple(
        replace(word, low=word.text) if word.text in cues.acronyms else word
        for word in tokens
    )


def _range(starts: list[int], tokens: Sequence[Word], span: Span) -> Range:
    """The words that a span touches."""
    first = bisect_left(starts, span.start)
    if first and tokens[first - 1].end > span.start:
        first -= 1
    return Range(first, max(first, bisect_left(starts, span.end)))


def _inside(group: Group, placed: Sequence[tuple[Range, Timex]]) -> bool:
    return any(r.first <= group.head < r.last for r, _ in placed)


def _of_paper(
    group: Group, tokens: Sequence[Word], placed: Sequence[tuple[Range, Timex]]
) -> Group:
    """The verb, a participle in "letters | dated 3 May", of which it says which they are."""
    dated = tokens[group.head].low == _DATED and group.tense is Tense.PAST
    if not dated or group.passive or group.first != group.head:
        return group
    leads = any(place.first == group.last for place, _ in placed)
    return replace(group, tense=Tense.PARTICIPLE) if leads else group


def _resumed(
    verbs: tuple[Group, ...],
    tokens: Sequence[Word],
    placed: Sequence[tuple[Range, Timex]],
    cues: Cues,
) -> tuple[Group, ...]:
    """The verbs, with the past in "a man who was fired last week | shot two clerks".

    Behind the date of a relative clause the form is the verb of its host, if that has
    none yet.
    """
    ends = {place.last for place, _ in placed}
    opens = cues.grammar.relative
    found = list(verbs)
    for index, group in enumerate(verbs):
        if group.tense is not Tense.PARTICIPLE or group.first not in ends:
            continue
        finite = [g.first for g in verbs[:index] if g.finite]
        before = range(group.first - 1, 0, -1)
        opener = next((n for n in before if tokens[n].low in opens), None)
        marked = opener and any(w.is_mark for w in tokens[opener : group.first])
        if opener and not marked and finite and opener < finite[0]:
            found[index] = replace(group, tense=Tense.PAST)
    return tuple(found)
