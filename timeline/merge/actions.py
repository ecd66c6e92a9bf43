"""Which actions can be one: classes that are related, steps of the law, what is only said."""

from itertools import product

from timeline.merge.folder import Folder
from timeline.merge.profile import SAYING, UTTERED, Profile

RELATED = (
    frozenset({"attack", "die", "explode", "injure", "kill", "shoot"}),
    frozenset({"collapse", "crash"}),
    frozenset({"destroy", "die", "flood", "kill", "quake", "storm"}),
    frozenset({"attack", "hack", "hit"}),
    frozenset({"hack", "steal"}),
    frozenset({"crash", "hit"}),
    frozenset({"flood", "hit"}),
    frozenset({"hit", "quake"}),
    frozenset({"hit", "storm"}),
    frozenset({"attack", "clash", "protest", "strike"}),
    frozenset({"burn", "destroy", "explode"}),
    frozenset({"arrest", "kidnap", "seize"}),
    frozenset({"attack", "kidnap", "seize"}),
    frozenset({"accuse", "charge"}),
    frozenset({"convict", "rule", "try"}),
    frozenset({"order", "rule"}),
    frozenset({"appoint", "propose", "ask"}),
    frozenset({"announce", "appoint", "propose"}),
    frozenset({"announce", "order", "pass", "sign"}),
    frozenset({"announce", "release"}),
    frozenset({"release", "rescue"}),
    frozenset({"dismiss", "resign", "lay_off"}),
    frozenset({"fall", "resign"}),
    frozenset({"elect", "vote", "win", "lose"}),
    frozenset({"address", "announce", "warn"}),
    frozenset({"announce", "launch", "open"}),
    frozenset({"call", "meet"}),
    frozenset({"buy", "sell", "sign"}),
    frozenset({"calm", "restore", "retake"}),
    frozenset({"ban", "close", "sanction"}),
)
"""Classes of action that can name one event: who was sacked may be said to have resigned.

Whom a van hit, or that it crashed, and who died of it are told apart: what tells of both
backs up both.
"""

_RELATED_PAIRS = frozenset(pair for group in RELATED for pair in product(group, group))

PERSONAL = frozenset(
    "appoint arraign arrest charge convict die dismiss elect resign".split()
)
"""Actions that happen to one person: to another person is another event."""

STEPS = frozenset("accuse arraign arrest charge convict release try".split())
"""Steps of the law. Whoever tells one tells what it is about as well, in the same words;
it is another event all the same."""

OFTEN = frozenset((SAYING, "visit"))
"""Actions that many do on a day, each with something else."""

SAID = 0.5
"""What it says that both tellings tell one of these, as all speak all the time."""

_SINGLE = UTTERED - {"address"}

LITTLE = 0.25
"""The same of two that only have a verb in common which names no action: be, have, do."""

STRANGE = -1.0
"""What two actions say that have nothing to do with each other."""


def action(one: Profile, other: Profile, folder: Folder) -> float:
    """1 for one class of action; less where it is only near, or also spoken of.

    `STRANGE` for two of different kinds where neither sentence speaks of the other's: who
    fled did not kill.
    """
    a, b = one.action, other.action
    if not a or not b:
        return 0.0
    if a == b:
        if one.is_light or other.is_light:
            return LITTLE
        return SAID if a in OFTEN else 1.0
    if one.concept in other.clauses or other.concept in one.clauses:
        return 0.6
    if (a, b) in _RELATED_PAIRS:
        return 0.4
    if not one.has_class or not other.has_class:
        return -0.4
    hears = one.concept in other.rest or other.concept in one.rest
    return -0.5 if hears else STRANGE


def are_said(one: Profile, other: Profile) -> bool:
    """Whether both tellings only tell what someone said."""
    return one.action == SAYING and other.action == SAYING


def are_two_utterances(one: Profile, other: Profile) -> bool:
    """Whether both are done by saying so, each in another way.

    Who announces one thing and warns of another says much in a day. A speech can be both.
    """
    a, b = one.action, other.action
    return a != b and a in _SINGLE and b in _SINGLE


def speaks_of_else(one: Profile, other: Profile) -> bool:
    """Whether one only tells what someone said, without a word of what the other did."""
    said, done = (one, other) if one.action == SAYING else (other, one)
    if said.action != SAYING or not done.has_class or done.action in UTTERED:
        return False
    return done.concept not in said.clauses and done.concept not in said.rest


def may_be_one_action(one: Profile, other: Profile) -> bool:
    """Whether the actions are not two: the same, related, or one of them not known."""
    return not (one.has_class and other.has_class) or is_one_action(one, other)


def is_one_action(one: Profile, other: Profile) -> bool:
    """Whether the actions are the same or related."""
    a, b = one.action, other.action
    return a == b or (a, b) in _RELATED_PAIRS


def is_known_action(one: Profile, other: Profile) -> bool:
    """Whether both actions are known, and the same or related."""
    return one.has_class and other.has_class and is_one_action(one, other)


def is_step_of_law(one: Profile, other: Profile) -> bool:
    """To be charged with a killing is not to kill, nor to be arrested for it.

    Nor is it to mourn, where neither telling speaks of what the other tells.
    """
    if one.action not in STEPS and other.action not in STEPS:
        return False
    if one.has_class and other.has_class:
        return not is_one_action(one, other)
    step, plain = (one, other) if one.has_class else (other, one)
    return step.concept not in plain.clauses and step.concept not in plain.rest
