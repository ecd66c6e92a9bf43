"""Reports of incidents, messages, notebooks and lists of records: each line of its own day."""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.model import Span
from timeline.options import Options
from timeline.text.cells import in_cells

REVIEW = """# Incident report: payments down

**Date:** 2023-06-15
**Incident date:** 2023-06-14

## Timeline
- **22:41** Error rate rises above 5%
- **23:20** Rollback fails
- **00:37** Error rate back to normal
"""

YESTERDAY = """POST-MORTEM: Loss of the feed
Written 4 May 2022 by H. Osei

Yesterday evening the feed stopped for an hour.

18:40 - Disk full.
18:55 - Control room calls the engineer.
01:15 - Old logs deleted.
"""

NIGHT = """# Outage of the booking system

Report date: 8 February 2022

The incident occurred on the night of 5 to 6 February.

**23:30** Database runs out of memory.
**00:15** Engineer restarts the primary.
"""

MEETING = """Minutes of the meeting of 8 February 2022

The fence was repaired on 5 February.

19:30 Chair opens the meeting.
19:50 Treasurer presents the accounts.
"""

STARTED = """INCIDENT REVIEW 2291

Incident start: 19 Nov 2021 23:52
Incident end: 20 Nov 2021 03:14

23:52  Power dip at the substation
00:19  Battery overheats and trips
"""

SHIP = """Thurs. 3 Feb. 1887. Wind SW. Lost the port lifeboat.
Fri. 4. Wind W, moderating. Repaired bulwarks.
Sat. 5. Calm. Seaman Olsen fell from the fore yard.
Mon. 28. Crossed the Line.
Tues. 1 March. Killed a pig.
"""

DIARY = """1941

Jan. 1. Cold. Father came with a goose.
2. Mended stockings.
3. Raid last night, the mill was hit.
Feb. 14. Letter from Tom, he has been away since Christmas.
15. Went to Leeds to see him.

1942

Jan. 2. Tom came home.
"""

RULES = """Jan. 1, 1941. The club opened. Its rules:
1. Nobody smokes.
2. Nobody left early.
Feb. 3, 1941. The club was closed.
"""

BENCH = """# Notebook

## 2022-05-03 (Tue)
- 11:00 started culture 14a

## 2022-05-04 (Wed)
- ordered new filters

## 2022-05-09 (Mon)
Engineer repaired the centrifuge. Run 4 is planned for Thursday.
"""

CUSTODY = """Date      Time   Entry
21/08/19  2140   Detention authorised by Sgt Grange.
22/08/19  0015   Dr Roy examines the prisoner.
22/08/19  0340   Inspector reviews the detention.
          0730   Breakfast given.
          0951   Interview ends.
"""

WARD = """02/03/20 18:40 A&E: fall at home.
06/03/20 02:20 Bloods sent.
07/03/20 WR Dr Mehra: improving. Discharged home.
"""

SHIFTS = (
    "date,time,what\n2021-03-05,00:20,Alarm in hall 2\n,00:31,Found the door open\n"
)

RECORDS = """[{"created": "2022-01-05", "occurred_at": "2022-01-03", "description": "Cable was cut in Lund"},
{"created": "2022-01-09", "occurred_at": "2022-01-08", "description": "A container burned out"}]
"""

EVENTS = """{"createdAt": "2022-01-05T10:00:00Z", "eventDate": "2022-01-03", "message": "Cable was cut"}
{"createdAt": "2022-01-09T10:00:00Z", "eventDate": "", "message": "A container burned out"}
"""

CHANNEL = """#payments  —  Friday, September 8th, 2023

Olu Adeyemi  3:02 PM
The bank rotated the key this morning

Kirsten Voss  3:04 PM
The van left yesterday

Saturday, September 9th

Kirsten Voss  9:40 AM
Two men were arrested this morning
"""

TEAM = """[2021-11-05 16:44] Rosa Lind
The auditor took the ledger yesterday.
[2021-11-05 16:46] Ben Ayari
Did she take the ledger?
[2021-11-08 09:01] Ben Ayari
Finance froze the account this morning.
"""

GROUP = """[03/11/2022, 22:01:03] Marek: The police searched the house today
[03/11/2022, 22:05:10] Lena: They took the laptop and the blue folder
They also asked about Friday
[14/11/2022, 07:31:00] Marek: He was released yesterday
"""

PARTS = """2024-05-02 10:00:01.112 [main] INFO  c.e.pay.Gateway - Payment 7781 accepted
2024-05-02 10:00:01.112 [pool-2] ERROR c.e.pay.Ledger - Write timed out
2024/05/02 10:00:07 main.go:44: motor stopped
2024-05-02 10:00:09 api-1 request 99 failed
"""

LINKED = """The police arrested [Alan Kord](https://x.example/2014/a) at the border on 13 May 2019.

[Two clerks were charged](http://x.example/b "Norda") on 15 May 2019, says https://h.example/c.
"""

CELLS = """| When | What happened |
|---|---|
| **12 May** 2019 | [Arrested Kord](http://x.example/a) at the border |
| 4–6 Nov 2019 | Trial<br>and verdict |
"""

CHRONOLOGY = """| # | Date | Event |
|---|---|---|
| 4 | 17 Nov 2016, 10.15 | Board approves the loan |
| 5 | Same day | Loan agreement signed |
| 6 | Next day | First tranche paid |
"""

BANK = """Date        Type  Description                In        Out
01 Feb 21   BGC   SALARY ORVIK LTD           2,114.20
07 Feb 21   FPO   A KORD                               1,500.00
"""

FORM = """Patient: Ruth Aldous   MRN 00418822   DOB 14/11/1951

22/03/20 18:40 A&E: fall at home.
26/03/20 02:20 Bloods sent.
"""

WEEKDAYS = """Monday 4 March 2024

08:10 Una: The van broke down

Tuesday

07:00 Una: Two men were arrested yesterday
"""

LOG = """Incident log
Date: 14 March 2024

Smith was arrested on 12 March.

09:02 Smith complains of chest pain.
09:11 Doctor called.
09:40 Bicycle that was stolen on 11 March found in the river.
"""

QUOTED = """From: Una Brenn <una@norda.example>
Date: Wed, 3 Mar 2021 08:15:00 +0000

Tom,
the pump failed again last night.

On Tue, 2 Mar 2021 at 17:02, Tom Weir <tom@norda.example> wrote:
> The pump was repaired this morning.
>
> On Mon, 1 Mar 2021 at 09:30, Una Brenn wrote:
>> The pump failed on Sunday and flooded the cellar.
"""

YACHT = """LOG OF THE YACHT MIRA

Day 1 - 3 June 2018 - Falmouth to Scilly
0600 Slipped mooring
2315 Anchored in the bay

Day 2 - 4 June
0900 Crew ashore
1400 Anchor dragged, reset
"""

FOUND = """On 3 May 2010 Ms Dahl found the letters in a drawer ("exhibit MLF1", page 4).
On 4 May 2010 the council agreed the plan (3 for, 1 against) and closed the road.
In August 2010 the first women were hired.
"""

CASES = [
    (
        "rows that count on from the one above",
        "chronology.md",
        CHRONOLOGY,
        [
            ("2016-11-17", "Board approves the loan"),
            ("2016-11-17", "Loan agreement signed"),
            ("2016-11-18", "First tranche paid"),
        ],
    ),
    (
        "two figures of a year in a cell",
        "bank.txt",
        BANK,
        [
            ("2021-02-01", "SALARY ORVIK LTD (in 2,114.20)"),
            ("2021-02-07", "A KORD (out 1,500.00)"),
        ],
    ),
    (
        "when someone was born is no event of a ward",
        "form.txt",
        FORM,
        [
            ("2020-03-22T18:40:00", "A&E: fall at home"),
            ("2020-03-26T02:20:00", "Bloods sent"),
        ],
    ),
    (
        "a log goes on below the next weekday",
        "weekdays.txt",
        WEEKDAYS,
        [
            ("2024-03-04", "Una: Two men were arrested"),
            ("2024-03-04T08:10:00", "Una: The van broke down"),
        ],
    ),
    (
        "a log of incidents is of its own day",
        "log.txt",
        LOG,
        [
            ("2024-03-11", "Bicycle was stolen"),
            ("2024-03-12", "Smith was arrested"),
            ("2024-03-14T09:02:00", "Smith complains of chest pain"),
            ("2024-03-14T09:11:00", "Doctor called"),
            ("2024-03-14T09:40:00", "Bicycle found in the river"),
        ],
    ),
    (
        "what is quoted deeper begins anew, and so does what is written below a name",
        "quoted.txt",
        QUOTED,
        [
            ("2021-02-28", "The pump failed and flooded the cellar"),
            ("2021-03-02", "The pump failed again"),
            ("2021-03-02", "The pump was repaired"),
        ],
    ),
    (
        "four figures head the lines of a log",
        "yacht.txt",
        YACHT,
        [
            ("2018-06-03T06:00:00", "Slipped mooring"),
            ("2018-06-03T23:15:00", "Anchored in the bay"),
            ("2018-06-04T09:00:00", "Crew ashore"),
            ("2018-06-04T14:00:00", "Anchor dragged, reset"),
        ],
    ),
    (
        "asides are left out whole, a month is no day of it",
        "found.txt",
        FOUND,
        [
            ("2010-05-03", "Ms Dahl found the letters in a drawer"),
            ("2010-05-04", "The council agreed the plan and closed the road"),
            ("2010-08", "The first women were hired"),
        ],
    ),
    (
        "a field names the day of the incident, the log runs past midnight",
        "review.md",
        REVIEW,
        [
            ("2023-06-14T22:41:00", "Error rate rises above 5%"),
            ("2023-06-14T23:20:00", "Rollback fails"),
            ("2023-06-15T00:37:00", "Error rate back to normal"),
        ],
    ),
    (
        "the one day that a report of an incident tells before its log",
        "yesterday.txt",
        YESTERDAY,
        [
            ("2022-05-03", "The feed stopped for an hour"),
            ("2022-05-03T18:40:00", "Disk full"),
            ("2022-05-03T18:55:00", "Control room calls the engineer"),
            ("2022-05-04T01:15:00", "Old logs deleted"),
        ],
    ),
    (
        "or the night",
        "night.md",
        NIGHT,
        [
            ("2022-02-05/2022-02-06", "The incident occurred"),
            ("2022-02-05T23:30:00", "Database runs out of memory"),
            ("2022-02-06T00:15:00", "Engineer restarts the primary"),
        ],
    ),
    (
        "minutes are no such report",
        "minutes.txt",
        MEETING,
        [
            ("2022-02-05", "The fence was repaired"),
            ("2022-02-08T19:30:00", "Chair opens the meeting"),
            ("2022-02-08T19:50:00", "Treasurer presents the accounts"),
        ],
    ),
    (
        "the first of two fields, when it began",
        "started.txt",
        STARTED,
        [
            ("2021-11-19T23:52:00", "Incident start"),
            ("2021-11-19T23:52:00", "Power dip at the substation"),
            ("2021-11-20T00:19:00", "Battery overheats and trips"),
            ("2021-11-20T03:14:00", "Incident end"),
        ],
    ),
    (
        "weekday and day head an entry",
        "ship.txt",
        SHIP,
        [
            ("1887-02-03", "Lost the port lifeboat"),
            ("1887-02-04", "Repaired bulwarks"),
            ("1887-02-05", "Seaman Olsen fell from the fore yard"),
            ("1887-02-28", "Crossed the Line"),
            ("1887-03-01", "Killed a pig"),
        ],
    ),
    (
        "a number goes on below a day with its month",
        "diary.txt",
        DIARY,
        [
            ("1941-01-01", "Father came with a goose"),
            ("1941-01-02", "Mended stockings"),
            ("1941-01-02", "Raid, the mill was hit"),
            ("1941-02-15", "Went to Leeds to see him"),
            ("1942-01-02", "Tom came home"),
        ],
    ),
    (
        "the numbers of a list do not",
        "rules.txt",
        RULES,
        [
            ("1941-01-01", "The club opened"),
            ("1941-02-03", "The club was closed"),
        ],
    ),
    (
        "the last day of a notebook is not when it was written",
        "bench.md",
        BENCH,
        [
            ("2022-05-03T11:00:00", "Started culture 14a"),
            ("2022-05-04", "Ordered new filters"),
            ("2022-05-09", "Engineer repaired the centrifuge"),
            ("2022-05-12", "Run 4 is planned for Thursday"),
        ],
    ),
    (
        "rows without a date are of the day above",
        "custody.txt",
        CUSTODY,
        [
            ("2019-08-21T21:40:00", "Detention authorised by Sgt Grange"),
            ("2019-08-22T00:15:00", "Dr Roy examines the prisoner"),
            ("2019-08-22T03:40:00", "Inspector reviews the detention"),
            ("2019-08-22T07:30:00", "Breakfast given"),
            ("2019-08-22T09:51:00", "Interview ends"),
        ],
    ),
    (
        "a date in figures heads a note",
        "ward.txt",
        WARD,
        [
            ("2020-03-02T18:40:00", "A&E: fall at home"),
            ("2020-03-06T02:20:00", "Bloods sent"),
            ("2020-03-07", "WR Dr Mehra: improving"),
            ("2020-03-07", "Discharged home"),
        ],
    ),
    (
        "so in a table",
        "shifts.csv",
        SHIFTS,
        [
            ("2021-03-05T00:20:00", "Alarm in hall 2"),
            ("2021-03-05T00:31:00", "Found the door open"),
        ],
    ),
    (
        "when it occurred, not when it was recorded",
        "records.json",
        RECORDS,
        [
            ("2022-01-03", "Cable was cut in Lund"),
            ("2022-01-08", "A container burned out"),
        ],
    ),
    (
        "or when it was recorded, if nothing else is said",
        "events.jsonl",
        EVENTS,
        [
            ("2022-01-03", "Cable was cut"),
            ("2022-01-09T10:00:00", "A container burned out"),
        ],
    ),
    (
        "a name and a clock over what was written, days as headings",
        "channel.txt",
        CHANNEL,
        [
            ("2023-09-07", "The van left"),
            ("2023-09-08", "The bank rotated the key"),
            ("2023-09-09", "Two men were arrested"),
        ],
    ),
    (
        "when and who on a line of their own",
        "team.txt",
        TEAM,
        [
            ("2021-11-04", "The auditor took the ledger"),
            ("2021-11-08", "Finance froze the account"),
        ],
    ),
    (
        "lines of a message are not joined",
        "group.txt",
        GROUP,
        [
            ("2022-10-28", "They also asked"),
            ("2022-11-03", "The police searched the house"),
            ("2022-11-03T22:05:10", "They took the laptop and the blue folder"),
            ("2022-11-13", "He was released"),
        ],
    ),
    (
        "a log names the part of a program",
        "parts.log",
        PARTS,
        [
            ("2024-05-02T10:00:01", "c.e.pay.Gateway: Payment 7781 accepted"),
            ("2024-05-02T10:00:01", "c.e.pay.Ledger: Write timed out"),
            ("2024-05-02T10:00:07", "main.go: Motor stopped"),
            ("2024-05-02T10:00:09", "Api-1 request 99 failed"),
        ],
    ),
    (
        "where links lead is not said",
        "linked.md",
        LINKED,
        [
            ("2019-05-13", "The police arrested Alan Kord at the border"),
            ("2019-05-15", "Two clerks were charged"),
        ],
    ),
    (
        "nor are the marks in cells",
        "cells.md",
        CELLS,
        [
            ("2019-05-12", "Arrested Kord at the border"),
            ("2019-11-04/2019-11-06", "Trial and verdict"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("name", "text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_lines(
    name: str, text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    timeline = build([str(tmp_path)], Options())
    told = [
        (ranked.event.time.edtf, ranked.event.headline) for ranked in timeline.events
    ]
    assert sorted(expected) == sorted(told)


def test_the_mark_of_a_file_is_no_part_of_its_first_cell() -> None:
    line = "\ufeffDate   Time   Event"
    cells = in_cells(line, Span(0, len(line)))
    assert [line[cell.start : cell.end] for cell in cells] == ["Date", "Time", "Event"]


def test_two_machines_tell_two_things_in_one_second(tmp_path: Path) -> None:
    lines = [
        f"2024-05-02 10:00:01 web-{n} nginx: connection refused" for n in (1, 2, 2)
    ]
    (tmp_path / "web.log").write_text("\n".join(lines), encoding="utf-8")
    events = build([str(tmp_path)], Options()).events
    wrote = [ranked.event.mentions[0].reporter for ranked in events]
    assert wrote == ["web-1 nginx", "web-2 nginx"]


def test_who_wrote(tmp_path: Path) -> None:
    (tmp_path / "channel.txt").write_text(CHANNEL, encoding="utf-8")
    events = build([str(tmp_path)], Options()).events
    wrote = [ranked.event.mentions[0].reporter for ranked in events]
    assert wrote == ["Kirsten Voss", "Olu Adeyemi", "Kirsten Voss"]
