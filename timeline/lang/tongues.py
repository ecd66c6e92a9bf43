"""What is needed of a language to read its plain sentences: verbs, helpers, small words.

A table of cues that has `[forms]` is such a small one (`es.cues.toml`). It names verbs in
their infinitive and says how forms end; the forms are made here.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

import msgspec
from msgspec import Struct

from timeline.lang import conjugation
from timeline.lang.conjugation import Form, whole

Words = frozenset[str]

_LISTS = (
    "verbs",
    "claims",
    "denials",
    "plans",
    "states",
    "going",
    "moves",
    "becoming",
    "resolving",
    "summons",
    "needs",
    "lapses",
    "causes",
)
"""Keys of `[voices]` that hold verbs."""

_SLOTS = {
    "die": "killed",
    "kill": "killed",
    "injure": "injured",
    "arrest": "arrested",
    "disappear": "missing",
    "rescue": "rescued",
    "outbreak": "infected",
}
"""The slot of a quantity by what is done to those counted."""


class Helpers(Struct, frozen=True):
    """Auxiliaries, by what they make of the verb that goes with them.

    `have` the perfect, `had` what was before, `was` a passive of the past, `passive` one of
    the present, `been` stands within, `will` the future, `hearsay` what others say, `can`
    and `must` modals, `be` and `state` nothing that happens.
    """

    have: Words = frozenset()
    be: Words = frozenset()
    """Those of `have` that with any but a verb of `going` tell how things stand."""
    reflexive: Words = frozenset()
    had: Words = frozenset()
    were: Words = frozenset()
    """Those of `had` that with a participle alone may tell how things stood."""
    stands: Words = frozenset()
    """What says how things stand: forms of "to be" in the present."""
    were_done: Words = frozenset()
    """What makes a passive of what was before: "was gebouwd"."""
    clefts: Words = frozenset()
    """Forms of "to be" at the head of a sentence that brings someone out."""
    was: Words = frozenset()
    became: Words = frozenset()
    """What makes one of the past as well, and goes alone too: "resultó herido"."""
    passive: Words = frozenset()
    been: Words = frozenset()
    being: Words = frozenset()
    """What makes a clause of a participle, and what a sentence: "étant:est"."""
    owed: Words = frozenset()
    """With a participle they say what is to be done: "va presentata"."""
    passed: tuple[str, ...] = ()
    """What makes a sentence of a participle, for one and for many: "fue", "fueron"."""
    gone: tuple[str, ...] = ()
    """The same for verbs of `going`: "est", "sont"."""
    done: Words = frozenset()
    """Infinitives of the perfect: "soll … erhalten haben"."""
    to_be: Words = frozenset()
    """Those of `done` that make a passive as well: "pourrait être prise"."""
    will: Words = frozenset()
    links: Words = frozenset()
    """Between such a verb and its infinitive: "va a"."""
    infinitive: Words = frozenset()
    """Before a verb that is an infinitive for it: "zu", "te"."""
    would: Words = frozenset()
    hearsay: Words = frozenset()
    can: Words = frozenset()
    must: Words = frozenset()
    managed: Words = frozenset()
    """Modals of the past, which tell what was done: "konnte gehoben werden"."""
    state: Words = frozenset()
    wish: Words = frozenset()
    """Those of a passive in the past subjunctive: "fuera"."""
    ought: Words = frozenset()
    """Participles behind those of `hearsay` by which nothing was done: "aurait dû"."""
    indirect: Words = frozenset()
    """Those of indirect speech: "er habe", "sie seien"."""
    just: Words = frozenset()
    """With "of" and an infinitive they tell what has just been done: "vient de"."""


class Smalls(Struct, frozen=True):
    """Small words by what they do.

    `openers` bring a clause of their own, `relatives` do behind a comma alone; those that
    are `relative` speak of what stands before them, `that` brings what is said, `quoting`
    who says so ("wie die Polizei mitteilte"). `bounds` stand before a date that only bounds
    what happens, `of` before one that describes. `spoken` are the persons of direct speech.
    """

    openers: Words = frozenset()
    relatives: Words = frozenset()
    relative: Words = frozenset()
    quoting: Words = frozenset()
    subjects: Words = frozenset()
    reports: Words = frozenset()
    """What brings what someone only says: "rumores según los cuales"."""
    whereby: Words = frozenset()
    """Those of `openers` that bring what reports say: "wonach"."""
    when: Words = frozenset()
    """Words that bring at which time something else happened: "als", "cuando"."""
    where: Words = frozenset()
    """Relative words for places: who did what stands in the clause around theirs."""
    someone: Words = frozenset()
    """Relative words for persons alone."""
    oblique: Words = frozenset()
    """Articles of what is no subject."""
    either: Words = frozenset()
    """Articles of one as well as of many, where the ending of the noun tells."""
    one: Words = frozenset()
    """Articles of one thing that does something, where those of many differ."""
    """Relative words that can stand for who does what their clause tells."""
    own: Words = frozenset()
    """Articles that say whose: "su"."""
    fused: Words = frozenset()
    """Prepositions with the article that is in them: "del:el"."""
    definite: Words = frozenset()
    """Articles of what is known: "el"."""
    indefinite: Words = frozenset()
    """Articles of what is new."""
    it: Words = frozenset()
    """Subjects that are no one: "c'", "das"."""
    unlike: Words = frozenset()
    """Pronouns with articles of what they cannot mean: "elle:le"."""
    like: Words = frozenset()
    """Pronouns with the articles of what they can: "elle:la"; `likely` with others."""
    likely: Words = frozenset()
    clitics: Words = frozenset()
    """Pronouns before a verb for whom it is done to."""
    he: Words = frozenset()
    """Pronouns for one person, where a verb does not go without a subject."""
    persons: Words = frozenset()
    pronouns: Words = frozenset()
    """Pronouns behind "according to": "ella", "lui"."""
    idioms: Words = frozenset()
    """Words that stand for the particle behind the colon: "om het leven:om"."""
    adjectives: Words = frozenset()
    """Those without the ending that adjectives have: "een groot schip"."""
    genitive: Words = frozenset()
    """Articles that go on with the noun before them: "der Sprecher des Rates"."""
    that: Words = frozenset()
    conditions: Words = frozenset()
    coordinators: Words = frozenset()
    alternatives: Words = frozenset()
    """Those of `coordinators` between things of which one is meant: "oder"."""
    then: Words = frozenset()
    """Join what was done next, as "and" does: ", puis relevé"."""
    articles: Words = frozenset()
    prepositions: Words = frozenset()
    negations: Words = frozenset()
    bare: Words = frozenset()
    """Those of `relatives` that need no comma before them."""
    leading: Words = frozenset()
    """Words that open a clause at the head of a sentence or behind a mark alone."""
    leads: Words = frozenset()
    """Words before "that" which say how a clause hangs on: "bien que"."""
    facts: Words = frozenset()
    """Those of `leads` that bring what is told as done: "alors que", not "avant que"."""
    whom: Words = frozenset()
    """Before a person that something is done to: "que derrocaron a Brenn"."""
    neither: Words = frozenset()
    contrasts: Words = frozenset()
    """Behind a negation they bring what is so instead: "sino"."""
    partial: Words = frozenset()
    """Negations that deny nothing where one of `only` and none of `full` follows them."""
    full: Words = frozenset()
    only: Words = frozenset()
    light: Words = frozenset()
    spoken: Words = frozenset()
    background: Words = frozenset()
    none: Words = frozenset()
    since: Words = frozenset()
    """Bring what has gone on from a time before; at the head of a sentence, as `heads`."""
    heads: Words = frozenset()
    from_on: Words = frozenset()
    """Bring a time from which on something has been done or will be: "dal"."""
    begins: Words = frozenset()
    """Those of `bounds` from which on something is or was so: "ab"."""
    later: Words = frozenset()
    """Behind a while they count from another time: "un año después"."""
    toward: Words = frozenset()
    purposes: Words = frozenset()
    """Before the time for which something is planned: "una huelga para el lunes"."""
    means: Words = frozenset()
    """Before the paper by which something is done: "mit Schreiben vom 3. Mai"."""
    minutes_of: Words = frozenset()
    """What the heading of minutes begins with: "acta", "notulen"."""
    ahead_of: Words = frozenset()
    """Before an infinitive that what is told came before: "avant d'entrer"."""
    against: Words = frozenset()
    """Before a paper that something is done against: "gegen das Urteil vom 3. Mai"."""
    effects: Words = frozenset()
    """Before the date from which something counts that a paper of another did: "zum"."""
    papers: Words = frozenset()
    """Papers in which something is said: "in seinem Gutachten vom 5. Oktober"."""
    until: Words = frozenset()
    """Those of `bounds` by which something planned is to be done."""
    up_to: Words = frozenset()
    """Those of `bounds` by which something had been done: "bis Montag waren 14 geborgen"."""
    bounds: Words = frozenset()
    born: Words = frozenset()
    """A date behind one of these only says who someone is."""
    of: Words = frozenset()
    origins: Words = frozenset()
    """Before the time that something is from: "ein Brief aus dem Jahr 1848"."""
    before_date: Words = frozenset()
    minutes: Words = frozenset()
    """Close a line that only says how long it takes to read."""
    about: Words = frozenset()
    """Before a time that is only near: they go where it goes."""
    dangling: Words = frozenset()
    fillers: Words = frozenset()
    joined: tuple[str, ...] = ()
    """Pronouns written on to a verb, the longest first: "a-t-il"."""


class Voices(Struct, frozen=True):
    """Who says so: verbs by their infinitive, words before and behind who says it."""

    verbs: Words = frozenset()
    claims: Words = frozenset()
    denials: Words = frozenset()
    plans: Words = frozenset()
    states: Words = frozenset()
    needs: Words = frozenset()
    """Verbs that do not go without an object: what stands behind them is that."""
    causes: Words = frozenset()
    """Verbs by which it comes that something is done: "provocó que"."""
    moves: Words = frozenset()
    """Verbs that put something off, to a time behind one of `toward`."""
    lapses: Words = frozenset()
    """Verbs by which something that was planned does not happen: "fällt aus"."""
    summons: Words = frozenset()
    """Verbs by which someone is called to do something: "ha citado a declarar el jueves"."""
    resolving: Words = frozenset()
    """Verbs by which a meeting decides: "de raad besluit"."""
    becoming: Words = frozenset()
    """Verbs with what someone is behind them: "fue diputado en 2009 y ministro en 2014"."""
    going: Words = frozenset()
    """Verbs whose perfect is made with "be": "è morto"."""
    allegedly: Words = frozenset()
    according: Words = frozenset()
    closing: Words = frozenset()
    by: Words = frozenset()


class Guesses(Struct, frozen=True):
    """Endings by which verbs that are not listed are known, and words that only look so."""

    past: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    """Endings of the past that nouns have too: such a word has no article before it."""
    participle: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    """Endings that words right behind an auxiliary have only as participles."""
    infinitive: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    """Beginnings that an unlisted participle must have, behind a particle or none."""
    wished: tuple[str, ...] = ()
    """Endings of the past subjunctive with those of the form it is made of: "ra:ron"."""
    stated: tuple[str, ...] = ()
    """Endings of the past of many with those of one, and whole words: "fuera:fue"."""
    many: tuple[str, ...] = ()
    """Endings of finite verbs of many."""
    ours: tuple[str, ...] = ()
    """Endings of what "we" do, where nobody needs to say so: "vaciamos"."""
    plural: tuple[str, ...] = ()
    """Endings of participles that speak of many."""
    closing: tuple[str, ...] = ()
    """Endings of one that closes the clause of a passive, whatever it begins with."""
    second: tuple[str, ...] = ()
    """Endings of a word right behind a leading date by which it is a verb of the past."""
    adjective: tuple[str, ...] = ()
    """Endings of participles before a noun, the longest first."""
    never: Words = frozenset()
    nouns: Words = frozenset()
    """Participles that are nouns by themselves: "l'entreprise"."""


class Tongue(Struct, frozen=True):
    """A language as far as its plain sentences need it.

    `classes` maps every form that names an action, of verbs and nouns, to its class, `slots`
    those that say what became of the counted to the slot of the quantity.
    """

    forms: Mapping[str, tuple[Form, ...]]
    particles: Words
    classes: Mapping[str, str]
    nouns: Mapping[str, str]
    slots: Mapping[str, str]
    is_verb_last: bool
    is_perfect_past: bool
    """Whether the perfect tells a story as the past tense does: "ha detto"."""
    helpers: Helpers
    words: Smalls
    voices: Voices
    guess: Guesses

    def may_be(self, low: str, kind: str) -> bool:
        """Whether some form that a word can be is of a kind of `lang/conjugation.py`."""
        return any(kind in form.kinds for form in self.forms.get(low, ()))


def made(raw: Mapping[str, Any], actions: Mapping[str, str]) -> Tongue:
    """The tongue of a table, `actions` being the class of each infinitive."""
    rules, said = raw["forms"], raw["voices"]
    lists = (said.get(key, "") for key in _LISTS)
    listed = chain.from_iterable(verbs.split() for verbs in lists)
    others = (rules.get(key, "") for key in ("other", "nounlike"))
    bases = {*actions, *listed, *" ".join(others).split()}
    forms = conjugation.forms(sorted(bases), rules)
    actions = {whole(verb): name for verb, name in actions.items()}
    voices = _section(Voices, {key: whole(words) for key, words in said.items()})
    nouns = dict(_nouns(raw.get("actions", {}), rules.get("plural", "")))
    classes = {
        form: actions[known[0].base]
        for form, known in forms.items()
        if known[0].base in actions and not known[0].particle
    }
    return Tongue(
        forms,
        frozenset(rules.get("particles", "").split()),
        {**nouns, **classes},
        nouns,
        {form: _SLOTS[name] for form, name in classes.items() if name in _SLOTS},
        rules.get("verb_last") == "yes",
        rules.get("perfect_past") == "yes",
        _section(Helpers, raw["helpers"]),
        _section(Smalls, raw["small"]),
        voices,
        _section(Guesses, raw.get("guess", {})),
    )


def _section(kind: Any, raw: Mapping[str, str]) -> Any:
    """A struct of word sets and tuples of words, as its fields are typed."""
    made_ = {}
    for field in msgspec.structs.fields(kind):
        words = (word.replace("_", " ") for word in raw.get(field.name, "").split())
        made_[field.name] = (
            frozenset(words) if field.type == Words else tuple(dict.fromkeys(words))
        )
    return kind(**made_)


def _nouns(
    actions: Mapping[str, Mapping[str, str]], plural: str
) -> Iterator[tuple[str, str]]:
    """Each noun in both numbers with its class, the first class that claims it last."""
    rules = conjugation.rules(plural)
    for name, words in reversed(list(actions.items())):
        for noun in words.get("nouns", "").split():
            yield from (
                (form, name) for form in (*conjugation.ended(noun, rules), noun)
            )
