"""Verbs without an auxiliary whose form, or the word before them, leaves no doubt."""

from collections.abc import Sequence

from timeline.extract.attributes import describes_noun, is_of_day, is_when
from timeline.extract.lexical import has_verb
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues
from timeline.lang.forms import Verb
from timeline.text.words import Word

_LISTING = frozenset((",", "and", "or", "but", "then", "first", "later"))
"""Before a participle that can be one of several which share their auxiliary."""


def infinitive(words: Sequence[Word], at: int, cues: Cues) -> Group | None:
    """The group of "to" and the verb behind it."""
    if at + 1 >= len(words):
        return None
    head = at + 1
    if head + 1 < len(words) and cues.grammar.is_manner(words[head].low):
        head += 1
    verb = cues.verbs.get(words[head].low)
    if verb is None or "b" not in verb.forms or words[head].text[0].isupper():
        return None
    return Group(at, head + 1, head, verb.base, Tense.INFINITIVE)


def unaided(words: Sequence[Word], at: int, verb: Verb, cues: Cues) -> Group | None:
    """A group where the form alone (or with the word before) leaves no doubt."""
    before = words[at - 1].low if at else ""
    if before in cues.grammar.determiners and before not in ("that", "this"):
        return None
    if verb.forms == "g":
        doing = Group(at, at + 1, at, verb.base, Tense.GERUND)
        return None if _is_counted(words, at, before, cues) else doing
    after = words[at + 1].low if at + 1 < len(words) else ""
    answers = not at and after == "that" and verb.base in cues.reporting.denials
    if verb.forms == "s" and (words[at].low in cues.voices or answers):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    says = verb.base in cues.reporting.bare and "d" in verb.forms
    held = says and after in cues.reporting.held
    says = says and not (is_when(words, at, verb, cues) or is_of_day(words, at, cues))
    says = says and not (after == "as" and verb.base not in ("say", "tell"))
    opens = says and not at and _opens_sentence(words, cues)
    if (verb.forms == "n" and before not in _LISTING) or held or opens:
        # Not in "was signed in 1992 and | broken in 2006", which shares its auxiliary.
        return Group(at, at + 1, at, verb.base, Tense.PARTICIPLE)
    if verb.forms == "d" or (
        says
        and not _is_passive_agent(words, at)
        and not describes_noun(words, at, cues)
    ):
        return Group(at, at + 1, at, verb.base, Tense.PAST)
    if verb.forms in ("b", "s") and _reports(words, at, verb, cues):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    subject = cues.people.get(before) == before or before in ("who", "which", "we", "i")
    if subject and "d" in verb.forms:
        return Group(at, at + 1, at, verb.base, Tense.PAST)
    object_ = before == "it" and at > 1 and words[at - 2].low in cues.verbs
    noun = before in ("who", "which") and after in cues.helpers  # "In which guns were"
    if subject and verb.forms in ("b", "s", "bn") and not (object_ or noun):
        return Group(at, at + 1, at, verb.base, Tense.PRESENT)
    return None


def _reports(words: Sequence[Word], at: int, verb: Verb, cues: Cues) -> bool:
    """Whether "says | that", "thinks | he" stands here; "reports that" mostly is no verb."""
    before, after = words[at - 1].low if at else "", words[at + 1 : at + 2]
    follows = after[0].low if after else ""
    acts = cues.people.get(follows) == follows and verb.base in cues.reporting.bare
    acts = acts and before not in cues.grammar.pronouns
    if not (follows == "that" or acts) or verb.base not in cues.reporting.verbs:
        return False
    if words[at].low in cues.that_nouns:
        return before == "media" and at > 1 and not has_verb(words, at - 1, cues)
    return before not in cues.grammar.prepositions and before[:1].isalpha()


def _is_counted(words: Sequence[Word], at: int, before: str, cues: Cues) -> bool:
    """Whether a form in "-ing" describes several things that a number counts."""
    counts = before.isdigit() or before in cues.quantities.numbers
    following = words[at + 1 : at + 2] if counts else ()
    return any(w.low.endswith("s") and w.text.islower() for w in following)


def _opens_sentence(words: Sequence[Word], cues: Cues) -> bool:
    """Whether "Announced in May," leads to a subject: "it may open in July"."""
    comma = next((n for n, word in enumerate(words) if word.is_mark), len(words))
    led = len(words) > 1 and words[1].low in cues.grammar.prepositions
    behind = words[comma : comma + 2]
    if not led or len(behind) < 2 or behind[0].low != ",":
        return False
    return behind[1].low in cues.grammar.nominal or behind[1].text[0].isupper()


def _is_passive_agent(words: Sequence[Word], at: int) -> bool:
    """Whether "told by" or "told to" stands here: both are often said of the one told."""
    return at + 1 < len(words) and words[at + 1].low in ("by", "to")
