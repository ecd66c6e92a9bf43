"""How a name is spelt, and what all its romanisations share."""

import re
from functools import lru_cache
from hashlib import sha256

from timeline.model import Mention
from timeline.text.stems import fold

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s?$")

_SAME_SOUND = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("kh", "h"),
    ("ck", "k"),
    ("ph", "f"),
    ("ks", "x"),
    ("dj", "j"),
    ("zh", "j"),
    ("q", "k"),
    ("w", "v"),
    ("ou", "u"),
    ("oe", "o"),
    ("y", "i"),
    ("j", "i"),
)
"""What one sound becomes in different romanisations; longest first."""

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғңөұүһә",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  i  e iu ia"
        " i i e g u k g n o u u h a".split(" "),
        strict=True,
    )
)
_TO_LATIN = str.maketrans(_CYRILLIC)

_ENDINGS = ((re.compile(r"o(?:ff|w)$"), "ov"), (re.compile(r"e(?:ff|w)$"), "ev"))
_GLIDE = re.compile(r"(?<=[aeou])i(?=[aeou])")
_DOUBLED = re.compile(r"(?P<letter>\w)(?P=letter)+")


@lru_cache(maxsize=65_536)
def words(name: str) -> tuple[str, ...]:
    """The name's words, folded. Small words before the name ("the former") are dropped.

    >>> words("the former head Karim Vélmar’s")
    ('karim', 'velmar')
    """
    raw = [_POSSESSIVE.sub("", part) for part in name.split()]
    capital = next((i for i, part in enumerate(raw) if part[:1].isupper()), 0)
    return tuple(_WORD.findall(fold(" ".join(raw[capital:]))))


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """What all romanisations of a word share.

    >>> skeleton("tokayev") == skeleton("tokaev") == skeleton("токаев")
    True
    """
    bare = word.translate(_TO_LATIN)
    for pattern, ending in _ENDINGS:
        bare = pattern.sub(ending, bare)
    for sound, letter in _SAME_SOUND:
        bare = bare.replace(sound, letter)
    return _GLIDE.sub("", _DOUBLED.sub(r"\g<letter>", bare)) or word


def key(mention: Mention) -> str:
    """From what a telling says alone: its time, action, people and words.

    An event has the key of its earliest telling for its id, so that neither documents that
    are added later, nor other spellings in them, nor the place of the files change it.
    """
    people = sorted(
        {skeleton(words(name)[-1]) for name in mention.actors if words(name)}
    )
    said = (mention.time.edtf, mention.action, *people, *sorted(mention.terms))
    return digest("\x1f".join(said))


def digest(text: str) -> str:
    """Twelve hexadecimal digits."""
    return sha256(text.encode()).hexdigest()[:12]
