"""What was told before is no news of the day on which it is told again."""

import pytest
from conftest import mention
from test_rank import event

from timeline.model import Basis, Event
from timeline.options import Options
from timeline.rank import rank
from timeline.rank.repeats import repeated

PLEA = "The harbour master Oskar Lind has pleaded not guilty to manslaughter"
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
