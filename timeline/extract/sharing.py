"""What a thing is to the verb that it shares with another: one more subject, object or
place, by what it looks like.
"""

from msgspec import Struct

from timeline.extract.counting import is_ranked
from timeline.extract.draft import Point
from timeline.extract.reading import Clause, Range, Reading
from timeline.extract.subjects import noun_part
from timeline.extract.verbs import Group, begins_object
from timeline.lang.cues import Cues

_RANKS = frozenset(("second", "third", "last", "next", "same", "only"))
"""Before a noun these say which one was named."""

_THING = 5
"""Words of whom a verb is told as well, at most."""


class SharedVerb(Struct, frozen=True):
    """A verb with its first date, which `leads` where it stands before."""

    reading: Reading
    index: int
    group: Group
    first: Point
    leads: bool

    @property
    def clause(self) -> Clause:
        """That of the verb."""
        return self.reading.clauses[self.index]


def are_alike(verb: SharedVerb, thing: Range, cues: Cues) -> bool:
    """Whether "the army left on Monday, | the air force on Tuesday" names another one.

    "The worst flood" only says what was named before.
    """
    words = [w.low for w in verb.reading.words[thing.first : thing.last]]
    subject = own_subject(verb.reading, verb.clause, verb.group, cues)
    if subject is None or len(words) < 2 or verb.leads:
        return False
    articles = words[0] == "the" == verb.reading.words[subject.first].low
    ranks = words[1].endswith(("st", "th")) or words[1] in _RANKS
    return articles and not ranks and words[-1] not in cues.event_nouns


def is_over(reading: Reading, at: int) -> bool:
    """Whether nothing follows that belongs to the words before."""
    following = reading.words[at : at + 1]
    return all(w.is_mark or w.low == "and" for w in following)


def stretch_end(reading: Reading, at: int) -> int:
    """The next mark or "and"."""
    while at < len(reading.words) and not is_over(reading, at):
        at += 1
    return at


def is_thing(reading: Reading, thing: Range, joined: bool, cues: Cues) -> bool:
    """Whether words can be who a verb is told of: "Torvik", "two", "in Lund".

    Behind a comma alone "the worst flood" only says what was named before.
    """
    words = reading.words[thing.first : thing.last]
    if not 0 < len(words) <= _THING or any(w.is_mark for w in words):
        return False
    grammar = cues.grammar
    if words[0].low in grammar.prepositions:
        small = grammar.nominal | grammar.prepositions
        return len(words) > 1 and not any(w.low in small for w in words[1:])
    if is_ranked(reading, thing):
        return True
    if joined and len(words) == 1 and words[0].text.islower():
        return words[0].low not in grammar.adverbs | cues.grammar.nominal
    counts = words[0].low in cues.quantities.numbers or words[0].text.isdigit()
    if joined and len(words) > 1 and words[0].text.islower():
        counts = counts or all(w.text[0].isupper() for w in words[1:])  # "Storm Bert"
    named = all(w.text[0].isupper() or w.low == "of" for w in words)
    kin = words[-1].low in cues.persons.nouns and words[0].low not in ("a", "an", "the")
    kin = kin or words[0].low in cues.names.titles
    owned = (joined or kin) and words[0].low in grammar.articles
    inside = any(w.low in grammar.prepositions and w.low != "of" for w in words)
    return (
        counts or named or owned or words[0].low in cues.names.titles
    ) and not inside


def begins_rank(verb: SharedVerb, cues: Cues) -> bool:
    """Whether "the first" stands before: no "killed in a crash, | the third this year"."""
    ahead = verb.reading.words[verb.clause.first : verb.group.first]
    return any(word.low in ("first", "one") for word in ahead)


def kind_of_thing(verb: SharedVerb, thing: Range, cues: Cues) -> tuple[str, Range]:
    """Whether a thing is subject, object or place, and the words that the verb keeps."""
    reading, group, end = verb.reading, verb.group, verb.first[0].first
    while end > group.last and reading.words[end - 1].low in cues.time.before_date:
        end -= 1
    if verb.leads:
        end = stretch_end(reading, group.last)
    behind = reading.words[group.last : end]
    if reading.words[thing.first].low in cues.grammar.prepositions:
        return _place(verb, thing, end)
    small = cues.grammar.prepositions
    last = next((n for n, w in enumerate(behind) if w.low in small), len(behind))
    taken = Range(group.last, group.last + last)
    takes = bool(last) and (
        behind[0].low in cues.grammar.nominal or begins_object(behind[0], cues)
    )
    if not takes and _is_bare(reading, thing):
        return "", taken
    subject = own_subject(reading, verb.clause, group, cues)
    led = Range(group.last + last + 1, end)
    by = group.passive and any(word.low == "by" for word in behind[:1])
    if not takes and (by or _is_led(reading, led, thing, subject, cues)):
        return "object", Range(group.last, led.first)
    if not takes:
        return "subject", Range(group.last, group.last)
    if last < len(behind) - 1 and _shape(reading, led, cues) == _shape(
        reading, thing, cues
    ):
        return "", taken  # "Met the king with Valk on Monday and | Brenn | on Tuesday"
    if _is_bare(reading, thing) != _is_bare(reading, taken):
        return "", taken  # "Became mayor in 1920 and | governor | in 1925"
    like = _shape(reading, thing, cues)
    acts = _is_like(reading, subject, thing, like != _shape(reading, taken, cues), cues)
    return ("subject", taken) if acts else ("object", Range(group.last, group.last))


def _is_like(
    reading: Reading, subject: Range | None, thing: Range, alone: bool, cues: Cues
) -> bool:
    """Whether a thing looks like the subject, and it `alone` or by its first word.

    "Storm Ada hit Lund, and | Storm Bert | on Tuesday"
    """
    if subject is None or _shape(reading, subject, cues) != _shape(
        reading, thing, cues
    ):
        return False
    first, second = reading.words[subject.first], reading.words[thing.first]
    several = min(subject.last - subject.first, thing.last - thing.first) > 1
    named = several and first.text[0].isupper() and first.text == second.text
    return alone or named


def _place(verb: SharedVerb, thing: Range, end: int) -> tuple[str, Range]:
    """The words that "in Lund" is told with: those before one like it, or the date."""
    reading, last = verb.reading, verb.group.last
    low = reading.words[thing.first].low
    if reading.words[verb.first[0].last].low == low:
        return "place", Range(last, end)  # "Sold in 1932 to Norda and in 1936 to Brenn"
    place = next((n for n in range(last, end) if reading.words[n].low == low), None)
    return ("place" if place is not None else "", Range(last, place or last))


def _is_led(
    reading: Reading, led: Range, thing: Range, subject: Range | None, cues: Cues
) -> bool:
    """Whether a thing is one more of "went to | Brenn in 2009 and | Torvik in 2010"."""
    if led.first >= led.last or subject is None:
        return False
    like = _shape(reading, thing, cues)
    return _shape(reading, led, cues) == like != _shape(reading, subject, cues)


def _is_bare(reading: Reading, part: Range) -> bool:
    """Whether a word is what one becomes: "mayor", "governor of Lund"."""
    if is_ranked(reading, part):
        return False
    first, *rest = reading.words[part.first : part.last]
    return first.text.islower() and all(word.low == "of" for word in rest[:1])


def own_subject(
    reading: Reading, clause: Clause, group: Group, cues: Cues
) -> Range | None:
    """The subject of a verb, a pronoun as well."""
    at = group.first - 1
    actors = cues.people.keys() | cues.grammar.speakers
    if at >= 0 and reading.words[at].low in actors:
        return Range(at, group.first)
    if found := noun_part(reading, clause, cues):
        return found
    first = reading.words[clause.first]
    owned = first.low in cues.grammar.articles
    opens = first.low in cues.openers or first.low in cues.grammar.prepositions
    owned = owned or (first.text[0].isupper() and not opens)
    end = min(clause.ranges[0].last, group.first)  # "The bank, hit by losses, cut"
    plain = not any(w.is_mark for w in reading.words[clause.first : end])
    return Range(clause.first, end) if owned and plain else None


def _shape(reading: Reading, part: Range, cues: Cues) -> str:
    """What a noun phrase looks like by its first word."""
    first = reading.words[part.first]
    if first.low in cues.quantities.numbers or first.text[0].isdigit():
        return "number"
    if first.low in cues.grammar.nominal:
        return "noun"
    return "name" if first.text[0].isupper() else "noun"
