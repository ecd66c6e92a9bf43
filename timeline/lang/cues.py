"""Read a table of cue words (`lang/xx.cues.toml`): what words do with an event."""

import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import msgspec
from msgspec import Struct

from timeline.errors import LanguageError
from timeline.lang import conjugation, inflect, tongues
from timeline.lang import forms as verb_forms
from timeline.lang.forms import Verb
from timeline.lang.phrases import Words, spaced
from timeline.lang.sections import (
    Grammar,
    Headlines,
    Junk,
    Naming,
    Persons,
    Quantities,
    Reporting,
    Standing,
    Statuses,
    Times,
    numbers_of,
    section,
    union,
    words_of,
)
from timeline.lang.tongues import Tongue


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
    tongue = tongues.made(raw, actions) if "forms" in raw else None
    bases = () if tongue else _bases(raw, actions)
    forms = verb_forms.forms(bases, raw["verbs"]["irregular"])
    values: dict[str, Any] = {
        "language": language,
        "verbs": forms,
        "tongue": tongue,
        **_told(raw, actions, forms, tongue),
        **_tenses(raw, forms),
        **_small_words(raw["grammar"], forms),
        "counting": frozenset(
            word
            for key in ("numbers", "scales", "round")
            for word in numbers_of(raw["quantities"][key])
        ),
        "slots": dict(_slots(raw["quantities"]["slots"]))
        | (dict(tongue.slots) if tongue else {}),
    }
    for field in msgspec.structs.fields(Cues):
        if field.name not in values:
            values[field.name] = (
                words_of(raw["verbs"][field.name])
                if field.type == Words
                else section(field.type, raw[field.name])
            )
    return Cues(**values)


def _bases(raw: dict[str, Any], actions: Iterable[str]) -> Iterable[str]:
    """The base forms of all verbs of a table, each once."""
    verbs = raw["verbs"]
    others = (*verbs["other"].split(), *verbs["state"].split(), *verbs["light"].split())
    reporting = raw["reporting"]["verbs"].split()
    bases = (*(a.split()[0] for a in actions), *others, *reporting)
    return dict.fromkeys(b for b in bases if "_" not in b)


def _told(
    raw: dict[str, Any],
    actions: Mapping[str, str],
    forms: Mapping[str, Verb],
    tongue: Tongue | None,
) -> dict[str, Any]:
    """The verbs and nouns that name an action, with its class."""
    phrasal: dict[str, list[tuple[str, ...]]] = {}
    for action in actions:
        first, *rest = action.split()
        if rest:
            phrasal.setdefault(first, []).append(tuple(rest))
    done = (f for f, v in forms.items() if _tells(v, actions, phrasal))
    nouns = tongue.nouns if tongue else dict(_by_noun(raw.get("actions", {})))
    told = {f: actions[v.base] for f, v in forms.items() if v.base in actions}
    named = {n: name for n, name in nouns.items() if n not in told}
    if tongue:
        actions = {conjugation.whole(verb): name for verb, name in actions.items()}
    return {
        "actions": actions,
        # The longest first: who "gave himself up" gave nothing up.
        "phrasal": {
            v: tuple(sorted(r, key=len, reverse=True)) for v, r in phrasal.items()
        },
        "event_nouns": nouns,
        "telling": frozenset((*nouns, *done)),
        "classes": tongue.classes if tongue else told | named,
    }


def _tenses(raw: dict[str, Any], forms: Mapping[str, Verb]) -> dict[str, Any]:
    """The forms of verbs that are past or present, those of who says so apart."""
    verbs, reporting = raw["verbs"], raw["reporting"]
    bare = words_of(reporting["bare"])
    said = _forms_of(forms, bare, "d")
    nouns_too = words_of(verbs["plural_nouns"]) | words_of(verbs["that_nouns"])
    return {
        "pasts": dict(_pasts(forms)),
        "past": frozenset(form for form, v in forms.items() if "d" in v.forms),
        "said": said,
        "voices": said | (_forms_of(forms, bare, "s") - nouns_too),
        "says": _forms_of(forms, bare, "bs"),
        "replies": _forms_of(forms, words_of(reporting["verbs"]), "s"),
    }


def _small_words(grammar: Mapping[str, Any], forms: Iterable[str]) -> dict[str, Any]:
    """Helpers of verbs, what opens a clause, and the forms of pronouns."""
    helpers = union(grammar, "be", "have", "do", "modals")
    openers = union(grammar, "relatives", "subordinators", "coordinators", "that")
    small = openers | helpers | union(grammar, "pronouns", "adverbs")
    return {
        "begun": union(grammar, "be", "have"),
        "helpers": helpers,
        "openers": openers,
        "clausal": helpers | openers,
        "acronyms": frozenset(w.upper() for w in small if w.isalpha() and len(w) > 1),
        "verbal": helpers.union(forms, ("to",)),
        "people": dict(_inverted(grammar["people"])),
    }


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
