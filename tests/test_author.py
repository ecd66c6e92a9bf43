"""Who "I" is outside of quotations."""

import pytest

from timeline.extract.author import author
from timeline.lang.cues import cues
from timeline.model import Span

MAIL = """From: Oren Valk <oren@norda.example>
To: Ada Brenn

I sent it.

On Mon, Sep 13, 2021 at 5:40 PM Ada Brenn <ada@norda.example> wrote:
> I paid it.
> On Fri, Sep 10, 2021 at 11:03 AM Tova Lind wrote:
>> I called.
"""

CASES: list[tuple[str, str, str | None]] = [
    ("AFFIDAVIT OF RUTH VENN\n\n1. I left Lund.", "I left", "Ruth Venn"),
    ("I, RUTH VENN, of Lund, make oath:\n\n1. I left Lund.", "I left", "Ruth Venn"),
    ("From the diary of Orla Venn\n\n4th. I left Lund.", "I left", "Orla Venn"),
    (
        "DEPOSITION OF ORLA VENN\nTaken in Lund\n\nA. I left Lund.",
        "I left",
        "Orla Venn",
    ),
    (
        "Dear Mother,\n\nI left Lund.\n\nYour affectionate son,\nAmos Venn\n",
        "I left",
        "Amos Venn",
    ),
    ("Dear all,\n\nI left Lund.\n\nKind regards,\n\nAmos\n", "I left", "Amos"),
    (MAIL, "I sent", "Oren Valk"),
    (MAIL, "I paid", "Ada Brenn"),
    (MAIL, "I called", "Tova Lind"),
    ("The diary of a mine.\n\nI left Lund.", "I left", None),
    ("Ada Brenn wrote to the board.\n\nI left Lund.", "I left", None),
    ("> I left Lund.", "I left", None),
]


@pytest.mark.parametrize(("text", "said", "expected"), CASES)
def test_author(text: str, said: str, expected: str | None) -> None:
    at = text.index(said)
    assert author(text, Span(at, at + len(said)), cues("en")) == expected
