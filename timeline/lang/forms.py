"""Every form of the verbs of a table, by their base forms."""

from collections.abc import Iterable

from msgspec import Struct

from timeline.lang import inflect


class Verb(Struct, frozen=True):
    """What a form may be of `base`: base, -s, past (d), participle (n), gerund (g)."""

    base: str
    forms: str


def guessed(word: str) -> Iterable[str]:
    """Every form the word could have as a noun or a verb."""
    return (
        word,
        inflect.third_person(word),
        *inflect.pasts(word),
        *inflect.gerunds(word),
    )


def forms(bases: Iterable[str], irregular: str) -> dict[str, Verb]:
    """Every form of every verb. A past wins over the base of another verb ("found").

    A base may have several rows: who lay did not lie to anyone, who lied did.
    """
    odd: dict[str, list[list[str]]] = {}
    for base, *pasts in (row.split() for row in irregular.split("|") if row.strip()):
        odd.setdefault(base, []).append(pasts)
    found: dict[str, Verb] = {}
    for base in dict.fromkeys((*odd, *bases)):
        rows = odd.get(base) or [[past, past] for past in inflect.pasts(base)]
        _note(found, base, base, "b")
        _note(found, inflect.third_person(base), base, "s")
        for form in inflect.gerunds(base):
            _note(found, form, base, "g")
        for past, *_ in rows:
            _note(found, past, base, "d")
        for *_, participle in rows:
            _note(found, participle, base, "n")
    return found


def _note(forms: dict[str, Verb], form: str, base: str, kind: str) -> None:
    known = forms.get(form)
    if known is None:
        forms[form] = Verb(base, kind)
    elif known.base == base or kind in "dn":
        kept = base if kind in "dn" and known.forms == "b" else known.base
        forms[form] = Verb(kept, known.forms + kind)
