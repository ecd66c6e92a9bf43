"""Things intended of which each has its day: "plans to shut it in May and to sell it in June"."""

from timeline.extract.draft import Draft, is_point
from timeline.extract.reading import Clause, Reading
from timeline.extract.verbs import Tense

_JOINS = frozenset((",", ";", "and", "or", "then"))


def next_aim(reading: Reading, draft: Draft, clause: Clause) -> int:
    """Where in a clause the next one begins, whose day is another; else one past all words."""
    end, words = len(reading.words), reading.words
    if draft.point is None or len(reading.timexes) < 2:
        return end
    place = draft.point[0]
    aims = [g for g in reading.groups if g.tense is Tense.INFINITIVE]
    led = clause.group is not None and clause.group.tense is Tense.FUTURE
    led = led or any(g.first < place.first for g in aims)
    if not led or not clause.holds(place.first):
        return end
    following = next((g for g in aims if g.first >= place.last), None)
    if following is None or not clause.holds(following.first):
        return end
    between = range(place.last, following.first)
    if not between or any(words[n].low not in _JOINS for n in between):
        return end
    own = [place, *(other[0] for other in draft.others)]
    dated = any(
        is_point(timex) and other not in own and clause.holds(other.first)
        for other, timex in reading.timexes_from(following.last)
    )
    return place.last if dated else end
