"""Two papers of one day: which of their sentences tell one event."""

import pytest
from test_merge_texts import groups

Pair = tuple[str, str]

ONE = [
    (
        "Customs officers seized 212 parrots at the port of Hallvik on Monday.",
        "On Monday 212 parrots were seized by customs officers in Hallvik.",
    ),
    (
        "The mayor of Hallvik, Rune Aspen, resigned on Monday over the bridge contract.",
        "Rune Aspen's resignation as mayor of Hallvik on Monday surprised his party.",
    ),
    (
        "Police arrested the harbour master Ivo Brandt on Tuesday.",
        "The arrest of the harbour master Ivo Brandt came on Tuesday evening.",
    ),
    (
        "Ivo Brandt, who ran the harbour, died on Sunday.",
        "The death of Ivo Brandt on Sunday was confirmed by his family.",
    ),
    (
        "A fire destroyed the old cannery in Sundby on Monday.",
        "The old cannery in Sundby burned down on Monday.",
    ),
    (
        "Parliament approved the fishing law on Tuesday by 81 votes to 40.",
        "The fishing law was passed by parliament on Tuesday.",
    ),
    (
        "The ferry Solveig sank off Hallvik on Sunday, killing four people.",
        "Four people died when the ferry Solveig went down off Hallvik on Sunday.",
    ),
    (
        "The court in Sundby convicted the banker Olga Reth of fraud on Monday.",
        "The banker Olga Reth was found guilty of fraud in Sundby on Monday.",
    ),
    (
        "The steelworks in Hallvik laid off 340 workers on Tuesday.",
        "On Tuesday 340 workers lost their jobs at the steelworks in Hallvik.",
    ),
    (
        "An earthquake shook the island of Lorn early on Sunday.",
        "The quake struck Lorn on Sunday as people slept.",
    ),
    (
        "Norland Airways bought its rival Skyfer for $2.3 billion on Monday.",
        "The $2.3 billion takeover of Skyfer by Norland Airways was sealed on Monday.",
    ),
    (
        "Dockers in Hallvik went on strike on Monday over night shifts.",
        "A strike of the Hallvik dockers over night shifts began on Monday.",
    ),
    (
        "The United Kelp Board (UKB) closed its plant in Sundby on Tuesday.",
        "The UKB shut its plant in Sundby on Tuesday.",
    ),
    (
        "President Mara Lind named Tove Haug as finance minister on Monday.",
        "Tove Haug was appointed finance minister by President Lind on Monday.",
    ),
    (
        "Rescuers pulled two boys out of a well in Sundby on Sunday.",
        "Two boys were rescued from a well in Sundby on Sunday.",
    ),
]

TWO = [
    (
        "The refund came to $177 a head, the Hallvik Courier reported on Monday.",
        "The fever has killed 177 people in the hills, doctors reported on Monday.",
    ),
    (
        "Some 1,200 schools were sent new rules on fire doors on Tuesday.",
        "About 1,200 travellers were offered a room for the night on Tuesday.",
    ),
    (
        "Premier Geir Holm announced on Monday that the bank would be nationalised.",
        "Premier Geir Holm warned on Monday of a long and hungry winter.",
    ),
    (
        "The river Vard burst its banks in Sundby on Monday.",
        "The mayor of Sundby opened a music school on Monday.",
    ),
    (
        "Police arrested Ivo Brandt in Hallvik on Tuesday.",
        "Police arrested Nils Orre in Hallvik on Tuesday.",
    ),
    (
        "The court convicted Olga Reth of fraud on Monday.",
        "Olga Reth was arrested for fraud on Monday.",
    ),
    (
        "Four people died in a fire in Sundby on Sunday.",
        "Four people died when a bus crashed near Hallvik on Sunday.",
    ),
    (
        "Tove Haug said on Monday that taxes would stay as they are.",
        "Tove Haug said on Monday that she had never met the banker.",
    ),
    (
        "Flight 214 landed in Hallvik on Sunday with one engine.",
        "Flight 633 landed in Hallvik on Sunday with a sick child.",
    ),
]


@pytest.mark.parametrize("pair", ONE)
def test_one_event_in_other_words(pair: Pair) -> None:
    assert groups(*(("2021-03-03", "en", text) for text in pair)) == [sorted(pair)]


@pytest.mark.parametrize("pair", TWO)
def test_two_events_in_like_words(pair: Pair) -> None:
    assert groups(*(("2021-03-03", "en", text) for text in pair)) == []
