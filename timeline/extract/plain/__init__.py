"""Sentences in the languages that have only a small table of words (`lang.tongues`).

`words`, `finite`, `verbal` and `openers` find verbs and the words that open a clause,
`stretches` and `clauses` part a sentence, `plot` says who says what, `dates` what each date
dates, `sharing` what else has it, `news` what is told without one, `contents` who says nothing;
`drafts` are the events.
`mentions` is what is found out about each: its line (`lines`, `dateless`, `order`, `clefts`,
`passives`, `subjects`, `pronouns`), status (`voices`) and source (`tellers`).
"""
