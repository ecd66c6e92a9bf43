"""Steps of the law: each is an event of its own."""

import pytest
from conftest import mention
from test_merge import tellings

from timeline.merge import vetoes
from timeline.merge.folder import prepare
from timeline.merge.names import learn

STEPS = [
    ("charge", "kill", True),
    ("arrest", "charge", True),
    ("arraign", "charge", True),
    ("accuse", "charge", False),
    ("charge", "say", False),
    ("shoot", "kill", False),
]


@pytest.mark.parametrize(("action", "other", "are_two"), STEPS)
def test_a_step_of_the_law_is_not_what_it_is_about(
    action: str, other: str, are_two: bool
) -> None:
    text = "A clerk was charged on Tuesday with killing a guard"
    told = [mention(text, "2031-05-06", "a", action=action)]
    told += [mention(text, "2031-05-06", "b", action=other)]
    found = prepare(tellings(*told), learn(told))

    assert ("law" in vetoes.vetoes(*found.profiles, 1.0, found)) is are_two


BESIDE = [
    ("Guards were coping on Tuesday with the death of a guard", "cop", True),
    ("A clerk faces a charge of killing a guard", "fac", False),
]


@pytest.mark.parametrize(("text", "action", "are_two"), BESIDE)
def test_a_step_of_the_law_is_nothing_that_does_not_speak_of_it(
    text: str, action: str, are_two: bool
) -> None:
    step = "A clerk was charged on Tuesday with killing a guard"
    told = [
        mention(step, "2031-05-06", "a", action="charge"),
        mention(text, "2031-05-06", "b", action=action),
    ]
    found = prepare(tellings(*told), learn(told))

    assert ("law" in vetoes.vetoes(*found.profiles, 1.0, found)) is are_two
