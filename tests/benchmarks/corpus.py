"""Invented news in any number, the same every time, to measure with.

    python tests/benchmarks/corpus.py COUNT FILE.jsonl

A thousand articles tell of one month of some crises; more articles, of more months. Each
is of some 4,000 characters: a dateline, today's news with its weekday or date, what went
before with full dates, and much that has no date. Every event is told by several outlets
in other words. People, places and bodies are made of syllables, a new set each month.
"""

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2011, 3, 1)
PER_DAY = 33
SENTENCES = 24

_ONSETS = "b br c d dr f g gr h j k l m n p pr r s st t tr v w z".split()
_VOWELS = "a e i o u ai ea ou".split()
_CODAS = "l m n nd r rn s sk t th v x".split()
_FIRST = "Anna Boris Clara Davit Elsa Farid Greta Hugo Ines Jonas Karin Lev Mona Nils".split()
_OUTLETS = "Courier Herald Mirror Observer Tribune Wire Gazette Monitor".split()
_BODIES = (
    "the ministry of health|the port authority|the central bank|the water board|"
    "the coast guard|the electoral commission|the supreme court|the rail union"
).split("|")
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

_EVENTS = (
    "{who} resigned as head of {body} in {where}",
    "police arrested {n} people at a {thing} in {where}",
    "an explosion at a {thing} in {where} killed {n} people",
    "{body} closed the {thing} in {where}",
    "{who} signed an agreement on the {thing} with {body}",
    "{n} workers went on strike at the {thing} in {where}",
    "a court in {where} sentenced {who} to {n} months in prison",
    "soldiers seized the {thing} in {where}",
    "{who} was elected to lead {body} by {n} votes",
    "floods destroyed {n} houses near the {thing} in {where}",
)
_THINGS = (
    "refinery harbour stadium bridge hospital airport dam mine market prison embassy "
    "station factory reservoir university laboratory"
).split()
_FILLERS = (
    "Residents of {where} describe long queues and little news from {body}.",
    "“Nobody told us anything about the {thing},” said {who}, who lives near {where}.",
    "The price of {goods} is a burden for families, and {body} offers no remedy.",
    "{who} declined to comment on the {thing}.",
    "Analysts see the {thing} as a test of how {body} handles pressure.",
    "The road between {where} and the {thing} remains difficult for {goods} lorries.",
    "Critics of {body} point to years of neglect and poor {goods} supplies.",
    "According to {who}, the {thing} needs more staff, more money and better {goods}.",
    "Opinion in {where} is divided over what {body} should do about the {thing}.",
    "It is a quiet place, known for its {goods} and for the old {thing} by the river.",
)
_GOODS = (
    "bread copper cotton diesel fish flour grain milk paper rice salt steel".split()
)


class _Month:
    """The names and the events of one month."""

    def __init__(self, number: int) -> None:
        self.dice = random.Random(f"month {number}")
        self.where = [self._name() for _ in range(12)]
        self.who = [f"{self.dice.choice(_FIRST)} {self._name()}" for _ in range(24)]
        self.events = [
            (FIRST_DAY + timedelta(days=30 * number + day), self.filled(event))
            for day in range(-20, 30)
            for event in self.dice.sample(_EVENTS, 3)
        ]

    def filled(self, template: str) -> str:
        dice = self.dice
        return template.format(
            who=dice.choice(self.who),
            where=dice.choice(self.where),
            body=dice.choice(_BODIES),
            thing=dice.choice(_THINGS),
            goods=dice.choice(_GOODS),
            n=dice.randint(2, 400),
        )

    def _name(self) -> str:
        parts = (
            self.dice.choice(_ONSETS)
            + self.dice.choice(_VOWELS)
            + self.dice.choice(_CODAS)
            for _ in range(2)
        )
        return "".join(parts).capitalize()


def articles(count: int) -> Iterator[dict[str, str]]:
    """So many records, in order of their day."""
    month = _Month(0)
    for number in range(count):
        offset = number // PER_DAY
        if offset % 30 == 0 and number % PER_DAY == 0:
            month = _Month(offset // 30)
        yield _article(number, FIRST_DAY + timedelta(days=offset), month)


def _article(number: int, day: date, month: _Month) -> dict[str, str]:
    dice = random.Random(f"article {number}")
    past = [event for event in month.events if event[0] <= day]
    recent = [event for event in past if (day - event[0]).days <= 6] or past[-3:]
    told = dice.sample(recent, min(2, len(recent)))
    told += dice.sample(past, min(2, len(past)))
    sentences = [_dated(event, day, dice) for event in dict.fromkeys(told)]
    for _ in range(SENTENCES - len(sentences)):
        at = dice.randint(0, len(sentences))
        one, other = dice.sample(_FILLERS, 2)
        sentences.insert(at, f"{month.filled(one)[:-1]}; {month.filled(other)}")
    paragraphs = (" ".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))
    place = dice.choice(month.where).upper()
    return {
        "id": f"n{number:06}",
        "date": day.isoformat(),
        "publisher": f"The {dice.choice(_OUTLETS)}",
        "text": f"{place}, {day:%B} {day.day} – " + "\n\n".join(paragraphs) + "\n",
    }


def _dated(event: tuple[date, str], today: date, dice: random.Random) -> str:
    """The event in a sentence, its day said as news says it."""
    day, text = event
    ago = (today - day).days
    spelled = f"{day.day} {day:%B}"
    when = {0: "today", 1: "yesterday"}.get(ago, f"on {_WEEKDAYS[day.weekday()]}")
    if ago > 6:
        when = f"on {spelled} {day.year}" if dice.random() < 0.5 else f"on {spelled}"
    first = text[0].upper() + text[1:]
    forms = (
        f"{first} {when}.",
        f"{first} {when}, officials said.",
        f"{when.capitalize()}, {text}.",
        f"{first} {when}, according to a statement that was read on local radio.",
    )
    return dice.choice(forms)


def write(count: int, path: Path) -> None:
    """So many articles as JSON lines."""
    with path.open("w", encoding="utf-8") as file:
        for article in articles(count):
            file.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
