"""Where the phrase of a noun begins and ends: "a | small dam of the 1920s in Lund |"."""

from collections.abc import Sequence

from timeline.extract.draft import is_dated
from timeline.extract.reading import Reading
from timeline.extract.verbs import Tense
from timeline.lang.cues import Cues
from timeline.text.words import Word

REACH = 8
"""Words between an event noun and the date that belongs to it, at most."""


def phrase_start(reading: Reading, noun: int, cues: Cues) -> int:
    """The first word of the noun phrase that ends in `noun`."""
    position = noun
    grammar = cues.grammar
    while position > 0:
        before = reading.words[position - 1]
        if before.is_mark and before.low not in "\"“”'’‘-$€£¥":
            break
        if before.low in grammar.prepositions or before.low in grammar.coordinators:
            break
        if before.low in grammar.subordinators or before.low in cues.time.bounds:
            break
        if before.low in grammar.asking or _is_other_date(reading, position, noun):
            break
        opens = before.low == "that" and position <= noun
        told = opens and any(
            g.finite and g.last == position - 1 for g in reading.groups
        )
        if opens and (told or reading.words[position].low in grammar.determiners):
            break  # "Said that | a body found on Friday was hers"
        if any(
            (g.finite or g.tense in (Tense.INFINITIVE, Tense.GERUND))
            and g.first <= position - 1 < g.last
            for g in reading.groups
        ):
            break
        position -= 1
    leads = position and position + 1 < noun and reading.words[position - 1].low == "to"
    if leads and reading.words[position + 1].low in grammar.nominal:
        return position + 1  # "To screen | the film shown on Friday"
    return position


def _is_other_date(reading: Reading, position: int, noun: int) -> bool:
    """Whether a date ends here that does not describe the noun: "on Monday | a man"."""
    articles = reading.cues.grammar.articles
    opens = reading.words[position].low in articles and position < noun
    return opens and is_dated(reading, reading.words[position - 1].start)


def phrase_end(reading: Reading, noun: int, cues: Cues) -> int:
    """Behind the noun and an "of …" or "in …" that describes it."""
    position, words, skipped = noun + 1, reading.words, 0
    if position >= len(words) or words[position].low not in cues.grammar.prepositions:
        return position
    while position < len(words) and position - noun - skipped <= REACH:
        word = words[position]
        titled = word.low == "." and words[position - 1].low in cues.names.titles
        if past := _past_land(words, position, cues):
            position, skipped = past, past - position
            continue
        if word.is_mark and not titled:
            break
        acts = (g for g in reading.groups if g.first == position)
        if any(g.finite or g.tense is Tense.INFINITIVE for g in acts):
            break
        if _joins_adjectives(reading, position, cues):
            position += 2
            continue
        if word.low in cues.openers or word.low in cues.time.bounds:
            break
        position += 1
    return _past_head(reading, position, cues) if position - noun > REACH else position


def _joins_adjectives(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether "and" stands in "of 12 rich | and | poor nations", with the noun behind both."""
    around = reading.words[position - 1 : position + 3]
    if len(around) < 4 or around[1].low not in ("and", "or"):
        return False
    first, _, second, noun = around
    small = cues.grammar.nominal | cues.grammar.prepositions | cues.openers
    plain = all(w.text.islower() and w.low.isalpha() for w in (first, second, noun))
    plain = plain and not any(w.low in small for w in (first, second, noun))
    verb = any(g.first in (position + 1, position + 2) for g in reading.groups)
    return plain and not verb and not first.low.endswith("s")


def _past_head(reading: Reading, position: int, cues: Cues) -> int:
    """Behind the noun for which "in the small northern | city of Lund" waits, and its name."""
    words, grammar = reading.words, cues.grammar
    heads = {group.first for group in reading.groups}
    small = grammar.prepositions | grammar.coordinators | grammar.adverbs | cues.openers
    while position < len(words) and position not in heads:
        word = words[position]
        if word.is_mark or word.low in small or is_dated(reading, word.start):
            break
        position += 1
    of = words[position : position + 2]
    if len(of) < 2 or of[0].low != "of" or not of[1].text[0].isupper():
        return position
    behind = range(position + 2, len(words))
    return next((n for n in behind if not words[n].text[0].isupper()), len(words))


def _past_land(words: Sequence[Word], position: int, cues: Cues) -> int:
    """Behind ", Ore.," of "the mayor of a Lund, Ore., suburb", else 0."""
    around = words[max(0, position - 2) : position + 5]
    if len(around) < 5 or around[2].low != "," or not around[3].text[0].isupper():
        return 0
    if around[0].low not in cues.grammar.articles or not around[1].text[0].isupper():
        return 0
    last = next((n for n in (4, 5) if n < len(around) and around[n].low == ","), 0)
    return position + last - 1 if last else 0
