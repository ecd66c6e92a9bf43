"""Read a table of cue words (`lang/xx.cues.toml`): what words do with an event."""

import tomllib
from collections.abc import Container, Iterator, Mapping
from functools import cache, cached_property
from importlib import resources
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from timeline.errors import LanguageError
from timeline.lang import conjugation, inflect, tongues
from timeline.lang import forms as verb_forms
from timeline.lang.forms import Verb
from timeline.lang.phrases import Phrases, Words, phrases, spaced
from timeline.lang.tongues import Tongue

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


class Cues(Struct, frozen=True):
    """The cue words of one language.

    `verbs` maps every inflected form, `pasts` a base form to its past; `past` are all forms
    that can be one, `said` those of them that say who says so, and `says` the same in the
    present; `replies` are the forms of all verbs that do with which "replies his colleague"
    can begin; `voices` are the forms that tell of one person who says so, and can be no
    noun; `begun` has the auxiliaries of what is told as done or going on by now ("has",
    "is"). `actions` maps a base form ("shut down") and `event_nouns` a noun in either
    number to its class, `phrasal` the first base form of such verbs to what may follow;
    `telling` are all words that can name an action as done. `helpers` are all auxiliaries,
    `openers` all words that can open a clause, `clausal` both; `acronyms` are small words
    in capitals, which are names then ("WHO", "US"); `verbal` are all words that can be in a
    verb group. `people` maps a pronoun to its subject form, `slots` a word form to the slot
    of quantities that it names; `counting` are all words that are, or begin, a number.
    `classes` maps every form of a verb or noun that names an action to its class. A
    language with a small table has a `tongue` instead of verbs and grammar.
    """

    language: str
    verbs: Mapping[str, Verb]
    pasts: Mapping[str, str]
    past: Words
    said: Words
    says: Words
    replies: Words
    voices: Words
    begun: Words
    actions: Mapping[str, str]
    phrasal: Mapping[str, tuple[tuple[str, ...], ...]]
    event_nouns: Mapping[str, str]
    telling: Words
    state: Words
    expletive: Words
    intransitive: Words
    never_nouns: Words
    nouns_too: Words
    giving: Words
    sending: Words
    finding: Words
    pictured: Words
    ailing: Words
    light: Words
    happen: Words
    not_past: Words
    not_gerund: Words
    plural_nouns: Words
    plurals: Words
    that_nouns: Words
    helpers: Words
    openers: Words
    clausal: Words
    acronyms: Words
    verbal: Words
    counting: Words
    people: Mapping[str, str]
    slots: Mapping[str, str]
    classes: Mapping[str, str]
    tongue: Tongue | None
    grammar: Grammar
    time: Times
    standing: Standing
    reporting: Reporting
    status: Statuses
    names: Naming
    persons: Persons
    quantities: Quantities
    headline: Headlines
    junk: Junk


@cache
def cues(language: str) -> Cues:
    """The cues of a language; where it has no table, only those that have no letters."""
    raw = _table(language.partition("-")[0].lower())
    if raw is not None and "forms" not in raw:
        return _compiled(language, raw)
    bare = _wordless(_table("en") or {})
    return _compiled(language, _overlaid(bare, raw) if raw else bare)


def _table(language: str) -> dict[str, Any] | None:
    file = resources.files(__package__).joinpath(f"{language}.cues.toml")
    if not language.isalpha() or not file.is_file():
        return None
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"lang/{language}.cues.toml: {error}") from error


def _wordless(table: Any) -> Any:
    """The same table with only the entries that no language owns, such as "%"."""
    if isinstance(table, dict):
        return {
            key: _wordless(value) for key, value in table.items() if key != "actions"
        }
    if "|" in table:
        return ""
    return " ".join(w for w in table.split() if not any(c.isalnum() for c in w))


def _overlaid(bare: Any, raw: Any) -> Any:
    """The small table `raw` with what it lacks from a table without words."""
    if not isinstance(bare, dict) or not isinstance(raw, dict):
        return raw
    shared = {key: _overlaid(value, raw.get(key, value)) for key, value in bare.items()}
    return {**raw, **shared}


def _compiled(language: str, raw: dict[str, Any]) -> Cues:
    try:
        return _from(language, raw)
    except KeyError as error:
        raise LanguageError(f"lang/{language}.cues.toml lacks {error}") from error


def _from(language: str, raw: dict[str, Any]) -> Cues:
    actions = dict(_by_verb(raw.get("actions", {})))
    verbs = raw["verbs"]
    others = (*verbs["other"].split(), *verbs["state"].split(), *verbs["light"].split())
    phrasal: dict[str, list[tuple[str, ...]]] = {}
    for action in actions:
        first, *rest = action.split()
        if rest:
            phrasal.setdefault(first, []).append(tuple(rest))
    bases = (
        *(a.split()[0] for a in actions),
        *others,
        *raw["reporting"]["verbs"].split(),
    )
    tongue = tongues.made(raw, actions) if "forms" in raw else None
    single = dict.fromkeys(b for b in bases if "_" not in b)
    forms = verb_forms.forms(() if tongue else single, verbs["irregular"])
    done = (f for f, v in forms.items() if _tells(v, actions, phrasal))
    bare = _set(raw["reporting"]["bare"])
    said = _forms_of(forms, bare, "d")
    nouns_too = _set(verbs["plural_nouns"]) | _set(verbs["that_nouns"])
    grammar = raw["grammar"]
    helpers = _union(grammar, "be", "have", "do", "modals")
    openers = _union(grammar, "relatives", "subordinators", "coordinators", "that")
    small = openers | helpers | _union(grammar, "pronouns", "adverbs")
    nouns = tongue.nouns if tongue else dict(_by_noun(raw.get("actions", {})))
    told = {f: actions[v.base] for f, v in forms.items() if v.base in actions}
    if tongue:
        actions = {conjugation.whole(verb): name for verb, name in actions.items()}
    named = {n: name for n, name in nouns.items() if n not in told}
    values: dict[str, Any] = {
        "language": language,
        "verbs": forms,
        "pasts": dict(_pasts(forms)),
        "past": frozenset(form for form, v in forms.items() if "d" in v.forms),
        "said": said,
        "voices": said | (_forms_of(forms, bare, "s") - nouns_too),
        "says": _forms_of(forms, bare, "bs"),
        "replies": _forms_of(forms, _set(raw["reporting"]["verbs"]), "s"),
        "begun": _union(grammar, "be", "have"),
        "actions": actions,
        # The longest first: who "gave himself up" gave nothing up.
        "phrasal": {
            v: tuple(sorted(r, key=len, reverse=True)) for v, r in phrasal.items()
        },
        "event_nouns": nouns,
        "telling": frozenset((*nouns, *done)),
        "classes": tongue.classes if tongue else told | named,
        "tongue": tongue,
        "helpers": helpers,
        "openers": openers,
        "clausal": helpers | openers,
        "acronyms": frozenset(w.upper() for w in small if w.isalpha() and len(w) > 1),
        "verbal": helpers.union(forms, ("to",)),
        "counting": frozenset(
            word
            for key in ("numbers", "scales", "round")
            for word in _numbers(raw["quantities"][key])
        ),
        "people": dict(_inverted(grammar["people"])),
        "slots": dict(_slots(raw["quantities"]["slots"]))
        | (dict(tongue.slots) if tongue else {}),
    }
    for field in msgspec.structs.fields(Cues):
        if field.name not in values:
            words = field.type == Words
            values[field.name] = (
                _set(verbs[field.name])
                if words
                else _section(field.type, raw[field.name])
            )
    return Cues(**values)


def _pasts(forms: Mapping[str, Verb]) -> Iterator[tuple[str, str]]:
    """Each base form with its past; of two spellings the usual one."""
    for form, verb in forms.items():
        regular = inflect.past(verb.base)
        other = form in inflect.pasts(verb.base) and form != regular
        if "d" in verb.forms and not (other and regular in forms):
            yield verb.base, form


def _forms_of(forms: Mapping[str, Verb], bases: Words, kinds: str) -> Words:
    """The forms of some verbs that can be of one of the kinds."""
    wanted = frozenset(kinds)
    return frozenset(
        form
        for form, verb in forms.items()
        if verb.base in bases and not wanted.isdisjoint(verb.forms)
    )


def _tells(verb: Verb, actions: Container[str], phrasal: Container[str]) -> bool:
    """Whether a form can say that something of a class was done."""
    is_done = not {"d", "n", "g"}.isdisjoint(verb.forms)
    return is_done and (verb.base in actions or verb.base in phrasal)


_Section = TypeVar("_Section", bound=Struct)


def _section(kind: type[_Section], raw: Mapping[str, str]) -> _Section:
    """A struct of words, word sets, phrase patterns and numbers, as its fields are typed."""
    makers = {Words: _set, Phrases: phrases, Numbers: _numbers, str: str.strip}
    fields = msgspec.structs.fields(kind)
    return kind(**{f.name: makers[f.type](raw[f.name]) for f in fields})


def _set(words: str) -> Words:
    return frozenset(spaced(word) for word in words.split())


def _union(section: Mapping[str, str], *keys: str) -> Words:
    return frozenset().union(*(_set(section[key]) for key in keys))


def _numbers(pairs: str) -> Numbers:
    words = pairs.split()
    return {w: float(v) for w, v in zip(words[::2], words[1::2], strict=True)}


def _inverted(people: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for subject, forms in people.items() if people else ():
        for form in forms.split():
            yield form, subject


def _by_verb(actions: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each verb with its class; the first class that claims a verb keeps it."""
    seen: set[str] = set()
    for name, words in actions.items():
        for verb in words["verbs"].split():
            if verb not in seen:
                seen.add(verb)
                yield spaced(verb), name


def _by_noun(actions: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each noun in both numbers with its class, the first class that claims it last."""
    for name, words in reversed(list(actions.items())):
        for noun in words["nouns"].split():
            yield inflect.third_person(spaced(noun)), name
            yield spaced(noun), name


def _slots(slots: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for slot, words in slots.items() if slots else ():
        for word in words.split():
            base = word.partition("_")[0]
            yield from ((form, slot) for form in verb_forms.guessed(base))
