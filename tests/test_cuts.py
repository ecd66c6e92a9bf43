"""A sentence that breaks off, or has a mark too many, costs nothing but itself.

Lines cut in a scan, a reader's slip, a table's cell: what grammar expects is not there.
"""

from hypothesis import given, settings
from hypothesis import strategies as st
from test_extract_dates import TABLE
from test_tongues import CASES

from timeline.build import build
from timeline.options import Options

_SENTENCES = [("en", text) for text, _ in TABLE] + [case[:2] for case in CASES]
_ENDS = ["", ",", " and", " (", '"', " —", ";", ":", ", but", " the", " was", " ’s"]
_ODD = [",", "and", "(", ")", '"', "—", "that", "who", "which,", "but", ";", "of"]
_AFTER = "\n\n2031-05-08 14:05 The dam broke.\n"


@given(st.sampled_from(_SENTENCES), st.data())
@settings(max_examples=400, derandomize=True)
def test_a_cut_costs_no_other_line(case: tuple[str, str], data: st.DataObject) -> None:
    language, text = case
    words = text.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    odd = data.draw(st.lists(st.sampled_from(_ODD), max_size=1))
    place = data.draw(st.integers(first, last))
    kept = words[first:place] + odd + words[place:last]
    said = " ".join(kept) + data.draw(st.sampled_from(_ENDS)) + _AFTER

    options = Options(doc_date="2031-05-09", language=language)
    timeline = build(["-"], options, stdin=said.encode())

    assert [p.message for p in timeline.problems if not p.is_note] == []
    assert "2031-05-08T14:05:00" in {r.event.time.edtf for r in timeline.events}
