"""Dates that describe an event and are those of the verb as well.

"Torvik won the 2010 election", "fought in the 1973 war", "in its ruling of 4 May the court
banned it", "Monday's storm tore roofs off houses": who took part did so when it was, and
what an event does it does at once. What came of it later has no such date ("the 2010 murder
was solved").
"""

from msgspec import Struct

from timeline.extract.draft import Draft, Point
from timeline.extract.reading import Range, Reading
from timeline.extract.reduced import reduced_by
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

_BESIDE = 2
"""Words from a subject to its verb, at most, "has" and "also" among them."""

_OCCASION = 4
"""Words between a date and the occasion that it describes, at most."""

_TOLD = (Tense.PAST, Tense.PLUPERFECT, Tense.FUTURE)
"""Tenses of what takes place on an occasion."""


class _Phrase(Struct, frozen=True, gc=False):
    """The words of "the 2010 presidential election": first and behind its noun; its noun."""

    first: int
    last: int
    noun: int


def is_occasion(reading: Reading, point: Point, cues: Cues) -> bool:
    """Whether a verb took place on the occasion that a date describes.

    "In a Wednesday media event, they agreed": so it is of that day.
    """
    place, timex = point
    if timex.time is None:
        return False
    if is_of_blow(reading, place, cues) or _is_in_paper(reading, place, cues):
        return True
    phrase = _behind_date(reading, place, cues) or _before_of(reading, place, cues)
    if phrase is None:
        phrase = _taking_place(reading, place, cues)
        return phrase is not None and _does(reading, phrase, cues)
    return (
        _is_attended(reading, phrase, cues)
        or _is_within(reading, phrase, cues)
        or _does(reading, phrase, cues)
    )


def _behind_date(reading: Reading, place: Range, cues: Cues) -> _Phrase | None:
    """The phrase whose noun a date before it describes: "Monday's vote", "the 2010 vote"."""
    words, first = reading.words, _phrase_start(reading, place, cues)
    if first is None:
        return None
    noun = None
    for at in range(place.last, min(place.last + _OCCASION, len(words))):
        low = words[at].low
        if low == "'s":
            continue
        small = low in cues.grammar.prepositions or low in cues.grammar.nominal
        if small or words[at].is_mark or low == "worth":
            break
        if noun is not None and words[at].text[0].isupper():
            break  # "In a Monday statement | Valk said"
        if any(g.finite and g.first == at for g in reading.groups):
            break
        noun = at
    if noun is None or not _is_event(words[noun].low, cues):
        return None
    return _Phrase(first, noun + 1, noun)


def _phrase_start(reading: Reading, place: Range, cues: Cues) -> int | None:
    """Where "the", "his planned" or "Norda's" begins before a date; None: nothing does."""
    words, first = reading.words, place.first
    before = words[first - 1].low if first else ""
    if before in cues.grammar.articles:
        return first - 1
    if is_in_phrase(reading, place, cues):
        return first - 2
    if before == "'s":
        return _owner(reading, first, cues)
    opens = words[first].low in cues.grammar.articles or is_possessive(reading, place)
    return first if opens else None


def is_in_phrase(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a month with its year stands in "his planned July 2019 concerts"."""
    words = reading.words
    dated = words[place.last - 1].text.isdigit() and place.last - place.first > 1
    adjective = words[place.first - 1]
    verbal = adjective.low in cues.helpers or any(
        g.finite and g.first <= place.first - 1 < g.last for g in reading.groups
    )
    plain = adjective.text.isalpha() and adjective.text.islower() and not verbal
    if not (dated and plain and place.first > 1):
        return False
    return words[place.first - 2].low in cues.grammar.articles


def _owner(reading: Reading, at: int, cues: Cues) -> int:
    """The first word of whose it is: "the company's | 2008 purchase"."""
    first = at - 2
    while first > 0 and at - first < _OCCASION:
        word = reading.words[first - 1]
        if word.low in cues.grammar.articles:
            return first - 1
        if not word.text[0].isupper() or not reading.words[first].text[0].isupper():
            break
        first -= 1
    return max(first, 0)


def _before_of(reading: Reading, place: Range, cues: Cues) -> _Phrase | None:
    """The phrase of a noun before "of" and its date: "the presidential election of 2010"."""
    words, noun = reading.words, place.first - 2
    if noun < 1 or words[noun + 1].low != "of" or not _is_event(words[noun].low, cues):
        return None
    for first in range(noun - 1, max(-1, noun - _OCCASION), -1):
        if words[first].low in cues.grammar.articles or words[first].low == "'s":
            return _Phrase(first, place.last, noun)
        if words[first].is_mark or words[first].low in cues.grammar.prepositions:
            return None
    return None


def _taking_place(reading: Reading, place: Range, cues: Cues) -> _Phrase | None:
    """The phrase of an event that took place on a date: "a raid carried out on Monday"."""
    group = reduced_by(reading, place, cues)
    if group is None or group.base not in cues.time.taking_place:
        return None
    clause = reading.clause_at(place.first)
    later = (r for r, _ in reading.timexes_from(place.last))
    if clause is None or any(clause.holds(r.first) for r in later):
        return None  # "Spread to Lund on Tuesday"
    words, noun = reading.words, group.first - 1
    first = noun - 1 if noun else noun
    while first > 0 and words[first].low not in cues.grammar.determiners:
        first -= 1
    kind = cues.event_nouns.get(words[noun].low)
    if kind is None or kind in cues.time.justice or noun - first > _OCCASION:
        return None  # "An inquiry launched in May found no fault"
    return _Phrase(first, place.last, noun)


def _is_event(low: str, cues: Cues) -> bool:
    known = (cues.event_nouns, cues.time.occasions, cues.reporting.papers)
    return any(low in nouns for nouns in known)


def _is_attended(reading: Reading, phrase: _Phrase, cues: Cues) -> bool:
    """Whether the phrase is what someone took part in: "won | the 2010 election"."""
    group = next((g for g in reading.groups if g.last == phrase.first), None)
    if group is None or group.base not in cues.time.attending:
        return False
    return group.tense in _TOLD and not group.passive


def _is_within(reading: Reading, phrase: _Phrase, cues: Cues) -> bool:
    """Whether the phrase says in the course of what: "fought in | the 1973 war".

    Not of what someone was accused, nor what a noun was: "his role in the 2010 coup".
    """
    at, words = phrase.first - 1, reading.words
    if at < 0 or words[at].low not in cues.time.on_occasions:
        return False
    before = reading.groups_before(at)
    if not before or not any(g.finite for g in before):
        behind = next((g for g in reading.groups if g.first >= phrase.last), None)
        return at <= 1 and behind is not None and behind.tense in _TOLD
    group = before[-1]
    if group.tense not in _TOLD or group.base in ("be", "have"):
        return False
    kind = cues.event_nouns.get(words[phrase.noun].low)
    accused = cues.actions.get(group.base) in cues.time.justice
    if accused and kind in cues.time.harms:
        return False
    rest = words[group.last : at]
    takes_part = group.base == "take" and [w.low for w in rest] == ["part"]
    return takes_part or not rest or rest[-1].low not in cues.time.sharing


def _does(reading: Reading, phrase: _Phrase, cues: Cues) -> bool:
    """Whether the phrase is what a verb tells of: "Monday's storm | tore roofs off"."""
    before = reading.words[: phrase.first]
    if any(w.low not in cues.openers and not w.is_mark for w in before):
        return False
    group = next((g for g in reading.groups if g.first >= phrase.last), None)
    if group is None or not group.finite or group.tense is not Tense.PAST:
        return False
    if group.first - phrase.last > _BESIDE or group.negated:
        return False
    if group.passive:
        return group.base in cues.time.attending
    return group.base not in cues.state and group.base not in cues.time.outcomes


def is_subject_event(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether an event with a date did what follows: "the treaty signed on 4 May | ended".

    That then is of its day or later, no news of the day of a report.
    """
    group = next(
        (g for g in reading.groups if g.first >= draft.last and g.finite), None
    )
    if draft.first or group is None or group.tense is not Tense.PAST or group.passive:
        return False
    noun = draft.noun
    if noun is None:
        noun = draft.group.first - 1 if draft.group else 0
    plain = not draft.clauses and group.first - draft.last <= _BESIDE
    return plain and reading.words[noun].low in cues.event_nouns


def _is_in_paper(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of what a verb was said in: "in a letter dated 3 May"."""
    lows = [w.low for w in reading.words[max(0, place.first - 4) : place.first]]
    if lows[-3:-2] == ["by"] and lows[-1] == "dated":
        return (
            lows[-2] in cues.reporting.papers
        )  # "Was dismissed by letter dated 3 May"
    if not lows or lows[-1] not in ("dated", "of"):
        return False
    noun = place.first - 2
    if lows[-1] == "dated":
        noun = _addressed(reading, noun, cues)
    opens = [w.low for w in reading.words[max(0, noun - 2) : noun + 1]]
    if len(opens) < 3 or opens[0] not in ("in", "by"):
        return False
    paper = opens[2] in cues.reporting.papers or opens[2] in cues.reporting.nouns
    return paper and opens[1] in ("a", "an", "the", "its", "his", "her", "their")


def _addressed(reading: Reading, at: int, cues: Cues) -> int:
    """The paper behind which it says to whom: "a letter | to the court" for "court"."""
    for place in range(at, max(1, at - _OCCASION - 1), -1):
        word = reading.words[place]
        if word.is_mark or any(g.finite and g.first == place for g in reading.groups):
            break
        if word.low == "to" and reading.words[place - 1].low in cues.reporting.papers:
            return place - 1
    return at


def is_of_blow(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date is that of the blow which did the harm that a verb tells.

    "Nine were killed in Tuesday's attack", "Tuesday's attack left nine dead".
    """
    noun = _blow(reading, place, cues)
    if noun is None:
        return False
    after = next((g for g in reading.groups if g.first > noun and g.finite), None)
    if place.first <= 1 and after is not None and after.first - noun <= _BESIDE:
        return after.base in cues.time.leaving or _does_harm(after, cues)
    before = reading.groups_before(place.first)
    link = reading.words[place.first - 1].low if place.first else ""
    if link in cues.grammar.articles and place.first > 1:
        link = reading.words[place.first - 2].low
    by = link == "by" or link in cues.time.on_occasions
    return bool(by and before) and before[-1].finite and _does_harm(before[-1], cues)


def _blow(reading: Reading, place: Range, cues: Cues) -> int | None:
    """Where the noun of a harm stands that a date describes: "last week's floods"."""
    for at in range(place.last, min(place.last + _OCCASION, len(reading.words))):
        word = reading.words[at]
        if cues.event_nouns.get(word.low) in cues.time.harms:
            return at
        if word.low in cues.grammar.prepositions or word.low in ",;:":
            return None
    return None


def _does_harm(group: Group, cues: Cues) -> bool:
    return cues.actions.get(group.base) in cues.time.harms


def is_possessive(reading: Reading, place: Range) -> bool:
    """Whether "Monday's …" or "the 2016 …" stands before the noun."""
    before = reading.words[place.first - 1].low if place.first else ""
    after = reading.words[place.last].low if place.last < len(reading.words) else ""
    if after in ("'s", "’s", "'") or before in ("the", "his", "her", "their", "its"):
        return True
    inside = reading.words[place.first : place.last]
    if any(word.low == "of" for word in inside):
        return False  # "In the spring of 1848 riots broke out"
    return any(word.low == "the" for word in inside[:1]) and after.isalpha()
