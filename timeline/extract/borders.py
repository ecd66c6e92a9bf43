"""Where a line may end before its clause does, with nothing said amiss.

Before "after", "who" or a comma the rest is mostly a thing of its own; before "in" or "at"
it is less surely so. Nowhere may a verb be left without its object, a list without its
end, or a negation be lost.
"""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from timeline.extract.finish import PAIRS
from timeline.lang.cues import Cues
from timeline.lang.cues import cues as cues_of
from timeline.text.memory import Memory

_COMMA = re.compile(r",\s")
_DASH = re.compile(r"\s(?:[–—-]|--)\s")
_BLANK = re.compile(r"\s(?=(?P<word>[^\W\d_][^ ]*))")
_LIST = re.compile(r",(?: [^\s,]+){1,5}(?:,(?: [^\s,]+){1,5})*,? (?:and|or) ")
"""The rest of "the mill, the old port and the dam" behind its first comma."""

_BARE = 3
"""Words behind "when" that need no verb: "when in doubt"."""

COUNTS_FROM = frozenset(("before", "after", "since"))
"""Between a length of time and what it is counted from."""

_ROUND = frozenset(("million", "billion", "trillion"))
_OF_WHAT = frozenset(("in", "of", "worth"))
"""Between a sum and what it is in: "$9 billion | in aid"."""

_SAYS = frozenset(("say", "tell"))
_FINITE, _DONE = frozenset("ds"), frozenset("dng")
"""Forms of verbs: past or present; past, participle or gerund."""
_EDGES = ",;:.\"“”'’()"


def firm(line: str, cues: Cues) -> Iterator[int]:
    """Offsets in a line where what follows is mostly a thing of its own."""
    for found in (*_COMMA.finditer(line), *_DASH.finditer(line)):
        yield found.start()
    for found in _BLANK.finditer(line):
        word = _BARED[found["word"]]
        if word in cues.headline.parting or (
            word in cues.grammar.coordinators and _acts(line[found.end() :], cues)
        ):
            yield found.start()


def loose(line: str, cues: Cues) -> Iterator[int]:
    """Offsets in a line before a place or another circumstance."""
    for found in _BLANK.finditer(line):
        if _BARED[found["word"]] in cues.headline.loosening:
            yield found.start()


def is_sound(kept: str, rest: str, cues: Cues) -> bool:
    """Whether a line can end where it is cut in two."""
    if keeps(rest, cues) or not is_balanced(kept):
        return False
    if _hangs(kept, rest, cues) or _lists(kept, rest, cues):
        return False
    return not _lacks_aim(kept, rest, cues)


def is_whole(line: str, cues: Cues) -> bool:
    """Whether a line waits for nothing but what its last small word leads to."""
    return _is_whole(line, cues.language)


@lru_cache(maxsize=16)  # Asked again and again while one line is made.
def _is_whole(line: str, language: str) -> bool:
    cues = cues_of(language)
    behind: list[str] = []
    for low in map(_BARED.__getitem__, reversed(line.split())):
        if not low:
            continue
        if not behind and low in cues.headline.awaiting:
            return False
        opens = low in cues.headline.clausal and _waits(behind, cues)
        if low in cues.grammar.relative and _acts_bare(behind, cues):
            return True
        if opens or low in cues.grammar.relative:
            return False
        if _is_finite(low, cues):
            return True
        behind.append(low)
    return True


def _acts_bare(behind: list[str], cues: Cues) -> bool:
    """Whether "that" is followed by the verb of several: "countries that now | hold it".

    `behind` are the words that follow, the last first.
    """
    following = behind[::-1]
    if following and cues.grammar.is_adverb(following[0]):
        del following[0]
    verb = cues.verbs.get(following[0]) if following else None
    return verb is not None and "b" in verb.forms and len(following) > 1


def _waits(behind: list[str], cues: Cues) -> bool:
    """Whether the clause that "when" opens is too long to be without its verb.

    Not before "to", a gerund or a pronoun, whose verb may be one that is not known.
    `behind` are the words that follow, the last first.
    """
    if not behind:
        return True
    following = behind[-1]
    verb = cues.verbs.get(following)
    if following in cues.grammar.determiners:
        return True  # "When her ally"
    acts = verb is not None and not _DONE.isdisjoint(verb.forms)
    acts = acts or following in cues.grammar.pronouns or following in cues.people
    return not (acts or following in ("of", "to")) and len(behind) > _BARE


def without_open_clause(line: str, verb: str, cues: Cues) -> str:
    """The line up to the clause that never gets its verb, if it tells something so far."""
    for found in reversed([*_BLANK.finditer(line)]):
        if _BARED[found["word"]] in cues.headline.clausal:
            kept = line[: found.start()]
            lost = line[found.start() :]
            return kept if verb in kept and not keeps(lost, cues) else line
    return line


def keeps(text: str, cues: Cues) -> bool:
    """Whether a stretch holds a word or figure that must not be lost."""
    lows = text.lower().replace("’", "'").split()
    words = {low.strip(".,;:\"“”'") for low in lows}
    return bool(words & cues.status.keep) or any(low.endswith("n't") for low in lows)


def is_balanced(text: str) -> bool:
    """Whether every quotation and bracket that opens is closed."""
    return (
        all(text.count(a) <= text.count(b) for a, b in PAIRS)
        and text.count('"') % 2 == 0
    )


def _first(text: str) -> str:
    return _bare(text.partition(" ")[0])


def _bare(word: str) -> str:
    return word.strip(_EDGES).lower()


_BARED = Memory(_bare)


def _acts(rest: str, cues: Cues) -> bool:
    """Whether "and" is followed by a verb in the past or a helper: "and sold the mill"."""
    second = _first(rest.partition(" ")[2])
    verb = cues.verbs.get(second)
    return second in cues.helpers or (verb is not None and "d" in verb.forms)


def _hangs(kept: str, rest: str, cues: Cues) -> bool:
    """Whether what is kept waits for the rest: "vowed to | rebuild", "worth $3 | million"."""
    words = [word.strip(_EDGES) for word in kept.split()]
    lows = [word.lower() for word in words if word]
    if not lows or lows[-1] in cues.headline.dangling:
        return True
    if _awaits(lows[-1], _first(rest.lstrip()), cues):
        return True
    if lows[-1] in _ROUND and _first(rest.lstrip()) in _OF_WHAT:
        return True
    if any(word in cues.headline.awaiting for word in lows[-2:]) or _asks(rest, cues):
        return True
    if "between" in lows and "and" not in lows[lows.index("between") :]:
        return True
    comma = rest.startswith(",")
    if comma and _describes(lows, rest, cues):
        return True
    if not comma and _first(kept.rpartition(", ")[2]) == "with" and ", " in kept:
        return True  # "With the war | on the wane"
    if not comma and _is_verb(lows, cues):
        return True
    return _lacks_verb(lows, rest, cues) or _lacks_content(lows, cues)


def _asks(rest: str, cues: Cues) -> bool:
    """Whether "kept an eye | on what happens" goes on here with what the eye is on."""
    first, second = [*map(_BARED.__getitem__, rest.split()[:2]), "", ""][:2]
    return first in cues.grammar.prepositions and second == "what"


def _awaits(last: str, first: str, cues: Cues) -> bool:
    """Whether "hope | that it ends", "the day | before his death" lies on both sides."""
    relative = first in cues.grammar.relatives or first == "that"
    if relative and (last in cues.grammar.vague or last in cues.plurals):
        return True  # "Anyone | who has met him"
    if first == "that":
        return last in cues.that_nouns or last in cues.quantities.skip_nouns
    return first in COUNTS_FROM and last.removesuffix("s") in cues.quantities.skip_nouns


def _describes(lows: list[str], rest: str, cues: Cues) -> bool:
    """Whether the last word is the first of two adjectives: "a one-week, | 60 % fall"."""
    last, small = lows[-1], rest[1:].lstrip()[:1]
    if small.isupper() or ("-" not in last and not last.endswith("ed")):
        return False
    before = cues.verbs.get(lows[-2]) if len(lows) > 1 else None
    counts = last.partition("-")[0] in cues.quantities.numbers and "-" in last
    return counts or (before is not None and "d" in before.forms)


def _lacks_aim(kept: str, rest: str, cues: Cues) -> bool:
    """Whether what someone is to do is in the rest: "advised guests who fell ill | to stay".

    Or what he is told: "to convince miners | in Lund that it is safe".
    """
    lows = [_BARED[word] for word in kept.split()]
    verbs = [cues.verbs.get(low) for low in lows]
    asked = [n for n, v in enumerate(verbs) if v and v.base in cues.headline.aiming]
    if not asked or _aims(lows[asked[-1] :], cues):
        return False
    said, wanted = lows[asked[-1] :], [_BARED[word] for word in rest.split()]
    verb = verbs[asked[-1]]
    told = verb is not None and verb.base in cues.reporting.addressed
    lacks = told and "that" in wanted and "that" not in said
    return lacks or _aims(wanted, cues)


def _aims(lows: list[str], cues: Cues) -> bool:
    """Whether "to" stands before the bare form of a verb."""
    acts = (cues.verbs.get(b) for a, b in itertools.pairwise(lows) if a == "to")
    return any(verb is not None and "b" in verb.forms for verb in acts)


def _lacks_content(lows: list[str], cues: Cues) -> bool:
    """Whether what is said has no verb yet: "said its head, | Ada Brenn, left"."""
    verbs = (cues.verbs.get(low) for low in lows)
    says = [n for n, verb in enumerate(verbs) if verb and verb.base in _SAYS]
    behind = lows[says[-1] + 1 :] if says else []
    return bool(behind) and not _has_verb(behind, cues)


def _is_verb(lows: list[str], cues: Cues) -> bool:
    """Whether the last word is a verb, which says little without what follows it."""
    verb = cues.verbs.get(lows[-1])
    if verb is None:
        helped = len(lows) > 1 and lows[-2] in cues.grammar.be
        return helped and lows[-1].endswith("ed")
    if verb.base in cues.headline.incomplete or not _DONE.isdisjoint(verb.forms):
        return True
    before = lows[-2] if len(lows) > 1 else ""
    return before == "to" or before in cues.helpers


def _lacks_verb(lows: list[str], rest: str, cues: Cues) -> bool:
    """Whether what "that" opens has no verb yet: "said that the mill".

    Nor has what "after" opens, if an aside follows: "after the man, who fled, was".
    """
    opens = cues.grammar.relative
    if rest.lstrip(" ,").partition(" ")[0] in cues.grammar.relatives:
        opens = opens | cues.grammar.subordinators
    place = next((n for n in reversed(range(len(lows))) if lows[n] in opens), None)
    if place is None:
        return False
    return not _has_verb(lows[place + 1 :], cues)


def _has_verb(lows: list[str], cues: Cues) -> bool:
    """Whether a past or present form, or a helper, stands among words."""
    return any(_is_finite(low, cues) for low in lows)


def _is_finite(low: str, cues: Cues) -> bool:
    verb = cues.verbs.get(low)
    return low in cues.helpers or (
        verb is not None and not _FINITE.isdisjoint(verb.forms)
    )


def _lists(kept: str, rest: str, cues: Cues) -> bool:
    """Whether a border lies inside a list: "the mill, | the port and the dam"."""
    if not rest.startswith(","):
        return False
    last, following = kept.rpartition(" ")[2], rest[1:].lstrip()
    names = last[:1].isupper() and following[:1].isupper()
    figures = last[-1:].isdigit() and following[:1].isdigit()
    return names or figures or _LIST.match(rest) is not None
