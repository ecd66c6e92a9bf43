"""A table of invented sentences: what breaks into a clause, and days that are not its own.

Written as in `test_extract`: "EDTF status | headline | reporter".
"""

import pytest
from test_extract import summary, told

TABLE: list[tuple[str, list[str]]] = [
    # ── "That mill": one that is pointed at ─────────────────────────────────────────────
    (
        "That mill was handed to the town on [Thursday|2031-05-01].",
        ["2031-05-01 happened | That mill was handed to the town"],
    ),
    (
        "But that mill was handed to the town on [Thursday|2031-05-01].",
        ["2031-05-01 happened | That mill was handed to the town"],
    ),
    (
        "That question prompted officials in Lund to close the port on [Monday|2031-05-05].",
        [
            "2031-05-05 happened | That question prompted officials in Lund to close the port"
        ],
    ),
    (
        "Norda Finance, that mill's credit arm, also applied for aid on [Monday|2031-05-05].",
        [
            "2031-05-05 happened | Norda Finance, that mill's credit arm, also applied for aid"
        ],
    ),
    (
        "That bridge, which fell in [1962|1962], was rebuilt in [1970|1970].",
        ["1970 happened | That bridge was rebuilt", "1962 happened | That bridge fell"],
    ),
    (
        "That the mill was sold on [Monday|2031-05-05] is no secret.",
        ["2031-05-05 happened | The mill was sold"],
    ),
    (
        "That was announced in Lund on [Monday|2031-05-05].",
        ["2031-05-05 happened | That was announced in Lund"],
    ),
    (
        "The mayor said, on [Monday|2031-05-05], that the mill, an old one, was sold.",
        ["2031-05-05 happened | The mill, an old one, was sold | mayor"],
    ),
    # ── Subjects whose verb stands behind an aside ──────────────────────────────────────
    (
        "Arvia accused Sarn of bias on [Monday|2031-05-05] after Velm, worried about the fever, ordered 70 Arvians into seclusion.",
        [
            "2031-05-05 happened | Arvia accused Sarn of bias after Velm, worried about the fever, ordered 70 Arvians into seclusion"
        ],
    ),
    (
        "Lund closed the port on [Monday|2031-05-05] because the mill, which was old, had burnt.",
        [
            "2031-05-05 happened | Lund closed the port because the mill, which was old, had burnt"
        ],
    ),
    (
        "Sarn on [Monday|2031-05-05] confirmed its first case after tests showed the mother of the victim, an Arvian, had caught the virus.",
        [
            "2031-05-05 happened | Sarn confirmed its first case after tests showed the mother of the victim, an Arvian, had caught the virus"
        ],
    ),
    (
        "Valk resigned on [Monday|2031-05-05] after the vote, the second this year, was lost.",
        [
            "2031-05-05 happened | Valk resigned after the vote, the second this year, was lost"
        ],
    ),
    (
        "Lund waited on [Monday|2031-05-05] while the mayor, Ada Brenn, spoke.",
        ["2031-05-05 happened | Lund waited while the mayor, Ada Brenn, spoke"],
    ),
    (
        "On [Monday|2031-05-05] the dam broke before the miners, many of them asleep, could leave.",
        [
            "2031-05-05 happened | The dam broke before the miners, many of them asleep, could leave"
        ],
    ),
    (
        "Valk was freed on [Monday|2031-05-05] after the judge, who had seen the film, changed her mind.",
        [
            "2031-05-05 happened | Valk was freed after the judge, who had seen the film, changed her mind"
        ],
    ),
    (
        "Valk left Lund after the war, a long one, and returned on [Monday|2031-05-05].",
        ["2031-05-05 happened | Valk left Lund after the war, a long one and returned"],
    ),
    (
        "Valk met the mayor on [Monday|2031-05-05] after the vote, which he lost, and left.",
        ["2031-05-05 happened | Valk met the mayor after the vote and left"],
    ),
    (
        "Valk fled after the vote on [Monday|2031-05-05], the mayor, Ada Brenn, told reporters.",
        ["2031-05-05 happened | Valk fled after the vote | Ada Brenn"],
    ),
    (
        "The experiment, a joint venture conducted on [Monday|2031-05-05] at the state labs in Lund, involved infecting pigs.",
        [
            "2031-05-05 happened | A joint venture was conducted at the state labs in Lund"
        ],
    ),
    (
        "Norda, the mill that burnt in [1962|1962], closed on [Monday|2031-05-05].",
        [
            "2031-05-05 happened | Norda, the mill, closed",
            "1962 happened | The mill burnt",
        ],
    ),
    # ── What is said: its subject ───────────────────────────────────────────────────────
    (
        "A ministry statement said on [Monday|2031-05-05] those who violated the order would be fined 10,000 crowns.",
        [
            "2031-05-05 happened | A ministry statement said those who violated the order would be fined 10,000 crowns | ministry statement"
        ],
    ),
    (
        "The minister said on [Monday|2031-05-05] Lund and those who fled would be fined.",
        [
            "2031-05-05 happened | The minister said Lund and those who fled would be fined | minister"
        ],
    ),
    (
        "The minister said on [Monday|2031-05-05] he saw the men who fled.",
        ["2031-05-05 happened | The minister said he saw the men | minister"],
    ),
    (
        "The mayor said on [Monday|2031-05-05] Ada Brenn, who had led the board, was ill.",
        ["2031-05-05 happened | The mayor said Ada Brenn was ill | mayor"],
    ),
    (
        "The mayor said on [Monday|2031-05-05] Lund, Sarn and Velm were lost.",
        ["2031-05-05 happened | The mayor said Lund, Sarn and Velm were lost | mayor"],
    ),
    (
        "The town has confirmed on [Monday|2031-05-05] a man from Sarn, who has stayed in the hotel, got the fever.",
        [
            "2031-05-05 happened | The town has confirmed a man from Sarn got the fever | town"
        ],
    ),
    (
        "The board said on [Tuesday|2031-05-06] that nearly 13,000 people have been confirmed infected with the fever but the number of countries affected is stable.",
        [
            "2031-05-06 happened | The board said that nearly 13,000 people have been confirmed infected with the fever | board"
        ],
    ),
    (
        "A spokeswoman said on [Monday|2031-05-05] that a traveller confirmed as the first case of the fever had been discharged.",
        [
            "2031-05-05 happened | A spokeswoman said that a traveller confirmed as the first case of the fever had been discharged | spokeswoman"
        ],
    ),
    (
        "The Mill Board (MB) declared on [Monday|2031-05-05] that the fever, known for years, was a danger.",
        [
            "2031-05-05 happened | The Mill Board declared that the fever was a danger | Mill Board"
        ],
    ),
    (
        "The agency declared on [Monday|2031-05-05] a shortage is under way from the fire known as the Velm blaze.",
        [
            "2031-05-05 happened | The agency declared a shortage is under way from the fire known as the Velm blaze"
        ],
    ),
    (
        "Republicans argued on [Monday|2031-05-05] the extra items should be vetted.",
        [
            "2031-05-05 happened | Republicans argued the extra items should be vetted | Republicans"
        ],
    ),
    (
        "The firm argued the mill was safe on [Monday|2031-05-05].",
        ["2031-05-05 happened | The firm argued the mill was safe | firm"],
    ),
    (
        "The lawyer argued the case on [Monday|2031-05-05].",
        ["2031-05-05 happened | The lawyer argued the case"],
    ),
    (
        "Roughly a quarter of the cases as of early spring were citizens, the embassy said on [Monday|2031-05-05], suggesting that caution was justified.",
        [
            "2031-05-05 happened | Roughly a quarter of the cases as of early spring were citizens, the embassy said | embassy"
        ],
    ),
    (
        "The mayor said on [Monday|2031-05-05] it was too early to say whether the dam would hold.",
        [
            "2031-05-05 happened | The mayor said it was too early to say whether the dam would hold | mayor"
        ],
    ),
    (
        "The mayor said on [Monday|2031-05-05] that it was clear that the dam had failed.",
        [
            "2031-05-05 happened | The mayor said that it was clear that the dam had failed | mayor"
        ],
    ),
    (
        "Brenn said on [Monday|2031-05-05] it is not clear whether the fever is over, but she said it was clear that the town had been warned.",
        [
            "2031-05-05 happened | Brenn said it is not clear whether the fever is over | Brenn"
        ],
    ),
    (
        "The board promised on [Monday|2031-05-05] to repair the dam, which could lead to a view that the town is lost.",
        ["2031-05-05 happened | The board promised to repair the dam"],
    ),
    (
        "The town kept an eye on [Monday|2031-05-05] on what happened at the mill.",
        ["2031-05-05 happened | The town kept an eye on what happened at the mill"],
    ),
    # ── What "and" joins ────────────────────────────────────────────────────────────────
    (
        "The office recorded more than 60 new cases on [Monday|2031-05-05], and although nobody has yet died, doctors are warning against any complacency.",
        ["2031-05-05 happened | The office recorded more than 60 new cases"],
    ),
    (
        "Brenn has called on the towns on [Monday|2031-05-05] to ensure both the old and the new mills get their share.",
        [
            "2031-05-05 happened | Brenn has called on the towns to ensure both the old and the new mills get their share"
        ],
    ),
    (
        "Many countries banned pork from Arvia, Sarn and other countries after the outbreak was detected in [April|2031-04].",
        [
            "2031-05-08 happened | Many countries banned pork from Arvia, Sarn and other countries",
            "2031-04 happened | The outbreak was detected",
        ],
    ),
    (
        "The vaccine will enter trials [next month|2031-06], the firm said on [Friday|2031-05-02], a day after the board declared a pandemic and warned governments.",
        ["2031-06 planned | The vaccine will enter trials | firm"],
    ),
    (
        "The assembly suspended the minister on [Monday|2031-05-05] and the family sued the town.",
        ["2031-05-05 happened | The assembly suspended the minister"],
    ),
    (
        "The assembly voted on [Monday|2031-05-05] to close the mill.",
        ["2031-05-05 happened | The assembly voted to close the mill"],
    ),
    # ── Between dashes ──────────────────────────────────────────────────────────────────
    (
        "The cases -- approximately 16 to 18 have been reported -- were found in Lund on [Monday|2031-05-05].",
        ["2031-05-05 happened | The cases were found in Lund"],
    ),
    (
        "With prices falling -- oil fell below $75 [yesterday|2031-05-07], down from a peak -- some firms expressed hope.",
        ["2031-05-07 happened | Oil fell below $75"],
    ),
    (
        "On [Monday|2031-05-05] -- the day was cold -- the mill burnt down.",
        ["2031-05-05 happened | The mill burnt down"],
    ),
    (
        "The major cable networks -- NND, Lund Live and TVT -- turned much of their attention on [Monday|2031-05-05] to the election of Ada Brenn as the mayor.",
        [
            "2031-05-05 happened | The major cable networks turned much of their attention to the election of Ada Brenn as the mayor"
        ],
    ),
    # ── Days ahead that no past verb has ────────────────────────────────────────────────
    (
        "The mayor hired a band to play on [3 June|2031-06-03].",
        ["2031-05-08 happened | The mayor hired a band to play on 3 June"],
    ),
    (
        "The mayor rejected a proposal to close the port in [June|2031-06].",
        [
            "2031-05-08 happened | The mayor rejected a proposal to close the port in June"
        ],
    ),
    (
        "The mayor criticised a plan to close the port on [3 June|2031-06-03].",
        [
            "2031-05-08 happened | The mayor criticised a plan to close the port on 3 June"
        ],
    ),
    (
        "The ministers agreed to hold a conference in [June|2031-06].",
        ["2031-06 planned | The ministers agreed to hold a conference"],
    ),
    (
        "The firm booked a hall for [3 June|2031-06-03].",
        ["2031-06-03 planned | The firm booked a hall for 3 June"],
    ),
    (
        "Valk was scheduled to return home on [9 May|2031-05-09], after his victory in Lund.",
        [
            "2031-05-09 planned | Valk was scheduled to return home, after his victory in Lund"
        ],
    ),
    # ── Words that a date leaves ────────────────────────────────────────────────────────
    (
        "The food agency reported 250 outbreaks in [February|2031-02] alone.",
        ["2031-02 happened | The food agency reported 250 outbreaks"],
    ),
    (
        "The band have postponed their shows in Velm to [July 31|2031-07-31] because of the fever.",
        [
            "2031-07-31 planned | The band have postponed their shows in Velm to July 31 because of the fever"
        ],
    ),
    (
        "The company moved its head office from Velm to Lund in [March|2031-03].",
        ["2031-03 happened | The company moved its head office from Velm to Lund"],
    ),
    (
        "Sales in the three months to [March|2031-03] fell by 3 percent.",
        ["2031-03 happened | Sales in the three months to March fell by 3 percent"],
    ),
    (
        "The researchers assessed the epidemic using data to [the end of April|2031-04-30].",
        [],
    ),
    (
        "The tally raised the number of cases to 254 from 139 reported on [Monday|2031-05-05].",
        [],
    ),
    (
        "During a meeting held at the harbour on [May 3|2031-05-03], Oren Valk resigned.",
        [
            "2031-05-03 happened | During a meeting held at the harbour, Oren Valk resigned"
        ],
    ),
    (
        "In a deal signed on [Monday|2031-05-05], Norda bought Sarn.",
        [
            "2031-05-08 happened | In a deal signed on Monday, Norda bought Sarn",
            "2031-05-05 happened | A deal was signed",
        ],
    ),
    (
        "Norda Air, meanwhile, posted a $50 million loss in [2030|2030], compared to the $220 million it reported before.",
        ["2030 happened | Norda Air posted a $50 million loss"],
    ),
    (
        "The latest reported case was found on [Monday|2031-05-05].",
        ["2031-05-05 happened | The latest reported case was found"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_what_a_sentence_tells(text: str, expected: list[str]) -> None:
    assert [summary(mention) for mention in told(text)] == expected
