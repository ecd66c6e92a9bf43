"""Time expressions of languages without a table of rules, in the words of a locale.

Vocabulary → patterns → find (read each match) → place → Timex
"""
