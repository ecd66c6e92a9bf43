"""Who "er" is, or whom a verb without a subject is about, where that is plain."""

from timeline.extract.called import ORGANISATION, PERSON, PLACE
from timeline.extract.clause import Clause, Role
from timeline.extract.draft import Draft
from timeline.extract.junk import Sentence, Shape
from timeline.extract.names import Name
from timeline.extract.page import Page
from timeline.extract.plain import subjects
from timeline.extract.plain.clauses import holding
from timeline.extract.plain.words import lows
from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.tongues import Tongue
from timeline.model import Span

_LOOK_BACK = 5
"""Sentences among which the subject that goes on is looked for."""

_SHORT = 6
"""Words of a subject without a name that is said again."""

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
    pronoun = first.lower() in tongue.words.he
    if pronoun and not many:
        who = _person_before(page, sentence, reading, group, tongue)
        return f"{who} {rest}" if who else line
    if not _is_bare(reading, draft, group, line, tongue):
        return line
    who = None if many else _person_before(page, sentence, reading, group, tongue)
    who = who or _thing_before(page, sentence, draft, tongue, many=many)
    return f"{who} {line[:1].lower()}{line[1:]}" if who else line


def teller(page: Page, sentence: Sentence, tongue: Tongue) -> str | None:
    """Who "selon elle" names: the one person that the sentences before are about."""
    return _in_text_before(page, sentence, tongue)


def _is_plural(reading: Reading, group: Group, tongue: Tongue) -> bool:
    finite = group.first if group.head > group.first else group.last - 1
    return reading.words[finite].low.endswith(tongue.guess.many)


def _is_bare(
    reading: Reading, draft: Draft, group: Group, line: str, tongue: Tongue
) -> bool:
    """Whether a line begins with its verb, and no subject can stand behind that."""
    unknown = group.base == reading.words[group.head].low and group.first == group.head
    if tongue.words.he or not draft.clauses or unknown:
        return False
    small, words = tongue.words, reading.words
    lead = group.first
    while lead and words[lead - 1].low in small.light:
        lead -= 1
    said = reading.said(Range(lead, group.first + 1)).lower()
    if not line.lower().startswith((said, words[group.first].low)):
        return False
    at, last = max(group.last, group.head + 1), len(words)
    begins = at
    while at < last and (
        at in reading.dated_words
        or (
            words[at].low in small.before_date - small.own
            and _leads_date(reading, at, tongue)
        )
    ):
        at += 1
    behind = words[at:][:2]
    if not behind or behind[0].is_mark:
        return True
    low = behind[0].low
    noun = low in small.articles or not behind[0].text.islower()
    if at > begins and not noun and low not in reading.cues.quantities.numbers:
        return True
    goes = group.base in tongue.voices.going and low in small.prepositions
    if goes and behind[-1].text[0].isupper():
        return True
    predicate = group.passive and low.isalpha() and low not in small.articles
    if predicate and behind[0].text.islower() and low not in small.openers:
        return low not in reading.cues.quantities.numbers
    if low in small.that or low in small.prepositions - small.articles | small.of:
        return True
    own = low in small.own or behind[-1].low in small.own
    return own or _takes_object(reading, draft, group, tongue)


def _leads_date(reading: Reading, at: int, tongue: Tongue) -> bool:
    """Whether only small words stand between a word and a date."""
    last = len(reading.words)
    while at < last and reading.words[at].low in tongue.words.before_date:
        at += 1
    return at in reading.dated_words


def _takes_object(reading: Reading, draft: Draft, group: Group, tongue: Tongue) -> bool:
    """Whether what stands behind a verb is what it is done to: "ha presentato il treno".

    One that has a pronoun before it may be done by what stands behind it, and of two noun
    phrases one does it: "presentó el alcalde su dimisión".
    """
    small, words = tongue.words, reading.words
    needs = tongue.classes.get(group.base) in _DONE_TO
    if group.passive or not (needs or group.base in tongue.voices.needs):
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
        if word.low in small.articles - small.prepositions
        and (not at or behind[at - 1].low not in small.prepositions | small.of)
    ]
    return len(articles) == 1 and articles[0] == 0 and bool(draft.clauses)


def _person_before(
    page: Page, sentence: Sentence, reading: Reading, group: Group, tongue: Tongue
) -> str | None:
    """The one person that the clauses before are about, None where another thing is."""
    index = holding(reading.clauses, group.first)
    ahead = [c for c in reading.clauses[: max(index, 0)] if not c.opener]
    for clause in reversed(ahead):
        found = _of_clause(page, reading, clause, tongue)
        if found is not None:
            return found or None
    return _in_text_before(page, sentence, tongue)


def _in_text_before(page: Page, sentence: Sentence, tongue: Tongue) -> str | None:
    earliest = max(-1, sentence.ordinal - 1 - _LOOK_BACK)
    for ordinal in range(sentence.ordinal - 1, earliest, -1):
        new = page.sentences[ordinal].paragraph != sentence.paragraph
        if new and (hero := _hero(page)):
            return hero
        if page.sentences[ordinal].shape is not Shape.PROSE:
            return None
        before = page.reading(ordinal)
        for clause in reversed(before.clauses):
            found = None
            if clause.role is Role.MAIN and not clause.opener:
                found = _of_clause(page, before, clause, tongue)
            if found is not None:
                return found or None
    return None


def _hero(page: Page) -> str | None:
    """Whose life a text tells: the person whose name is its title."""
    first, text = page.sentences[0], page.document.text
    names = page.titled.within(first.span)
    if len(names) != 1 or names[0].kind != PERSON or first.shape is not Shape.HEADING:
        return None
    (name,) = names
    beside = text[first.span.start : name.start] + text[name.end : first.span.end]
    return None if any(map(str.isalnum, beside)) else name.text


def _of_clause(
    page: Page, reading: Reading, clause: Clause, tongue: Tongue
) -> str | None:
    """Who a clause is about: a name, "" for another thing, None where it says none.

    Nobody takes a place, a body or what happened for "he".
    """
    part = subjects.subject(reading, clause, tongue)
    if part is None:
        return None
    small = tongue.words
    if reading.words[part.first].low in small.he | small.it:
        return None
    names = _names_in(page, reading, part)
    people = [name for name in names if name.kind == PERSON]
    if len(people) == 1:
        return people[0].text
    return None if not people and _is_no_person(reading, part, names, tongue) else ""


def _names_in(page: Page, reading: Reading, part: Range) -> tuple[Name, ...]:
    span = Span(reading.words[part.first].start, reading.words[part.last - 1].end)
    return page.names.within(span)


def _is_no_person(
    reading: Reading, part: Range, names: tuple[Name, ...], tongue: Tongue
) -> bool:
    """Whether what a clause is about is plainly no person: a body, a place, an event."""
    low = lows(reading.words[part.first : part.last], tongue).tails
    articles = tongue.words.articles
    head = next((one for one in low if one not in articles), low[0])
    if head in tongue.nouns or head in reading.cues.names.organisations:
        return True
    alone = len(names) == 1 and names[0].start <= reading.words[part.last - 1].start
    led = reading.at(names[0].start) - part.first <= 1 if names else False
    return alone and led and names[0].kind in (ORGANISATION, PLACE)


def _thing_before(
    page: Page, sentence: Sentence, draft: Draft, tongue: Tongue, *, many: bool
) -> str | None:
    """What the sentence right before is about, said with an article or a name.

    Where verbs go without a subject, the next sentence goes on with that of the last.
    """
    if (
        sentence.ordinal == 0
        or page.sentences[sentence.ordinal - 1].shape is not Shape.PROSE
    ):
        return None
    reading, own = page.reading(sentence.ordinal), draft.clauses[:1]
    if own and any(c.group for c in reading.clauses[: own[0]]):
        return None
    before = page.reading(sentence.ordinal - 1)
    mains = [c for c in before.clauses if c.role is Role.MAIN and not c.opener]
    if len(mains) != 1 or mains[0].group is None:
        return None
    part = subjects.subject(before, mains[0], tongue)
    if part is None or part.last - part.first > _SHORT:
        return None
    group, small = mains[0].group, tongue.words
    if _is_plural(before, group, tongue) != many or group.tense is Tense.MODAL:
        return None
    lead = before.words[part.first]
    said = before.said(part)
    if lead.low in small.definite:
        return said
    return (
        said
        if _names_in(page, before, part)[:1]
        and lead.text[0].isupper()
        and lead.low not in small.articles
        else None
    )
