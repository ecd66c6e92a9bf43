"""What was told before is no news of the day on which it is told again."""

import pytest
from conftest import mention
from test_rank import event

from timeline.model import Basis, Event
from timeline.options import Options
from timeline.rank import rank, select
from timeline.rank.repeats import novelty, repeated

PLEA = "The harbour master Oskar Lind has pleaded not guilty to manslaughter"
ECHO = (
    "The harbour court heard that Oskar Lind is not guilty of manslaughter, say lawyers"
)
AGAIN = "Harbour master Oskar Lind has pleaded not guilty to manslaughter"


def news(text: str, time: str, basis: Basis = Basis.PUBLICATION) -> Event:
    return event(text, time, mention(text, time, f"d{time}", basis=basis))


FIRST = news(PLEA, "2031-05-01")


@pytest.mark.parametrize(
    ("why", "later", "is_repeated"),
    [
        ("the same line", news(PLEA, "2031-07-01"), True),
        ("nearly the same line", news(AGAIN, "2031-07-01"), True),
        (
            "other news of him",
            news("Oskar Lind was freed by the court on bail", "2031-07-01"),
            False,
        ),
        ("it states its day", news(PLEA, "2031-07-01", Basis.EXPLICIT), False),
        ("told on the same day", news(AGAIN, "2031-05-01"), False),
        ("in other words on the next day", news(ECHO, "2031-05-02"), True),
        ("in other words, weeks later", news(ECHO, "2031-05-22"), False),
        ("too short to tell", news("Lind pleaded", "2031-07-01"), False),
    ],
)
def test_what_repeats(why: str, later: Event, is_repeated: bool) -> None:
    assert repeated([later, FIRST]) == ({later.id} if is_repeated else set())


def test_it_ranks_below_what_is_news_and_says_why() -> None:
    again = news(AGAIN, "2031-07-01")
    rows = {row.event.id: row for row in rank((FIRST, again), (), Options())}
    assert rows[again.id].score < rows[FIRST.id].score
    amounts = dict(rows[again.id].reasons)
    assert amounts["told before"] < 0
    assert sum(amounts.values()) == pytest.approx(rows[again.id].score, abs=1e-9)


@pytest.mark.parametrize(
    ("later", "low", "high"),
    [
        (news(PLEA, "2031-05-02"), 0.0, 0.0),
        (news(ECHO, "2031-05-03"), 0.2, 0.6),
        (news(PLEA, "2031-05-04"), 1.0, 1.0),
        (news(PLEA, "2031-05-02", Basis.EXPLICIT), 0.0, 0.0),
        (news("A bridge fell at Larkfield", "2031-05-02"), 1.0, 1.0),
        (news("…", "2031-05-02"), 1.0, 1.0),
    ],
    ids=["again", "an echo", "later", "dated", "other news", "no words"],
)
def test_how_new_it_is(later: Event, low: float, high: float) -> None:
    found = novelty([later, FIRST])

    assert found[FIRST.id] == 1
    assert low <= found[later.id] <= high


def test_the_day_after_is_worth_what_it_adds() -> None:
    """The same is told on two days in a row, and something else three weeks later."""
    found = [
        news("A court found the harbour master Oskar Lind guilty", "2031-05-01"),
        news("Harbour master Oskar Lind was found guilty by a court", "2031-05-02"),
        news("The ferry Brise ran aground off Norhavn", "2031-05-20"),
    ]
    options = Options(max_dates=2)
    kept = select(rank(tuple(found), (), options), (), options)

    assert [row.event.time.edtf for row in kept] == ["2031-05-01", "2031-05-20"]
