"""Diaries, logs, messages and chronicles: what stands in an entry is of its date."""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.options import Options

DIARY = """From the diary of Orla Venn

Tuesday 3 March 1874. Left Torvik at dawn. Wind fresh from the north.

4th. Passed the Grey Rock. Treated Brenn for a crushed finger.

May 19. Brenn died this morning of fever and was buried at four in the afternoon.

1 June. Sighted the Cape.
"""

OUTAGE = """# Report on the outage of 14 March 2024

Date: 2024-03-19

## Timeline

- 09:02 – Certificate on gate-3 expires.
- 09:11 – Ada acknowledges the alarm and opens a ticket.
09:20 Restart of the gate did not help.
- 09:49 – All gates healthy. Ticket closed at 10:15.

## Cause

The job was moved on 20 February 2024.
"""

CHAT = """[12/03/2021, 14:06:01] Ada Brenn: The van arrives at 8:30
[12/03/2021, 14:09:47] Oren Valk: Lind says the guard was paid yesterday
[13/03/2021, 09:48:33] Oren Valk: Loaded 40 boxes
"""

LOG = """Police log, 10 October 2018

17:10 - Resident of Mill Street asks when the road will be open again.
18:45 - Second group demands release of the detained.
"""

MACHINE = """2024-03-14 09:02:11,442 ERROR gate-3 handshake failed
2024-03-14 09:02:12.001 WARN gate-3 retrying connection to bank
2024-03-14T09:38:02Z INFO deploy pushed certificate to gate-1
Mar 14 09:49:10 lb-2 all gates healthy
"""

TABLE = """Date | Event | Source
2019-02-11 | Minister Brandt meets executives at Hotel Regent | Calendar
03/03/2019 | Payment of €250,000 to Lumen Consulting | Bank record
"""

MAIL = """From: Oren Valk <oren@norda.example>
Date: Tue, 14 Sep 2021 09:12:44 +0200

The van left Lund on Sunday and should arrive in Torvik on Thursday.

On Mon, Sep 13, 2021 at 5:40 PM Ada Brenn <ada@norda.example> wrote:
> We promised delivery by Friday. The contract was signed on 2 August, and they
> paid half of the price on 20 August.
> On Fri, Sep 10, 2021 at 11:03 AM Oren Valk wrote:
>> The crane broke down on Wednesday night.
"""

NEWS = """Torvik, 8 May 2031

Monday: The council closed the bridge. Repairs began.

Tuesday: Rain stopped work.

The mayor opened a shelter on Wednesday.
"""

REPORT = """Two held after fire in Torvik

TORVIK, 11 May 2022 - Police have arrested two men over a fire, the prosecutor said on Wednesday.

The fire broke out on 4 May on the third floor. Miners took six hours to bring it under control.

"We are looking for a third man," prosecutor Ada Brenn told reporters. He left on Thursday, she said.
"""

SIEGE = """In March 1643 the army laid siege to the town.

On the 9th they began to dig a mine, which they fired on the night of the 21st. The governor died the next morning.
"""

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "diary",
        DIARY,
        [
            ("1874-03-03", "Left Torvik at dawn"),
            ("1874-03-04", "Passed the Grey Rock"),
            ("1874-03-04", "Treated Brenn for a crushed finger"),
            ("1874-05-19", "Brenn died of fever"),
            ("1874-05-19T16:00:00", "Brenn was buried"),
            ("1874-06-01", "Sighted the Cape"),
        ],
    ),
    (
        "a report: what was done to it is not of the day of the report, nor is he she",
        REPORT,
        [
            ("2022-05-04", "The fire broke out on the third floor"),
            ("2022-05-05", "He left, Ada Brenn said"),
            (
                "2022-05-11",
                "Police have arrested two men over a fire, the prosecutor said",
            ),
        ],
    ),
    (
        "a history: the day of a night",
        SIEGE,
        [
            ("1643-03", "The army laid siege to the town"),
            ("1643-03-09", "They began to dig a mine"),
            ("1643-03-22", "The governor died"),
        ],
    ),
    (
        "a title names the day of the clocks below it",
        OUTAGE,
        [
            ("2024-02-20", "The job was moved"),
            ("2024-03-14T09:02:00", "Certificate on gate-3 expires"),
            ("2024-03-14T09:11:00", "Ada acknowledges the alarm and opens a ticket"),
            ("2024-03-14T09:20:00", "Restart of the gate did not help"),
            ("2024-03-14T09:49:00", "All gates healthy"),
            ("2024-03-14T10:15:00", "Ticket closed"),
        ],
    ),
    (
        "messages speak from their own day and hour",
        CHAT,
        [
            ("2021-03-11", "The guard was paid"),
            ("2021-03-13T08:30:00", "The van arrives"),
            ("2021-03-13T09:48:33", "Oren Valk: Loaded 40 boxes"),
        ],
    ),
    (
        "a log under its date",
        LOG,
        [
            (
                "2018-10-10T17:10:00",
                "Resident of Mill Street asks when the road will be open again",
            ),
            ("2018-10-10T18:45:00", "Second group demands release of the detained"),
        ],
    ),
    (
        "logs of machines",
        MACHINE,
        [
            ("2024-03-14T09:02:11", "ERROR gate-3 handshake failed"),
            ("2024-03-14T09:02:12", "WARN gate-3 retrying connection to bank"),
            ("2024-03-14T09:38:02", "INFO deploy pushed certificate to gate-1"),
            ("2024-03-14T09:49:10", "Lb-2 all gates healthy"),
        ],
    ),
    (
        "rows of a table, of which one cell is told",
        TABLE,
        [
            ("2019-02-11", "Minister Brandt meets executives at Hotel Regent"),
            ("2019-03-03", "Payment of €250,000 to Lumen Consulting"),
        ],
    ),
    (
        "quoted mail, whose lines are wrapped",
        MAIL,
        [
            ("2021-08-02", "The contract was signed"),
            ("2021-08-20", "They paid half of the price"),
            ("2021-09-08", "The crane broke down"),
            ("2021-09-12", "The van left Lund"),
            ("2021-09-16", "The van should arrive in Torvik"),
        ],
    ),
    (
        "messages headed by stamps in bold",
        "**2022-05-03 14:12 UTC** Smoke rises from the depot. A tank exploded.\n\n"
        "**2022-05-04 06:05 UTC** The fire burns. The road was closed last night.\n",
        [
            ("2022-05-03T14:12:00", "Smoke rises from the depot"),
            ("2022-05-03T14:12:00", "A tank exploded"),
            ("2022-05-03", "The road was closed"),
            ("2022-05-04T06:05:00", "The fire burns"),
        ],
    ),
    (
        "points of minutes, of which what is for a year is of the meeting",
        "Minutes of the Board held on 14 January 2021\n\n"
        "1. The minutes of the last meeting were approved.\n\n"
        "2. The Board adopted the budget for 2021/22. Ms Eze left the room.\n\n"
        "3. The chair resigned on 12 January.\n",
        [
            ("2021-01-12", "The chair resigned"),
            ("2021-01-14", "The minutes of the last meeting were approved"),
            ("2021-01-14", "The Board adopted the budget for 2021/22"),
            ("2021-01-14", "Ms Eze left the room"),
        ],
    ),
    (
        "a chronicle with its dates in bold",
        "# The dam\n\n**June 2015** – The board awards the contract to Delmar.\n\n"
        "**3 March 2019**: Prosecutors open an investigation.\n",
        [
            ("2015-06", "The board awards the contract to Delmar"),
            ("2019-03-03", "Prosecutors open an investigation"),
        ],
    ),
    (
        "an entry ends with its paragraph in a text that has a date",
        NEWS,
        [
            ("2031-05-05", "The council closed the bridge"),
            ("2031-05-05", "Repairs began"),
            ("2031-05-06", "Rain stopped work"),
            ("2031-05-07", "The mayor opened a shelter"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_entries(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    events = build([str(tmp_path)], Options()).events
    assert [(r.event.time.edtf, r.event.headline) for r in events] == expected


def test_one_date_at_the_head_of_a_line_makes_no_entry(tmp_path: Path) -> None:
    text = "3 May 2031. Left Torvik at dawn.\n\nWind fresh from the north.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert not build([str(tmp_path)], Options()).events


def test_the_zone_of_a_moment_is_kept(tmp_path: Path) -> None:
    text = (
        "2031-03-14T09:38:02+01:00 deploy pushed certificate to gate-1\n"
        "2031-03-14T09:39:11Z gate-1 closed the bank connection\n"
    )
    (tmp_path / "a.log").write_text(text)
    timeline = build([str(tmp_path)], Options())
    assert [r.event.time.zone for r in timeline.events] == ["+01:00", "UTC"]


def entries_of(folder: Path, name: str, text: str) -> list[tuple[str, str]]:
    (folder / name).write_text(text, encoding="utf-8")
    timeline = build([str(folder)], Options())
    return [(r.event.time.edtf, r.event.headline) for r in timeline.events]


def test_dates_below_what_is_of_them(tmp_path: Path) -> None:
    text = (
        "Lock shut\n\n"
        "Resolved - The gate has been repaired.\n4 May 2031 - 15:40 UTC\n"
        "Identified - A cracked hinge has been found by the crew.\n4 May 2031 - 11:12 UTC\n"
    )
    assert entries_of(tmp_path, "status.txt", text) == [
        (
            "2031-05-04T11:12:00",
            "Identified – A cracked hinge has been found by the crew",
        ),
        ("2031-05-04T15:40:00", "Resolved – The gate has been repaired"),
    ]


def test_clock_times_at_the_ends_of_lines(tmp_path: Path) -> None:
    text = (
        "4 May 2031\nAda: The lock gate has burst  23:41\n"
        "5 May 2031\nOren: Two men drowned in the lock this morning  09:12\n"
    )
    assert entries_of(tmp_path, "chat.txt", text) == [
        ("2031-05-04T23:41:00", "Ada: The lock gate has burst"),
        ("2031-05-05T09:12:00", "Oren: Two men drowned in the lock"),
    ]


def test_a_name_and_a_date_above_a_post(tmp_path: Path) -> None:
    text = (
        "Ada Brenn\nMay 4, 2031 at 11:58 PM\nThe lock gate burst.\n14 likes\n\n"
        "Oren Valk\nMay 5, 2031 at 8:40 AM\nPolice closed the quay.\n"
    )
    (tmp_path / "posts.txt").write_text(text)
    timeline = build([str(tmp_path)], Options())
    tellings = [r.event.mentions[0] for r in timeline.events]
    assert [(m.time.edtf, m.headline, m.reporter) for m in tellings] == [
        ("2031-05-04T23:58:00", "The lock gate burst", "Ada Brenn"),
        ("2031-05-05T08:40:00", "Police closed the quay", "Oren Valk"),
    ]


def test_minutes_tell_what_was_decided(tmp_path: Path) -> None:
    text = (
        "Minutes of the Harbour Board held on 5 March 2024\n\n"
        "1. The accounts for 2023 were adopted.\n"
        "2. It was resolved to put off the painting of the crane until June.\n"
        "3. Mr Valk objected.\n"
        "4. It was noted that the quay is wet.\n"
        "5. Resolved that the lamp be mended.\n"
    )
    assert entries_of(tmp_path, "minutes.txt", text) == [
        ("2024-03-05", "The accounts for 2023 were adopted"),
        (
            "2024-03-05",
            "Resolved to put off the painting of the crane until June",
        ),
        ("2024-03-05", "Mr Valk objected"),
        ("2024-03-05", "Resolved that the lamp be mended"),
    ]


def test_a_register_tells_by_lines(tmp_path: Path) -> None:
    text = (
        "Register of Lund\n\n"
        "1702/3 Jan. 9. Bapt. Anne d. of Thos. Orr, miller.\n"
        "1702/3 Feb. 21. Bur. Widow Tull, aged 90.\n"
        "1703 Mar. 30. Marr. Wm. Orr & Eliz. Vale.\n"
        "1703 Dec. 25. No service, ye roof being open.\n"
    )
    assert entries_of(tmp_path, "register.txt", text) == [
        ("1703-01-09", "Bapt. Anne d. of Thos. Orr, miller"),
        ("1703-02-21", "Bur. Widow Tull, aged 90"),
        ("1703-03-30", "Marr. Wm. Orr & Eliz. Vale"),
        ("1703-12-25", "No service, ye roof being open"),
    ]


def test_an_item_is_of_the_day_within_its_year(tmp_path: Path) -> None:
    text = (
        "# The mill: dates\n\n"
        "- **1349** Great plague\n- **1536** Priory closed\n"
        "- **1703** Wheel falls in a gale (26 November)\n- **1987** Mill reopened\n"
    )
    assert entries_of(tmp_path, "leaflet.md", text) == [
        ("1349", "Great plague"),
        ("1536", "Priory closed"),
        ("1703-11-26", "Wheel falls in a gale"),
        ("1987", "Mill reopened"),
    ]


def test_a_month_heads_an_entry_and_so_does_an_article(tmp_path: Path) -> None:
    text = (
        "1889\n\nMay 12. Orr broke his leg in the mill.\n\nJune. Hay was cut at Lund.\n"
    )
    assert entries_of(tmp_path, "diary.txt", text) == [
        ("1889-05-12", "Orr broke his leg in the mill"),
        ("1889-06", "Hay was cut at Lund"),
    ]
    journal = (
        "Le 3 mars 1793. Arrivé à Lund par la diligence.\n"
        "Le 1er novembre 1796. J'ai quitté Lund pour la ville avec mon frère et les siens.\n"
    )
    (tmp_path / "fr").mkdir()
    assert entries_of(tmp_path / "fr", "journal.txt", journal) == [
        ("1793-03-03", "Arrivé à Lund par la diligence"),
        ("1796-11-01", "J'ai quitté Lund pour la ville avec mon frère et les siens"),
    ]


def test_a_form_tells_of_the_day_that_it_names(tmp_path: Path) -> None:
    text = (
        "Incident report\nDate of incident: 4 May 2031   Time: 2:15 PM\n"
        "Reported by: Ada Brenn\n"
        "A lamp fell into the lock. A diver arrived at 2:41 PM.\n"
        "Completed by: Oren Valk   Date: 5 May 2031\n"
    )
    (tmp_path / "form.txt").write_text(text)
    timeline = build([str(tmp_path)], Options(today=30000))
    assert [(r.event.time.edtf, r.event.headline) for r in timeline.events] == [
        ("2031-05-04", "A lamp fell into the lock"),
        ("2031-05-04T14:41:00", "A diver arrived"),
    ]


def test_notes_without_a_year_tell_nothing_and_break_nothing(tmp_path: Path) -> None:
    text = (
        "NOTES\n\n18/01 - spoke to the miller.\n19/01 - rain.\n21/01 - gate opened!\n"
    )
    (tmp_path / "notes.txt").write_text(text)
    timeline = build([str(tmp_path)], Options())
    assert (timeline.events, timeline.problems) == ((), ())


def test_a_diary_of_full_dates_speaks_from_each(tmp_path: Path) -> None:
    days = "".join(f"{day} March 1874. Rain. Wind fresh.\n" for day in range(3, 11))
    text = f"{days}12 March 1874. Brenn was buried yesterday.\n"
    found = entries_of(tmp_path, "diary.txt", text)
    assert ("1874-03-11", "Brenn was buried") in found


def test_a_log_runs_over_midnight(tmp_path: Path) -> None:
    text = (
        "Port log, 3 May 2021\n\n22:10 Pump 3 failed\n23:50 Alarm raised\n"
        "00:10 Tug Brisk arrived\n01:30 Fire was out\n07:00 Port reopened\n"
    )
    assert entries_of(tmp_path, "port.txt", text) == [
        ("2021-05-03T22:10:00", "Pump 3 failed"),
        ("2021-05-03T23:50:00", "Alarm raised"),
        ("2021-05-04T00:10:00", "Tug Brisk arrived"),
        ("2021-05-04T01:30:00", "Fire was out"),
        ("2021-05-04T07:00:00", "Port reopened"),
    ]


def test_a_table_of_clocks_goes_on_behind_the_day_before(tmp_path: Path) -> None:
    text = (
        "# Timeline\n\n| Time | Event |\n|---|---|\n"
        "| 23:51 (3 March 2021) | First request from outside |\n"
        "| 02:11 | Thief logged in |\n| 05:02 | Sensor was killed |\n"
    )
    assert entries_of(tmp_path, "report.md", text) == [
        ("2021-03-03T23:51:00", "First request from outside"),
        ("2021-03-04T02:11:00", "Thief logged in"),
        ("2021-03-04T05:02:00", "Sensor was killed"),
    ]


def test_the_head_of_a_quoted_mail_is_no_event(tmp_path: Path) -> None:
    text = (
        "From: Jo Lind <jo@r.example>\nDate: Thu, 6 Mar 2025 10:15:00 +0100\n"
        "Subject: Re: breach\n\nNoted.\n\n"
        "> On Wed, 5 Mar 2025 at 16:02, Dana Voss wrote:\n>\n"
        "> On 4 March a thief copied the register.\n"
    )
    assert entries_of(tmp_path, "a.eml", text) == [
        ("2025-03-04", "A thief copied the register")
    ]
