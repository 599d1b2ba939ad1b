"""A deck while it is presented: keys, mouse, pen and clock, on a beamer and on a phone, and without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_decks import PRESENT, SIZES, opened
from tests.browser.visit import LETTERS, OUT_OF_REACH, Visit
from tests.laws.test_every_lesson import LESSONS
from tests.support.sample import sample

SCHEME = "document.documentElement.dataset.scheme"
FADED = "getComputedStyle(document.querySelector('{}')).opacity === '{}'"
CODE = """
() => Reveal.getSlides().filter((slide) => slide.querySelector(".highlight, .run-output"))
  .map((slide) => slide.style.getPropertyValue("--code"))
"""
FILLS = f"""
() => {{
  const {{ left, top, right, bottom }} = {PRESENT}.getBoundingClientRect();
  return [left, top, right, bottom].map(Math.round);
}}
"""
LINES = """
(pre) => {
  const { lineHeight, paddingTop } = getComputedStyle(pre);
  return (pre.offsetHeight - parseFloat(paddingTop)) / parseFloat(lineHeight);
}
"""
BOXES = """
() => Reveal.getSlides().map((slide) => {
  const { left, top, right, bottom } = slide.getBoundingClientRect();
  return [left, top, right, bottom].map(Math.round);
})
"""
TEXT = f"parseFloat(getComputedStyle({PRESENT}.querySelector('{{}}')).fontSize) * Reveal.getScale()"


def slide(page: Page) -> str:
    """The id of the slide that is shown."""
    return str(page.evaluate(f"{PRESENT}.id"))


def shown(page: Page, selector: str, is_shown: bool = True) -> None:
    """Wait until something has come, or has faded."""
    page.wait_for_function(FADED.format(selector, int(is_shown)))


# The canvas


@pytest.mark.parametrize("lesson", sample(LESSONS, 2))
def test_code_has_one_of_three_sizes_and_most_of_a_deck_the_same(lesson: str, visit: Visit) -> None:
    sizes = opened(visit(f"slides/{lesson}/")).evaluate(CODE)
    assert set(sizes) <= {"30px", "25px", "21px"}
    assert 2 * max(map(sizes.count, sizes)) >= len(sizes)
    assert len(set(sizes)) <= 2


def test_an_output_stands_beside_its_code_where_both_fit_and_else_below_it(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    for anchor, is_beside in (("protect-it", True), ("the-famous-demo-how-many-are-counted", False)):
        page.evaluate("(anchor) => { location.hash = `#/${anchor}`; }", anchor)
        page.wait_for_function("(anchor) => Reveal.getCurrentSlide().id === anchor", arg=anchor)
        code, output = (page.locator(f".present {name}").first.bounding_box() for name in (".highlight", ".run-output"))
        assert code
        assert output
        assert (output["x"] > code["x"] + code["width"] - 1) is is_beside
        assert (output["y"] > code["y"] + code["height"] - 1) is not is_beside


def test_each_part_of_a_deck_has_a_colour_of_its_own(visit: Visit) -> None:
    page = opened(visit("slides/stocks/"))
    colours = page.evaluate(
        "['tools-that-wait', 'a-queue-makes-them-wait', 'the-shelf-built-by-hand'].map((id) => "
        "getComputedStyle(document.getElementById(id).querySelector('h2'), '::before').backgroundColor)"
    )
    assert colours[0] == colours[1] != colours[2]


def test_a_slide_whose_text_has_no_room_rolls_by_the_keys_up_and_down(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/safe-by-accident"))
    page.evaluate(f"{PRESENT}.querySelector('.body').insertAdjacentHTML('beforeend', '<p>more</p>'.repeat(30))")
    page.evaluate("Fit.all()")
    body = page.get_by_role("region", name="All of Safe by accident")
    expect(page.locator(".present .body p").last).not_to_be_in_viewport()
    for _ in range(20):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".present .body p").last).to_be_in_viewport()
    page.keyboard.press("ArrowUp")
    assert slide(page) == "safe-by-accident"
    body.focus()
    page.keyboard.press("End")
    page.wait_for_function(
        f"(() => {{ const box = {PRESENT}.querySelector('.body'); "
        "return box.scrollHeight - box.clientHeight - box.scrollTop < 2; })()"
    )


# What comes and goes


def test_links_and_facts_fade_while_keys_move_the_deck_and_come_with_mouse_or_key(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/be-the-scheduler"))
    shown(page, ".deck-links")
    page.keyboard.press("ArrowRight")
    for part in (".deck-links", ".slide-number", ".present .run-facts"):
        shown(page, part, is_shown=False)
    page.mouse.move(300, 300)
    for part in (".deck-links", ".slide-number", ".present .run-facts"):
        shown(page, part)
    page.keyboard.press("ArrowRight")
    shown(page, ".deck-links", is_shown=False)
    page.keyboard.press("i")
    shown(page, ".deck-links")
    page.keyboard.press("i")
    shown(page, ".deck-links", is_shown=False)
    page.keyboard.press("Tab")
    shown(page, ".deck-links")


def test_a_mouse_that_rests_is_forgotten(visit: Visit) -> None:
    page = opened(visit("slides/locks/", reduced_motion="reduce"))
    page.clock.install(time=0)
    page.clock.pause_at(60)
    page.mouse.move(300, 300)
    for milliseconds, opacity in ((3900, 1), (200, 0)):
        page.clock.run_for(milliseconds)
        assert page.evaluate(FADED.format(".deck-links", opacity))


# Light and dark


def test_dark_is_remembered_on_reload_and_in_all_decks(visit: Visit) -> None:
    page = opened(visit("slides/locks/"))
    page.keyboard.press("d")
    assert page.evaluate(SCHEME) == "dark"
    page.reload()
    assert opened(page).evaluate(SCHEME) == "dark"
    other = opened(visit("slides/multiprocessing/"))
    assert other.evaluate(SCHEME) == "dark"
    other.keyboard.press("d")
    page.wait_for_function(f"{SCHEME} === 'light'")  # another window follows at once


def test_where_the_browser_keeps_nothing_dark_holds_until_the_page_is_left(visit: Visit) -> None:
    page = visit("slides/locks/")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })")
    page.reload()
    opened(page).keyboard.press("d")
    assert page.evaluate(SCHEME) == "dark"
    page.emulate_media(color_scheme="dark")
    page.keyboard.press("d")
    assert page.evaluate(SCHEME) == "light"


# Search, overview, speaker view


def test_after_a_search_the_keys_are_the_decks_and_the_next_hit_is_two_keys_away(visit: Visit) -> None:
    page = opened(visit("slides/locks/"))
    box = page.locator("input.searchinput")
    page.keyboard.press("Control+Shift+F")
    box.fill("critical section")
    page.keyboard.press("Enter")
    expect(box).not_to_be_focused()
    assert slide(page) == "protect-it"
    page.keyboard.press("PageUp")
    assert slide(page) == "be-the-scheduler"
    page.keyboard.press("Control+Shift+F")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    assert page.evaluate("Reveal.isOverview()") is False
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    assert slide(page) == "a-lost-update"


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_overview_shows_every_slide_in_a_grid_that_keys_and_clicks_walk(
    size: tuple[int, int], visit: Visit
) -> None:
    page = opened(visit("slides/locks/", width=size[0], height=size[1]))
    page.keyboard.press("Escape")
    boxes = page.evaluate(BOXES)
    columns = len([box for box in boxes if box[1] == boxes[0][1]])
    assert 3 < columns < len(boxes) / 2
    assert len({box[0] for box in boxes}) == columns
    assert all(left >= 0 and right <= size[0] and top >= 0 and bottom <= size[1] for left, top, right, bottom in boxes)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("Reveal.getIndices().h") == columns + 1
    page.mouse.click(boxes[2][0] + 20, boxes[2][1] + 20)
    assert page.evaluate("Reveal.isOverview()") is False
    assert slide(page) == "a-million-tickets-are-sold-how-many-are-counted"
    expect(page.locator(".present h2")).to_be_in_viewport()


def test_a_figure_stands_beside_its_code_only_where_its_words_can_be_read(visit: Visit) -> None:
    page = opened(visit("slides/multiprocessing/#/ten-thousand-sales-what-is-fastest"))
    page.keyboard.press("PageDown")
    code, figure = (page.locator(f".present {name}").bounding_box() for name in (".highlight", ".run-figure"))
    assert code
    assert figure
    assert figure["y"] > code["y"] + code["height"]
    assert figure["width"] >= 480


def test_what_rolls_is_cut_between_two_lines(visit: Visit) -> None:
    page = opened(visit("slides/multiprocessing/#/what-becomes-of-the-bread"))
    lines = page.evaluate(f"({LINES})({PRESENT}.querySelector('pre.rolls'))")
    assert lines > 3
    assert abs(lines - round(lines)) < 0.1


def test_an_output_that_is_only_too_wide_wraps(visit: Visit) -> None:
    page = opened(visit("slides/multiprocessing/#/a-worker-dies-what-is-left"))
    assert page.locator(".present .rolls").count() == 0
    wide = "(one) => one.scrollWidth - one.clientWidth"
    assert page.locator(".present .run-output pre").evaluate(wide) <= 0


def test_the_panes_of_the_speaker_view_show_the_slide_and_nothing_else(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    with page.context.expect_page() as window:
        page.keyboard.press("s")
    speaker = window.value
    speaker.set_viewport_size({"width": 1280, "height": 720})
    for name in ("current", "upcoming"):
        pane = speaker.frame_locator(f"#{name}-slide iframe")
        expect(pane.locator(".present h2")).to_be_visible(timeout=30_000)
        for part in (".deck-links", ".slide-number", ".controls"):
            expect(pane.locator(part)).to_be_hidden()
    label = speaker.locator("#upcoming-slide .label").bounding_box()
    heading = speaker.frame_locator("#upcoming-slide iframe").locator(".present h2").bounding_box()
    assert label
    assert heading
    assert heading["y"] >= label["y"] + label["height"]


# A phone


@pytest.mark.parametrize("lesson", sample(LESSONS, 2))
def test_on_a_phone_a_slide_fills_the_screen_and_its_text_and_figures_can_be_read(lesson: str, visit: Visit) -> None:
    page = opened(visit(f"slides/{lesson}/", width=390, height=844))
    for number in range(page.evaluate("Reveal.getTotalSlides()")):
        page.evaluate("(number) => Reveal.slide(number, 0, 99)", number)
        left, top, right, bottom = page.evaluate(FILLS)
        assert abs(left) <= 1
        assert abs(right - 390) <= 1
        assert bottom - top > 800
        assert page.evaluate(TEXT.format("h1, h2")) > 22
        assert page.evaluate(TEXT.format(".body")) > 16
        if page.locator(".present pre").count():
            assert page.evaluate(TEXT.format("pre")) >= 12.9
        assert min(page.evaluate(LETTERS, ".present"), default=10) >= 10, slide(page)
        assert page.locator(".present :is(.wide, .run-figure)").evaluate_all(OUT_OF_REACH) == 0, slide(page)


def test_on_a_phone_the_number_of_a_slide_lies_on_no_link(visit: Visit) -> None:
    page = opened(visit("slides/locks/", width=390, height=844))
    number = page.locator(".slide-number").bounding_box()
    assert number
    for link in page.locator(".deck-links > *").all():
        box = link.bounding_box()
        assert box is None or box["x"] + box["width"] <= number["x"]


def test_a_phone_that_is_turned_shows_the_slide_of_a_beamer(visit: Visit) -> None:
    page = opened(visit("slides/locks/", width=390, height=844))
    assert page.evaluate("Reveal.getConfig().width") == 600
    page.set_viewport_size({"width": 844, "height": 390})
    page.wait_for_function("Reveal.getConfig().width === 1280")
    assert page.locator("html.narrow").count() == 0


# Without a script


@pytest.mark.parametrize("size", SIZES)
def test_without_a_script_a_deck_is_a_page_of_its_slides(size: tuple[int, int], visit: Visit) -> None:
    page = visit("slides/locks/", width=size[0], height=size[1], java_script_enabled=False)
    slides = page.locator(".slides > section")
    tops = [box["y"] for one in slides.all() if (box := one.bounding_box())]
    assert len(tops) == slides.count() > 10
    assert tops == sorted(set(tops))
    expect(page.get_by_text("do not build on it")).to_be_visible()
    assert page.locator("aside.notes:visible, .deck-links button:visible").count() == 0
    links = page.locator(".deck-links").bounding_box()
    assert links
    assert links["y"] > tops[-1]  # they lie over no slide


# The clock, the pen and the pointer


@pytest.fixture
def task(visit: Visit) -> Page:
    """A slide with a clock of ten minutes, and a time that stands still until it is put on."""
    page = opened(visit("slides/locks/#/your-turn", reduced_motion="no-preference"))
    page.clock.install(time=0)
    page.clock.pause_at(60)
    return page


def test_a_clock_counts_down_from_a_key_or_a_click_and_stops_and_is_set_back(task: Page) -> None:
    clock = task.locator(".present button.clock")
    expect(clock).to_have_text("10:00")
    task.keyboard.press("t")
    task.clock.run_for(61_000)
    expect(clock).to_have_text("8:59")
    expect(clock).to_have_accessible_name("8:59. Stop the clock")
    clock.click()
    task.clock.run_for(60_000)
    expect(clock).to_have_text("8:59")
    task.keyboard.press("ArrowRight")  # a click leaves the keys to the deck
    assert slide(task) == "key-points"
    task.keyboard.press("ArrowLeft")
    task.keyboard.press("t")
    task.clock.run_for(600_000)
    expect(clock).to_have_text("Time is up")
    task.keyboard.press("t")
    expect(clock).to_have_text("10:00")


def test_with_reduced_motion_the_clock_changes_each_ten_seconds(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/your-turn", reduced_motion="reduce"))
    page.clock.install(time=0)
    page.clock.pause_at(60)
    clock = page.locator(".present button.clock")
    clock.press("Enter")
    for seconds, text in ((9, "10:00"), (2, "9:50"), (8, "9:50"), (2, "9:40")):
        page.clock.run_for(1000 * seconds)
        expect(clock).to_have_text(text)
    assert slide(page) == "your-turn"


def test_the_pen_draws_on_its_slide_until_that_is_erased(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    page.keyboard.press("w")
    page.mouse.move(200, 200)
    page.mouse.down()
    page.mouse.move(400, 300, steps=3)
    page.mouse.up()
    page.mouse.move(500, 500)
    points = page.locator(".present svg.ink polyline").get_attribute("points")
    assert points
    assert re.fullmatch(r"200,200 (\d+,\d+ )*400,300", points)
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    assert slide(page) == "one-desk-at-a-time"
    assert page.locator(".present svg.ink").count() == 0
    page.keyboard.press("PageUp")
    expect(page.locator(".present svg.ink polyline")).to_be_visible()
    page.keyboard.press("e")
    assert page.locator("svg.ink").count() == 0
    page.keyboard.press("w")
    assert page.locator(".ink-board").count() == 0


def test_the_pointer_follows_the_mouse_and_leaves_nothing(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    page.mouse.move(10, 10)
    page.get_by_role("button", name="Pointer").click()
    page.mouse.move(640, 360)
    box = page.locator(".ink-dot").bounding_box()
    assert box
    assert (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) == (640, 360)
    expect(page.get_by_role("button", name="Pointer")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("w")  # the pen takes its place
    expect(page.get_by_role("button", name="Pointer")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".ink-dot")).to_be_hidden()
    page.keyboard.press("w")
    assert page.locator("svg.ink, .ink-board, .ink-dot").count() == 0


def test_what_is_drawn_in_the_speaker_view_the_audience_sees_too(visit: Visit) -> None:
    page = opened(visit("slides/locks/#/protect-it"))
    with page.context.expect_page() as window:
        page.keyboard.press("s")
    speaker = window.value
    pane = speaker.frame_locator("#current-slide iframe")
    expect(pane.locator(".present h2")).to_be_visible(timeout=30_000)
    speaker.keyboard.press("w")
    expect(pane.locator(".ink-board")).to_be_attached()
    box = pane.locator("section.present").bounding_box()
    assert box
    speaker.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    speaker.mouse.down()
    speaker.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 4)
    speaker.mouse.up()
    drawn = page.locator(".present svg.ink polyline")
    expect(drawn).to_have_attribute("points", re.compile(r"6[34]\d,3[56]\d 3[12]\d,1[78]\d"))
    speaker.keyboard.press("e")
    expect(drawn).to_have_count(0)
    speaker.keyboard.press("q")
    speaker.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator(".ink-dot")).to_be_visible()
    speaker.keyboard.press("q")
    expect(page.locator(".ink-dot")).to_have_count(0)
