"""How certain: happened, planned, alleged, denied or hypothetical, by cues in scope.

A cue counts where it governs the verb that tells the event: "denied that he fled" denies
the flight, "the minister, who denied it, was arrested" denies nothing.
"""

from timeline import civil
from timeline.extract.alleged import CLAIMS, KNOWN, alleged
from timeline.extract.breaking import sudden
from timeline.extract.deadlines import is_until, names_doer
from timeline.extract.deeds import certainty, is_deed
from timeline.extract.denials import dates_deed, deed_denied
from timeline.extract.draft import Draft, doubts_it
from timeline.extract.idle import is_not_until
from timeline.extract.reading import Clause, Range, Reading, Role
from timeline.extract.timely import is_called_for
from timeline.extract.verbs import Group, Tense
from timeline.extract.verdict import Verdict
from timeline.lang.cues import Cues
from timeline.model import Basis, Status, TimeValue

_NAMING = frozenset(("name", "appoint", "declare", "give", "grant"))
"""Look ahead, but not to the year in which they were done."""

_COUNTED = frozenset(("one", "fewer", "less", "more"))
"""Behind "no" these deny nothing: "no one was hurt", "no fewer than three kings died"; nor
do figures: "No. 112 Anna Brenn, buried"."""

_UNQUOTED = str.maketrans("", "", '"“”„«»')

_YEARS = 2 * 365 * civil.DAY
"""Seconds after which it is known what "would" be."""

_HAPPENED = Verdict(Status.HAPPENED)


def judge(
    reading: Reading,
    draft: Draft,
    time: TimeValue | None,
    dct: TimeValue | None,
    cues: Cues,
) -> Verdict:
    """The status of an event as its sentence puts it. What lies ahead is planned."""
    if draft.statement:
        return _stated(reading, draft, cues)
    if asked := _asked_for(reading, draft, cues):
        return asked
    verdict = _said(reading, draft, cues)
    point = draft.point
    called = point and is_called_for(reading, point, draft.group)
    given = point is not None and is_until(reading, point, cues)
    if (called or given) and verdict.status is Status.HAPPENED:
        return Verdict(Status.PLANNED, ("until",) if given else ("for",))
    later = time is not None and dct is not None and time.start >= dct.end
    modal = draft.group.modal if draft.group else ""
    if later and modal == "should" and verdict.status is Status.HYPOTHETICAL:
        return Verdict(Status.PLANNED, verdict.cues)  # "Should arrive on Friday"
    if verdict.status is Status.HYPOTHETICAL and _came_true(reading, draft, time, dct):
        return _HAPPENED
    if (
        verdict.status is not Status.HAPPENED
        or not later
        or _is_past(reading, draft, cues)
    ):
        return verdict
    return Verdict(Status.PLANNED, (time.edtf,) if time else ())


def _asked_for(reading: Reading, draft: Draft, cues: Cues) -> Verdict | None:
    """Whether someone is asked to do it: "Please call me today", "Let us meet on Friday"."""
    first, *rest = reading.words[draft.first : draft.last]
    invites = first.low == "let" and any(w.low in ("us", "'s", "’s") for w in rest[:1])
    asks = invites or first.low in cues.status.requests
    return Verdict(Status.PLANNED, (first.text,)) if asks else None


def _came_true(
    reading: Reading, draft: Draft, time: TimeValue | None, dct: TimeValue | None
) -> bool:
    """Whether a history looks ahead: "he would return in 1945", told long after."""
    group = draft.group
    if group is None or group.modal != "would" or not time or not dct:
        return False
    if group.negated and not (
        draft.point and is_not_until(reading, draft.point, reading.cues)
    ):
        return False
    asks = any(c.role is Role.CONDITION for c in reading.clauses)
    long_ago = time.end < dct.start - _YEARS
    return long_ago and not asks and draft.report is None


def _is_past(reading: Reading, draft: Draft, cues: Cues) -> bool:
    """Whether the verb tells something as done, whatever the date of the document.

    A date behind that of the document is then one of the two read wrongly. The perfect
    takes no date of its own, and who "called a strike on Sunday" looks ahead to it.
    """
    group = draft.group
    if group is None:
        return False
    if _was_so(reading, draft, group, cues):
        return True
    if group.base == "be" or group.base in cues.state:
        return False
    moved = group.passive and group.base in cues.status.shifting
    if moved or group.base in cues.status.ahead or draft.report is not None:
        return False
    return group.tense is Tense.PAST


def _was_so(reading: Reading, draft: Draft, group: Group, cues: Cues) -> bool:
    """Whether a plain past has its year: "was named head in March 2031", "after retiring
    in 2031"; not "agreed to meet in March 2031"."""
    if draft.point is None or draft.point[1].basis is not Basis.EXPLICIT:
        return False
    place = draft.point[0]
    if group.tense is Tense.GERUND:
        openers = [reading.clauses[i].opener for i in draft.clauses]
        return openers == ["after"]
    looks = (cues.status.ahead - _NAMING) | cues.status.planned | cues.status.shifting
    looks |= cues.status.binding
    aims = any(
        g.tense is Tense.INFINITIVE and group.last <= g.first < place.first
        for g in reading.groups
    )
    return group.tense is Tense.PAST and group.base not in looks and not aims


def _stated(reading: Reading, draft: Draft, cues: Cues) -> Verdict:
    """A saying happened; but what it denies or only claims is marked as that."""
    group = draft.group
    if group is None:
        return _HAPPENED
    word = (reading.words[group.head].text,)
    if group.negated != (group.base in cues.reporting.denials):
        return Verdict(Status.DENIED, word)  # "Did not deny" denies nothing.
    if group.base in CLAIMS:
        return Verdict(Status.ALLEGED, word)
    return _by_tense(reading, draft, group) or _HAPPENED


def _said(reading: Reading, draft: Draft, cues: Cues) -> Verdict:
    group = draft.group
    if is_deed(draft):
        status, word = certainty(reading, draft, cues)
        return Verdict(status, (word,))
    if group is None:
        return alleged(reading, draft, cues) or _pending(reading, draft) or _HAPPENED
    return (
        _by_reporter(reading, draft, cues)
        or _refuted(reading, draft, cues)
        or _negated(reading, draft, group, cues)
        or _conditional(reading, draft, group)
        or alleged(reading, draft, cues)
        or _by_tense(reading, draft, group)
        or _intended(
            reading, sudden(reading, draft.clauses, draft.last, cues) or group, cues
        )
        or _thought(reading, draft, cues)
        or _HAPPENED
    )


def _by_reporter(reading: Reading, draft: Draft, cues: Cues) -> Verdict | None:
    """ "denied that …", "claimed that …"."""
    said = _told_by(reading, draft)
    if said is None or draft.report is None:
        return None
    word = (reading.words[said.head].text,)
    if said.base in cues.reporting.denials:
        # "Neither confirmed nor denied that …"
        neither = reading.words[said.first - 1].low == "nor"
        return Verdict(Status.ALLEGED if neither else Status.DENIED, word)
    who = reading.words[reading.clauses[draft.report].first : said.first]
    # "Unconfirmed reports say"
    unsure = any(w.low in cues.status.alleged_words for w in who)
    if unsure or said.base in CLAIMS:
        return Verdict(Status.ALLEGED, word)
    if doubts_it(reading, draft.report):
        believed = said.base in cues.reporting.beliefs
        return Verdict(Status.DENIED if believed else Status.ALLEGED, word)
    return None


def _told_by(reading: Reading, draft: Draft) -> Group | None:
    """The verb with which someone says what a draft tells, not only behind it."""
    report = reading.clauses[draft.report] if draft.report is not None else None
    return report.group if report and report.first <= draft.first else None


def _thought(reading: Reading, draft: Draft, cues: Cues) -> Verdict | None:
    """What someone only thinks has happened: "police believe that he was killed"."""
    said = _told_by(reading, draft)
    if said is None or said.base not in cues.reporting.doubtful:
        return None
    return Verdict(Status.ALLEGED, (reading.words[said.head].text,))


def _negated(
    reading: Reading, draft: Draft, group: Group, cues: Cues
) -> Verdict | None:
    """A negated verb, "no bomb …", "there was no …".

    "No one was hurt" is a fact as it stands; marked as denied it would say the opposite.
    """
    words = reading.words
    if group.negated:
        if draft.point and is_not_until(reading, draft.point, cues):
            return None  # "The law was not repealed until 1975"
        span = words[group.first : group.last]
        return Verdict(
            Status.DENIED,
            tuple(w.text for w in span if w.low in ("not", "n't", "never")),
        )
    if group.first > draft.first and words[group.first - 1].low == "neither":
        return Verdict(Status.DENIED, (words[group.first - 1].text,))
    holds = group.base in ("be", "have") and group.last < len(words)
    if holds and words[group.last].low == "no":
        return Verdict(
            Status.DENIED, (reading.said(Range(group.first, group.last + 1)),)
        )
    if group.subject_end:
        return None  # "No sooner had he landed than he was arrested"
    subject = [w for w in words[draft.first : group.first] if not w.is_mark]
    for place, word in enumerate(subject[:3]):
        if word.low in ("no", "neither"):
            next_ = [w.low for w in subject[place + 1 : place + 2]]
            one = not _COUNTED.isdisjoint(next_) or "".join(next_).isdigit()
            return None if one else Verdict(Status.DENIED, (word.text,))
        if word.low not in cues.grammar.coordinators and word.low not in (
            "that",
            "why",
            "to",
        ):
            return None
    return None


def _refuted(reading: Reading, draft: Draft, cues: Cues) -> Verdict | None:
    """ "The claim that he left is false", "he denies leaving on 3 May"."""
    deed = deed_denied(reading, draft, cues)
    if deed is not None and draft.group and dates_deed(draft, deed):
        return Verdict(Status.DENIED, (reading.words[draft.group.head].text,))
    if not draft.first or reading.words[draft.first].low != "that":
        return None
    start = reading.words[draft.first].start
    plain = reading.text[start : reading.span.end].translate(_UNQUOTED)
    found = cues.status.refuted.search(plain)
    if found:
        return Verdict(Status.DENIED, (found[0],))
    if found := cues.status.unproven.search(plain):
        return Verdict(Status.ALLEGED, (found[0],))
    return _rejected(reading, draft, cues)


def _rejected(reading: Reading, draft: Draft, cues: Cues) -> Verdict | None:
    """ "dismissed reports that he left", "reports that he left were denied"."""
    noun = reading.words[draft.first - 1]
    if noun.low not in cues.that_nouns or noun.low in KNOWN:
        return None
    ends = (draft.first - 1, draft.first - 2)  # "Denied | media | reports"
    group = next((g for g in reading.groups if g.last in ends and g.finite), None)
    last = reading.clauses[draft.clauses[-1]].last if draft.clauses else draft.last
    behind = next((g for g in reading.groups if g.first == last and g.passive), None)
    for said in (group, behind):
        if said and said.base in cues.reporting.denials and not said.negated:
            return Verdict(Status.DENIED, (reading.words[said.head].text,))
    return None


def _pending(reading: Reading, draft: Draft) -> Verdict | None:
    """ "Women to be released tonight": a line whose only verb is an infinitive."""
    inside = reading.groups_in(Range(draft.first, draft.last))
    if draft.noun is not None or not inside or inside[0].tense is not Tense.INFINITIVE:
        return None
    named = names_doer(reading, inside[0], reading.cues)
    if inside[0].base != "be" and (not named or any(g.finite for g in reading.groups)):
        return None
    return Verdict(
        Status.PLANNED, (reading.said(Range(inside[0].first, inside[0].last)),)
    )


def _conditional(reading: Reading, draft: Draft, group: Group) -> Verdict | None:
    """Inside an if-clause, or a modal beside one."""
    if not draft.clauses:
        return None
    clause = reading.clauses[draft.clauses[0]]
    if clause.role is Role.CONDITION:
        return Verdict(Status.HYPOTHETICAL, (clause.opener,))
    ifs = [c for c in reading.clauses if c.role is Role.CONDITION and _supposes(c)]
    if ifs and group.tense in (Tense.MODAL, Tense.FUTURE):
        return Verdict(Status.HYPOTHETICAL, (group.modal, "if"))
    return None


def _supposes(clause: Clause) -> bool:
    """Whether a condition is that of "if", or of "should the dam break"."""
    inverted = clause.group is not None and clause.group.subject_end > 0
    return clause.opener == "if" or inverted


def _by_tense(reading: Reading, draft: Draft, group: Group) -> Verdict | None:
    """Future and modal verbs. "Would have gone" is hearsay, "would go" the past's future."""
    words = [w.low for w in reading.words[group.first : group.last]]
    said = (reading.said(Range(group.first, max(group.head, group.first + 1))).strip(),)
    if group.tense is Tense.FUTURE:
        return Verdict(Status.PLANNED, said)
    if group.tense is not Tense.MODAL:
        return None
    if group.modal in {"would", "'d"}:
        if "have" in words[1:-1]:
            return Verdict(Status.ALLEGED, said)
        told = draft.report is not None or reading.words[draft.first].low == "that"
        return Verdict(Status.PLANNED if told else Status.HYPOTHETICAL, said)
    if group.modal == "must" and "have" in words[1:-1]:
        return Verdict(Status.ALLEGED, said)  # So someone infers.
    if group.modal in ("could", "may", "might", "can", "should", "cannot", "ca"):
        return Verdict(Status.HYPOTHETICAL, said)
    return Verdict(Status.PLANNED, said)


def _intended(reading: Reading, group: Group, cues: Cues) -> Verdict | None:
    """ "plans to", "is expected to", "was due on"."""
    words = reading.words
    after = words[group.last].low if group.last < len(words) else ""
    later = words[group.last + 1].low if group.last + 1 < len(words) else ""
    named = {group.base, words[group.head].low}
    if not named.isdisjoint(cues.status.planned) and (
        after in ("to", "for") or group.base == "schedule"
    ):
        return Verdict(Status.PLANNED, (words[group.head].text,))
    if (
        group.base == "be"
        and after in cues.status.planned
        and (later in ("to", "on", "in", "for", "at") or after == "due")
    ):
        return Verdict(Status.PLANNED, (words[group.last].text,))
    return None
