"""Words reduced to what they share with their inflections.

A light suffix stripper, in the spirit of Harman's S-stemmer (1991) with past tenses and
participles added: it need not yield words, only the same string for the same word.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from timeline.text.memory import Memory

_WORD = re.compile(r"\d[\d.,]*|[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A number or a word."""


_POSSESSIVE = re.compile(r"(?:['’]s?)$")
_CONTRACTION = re.compile(r"['’](?:t|ll|re|ve|d|m)$", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouy]")
_HISSING_PLURALS = ("ses", "xes", "zes", "ches", "shes")

_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}
)

_IRREGULAR = {
    form: stem
    for stem, forms in {
        "begin": "began begun",
        "brok": "break breaks breaking broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "child": "children",
        "com": "came",
        "di": "die died dies dying",
        "fal": "fell fallen",
        "fight": "fought",
        "find": "found",
        "flee": "fled flees fleeing",
        "fly": "flew flown flies",
        "giv": "gave given",
        "go": "went gone goes going",
        "hold": "held",
        "know": "knew known",
        "lead": "led",
        "leav": "left",
        "lay": "laid",
        "los": "lost",
        "mak": "made",
        "man": "men",
        "meet": "met",
        "pay": "paid",
        "ris": "rose risen",
        "say": "said",
        "see": "saw seen",
        "sel": "sold",
        "send": "sent",
        "shoot": "shot shots",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "strik": "struck",
        "tak": "took taken",
        "tel": "told",
        "throw": "threw thrown",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "woman": "women",
        "writ": "wrote written",
    }.items()
    for form in forms.split()
}

_STOPWORDS = {
    "en": """a about above after again against all also although am among an and another any are
    as at be because been before being between both but by can could did do does doing down
    during each either else even ever every few for from further had has have having he her
    here hers herself him himself his how however i if in indeed into is it its itself just
    last least less let like many may me meanwhile might more moreover most much must my myself
    neither never no nor not now of off on once one only onto or other others our ours out over
    own per rather same shall she should since so some still such than that the their theirs
    them themselves then there these they this those though through thus to too toward towards
    under until up upon us very was we were what when where whether which while who whom whose
    why will with within without would yet you your
    according add added say said says tell told
    """,
    "es": """a al algo ante antes como con contra cuando de del desde donde durante e el ella
    ellos en entre era es esa ese eso esta este esto fue ha hace hacia han hasta hay la las le
    les lo los mas me mientras muy ni no nos o para pero por porque que quien se según ser si
    sin sobre son su sus también tras tu un una unas uno unos y ya""",
    "fr": """a ai au aux avec c ce ces cette comme d dans de des donc du elle elles en entre est
    et eu il ils j je l la le les leur leurs lui m mais même n ne nous on ont ou où par pas pour
    qu que qui s sa se ses son sont sous sur t un une vers y été""",
    "de": """aber als am an auch auf aus bei bis da dann das dass dem den der des die doch durch
    ein eine einem einen einer er es für hat hatte ich im in ist ja kann mit nach nicht noch nur
    oder sein seine sich sie sind so um und uns unter vom von vor war waren was wegen wie wird
    wir wo wurde wurden zu zum zur über""",
    "it": """a ad ai al alla alle anche che chi ci come con contro cui da dal dalla dei del della
    delle di dopo e ed era gli ha hanno i il in io l la le lo ma mentre ne nei nel nella non o
    per più quando quella quello questa questo se sei si sono su sua sue sui sul sulla suo tra
    un una uno è""",
    "pt": """a ao aos as com como da das de do dos e ela ele em entre era foi há mais mas na nas
    no nos não o os ou para pela pelo por que se sem ser seu sua são também um uma à é""",
    "nl": """aan al als bij dan dat de der die dit door een en er haar had heeft het hij hun ik
    in is je kan maar met na naar niet nog nu of om onder ook op over te tegen tot uit van veel
    voor waren was wat werd wij wordt ze zich zij zijn zo zou""",
    "ru": """а без бы был была были было в вы где да для до его ее если есть еще же за и из или
    им их к как когда кто ли мы на над не но о об он она они от по под при с со так также то
    тот у уже чем что это этот я""",
}


def fold(word: str) -> str:
    """Lower case without accents: "Tokáyev" and "Tokayev" become one."""
    lowered = word.casefold()
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFKD", lowered.translate(_UNDECOMPOSED)).casefold()
    if parts.isascii():
        return parts
    # Of a long text, the few characters that are accents are looked for once each.
    for accent in filter(unicodedata.combining, set(parts)):
        parts = parts.replace(accent, "")
    return parts


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The folded word without possessive and inflection; never empty for a word."""
    folded = _bare(word) or fold(word)
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    if len(folded) <= 3 or not folded.isascii():
        return folded
    return _tidy(_without_tense(_without_plural(folded)))


def content_stems(text: str, language: str = "en") -> tuple[str, ...]:
    """Stems of the words that carry meaning, each once, in order of first appearance.

    Numbers keep their digits only: "4,000" is "4000". Unknown languages drop nothing
    but single letters.
    """
    chunks = dict.fromkeys(text.split())
    stems = map(_stems_by_chunk(language).__getitem__, chunks)
    return tuple(dict.fromkeys(chain.from_iterable(stems)))


def content_words(text: str, language: str = "en") -> Iterator[tuple[str, str]]:
    """The stem and the form of each word that carries meaning, as often as it occurs."""
    for word in _WORD.findall(text):
        if meant := _content_stem(word, language):
            yield meant, word


@cache
def _stems_by_chunk(language: str) -> Memory[tuple[str, ...]]:
    return Memory(lambda chunk: _cut(chunk, language))


def _cut(chunk: str, language: str) -> tuple[str, ...]:
    """The stems of what stands between two blanks, no word of which reaches over one."""
    stems = (_content_stem(word, language) for word in _WORD.findall(chunk))
    return tuple(stem for stem in stems if stem)


@lru_cache(maxsize=65_536)
def _content_stem(word: str, language: str) -> str | None:
    """The digits of a number, the stem of a word that carries meaning, else None."""
    if word[0].isdecimal():
        return word.replace(",", "").rstrip(".")
    if len(word) == 1 or (not word.isalpha() and _CONTRACTION.search(word)):
        return None
    return None if _bare(word) in _stopwords(language) else stem(word)


def _bare(word: str) -> str:
    """The word folded and without its possessive."""
    folded = fold(word)
    return folded if folded.isalpha() else _POSSESSIVE.sub("", folded)


@cache
def _stopwords(language: str) -> frozenset[str]:
    words = _STOPWORDS.get(language.partition("-")[0].lower(), "").split()
    return frozenset(fold(word) for word in words)


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_HISSING_PLURALS):
        return word[:-2]
    if word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def _without_tense(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ed") and not word.endswith("eed") and _is_stem(word[:-2]):
        return word[:-2]
    if word.endswith("ing") and _is_stem(word[:-3]):
        return word[:-3]
    if word.endswith(("tion", "sion")) and len(word) > 7:
        return word[:-3]
    return word


def _is_stem(rest: str) -> bool:
    return len(rest) >= 2 and _VOWEL.search(rest) is not None


def _tidy(word: str) -> str:
    """Make "stopp" and "stop", "arrive" and "arriv" alike."""
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word
