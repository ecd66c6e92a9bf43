"""The HTML page in a real browser, opened from disk as a reader would.

Skipped where there is no Chromium or no Playwright to drive it.
"""

import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from timelines import (
    AGENCY,
    DOCUMENTS,
    HERALD,
    HOSTILE,
    event,
    everything,
    mention,
    single,
    timeline,
)

from timeline import civil, edtf
from timeline.build import build
from timeline.export import html
from timeline.model import Status, Timeline
from timeline.options import Options, View

playwright = pytest.importorskip("playwright.sync_api", reason="no playwright")

ROOT = Path(__file__).parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)

NEXT_FRAME = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"

Page = Any
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium on this machine: the page was not tried in a browser")
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=program, args=[*ARGUMENTS])
        yield running
        running.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a timeline as a page. Whatever the test does, the page must not complain
    and must not ask for anything but itself."""
    complaints: list[str] = []
    asked: list[str] = []
    contexts = []

    def opened(source: Timeline, place: str = "", **how: Any) -> Page:
        path = tmp_path / "page.html"
        path.write_text(html.render(source, View()), encoding="utf-8", newline="")
        context = browser.new_context(
            **{
                "viewport": {"width": 1280, "height": 900},
                "reduced_motion": "reduce",
                **how,
            }
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: note(request, asked))
        page.goto(f"{path.as_uri()}{place}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
    assert asked == []


def note(request: Any, asked: list[str]) -> None:
    """Note what a page asks for, but for the page itself."""
    if not request.is_navigation_request():
        asked.append(request.url)


@pytest.fixture(scope="module")
def samples() -> Timeline:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return build(["samples"], Options())


def headlines(page: Page) -> list[str]:
    """What the list shows, from top to bottom."""
    return list(page.locator(".event:not([hidden]) .headline").all_inner_texts())


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox", name="Search").fill(words)


def wait_for_address(page: Page, part: str) -> str:
    page.wait_for_function("part => location.hash.includes(part)", arg=part)
    return str(page.evaluate("location.hash"))


def many(number: int) -> Timeline:
    """So many events over some years, a few of them two centuries before."""
    events = []
    for i in range(number):
        first = civil.days(2029, 1, 1) + i * i * 7919 % 900
        day = edtf.day(first if i % 50 else civil.days(1800 + i % 200, 3, 3))
        words = f"Crane {i} fell on pier {i % 40} of the harbour"
        told = tuple(
            mention(uri, i + 1, f"{words}, they said.", day, id=f"m{i}-{uri}")
            for uri in (HERALD, AGENCY)[: 1 + i % 2]
        )
        events.append(event(i, words, told, id=f"x{i}"))
    return timeline(*sorted(events, key=lambda e: (e.time.start, e.id)))


# ---- what a reader does ----


def test_the_list_and_the_strip_are_there(show: Open) -> None:
    page = show(everything())

    assert len(headlines(page)) == 13
    assert page.locator("#drawing path.unit").count() == 3
    assert page.locator("#count").inner_text() == "13 events"
    assert "2031" in page.locator("#window").inner_text()


@pytest.mark.parametrize(
    ("words", "number"),
    [("ILVA torn", 1), ("“the dockers' leader”", 1), ("leader dockers", 1), ('"leader dockers"', 0), ("harbour-master", 0), ("arbitration", 1), ("", 13)],
)  # fmt: skip
def test_search_as_you_type(show: Open, words: str, number: int) -> None:
    page = show(everything())
    search(page, words)

    assert len(headlines(page)) == number
    assert page.locator("#nothing").is_visible() == (number == 0)
    assert page.locator(".day:not([hidden])").count() <= max(number, 0)


def test_words_found_are_marked_without_touching_the_page(show: Open) -> None:
    page = show(everything())
    before = page.locator("main").text_content()  # Drawn or not: that takes a frame.
    search(page, "torn")

    assert page.evaluate("[...CSS.highlights.get('found')].map(String)") == ["Torn"] * 4
    assert page.locator("#e-e06.inside").count() == 0
    search(page, "40 more")
    assert page.locator("#e-e06.inside").count() == 1
    search(page, "")
    assert page.evaluate("CSS.highlights.has('found')") is False
    assert page.locator("main").text_content() == before
    assert page.locator("main .day[hidden], main .event[hidden]").count() == 0


@pytest.mark.parametrize(
    ("field", "value", "number"),
    [
        ("from", "2031-05-08", 5),
        ("to", "-0043", 1),
        ("to", "2030", 3),
        ("actor", "ilva", 1),
        ("source", "AGENCY", 4),
        ("source", "press/", 9),
    ],
)
def test_filters(show: Open, field: str, value: str, number: int) -> None:
    page = show(everything())
    page.locator(f"#{field}").fill(value)

    assert len(headlines(page)) == number
    page.get_by_role("button", name="Clear all filters").click()
    assert len(headlines(page)) == 13


def test_filters_to_choose_from(show: Open) -> None:
    page = show(everything())
    page.get_by_role("checkbox", name="planned").check()
    assert len(headlines(page)) == 1
    page.get_by_role("checkbox", name="denied").check()
    assert len(headlines(page)) == 2
    page.get_by_role("button", name="Clear all filters").click()
    page.get_by_role("checkbox", name="contradict each other").check()
    assert headlines(page) == ["Dockers' leader Ilva Torn is arrested"]
    page.get_by_role("button", name="Clear all filters").click()
    page.get_by_label("Independent origins").select_option("2")
    assert headlines(page) == ["Dockers' leader Ilva Torn is arrested"]


def test_what_is_no_date_is_said_to_be_none(show: Open) -> None:
    page = show(everything())
    page.locator("#from").fill("2031-13")

    assert page.locator("#from").get_attribute("aria-invalid") == "true"
    assert len(headlines(page)) == 13


def test_an_event_opens_to_its_quotes(show: Open) -> None:
    page = show(everything())
    quote = page.get_by_text("5 May: they took Ilva, and 40 more with her")
    assert not quote.is_visible()
    page.get_by_text("Dockers' leader Ilva Torn is arrested").first.click()

    assert quote.is_visible()
    assert page.locator("mark").filter(visible=True).all_inner_texts() == [
        "last Tuesday"
    ]
    assert page.get_by_role("table").filter(has_text="Sources differ").is_visible()


def test_an_event_that_is_called_for_stands_below_the_strip(show: Open) -> None:
    page = show(many(300), "#event=e-x200")
    page.wait_for_function("() => scrollY > 0")
    event, strip = (
        page.locator(of).bounding_box() for of in ("#e-x200 summary", "#strip")
    )

    assert strip["y"] + strip["height"] <= event["y"] <= 500


def test_a_quote_leads_to_its_document(show: Open) -> None:
    page = show(everything(), "#e-e06")
    page.get_by_role("link", name="diary.md, line 22").click()
    row = page.locator("tr:target")

    assert "Fri 9 May 2031" in row.inner_text()
    assert row.evaluate("row => row.getBoundingClientRect().top < innerHeight")


def test_a_quote_leads_to_the_words_in_the_file(show: Open, tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    lines = "\n".join(f"Line {i}." for i in range(2000))
    (tmp_path / HERALD).write_text(f"{lines}\nIt rained on Monday.\n{lines}")
    told = single(1, HERALD, "It rained on Monday", edtf.parse("2031"))
    page = show(timeline(told), "#e-e01")
    page.get_by_role("link", name="open file").first.click()
    page.wait_for_url(f"**/{HERALD}*")
    page.wait_for_function("() => scrollY > 0")

    assert page.evaluate("scrollY") > 10_000


def test_a_view_is_shared_by_its_address(show: Open) -> None:
    page = show(everything())
    search(page, "the")
    page.locator("#from").fill("2031")
    page.get_by_role("checkbox", name="happened").check()
    page.get_by_role("button", name="Zoom in").click()
    page.locator(".event:not([hidden])").nth(2).locator("summary").click()
    address = wait_for_address(page, "event=")
    wait_for_address(page, "view=")
    seen = state(page)
    page.close()
    again = show(everything(), address)
    wait_for_address(again, "view=")

    assert state(again) == seen
    assert again.evaluate("location.hash") == address


def state(page: Page) -> tuple[Any, ...]:
    return (
        headlines(page),
        page.locator("#window").inner_text(),
        page.locator(".event > details[open]").evaluate_all(
            "a => a.map(d => d.parentElement.id)"
        ),
        page.evaluate("location.hash"),
    )


def test_an_address_of_before_still_works_when_events_are_filtered(show: Open) -> None:
    page = show(everything(), "#q=crane&event=e-e06")

    assert page.locator("#e-e06 details").get_attribute("open") is not None
    assert page.locator("#e-e06").is_visible()


@pytest.mark.parametrize(
    "address",
    [
        "#q=%F0%28&from=x&view=..",
        "#view=1..2..3",
        "#event=nothing&status=x",
        "#=&=",
        "#%",
    ],
)
def test_a_broken_address_breaks_nothing(show: Open, address: str) -> None:
    page = show(everything(), address)
    page.get_by_role("button", name="Whole story").wait_for()

    assert page.locator("#drawing line.axis").count() == 1


def stretch_after(page: Page, before: str) -> str:
    """What the strip says it shows, once that is not what it said before."""
    page.wait_for_function(
        "before => document.querySelector('#window').textContent !== before", arg=before
    )
    return str(page.locator("#window").inner_text())


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_the_strip_zooms_and_moves(show: Open, motion: str) -> None:
    page = show(everything(), "#view=-0100-01-01..2031-12-31", reduced_motion=motion)
    stage = page.locator("#drawing").bounding_box()
    first = stretch_after(page, "")
    assert "BC" in first
    page.mouse.move(stage["x"] + 600, stage["y"] + 30)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    zoomed = stretch_after(page, first)
    page.mouse.down()
    page.mouse.move(stage["x"] + 300, stage["y"] + 30, steps=4)
    page.mouse.up()
    moved = stretch_after(page, zoomed)
    page.locator("#stage").focus()
    page.keyboard.press("+")
    nearer = stretch_after(page, moved)
    page.keyboard.press("ArrowLeft")

    assert stretch_after(page, nearer) != nearer


def test_the_wheel_alone_scrolls_the_page(show: Open) -> None:
    page = show(everything())
    stage = page.locator("#drawing").bounding_box()
    before = stretch_after(page, "")
    page.mouse.move(stage["x"] + 600, stage["y"] + 30)
    page.mouse.wheel(0, 200)
    page.wait_for_function("() => scrollY > 0")

    assert page.locator("#window").inner_text() == before


def test_a_square_of_the_strip_opens_its_event(show: Open) -> None:
    days = [edtf.parse(f"2031-05-{day:02}") for day in range(5, 25)]
    page = show(
        timeline(*(single(i, HERALD, f"Day {i}", d) for i, d in enumerate(days)))
    )
    page.locator("#drawing path.unit").first.wait_for(state="attached")
    box = page.locator("#drawing path.happened").bounding_box()
    page.mouse.move(box["x"] + 4, box["y"] + box["height"] - 4)
    assert page.locator("#tip").inner_text() == "Mon 5 May 2031: Day 0"
    page.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)

    assert page.locator("#e-e00 details").get_attribute("open") is not None


def test_the_dates_of_the_strip_become_a_filter(show: Open) -> None:
    page = show(everything(), "#view=2031-05-06..2031-05-09")
    page.get_by_role("button", name="List only these dates").click()

    assert page.locator("#from").input_value() == "2031-05-06"
    assert page.locator("#to").input_value() == "2031-05-08"


# ---- without a mouse, without sight, without script ----


def test_by_keyboard_alone(show: Open) -> None:
    page = show(everything())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the events"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(".event").nth(1)
    assert page.evaluate("document.activeElement.closest('.event')?.id") == "e-e02"
    page.keyboard.press("Enter")
    assert chosen.locator("blockquote").is_visible()
    page.keyboard.press("Escape")
    assert not chosen.locator("blockquote").is_visible()
    page.keyboard.press("/")
    page.keyboard.type("crane")
    assert headlines(page) == ["A crane collapses"]
    page.keyboard.press("Escape")
    assert len(headlines(page)) == 13


def test_roles_and_names_for_those_who_listen(show: Open) -> None:
    page = show(everything())
    for role, name in [
        ("banner", None),
        ("main", None),
        ("contentinfo", None),
        ("search", "Events"),
        ("region", "When it happened"),
        ("region", "Documents"),
        ("group", "Zoom of the strip"),
        ("group", "Status"),
        ("searchbox", "Search"),
        ("combobox", "Who"),
        ("combobox", "Source"),
        ("textbox", "from"),
        ("button", "Zoom in"),
    ]:
        found = page.get_by_role(role, name=name) if name else page.get_by_role(role)
        assert found.count() == 1, (role, name)
    assert page.get_by_role("heading", level=1).all_inner_texts() == [
        "The harbour strike"
    ]
    assert page.get_by_role("heading", level=5).count() == 13
    unnamed = "e => e.filter(x => !(x.ariaLabel || x.labels?.length || x.textContent.trim())).length"
    assert page.locator("button, input, select").evaluate_all(unnamed) == 0


def test_what_changes_is_announced(show: Open) -> None:
    page = show(everything())
    search(page, "crane")

    assert page.get_by_role("status").all_inner_texts()[1] == "1 of 13 events"


def test_without_a_script_the_list_reads(show: Open) -> None:
    page = show(everything(), java_script_enabled=False)
    page.get_by_text("Dockers' leader Ilva Torn is arrested").first.click()

    assert page.get_by_text("5 May: they took Ilva").is_visible()
    assert not page.locator("#strip").is_visible()
    assert not page.locator("#filters").is_visible()


# ---- on every screen, and on paper ----


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_is_wider_than_the_screen(show: Open, width: int) -> None:
    wide = single(1, HERALD, "W" * 300, edtf.parse("2031"), actors=("Q" * 200,))
    for source in (everything(), timeline(wide)):
        page = show(source, "#event=e-e06", viewport={"width": width, "height": 800})
        if page.locator("#e-e01 summary").is_visible():
            page.locator("#e-e01 summary").click()

        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(show: Open, scheme: str) -> None:
    """WCAG AA: 4.5 to 1 for what is read."""
    page = show(everything(), "#event=e-e06", color_scheme=scheme)
    measured = page.evaluate(CONTRAST, ".headline, .facts, .alarm, blockquote, mark, .place, "
        ".dated, h4, .standfirst, #window, button:enabled, label, .count, td, .evidence, footer p, .status")  # fmt: skip

    assert len(measured) > 50
    assert [one for one in measured if one[1] < 4.5] == []


CONTRAST = """selector => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgb = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = rgb(getComputedStyle(e).backgroundColor);
      if (colour[3] === 255) return colour;
    }
    return [255, 255, 255, 255];
  };
  return [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => {
    const pair = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort();
    return [e.className || e.tagName, (pair[1] + 0.05) / (pair[0] + 0.05)];
  });
}"""


def test_print_has_everything_whatever_is_filtered(show: Open) -> None:
    pypdf = pytest.importorskip("pypdf")
    source = many(80)
    page = show(source, "#q=nothing+like+this")
    assert headlines(page) == []
    reader = pypdf.PdfReader(BytesIO(page.pdf(format="A4")))
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())

    for ranked in source.events:
        assert f"{ranked.event.headline} " in text
        assert f"{ranked.event.headline}, they said." in text
    assert "Clear all filters" not in text


# ---- much, odd and hostile ----


def test_five_thousand_events(show: Open) -> None:
    page = show(many(5000))
    search(page, "“pier 7 of”")
    assert page.locator("#count").inner_text() == "125 of 5,000 events"
    assert len(headlines(page)) == 125
    search(page, "")
    page.get_by_role("button", name="Whole story").click()
    page.wait_for_function(
        "() => document.querySelector('#window').textContent.includes('5,000 events')"
    )
    page.keyboard.press("End")
    page.locator(".event").last.wait_for(state="visible")


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "</script><img src=x onerror=alert(1)><svg onload=alert(1)>",
        "{{ 7*7 }} {% include 'x' %} ${alert(1)}",
        "javascript:alert(1)",
        "\u202egnp.exe \x00 \ud800 \u2028",
    ],
)
def test_hostile_text_is_only_text(show: Open, text: str) -> None:
    one = single(1, text, text, edtf.parse("2031-05-06"), actors=(text,), reporter=text)
    page = show(timeline(one, title=text, documents=DOCUMENTS), f"#{text}")
    page.locator(".event summary").click()
    page.locator("#actor").fill(text[:10])
    wait_for_address(page, "actor=" if text[:10].strip() else "")

    assert page.locator("img, iframe, object, main svg").count() == 0
    assert page.locator("script").count() == 2


@pytest.mark.parametrize(
    "dates",
    [
        ["-4500", "-0043-03-15", "2031"],
        ["2031-05-06T14:05:00", "2031-05-06T14:06:00"],
        ["2031"],
        ["199X", "19XX", "2031-05-06~", "2031-21"],
        [],
    ],
)
def test_any_stretch_of_time(show: Open, dates: list[str]) -> None:
    events = (
        single(i, HERALD, f"It rains {i}", edtf.parse(d)) for i, d in enumerate(dates)
    )
    page = show(timeline(*events))
    for name in ("Zoom out", "Zoom in", "Zoom in", "Whole story"):
        button = page.get_by_role("button", name=name)
        if button.count() and button.is_enabled():
            button.click()
            page.evaluate(
                NEXT_FRAME
            )  # A button that is of no use any more is off then.

    assert page.locator(".event").count() == len(dates)
    assert page.locator("#drawing *").count() > 2 or not dates


def test_the_samples(show: Open, samples: Timeline) -> None:
    page = show(samples)
    page.get_by_role("checkbox", name="contradict each other").check()

    assert len(headlines(page)) >= 1
    assert {ranked.event.status for ranked in samples.events} >= {Status.PLANNED}
