"""Headlines and captions that run on into the text behind them."""

import pytest
from conftest import document

from timeline.extract import extract
from timeline.extract.runins import unglued
from timeline.lang.cues import cues
from timeline.model import Basis
from timeline.text.sentences import sentences

CUT = [
    "Aid is slow to arrive in Torvik | The ministry has sent two planes with tents.",
    "Anna Lind is charged with fraud | A recording of her calls was played in court.",
    "Jury for the Lind trial | People who sat on the panel were asked about the bank.",
    "Torvik under water | Hundreds of people fled the floods when the dam broke.",
    "Anna Lind gets four years in prison | Anna Lind's former banker told the court so.",
    "Talks fail at Kestrel mine | The Kestrel union could not agree with its owners "
    "| Miners have gone on strike at Kestrel, where miners last struck in 2003.",
]

CUT += [
    "Mill fire: three dead | The mill of Torvik burnt down in the night, police say.",
    "Lind ‘felt no guilt’ over mine: “It was a mistake” | The mayor of Torvik told the high "
    "court so.",
    "Lind Says Mine Comes First | President Lind declared last night that it is to reopen.",
    "Brenn Presses for Calm in Torvik | Chairman Ada F. Brenn spoke to the miners of Kestrel.",
]

CUT += [
    "Divers have reached Torvik | British divers have begun to look for the ferry's crew.",
    "The ferry was crewed by nine volunteers | Kestrel islanders have left flowers for them.",
    "Villagers fled to the school after the accident | Kestrel police have counted two dead in the ward.",
    "Torvik hit by floods | Rescuers, who came by boat at dawn, are looking for survivors.",
    "Miners strike over pay at Kestrel quarry | Torvik Council is to meet their leaders on it.",
]

CUT += [
    "Mayor Lind thought the risk was low | Torvik Mayor Anna Lind has been hurt in a fire at the mill.",
    "Police guard the mill where the miner stayed | About 300 people at the mill have been held by police.",
    "The photos have been removed from Heron | Puerto Rico has begun to look into the mill and its doctors.",
    "Miners played old songs at the start of the show | Miners have been mourning Anna Lind in Torvik.",
]

CUT += [
    "Torvik lies under water | Thousands of miners have fled to the hills, police say.",
    "Mine sale: Anna Lind to leave the town | Anna Lind told the court so, and left by the back door.",
]

CUT += [
    "Oren Valk died in May at the age of 50 | However, one of his two mills has been sold to Norda.",
    "Lind said he is ready for a media “circus” | Instead, the judge told the jury to read nothing.",
    "Masks have been given to pupils at Torvik School | Four children and a cook, all of one class, "
    "have been ill.",
    "Aid has not come to the villages on the river | In the capital, miners waited for the first boats.",
    "The mill’s wheel; a miner’s recipes | TORVIK HIT BY GREAT FLOOD | Torvik was hit by a flood that "
    "took its bridge.",
    "Search for the ferry's crew declared over | A 40-year-old miner has been pulled out of the mud.",
    "COAL-FIRED MILLS GOOD FOR TORVIK’S PUPILS | Coal has been said to keep the school of Torvik warm.",
]

CUT += [
    "By Ada Holm Varde News, Torvik | The trial of a clerk over the fire began on Monday.",
    "By Ada Holm Varde News | Anna Brenn died on Monday after a fall from the mill.",
    "By Ada Holm, Varde Post Staff Writer | The bridge over the Lorva was closed on Monday.",
    "By Ada Holm Varde News, Port Lund | Anna Brenn died on 4 May 2012 | Jurors at the trial of Anna "
    "Brenn's doctor have been told that she fell.",
]

CUT += [
    "They are getting on with their lives | On Friday one young man told us his story.",
    "Lind came with the model Elisa Canal | Asked whether it was odd, she left the hall.",
    "The town is worse off than we thought | In 2009 the last of its nine mills was shut.",
    "There has been looting and arson in some areas | Torvik Mayor Ada Brenn has asked the "
    "army for help.",
    "It tended to work for people of every age | “We gave the song out for free,” she told "
    "the radio.",
]

FLAT = (
    "The mill of Torvik burnt down in the night, and nobody knows why it did. "
    "Its owners had been warned, and officials had seen the wires hang loose. "
) * 7
"""A text that has lost its line ends."""

FLAT_CUT = [
    "Three families were taken to the school | Officials in Lund said the wires were old.",
    "Anna Lind is to sing in Lund | Anna Lind will not be singing there for two years.",
]

FLAT_WHOLE = [
    "The band closed with a song that it had called On Friday I Sing at the old hall.",
    "The crowd held up a banner “We want our water back” as it marched through Lund.",
    "She sang “We are the children of the sea,” and the hall of Torvik sang it with her.",
    "By New Year Post offices were shut all over the country, and so were banks.",
    "By then Ada Holm of the Varde Post had written that the bridge would fall.",
    "The mayor has called for a review of the Torvik Six case, which has cost the town a lot.",
    "The play will be shown on Channel Four on Monday and again on the day behind it.",
    "Lund has helped the Big Three mills of the north to pay what they owe to its banks.",
    "Miners of the Group of Seven mills have asked the mayor to keep the old price of coal.",
    "He was born in Man on the Sarn and died at Above the Mill, where his two sons live.",
    "The book, called 28 Days Later, but sold as Ashes, was written in the mill at Torvik.",
    "Union leaders met MINERS OF THE NORTH Norda said, as they had met before the long strike.",
    "The mayor asked why Officials were not told of the fire in the mill.",
    "He had read in the Torvik Mill Owners of the North that it was insured.",
    "Miners had sunk almost 5,000 Wires and cables in the lake when it froze.",
    "The mayor told the Officials of the mill that they had been warned of it.",
]

WHOLE = [
    "Divers were sure it was clear Torvik has lost its last ferry to the rocks of the bay.",
    "Anna Lind said on Monday that the court had wronged Anna Lind and her family.",
    'Lind stated "A lot of money was lost at the mine, and nobody has been charged."',
    "Lind said that when I saw the water I ran to the school to fetch the children.",
    "The mayor told the Torvik Post that he would not resign before the vote.",
    "She read The Torvik Post every morning before she went to work at the mine.",
    "Doctors found influenza A and B in the samples that came from the north.",
    "He was minister in The Hague until the government fell over the dam.",
    "The country's Parliament voted for the law, and no parliament had before.",
    "Thousands came to see This Is Us the night before it closed for good.",
    "Aid is slow to arrive The ministry.",
    "The police were led by former mayor Ada Brenn until she was charged with the theft.",
    "The mayor was told Kestrel miners were coming to the meeting at the town hall.",
    "Two bodies were found when Torvik divers had searched the wreck of the ferry.",
    "The ferry was searched by nine Torvik divers who have found no one in its hold.",
    "A statement was read to the Kestrel miners and Torvik families have answered it.",
    "The vote was won by the party whose chairman Oren Valk has led it to the left.",
    "Harbour Union Chairman Oren Valk and Deputy Chairman Ada Brenn met the miners there.",
]


def _spans(text: str) -> list[str]:
    found = unglued(text, sentences(text), (), cues("en"))
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize("marked", CUT)
def test_what_runs_on_is_cut_off(marked: str) -> None:
    parts = marked.split(" | ")

    assert _spans(" ".join(parts)) == parts


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_stays_whole(text: str) -> None:
    assert _spans(text) == [text]


def test_words_of_the_text_are_only_looked_at_near_its_top() -> None:
    text = (
        "The dam broke. It rained. They fled to higher Ground above the ground floor."
    )

    assert _spans(text)[2:] == [
        "They fled to higher Ground above the ground floor.",
    ]


def test_a_language_without_grammar_is_left_alone() -> None:
    text = (
        "Aid is slow to arrive in Torvik The ministry has sent two planes with tents."
    )

    assert [*unglued(text, sentences(text), (), cues("xx"))] == [*sentences(text)]


def test_a_caption_lends_its_date_to_nothing_behind_it() -> None:
    text = (
        "Anna Lind died in June 2009 A court has sentenced her doctor to two years in "
        "prison. The mayor said the city would remember her."
    )
    mentions, *_ = extract(document(text, dct="2011-11-29"), ())

    assert mentions[0].text.startswith("A court has sentenced")
    assert mentions[0].basis is Basis.PUBLICATION


@pytest.mark.parametrize("text", FLAT_CUT + FLAT_WHOLE)
def test_captions_in_a_text_without_line_ends(text: str) -> None:
    known = set(_spans(FLAT))
    found = [
        said for said in _spans(FLAT + text.replace(" |", "")) if said not in known
    ]
    assert found == text.split(" | ")


def test_a_capital_inside_a_paragraph_of_usual_length_parts_nothing() -> None:
    text = FLAT_CUT[0].replace(" |", "")
    assert _spans(f"It rained a lot. They slept in tents. {text}")[2:] == [text]
