"""A line of its own for a clause that hangs off another: it gets a subject and a verb."""

import itertools

from timeline.extract.draft import Draft, is_dated, is_linked
from timeline.extract.finish import EDGES, possessive
from timeline.extract.fitting import Bit
from timeline.extract.hosts import leading_clause
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.undated import without_date
from timeline.extract.verbs import Group, Tense, begins_object, object_place
from timeline.lang.cues import Cues
from timeline.lang.inflect import ends_as_plural

_LINKED = 6
"""Words of what a clause hangs off that its line has room for."""


def with_host(
    reading: Reading, draft: Draft, bits: list[Bit], host: str | None, cues: Cues
) -> list[Bit]:
    """A line of its own for a clause that hangs off a name: "X turned it over"."""
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    if group is None or not host or not host.strip() or not bits:
        return bits
    if clause.role is Role.ADVERBIAL or group.tense is Tense.GERUND:
        return _finite(reading, draft, host, cues) or bits
    if clause.role is Role.RELATIVE and clause.opener == "whose":
        bits[0].text = f"{possessive(host)} {bits[0].text.lstrip()}"
        return bits
    return _related(reading, draft, bits, host, cues)


def _related(
    reading: Reading, draft: Draft, bits: list[Bit], host: str, cues: Cues
) -> list[Bit]:
    """The same for "who led it", "on which he died", "the firms that it took over"."""
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    assert group is not None
    if is_linked(reading, clause):
        return [*bits, *_linked(reading, clause, host, cues)]
    if share := _share(reading, clause, cues):
        bits[0].text = bits[0].text.replace(share, f" of {_the(host, cues)}", 1)
        return bits
    if _has_aside(reading, clause, group):
        told = without_date(reading, Range(group.first, clause.last), draft, cues)
        return [Bit("core", f"{host} {told.strip()}")]
    place = _gap(reading, clause, group, cues)
    if place is not None:
        before = reading.said(Range(clause.first + 1, place))
        rest = Range(place, clause.last)
        behind = without_date(reading, rest, draft, cues).strip()
        first, _, others = host.partition(" ")
        low = first.lower()
        small = f"{low} {others}" if low in cues.grammar.articles else host
        return [Bit("core", f"{before} {small} {behind}")]
    if _lacks_subject(reading, clause, group, cues):
        done = group.tense is Tense.PARTICIPLE and group.base not in cues.status.planned
        done = done and group.base not in cues.intransitive
        passive = (" were" if _are_several(host, cues) else " was") if done else ""
        if reading.words[group.head].low in cues.headline.ties:
            return bits
        text = bits[0].text.lstrip()
        if not clause.first:
            text = text[:1].lower() + text[1:]
        bits[0].text = f"{host}{passive} {text}"
    return bits


def _has_aside(reading: Reading, clause: Clause, group: Group) -> bool:
    """Whether commas part "who" from its verb: "who, despite a ban, | fled"."""
    if clause.role is not Role.RELATIVE or clause.opener in ("whose", "where"):
        return False
    between = reading.words[clause.first + 1 : group.first]
    commas = [n for n, word in enumerate(between) if word.low == ","]
    return len(commas) > 1 and commas[-1] == len(between) - 1


def _are_several(host: str, cues: Cues) -> bool:
    """Whether a subject means more than one: "they", "Profits for 2030", no "Siemens"."""
    if cues.people.get(host.lower()) == "they":
        return True
    words = host.split()
    small = cues.grammar.prepositions
    head = next((a for a, b in itertools.pairwise(words) if b in small), words[-1])
    named = head[0].isupper() and not (head is words[0] and words[1:])
    if head in cues.plurals:
        return True
    return ends_as_plural(head) and not named


def _linked(reading: Reading, clause: Clause, host: str, cues: Cues) -> list[Bit]:
    """ "On the barge" for "the barge, | on which nine people died"."""
    words = host.split()
    if words[-1].lower() in cues.headline.manners or len(words) > _LINKED:
        return []
    if words[0].lower() in ("a", "an"):
        host = f"the {host.partition(' ')[2]}"
    link = reading.words[clause.first].text
    return [Bit("tail", f"{link} {_the(host, cues)}", "")]


def _share(reading: Reading, clause: Clause, cues: Cues) -> str:
    """The " of which" near the head of "two of which were sold", or ""."""
    words = reading.words[clause.first : clause.first + 5]
    for of, which in itertools.pairwise(words[1:]):
        if of.low == "of" and which.low in cues.grammar.relatives:
            return f" {reading.text[of.start : which.end]}"
    return ""


def _the(host: str, cues: Cues) -> str:
    """A noun phrase as one that is known: "three mills" as "the three mills"."""
    first, _, others = host.partition(" ")
    if first.lower() in cues.grammar.determiners:
        return f"{first.lower()} {others}"
    return host if first[0].isupper() else f"the {host}"


def _gap(reading: Reading, clause: Clause, group: Group, cues: Cues) -> int | None:
    """Where what a clause hangs off belongs in it: "the firms that | it took over".

    Behind its last verb as its object, or behind a verb of saying as the subject of what
    is said: "a mill that | police said | was burnt".
    """
    if clause.role is not Role.RELATIVE or not clause.first:
        return None
    if clause.opener == "whom" and not group.passive:
        return group.last
    if clause.opener not in ("that", "which", "who") or group.base == "be":
        return None
    if is_dated(reading, reading.words[clause.first - 1].start):
        return None  # "It was on Tuesday that the dam burst"
    if not _has_doer(reading, Range(clause.first + 1, group.first), cues):
        return None
    if _is_followed(reading, clause, group.last, cues):
        return group.last if group.base in cues.reporting.verbs else None
    following = next((g for g in reading.groups if g.first == group.last), None)
    acts = following is not None and following.tense is Tense.INFINITIVE
    if clause.opener == "who" or (group.passive and not acts):
        return None
    end = following.last if following and acts else group.last
    end += (
        reading.words[end : end + 1] != ()
        and reading.words[end].low in cues.grammar.particles
    )
    return end if _ends(reading, clause, end, cues) else None


def _has_doer(reading: Reading, subject: Range, cues: Cues) -> bool:
    """Whether words are a subject: a pronoun, "the mill", a name with its titles."""
    words = reading.words[subject.first : subject.last]
    if len(words) == 1 and cues.people.get(words[0].low) == words[0].low:
        return True
    if len(words) == 2 and words[0].low in cues.grammar.articles:
        return True
    named = [w for w in words if w.low not in cues.grammar.articles]
    return bool(named) and all(w.text[0].isupper() or w.low == "." for w in named)


def _ends(reading: Reading, clause: Clause, at: int, cues: Cues) -> bool:
    """Whether nothing but a date follows in a clause."""
    behind = reading.words[at : clause.last]
    if not behind or behind[0].is_mark or is_dated(reading, behind[0].start):
        return True
    return behind[0].low in cues.time.before_date


def _is_followed(reading: Reading, clause: Clause, at: int, cues: Cues) -> bool:
    """Whether the next verb stands right behind a verb of saying and its date."""
    while at < clause.last and (
        reading.words[at].low in cues.time.before_date
        or is_dated(reading, reading.words[at].start)
    ):
        at += 1
    return any(g.finite and g.first == at for g in reading.groups)


def _finite(reading: Reading, draft: Draft, host: str, cues: Cues) -> list[Bit] | None:
    """ "Before assuming the post in May" as "X assumed the post".

    Only where all of it is past: "it will close, costing jobs" has cost none.
    """
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    past = cues.pasts.get(group.base) if group else None
    if group is None or past is None or group.tense is not Tense.GERUND:
        return None
    begun = reading.words[group.first].low in cues.grammar.have
    if group.negated or not (begun or _is_past(reading, clause)):
        return None
    if group.passive:
        return _suffered(reading, draft, host, cues)
    rest = Range(group.head + 1, clause.last)
    behind = without_date(reading, rest, draft, cues).strip()
    lasts = host.partition(" ")[0].lower() in cues.grammar.articles
    begins = cues.actions.get(group.base) in ("launch", "end")
    if begins and not (behind.strip(EDGES) or lasts or begun):
        return None  # "Norda closed the mill, starting today": Norda began nothing.
    return [Bit("core", f"{host} {past} {behind}")]


def _suffered(
    reading: Reading, draft: Draft, host: str, cues: Cues
) -> list[Bit] | None:
    """ "After being hit by a van" as "a man was hit by a van"."""
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    if group is None or reading.words[group.first].low not in ("being", "having"):
        return None
    helper = "were" if _are_several(host, cues) else "was"
    rest = Range(group.head, clause.last)
    return [Bit("core", f"{host} {helper} {without_date(reading, rest, draft, cues)}")]


def done(reading: Reading, draft: Draft, doer: str | None, cues: Cues) -> str:
    """ "Stealing a boat" as "Oren Valk stole a boat", "" where nobody is known to have."""
    group = draft.group
    if group is None or not doer:
        return ""
    behind = without_date(reading, Range(group.last, draft.last), draft, cues)
    return f"{doer} {cues.pasts[group.base]} {behind.strip()}"


def _is_past(reading: Reading, clause: Clause) -> bool:
    """Whether what a clause hangs off is told as done."""
    seen = clause
    while seen.host is not None and seen.role is not Role.MAIN:
        seen = reading.clauses[seen.host]
    told = seen.group is not None and seen.group.finite
    if not told and not seen.first:
        seen = leading_clause(reading) or clause
    done = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
    group = seen.group
    return group is not None and group.tense in done and not group.negated


def _lacks_subject(reading: Reading, clause: Clause, group: Group, cues: Cues) -> bool:
    """Whether the name before a clause is its subject: "who led", not "where he led"."""
    if clause.opener in ("whose", "where", "what"):
        return False
    if clause.role is Role.PARTICIPLE:
        return group.tense is not Tense.GERUND
    between = reading.words[clause.first + 1 : group.first]
    if between and between[0].low in cues.grammar.relatives:
        return False
    return all(
        w.low in cues.grammar.adverbs
        or cues.grammar.is_manner(w.low)
        or w.low in cues.time.before_date
        or w.is_mark
        or is_dated(reading, w.start)
        for w in between
    )


def auxiliary(reading: Reading, draft: Draft, cues: Cues) -> str:
    """The auxiliary that "and released" shares with "was arrested", or ""."""
    return _shared(reading, draft.group, cues)


def _shared(reading: Reading, group: Group | None, cues: Cues) -> str:
    """The same of a verb: "was held, | tried and | released" hand it on."""
    told = [c.group for c in reading.clauses if c.role is Role.REPORT]
    before = [g for g in reading.groups if g.finite and group and g.last <= group.first]
    before = [g for g in before if not any(g is teller for teller in told)]
    if group is None or not before or group.passive or group.last - group.first != 1:
        return ""
    if group.base in cues.intransitive or cues.actions.get(group.base) == "fail":
        return ""  # "Was made a count and died in Lund"
    low = reading.words[group.head].low
    verb = cues.verbs.get(low)
    done = low.endswith("ed") if verb is None else "n" in verb.forms
    alone = verb is not None and "d" not in verb.forms  # "And given the key"
    if not done or (not alone and _has_object(reading, group, cues)):
        return ""
    helper = before[-1]
    if helper.passive:
        words = reading.words[helper.first : helper.head]
        helps = [
            w.text for w in words if w.low in cues.helpers | cues.grammar.negations
        ]
        return " ".join(helps) + " "  # "Was first seen and | later sold"
    listed = any(c.group is helper and c.opener == "and" for c in reading.clauses)
    return _shared(reading, helper, cues) if listed else ""


def _has_object(reading: Reading, group: Group, cues: Cues) -> bool:
    """Whether it is one who did something: "was founded and launched a store"."""
    place = object_place(reading.words, group.last, cues)
    behind = reading.words[place : place + 1]
    if group.base in cues.giving:
        return any(word.low in cues.grammar.determiners for word in behind)
    opens = cues.grammar.articles
    return any(
        (begins_object(word, cues) or word.low in opens)
        and not is_dated(reading, word.start)
        for word in behind
    )
