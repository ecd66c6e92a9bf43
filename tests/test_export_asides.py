"""What is told in passing has no date of its own, and no format gives it one."""

import csv
import io
from xml.etree import ElementTree

from timelines import AGENCY, DIARY, event, mention, timeline

from timeline import edtf
from timeline.export import csv as table
from timeline.export import html, json, timeml
from timeline.model import Basis, Timeline
from timeline.options import View

DAY, LATER = edtf.parse("2031-05-06"), edtf.parse("2031-05-09")


def told() -> Timeline:
    dated = mention(AGENCY, 3, "A dam broke on 6 May 2031.", DAY)
    aside = mention(
        DIARY,
        5,
        "He spoke of the broken dam.",
        LATER,
        basis=Basis.PUBLICATION,
        in_passing=True,
    )
    return timeline(event(1, "A dam broke", (dated, aside)))


def test_the_page_says_that_it_has_none() -> None:
    page = html.render(told(), View())

    aside = page.partition("He spoke of")[2].partition("</li>")[0]
    assert '<p class="dated">told in passing, without a date</p>' in aside
    assert aside.count('class="dated"') == 1


def test_its_row_in_a_table_is_without_a_date() -> None:
    sheet = table.render(told(), View(per_source=True)).decode("utf-8-sig")
    rows = {row["quote"]: row for row in csv.DictReader(io.StringIO(sheet))}
    aside = rows["He spoke of the broken dam."]

    assert (aside["date"], aside["edtf"], aside["basis"]) == ("", "", "in passing")
    assert aside["event_edtf"] == rows["A dam broke on 6 May 2031."]["edtf"]


def test_timeml_links_it_to_its_event_and_to_no_time() -> None:
    root = ElementTree.fromstring(timeml.render(told(), View()))
    links = [link.attrib for link in root.iter("TLINK")]

    assert sorted(link["relType"] for link in links) == ["IDENTITY", "IS_INCLUDED"]
    assert timeml.losses(told(), View()) == ()


def test_json_marks_it_and_reads_it_again() -> None:
    again = json.read(json.render(told(), View()))

    assert [m.in_passing for m in again.events[0].event.mentions] == [False, True]
