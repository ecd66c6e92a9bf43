import tomllib
from pathlib import Path

import pytest

from timeline.errors import LanguageError
from timeline.lang import cues as module
from timeline.lang import inflect
from timeline.lang.cues import cues

FORMS = [
    ("stopped", "stop", "dn"),
    ("travelled", "travel", "dn"),
    ("carries", "carry", "s"),
    ("dying", "die", "g"),
    ("fell", "fall", "d"),
    ("fallen", "fall", "n"),
    ("found", "find", "dn"),
    ("opened", "open", "dn"),
    ("arrest", "arrest", "b"),
]


@pytest.mark.parametrize(("form", "base", "kinds"), FORMS, ids=[f[0] for f in FORMS])
def test_forms_of_verbs(form: str, base: str, kinds: str) -> None:
    verb = cues("en").verbs[form]

    assert (base, kinds) == (verb.base, verb.forms)


@pytest.mark.parametrize(
    ("base", "expected"),
    [("push", "pushes"), ("carry", "carries"), ("play", "plays"), ("go", "goes")],
)
def test_third_person(base: str, expected: str) -> None:
    assert expected == inflect.third_person(base)


def test_classes_by_verb_and_noun() -> None:
    english = cues("en")

    assert english.actions["detain"] == "arrest"
    assert english.actions["shut down"] == "close"
    assert english.event_nouns["arrests"] == "arrest"
    assert english.event_nouns["talks"] == "meet"
    assert english.event_nouns["talk"] == "call"


def test_every_class_names_verbs_or_nouns_and_no_verb_has_two() -> None:
    assert len(set(cues("en").actions.values())) >= 60


def test_regions_share_the_table_of_their_language() -> None:
    assert cues("en-GB").verbs == cues("en").verbs


@pytest.mark.parametrize("language", ["fi", "xx", "../en", ""])
def test_other_languages_have_only_what_has_no_letters(language: str) -> None:
    other = cues(language)

    assert not other.verbs
    assert not other.grammar.be
    assert "€" in other.quantities.currencies
    assert not other.junk.lines.search("read more")


@pytest.mark.parametrize(
    "line", ["Read more:", "5 min read", "Published: Updated:", "100% Font Size"]
)
def test_junk_lines(line: str) -> None:
    lines = cues("en").junk.lines

    assert lines.fullmatch(line)
    assert lines.may_be(line)


def test_a_glance_misses_no_junk_line() -> None:
    file = Path(module.__file__).with_name("en.cues.toml")
    raw = tomllib.loads(file.read_text("utf-8"))
    lines = cues("en").junk.lines
    for phrase in raw["junk"]["lines"].split("|"):
        line = phrase.strip().replace("{number}", "7").replace("…", "Xy zw").upper()
        assert lines.may_be(line), line


def test_prose_is_no_junk_at_a_glance() -> None:
    assert not cues("en").junk.lines.may_be("Dorn was arrested in Torvik.")


@pytest.mark.parametrize("line", ["He read more books.", "Published in May, it sold."])
def test_prose_is_no_junk(line: str) -> None:
    assert not cues("en").junk.lines.fullmatch(line)


def test_a_table_without_a_key_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_table", lambda language: {"verbs": {"other": ""}})

    with pytest.raises(LanguageError, match=r"lang/qq\.cues\.toml lacks 'state'"):
        module.cues.__wrapped__("qq")
