"""Minutes: what a meeting decided and who did what there is of its day.

"The accounts were adopted. It was resolved to sell the mill. Ms Orr voted against."
"""

import re

from timeline.extract.actions import verb_class
from timeline.extract.draft import Draft, grouped
from timeline.extract.reading import Reading, Role
from timeline.extract.verbs import DONE, Group
from timeline.lang.cues import Cues

_HEAD = 400
"""Characters in which the heading of minutes stands."""

_MINUTES = re.compile(
    r"^[ \t#*_]*(?:(?i:title):[ \t]*)?(?:(?:[A-Z][\w'’.-]*|of|the) ){0,4}(?:Minutes|MINUTES)\b"
    r"(?! (?:after|before|later|ago|of (?:panic|silence)))",
    re.MULTILINE,
)


_HEADING = re.compile(r"[\s#*_]*(?:[\w'’-]+[^\S\n]+){0,1}[\w'’-]+(?:[^\S\n]+[\w'’-]+)?")
"""The first words of a line: "Gemeinderat Lund Protokoll"."""


def are_minutes(text: str, cues: Cues) -> bool:
    """Whether a text is headed as minutes are, in a language whose verbs are known."""
    if cues.tongue is not None:
        heads = cues.tongue.words.minutes_of
        lines = (_HEADING.match(line) for line in text[:_HEAD].lower().splitlines())
        said = (found[0].split() for found in lines if found)
        return any(
            word in heads or " ".join(words[at : at + 2]) in heads
            for words in said
            for at, word in enumerate(words)
        )
    return bool(cues.verbs) and _MINUTES.search(text, 0, _HEAD) is not None


def decided(reading: Reading, cues: Cues) -> Draft | None:
    """What was decided or done at a meeting, by a sentence without a date of its own."""
    if "?" in reading.lows:
        return None
    if _is_resolved(reading, cues):
        return Draft((), 0, len(reading.words), reading.groups[0])
    for unit in grouped(reading, cues):
        clause = reading.clauses[unit[0]]
        if clause.role is not Role.MAIN or clause.group is None:
            continue
        group = clause.group
        if not _acts(reading, clause.first, group, cues):
            return None
        last = max(reading.clauses[i].last for i in unit)
        if reading.words[group.first - 1].low == "it":
            return Draft((), group.head, len(reading.words), group)
        return Draft(unit, clause.first, last, group)
    return None


def _is_resolved(reading: Reading, cues: Cues) -> bool:
    """Whether a sentence is a resolution and no more: "Resolved that the hall be closed"."""
    group = reading.groups[0] if reading.groups else None
    opens = (
        group is not None
        and group.first == 0
        and group.base in cues.reporting.resolving
    )
    behind = reading.words[1].low if len(reading.words) > 1 else ""
    return opens and behind in ("that", "to", ":")


def _acts(reading: Reading, first: int, group: Group, cues: Cues) -> bool:
    """Whether someone who is said did something, or a decision was taken."""
    if not group.finite or group.negated or group.tense not in DONE:
        return False
    subject = [w.low for w in reading.words[first : group.first] if not w.is_mark]
    resolves = group.base in cues.reporting.resolving
    if subject[-1:] == ["it"]:
        return group.passive and resolves
    if not subject or subject[-1] in cues.grammar.empty:
        return False
    if group.base in cues.state:
        return False
    return group.passive or resolves or bool(verb_class(reading, group, cues))
