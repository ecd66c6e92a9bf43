"""What someone denies having done: "Brenn denies killing Holm on 3 May"."""

from timeline.extract.draft import Draft
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues

_BETWEEN = 3
"""Words of a date between a verb and what is denied, at most: "on Monday"."""


def deed_denied(reading: Reading, draft: Draft, cues: Cues) -> Group | None:
    """The verb of what is denied, where what a draft tells is that someone denies it."""
    group = draft.group
    if group is None or group.base not in cues.reporting.denials:
        return None
    behind = (g for g in reading.groups if g.first >= group.last)
    deed = next(behind, None)
    if deed is None or deed.tense is not Tense.GERUND:
        return None
    return deed if deed.first <= group.last + _BETWEEN else None


def dates_deed(draft: Draft, deed: Group) -> bool:
    """Whether the date is that of what is denied: it stands behind that."""
    return draft.point is not None and draft.point[0].first >= deed.last
