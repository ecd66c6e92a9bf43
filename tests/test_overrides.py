"""Corrections by hand: what they do, what no longer fits, what is wrong use."""

from pathlib import Path

import pytest
from conftest import mention

from timeline import edtf
from timeline.errors import InputError, UsageError
from timeline.merge import merge
from timeline.model import DocumentRecord, Event, Mention, Source, Telling
from timeline.options import Override
from timeline.overrides import load_overrides
from timeline.text.spelling import key

A = mention("Police arrested Karim Velmar, the harbour master", "2031-05-06", "a")
B = mention("Karim Velmar, the harbour master, was arrested", "2031-05-06", "b")
FIRE = mention("The old pier burnt down at night", "2031-05-07", "c")
BLAZE = mention("A blaze ate what was left of the landing stage", "2031-05-08", "d")
LATER = mention("Harbour master Karim Velmar arrested by police", "2031-05-06", "e")


def told(*mentions: Mention) -> tuple[Telling, ...]:
    return tuple(
        Telling(
            DocumentRecord(
                one.document_id,
                Source(f"{one.document_id}.txt", "text", one.document_id),
                "en",
                100,
                dct=edtf.parse("2031-05-09"),
                terms=one.terms,
            ),
            (one,),
        )
        for one in mentions
    )


def given(tmp_path: Path, text: str) -> tuple[Override, ...]:
    path = tmp_path / "fix.toml"
    path.write_text(text, encoding="utf-8")
    return load_overrides(str(path))


def groups(events: tuple[Event, ...]) -> list[str]:
    return ["".join(sorted(m.document_id for m in e.mentions)) for e in events]


def test_nothing_to_correct() -> None:
    assert groups(merge(told(A, B, FIRE, BLAZE)).events) == ["ab", "c", "d"]


def test_tellings_are_kept_apart(tmp_path: Path) -> None:
    fix = given(tmp_path, f'[[apart]]\ntellings = ["{key(B)}"]')

    assert sorted(groups(merge(told(A, B, FIRE), fix).events)) == ["a", "b", "c"]


def test_events_are_joined_and_what_follows_finds_them_by_either_id(
    tmp_path: Path,
) -> None:
    fix = given(
        tmp_path,
        f"""
        [[title]]
        event = "{key(BLAZE)[:8]}"
        title = "The pier of Larkfield burnt"
        [[join]]
        events = ["{key(FIRE)}", "{key(BLAZE)}"]
        """,
    )
    made = merge(told(A, B, FIRE, BLAZE), fix)
    event = made.events[-1]

    assert groups(made.events) == ["ab", "cd"]
    assert (event.id, event.headline) == (key(FIRE), "The pier of Larkfield burnt")
    assert event.corrected == ("title",)
    assert [c.field for c in event.conflicts] == ["date"]
    assert made.problems == ()


def test_a_date_is_set_and_the_order_follows_it(tmp_path: Path) -> None:
    fix = given(tmp_path, f'[[date]]\nevent = "{key(FIRE)}"\ndate = 2031-04-30')
    made = merge(told(A, B, FIRE), fix)

    assert groups(made.events) == ["c", "ab"]
    assert made.events[0].time.edtf == "2031-04-30"
    assert made.events[0].corrected == ("date",)
    assert made.events[0].mentions[0].time.edtf == "2031-05-07"


def test_what_is_dropped_is_gone(tmp_path: Path) -> None:
    fix = given(tmp_path, f'[[drop]]\nevent = "{key(A)}"')

    assert groups(merge(told(A, B, FIRE), fix).events) == ["c"]


def test_corrections_outlive_documents_that_are_added(tmp_path: Path) -> None:
    fix = given(tmp_path, f'[[title]]\nevent = "{key(A)}"\ntitle = "Velmar held"')
    made = merge(told(A, B, LATER, FIRE, BLAZE), fix)

    assert [e.headline for e in made.events if len(e.mentions) == 3] == ["Velmar held"]
    assert made.problems == ()


STALE = [
    ('[[drop]]\nevent = "ffff0000"', "drop 1: no event ffff0000"),
    ('[[apart]]\ntellings = ["ffff0000"]', "apart 1: no telling ffff0000"),
    ('[[join]]\nevents = ["ffff0000", "ffff0001"]', "join 1: no event ffff0000"),
]


@pytest.mark.parametrize(("text", "message"), STALE, ids=[c[1] for c in STALE])
def test_what_fits_nothing_is_a_problem(
    tmp_path: Path, text: str, message: str
) -> None:
    made = merge(told(A, B, FIRE), given(tmp_path, text))

    assert groups(made.events) == ["ab", "c"]
    assert made.problems[0].message.endswith(message)
    assert {p.stage for p in made.problems} == {"overrides"}


WRONG = [
    ("[[merge]]", "no correction 'merge'"),
    ("[join]", "write [[join]]"),
    ("[[join]]", "lacks 'events'"),
    ('[[join]]\nevents = ["1a2b3c"]', "at least 2 ids"),
    ('[[drop]]\nevent = "1a"', "ids of 4 characters"),
    ("[[drop]]\nevent = 7", "ids are text"),
    ('[[drop]]\nevent = "1a2b3c"\nwhy = "?"', "does not know 'why'"),
    ('[[date]]\nevent = "1a2b3c"\ndate = "5/8/2031"', "is not a date"),
    ('[[title]]\nevent = "1a2b3c"\ntitle = " "', "title is empty"),
    ("[[join]", "is not TOML"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[c[1] for c in WRONG])
def test_what_means_nothing_is_wrong_use(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        given(tmp_path, text)

    assert message in caught.value.message
    assert "fix.toml" in caught.value.message


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        load_overrides(str(tmp_path / "none.toml"))


def test_other_bytes_than_text(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(InputError):
        load_overrides(str(tmp_path / "x.toml"))
