"""Patterns made of many words."""

import re

import pytest

from timeline.patterns import any_of

WORDS = ("date of birth", "due", "date", "dob", "1 May", "born", ".*end", "e?nd", "a|b")


@pytest.mark.parametrize(
    "text",
    ["date of birth", "due date", "dob.", "born", "1 May", "at an end", "nd", ""],
)
def test_any_of_many_finds_what_they_find_one_after_the_other(text: str) -> None:
    plain = re.compile("|".join(WORDS))
    found = [match.span() for match in re.finditer(any_of(WORDS), text)]

    assert found == [match.span() for match in plain.finditer(text)]


def test_words_share_their_first_letter() -> None:
    assert any_of(["due", "date", "end"]) == "d(?:ue|ate)|e(?:nd)"
