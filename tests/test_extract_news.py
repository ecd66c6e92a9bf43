"""Tables of invented sentences of news: what their lines keep, and what is no news at all.

A time expression stands in brackets with its EDTF value, as in `test_extract`.
"""

import pytest
from test_extract import told

KEPT: list[tuple[str, list[str]]] = [
    # ── What hangs off what is left out ──────────────────────────────────────────────
    (
        "The old ferry to the outer islands has stopped for good and all, with the greater part of its"
        " forty deckhands refusing to board it again unless they are paid before.",
        ["The old ferry to the outer islands has stopped for good and all"],
    ),
    (
        "The jury was shown a picture of the captain lying on the quay after he fell, and"
        " heard a recording of the mate slurring while talking of the coming storm.",
        [
            "The jury was shown a picture of the captain lying on the quay and heard a"
            " recording of the mate slurring"
        ],
    ),
    # ── What a line does not stop short of ───────────────────────────────────────────
    (
        "The ministry issued an alert on [2 May|2031-05-02] after learning that a number of"
        " miners had died of what seems to be a new fever.",
        [
            "The ministry issued an alert after learning that a number of miners had died of"
            " what seems to be a new fever"
        ],
    ),
    (
        "The ministry in Lund said on [Monday|2031-05-05] it has asked all mayors of the"
        " valley to find anyone who may have met the patient on his long way home.",
        [
            "The ministry in Lund said it has asked all mayors of the valley to find anyone"
            " who may have met the patient on his long way home"
        ],
    ),
    (
        "A miner was pulled alive from the mud in the Lundish port of Sarn-au-Torvik on"
        " [Monday|2031-05-05], two weeks after the flood which took the greater part of it.",
        ["A miner was pulled alive from the mud in the Lundish port of Sarn-au-Torvik"],
    ),
    (
        "Norda, Sarn and the Kestrels, citing the fever, shut their ports on [Monday|2031-05-05].",
        ["Norda, Sarn and the Kestrels shut their ports"],
    ),
    (
        "Ada Brenn emerged in [May|2031-05] as a leader in the debate on the health of miners when"
        " her ally, the old mayor Oren Valk of Torvik, was sidelined by a long illness.",
        [
            "Ada Brenn emerged as a leader in the debate on the health of miners when her ally,"
            " the old mayor Oren Valk of Torvik, was sidelined by a long illness"
        ],
    ),
    (
        "A boy of six, Oren Valk, was pulled out on [Monday|2031-05-05], looking gaunt and covered"
        " in dust.",
        ["A boy of six, Oren Valk, was pulled out, looking gaunt and covered in dust"],
    ),
    (
        "Brenn's deputy said on [Monday|2031-05-05] only two boats were let into the port.",
        ["Brenn's deputy said only two boats were let into the port"],
    ),
    (
        "Norda, which lends to miners in Lund, Sarn and Torvik, lost 40 boats on [Monday|2031-05-05].",
        ["Norda lost 40 boats"],
    ),
    (
        "City officials said on [Monday|2031-05-05] they also hoped their work would help firms.",
        ["City officials said they also hoped their work would help firms"],
    ),
    (
        "The army has dropped food and water supplies from the air but there are reports of fights"
        " in the north of the land.",
        ["The army has dropped food and water supplies from the air"],
    ),
    (
        "As many as 200,000 people died in [the 12 January|2031-01-12] earthquake.",
        ["As many as 200,000 people died in the earthquake"],
    ),
    # ── Where it was ─────────────────────────────────────────────────────────────────
    (
        "The strike has spread to Torvik, where riots broke out last [month|2031-04].",
        ["The strike has spread to Torvik", "Riots broke out in Torvik"],
    ),
    (
        "Ada Brenn left the mill, where she met its miners on [Monday|2031-05-05].",
        ["Ada Brenn left the mill", "Ada Brenn met its miners"],
    ),
    # ── What a date explains that is not the verb's ──────────────────────────────────
    (
        "Oren Valk, director of Hands for Lund, a fund set up [10 years ago|2021] to help"
        " miners, said three of its mills were lost.",
        [],
    ),
    # ── Who says so now ──────────────────────────────────────────────────────────────
    (
        "[Today|2031-05-08], Ada Brenn, an author based in Torvik, tells the Post she cannot"
        " reach her sons.",
        [
            "Ada Brenn, an author based in Torvik, tells the Post she cannot reach her sons"
        ],
    ),
    (
        "Doctors treating miners hurt in [Monday|2031-05-05]'s flood in Lund say they need"
        " more beds.",
        ["Miners were hurt in Monday's flood in Lund"],
    ),
    # ── What is under a condition, or who "he" is ────────────────────────────────────
    (
        "Brenn said if the dam breaks, the town of Lund will be flooded.",
        ["Brenn said if the dam breaks, the town of Lund will be flooded"],
    ),
    (
        "Brenn warned on [Monday|2031-05-05] that if the dam breaks, the town of Lund will"
        " be flooded.",
        ["Brenn warned that if the dam breaks, the town of Lund will be flooded"],
    ),
    (
        "Mayor Brenn said when Olaf Valk found the ferryman, he did not call a doctor.",
        [
            "Mayor Brenn said when Olaf Valk found the ferryman, he did not call a doctor"
        ],
    ),
    (
        "Brenn said when the storm grew, the harbour was closed.",
        ["Brenn said the harbour was closed"],
    ),
    # ── What someone is asked to do, behind an aside ─────────────────────────────────
    (
        "The ministry has asked doctors in the Sarn valley, on the border with Norda, to send"
        " it samples of the water and lists of all who are ill.",
        [
            "The ministry has asked doctors in the Sarn valley to send it samples of the"
            " water and lists of all who are ill"
        ],
    ),
    # ── Clauses that are whole where the line is not much too long ───────────────────
    (
        "Norda has signed the papers for the sale of the old harbour and of all its ferries"
        " in the presence of the three mayors.",
        [
            "Norda has signed the papers for the sale of the old harbour and of all its"
            " ferries in the presence of the three mayors"
        ],
    ),
    (
        "Prosecutors have charged a man with the killing of a doctor who was shot in her"
        " kitchen by someone in the garden.",
        [
            "Prosecutors have charged a man with the killing of a doctor who was shot in"
            " her kitchen by someone in the garden"
        ],
    ),
    (
        "The bank has agreed to set aside thirty million crowns for the widows of the mine"
        " in a fund that is kept by the mayors.",
        [
            "The bank has agreed to set aside thirty million crowns for the widows of the"
            " mine in a fund that is kept by the mayors"
        ],
    ),
    # ── What "that" brings, up to its verb ───────────────────────────────────────────
    (
        "Brenn has replied that the union and its friends would first need better ships.",
        [
            "Brenn has replied that the union and its friends would first need better ships"
        ],
    ),
    (
        "Valk has shown that the number of those who leave the harbour may be higher.",
        ["Valk has shown that the number of those who leave the harbour may be higher"],
    ),
    (
        "The union sent a letter on [Monday|2031-05-05] arguing the Mine and Water Service"
        " cannot close the pit.",
        [
            "The union sent a letter arguing the Mine and Water Service cannot close the pit"
        ],
    ),
    # ── Dates that are no date of what is told ───────────────────────────────────────
    (
        "Brenn told the miners to stop work beginning on [Friday|2031-05-09].",
        ["Brenn told the miners to stop work beginning on Friday"],
    ),
    ("There were floods similar to that in [1918|1918] at Lund, Brenn said.", []),
    (
        "The mayor was aware of pupils due to leave Lund [this week|2031-05-05/2031-05-11].",
        [],
    ),
    (
        "Ada Brenn, head of the Lund mill, speaking to reporters on [Monday|2031-05-05],"
        " ruled out a sale.",
        ["Ada Brenn, head of the Lund mill, ruled out a sale"],
    ),
    (
        "The party won the vote at Lund, and hopes to govern [this September|2031-09].",
        [
            "The party won the vote at Lund and hopes to govern this September",
            "The party hopes to govern",
        ],
    ),
    (
        "The talks of the parties that are to end by [May|2031-05], resumed [last week|2031-04-28/2031-05-04].",
        [
            "The talks of the parties resumed",
            "The talks of the parties are to end by May",
        ],
    ),
    # ── Words of a date that stay ────────────────────────────────────────────────────
    (
        "Output rose in [January|2031-01]/[March|2031-03] at Lund.",
        ["Output rose in January/March at Lund"],
    ),
    (
        "The miners of Lund will have to wait until well into [next year|2032].",
        ["The miners of Lund will have to wait until well into next year"],
    ),
    # ── Who says so, behind what is said ─────────────────────────────────────────────
    (
        "The mill of Lund was shut on [Monday|2031-05-05], Ada Brenn, head of the union, said.",
        ["The mill of Lund was shut"],
    ),
    (
        "Kestrel has bought 2.7 million shares, or about a fifth, of the old ferry line.",
        [
            "Kestrel has bought 2.7 million shares, or about a fifth, of the old ferry line"
        ],
    ),
    (
        "The towns, which cosponsor the talks that are supposed to end by [May|2031-05],"
        " invited Ada Brenn to rejoin [last week|2031-04-28/2031-05-04].",
        ["The towns, which cosponsor the talks, invited Ada Brenn to rejoin"],
    ),
    (
        "Norda declared a first dividend on [Monday|2031-05-05], payable [Dec. 1|2031-12-01] to"
        " holders of record [Nov. 10|2031-11-10].",
        [
            "Norda declared a first dividend, payable Dec. 1 to holders of record Nov. 10"
        ],
    ),
    (
        "Prices are expected to fall [next year|2032], Bank of Lund, Norda's largest bank, said"
        " in a paper.",
        ["Prices are expected to fall"],
    ),
    (
        "The sale was expected after Lund police said they believe the union was behind a fire"
        " at the mill [last week|2031-04-28/2031-05-04].",
        ["Lund police said they believe the union was behind a fire at the mill"],
    ),
    (
        "Ada Brenn said on [Monday|2031-05-05] that Norda will fight the move if they have to.",
        ["Ada Brenn said that Norda will fight the move if they have to"],
    ),
    (
        "The council has drawn up a list for those who want to ensure their letter is read.",
        [
            "The council has drawn up a list for those who want to ensure their letter is read"
        ],
    ),
    # ── What is no verb ──────────────────────────────────────────────────────────────
    (
        "Blasts at Lund blew down the mill on [Monday|2031-05-05], trapping men under slabs of"
        " stone and twisted iron that firemen cut.",
        ["Blasts at Lund blew down the mill"],
    ),
    (
        "The rising cost of oil and imports is likely to raise prices [this year|2031].",
        ["The rising cost of oil and imports is likely to raise prices"],
    ),
    (
        "The mayor announced a set of rules on [Monday|2031-05-05] for the port.",
        ["The mayor announced a set of rules for the port"],
    ),
    # ── Marks of what has gone ───────────────────────────────────────────────────────
    (
        "The barge, which sank 3km (2 miles) off Lund, was raised on [Monday|2031-05-05].",
        ["The barge off Lund was raised"],
    ),
    (
        "A miner died on [Monday|2031-05-05] after a fall in the pit, and now, the mill is shut.",
        ["A miner died after a fall in the pit"],
    ),
    (
        "Output will grow by 2 % a year between [now|PRESENT_REF] and [2034|2034].",
        ["Output will grow by 2 % a year"],
    ),
    ("The move came on [Monday|2031-05-05].", []),
    ("The Lund Post said in a long editorial on [Monday|2031-05-05].", []),
    (
        "Lund, Sarn and Torvik, who were asked in [2029|2029], will join on [May 12|2031-05-12].",
        ["Lund, Sarn and Torvik will join", "Lund, Sarn and Torvik were asked"],
    ),
    (
        "Phil Valk, a farmer and miner who is ill, was named head of Norda on [Monday|2031-05-05].",
        ["Phil Valk, a farmer and miner, was named head of Norda"],
    ),
    (
        "The port of Lund was shut on [Monday|2031-05-05], however.",
        ["The port of Lund was shut"],
    ),
    (
        "Oren Valk turned himself in [around 6 p.m.|2031-05-05T18:00~] at Lund.",
        ["Oren Valk turned himself in at Lund"],
    ),
    (
        "The council met at [16:50|2031-05-05T16:50] hours local time to hear Ada Brenn.",
        ["The council met to hear Ada Brenn"],
    ),
    # ── Dates of things ──────────────────────────────────────────────────────────────
    (
        "The car was described as a silver [2007|2007] Norda van.",
        ["The car was described as a silver 2007 Norda van"],
    ),
    (
        "Between [2005|2005] and [January 2009|2009-01], there were four floods at Lund.",
        [],
    ),
    (
        "Norda would look into the loss of forty ships [four years ago|2027].",
        ["The loss of forty ships"],
    ),
    (
        "With forty men feared dead in Lund, the mayor has closed the mine.",
        ["With forty men feared dead in Lund, the mayor has closed the mine"],
    ),
    (
        "Already, the strike, called in [May|2031-05] by the miners, has closed the harbour.",
        [
            "Already, the strike has closed the harbour",
            "The strike was called by the miners",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), KEPT, ids=[row[0] for row in KEPT])
def test_what_a_line_keeps(text: str, expected: list[str]) -> None:
    assert [mention.headline for mention in told(text)] == expected


NAMED: list[tuple[str, str]] = [
    (
        "Elian Brenn came to Lund. Elian has been ill since he was found at sea on"
        " [4 May 2029|2029-05-04].",
        "Elian was found at sea",
    ),
    (
        "Valk, Olaf, is a miner. Olaf Valk is well, and the mills he had are sold. He was"
        " freed on [Monday|2031-05-05].",
        "Olaf Valk was freed",
    ),
    (
        "Newspapers named the couple as Olaf and Ada Brenn. They left Lund on [May 1|2031-05-01].",
        "They left Lund",
    ),
    (
        "Ada Brenn has invited the painter Olaf Valk to come. He will go to Lund on"
        " [May 12|2031-05-12].",
        "He will go to Lund",
    ),
    (
        "A Varenian came. On [Monday|2031-05-05] the Varenian left Lund.",
        "The Varenian left Lund",
    ),
]


@pytest.mark.parametrize(("text", "line"), NAMED, ids=[row[0] for row in NAMED])
def test_who_is_named_before(text: str, line: str) -> None:
    assert told(text)[-1].headline == line


NEWS = "Miners have blocked the port of Lund, police said. The mayor left the town. "
"""The head of a report: what is told plainly behind it is news of its day."""

OLD: list[str] = [
    "Norda [recently|PAST_REF] cut its prices.",
    "In [the past|PAST_REF] the mayor sold mills.",
    "The mayor said in a letter at the time that the port was safe.",
    "During her career Ada Brenn led three mills.",
    "In those days Norda ran the ferries.",
    "In the off-season Kestrel bought a new ferry.",
    "The mill is owned by Norda.",
    "Ada Brenn was born in Lund.",
    "Olaf Valk grew up on a farm at Torvik.",
    "Ada Brenn spent much of her childhood at Torvik.",
    "Ada Brenn began her career at the mill of Torvik.",
    "Two others originally opened as mills.",
    "Norda has long said that the port is unsafe.",
]


@pytest.mark.parametrize("text", OLD)
def test_what_is_of_no_day_of_late(text: str) -> None:
    lines = [mention.headline for mention in told(NEWS + text)]
    assert lines == [
        "Miners have blocked the port of Lund, police said",
        "The mayor left the town",
    ]


def test_an_hour_is_that_of_one_event() -> None:
    text = (
        "A dam fell at [noon on Monday|2031-05-05T12:00]. The keeper was pronounced dead two"
        " hours later at Lund."
    )
    assert [mention.time.edtf for mention in told(text)] == [
        "2031-05-05T12:00:00",
        "2031-05-05",
    ]


LATE: list[tuple[str, str]] = [
    (
        "Brenn said it was the worst flood for decades.",
        "Brenn said it was the worst flood for decades",
    ),
    ("Norda cut its prices.", "Norda cut its prices"),
    ("Norda [recently|PAST_REF] cut its prices and has closed a mill.", ""),
    (
        "The guards seized four men who were at the port at the time.",
        "The guards seized four men who were at the port at the time",
    ),
    ("The mayor ended her career.", "The mayor ended her career"),
    ("Norda opened two others as mills.", "Norda opened two others as mills"),
]


@pytest.mark.parametrize(("text", "line"), LATE, ids=[row[0] for row in LATE])
def test_what_is_of_the_day_of_the_report(text: str, line: str) -> None:
    lines = [mention.headline for mention in told(NEWS + text)]
    assert lines[2:] == [line] * bool(line)


BODY = f"{NEWS}Boats lie idle in the bay of Lund. The school of the town is shut. "
"""The same, behind which another sentence no longer stands at the head."""

STANDING: list[str] = [
    "Oren Valk has pleaded not guilty to the theft.",
    "The banker has repeatedly denied the theft.",
    "Critics have blamed Norda for the flood.",
    "Previous floods have reached the mills.",
    "Some experts are already calling the dam a risk.",
    "Some mayors have asked for more boats.",
    "But other mills are testing new pumps.",
    "Meanwhile, some miners have voiced fears for the dam.",
    "A similar dam has been built at Sarn.",
    "More and more miners have moved to Torvik.",
    "People have been cancelling their trips.",
    "Analysts say it may not reopen this year.",
    "Supporters say the dam is needed if the mills are to go on.",
    "The strike is also affecting the mills.",
    "Oren Valk told the Post: “We just do not know what to do about the boats.”",
    "Ada Brenn told the Post: “I do not think it would help anybody in the town.”",
    "Lenders are facing losses as the mills close.",
    "The decision marked a break with the past.",
    "Many miners think the mayor is wrong.",
    "At least some of her friends think the mayor is wrong.",
    "The three ports handle goods shipped from Sarn and coal bought in Lund.",
    "The vote underlined the split in the town.",
    "The plan was designed to last for a month.",
    "The ministry says it is important for families to know what happened.",
    "The council ultimately decided to hand the boats back.",
    "A miner was found dead two hours later in the bay.",
]


@pytest.mark.parametrize("text", STANDING)
def test_how_things_stand_is_no_news(text: str) -> None:
    assert not told(BODY + text)[2:]


MOVING: list[tuple[str, str]] = [
    (
        "Some 40 miners have asked for more boats.",
        "Some 40 miners have asked for more boats",
    ),
    (
        "Some mayors have asked for more boats, Brenn said.",
        "Some mayors have asked for more boats, Brenn said",
    ),
    ("The mayor has asked for more boats.", "The mayor has asked for more boats"),
    ("Some miners have been pulled out.", "Some miners have been pulled out"),
    (
        "Norda's head told the Post a clerk at its Lund branch has been hurt.",
        "Norda's head told the Post a clerk at its Lund branch has been hurt",
    ),
    (
        "The judge told Valk: “You may not leave the town of Lund before May.”",
        "The judge told Valk: “You may not leave the town of Lund before May”",
    ),
    (
        "Our reporter says the rules of the port are very clear.",
        "Our reporter says the rules of the port are very clear",
    ),
    (
        "A poll said that 90% of miners believe the mayor has done well.",
        "A poll said that 90% of miners believe the mayor has done well",
    ),
    ("Analysts at Norda said it was ill.", "Analysts at Norda said it was ill"),
    (
        "The mayor underlined the need for calm.",
        "The mayor underlined the need for calm",
    ),
    ("The plans were made public.", "The plans were made public"),
    ("The police think the mayor fled.", "The police think the mayor fled"),
    ("Norda says it is sending 30 guards.", "Norda says it is sending 30 guards"),
    ("A miner was found dead in the bay.", "A miner was found dead in the bay"),
]


@pytest.mark.parametrize(("text", "line"), MOVING, ids=[row[0] for row in MOVING])
def test_what_someone_in_particular_does_is_news(text: str, line: str) -> None:
    assert [mention.headline for mention in told(BODY + text)[2:]] == [line]
