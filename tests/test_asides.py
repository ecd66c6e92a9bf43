"""What is told in passing, without a date: found, joined to what others date, or dropped."""

import msgspec
import pytest
from conftest import document, mention
from test_merge import record

from timeline import timex
from timeline.extract import extract
from timeline.merge import merge
from timeline.model import Basis, Event, Mention, Telling

TABLE = [
    (
        "Oren Valk was charged on Friday with shooting a guard who was killed at the port.",
        ["kill"],
    ),
    ("Oren Valk denied the murder of a guard.", ["kill"]),
    ("The ferry sank on Friday. Nine people died when it hit a rock.", ["die"]),
    (
        "A man was charged on Friday in connection with the shooting at the port.",
        ["shoot"],
    ),
    ("He flew home on Friday after talks with the mayor.", ["visit"]),
    ("Two men opened fire at the port.", ["shoot"]),
    ("He might have been arrested. He was not killed.", []),
    ("If the dam collapses, the valley will be evacuated.", []),
]


def found(text: str, dct: str | None = "2031-05-08") -> tuple[Mention, ...]:
    source = document(text, dct)
    return extract(source, timex.tag(source).timexes)[2]


@pytest.mark.parametrize(("text", "actions"), TABLE, ids=[row[0] for row in TABLE])
def test_what_is_told_in_passing(text: str, actions: list[str]) -> None:
    source = document(text)
    dated, _, asides = extract(source, timex.tag(source).timexes)

    told = {one.action for one in (*dated, *asides)}
    assert told >= set(actions)
    assert all(one.in_passing and one.basis is Basis.PUBLICATION for one in asides)
    kinds = {(one.sentence, one.action) for one in dated}
    assert not kinds & {(one.sentence, one.action) for one in asides}
    if not actions:
        assert asides == ()


def test_a_noun_that_belongs_to_a_verb_tells_nothing_itself() -> None:
    source = document("Police say that Valk, 61, opened fire on guards.", "2031-05-08")
    (shot,) = extract(source, timex.tag(source).timexes)[0]
    (burnt,) = found("The fire at the port was put out by guards.")

    (tried,) = found("The doctor of Jan Oller goes on trial")

    assert [m.action for m in (shot, burnt, tried)] == ["shoot", "burn", "try"]


def test_without_a_day_of_the_document_nothing_is_told_in_passing() -> None:
    text = "A guard who was killed at the port had worked there."

    assert found(text)
    assert found(text, None) == found(text, "2031") == ()


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Oren Valk was charged on Friday after a shooting.", ["shoot"]),
        ("Oren Valk flew home on Friday after talks.", []),
        ("Oren Valk was charged with murder on Friday.", []),
    ],
)
def test_beside_a_date_only_harms_are_told_in_passing(
    text: str, actions: list[str]
) -> None:
    assert [one.action for one in found(text)] == actions


def test_it_is_quoted_as_what_is_told_with_a_date() -> None:
    told = "The navy repulsed an attack on Friday and seized nine boats"
    source = document(f"{told}, the ministry said on Monday. Nine people died.")

    dated, _, (seized, died) = extract(source, timex.tag(source).timexes)

    assert {one.text for one in dated} >= {told, seized.text}
    assert (seized.action, died.text) == ("seize", "Nine people died.")


# ── Joining ──────────────────────────────────────────────────────────────────────────

SHOT = "A gunman shot dead the harbour guard Karim Velmar in Torvik"
WHO = {"action": "shoot", "actors": ("Karim Velmar",)}
CHARGED = "Oren Valk was charged with the shooting of the harbour guard Karim Velmar"


def aside(text: str, day: str, id_: str, action: str) -> Mention:
    fields = {"basis": Basis.PUBLICATION, "in_passing": True, "action": action}
    return mention(text, day, id_, actors=("Karim Velmar",), **fields)


def joined(*tellings: tuple[str, str, list[Mention]]) -> tuple[Event, ...]:
    return merge(
        tuple(
            Telling(
                record(id_, own, day),
                tuple(one for one in own if not one.in_passing),
                asides=tuple(one for one in own if one.in_passing),
            )
            for id_, day, own in tellings
        )
    ).events


def shot(day: str = "2031-05-06") -> tuple[str, str, list[Mention]]:
    return "a", "2031-05-07", [mention(SHOT, day, "a", **WHO)]


def test_it_backs_up_what_another_document_dates() -> None:
    own = aside(CHARGED, "2031-05-09", "b", "shoot")

    (event,) = joined(shot(), ("b", "2031-05-09", [own]))

    assert [one.document_id for one in event.mentions] == ["a", "b"]
    assert event.time.edtf == "2031-05-06"
    assert event.summary == SHOT
    assert len(event.origins) == 2


def test_it_makes_no_event_and_changes_no_confidence() -> None:
    (alone,) = joined(shot())
    own = aside(CHARGED, "2031-05-09", "b", "shoot")

    (event,) = joined(shot(), ("b", "2031-05-09", [own]))

    assert joined(("b", "2031-05-09", [own])) == ()
    assert (event.id, event.confidence) == (alone.id, alone.confidence)
    assert (event.status, event.basis) == (alone.status, alone.basis)


def test_it_backs_up_an_event_whose_days_differ() -> None:
    told = [shot(), ("c", "2031-05-07", [mention(SHOT, "2031-05-05", "c", **WHO)])]
    own = aside(CHARGED, "2031-05-07", "b", "shoot")

    (event,) = joined(*told, ("b", "2031-05-07", [own]))

    assert {one.document_id for one in event.mentions} == {"a", "b", "c"}
    assert [conflict.field for conflict in event.conflicts] == ["date"]


APART = [
    (
        "another kind of event",
        aside("Karim Velmar was elected in Torvik", "2031-05-09", "b", "elect"),
    ),
    ("of a kind that only speaks of it", aside(CHARGED, "2031-05-07", "b", "charge")),
    ("too late to be news", aside(CHARGED, "2031-06-09", "b", "shoot")),
    (
        "nothing in common",
        aside("Bread prices rose after the shooting", "2031-05-09", "b", "shoot"),
    ),
]


@pytest.mark.parametrize(("why", "own"), APART, ids=[row[0] for row in APART])
def test_what_does_not_join_is_dropped(why: str, own: Mention) -> None:
    day = own.time.edtf
    (event,) = joined(shot(), ("b", day, [own]))

    assert [one.document_id for one in event.mentions] == ["a"]


# What two documents say of the shooting in much the same words, not those of `SHOT`.
TRIAL = (
    "A court in Torvik heard that Oren Valk lured the guard onto the pier and shot him"
)
HEARD = "Oren Valk lured the guard onto the pier and shot him, a court in Torvik heard"

LEANING = [
    ("like what backs it up", aside(HEARD, "2031-05-09", "c", "shoot"), True),
    ("of another kind", aside(HEARD, "2031-05-09", "c", "elect"), False),
    ("another day", aside(HEARD, "2031-05-11", "c", "shoot"), False),
    ("not so like", aside("A shooting in Torvik", "2031-05-09", "c", "shoot"), False),
]


@pytest.mark.parametrize(("why", "own", "joins"), LEANING, ids=[r[0] for r in LEANING])
def test_it_backs_up_what_its_like_backs_up(
    why: str, own: Mention, joins: bool
) -> None:
    backing = aside(f"{TRIAL}, as he did {SHOT}", "2031-05-09", "b", "shoot")
    own = msgspec.structs.replace(own, actors=())
    told = [shot(), ("b", "2031-05-09", [backing])]

    (event,) = joined(*told, ("c", own.time.edtf, [own]))
    (alone,) = joined(shot(), ("c", own.time.edtf, [own]))

    assert {one.document_id for one in alone.mentions} == {"a"}
    assert {one.document_id for one in event.mentions} == {"a", "b", *"c" * joins}
