"""Words of doubt around an event: "allegedly", "denies that", "claims of"."""

from timeline.extract.draft import Draft
from timeline.extract.reading import Reading
from timeline.extract.verbs import Tense
from timeline.extract.verdict import Verdict
from timeline.lang.cues import Cues
from timeline.model import Status

CLAIMS = frozenset(
    ("claim", "allege", "rumor", "rumour", "suspect", "speculate", "allegation")
)
KNOWN = frozenset(("fact", "news"))
"""What these bring is so, whoever denies it."""


def alleged(reading: Reading, draft: Draft, cues: Cues) -> Verdict | None:
    """ "reportedly", "is accused of", "it was rumoured that", "rumours that"."""
    head = draft.group.head if draft.group else draft.last
    for position in range(draft.first, min(draft.last, head + 4)):
        word = reading.words[position]
        if word.low not in cues.status.alleged_words:
            continue
        if position > head and _describes(reading, position):
            continue
        if position < head and _is_of_someone(reading, position, cues):
            continue
        if _is_of_thing(reading, position, cues):
            continue
        if not draft.clauses or any(
            reading.clauses[i].holds(position) for i in draft.clauses
        ):
            return Verdict(Status.ALLEGED, (word.text,))
    if not cues.status.alleged_phrases.keys.isdisjoint(reading.runs):
        said = _alleged_by_phrase(reading, draft, head, cues)
        if said is not None:
            return said
    return _content_of_doubt(reading, draft, cues)


def _is_of_thing(reading: Reading, at: int, cues: Cues) -> bool:
    """Whether only what someone or something is may not be so: "an apparently new strain
    has", "a video allegedly showing it has", ", allegedly a spy, was"."""
    if (
        not at
        or at + 1 >= len(reading.words)
        or not reading.words[at].low.endswith("ly")
    ):
        return False
    before, behind = reading.words[at - 1].low, reading.words[at + 1].low
    articles = cues.grammar.articles
    shows = any(g.first == at + 1 and g.tense is Tense.GERUND for g in reading.groups)
    called = before == "," and behind in articles
    return before in articles or called or (shows and before.isalpha())


def _alleged_by_phrase(
    reading: Reading, draft: Draft, head: int, cues: Cues
) -> Verdict | None:
    start = reading.words[reading.clauses[0].first].start if reading.clauses else 0
    behind = min(head + 3, draft.last, len(reading.words) - 1)
    end = reading.words[behind].start
    for phrase in cues.status.alleged_phrases.finditer(reading.text, start, end):
        if _is_of_subject(reading, reading.at(phrase.start()), draft, cues):
            continue
        if _governs(reading, phrase.start(), draft):
            return Verdict(Status.ALLEGED, (phrase[0],))
    return None


def _is_of_subject(reading: Reading, position: int, draft: Draft, cues: Cues) -> bool:
    """Whether a phrase only says of what the one who acts is accused, as a participle."""
    group = draft.group
    if group is None or not draft.first < position < group.first:
        return False
    verb = cues.verbs.get(reading.words[position].low)
    helped = any(g.first < position < g.last for g in reading.groups)
    return verb is not None and "n" in verb.forms and not helped


def _describes(reading: Reading, position: int) -> bool:
    """Whether a cue behind the verb only says what is thought of someone: "an alleged spy"."""
    following = reading.words[position + 1 : position + 2]
    adverb = reading.words[position].low.endswith("ly")
    return not adverb and bool(following) and following[0].low.isalpha()


def _is_of_someone(reading: Reading, position: int, cues: Cues) -> bool:
    """Whether a cue says of what someone is suspected, of whom something sure is told.

    "A suspected thief was shot"; not "the alleged theft took place".
    """
    following = reading.words[position + 1 : position + 2]
    adverb = reading.words[position].low.endswith("ly")
    told = any(word.low in cues.event_nouns for word in following)
    verb = cues.verbs.get(reading.words[position].low)
    helped = any(g.first <= position < g.last for g in reading.groups if g.finite)
    return verb is not None and not (adverb or told or helped)


def _governs(reading: Reading, offset: int, draft: Draft) -> bool:
    """Whether a phrase stands in the draft's own clause or the one just before it."""
    if not draft.clauses:
        return True
    position = reading.at(offset)
    first = draft.clauses[0]
    own = any(reading.clauses[i].holds(position) for i in draft.clauses)
    opens = (
        reading.clauses[first].opener == "that"
        or reading.words[draft.first].low == "that"
    )
    return own or (opens and first > 0 and reading.clauses[first - 1].last >= position)


def _content_of_doubt(reading: Reading, draft: Draft, cues: Cues) -> Verdict | None:
    """ "it had been rumored that …", "unconfirmed reports that …"."""
    if not draft.first or reading.words[draft.first].low != "that":
        return None
    before = reading.words[draft.first - 1]
    if any(g.negated and g.last == draft.first for g in reading.groups):
        return Verdict(Status.ALLEGED, (before.text,))
    if _is_ruled_out(reading, draft.first, cues):
        return Verdict(Status.DENIED, (before.text,))
    feared = any(
        g.passive and g.last == draft.first and g.base in cues.reporting.thoughts
        for g in reading.groups
    )
    if feared:
        return Verdict(Status.ALLEGED, (before.text,))
    noun = before.low in cues.that_nouns and draft.first > 1
    if noun and reading.words[draft.first - 2].low in ("no", "little", "any"):
        return Verdict(Status.ALLEGED, (before.text,))  # "No evidence that it fell"
    verb = cues.verbs.get(before.low)
    base = verb.base if verb else before.low.rstrip("s").removesuffix("ed")
    if base in CLAIMS:
        return Verdict(Status.ALLEGED, (before.text,))
    return None


def _is_ruled_out(reading: Reading, at: int, cues: Cues) -> bool:
    """Whether "have ruled out" stands before "that"."""
    group = next((g for g in reading.groups if g.last == at - 1), None)
    if group is None or group.negated:
        return False
    return f"{group.base} {reading.words[at - 1].low}" in cues.reporting.denials
