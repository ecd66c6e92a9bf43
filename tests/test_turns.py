"""Chats, threads, interviews and debates: who says what, and from which day."""

from pathlib import Path

import pytest

from timeline.build import build
from timeline.extract.turns import turns
from timeline.model import Span
from timeline.options import Options

THREAD = """Forum > Ships

kay77
Posted: 22 Oct 2030, 18:41
The Selma turned back this afternoon. Why is that?

Pier_9
Posted: 23 Oct 2030, 07:15
Two tugs arrived last night. My guess is the pump.
"""

POSTS = """@harbour · Mar 3, 2031
The tanker Selma has run aground off Point Lorne.

@mayor · Mar 4, 2031
Beaches will be closed from tomorrow. A tug arrived at 0630.
"""

CHAT = """[14/02/2032, 21:03:11] Messages are encrypted.
[14/02/2032, 21:03:12] Ada Brenn: they moved the pumps tonight
[14/02/2032, 21:05:40] Oren: <Media omitted>
[15/02/2032, 06:48:00] Oren: The school was closed this morning. Police have blocked Mill Street
[15/02/2032, 06:49:10] Ada Brenn: we are ok
"""

TALK = """Interview with Josef Marek, recorded on 18 May 2026.

HK: When did you start?

JM: In 1979. On 7 November 1981 we heard a bang.

HK: And then?

JM: The police arrested Pavel Horn the same night. In January 1982 they closed the mine.
"""

RELAY = """--- Log opened Tue Mar 04 2025
06:31 < ada> box is isolated, imaging the disk now
06:44 -!- oren [~o@10.4.2.2] has joined #ir
06:45 < oren> found the note, is the mail server gone?
07:02 <@ada> the thieves posted our name on their site at 06:50
07:58 < oren> key removed from gate-1
"""

CHANNEL = """[2018-06-11 21:48:03] Port Monitor: Explosions in Kolvar, near the terminal.
[2018-06-12 07:30:00] Port Monitor: The mayor says 2 people were killed last night.
[2018-06-12 18:05:00] Port Monitor: Certs will be rotated by 21:00 today
[2018-06-13 18:05:00] Port Monitor: Berth 9 is closed. Is it true that they fled?
[2018-06-14 09:00:00] Port Monitor: A crane fell yesterday
[2018-06-15 09:00:00] Port Monitor: ok
"""

POST = "[2018-06-11T18:44:10Z] ada: Our windows are gone."

BOARD = """Lund Board > News > explosions at the port??

#1  harbourrat  11 Jun 2018, 21:46
Anyone else hear that?

#2  nadia_k  11 Jun 2018, 21:59
My brother says they were evacuated at 21:50.

#3  old_salt  12 Jun 2018, 09:20
A fertiliser store blew up in March 2016. Nobody was punished.

#4  harbourrat  13 Jun 2018, 17:03
The funeral is on Friday at St Anne's.
"""

CASES = [
    (
        "posts of a board, their heads parted by gaps",
        BOARD,
        [
            (
                "2018-06-11T21:50:00",
                "My brother says they were evacuated",
                "My brother",
            ),
            ("2016-03", "A fertiliser store blew up", "old_salt"),
            ("2018-06-15", "The funeral is at St Anne's", "harbourrat"),
        ],
    ),
    (
        "lines of a relay chat, and what its program writes in it",
        RELAY,
        [
            ("2025-03-04T06:31:00", "Box is isolated, imaging the disk now", "ada"),
            ("2025-03-04T06:50:00", "The thieves posted our name on their site", "ada"),
            ("2025-03-04T07:58:00", "Key removed from gate-1", "oren"),
        ],
    ),
    (
        "one who writes alone, and what is of the day before or after",
        CHANNEL,
        [
            (
                "2018-06-11T21:48:03",
                "Explosions in Kolvar, near the terminal",
                "Port Monitor",
            ),
            ("2018-06-11", "2 people were killed", "mayor"),
            (
                "2018-06-12T21:00:00",
                "Certs will be rotated by 21:00 today",
                "Port Monitor",
            ),
            ("2018-06-13T18:05:00", "Berth 9 is closed", "Port Monitor"),
            ("2018-06-13", "A crane fell", "Port Monitor"),
        ],
    ),
    (
        "a single post",
        POST,
        [("2018-06-11T18:44:10", "ada: Our windows are gone", "ada")],
    ),
    (
        "thread",
        THREAD,
        [
            ("2030-10-22", "The Selma turned back", "kay77"),
            ("2030-10-22", "Two tugs arrived", "Pier_9"),
        ],
    ),
    (
        "posts",
        POSTS,
        [
            (
                "2031-03-03",
                "The tanker Selma has run aground off Point Lorne",
                "harbour",
            ),
            ("2031-03-05", "Beaches will be closed", "mayor"),
            ("2031-03-04T06:30:00", "A tug arrived", "mayor"),
        ],
    ),
    (
        "chat",
        CHAT,
        [
            ("2032-02-14", "They moved the pumps", "Ada Brenn"),
            ("2032-02-15", "The school was closed", "Oren"),
            ("2032-02-15T06:48:00", "Police have blocked Mill Street", "Oren"),
        ],
    ),
    (
        "interview",
        TALK,
        [
            ("2026-05-18", "Interview with Josef Marek recorded", None),
            ("1981-11-07", "Josef Marek: We heard a bang", "Josef Marek"),
            ("1981-11-07", "The police arrested Pavel Horn", "Josef Marek"),
            ("1982-01", "The police closed the mine", "Josef Marek"),
        ],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_who_speaks_says_so(
    tmp_path: Path, text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    events = build([str(tmp_path)], Options()).events
    told = [mention for ranked in events for mention in ranked.event.mentions]
    told.sort(key=lambda mention: mention.span.start)
    assert [(m.time.edtf, m.headline, m.reporter) for m in told] == expected


def test_lines_with_a_colon_are_no_conversation() -> None:
    text = "Shelter: 1,200 tents.\nWater: three sites.\nHealth: two clinics.\nFood: none.\n"
    assert turns(text, (), ()) == ()


def test_speakers_lose_their_seats() -> None:
    text = "The Minister (Mr Valk): No.\n\nAda Brenn (Lund): Why?\n\nMr Valk: No.\n\n"
    text += "Ada Brenn: When?\n\nMr Valk: Now.\n"
    names = [turn.name for turn in turns(text, (), ())]
    assert names == ["Mr Valk", "Ada Brenn", "Mr Valk", "Ada Brenn", "Mr Valk"]


def test_who_sent_a_mail_that_is_pasted() -> None:
    text = (
        "From: Ada Brenn <ada@lund.example>\nSent: Sunday, May 4, 2031 7:48 PM\n"
        "Subject: water\n\nThe roof leaks.\n\n"
        "From: office@lund.example\nSent: Thursday, May 1, 2031 10:05 AM\n\nWelcome.\n"
    )
    dates = [
        Span(text.index(d), text.index(d) + len(d))
        for d in ("Sunday, May 4, 2031 7:48 PM", "Thursday, May 1, 2031 10:05 AM")
    ]
    assert [turn.name for turn in turns(text, dates, ())] == [
        "Ada Brenn",
        "office@lund.example",
    ]
