"""Verb groups: each row shows the groups as "words/base/tense", passive and negated marked."""

import pytest

from timeline.extract.tagger import groups
from timeline.extract.verbs import Group
from timeline.lang.cues import cues
from timeline.model import Span
from timeline.text.words import words

TABLE = [
    ("Police arrested him.", ["arrested/arrest/past"]),
    ("Valk has not been seen.", ["has not been seen/see/perfect/passive/negated"]),
    ("They hadn't left.", ["had n't left/leave/pluperfect/negated"]),
    ("It will be opened.", ["will be opened/open/future/passive"]),
    ("He could have gone.", ["could have gone/go/modal"]),
    ("She is to visit Lund.", ["is to visit/visit/future"]),
    ("He has to answer.", ["has to answer/answer/modal"]),
    ("They are fighting.", ["are fighting/fight/progressive"]),
    ("He was “arrested” there.", ["was “ arrested/arrest/past/passive"]),
    ("The wall may be high.", ["may be/be/modal"]),
    ("In May they met.", ["met/meet/past"]),
    (
        "Valk, accused of fraud, was freed.",
        ["accused/accuse/participle", "was freed/free/past/passive"],
    ),
    ("Valk, the minister, resigned on Monday.", ["resigned/resign/past"]),
    ("Troops led by Dorn fired.", ["led/lead/participle", "fired/fire/past"]),
    (
        "The protests, sparked by hunger, spread.",
        ["sparked/spark/participle", "spread/spread/past"],
    ),
    ("He never resigned.", ["resigned/resign/past/negated"]),
    ("The president orders the arrest.", ["orders/order/present"]),
    ("He refused to leave.", ["refused/refuse/past", "to leave/leave/infinitive"]),
    ("Three wounded soldiers returned.", ["returned/return/past"]),
    ("The planned strike began.", ["began/begin/past"]),
    ("Kazakh forces, armed, waited.", ["armed/arm/participle", "waited/wait/past"]),
    (
        "An accord signed in Lund was broken.",
        ["signed/sign/participle", "was broken/break/past/passive"],
    ),
    ("748 injured", ["injured/injure/participle"]),
    ("Valk Rose to Ford", []),
]


def _shown(text: str, group: Group) -> str:
    tokens = words(text, Span(0, len(text)))
    said = " ".join(w.text for w in tokens[group.first : group.last])
    marks = "/passive" * group.passive + "/negated" * group.negated
    return f"{said}/{group.base}/{group.tense.value}{marks}"


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_verb_groups(text: str, expected: list[str]) -> None:
    found = groups(words(text, Span(0, len(text))), cues("en"))

    assert expected == [_shown(text, group) for group in found]


def test_no_verbs_are_known_in_other_languages() -> None:
    text = "El presidente dimitió el lunes."

    assert groups(words(text, Span(0, len(text))), cues("es")) == []
