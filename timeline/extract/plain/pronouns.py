"""Who "er" is, or whom a verb without a subject is about, where that is plain."""

from msgspec import Struct

from timeline.extract.called import ORGANISATION, PERSON, PLACE
from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft
from timeline.extract.junk import Sentence, Shape
from timeline.extract.names import Name
from timeline.extract.page import Page
from timeline.extract.plain import subjects
from timeline.extract.plain.bounded import leads_date
from timeline.extract.plain.clauses import holding
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.tongues import Tongue
from timeline.model import Span

_LOOK_BACK = 10
"""Sentences among which the subject that goes on is looked for."""

_CHAIN = 4
"""Sentences without a subject that go on with that of the one before them."""

_SHORT = 6
"""Words of a subject without a name that is said again."""

_OF_SOMEONE = frozenset(
    "arrest release charge accuse convict kill injure appoint elect dismiss rescue".split()
)
"""Classes of what is done to persons."""

_FIRMS = frozenset("inc corp ltd gmbh ag sa spa bv nv plc llc".split())
"""Ends of what a firm is called."""

_DONE_TO = frozenset(
    """arrest charge accuse convict kill injure appoint pass reject sign announce order ask
    promise propose warn ban buy sell pay win deliver find seize dismiss steal build
    destroy""".split()
)
"""Classes of what is done to something: what stands behind such a verb is that."""


def named(
    page: Page, sentence: Sentence, draft: Draft, line: str, tongue: Tongue
) -> str:
    """The line with the name for "er" or "il", or before a verb that has no subject.

    It is that of the last sentence that has a subject, if that is one person: "Ana Lind
    nació en Lund. En 1930 se trasladó a Torvik." A subject may also stand behind its verb
    ("llegó el tren"), so what can be one refuses.
    """
    reading, group = page.reading(sentence.ordinal), draft.group
    first, _, rest = line.partition(" ")
    if group is None or not group.finite:
        return line
    many = _is_plural(reading, group, tongue)
    pronoun = first.lower() if _is_pronoun(reading, group, line, tongue) else ""
    look = _Look(page, sentence, tongue, pronoun)
    if pronoun:
        if many:
            return line
        who = look.person(reading, group) if pronoun in tongue.words.he else None
        who = who or look.thing(draft, many=False)
        return f"{who} {rest}" if who else line
    if turned := _turned(reading, group, line, tongue):
        before, said, behind = turned
        look = _Look(page, sentence, tongue, said)
        who = None if many else look.person(reading, group)
        return f"{before} {who} {behind}" if who else line
    if not _is_bare(reading, draft, group, line, tongue):
        return line
    person = not group.passive or tongue.classes.get(group.base) in _OF_SOMEONE
    person = person or reading.words[group.first - 1].low in tongue.words.coordinators
    who = look.person(reading, group) if person and not many else None
    who = who or look.thing(draft, many=many)
    return f"{who} {line[:1].lower()}{line[1:]}" if who else line


def _turned(
    reading: Reading, group: Group, line: str, tongue: Tongue
) -> tuple[str, str, str] | None:
    """A line around the pronoun behind its verb: "Nach dem Krieg kehrte er … zurück"."""
    verb = reading.words[group.first].text
    before, found, behind = line.partition(f" {verb} ")
    said, _, rest = behind.partition(" ")
    known = bool(found) and tongue.is_verb_last and said in tongue.words.he
    known = known and said not in tongue.words.articles
    return (f"{before} {verb}", said, rest) if known else None


def _is_pronoun(reading: Reading, group: Group, line: str, tongue: Tongue) -> bool:
    """Whether a line begins with a pronoun; an article too is one right before a verb."""
    first, _, rest = line.partition(" ")
    if first.lower() not in tongue.words.he | tongue.words.it:
        return False
    verb = reading.words[group.first].text
    return first.lower() not in tongue.words.articles or rest.startswith(verb)


def teller(page: Page, sentence: Sentence, tongue: Tongue) -> str | None:
    """Who "selon elle" names: the one person that the sentences before are about."""
    return _Look(page, sentence, tongue).before()


def _is_plural(reading: Reading, group: Group, tongue: Tongue) -> bool:
    finite = group.first if group.head > group.first else group.last - 1
    return reading.words[finite].low.endswith(tongue.guess.many)


def _is_bare(
    reading: Reading, draft: Draft, group: Group, line: str, tongue: Tongue
) -> bool:
    """Whether a line begins with its verb, and no subject can stand behind that."""
    unknown = group.base == reading.words[group.head].low and group.first == group.head
    if tongue.words.he or unknown:
        return False
    small, words = tongue.words, reading.words
    lead = group.first
    while lead and words[lead - 1].low in small.light:
        lead -= 1
    said = reading.said(Range(lead, group.first + 1)).lower()
    if not line.lower().startswith((said, words[group.first].low)):
        return False
    if _has_subject_behind(reading, draft, group, tongue):
        return False
    return _is_followed(reading, group, tongue) or _takes_object(
        reading, draft, group, tongue
    )


def _is_followed(reading: Reading, group: Group, tongue: Tongue) -> bool:
    """Whether what stands behind a verb can be no subject: a preposition, its predicate."""
    small, words = tongue.words, reading.words
    at, last = max(group.last, group.head + 1), len(words)
    begins = at
    while at < last and (
        at in reading.dated_words
        or (
            words[at].low in small.before_date - small.own
            and leads_date(reading, at, tongue)
        )
    ):
        at += 1
    behind = words[at:][:2]
    if not behind or behind[0].is_mark:
        return True
    low, numbers = behind[0].low, reading.cues.quantities.numbers
    noun = low in small.articles or not behind[0].text.islower()
    if at > begins and not noun and low not in numbers:
        return True
    goes = group.base in tongue.voices.going and low in small.prepositions
    if goes and behind[-1].text[0].isupper():
        return True
    if group.passive and not noun and low not in small.openers:
        return low not in numbers
    if low in small.that or low in small.prepositions - small.articles | small.of:
        return True
    return low in small.own or behind[-1].low in small.own


def _has_subject_behind(
    reading: Reading, draft: Draft, group: Group, tongue: Tongue
) -> bool:
    """Whether what is done by itself stands later: "se puso a la venta el ordenador"."""
    words, small = reading.words, tongue.words
    before = {word.low for word in words[max(0, group.first - 2) : group.first]}
    if before.isdisjoint(tongue.helpers.reflexive):
        return False
    last = _end(reading, draft)
    for at in range(max(group.last, group.head + 1), last):
        if words[at].is_mark or words[at].low in small.coordinators:
            return False
        led = words[at - 1].low in small.prepositions | small.of
        article = words[at].low in small.articles - small.prepositions
        if article and not led and at not in reading.dated_words:
            return not leads_date(reading, at, tongue)
    return False


def _end(reading: Reading, draft: Draft) -> int:
    """One past the last word of the clause that tells a draft."""
    return reading.clauses[draft.clauses[0]].last if draft.clauses else draft.last


def _takes_object(reading: Reading, draft: Draft, group: Group, tongue: Tongue) -> bool:
    """Whether what stands behind a verb is what it is done to: "ha presentato il treno".

    One that has a pronoun before it may be done by what stands behind it, and of two noun
    phrases one does it: "presentó el alcalde su dimisión".
    """
    small, words = tongue.words, reading.words
    if group.passive or not _needs_object(group, tongue):
        return False
    before = {word.low for word in words[max(0, group.first - 2) : group.first]}
    if not before.isdisjoint(tongue.helpers.reflexive | small.clitics):
        return False
    first = max(group.last, group.head + 1)
    inside = words[first : draft.last]
    ends = (
        at
        for at, word in enumerate(inside)
        if word.is_mark
        or word.low in small.coordinators
        or first + at in reading.dated_words
    )
    behind = inside[: next(ends, len(inside))]
    articles = [
        at
        for at, word in enumerate(behind)
        if word.low in small.articles - (small.prepositions - small.definite)
        and (not at or behind[at - 1].low not in small.prepositions | small.of)
    ]
    return len(articles) == 1 and articles[0] == 0


class _Look(Struct, frozen=True):
    """Looks in a text for whom a sentence is about, "" standing for a verb without a subject."""

    page: Page
    sentence: Sentence
    tongue: Tongue
    pronoun: str = ""

    def person(self, reading: Reading, group: Group) -> str | None:
        """The one person that the clauses before are about, None where another thing is."""
        index = holding(reading.clauses, group.first)
        ahead = [c for c in reading.clauses[: max(index, 0)] if not c.opener]
        for clause in reversed(ahead):
            found = self._of_clause(reading, clause)
            if found is not None:
                return found or None
        return self.before()

    def before(self) -> str | None:
        """The same in the sentences before; where a paragraph begins it is the hero."""
        last = self.sentence.ordinal
        for ordinal in range(last - 1, max(-1, last - 1 - _LOOK_BACK), -1):
            other = self.page.sentences[ordinal]
            new = other.paragraph != self.sentence.paragraph
            if new and (hero := _hero(self.page)):
                return hero
            if other.shape is not Shape.PROSE:
                return None
            reading = self.page.reading(ordinal)
            for clause in reversed(_mains(reading)):
                if _is_done_to_someone(clause.group, self.tongue):
                    return None  # "La policía detuvo a un hombre. Huyó": who?
                found = self._of_clause(reading, clause)
                if found is not None:
                    return found or None
        return None

    def _of_clause(self, reading: Reading, clause: Clause) -> str | None:
        """Who a clause is about: a name, "" for another, None where it says none.

        What is of another gender is no one whom the pronoun can mean.
        """
        part = subjects.subject(reading, clause, self.tongue)
        if part is None:
            return None
        lead, small = reading.words[part.first].low, self.tongue.words
        if lead in small.he | small.it:
            return None
        people = [n for n in _names(self.page, reading, part) if n.kind == PERSON]
        unlike = f"{self.pronoun}:{lead}" in small.unlike
        if len(people) == 1:
            firm = not _FIRMS.isdisjoint(people[0].text.lower().split())
            return "" if firm or unlike else people[0].text
        return None if unlike and not people else ""

    def thing(self, draft: Draft, *, many: bool) -> str | None:
        """What the sentence right before is about, said with an article or a name.

        Where verbs go without a subject, the next sentence goes on with that of the last.
        """
        last, group = self.sentence.ordinal - 1, draft.group
        if group is None or group.base in self.tongue.voices.states:
            return None
        if last < 0 or self.page.sentences[last].shape is not Shape.PROSE:
            return None
        reading = self.page.reading(self.sentence.ordinal)
        index = max(holding(reading.clauses, group.first), 0)
        own = draft.clauses[0] if draft.clauses else index
        if any(clause.group for clause in reading.clauses[:own]):
            return None
        return self._told_before(last, group, many=many)

    def _told_before(self, last: int, group: Group, *, many: bool) -> str | None:
        """What the sentences up to one are about, where they all go on with one thing."""
        for ordinal in range(last, max(-1, last - _CHAIN), -1):
            other, before = self.page.sentences[ordinal], self.page.reading(ordinal)
            mains = _mains(before)
            if other.shape is not Shape.PROSE or not mains:
                return None
            verb = mains[-1].group
            parts = [subjects.subject(before, main, self.tongue) for main in mains]
            part = next(filter(None, parts), None)
            if verb is None or _is_plural(before, verb, self.tongue) != many:
                return None
            if any(_is_done_to_someone(main.group, self.tongue) for main in mains):
                return None
            if part is None and not self.pronoun and not _has_noun(before, self.tongue):
                continue  # goes on with the one before as well
            single = len(mains) == 1 and verb.tense is not Tense.MODAL
            if part is None or not single or part.last - part.first > _SHORT:
                return None
            return (
                self._said(before, part)
                if self._fits(before, part, group, ordinal == last)
                else None
            )
        return None

    def _fits(self, reading: Reading, part: Range, group: Group, near: bool) -> bool:
        """Whether nothing speaks for another than what a sentence is about.

        What has no name goes on in the next sentence alone, and not where someone new is
        told of: "el camión atropelló a un hombre".
        """
        if not self._agrees(reading, part, group):
            return False
        small = self.tongue.words
        if reading.words[part.first].low not in small.definite:
            return True
        behind = (word.low for word in reading.words[part.last :])
        return near and small.indefinite.isdisjoint(behind)

    def _agrees(self, reading: Reading, part: Range, group: Group) -> bool:
        """Whether a passive can be of what a sentence is about, and of no one in it.

        Not "la policía" where "fue acusado" follows, nor where someone is named besides.
        """
        if not group.passive:
            return True
        words = reading.words
        own = self.page.reading(self.sentence.ordinal).words[group.head].low
        article = words[part.first].low
        feminine = article.endswith("a") == own.rstrip("s").endswith("a")
        whole = Range(part.last, len(words))
        others = whole.first < whole.last and any(
            name.kind == PERSON for name in _names(self.page, reading, whole)
        )
        return feminine and not others

    def _said(self, reading: Reading, part: Range) -> str | None:
        """How a subject is said again, None where it may be another that is meant."""
        lead, small = reading.words[part.first], self.tongue.words
        if self.pronoun:
            like = f"{self.pronoun}:{lead.low}" in small.like
            others = (
                at
                for at, word in enumerate(reading.words)
                if f"{self.pronoun}:{word.low}" in small.like | small.likely
                and not (at and reading.words[at - 1].low in small.prepositions)
            )
            alone = [*others] == [part.first]
            return reading.said(part) if like and alone else None
        if lead.low in small.definite:
            return reading.said(part)
        named = [n for n in _names(self.page, reading, part) if n.start == lead.start]
        whole = bool(named) and named[0].end == reading.words[part.last - 1].end
        words = reading.words[part.first : part.last]
        capitals = len(words) > 1 and all(word.text[0].isupper() for word in words)
        place = bool(named) and named[0].kind == PLACE
        known = whole and named[0].kind in (PERSON, ORGANISATION)
        return reading.said(part) if known or (capitals and not place) else None


def _has_noun(reading: Reading, tongue: Tongue) -> bool:
    """Whether a sentence without a subject at its head may have one behind its verb."""
    verb = next((clause.group for clause in reading.clauses if clause.group), None)
    if verb is None:
        return True
    behind = reading.words[max(verb.last, verb.head + 1) :][:1]
    small = tongue.words
    led = bool(behind) and behind[0].low in small.prepositions - small.articles
    return not (led or (_needs_object(verb, tongue) and not verb.passive))


def _needs_object(group: Group, tongue: Tongue) -> bool:
    """Whether a verb does not go without what it is done to: "a presentado"."""
    needs = tongue.classes.get(group.base) in _DONE_TO
    return needs or group.base in tongue.voices.needs


def _is_done_to_someone(group: Group | None, tongue: Tongue) -> bool:
    """Whether what follows may be about whom something was done to."""
    if group is None or group.passive:
        return False
    return tongue.classes.get(group.base) in _OF_SOMEONE


def _mains(reading: Reading) -> list[Clause]:
    return [c for c in reading.clauses if c.role is Role.MAIN and not c.opener]


def _names(page: Page, reading: Reading, part: Range) -> tuple[Name, ...]:
    span = Span(reading.words[part.first].start, reading.words[part.last - 1].end)
    return page.names.within(span)


def _hero(page: Page) -> str | None:
    """Whose life a text tells: the person whose name is its title."""
    first, text = page.sentences[0], page.document.text
    names = page.titled.within(first.span)
    if len(names) != 1 or names[0].kind != PERSON or first.shape is not Shape.HEADING:
        return None
    (name,) = names
    beside = text[first.span.start : name.start] + text[name.end : first.span.end]
    return None if any(map(str.isalnum, beside)) else name.text
