"""Sentences in which a clause breaks off, or breaks into another: the lines they give.

Written as in `test_extract`, read as they are written in a text of Friday, 18 May 2012.
"""

import pytest
from test_extract import summary

from timeline import build
from timeline.options import Options

TABLE: list[tuple[str, list[str]]] = [
    # ── Who is told, and what ───────────────────────────────────────────────────────
    (
        "Police say Marko Dell, 61, opened fire at a bar in Velm on Friday, killing one man.",
        [
            "2012-05-18 happened | Marko Dell, 61, opened fire at a bar in Velm, killing one man | Police"
        ],
    ),
    (
        "Prosecutors allege Anna Lind, 34, stabbed her neighbour on Monday.",
        ["2012-05-14 alleged | Anna Lind, 34, stabbed her neighbour | Prosecutors"],
    ),
    (
        "Jon Reck told reporters on Monday a woman walked into the bank with a bag and left with two guards.",
        [
            "2012-05-14 happened | Jon Reck told reporters a woman walked into the bank with a bag and left with two guards | Jon Reck"
        ],
    ),
    (
        "Jon Reck told the court a woman walked into the bank on Monday.",
        ["2012-05-14 happened | A woman walked into the bank | Jon Reck"],
    ),
    (
        "Sarn told police Reck loaded a shell into the chamber and fired at him.",
        [
            "2012-05-18 happened | Sarn told police Reck loaded a shell into the chamber and fired at him | Sarn"
        ],
    ),
    (
        "Jon Reck told the boy sent to him on Monday that he was safe.",
        ["2012-05-14 happened | The boy was sent to him"],
    ),
    (
        "The mayor decided on Monday there were enough jurors.",
        ["2012-05-14 happened | The mayor decided there were enough jurors"],
    ),
    (
        "Union leaders warned the ministers on Monday that they should expect more strikes.",
        [
            "2012-05-14 happened | Union leaders warned the ministers that they should expect more strikes | Union leaders"
        ],
    ),
    (
        "The court informed the family on Friday that he had died.",
        [
            "2012-05-18 happened | The court informed the family that he had died | court"
        ],
    ),
    (
        "The Velm Health Board (VHB) declared an emergency on Thursday and told firms to close.",
        [
            "2012-05-17 happened | The Velm Health Board declared an emergency and told firms to close"
        ],
    ),
    (
        "The union, which has 300 members, announced a strike on Thursday and told firms to close.",
        ["2012-05-17 happened | The union announced a strike and told firms to close"],
    ),
    (
        "The mayor, Anna Lind, said on Monday the dam was safe.",
        [
            "2012-05-14 happened | The mayor, Anna Lind, said the dam was safe | Anna Lind"
        ],
    ),
    # ── "On which nine people died" ─────────────────────────────────────────────────
    (
        "The barge, on which nine people died on Monday, had no lights.",
        ["2012-05-14 happened | Nine people died on the barge"],
    ),
    (
        "The council chose a site on Monday, on which a school will be built in 2014.",
        [
            "2012-05-14 happened | The council chose a site",
            "2014 planned | A school will be built",
        ],
    ),
    (
        "The party won the vote, in which 300 seats were filled on 4 May.",
        [
            "2012-05-18 happened | The party won the vote",
            "2012-05-04 happened | 300 seats were filled in the vote",
        ],
    ),
    (
        "The riot in which his brother was killed on 4 May began at dawn.",
        [
            "2012-05-18 happened | The riot in which his brother was killed on 4 May began at dawn",
            "2012-05-04 happened | His brother was killed in the riot",
        ],
    ),
    (
        "The mill lost 40 workers, nine of whom were hired again in May 2011.",
        [
            "2012-05-18 happened | The mill lost 40 workers",
            "2011-05 happened | Nine of the 40 workers were hired again",
        ],
    ),
    (
        "The way in which he was dismissed on Monday angered the town.",
        ["2012-05-14 happened | He was dismissed"],
    ),
    # ── What "which" can be ─────────────────────────────────────────────────────────
    (
        "Sarn cancelled a tribute show to his brother Tomas in Velm, which had been scheduled for 25 May.",
        [
            "2012-05-18 happened | Sarn cancelled a tribute show to his brother Tomas in Velm",
            "2012-05-25 planned | A tribute show to his brother Tomas in Velm had been scheduled for 25 May",
        ],
    ),
    (
        "The case runs beside the trial against Anna Lind, which is expected to begin in June.",
        ["2012-06 planned | The trial against Anna Lind is expected to begin"],
    ),
    (
        "She wrote a letter to her brother in Lund, which was found in 2005.",
        ["2005 happened | A letter to her brother in Lund was found"],
    ),
    (
        "The police freed the mayor, which angered the town on Monday.",
        [
            "2012-05-18 happened | The police freed the mayor",
            "2012-05-14 happened | The police freed the mayor, which angered the town on Monday",
        ],
    ),
    (
        "The number of shops in Velm that shut in May 2010 exceeded forty.",
        ["2010-05 happened | Shops in Velm shut"],
    ),
    (
        "The court froze the firm's $28 million loan that was granted in 2008.",
        ["2008 happened | The firm's $28 million loan was granted"],
    ),
    # ── What is no verb, or is no day ───────────────────────────────────────────────
    (
        "The bank missed its 3.5 percent growth forecast for 2011.",
        [],
    ),
    (
        "The firm forecast a loss for 2013.",
        ["2013 happened | The firm forecast a loss"],
    ),
    (
        "Dr Reck was hired to help prepare for his planned July 2009 concerts in Velm.",
        [
            "2012-05-18 happened | Dr Reck was hired to help prepare for his planned July 2009 concerts in Velm"
        ],
    ),
    (
        "The deadly January 2010 earthquake killed 40 people.",
        ["2010-01 happened | The deadly earthquake killed 40 people"],
    ),
    (
        "Because of the strike in March, the mill has lost its largest client.",
        [
            "2012-05-18 happened | Because of the strike in March, the mill has lost its largest client"
        ],
    ),
    (
        "The minister asked Mr Reck to delay his return until at least next Tuesday.",
        [
            "2012-05-18 happened | The minister asked Mr Reck to delay his return until at least next Tuesday"
        ],
    ),
    (
        "The museum will reopen on 25 June, the first anniversary of the flood.",
        ["2012-06-25 planned | The museum will reopen"],
    ),
    (
        "Announced in early March, the plan may not pass before July.",
        ["2012-03-01~/2012-03-10~ happened | The plan was announced"],
    ),
    # ── What goes with a line ───────────────────────────────────────────────────────
    (
        "Elsewhere, rescue workers from around the world, including crews from Lund, travelled to Orvik on Monday.",
        [
            "2012-05-14 happened | Rescue workers from around the world, including crews from Lund, travelled to Orvik"
        ],
    ),
    (
        "As prices of oil and tin have dropped -- the backbone of the province -- firms closed nine mills on Monday.",
        ["2012-05-14 happened | Firms closed nine mills"],
    ),
    (
        "Her clinic was battered by storm Anna in 2008 and storm Bert in 2010.",
        [
            "2008 happened | Her clinic was battered by storm Anna",
            "2010 happened | Her clinic was battered by storm Bert",
        ],
    ),
    (
        "He was hit by a van in 2008 and a bus in 2010.",
        ["2008 happened | He was hit by a van", "2010 happened | He was hit by a bus"],
    ),
    (
        "Stocks rose on Monday, leaving the index within 70 points of its record high set on 6 March.",
        [
            "2012-05-14 happened | Stocks rose, leaving the index within 70 points of its record high set on 6 March",
            "2012-03-06 happened | Its record high was set",
        ],
    ),
    (
        "In a row that has divided his once close family and may end in court next week, Sarn, a baker, has kept silent.",
        ["2012-05-21/2012-05-27 hypothetical | A row may end in court"],
    ),
    (
        "The firm said on Monday that the patch is free for people who want an easy way to set their own limits on how loudly their players play.",
        [
            "2012-05-14 happened | The firm said that the patch is free for people who want an easy way to set their own limits on how loudly their players play | firm"
        ],
    ),
    (
        "The jurors were asked on Monday whether they knew anyone on a long list of people who may be called as witnesses in the trial.",
        [
            "2012-05-14 happened | The jurors were asked whether they knew anyone on a long list of people who may be called as witnesses in the trial"
        ],
    ),
    (
        "Norda launched a campaign on Monday to convince investors and even its own staff in all of its many offices at home that the company is in a strong position.",
        [
            "2012-05-14 happened | Norda launched a campaign to convince investors and even its own staff in all of its many offices at home that the company is in a strong position"
        ],
    ),
    (
        "Sarn said on Monday he has no doubt that his plan to rescue the economy of the northern province will work in the end.",
        [
            "2012-05-14 happened | Sarn said he has no doubt that his plan to rescue the economy of the northern province will work in the end | Sarn"
        ],
    ),
    (
        "The trial of the two men was put off on Monday because the court has yet to decide whether it should hear a witness whom it had once dismissed.",
        [
            "2012-05-14 happened | The trial of the two men was put off because the court has yet to decide whether it should hear a witness"
        ],
    ),
    (
        "A driver who had tried to flee after he struck and fatally hurt a woman in the old town of Velm was charged on Monday with her murder.",
        [
            "2012-05-14 happened | A driver and fatally hurt a woman in the old town of Velm was charged with her murder"
        ],
    ),
    # ── Verbs of a clause inside ────────────────────────────────────────────────────
    (
        "A man who fled and seized a van was held on Monday.",
        ["2012-05-14 happened | A man who fled and seized a van was held"],
    ),
    (
        "A man who fled when police came and seized his van was held on Monday.",
        [
            "2012-05-14 happened | A man who fled when police came and seized his van was held"
        ],
    ),
    (
        "The man who shot the judge and wounded two guards was sentenced on Monday.",
        [
            "2012-05-14 happened | The man who shot the judge and wounded two guards was sentenced"
        ],
    ),
    (
        "A clerk who opened fire at a party and killed one man has been charged with murder, police said on Monday.",
        [
            "2012-05-14 happened | A clerk who opened fire at a party and killed one man has been charged with murder, police said | police"
        ],
    ),
    (
        "The troops that took the port and burned the mill left on Monday.",
        [
            "2012-05-14 happened | The troops that took the port and burned the mill left"
        ],
    ),
    (
        "A law which bans guns and limits sales was passed on Monday.",
        ["2012-05-14 happened | A law which bans guns and limits sales was passed"],
    ),
    (
        "A woman who bought bread and boiled eggs was robbed on Monday.",
        ["2012-05-14 happened | A woman who bought bread and boiled eggs was robbed"],
    ),
    (
        "Speaker after speaker denounced the mayor on Monday and praised his rival.",
        [
            "2012-05-14 happened | Speaker after speaker denounced the mayor and praised his rival"
        ],
    ),
    (
        "The mayor called on banks on Monday to make a distinction between firms that have a record of paying off their loans and those that do not.",
        [
            "2012-05-14 happened | The mayor called on banks to make a distinction between firms that have a record of paying off their loans and those that do not"
        ],
    ),
    # ── What goes on behind an aside ────────────────────────────────────────────────
    (
        "A man accused of theft and murder was sentenced on Monday.",
        ["2012-05-14 happened | A man accused of theft and murder was sentenced"],
    ),
    (
        "A man accused of killing his wife and hiding her body was sentenced on Monday to life in prison.",
        [
            "2012-05-14 happened | A man accused of killing his wife and hiding her body was sentenced to life in prison"
        ],
    ),
    (
        "The minister, who had been on leave since March and whose post was filled by his deputy, resigned on Monday.",
        ["2012-05-14 happened | The minister resigned"],
    ),
    (
        "The body of a man who drowned after falling from a ferry in March was found on Monday, the coast guard said.",
        [
            "2012-05-14 happened | The body of a man who drowned after falling from a ferry in March was found | coast guard",
            "2012-03 happened | A man fell from a ferry | coast guard",
        ],
    ),
    (
        "The council passed a law that takes effect on 1 June.",
        [
            "2012-05-18 happened | The council passed a law",
            "2012-06-01 planned | A law takes effect",
        ],
    ),
    (
        "The firm signed a deal that gives it 40 percent of the mine on Monday.",
        [
            "2012-05-14 happened | The firm signed a deal that gives it 40 percent of the mine"
        ],
    ),
    (
        "The court fined the firm, which had denied the charge, 3 million crowns on Monday and ordered it to clean up the river.",
        [
            "2012-05-14 happened | The court fined the firm 3 million crowns and ordered it to clean up the river"
        ],
    ),
    (
        "She joined the firm, which her father founded in 1950, as a clerk in 1980.",
        [
            "1980 happened | She joined the firm as a clerk",
            "1950 happened | Her father founded the firm",
        ],
    ),
    (
        "The army said it had retaken Brenn, which fell in March.",
        [
            "2012-05-18 happened | The army said it had retaken Brenn | army",
            "2012-03 happened | Brenn fell | army",
        ],
    ),
    (
        "There were three attacks on Monday and two on Tuesday.",
        [
            "2012-05-14 happened | There were three attacks",
            "2012-05-15 happened | There were two attacks",
        ],
    ),
    (
        "The first blast came on Monday, the second on Tuesday.",
        [
            "2012-05-14 happened | The first blast came",
            "2012-05-15 happened | The second came",
        ],
    ),
    # ── What is said of what a clause describes ─────────────────────────────────────
    (
        "Investigators believe the fire that destroyed the mill and killed two people was set on purpose, a judge said on Monday.",
        [
            "2012-05-14 happened | Investigators believe the fire that destroyed the mill and killed two people was set on purpose, a judge said | judge"
        ],
    ),
    (
        "Police said on Monday the man who shot the judge and fled was still in Velm.",
        [
            "2012-05-14 happened | Police said the man who shot the judge and fled was still in Velm | Police"
        ],
    ),
    (
        "Norda said on Monday a plan that would have cut jobs and closed two mills had been dropped.",
        [
            "2012-05-14 happened | Norda said a plan that would have cut jobs and closed two mills had been dropped | Norda"
        ],
    ),
    (
        "Police reported a fire that destroyed a mill and killed two men on Monday.",
        ["2012-05-14 happened | A fire killed two men"],
    ),
    (
        "Police suspect Jon Reck set the fire, the mayor said on Monday.",
        [
            "2012-05-14 happened | Police suspect Jon Reck set the fire, the mayor said | mayor"
        ],
    ),
    (
        "Thieves who broke into a museum and stole three paintings were being hunted by police on Monday.",
        [
            "2012-05-14 happened | Thieves who broke into a museum and stole three paintings were being hunted by police"
        ],
    ),
    (
        "The suspect, identified by police as Jon Reck, 34, of Velm, was caught on Monday near the border.",
        ["2012-05-14 happened | The suspect was caught near the border"],
    ),
    (
        "A report released on Monday says the dam could fail.",
        ["2012-05-14 happened | A report says the dam could fail | report"],
    ),
    (
        "A report by the state auditor that was released on Monday found that it had wasted millions.",
        [
            "2012-05-18 happened | A report by the state auditor found that it had wasted millions | report by the state auditor",
            "2012-05-14 happened | A report by the state auditor was released",
        ],
    ),
    (
        "The ruling, which can be appealed, came on Monday after a trial that lasted for six months.",
        [
            "2012-05-14 happened | The ruling came after a trial that lasted for six months"
        ],
    ),
    # ── Conditions, pronouns ahead, what nobody said ────────────────────────────────
    (
        "Unless a deal is reached, 300 miners will strike, the union warned on Monday.",
        [
            "2012-05-14 happened | Unless a deal is reached, 300 miners will strike, the union warned | union"
        ],
    ),
    (
        "If the dam breaks, nine towns will be lost, the minister said on Monday.",
        [
            "2012-05-14 happened | If the dam breaks, nine towns will be lost, the minister said | minister"
        ],
    ),
    (
        "After she was freed on Monday, Anna Lind went home.",
        ["2012-05-14 happened | Anna Lind was freed"],
    ),
    (
        "After it was sold on Monday, the mill lost its name.",
        [
            "2012-05-14 happened | The mill was sold",
            "2012-05-18 happened | The mill lost its name",
        ],
    ),
    (
        "After they were freed on Monday, the men went home.",
        ["2012-05-14 happened | The men were freed"],
    ),
    (
        "After he was freed on Monday, his wife wept.",
        ["2012-05-14 happened | He was freed"],
    ),
    (
        "The men, whom police did not name, were held on Monday after a raid on a flat in which guns were found.",
        [
            "2012-05-14 happened | The men were held after a raid on a flat in which guns were found"
        ],
    ),
    # ── Against whom, than what ─────────────────────────────────────────────────────
    (
        "Thousands marched against the tax on Monday.",
        ["2012-05-14 happened | Thousands marched against the tax"],
    ),
    (
        "The family won its case against the town on Monday.",
        ["2012-05-14 happened | The family won its case against the town"],
    ),
    (
        "Norda made a profit of $4 million against a loss a year ago.",
        [],
    ),
    (
        "Prices rose faster than expected on Monday.",
        ["2012-05-14 happened | Prices rose faster than expected"],
    ),
    (
        "He left earlier than planned on Monday.",
        ["2012-05-14 happened | He left earlier than planned"],
    ),
    (
        "Losses were smaller than a year ago.",
        [],
    ),
    (
        "A boy of nine drowned on Monday.",
        ["2012-05-14 happened | A boy of nine drowned"],
    ),
    (
        "The ship, named after a queen who died in 1901, was launched on Monday.",
        ["2012-05-14 happened | The ship was launched", "1901 happened | A queen died"],
    ),
    # ── Asides behind what opens a clause ───────────────────────────────────────────
    (
        "A hearing has opened in Velm to determine whether the doctor who treated the singer in his final days should stand trial for manslaughter.",
        [
            "2012-05-18 happened | A hearing has opened in Velm to determine whether the doctor who treated the singer in his final days should stand trial for manslaughter"
        ],
    ),
    (
        "The men came to the shop on Monday, after the victim, Anna Lind, 35, had locked the door, police said.",
        [
            "2012-05-14 happened | The men came to the shop, after the victim, Anna Lind, 35, had locked the door | police"
        ],
    ),
    (
        "People wept as the list of the dead, including the mayor, was read out on Monday.",
        [
            "2012-05-14 happened | People wept as the list of the dead, including the mayor, was read out"
        ],
    ),
    (
        "Reck, in a statement released on Monday through his team, said he did not think he would be charged.",
        [
            "2012-05-14 happened | Reck, in a statement released through his team, said he did not think he would be charged | Reck"
        ],
    ),
    (
        "The state was forced to arrange loans for Norda in March and Sarn on Friday.",
        [
            "2012-03 happened | The state was forced to arrange loans for Norda and Sarn on Friday"
        ],
    ),
    # ── What was done to whom, and then ─────────────────────────────────────────────
    (
        "A man held after the fire in March was freed on Monday.",
        ["2012-05-14 happened | A man held after the fire in March was freed"],
    ),
    (
        "A boy rescued after the boat sank on Monday died on Tuesday.",
        [
            "2012-05-15 happened | A boy rescued after the boat sank on Monday died",
            "2012-05-14 happened | The boat sank",
        ],
    ),
    (
        "Officials are investigating how a man who had been banned from flying got on to a plane on Monday.",
        [
            "2012-05-14 happened | Officials are investigating how a man who had been banned from flying got on to a plane on Monday"
        ],
    ),
    (
        "Anders Holm declared victory over the strikers in what is the worst dispute since independence in 1991.",
        [],
    ),
    (
        "The miners gathered in the square, where the bridge that links the banks was burned last year.",
        [
            "2012-05-18 happened | The miners gathered in the square",
            "2011 happened | The bridge that links the banks was burned",
        ],
    ),
    (
        "On Friday, police held 40 people, to which must be added two dead, among passersby, guards and drivers.",
        ["2012-05-18 happened | Police held 40 people"],
    ),
]


def read_as_written(text: str) -> list[str]:
    """What a text of Friday, 18 May 2012 tells, in the order of its words."""
    timeline = build.build(
        ["-"], Options(), stdin=f"Date: 18 May 2012\n\n{text}".encode()
    )
    mentions = [m for ranked in timeline.events for m in ranked.event.mentions]
    mentions.sort(key=lambda m: (m.span.start, m.span.end, m.time.edtf))
    return [summary(mention) for mention in mentions]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_what_a_broken_sentence_tells(text: str, expected: list[str]) -> None:
    assert read_as_written(text) == expected
