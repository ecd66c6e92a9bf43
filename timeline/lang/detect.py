"""Which language a text is in, told by its script and its most frequent words."""

import re
import string
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct, convert

SAMPLE = 4_000
"""Characters looked at: some 600 words, of which a third are function words."""

_HITS = 3
"""Known words below which evidence is thin: "de la" also stands in English names."""

_WORDS = 2
"""Different words of several letters among these, at least: columns of "EST" and of "N"
and "C" are no French."""

_DENSITY = 0.06
"""Known words per word below which evidence is thin. Running text has 0.2 and more even
in languages that inflect instead; lists of names and numbers have hardly any."""

_LETTER = 0.3
"""What a telling letter weighs against a telling word: a foreign name brings it along."""

_SHORT = 80
"""Words of a text so short that the endings of its nouns tell, too: lists and tables have
few small words."""

_KANA = 0.1
"""Share of kana among Chinese characters from which a text is Japanese."""

_WORD = re.compile(r"(?<![^\W_])(?<!/)[^\W\d_]+(?![^\W_])(?!/)")
"""A word, not the "T" and "Z" of "2031-05-03T14:02:11Z", nor the letters of "c/o"."""

_END = "~"
_ENDING = range(6, 2, -1)
"""Letters of those endings, the longest first."""

_CODE = re.compile(r"\b[A-Z]{2,3}\b")
_HEAD = 1_000
"""Characters by which it is seen whether a text is in capitals."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LATIN_LETTERS = string.ascii_letters.encode()


class _Language(Struct, frozen=True):
    words: str
    letters: str = ""
    endings: str = ""
    code_pages: tuple[str, ...] = ()


class _Script(Struct, frozen=True):
    """`letters` are written as in a character class of a regular expression."""

    letters: str
    languages: str


class _Table(Struct, frozen=True):
    scripts: dict[str, _Script]
    languages: dict[str, _Language]


_LATIN = "latin"


def detect(text: str) -> str:
    """ISO 639-1 code of the text's language.

    Where evidence is thin it is the first language listed for the script, which is
    English for Latin: most folders are mostly English, and a wrong guess would lose
    dates that the English table can read, names of months above all.
    """
    return recognize(text)[0]


def recognize(text: str) -> tuple[str, int]:
    """The text's language, and how many words of its first 4,000 characters say so."""
    sample = text[:SAMPLE]
    languages = _table().scripts[_script(sample)].languages.split()
    counts = _words(_without_codes(sample).lower())
    if sum(counts.values()) < _SHORT:
        counts = _with_endings(counts)
    scores = _scores(counts)
    best = max(languages, key=lambda language: scores[language])
    table = _table().languages.get(best, _Language(""))
    known = [*table.words.split(), *map(_as_ending, table.endings.split())]
    hits = sum(counts.get(word, 0) for word in known)
    told = sum(word in counts for word in known if len(word) > 1)
    single = told < _WORDS or not any(word in counts for word in table.words.split())
    thin = single or hits < max(_HITS, _DENSITY * sum(counts.values()))
    return (languages[0], 0) if thin else (best, hits)


def _without_codes(sample: str) -> str:
    """A text without what is short and in capitals, as countries and units are ("SE"), if
    not all of it is."""
    letters = sample[:_HEAD]
    mostly = sum(map(str.isupper, letters)) > sum(map(str.islower, letters))
    return sample if mostly else _CODE.sub(" ", sample)


def _words(sample: str) -> dict[str, int]:
    """How often a text has each of its words. Most stand between two blanks as they are."""
    words: dict[str, int] = {}
    known = words.get
    for chunk, count in Counter(sample.split()).items():
        for word in (chunk,) if chunk.isalpha() else _WORD.findall(chunk):
            words[word] = known(word, 0) + count
    return words


def _with_endings(counts: Mapping[str, int]) -> dict[str, int]:
    """Words and how often a text has each, with the endings of those that tell nothing."""
    weights, found = _weights(), dict(counts)
    for word, count in counts.items():
        tails = () if word in weights else (word[-size:] for size in _ENDING)
        for key in map(_as_ending, tails):
            if key in weights:
                found[key] = found.get(key, 0) + count
                break
    return found


def code_pages(language: str) -> tuple[str, ...]:
    """The 8-bit encodings that old files in the language use, the most common first."""
    known = _table().languages.get(language)
    return known.code_pages if known else ()


@cache
def all_code_pages() -> tuple[str, ...]:
    """Every encoding that `code_pages` can give, each once."""
    every = _table().languages.values()
    return tuple(dict.fromkeys(page for known in every for page in known.code_pages))


def _script(sample: str) -> str:
    """The script that most letters of the sample are in."""
    if sample.isascii():
        return _LATIN
    counts = dict.fromkeys((name for name, _ in _script_patterns()), 0)
    plain = sample.encode("ascii", "ignore")
    counts[_LATIN] = len(plain) - len(plain.translate(None, _LATIN_LETTERS))
    for letter, count in Counter(_NOT_ASCII.findall(sample)).items():
        for name in _scripts_of(letter):
            counts[name] += count
    if counts["kana"] > _KANA * counts["han"]:
        counts["kana"] += counts["han"]
    return max(counts, key=lambda name: counts[name])


@lru_cache(maxsize=65_536)
def _scripts_of(letter: str) -> tuple[str, ...]:
    return tuple(name for name, finds in _script_patterns() if finds.match(letter))


def _scores(counts: Mapping[str, int]) -> defaultdict[str, float]:
    """How much each language is spoken for by words and letters that few others have."""
    scores: defaultdict[str, float] = defaultdict(float)
    weights = _weights()
    for word, count in counts.items():
        # The letters that tell are none of ASCII.
        is_key = word.isascii() or word[0] == _END
        votes = weights.get(word, ()) if is_key else _votes(word)
        for language, weight in votes:
            scores[language] += weight * count
    return scores


@lru_cache(maxsize=65_536)
def _votes(word: str) -> tuple[tuple[str, float], ...]:
    """The languages that one word, and each of its letters, speak for, and how much."""
    weights = _weights()
    letters = (
        (language, _LETTER * weight)
        for letter in word
        for language, weight in weights.get(_as_letter(letter), ())
    )
    return (*weights.get(word, ()), *letters)


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Of each word and letter: its languages, each with the weight one over how many."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for language, known in _table().languages.items():
        letters = (_as_letter(letter) for letter in known.letters)
        ends = map(_as_ending, known.endings.split())
        for key in _once([*known.words.split(), *letters, *ends]):
            homes[key].append(language)
    return {key: tuple((x, 1 / len(home)) for x in home) for key, home in homes.items()}


def _as_letter(letter: str) -> str:
    """A key for a letter that no word can be: "é" is a word of Portuguese, too."""
    return f"-{letter}"


def _as_ending(letters: str) -> str:
    """A key for the end of a word."""
    return _END + letters


def _once(keys: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(keys)


@cache
def _script_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    scripts = _table().scripts.items()
    return tuple((name, re.compile(f"[{script.letters}]")) for name, script in scripts)


@cache
def _table() -> _Table:
    text = files(__package__).joinpath("detect.toml").read_text("utf-8")
    data = tomllib.loads(text)
    return convert({"scripts": data.pop("scripts"), "languages": data}, _Table)
