"""Whether a verb allows the date that stands beside it."""

from timeline.extract.draft import Draft, Point
from timeline.extract.plain import bounded
from timeline.extract.plain.dates import LATELY, leads_to
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group, Tense
from timeline.lang.tongues import Tongue
from timeline.model import Anchor, Basis, TimeValue


def fits(reading: Reading, draft: Draft, dct: TimeValue | None, tongue: Tongue) -> bool:
    """Whether a verb allows the date: nothing will happen yesterday, or was called for it."""
    assert draft.point is not None
    group, timex, small = draft.group, draft.point[1], tongue.words
    time = timex.time
    if group is None:
        return True
    first = bounded.past_articles(reading, draft.point, tongue)
    before = reading.words[first - 1].low if first else ""
    moves = group.base in tongue.voices.moves
    lifts = moves or tongue.classes.get(group.base) == "lift"
    if lifts and before in small.of and not timex.parts:
        return False  # "La reunión del viernes se ha aplazado"
    if time is None or dct is None:
        return True
    over = time.end <= dct.start
    if bounded.is_of_infinitive(reading, draft.point, tongue) and group.done:
        return not over and bounded.is_task(group, tongue)  # "Er kam, um am Montag"
    if not over:
        return True
    meant = leads_to(reading, draft.point, group, tongue) or before in small.purposes
    in_story = timex.basis is Basis.EXPLICIT and time.end < dct.start - LATELY
    if group.tense is Tense.FUTURE and in_story:
        return True  # "La ville sera assiégée en 1636"
    told = group.head > group.first
    said = told and reading.words[group.first].low in tongue.helpers.hearsay
    ahead = (group.tense is Tense.FUTURE and not said) or group.modal == "must"
    plans = group.base in tongue.voices.plans
    of_noun = before in small.of and not draft.point[1].parts
    if of_noun and group.tense is Tense.PRESENT and not plans:
        return False  # "Die Klägerin begehrt Ersatz aus einem Unfall vom 4. Mai 2019"
    if _tells_now(group, draft.point, dct, tongue):
        return False  # "El informe analiza la sentada en diciembre"
    return not ahead and (not meant or plans)


def _tells_now(group: Group, point: Point, dct: TimeValue, tongue: Tongue) -> bool:
    """Whether a verb tells how things are, for which no time before the report counts."""
    place, timex = point
    if tongue.is_verb_last or group.tense is not Tense.PRESENT:
        return False
    if group.base in tongue.classes or group.base in tongue.voices.plans:
        return False
    today = timex.time is not None and timex.time.start >= dct.start
    if today:
        return group.passive  # "Oggi il ministro è impegnato in un programma"
    counted = timex.basis is Basis.RELATIVE and timex.anchor is Anchor.DCT
    return counted and place.first > group.head and not group.passive
