"""Gates for numbers that are years, days or times of day."""

import re
from functools import lru_cache

from timeline.text.accounts import is_account
from timeline.timex.gates.around import (
    LEFT_REACH,
    is_plural,
    left_word,
    right_word,
    starts,
    touches,
)
from timeline.timex.lexicon import Lexicon
from timeline.timex.tokens import Tokens

_CLOCK = re.compile(
    r"\bat (?:about |around )?(?:0\d|1[0-4])[0-5]\d\b(?![%-])(?: (?P<after>\w+))?",
    re.IGNORECASE,
)
"""A time of day without a colon, of the years that are seldom told of."""

_ENTRY = re.compile(
    r"""(?:\A|(?<=[.!?”"')\n\]])(?:[ ]+|[ ]*\n)|(?<=\d\n)|(?<=\n)(?=\d{4}(?:[ ]{2}|\t))
    |(?<=[/.]\d\d[ ]{2})|(?<=\n)(?=[0-2]\d[0-5]\d[ ][A-Z]))
    (?P<figures>\d{4})(?=:?[ ]["“'‘]?[^\W\d_a-z]|[ ]{2,}\S|\t)""",
    re.VERBOSE,
)
"""Four figures at the head of a sentence, or behind the date of a row."""

_ENTRIES = 4
"""Sentences that begin with a time of day in the shortest log."""

_TO_MONTH = re.compile(r" ?(?:to|[-–—]) ?(?:\d{4}|[Pp]resent|now)\b")
_ACRONYM = 5
"""Letters of an acronym, at most."""

_MONTH = 2
"""Fields of a date that is a month."""

_YEARS = range(1500, 2031)
"""Figures that are rather a year, were there not others."""


_CITED = re.compile(
    r"(?:[\])] (?:\d{1,4} )?|[\])]? \(\d{1,3}\) |[\])]? (?=[A-Z]{2,6} )|\] )"
    r"(?:[A-Z][A-Za-z.]{0,7} ){1,3}\d{1,5}\b"
)
"""What stands behind the year of a volume of law reports: " (2) SA 118", "] 2 AC 53",
" UKSC 12"."""


_CHRONICLE = re.compile(
    r"^[ \t*_•–—#|-]*(?:A\.?D\.? )?(?P<year>1[0-9]\d\d|20\d\d)"
    r"(?=[*_]+[:.]?[ \t]|[*_]*[ \t]?[:.|–—-][*_]*[ \t]|\t|[ ]{2})",
    re.MULTILINE,
)
"""A year at the head of a line, with a mark behind it."""

_NOTE = re.compile(
    r"^[ \t*•–#-]*(?P<figures>\d{1,2}/\d{1,2}(?=[ \t:–-]+\S|[*_:]*[ \t]*$)"
    r"|\d\d\.\d\d\.\d\d(?=[ ]{2}|[ \t]*[|\t]|[ ]\d\d:?\d\d\b))",
    re.MULTILINE,
)
"""Day and month at the head of a line or alone in it, or in figures the head of a row:
"24.01.31  Lund"."""

_DAY_ON = re.compile(
    r"^(?P<month>(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? )?"
    r"(?P<day>\d{1,2})(?:(?<=[a-z.] \d)|(?<=[a-z.] \d\d)|(?=\. [A-Z]))(?=[.:,])",
    re.MULTILINE,
)
_LAST_DAY = 31
"""The day of an entry at the head of its line, with its month or without."""

_DOTTED = 24
"""Characters before a time with a dot in which its sentence may begin."""

_AT = re.compile(r"\b[Aa]t (?:about |around )?(?:\d\d?\.\d\d (?:and|or) )?$")
_AT_HEAD = re.compile(r"(?:^|[.!?:]\s+|\n\s*(?:\d{1,3}\. )?)At (?:about |around )?$")
"""Takes a time of day, and at the head of a sentence nothing else."""

_DOTTED_LINE = re.compile(
    r"^[ \t]*(?P<figures>[0-2]\d\.[0-5]\d)(?=[ ]{2,}\S|\t|[ ][–-][ ])", re.MULTILINE
)
"""A time with a dot at the head of a line of a log."""

_CLOCK_BEHIND = re.compile(
    r",? (?:at )?(?:\d\d?(?:[:.]\d\d)? ?[ap]\.?m\b|\d\d?:\d\d\b)"
)
"""A clock time behind a day."""

_NOTES = 3
"""Such lines in the shortest notes."""


_DATED = re.compile(
    r"(?:\b\d\d?(?P<mark>[/.-])\d\d?(?P=mark)\d{4}|\b\d{4}-\d\d-\d\d"
    r"|\b\d\d(?P<sign>[/.])\d\d(?P=sign)\d\d(?=[ ]{2})"
    r"|\b\d\d? [A-Z][a-z]{2,8}\.? \d{4}),?[ ]{1,4}$"
)
"""A whole date before four figures."""

_STAMP_BEHIND = re.compile(r"[ ]{1,2}\d{1,2}[ ](?:\d{4}[ ])?\d\d:\d\d\b")
"""What stands behind the month of a stamp."""

_NUMBERED = re.compile(r"-[a-z]{2,4}-\d")
"""What stands behind the office in the number of a case: "2:30-cv-00417"."""


@lru_cache(maxsize=2)  # Asked again and again of one text, for two kinds of lines.
def _heads(text: str, lines: re.Pattern[str]) -> frozenset[int]:
    """Where the figures stand that head such lines of notes or of a log, if enough have."""
    found = frozenset(one.start("figures") for one in lines.finditer(text))
    return found if len(found) >= _NOTES else frozenset()


def not_more_digits(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """The number at the end is not the start of a longer one (",000"), nor a street's."""
    gap, right = right_word(kept, last)
    if gap == " " and right in lexicon.cues["named_places"]:
        return False
    if not kept.entries[last].numeric:
        return True
    end = kept.ends[last]
    rest = kept.text[end : end + 2]
    return not (len(rest) == 2 and rest[0] in ",.:/-–" and rest[1].isdigit())


def day_of_one(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "6 January", wrapped or not: no number above a line that begins with a stamp,
    as in "port 22", then "Jun  3 14:05:01"."""
    stamped = _is_broken(kept, first, last) and _STAMP_BEHIND.match(
        kept.text, kept.ends[last]
    )
    return not stamped and not_more_digits(kept, first, last, lexicon)


def day_behind(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "on August the first", not "in August the first women were hired"."""
    spelt = not any(c.isdigit() for c in kept.word(last))
    within = spelt and kept.word(last - 1).lower() == "the"
    if within and left_word(kept, first).lower() in lexicon.cues["within"]:
        return False
    return not_more_digits(kept, first, last, lexicon)


def one_line(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """The phrase stands in one line: no year at the end of a heading, then a month."""
    broken = _is_broken(kept, first, last)
    return not broken and not_more_digits(kept, first, last, lexicon)


def _is_broken(kept: Tokens, first: int, last: int) -> bool:
    """Whether a phrase runs over the end of a line."""
    return "\n" in kept.text[kept.starts[first] : kept.ends[last]]


def year_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """A four-digit number that is a year, by its neighbours."""
    left, (gap, right) = left_word(kept, first).lower(), right_word(kept, last)
    if (
        not not_more_digits(kept, first, last, lexicon)
        or left in lexicon.cues["numbered"]
        or (left not in lexicon.cues["takes_year"] and _is_cited(kept, last))
    ):
        return False
    if kept.starts[first] in _entries(kept.text):
        return False
    joined = kept.text[kept.starts[first] - 1 : kept.starts[first]] == "-"
    if joined:
        return left in lexicon.cues["joined"]
    if right.lower() in lexicon.cues["counted"] and gap.strip() in ("", "-"):
        return False
    value = kept.entries[last].values.get("{year}")
    if kept.starts[first] in _years(kept.text):
        return True
    if isinstance(value, int) and not 1500 <= value <= 2100:
        if _is_clock(kept, first, lexicon) or _tells_clock(kept, value, lexicon):
            return False
        return left in lexicon.cues["takes_year"] and not is_plural(gap, right)
    if left in lexicon.cues["takes_year"] or not right:
        return True
    return not is_plural(gap, right) or left in ("", "s")


def no_serial(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "updated 2022-03": not "ASU 2022-03" nor "Form 2022-03", which are numbers.

    Of a post it is no number: "CEO 2022-03 to 2024-05".
    """
    fields = kept.entries[last].values.get("{iso}")
    if not isinstance(fields, tuple) or len(fields) != _MONTH:
        return True
    if _TO_MONTH.match(kept.text, kept.ends[last]):
        return True
    left = left_word(kept, first)
    return not (left.isupper() and 1 < len(left) <= _ACRONYM) and (
        left.lower() not in lexicon.cues["numbered"]
    )


@lru_cache(maxsize=1)  # Asked again and again of one text.
def _entries(text: str) -> frozenset[int]:
    """Where the times of day stand that head the entries of a log: "2246 Miners say …".

    All figures at the head of a sentence are such, and some could be no year.
    """
    found = list(_ENTRY.finditer(text))
    figures = [int(one["figures"]) for one in found]
    if len(found) < _ENTRIES or all(value in _YEARS for value in figures):
        return frozenset()
    if any(value // 100 > 23 or value % 100 > 59 for value in figures):
        return frozenset()
    return frozenset(one.start("figures") for one in found)


@lru_cache(maxsize=1)
def _years(text: str) -> frozenset[int]:
    """Where the years stand that head the items of a chronicle: "- **1349** Black Death".

    They follow each other, none earlier than the one before, and not all of them could be
    times of day.
    """
    found = [*_CHRONICLE.finditer(text)]
    years = [int(one["year"]) for one in found]
    clocks = all(year % 100 < 60 for year in years)
    if len(found) < _ENTRIES or clocks or years != sorted(years):
        return frozenset()
    return frozenset(one.start("year") for one in found)


def _is_cited(kept: Tokens, last: int) -> bool:
    """Whether a year is that of a volume in which a judgment is reported."""
    return _CITED.match(kept.text, kept.ends[last]) is not None


def _is_clock(kept: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether "at" stands before the figures, as in "at about 1430"."""
    start = kept.starts[first]
    words = kept.text[max(0, start - LEFT_REACH) : start].lower().split()
    while words and words[-1] in lexicon.cues["near_clock"]:
        words.pop()
    return bool(words) and words[-1] in lexicon.cues["takes_clock"]


def _tells_clock(kept: Tokens, value: int, lexicon: Lexicon) -> bool:
    """Whether figures can be a time of day in a text that tells it so elsewhere."""
    if value // 100 > 23 or value % 100 > 59:
        return False
    counted = lexicon.cues["counted"]
    return any(told["after"] not in counted for told in _CLOCK.finditer(kept.text))


def tens(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "the 60s": not "her late 60s", nor "highs in the 60s"."""
    start = kept.starts[first]
    before = kept.text[max(0, start - LEFT_REACH) : start].lower()
    words = before.replace("-", " ").split()[-3:]
    if words and words[-1] in lexicon.cues["thirds"]:
        words.pop()
    is_owned = bool(words) and words[-1] in lexicon.cues["owners"]
    return not is_owned and not lexicon.cues["measured"] & set(words)


def year_short(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """An apostrophe and two digits after a word that takes a year."""
    return left_word(kept, first).lower() in lexicon.cues["takes_short_year"]


def day_of_month(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "the 8th" with a preposition before, or "the night of", and no noun behind."""
    if "{unit}" in kept.entries[last].values:
        return True
    if not any(c.isdigit() for c in kept.word(last)):
        return False
    left = left_word(kept, first).lower()
    takes = left in lexicon.cues["takes_day_of_month"] or _is_of_part(
        kept, first, lexicon
    )
    return takes and _ends(kept, last, lexicon)


def _is_of_part(kept: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Whether "the night of" stands before an expression."""
    start = kept.starts[first]
    words = kept.text[max(0, start - LEFT_REACH) : start].lower().split()[-2:]
    part = lexicon.words.get(words[0]) if len(words) > 1 else None
    return part is not None and "{part}" in part.values and words[1] == "of"


def _ends(kept: Tokens, last: int, lexicon: Lexicon) -> bool:
    """Whether no noun follows that the number would count: "the first | barge"."""
    right = right_word(kept, last)[1]
    return (
        touches(kept, last) in ("", ".", ",", ";", ")", "\n")
        or right.lower()
        in lexicon.cues["function"] | lexicon.cues["after_day_of_month"]
    )


def day_alone(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "Friday the 13th" and "Friday the first": not "Friday the first barge"."""
    written = not any(c.isdigit() for c in kept.word(last))
    counts = written and not _ends(kept, last, lexicon)
    return not counts and not_more_digits(kept, first, last, lexicon)


def entry_day(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "8th." at the head of a line and of a sentence, as diaries have it."""
    figures = kept.word(first)[0].isdigit()
    return _heads_line(kept, first) and figures and touches(kept, last) in (".", ":")


def entry_weekday(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "Fri. 4." and "Mon 7:" at the head of a line, as logs of ships have it."""
    return _heads_line(kept, first) and touches(kept, last) in (".", ":", "\n")


def cell(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts what fills the cell of a row, the first one where gaps part them."""
    before = kept.text[max(0, kept.starts[first] - 3) : kept.starts[first]].rstrip(
        " \t"
    )
    behind = kept.text[kept.ends[last] : kept.ends[last] + 3]
    opens = before[-1:] == "|" or _heads_line(kept, first)
    return opens and (behind.startswith(("  ", "\t")) or behind.strip(" ")[:1] == "|")


def entry_number(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "5." at the head of a line, where it goes on from "Jan. 3." or "4."."""
    return kept.starts[first] in _days_on(kept.text)


def _heads_line(kept: Tokens, first: int) -> bool:
    """Whether a token is the first of its line."""
    before = kept.text[max(0, kept.starts[first] - 2) : kept.starts[first]]
    return not before.strip(" \t") or before.rstrip(" \t")[-1:] == "\n"


@lru_cache(maxsize=1)
def _days_on(text: str) -> frozenset[int]:
    """Where the days stand that head the entries of a diary below one with its month:
    "Jan. 3. Rain", then "4. Snow". A list that begins anew below one is none."""
    found: list[int] = []
    last = None
    for entry in _DAY_ON.finditer(text):
        day = int(entry["day"])
        goes_on = last is not None and last < day <= _LAST_DAY
        if entry["month"] is None and goes_on:
            found.append(entry.start("day"))
        last = day if entry["month"] is not None or goes_on else None
    return frozenset(found)


def clock(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "10:30" is a time unless scores or ratios stand around it."""
    left = left_word(kept, first)
    if left.lower() in lexicon.cues["before_no_clock"]:
        return False
    if _NUMBERED.match(kept.text, kept.ends[last]):
        return False
    is_name = left[:1].isupper() and left.lower() not in lexicon.cues["prepositions"]
    if is_name and first == last and kept.text[kept.starts[first] - 1] == " ":
        return (
            starts(kept, first)
            or left in lexicon.cues["before_clock"]
            or left.isupper()
        )
    return not_more_digits(kept, first, last, lexicon)


def clock_bare(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "at 1615": four figures after a word that takes a time of day; and "12/03/2031
    0915 - Dr Lind", behind a date."""
    if kept.starts[first] in _entries(kept.text):
        return True
    gap, right = right_word(kept, last)
    if right.lower() in lexicon.cues["counted"] or is_plural(gap, right):
        return False
    is_four = kept.ends[last] - kept.starts[last] == 4
    if is_four and not right[:1].islower() and touches(kept, last) not in ",./-–":
        before = kept.text[max(0, kept.starts[first] - LEFT_REACH) : kept.starts[first]]
        if _DATED.search(before):
            return True
    if is_four and kept.word(last)[0] == "0" and right[:1].islower():
        # "0615 sighted smoke" in a log; no year begins with a nought.
        before = kept.text[max(0, kept.starts[first] - 2) : kept.starts[first]]
        return not before.strip(" ") or before.strip(" ")[-1] in ":,;\n"
    return is_four and _is_clock(kept, first, lexicon)


def clock_dotted(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "At 7.40 there was a crash", at the head of a sentence or where someone tells
    what he saw; elsewhere it may be a price."""
    if kept.starts[first] in _heads(kept.text, _DOTTED_LINE):
        return True
    gap, right = right_word(kept, last)
    if right.lower() in lexicon.cues["counted"] or is_plural(gap, right):
        return False
    head = kept.text[max(0, kept.starts[first] - _DOTTED) : kept.starts[first]]
    opens = _AT_HEAD.search(head) is not None
    told = _AT.search(head) is not None and is_account(kept.text)
    return (opens or told) and not_more_digits(kept, first, last, lexicon)


def after_on(kept: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Accepts "on 3/24", "Sat 24/3", "24/3 10am", and "24/3" at the head of the lines of
    notes: figures without a year are a date only there."""
    if kept.starts[first] in _heads(kept.text, _NOTE) or first != last:
        return True
    if _CLOCK_BEHIND.match(kept.text, kept.ends[last]):
        return True
    left = left_word(kept, first).lower()
    gap, right = right_word(kept, last)
    if gap == " " and right.lower() not in lexicon.cues["function"]:
        return False
    plain = not_more_digits(kept, first, last, lexicon)
    return plain and left in lexicon.cues["takes_day"]
