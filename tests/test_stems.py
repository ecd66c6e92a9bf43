import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.text.stems import content_stems, fold, stem

ALIKE = [
    ("arrest", "arrests", "arrested", "arresting"),
    ("stop", "stops", "stopped", "stopping"),
    ("kill", "kills", "killed", "killing"),
    ("arrive", "arrives", "arrived", "arriving"),
    ("carry", "carries", "carried"),
    ("speak", "spoke", "spoken", "speaking"),
    ("shoot", "shot", "shooting"),
    ("process", "processes", "processed"),
    ("operate", "operation", "operations"),
    ("travel", "travelled", "traveled"),
    ("Velmar", "Vélmar", "Velmar's", "Velmar’s"),
    ("die", "died", "dying", "dies"),
    ("leave", "left", "leaving"),
    ("child", "children"),
]
APART = [
    ("arrest", "rest"),
    ("king", "kin"),
    ("need", "ned"),
    ("nation", "nat"),
    ("bring", "br"),
]


@pytest.mark.parametrize("words", ALIKE, ids=lambda words: words[0])
def test_inflections_share_a_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@pytest.mark.parametrize("words", APART, ids=lambda words: words[0])
def test_other_words_do_not(words: tuple[str, str]) -> None:
    assert stem(words[0]) != stem(words[1])


CONTENT = [
    (
        "The Kremlin said that 4,000 people were arrested.",
        ("kremlin", "4000", "peopl", "arrest"),
    ),
    ("The arrests, the arrest.", ("arrest",)),
    ("He won't say it", ()),
    ("", ()),
]


@pytest.mark.parametrize(
    ("text", "expected"), CONTENT, ids=lambda value: str(value)[:40]
)
def test_content_stems(text: str, expected: tuple[str, ...]) -> None:
    assert expected == content_stems(text)


def test_stopwords_follow_the_language() -> None:
    assert content_stems("die Stadt", "de") == ("stadt",)
    assert content_stems("die city", "en") == ("di", "city")


@given(st.text())
def test_any_text_has_stems_without_accents_or_case(text: str) -> None:
    for term in content_stems(text):
        assert term
        assert term == term.casefold()


@given(st.from_regex(r"[A-Za-zÀ-ÿ]{1,20}", fullmatch=True))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
