"""The list of a life: posts without verbs, by years, of the one who is named above."""

from pathlib import Path

from timeline.build import build
from timeline.extract.author import whose_life
from timeline.lang.cues import cues
from timeline.options import Options

VITAE = """CURRICULUM VITAE

Dr. Ada Brenn
Born 12 April 1971 in Lund

EXPERIENCE
2015 – present   Director, Institute of Hydrology, Lund
2009–2015   Senior Engineer, Orvik Dams Ltd, Torvik
Sept 1999 – Dec 2003: Research assistant, University of Lund
03/2017 – 06/2020  Member of the board, Kestrel plc

EDUCATION
1999  PhD, University of Lund
"""


def test_posts_are_of_the_one_named_above(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(VITAE, encoding="utf-8")
    events = build([str(tmp_path)], Options()).events
    assert [(r.event.time.edtf, r.event.headline) for r in events] == [
        ("1971-04-12", "Ada Brenn: Born in Lund"),
        ("1999", "Ada Brenn: PhD, University of Lund"),
        ("1999-09/2003-12", "Ada Brenn: Research assistant, University of Lund"),
        ("2009/2015", "Ada Brenn: Senior Engineer, Orvik Dams Ltd, Torvik"),
        ("2015", "Ada Brenn: Director, Institute of Hydrology, Lund"),
        ("2017-03/2020-06", "Ada Brenn: Member of the board, Kestrel plc"),
    ]


def test_other_texts_are_of_nobody() -> None:
    pattern = cues("en").reporting.vitae.pattern
    assert whose_life("CV of Ada Brenn\n\n2009 Engineer\n", pattern) == "Ada Brenn"
    assert whose_life("She sent her CV to Ada Brenn.\n", pattern) is None
    assert whose_life("Minutes\n\nAda Brenn\n", pattern) is None
