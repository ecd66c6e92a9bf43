"""Sentences in the languages that have only a small table of words (`lang.tongues`).

`words`, `finite`, `verbal` and `openers` find verbs and the words that open a clause,
`stretches` and `clauses` part a sentence, `plot` says who says what, `dates` what each date
dates, `news` what is told without one; `drafts` are the events, and `mentions` what is
found out about each: line (`lines`, `order`), status (`voices`), source (`tellers`).
"""
