"""Papers as they are exported: logs, printed lists, records in blocks, notes, chronologies."""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.options import Options

ACCESS = """10.1.0.7 - - [09/Nov/2021:06:12:40 +0100] "GET /cart HTTP/1.1" 200 881 "-" "curl/8"
10.1.0.9 - ada [09/Nov/2021:06:12:58 +0100] "POST /admin/keys HTTP/2" 403 12 "-" "-"
"""

KEYED = """ts=2021-11-09T06:12:40Z level=warn msg="disk nearly full" host=db4 pct=91
ts=2021-11-09T06:14:02Z level=error msg="writes are refused" host=db4
date=2021-11-09 time=06:15:30 action="deny" msg="blocked by rule 7" src=10.1.0.7
"""

CEF = """Nov 09 2021 06:12:40 edge1 CEF:0|Brenn|Wall|2|40|Port scan detected|5|src=10.1.0.7 act=drop
<38>1 2021-11-09T06:13:02Z vault2 keyd 77 - - Root key exported by ada
"""

SYSLOG = """Dec 31 23:59:50 gate cron[7]: nightly job started on port 22
Jan  1 00:00:02 gate cron[7]: nightly job failed
"""

PYTHON = """2021-11-09 06:12:40,113 ERROR pay: Refund 77 failed
Traceback (most recent call last):
  File "pay.py", line 3
2021/11/09 06:12:55 [crit] pay: Queue closed
2021/11/09 06:13:01 [crit] pay: Worker restarted
"""

STATEMENT = """Statement of account, 1 November 2021 to 30 November 2021

Date      Description                     Paid out     Paid in      Balance
02 Nov    Transfer to Orvik Ltd           1,500.00                  8,210.00
09 Nov    Cheque from Halden Trust                     900.00       9,110.00
"""

CUSTODY = """EXHIBIT BV/3
Item     Date/Time             Released by     Received by     Purpose
BV/3     9 Nov 2021 2145       PC Valk         DC Dahl         Seized from the driver
BV/3     10 Nov 2021 0830      DC Dahl         Laboratory      Extraction of messages
"""

POSTMORTEM = """# Incident report: outage of the booking API, 14 March 2021

On 14 March 2021 between 09:12 and 11:47 UTC the booking API returned errors. The cause was a
change that had been merged the previous evening.

- 13 March, 18:40 – change 4411 is merged by the platform team
- 09:05 – deployment begins
- 09:55 Rollback attempted; fails because of a locked migration
- ~10:30 – database team joins the call
- 11:47 – error rate back to normal
"""

WAR_DIARY = """WAR DIARY

1917
June 3. Battn moved into line.
June 5. Relieved and marched to billets at Sarn, arriving 3.30 am.
June 6-8. In billets. Training.
June 9. Draft of 40 men joined.
"""

DOCKET = """CIVIL DOCKET FOR CASE #: 4:21-cv-00833-BV          Date Filed: 11/09/2021

Date Filed    #    Docket Text
11/09/2021    1    COMPLAINT against Orvik Ltd filed by Una Brenn. (Entered: 11/10/2021)
12/14/2021    6    ORDER denying the motion. (Entered: 12/15/2021)
"""

FLIGHTS = """DATE      FROM   TO     DEP    ARR    BLOCK  REMARKS
09.11.21  ENGM   ESSA   0705   0810   1:05   Bird strike on approach
10.11.21  ESSA   ENGM   0915   1022   1:07   Two passengers without tickets
13.11.21  ENGM   EFHK   0600   0730   1:30   Diverted to Turku
"""

RECORDS = """Log Name:      Security
Date:          11/13/2021 6:12:40 AM
Event ID:      4720
Description:
A user account was created.

Log Name:      Security
Date:          11/13/2021 6:15:01 AM
Event ID:      1102
Description:
The audit log was cleared.
"""

WARD = """Patient: Brenn, Una   DOB: 09/02/1961   No 4471

13/11/2021 0915 - Dr Dahl - Ward 4
Presented with a broken wrist.

20/11/2021 - Fracture clinic
Cast removed after three weeks.
"""

YEARS = """Chronology of the Halden case

2019
12 January - Contract signed with Orvik Ltd.
June - The yard asks for more time.

2020
8-10 March - Police search two offices.
"""

PERIODS = """# The dam at Varn

## 1994–96
- Repairs were carried out in stages.

## Spring 1998
- Orvik Ltd bought the dam.
"""

RELEASES = """# Changelog

## [2.1.0] - 2021-11-09
### Added
- Import of maps.
### Fixed
- Crash with empty routes.

## [2.0.0] - 2021-06-01
### Changed
- Licence changed to MIT.
"""

DIARY = """Diary of O. Brenn, 1915

Monday, March 1
Una left for the front this morning.

7th March. The vicar announced that Tom Dahl has been killed.

April 1st
They took our horses yesterday.
"""

BLOTTER = """Week of November 8, 2021

Monday
7:15 a.m. — Two-car crash on Mill Road.
11:40 p.m. — Caller reported a dog running loose.

Tuesday
2:05 a.m. — Burglar alarm at the hardware store. Rear door found open.
"""

ROOM = """Control room log 8/9 November 2021
2310  Call from member of public, smoke at 14 Mill St
2319  Two casualties taken to hospital
0015  Fire surrounded
0142  Stop message sent
"""

WATCH = """Surveillance log, Sat 13 November 2021
07.40  Subject leaves 22 Elm Rd on foot
07.52  Subject enters the cafe
09.15  Car parked at the depot
"""

SPOKEN = """Council of Varn, public session, 9 November 2021
[00:00:12] CHAIR: Good evening.
[00:01:45] MR. DAHL: On 12 October the contractor told us the bridge was unsafe.
[00:03:10] MS. BRENN: That is not right. We closed it on 9 October.
[00:07:52] CHAIR: Thank you.
"""

PHONE = """11/9/21, 2:05 PM - Messages to this group are now secured with end-to-end encryption.
11/9/21, 2:07 PM - Una: The mayor resigned this morning
11/9/21, 2:09 PM - Tor: <Media omitted>
11/9/21, 2:10 PM - Tor: image omitted
11/14/21, 9:00 AM - Una: Police arrested two men at the depot yesterday
"""

POSTS = """@traffic_varn · 9 Nov 2021
Accident on E22 near Torvik, two cars, one lane closed since 07:15

@power_varn · 10 Nov 2021
Outage in the whole of Lund, crews on site
"""

REGISTER = """BURIALS in the Parish of Varn in the Year 1849

No. 112  Anna Brenn, of Mill Lane, was buried June 3d, aged 4 months.
No. 113  Thomas Dahl was buried June 5th.

MARRIAGES 1849
July 14 - William Orvik married Ellen Dahl.
Aug 2 - Peter Brenn married Sarah Valk.
"""

MONTHS = """Curriculum vitae of Una Brenn

Positions
since 2015      Director, Institute of Hygiene
01/2008–12/2014 Head of department, Halden
09/1999–12/2007 Consultant, Torvik Hospital
01/1991–08/1999 Registrar, Lund
1986–1990 Medical school
"""

BENCH = """## 12 March 2019

- Left the films to dry overnight.
- Yesterday's film went yellow overnight.
"""

DAYS = """2019-03-12
Weighed the salt. Scaffold inspected by Orme.

2019-03-13
At 6 a.m. opened the sluice.
"""

FIGURES = """# Site diary 2017

## 05/06
Crane arrived.

## 13/06
Two ties were missing.

## 21/06
Roof trusses arrived.
"""

TWELVE = """[3 May 2018, 2:47 PM] Bo: Police arrived
[3 May 2018, 2:52 PM] Una: The manager of the yard left at 2:50 through a door
[3 May 2018, 11:40 PM] Una: The lights went out at 10:15
"""

NIGHT = """Control room, night shift

23:15 Pump 3 stopped
00:20 Pump 3 restarted by Falk
"""

COMMITS = """commit 9f2c1e77b1a04f
Author: Ada Brenn <ada@orvik.example>
Date:   Tue Mar 5 09:12:44 2019 +0100

    Add retry to fetcher

commit 0a9b8c7d6e5f4a
Author: Bo Marsh <bo@orvik.example>
Date:   Fri Mar 1 11:40:00 2019 +0100

    Fix crash when the queue is empty
"""

DEBIAN = """orvik (1.3.0-2) unstable; urgency=medium

  * Drop the patch for the queue.

 -- Ada Brenn <ada@orvik.example>  Tue, 05 Mar 2019 09:12:44 +0100
"""

VERSIONS = """Version 4.2 (March 2016)
 * Fixed: alarm was not raised below 2 bar

Version 4.1 (17 December 2015)
 * Fixed: controller hangs on 29 February
"""

BURIALS = """Burials in the year 1787

Jan. 3   Mary, wife of John Pell
Feb. 2   William Orme, drowned in the dam
Mar. 11  Ann Pell, of the small pox
Dec. 30  Jos. Lamb, schoolmaster
"""

CELLS = """03-Jan-2014 14:20 Received from Varn
02-Mar-2014 21:40 Moved to B1-007
03-Mar-2014 05:50 Found unresponsive in cell
"""

RULINGS = """06/02/2014  COMPLAINT filed by Orvik Ltd.
11/20/2014  ORDER denying the motion. Signed on 11/19/2014.
01/12/2015  NOTICE of Appeal filed by Orvik Ltd.
"""

LEASE = """The lease dated 5 June 2012 was sold on 31 December 2016.

References
[1] Orme J. Dams. Lund: Orvik Press; 1998.
"""

CASES = [
    (
        "bench.md",
        BENCH,
        [
            ("2019-03-11", "Yesterday's film went yellow"),
            ("2019-03-12", "Left the films to dry"),
        ],
    ),
    (
        "days.txt",
        DAYS,
        [
            ("2019-03-12", "Weighed the salt"),
            ("2019-03-12", "Scaffold inspected by Orme"),
            ("2019-03-13T06:00:00", "At 6 a.m. opened the sluice"),
        ],
    ),
    (
        "figures.md",
        FIGURES,
        [
            ("2017-06-05", "Crane arrived"),
            ("2017-06-13", "Two ties were missing"),
            ("2017-06-21", "Roof trusses arrived"),
        ],
    ),
    (
        "twelve.txt",
        TWELVE,
        [
            ("2018-05-03T14:47:00", "Police arrived"),
            ("2018-05-03T14:50:00", "The manager of the yard left through a door"),
            ("2018-05-03T22:15:00", "The lights went out"),
        ],
    ),
    (
        "shift-2016-08-19.txt",
        NIGHT,
        [
            ("2016-08-19T23:15:00", "Pump 3 stopped"),
            ("2016-08-20T00:20:00", "Pump 3 restarted by Falk"),
        ],
    ),
    (
        "git.txt",
        COMMITS,
        [
            ("2019-03-01T11:40:00", "Fix crash when the queue is empty"),
            ("2019-03-05T09:12:44", "Add retry to fetcher"),
        ],
    ),
    (
        "debian.txt",
        DEBIAN,
        [("2019-03-05T09:12:44", "Drop the patch for the queue")],
    ),
    (
        "versions.txt",
        VERSIONS,
        [
            ("2015-12-17", "Fixed: controller hangs on 29 February"),
            ("2016-03", "Fixed: alarm was not raised below 2 bar"),
        ],
    ),
    (
        "burials.txt",
        BURIALS,
        [
            ("1787-01-03", "Mary, wife of John Pell"),
            ("1787-02-02", "William Orme drowned in the dam"),
            ("1787-03-11", "Ann Pell, of the small pox"),
            ("1787-12-30", "Jos. Lamb, schoolmaster"),
        ],
    ),
    (
        "cells.txt",
        CELLS,
        [
            ("2014-01-03T14:20:00", "Received from Varn"),
            ("2014-03-02T21:40:00", "Moved to B1-007"),
            ("2014-03-03T05:50:00", "Found unresponsive in cell"),
        ],
    ),
    (
        "rulings.txt",
        RULINGS,
        [
            ("2014-06-02", "COMPLAINT filed by Orvik Ltd"),
            ("2014-11-20", "ORDER denying the motion"),
            ("2015-01-12", "NOTICE of Appeal filed by Orvik Ltd"),
        ],
    ),
    ("lease.txt", LEASE, [("2016-12-31", "The lease dated 5 June 2012 was sold")]),
    (
        "access.log",
        ACCESS,
        [
            ("2021-11-09T06:12:40", "10.1.0.7: GET /cart HTTP/1.1 (status 200)"),
            ("2021-11-09T06:12:58", "10.1.0.9: POST /admin/keys HTTP/2 (status 403)"),
        ],
    ),
    (
        "keyed.log",
        KEYED,
        [
            ("2021-11-09T06:12:40", "db4: Disk nearly full"),
            ("2021-11-09T06:14:02", "db4: Writes are refused"),
            ("2021-11-09T06:15:30", "Blocked by rule 7"),
        ],
    ),
    (
        "cef.log",
        CEF,
        [
            ("2021-11-09T06:12:40", "edge1: Port scan detected"),
            ("2021-11-09T06:13:02", "vault2: Root key exported by ada"),
        ],
    ),
    (
        "syslog-2022-01-02.log",
        SYSLOG,
        [
            ("2021-12-31T23:59:50", "Gate cron: nightly job started on port 22"),
            ("2022-01-01T00:00:02", "Gate cron: nightly job failed"),
        ],
    ),
    (
        "python.log",
        PYTHON,
        [
            ("2021-11-09T06:12:40", "ERROR pay: Refund 77 failed"),
            ("2021-11-09T06:12:55", "Pay: Queue closed"),
            ("2021-11-09T06:13:01", "Pay: Worker restarted"),
        ],
    ),
    (
        "statement.txt",
        STATEMENT,
        [
            ("2021-11-02", "Transfer to Orvik Ltd (paid out 1,500.00)"),
            ("2021-11-09", "Cheque from Halden Trust (paid in 900.00)"),
        ],
    ),
    (
        "custody.txt",
        CUSTODY,
        [
            ("2021-11-09T21:45:00", "Seized from the driver"),
            ("2021-11-10T08:30:00", "Extraction of messages"),
        ],
    ),
    (
        "docket.txt",
        DOCKET,
        [
            ("2021-11-09", "COMPLAINT against Orvik Ltd filed by Una Brenn"),
            ("2021-12-14", "ORDER denying the motion"),
        ],
    ),
    (
        "flights.txt",
        FLIGHTS,
        [
            ("2021-11-09", "Bird strike on approach"),
            ("2021-11-10", "Two passengers without tickets"),
            ("2021-11-13", "Diverted to Turku"),
        ],
    ),
    (
        "records.txt",
        RECORDS,
        [
            ("2021-11-13T06:12:40", "A user account was created"),
            ("2021-11-13T06:15:01", "The audit log was cleared"),
        ],
    ),
    (
        "ward.txt",
        WARD,
        [
            ("2021-11-13T09:15:00", "Presented with a broken wrist"),
            ("2021-11-20", "Cast removed after three weeks"),
        ],
    ),
    (
        "years.txt",
        YEARS,
        [
            ("2019-01-12", "Contract signed with Orvik Ltd"),
            ("2019-06", "The yard asks for more time"),
            ("2020-03-08/2020-03-10", "Police search two offices"),
        ],
    ),
    (
        "periods.md",
        PERIODS,
        [
            ("1994/1996", "Repairs were carried out in stages"),
            ("1998-21", "Orvik Ltd bought the dam"),
        ],
    ),
    (
        "releases.md",
        RELEASES,
        [
            ("2021-06-01", "Licence changed to MIT"),
            ("2021-11-09", "Import of maps"),
            ("2021-11-09", "Crash with empty routes"),
        ],
    ),
    (
        "diary.txt",
        DIARY,
        [
            ("1915-03-01", "Una left for the front"),
            ("1915-03-07", "The vicar announced that Tom Dahl has been killed"),
            ("1915-03-31", "They took our horses"),
        ],
    ),
    (
        "blotter.txt",
        BLOTTER,
        [
            ("2021-11-08T07:15:00", "Two-car crash on Mill Road"),
            ("2021-11-08T23:40:00", "Caller reported a dog running loose"),
            ("2021-11-09T02:05:00", "Burglar alarm at the hardware store"),
            ("2021-11-09T02:05:00", "Rear door found open"),
        ],
    ),
    (
        "room.txt",
        ROOM,
        [
            ("2021-11-08T23:10:00", "Call from member of public, smoke at 14 Mill St"),
            ("2021-11-08T23:19:00", "Two casualties taken to hospital"),
            ("2021-11-09T00:15:00", "Fire surrounded"),
            ("2021-11-09T01:42:00", "Stop message sent"),
        ],
    ),
    (
        "watch.txt",
        WATCH,
        [
            ("2021-11-13T07:40:00", "Subject leaves 22 Elm Rd on foot"),
            ("2021-11-13T07:52:00", "Subject enters the cafe"),
            ("2021-11-13T09:15:00", "Car parked at the depot"),
        ],
    ),
    (
        "spoken.txt",
        SPOKEN,
        [
            ("2021-10-09", "MS. BRENN: We closed it"),
            ("2021-10-12", "The contractor told us the bridge was unsafe"),
            ("2021-11-09", "Council of Varn, public session"),
        ],
    ),
    (
        "phone.txt",
        PHONE,
        [
            ("2021-11-09", "The mayor resigned"),
            ("2021-11-13", "Police arrested two men at the depot"),
        ],
    ),
    (
        "posts.txt",
        POSTS,
        [
            (
                "2021-11-09",
                "Accident on E22 near Torvik, two cars, one lane closed since 07:15",
            ),
            ("2021-11-10", "Outage in the whole of Lund, crews on site"),
        ],
    ),
    (
        "register.txt",
        REGISTER,
        [
            ("1849-06-03", "Anna Brenn, of Mill Lane, was buried, aged 4 months"),
            ("1849-06-05", "Thomas Dahl was buried"),
            ("1849-07-14", "William Orvik married Ellen Dahl"),
            ("1849-08-02", "Peter Brenn married Sarah Valk"),
        ],
    ),
    (
        "months.txt",
        MONTHS,
        [
            ("1986/1990", "Una Brenn: Medical school"),
            ("1991-01/1999-08", "Una Brenn: Registrar, Lund"),
            ("1999-09/2007-12", "Una Brenn: Consultant, Torvik Hospital"),
            ("2008-01/2014-12", "Una Brenn: Head of department, Halden"),
        ],
    ),
    (
        "postmortem.md",
        POSTMORTEM,
        [
            ("2021-03-13", "A change had been merged"),
            ("2021-03-13T18:40:00", "Change 4411 is merged by the platform team"),
            ("2021-03-14", "Incident report: outage of the booking API"),
            ("2021-03-14T09:05:00", "Deployment begins"),
            (
                "2021-03-14T09:12:00/2021-03-14T11:47:00",
                "The booking API returned errors",
            ),
            ("2021-03-14T09:55:00", "Rollback attempted"),
            ("2021-03-14T10:30:00~", "10:30 – database team joins the call"),
            ("2021-03-14T11:47:00", "Error rate back to normal"),
        ],
    ),
    (
        "war.txt",
        WAR_DIARY,
        [
            ("1917-06-03", "Battn moved into line"),
            (
                "1917-06-05T03:30:00",
                "Relieved and marched to billets at Sarn, arriving 3.30 am",
            ),
            ("1917-06-06/1917-06-08", "In billets"),
            ("1917-06-09", "Draft of 40 men joined"),
        ],
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_papers(
    name: str, text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    events = [r.event for r in build([str(tmp_path)], Options()).events]
    told = [(e.time.edtf, e.headline, e.status.value) for e in events]
    assert told == [(*pair, "happened") for pair in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In summer  the road  was closed.  The case of 2019 was heard then.", []),
        ("Call me at 2:30. The case of 2019 was heard on 3 May 2021.", ["2021-05-03"]),
        ("The alarm was raised at 00:00:12 on 3 May 2021.", ["2021-05-03T00:00:12"]),
    ],
)
def test_prose_is_no_log(text: str, expected: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    events = build([str(tmp_path)], Options()).events
    assert [r.event.time.edtf for r in events] == expected
