import pytest

from timeline.extract.quantities import quantities
from timeline.extract.reading import Range, read
from timeline.lang.cues import cues
from timeline.model import Kind, Span, Timex

TABLE = [
    (
        "Police arrested more than 4,000 people.",
        ["arrested 4000 min more than 4,000 people"],
    ),
    (
        "More than 4,000 people were arrested.",
        ["arrested 4000 min More than 4,000 people were arrested"],
    ),
    (
        "Over 3 thousand people ended up in handcuffs.",
        ["arrested 3000 min Over 3 thousand people ended up in handcuffs"],
    ),
    (
        "At least 12 people were killed and 30 injured.",
        ["killed 12 min At least 12 people were killed", "injured 30 - 30 injured"],
    ),
    (
        "Another 18 victims and 748 injured.",
        ["killed 18 - 18 victims", "injured 748 - 748 injured"],
    ),
    ("Dozens of people died.", ["killed 24 min Dozens of people died"]),
    ("There were several dozen deaths.", ["killed 24 about several dozen deaths"]),
    (
        "Up to 2,500 Varenian soldiers arrived.",
        ["troops 2500 max Up to 2,500 Varenian soldiers"],
    ),
    (
        "Two soldiers killed three rebels.",
        ["troops 2 - Two soldiers", "killed 3 - three rebels"],
    ),
    ("It cost $5.2 million.", ["money 5200000 - $5.2 million"]),
    ("It cost 40 million euros.", ["money 40000000 - 40 million euros"]),
    (
        "Prices rose by 12 percent and 3.5%.",
        ["percent 12 - 12 percent", "percent 3.5 - 3.5%"],
    ),
    ("Twenty-one boats sank.", ["boat 21 - Twenty-one boats"]),
    (
        "More than a thousand people marched.",
        ["peopl 1000 min More than a thousand people"],
    ),
    ("Valk, 81, led for 30 years.", []),
    ("The 15-year-old boy, aged 15, left in 2019.", []),
    ("Gate 3 of the dam and Flight 370 failed.", []),
    ("The crest is 1,960 metres long.", []),
    ("Article 190 of the Code applies.", []),
    ("It was printed at 08.51 BST.", []),
    ("About 0.5 percent voted.", ["percent 0.5 about About 0.5 percent"]),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_quantities(text: str, expected: list[str]) -> None:
    english = cues("en")
    reading = read(text, Span(0, len(text)), (), english)

    found = quantities(reading, Range(0, len(reading.words)), english)

    assert expected == [
        f"{q.slot} {q.value:.12g} {q.bound or '-'} {q.text}" for q in found
    ]
    assert all(q.text in text for q in found)


def test_dates_are_no_quantities() -> None:
    text = "On 12 March they met."
    english = cues("en")
    day = Timex(Span(3, 11), Kind.DATE, "XXXX-03-12", "test")
    reading = read(text, Span(0, len(text)), (day,), english)

    assert quantities(reading, Range(0, len(reading.words)), english) == ()
