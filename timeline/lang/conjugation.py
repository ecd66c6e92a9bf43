"""Every form of the verbs of a language, from a small table (`lang.tongues`).

Verbs stand in the infinitive. Endings make their forms; what has none is listed, and serves
the verbs made of it too: "verließ" comes of "ließ", "obtuvo" of "tuvo".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

PAST, PARTICIPLE, PRESENT, FUTURE = "d", "n", "s", "f"
WOULD, IMPERFECT, INFINITIVE = "c", "i", "b"

_KINDS = {
    "past": PAST,
    "participle": PARTICIPLE,
    "present": PRESENT,
    "future": FUTURE,
    "would": WOULD,
    "imperfect": IMPERFECT,
}
"""Keys of `[forms]` in the order of the columns of `irregular`, with the letter of each."""

_SHORTEST = 3
"""Letters of the shortest form that is made by a rule."""


_REGULAR, _NONE = "-", "0"
"""In a column of `irregular`: what is left to be made, and that there is nothing."""

_VOWELS = "aeiou"

_LONG = frozenset("aa ee oo uu ie oe eu ui ei au ou".split())
"""Two letters of one vowel, which stays as it is: "noemde"; not in "evacueerde"."""

_ALONE = "whjxyi"
"""Letters before which no vowel is doubled: "duwde"."""

_UNSTRESSED = ("el", "er", "en", "em")
"""Ends of stems that may go without a stress, and then double nothing: "opende"."""


class Form(Struct, frozen=True, gc=False):
    """What a word may be of the verb `base`: the letters of its kinds.

    With a `particle` it is so only where that stands apart behind it ("trat … zurück").
    """

    base: str
    kinds: str
    particle: str = ""


def whole(verbs: str) -> str:
    """Verbs without the hyphens that part off their particles."""
    return verbs.replace("-", "")


class Rules(NamedTuple):
    """What stands in the place of each ending; "~" is all that is before it."""

    endings: Mapping[str, Sequence[str]]
    longest: int


def rules(rows: str) -> Rules:
    """The rules of a row of a table: "ar ó aron | er ió ieron"."""
    parted = (row.split() for row in rows.split("|") if row.strip())
    endings = {row[0].replace("~", ""): row[1:] for row in reversed([*parted])}
    return Rules(endings, max(map(len, endings), default=0))


def ended(word: str, known: Rules) -> Iterator[str]:
    """The forms of a word by the rule for the longest of its endings."""
    for size in range(min(known.longest, len(word)), -1, -1):
        others = known.endings.get(word[len(word) - size :])
        if others is not None:
            stem = word[: len(word) - size]
            for other in others:
                yield other.replace("~", stem) if "~" in other else stem + other
            return


def forms(
    bases: Iterable[str], table: Mapping[str, str]
) -> dict[str, tuple[Form, ...]]:
    """Every form of every verb with what it may be; what is listed wins over what is not."""
    made = _Made(table)
    found: dict[str, dict[tuple[str, str], str]] = {}
    for verb in dict.fromkeys((*made.odd, *bases)):
        particle = verb.rpartition("-")[0]
        _note(found, verb, made.of(verb), particle)
    return {
        form: tuple(Form(b, k, p) for (b, p), k in sorted(known.items()))
        for form, known in found.items()
    }


class _Made:
    """Makes the forms of single verbs by a table."""

    def __init__(self, table: Mapping[str, str]) -> None:
        rows = (row.split() for row in table["irregular"].split("|") if row.strip())
        self.odd = {row[0]: row[1:] for row in rows}
        self._endings = {key: rules(table.get(key, "")) for key in _KINDS}
        self._agree = rules(table.get("agree", ""))
        self._closed = tuple(table.get("closed", "").split())
        self._nounlike = frozenset(table.get("nounlike", "").split())
        self._voiceless = tuple(table.get("voiceless", "").split())

    def of(self, verb: str) -> dict[str, list[str]]:
        """The forms of a verb by what they may be; a participle with its particle."""
        particle, _, base = verb.rpartition("-")
        row = self._row(verb, base)
        columns = dict(zip(_KINDS, row, strict=False))
        made = {}
        for key, kind in _KINDS.items():
            listed = columns.get(key, _REGULAR)
            made[kind] = [] if listed == _NONE else listed.split(",")
            if listed == _REGULAR:
                made[kind] = self._regular(key, base)
        if columns.get("participle", _REGULAR) == _REGULAR:
            made[PARTICIPLE] = [self._bare(f, base) for f in made[PARTICIPLE]]
        made[PARTICIPLE] = [
            particle + form
            for one in made[PARTICIPLE]
            for form in tuple(ended(one, self._agree)) or (one,)
        ]
        made[INFINITIVE] = [particle + base]
        return made

    def _row(self, verb: str, base: str) -> Sequence[str]:
        """What is listed of a verb, or of the one that it is made of; else nothing."""
        listed = self.odd.get(verb, self.odd.get(base))
        if listed is not None:
            return listed
        for prefix in self._closed:
            root = base.removeprefix(prefix)
            if root != base and root in self.odd:
                return [*self._prefixed(prefix, self.odd[root])]
        return ()

    def _prefixed(self, prefix: str, row: Sequence[str]) -> Iterator[str]:
        """The columns of a verb with what makes another of it; that takes no "ge"."""
        for key, listed in zip(_KINDS, row, strict=False):
            made = listed.split(",")
            if key == "participle":
                made = [form.removeprefix("ge") for form in made]
            yield (
                listed
                if listed in (_REGULAR, _NONE)
                else ",".join(prefix + f for f in made)
            )

    def _regular(self, key: str, base: str) -> list[str]:
        if key == "present" and base in self._nounlike:
            return []
        found = [f for f in ended(base, self._endings[key]) if len(f) >= _SHORTEST]
        if self._voiceless:
            found += self._weak(key, base)
        return found

    def _bare(self, form: str, base: str) -> str:
        """A regular participle without "ge" where its verb takes none: "verhaftet"."""
        bare = bool(self._closed) and base.startswith(self._closed)
        takes_ge = form.startswith("ge") and form[3:4] == base[1:2]
        return base[0] + form[3:] if bare and takes_ge else form

    def _weak(self, key: str, base: str) -> Iterator[str]:
        """Forms of a weak verb in a language that doubles letters: "maken", "maakte"."""
        if not base.endswith("en"):
            return
        hard = base[:-2].endswith(self._voiceless)
        for stem in _stems(base[:-2]):
            match key:
                case "past":
                    ending = "te" if hard else "de"
                    yield from (stem + ending, f"{stem}{ending}n")
                case "participle":
                    ending = "" if stem[-1] in "td" else "t" if hard else "d"
                    opened = {"e": "ë", "i": "ï"}.get(stem[0], stem[0])
                    yield f"ge{opened}{stem[1:]}{ending}"
                case "present":
                    yield stem if stem.endswith("t") else f"{stem}t"


def _stems(cut: str) -> Iterator[str]:
    """How the stem of a verb is written where its ending is gone: "stopp" is "stop".

    A vowel that stood open is doubled, unless it may go without a stress.
    """
    last = {"v": "f", "z": "s"}.get(cut[-1], cut[-1])
    if len(cut) > 2 and cut[-1] == cut[-2] and cut[-1] not in _VOWELS:
        yield cut[:-1]
        return
    single = cut[-2:-1] in _VOWELS and cut[-3:-1] not in _LONG
    doubles = (
        single and len(cut) > 1 and cut[-2] != "i" and cut[-1] not in _VOWELS + _ALONE
    )
    if doubles:
        yield cut[:-2] + 2 * cut[-2] + last
    syllables = sum(letter in _VOWELS for letter in cut[:-2])
    if not doubles or (cut.endswith(_UNSTRESSED) and syllables):
        yield cut[:-1] + last


def _note(
    found: dict[str, dict[tuple[str, str], str]],
    verb: str,
    made_: Mapping[str, Iterable[str]],
    particle: str,
) -> None:
    """Add the forms of a verb; those without its particle need it elsewhere.

    The particle is written on to a verb that closes its clause: "als er zurücktrat".
    """
    base = whole(verb)
    for kind, made in made_.items():
        apart = particle if kind not in (PARTICIPLE, INFINITIVE) else ""
        spelt = [(form, apart) for form in made]
        spelt += [(apart + form, "") for form in made if apart]
        for form, needed in spelt:
            known, key = found.setdefault(form, {}), (base, needed)
            known[key] = known.get(key, "") + kind
