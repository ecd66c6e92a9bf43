"""Statements, notes and histories: what stands behind a day went on that day."""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.options import Options

STATEMENT = """WITNESS STATEMENT

Statement of: Maud Ann FENN
Date: 9th June 2012

I live in Mill Lane. I have lived there since 1997.

On Friday 1st June 2012 I was at home. At about 8.30 in the evening I heard shouting. I went to the window and I saw two men. One of them was Oren Valk, whom I know.

The other man hit a van. I did not know him. I telephoned the police at 8.41pm.

The next morning an officer came to my house.
"""

NOTES = """ST ANN'S HOSPITAL
Admitted: 21/09/2010   Discharged: 02/10/2010

21/09 Scan showed a shadow. Taken to theatre at 14:10.
22/09 Stable.
24/09 Developed fever. Antibiotics started.
30/09 Antibiotics stopped.
"""

HISTORY = """# Battle of Karsk

On 2 May 1812 Orlov left Dorn. Reuss reached Karsk on the 11th. On 13 May the vanguard was driven back.

On the 14th the guns opened fire at dawn. Count Lvov attacked the redoubt. Fighting went on until dark. Two days later he had withdrawn. The scouts were questioning peasants.

He was made a marshal in 1813 and died of typhus in 1814.
"""

DIARY = """Saturday, 3 May 2031

I was told that the mill had burnt. My brother came at noon.

Sunday, 4 May 2031

At six the soldiers came for us. We were taken to the barracks. Nobody spoke.

Monday, 5 May 2031

Walked home. I washed the floor. I think the war will be over soon.
"""

SWORN = """Witness statement of Ben Brenn
Dated 9 May 2031

I am a lorry driver. I live in Lund. On 3 May 2031 I drove from Lund to Torvik. I paid in cash. A man asked me for a lift. I refused. I never saw him again.

1. On 5 May 2031 the police showed me ten photographs.
2. I picked number four.
3. I spent two years in Sarn.
"""

MEMOIR = """My war

I was born in Lund in 1921. I studied law. On 3 May 1940 I joined the army. I was sent to Torvik. We trained for two months. I met my wife there. On 6 July 1940 we crossed the river. I spent a year in hospital. I had three children.
"""

CASES = [
    (
        "a diary",
        DIARY,
        [
            ("2031-05-03", "I was told that the mill had burnt"),
            ("2031-05-03T12:00:00", "My brother came"),
            ("2031-05-04", "At six the soldiers came for us"),
            ("2031-05-04", "We were taken to the barracks"),
            ("2031-05-04", "Nobody spoke"),
            ("2031-05-05", "Walked home"),
            ("2031-05-05", "I washed the floor"),
        ],
    ),
    (
        "a statement day by day",
        SWORN,
        [
            ("2031-05-03", "Ben Brenn: I drove from Lund to Torvik"),
            ("2031-05-03", "Ben Brenn: I paid in cash"),
            ("2031-05-03", "A man asked me for a lift"),
            ("2031-05-03", "Ben Brenn: I refused"),
            ("2031-05-05", "The police showed me ten photographs"),
            ("2031-05-05", "Ben Brenn: I picked number four"),
        ],
    ),
    (
        "a look back at a life",
        MEMOIR,
        [
            ("1921", "I was born in Lund"),
            ("1940-05-03", "I joined the army"),
            ("1940-07-06", "We crossed the river"),
        ],
    ),
    (
        "a statement",
        STATEMENT,
        [
            ("2012-06-01", "Maud Ann Fenn: I was at home"),
            ("2012-06-01T20:30:00~", "Maud Ann Fenn: I heard shouting"),
            ("2012-06-01", "Maud Ann Fenn: I went to the window"),
            ("2012-06-01", "The other man hit a van"),
            ("2012-06-01T20:41:00", "Maud Ann Fenn: I telephoned the police"),
            ("2012-06-02", "An officer came to my house"),
        ],
    ),
    (
        "notes of a hospital",
        NOTES,
        [
            ("2010-09-21", "Scan showed a shadow"),
            ("2010-09-21T14:10:00", "Taken to theatre"),
            ("2010-09-24", "Developed fever"),
            ("2010-09-24", "Antibiotics started"),
            ("2010-09-30", "Antibiotics stopped"),
        ],
    ),
    (
        "a history",
        HISTORY,
        [
            ("1812-05-02", "Orlov left Dorn"),
            ("1812-05-11", "Reuss reached Karsk"),
            ("1812-05-13", "The vanguard was driven back"),
            ("1812-05-14", "The guns opened fire at dawn"),
            ("1812-05-14", "Count Lvov attacked the redoubt"),
            ("1812-05-14", "Fighting went on until dark"),
            ("1812-05-16", "He had withdrawn"),
            ("1813", "He was made a marshal"),
            ("1814", "He died of typhus"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_stands_behind_a_day_went_on_that_day(
    tmp_path: Path, text: str, expected: list[tuple[str, str]]
) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    events = build([str(tmp_path)], Options()).events
    told = [mention for ranked in events for mention in ranked.event.mentions]
    told.sort(key=lambda mention: mention.span.start)
    assert [(m.time.edtf, m.headline) for m in told] == expected
