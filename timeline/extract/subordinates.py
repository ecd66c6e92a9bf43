"""A line of its own for a clause that hangs off another: it gets a subject and a verb."""

from timeline.extract.draft import Draft, is_dated
from timeline.extract.finish import possessive
from timeline.extract.fitting import Bit
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.undated import without_date
from timeline.extract.verbs import Group, Tense
from timeline.lang.cues import Cues


def with_host(
    reading: Reading, draft: Draft, bits: list[Bit], host: str | None, cues: Cues
) -> list[Bit]:
    """A line of its own for a clause that hangs off a name: "X turned it over"."""
    clause = reading.clauses[draft.clauses[0]]
    group = clause.group
    if group is None or host is None or not bits:
        return bits
    if clause.role is Role.ADVERBIAL or group.tense is Tense.GERUND:
        return _finite(reading, draft, host, cues) or bits
    if clause.role is Role.RELATIVE and clause.opener == "whose":
        bits[0].text = f"{possessive(host)} {bits[0].text.lstrip()}"
        return bits
    if _has_object_before(reading, clause, group, cues):
        before = reading.said(Range(clause.first + 1, group.last))
        rest = Range(group.last, clause.last)
        behind = without_date(reading, rest, draft, cues).strip()
        return [Bit("core", f"{before} {host} {behind}")]
    if _lacks_subject(reading, clause, group, cues):
        done = group.tense is Tense.PARTICIPLE and group.base not in cues.status.planned
        plural = host.endswith("s") and not host.endswith(("us", "ss", "is"))
        plural = plural and not host[0].isupper()
        passive = (" were" if plural else " was") if done else ""
        if reading.words[group.head].low in cues.headline.ties:
            return bits
        text = bits[0].text.lstrip()
        if not clause.first:
            text = text[:1].lower() + text[1:]
        bits[0].text = f"{host}{passive} {text}"
    return bits


def _has_object_before(
    reading: Reading, clause: Clause, group: Group, cues: Cues
) -> bool:
    """Whether what a clause hangs off is its object: "the firms that | it took over"."""
    if clause.role is not Role.RELATIVE or group.passive or group.base == "be":
        return False
    if clause.opener == "whom":
        return True
    if clause.opener not in ("that", "which") or not clause.first:
        return False
    if is_dated(reading, reading.words[clause.first - 1].start):
        return False  # "It was on Tuesday that the dam burst"
    subject = reading.words[clause.first + 1 : group.first]
    acts = len(subject) == 1 and cues.people.get(subject[0].low) == subject[0].low
    acts = acts or (len(subject) == 2 and subject[0].low in cues.grammar.articles)
    behind = reading.words[group.last : clause.last]
    ends = not behind or behind[0].is_mark or is_dated(reading, behind[0].start)
    return acts and (ends or behind[0].low in cues.time.before_date)


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
    if group.negated or group.passive or not (begun or _is_past(reading, clause)):
        return None
    rest = Range(group.head + 1, clause.last)
    behind = without_date(reading, rest, draft, cues).strip()
    return [Bit("core", f"{host} {past} {behind}")]


def _is_past(reading: Reading, clause: Clause) -> bool:
    """Whether what a clause hangs off is told as done."""
    seen = clause
    while seen.host is not None and seen.role is not Role.MAIN:
        seen = reading.clauses[seen.host]
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
        or w.low.endswith("ly")
        or w.low in cues.time.before_date
        or w.is_mark
        or is_dated(reading, w.start)
        for w in between
    )


def auxiliary(reading: Reading, draft: Draft, cues: Cues) -> str:
    """The auxiliary that "and released" shares with "was arrested", or ""."""
    group = draft.group
    before = [g for g in reading.groups if g.finite and group and g.last <= group.first]
    if group is None or not before or not before[-1].passive or group.passive:
        return ""
    behind = reading.words[group.last : group.last + 1]
    if any(w.low in cues.grammar.determiners or w.text[0].isupper() for w in behind):
        return ""  # It has an object: "was founded and launched a store".
    bare = group.last - group.first == 1 and reading.words[group.head].low in cues.verbs
    if not bare or "n" not in cues.verbs[reading.words[group.head].low].forms:
        return ""
    return reading.said(Range(before[-1].first, before[-1].head)) + " "
