"""People without names: how old, of which nation, how many."""

import pytest

from timeline.merge.persons import NOBODY, agreement, persons

TABLE = [
    ("A 61-year-old man was held.", "Oren Valk, 61, was held.", 1.0),
    ("A 61-year-old man was held.", "A 40-year-old clerk was held.", -1.0),
    ("A Kazakh climber fell.", "An Italian fell on the ridge.", -1.0),
    ("Kazakh climber dies on ridge", "An Italian fell on the ridge.", -1.0),
    ("A Kazakh climber fell.", "A climber from the Kazakh army fell.", 0.0),
    ("A Sri Lanka climber fell.", "A Kazakh climber fell.", -1.0),
    ("A Sri Lanka climber fell.", "A Sri Lanka man of 40 fell.", 0.0),
    ("A Kazakh climber fell.", "A Kazakh and an Italian climber fell.", -1.0),
    ("Kazakh climber dies", "Kazakh, Italian climbers fall", -1.0),
    ("Italian and Kazakh climbers fall", "Kazakh, Italian climbers fall", 0.0),
    ("A Kazakh climber fell.", "The war between Kazakh and Italian gangs.", 0.0),
    ("A climber fell.", "Two climbers fell.", -0.4),
    ("A climber fell.", "The climber fell.", 0.0),
    ("An Indian ship sailed.", "Somali pirates were held.", 0.0),
    ("The 400-year-old oak fell.", "A 61-year-old man fell.", 0.0),
    ("In 2031, 40, 50 and 60 were drawn.", "A 61-year-old man fell.", 0.0),
]


@pytest.mark.parametrize(
    ("one", "other", "amount"), TABLE, ids=[f"{row[0]} | {row[1]}" for row in TABLE]
)
def test_can_they_be_the_same(one: str, other: str, amount: float) -> None:
    mine, its = persons(one, "en"), persons(other, "en")

    assert agreement(mine, its) == agreement(its, mine) == amount


def test_a_language_without_words_for_it_says_nothing() -> None:
    assert persons("Un hombre de 61 años cayó.", "xx") is NOBODY


@pytest.mark.parametrize("text", ["", "a", "a -year-old", ", 61", "A :", "²-year-old"])
def test_scraps_do_no_harm(text: str) -> None:
    assert agreement(persons(text, "en"), persons(text, "en")) == 0.0
