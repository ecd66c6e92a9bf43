"""The sections of a table of cue words: what the words of each list do."""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

import msgspec
from msgspec import Struct

from timeline.lang.phrases import Phrases, Words, phrases, spaced

Numbers = Mapping[str, float]


class Grammar(Struct, frozen=True, dict=True):
    """Small words by what they do in a sentence."""

    particles: Words
    modals: Words
    be: Words
    have: Words
    do: Words
    beginning: Words
    negations: Words
    determiners: Words
    articles: Words
    definite: Words
    pronouns: Words
    prepositions: Words
    subordinators: Words
    conditions: Words
    contrasts: Words
    relatives: Words
    coordinators: Words
    adverbs: Words
    in_ly: Words
    between: Words
    fronting: Words
    fronted: Words
    supposing: Words
    vague_subjects: Words
    speakers: Words
    anyone: Words
    surely: Words
    weighing: Words
    nobody: Words
    several: Words
    defining: Words
    asking: Words
    generic: Words

    @cached_property
    def relative(self) -> Words:
        """Those that open a relative clause, "that" among them."""
        return self.relatives | {"that"}

    def is_manner(self, low: str) -> bool:
        """Whether a word is an adverb by its end: "quickly", not "family"."""
        return low.endswith("ly") and low not in self.in_ly

    def is_adverb(self, low: str) -> bool:
        """Whether a word is listed as an adverb, or is one by its end."""
        return low in self.adverbs or self.is_manner(low)

    @cached_property
    def joining(self) -> Words:
        """Those that join a clause to what stands before it: "and", "that"."""
        return self.coordinators | {"that"}

    @cached_property
    def opening(self) -> Words:
        """Those that open a clause of any kind."""
        return self.joining | self.relatives | self.subordinators

    @cached_property
    def vague(self) -> Words:
        """Those that say of no one in particular who it is: "he", "this", "many"."""
        return self.pronouns | self.vague_subjects

    @cached_property
    def nominal(self) -> Words:
        """Those that what acts, or what is acted on, begins with: "the", "his", "she"."""
        return self.determiners | self.pronouns

    @cached_property
    def empty(self) -> Words:
        """Those that no one is named by who acts: "I", "it", "there"."""
        return self.speakers | self.vague_subjects

    @cached_property
    def bound(self) -> Words:
        """Those that something must follow: "of", "the", "and"."""
        return self.prepositions | self.determiners | self.coordinators

    @cached_property
    def dependent(self) -> Words:
        """Those that tie a clause to another; a condition stands before it as well."""
        return self.relatives | (self.subordinators - self.conditions)

    @cached_property
    def behind_names(self) -> Words:
        """The helpers that tell of a name before them that it acts."""
        return self.be | self.have | self.modals


class Times(Struct, frozen=True):
    """Words around a date that say how it bears on the event."""

    bounds: Words
    deadlines: Words
    within_day: Words
    ongoing: Words
    lives: Words
    limits: Words
    comparisons: Words
    changing: Words
    lookback: Words
    just_past: Words
    terms: Words
    years: Words
    not_attributes: Words
    works: Words
    on_occasions: Words
    budgets: Words
    harms: Words
    leaving: Words
    disasters: Words
    spending: Words
    short: Words
    of_a_day: Words
    occasions: Words
    days: Words
    suffering: Words
    than_ever: Words
    rapid: Words
    causes: Words
    attending: Words
    taking_place: Words
    justice: Words
    sharing: Words
    outcomes: Words
    alluding: Words
    recalling: Words
    before_date: Words
    seasons: Words
    tails: Phrases
    anchors: Words
    loose: Words
    continuations: Words
    of_several: Words
    same_time: Words
    trial: Words
    sentencing: Words
    court: Words
    background: Words
    back_then: Phrases
    at_that_time: Phrases
    enduring: Words
    looking_back: Words
    in_the_end: Words
    lifelong: Words
    of_lives: Words
    of_youth: Words


class Standing(Struct, frozen=True):
    """Words of what a report tells that is no event of its day.

    `unnamed` begin a subject that is nobody in particular, `pundits` are one, `many` do but
    think; the verbs of `stances` recall where someone stands, those of `effects` how things
    are, those of `purposes` what for, those of `meanings` what one of `deeds` comes to.
    """

    unnamed: Words
    pundits: Words
    many: Words
    stances: Words
    effects: Words
    purposes: Words
    meanings: Words
    deeds: Words


class Reporting(Struct, frozen=True, dict=True):
    """Who says so: verbs, nouns and phrases."""

    verbs: Words
    bare: Words
    beliefs: Words
    thoughts: Words
    doubtful: Words
    addressed: Words
    settling: Words
    held: Words
    speaking: Words
    publishing: Words
    asking: Words
    showing: Words
    emerging: Words
    resolving: Words
    denials: Words
    nouns: Words
    papers: Words
    phrases: Phrases
    media: Phrases
    silence: Phrases
    announced: Phrases
    authored: Phrases
    closing: Phrases
    vitae: Phrases

    @cached_property
    def all_verbs(self) -> Words:
        """The verbs of those who say so, and of those who only believe it."""
        return self.verbs | self.doubtful

    @cached_property
    def asserting(self) -> Words:
        """Verbs that say that something is so, those that "that" must follow among them."""
        return self.verbs | self.showing


class Statuses(Struct, frozen=True):
    """Words that make an event planned, alleged, denied or hypothetical.

    `charging` are verbs with which someone is held to have done what a gerund tells;
    `refuting` and `proving` are those of them that say that it was not so, or that it was,
    `confessing` those that the one says who is held to have done it.
    `accusers` say in the papers of a court what they are `alleging`; `duties` and
    `binding` say that he is bound to do it.
    """

    planned: Words
    charging: Words
    refuting: Words
    proving: Words
    confessing: Words
    awaited: Words
    requests: Words
    accusers: Phrases
    alleging: Phrases
    duties: Words
    binding: Words
    falling: Words
    due: Words
    ahead: Words
    failing: Words
    shifting: Words
    alleged_words: Words
    alleged_phrases: Phrases
    refuted: Phrases
    unproven: Phrases
    keep: Words


class Naming(Struct, frozen=True):
    """Words in and around names.

    `capitals` is not empty where a capital inside a sentence stands for a name.
    """

    titles: Words
    portfolios: Words
    men: Words
    women: Words
    organisations: Words
    firms: Words
    founding: Words
    any_firm: Words
    papers: Words
    public: Words
    places: Words
    place_starts: Words
    breakers: Words
    lone: Words
    times: Words
    country_adjectives: Words
    countries: Words
    country_phrases: Phrases
    demonyms: Words
    before_places: Words
    capitals: Words
    elided: Words
    not_names: Words
    openers: Words


class Persons(Struct, frozen=True):
    """Words that tell of people without a name: "a", "one"; "-year-old".

    `lands` are those of which no adjective is made: "a New Zealand climber".
    """

    articles: Words
    old: Words
    lands: Words
    nouns: Words


class Quantities(Struct, frozen=True):
    """Number words, and what is counted."""

    decimals: Words
    numbers: Numbers
    scales: Numbers
    round: Numbers
    minimum: Phrases
    maximum: Phrases
    about: Phrases
    further: Words
    percent: Words
    people: Words
    times: Words
    currencies: Words
    skip_nouns: Words
    multiples: Words


class Headlines(Struct, frozen=True):
    """Words that no headline begins or ends with; those that a life in brackets goes without."""

    born: str
    died: str
    births: Words
    deaths: Words
    fillers: Phrases
    resuming: Words
    parenthetic: Words
    hollow: Words
    dangling: Words
    turning: Words
    stranded: Words
    governed: Words
    awaiting: Words
    clausal: Words
    incomplete: Words
    aiming: Words
    deciding: Words
    becoming: Words
    closing: Words
    parting: Words
    loosening: Words
    ties: Words
    linking: Words
    manners: Words


class Junk(Struct, frozen=True):
    """Lines that a page has and an article has not."""

    lines: Phrases
    comments: Phrases
    heads: Phrases
    updated: Phrases
    local_time: Phrases
    buttons: Phrases
    anew: Words


_Section = TypeVar("_Section", bound=Struct)


def section(kind: type[_Section], raw: Mapping[str, str]) -> _Section:
    """A struct of words, word sets, phrase patterns and numbers, as its fields are typed."""
    makers = {Words: words_of, Phrases: phrases, Numbers: numbers_of, str: str.strip}
    fields = msgspec.structs.fields(kind)
    return kind(**{f.name: makers[f.type](raw[f.name]) for f in fields})


def words_of(words: str) -> Words:
    """Words with blanks between them, "_" standing for one inside a word."""
    return frozenset(spaced(word) for word in words.split())


def union(section: Mapping[str, str], *keys: str) -> Words:
    """The words of several lists of a section."""
    return frozenset().union(*(words_of(section[key]) for key in keys))


def numbers_of(pairs: str) -> Numbers:
    """Words with the number behind each: "one 1 two 2"."""
    words = pairs.split()
    return {w: float(v) for w, v in zip(words[::2], words[1::2], strict=True)}
