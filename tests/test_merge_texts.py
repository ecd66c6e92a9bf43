"""Which sentences of several short articles are told as one event."""

import json

import pytest

from timeline import build
from timeline.merge import merge
from timeline.model import Event
from timeline.options import Options
from timeline.read import Input

Article = tuple[str, str, str]
"""Date, language, text: one sentence a line."""


def told(*articles: Article) -> tuple[Event, ...]:
    rows = [
        {"id": f"{n}", "date": date, "language": language, "text": text}
        for n, (date, language, text) in enumerate(articles)
    ]
    data = "\n".join(map(json.dumps, rows)).encode()
    return merge(build.tell(Input("x.jsonl", data), Options()).tellings).events


def groups(*articles: Article) -> list[list[str]]:
    """The sentences of each event, sorted: those that are told alone are left out."""
    found = []
    for event in told(*articles):
        said = {
            f"{m.context.before[-m.context.lead :]}{m.text}" for m in event.mentions
        }
        found.append(sorted(one.strip() for one in said))
    return sorted(one for one in found if len(one) > 1)


PLACES = (
    "Police held two pickets in Norvik on Wednesday for blocking a lorry.",
    "In Halden, three pickets were held on Wednesday after stones were thrown.",
    "Two pickets were held on Wednesday as they blocked a lorry in Norvik.",
    "Police in Halden held three pickets there on Wednesday for throwing stones.",
)


def test_two_places_that_are_counted_apart_are_two_events() -> None:
    one = ("2021-03-04", "en", "\n\n".join(PLACES[:2]))
    other = ("2021-03-04", "en", "\n\n".join(PLACES[2:]))

    assert groups(one, other) == sorted(
        sorted(pair) for pair in (PLACES[::2], PLACES[1::2])
    )


LANGUAGES = [
    ("de", "Die Polizei nahm am Dienstag in Torvik einen Verdächtigen fest.", True),
    ("de", "Die Polizei suchte am Dienstag in Torvik einen Verdächtigen.", False),
    ("es", "La policía detuvo el martes en Torvik a un hombre.", True),
    ("fr", "Un homme a été arrêté mardi à Torvik.", True),
    ("fr", "Un homme a démissionné mardi à Torvik.", False),
]


@pytest.mark.parametrize(("language", "text", "is_one"), LANGUAGES)
def test_one_action_told_in_two_languages(
    language: str, text: str, is_one: bool
) -> None:
    """What two languages cannot have in common does not keep their tellings apart."""
    told_here = "Police arrested a man in Torvik on Tuesday evening."
    found = groups(("2021-03-03", "en", told_here), ("2021-03-03", language, text))

    assert found == ([sorted((told_here, text))] if is_one else [])


def test_a_line_is_in_the_language_of_most_tellings() -> None:
    texts = (
        ("en", "Police arrested Karim Velmar in Torvik on Tuesday."),
        ("en", "Karim Velmar was arrested in Torvik on Tuesday."),
        (
            "de",
            "Die Polizei nahm am Dienstag in Torvik den Hafenmeister Karim Velmar fest.",
        ),
    )
    (event,) = told(*(("2021-03-03", *text) for text in texts))

    assert len(event.mentions) == 3
    assert event.summary.endswith("on Tuesday.")


MET = "Port director Jens Aune met union leader Petra Holm on Tuesday."
SPEECHES = [
    (
        "Petra Holm, who leads the union, said on Tuesday more ports would follow.",
        False,
    ),
    ("Jens Aune said on Tuesday he had met union leader Petra Holm.", True),
]


@pytest.mark.parametrize(("speech", "is_one"), SPEECHES)
def test_who_speaks_of_something_else_tells_of_another_event(
    speech: str, is_one: bool
) -> None:
    found = groups(("2021-03-03", "en", MET), ("2021-03-03", "en", speech))

    assert found == ([sorted((MET, speech))] if is_one else [])


def test_figures_that_agree_are_enough() -> None:
    texts = (
        "More than 300 people have been detained since Monday.",
        "The ministry said 340 people have been detained since Monday.",
    )
    found = groups(*(("2021-03-03", "en", text) for text in texts))

    assert found == [sorted(texts)]


VISITS = [
    ("A relief team of doctors landed in Torvik on Tuesday.", True),
    ("Ships with flour arrived from Halden on Tuesday.", False),
]


@pytest.mark.parametrize(("text", "is_one"), VISITS)
def test_that_two_arrive_on_a_day_makes_them_no_one(text: str, is_one: bool) -> None:
    team = "A team of doctors arrived in Torvik on Tuesday."
    found = groups(("2021-03-03", "en", team), ("2021-03-03", "en", text))

    assert found == ([sorted((team, text))] if is_one else [])


FOUND = [
    ("en", "A boy of seven was found in a barn on Tuesday evening.", False),
    ("en", "Hikers found a shoe at the mill on Tuesday.", True),
    ("de", "Lukas Vinn wurde am Dienstag in einer Scheune gefunden.", False),
]


@pytest.mark.parametrize(("language", "text", "is_one"), FOUND)
def test_one_kind_of_action_on_one_day_is_not_enough(
    language: str, text: str, is_one: bool
) -> None:
    shoe = "A shoe was found by the mill on Tuesday."
    found = groups(("2021-03-03", "en", shoe), ("2021-03-03", language, text))

    assert found == ([sorted((shoe, text))] if is_one else [])


DEAD = [
    ("Police arrested Karim Velmar on Friday over a blast that killed {}.", False),
    ("A blast on Friday killed {} and hurt Karim Velmar.", True),
]


@pytest.mark.parametrize(("sentence", "differs"), DEAD)
def test_whom_a_blast_killed_is_no_figure_of_an_arrest(
    sentence: str, differs: bool
) -> None:
    texts = [sentence.format(f"{count} people") for count in (12, 15)]
    events = told(*(("2021-03-06", "en", text) for text in texts))

    fields = {conflict.field for event in events for conflict in event.conflicts}
    assert fields == ({"killed"} if differs else set())
