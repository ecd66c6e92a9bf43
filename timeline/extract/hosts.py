"""What a clause without a subject of its own hangs off: a name, a noun, a subject."""

import re

from timeline.extract.adverbials import is_adverbial
from timeline.extract.called import ORGANISATION, PERSON, PLACE, UNKNOWN
from timeline.extract.draft import is_dated, shares_subject
from timeline.extract.matters import before_marks, intent, lasting
from timeline.extract.names import Name, Names
from timeline.extract.phrases import before_articles, noun_phrase, thing
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.subjects import LONGEST, noun_part, people_in, whole_list
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.model import Span

_PERSONAL = frozenset(("who", "whom"))

_WHENCE = frozenset(("from", "at", "in", "near"))
"""Between someone and where he comes from."""

_BRACKET = re.compile(r"\([^()]*\)")

_AIMED = frozenset(("into", "on"))
"""Behind an inquiry, a ban or a raid, which is then what was begun, imposed or ended."""

_ENDS_WAY = frozenset(("to", "into", "from"))
"""Before the place that someone goes to or leaves."""

_SHARED = 10
"""Words of a subject that two verbs share."""

_NUMBER = "the number of "


def host(reading: Reading, clause: Clause, names: Names, cues: Cues) -> str | None:
    """What a relative, participle or gerund clause is about."""
    gerund = clause.group is not None and clause.group.tense is Tense.GERUND
    if gerund and (lasts := lasting(reading, clause, cues)):
        return lasts
    if clause.role is Role.ADVERBIAL or (clause.role is Role.PARTICIPLE and gerund):
        doer = _doer(reading, clause, names, cues)
        opens = doer is None and _leads(reading, clause, cues)
        return _following_subject(reading, cues) if opens else doer
    if clause.role is Role.PARTICIPLE and _opens_sentence(reading, clause, cues):
        return _owner_of(_following_subject(reading, cues))
    coordinators = cues.grammar.coordinators
    before = reading.words[max(0, clause.first - 1) : clause.first + 1]
    if any(word.low in coordinators or word.low == ";" for word in before):
        return _of_sibling(reading, clause, names, cues)
    last = before_marks(reading, clause.first) - 1
    if last >= 0 and is_dated(reading, reading.words[last].start):
        marked = last + 1 < clause.first
        found = _of_sibling(reading, clause, names, cues) if marked else None
        return found or (_dated_subject(reading, last + 1, cues) if marked else None)
    meant = thing(reading, clause, names, cues)
    if meant is not None:
        return meant or None
    found = intent(reading, clause, cues)
    found = found or _right_before(reading, clause, names, cues)
    end = before_marks(reading, clause.first)
    return whole_list(reading, clause.group, end, found, cues) or _without_number(found)


def _of_several(reading: Reading, clause: Clause, first: int) -> str:
    """ "Nine people" in "one of nine people who were killed": it is said of all."""
    lows = [word.low for word in reading.words[first : first + 2]]
    if lows != ["one", "of"] or reading.words[clause.first].low not in _PERSONAL:
        return ""
    return reading.said(Range(first + 2, before_marks(reading, clause.first)))


def _without_number(found: str | None) -> str | None:
    """ "The mills" for "the number of mills that shut": the number has not."""
    counted = found is not None and found.lower().startswith(_NUMBER)
    return found[len(_NUMBER) :] if found and counted else found


def _dated_subject(reading: Reading, end: int, cues: Cues) -> str | None:
    """ "Profits for 2030", where a sentence begins with them, up to a place."""
    part = Range(0, end)
    opens = reading.words[0].low in cues.grammar.prepositions | cues.openers
    dated = reading.words[0].low in cues.time.before_date or is_dated(
        reading, reading.words[0].start
    )
    told = any(g.first < end for g in reading.groups)
    short = end <= LONGEST
    return reading.said(part) if short and not (opens or dated or told) else None


def _right_before(
    reading: Reading, clause: Clause, names: Names, cues: Cues
) -> str | None:
    """The name or noun phrase that ends where a clause begins."""
    earlier, end = _names_before(reading, clause, names)
    someone = _from_where(reading, clause, cues)
    if member := someone or _member(reading, clause, earlier, cues):
        return member
    if earlier and _adjoins(reading.text[earlier[-1].end : end]):
        if owner := _owner(reading, clause, reading.at(earlier[-1].start), cues):
            return owner
        if _is_where(reading, clause, earlier[-1], cues):
            return _placed(reading, clause, reading.at(earlier[-1].start), cues)
        return _with_article(reading, earlier[-1])
    place = noun_phrase(reading, clause.first, cues)
    phrase = reading.said(place) if place else None
    if place and (owner := _owner(reading, clause, place.first, cues)):
        return owner
    if phrase and earlier:
        gap = reading.text[earlier[-1].end : end]
        if _describes(reading, earlier[-1], gap, phrase):
            return earlier[-1].text
    personal = reading.words[clause.first].low in _PERSONAL
    if phrase and personal and phrase.partition(" ")[0].islower():
        bare = phrase.partition(" ")[0] not in cues.grammar.determiners
        people = people_in(earlier) if bare else []
        return people[-1] if people else phrase
    if phrase and not any(map(str.isalpha, phrase)):
        return _following_subject(reading, cues)
    return phrase


def _describes(reading: Reading, name: Name, gap: str, phrase: str) -> bool:
    """Whether a phrase only says what a name is: "Norda, the mill, which | burnt".

    So does one that nothing parts from the clause, where the name opens the sentence.
    """
    if gap.count(",") == 2:
        return gap.strip(' )”",') == phrase
    opens = name.start == reading.words[0].start
    return opens and gap.count(",") == 1 and gap.strip(" ,") == phrase


def _from_where(reading: Reading, clause: Clause, cues: Cues) -> str | None:
    """Who "who" is behind where someone comes from: "a man from Lund who fled"."""
    end = before_marks(reading, clause.first)
    places = range(end - 1, max(0, end - LONGEST), -1)
    link = next((n for n in places if reading.words[n].low in _WHENCE), 0)
    head = noun_phrase(reading, link, cues) if link else None
    if head is None or reading.words[clause.first].low not in _PERSONAL:
        return None
    behind = reading.words[link + 1 : end]
    named = all(w.text[0].isupper() or w.low in cues.grammar.articles for w in behind)
    where = named or (behind[0].low in cues.grammar.articles and len(behind) == 2)
    someone = reading.words[link - 1].low in cues.persons.nouns
    people = any(word.low in cues.persons.nouns for word in behind)
    if head.last != link or not (someone and where) or people:
        return None
    return reading.said(Range(head.first, end))


def _member(
    reading: Reading, clause: Clause, earlier: tuple[Name, ...], cues: Cues
) -> str | None:
    """Who "who" is behind the name of a body or place that only says where or of what.

    In "Ada Brenn, the head of the Torvik Council, who" she is.
    """
    body = earlier[-1] if earlier else None
    if body is None or reading.words[clause.first].low not in _PERSONAL:
        return None
    if body.kind in (PERSON, UNKNOWN) or not _adjoins(
        reading.text[body.end : reading.words[clause.first].start]
    ):
        return None
    link = before_articles(reading, reading.at(body.start), cues)
    phrase = noun_phrase(reading, link, cues) if link > 0 else None
    if phrase is None or reading.words[link].low not in cues.grammar.prepositions:
        return None
    start = reading.words[phrase.first].start
    people = [n for n in earlier if n.kind == PERSON and n.end <= start]
    if people and _is_of(reading, people[-1], start, body, cues):
        return people[-1].text
    return reading.text[start : body.end]


def _is_of(reading: Reading, person: Name, start: int, body: Name, cues: Cues) -> bool:
    """Whether a person is described by a phrase, or by the body: "Ada Brenn of Lund"."""
    if _BRACKET.sub("", reading.text[person.end : start]).strip() == ",":
        return True
    between = reading.words[reading.at(person.end) : reading.at(body.start)]
    small = cues.grammar.prepositions | cues.grammar.articles
    return all(word.low in small or word.text[0].isupper() for word in between)


def _names_before(
    reading: Reading, clause: Clause, names: Names
) -> tuple[tuple[Name, ...], int]:
    """The names before a clause, and where it, or a bracket right before it, begins."""
    start, end = reading.span.start, reading.words[clause.first].start
    earlier = names.within(Span(start, end))
    earlier = tuple(n for n in earlier if not is_dated(reading, n.start))
    before = reading.text[start:end]
    if before.rstrip(" ,").endswith(")"):
        opens = start + before.rfind("(")
        outside = tuple(name for name in earlier if name.start < opens)
        earlier, end = (outside, opens) if outside else (earlier, end)
    if reading.words[clause.first].low == "which":
        earlier = tuple(name for name in earlier if name.kind != PERSON)
    return earlier, end


def _with_article(reading: Reading, name: Name) -> str:
    """A name as it is called, with the article that it has: "the Treaty of Lund"."""
    at = reading.at(name.start)
    article = at > 0 and reading.words[at - 1].low == "the"
    return f"the {name.text}" if article and name.kind != PERSON else name.text


def _opens_sentence(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether nothing but "However," stands before a clause."""
    words = reading.words[: clause.first]
    fillers = cues.headline.fillers
    return all(word.is_mark or fillers.fullmatch(word.low) for word in words)


def _leads(reading: Reading, clause: Clause, cues: Cues) -> bool:
    """Whether a clause stands before the main one: "winning it and | losing it, he"."""
    main = leading_clause(reading)
    before = main is not None and clause.last <= main.first
    return before or _opens_sentence(reading, clause, cues)


def leading_clause(reading: Reading) -> Clause | None:
    """The first clause that hangs off no other, be it only of who says so."""
    roles = (Role.MAIN, Role.REPORT)
    return next((c for c in reading.clauses if c.role in roles and c.group), None)


def _owner_of(subject: str | None) -> str | None:
    """Who was "born in Lund" where "Ada Brenn's career" follows."""
    for mark in ("'s ", "’s "):
        if subject and mark in subject:
            return subject.partition(mark)[0]
    return subject


def _following_subject(reading: Reading, cues: Cues) -> str | None:
    """The subject behind "founded in 2029, | the mine employs 300"."""
    main = leading_clause(reading)
    if main is None or main.group is None:
        return None
    part = noun_part(reading, main, cues)
    before = reading.words[main.group.first - 1] if main.group.first else None
    if part is None and before and cues.people.get(before.low) == before.low:
        return before.low
    return reading.said(part) if part else None


def shared_subject(reading: Reading, index: int, cues: Cues) -> str | None:
    """The subject that "and released on Friday" shares with the clause before it."""
    clause = reading.clauses[index]
    if not shares_subject(reading, clause, cues):
        return None
    asks = clause.group is not None and clause.group.base in cues.headline.aiming
    roles = (Role.MAIN, Role.REPORT) if asks else (Role.MAIN,)
    for place in range(index - 1, -1, -1):
        earlier = reading.clauses[place]
        if asks and _is_told(reading, place):
            continue  # "Valk said the dam was old and urged | miners to leave"
        if earlier.role in roles and earlier.group:
            subject = next(
                (r for r in earlier.ranges if not is_adverbial(reading, r, cues)), None
            )
            if shares_subject(reading, earlier, cues):
                continue
            if subject is None or earlier.group.first <= subject.first:
                return None
            first = subject.first
            while reading.words[first].low in cues.grammar.joining:
                first += 1
            last = min(subject.last, earlier.group.first)
            while last > first and cues.grammar.is_adverb(reading.words[last - 1].low):
                last -= 1  # "The ministry | initially denied it, but on Friday did not"
            part = Range(first, last)
            return reading.said(part) if part.last - part.first <= _SHARED else None
    return None


def _is_told(reading: Reading, index: int) -> bool:
    """Whether a clause is what the one right before it says that someone said."""
    before = reading.clauses[index - 1] if index else None
    if before is None or before.role is not Role.REPORT:
        return False
    return before.last == reading.clauses[index].first


def _of_sibling(
    reading: Reading, clause: Clause, names: Names, cues: Cues
) -> str | None:
    """What the clause before "and who" is about, or that before "; died 3 May", ", who"."""
    marked = reading.words[clause.first - 1].is_mark
    siblings = [c for c in reading.clauses if c.last == clause.first - marked]
    for sibling in siblings:
        if (
            sibling.role in (Role.RELATIVE, Role.PARTICIPLE)
            and sibling.first < clause.first
        ):
            return host(reading, sibling, names, cues)
    return None


def _is_where(reading: Reading, clause: Clause, name: Name, cues: Cues) -> bool:
    """Whether a name only says where: "the search in the Gulf, which began in May"."""
    hangs = clause.role is Role.PARTICIPLE and name.kind not in (PERSON, ORGANISATION)
    if not hangs and (clause.opener not in ("which", "that") or name.kind != PLACE):
        return False
    place = reading.at(name.start) - 1
    if place > 0 and reading.words[place].low == "the":
        place -= 1
    low = reading.words[place].low if place >= 0 else ""
    group = clause.group
    doer = reading.words[clause.first + 1 : group.first] if group else ()
    if any(not is_dated(reading, w.start) for w in doer) and low in _ENDS_WAY:
        return False  # "Returned to Poland, which he had left"
    return low in cues.grammar.prepositions and not (hangs and low in ("of", "by"))


def _placed(reading: Reading, clause: Clause, at: int, cues: Cues) -> str | None:
    """All of "a bar in Lund" before ", which he sold", if it begins with its article."""
    link = before_articles(reading, at, cues)
    head = noun_phrase(reading, link, cues)
    if head is None or reading.words[head.first].low not in cues.grammar.articles:
        return None
    return reading.said(Range(head.first, before_marks(reading, clause.first)))


def _adjoins(gap: str) -> bool:
    """Whether nothing but marks, brackets or an age lies between a name and its clause."""
    return not any(c.isalpha() for c in gap)


def _doer(reading: Reading, clause: Clause, names: Names, cues: Cues) -> str | None:
    """The subject of the clause that a gerund hangs off."""
    seen = clause
    around = reading.clauses[clause.host] if clause.host is not None else clause
    if _acts_inside(reading, clause, around):
        return host(reading, around, names, cues)
    while seen.host is not None and seen.role is not Role.MAIN:
        seen = reading.clauses[seen.host]
    if seen.group is None or seen is clause or not seen.group.finite:
        return None
    span = Span(reading.words[seen.first].start, reading.words[seen.group.first].start)
    subjects = [n for n in names.within(span) if n.subject]
    part = noun_part(reading, seen, cues)
    before = reading.words[seen.group.first - 1] if seen.group.first else None
    if before is not None and cues.people.get(before.low) == before.low:
        return before.low
    if subjects and (part is None or _is_head(reading, part, subjects[-1])):
        return subjects[-1].text
    return reading.said(part) if part else None


def _acts_inside(reading: Reading, clause: Clause, around: Clause) -> bool:
    """Whether "who drowned | after falling" tells of the one who drowned."""
    if around is clause or around.role is not Role.RELATIVE or around.group is None:
        return False
    opens = reading.words[around.first].low in ("who", "which", "that")
    return (
        opens and around.group.first == around.first + 1 and around.last == clause.first
    )


def _is_head(reading: Reading, part: Range, name: Name) -> bool:
    """Whether a noun phrase ends in a name, or in what stands in brackets behind it."""
    behind = reading.words[reading.at(name.end) : part.last]
    return all(word.is_mark for word in behind[:1])


def _owner(reading: Reading, clause: Clause, last: int, cues: Cues) -> str | None:
    """All of "the wife of the mayor" before "killed on Monday", where its last part begins.

    What is founded or named is more often the firm than its head or its seat.
    """
    if several := _of_several(reading, clause, last):
        return several
    of = before_articles(reading, last, cues)
    link = reading.words[of].low if of > 0 else ""
    paper = of > 1 and reading.words[of - 1].low in cues.reporting.papers
    aimed = link in _AIMED and clause.role is Role.PARTICIPLE
    if not aimed and link != "of" and not (paper and link in cues.grammar.prepositions):
        return None
    head = noun_phrase(reading, of, cues)
    group, opener = clause.group, reading.words[clause.first].low
    if (
        head is None
        or group is None
        or head.last != of
        or head.last - head.first > LONGEST
    ):
        return None
    noun = reading.words[of - 1].low
    if noun in cues.event_nouns and cues.actions.get(group.base) in cues.time.harms:
        return None  # "The death of a boy, | struck by a bullet": it is he who was.
    happens = noun in cues.event_nouns and group.base in cues.happen
    if happens and opener in ("which", "that"):
        return reading.said(Range(head.first, before_marks(reading, clause.first)))
    single = noun == "one" and reading.words[group.first].low.endswith("s")
    if single and opener in ("which", "that"):  # "One of the laws | which was passed"
        return reading.said(Range(head.first, before_marks(reading, clause.first)))
    counts = noun in cues.quantities.numbers or noun.rstrip("s") in cues.counting
    people = cues.names.titles | cues.persons.nouns
    is_person = noun in people or noun.removesuffix("s") in people
    hangs = clause.role is Role.PARTICIPLE and group.base not in cues.names.founding
    issued = cues.actions.get(group.base) in ("announce", "release")
    hangs = hangs or (paper and issued and opener in ("which", "that"))
    if counts or not (hangs or (is_person and opener == "who")):
        return None
    return reading.said(Range(head.first, before_marks(reading, clause.first)))
