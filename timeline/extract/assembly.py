"""Parts of a sentence joined to clauses.

A part without a verb goes to the clause it interrupts, and a clause that another breaks
("X, who denied it, was arrested") is mended.
"""

from collections.abc import Sequence

from timeline.extract.clause import Clause, Range, Role, Tagged
from timeline.extract.part import Part
from timeline.extract.parts import Cutter
from timeline.extract.sequel import DASHES, LINKS, Sequel
from timeline.lang.cues import Cues
from timeline.model import Timex
from timeline.text.words import Word

_OPENING, _CLOSING = frozenset('"“„«'), frozenset('"”“»')
"""Marks of quotations."""

_HANGING = frozenset(
    "of among after before since until till during despite including".split()
)
"""Behind a relative clause these may as well go on with it."""

_RELATIVES = frozenset(("who", "which"))

_NAME = 4
"""Words of a name, at most."""

_JOINS = ("and", "or", "but", "yet", "nor")
"""What a clause without a subject goes on with: "who had come | but left"."""


def clauses(tagged: Tagged, cues: Cues) -> tuple[Clause, ...]:
    """The clauses of a sentence in order of their first words."""
    parts = Cutter(tagged, cues).parts()
    return Assembly(parts, tagged.words, tagged.timexes).clauses()


class Assembly:
    """Takes the parts one by one; `main` is the open main clause, `waiting` has none."""

    def __init__(
        self,
        parts: list[Part],
        tokens: Sequence[Word],
        placed: Sequence[tuple[Range, Timex]],
    ) -> None:
        self.parts, self.tokens, self.placed = parts, tokens, placed
        self.sequel = Sequel(parts, tokens, placed)
        self.found: list[list[Part]] = []
        self.main: list[Part] | None = None
        self.waiting: list[Part] = []

    def clauses(self) -> tuple[Clause, ...]:
        """All clauses in order of their first word."""
        for index, part in enumerate(self.parts):
            if part.role is Role.PHRASE:
                self._phrase(part, index)
            elif part.role is Role.MAIN:
                self._main(part, index)
            elif part.role is Role.REPORT:
                self._report(part, index)
            else:
                self.found.append([part])
        if self.waiting:
            self.found.append(self.waiting)
        self.found.sort(key=_first_start)
        return tuple(self._clause(parts) for parts in self.found)

    # ── Without a verb ───────────────────────────────────────────────────────────────

    def _phrase(self, part: Part, index: int) -> None:
        if owner := self._broken(part):
            owner.append(part)
            return
        opener, *rest = (word.low for word in self.tokens[part.first : part.last])
        lone = opener in _RELATIVES and part.mark == ","
        if lone and all(low == "," for low in rest):
            part.role, part.opener = Role.RELATIVE, opener
            self.found.append([part])
            return
        opens = part.opener == "that" or part.mark == ";" or self.sequel.awaits(index)
        opens = opens or self.sequel.leads_on(index)
        if opens:
            part.opener = part.opener or "and"
            self.main = None
        home = None if part.opener or self.waiting else self._home(part)
        home = home or self._described(part)
        if home is None:
            self.waiting.append(part)
        else:
            home.append(part)

    def _broken(self, part: Part) -> list[Part] | None:
        """The clause whose verb breaks off before here: "had, | by then, | fled"."""
        for parts in self.found:
            group = parts[0].group
            if group and group.first < part.first <= group.head:
                return parts
        return None

    def _home(self, part: Part) -> list[Part] | None:
        """The clause that a stretch without a verb belongs to; None: to the next one."""
        if not self.found:
            return None
        last, main = self.found[-1][-1], self.main
        if main is not None:
            aside = last.role in (Role.RELATIVE, Role.PARTICIPLE, Role.REPORT)
            infinitive = self.tokens[part.first].low == "to"
            returns = part.mark in (")", "]") or (
                aside
                and (infinitive or self.sequel.is_dated(part) or self._closes(part))
            )
            return main if returns else self.found[-1]
        if last.role in (Role.REPORT, Role.ADVERBIAL, Role.CONDITION):
            lacks = last.role is not Role.REPORT and self.found[-1][0].group is None
            if lacks and part.mark == ",":
                return self.found[-1]  # "When Ada Brenn, | 51, | looked"
            return self.found[-1] if self.sequel.is_dashed(part) else None
        return (
            None if last.role is Role.RELATIVE and part.mark == "," else self.found[-1]
        )

    def _closes(self, part: Part) -> bool:
        """Whether a comma closes the aside before: "fined Norda, which fled, | $3 million".

        "Took Lund, which fell in May, | after a week of fighting"
        """
        last = self.found[-1][-1]
        if last.role is not Role.RELATIVE or not (last.mark == part.mark == ","):
            return False
        opener = self.tokens[part.first]
        figure = opener.text[0] in "0123456789$€£" and part.last - part.first > 1
        return figure or (part.adverbial and opener.low not in _HANGING)

    def _described(self, part: Part) -> list[Part] | None:
        """The aside whose name an age follows: ", known as Oren Valk, | 34, | of Lund,"."""
        last = self.found[-1] if self.found else None
        if last is None or not self.waiting or last[-1].last + 1 != part.first:
            return None
        name, first = self.tokens[last[-1].last - 1], self.tokens[part.first]
        aged = first.text.isdigit() and part.last - part.first == 1
        aged = aged and name.text[0].isupper()
        lives = first.low == "of" and name.text.isdigit() and len(last) > 1
        return last if last[0].role is Role.PARTICIPLE and (aged or lives) else None

    # ── Main clauses ─────────────────────────────────────────────────────────────────

    def _main(self, part: Part, index: int) -> None:
        if self._is_matter(part, index):
            self.found.append([part])
            return
        if lone := self._waiting_relative(part):
            part.role, part.opener = Role.RELATIVE, lone[0].opener
            lone.append(part)
            return
        if circumstance := self._waiting_circumstance(part):
            part.role, part.opener = circumstance[0].role, circumstance[0].opener
            circumstance.append(part)
            return
        if self._goes_on(part):
            assert self.main is not None
            self.main.append(part)
            return
        relative = self._relative_before(part) or self._circumstance_before(part)
        if relative is not None:
            part.role, part.opener = relative.role, relative.opener
            self.found.append([part])
            return
        joint = self._joint_before()
        if joint and part.bare and all(p.adverbial for p in self.waiting[1:]):
            part.opener = part.opener or joint  # "And, a year later, | closed it"
        split = self._split_off(part)
        if self._is_listed(part) and not split:
            part.opener = "and"
        self.main = [*self.waiting, *split, part]
        self.found.append(self.main)
        self.waiting = []

    def _joint_before(self) -> str:
        """The "and" or "but" behind which an aside, or who says so, stands before a verb.

        "Was hit and, according to the army, | destroyed".
        """
        if self.waiting:
            low = self.tokens[self.waiting[0].first].low
            return low if low in LINKS else ""
        last = self.found[-1] if self.found else None
        if self.main is None or last is None or last[0].role is not Role.REPORT:
            return ""
        behind = self.tokens[self.main[-1].last - 1].low
        adjoins = self.main[-1].last + 1 == last[0].first
        return behind if adjoins and behind in LINKS else ""

    def _is_matter(self, part: Part, index: int) -> bool:
        """Whether "the claim | that the dam broke | is false" has its content here.

        Or "the cases – nine were reported – | are old" what is said by the way.
        """
        behind = self.parts[index + 1 : index + 2]
        resumes = any(
            p.role is Role.MAIN and p.bare and not p.opener and not p.mark
            for p in behind
        )
        if part.opener == "that" and bool(self.waiting) and resumes:
            return True
        if self._is_told_by(part) and any(p.bare and not p.opener for p in behind):
            return True
        dashed = part.mark in DASHES and bool(self.waiting) and not part.bare
        closes = (p for p in self.parts[index + 1 :] if p.mark in DASHES)
        goes_on = next(closes, None)
        if not dashed or goes_on is None or goes_on.group is None or goes_on.opener:
            return False
        leads = all(p.adverbial for p in self.waiting)
        return goes_on.bare != leads  # "With prices falling – oil fell – firms sold"

    def _is_told_by(self, part: Part) -> bool:
        """Whether "Brenn, who said | that she would stay, | resigned" has its content here."""
        last = self.found[-1][-1] if self.found else None
        if part.opener != "that" or not self.waiting or last is None:
            return False
        relates = last.role is Role.RELATIVE and last.last == part.first
        return relates and part.mark == ""

    def _goes_on(self, part: Part) -> bool:
        """Whether the part is the verb that the open main clause still lacks."""
        if part.group is None or part.opener or part.group.first > part.first + 1:
            return False
        main = self.main
        return main is not None and all(p.group is None for p in main)

    def _is_listed(self, part: Part) -> bool:
        """Whether ", lost it" is the next of several verbs: "took it, lost it and fled"."""
        bare = part.group is not None and part.group.first == part.first
        if not bare or part.mark != "," or part.opener or self.waiting:
            return False
        last = self.found[-1] if self.found else None
        if last is None or last is not self.main:
            return False
        told = last[-1].group is not None
        return told and (last[-1].opener != "that" or self.sequel.ends_list(part))

    def _split_off(self, part: Part) -> list[Part]:
        """The subject of a verb without one, where the clause before ends with it.

        "The barge has come and the ferry, which is slower, | is on its way."
        """
        if self.waiting or not self.main or not part.bare or part.opener:
            return []
        last, aside = self.main[-1], self.found[-1][-1]
        hangs = aside.role in (Role.RELATIVE, Role.PARTICIPLE) and aside.mark == ","
        if last.group is None or not hangs or part.mark != ",":
            return []
        between = range(last.last - 2, last.group.last, -1)
        at = next((n for n in between if self.tokens[n].low == "and"), None)
        if at is None or last.last > aside.first:
            return []
        end, last.last = last.last, at
        return [Part(Role.PHRASE, at, end, None, "and", "")]

    def _relative_before(self, part: Part) -> Part | None:
        """The relative clause that "and resigned" goes on with, where it follows one.

        Or the question: "whether he left | or was dismissed".
        """
        if not self.found or part.group is None:
            return None
        lead, last = self.found[-1][0], self.found[-1][-1]
        asks = lead.role is Role.CONDITION and part.opener == "or"
        if not (lead.role is Role.RELATIVE or asks) or last.last != part.first:
            return None
        joins = part.opener in _JOINS
        short = part.group.first <= part.first + 2
        return lead if joins and (short or self._waits(part)) else None

    def _waits(self, part: Part) -> bool:
        """Whether a subject waits that has its verb behind a part."""
        return bool(self.waiting) and self.sequel.acts_behind(part)

    def _circumstance_before(self, part: Part) -> Part | None:
        """The clause that "and" goes on with where the sentence still waits for its own.

        "On Monday, when the dam burst | and the mill was lost, Lund was calm."
        """
        if not self.found or self.main is not None or not self.waiting:
            return None
        last, place = self.found[-1][-1], self.parts.index(part)
        behind = self.parts[place + 1 : place + 2]
        opens = any(
            p.role is Role.MAIN and not p.opener and (p.mark == "," or p.bare)
            for p in behind
        )
        joins = part.opener in ("and", "or") and last.last == part.first
        return last if opens and joins and last.role is Role.ADVERBIAL else None

    def _waiting_relative(self, part: Part) -> list[Part] | None:
        """The clause of a lone "which" whose verb stands behind an aside.

        "The ship, which, | police said, | was lost in May, was found."
        """
        if not part.bare or part.opener or part.mark != ",":
            return None
        lone = (f for f in self.found[-2:] if f[0].role is Role.RELATIVE)
        return next((f for f in lone if not any(p.group for p in f)), None)

    def _waiting_circumstance(self, part: Part) -> list[Part] | None:
        """The clause that "after" opened whose verb stands behind an aside.

        "Lund sued Sarn after Velm, which was ill, | ordered it"; "after tests showed the
        man, a farmer, | had died".
        """
        if not part.bare or part.opener or self.waiting:
            return None
        last = next((f for f in reversed(self.found) if not _hangs(f)), None)
        if last is None or last[0].role not in (Role.ADVERBIAL, Role.CONDITION):
            return None
        if all(one.group is None for one in last):
            return last
        if part.mark != "," or self.main is None:
            return None
        helps = part.group is not None and part.group.last - part.group.first > 1
        return last if helps and len(last) > 1 and last is self.found[-1] else None

    # ── Reports ──────────────────────────────────────────────────────────────────────

    def _report(self, part: Part, index: int) -> None:
        before = self._stolen(part) or self._taken(part, index)
        self.found.append([*before, part])

    def _stolen(self, part: Part) -> list[Part]:
        """The phrases behind a clause that are the subject of a report without one.

        "The plant was sold, Anna Lind, its director, told the court", "…, the Committee
        (KNB) said": taken from there.
        """
        group = part.group
        closes = part.mark in (")", "]")
        if group is None or not self.found or group.first > part.first + 1:
            return []
        if group.base != "tell" and not closes and not self._is_post_and_name(part):
            return []
        last = self.found[-1]
        count = next((n for n, p in enumerate(last) if p.group), len(last)) + 1
        if group.base != "tell":
            count = max(count, len(last) - 2)
        behind = last[count:]
        del last[count:]
        return behind

    def _is_post_and_name(self, part: Part) -> bool:
        """Whether ", the minister, Anna Lind," stands before a bare "said on Friday".

        Or the name before the post.
        """
        group, last = part.group, self.found[-1][-2:]
        if group is None or part.mark != "," or len(last) < 2 or self.waiting:
            return False
        behind = self.tokens[group.last : group.last + 1]
        if any(w.text[0].isupper() or w.low == "the" for w in behind):
            return any(place.first == group.last for place, _ in self.placed)
        post, name = (self.tokens[p.first : p.last] for p in last)
        if not all(p.group is None and p.mark == "," for p in last):
            return False
        if len(post) > 1 and all(w.text[0].isupper() for w in name):
            return True
        # ", Anna Lind, head of the mill, said": the name may come first.
        describes = name[0].text[0].islower() or any(w.low == "'s" for w in name)
        return len(post) > 1 and describes and _is_name(post)

    def _taken(self, part: Part, index: int) -> list[Part]:
        """What waits and belongs to a report: its subject, or its date.

        "The Committee (KNB) said", "On Monday, the minister said that"; but in "On
        Monday, police said, three men were seized" the date is that of the seizing.
        """
        if part.group is None or any(p.opener for p in self.waiting):
            return []
        if self._is_quoted(part):
            taken = []
        elif part.bare:
            taken = self.waiting
        else:
            following = self.parts[index + 1] if index + 1 < len(self.parts) else None
            leads = following is not None and following.first == part.last
            taken = self.waiting if leads else []
        self.waiting = [p for p in self.waiting if p not in taken]
        return taken

    def _is_quoted(self, part: Part) -> bool:
        """Whether what waits is quoted: "The mill," | said Valk, | "was shut"."""
        closes = self.tokens[part.first].low in _CLOSING
        return closes and any(
            self.tokens[p.first].low in _OPENING for p in self.waiting
        )

    # ── Result ───────────────────────────────────────────────────────────────────────

    def _clause(self, parts: list[Part]) -> Clause:
        lead = next((p for p in parts if p.group), parts[0])
        ordered = sorted(parts, key=_start) if len(parts) > 1 else parts
        ranges = tuple([Range(part.first, part.last) for part in ordered])
        host = None
        if lead.role not in (Role.MAIN, Role.REPORT, Role.PHRASE):
            before = [
                i for i, c in enumerate(self.found) if c[0].first < parts[0].first
            ]
            host = before[-1] if before else None
        return Clause(lead.role, ranges, lead.group, lead.opener, host)


def _hangs(parts: list[Part]) -> bool:
    """Whether a clause breaks into another or says which one is meant."""
    return parts[0].role in (Role.RELATIVE, Role.PARTICIPLE)


def _is_name(words: Sequence[Word]) -> bool:
    """Whether words are no more than a name."""
    named = (word.text[0].isupper() or word.low == "of" for word in words)
    return len(words) <= _NAME and all(named)


def _start(part: Part) -> int:
    return part.first


def _first_start(parts: list[Part]) -> int:
    return parts[0].first
