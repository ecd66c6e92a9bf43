"""Whether a form only says which one is meant: "the man | arrested last week died"."""

from timeline.extract.embedded import BREAKS
from timeline.extract.listing import Listing
from timeline.lang.forms import Verb


def acts_later(around: Listing, at: int) -> bool:
    """Whether the subject of a form has its verb further on.

    Nothing but when, where and how lies between, or the form would have its object; and
    the other can be no such form itself, as in "ruled on Monday in a case brought by".
    """
    words, cues = around.words, around.cues
    verb = cues.verbs.get(words[at].low, Verb("", "dn"))  # One that no table knows
    if verb.base in cues.intransitive:
        return False
    led, dated = _is_called(around, verb, at), False
    for place in range(at + 1, len(words) - 1):
        low = words[place].low
        if place in around.finite:
            return (led or dated) and not around.has_pronoun(place)
        if _says_nothing(around, place):
            continue
        if _ends(around, place) or (dated and not led and _takes(around, place)):
            return False
        if low in cues.grammar.prepositions or low in cues.grammar.subordinators:
            led = True
        elif _is_of_time(around, place):
            led, dated = False, True
        elif place in around.doubtful and (led or dated):
            thinks = verb.base in cues.reporting.bare
            told = _is_sent(around, verb, at) or _is_finite(around, place)
            return not led or (not thinks and told)
        elif not (led or _counts(around, place) or low in cues.time.before_date):
            return False
    return False


def says_last(around: Listing, at: int) -> bool:
    """Whether ", the mayor, Jon Vik, | warned today." ends a sentence: who said all that.

    Of two bare stretches between commas one is a name and one says who that is.
    """
    words, cues = around.words, around.cues
    verb = cues.verbs.get(words[at].low)
    if verb is None or verb.base not in cues.reporting.verbs:
        return False
    first = next((n for n in range(at - 2, 0, -1) if words[n].low == ","), 0)
    if words[at - 1].low != "," or not first:
        return False
    start = next((n for n in range(first - 1, 0, -1) if words[n].low == ","), 0)
    if not start or any(start < n < at for n in around.known):
        return False
    ends = all(_is_bare_time(around, n) for n in range(at + 1, len(words)))
    parts = (words[start + 1 : first], words[first + 1 : at - 1])
    named = [p[0].text[0].isupper() for p in parts if p]
    called = [p[0].low in cues.grammar.articles for p in parts if p]
    plain = not any(w.low in cues.openers for part in parts for w in part)
    shaped = called[::-1] == named and any(named)
    return ends and plain and shaped and len(named) == len(parts)


def _is_bare_time(around: Listing, place: int) -> bool:
    """Whether a word leads to a time, is part of one or a mark at the end."""
    word = around.words[place]
    ends = word.is_mark and place == len(around.words) - 1
    return (
        ends
        or word.low in around.cues.time.before_date
        or _is_of_time(around, place)
        or _counts(around, place)
    )


def _says_nothing(around: Listing, place: int) -> bool:
    """Whether a word cannot tell: of "shot | and wounded", behind "an" of "an | armed gang"."""
    words = around.words
    if words[place - 1].low in around.cues.grammar.determiners:
        return True
    joint = place if words[place].low == "and" else place - 1
    return words[joint].low == "and" and joint + 1 in around.doubtful


def _is_called(around: Listing, verb: Verb, at: int) -> bool:
    """Whether a name follows that someone is given: "a clerk | named Holm"."""
    named = around.words[at + 1 : at + 2]
    return verb.base in around.cues.giving and any(w.text[0].isupper() for w in named)


def _is_sent(around: Listing, verb: Verb, at: int) -> bool:
    """Whether someone is to do something: "troops | sent to guard the dam"."""
    return verb.base in around.cues.sending and around.words[at + 1].low == "to"


def _ends(around: Listing, place: int) -> bool:
    """Whether a clause ends here; not with "after" in "freed | after ten years in jail"."""
    low, grammar = around.words[place].low, around.cues.grammar
    if low in grammar.subordinators:
        return not _counts(around, place + 1)
    if low in grammar.prepositions:
        return False
    return low in BREAKS or low in around.cues.openers


def _takes(around: Listing, place: int) -> bool:
    """Whether an object follows its date: "closed on Monday | the road damaged by rain"."""
    determiner = around.words[place].low in around.cues.grammar.determiners
    return determiner and not _counts(around, place + 1)


def _counts(around: Listing, place: int) -> bool:
    """Whether a number stands here."""
    low = around.words[place].low
    return low[0].isdigit() or low in around.cues.quantities.numbers


def _is_of_time(around: Listing, place: int) -> bool:
    """Whether a word can be the last of a time: "Monday", "week", "2030", "later"."""
    low, cues = around.words[place].low, around.cues
    nouns = cues.quantities.skip_nouns
    timed = low in nouns or low.removesuffix("s") in nouns
    return timed or low in cues.grammar.adverbs or around.ends_day(place)


def _is_finite(around: Listing, place: int) -> bool:
    """Whether a form has its object behind it, or can have none, or a name before it."""
    cues = around.cues
    verb = cues.verbs.get(around.words[place].low)
    if verb is None:
        return False
    before, word = around.words[place - 1], around.words[place + 1]
    named = before.text[0].isupper() and word.low != "by"
    if named or verb.base in cues.intransitive:
        return True
    if verb.base in cues.giving:
        return False
    behind = around.words[place + 2 : place + 3]
    if any(w.low in cues.quantities.skip_nouns for w in behind):
        return False  # "In a mill | built the year before"
    named = word.text[0].isupper() and word.text not in cues.names.not_names
    return named or word.low in cues.grammar.determiners
