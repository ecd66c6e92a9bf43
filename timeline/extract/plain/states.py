"""What only says how things stand: "der Zug ist am Montag pünktlich", "je ne suis pas là"."""

from timeline.extract.draft import Draft
from timeline.extract.plain import bounded, clauses
from timeline.extract.plain.words import GUESSED, lows, participle
from timeline.extract.reading import Reading
from timeline.extract.verbs import Group
from timeline.lang.cues import Cues
from timeline.lang.tongues import Tongue

_NOUN = 4
"""Letters of the shortest noun that another ends in."""


def only_stands(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether a form of "to be" in the present is all the verb of a draft.

    What happens can be said so as well: "die Beerdigung ist am Freitag".
    """
    group, tongue = draft.group, cues.tongue
    assert tongue is not None
    if group is not None and _is_open_weekly(reading, draft, group, tongue):
        return True
    if group is None or group.head != group.first or group.modal:
        return False
    begins = tongue.words.begins
    if draft.point and bounded.is_led(reading, draft.point, begins, tongue):
        return False  # "Vanaf maandag is de brug dicht"
    words = reading.words
    low = lows(words, tongue).tails
    if low[group.head] not in tongue.helpers.stands:
        return False
    index = clauses.holding(reading.clauses, group.head)
    if index < 0:
        return False
    own = reading.clauses[index]
    places = [at for part in own.ranges for at in range(part.first, part.last)]
    ahead = [at for at in places if at < group.head and at not in reading.dated_words]
    behind = [at for at in places if at > group.head and at not in reading.dated_words]
    if any(participle(low[at], tongue) and words[at].text.islower() for at in behind):
        return False
    last = next((at for at in reversed(behind) if not words[at].is_mark), group.head)
    closes = tongue.is_verb_last and low[last].endswith(tongue.guess.closing)
    if (
        closes
        and words[last].text.islower()
        and len(low[last]) >= GUESSED
        and (low[last].startswith(tongue.guess.opening) or "ge" in low[last])
    ):
        return False  # an unlisted participle
    named = any(_is_event(low[at], cues) for at in ahead)
    when = all(
        low[at] in tongue.words.before_date or words[at].is_mark for at in behind
    )
    return not (named and when)


def _is_open_weekly(
    reading: Reading, draft: Draft, group: Group, tongue: Tongue
) -> bool:
    """Whether something stands so from one weekday to another: "ist von Mo bis Fr geöffnet"."""
    timex = draft.point[1] if draft.point else None
    if timex is None or not timex.parts or timex.rule != "locale-weekday":
        return False
    low = lows(reading.words, tongue)
    before = {low.heads[group.first], *low.tails[max(0, group.first - 1) : group.first]}
    stands = low.tails[group.first] in tongue.helpers.stands
    stands = stands and tongue.helpers.been.isdisjoint(low.tails)
    going = group.base in tongue.voices.going
    return stands and not going and before.isdisjoint(tongue.helpers.reflexive)


def _is_event(low: str, cues: Cues) -> bool:
    """Whether a noun is what happens, or ends in one: "Baubeginn"."""
    assert cues.tongue is not None
    ends = (low[at:] for at in range(1, len(low) - _NOUN + 1))
    joined = cues.tongue.is_verb_last and any(end in cues.tongue.nouns for end in ends)
    return low in cues.tongue.nouns or joined
