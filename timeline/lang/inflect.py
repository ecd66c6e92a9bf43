"""English inflections made from base forms, so that tables need not list them."""

import re

_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_HISSING = re.compile(r"(?:s|x|z|ch|sh|o)$")
_DOUBLING = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")
_NO_DOUBLING = re.compile(r"(?:en|er|on|or|it|et|op|in|om|ow)$")
_LONG = 5
_STRESSED = re.compile(
    r"^[^aeiou]*[aeiou][^aeiou]$|(?<!li)(?<!vo)mit$|(?<!f)fer$|(?:cur|pel|trol|gret|quip)$"
)
"""Verbs of which the last syllable is stressed: only these double its letter for sure."""


def third_person(base: str) -> str:
    """ "carry" is "carries", "push" "pushes"; the same rule makes plurals of nouns."""
    if _CONSONANT_Y.search(base):
        return base[:-1] + "ies"
    return base + ("es" if _HISSING.search(base) else "s")


def ends_as_plural(word: str) -> bool:
    """Whether a word has the end of plurals: "miners", not "bus", "loss", "crisis"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def pasts(base: str) -> tuple[str, ...]:
    """Regular past tense; two where the doubling of the last letter is a matter of taste."""
    if base.endswith("e"):
        return (base + "d",)
    if _CONSONANT_Y.search(base):
        return (base[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(base))


def past(base: str) -> str:
    """The regular past tense as it is mostly spelt: "murdered", "admitted"."""
    forms = pasts(base)
    return forms[-1] if _STRESSED.search(base) else forms[0]


def gerunds(base: str) -> tuple[str, ...]:
    """Present participle; two where the doubling of the last letter is a matter of taste."""
    if base.endswith("ie"):
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return (base[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(base))


def _stems(base: str) -> tuple[str, ...]:
    """The base before a vowel: "stop" is "stopp", "travel" both, "open" stays."""
    if not _DOUBLING.search(base) or base.endswith("qu"):
        return (base,)
    doubled = base + base[-1]
    if len(base) < _LONG and not base.endswith(("en", "on", "er", "it", "et")):
        return (doubled,)
    return (
        (base,) if _NO_DOUBLING.search(base) and len(base) < _LONG else (base, doubled)
    )
