"""Readers and audiences choose the order of a program's steps: by keyboard, by touch, from the address, on slides."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from content.engine.course import texts
from content.engine.fence import scheduler
from content.engine.fence.header import Place
from slides.engine import handout
from slides.engine.deck import OF_PAGES
from tests.browser.conftest import served, watched
from tests.browser.test_decks import FLAT, PRESENT, opened
from tests.browser.visit import Visit
from tests.support.site import ROOT
from tests.support.small import DECK, SmallCourse
from tests.support.stepped import PROGRAMS, fence, stepped

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Scheduler</title><link rel="icon" href="data:,"><style>body {{ margin: 0 }} {css}</style>
<main class="md-typeset"><h1>Scheduler</h1><article>{html}</article></main><script>{scripts}</script></html>
"""
FENCES = {
    "desks": fence("desks", "Lose a ticket.", "sold == 1"),
    "locked": fence("locked", "Try to lose a ticket.", "sold == 1"),
    "crossed": fence("crossed", "Get both of them stuck.", "deadlock"),
    "drivers": fence("drivers"),
}
NOTES = "\n/// html | aside.notes\nNote: Choose.\n///\n"
CIRCLE = "Deadlock: Ann waits for till, which Ben holds; Ben waits for stock, which Ann holds."


def slide(name: str) -> str:
    """A slide on which a program is stepped."""
    shown = FENCES[name].replace('show="source"', 'show="figure"')
    return f'\n---\n\n## Slide of {name} {{minutes="1"}}\n\n{shown}{NOTES}'


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """A course whose page `page.html` and whose deck have panels."""
    course = stepped(tmp_path_factory.mktemp("course"))
    course.write("content/lessons/greetings.md", "# Greetings\n\n" + "\n".join([*FENCES.values(), fence("desks")]))
    course.write("slides/decks/greetings.md", DECK.partition("```")[0] + "".join(map(slide, FENCES)))
    decks = course.decks()
    assert decks.returncode == 0, decks.stderr
    for name in PROGRAMS:
        record = course.library.record(f"greetings/{name}.py")
        assert record.orders
        target = course.root / scheduler.address(f"greetings/{name}.py")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(scheduler.packed(record.orders), encoding="utf-8")
    css, scripts = (
        "".join((OF_PAGES / name).read_text(encoding="utf-8") for name in names)
        for names in (("look.css", "scheduler.css", "course.css"), ("scheduler.js", "keys.js"))
    )
    # Without the address of the site, as where no hooks are called, a page has its graph at hand.
    for page, fences, site in (("page", FENCES.values(), "./"), ("one", [FENCES["desks"]], "")):
        html = course.html("\n".join(fences), Place("content/lessons/greetings.md", site=site))
        whole = PAGE.format(css=re.sub(r"@font-face {.*?}", "", css, flags=re.DOTALL), html=html, scripts=scripts)
        (course.root / f"{page}.html").write_text(whole, encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def host(course: SmallCourse) -> Iterator[str]:
    """Where the course is served."""
    with served(course.root) as address:
        yield address


@pytest.fixture
def look(shared: BrowserContext, host: str) -> Iterator[Visit]:
    """Opens pages of the course; when the test ends, none of them may have complained."""
    with watched(shared, host) as visitor:
        yield visitor


class Panel:
    """The panel of a program on a page or a slide."""

    def __init__(self, page: Page, name: str) -> None:
        self.page = page
        self.root = page.locator(f'.scheduler[data-snippet$="/{name}.py"]').first
        self.status = self.root.get_by_role("status")
        self.outcomes = self.root.get_by_role("button", name="All outcomes")
        self.table = self.root.locator(".scheduler-table")

    def begin(self) -> "Panel":
        """Ask for the panel of a page."""
        self.button("Choose the steps").click()
        expect(self.status).to_have_text("Whose step comes first?")
        return self

    def button(self, name: str) -> Locator:
        """One of its buttons."""
        return self.root.get_by_role("button", name=name)

    def press(self, keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def thread(self, number: int) -> Locator:
        """What is said of a thread."""
        return self.root.locator(".scheduler-told").nth(number - 1)

    def facts(self) -> list[str]:
        """The shared names and the locks."""
        return self.root.locator(".scheduler-facts code").all_inner_texts()

    def places(self) -> dict[str, str]:
        """Which threads are marked at which line; those with a dashed mark wait."""
        lines = self.root.locator(".scheduler-line:has(.scheduler-sign)").all()
        signs = [(line.get_attribute("data-line"), line.locator(".scheduler-signs").text_content()) for line in lines]
        return {str(number): str(who) for number, who in signs}

    def waiting(self) -> list[str]:
        """Who is marked as one who waits."""
        return self.root.locator(".scheduler-signs .waits").all_inner_texts()

    def order(self) -> str | None:
        """The order so far, as it is told to a screen reader."""
        return self.root.locator(".scheduler-taken").get_attribute("aria-label")


@pytest.fixture
def desks(look: Visit) -> Panel:
    """The panel of two desks without a lock, opened."""
    return Panel(look("page.html"), "desks").begin()


# By keyboard


def test_number_keys_take_steps_and_each_is_told(desks: Panel) -> None:
    expect(desks.button("desk-1: take a step")).to_be_focused()
    for key, told in (
        ("1", "desk-1, line 10: reads sold = 0."),
        ("2", "desk-2, line 10: reads sold = 0."),
        ("2", "desk-2, line 10: makes the new value."),
        ("1", "desk-1, line 10: makes the new value."),
    ):
        desks.press(key)
        expect(desks.status).to_have_text(told)
    assert desks.places() == {"10": "12"}
    expect(desks.thread(1)).to_have_text("line 10: about to write sold sold as read = 0")
    assert desks.facts() == ["sold = 0"]
    desks.press("2")
    assert desks.facts() == ["sold = 1"]
    expect(desks.root.locator(".scheduler-facts .changed")).to_have_text("sold = 1")
    expect(desks.root.locator("samp")).to_have_text("")
    desks.press("1")
    expect(desks.status).to_have_text(
        "desk-1, line 10: writes sold = 1, and is done. sold = 1; printed “sold: 1”. You did it!"
    )
    expect(desks.root.locator("samp")).to_have_text("sold: 1\n")
    assert desks.order() == "Order 122121"
    expect(desks.root.locator(".scheduler-progress")).to_contain_text("Seen: 1 of 2 outcomes")


def test_a_step_is_taken_back_and_all_are(desks: Panel) -> None:
    desks.press("111")
    expect(desks.thread(1)).to_have_text("done ")
    desks.page.keyboard.press("Backspace")
    expect(desks.status).to_have_text("Back: desk-1 has not taken that step.")
    expect(desks.thread(1)).to_have_text("line 10: about to write sold sold as read = 0")
    desks.button("Back").click()
    assert desks.order() == "Order 1"
    desks.button("Start again").click()
    expect(desks.status).to_have_text("At the start again. Whose step comes first?")
    expect(desks.button("Back")).to_have_attribute("aria-disabled", "true")
    desks.page.keyboard.press("Backspace")
    expect(desks.status).to_have_text("At the start again. Whose step comes first?")


def test_it_runs_to_the_end_with_whoever_took_the_last_step(desks: Panel) -> None:
    desks.press("2")
    desks.button("Run to the end").click()
    assert desks.order() == "Order 222111"
    expect(desks.status).to_have_text(
        "Run to the end. sold = 2; printed “sold: 2”. Not this time: go back, or start again."
    )
    expect(desks.button("Run to the end")).to_have_attribute("aria-disabled", "true")


def test_keys_are_left_alone_where_the_focus_is_elsewhere_or_a_modifier_is_held(desks: Panel) -> None:
    desks.page.keyboard.press("Control+1")
    desks.press("97")
    desks.page.evaluate("document.activeElement.blur()")
    desks.press("1")
    expect(desks.status).to_have_text("Whose step comes first?")


def test_a_panel_is_two_stops_of_tab_and_arrow_keys_lead_on_in_it(desks: Panel) -> None:
    page = desks.page
    for name in ("desk-2: take a step", "Back", "Start again", "Run to the end"):
        page.keyboard.press("ArrowDown")
        expect(desks.button(name)).to_be_focused()
    page.keyboard.press("Tab")
    expect(Panel(page, "locked").button("Choose the steps")).to_be_focused()


def test_who_is_done_or_waits_cannot_take_a_step_and_is_told_why(look: Visit) -> None:
    panel = Panel(look("page.html"), "locked").begin()
    panel.press("12")
    expect(panel.button("desk-2: take a step")).to_have_attribute("aria-disabled", "true")
    assert (panel.places(), panel.waiting()) == ({"11": "2", "12": "1"}, ["2"])
    assert panel.facts() == ["sold = 0", "sold_lock: held by desk-1"]
    panel.press("2")
    expect(panel.status).to_have_text("desk-2 cannot take a step: it waits for sold_lock, which desk-1 holds.")
    panel.press("1111")
    expect(panel.thread(2)).to_have_text("line 11: its wait is over ")
    assert panel.waiting() == []
    panel.press("1")
    expect(panel.status).to_have_text("desk-1 cannot take a step: it is done.")


def test_a_challenge_that_no_order_reaches_is_told_at_an_end(look: Visit) -> None:
    panel = Panel(look("page.html"), "locked").begin()
    panel.button("Run to the end").click()
    expect(panel.status).to_contain_text("All 10 orders were run: none does it.")
    sign = panel.root.locator(".scheduler-challenge").evaluate("one => getComputedStyle(one, '::before').content")
    assert "☒" in sign


def test_a_deadlock_is_told_with_its_circle(look: Visit) -> None:
    panel = Panel(look("page.html"), "crossed").begin()
    panel.press("112221")
    expect(panel.status).to_contain_text(f"Ann, line 11: waits for till, which Ben holds. {CIRCLE} You did it!")
    expect(panel.status.locator(".scheduler-circle")).to_have_text("Ann → till → Ben → stock → Ann")
    assert (panel.waiting(), panel.facts()) == (["1", "2"], ["stock: held by Ann", "till: held by Ben"])


def test_three_threads_have_signs_of_three_colours(look: Visit) -> None:
    panel = Panel(look("page.html"), "drivers").begin()
    colours = panel.root.locator(".scheduler-signs .scheduler-sign").evaluate_all(
        "signs => signs.map(one => getComputedStyle(one).backgroundColor)"
    )
    assert len(set(colours)) == len(colours) == 3


# The outcomes


def test_outcomes_are_closed_until_they_are_asked_for_and_play_an_order_that_leads_there(desks: Panel) -> None:
    expect(desks.table).to_be_hidden()
    desks.outcomes.click()
    expect(desks.outcomes).to_have_attribute("aria-expanded", "true")
    expect(desks.table.locator("tbody tr")).to_have_count(2)
    desks.button("Play 111222").click()
    expect(desks.status).to_contain_text("The order 111222. sold = 2")
    assert desks.order() == "Order 111222"
    assert desks.table.locator("tr.seen td:first-child").all_inner_texts() == ["sold = 2; printed “sold: 2”"]
    expect(desks.root.locator(".scheduler-way[open] .scheduler-steps")).to_be_visible()
    desks.root.get_by_text("Order 111222, step by step").click()
    expect(desks.root.get_by_role("table", name="Order 111222")).to_be_visible()
    desks.outcomes.click()
    expect(desks.table).to_be_hidden()


# The address


def test_an_order_stands_in_the_address_and_leads_there_again(desks: Panel, look: Visit) -> None:
    desks.press("122")
    assert desks.page.url.endswith("page.html?order=122&of=greetings/desks.py")
    again = Panel(look(desks.page.url.removeprefix(look.address)), "desks")
    expect(again.status).to_have_text("The order 122.")
    assert again.order() == "Order 122"
    expect(again.root).to_be_in_viewport()
    again.button("Start again").click()
    assert again.page.url.endswith("page.html")


def test_an_address_keeps_what_else_it_says_and_names_the_program_only_where_there_are_several(look: Visit) -> None:
    panel = Panel(look("one.html?h=lock#top"), "desks").begin()
    panel.press("1")
    assert panel.page.url.endswith("one.html?h=lock&order=1#top")


@pytest.mark.parametrize(
    ("name", "order", "message"),
    [
        ("desks", "11112", "There is no order 11112: after 111, desk-1 cannot take a step, it is done."),
        ("desks", "13", "There is no order 13: after 1, there is no thread 3."),
        ("desks", "<b>", "There is no order <b>: after no step, there is no thread <."),
        ("desks", "1112221", "There is no order 1112221: after 111222, the program has ended."),
        ("locked", "122", "There is no order 122: after 12, desk-2 cannot take a step, it waits for sold_lock, which"),
    ],
)
def test_an_order_in_the_address_that_there_is_not_gets_a_plain_message(
    look: Visit, name: str, order: str, message: str
) -> None:
    panel = Panel(look(f"page.html?order={order}&of=greetings/{name}.py"), name)
    expect(panel.status).to_contain_text(message)


def test_an_address_that_names_a_program_which_is_not_on_the_page_gets_a_plain_message(look: Visit) -> None:
    page = look("page.html?order=12&of=greetings/none.py")
    expect(page.get_by_role("alert")).to_have_text(
        "The address asks for an order of greetings/none.py, which is not stepped on this page."
    )


def test_where_the_orders_cannot_be_fetched_it_is_said_and_the_outcomes_are_shown(browser: Browser, host: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/desks.orders.json", lambda route: route.fulfill(status=404))
    page.goto(f"{host}page.html")
    panel = Panel(page, "desks")
    panel.button("Choose the steps").click()
    expect(panel.root.get_by_role("alert")).to_contain_text("Its orders could not be fetched")
    expect(panel.table).to_be_visible()
    page.unroute("**/desks.orders.json")
    panel.begin()
    expect(panel.root.get_by_role("alert")).to_have_count(0)
    context.close()


# By touch, without a script, on paper


def test_by_touch_on_a_small_phone_everything_is_large_enough_and_nothing_is_cut(look: Visit) -> None:
    page = look("page.html", 320, 640, has_touch=True, is_mobile=True)
    panel = Panel(page, "crossed")
    panel.button("Choose the steps").tap()
    panel.button("Ann: take a step").tap()
    panel.button("Ben: take a step").tap()
    expect(panel.status).to_have_text("Ben, line 9: takes till.")
    panel.outcomes.tap()
    for one in panel.root.locator("button, summary").all():
        box = one.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    assert panel.root.evaluate("one => one.getBoundingClientRect().right") <= 320
    cut = ".scheduler-panel, .scheduler-panel > div, .scheduler-source, .scheduler-line, .scheduler-code"
    wide = panel.root.locator(cut).evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth + 1)")
    assert wide == []


def test_without_a_script_it_is_a_table_and_a_figure_of_steps_and_no_button(look: Visit) -> None:
    page = look("page.html", java_script_enabled=False)
    panel = Panel(page, "desks")
    expect(panel.table).to_be_visible()
    expect(panel.root.get_by_role("table", name="Order 112221")).to_be_visible()
    expect(panel.root.get_by_role("button")).to_have_count(0)
    expect(panel.root.locator(".scheduler-source")).to_be_hidden()  # it stands right above


def test_on_paper_stands_what_stands_there_without_a_script(desks: Panel) -> None:
    desks.press("1")
    desks.page.emulate_media(media="print")
    desks.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(desks.table).to_be_visible()
    expect(desks.status).to_be_hidden()
    expect(desks.outcomes).to_be_hidden()
    desks.page.emulate_media(media="screen")
    desks.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(desks.status).to_be_visible()


def test_a_panel_has_no_axe_violation_closed_opened_and_at_a_deadlock(look: Visit) -> None:
    page = look("page.html")
    assert look.violations(page) == []
    panel = Panel(page, "crossed").begin()
    panel.outcomes.click()
    panel.button("Play 112221").click()
    assert look.violations(page) == []
    assert look.violations(look("page.html", 320, 640), ".scheduler") == []


# On slides


def deck(look: Visit, name: str = "desks") -> Panel:
    """The panel of a slide."""
    return Panel(opened(look(f"build/slides/greetings/index.html#/slide-of-{name}")), name)


def test_on_a_slide_keys_take_steps_of_the_panel_that_is_shown(look: Visit) -> None:
    panel = deck(look)
    panel.press("12")
    expect(panel.status).to_have_text("desk-2, line 10: reads sold = 0.")
    panel.page.keyboard.press("Backspace")
    assert panel.order() == "Order 1"
    panel.page.evaluate("Reveal.triggerKey(98)")  # 2 on the number pad
    assert panel.order() == "Order 12"
    panel.page.keyboard.press("ArrowRight")
    panel.page.wait_for_function(f"{PRESENT}.id === 'slide-of-locked'")
    other = Panel(panel.page, "locked")
    panel.press("1")
    assert (panel.order(), other.order()) == ("Order 12", "Order 1")
    assert "order=" not in panel.page.url


def test_on_other_slides_in_the_overview_and_on_a_black_screen_keys_take_no_step(look: Visit) -> None:
    panel = deck(look)
    panel.press("1")
    panel.page.keyboard.press("Escape")
    panel.press("1")
    panel.page.keyboard.press("Escape")
    panel.press("b1b")
    assert panel.order() == "Order 1"
    panel.page.evaluate("Reveal.slide(0)")
    panel.press("1")
    assert panel.order() == "Order 1"
    panel.page.keyboard.press("Shift+Slash")
    expect(panel.page.locator(".r-overlay-help")).to_contain_text("The thread of this number takes a step")


def test_keys_that_work_a_button_move_no_slide_and_after_a_click_the_keys_are_the_decks(look: Visit) -> None:
    panel = deck(look)
    panel.button("desk-1: take a step").focus()
    panel.page.keyboard.press("Enter")
    panel.page.keyboard.press("Space")
    assert panel.order() == "Order 11"
    assert panel.page.evaluate(f"{PRESENT}.id") == "slide-of-desks"
    panel.button("desk-2: take a step").click()
    panel.page.keyboard.press("w")  # the pen
    expect(panel.page.locator("#pen")).to_have_attribute("aria-pressed", "true")
    panel.press("1")
    panel.page.keyboard.press("w")
    assert panel.order() == "Order 1121"
    panel.page.keyboard.press("Space")
    panel.page.wait_for_function(f"{PRESENT}.id === 'slide-of-locked'")


def test_at_every_step_to_every_outcome_a_slide_has_room_for_its_panel(look: Visit) -> None:
    for name in ("desks", "locked", "crossed"):
        panel = deck(look, name)
        body = panel.page.locator("section.present > .body")
        panel.outcomes.click()
        orders = panel.root.locator("button.scheduler-order").all_inner_texts()
        assert body.evaluate("one => one.scrollHeight - one.clientHeight") <= 0
        panel.outcomes.click()
        for order in orders:
            for key in order.removeprefix("Play "):
                panel.press(key)
                assert body.evaluate("one => one.scrollHeight - one.clientHeight") <= 0
            panel.button("Start again").click()
        left, right = (panel.root.locator(side).bounding_box() for side in (".scheduler-left", ".scheduler-right"))
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] < right["x"]


def test_on_a_slide_an_outcome_is_played_and_the_table_makes_room(look: Visit) -> None:
    panel = deck(look, "crossed")
    panel.outcomes.click()
    panel.button("Play 112221").click()
    expect(panel.table).to_be_hidden()
    expect(panel.status).to_contain_text(CIRCLE)


def test_the_speaker_view_and_the_audience_see_the_same_order(look: Visit) -> None:
    panel = deck(look)
    panel.press("1")
    with panel.page.expect_popup() as popup:
        panel.page.keyboard.press("s")
    frame = popup.value.frame_locator("#current-slide iframe")
    taken = frame.locator("section.present .scheduler-taken")
    expect(taken).to_have_attribute("aria-label", "Order 1")
    panel.press("2")
    expect(taken).to_have_attribute("aria-label", "Order 12")
    popup.value.keyboard.press("2")
    expect(taken).to_have_attribute("aria-label", "Order 122")
    expect(panel.root.locator(".scheduler-taken")).to_have_attribute("aria-label", "Order 122")


def test_a_deck_without_a_script_or_on_paper_has_source_outcomes_and_steps(look: Visit, course: SmallCourse) -> None:
    flat = look("build/slides/greetings/index.html", java_script_enabled=False)
    html = (course.root / "build/slides/greetings/index.html").read_text(encoding="utf-8")
    paper = handout.handout(html, "audience").replace("../assets/", "build/slides/assets/")
    icon = '<link rel="icon" href="data:,"><title>'  # browsers ask for one over http
    (course.root / "handout.html").write_text(paper.replace("<title>", icon), encoding="utf-8")
    handed_out = look("handout.html")
    handed_out.wait_for_selector("body.ready", state="attached")
    printed = deck(look, "crossed").page
    printed.evaluate("dispatchEvent(new Event('beforeprint'))")
    for page in (flat, handed_out, printed):
        panel = Panel(page, "crossed")
        expect(panel.root.locator(".scheduler-source")).to_be_visible()
        expect(panel.table).to_be_visible()
        expect(panel.root.get_by_role("table", name="Order 112221")).to_be_visible()
        assert panel.root.locator(".scheduler-status:visible").count() == 0
        steps = panel.root.locator(".scheduler-steps").bounding_box()
        source = panel.root.locator(".scheduler-source").bounding_box()
        assert steps is not None
        assert source is not None
        assert source["x"] + source["width"] < steps["x"]  # side by side


def test_a_slide_with_a_panel_has_no_axe_violation(look: Visit) -> None:
    panel = deck(look, "crossed")
    panel.press("112221")
    panel.page.evaluate(FLAT)
    assert look.violations(panel.page) == []


# On the site


def test_the_site_has_the_orders_of_every_panel(visit: Visit) -> None:
    page = visit("lessons/locks/?order=1221&of=locks/two_desks.py")
    panel = Panel(page, "two_desks")
    expect(panel.status).to_have_text("The order 1221.")
    names = page.locator(".scheduler").evaluate_all("all => all.map(one => one.dataset.graph)")
    found = page.evaluate("names => Promise.all(names.map(name => fetch(name).then(answer => answer.ok)))", names)
    asked = [one.embed for one in texts.fences(ROOT, ROOT / "content/lessons/locks.md") if one.embed]
    assert found == [True for embed in asked if embed.figure == "scheduler"]
    panel.button("Start again").click()
    assert re.search(r"/lessons/locks/$", page.url)
