"""Gates: may these words be a time here? Each looks only at the nearest words.

A gate gets the tokens, the first and last index of the phrase and the lexicon, and
answers yes or no. A refusal is kept for `timeline explain`.
"""

from collections.abc import Callable

from timeline.timex.gates import lengths, names, numbers, parts
from timeline.timex.lexicon import Lexicon
from timeline.timex.tokens import Tokens

Gate = Callable[[Tokens, int, int, Lexicon], bool]

GATES: dict[str, Gate] = {
    gate.__name__: gate
    for gate in (
        numbers.not_more_digits,
        names.whole_word,
        names.month_alone,
        numbers.day_of_one,
        numbers.day_behind,
        numbers.one_line,
        numbers.year_alone,
        numbers.year_short,
        numbers.tens,
        names.season_alone,
        names.holiday_alone,
        numbers.day_of_month,
        numbers.entry_day,
        numbers.entry_weekday,
        numbers.entry_number,
        numbers.cell,
        numbers.no_serial,
        lengths.unit_relative,
        lengths.ago,
        numbers.clock,
        names.lower_or_start,
        names.deictic,
        names.untitled,
        parts.vague,
        parts.part_alone,
        parts.period_alone,
        parts.soon,
        lengths.ahead,
        names.weekday_any,
        names.no_unit_behind,
        numbers.after_on,
        numbers.clock_bare,
        numbers.clock_dotted,
        numbers.day_alone,
        parts.quarter_context,
        lengths.framed,
        lengths.a_week_on,
        lengths.duration,
        lengths.bare_units,
    )
}
