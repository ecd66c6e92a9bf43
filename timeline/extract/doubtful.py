"""Verb forms that could be another: "detained", "orders".

They are decided by the words around them, and by whether a subject still waits for its
verb.
"""

from collections.abc import Sequence

from timeline.extract.around import past_day
from timeline.extract.contact import FLOATING
from timeline.extract.embedded import BREAKS
from timeline.extract.further import acts_later, says_last
from timeline.extract.listing import Listing
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.forms import Verb
from timeline.text.words import Word

_OBJECTS = frozenset(("it", "him", "them"))
"""Behind a verb these are what it is done to."""

_SELVES = frozenset(("himself", "herself", "itself", "themselves"))

_BOTH = 2
"""Verbs of "make boats shipped"."""

_CITED = 6
"""Words behind "according to" among which its noun stands."""


def settled(
    words: Sequence[Word],
    certain: dict[int, Group],
    doubtful: list[tuple[int, Verb]],
    cues: Cues,
) -> list[Group]:
    """All groups in order, each doubtful form decided in the light of those before."""
    if not doubtful:
        return [certain[at] for at in sorted(certain)]
    known = (g for g in certain.values() if g.finite and not g.subject_end)
    sure = sorted(group.first for group in known)
    around = Listing(words, certain, sure, cues)
    around.doubtful = tuple(
        at for at, verb in doubtful if "d" in verb.forms or verb.forms == "n"
    )
    for at, verb in doubtful:
        if _finds(words, at, verb, cues):
            certain[at] = Group(at, at + 1, at, verb.base, Tense.PAST)
            around.heads.add(at)
            sure.append(at)
    sure.sort()
    doubtful = [(at, verb) for at, verb in doubtful if at not in certain]
    for at, verb in doubtful:
        group = _decided(words, at, verb, around, cues)
        if group:
            certain[at] = group
            around.heads.add(group.head)
            if group.finite:
                sure.append(at)
                sure.sort()
    return [certain[at] for at in sorted(certain)]


def _finds(words: Sequence[Word], at: int, verb: Verb, cues: Cues) -> bool:
    """Whether "found | that" stands here: who is told something is no one who found it."""
    if "d" not in verb.forms or not at or at + 1 >= len(words):
        return False
    reporting, before = cues.reporting, words[at - 1]
    says = verb.base in reporting.verbs or verb.base in cues.finding
    small = before.low in cues.grammar.determiners
    small = small or (before.is_mark and before.low != ")")
    shown = says and verb.base not in reporting.addressed and not small
    behind = past_day(words, at + 1, cues)
    return shown and behind < len(words) and words[behind].low == "that"


def _decided(
    words: Sequence[Word], at: int, verb: Verb, around: Listing, cues: Cues
) -> Group | None:
    place = _past_light(words, at - 1, cues)
    before = words[place] if place >= 0 else None
    after = words[at + 1].low if at + 1 < len(words) else ""
    if "d" in verb.forms:
        if _is_joined_on(words, at) or _is_side(words, at):
            return None
        if _completes(words, at, around, cues):
            return Group(at, at + 1, at, verb.base, Tense.PARTICIPLE)
        if around.awaited(at):
            return Group(at, at + 1, at, verb.base, Tense.PAST)
        led = place in around.heads and words[place].low not in cues.event_nouns
        if led and not _resumes(place, verb, around):
            return Group(at, at + 1, at, verb.base, Tense.PARTICIPLE)
        tense = _past_or_participle(before, after, at, around, cues)
        if tense is None or (tense is Tense.PARTICIPLE and _is_noun(at, verb, around)):
            return None
        apart = before is not None and (before.low == "," or before.text[0].isalpha())
        if verb.base in cues.intransitive and apart:
            tense = Tense.PAST
        return Group(at, at + 1, at, verb.base, tense)
    if verb.forms == "n":
        goes_on = around.goes_on_passive(at, place)
        tense = Tense.PAST if goes_on else Tense.PARTICIPLE
        return Group(at, at + 1, at, verb.base, tense)
    if before and (
        _goes_on(words, at, verb, around)
        or ("s" in verb.forms and around.describes_one(at))
        or _is_present(words, before, at, verb, around)
    ):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    return None


def _is_joined_on(words: Sequence[Word], at: int) -> bool:
    """Whether a form is the end of "a Lund, N.J.-based maker"."""
    return at > 0 and words[at - 1].low == "-" and words[at - 1].end == words[at].start


def _is_side(words: Sequence[Word], at: int) -> bool:
    """Whether "Ada Brenn, | left, | and" says where in a picture she is."""
    if words[at].low != "left" or not 1 < at < len(words) - 1:
        return False
    aside = words[at - 1].low == "," == words[at + 1].low
    return aside and words[at - 2].text[0].isupper()


def _resumes(place: int, verb: Verb, around: Listing) -> bool:
    """Whether "the officer suspended for lying | returned to work" has its verb here."""
    before, cues = around.known.get(place), around.cues
    gerund = before is not None and before.tense is Tense.GERUND
    helps = gerund and around.words[place].low in cues.helpers
    return gerund and not helps and verb.base in cues.intransitive


def _is_noun(at: int, verb: Verb, around: Listing) -> bool:
    """Whether "missed its 3 per cent | forecast for 2031" has a noun here."""
    words, cues = around.words, around.cues
    if verb.base != words[at].low or verb.base not in cues.nouns_too:
        return False
    small = cues.grammar.prepositions - {"by"}
    light = all(w.is_mark or w.low in small for w in words[at + 1 : at + 2])
    return light and around.finite_before(at)


def _past_light(words: Sequence[Word], place: int, cues: Cues) -> int:
    """The place of the last word up to here that is no adverb, or -1."""
    while place >= 0 and _is_light(words[place], cues):
        place -= 1
    if place > 0 and words[place].low in FLOATING:
        low = words[place - 1].low  # "They each | filed one"
        place -= cues.people.get(low) == low or low in cues.grammar.speakers
    if place > 0 and words[place].low == "first" and words[place - 1].low == ",":
        place -= 1  # "The merger, first announced in May"
    return place


def _completes(words: Sequence[Word], at: int, around: Listing, cues: Cues) -> bool:
    """Whether a form says as what someone is told to be: "were confirmed | infected".

    Not behind "who was named", whose subject waits for a verb of its own.
    """
    before = next((g for g in around.known.values() if g.last == at), None)
    if before is None or not before.passive or before.base in cues.reporting.addressed:
        return False
    subject = words[before.first - 1].low if before.first else ""
    embedded = subject in cues.grammar.relatives or subject == "that"
    return before.base in cues.reporting.all_verbs and not embedded


def _is_light(word: Word, cues: Cues) -> bool:
    return cues.grammar.is_adverb(word.low) or word.low in '"“”„«»‘’'


def _past_or_participle(
    before: Word | None, after: str, at: int, around: Listing, cues: Cues
) -> Tense | None:
    """How to read "detained": past, participle, or (None) an adjective."""
    grammar = cues.grammar
    if before is None:
        return Tense.PARTICIPLE
    low = before.low
    if low in grammar.determiners or low in grammar.prepositions:
        return Tense.PAST if low == "that" else None
    if low == "(" or around.compares(at):
        return Tense.PARTICIPLE
    number = low[0].isdigit() or (low in cues.quantities.numbers and low != "one")
    number = number and not (around.ends_date(at - 1) or around.is_age(at - 1))
    number = number and not low.endswith("s")  # "In the 1930s | issued loans"
    if number and after not in grammar.determiners:
        counted = after.isalpha() and after not in grammar.prepositions
        return None if counted else Tense.PARTICIPLE
    if after == "by" and not _is_joined_by(low, at, around):
        return Tense.PARTICIPLE
    if low in BREAKS:
        return _after_comma(after, at, around, cues)
    if low in grammar.coordinators:
        return _joined(after, at, around, cues)
    if low in grammar.pronouns:
        acts = cues.people.get(low, low) == low or around.opener(at)
        acts = acts or around.is_of_them(at)
        return Tense.PAST if acts else Tense.PARTICIPLE
    if low in grammar.relatives or after in _OBJECTS or around.has_object(at):
        return Tense.PAST
    return _in_clause(after, at, around)


def _is_joined_by(low: str, at: int, around: Listing) -> bool:
    """Whether a form before "by" goes on from a verb, or tells how much: "rose by 3%"."""
    joins = around.joins_passive(at) or (low == "," and around.listed(at))
    return joins or around.counts(at + 2)


def _joined(after: str, at: int, around: Listing, cues: Cues) -> Tense | None:
    """How to read "sold" in "bought and sold", or in "of stone and sold iron"."""
    small = after in cues.grammar.nominal or after in cues.grammar.prepositions
    if _is_behind_gerund(at, around):
        if after.isalpha() and not small:
            return None
        verb = cues.verbs.get(around.words[at].low)
        if (
            after in cues.grammar.prepositions
            and verb
            and verb.base not in cues.intransitive
        ):
            return Tense.PARTICIPLE  # ", looking tired and covered in dust"
    beside = around.known.get(at - 2)
    if beside is not None and beside.tense is Tense.PARTICIPLE:
        return Tense.PARTICIPLE  # "A man kidnapped and | presumed dead"
    if _is_of_thing(at, around):
        return Tense.PARTICIPLE
    joins = around.main_before(at) and not around.between(at)
    joins = joins or around.joins_embedded(at)
    return Tense.PAST if joins else Tense.PARTICIPLE


def _is_of_thing(at: int, around: Listing) -> bool:
    """Whether "make boats shipped to Lund and | sold there" goes on with the boats."""
    before = [around.known[n] for n in sorted(around.known) if n < at]
    if len(before) < _BOTH or before[-1].tense is not Tense.PARTICIPLE:
        return False
    main = before[-2]
    between = around.words[main.first : at - 1]
    return main.tense is Tense.PRESENT and not any(w.low in BREAKS for w in between)


def _is_behind_gerund(at: int, around: Listing) -> bool:
    """Whether ", trapping men under slabs of stone and | twisted iron" stands here."""
    for place in range(at - 1, 0, -1):
        known = around.known.get(place)
        if known is not None:
            gerund = known.tense is Tense.GERUND
            return gerund and around.words[known.first - 1].low == ","
        if around.words[place].low in BREAKS:
            return False
    return False


def _takes_name(at: int, around: Listing, cues: Cues) -> bool:
    """Whether a name is the object: ", invited Brenn to come", not ", called Norda"."""
    verb = cues.verbs.get(around.words[at].low)
    behind = around.words[at + 1 : at + 3]
    if verb is None or len(behind) < 2 or verb.base not in cues.headline.aiming:
        return False
    return behind[0].text[0].isupper() and behind[1].text[0].isalpha()


def _in_clause(after: str, at: int, around: Listing) -> Tense:
    """How to read a form with a noun before it, by the other verbs of its clause."""
    if around.asked(at) or around.lists_content(at) or around.is_stated(at):
        return Tense.PAST
    if around.trails(at) or around.hangs(at):
        return Tense.PARTICIPLE
    if around.opener(at):
        prepositions = around.cues.grammar.prepositions
        waits = around.verb_after_comma(at) or around.finite_after(at)
        waits = waits or around.acts_behind_list(at)
        waits = waits and after in prepositions and not around.of_claim(at)
        waits = waits or (after in prepositions and around.is_behind_day(at))
        return Tense.PARTICIPLE if waits else Tense.PAST
    other = around.finite_before(at) or around.finite_after(at) or around.period(at)
    other = other or around.in_aside(at) or around.before_dashes(at)
    leads = after in around.cues.grammar.prepositions
    other = other or around.in_led_aside(at)
    other = other or acts_later(around, at)
    other = other or (leads and around.is_suffered(at))
    other = other or (leads and around.acts_behind_list(at))
    return Tense.PARTICIPLE if other or around.adverbial(at) else Tense.PAST


def _after_comma(after: str, at: int, around: Listing, cues: Cues) -> Tense:
    """ ", accused of treason, was …" against ", the minister, resigned on Monday"."""
    takes_object = after in cues.grammar.determiners or after[:1].isdigit()
    takes_object = takes_object or _takes_name(at, around, cues)
    takes_object = takes_object or after in _OBJECTS  # ", a year later, closed it"
    if after in _SELVES or around.is_waited_for(at) or says_last(around, at):
        return Tense.PAST  # "Who, deep in debt, | drowned himself"
    if around.only_dated(at) or around.behind_lead(at):
        return Tense.PARTICIPLE
    if (
        around.resumes_quote(at)
        or around.new_subject(at)
        or around.closes_aside(at)
        or around.listed(at)
    ):
        return Tense.PAST
    if around.main_before(at):
        return Tense.PAST if takes_object else Tense.PARTICIPLE
    return Tense.PARTICIPLE if around.resumed_after(at) else Tense.PAST


def _goes_on(words: Sequence[Word], at: int, verb: Verb, around: Listing) -> bool:
    """Whether a verb stands here: "won the vote, and | hopes to govern"."""
    if at < 2 or at + 1 >= len(words) or "s" not in verb.forms:
        return False
    joins = words[at - 2].low == "," and words[at - 1].low == "and"
    return joins and words[at + 1].low == "to" and around.main_before(at)


def _is_object(words: Sequence[Word], at: int, around: Listing) -> bool:
    """Whether "workers filing new | claims for it" has a noun here, which someone files."""
    nouns, after = around.cues.plural_nouns, words[at + 1 : at + 2]
    gerund = around.known.get(at - 2) or around.known.get(at - 1)
    if gerund is None or gerund.tense is not Tense.GERUND or gerund.last < at - 1:
        return False
    leads = any(word.low in around.cues.grammar.prepositions for word in after)
    return leads and (words[at].low in nouns or words[at].low in around.cues.that_nouns)


def _is_present(
    words: Sequence[Word], before: Word, at: int, verb: Verb, around: Listing
) -> bool:
    """Whether "orders" or "demand" is a verb: it has a subject and what a verb takes."""
    cues = around.cues
    grammar = cues.grammar
    counted = _cites(words, at) or _is_counted(words, before, at, cues)
    if counted or _is_object(words, at, around):
        return False
    low, after = before.low, words[at + 1] if at + 1 < len(words) else None
    if (
        low in grammar.determiners
        or low in grammar.prepositions
        or (around.finite_before(at) and not around.describes(at))
    ):
        return False
    if low == "," and after is not None and "s" in verb.forms:
        takes = after.low == "to" or after.low in grammar.determiners
        takes = takes or around.takes_noun(at) or around.ends_relative(at)
        takes = takes or around.ends_led_aside(at) or around.ends_participle(at)
        return takes and not around.main_before(at)
    if not low[0].isalpha() or low in grammar.coordinators or after is None:
        return False
    asks = after.low in grammar.asking  # "Shows | how old it was"
    deed = around.known.get(at + 1)
    denies = deed is not None and deed.tense is Tense.GERUND
    denies = denies and verb.base in cues.reporting.denials  # "Denies | killing"
    if "s" in verb.forms and (asks or denies or around.is_only_verb(at)):
        return True
    sure = verb.base in cues.never_nouns and _has_thing(after, cues)
    noun = words[at].low in cues.event_nouns or words[at].low in cues.plural_nouns
    noun = noun and not sure
    if "s" in verb.forms and around.said_of_name(at):
        return True
    takes = sure or denies or _takes(after, cues)
    if "s" in verb.forms:
        name = before.text[0].isupper() and before.text not in cues.names.demonyms
        name = name or low in grammar.pronouns or low in grammar.relatives
        if noun:
            article = after.low in grammar.determiners and after.low != "that"
            counted = _is_number(after, cues) and not around.acts_behind(at)
            return counted or (takes and (name or article))
        waits = after.is_mark and around.opener(at)
        led = after.low in grammar.prepositions and not around.acts_behind(at)
        return takes or waits or led
    plural = low.endswith("s") and not low.endswith("ss")
    plural = plural or low in cues.plurals
    if plural and verb.base in cues.reporting.bare and after.is_mark:
        return around.main_before(at)
    parted = words[at - 1].low != low and words[at - 1].low.isalpha()
    noun = noun and not (parted and takes)  # "The rules also | attempt to"
    return takes and (plural or low in ("people", "they", "we")) and not noun


def _takes(after: Word, cues: Cues) -> bool:
    """Whether what stands behind a form is what only a verb has there."""
    takes = after.low in cues.grammar.nominal or after.low in ("that", "to")
    takes = takes or after.low in _SELVES
    return takes or after.text[0].isupper() or _is_number(after, cues)


def _is_number(after: Word, cues: Cues) -> bool:
    """Whether a figure or a number stands behind a form: "kills | two miners"."""
    return after.text[0].isdigit() or after.low in cues.quantities.numbers


def _has_thing(after: Word, cues: Cues) -> bool:
    """Whether a bare noun can stand behind a verb: "treat | people"."""
    small = cues.grammar.prepositions | cues.grammar.coordinators | cues.helpers
    worded = after.low.replace("-", "").isalpha()  # "Sends | low-risk inmates"
    return after.text.islower() and worded and after.low not in small


def _is_counted(words: Sequence[Word], before: Word, at: int, cues: Cues) -> bool:
    """Whether "in which guns were found" has its verb behind: "what matters is" has not."""
    helped = any(word.low in cues.helpers for word in words[at + 1 : at + 2])
    return helped and before.low in cues.grammar.relatives - {"what"}


def _cites(words: Sequence[Word], at: int) -> bool:
    """Whether a form stands in "according to Census Bureau estimates"."""
    for place in range(at - 1, 0, -1):
        if words[place].is_mark or at - place > _CITED:
            return False
        if words[place].low == "to" and words[place - 1].low == "according":
            return True
    return False
