"""News as it is written in papers: what is of the day, and what is of another.

Read as the sentences of `test_extract_printed` are, in a text of Friday, 18 May 2012.
"""

import pytest
from test_extract_seams import read_as_written

TABLE: list[tuple[str, list[str]]] = [
    # ── Who warned of it stands last ────────────────────────────────────────────────────
    (
        "The dam may break, the mayor, Jon Vik, warned on Monday.",
        [
            "2012-05-14 happened | The dam may break, the mayor, Jon Vik, warned | Jon Vik"
        ],
    ),
    (
        "The rules on fishing may have to be changed, the harbour master, Sir Nils Brandt, warned yesterday.",
        [
            "2012-05-17 happened | The rules on fishing may have to be changed, the harbour master, Sir Nils Brandt, warned | Nils Brandt"
        ],
    ),
    (
        "The mayor, Jon Vik, warned on Monday of floods.",
        ["2012-05-14 happened | The mayor, Jon Vik, warned of floods"],
    ),
    # ── What is past goes on with nothing that is still to come ─────────────────────────
    (
        "The trial has resumed. Mr Holm, the first witness, is expected to speak again when he returns to court on Tuesday. The prosecution also questioned a guard about the keys.",
        [
            "2012-05-18 happened | The trial has resumed",
            "2012-05-22 planned | Mr Holm, the first witness, is expected to speak again when he returns to court",
        ],
    ),
    (
        "The trial has resumed. Mr Holm spoke when he returned to court on Tuesday. The prosecution also questioned a guard about the keys.",
        [
            "2012-05-18 happened | The trial has resumed",
            "2012-05-15 happened | Mr Holm spoke when he returned to court",
            "2012-05-15 happened | The prosecution also questioned a guard about the keys",
        ],
    ),
    # ── The day of a photograph ─────────────────────────────────────────────────────────
    (
        "A woman shut a shop in Lund in this June 3, 2009 file photo. The city raised fares on Thursday.",
        ["2012-05-17 happened | The city raised fares"],
    ),
    (
        "A file photo of the mayor was stolen on Monday.",
        ["2012-05-14 happened | A file photo of the mayor was stolen"],
    ),
    # ── Of what a participle or a noun only says ────────────────────────────────────────
    (
        "The ministry confirmed nine deaths, adding to the four cases reported on Tuesday.",
        ["2012-05-15 happened | The four cases were reported"],
    ),
    (
        "Ulm confirmed nine deaths, up from two reported on Monday.",
        ["2012-05-14 happened | Two were reported"],
    ),
    (
        "The bank raised its rate, following the cut made in May.",
        [
            "2012-05-18 happened | The bank raised its rate, following the cut made in May",
            "2012-05 happened | The cut was made",
        ],
    ),
    (
        "The bank raised its rate, after the guard opened the door in May.",
        [
            "2012-05-18 happened | The bank raised its rate",
            "2012-05 happened | The guard opened the door",
        ],
    ),
    (
        "And in a television ad introduced last week, Brenn looks into the camera and says all is well.",
        ["2012-05-07/2012-05-13 happened | A television ad was introduced"],
    ),
    (
        "The mine shut and in Lund the mayor resigned on Monday, aides say.",
        ["2012-05-14 happened | In Lund the mayor resigned | aides"],
    ),
    ("One official recalled seeing the letter in March.", []),
    (
        "The minister recalled two envoys in March.",
        ["2012-03 happened | The minister recalled two envoys"],
    ),
    (
        "Since the boom days on Bay Street during the heady 1990s, Ulm has been able to turn itself into a city of towers.",
        [],
    ),
    (
        "The show has met with rows since it was first reported in July.",
        ["2011-07/2012-05-18 happened | The show has met with rows"],
    ),
    ("The show has been surrounded with rows since it was announced in July.", []),
    (
        "It was announced in July that the show would close.",
        ["2011-07 happened | It was announced that the show would close"],
    ),
    (
        "During the heady 1990s, Ulm turned itself into a city of towers.",
        ["199X happened | Ulm turned itself into a city of towers"],
    ),
    # ── What was planned and is off ─────────────────────────────────────────────────────
    (
        "A rock concert, expected to take place in Oslo in June, was cancelled after the band split.",
        ["2012-05-18 happened | A rock concert was cancelled after the band split"],
    ),
    (
        "A rock concert, expected to take place in Oslo in June, has been sold out.",
        [
            "2012-05-18 happened | A rock concert has been sold out",
            "2012-06 planned | A rock concert expected to take place in Oslo",
        ],
    ),
    (
        "A rock concert, expected to take place in Oslo in May 2010, was cancelled after the band split.",
        [],
    ),
    # ── What was on the day of another thing ────────────────────────────────────────────
    (
        "Doctors were called to the villa while the guard was calling for help on the day she died, according to a log.",
        [],
    ),
    ("Voters went to the polls on the day that the dam broke.", []),
    (
        "The guard said he locked the gate on the night of the raid.",
        [
            "2012-05-18 happened | The guard said he locked the gate on the night of the raid | guard"
        ],
    ),
    (
        "The mayor opened the fair on the first day of spring.",
        ["2012-05-18 happened | The mayor opened the fair on the first day of spring"],
    ),
    # ── The disaster is the harm that was told of ───────────────────────────────────────
    (
        "Rescuers have left Ulm. About 900 people are homeless following the 12 May earthquake. The disaster also left as many as 200 people dead.",
        [
            "2012-05-18 happened | Rescuers have left Ulm",
            "2012-05-12 happened | The disaster also left as many as 200 people dead",
        ],
    ),
    (
        "Rescuers have left Ulm. The disaster killed 200 people.",
        ["2012-05-18 happened | Rescuers have left Ulm"],
    ),
    (
        "A quake hit Ulm on Monday and a fire burnt the mill on Tuesday. The disaster killed 200 people.",
        [
            "2012-05-14 happened | A quake hit Ulm",
            "2012-05-15 happened | A fire burnt the mill",
        ],
    ),
    # ── What may not be so is not what is told ──────────────────────────────────────────
    (
        "The flu, an apparently new strain of the H9 virus, has been confirmed in seven towns.",
        [
            "2012-05-18 happened | The flu, an apparently new strain of the H9 virus, has been confirmed in seven towns"
        ],
    ),
    (
        "A hoax video apparently showing the singer leaving a van has emerged.",
        [
            "2012-05-18 happened | A hoax video apparently showing the singer leaving a van has emerged"
        ],
    ),
    (
        "The man, allegedly a spy, has been arrested.",
        ["2012-05-18 happened | The man, allegedly a spy, has been arrested"],
    ),
    (
        "The singer has apparently left Ulm.",
        ["2012-05-18 alleged | The singer has apparently left Ulm"],
    ),
    (
        "The firm is allegedly selling arms.",
        ["2012-05-18 alleged | The firm is allegedly selling arms"],
    ),
    # ── Who says so, and to whom ────────────────────────────────────────────────────────
    (
        "A fire has hit Ulm. The mayor left. However, Jan and Ruth Orr said the town was safe.",
        [
            "2012-05-18 happened | A fire has hit Ulm",
            "2012-05-18 happened | The mayor left",
            "2012-05-18 happened | Jan and Ruth Orr said the town was safe | Jan and Ruth Orr",
        ],
    ),
    (
        "The agency said on Monday it was in daily contact with U.S., Canadian and Irish banks.",
        [
            "2012-05-14 happened | The agency said it was in daily contact with U.S., Canadian and Irish banks | agency"
        ],
    ),
    (
        "Officials said Thursday was the first day they had failed to find anyone alive.",
        [
            "2012-05-17 happened | Officials said Thursday was the first day they had failed to find anyone alive"
        ],
    ),
    (
        "The mayor said Monday there was no danger.",
        ["2012-05-14 happened | The mayor said there was no danger"],
    ),
    (
        'A flood has hit Ulm. Fireman Jan Horn said he pulled a boy out. He told the radio: "A small boy was crying for help near the bridge, and we tried to reach him."',
        [
            "2012-05-18 happened | A flood has hit Ulm",
            "2012-05-18 happened | Fireman Jan Horn said he pulled a boy out | Fireman Jan Horn",
            "2012-05-18 happened | Fireman Jan Horn told the radio: a small boy was crying for help near the bridge | Fireman Jan Horn",
        ],
    ),
    (
        'A fire has hit Ulm. The chief told the Daily Post: "Nine men were killed by the blast."',
        [
            "2012-05-18 happened | A fire has hit Ulm",
            "2012-05-18 happened | The chief told the Daily Post: Nine men were killed by the blast | chief",
        ],
    ),
    (
        "A fire has hit Ulm. The chief told the Daily Post that nine men were killed by the blast.",
        [
            "2012-05-18 happened | A fire has hit Ulm",
            "2012-05-18 happened | The chief told the Daily Post nine men were killed by the blast | chief",
        ],
    ),
    (
        "The Ministry of Roads, Ports and Rivers confirmed on Monday that the bridge was shut.",
        [
            "2012-05-14 happened | The Ministry of Roads, Ports and Rivers confirmed that the bridge was shut | Ministry of Roads"
        ],
    ),
    (
        "The heads of the Board of Trade, Ada Brenn and Jon Vik, confirmed on Monday that the bridge was shut.",
        [
            "2012-05-14 happened | The heads of the Board of Trade, Ada Brenn and Jon Vik, confirmed that the bridge was shut | heads of the Board of Trade"
        ],
    ),
    (
        "The Centers for Flood Control and Relief said in March that 40 dams were unsafe.",
        [
            "2012-03 happened | The Centers for Flood Control and Relief said that 40 dams were unsafe | Centers for Flood Control"
        ],
    ),
    (
        "Lawyers have argued that Hallan, dealing with debts, drugged himself with a dose of wine after Mr Orr left his room.",
        [
            "2012-05-18 happened | Lawyers have argued that Hallan drugged himself with a dose of wine after Mr Orr left his room | Lawyers"
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_news_as_printed(text: str, expected: list[str]) -> None:
    assert read_as_written(text) == expected
