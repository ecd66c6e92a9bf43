"""A table of invented sentences: which events they tell, when, how certain, said by whom.

A time expression stands in brackets with its EDTF value, or with "-" where it has none,
or with a duration. An expected event is "EDTF status | headline | reporter".
"""

import re

import msgspec
import pytest
from conftest import document
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import edtf
from timeline.extract import extract
from timeline.model import Anchor, Basis, Document, Kind, Mention, Span, Timex

_MARKED = re.compile(r"\[(?P<words>[^\]|]+)\|(?P<value>[^\]]+)\]")


def marked(
    text: str, dct: str | None = "2031-05-08"
) -> tuple[Document, tuple[Timex, ...]]:
    """The document without the brackets, and the time expressions that they marked."""
    plain, timexes, last = "", [], 0
    for found in _MARKED.finditer(text):
        plain += text[last : found.start()]
        span = Span(len(plain), len(plain) + len(found["words"]))
        plain, last = plain + found["words"], found.end()
        timexes.append(_timex(span, found["value"]))
    return document(plain + text[last:], dct), tuple(timexes)


def _timex(span: Span, value: str) -> Timex:
    if value == "-" or value.endswith("_REF"):
        return Timex(span, Kind.DATE, value, "test")
    if value == "XXXX":
        return Timex(span, Kind.SET, value, "test")
    if value.startswith("P"):
        return Timex(span, Kind.DURATION, value, "test")
    kind = Kind.TIME if "T" in value else Kind.DATE
    time = edtf.parse(value)
    return Timex(span, kind, value, "test", Anchor.NONE, Basis.EXPLICIT, None, time)


def told(text: str, dct: str | None = "2031-05-08") -> tuple[Mention, ...]:
    """The mentions of a marked text."""
    return extract(*marked(text, dct))[0]


def summary(mention: Mention) -> str:
    """A mention as the table writes it."""
    line = f"{mention.time.edtf} {mention.status.value} | {mention.headline}"
    return f"{line} | {mention.reporter}" if mention.reporter else line


TABLE: list[tuple[str, list[str]]] = [
    (
        "Kestrel won the prize at [Monday|2031-05-05]'s award ceremony.",
        ["2031-05-05 happened | Kestrel won the prize at Monday's award ceremony"],
    ),
    (
        "Battling Brenn for the Torvik nomination in [2009|2009], Valk lashed out at Lund.",
        ["2009 happened | The Torvik nomination"],
    ),
    # ── Who says so, and who says something else ─────────────────────────────────────
    (
        "Coal stood at 6 crowns in [April|2031-04], but some traders predict that it will"
        " fall before the winter ends.",
        ["2031-04 happened | Coal stood at 6 crowns"],
    ),
    (
        "Lund, Sarn and a number of other towns said on [Monday|2031-05-05] they are sending"
        " their boats.",
        [
            "2031-05-05 happened | Lund, Sarn and a number of other towns said they are"
            " sending their boats | Lund, Sarn and a number of other towns"
        ],
    ),
    (
        "A spokeswoman for Dr Valk insisted on [Monday|2031-05-05] that the mill was safe.",
        [
            "2031-05-05 happened | A spokeswoman for Dr Valk insisted that the mill was safe"
            " | spokeswoman for Dr Valk"
        ],
    ),
    (
        "Ada Brenn left, but the Torvik Post says nothing has changed. It says the Mill Agency"
        " was closed on [Monday|2031-05-05].",
        ["2031-05-05 happened | The Mill Agency was closed | Torvik Post"],
    ),
    # ── What is not believed, what is not said ───────────────────────────────────────
    (
        "Police do not believe that Oren Valk fled on [May 1|2031-05-01].",
        ["2031-05-01 denied | Oren Valk fled | Police"],
    ),
    (
        "Police did not confirm that Oren Valk fled on [May 1|2031-05-01].",
        ["2031-05-01 alleged | Oren Valk fled | Police"],
    ),
    (
        "Prices fell in the [second quarter|2030-34] and continued their decline in the"
        " [third quarter|2030-35].",
        [
            "2030-34 happened | Prices fell",
            "2030-35 happened | Prices continued their decline",
        ],
    ),
    (
        "The trial of the miner accused of the theft began on [May 1|2031-05-01].",
        ["2031-05-01 happened | The trial of the miner accused of the theft began"],
    ),
    # ── One event, one date ──────────────────────────────────────────────────────────
    (
        "Police arrested Oren Valk on [May 1|2031-05-01].",
        ["2031-05-01 happened | Police arrested Oren Valk"],
    ),
    (
        "On [May 1|2031-05-01], police arrested Oren Valk in Torvik.",
        ["2031-05-01 happened | Police arrested Oren Valk in Torvik"],
    ),
    (
        "[Last Thursday|2031-05-01] a bomb exploded outside the town hall.",
        ["2031-05-01 happened | A bomb exploded outside the town hall"],
    ),
    (
        "The bridge over the Sarn collapsed early on [Friday|2031-05-02].",
        ["2031-05-02 happened | The bridge over the Sarn collapsed"],
    ),
    (
        "Meanwhile, on [May 3|2031-05-03], the council closed all schools.",
        ["2031-05-03 happened | The council closed all schools"],
    ),
    (
        "However, the airport of Lund reopened [yesterday|2031-05-07].",
        ["2031-05-07 happened | The airport of Lund reopened"],
    ),
    (
        "In [March 2029|2029-03] the company bought its rival Norda.",
        ["2029-03 happened | The company bought its rival Norda"],
    ),
    (
        "The two presidents met in Geneva [three days ago|2031-05-05].",
        ["2031-05-05 happened | The two presidents met in Geneva"],
    ),
    (
        "At [14:05|2031-05-07T14:05] the reactor was shut down.",
        ["2031-05-07T14:05:00 happened | The reactor was shut down"],
    ),
    (
        "The factory in Odra (built by Kestrel) burned down on [April 2|2031-04-02].",
        ["2031-04-02 happened | The factory in Odra burned down"],
    ),
    (
        "Rescuers pulled two children from the rubble on [Monday|2031-05-05].",
        ["2031-05-05 happened | Rescuers pulled two children from the rubble"],
    ),
    (
        "It was on [Tuesday|2031-05-06] that the dam burst.",
        ["2031-05-06 happened | The dam burst"],
    ),
    (
        "It was in [2029|2029] when the dam burst.",
        ["2029 happened | The dam burst"],
    ),
    (
        "Ada Brenn was crossing the quay on [Friday|2031-05-02] when a van struck her.",
        ["2031-05-02 happened | Ada Brenn was crossing the quay when a van struck her"],
    ),
    (
        "Unlike on [Friday|2031-05-02], when the dam burst, it was quiet.",
        ["2031-05-02 happened | The dam burst"],
    ),
    (
        "The miners were not hurt when the dam burst on [Friday|2031-05-02].",
        ["2031-05-02 happened | The dam burst"],
    ),
    (
        "The firm was not in debt when Ada Brenn was fired on [Friday|2031-05-02].",
        ["2031-05-02 happened | Ada Brenn was fired"],
    ),
    (
        "Finance Minister Ada Brenn resigned on [Wednesday|2031-05-07] over the scandal.",
        ["2031-05-07 happened | Finance Minister Ada Brenn resigned over the scandal"],
    ),
    (
        "Parliament passed the bill by 210 votes to 85 on [May 6|2031-05-06].",
        ["2031-05-06 happened | Parliament passed the bill by 210 votes to 85"],
    ),
    # ── Who says so ──────────────────────────────────────────────────────────────────
    (
        "Police arrested Oren Valk on [May 1|2031-05-01], the ministry said.",
        ["2031-05-01 happened | Police arrested Oren Valk | ministry"],
    ),
    (
        "Police arrested Oren Valk on [May 1|2031-05-01], the ministry said in a statement"
        " [Saturday|2031-05-03].",
        ["2031-05-01 happened | Police arrested Oren Valk | ministry"],
    ),
    (
        "The ministry said on [Saturday|2031-05-03] that police arrested Oren Valk on"
        " [May 1|2031-05-01].",
        ["2031-05-01 happened | Police arrested Oren Valk | ministry"],
    ),
    (
        "According to the Harbour Office, two ships collided on [May 2|2031-05-02].",
        ["2031-05-02 happened | Two ships collided | Harbour Office"],
    ),
    (
        "Two ships collided on [May 2|2031-05-02], according to the Harbour Office.",
        ["2031-05-02 happened | Two ships collided | Harbour Office"],
    ),
    (
        "The Harbour Office said [Saturday|2031-05-03] that the channel was closed.",
        [
            "2031-05-03 happened | The Harbour Office said that the channel was closed"
            " | Harbour Office"
        ],
    ),
    (
        "The mayor told reporters on [Friday|2031-05-02] that the water was safe.",
        [
            "2031-05-02 happened | The mayor told reporters that the water was safe | mayor"
        ],
    ),
    (
        "Three miners died on [May 4|2031-05-04], reports Telpress.",
        ["2031-05-04 happened | Three miners died | Telpress"],
    ),
    (
        "“We found the wreck on [Sunday|2031-05-04],” said Captain Ilse Roth.",
        ["2031-05-04 happened | Ilse Roth: “We found the wreck” | Ilse Roth"],
    ),
    (
        "The talks, the Kremlin said, began on [Monday|2031-05-05].",
        ["2031-05-05 happened | The talks began | Kremlin"],
    ),
    (
        "The strike will start on [Monday|2031-05-12], the union announced"
        " [yesterday|2031-05-07].",
        [
            "2031-05-12 planned | The strike will start | union",
            "2031-05-07 happened | The strike will start on Monday, the union announced | union",
        ],
    ),
    (
        "The union has called for a march on [Sunday|2031-05-11].",
        ["2031-05-11 planned | The union has called for a march"],
    ),
    (
        "The council postponed the vote on [Monday|2031-05-12].",
        ["2031-05-12 planned | The council postponed the vote"],
    ),
    (
        "Officials said three people died [Friday|2031-05-02].",
        ["2031-05-02 happened | Three people died | Officials"],
    ),
    (
        "Officials said [Friday|2031-05-02] three people died.",
        ["2031-05-02 happened | Officials said three people died | Officials"],
    ),
    (
        "State radio reported on [Tuesday|2031-05-06] that the general had fled.",
        [
            "2031-05-06 happened | State radio reported that the general had fled"
            " | State radio"
        ],
    ),
    (
        "Dorn said he met the rebels on [April 30|2031-04-30].",
        ["2031-04-30 happened | Dorn met the rebels | Dorn"],
    ),
    (
        "The plant was sold in [2028|2028], Anna Lind, its former director, told the court.",
        ["2028 happened | The plant was sold | Anna Lind"],
    ),
    # ── Several events ───────────────────────────────────────────────────────────────
    (
        "Rebels took Torvik on [May 1|2031-05-01], and the army retook it on"
        " [May 4|2031-05-04].",
        [
            "2031-05-01 happened | Rebels took Torvik",
            "2031-05-04 happened | The army retook it",
        ],
    ),
    (
        "He was arrested on [May 1|2031-05-01] and released on [May 3|2031-05-03].",
        [
            "2031-05-01 happened | He was arrested",
            "2031-05-03 happened | He was released",
        ],
    ),
    (
        "The ceasefire was signed on [May 1|2031-05-01]; fighting resumed on"
        " [May 5|2031-05-05].",
        [
            "2031-05-01 happened | The ceasefire was signed",
            "2031-05-05 happened | Fighting resumed",
        ],
    ),
    (
        "On [May 6|2031-05-06], Valk attended the session, after which he was arrested.",
        [
            "2031-05-06 happened | Valk attended the session",
            "2031-05-06 happened | Valk was arrested",
        ],
    ),
    (
        "The court, which convicted Dorn in [2029|2029], freed him on [May 2|2031-05-02].",
        [
            "2031-05-02 happened | The court freed him",
            "2029 happened | The court convicted Dorn",
        ],
    ),
    (
        "Oren Valk, dismissed on [May 5|2031-05-05], left the country on"
        " [May 7|2031-05-07].",
        [
            "2031-05-07 happened | Oren Valk left the country",
            "2031-05-05 happened | Oren Valk was dismissed",
        ],
    ),
    (
        "The president accepted the resignation and appointed Ada Brenn on"
        " [May 5|2031-05-05].",
        [
            "2031-05-05 happened | The president accepted the resignation and appointed"
            " Ada Brenn"
        ],
    ),
    (
        "Delegates met on [March 3|2031-03-03] and on [March 7|2031-03-07].",
        [
            "2031-03-03 happened | Delegates met",
            "2031-03-07 happened | Delegates met",
        ],
    ),
    (
        "The mine reopened on [May 2|2031-05-02] after an explosion killed nine people in"
        " [March|2031-03].",
        [
            "2031-05-02 happened | The mine reopened",
            "2031-03 happened | An explosion killed nine people",
        ],
    ),
    # ── Dates by which something is to be done, or had been ──────────────────────────
    (
        "The work must be finished by [Friday|2031-05-09].",
        ["2031-05-09 planned | The work must be finished by Friday"],
    ),
    (
        "The builder shall deliver the design no later than [30 June 2031|2031-06-30].",
        [
            "2031-06-30 planned | The builder shall deliver the design no later than 30 June 2031"
        ],
    ),
    (
        "The first instalment is due on [1 July 2031|2031-07-01].",
        ["2031-07-01 planned | The first instalment is due"],
    ),
    (
        "Comments are due by [9 June|2031-06-09].",
        ["2031-06-09 planned | Comments are due by 9 June"],
    ),
    (
        "The owner has until [9 August 2031|2031-08-09] to appeal.",
        ["2031-08-09 planned | The owner has until 9 August 2031 to appeal"],
    ),
    (
        "Banks are required to report by [26 June 2031|2031-06-26].",
        ["2031-06-26 planned | Banks are required to report by 26 June 2031"],
    ),
    (
        "By [Saturday|2031-05-03] four ships had docked.",
        ["2031-05-03 happened | Four ships had docked"],
    ),
    # ── Dates that make no event ─────────────────────────────────────────────────────
    ("Valk, who led the country for [30 years|P30Y], said nothing.", []),
    ("Dorn, who was born in [1981|1981], is a miner.", []),
    ("Anna Lind, born in [1981|1981], lives in Torvik.", []),
    ("The shop is open since [2019|2019].", []),
    ("The offer is valid until [May 30|2031-05-30].", []),
    ("Sales grew by 5 percent by [Friday|2031-05-02].", []),
    ("Lind agreed to pay by [Friday|2031-05-09].", []),
    ("Output will have doubled by [2040|2040].", []),
    ("He is [45 years|P45Y] old.", []),
    ("The old mill stands in the heart of the town [now|PRESENT_REF].", []),
    ("Read more about the events of [May 1|2031-05-01].", []),
    ("Unlike the Garnet Park festival ([2024|2024]), nobody came.", []),
    ("Prices are the highest since [1998|1998].", []),
    # ── Events told by a noun ────────────────────────────────────────────────────────
    (
        "Valk has not been seen in public since his visit to Torvik on [May 1|2031-05-01].",
        ["2031-05-01 happened | Valk’s visit to Torvik"],
    ),
    (
        "Dorn must answer for the blackout [last Wednesday|2031-05-07].",
        [],
    ),
    (
        "[Monday|2031-05-05]'s vote split the party.",
        ["2031-05-05 happened | Monday's vote split the party"],
    ),
    (
        "Despite the ceasefire on [May 1|2031-05-01], shelling went on.",
        [],
    ),
    (
        "The [2024|2024] explosion at the mill is still unexplained.",
        ["2024 happened | The 2024 explosion at the mill"],
    ),
    # ── Planned ──────────────────────────────────────────────────────────────────────
    (
        "The alliance will hold a conference on [May 10|2031-05-10].",
        ["2031-05-10 planned | The alliance will hold a conference"],
    ),
    (
        "The trial is to begin on [June 2|2031-06-02].",
        ["2031-06-02 planned | The trial is to begin"],
    ),
    (
        "The vote is scheduled for [May 20|2031-05-20].",
        ["2031-05-20 planned | The vote is scheduled for May 20"],
    ),
    (
        "Kestrel plans to open a second mine in [2033|2033].",
        ["2033 planned | Kestrel plans to open a second mine"],
    ),
    (
        "The minister flies to Rome [tomorrow|2031-05-09].",
        ["2031-05-09 planned | The minister flies to Rome"],
    ),
    (
        "The ferry was due to leave on [Monday|2031-05-05].",
        ["2031-05-05 planned | The ferry was due to leave"],
    ),
    (
        "Brenn is expected to resign on [Friday|2031-05-09].",
        ["2031-05-09 planned | Brenn is expected to resign"],
    ),
    (
        "The airport, which will reopen [next week|2031-05-12/2031-05-18], is empty.",
        ["2031-05-12/2031-05-18 planned | The airport will reopen"],
    ),
    (
        "He said the troops would leave on [Monday|2031-05-12].",
        ["2031-05-12 planned | The troops would leave"],
    ),
    # ── Alleged ──────────────────────────────────────────────────────────────────────
    (
        "Valk reportedly fled to Odra on [May 3|2031-05-03].",
        ["2031-05-03 alleged | Valk reportedly fled to Odra"],
    ),
    (
        "The guards allegedly beat two prisoners on [April 9|2031-04-09].",
        ["2031-04-09 alleged | The guards allegedly beat two prisoners"],
    ),
    (
        "It was rumored that Valk fled on [May 3|2031-05-03].",
        ["2031-05-03 alleged | Valk fled"],
    ),
    (
        "Some media claim that Valk left the country on [May 3|2031-05-03].",
        ["2031-05-03 alleged | Valk left the country | Some media"],
    ),
    (
        "On [May 3|2031-05-03] Valk would have gone into exile.",
        ["2031-05-03 alleged | Valk would have gone into exile"],
    ),
    (
        "Dorn is believed to have left on [May 3|2031-05-03].",
        ["2031-05-03 alleged | Dorn is believed to have left"],
    ),
    (
        "There were unconfirmed reports that the dam broke on [May 3|2031-05-03].",
        ["2031-05-03 alleged | The dam broke"],
    ),
    # ── Accusations happen ───────────────────────────────────────────────────────────
    (
        "Brenn accused the miners of fraud on [Monday|2031-05-05].",
        ["2031-05-05 happened | Brenn accused the miners of fraud"],
    ),
    (
        "Dorn, accused of treason, was arrested on [May 2|2031-05-02].",
        ["2031-05-02 happened | Dorn was arrested"],
    ),
    # ── Denied ───────────────────────────────────────────────────────────────────────
    (
        "Oren Valk was charged on [Monday|2031-05-05] with stealing a boat on [3 May 2019|2019-05-03].",
        [
            "2031-05-05 happened | Oren Valk was charged with stealing a boat on 3 May 2019",
            "2019-05-03 alleged | Oren Valk stole a boat",
        ],
    ),
    (
        "Oren Valk pleaded not guilty to stealing a boat on [3 May 2019|2019-05-03].",
        ["2019-05-03 denied | Oren Valk stole a boat"],
    ),
    (
        "Police accuse him of stealing a boat on [3 May 2019|2019-05-03].",
        ["2019-05-03 alleged | He stole a boat"],
    ),
    (
        "A suspected thief was shot on [Monday|2031-05-05].",
        ["2031-05-05 happened | A suspected thief was shot"],
    ),
    (
        "The man suspected of shooting the mayor was found dead on [Monday|2031-05-05].",
        [
            "2031-05-05 happened | The man suspected of shooting the mayor was found dead"
        ],
    ),
    (
        "The alleged theft took place on [Monday|2031-05-05].",
        ["2031-05-05 alleged | The alleged theft took place"],
    ),
    (
        "The report that the mayor had fled on [May 2|2031-05-02] was false, the ministry said.",
        ["2031-05-02 denied | The mayor had fled | ministry"],
    ),
    (
        'Rumours that the mayor fled on [May 2|2031-05-02] are "an invention", police said.',
        ["2031-05-02 denied | The mayor fled | police"],
    ),
    (
        "Claims that the bridge collapsed on [May 2|2031-05-02] because of rust are wrong.",
        ["2031-05-02 denied | The bridge collapsed because of rust"],
    ),
    (
        "The ministry denied that the bridge collapsed on [May 2|2031-05-02].",
        ["2031-05-02 denied | The bridge collapsed | ministry"],
    ),
    (
        "The ministry denied on [Saturday|2031-05-03] that the bridge had collapsed.",
        [
            "2031-05-03 denied | The ministry denied that the bridge had collapsed"
            " | ministry"
        ],
    ),
    (
        "Valk did not leave Torvik on [May 3|2031-05-03].",
        ["2031-05-03 denied | Valk did not leave Torvik"],
    ),
    (
        "No one was hurt in the fire on [May 3|2031-05-03].",
        ["2031-05-03 happened | No one was hurt in the fire"],
    ),
    (
        "And no one intervened on [May 3|2031-05-03].",
        ["2031-05-03 happened | No one intervened"],
    ),
    (
        "The ruler, Oren Valk, assured [this Saturday|2031-05-03] for the first time since"
        " the start of the protests that the army is calm.",
        [
            "2031-05-03 happened | The ruler, Oren Valk, assured that the army is calm"
            " | Oren Valk"
        ],
    ),
    (
        "There was no explosion on [May 3|2031-05-03], the army said.",
        ["2031-05-03 denied | There was no explosion | army"],
    ),
    (
        "Dorn, who denied wrongdoing, was arrested on [May 2|2031-05-02].",
        ["2031-05-02 happened | Dorn was arrested"],
    ),
    (
        "Dorn denied the charges on [Monday|2031-05-05].",
        ["2031-05-05 happened | Dorn denied the charges"],
    ),
    (
        "The union never called a strike in [2029|2029].",
        ["2029 denied | The union never called a strike"],
    ),
    # ── Hypothetical ─────────────────────────────────────────────────────────────────
    (
        "The talks could fail on [Friday|2031-05-09].",
        ["2031-05-09 hypothetical | The talks could fail"],
    ),
    (
        "Brenn may resign [next month|2031-06].",
        ["2031-06 hypothetical | Brenn may resign"],
    ),
    (
        "If the dam breaks on [Friday|2031-05-09], the town will flood.",
        ["2031-05-09 hypothetical | If the dam breaks, the town will flood"],
    ),
    ("Will the dam break on [Friday|2031-05-09]?", []),
    ("Torvik is quiet [today|2031-05-08].", []),
    (
        "The wedding is on [Friday|2031-05-09].",
        ["2031-05-09 planned | The wedding"],
    ),
    (
        "On [Saturday|2031-05-03], the Harbour Office said that the channel was closed.",
        [
            "2031-05-03 happened | The Harbour Office said that the channel was closed"
            " | Harbour Office"
        ],
    ),
    (
        "Torvik's central bank said on [Monday|2031-05-05] that prices were falling.",
        [
            "2031-05-05 happened | Torvik's central bank said that prices were falling"
            " | Torvik's central bank"
        ],
    ),
    (
        "A girl found on [Friday|2031-05-02] is recovering in hospital.",
        ["2031-05-02 happened | A girl was found"],
    ),
    (
        "The Torvik accord signed on [May 1|2031-05-01] was rejected.",
        ["2031-05-01 happened | The Torvik accord was signed"],
    ),
    (
        "He might have left on [May 3|2031-05-03].",
        ["2031-05-03 hypothetical | He might have left"],
    ),
    # ── Headlines ────────────────────────────────────────────────────────────────────
    (
        "In addition, on [May 3|2031-05-03], the council, which meets weekly, banned"
        " fireworks.",
        ["2031-05-03 happened | The council banned fireworks"],
    ),
    (
        "But [yesterday|2031-05-07] the army entered Torvik, the second city of the"
        " republic and the seat of its parliament since the war, without meeting any"
        " resistance.",
        [
            "2031-05-07 happened | The army entered Torvik, without meeting any resistance"
        ],
    ),
    (
        "Oren Valk, the former head of the State Security Office (SSO) and a close ally of"
        " the first president of the republic, was arrested on [May 1|2031-05-01].",
        [
            "2031-05-01 happened | Oren Valk, the former head of the State Security Office,"
            " was arrested"
        ],
    ),
    (
        "And then, on [May 1|2031-05-01], Brenn resigned.",
        ["2031-05-01 happened | Brenn resigned"],
    ),
    (
        "The former adviser, Ilse Roth, sued the bank on [May 1|2031-05-01].",
        ["2031-05-01 happened | The former adviser, Ilse Roth, sued the bank"],
    ),
    (
        "At least 12 people were killed and 30 injured when a bus overturned near Lund on"
        " [Sunday|2031-05-04].",
        [
            "2031-05-04 happened | At least 12 people were killed and 30 injured when a bus"
            " overturned near Lund"
        ],
    ),
    # ── Quotes, oddities ─────────────────────────────────────────────────────────────
    (
        "“The bridge is gone. The dam fell on [Friday|2031-05-02], “he said.",
        ["2031-05-02 happened | The dam fell"],
    ),
    (
        "The troops., which landed on [May 2|2031-05-02], hold the port.",
        ["2031-05-02 happened | The troops landed"],
    ),
    (
        "The minister resigned on [May 2|2031-05-02].The cabinet met on"
        " [May 3|2031-05-03].",
        [
            "2031-05-02 happened | The minister resigned",
            "2031-05-03 happened | The cabinet met",
        ],
    ),
    # ── Lines that stand alone ───────────────────────────────────────────────────────
    (
        "Kestrel, which in [July 2029|2029-07] closed its mine, wants to grow.",
        ["2029-07 happened | Kestrel closed its mine"],
    ),
    (
        "It was global markets that plunged on [Monday|2031-05-05].",
        ["2031-05-05 happened | Global markets plunged"],
    ),
    (
        "The mine, flooded and abandoned, should reopen, said a man who in"
        " [2019|2019] had dug there.",
        ["2019 happened | A man had dug there"],
    ),
    (
        "The Harbour Office said on [Tuesday|2031-05-06].",
        [],
    ),
    (
        "Brenn praised Kestrel after the talks on [Tuesday|2031-05-06].",
        ["2031-05-06 happened | Brenn praised Kestrel after the talks"],
    ),
    (
        "Profits were higher than in [2019|2019].",
        [],
    ),
    (
        "They met in a [1950s|195X]-style villa.",
        [],
    ),
    (
        "The crisis has shaken the town for the [past year|2030].",
        [],
    ),
    (
        "In addition to the mill, Kestrel bought a mine on [Monday|2031-05-05].",
        ["2031-05-05 happened | In addition to the mill, Kestrel bought a mine"],
    ),
    (
        "Valk signed an accord – a poor one – on [Monday|2031-05-05].",
        ["2031-05-05 happened | Valk signed an accord – a poor one"],
    ),
    (
        "The pact was signed in [June 2031|2031-06].",
        ["2031-06 happened | The pact was signed"],
    ),
    (
        "The pact will be signed in [June 2031|2031-06].",
        ["2031-06 planned | The pact will be signed"],
    ),
    (
        "Output is forecast to shrink [this year|2031].",
        ["2031 planned | Output is forecast to shrink"],
    ),
    (
        "None of them came on [May 3|2031-05-03].",
        ["2031-05-03 happened | None of them came"],
    ),
    (
        "No shots were fired on [May 3|2031-05-03].",
        ["2031-05-03 denied | No shots were fired"],
    ),
    (
        "“We lost the ship on [May 3|2031-05-03],” said Anna Lind.",
        ["2031-05-03 happened | Anna Lind: “We lost the ship” | Anna Lind"],
    ),
    (
        "iPads were sold in Torvik on [May 3|2031-05-03].",
        ["2031-05-03 happened | iPads were sold in Torvik"],
    ),
    (
        "According to the army, on [May 3|2031-05-03] nine men died, while two fled.",
        ["2031-05-03 happened | Nine men died | army"],
    ),
    (
        "Storm hits coast TORVIK, [May 3|2031-05-03] (Telpress) - Nine houses burned down"
        " on [May 2|2031-05-02].",
        ["2031-05-02 happened | Nine houses burned down"],
    ),
    (
        "Ada Brenn | 16:45 UK time, Monday, [22 June 2030|2030-06-22] The dam burst on"
        " [May 2|2031-05-02].",
        ["2031-05-02 happened | The dam burst"],
    ),
    (
        "The Harbour Union (HU) - a small one - met on [May 2|2031-05-02].",
        ["2031-05-02 happened | The Harbour Union – a small one – met"],
    ),
    (
        "(By Ada Brenn -- Telpress) The dam burst on [May 2|2031-05-02].",
        ["2031-05-02 happened | The dam burst"],
    ),
    # ── Dates that only compare or describe ──────────────────────────────────────────
    (
        "Norda earned $3 million in [March|2031-03], compared with $2 million, or two"
        " cents a share, [a year earlier|2030].",
        [
            "2031-03 happened | Norda earned $3 million, compared with $2 million, or"
            " two cents a share, a year earlier"
        ],
    ),
    ("Sales of tractors rose to 25 % from 20 % [last year|2030].", []),
    (
        "The fire destroyed more than 20 homes [last year|2030].",
        ["2030 happened | The fire destroyed more than 20 homes"],
    ),
    (
        "Norda ended [Friday|2031-05-02] up from 20 points on [Thursday|2031-05-01].",
        ["2031-05-02 happened | Norda ended up from 20 points on Thursday"],
    ),
    ("[Last year|2030]'s results were hurt by a strike.", []),
    (
        "A woman was hit on [May 2|2031-05-02] by a grey [2029|2029] Corvo Sedan.",
        ["2031-05-02 happened | A woman was hit by a grey 2029 Corvo Sedan"],
    ),
    ("That [2019|2019] resolution calls for a withdrawal from the valley.", []),
    # ── Verbs on an occasion that has a date ─────────────────────────────────────────
    (
        "In a [Wednesday|2031-05-07] media event, Norda unveiled a new tractor.",
        ["2031-05-07 happened | In a media event, Norda unveiled a new tractor"],
    ),
    (
        "The council closed all schools at a [Monday|2031-05-05] meeting.",
        ["2031-05-05 happened | The council closed all schools at a meeting"],
    ),
    # ── Verbs of different times that share a subject ────────────────────────────────
    (
        "The party won the vote and will join the cabinet in [June|2031-06].",
        ["2031-06 planned | The party will join the cabinet"],
    ),
    # ── Who says so, behind a comma and in the present tense ─────────────────────────
    (
        "Farmers are buying new tractors in [May|2031-05], tractor makers say.",
        ["2031-05 happened | Farmers are buying new tractors | tractor makers"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_events_of_a_sentence(text: str, expected: list[str]) -> None:
    # The lead would also be news of the day: what counts here are stated dates.
    mentions = [m for m in told(text) if m.basis is not Basis.PUBLICATION]

    assert expected == [summary(m) for m in mentions]


def test_on_an_inferred_day_only_the_lead_is_news() -> None:
    lead = "Police arrested Oren Valk in Torvik. The mayor thanked them. "
    body = "Miners blocked the road to the harbour. " * 8
    text = f"{lead}{body}Rebels shelled the mill."
    said = document(text, dct_basis="dateline")
    guessed = document(text, dct_basis="inferred")

    lines = [[m.headline for m in extract(one, ())[0]] for one in (said, guessed)]

    assert [line[0] for line in lines] == ["Police arrested Oren Valk in Torvik"] * 2
    assert ["Rebels shelled the mill" in line for line in lines] == [True, False]


# ── Several sentences ────────────────────────────────────────────────────────────────

FIRE = (
    "A fire broke out on [Monday|2031-05-05].\n\nThe mayor said so to Telpress. The rain falls"
    " on the port. The trees stand still. "
)
BURNED = "2031-05-05 happened explicit | A fire broke out"

STORIES: list[tuple[str, list[str]]] = [
    (
        "Norda has posted a 20 % drop in [third-quarter|2030-35] profit.",
        [
            "2031-05-08 happened publication | Norda has posted a 20 % drop in"
            " third-quarter profit"
        ],
    ),
    (
        "Police have arrested a man who fled from Torvik on [Monday|2031-05-05].",
        [
            "2031-05-08 happened publication | Police have arrested a man",
            "2031-05-05 happened explicit | A man fled from Torvik",
        ],
    ),
    (
        "The mayor expelled five traders who were questioned in [April|2031-04].",
        [
            "2031-05-08 happened publication | The mayor expelled five traders",
            "2031-04 happened explicit | Five traders were questioned",
        ],
    ),
    (
        "Police said so. The Kestrel is actually a strip of land that wraps around it.",
        [],
    ),
    (
        "The army has entered Torvik. Shops are closed.",
        ["2031-05-08 happened publication | The army has entered Torvik"],
    ),
    (
        "Torvik is a quiet town. It has two churches. Everybody knows the mayor.",
        [],
    ),
    (
        "Kestrel has announced that it will close the mine.",
        [
            "2031-05-08 happened publication | Kestrel has announced that it will close"
            " the mine | Kestrel"
        ],
    ),
    (
        "“We have lost everything,” said Anna Lind.",
        [],
    ),
    (
        "Valk has led the party for [ten years|P10Y].",
        [],
    ),
    (
        "A gunman entered the bank on [Monday|2031-05-05]. He shot two clerks. He then"
        " fled in a van.",
        [
            "2031-05-05 happened explicit | A gunman entered the bank",
            "2031-05-05 happened inherited | The gunman shot two clerks",
            "2031-05-05 happened inherited | The gunman then fled in a van",
        ],
    ),
    (
        "A fire broke out on [Monday|2031-05-05]. The fire destroyed nine houses.",
        [
            "2031-05-05 happened explicit | A fire broke out",
            "2031-05-05 happened inherited | The fire destroyed nine houses",
        ],
    ),
    (
        "Miners have blocked the port of Lund, police said. The quake on [12 April|2031-04-12]"
        " killed 900 people. The quake destroyed the town hall.",
        [
            "2031-05-08 happened publication | Miners have blocked the port of Lund, police said"
            " | police",
            "2031-04-12 happened explicit | The quake killed 900 people",
            "2031-04-12 happened inherited | The quake destroyed the town hall",
        ],
    ),
    (
        "Two weeks after the quake, there are no signs of the tents that Lund was promised, Ada"
        " Brenn said. A million people were left homeless by the quake.",
        [],
    ),
    (
        "Gunmen have stormed a school in Lund, police said. The attack injured 12 others.",
        [
            "2031-05-08 happened publication | Gunmen have stormed a school in Lund, police said"
            " | police",
            "2031-05-08 happened publication | The attack injured 12 others",
        ],
    ),
    (
        "The van was stopped in Lund on [Monday|2031-05-05] by a man. As he got out to check,"
        " another man drove off in the van.",
        [
            "2031-05-05 happened explicit | The van was stopped in Lund by a man",
            "2031-05-05 happened inherited | Another man drove off in the van",
        ],
    ),
    (
        "A fire broke out on [Monday|2031-05-05].\n\nThe fire destroyed nine houses.",
        [
            "2031-05-05 happened explicit | A fire broke out",
            "2031-05-05 happened inherited | The fire destroyed nine houses",
        ],
    ),
    (
        "Kestrel has closed its mine.\n\nMiners blocked the road to the port.",
        [
            "2031-05-08 happened publication | Kestrel has closed its mine",
            "2031-05-08 happened publication | Miners blocked the road to the port",
        ],
    ),
    (
        "A fire broke out on [Monday|2031-05-05].\n\nThe mayor had warned of it before."
        " Firemen often came too late. Nobody saw anything. We saw the smoke.\n\nThe house"
        " once belonged to a duke. Did they find it?",
        ["2031-05-05 happened explicit | A fire broke out"],
    ),
    (
        "A fire broke out on [Monday|2031-05-05].\n\nOren Valk founded the mill in"
        " [2019|2019]. He gave it a tower.",
        [
            "2031-05-05 happened explicit | A fire broke out",
            "2019 happened explicit | Oren Valk founded the mill",
        ],
    ),
    (
        "A fire broke out in [2019|2019]. The town rebuilt the mill.",
        ["2019 happened explicit | A fire broke out"],
    ),
    (
        "A fire broke out on [Monday|2031-05-05]. The mayor is a fireman. The town has a"
        " pond.",
        ["2031-05-05 happened explicit | A fire broke out"],
    ),
    (
        "Oren Valk was seized by guards. The ministry specified that the arrest took place"
        " [last Thursday|2031-05-01].",
        [
            "2031-05-08 happened publication | Oren Valk was seized by guards",
            "2031-05-01 happened explicit | The arrest took place | ministry",
        ],
    ),
    (
        "Guards arrested Oren Valk at his home. The ministry specified that the arrest took"
        " place [last Thursday|2031-05-01].",
        [
            "2031-05-01 happened explicit | Guards arrested Oren Valk at his home | ministry"
        ],
    ),
    (
        "Two ships collided on [Monday|2031-05-05]. This was announced by the Harbour"
        " Office.",
        ["2031-05-05 happened explicit | Two ships collided | Harbour Office"],
    ),
    (
        "Minutes\n\n[Friday, 7 January|2031-01-07]\n\n- Roof repaired.\n- Signing of the"
        " lease.\n\n[Monday, 10 January|2031-01-10]\n\n- Lease cancelled by the owner.\n",
        [
            "2031-01-07 happened inherited | Roof repaired",
            "2031-01-07 happened inherited | Signing of the lease",
            "2031-01-10 happened inherited | Lease cancelled by the owner",
        ],
    ),
    (
        "[14:05|2031-05-08T14:05] – alarm raised\n[14:20|2031-05-08T14:20] – pumps restarted\n",
        [
            "2031-05-08T14:05:00 happened explicit | Alarm raised",
            "2031-05-08T14:20:00 happened explicit | Pumps restarted",
        ],
    ),
    (
        "1. On [May 1|2031-05-01] the tenant paid.\n2. On [May 3|2031-05-03] the owner sued"
        " him.\n",
        [
            "2031-05-01 happened explicit | The tenant paid",
            "2031-05-03 happened explicit | The owner sued him",
        ],
    ),
    (
        "Published: Updated:\nRead Mode\n100% Font Size\n5 min read\n\nThe dam at Sarn burst"
        " on [Monday|2031-05-05].\n\nRead more:\n\nBeheaded statue found on"
        " [Friday|2031-05-02]\n\nTop Content Trending\n",
        ["2031-05-05 happened explicit | The dam at Sarn burst"],
    ),
    (
        "Another nine cases of fever have been confirmed, the ministry has said.",
        [
            "2031-05-08 happened publication |"
            " Another nine cases of fever have been confirmed, the ministry has said | ministry"
        ],
    ),
    (
        "TORVIK, [May 3|2031-05-03] (Telpress) — Rebels have shelled the port.",
        ["2031-05-08 happened publication | Rebels have shelled the port"],
    ),
    (
        "The guards seized Oren Valk and Ilse Roth. Later Dorn accused him of fraud on"
        " [Monday|2031-05-05].",
        [
            "2031-05-08 happened publication | The guards seized Oren Valk and Ilse Roth",
            "2031-05-05 happened explicit | Dorn accused him of fraud",
        ],
    ),
    (
        "A fire broke out on [Monday|2031-05-05T09:10].\n\nFiremen broke down the gate.",
        [
            "2031-05-05T09:10:00 happened explicit | A fire broke out",
            "2031-05-05 happened inherited | Firemen broke down the gate",
        ],
    ),
    (
        "A fire broke out on [Monday|2031-05-05].\n\nValk said on [Tuesday|2031-05-06] that"
        " he was sad. He praised the firemen.",
        [
            "2031-05-05 happened explicit | A fire broke out",
            "2031-05-06 happened explicit | Valk said that he was sad | Valk",
            "2031-05-06 happened inherited | Valk praised the firemen",
        ],
    ),
    (
        "The town is without power. The mayor said on the radio that he had asked for"
        " tents. Kestrel is a mine in the north.",
        [
            "2031-05-08 happened publication | The town is without power",
            "2031-05-08 happened publication | The mayor said that he had asked for"
            " tents | mayor",
        ],
    ),
    (
        "A fire broke out on [Monday|2031-05-05]. She said this in a note sent to Torvik.",
        ["2031-05-05 happened explicit | A fire broke out"],
    ),
    (
        "Nobody has power. I have no power, and we need tents. Oren Valk said so.",
        [],
    ),
    (
        "3 May 2031 Last updated at [12:42 GMT|2031-05-03T12:42] Help The Kestrel mine in"
        " Torvik has closed its doors, the union said.",
        [
            "2031-05-08 happened publication | The Kestrel mine in Torvik has closed"
            " its doors, the union said | union"
        ],
    ),
    (
        "[21:01|2031-05-08T21:01] UK Two miners at Torvik have been rescued.",
        ["2031-05-08 happened publication | Two miners at Torvik have been rescued"],
    ),
    (
        "At [13:18 3rd May 2031|2031-05-03T13:18], Jan22 wrote: The council closed the pit.",
        [],
    ),
    (
        "Police arrested a man accused of burning two mills in [2029|2029].",
        [
            "2031-05-08 happened publication | Police arrested a man accused of burning two"
            " mills in 2029"
        ],
    ),
    (
        "Oren Valk was convicted on [Monday|2031-05-05] of burning a mill in [2029|2029].",
        [
            "2031-05-05 happened explicit | Oren Valk was convicted of burning a mill in 2029",
            "2029 happened explicit | Oren Valk burnt a mill",
        ],
    ),
    (
        "Nine miners were killed in [Tuesday|2031-05-06]'s attack on the mine. The union has"
        " sent a doctor.",
        [
            "2031-05-06 happened explicit | Nine miners were killed in Tuesday's attack on the"
            " mine",
            "2031-05-08 happened publication | The union has sent a doctor",
        ],
    ),
    (
        "[Tuesday|2031-05-06]'s earthquake has left nine people dead. Torvik was devastated"
        " by [last week|2031-04-28/2031-05-04]'s floods.",
        [
            "2031-05-06 happened explicit | Tuesday's earthquake has left nine people dead",
            "2031-04-28/2031-05-04 happened explicit | Torvik was devastated by last week's"
            " floods",
        ],
    ),
    (
        "Gunmen killed nine people in the [May 6|2031-05-06] attack.",
        ["2031-05-06 happened explicit | Gunmen killed nine people in the attack"],
    ),
    (
        "Oren Valk was charged in [Tuesday|2031-05-06]'s attack.",
        ["2031-05-08 happened publication | Oren Valk was charged in Tuesday's attack"],
    ),
    (
        "The man wounded in [Tuesday|2031-05-06]'s attack has died.",
        [
            "2031-05-06 happened explicit | The man was wounded in Tuesday's attack",
            "2031-05-08 happened publication | The man wounded in Tuesday's attack has died",
        ],
    ),
    (
        "Anna Lind was arrested after leaving the bank on [Monday|2031-05-05].",
        [
            "2031-05-05 happened explicit | Anna Lind was arrested after leaving the bank"
        ],
    ),
    (
        FIRE + "They have lost the keys. He gave no reason. It is still burning.",
        [BURNED],
    ),
    (
        FIRE + "Firemen have saved nine houses. Nurses are leaving the town.",
        [
            BURNED,
            "2031-05-08 happened publication | Firemen have saved nine houses",
            "2031-05-08 happened publication | Nurses are leaving the town",
        ],
    ),
    (
        FIRE
        + "The union says nine miners are missing. Officials have warned that the mill"
        " may fall. The union said about 300 people had been made homeless.",
        [
            BURNED,
            "2031-05-08 happened publication | The union says nine miners are missing | union",
            "2031-05-08 happened publication | Officials have warned that the mill may fall"
            " | Officials",
            "2031-05-08 happened publication | The union said about 300 people had been made"
            " homeless | union",
        ],
    ),
    (
        FIRE
        + "In [recent weeks|P2W] the mayor has closed two mills. Traders have shut nine"
        " shops over [three months|P3M]. Guards have held the road for [a week|P1W].",
        [BURNED],
    ),
    (
        FIRE
        + "The council has launched an appeal to feed them for [a week|P1W]. The bank"
        " has meanwhile partially reopened its hall.",
        [
            BURNED,
            "2031-05-08 happened publication | The council has launched an appeal to feed"
            " them for a week",
            "2031-05-08 happened publication | The bank has meanwhile partially reopened its"
            " hall",
        ],
    ),
    (
        "Nothing but rain over Torvik. Nine shops and a mill in ashes. The trees bare, the sea"
        " calm. The mayor said that nine houses had burned. The council has opened a hall. Guards"
        " closed the road. Valk said that a mill had burned in [2029|2029].",
        [
            "2031-05-08 happened publication | The mayor said that nine houses had burned"
            " | mayor",
            "2031-05-08 happened publication | The council has opened a hall",
            "2029 happened explicit | A mill had burned | Valk",
        ],
    ),
    (
        "We heard a bang in the dark, and I ran. "
        * 8
        + "The mayor said that nine houses"
        " had burned. The council has opened a hall.",
        [],
    ),
    (
        "[Photo|-] 3 May 2031 Last updated at 12:42 GMT\n\nStaff writer Ada Brenn"
        " contributed to this report.\n\nGraphic: Ada Brenn, [May 3|2031-05-03]\n",
        [],
    ),
]


def story(mention: Mention) -> str:
    """A mention as the stories write it: with its basis."""
    line = f"{mention.time.edtf} {mention.status.value} {mention.basis.value}"
    line += f" | {mention.headline}"
    return f"{line} | {mention.reporter}" if mention.reporter else line


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[row[0] for row in STORIES])
def test_events_of_a_story(text: str, expected: list[str]) -> None:
    assert expected == [story(mention) for mention in told(text)]


QUOTES = [
    (
        "Police found the body on [Monday|2031-05-05], the ministry said.",
        ["Police found the body on Monday"],
    ),
    (
        "According to the filing, Norda bought the mill on [Monday|2031-05-05].",
        ["Norda bought the mill on Monday."],
    ),
    (
        "The mill is quiet after it burned down on [Monday|2031-05-05].",
        ["after it burned down on Monday."],
    ),
    (
        "Torvik has been under siege since its [May 2|2031-05-02] attack on the port.",
        ["attack on the port."],
    ),
    (
        "Norda, which makes tractors, sold its mill on [Monday|2031-05-05], a spokesman"
        " said on [Tuesday|2031-05-06].",
        ["Norda, which makes tractors, sold its mill on Monday"],
    ),
    (
        "The guard told the court on [Monday|2031-05-05] that he slept.",
        ["The guard told the court on Monday that he slept."],
    ),
    (
        "Rebels have shelled the mill, the army said.",
        ["Rebels have shelled the mill, the army said."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), QUOTES, ids=[row[0] for row in QUOTES])
def test_a_quote_holds_nothing_of_another_time_at_its_ends(
    text: str, expected: list[str]
) -> None:
    assert expected == [mention.text for mention in told(text)]


def test_a_life_is_no_news_of_the_day_it_is_written() -> None:
    text = (
        "Ada Brenn joined the mine in [2009|2009]. Her bosses soon noticed her."
        " In [2014|2014] she led it. In [2019|2019] she sold it to Kestrel.\n\n"
        "Brenn clerked for a judge. Brenn won the Torvik prize. Brenn was named to the board."
    )

    assert {m.time.edtf for m in told(text)} == {"2009", "2014", "2019"}


def test_behind_two_sentences_of_long_ago_nothing_past_is_news() -> None:
    text = (
        "Norda has sold the mill. In [2009|2009] miners built it. In [2014|2014] the mill"
        " burnt down. Norda paid for the roof. Brenn said the roof was sound. Lund shut the port."
    )

    assert [m.headline for m in told(text)][-3:] == [
        "The mill burnt down",
        "Brenn said the roof was sound",
        "Lund shut the port",
    ]


def test_what_counts_on_from_another_time_is_not_of_the_day_of_the_report() -> None:
    text = (
        "A flood has hit Torvik. Norda said it will pay. Two days after the flood, miners"
        " built a wall. Within hours the port opened. Norda closed its mill."
    )

    assert [m.headline for m in told(text)] == [
        "A flood has hit Torvik",
        "Norda said it will pay",
        "Norda closed its mill",
    ]


def test_of_two_people_it_is_not_plain_whom_someone_accuses() -> None:
    text = (
        "Judge Ada Brenn ruled against Mr Oren Valk on [Monday|2031-05-05]. Police said she"
        " stole the ring on [Sunday|2031-05-04]."
    )

    assert told(text)[-1].headline == "Police said she stole the ring"


def test_nothing_plainly_past_is_of_a_day_to_come() -> None:
    text = "Norda closed the mill on [Monday|2031-05-05]. [Two days on|2031-05-10], it called her."
    read, (first, second) = marked(text)
    counted = msgspec.structs.replace(second, anchor=Anchor.PREVIOUS)

    found = extract(read, (first, counted))[0]
    assert [m.headline for m in found] == ["Norda closed the mill"]


def test_what_is_past_in_an_essay_is_a_reason() -> None:
    essay = (
        "Banks have lost their nerve in Torvik. " + "They bought the old mines. " * 16
    )

    assert len(told(essay)) < 4
    report = essay + "The mayor said the mines were sold. " * 4
    assert "The mayor said the mines were sold" in {m.headline for m in told(report)}


def test_what_is_past_in_a_trial_is_of_the_case_unless_the_court_did_it() -> None:
    text = (
        "A jury has found Oren Valk guilty in the manslaughter trial of Torvik.\n\n"
        "Fans huddled in the rain. The prosecution showed a film of the mine."
        " The defendant kept the film in a box. Two jurors wept."
    )

    assert [m.headline for m in told(text)] == [
        "A jury has found Oren Valk guilty in the manslaughter trial of Torvik",
        "The prosecution showed a film of the mine",
    ]


def test_what_someone_says_in_his_own_words_is_no_news() -> None:
    text = "We have lost our mine. My friends and I will not leave you. " * 4
    text += "The dam broke. Norda said on [Monday|2031-05-05] that it will pay you."

    assert [m.headline for m in told(text)] == ["Norda said that it will pay you"]


def test_what_nobody_known_says_of_himself_is_not_told() -> None:
    said = "Norda said on [May 1|2031-05-01] that it will pay. "

    assert [
        m.headline for m in told(said + "We hope to win on [Friday|2031-05-09].")
    ] == ["Norda said that it will pay"]
    assert told("“We walked to Lund [last week|2031-04-28/2031-05-04].”") == ()
    assert told("We walked to Lund [last week|2031-04-28/2031-05-04].")
    text = "We walked to Lund [yesterday|2031-05-07]. The mayor said it rained."
    assert [m.headline for m in told(text)] == ["The mayor said it rained"]
    assert told("We will come on [Friday|2031-05-09] with the mail.")


def test_a_quotation_that_goes_on_has_the_speaker_of_its_beginning() -> None:
    text = (
        "“It was late,” Lena Brenn told the court. “On [Monday|2031-05-05] I carried"
        " clean shirts to the mill. I came back on [Tuesday|2031-05-06].”"
    )

    assert [(m.headline, m.reporter) for m in told(text)[-2:]] == [
        ("Lena Brenn: “I carried clean shirts to the mill”", "Lena Brenn"),
        ("Lena Brenn: “I came back”", "Lena Brenn"),
    ]


def test_what_is_quoted_of_people_unknown_has_its_speaker() -> None:
    text = "“It was late,” Lena Brenn said. “They came to the mill on [Monday|2031-05-05].”"

    assert told(text)[-1].headline == "Lena Brenn: “They came to the mill”"


def test_a_report_that_quotes_is_news() -> None:
    text = (
        "Norda has sold the mine. “We have lost our mine. I will not leave you.” " * 4
    )

    assert {m.headline for m in told(text)} == {"Norda has sold the mine"}


def test_what_is_due_is_not_told_by_what_was_before() -> None:
    text = (
        "Oren Valk was tried for theft in Torvik. He pleaded guilty."
        " The trial is due to end on [Friday|2031-05-09]."
    )

    assert told(text)[-1].headline == "The trial is due to end"


def test_what_is_put_off_until_later_is_news() -> None:
    text = "The trial of the miner has been postponed until [September|2031-09]."

    assert [m.time.edtf for m in told(text)] == ["2031-05-08"]


def test_without_a_document_date_nothing_is_news() -> None:
    assert told("The army has entered Torvik.", dct=None) == ()


def test_the_arrest_brings_its_participants() -> None:
    text = "Guards arrested Oren Valk in Torvik. The arrest took place on [May 1|2031-05-01]."
    mention = told(text)[-1]

    assert mention.actors == ("Oren Valk",)
    assert mention.places == ("Torvik",)
    assert mention.action == "arrest"


def test_a_pronoun_becomes_the_one_name_before_it() -> None:
    text = "Oren Valk is the mayor. He resigned on [May 1|2031-05-01]."

    assert told(text)[-1].headline == "Oren Valk resigned"


def test_a_pronoun_with_two_names_before_it_stays() -> None:
    text = "It was Oren Valk, not Piet Dorn. He resigned on [May 1|2031-05-01]."

    assert told(text)[-1].headline == "He resigned"


def test_him_with_two_names_before_it_stays() -> None:
    text = "Oren Valk met Piet Dorn. A court found him guilty on [May 1|2031-05-01]."

    assert told(text)[-1].headline == "A court found him guilty"


def test_direct_speech_over_two_sentences_has_its_speaker() -> None:
    text = "“The bridge is gone. It fell on [Friday|2031-05-02],” Ilse Roth said."

    assert told(text)[-1].reporter == "Ilse Roth"


def test_expressions_that_date_nothing_are_unplaced_with_the_reason() -> None:
    document, timexes = marked("The dam broke [on Thursday|-].", dct=None)

    mentions, unplaced, _ = extract(document, timexes)

    assert mentions == ()
    assert [(u.text, u.reason, u.line) for u in unplaced] == [
        ("on Thursday", "relative expression, no document date", 1)
    ]


def test_vague_references_and_durations_are_not_unplaced() -> None:
    document, timexes = marked("[Now|PRESENT_REF] he waits for [three days|P3D].")

    assert extract(document, timexes)[1] == ()


def test_line_and_sentence_are_counted() -> None:
    mention = told("A title\r\n\r\nOne. The dam broke on [May 1|2031-05-01].")[-1]

    assert (mention.line, mention.sentence) == (3, 2)


def test_other_languages_are_parted_at_marks_between_dates() -> None:
    document, timexes = marked(
        "Norda compró la mina en [2029|2029], y la cerró el [5 de mayo|2031-05-05]."
    )
    spanish = msgspec.structs.replace(document, language="es")
    mentions = extract(spanish, timexes)[0]

    assert [mention.text for mention in mentions] == [
        "Norda compró la mina en 2029",
        "y la cerró el 5 de mayo.",
    ]
    assert [mention.time.edtf for mention in mentions] == ["2029", "2031-05-05"]


SAID_LATER = [
    (
        "The police said Valk had kept the gun in a box.",
        ["The police said Valk had kept the gun in a box"],
    ),
    (
        "The mine burnt all night, the mayor, Ada Dorn, told reporters.",
        ["The mine burnt all night, Ada Dorn told reporters"],
    ),
    (
        "The miners fled, and the police said that nobody was hurt.",
        ["The miners fled"],
    ),
    (
        "But the police said Valk fled because he was afraid.",
        ["The police said Valk fled because he was afraid"],
    ),
    (
        "The miners left the pit, after the owners said it was unsafe.",
        ["The miners left the pit"],
    ),
    (
        "Mayor Ada Dorn said that the bridge may be closed for 22 days.",
        ["Mayor Ada Dorn said that the bridge may be closed for 22 days"],
    ),
    (
        "Dorn also announced a new ferry line between the islands.",
        ["Dorn also announced a new ferry line between the islands"],
    ),
    (
        'The plan was praised by Ada Dorn as "the best since the old days".',
        ['The plan was praised by Ada Dorn as "the best since the old days"'],
    ),
    ("He said that all is well.", []),
    ("Previously, Dorn said that all was well.", []),
]


@pytest.mark.parametrize(
    ("text", "expected"), SAID_LATER, ids=[c[0] for c in SAID_LATER]
)
def test_what_is_said_behind_the_lead(text: str, expected: list[str]) -> None:
    lead = "Police arrested Oren Valk. Valk was taken to Lund. Officers searched two houses."

    assert [m.headline for m in told(f"{lead} {text}")[3:]] == expected


def test_languages_without_a_table_give_dated_sentences() -> None:
    document, timexes = marked("Presidentti erosi [5. toukokuuta|2031-05-05].")
    finnish = msgspec.structs.replace(document, language="fi")

    mentions, _, _ = extract(finnish, timexes)

    assert [m.headline for m in mentions] == ["Presidentti erosi 5. toukokuuta"]


# ── Properties ───────────────────────────────────────────────────────────────────────

_WORDS = st.sampled_from(
    """Valk said told the The minister police arrested was been has had will would not n't
    never who which that after before when if and but , . ; : ( ) “ ” " ' – 12 4,000 people
    killed on in at of to he they it denied claims reportedly resigned visit vote ’s 's - \n
    \n\n Mr. U.S. Torvik accord signed led born is to be""".split(" ")
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=40).map(" ".join))


@settings(max_examples=300, deadline=None)
@given(_TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20)), max_size=4))
def test_any_text_and_any_dates(text: str, places: list[tuple[int, int]]) -> None:
    timexes, end = [], 0
    for start, length in sorted(places):
        if end <= start and start + length <= len(text):
            end = start + length
            timexes.append(_timex(Span(start, end), "2031-05-01"))

    source = document(text)
    mentions, unplaced, asides = extract(source, tuple(timexes))

    assert (mentions, unplaced, asides) == extract(source, tuple(timexes))
    told = (*mentions, *asides)
    assert len({mention.id for mention in told}) == len(told)
    for mention in told:
        assert mention.text == text[mention.span.start : mention.span.end]
        assert mention.text.strip()
        assert mention.headline == mention.headline.strip()
        assert mention.timex is None or mention.timex in timexes
