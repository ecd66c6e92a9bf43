"""Forms of verbs that nobody lists: those of rules, and of verbs made of listed ones."""

import pytest

from timeline.lang import conjugation
from timeline.lang.cues import cues

_FORMS = {
    "de": "öffnete:öffnen verließ:verlassen geöffnet:öffnen vollzog:vollziehen erkannte:erkennen",
    "nl": "opende:openen eiste:eisen geëist:eisen noemde:noemen leefde:leven reisde:reizen "
    "stopte:stoppen evacueerde:evacueren weigerde:weigeren erkend:erkennen overwon:overwinnen",
    "fr": "obtint:obtenir réduisit:réduire aperçut:apercevoir convainquit:convaincre devait:devoir",
    "es": "obtuvo:obtener condujo:conducir incluyó:incluir descrito:describir absuelto:absolver",
    "it": "ottenne:ottenere ridusse:ridurre corrotto:corrompere assunse:assumere pose:porre",
    "pt": "compôs:compor incluiu:incluir descoberto:descobrir nomeia:nomear",
}


@pytest.mark.parametrize(
    ("language", "form", "verb"),
    [
        (language, *row.split(":"))
        for language, rows in _FORMS.items()
        for row in rows.split()
    ],
)
def test_forms(language: str, form: str, verb: str) -> None:
    tongue = cues(language).tongue
    assert tongue is not None
    assert verb in {known.base for known in tongue.forms[form]}


@pytest.mark.parametrize(
    ("language", "word"),
    [("nl", "maktte"), ("nl", "gevolgt"), ("es", "conducó"), ("fr", "réduira-t")],
)
def test_no_forms(language: str, word: str) -> None:
    tongue = cues(language).tongue
    assert tongue is not None
    assert word not in tongue.forms


def test_a_present_that_is_rather_a_noun_is_not_made() -> None:
    table = {"irregular": "", "present": "ar a an", "past": "ar ó aron"}

    made = conjugation.forms(["marchar"], {**table, "nounlike": "marchar"})

    assert "marchó" in made
    assert "marcha" not in made
