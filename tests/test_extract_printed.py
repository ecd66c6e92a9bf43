"""Sentences as an editor would print them: which date is whose, and what a line must keep.

Written as in `test_extract`, read as they are written in a text of Friday, 18 May 2012.
"""

import pytest
from test_extract_seams import read_as_written

TABLE: list[tuple[str, list[str]]] = [
    # ── What was called, and for when ──────────────────────────────────────────────
    (
        "Ellen Marsh announced a charity match for 8 October.",
        ["2012-10-08 planned | Ellen Marsh announced a charity match for 8 October"],
    ),
    (
        "The club has announced a friendly in Leeds on 8 October.",
        ["2012-10-08 planned | The club has announced a friendly in Leeds"],
    ),
    (
        "The union called a strike for 3 May.",
        ["2012-05-03 planned | The union called a strike for 3 May"],
    ),
    (
        "The band announced a tour starting on 8 October.",
        ["2012-10-08 planned | The band announced a tour"],
    ),
    (
        "The firm announced a dividend on 8 October.",
        ["2011-10-08 happened | The firm announced a dividend"],
    ),
    (
        "The board has announced the death of Ann Doyle on 8 October.",
        [
            "2012-05-18 happened | The board has announced the death of Ann Doyle on 8 October",
            "2011-10-08 happened | The death of Ann Doyle",
        ],
    ),
    (
        "The airline said on Monday it agreed to buy 40 jets over the next decade.",
        [
            "2012-05-14 happened | The airline said it agreed to buy 40 jets over the next decade | airline"
        ],
    ),
    (
        "The council promised to build 400 homes next year.",
        ["2013 planned | The council promised to build 400 homes"],
    ),
    # ── What each of two is to do, and when ────────────────────────────────────────
    (
        "It was her decision to close the mill in March 2009, to sell the quarry in June of that year, and for the council to buy the railway.",
        ["2009-03 happened | It was her decision to close the mill"],
    ),
    (
        "The plan is to open a shop in Leeds in 2013 and to close the one in York in 2014.",
        ["2013 planned | The plan is to open a shop in Leeds"],
    ),
    (
        "The firm promised to mend the dam by May and to repay the town in June.",
        [
            "2012-06 planned | The firm promised to mend the dam by May and to repay the town"
        ],
    ),
    # ── What a year says of a noun ─────────────────────────────────────────────────
    (
        "Hart didn't pay the council taxes for 2006 and 2007 until after he was elected in 2010.",
        ["2010 happened | He was elected"],
    ),
    ("The company paid a fine in 2008.", ["2008 happened | The company paid a fine"]),
    (
        "His role in the 2008 flood caused Hart trouble heading into a tough 2010 campaign.",
        [],
    ),
    (
        "Paul Hart put the port in the spotlight in his hopeless 1996 campaign.",
        [
            "1996 happened | Paul Hart put the port in the spotlight in his hopeless campaign"
        ],
    ),
    ("They say that the 2006 mid-term results brought on the current crisis.", []),
    (
        'The "Hart rule" in the February 2009 $787 million road package was meant to limit pay.',
        [],
    ),
    (
        "Alma Mater: Leeds College, B.A., 1966; Hull Law School, J.D., 1972 Hart was born in York.",
        [],
    ),
    ("Hart was born in York in 1972.", ["1972 happened | Hart was born in York"]),
    (
        "They led the response, including a round of rate cuts starting in September 2007.",
        [],
    ),
    (
        "Prices have fallen over the last decade or two.",
        ["2002-05-18/2012-05-18 happened | Prices have fallen"],
    ),
    ("The strike of 1984 is still talked about in Leeds.", []),
    (
        "As of late yesterday, no talks were scheduled for this weekend.",
        [
            "2012-05-19/2012-05-20 planned | As of late yesterday, no talks were scheduled for this weekend"
        ],
    ),
    # ── A past that has its year ───────────────────────────────────────────────────
    (
        "Hart was named chairman of the port in March 2013.",
        ["2013-03 happened | Hart was named chairman of the port"],
    ),
    (
        "After retiring in 2014, Hart was replaced by Ruiz.",
        [
            "2014 happened | Hart retired",
            "2012-05-18 happened | Hart was replaced by Ruiz",
        ],
    ),
    (
        "The ministers agreed to meet in June 2013.",
        ["2013-06 planned | The ministers agreed to meet"],
    ),
    (
        "The match was set for 3 June.",
        ["2012-06-03 planned | The match was set for 3 June"],
    ),
    # ── What was done by whom, not by whom it is told of ───────────────────────────
    (
        "Critics attacked the plan announced by her deputy on Monday.",
        [
            "2012-05-18 happened | Critics attacked the plan announced by her deputy on Monday",
            "2012-05-14 happened | The plan was announced by her deputy",
        ],
    ),
    (
        "The minister defends the plan announced by his deputy on Monday.",
        ["2012-05-14 happened | The plan was announced by his deputy"],
    ),
    (
        "Mayor Ruiz finds herself at a loss today over the plan.",
        ["2012-05-18 happened | Mayor Ruiz finds herself at a loss over the plan"],
    ),
    (
        "Adopted in October, the law sends low-risk prison inmates to county jails.",
        ["2011-10 happened | The law was adopted"],
    ),
    (
        "The judge sentenced two men who robbed a bank to nine years on Monday.",
        ["2012-05-14 happened | The judge sentenced two men to nine years"],
    ),
    (
        "The judge sentenced a woman who gave poison to two men to life in prison on Monday.",
        ["2012-05-14 happened | The judge sentenced a woman to life in prison"],
    ),
    ("The judge told two men who ran to stop on Monday.", []),
    (
        "Prices fell on Monday in one of the markets hardest hit by the fire six years ago.",
        [
            "2012-05-14 happened | Prices fell in one of the markets hardest hit by the fire six years ago"
        ],
    ),
    (
        "The towns worst hit in 2009 were rebuilt in 2011.",
        ["2011 happened | The towns worst hit in 2009 were rebuilt"],
    ),
    ("Prices fell in one of the markets hardest hit by the fire six years ago.", []),
    (
        "The city bought ten buses, including three delivered in May.",
        [
            "2012-05-18 happened | The city bought ten buses, including three delivered in May",
            "2012-05 happened | Three were delivered",
        ],
    ),
    # ── Who denies, and what may be ────────────────────────────────────────────────
    (
        "Both men deny murdering her on 3 May.",
        ["2012-05-03 denied | Both men murdered her"],
    ),
    (
        "The brothers admit robbing a bank in Leeds in March.",
        ["2012-03 happened | The brothers admit robbing a bank in Leeds"],
    ),
    (
        "Prosecutors allege Dr Lowe lied to nurses about the drug, and hid the bottles.",
        [
            "2012-05-18 alleged | Prosecutors allege Dr Lowe lied to nurses about the drug and hid the bottles | Prosecutors"
        ],
    ),
    (
        "The lawyer argued a case brought by Hart on Monday.",
        ["2012-05-14 happened | A case was brought by Hart"],
    ),
    ("Either the driver fell asleep or the brakes failed on Monday.", []),
    (
        "Police say he was either shot or stabbed on Friday.",
        ["2012-05-18 happened | Police say he was either shot or stabbed | Police"],
    ),
    ("If you know of a project to help the town, please let us know on Monday.", []),
    # ── Whose noon it is ───────────────────────────────────────────────────────────
    (
        "The strike, called by the union on Monday, starts at noon.",
        [
            "2012-05-18T12:00:00 happened | The strike starts",
            "2012-05-14 happened | The strike was called by the union",
        ],
    ),
    (
        "The guard, wounded on Monday at noon, died at 8 p.m.",
        [
            "2012-05-14T20:00:00 happened | The guard died",
            "2012-05-14T12:00:00 happened | The guard was wounded",
        ],
    ),
    (
        "The mayor arrived on Monday, and the talks started at noon.",
        [
            "2012-05-14 happened | The mayor arrived",
            "2012-05-14T12:00:00 happened | The talks started",
        ],
    ),
    # ── What is said, whole ────────────────────────────────────────────────────────
    (
        '"Time teaches us that towns that are strong over the years have to have a strong harbour," Doyle said on Monday.',
        [
            '2012-05-14 happened | "Time teaches us that towns that are strong over the years have to have a strong harbour", Doyle said | Doyle'
        ],
    ),
    (
        '"The mill, which was sold in 2009, will close," Hart said on Monday.',
        [
            '2012-05-14 happened | "The mill, which was sold in 2009, will close", Hart said | Hart',
            "2009 happened | The mill was sold",
        ],
    ),
    (
        '"We knew," Hart said on Monday, "that it would fail."',
        ["2012-05-14 happened | We knew that it would fail, Hart said | Hart"],
    ),
    (
        "Ruiz explained on Monday why she thinks closing banks wouldn't make sense.",
        [
            "2012-05-14 happened | Ruiz explained why she thinks closing banks wouldn't make sense"
        ],
    ),
    (
        "Ruiz said on Monday the bank -- the oldest in town -- would not close.",
        [
            "2012-05-14 happened | Ruiz said the bank – the oldest in town – would not close | Ruiz"
        ],
    ),
    (
        "A spokesman said on Monday the number of cases in Wales – at 40, according to the ministry's count – was high.",
        [
            "2012-05-14 happened | A spokesman said the number of cases in Wales – at 40 – was high | spokesman"
        ],
    ),
    (
        "In the months leading up to this week's meeting of the Council of 12 rich and poor nations in Bern, Olsen talked of a new bank.",
        [
            "2012-05-18 happened | Olsen talked of a new bank",
            "2012-05-14/2012-05-20 happened | Meeting of the Council of 12 rich and poor nations",
        ],
    ),
    # ── Who "he" is, and who says so ───────────────────────────────────────────────
    (
        "The Herald's Carl Moss reports from Leeds. A Texas man says his 9-year-old son escaped from the fire on Monday.",
        [
            "2012-05-14 happened | A Texas man says his 9-year-old son escaped from the fire | Texas man"
        ],
    ),
    (
        "Carl Moss was held in Leeds. His lawyer said his house was searched on Monday.",
        [
            "2012-05-18 happened | Carl Moss was held in Leeds",
            "2012-05-14 happened | Carl Moss’ house was searched | His lawyer",
        ],
    ),
    (
        "Carl Moss describes a night of fear. I could not touch my boy. He was taken to a clinic on Monday.",
        ["2012-05-14 happened | He was taken to a clinic"],
    ),
    (
        "My cousin in Hemel, Kent Province, says more than half of the people left on Monday.",
        [
            "2012-05-14 happened | More than half of the people left | My cousin in Hemel"
        ],
    ),
    (
        "A doctor in Leeds, Ann Doyle, said on Monday that four people died.",
        [
            "2012-05-14 happened | A doctor in Leeds, Ann Doyle, said that four people died | Ann Doyle"
        ],
    ),
    # ── What waits for its verb ────────────────────────────────────────────────────
    (
        '"The beds were rolled into our tents." On Saturday, Hart is chartering a plane to Lima.',
        ["2012-05-19 planned | Hart is chartering a plane to Lima"],
    ),
    (
        "It asks the council to let the bank close large firms that fall into trouble.",
        [],
    ),
    (
        "In the past five months, the bank has signed $95 billion in currency swap agreements with six countries that now hold part of their reserves in yuan.",
        [
            "2011-12-18/2012-05-18 happened | The bank has signed $95 billion in currency swap agreements with six countries that now hold part of their reserves in yuan"
        ],
    ),
    (
        "The government is investing in a new technique for making vaccines that it hopes will help the town respond quickly to outbreaks.",
        [
            "2012-05-18 happened | The government is investing in a new technique for making vaccines that it hopes will help the town respond quickly to outbreaks"
        ],
    ),
    (
        "The government said it hopes prices will fall by Friday.",
        [
            "2012-05-18 planned | The government hopes prices will fall by Friday | government"
        ],
    ),
    (
        '"Pills were issued to pupils this afternoon (Friday) to reduce any spread of the fever."',
        [
            "2012-05-18 happened | Pills were issued to pupils to reduce any spread of the fever"
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_what_an_editor_prints(text: str, expected: list[str]) -> None:
    assert read_as_written(text) == expected
