"""A table of invented sentences: the lines that an editor would print for them.

A time expression stands in brackets with its EDTF value, as in `test_extract`.
"""

import pytest
from test_extract import told

LINES: list[tuple[str, list[str]]] = [
    # ── Dates of harms and of papers ─────────────────────────────────────────────────
    (
        "In the great gale of [May 1903|1903-05] the chapel lost its roof.",
        ["In the great gale the chapel lost its roof"],
    ),
    (
        "The brewery was gutted in the fire of [1871|1871].",
        ["The brewery was gutted in the fire"],
    ),
    ("She wrote a novel about the flood of [1862|1862].", []),
    (
        "The tenant gave up the garden by clause 4 of the lease dated [3 May 2004|2004-05-03].",
        [],
    ),
    (
        "She was dismissed by letter dated [3 May 2004|2004-05-03].",
        ["She was dismissed by letter"],
    ),
    (
        "A note dated [3 May 2004|2004-05-03] informed her that the loan was refused.",
        ["A note dated 3 May 2004 informed her that the loan was refused"],
    ),
    (
        "Denies that the quay gave way on [3 May 2004|2004-05-03].",
        ["The quay gave way"],
    ),
    ("See Vale v. Orr, 12 F.3d 403 (Kan. [2013|2013]).", []),
    (
        "The board adopted the budget for [2030|2030].",
        ["The board adopted the budget for 2030"],
    ),
    (
        "The rail is cracked and must be mended by [30 June 2031|2031-06-30].",
        ["The rail must be mended by 30 June 2031"],
    ),
    # ── A clause inside another ──────────────────────────────────────────────────────
    (
        "The man who on [3 May 2004|2004-05-03] shot the judge died on [Monday|2031-05-05].",
        [
            "The man who on 3 May 2004 shot the judge died",
            "The man shot the judge",
        ],
    ),
    (
        "The mayor who promised a town without fear was arrested on [Monday|2031-05-05].",
        ["The mayor who promised a town without fear was arrested"],
    ),
    (
        "The mayor who said the dam was safe resigned on [Monday|2031-05-05].",
        ["The mayor who said the dam was safe resigned"],
    ),
    (
        "The mayor, who said the dam was safe, resigned on [Monday|2031-05-05].",
        ["The mayor resigned"],
    ),
    (
        "The hall that was built by the town collapsed on [Monday|2031-05-05].",
        ["The hall that was built by the town collapsed"],
    ),
    (
        "The house in which he was born in [1943|1943] burned down on [Monday|2031-05-05].",
        ["The house in which he was born in 1943 burned down"],
    ),
    (
        "The soldiers who had taken the town when the war began left on [Monday|2031-05-05].",
        ["The soldiers who had taken the town when the war began left"],
    ),
    (
        "The soldier who was killed in the attack launched in [May|2031-05] had two children.",
        ["The attack was launched"],
    ),
    (
        "The news that the king died on [Monday|2031-05-05] spread quickly.",
        ["The king died"],
    ),
    (
        "The claim that the mill had been sold angered workers on [Monday|2031-05-05].",
        ["The claim that the mill had been sold angered workers"],
    ),
    (
        "Doctors who treated the miners said on [Monday|2031-05-05] tests showed no gas.",
        ["Doctors said tests showed no gas"],
    ),
    (
        "She left the hall, reading from a paper that said banks made loans on [Monday|2031-05-05].",
        ["Banks made loans"],
    ),
    (
        "The mayor praised the miners, trapped since [March|2031-03], who on [Monday|2031-05-05] came home.",
        ["The miners came home"],
    ),
    (
        "She praised the heads of the Torvik Union (TU), led by Lund and who answered on [Monday|2031-05-05].",
        ["The heads of the Torvik Union answered"],
    ),
    (
        "The court authorised the heirs of the former owners of the mill in the old harbour of Lund to sell it on [Monday|2031-05-05].",
        [
            "The court authorised the heirs of the former owners of the mill in the old harbour of Lund to sell it"
        ],
    ),
    # ── What someone is held to have done ────────────────────────────────────────────
    (
        "Oren Valk is accused of stealing a boat on [3 May 2019|2019-05-03].",
        ["Oren Valk stole a boat"],
    ),
    (
        "Oren Valk denied stealing a boat on [3 May 2019|2019-05-03].",
        ["Oren Valk stole a boat"],
    ),
    (
        "Prosecutors accused the mayor of taking bribes between [2012 and 2015|2012/2015].",
        [
            "Prosecutors accused the mayor of taking bribes between 2012 and 2015",
            "The mayor took bribes",
        ],
    ),
    # ── Verbs in a list ──────────────────────────────────────────────────────────────
    (
        "The army took Lund on [Monday|2031-05-05], lost it on [Tuesday|2031-05-06] and retook it on [Wednesday|2031-05-07].",
        ["The army took Lund", "The army lost it", "The army retook it"],
    ),
    (
        "Ada Brenn was elected in [2010|2010], re-elected in [2014|2014] and defeated in [2018|2018].",
        [
            "Ada Brenn was elected",
            "Ada Brenn was re-elected",
            "Ada Brenn was defeated",
        ],
    ),
    (
        "Oren Valk met Ada Brenn, elected in [2010|2010], and left Lund on [Monday|2031-05-05].",
        ["Oren Valk met Ada Brenn and left Lund", "Ada Brenn was elected"],
    ),
    (
        "Oren Valk was born in Lund in [1950|1950], studied law, and moved in [1975|1975] to Torvik.",
        ["Oren Valk was born in Lund", "Oren Valk moved to Torvik"],
    ),
    # ── Dates beside others ──────────────────────────────────────────────────────────
    (
        "The strike, due to begin on [Tuesday|2031-05-13], was called off on [Monday|2031-05-05].",
        ["The strike, due to begin on Tuesday, was called off"],
    ),
    (
        "Asked on [Monday|2031-05-05] whether he would go, the mayor of Lund left the hall.",
        [
            "The mayor of Lund was asked whether he would go",
            "The mayor of Lund left the hall",
        ],
    ),
    (
        "Oren Valk, 45, who worked at the plant, died on [Monday|2031-05-05], a day after a fire, in which six were hurt.",
        ["Oren Valk, 45, died, a day after a fire"],
    ),
    # ── "And" before what leads to a clause ──────────────────────────────────────────
    (
        "The trial opened on [3 May|2031-05-03] and, after two days of evidence, the jury acquitted Valk on [Monday|2031-05-05].",
        ["The trial opened", "After two days of evidence, the jury acquitted Valk"],
    ),
    (
        "Oren Valk sold the mill on [Monday|2031-05-05] and, [the next day|2031-05-06], his son sold the port.",
        ["Oren Valk sold the mill", "Oren Valk’s son sold the port"],
    ),
    (
        "The mill, the port and, to a lesser degree, the dam were hit on [Monday|2031-05-05].",
        ["The mill, the port and, to a lesser degree, the dam were hit"],
    ),
    # ── Shares ───────────────────────────────────────────────────────────────────────
    (
        "The king died in [1512|1512], leaving two sons, the elder of whom was crowned [the following year|1513].",
        ["The king died, leaving two sons", "The elder of the two sons was crowned"],
    ),
    (
        "Of the 40 passengers, 12 were rescued on [Monday|2031-05-05] and 9 bodies were found on [Tuesday|2031-05-06].",
        ["Of the 40 passengers, 12 were rescued", "9 bodies were found"],
    ),
    (
        "[Between 2 and 5 May|2031-05-02/2031-05-05] Oren Valk made nine calls, the last at [11.40 p.m.|2031-05-05T23:40]",
        ["Oren Valk made nine calls, the last at 11.40 p.m."],
    ),
    (
        "In [the spring of 1848|1848-21] riots broke out in Torvik.",
        ["In the spring of 1848 riots broke out in Torvik"],
    ),
    (
        "The vote, originally set for [Monday|2031-05-05], was held in [June|2030-06].",
        ["The vote was held"],
    ),
    (
        "After the war she opened a bar in Lund, which she sold in [1990|1990] to a cousin.",
        ["She sold a bar in Lund to a cousin"],
    ),
    (
        "He is survived by his wife, Ada Brenn, whom he married in [1975|1975].",
        ["He married Ada Brenn"],
    ),
    (
        "The book, published in [1998|1998], sold a million copies; a second, in [2003|2003], was banned in Lund.",
        ["The book was published", "A second was banned in Lund"],
    ),
    (
        "In a [1998|1998] interview with the Torvik Times, Oren Valk said he had never seen the dam.",
        [
            "In an interview with the Torvik Times, Oren Valk said he had never seen the dam"
        ],
    ),
    (
        "The report, a draft of which was leaked in [March|2031-03], was read on [Monday|2031-05-05].",
        ["The report was read", "A draft of the report was leaked"],
    ),
    (
        "The officers, suspended in [May 2030|2030-05], will return to duty on [Friday|2031-05-09].",
        ["The officers will return to duty", "The officers were suspended"],
    ),
    (
        "A day after police used tear gas, miners blocked the road again on [Monday|2031-05-05].",
        ["Miners blocked the road again"],
    ),
    (
        "The block was built in [1971|1971] and last painted in [1998|1998].",
        ["The block was built", "The block was last painted"],
    ),
    (
        "Lund was not attacked again until [1658|1658], when a fleet burned the harbour.",
        ["A fleet burned the harbour"],
    ),
    # ── Asides between an auxiliary and its verb ─────────────────────────────────────
    (
        "The mayor had, according to papers seen by the Times, asked for help on [1 May|2031-05-01].",
        ["The mayor had asked for help"],
    ),
    (
        "The mine was, by all accounts, closed on [Monday|2031-05-05].",
        ["The mine was closed"],
    ),
    (
        "The miners were, the army said on [Tuesday|2031-05-06], killed on [Monday|2031-05-05].",
        ["The miners were killed"],
    ),
    (
        "The dam had, in the meantime, been repaired on [Monday|2031-05-05].",
        ["The dam had been repaired"],
    ),
    (
        "The bank, which was, on [3 May 2021|2021-05-03], sold to Norda, is gone.",
        ["The bank was sold to Norda"],
    ),
    (
        "The mayor has, however, denied on [Monday|2031-05-05] that the dam leaks.",
        ["The mayor has denied that the dam leaks"],
    ),
    (
        "Ada Brenn was, however, arrested on [Monday|2031-05-05].",
        ["Ada Brenn was arrested"],
    ),
    # ── What else is said, and since when ────────────────────────────────────────────
    (
        "Police said a man had been shot on [Monday|2031-05-05] and that two others had been hurt.",
        ["A man had been shot"],
    ),
    (
        "The town said on [Monday|2031-05-05] that 300 people had fled since fighting resumed on [1 May|2031-05-01].",
        [
            "300 people had fled",
            "Fighting resumed",
        ],
    ),
    (
        "The president, whose term ends in [May|2031-05], said on [Monday|2031-05-05] he would not run again.",
        [
            "The president said he would not run again",
            "The president’s term ends",
        ],
    ),
    (
        "At least 12 people, most of them children, were killed on [Monday|2031-05-05].",
        ["At least 12 people, most of them children, were killed"],
    ),
    (
        "Talks between the two sides, which broke down in [March|2031-03], resumed on [Monday|2031-05-05].",
        [
            "Talks between the two sides resumed",
            "Talks between the two sides broke down",
        ],
    ),
    # ── Whom a clause hangs off ──────────────────────────────────────────────────────
    (
        "The wife of the mayor, killed on [4 May 2019|2019-05-04], was a nurse.",
        ["The wife of the mayor was killed"],
    ),
    (
        "The mayor of Lund, elected on [4 May 2019|2019-05-04], is ill.",
        ["The mayor of Lund was elected"],
    ),
    (
        "The decision of the board, taken on [4 May 2019|2019-05-04], is void.",
        ["The decision of the board was taken"],
    ),
    (
        "A workshop of Norda, founded in [1921|1921], was empty.",
        ["Norda was founded"],
    ),
    (
        "The parties signed a lease for ten years, commencing on [1 June 2011|2011-06-01].",
        ["The parties signed a lease for ten years", "A lease for ten years commenced"],
    ),
    (
        "Under the Treaty of Vos, signed on [14 February 1641|1641-02-14], Torvik lost its"
        " charter.",
        [
            "Under the Treaty of Vos, Torvik lost its charter",
            "The Treaty of Vos was signed",
        ],
    ),
    (
        "The bridge was built in [1967|1967] by Valk and Sons and opened by the mayor on"
        " [12 June 1968|1968-06-12].",
        ["The bridge was built by Valk and Sons", "The bridge was opened by the mayor"],
    ),
    (
        "The mill was automated in [1971|1971] and listed in [1986|1986].",
        ["The mill was automated", "The mill was listed"],
    ),
    (
        "The patient is a man with a history of fever, status post surgery in 2011, who"
        " fell on [11 February 2019|2019-02-11].",
        ["The patient fell"],
    ),
    (
        "She met the owner, Ada Brenn (DOB [3/22/1971|1971-03-22]), who left Lund on"
        " [4 May 2019|2019-05-04].",
        ["Ada Brenn left Lund"],
    ),
    ("Born in [1948|1948], Ada Brenn's career was short.", ["Ada Brenn was born"]),
    (
        "The bridge was last inspected in [May 2019|2019-05].",
        ["The bridge was last inspected"],
    ),
    ("3.2 The mine shut in [2014|2014].", ["The mine shut"]),
    (
        "The wreck of the *Halcyon* was found in [1807|1807].",
        ["The wreck of the Halcyon was found"],
    ),
    (
        "Lund Light is a lighthouse on Torv. It was built in [1811|1811].",
        ["Lund Light was built"],
    ),
    (
        "On [May 6|2031-05-06], Oren Valk attended the council headed by Ada Brenn, after"
        " which he was arrested.",
        [
            "Oren Valk attended the council headed by Ada Brenn",
            "Oren Valk was arrested",
        ],
    ),
    # ── Births, deaths, years of a life ──────────────────────────────────────────────
    (
        "Ada Brenn (born [12 April 1931|1931-04-12] in Lund; died"
        " [3 November 2009|2009-11-03]) was a painter.",
        ["Ada Brenn was born in Lund", "Ada Brenn died"],
    ),
    (
        "Ada Brenn was born on [3 May 1921|1921-05-03] in Lund, the daughter of a miner.",
        ["Ada Brenn was born in Lund, the daughter of a miner"],
    ),
    ("Ada Brenn, who was born in [1951|1951] in Lund, is the mayor.", []),
    # ── Facts stated by "that", plans, habits, dues ──────────────────────────────────
    (
        "It is not in dispute that the letter reached the board on"
        " [24 July 2017|2017-07-24].",
        ["The letter reached the board"],
    ),
    (
        "The clerk wrote to the bank on [14 May 2023|2023-05-14] about the loan; no answer"
        " came.",
        ["The clerk wrote to the bank about the loan"],
    ),
    (
        "The sixth instalment, due on [28 February 2018|2018-02-28], was paid late.",
        [],
    ),
    (
        "In the spring the duke demanded payments going back to [1612|1612].",
        [],
    ),
    # ── Particles and what frames a range ────────────────────────────────────────────
    (
        "A third man turned himself in on [Tuesday|2031-05-06].",
        ["A third man turned himself in"],
    ),
    ("Famine set in during [April|2031-04].", ["Famine set in"]),
    (
        "On [9 August 2017|2017-08-09] Oren Valk, the firm's director, met the mayor.",
        ["Oren Valk, the firm's director, met the mayor"],
    ),
    # ── The date as the subject ──────────────────────────────────────────────────────
    (
        "[2029|2029] was the year of the great flood.",
        ["2029 was the year of the great flood"],
    ),
    (
        "[Friday|2031-05-02] saw the Torvik team pull a miner alive from the pit.",
        ["Friday saw the Torvik team pull a miner alive from the pit"],
    ),
    (
        "Ada Brenn, the mayor of Lund, [yesterday|2031-05-07] shut the mill.",
        ["Ada Brenn, the mayor of Lund, shut the mill"],
    ),
    (
        "Kestrel was founded in Lund and launched the ferry on [May 3|2031-05-03].",
        ["Kestrel was founded in Lund and launched the ferry"],
    ),
    (
        "Oren Valk echoed the view of the accord, which was announced on"
        " [May 3|2031-05-03].",
        ["Oren Valk echoed the view of the accord", "The accord was announced"],
    ),
    ("[Monday|2031-05-05], police shut the mill.", ["Police shut the mill"]),
    # ── Dates that are part of what is said ──────────────────────────────────────────
    (
        "The number of boats rose [this year|2031] to a high of 40 in [April|2031-04].",
        ["The number of boats rose this year to a high of 40"],
    ),
    (
        "Miners in [April|2031-04] earned less than [a year ago|2030].",
        ["Miners earned less than a year ago"],
    ),
    (
        "Just [one year ago|2030], the price of coal doubled in Torvik.",
        ["The price of coal doubled in Torvik"],
    ),
    (
        "The ban will apply beginning [next year|2032].",
        ["The ban will apply"],
    ),
    (
        "Kestrel said profit fell in the [third quarter|2030-35], compared with a loss of"
        " $9 million, or 18 cents a share, [a year ago|2029-35].",
        [
            "Profit fell, compared with a loss of $9 million, or 18 cents a share, a year"
            " ago"
        ],
    ),
    # ── Dates that only measure ──────────────────────────────────────────────────────
    (
        "Visits jumped from fewer than 900 in [1980|1980] to more than 3,000"
        " [last year|2030].",
        ["Visits jumped from fewer than 900 in 1980 to more than 3,000"],
    ),
    ("Profit of the Kestrel mine rose 19% from [a year ago|2030].", []),
    ("Tolls will rise 5% from [next month|2031-06].", ["Tolls will rise 5%"]),
    ("These results compare with a loss of $9 million [last year|2030].", []),
    ("The town read the words Ada Brenn [1955-2011|1955/2011] on the wall.", []),
    ("Prices may fall 25 percent from their peak in [2029|2029].", []),
    ("The fever spreads fastest in [winter|2030-24], when rooms are shut.", []),
    (
        "A flood cost 2,000 miners their homes, a toll far higher than that of a storm in Lund [five years ago|2026].",
        [],
    ),
    (
        "Miners have already saved $2 million for [next year|2032].",
        ["Miners have already saved $2 million for next year"],
    ),
    ("Lawyers for Valk, seen in [2029|2029], hope to win.", []),
    # ── What a bracket or a date breaks ──────────────────────────────────────────────
    (
        "The number of wells has risen to 43, the World Dam Office (WDO) said"
        " [Monday|2031-05-05].",
        ["The number of wells has risen to 43, the World Dam Office said"],
    ),
    (
        "The number of confirmed leaks has risen to 43 on [Monday|2031-05-05].",
        ["The number of confirmed leaks has risen to 43"],
    ),
    (
        "TORVIK (Norda) - The number of cases of the new Brenn A (B1) flu has risen to 43"
        " on [Monday|2031-05-05].",
        ["The number of cases of the new Brenn A flu has risen to 43"],
    ),
    (
        "Valk allowed, on [Monday|2031-05-05], the sale of the old mill.",
        ["Valk allowed the sale of the old mill"],
    ),
    (
        "A weed never seen before has closed the mill of Lund on [Monday|2031-05-05].",
        ["A weed never seen before has closed the mill of Lund"],
    ),
    # ── Subjects ─────────────────────────────────────────────────────────────────────
    (
        "During a rally held at the harbour on [May 3|2031-05-03], Oren Valk resigned.",
        ["During a rally held at the harbour, Oren Valk resigned"],
    ),
    (
        "Kestrel is the maker of the Heron, a boat and opened a yard, a small one, on"
        " [May 3|2031-05-03].",
        ["Kestrel opened a yard, a small one"],
    ),
    (
        "Kestrel Mining, whose shares began trading in Lund in [April|2031-04], owns the"
        " mill.",
        ["Kestrel Mining’s shares began trading in Lund"],
    ),
    (
        "Also in the group is Ada F. Brenn, formerly its head of sales, field operations,"
        " who left Torvik on [May 3|2031-05-03].",
        ["Ada F. Brenn left Torvik"],
    ),
    (
        "The firm named a boat that was shown as a model and is scheduled for release in"
        " [June|2031-06].",
        [
            "The firm named a boat that was shown as a model",
            "A boat is scheduled for release",
        ],
    ),
    (
        "First of Lund, which has 45 shops, opened a bank on [May 3|2031-05-03].",
        ["First of Lund opened a bank"],
    ),
    (
        "Valk rode five miles (8km) around the park on [Sunday|2031-05-04].",
        ["Valk rode five miles around the park"],
    ),
    (
        "Ada Brenn said Oren Valk, of the harbour union, was “a thief” on"
        " [Monday|2031-05-05].",
        ["Oren Valk, of the harbour union, was “a thief”"],
    ),
    (
        "This ‘switch’, he said, would happen in [June|2031-06].",
        ["This ‘switch’ would happen"],
    ),
    (
        "While two of them managed to flee, the navy seized three men on"
        " [May 3|2031-05-03].",
        ["The navy seized three men"],
    ),
    (
        "A man who was held in Lund was released on [May 3|2031-05-03].",
        ["A man who was held in Lund was released"],
    ),
    (
        "Kestrel Corp. said it will close the mill in [June|2031-06].",
        ["Kestrel Corp. will close the mill"],
    ),
    (
        "Miners said they would march on [May 9|2031-05-09].",
        ["Miners would march"],
    ),
    (
        "On [May 8|2031-05-08] they were over 3 thousand miners ended up in jail.",
        ["Over 3 thousand miners ended up in jail"],
    ),
    (
        "Oren Valk mourned a boy, struck on [May 3|2031-05-03] by a bus, and by a clerk.",
        ["Oren Valk mourned a boy", "A boy was struck by a bus"],
    ),
    (
        "Rescued on [May 3|2031-05-03] by boys, Oren Valk became famous.",
        ["Oren Valk was rescued by boys", "Oren Valk became famous"],
    ),
    # ── Periods, nouns, silence ──────────────────────────────────────────────────────
    (
        "For the year ended [March 31|2031-03-31], Kestrel had a loss of $9 million.",
        ["For the year ended March 31, Kestrel had a loss of $9 million"],
    ),
    (
        "It replaces the [2029|2029] accord between the two firms.",
        ["The 2029 accord between the two firms"],
    ),
    ("Police declined to comment on [Monday|2031-05-05].", []),
    (
        "Kestrel announced on [Monday|2031-05-05] that the Heron, which is scheduled for"
        " launch in [June|2031-06], will have two masts.",
        [
            "Kestrel announced that the Heron will have two masts",
            "The Heron is scheduled for launch",
        ],
    ),
    # ── Nothing cut that the rest waits for ──────────────────────────────────────────
    (
        "The bomb outside the old embassy in Torvik was so powerful on"
        " [Friday|2031-05-02] that it shook the furniture in homes a mile away.",
        [
            "The bomb outside the old embassy in Torvik was so powerful that it shook the"
            " furniture in homes a mile away"
        ],
    ),
    (
        "On [May 3|2031-05-03] the mayor told the miners of Torvik that all the vows made"
        " to their union, those of higher wages, have proved to be worthless.",
        [
            "The mayor told the miners of Torvik that all the vows made to their union"
            " have proved to be worthless"
        ],
    ),
    (
        "Valk announced a new ferry on [May 3|2031-05-03], and, to the joy of many, that"
        " it would stop at Lund.",
        ["Valk announced a new ferry"],
    ),
    # ── A line is whole, if need be longer ───────────────────────────────────────────
    (
        "Valk condemned the raids on the mills of Torvik and Lund on [Monday|2031-05-05], and sent his thanks to all the men who had fought the fire there.",
        [
            "Valk condemned the raids on the mills of Torvik and Lund and sent his thanks to all the men who had fought the fire there"
        ],
    ),
    (
        "Kestrel agreed on [Monday|2031-05-05] to buy the Heron, Tern and Plover ferries of the Norda line for the sum of nine million crowns in all.",
        [
            "Kestrel agreed to buy the Heron, Tern and Plover ferries of the Norda line for the sum of nine million crowns in all"
        ],
    ),
    (
        "On [Monday|2031-05-05] Valk vowed to find and to bring to court those who were to blame for the fire at the mill.",
        [
            "Valk vowed to find and to bring to court those who were to blame for the fire at the mill"
        ],
    ),
    (
        "Miners were told on [Monday|2031-05-05] that the pit was to close.",
        ["Miners were told that the pit was to close"],
    ),
    (
        "The ferry came on [Monday|2031-05-05] just as the mayor warned that the dam was weak.",
        ["The ferry came just as the mayor warned that the dam was weak"],
    ),
    (
        "The head of the mill vowed on [Monday|2031-05-05] to rein them in.",
        ["The head of the mill vowed to rein them in"],
    ),
    (
        "Valk said on [Monday|2031-05-05] that he was not to blame, and that to save the mill, the town must act.",
        ["Valk said that he was not to blame"],
    ),
    (
        "Norda praised the mill on [Monday|2031-05-05], saying: “It is the best we have seen in all these years of trade with the north”.",
        ["Norda praised the mill"],
    ),
    # ── What hangs off another clause gets a subject and a verb ─────────────────────
    (
        "The search in the Gulf of Torvik, which began in [April|2031-04], has ended.",
        [
            "The search in the Gulf of Torvik has ended",
            "The search in the Gulf of Torvik began",
        ],
    ),
    (
        "Ada Brenn still runs a school in Lund, having closed her mill in [April|2031-04].",
        ["Ada Brenn closed her mill"],
    ),
    ("Kestrel Mining will close its pit, shedding 40 jobs in [June|2031-06].", []),
    (
        "A notice posted on [Monday|2031-05-05] at the gate of the mill said that the dam was unsafe.",
        ["A notice was posted at the gate of the mill"],
    ),
    (
        "The bus that was sold [last week|2031-04-28/2031-05-04] struck a boy on [Monday|2031-05-05].",
        ["The bus that was sold last week struck a boy", "The bus was sold"],
    ),
    (
        "A boy died on [Monday|2031-05-05] when a bus struck and killed him.",
        ["A boy died", "A bus struck and killed him"],
    ),
    (
        "Two boys taken to hospital after returning from a fair in Lund on [Monday|2031-05-05] have been found to have the fever.",
        ["Two boys taken to hospital have been found to have the fever"],
    ),
    (
        "The number of ferries rose by 22 to 40 on [Monday|2031-05-05].",
        ["The number of ferries rose by 22 to 40"],
    ),
    (
        "Orders for the recently announced Heron began on [Monday|2031-05-05].",
        ["Orders for the recently announced Heron began"],
    ),
    (
        "The flood [last week|2031-04-28/2031-05-04] claimed at least 21 lives and hurt nearly 50.",
        ["The flood claimed at least 21 lives and hurt nearly 50"],
    ),
    ("That was nearly [two years ago|2029].", []),
    (
        "What is the difference between the flood and the storm of [last winter|2030-24]?",
        [],
    ),
    # ── Nothing that turns its sense around ──────────────────────────────────────────
    (
        'A lawyer of the mill, Ada Brenn, said on [Monday|2031-05-05]: "I don\'t believe it would help anybody."',
        [
            'A lawyer of the mill, Ada Brenn, said: "I don\'t believe it would help anybody"'
        ],
    ),
    (
        "Kestrel said on [Monday|2031-05-05] nobody could have predicted that the pit was going to flood.",
        ["Kestrel said nobody could have predicted that the pit was going to flood"],
    ),
    (
        "The harbour master told the court on [Monday|2031-05-05] it could be weeks before the ferry is safe.",
        [
            "The harbour master told the court it could be weeks before the ferry is safe"
        ],
    ),
    (
        "Valk was bailed on [Monday|2031-05-05] after denying that he had “knowingly, and with no excuse, sunk the ferry”.",
        [
            "Valk was bailed after denying that he had “knowingly, and with no excuse, sunk the ferry”"
        ],
    ),
    # ── The whole subject, and none of an aside ──────────────────────────────────────
    (
        "On [Monday|2031-05-05], the league of river towns, including Lund, Torvik, Sarn and Belm, called on the state to help.",
        [
            "The league of river towns, including Lund, Torvik, Sarn and Belm, called on the state to help"
        ],
    ),
    (
        "Shortly after the vote on [Monday|2031-05-05], Mayor Ada Brenn of Lund, who was in charge of the port, promised she would reopen the mill.",
        [
            "Shortly after the vote, Mayor Ada Brenn of Lund promised she would reopen the mill"
        ],
    ),
    (
        "Even Kestrel, known for its thrift, saw profits drop by 32 percent on [Monday|2031-05-05].",
        ["Even Kestrel saw profits drop by 32 percent"],
    ),
    (
        "Lending by banks based in small towns fell sharply in [April|2031-04] and continued its decline in [May|2031-05].",
        [
            "Lending by banks based in small towns fell sharply",
            "Lending by banks based in small towns continued its decline",
        ],
    ),
    (
        "The failure to find the leak before it was patched [last week|2031-04-28/2031-05-04] has cost the warden his post.",
        [
            "The failure to find the leak before it was patched last week has cost the warden his post"
        ],
    ),
    (
        "The WHO says it decided on [Monday|2031-05-05] to send help.",
        ["The WHO decided to send help"],
    ),
    (
        "All 60 pupils and all teachers who may have come into contact with her have been given the pills, the head of the school, Ada Brenn, told a court on [Monday|2031-05-05].",
        [
            "All 60 pupils and all teachers who may have come into contact with her have been given the pills, Ada Brenn told a court"
        ],
    ),
    (
        "The first miners have left hospital and are well, the mayor of Lund, Ada Brenn, said on [Monday|2031-05-05].",
        [
            "The first miners have left hospital and are well, the mayor of Lund, Ada Brenn, said"
        ],
    ),
    (
        "Miners seem to have lost their fear of the pit and said on [Monday|2031-05-05] they would go back.",
        ["Miners said they would go back"],
    ),
    (
        "Valk was named as a judge, and Brenn announced on [Monday|2031-05-05] that she would go back to Lund.",
        ["Brenn announced that she would go back to Lund"],
    ),
    (
        "Brenn told the miners on [Monday|2031-05-05] that Lund was as ready as it could be for a flood.",
        ["Brenn told the miners that Lund was as ready as it could be for a flood"],
    ),
    (
        "Some boats that were paying $9 a day in the port of Lund [last year|2030] are now paying $8.",
        [
            "Some boats that were paying $9 a day in the port of Lund last year are now paying $8",
            "Some boats were paying $9 a day in the port of Lund",
        ],
    ),
    (
        "The state must say who owns Kestrel and Heron, the two mines that it sold in [2029|2029] but whose owners it has kept secret.",
        ["It sold the two mines"],
    ),
    (
        "According to Harbour Office estimates the number of boats reached 45 in [2029|2029], the most ever.",
        ["According to Harbour Office estimates the number of boats reached 45"],
    ),
    (
        "In [April|2031-04], Brenn alleged that Lund uses bribes and cheap loans to keep the mine.",
        ["Brenn alleged that Lund uses bribes and cheap loans to keep the mine"],
    ),
    (
        "It came as prices fell for the miners and hit their lowest level in years in [April|2031-04].",
        ["It came as prices fell for the miners and hit their lowest level in years"],
    ),
    (
        "One month after the miners vowed to keep the peace, a number of towns shut their mines on [Monday|2031-05-05].",
        ["A number of towns shut their mines"],
    ),
    (
        "Those who gain power sink low, according to a study led by Ada Brenn in [2029|2029].",
        ["A study was led by Ada Brenn"],
    ),
    (
        "His aides said on [Monday|2031-05-05] he was selling the mine and its boats.",
        ["His aides said he was selling the mine and its boats"],
    ),
    (
        "The miners say they had been paid too little in [2029|2029].",
        ["The miners had been paid too little"],
    ),
    (
        "Those losses, most of which were made good, followed a storm in [April|2031-04].",
        ["Those losses followed a storm"],
    ),
    (
        "Kestrel has barely broken even [this year|2031], as fat fees hid its losses.",
        ["Kestrel has barely broken even, as fat fees hid its losses"],
    ),
    (
        "Kestrel has $160 million left; $14 million of that seeped out on [Monday|2031-05-05].",
        ["$14 million of that seeped out"],
    ),
    (
        "[Tomorrow|2031-05-09] the board of Lund county, Torvik, will vote on whether a school now on the island can move to the town.",
        [
            "The board of Lund county, Torvik, will vote on whether a school now on the island can move to the town"
        ],
    ),
    (
        "On [Monday morning|2031-05-05] the head of state chaired the council, and in the [afternoon|2031-05-08] he called Lund.",
        ["The head of state chaired the council", "In the afternoon he called Lund"],
    ),
    (
        "Rescued on [May 3|2031-05-03] by boys off the coast, Oren Valk has become a hero.",
        ["Oren Valk was rescued by boys off the coast", "Oren Valk has become a hero"],
    ),
    (
        "Kestrel said its loss for the mostly slow [third quarter|2030-35] shrank.",
        ["Kestrel said its loss shrank"],
    ),
    (
        "Ada Brenn told miners on [Monday|2031-05-05] that the mine would pay a “fair, if late, wage” to all.",
        [
            "Ada Brenn told miners that the mine would pay a “fair, if late, wage” to all"
        ],
    ),
    (
        "The office says it had 90 flood related calls on [Monday|2031-05-05].",
        ["The office had 90 flood related calls"],
    ),
    (
        "Miners held in Lund should wait for a ruling on the case, which is expected [next month|2031-06].",
        ["The case is expected"],
    ),
    (
        "[The following day|2031-05-09], the fourth since the flood, the divers set out.",
        ["The divers set out"],
    ),
    (
        "Ada Brenn said on [Monday|2031-05-05] it was the pills taken by Valk which had killed him.",
        ["Ada Brenn said it was the pills taken by Valk which had killed him"],
    ),
    (
        "Kestrel plans to screen a short film made [last week|2031-04-28/2031-05-04].",
        ["A short film was made"],
    ),
    # ── What a cut leaves ────────────────────────────────────────────────────────────
    (
        "Valk agreed to let the mills move the rise to [May 1|2031-05-01] -- something that is not allowed in Lund.",
        [
            "Valk agreed to let the mills move the rise – something that is not allowed in Lund"
        ],
    ),
    (
        "Brenn tried on [Monday|2031-05-05] to win the vote by offering to sell -- or give away -- the old mill.",
        [
            "Brenn tried to win the vote by offering to sell – or give away – the old mill"
        ],
    ),
    (
        "I heard [last year|2030] in Lund the story of a miner who crossed the whole frozen lake with her two sons because she could not pay the ferry.",
        [
            "I heard in Lund the story of a miner who crossed the whole frozen lake with her two sons because she could not pay the ferry"
        ],
    ),
    # ── Which verb it is ─────────────────────────────────────────────────────────────
    (
        "Torvik-based Kestrel booked orders for 200 boats in [April|2031-04] -- 25 more than the number it sold in all other months.",
        ["Torvik-based Kestrel booked orders for 200 boats"],
    ),
    (
        "In [April|2031-04], largely unseen, the port board changed the rules so small boats could land.",
        ["Largely unseen, the port board changed the rules so small boats could land"],
    ),
    (
        "The fever is the greatest danger since the plague re-emerged in [2029|2029].",
        ["The plague re-emerged"],
    ),
    (
        "The pit will be shut in the [next day|2031-05-09] or two.",
        ["The pit will be shut"],
    ),
    (
        "It is strange to see how the meetings of the miners shot up over [the weekend|2031-05-03/2031-05-04].",
        ["The meetings of the miners shot up"],
    ),
    # ── Marks ────────────────────────────────────────────────────────────────────────
    (
        "The judge told Valk on [Monday|2031-05-05]: “You may not leave Torvik”.",
        ["The judge told Valk: “You may not leave Torvik”"],
    ),
    (
        "Valk called the pit `` a trap '' on [Monday|2031-05-05].",
        ["Valk called the pit “a trap”"],
    ),
    (
        "The Harbour Office -LRB- HO -RRB- shut the port on [Monday|2031-05-05].",
        ["The Harbour Office shut the port"],
    ),
    (
        "The leaders of Torvik, Lund and Sarn -- whose ports are closed -- jointly asked for aid on [Monday|2031-05-05].",
        ["The leaders of Torvik, Lund and Sarn jointly asked for aid"],
    ),
    # ── Whose verb it is ─────────────────────────────────────────────────────────────
    (
        "Opening the mill on [Monday|2031-05-05], Oren Valk, head of the Lund port board,"
        " which owns the dam, said the mill would run for ten years.",
        [
            "Opening the mill, Oren Valk, head of the Lund port board, said the mill would"
            " run for ten years"
        ],
    ),
    (
        "Torvik has sent boats to Lund to clear the port, but there was no news in Sarn"
        " on [Tuesday|2031-05-06] of any miners.",
        [
            "Torvik has sent boats to Lund to clear the port",
            "There was no news in Sarn of any miners",
        ],
    ),
    (
        "In contrast to [Monday|2031-05-05], when two miners were arrested and police were"
        " forced to shut the mill, protesters in Lund dispersed calmly on"
        " [Tuesday|2031-05-06].",
        [
            "In contrast to Monday, protesters in Lund dispersed calmly",
            "Two miners were arrested and police were forced to shut the mill",
        ],
    ),
    (
        "The first local vote since the Torvik flood is to take place on [Friday|2031-05-09].",
        ["The first local vote since the Torvik flood is to take place"],
    ),
    (
        "Two days after he left Lund, police searched the mill on [Monday|2031-05-05].",
        ["Police searched the mill"],
    ),
    (
        "What happens to the dam will be decided in Lund on [Friday|2031-05-09].",
        ["What happens to the dam will be decided in Lund on Friday"],
    ),
    (
        "Kestrel plans to redeem its bonds due [March 1, 2040|2040-03-01] on"
        " [Friday|2031-05-09].",
        ["Kestrel plans to redeem its bonds due March 1, 2040"],
    ),
    (
        "The Torvik coal trade grew in [2029|2029], helping the port.",
        ["The Torvik coal trade grew, helping the port"],
    ),
    (
        "While the Lund coal trade recovered, growing by 3 percent in [2029|2029], the port"
        " is closed.",
        ["The Lund coal trade grew by 3 percent"],
    ),
    # ── What is said on paper ────────────────────────────────────────────────────────
    (
        "A study released [on Friday|2031-05-02] said that mines are safe.",
        ["A study said that mines are safe"],
    ),
    (
        "In findings published [on Friday|2031-05-02] in Lund, miners reported the dam may"
        " leak.",
        ["In findings published in Lund, miners reported the dam may leak"],
    ),
    (
        "A study published in [2029|2029] has become famous.",
        ["A study was published", "A study published in 2029 has become famous"],
    ),
    # ── What a date belongs to ───────────────────────────────────────────────────────
    (
        "It has been kept in Lund since the construction of the mill"
        " [900 years ago|1131].",
        ["The construction of the mill"],
    ),
    (
        "The last flood was in [2029|2029] and killed 40 miners.",
        ["The last flood was in 2029 and killed 40 miners"],
    ),
    (
        "Exports for calendar [2029|2029] rose in Lund and Torvik.",
        ["Exports rose in Lund and Torvik"],
    ),
    ("Sales may be above fiscal [2029|2029] sales of $9 million.", []),
    (
        "That was shown to the miners in Lund on [May 3|2031-05-03].",
        ["That was shown to the miners in Lund"],
    ),
    # ── What tells nothing ───────────────────────────────────────────────────────────
    ("You checked that your boots were ready [last week|2031-04-28/2031-05-04].", []),
    ("But what is happening [this week|2031-05-05/2031-05-11] is grave.", []),
    (
        "The mill whistle is heard [daily|XXXX] at [9 a.m.|2031-05-08T09:00] in Lund.",
        [],
    ),
    # ── What a clause hangs off ──────────────────────────────────────────────────────
    (
        "The plan, which President Oren Valk is set to announce on [Friday|2031-05-09],"
        " is being drafted.",
        ["President Oren Valk is set to announce the plan"],
    ),
    (
        "Miners are wary of the grey dam which the Harbour Office warned"
        " [today|2031-05-08] has a leak.",
        ["The Harbour Office warned the grey dam has a leak"],
    ),
    (
        "Valk no longer runs the pit, having sold it in [2029|2029] to a bank.",
        ["Valk sold it to a bank"],
    ),
    (
        "The Survey said [Monday|2031-05-05]'s flood was centred in Lund.",
        ["The Survey said Monday's flood was centred in Lund"],
    ),
    # ── What a verb takes ────────────────────────────────────────────────────────────
    (
        "Kestrel has set [May 9|2031-05-09] as the day of the sale.",
        ["Kestrel has set May 9 as the day of the sale"],
    ),
    (
        "Kestrel extended to [May 9|2031-05-09] its offer for the mill.",
        ["Kestrel extended to May 9 its offer for the mill"],
    ),
    (
        "Lund was putting plans in place for [the summer|2031-22] ferry season.",
        ["Lund was putting plans in place for the summer ferry season"],
    ),
    (
        "Valk wrote to the bank on [May 1|2031-05-01], and again on [May 3|2031-05-03].",
        ["Valk wrote to the bank", "Valk wrote to the bank"],
    ),
    (
        "A source said on [May 3|2031-05-03] the outcome of that vote was unclear.",
        ["A source said the outcome of that vote was unclear"],
    ),
    (
        "Brenn was told on [May 3|2031-05-03] by the mayor, Valk, that she had lost.",
        ["Brenn was told by the mayor, Valk, that she had lost"],
    ),
    (
        "A survey showed that in [May 2029|2029-05], a total of 40 boats sailed to Lund.",
        ["A total of 40 boats sailed to Lund"],
    ),
    (
        "Fears grew after the port board said on [May 3|2031-05-03] a herd was infected.",
        ["The port board said a herd was infected"],
    ),
    (
        "Valk said on [May 3|2031-05-03] there was no difference between raw and cooked"
        " meat.",
        ["Valk said there was no difference between raw and cooked meat"],
    ),
    (
        "The mayors of Lund, Sarn and the Torvik valley issued a joint letter on"
        " [May 3|2031-05-03] saying the port will stay.",
        [
            "The mayors of Lund, Sarn and the Torvik valley issued a joint letter saying"
            " the port will stay"
        ],
    ),
    (
        "Oren Valk, a respected leader of the Lund miners, put grave demands to Brenn on"
        " [May 3|2031-05-03], police said.",
        [
            "Oren Valk, a respected leader of the Lund miners, put grave demands to Brenn"
        ],
    ),
    ("The sources did not give an estimate for coal in [2029|2029].", []),
    # ── A verb, or what describes a noun ─────────────────────────────────────────────
    (
        "The flood at Sarn, the main base for men and boats deployed to Lund, was confirmed"
        " on [May 3|2031-05-03] by the port.",
        [
            "The flood at Sarn, the main base for men and boats deployed to Lund, was confirmed by the port"
        ],
    ),
    (
        "Two young men described as miners were treated in Lund on [May 3|2031-05-03].",
        ["Two young men described as miners were treated in Lund"],
    ),
    (
        "The Lund, N.J.-based mill closed its gates on [May 3|2031-05-03].",
        ["The Lund, N.J.-based mill closed its gates"],
    ),
    (
        "Kestrel Inc., Sarn, said its subsidiary, Heron Home Services Inc., registered with"
        " the harbour board of Torvik a first offering of its"
        " four million shares of stock.",
        [
            "Kestrel Inc said Heron Home Services Inc registered with the harbour board of"
            " Torvik a first offering of its four million shares of stock"
        ],
    ),
    (
        "Valk declared on [May 3|2031-05-03] that his reign as the best miner of Lund is"
        " coming to an end.",
        ["Valk declared that his reign as the best miner of Lund is coming to an end"],
    ),
    (
        "When they came to the mill [last Thursday|2031-05-01] they met a dozen angry men.",
        ["They met a dozen angry men"],
    ),
    (
        "Brenn would visit the mill in [July|2031-07] or [August|2031-08] to see it.",
        ["Brenn would visit the mill in July or August to see it"],
    ),
    (
        "The mill has lost a third of its value [this year|2031].",
        ["The mill has lost a third of its value"],
    ),
    (
        "It is empty since the [May 3|2031-05-03] bombing of a Lund, Ore., bank.",
        ["The May 3 bombing of a Lund, Ore., bank"],
    ),
    (
        "Oren Valk told the Lund Times on [May 3|2031-05-03], “We know that forty miners"
        " wanted to stay in the pit, and a few of them would like to stay in it now, and"
        " within that some would like to go on”.",
        [
            "Oren Valk told the Lund Times: We know that forty miners wanted to stay in the pit"
        ],
    ),
    (
        "Valk later told a news conference on [May 3|2031-05-03] the port was closed.",
        ["Valk later told a news conference the port was closed"],
    ),
    (
        "However, cited by harbour police in [April|2031-04] for theft, Valk was sent home.",
        ["Valk was sent home", "Valk was cited by harbour police for theft"],
    ),
    (
        "The Torvik mayor has formally called for Lund Kestrel, the miners' own political"
        " wing, to be expelled from the peace talks on northern Sarn.",
        [
            "The Torvik mayor has formally called for Lund Kestrel to be expelled from the"
            " peace talks on northern Sarn"
        ],
    ),
    ("A boy wears a mask inside a mill in Lund, [May 4, 2031|2031-05-04].", []),
    (
        "Police will search the mill on [May 9, 2031|2031-05-09].",
        ["Police will search the mill"],
    ),
    # ── Verbs inside a subject or a question ─────────────────────────────────────────
    (
        "The ferry has reached Torvik and the Heron barge, carrying sand, is on its way.",
        ["The ferry has reached Torvik"],
    ),
    (
        "Norda said on [Monday|2031-05-05] that Valk had left the firm, but did not say"
        " whether he chose to go or was dismissed.",
        ["Norda said that Valk had left the firm"],
    ),
    (
        "The mayor has dismissed as “silly” remarks by the miners suggesting that Lund was"
        " cursed.",
        [
            "The mayor has dismissed as “silly” remarks by the miners suggesting that Lund"
            " was cursed"
        ],
    ),
    (
        "The question of how the dam broke was put to the board on [Tuesday|2031-05-06].",
        ["The question of how the dam broke was put to the board"],
    ),
    (
        "Police explained on [Tuesday|2031-05-06] how the fire began.",
        ["Police explained how the fire began"],
    ),
    (
        "The talk they had was on [Tuesday|2031-05-06].",
        ["The talk they had was on Tuesday"],
    ),
    (
        "A man was dismissed by the mill as recently as [a week ago|2031-05-01].",
        ["A man was dismissed by the mill"],
    ),
    (
        "On [Monday|2031-05-05] the harbour office of the old town of Torvik advised guests"
        " of the three inns on the quay, who fell ill within a week of the fair, to stay in.",
        [
            "The harbour office of the old town of Torvik advised guests of the three inns"
            " on the quay to stay in"
        ],
    ),
    # ── Nouns that do not say which one is meant ─────────────────────────────────────
    (
        "Norda has sold the mill after [Monday|2031-05-05]'s devastating quake.",
        ["Norda has sold the mill after Monday's devastating quake"],
    ),
    (
        "Norda is poor since the quake in Torvik on [Monday|2031-05-05].",
        ["The quake in Torvik"],
    ),
    # ── Who says that someone else says so ───────────────────────────────────────────
    (
        "Ada Brenn said on [Monday|2031-05-05] police told her the miner had fled.",
        ["Ada Brenn said police told her the miner had fled"],
    ),
    (
        "Ada Brenn told the court on [Monday|2031-05-05] Lena Valk said that Oren had lied.",
        ["Ada Brenn told the court Lena Valk said that Oren had lied"],
    ),
    (
        "When Oren Valk fell ill [last month|2031-04], he thought he had a cold.",
        ["Oren Valk thought he had a cold"],
    ),
    # ── Dates of something else in the sentence ──────────────────────────────────────
    (
        "Owing to harm including floods in Lund in [2029|2029], many miners already had boats.",
        ["Floods in Lund"],
    ),
    # ── Ends that wait for more ──────────────────────────────────────────────────────
    (
        "The mayor said on [Monday|2031-05-05] the first aim was to find out where the dam"
        " leaks.",
        ["The mayor said the first aim was to find out where the dam leaks"],
    ),
    (
        "On [Monday|2031-05-05] Norda declared itself in good health as its stock on the old"
        " exchange of Torvik completed a one-week, 60 percent dive, which shook the miners.",
        [
            "Norda declared itself in good health as its stock on the old exchange of Torvik"
            " completed a one-week, 60 percent dive"
        ],
    ),
    (
        "Valk blamed Brenn as the mayor shut the port after the [May 3, 2029|2029-05-03], blast.",
        ["Valk blamed Brenn as the mayor shut the port after the May 3, 2029, blast"],
    ),
    (
        "Norda's vow to pay -- a step aimed at calming miners -- is bold, the mayor said on"
        " [Monday|2031-05-05].",
        [
            "Norda's vow to pay – a step aimed at calming miners – is bold, the mayor said"
        ],
    ),
    (
        "Miners said on [Monday|2031-05-05] they are seeing signs that the dam will hold.",
        ["Miners said they are seeing signs that the dam will hold"],
    ),
    (
        "The trial of Oren Valk began on [Monday|2031-05-05] with jurors told of nothing but his"
        " long-planned and careful work the day before the fire.",
        [
            "The trial of Oren Valk began with jurors told of nothing but his long-planned and"
            " careful work the day before the fire"
        ],
    ),
    (
        "Norda Mines posted a loss of $9 million in the [third quarter|2030-35].",
        ["Norda Mines posted a loss of $9 million"],
    ),
    (
        "Norda reported a loss for the [third quarter|2030-35] [yesterday|2031-05-07].",
        ["Norda reported a loss for the third quarter"],
    ),
    (
        "Norda lowered its goals for [2032|2032].",
        ["Norda lowered its goals for 2032"],
    ),
    (
        "The study of the trial over the Lund fire in [2029|2029] found errors.",
        [
            "The study of the trial over the Lund fire in 2029 found errors",
            "The Lund fire",
        ],
    ),
    ("If it had burnt down in [2029|2029], we would be in a fix.", []),
    (
        "After touring Lund on [Monday|2031-05-05], Ada Brenn said that the mills are safe.",
        ["Ada Brenn toured Lund"],
    ),
    (
        "Money given to Lund – which is poor – is spent on [Fridays|XXXX].",
        [],
    ),
    (
        "As a result, said Valk on [Monday|2031-05-05], “the mill is shut to all.”",
        ["The mill is shut to all, said Valk"],
    ),
    (
        "Norda told Lund on [Monday|2031-05-05] that sales were higher than the day before it"
        " closed.",
        ["Norda told Lund that sales were higher than the day before it closed"],
    ),
    (
        "Police said on [Monday|2031-05-05] they had confirmed flu in a pair living in the"
        " mill after a miner came.",
        [
            "Police said they had confirmed flu in a pair living in the mill after a miner"
            " came"
        ],
    ),
    (
        "Oren Valk rode with Ada Brenn after she fell ill on [Monday|2031-05-05].",
        ["She fell ill"],
    ),
    (
        "Even as rain fell on [Monday|2031-05-05], the mayor opened the port.",
        ["The mayor opened the port"],
    ),
    (
        "Confirmed cases in Lund have risen to 90.",
        ["Confirmed cases in Lund have risen to 90"],
    ),
    ("“What we have is a flood,” Oren Valk said on [Monday|2031-05-05].", []),
    (
        "The second fair of miners for the prize of the town of Lund, Torvik took place on"
        " [Monday|2031-05-05].",
        [
            "The second fair of miners for the prize of the town of Lund, Torvik took place"
        ],
    ),
    (
        "The miners have won the upper hand for the time being.",
        ["The miners have won the upper hand for the time being"],
    ),
    # ── No line at all ───────────────────────────────────────────────────────────────
    ("[1851|1851], was in the guard of Lund for 35 years.", []),
    # ── Members of a body ────────────────────────────────────────────────────────────
    (
        "Ada Brenn (Lund), the eldest member of the Torvik Council, who [yesterday|2031-05-07]"
        " sold the mill, is in Lund.",
        ["Ada Brenn sold the mill"],
    ),
    (
        "Valk met miners of the Torvik Union, who had fled on [Monday|2031-05-05].",
        ["Valk met miners of the Torvik Union", "Miners of the Torvik Union had fled"],
    ),
    (
        "The prize is for Dr. Ada Brenn of the University of Lund, who left on"
        " [Monday|2031-05-05].",
        ["Ada Brenn of the University of Lund left"],
    ),
    # ── Clauses that never get their verb ────────────────────────────────────────────
    (
        "The strike at the pit spread on [Monday|2031-05-05] when a paper close to the"
        " main ally of the mayor, Oren Valk of Torvik, attacked the miners and the way"
        " that they had been chosen by the board of the port for their new posts there.",
        [
            "The strike at the pit spread",
            "A paper close to the main ally of the mayor, Oren Valk of Torvik, attacked the"
            " miners and the way that they had been chosen by the board of the port for their"
            " new posts there",
        ],
    ),
    (
        "It was decided on [Monday|2031-05-05] when to reopen the old Torvik mill.",
        ["It was decided when to reopen the old Torvik mill"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[row[0] for row in LINES])
def test_lines_of_a_sentence(text: str, expected: list[str]) -> None:
    assert expected == [mention.headline for mention in told(text)]


REPORTERS: list[tuple[str, str | None]] = [
    (
        "The leading Torvik general said on [Monday|2031-05-05] that the dam will hold.",
        "leading Torvik general",
    ),
    (
        "A senior Lund official said the dam broke on [May 3|2031-05-03].",
        "senior Lund official",
    ),
    ("Oren Valk’s lawyer, Ada Brenn, said he fled on [May 3|2031-05-03].", "Ada Brenn"),
    ("The mill, founded in [1911|1911], is to close, officials said.", None),
    ("The miner, hurt on [Monday|2031-05-05], has died, officials said.", "officials"),
    (
        "In Lund, Varenia, police chief Ada Brenn said Valk fled on [May 3|2031-05-03].",
        "Ada Brenn",
    ),
    (
        "The grandmother of Oren Valk said he fled on [May 3|2031-05-03].",
        "grandmother of Oren Valk",
    ),
    (
        "The minister of trade Ada Brenn said Valk fled on [May 3|2031-05-03].",
        "Ada Brenn",
    ),
    (
        "In a letter to President Oren Valk, Brenn said he fled on [May 3|2031-05-03].",
        "Brenn",
    ),
    ("Valk and Brenn said the dam broke on [May 3|2031-05-03].", "Valk and Brenn"),
    (
        "Meanwhile, First Harbour Bank said it closed on [May 3|2031-05-03].",
        "First Harbour Bank",
    ),
    ("The bank fell on [May 3|2031-05-03], citing losses in the north.", None),
    ("Valk agreed on [May 3|2031-05-03] to hand over the mill.", None),
    (
        "Ada Brenn was hit in the leg, Oren Valk said. She died in the hall on"
        " [May 3|2031-05-03], he said.",
        "Oren Valk",
    ),
    (
        "The Health Protection Agency said nine died on [May 3|2031-05-03].",
        "Health Protection Agency",
    ),
    (
        "The tests were old, Valk said, adding that nine had failed on [May 3|2031-05-03].",
        "Valk",
    ),
    (
        "A nurse who knew Valk and Brenn said on [May 3|2031-05-03] that they fled.",
        "nurse",
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTERS, ids=[r[0] for r in REPORTERS])
def test_who_says_so(text: str, expected: str | None) -> None:
    assert told(text)[-1].reporter == expected


POINTED: list[tuple[str, str]] = [
    (
        "Oren Valk met the miners. He fell ill in [March|2031-03] and left on [May 1|2031-05-01].",
        "Oren Valk left",
    ),
    (
        "Arvo Lind told reporters a man had come. He had a fever and went to hospital on"
        " [May 1|2031-05-01], Lind said.",
        "He went to hospital, Lind said",
    ),
    (
        "Oren Valk met the miners. They thanked him. He resigned on [May 1|2031-05-01].",
        "Oren Valk resigned",
    ),
    (
        "Oren Valk met the miners. Snow fell. He resigned on [May 1|2031-05-01].",
        "He resigned",
    ),
    (
        "Oren Valk sold the Heron OS 4. He fled on [May 1|2031-05-01].",
        "Oren Valk fled",
    ),
    (
        "Oren Valk fled. The head of state met miners, and he called Lund on"
        " [May 1|2031-05-01].",
        "The head of state called Lund",
    ),
    (
        "Ada Brenn spoke. She met President Valk. Then she left the old hall on [May 1|2031-05-01].",
        "Ada Brenn left the old hall",
    ),
    ("Heron OS is out. He fled on [May 1|2031-05-01].", "He fled"),
    (
        "Judge Oren Valk sided with those who said the singer was well before he died in Lund on [May 1|2031-05-01].",
        "He died in Lund",
    ),
    (
        "Oren Valk spoke. He urged miners on [May 1|2031-05-01] to stay calm, possibly after Valk wept.",
        "He urged miners to stay calm, possibly after Valk wept",
    ),
    (
        "Other Torvik miners say his mother left Lund on [May 1|2031-05-01].",
        "Other Torvik miners say his mother left Lund",
    ),
    (
        "Mrs Brenn spoke first. Lena Brenn wept. He fled on [May 1|2031-05-01].",
        "He fled",
    ),
    (
        "Mr Brenn spoke first. His wife, Mrs Brenn, did not. Jon Brenn said no. He fled"
        " on [May 1|2031-05-01].",
        "Jon Brenn fled",
    ),
    (
        "Kestrel Bank is in trouble. It closed its doors on [May 1|2031-05-01].",
        "Kestrel Bank closed its doors",
    ),
    (
        "Kestrel Bank is in trouble. Its shares fell on [May 1|2031-05-01].",
        "Kestrel Bank’s shares fell",
    ),
    (
        "Kestrel Bank sued Heron Bank. It closed its doors on [May 1|2031-05-01].",
        "It closed its doors",
    ),
    (
        "A gunman entered the bank. He fled on [May 1|2031-05-01].",
        "The gunman fled",
    ),
    (
        "A gunman struck a guard. He fled on [May 1|2031-05-01].",
        "He fled",
    ),
    (
        "Kestrel Bank is in trouble. Miners cheered a law when it fell on"
        " [May 1|2031-05-01].",
        "Miners cheered a law when it fell",
    ),
    (
        "Kestrel Bank is in trouble. It was feared on [May 1|2031-05-01] that jobs go.",
        "It was feared that jobs go",
    ),
    (
        "Kestrel Bank is in trouble. It has no head. It closed its doors on"
        " [May 1|2031-05-01].",
        "Kestrel Bank closed its doors",
    ),
    (
        "Oren Valk met the miners. “This is the end. We are sorry,” he said. He resigned"
        " on [May 1|2031-05-01].",
        "Oren Valk resigned",
    ),
    (
        "The grey miners were tired. They slept. They left on [May 1|2031-05-01].",
        "The grey miners left",
    ),
    (
        "Kestrel Mining Inc. sued Lena Brenn. The company sold a pit on"
        " [May 1|2031-05-01].",
        "Kestrel Mining Inc sold a pit",
    ),
    (
        "Kestrel Mining Inc. is in trouble. Its pit is closed. The company's shares fell"
        " on [May 1|2031-05-01].",
        "Kestrel Mining Inc’s shares fell",
    ),
    (
        "Kestrel Mining Inc. is in trouble. Miners trust Heron Coal Corp. The company sold"
        " a pit on [May 1|2031-05-01].",
        "The company sold a pit",
    ),
    (
        "Kestrel Mining Inc. is in trouble. The company that owns the dam sold it on"
        " [May 1|2031-05-01].",
        "The company that owns the dam sold it",
    ),
    (
        "Kestrel Mining Inc. owes much. The bank sold a pit on [May 1|2031-05-01].",
        "The bank sold a pit",
    ),
    (
        "The Ministry of Coal met. The company sold a pit on [May 1|2031-05-01].",
        "The company sold a pit",
    ),
]


SELVES: list[tuple[str, str]] = [
    (
        "Lena Valk, a miner in Lund, said she used the ferry.",
        "Lena Valk, a miner in Lund, said she used the ferry",
    ),
    (
        "Mayor Ada Brenn said she was deeply worried.",
        "Mayor Ada Brenn said she was deeply worried",
    ),
    (
        "Mayor Ada Brenn said her office was closed.",
        "Mayor Ada Brenn said her office was closed",
    ),
    (
        "Some miners said they were forced to stop.",
        "Some miners said they were forced to stop",
    ),
    ("Kestrel Bank said it closed a branch.", "Kestrel Bank said it closed a branch"),
    (
        "Lund harbour analysts said that the great flood raised that figure.",
        "Lund harbour analysts said that the great flood raised that figure",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SELVES, ids=[row[0] for row in SELVES])
def test_who_tells_of_himself_is_named_once(text: str, expected: str) -> None:
    assert [mention.headline for mention in told(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), POINTED, ids=[row[0] for row in POINTED])
def test_a_pronoun_is_replaced_only_where_it_is_plain(text: str, expected: str) -> None:
    assert told(text)[-1].headline == expected
