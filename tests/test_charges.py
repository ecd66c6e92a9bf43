"""What a paper of a court charges someone with is alleged, by who brings the charge."""

from pathlib import Path

from timeline.build import build
from timeline.extract.charges import charge
from timeline.lang.cues import cues
from timeline.options import Options

COMPLAINT = """SUPERIOR COURT OF NORDA

Plaintiff ORVIK LTD, by its attorneys, alleges as follows:

1. On or about March 3, 2018, defendant Halden Corp. signed the lease.

2. Beginning on May 1, 2018 and continuing through June 30, 2018, Halden paid no rent.

3. The hearing will be held on July 2, 2030.
"""


def test_what_is_charged_is_alleged(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(COMPLAINT, encoding="utf-8")
    events = build([str(tmp_path)], Options()).events
    told = [mention for ranked in events for mention in ranked.event.mentions]
    assert [
        (m.time.edtf, str(m.status), m.headline, m.reporter)
        for m in sorted(told, key=lambda m: m.span.start)
    ] == [
        (
            "2018-03-03~",
            "alleged",
            "Defendant Halden Corp. signed the lease",
            "Plaintiff ORVIK LTD",
        ),
        (
            "2018-05-01/2018-06-30",
            "alleged",
            "Halden paid no rent",
            "Plaintiff ORVIK LTD",
        ),
        ("2030-07-02", "planned", "The hearing will be held", None),
    ]


def test_news_of_a_charge_brings_none() -> None:
    words = cues("en")
    assert charge("The Grand Jury charges:\n\n1. He fled.", words) is not None
    assert charge("The grand jury charges that he fled: he denies it.", words) is None
    assert charge("A report alleges the following:\n\nHe fled.", words) is None
