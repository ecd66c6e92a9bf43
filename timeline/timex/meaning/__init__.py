"""What each kind of phrase means: slots in, sense out, one small function a meaning.

A rule in the language table names its meaning; None says that the words are no time
expression after all (an age, a hostile number).
"""

from collections.abc import Callable

from timeline.timex.meaning import dates, lasting, relative
from timeline.timex.meaning.slots import Slots, SlotValue
from timeline.timex.senses import Sense

Meaning = Callable[[Slots], Sense | None]

MEANINGS: dict[str, Meaning] = {
    meaning.__name__: meaning
    for meaning in (
        dates.nothing,
        dates.date,
        dates.days,
        dates.days_listed,
        dates.days_many,
        dates.months,
        dates.day_of_month,
        dates.iso,
        dates.numeric,
        dates.numeric_day,
        dates.years_era,
        dates.years,
        dates.decade,
        dates.century,
        dates.season,
        dates.quarter,
        dates.business_part,
        dates.quarter_of_months,
        dates.half,
        dates.fiscal,
        dates.nth_weekday,
        dates.last_day,
        dates.holiday,
        dates.weekday,
        relative.weekday_toward,
        relative.weekday_any,
        relative.day_beside,
        relative.beyond,
        relative.seasons_ago,
        relative.night_between,
        relative.night_of_days,
        relative.deictic_day,
        relative.unit_toward,
        relative.ago,
        relative.counted_day,
        relative.month_toward,
        relative.weekend,
        relative.end_of_unit,
        relative.year_end,
        relative.week_of,
        relative.quarter_context,
        lasting.clock,
        lasting.clocks,
        lasting.clocks_many,
        lasting.clock_spoken,
        lasting.clock_word,
        lasting.part,
        lasting.duration,
        lasting.duration_framed,
        lasting.every,
        lasting.rate,
        lasting.adverb,
        lasting.present,
        lasting.past,
        lasting.future,
    )
}

__all__ = ["MEANINGS", "Meaning", "SlotValue", "Slots"]
