"""Read a table of cue words (`lang/xx.cues.toml`): what words do with an event."""

import re
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from sys import maxsize
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from timeline.errors import LanguageError
from timeline.lang import inflect, tongues
from timeline.lang.tongues import Tongue

Words = frozenset[str]
Numbers = Mapping[str, float]

_NEVER = re.compile(r"(?!)")
_RUN = re.compile(r"[^\W_]+")


class Phrases(Struct, frozen=True):
    """A pattern for any of some phrases, and words without which none can be found.

    `keys` has a word of each phrase, `heads` the word that it begins with, "" where that
    is a mark or a figure; `inner` a word of each that anything may stand before.
    """

    compiled: re.Pattern[str]
    keys: Words = frozenset()
    heads: Words = frozenset()
    inner: tuple[str, ...] = ()

    @property
    def pattern(self) -> str:
        """As a regular expression."""
        return self.compiled.pattern

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The phrase that begins here."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The phrase that the whole text is."""
        return self.compiled.fullmatch(text)

    def search(
        self, text: str, start: int = 0, end: int = maxsize
    ) -> re.Match[str] | None:
        """The first phrase between two offsets."""
        return self.compiled.search(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = maxsize
    ) -> Iterator[re.Match[str]]:
        """Every phrase between two offsets."""
        return self.compiled.finditer(text, start, end)

    def may_be(self, line: str) -> bool:
        """Whether a whole line could be one of the phrases, by its words alone."""
        first = _RUN.match(line)
        head = first[0].lower() if first and not first[0][0].isdigit() else ""
        if head in self.heads:
            return True
        low = line.lower()
        return any(map(low.__contains__, self.inner))


def runs(low: str) -> list[str]:
    """The letters and figures of which a word is made, without what joins them."""
    return _RUN.findall(low)


class Verb(Struct, frozen=True):
    """What a form may be of `base`: base, -s, past (d), participle (n), gerund (g)."""

    base: str
    forms: str


class Grammar(Struct, frozen=True):
    """Small words by what they do in a sentence."""

    modals: Words
    be: Words
    have: Words
    do: Words
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
    vague_subjects: Words
    speakers: Words
    generic: Words


class Times(Struct, frozen=True):
    """Words around a date that say how it bears on the event."""

    bounds: Words
    limits: Words
    comparisons: Words
    not_attributes: Words
    on_occasions: Words
    occasions: Words
    before_date: Words
    anchors: Words
    loose: Words
    continuations: Words
    same_time: Words
    background: Words


class Reporting(Struct, frozen=True):
    """Who says so: verbs, nouns and phrases."""

    verbs: Words
    bare: Words
    doubtful: Words
    addressed: Words
    denials: Words
    nouns: Words
    phrases: Phrases
    media: Phrases
    silence: Phrases
    announced: Phrases


class Statuses(Struct, frozen=True):
    """Words that make an event planned, alleged, denied or hypothetical."""

    planned: Words
    ahead: Words
    alleged_words: Words
    alleged_phrases: Phrases
    refuted: Phrases
    keep: Words


class Naming(Struct, frozen=True):
    """Words in and around names.

    `capitals` is not empty where a capital inside a sentence stands for a name.
    """

    titles: Words
    men: Words
    women: Words
    organisations: Words
    places: Words
    place_starts: Words
    breakers: Words
    lone: Words
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
    """Words that tell of people without a name: "a", "one"; "-year-old"."""

    articles: Words
    old: Words
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
    percent: Words
    people: Words
    times: Words
    currencies: Words
    skip_nouns: Words


class Headlines(Struct, frozen=True):
    """Words that no headline begins or ends with."""

    fillers: Phrases
    dangling: Words
    governed: Words
    awaiting: Words
    incomplete: Words
    closing: Words
    parting: Words
    loosening: Words
    ties: Words


class Junk(Struct, frozen=True):
    """Lines that a page has and an article has not."""

    lines: Phrases
    heads: Phrases
    updated: Phrases
    local_time: Phrases
    buttons: Phrases


class Cues(Struct, frozen=True):
    """The cue words of one language.

    `verbs` maps every inflected form, `pasts` a base form to its past; `past` are all forms
    that can be one. `actions` maps a base form ("shut down") and `event_nouns` a noun in
    either number to its class, `phrasal` the first base form of such verbs to what may
    follow; `telling` are all words that can name an action as done. `helpers` are all
    auxiliaries, `openers` all words that can open a clause, `clausal` both; `verbal` are
    all words that can be in a verb group. `people` maps a pronoun to its subject form,
    `slots` a word form to the slot of quantities that it names; `counting` are all words
    that are, or begin, a number. `classes` maps every form of a verb or noun that names an
    action to its class. A language with a small table has a `tongue` instead of verbs and
    grammar.
    """

    language: str
    verbs: Mapping[str, Verb]
    pasts: Mapping[str, str]
    past: Words
    actions: Mapping[str, str]
    phrasal: Mapping[str, tuple[tuple[str, ...], ...]]
    event_nouns: Mapping[str, str]
    telling: Words
    state: Words
    expletive: Words
    intransitive: Words
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
    verbal: Words
    counting: Words
    people: Mapping[str, str]
    slots: Mapping[str, str]
    classes: Mapping[str, str]
    tongue: Tongue | None
    grammar: Grammar
    time: Times
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
    forms = _forms(() if tongue else single, verbs["irregular"])
    done = (f for f, v in forms.items() if _tells(v, actions, phrasal))
    grammar = raw["grammar"]
    helpers = _union(grammar, "be", "have", "do", "modals")
    openers = _union(grammar, "relatives", "subordinators", "coordinators", "that")
    nouns = tongue.nouns if tongue else dict(_by_noun(raw.get("actions", {})))
    told = {f: actions[v.base] for f, v in forms.items() if v.base in actions}
    if tongue:
        actions = {tongues.whole(verb): name for verb, name in actions.items()}
    named = {n: name for n, name in nouns.items() if n not in told}
    values: dict[str, Any] = {
        "language": language,
        "verbs": forms,
        "pasts": {v.base: form for form, v in forms.items() if "d" in v.forms},
        "past": frozenset(form for form, v in forms.items() if "d" in v.forms),
        "actions": actions,
        "phrasal": {first: tuple(rest) for first, rest in phrasal.items()},
        "event_nouns": nouns,
        "telling": frozenset((*nouns, *done)),
        "classes": tongue.classes if tongue else told | named,
        "tongue": tongue,
        "helpers": helpers,
        "openers": openers,
        "clausal": helpers | openers,
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


def _tells(verb: Verb, actions: Container[str], phrasal: Container[str]) -> bool:
    """Whether a form can say that something of a class was done."""
    is_done = not {"d", "n", "g"}.isdisjoint(verb.forms)
    return is_done and (verb.base in actions or verb.base in phrasal)


_Section = TypeVar("_Section", bound=Struct)


def _section(kind: type[_Section], raw: Mapping[str, str]) -> _Section:
    """A struct of word sets, phrase patterns and numbers, as its fields are typed."""
    makers = {Words: _set, Phrases: _phrases, Numbers: _numbers}
    fields = msgspec.structs.fields(kind)
    return kind(**{f.name: makers[f.type](raw[f.name]) for f in fields})


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _set(words: str) -> Words:
    return frozenset(_spaced(word) for word in words.split())


def _union(section: Mapping[str, str], *keys: str) -> Words:
    return frozenset().union(*(_set(section[key]) for key in keys))


def _phrases(phrases: str) -> Phrases:
    """Any of the phrases; "{number}" and "…" stand for figures and anything."""
    said = [_spaced(phrase.strip()) for phrase in phrases.split("|")]
    said = [phrase for phrase in said if phrase]
    if not said:
        return Phrases(_NEVER)
    made = sorted(map(_phrase, said), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(made)})(?!\w)", re.IGNORECASE)
    inner = {_key(phrase) for phrase in said if phrase.startswith("…")}
    heads = (_RUN.match(phrase) for phrase in said if not phrase.startswith("…"))
    return Phrases(
        pattern,
        keys=frozenset(map(_key, said)),
        heads=frozenset(head[0].lower() if head else "" for head in heads),
        inner=tuple(sorted(inner)),
    )


def _key(phrase: str) -> str:
    """The longest word of a phrase, "" if it has none."""
    return max(runs(phrase.replace("{number}", "").lower()), key=len, default="")


def _phrase(phrase: str) -> str:
    made = r"\s+".join(re.escape(word) for word in phrase.split())
    made = made.replace("'", "['’]").replace(re.escape("{number}"), r"\d+")
    return made.replace(r"\s+…", r"\b.*").replace("…", ".*")


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
                yield _spaced(verb), name


def _by_noun(actions: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each noun in both numbers with its class, the first class that claims it last."""
    for name, words in reversed(list(actions.items())):
        for noun in words["nouns"].split():
            yield inflect.third_person(_spaced(noun)), name
            yield _spaced(noun), name


def _slots(slots: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for slot, words in slots.items() if slots else ():
        for word in words.split():
            base = word.partition("_")[0]
            yield from ((form, slot) for form in _guessed(base))


def _guessed(word: str) -> Iterable[str]:
    """Every form the word could have as a noun or a verb."""
    return (
        word,
        inflect.third_person(word),
        *inflect.pasts(word),
        *inflect.gerunds(word),
    )


def _forms(bases: Iterable[str], irregular: str) -> dict[str, Verb]:
    """Every form of every verb. A past wins over the base of another verb ("found")."""
    principal = [row.split() for row in irregular.split("|") if row.strip()]
    odd = {row[0]: (row[1], row[-1]) for row in principal}
    forms: dict[str, Verb] = {}
    for base in dict.fromkeys((*odd, *bases)):
        past, participle = odd.get(base, ("", ""))
        _note(forms, base, base, "b")
        _note(forms, inflect.third_person(base), base, "s")
        for form in inflect.gerunds(base):
            _note(forms, form, base, "g")
        for form in (past,) if past else inflect.pasts(base):
            _note(forms, form, base, "d")
        for form in (participle,) if participle else inflect.pasts(base):
            _note(forms, form, base, "n")
    return forms


def _note(forms: dict[str, Verb], form: str, base: str, kind: str) -> None:
    known = forms.get(form)
    if known is None:
        forms[form] = Verb(base, kind)
    elif known.base == base or kind in "dn":
        kept = base if kind in "dn" and known.forms == "b" else known.base
        forms[form] = Verb(kept, known.forms + kind)
