"""Which way a clause looks, from the words around a time expression.

No tagger: the nearest cue to the left in the sentence decides, else the nearest to the
right. A participle after a modal ("will be held") looks ahead, one after an article ("a
delayed vote") says nothing.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

PAST, UNKNOWN, FUTURE, NEAREST, EITHER = -1, 0, 1, 2, 3
"""Which way; NEAREST where the words let it lie on either side ("effective", "through"),
EITHER where a plan is told of which nobody says whether it is over."""

_REACH, _WORDS = 160, 30
"""Characters and words looked at on each side; a clause is seldom longer."""

_NEAR = 3
"""Words before a verb form among which its auxiliaries stand."""

_COUNTED = 9
"""Words of "one of the nine young men to be", at most."""

_KEPT = 256
"""Windows remembered: the same words stand around many a time in tables and lists."""

_WORD = re.compile(r"['’]?[^\W\d_]+")
_BREAK = re.compile(r"[.!?;][\"”’)]?(?=\s+[\"“(]?[A-Z])|\n\s*\n")
_TO_NAME = re.compile(r"\bto (?=[A-Z][a-z])")
_GENITIVE = re.compile(r"['’]s\b")

Cues = Mapping[str, frozenset[str]]


def tense(text: str, start: int, end: int, cues: Cues) -> int:
    """PAST, FUTURE, NEAREST, EITHER or UNKNOWN for the expression at `text[start:end]`."""
    if _GENITIVE.match(text, end):
        return UNKNOWN
    before = _before_list(_clause_of(_left(text, start, cues), cues), cues)
    last = before[-1] if before else ""
    if last in cues["nearest"]:
        return NEAREST
    if last in cues["until"]:
        told = not cues["denying"].isdisjoint(before)
        told = told or not cues["ranging"].isdisjoint(before[-_NEAR - 1 :])
        past = told and _before(before[:-1], cues) == PAST
        return PAST if past or _after(text, end, cues) == PAST else FUTURE
    if last in cues["bound"]:
        return _bounded(text, end, before, cues)
    earliest = len(before) > 2 and " ".join(before[-3:]) in cues["at_earliest"]
    if earliest or _is_dated_now(before, cues) or _is_moved(before, cues):
        return FUTURE
    if _is_dated_then(before, cues) and any(map(str.isdigit, text[start:end])):
        return EITHER
    at, found = _nearest(before, cues)
    if found == UNKNOWN:
        arranged = set(before) <= cues["on"] and _is_arranged(text, end, cues)
        return FUTURE if arranged else _after(text, end, cues)
    if found == FUTURE and _is_noun_phrase(before, at, cues):
        return _of_plan(text, end, cues)
    if found == FUTURE and before[at] in cues["timetabled"]:
        # "Thirty runs on Saturday won the match": a noun.
        return PAST if cues["past"] & set(_right(text, end, cues)[:1]) else FUTURE
    return found


def _before_list(before: list[str], cues: Cues) -> list[str]:
    """The words before the first day of "by Thursday or Friday": both look one way."""
    listed = len(before) > 2 and before[-1] in cues["lists"]
    return before[:-2] if listed and before[-2] in cues["day_names"] else before


def _clause_of(before: list[str], cues: Cues) -> list[str]:
    """Of the words before a date at the head of a clause those of that clause.

    "Will open on Friday, | but on Monday it failed"
    """
    opens = len(before) > 1 and before[-1] in cues["on"] and before[-2] in cues["turns"]
    return before[-2:] if opens else before


def _is_dated_now(before: list[str], cues: Cues) -> bool:
    """Whether the date is all that the present tense says: "the vote is on Friday"."""
    leads = cues["on"] | cues["of_clock"]
    words = before[:-1] if before and before[-1] in leads else before
    return len(words) > 1 and words[-1] in cues["is_now"]


def _is_dated_then(before: list[str], cues: Cues) -> bool:
    """Whether "said the vote was | on 9 June" may be told of one to come."""
    words = before[:-1] if before and before[-1] in cues["on"] else before
    was = bool(words) and words[-1] in cues["to_be"] & cues["past"]
    return was and not cues["telling"].isdisjoint(words[:-1])


def _is_moved(before: list[str], cues: Cues) -> bool:
    """Whether something was put off to the date: "was postponed to June".

    The verb may stand farther off, with no other between: "moved its shows in Lund to June".
    """
    if not before or before[-1] not in cues["infinitive"]:
        return False
    near = before[-1 - _NEAR :]
    at, found = _nearest(before[:-1], cues)
    far = found == PAST and before[at] in cues["moving"]
    if not cues["moving_ways"].isdisjoint(near):
        far = far or not cues["moving_so"].isdisjoint(near)  # "Put back to June"
    return far or not cues["moving"].isdisjoint(near)


def _is_arranged(text: str, end: int, cues: Cues) -> bool:
    """Whether "On Friday, | the firm is sending a ship" has no other verb before."""
    words = _right(text, end, cues)
    for at, word in enumerate(words):
        if word in cues["is_now"]:
            doing = words[at + 1 : at + 2]
            ends = any(w[-3:] in cues["gerund_ending"] for w in doing)
            return ends and cues["nothing"].isdisjoint(doing)
        if _cue(words, at, cues) != UNKNOWN:
            return False
    return False


def _of_plan(text: str, end: int, cues: Cues) -> int:
    """In "the rally planned for Saturday was called off" it was so before or after it."""
    if cues["perfect"] & set(_right(text, end, cues)[:1]):
        return FUTURE
    return EITHER if _after(text, end, cues) == PAST else FUTURE


def is_done(text: str, start: int, cues: Cues) -> bool:
    """Whether the word right before says that it is past: "ended March 31", "fell on Friday"."""
    before = _left(text, start, cues)
    if before and before[-1] in cues["on"]:
        before.pop()
    if not before or before[-1] in cues["commits"] or before[-1] in cues["planned"]:
        return False
    return _cue(before, len(before) - 1, cues) == PAST


def direction(words: list[str], cues: Cues) -> int:
    """PAST, FUTURE, EITHER or UNKNOWN, as the last that tells it of words in lower case."""
    return _before(words, cues)


def is_told(text: str, start: int, end: int, cues: Cues) -> bool:
    """Whether what it dates is told right behind: "spending for April was flat"."""
    first = _right(text, end, cues)[:1]
    if not first or first[0] not in cues["to_be"] & cues["past"]:
        return False
    return _before(_left(text, start, cues), cues) == UNKNOWN


def _bounded(text: str, end: int, before: list[str], cues: Cues) -> int:
    """In "by May" the bound lies ahead, unless what was done by then is told."""
    if len(before) == 1:
        return _after(text, end, cues)
    if cues["over"] & set(_right(text, end, cues)[:6]):
        return PAST
    found = _before(before[:-1], cues)
    is_open = found == UNKNOWN and cues["is_now"] & set(before)
    return FUTURE if is_open or _is_purpose(before, cues) else found


def _is_purpose(before: list[str], cues: Cues) -> bool:
    """Whether an infinitive stands between the bound and the verb before it.

    None does in "had risen to 40 by Monday", of which figures are left out here, nor in
    "had spread to most towns".
    """
    for at in range(len(before) - 1, -1, -1):
        if before[at] in cues["infinitive"] and not _leads_to_noun(before, at, cues):
            return at + 2 < len(before)
        if _cue(before, at, cues) != UNKNOWN:
            return False
    return False


def _before(words: list[str], cues: Cues) -> int:
    return _nearest(words, cues)[1]


def _nearest(words: list[str], cues: Cues) -> tuple[int, int]:
    """Where the last word is that tells a tense, and which; (0, UNKNOWN) if none does."""
    telling, endings = cues["tense"], cues["past_ending"]
    for at in range(len(words) - 1, -1, -1):
        if words[at] in telling or words[at][-2:] in endings:
            found = _cue(words, at, cues)
            if found == EITHER and _before(words[:at], cues) == FUTURE:
                return at, FUTURE
            if found != UNKNOWN:
                return at, found
    return 0, UNKNOWN


def _is_noun_phrase(words: list[str], at: int, cues: Cues) -> bool:
    """Whether a participle of planning belongs to a noun: "the rally planned for …"."""
    helped = cues["to_be"] | cues["perfect"] | cues["over"] | cues["been"]
    return words[at] in cues["planned"] and at > 0 and words[at - 1] not in helped


def _after(text: str, end: int, cues: Cues) -> int:
    words = _right(text, end, cues)
    if words and words[0] in cues["brings"]:
        return UNKNOWN  # "The news on Monday that it would close"
    telling, endings = cues["tense"], cues["past_ending"]
    for at, word in enumerate(words):
        if word in cues["until"] or (word not in telling and word[-2:] not in endings):
            continue  # "Until" leads to another date
        if word in cues["planned"] and not cues["to_be"] & set(words[:at]):
            # "On Friday the board planned to meet" tells what was planned that day.
            return PAST
        found = _cue(words, at, cues)
        if found == FUTURE and word in cues["commits"]:
            return PAST  # "In a letter of 3 May he offered to buy it"
        if found != UNKNOWN:
            return found
    return UNKNOWN


def _left(text: str, start: int, cues: Cues) -> list[str]:
    """The words of the sentence before the expression, in lower case.

    None of what is said: "will close, | according to a statement Monday".
    """
    words = list(_last_words(text[max(0, start - _REACH) : start], cues["names"]))
    if cues["citing"].isdisjoint(words):
        return words
    return words[max(n for n, word in enumerate(words) if word in cues["citing"]) :]


def _right(text: str, end: int, cues: Cues) -> list[str]:
    """The words of the sentence after the expression, in lower case."""
    return list(_first_words(text[end : end + _REACH], cues["names"]))


@lru_cache(_KEPT)
def _last_words(window: str, names: frozenset[str]) -> list[str]:
    cut = 0
    for found in _BREAK.finditer(window):
        cut = found.end()
    return _words(window[cut:], names)[-_WORDS:]


@lru_cache(_KEPT)
def _first_words(window: str, names: frozenset[str]) -> list[str]:
    stop = _BREAK.search(window)
    return _words(window[: stop.start() if stop else None], names)[:_WORDS]


def _words(window: str, names: frozenset[str]) -> list[str]:
    """In lower case, but for the names of months that are verbs as well.

    A name behind "to" gets an article, which tells that no verb stands there: "was called
    to Mill Lane".
    """
    window = _TO_NAME.sub("to the ", window)
    if any(map(window.__contains__, names)):
        return [w if w in names else w.lower() for w in _WORD.findall(window)]
    return _WORD.findall(window.lower())


def _cue(words: list[str], at: int, cues: Cues) -> int:
    word = words[at]
    before = words[max(0, at - _NEAR) : at]
    if word in cues["foretold"] and cues["is_now"] & set(before[-2:]):
        return FUTURE
    if word in cues["future"] or word in cues["planned"]:
        return _of_plans(words, at, before, cues)
    if word in cues["possible"]:
        done = cues["perfect"] & set(words[at + 1 : at + 3])
        return UNKNOWN if done else FUTURE
    if word in cues["scheduled"]:
        return UNKNOWN if _is_helped(words, at, cues) else FUTURE
    if word in cues["done_after"]:
        return PAST if _is_after_deed(words[at + 1 : at + 4], cues) else UNKNOWN
    if word in cues["timetabled"]:
        return _of_timetable(words, at, cues)
    if word in cues["past"] or _is_past_form(word, cues):
        return _of_past_form(words, at, before, cues)
    if word in cues["asks"] or word in cues["invites"]:
        return _of_request(words, at, cues)
    if word in cues["arranged"]:
        return FUTURE if cues["is_now"] & set(before[-1:]) else UNKNOWN
    aims = word in cues["infinitive"] and at > 0
    return _of_infinitive(words, at, cues) if aims else UNKNOWN


def _is_helped(words: list[str], at: int, cues: Cues) -> bool:
    """Whether another word tells the tense of a verb: "did not arrive", "saw him leave"."""
    if not cues["perceived"].isdisjoint(words[max(0, at - 2 * _NEAR) : at]):
        return True
    helps = ("modals", "to_be", "past", "denying")
    return at > 0 and any(words[at - 1] in cues[name] for name in helps)


def _is_after_deed(behind: list[str], cues: Cues) -> bool:
    """Whether these follow "after" in "after beating Lorva", "after his arrest"."""
    harmed = not cues["done_nouns"].isdisjoint(behind)
    return harmed or any(word[-3:] in cues["gerund_ending"] for word in behind[:1])


def _ended(words: list[str], at: int, cues: Cues) -> bool:
    """Whether "was on the run | until his arrest on Thursday" tells of what was."""
    event = not cues["determiners"].isdisjoint(words[at + 1 : at + 2])
    return event and _before(words[:at], cues) == PAST


def _of_timetable(words: list[str], at: int, cues: Cues) -> int:
    """In "the ferry sails on Friday" it lies ahead, if nothing past is told before."""
    is_told = any(w in cues["past"] or _is_past_form(w, cues) for w in words[:at])
    return UNKNOWN if is_told or cues["modals"] & set(words[at - 1 : at]) else FUTURE


def _of_request(words: list[str], at: int, cues: Cues) -> int:
    """In "could we meet on Friday", "let us meet on Friday" it lies ahead."""
    invites = words[at] in cues["invites"]
    asked = cues["invited"] if invites else cues["asked"]
    whom = words[at + 1 : at + 2]
    return FUTURE if asked & set(whom) and not (invites and at) else UNKNOWN


def _of_plans(words: list[str], at: int, before: list[str], cues: Cues) -> int:
    if at and words[at - 1] in cues["comparing"] and words[at] in cues["planned"]:
        return UNKNOWN  # "Rose faster than expected on Monday"
    if words[at] in cues["until"] and _ended(words, at, cues):
        return PAST
    if words[at] in cues["nouns"] and _is_object(words, at, cues):
        return UNKNOWN
    return PAST if cues["over"] & set(before) else FUTURE


def _is_object(words: list[str], at: int, cues: Cues) -> bool:
    """Whether "plans" is what someone has "announced on Monday", and no verb."""
    if not at:
        return False
    verb, owner = words[at - 1], _owner(words, at, cues)
    if not set(words[at + 1 :]) <= cues["on"]:
        # "Unveiled her plans for the port in March"
        aims = not cues["infinitive"].isdisjoint(words[at + 1 :])
        aims = aims or words[-1] in cues["goal"]
        ahead = words[owner - 1] if owner > 0 else ""
        return not aims and (ahead in cues["past"] or _is_past_form(ahead, cues))
    if owner >= 0:
        return True
    return verb in cues["past"] - cues["perfect"] or _is_past_form(verb, cues)


def _owner(words: list[str], at: int, cues: Cues) -> int:
    """Where the article before "plan" stands, "a | flood | plan" has one; -1 if nowhere."""
    for place in range(at - 1, max(-1, at - 2 - _NEAR), -1):
        if words[place] in cues["determiners"] or words[place] in cues["genitive"]:
            return place
        if words[place] in cues["on"] or _cue(words, place, cues) != UNKNOWN:
            return -1
    return -1


def _of_infinitive(words: list[str], at: int, cues: Cues) -> int:
    """After "is to" or "a deal to" it lies ahead; a purpose may have been reached or not."""
    verb = words[at - 1]
    if verb in cues["to_be"] | cues["intents"]:
        return FUTURE
    is_object = verb in cues["past"] or _is_past_form(verb, cues)
    is_purpose = not is_object and cues["purposes"] & set(words[at + 1 : at + 2])
    return EITHER if is_purpose else UNKNOWN


def _of_past_form(words: list[str], at: int, before: list[str], cues: Cues) -> int:
    if words[at] in cues["commits"] and _aims(words, at, cues):
        return FUTURE
    if words[at] in cues["calling"] and _is_called(words, at, cues):
        return FUTURE
    ahead = not cues["be"].isdisjoint(before) and cues["modals"] & set(before)
    if ahead and _is_of_several(words[:at], cues):
        return PAST
    if ahead and _is_past_form(before[-1], cues) and words[at] in cues["past"]:
        return PAST  # "The ruling, which can be appealed, came on Monday"
    helps = cues["modals"] | cues["asks"] | cues["denying"]
    bare = len(before) > 1 and before[-1] in cues["be"] and before[-2] not in helps
    if bare:
        return FUTURE  # "Resolved that it be sold"
    if ahead or (before and before[-1] in cues["modals"] - cues["infinitive"]):
        return FUTURE
    if before and before[-1] in cues["is_now"] and words[at] not in cues["past"]:
        return UNKNOWN  # "is reached by Friday"
    is_adjective = before and before[-1] in cues["determiners"]
    return UNKNOWN if is_adjective and words[at] not in cues["past"] else PAST


def _aims(words: list[str], at: int, cues: Cues) -> bool:
    """Whether "called to | say" stands here, or "called for", not "called to | a house"."""
    goal = words[at + 1 : at + 2]
    if not cues["infinitive"].isdisjoint(goal) and _leads_to_noun(words, at + 1, cues):
        return False
    return not cues["goal"].isdisjoint(goal)


def _is_called(words: list[str], at: int, cues: Cues) -> bool:
    """Whether the date is that of what was called: "announced a match for 8 October".

    So is it in "has announced a match in Lund on": that verb can have no day of its own.
    """
    behind = words[at + 1 :]
    if len(behind) < 2 or not cues["looking_back"].isdisjoint(behind):
        return False
    helped = not cues["perfect"].isdisjoint(words[max(0, at - 1) : at])
    helped = helped and words[at] not in cues["commits"]
    return helped or not cues["for_day"].isdisjoint(behind[-2:])


def _leads_to_noun(words: list[str], at: int, cues: Cues) -> bool:
    """Whether "to" leads to where or whom, and to no verb: "to the house", "to most"."""
    following = set(words[at + 1 : at + 2])
    return bool(following & cues["determiners"] or following & cues["amounts"])


def _is_of_several(words: list[str], cues: Cues) -> bool:
    """Whether "was one of nine men to be | arrested" tells of what was done."""
    near = words[-_COUNTED:]
    told = [n for n, word in enumerate(near) if word in cues["picked"]]
    if not told or not cues["infinitive"].isdisjoint(near[: told[-1]]):
        return False
    first = len(near) - told[-1]
    before = words[-first - _NEAR : -first]
    return not (cues["to_be"] & cues["past"]).isdisjoint(before)


def _is_past_form(word: str, cues: Cues) -> bool:
    regular = word[-2:] in cues["past_ending"] and len(word) > 3
    return word in cues["done"] or (regular and word not in cues["not_past"])
