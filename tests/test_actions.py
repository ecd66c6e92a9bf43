import pytest
from test_extract import told

TABLE = [
    ("Police detained Oren Valk on [May 1|2031-05-01].", "detained", "arrest"),
    ("The minister stepped down on [May 1|2031-05-01].", "stepped", "resign"),
    ("The plant was shut down on [May 1|2031-05-01].", "shut", "close"),
    ("A meeting took place on [May 1|2031-05-01].", "meeting", "meet"),
    ("Valk made a visit to Lund on [May 1|2031-05-01].", "visit", "visit"),
    ("He had a long talk with Dorn on [May 1|2031-05-01].", "talk", "call"),
    ("The army began to withdraw on [May 1|2031-05-01].", "began", "launch"),
    ("The minister said on [May 1|2031-05-01] that all is well.", "said", "say"),
    (
        "The office said on [May 1|2031-05-01] 40 have been arrested.",
        "arrested",
        "arrest",
    ),
    ("There was an explosion on [May 1|2031-05-01].", "explosion", "explode"),
    ("The hit-and-run was on [May 1|2031-05-01].", "hit-and-run", "crash"),
    ("He grumbled about it on [May 1|2031-05-01].", "grumbled", "grumbl"),
    ("The club fired Jan Oller on [May 1|2031-05-01].", "fired", "dismiss"),
    ("He was fired on [May 1|2031-05-01].", "fired", "dismiss"),
    ("The guard fired on a crowd on [May 1|2031-05-01].", "fired", "shoot"),
    ("The club hired a coach on [May 1|2031-05-01].", "hired", "hire"),
    ("Protesters tore down a statue on [May 1|2031-05-01].", "tore", "destroy"),
]


@pytest.mark.parametrize(
    ("text", "trigger", "action"), TABLE, ids=[r[0] for r in TABLE]
)
def test_trigger_and_action(text: str, trigger: str, action: str) -> None:
    mention = next(m for m in told(text) if m.timex)

    assert (trigger, action) == (mention.trigger, mention.action)
