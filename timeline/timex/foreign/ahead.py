"""Whether a date that lacks its year or week lies ahead, as its sentence tells it.

The nearest verb decides: one of the future, of what is planned or in the present looks
ahead ("el parlamento vota el viernes").
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct, structs

from timeline import civil, edtf
from timeline.lang import conjugation
from timeline.lang.locales import Locale
from timeline.lang.tongues import Tongue
from timeline.model import Span, TimeValue
from timeline.timex.foreign import due, tasks
from timeline.timex.foreign.due import PARTED, WORD
from timeline.timex.foreign.near import entry_day
from timeline.timex.foreign.said import ALONE, OFTEN, Said
from timeline.timex.foreign.tells import (
    WILL,
    is_of_done,
    is_participle,
    may_be_helped,
    was_done,
)
from timeline.timex.foreign.tells import tells as tells_of
from timeline.timex.senses import When

_REACH = 240
"""Characters of a sentence that are looked at on each side of a date."""

_CITED = 60
"""Characters before a date in which the law may be named that it is of."""


_END = re.compile(r"[.!?…]\s|\n")
_NO_ORDINAL = re.compile(r"(?<!\b\d)(?<!\b\d\d)\.\s|[!?…]\s|\n")
"""The end of a sentence; the second where "3. Mai" has a full stop of its own."""


class _Prose(Struct, frozen=True):
    """A text and the words that tell which way its sentences look."""

    text: str
    tongue: Tongue
    more: Locale


def directed(
    text: str,
    finds: Iterable[Said],
    dct: TimeValue | None,
    tongue: Tongue | None,
    more: Locale,
) -> Iterator[Said]:
    """What was said, with what the words before it and its sentence tell of it. A text
    without a date speaks from the first of its entries, and from each whole date on."""
    by_entries, finds = dct is None, tuple(finds)
    dct = entry_day(text, finds) if dct is None else dct
    for found in finds:
        dct = (_day(found.when) if by_entries else None) or dct
        lows = text[max(0, found.span.start - _CITED) : found.span.start].lower()
        before = WORD.findall(lows)
        said = _described(found, before, more)
        around = ("", "")
        if tongue is not None:
            around = _around(text, said.span, more)
            back, says = _looks_back(around[0], tongue), _is_saying(*around, tongue)
            said = structs.replace(said, is_before=back, is_saying=says)
        weekly = due.is_weekly(said, before, more)
        if tongue is None or dct is None:
            if said.rule != ALONE:
                yield from due.ends(said) if weekly else (said,)
            continue
        is_open = weekly or _is_open(said.when, dct)
        directs = is_open or _is_weekday(said.when)
        way = (
            _way(_Prose(text, tongue, more), said, around, before[-2:])
            if directs
            else 0
        )
        if not is_open:
            yield structs.replace(said, is_ahead=way > 0)
            continue
        moves = weekly and due.is_of_move(" ".join(around), tongue)
        unsure = weekly and way in (0, 1)
        if unsure and not moves and tasks.opens(*around, tongue):
            yield structs.replace(said, rule=OFTEN, words="P1W", last=None)
            continue
        if unsure or moves:
            yield from directed(text, due.ends(said), dct, tongue, more)
            continue
        if said.rule == ALONE:
            is_told = way < 0 or way == WILL or _is_due(*around, tongue)
            if not is_told:
                continue  # "En verano hace calor"
            said = structs.replace(said, rule="locale-season")
        yield _toward(said, way, dct)


def _toward(said: Said, way: int, dct: TimeValue) -> Said:
    """What was said, with the way that its sentence looks."""
    sure = way == WILL or (way > 0 and said.when.month is None)
    sure = sure and not (_is_clock(said.when) or _is_tonight(said.when, dct))
    when, last = said.when, said.last
    if sure and when.toward is None:
        when = structs.replace(when, toward=1)
        days = last is not None and last.weekday is not None and last.day is None
        last = structs.replace(last, toward=1) if last and days else last
    past, ahead = way < 0, way > 0
    return structs.replace(said, when=when, last=last, is_past=past, is_ahead=ahead)


def _looks_back(before: str, tongue: Tongue) -> bool:
    """Whether the last helper before a date puts it before what is told: "había salido"."""
    helpers, words = tongue.helpers, due.near(before)
    every = helpers.had | helpers.have | helpers.was | helpers.will
    last = next((word for word in reversed(words) if word in every), "")
    return last in helpers.had - helpers.were


def _is_due(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether the sentence of a date says what is to be done."""
    words = WORD.findall(f"{before} {behind}".lower())
    return not tongue.helpers.must.isdisjoint(words)


def _is_saying(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether the words around a date between two marks tell that someone said so."""
    near = PARTED.split(before)[-1] + " " + PARTED.split(behind)[0]
    known = (tongue.forms.get(word, ()) for word in WORD.findall(near))
    bases = {form.base for forms in known for form in forms}
    return not bases.isdisjoint(tongue.voices.verbs)


def _described(said: Said, before: list[str], more: Locale) -> Said:
    """With whether it only says which thing is meant, and whether that is a law."""
    is_day = said.when.day is not None and said.when.weekday is None
    is_of = is_day and before[-1:] != [] and before[-1] in more.of
    is_cited = is_of and not set(more.laws).isdisjoint(before)
    return structs.replace(said, is_of=is_of, is_cited=is_cited) if is_of else said


def _is_open(when: When, dct: TimeValue) -> bool:
    """Whether a weekday or a day without its year is neither directed nor that of today."""
    if when.crossing and when.shift is not None and when.shift.amount == 0:
        return True
    if _is_clock(when):
        return True
    if when.weekend and when.toward == 0:
        return True  # "ce week-end" has been or is to come
    if when.toward is not None or when.shift is not None or when.year is not None:
        return False
    _, month, day = civil.ymd(dct.start // civil.DAY)
    if when.month is not None:
        return (when.month, when.day or day) != (month, day)
    if when.day is not None and when.weekday is None:
        return when.day != day
    if when.season is not None or when.holiday is not None or when.weekend:
        return True
    today = civil.weekday(dct.start // civil.DAY)
    return when.weekday is not None and (when.weekday != today or when.crossing)


def _day(when: When) -> TimeValue | None:
    """The day that a whole date says: the messages and notes below one speak from it."""
    if when.year is None or when.month is None or when.day is None:
        return None
    if not civil.is_day(when.year, when.month, when.day):
        return None
    return edtf.day(civil.days(when.year, when.month, when.day))


def _is_weekday(when: When) -> bool:
    """Whether it is a weekday alone."""
    others = (when.toward, when.shift, when.year, when.month, when.day)
    return when.weekday is not None and all(one is None for one in others)


def _is_tonight(when: When, dct: TimeValue) -> bool:
    """Whether a night begins on the day of the document."""
    today = civil.weekday(dct.start // civil.DAY)
    return when.crossing and not when.days and when.weekday == today


def _is_clock(when: When) -> bool:
    """Whether an hour has no day beside it."""
    return when.clock is not None and all(
        field is None for field in (when.shift, when.day, when.weekday, when.toward)
    )


def _way(prose: _Prose, said: Said, around: tuple[str, str], last: list[str]) -> int:
    """Which way a date lies, by what is told around it."""
    way = due.decided(*around, prose.tongue)
    if way is None and said.last is None and tasks.begins(*around, prose.tongue):
        way = 1
    if way is None and said.last is None and said.when.month is not None:
        way = tasks.of_task(*around, prose.tongue)
    if way is None and not _is_clock(said.when):
        way = tasks.of_state(said, around, prose.tongue)
    return _of_verbs(prose, said, around, last) if way is None else way


def _of_verbs(
    prose: _Prose, said: Said, around: tuple[str, str], last: list[str]
) -> int:
    """Which way the nearest verb to the left looks, else the nearest to the right.

    A date that is set lies ahead of one who sets it: "aplazado para el lunes".
    """
    before, behind = around
    words = f"{before} {behind}".split()
    alone = not any(may_be_helped(word.strip(".,;"), prose.tongue) for word in words)
    after = [*_told(behind, prose, alone=alone)]
    earlier = [*_told(before, prose, alone=alone)][-1:]
    if after and prose.tongue.is_verb_last and _is_opened(before, prose):
        earlier = []  # "meldt dat er maandag is ingebroken"
    told = earlier or after[:1]
    present = not after and _closes_in_present(before, behind, prose)
    if present or due.is_owed(before, behind, prose.tongue):
        return 1
    if not prose.tongue.words.since.isdisjoint(last) or is_of_done(
        behind, prose.tongue
    ):
        return -1
    summons = due.is_summons(before, prose.tongue)
    if summons or due.is_moved(before, behind, last, prose.tongue):
        return WILL
    is_set = not set(last).isdisjoint(prose.more.goals)
    if not is_set and _is_of_participle(before, prose.tongue):
        return -1
    if told and told[0] < 0:
        own = bool(earlier) and _is_own(before, prose)
        return 0 if is_set or (max(after, default=0) > 0 and not own) else -1
    if is_set and said.when.month is None:
        return WILL
    is_of = said.is_of and said.last is None  # "vom 3. bis 6. Juni" is when
    hearsay = is_of or _is_hearsay(before, behind, prose.tongue)
    if not told and _is_verb_beside(before, behind, prose):
        return 1
    if not told and _tells_present(f"{before} {behind}", prose.tongue):
        return 1
    return told[0] if told and not hearsay else 0


def _is_of_participle(before: str, tongue: Tongue) -> bool:
    """Whether the last verb before a date only describes: "firmato a Oslo il 3 gennaio".

    What is planned for then is none such, nor one that goes with a verb: "será firmado".
    """
    if tongue.is_verb_last:
        return False
    words = ["", *due.near(before)]
    forms = ((at, tongue.forms[w]) for at, w in enumerate(words) if w in tongue.forms)
    at, known = max(forms, default=(0, ()), key=itemgetter(0))
    every = "".join(form.kinds for form in known)
    if set(every) != {conjugation.PARTICIPLE}:
        return False
    planned = tongue.voices.plans | tongue.voices.moves
    lead, small = words[at - 1], tongue.words
    named = lead in small.articles | small.prepositions or words[at] in tongue.nouns
    helped = lead in tongue.forms or lead in tongue.helpers.been | _helpers(tongue)
    return not named and not helped and all(f.base not in planned for f in known)


def _helpers(tongue: Tongue) -> frozenset[str]:
    """Auxiliaries and modals in the forms that a sentence has of its own."""
    helpers = tongue.helpers
    every = helpers.have | helpers.had | helpers.was | helpers.passive | helpers.will
    return every | helpers.can | helpers.must | helpers.managed | helpers.state


def _tells_present(text: str, tongue: Tongue) -> bool:
    """Whether the one verb of a sentence is a present that could be a participle too.

    "Der Rat debattiert am Donnerstag", where no auxiliary makes a perfect of it.
    """
    words = WORD.findall(text)
    if not tongue.is_verb_last or not _helpers(tongue).isdisjoint(
        map(str.lower, words)
    ):
        return False
    before = ("", *words)
    articles = tongue.words.articles | tongue.words.prepositions
    return any(
        conjugation.PRESENT in form.kinds
        for last, word in zip(before, words, strict=False)
        if word.islower() and last.lower() not in articles
        for form in tongue.forms.get(word, ())
        if not form.particle
    )


def _is_verb_beside(before: str, behind: str, prose: _Prose) -> bool:
    """Whether a verb of many in the present stands beside: "am Sonntag wählen sie".

    It has the form of the infinitive, which alone tells no time.
    """
    if not prose.tongue.is_verb_last:
        return False
    words = WORD.findall(PARTED.split(before)[-1])
    persons = prose.tongue.words.persons
    for person, verb in pairwise(words):  # "wir treffen uns am Dienstag"
        if person.lower() in persons and _has_infinitive([verb], prose.tongue):
            return True
    small = prose.tongue.words.before_date
    ahead = [w for w in WORD.findall(before) if w.lower() not in small][-1:]
    near = ahead or WORD.findall(behind)[:1]
    return _has_infinitive(near, prose.tongue)


def _closes_in_present(before: str, behind: str, prose: _Prose) -> bool:
    """Whether a verb of many closes the clause of a date: "dass sie morgen schließen"."""
    if not prose.tongue.is_verb_last or not _is_opened(before, prose):
        return False
    words = due.beyond(behind)[-1:]
    return _has_infinitive(words, prose.tongue)


def _has_infinitive(words: Iterable[str], tongue: Tongue) -> bool:
    small = filter(str.islower, words)
    return any(tongue.may_be(word, conjugation.INFINITIVE) for word in small)


def _is_opened(before: str, prose: _Prose) -> bool:
    """Whether the clause of a date begins behind the last verb before it: "dass am"."""
    words = WORD.findall(before.lower())
    small = prose.tongue.words
    opens = [at for at, word in enumerate(words) if word in small.openers | small.that]
    if not opens:
        return False
    behind = " ".join(words[opens[-1] + 1 :])
    return not any(_told(behind, prose, alone=False))


def _is_own(before: str, prose: _Prose) -> bool:
    """Whether nothing parts a date from the verb before it: "que derrocaron el 3 de mayo"."""
    if prose.tongue.is_verb_last:
        return False
    clause = PARTED.split(before.lower())[-1]
    small = prose.tongue.words
    words = re.split(r"[\s']+", clause)
    at = max(
        (i for i, w in enumerate(words) if w in small.openers | small.that), default=-1
    )
    told = _told(" ".join(words[at + 1 :]), prose, alone=False)
    return any(tells < 0 for tells in told)


def _around(text: str, span: Span, more: Locale) -> tuple[str, str]:
    """What stands before and behind it in its sentence."""
    start, ends = max(0, span.start - _REACH), _END
    if "." in more.ordinals:
        ends = _NO_ORDINAL
    for end in ends.finditer(text, start, span.start):
        start = end.end()
    stop = ends.search(text, span.end, span.end + _REACH)
    last = stop.start() if stop else min(len(text), span.end + _REACH)
    return text[start : span.start], text[span.end : last]


def _is_hearsay(before: str, behind: str, tongue: Tongue) -> bool:
    """Whether it is told as done, by hearsay: "soll im März … erhalten haben"."""
    helpers = tongue.helpers
    words = f"{before} {behind}".lower().split()
    said = (helpers.must & helpers.hearsay).intersection(words)
    low = WORD.findall(behind.lower())
    ends = (at for at, word in enumerate(low) if at and word in helpers.done)
    return bool(said) and any(may_be_helped(low[at - 1], tongue) for at in ends)


def _told(text: str, prose: _Prose, *, alone: bool) -> Iterator[int]:
    """What each word of a stretch tells of time, where it tells any.

    `alone` says that "is" helps no other verb: "die Beerdigung ist am Freitag".
    """
    before, tongue, more = "", prose.tongue, prose.more
    helpers, may_be = tongue.helpers, False
    every = helpers.have | helpers.had | helpers.was
    for match in WORD.finditer(text):
        word = match[0]
        joined = text[match.end() : match.end() + 1] == "-" and not tongue.is_verb_last
        leads = not before and word.lower() in every  # "È stato aperto lunedì"
        word = word.lower() if joined or leads else word  # "Espera-se"
        tells = tells_of(word, before, tongue) if word.islower() else 0
        tells = 1 if alone and word in tongue.helpers.stands else tells
        if not tells and word.endswith(more.future) and word not in more.not_future:
            is_verb = word.islower() and before not in tongue.words.articles
            tells = WILL if is_verb else 0
        planned = before in tongue.helpers.stands and is_participle(word, tongue)
        if planned and any(f.base in tongue.voices.plans for f in tongue.forms[word]):
            tells = WILL  # "está previsto que"
        if tells:
            yield tells
        may_be = may_be or word in helpers.can or word in helpers.must
        may_be = may_be or word in helpers.will
        done = before in tongue.helpers.done
        passive = may_be and before in tongue.helpers.to_be
        if done and was_done(word, tongue, passive=passive):
            yield -1  # "dice haber cobrado"
        before = word.lower()
