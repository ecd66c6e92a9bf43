import pytest

from timeline.extract.names import collect, split
from timeline.lang.cues import cues
from timeline.text.sentences import sentences

TABLE = [
    (
        "President Oren Valk met Ada Brenn in Torvik. Valk left.",
        ["Oren Valk", "Ada Brenn"],
        ["Torvik"],
    ),
    ("Energy Minister Ada Brenn spoke.", ["Ada Brenn"], []),
    (
        "The State Water Bank (SWB) failed. The SWB owed money.",
        ["State Water Bank"],
        [],
    ),
    ("Russian troops left Ukraine.", [], ["Ukraine"]),
    ("Moscow said nothing to Varenian reporters.", ["Moscow"], ["Moscow"]),
    ("The shop closed. Prices rose. Yesterday nothing happened.", [], []),
    ("On Monday in May he met Ilse Roth at Lake Sarn.", ["Ilse Roth"], ["Lake Sarn"]),
    (
        "Ursula von der Tann and Karl-Otto Beck resigned.",
        ["Ursula von der Tann", "Karl-Otto Beck"],
        [],
    ),
    (
        "Oren Valk’s lawyer met Masímov. Karim Masimov spoke.",
        ["Oren Valk", "Karim Masimov"],
        [],
    ),
    ("He flew from the capital, Lund, to the airport of Manas.", [], ["Lund", "Manas"]),
    (
        "The Ministry of Health and the Defence Ministry agreed.",
        ["Ministry of Health", "Defence Ministry"],
        [],
    ),
    ("Anna Lind met Piet Lind. Lind spoke.", ["Anna Lind", "Piet Lind", "Lind"], []),
    ("THE DAM BROKE IN TORVIK", [], []),
    ("12:50 - Stones thrown at the office", [], []),
]


@pytest.mark.parametrize(("text", "actors", "places"), TABLE, ids=[r[0] for r in TABLE])
def test_actors_and_places(text: str, actors: list[str], places: list[str]) -> None:
    names, _ = collect(text, sentences(text), (), cues("en"))

    assert (tuple(actors), tuple(places)) == split(names.found)


def test_names_lie_where_they_say() -> None:
    text = "The mayor, Ada Brenn, met Brenn’s aide."

    names, _ = collect(text, sentences(text), (), cues("en"))

    assert [(text[n.start : n.end], n.text) for n in names.found] == [
        ("Ada Brenn", "Ada Brenn"),
        ("Brenn", "Ada Brenn"),
    ]


@pytest.mark.parametrize(
    ("heading", "people"),
    [
        ("Brenn to lead inquiry", ["Ada Brenn"]),
        ("Mayor Ada Brenn Arrested At Border", ["Ada Brenn"]),
        ("Brenn, Oren Valk Meet Near Lund", ["Ada Brenn", "Oren Valk"]),
        ("Karim Masimov Talks Of Lund", []),
    ],
)
def test_people_in_headings_are_those_of_the_text(
    heading: str, people: list[str]
) -> None:
    told = "Ada Brenn met Oren Valk in Lund. Brenn spoke."
    text = f"{heading}\n\n{told}"
    above, *below = sentences(text)

    _, titled = collect(text, below, [above], cues("en"))

    assert [name.text for name in titled.found] == people
