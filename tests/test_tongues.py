"""Sentences in languages with a small table: date, status, line, teller, action.

The dates are those that the words have on Thursday 8 May 2031.
"""

import tomllib
from pathlib import Path

import pytest
from conftest import document
from hypothesis import given
from hypothesis import strategies as st

from timeline.build import build
from timeline.extract import extract
from timeline.lang.cues import cues
from timeline.model import Mention
from timeline.options import Options
from timeline.timex import tag

_FILE = Path(__file__).parent / "cases" / "tongues.toml"
CASES = [
    (language, *case)
    for language, cases in tomllib.loads(_FILE.read_text("utf-8")).items()
    for case in cases.items()
]


def told(text: str, language: str) -> list[str]:
    """The mentions of a text, each as the table writes it."""
    page = document(text, language=language, dct_basis="header")
    return [summary(mention) for mention in extract(page, tag(page).timexes)[0]]


def summary(mention: Mention) -> str:
    parts = [f"{mention.time.edtf} {mention.status.value} {mention.action}"]
    return " | ".join([*parts, mention.headline, *filter(None, [mention.reporter])])


@pytest.mark.parametrize(
    ("language", "text", "expected"), CASES, ids=[case[1] for case in CASES]
)
def test_plain_sentences(language: str, text: str, expected: list[str]) -> None:
    assert told(text, language) == expected


_ONE_ARREST = {
    "en": "May 6, 2022\n\nPolice arrested the former minister Oren Valk in Torvik on Monday.",
    "es": "6 de mayo de 2022\n\nLa policía detuvo el lunes al exministro Oren Valk en Torvik.",
    "de": "6. Mai 2022\n\nDie Polizei hat am Montag Oren Valk in Torvik festgenommen.",
    "fr": "6 mai 2022\n\nLa police a arrêté lundi l'ancien ministre Oren Valk dans la ville de Torvik.",
    "it": "6 maggio 2022\n\nLa polizia ha arrestato lunedì l'ex ministro Oren Valk a Torvik.",
    "nl": "6 mei 2022\n\nDe politie heeft maandag oud-minister Oren Valk aangehouden in Torvik.",
}


def test_one_event_told_in_six_languages(tmp_path: Path) -> None:
    for language, text in _ONE_ARREST.items():
        (tmp_path / f"{language}.txt").write_text(text, "utf-8")

    (event,) = build([str(tmp_path)], Options()).events

    assert event.event.time.edtf == "2022-05-02"
    assert len(event.event.mentions) == len(_ONE_ARREST)


@pytest.mark.parametrize("language", ["de", "es", "fr", "it", "nl", "pt"])
def test_each_class_of_a_small_table_is_one_of_english(language: str) -> None:
    english = set(cues("en").classes.values())

    assert set(cues(language).classes.values()) <= english


_MARKS = """« » „ “ " ( ) , ; : – l' ' 5. 2031""".split()
_WORDS = st.sampled_from(
    sorted({word for _, text, _ in CASES for word in [*text.split(), *_MARKS]})
)


@given(st.sampled_from(sorted({case[0] for case in CASES})), st.lists(_WORDS))
def test_any_words_are_quoted_as_they_stand(language: str, words: list[str]) -> None:
    page = document(" ".join(words), language=language, dct_basis="header")

    for mention in extract(page, tag(page).timexes)[0]:
        start, end = mention.span.start, mention.span.end
        assert page.text[start:end] == mention.text
        assert mention.headline


@pytest.mark.parametrize(
    ("language", "form", "base", "kinds", "particle"),
    [
        ("es", "detuvieron", "detener", "d", ""),
        ("es", "anunciará", "anunciar", "f", ""),
        ("it", "attaccherà", "attaccare", "f", ""),
        ("fr", "blessées", "blesser", "n", ""),
        ("de", "verhaftet", "verhaften", "ns", ""),
        ("de", "trat", "zurücktreten", "d", "zurück"),
        ("de", "festgenommen", "festnehmen", "n", ""),
        ("nl", "aangehouden", "aanhouden", "n", ""),
        ("pt", "morreram", "morrer", "d", ""),
    ],
)
def test_forms(language: str, form: str, base: str, kinds: str, particle: str) -> None:
    tongue = cues(language).tongue

    assert tongue is not None
    known = {(one.base, one.particle): one.kinds for one in tongue.forms[form]}
    assert set(known[base, particle]) == set(kinds)
