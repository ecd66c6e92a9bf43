"""Tables with a heading: which column says when, which says what, what a date is of."""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.options import Options

Rows = list[tuple[str, str, str]]


def told(folder: Path, name: str, text: str) -> Rows:
    """Date, status and line of each event of a file."""
    (folder / name).write_text(text, encoding="utf-8")
    events = (ranked.event for ranked in build([str(folder)], Options()).events)
    return [(e.time.edtf, e.status.value, e.headline) for e in events]


CASES: list[tuple[str, str, Rows]] = [
    (
        "the dates of a ticket are of what their columns say, its words of the first",
        "key;Summary;Created;Updated;Resolved;Description\n"
        "N-1;Lock gate stuck;04.03.2021 06:20;11.03.2021 17:05;11.03.2021 17:00;"
        "The gate was jammed in the night. A diver was called.\n",
        [
            ("2021-03-04T06:20:00", "happened", "Lock gate stuck: The gate was jammed in the night"),
            ("2021-03-04T06:20:00", "happened", "Lock gate stuck: A diver was called"),
            ("2021-03-11T17:00:00", "happened", "Lock gate stuck: resolved"),
        ],
    ),
    (
        "what is due lies ahead",
        "| Item | Owner | Due | Status |\n|---|---|---|---|\n"
        "| Mend the weir | Ada | 2021-03-31 | open |\n",
        [("2021-03-31", "planned", "Mend the weir: due")],
    ),
    (
        "lives in columns",
        "No,Name,Born,Died,Inscription\n1,Amos Holt,1809,13 Aug. 1845,Killed at the lock\n",
        [
            ("1809", "happened", "Amos Holt: born"),
            ("1845-08-13", "happened", "Amos Holt: died"),
        ],
    ),
    (
        "a register in a text",
        "| Name | Baptised | Buried |\n| Ruth Holt | 4 Apr 1790 | 9 Jan 1851 |\n"
        "| Ann Holt | 11 Nov 1792 | |\n",
        [
            ("1790-04-04", "happened", "Ruth Holt: baptised"),
            ("1792-11-11", "happened", "Ann Holt: baptised"),
            ("1851-01-09", "happened", "Ruth Holt: buried"),
        ],
    ),
    (
        "columns of figures are no part of the line, who it is about is",
        "MMSI,Name,Timestamp (UTC),Lat,Lon,Event\n"
        "273900112,MV Tyrn,11/06/2018 17:05,45.901,31.220,AIS switched off\n"
        "273900112,MV Tyrn,13/06/2018 03:31,45.120,32.004,AIS switched on\n",
        [
            ("2018-06-11T17:05:00", "happened", "MV Tyrn: AIS switched off"),
            ("2018-06-13T03:31:00", "happened", "MV Tyrn: AIS switched on"),
        ],
    ),
    (
        "a date and its time in two columns",
        "Date,Time,What happened\n2021-06-09,07:40,Barge hit the mole\n",
        [("2021-06-09T07:40:00", "happened", "Barge hit the mole")],
    ),
    (
        "a line parted within a cell ends no row",
        "| Date | What happened |\n| 2021-06-08 | Lock shut |\n"
        "| 2021-06-09 | Barge\u2028hit the mole |\n| 2021-06-10 | Mole mended |\n",
        [
            ("2021-06-08", "happened", "Lock shut"),
            ("2021-06-09", "happened", "Barge hit the mole"),
            ("2021-06-10", "happened", "Mole mended"),
        ],
    ),
    (
        "sums stand beside what was paid",
        "Date | Description | Debit | Balance\n"
        "02/06/2021 | Transfer to Halden Trust | 250,000.00 | 1,204.10\n"
        "13/06/2021 | Card payment Lund Fuel | 61.20 | 1,142.90\n",
        [
            ("2021-06-02", "happened", "Transfer to Halden Trust (debit 250,000.00)"),
            ("2021-06-13", "happened", "Card payment Lund Fuel (debit 61.20)"),
        ],
    ),
    (
        "a contract begins and ends",
        "Contract\tEffective date\tExpiry date\nSupply of steel\t1 January 2020\t31 December 2024\n",
        [
            ("2020-01-01", "happened", "Supply of steel: effective"),
            ("2024-12-31", "planned", "Supply of steel: expiry"),
        ],
    ),
    (
        "when a row was changed is no event where another column says when",
        "Started,Event,Last updated\n2021-02-03,Pump failed,2021-05-05\n",
        [("2021-02-03", "happened", "Pump failed")],
    ),
    (
        "papers of a court: when a paper was filed is when it was told",
        "Filed\tEntered\t#\tDocket Text\n"
        "02/18/2019\t02/19/2019\t1\tCOMPLAINT against Orvik Ltd, filed by Meridian, Inc.\n"
        "02/21/2019\t02/22/2019\t2\tSUMMONS returned executed.\n",
        [
            ("2019-02-18", "happened", "COMPLAINT against Orvik Ltd, filed by Meridian, Inc"),
            ("2019-02-21", "happened", "SUMMONS returned executed"),
        ],
    ),
    (
        "numbers with the names of their columns",
        "Invoice #;Invoice Date;Due Date;Paid;Amount\n7701;13.07.2017;31.07.2017;28.07.2017;4.100,00\n",
        [
            ("2017-07-28", "happened", "Invoice 7701: paid"),
            ("2017-07-31", "planned", "Invoice 7701: due"),
        ],
    ),
    (
        "what was decided is of the day of that, in a word",
        "Proposal,Received,Decision,Decision date,Appeal lodged\n"
        "Two houses,19/02/2024,Refused,22/04/2024,14/05/2024\n",
        [
            ("2024-04-22", "happened", "Two houses: refused"),
            ("2024-05-14", "happened", "Two houses: appeal lodged"),
        ],
    ),
    (
        "columns in German",
        "Datum;Ereignis;Quelle\n03.05.2021;Der Damm brach;Amt\n04.05.2021;Die Schule wurde geschlossen;Amt\n",
        [
            ("2021-05-03", "happened", "Der Damm brach"),
            ("2021-05-04", "happened", "Die Schule wurde geschlossen"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_columns(tmp_path: Path, text: str, expected: Rows) -> None:
    is_text = "|" in text or "\t" in text
    assert told(tmp_path, "a.md" if is_text else "a.csv", text) == expected


def test_a_row_without_a_date_has_not_that_of_the_row_before(tmp_path: Path) -> None:
    text = "Task,Done,Due\nMend the weir,2021-03-02,2021-03-31\nPaint the gate,,2021-04-30\n"
    assert told(tmp_path, "a.csv", text) == [
        ("2021-03-02", "happened", "Mend the weir: done"),
        ("2021-03-31", "planned", "Mend the weir: due"),
        ("2021-04-30", "planned", "Paint the gate: due"),
    ]
