import pytest

from timeline.extract.junk import body, sort
from timeline.lang.cues import cues
from timeline.text.sentences import sentences

TABLE = [
    ("The dam broke. He left.", ["prose", "prose"]),
    ("A Quiet Night\n\nThe dam broke.", ["heading", "prose"]),
    ("Read Mode\n5 min read\n\nThe dam broke.", ["junk", "junk", "prose"]),
    (
        "The dam broke.\n\nRead more:\n\nMayor held\n\nFire at mill\n\nHe left.",
        ["prose", "junk", "junk", "junk", "prose"],
    ),
    ("- one\n- two", ["item", "item"]),
    ("14:05 alarm raised\n14:20 all clear", ["item", "item"]),
    ("Who owns the river?\n\nNobody does.", ["heading", "prose"]),
    ("https://example.org/a\n\nThe dam broke.", ["junk", "prose"]),
    (
        "This article misstated the name of the mayor. He left.",
        ["junk", "prose"],
    ),
    (
        "The dam broke. At 7:05 pm on 2 May 2031, Ann wrote: It did. I saw it."
        " At 7:15 pm on 2 May 2031, Jo wrote: So did I. At 9:05 am on 3 May 2031, Ann wrote: Good."
        " Nobody was hurt.",
        ["prose", "junk", "junk", "junk", "junk", "junk"],
    ),
    (
        "The dam broke. At 7:05 pm on 2 May 2031, Ann wrote: It did. Nobody was hurt.",
        ["prose", "junk", "prose"],
    ),
    ("The dam broke. Graphic: Ann Lee, 3 May 2031", ["prose", "junk"]),
    (
        "The dam broke.\n\nSource: Telpress\nSources fear more.",
        ["prose", "junk", "prose"],
    ),
    ("This article of the treaty was changed in May.", ["prose"]),
    ("We use cookies to improve the site.\n\nThe dam broke.", ["junk", "prose"]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_shapes(text: str, expected: list[str]) -> None:
    found = sort(text, sentences(text), cues("en"))

    assert expected == [sentence.shape.value for sentence in found]


BODIES = [
    ("1. The tenant paid.", "The tenant paid."),
    ("TORVIK, May 3 (Telpress) — The dam broke.", "The dam broke."),
    ("Torvik (Telpress) – The dam broke.", "The dam broke."),
    ("TORVIK — The dam broke.", "The dam broke."),
    ("14:05 – alarm raised", "14:05 – alarm raised"),
    ("Valk – the mayor – left.", "Valk – the mayor – left."),
    ("21:01 UK The dam broke.", "The dam broke."),
    (
        "Reporters of the newspaper The Harbour Post met the mayor of Torvik in the hall.",
        "Reporters of the newspaper The Harbour Post met the mayor of Torvik in the hall.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BODIES, ids=[row[0] for row in BODIES])
def test_body_without_marker_and_dateline(text: str, expected: str) -> None:
    sentence = sort(text, sentences(text), cues("en"))[0]

    span = body(text, sentence, cues("en"))

    assert expected == text[span.start : span.end]
