"""In what tellings of one event differ."""

from collections import defaultdict

import pytest
from conftest import mention

from timeline import edtf
from timeline.merge.clocks import blur, span_beside
from timeline.merge.conflicts import conflicts
from timeline.model import (
    Basis,
    Conflict,
    Document,
    Mention,
    Quantity,
    Source,
    TimeValue,
)
from timeline.timex import tag

EN = defaultdict(lambda: "en")
"""All documents are in English."""

Figure = tuple[str, float, str | None]
"""Report date, value, bound."""


def reports(*figures: Figure, slot: str = "arrested") -> list[Mention]:
    return [
        mention(
            f"{n}: {value:g} were arrested",
            document_id=f"d{n}",
            quantities=(Quantity(slot, value, f"{bound or ''}{value:g}", bound),),
        )
        for n, (_, value, bound) in enumerate(figures)
    ]


def dates(*figures: Figure) -> dict[str, int | None]:
    return {
        f"d{n}": edtf.parse(day).start if day else None
        for n, (day, _, _) in enumerate(figures)
    }


def of(*figures: Figure) -> tuple[Conflict, ...]:
    return conflicts(reports(*figures), dates(*figures), EN)


MAY_7, MAY_8, MAY_9 = "2031-05-07", "2031-05-08", "2031-05-09"

CASES: list[tuple[str, list[Figure], str | None]] = [
    ("one figure", [(MAY_7, 12, None)], None),
    ("the same", [(MAY_7, 12, None), (MAY_8, 12, None)], None),
    ("more than 4000 and 5800", [(MAY_8, 4000, "min"), (MAY_8, 5800, None)], None),
    ("about 5800 and 5795", [(MAY_8, 5800, "about"), (MAY_8, 5795, None)], None),
    ("up to 10 and 7", [(MAY_7, 10, "max"), (MAY_8, 7, None)], None),
    ("grows", [(MAY_7, 12, None), (MAY_8, 17, None), (MAY_9, 23, None)], "update"),
    ("about grows", [(MAY_7, 3000, "about"), (MAY_9, 5800, "about")], "update"),
    ("falls", [(MAY_7, 23, None), (MAY_8, 12, None)], "contradiction"),
    ("same day", [(MAY_8, 12, None), (MAY_8, 17, None)], "contradiction"),
    ("undated report", [(MAY_8, 12, None), ("", 17, None)], "contradiction"),
    ("up to 10 and 12", [(MAY_7, 10, "max"), (MAY_7, 12, None)], "contradiction"),
]


@pytest.mark.parametrize(("why", "figures", "kind"), CASES, ids=[c[0] for c in CASES])
def test_figures(why: str, figures: list[Figure], kind: str | None) -> None:
    found = of(*figures)

    assert [conflict.kind for conflict in found] == ([kind] if kind else [])


def test_claims_stand_in_order_of_report_with_equal_ones_together() -> None:
    figures: list[Figure] = [
        (MAY_9, 23, None),
        (MAY_7, 12, None),
        (MAY_8, 23, None),
        (MAY_7, 12, None),
    ]
    tellings = reports(*figures)
    (found,) = conflicts(tellings, dates(*figures), EN)

    assert found.field == "arrested"
    assert [claim.value for claim in found.claims] == ["12", "23"]
    assert [claim.mention_ids for claim in found.claims] == [
        (tellings[1].id, tellings[3].id),
        (tellings[2].id, tellings[0].id),
    ]


def test_two_parts_in_one_telling_are_no_conflict() -> None:
    parts = mention(
        "26 protesters and 18 officers were killed",
        document_id="d0",
        quantities=(Quantity("killed", 26, "26"), Quantity("killed", 18, "18")),
    )
    whole = mention(
        "44 were killed", document_id="d1", quantities=(Quantity("killed", 44, "44"),)
    )

    assert conflicts([parts, whole], {"d0": None, "d1": None}, EN) == ()


def counted(
    document_id: str, *figures: tuple[str, float, str], actors: tuple[str, ...] = ()
) -> Mention:
    """A telling with figures: slot, value, words."""
    return mention(
        ", ".join(text for _, _, text in figures),
        document_id=document_id,
        actors=actors,
        quantities=tuple(Quantity(*figure) for figure in figures),
    )


WHOLE = ("sailor", 23, "23 sailors")

PARTS = [
    ("of a narrower kind", WHOLE, ("sailor", 11, "11 Kestrian sailors"), True),
    ("narrower, but more", WHOLE, ("sailor", 30, "30 Kestrian sailors"), False),
    ("another count", WHOLE, ("sailor", 21, "21 sailors"), False),
    ("on top", WHOLE, ("sailor", 2, "two more sailors"), True),
    ("others", WHOLE, ("sailor", 12, "another 12 sailors"), True),
]


@pytest.mark.parametrize(
    ("why", "one", "other", "is_part"),
    PARTS,
    ids=[row[0] for row in PARTS],
)
def test_a_part_contradicts_no_whole(
    why: str,
    one: tuple[str, float, str],
    other: tuple[str, float, str],
    is_part: bool,
) -> None:
    tellings = [counted("d0", one), counted("d1", other)]

    assert (conflicts(tellings, {"d0": 0, "d1": 0}, EN) == ()) is is_part


def test_what_one_telling_counts_together_are_parts_in_others() -> None:
    whole = counted("d0", ("kestrian", 23, "23 Kestrian"))
    part = counted("d1", ("kestrian", 11, "11 Kestrian"))
    both = counted("d2", ("kestrian", 11, "11 Kestrian"), ("morvian", 12, "12 Morvian"))
    same_day = dict.fromkeys(("d0", "d1", "d2"), 0)

    assert conflicts([whole, part], same_day, EN)
    assert conflicts([whole, part, both], same_day, EN) == ()


@pytest.mark.parametrize(
    ("name", "is_one"), [("Anna Orlin", True), ("Orlin", True), ("Boris Tamm", False)]
)
def test_percentages_are_compared_of_one_name(name: str, is_one: bool) -> None:
    one = counted("d0", ("percent", 52, "52 percent"), actors=("Anna Orlin",))
    other = counted("d1", ("percent", 54, "54 percent"), actors=(name,))

    assert bool(conflicts([one, other], {"d0": 0, "d1": 0}, EN)) is is_one


def test_one_document_does_not_contradict_itself() -> None:
    tellings = [
        mention(text, document_id="d0", quantities=(Quantity("killed", n, text),))
        for n, text in ((26, "26 were killed"), (44, "44 were killed"))
    ]

    assert conflicts(tellings, {"d0": 0}, EN) == ()


def test_stated_days_that_differ_are_shown_with_both_claims() -> None:
    tellings = [
        mention("The pier burnt", "2031-05-05", "d0"),
        mention("The old pier burnt", "2031-05-06", "d1"),
        mention("A pier burnt", "2031-05-05", "d2"),
        mention("The pier burnt this month", "2031-05", "d3"),
    ]
    (found,) = conflicts(tellings, dict.fromkeys(("d0", "d1", "d2", "d3"), 0), EN)

    assert (found.field, found.kind) == ("date", "contradiction")
    assert [(claim.value, claim.mention_ids) for claim in found.claims] == [
        ("2031-05-05", (tellings[0].id, tellings[2].id)),
        ("2031-05-06", (tellings[1].id,)),
    ]


def test_the_date_of_a_document_is_no_claim() -> None:
    tellings = [
        mention("The pier burnt", "2031-05-05", "d0"),
        mention("The pier burnt", "2031-05-06", "d1", basis=Basis.PUBLICATION),
    ]

    assert conflicts(tellings, {"d0": 0, "d1": 0}, EN) == ()


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("2031-05-03 05:58:00 PST", "2031-05-03T13:58:03Z", False),
        ("2031-05-03T16:10:00+01:00", "2031-05-03T15:10:00Z", False),
        ("2031-05-03T16:10:00+01:00", "2031-05-03T16:10:00Z", True),
        ("2031-05-03T16:10:00", "2031-05-03T16:10:20", False),
    ],
)
def test_clocks_of_known_zones_are_compared(one: str, other: str, differ: bool) -> None:
    times = [clocked(one), clocked(other)]
    start, end = span_beside(times[0], times[1])
    off = blur(times[0]) + blur(times[1])
    apart = start >= times[1].end + off or times[1].start >= end + off
    assert apart == differ


def clocked(written: str) -> TimeValue:
    """The one moment that a text names."""
    document = Document(
        "a", Source("a", "text", ""), f"It fell at {written} here.", "en"
    )
    (timex,) = (t for t in tag(document).timexes if t.time is not None)
    assert timex.time is not None
    return timex.time
