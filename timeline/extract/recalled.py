"""Dates of what someone looks back on: "he recalled seeing the note | in March"."""

from timeline.extract.reading import Range, Reading
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues


def is_of_recalled(reading: Reading, place: Range, cues: Cues) -> bool:
    """Whether a date behind "recalled seeing" is that of the seeing, and of no recalling.

    Where another verb stands between, it is that one's.
    """
    before = reading.groups_before(place.first)[-2:]
    if len(before) < 2:
        return False
    recalls, deed = before
    adjoins = recalls.last == deed.first and deed.tense is Tense.GERUND
    return adjoins and recalls.finite and recalls.base in cues.time.recalling
