"""A table of invented sentences, one for each construction: what they tell.

Written as in `test_extract`: "EDTF status | headline | reporter".
"""

import pytest
from test_extract import summary, told

TABLE: list[tuple[str, list[str]]] = [
    # ── The verb before its subject ──────────────────────────────────────────────────
    (
        "Only then did he call the police on [Monday|2031-05-05].",
        ["2031-05-05 happened | He called the police"],
    ),
    (
        "Only on [Monday|2031-05-05] did the mayor admit that the dam had failed.",
        ["2031-05-05 happened | The mayor admitted that the dam had failed"],
    ),
    (
        "Only when the dam burst on [Monday|2031-05-05] did the mayor act.",
        ["2031-05-05 happened | The mayor acted"],
    ),
    (
        "Only three people survived the crash on [Monday|2031-05-05].",
        ["2031-05-05 happened | Only three people survived the crash"],
    ),
    (
        "No sooner had he landed on [3 May|2031-05-03] than he was arrested.",
        ["2031-05-03 happened | No sooner had he landed than he was arrested"],
    ),
    (
        "Hardly had the ferry left Lund on [3 May|2031-05-03] when its engine caught fire.",
        [
            "2031-05-03 happened | Hardly had the ferry left Lund when its engine caught fire"
        ],
    ),
    (
        "Not until [1975|1975] was the law repealed.",
        ["1975 happened | The law was repealed"],
    ),
    (
        "It was not until [1975|1975] that the law was repealed.",
        ["1975 happened | The law was repealed"],
    ),
    (
        "The law was not repealed until [1975|1975].",
        ["1975 happened | The law was not repealed until 1975"],
    ),
    (
        "The name will not be released until [Friday|2031-05-09].",
        ["2031-05-09 planned | The name will not be released until Friday"],
    ),
    (
        "Not until the war ended in [1945|1945] did the women return.",
        ["1945 happened | The women returned"],
    ),
    ("Never before [2019|2019] had a woman won the race.", []),
    (
        "Not only did the mayor resign on [Monday|2031-05-05], he also left the town.",
        ["2031-05-05 happened | The mayor resigned"],
    ),
    (
        "Nor did the mayor attend the meeting on [Monday|2031-05-05].",
        ["2031-05-05 denied | The mayor did not attend the meeting"],
    ),
    (
        "At no time on [Monday|2031-05-05] did the guards open the gate.",
        ["2031-05-05 denied | At no time did the guards open the gate"],
    ),
    ("Seldom had the town seen such a flood as in [1953|1953].", []),
    (
        "On [Monday|2031-05-05] came the news that the dam had failed.",
        ["2031-05-05 happened | The news came that the dam had failed"],
    ),
    (
        "In [1920|1920] was founded the town's first bank.",
        ["1920 happened | The town's first bank was founded"],
    ),
    # ── Conditions without "if" ──────────────────────────────────────────────────────
    ("Had he left on [Monday|2031-05-05], he would have lived.", []),
    (
        "The crash would have been avoided had the pilot turned back on [Monday|2031-05-05].",
        [],
    ),
    (
        "Should the dam fail on [Friday|2031-05-09], Lund will be evacuated.",
        ["2031-05-09 hypothetical | Should the dam fail, Lund will be evacuated"],
    ),
    (
        "Had a good call with Norda on [Monday|2031-05-05], and Ada could join.",
        ["2031-05-05 happened | Had a good call with Norda"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_what_a_construction_tells(text: str, expected: list[str]) -> None:
    assert [summary(mention) for mention in told(text)] == expected
