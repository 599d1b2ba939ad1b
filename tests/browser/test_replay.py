"""An output is printed again as it came, when somebody asks for it, on page and slide alike."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from slides.engine.deck import OF_PAGES
from snippets.engine.process.machine import machine
from snippets.engine.process.run import Run
from snippets.engine.program.interpreters import building
from snippets.engine.runs.cache import key
from tests.browser.conftest import watched
from tests.browser.test_decks import PRESENT, opened
from tests.browser.visit import Visit
from tests.support.site import ROOT
from tests.support.small import DECK, SmallCourse

OUTPUT = "".join(f"line {number}\n" for number in range(4))
MOMENTS = (0.25, 0.75, 1.2, 1.65)
BEATS = (0.25, 0.25, 0.75, 1.2, 1.2, 1.2)  # of two lines that begin, and of four control characters
MENU = "one\n\x1b[?1049h\x1b[2J\x1b[Htop\x1b[9Hbottom\x1b[?1049ltwo\n"
TWICE = '# /// run\n# output = "varies"\n# rare = true\n# because = "of a test"\n# runs = 2\n# ///\n'
FENCE = '```python exec="on" file="greetings/{}.py" show="output" {}\n```\n'
QUICK, ONCE, TABS, LONG = (FENCE.format(name, "") for name in ("hello", "slow", "twice", "long"))
NOTES = "\n/// html | aside.notes\nNote: Wait.\n///\n"
SLIDES = f"""{DECK}
---

## Slow {{minutes="1"}}

{QUICK}
{ONCE}{NOTES}
---

## Held {{minutes="1"}}

{FENCE.format("twice", 'hold="on"')}{NOTES}"""
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Replay</title><style>{css}</style>
<main class="md-typeset"><h1>Replay</h1>{html}</main><script src="{script}"></script></html>
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """A course with a quick program and two that were slow, its deck, and `page.html` that shows their outputs."""
    course = SmallCourse(tmp_path_factory.mktemp("course"))
    slow = Run(OUTPUT, "ok", 1.75, 0.1, building().label, machine(), MOMENTS)
    long = replace(slow, output=15 * OUTPUT, times=tuple(map(float, range(60))))
    for name, text, runs in (("slow", "", (slow,)), ("twice", TWICE, (slow, slow)), ("long", "", (long,))):
        course.write(f"snippets/greetings/{name}.py", text)
        course.library.cache.put(key(course.library.program(f"greetings/{name}.py"), building()), runs)
    course.write("content/lessons/greetings.md", f"# Greetings\n\n{QUICK}\n{ONCE}\n{TABS}")
    course.write("slides/decks/greetings.md", SLIDES)
    decks = course.decks()
    assert decks.returncode == 0, decks.stderr
    sheets = (ROOT / "content" / "assets" / f"{name}.css" for name in ("course", "print"))
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    html = course.html(f"{QUICK}\n{ONCE}\n{TABS}\n{LONG}")
    (course.root / "page.html").write_text(
        PAGE.format(css=css, html=html, script=(OF_PAGES / "replay.js").as_uri()), encoding="utf-8"
    )
    course.write("snippets/greetings/drawn.py", "")
    drawn = replace(slow, output="bars:\n0 %\r50 %\r\x1b[7mdone\x1b[0m\n", times=(0.25, 1.65), moves=BEATS)
    course.library.cache.put(key(course.library.program("greetings/drawn.py"), building()), (drawn,))
    html = course.html(FENCE.format("drawn", ""))
    (course.root / "drawn.html").write_text(
        PAGE.format(css=css, html=html, script=(OF_PAGES / "replay.js").as_uri()), encoding="utf-8"
    )
    course.write("snippets/greetings/menu.py", "")
    menu = replace(slow, output=MENU, times=(0.25, 1.65), moves=(0.25, 0.5, 0.5, 0.5, 1.0, 1.65, 1.65))
    course.library.cache.put(key(course.library.program("greetings/menu.py"), building()), (menu,))
    html = course.html(FENCE.format("menu", ""))
    (course.root / "menu.html").write_text(
        PAGE.format(css=css, html=html, script=(OF_PAGES / "replay.js").as_uri()), encoding="utf-8"
    )
    return course


@pytest.fixture
def look(shared: BrowserContext) -> Iterator[Visit]:
    """Opens files; when the test ends, none of them may have complained."""
    with watched(shared, "file://") as visitor:
        yield visitor


def stilled(look: Visit, path: str, motion: str = "reduce") -> Page:
    """A page or a deck, with a clock that stands still until it is put on, and so with a context of its own."""
    page = look(path, reduced_motion=motion)
    if "/slides/" in path:
        opened(page)
    page.clock.install(time=0)
    page.clock.pause_at(60)
    return page


class Player:
    """The first output of a program on a page, and its controls."""

    def __init__(self, page: Page, name: str = "slow") -> None:
        self.page = page
        self.output = page.locator(f'.run-output[data-snippet="greetings/{name}.py"]').first
        self.samp = self.output.locator("samp")
        controls = self.output.locator("+ .run-replay")
        self.button = controls.locator("button")
        self.speed = controls.get_by_label("Speed")
        self.clock = controls.locator(".run-clock")

    def wait(self, seconds: float) -> None:
        """Put the clock on."""
        self.page.clock.run_for(round(1000 * seconds))

    def lines(self) -> int:
        """How many lines can be seen, which are the first ones."""
        seen = self.samp.inner_text().splitlines()
        assert seen == OUTPUT.splitlines()[: len(seen)]
        return len(seen)

    def is_playing(self) -> bool:
        """Whether it offers to stop, and not to play."""
        return self.button.inner_text() == "Stop"


@pytest.fixture
def player(look: Visit, course: SmallCourse) -> Player:
    """The slow program's output on a page."""
    return Player(stilled(look, f"{course.root}/page.html", "no-preference"))


def test_nothing_plays_until_somebody_asks_for_it(player: Player) -> None:
    player.wait(10)
    assert (player.lines(), player.is_playing()) == (4, False)
    expect(player.clock).to_be_empty()


def test_an_output_that_came_at_once_has_no_button(player: Player) -> None:
    replayable = player.page.locator(".run-output:has(+ .run-replay)")
    programs = {output.get_attribute("data-snippet") for output in replayable.all()}
    assert programs == {"greetings/slow.py", "greetings/twice.py", "greetings/long.py"}
    assert player.page.locator('[data-snippet="greetings/hello.py"]').count() == 1


@pytest.mark.parametrize(("speed", "factor"), [(".5", 0.5), ("1", 1.0), ("4", 4.0)])
def test_after_the_time_of_a_line_that_line_and_those_above_it_stand_there(
    player: Player, speed: str, factor: float
) -> None:
    player.speed.select_option(speed)
    player.button.click()
    passed = 0.0
    for number, moment in enumerate(MOMENTS):
        almost = (moment - 0.008) / factor
        player.wait(almost - passed)
        assert (player.lines(), player.is_playing()) == (number, True)
        passed = (moment + 0.008) / factor
        player.wait(passed - almost)
        assert player.lines() == number + 1
    assert not player.is_playing()
    expect(player.clock).to_have_text(f"{MOMENTS[-1]:.2f} s")


def test_the_seconds_of_the_program_run_while_it_is_printed_again(player: Player) -> None:
    player.speed.select_option("4")
    player.button.click()
    expect(player.clock).to_have_text("0.00 s")
    player.wait(0.016 * 10)
    expect(player.clock).to_have_text("0.64 s")


def test_a_new_speed_counts_from_then_on(player: Player) -> None:
    _, second, third, last = MOMENTS
    player.button.click()
    player.wait((second + third) / 2)
    player.speed.select_option("4")
    assert (player.lines(), player.is_playing()) == (2, True)
    player.wait((last - (second + third) / 2) / 4 - 0.02)
    assert (player.lines(), player.is_playing()) == (3, True)
    player.wait(0.04)
    assert (player.lines(), player.is_playing()) == (4, False)


def test_a_speed_that_is_chosen_while_nothing_plays_starts_nothing(player: Player) -> None:
    player.speed.select_option("4")
    player.wait(0.1)
    assert (player.lines(), player.is_playing()) == (4, False)


def test_pressed_again_it_stops_and_shows_all_and_then_begins_anew(player: Player) -> None:
    player.button.click()
    player.wait(MOMENTS[1] + 0.1)
    assert player.lines() == 2
    player.button.click()
    assert (player.lines(), player.is_playing()) == (4, False)
    expect(player.clock).to_be_empty()
    player.wait(MOMENTS[2] - MOMENTS[1])
    assert player.lines() == 4
    player.button.click()
    assert player.lines() == 0


def test_nothing_moves_while_it_plays(player: Player) -> None:
    parts = 'document.querySelectorAll("main :not(.run-replay, .run-replay *)")'
    boxes = f"[...{parts}].map((one) => JSON.stringify(one.getBoundingClientRect()))"
    before = player.page.evaluate(boxes)
    player.button.click()
    assert player.lines() == 0
    assert player.page.evaluate(boxes) == before
    player.wait(MOMENTS[0])
    assert player.page.evaluate(boxes) == before


def test_one_output_plays_at_a_time(player: Player) -> None:
    other = player.page.locator(".run-panel .run-replay button").first
    player.button.click()
    player.wait(0.1)
    other.click()
    assert (player.lines(), player.is_playing()) == (4, False)
    expect(other).to_have_text("Stop")


def test_each_tab_plays_its_own_run_and_leaving_it_stops_that(player: Player) -> None:
    panels = player.page.locator(".run-panel")
    first, second = (panel.locator("button") for panel in panels.all())
    first.click()
    player.page.get_by_role("radio", name="run 1").press("ArrowRight")
    expect(first).to_have_text("Replay")
    assert panels.first.locator(".later").count() == 0
    second.click()
    expect(second).to_have_text("Stop")
    assert panels.nth(1).locator("samp").inner_text() == ""


def test_looking_elsewhere_stops_it(player: Player) -> None:
    player.button.click()
    hide = "Object.defineProperty(document, 'hidden', { value: true })"
    player.page.evaluate(f"{hide}; document.dispatchEvent(new Event('visibilitychange'))")
    assert (player.lines(), player.is_playing()) == (4, False)


def test_a_long_output_that_is_folded_is_rolled_to_the_line_that_comes_and_can_be_rolled_back(player: Player) -> None:
    long = Player(player.page, "long")
    box = long.output.locator("pre")
    long.button.click()
    for seconds, is_rolled in ((5, False), (45, True)):
        long.wait(seconds)
        assert bool(box.evaluate("box => box.scrollTop")) is is_rolled
    last = long.samp.locator("[data-at]:not(.later)").last
    bottoms = [one.evaluate("one => one.getBoundingClientRect().bottom") for one in (last, box)]
    assert 5 < bottoms[1] - bottoms[0] < 20
    assert box.evaluate("box => [getComputedStyle(box).overflowY, getComputedStyle(box).maskImage]") == ["auto", "none"]
    long.button.click()
    long.button.click()
    assert box.evaluate("box => box.scrollTop") == 0


def test_it_works_by_keyboard_alone_and_the_focus_stays(player: Player) -> None:
    player.output.evaluate("output => { output.tabIndex = 0; output.focus(); }")
    player.page.keyboard.press("Tab")
    expect(player.button).to_be_focused()
    player.page.keyboard.press("Space")
    assert (player.lines(), player.is_playing()) == (0, True)
    player.page.keyboard.press("Enter")
    assert (player.lines(), player.is_playing()) == (4, False)
    expect(player.button).to_be_focused()
    player.page.keyboard.press("Tab")
    expect(player.speed).to_be_focused()
    player.page.keyboard.press("ArrowDown")
    expect(player.speed).to_have_value("4")


def test_the_controls_are_named_after_what_they_do_and_the_program(player: Player) -> None:
    assert player.speed.locator("option").all_inner_texts() == [f"{n}\N{MULTIPLICATION SIGN}" for n in ("½", "1", "4")]
    named = player.page.get_by_role("button", name="Replay greetings/slow.py")
    expect(named).to_be_visible()
    named.click()
    expect(player.page.get_by_role("button", name="Stop greetings/slow.py")).to_be_visible()


def test_with_reduced_motion_the_lines_come_when_asked_for_and_no_clock_runs(look: Visit, course: SmallCourse) -> None:
    player = Player(stilled(look, f"{course.root}/page.html"))
    player.button.click()
    player.wait(MOMENTS[0] / 2)
    expect(player.clock).to_have_text("0.00 s")
    player.wait(MOMENTS[0] / 2)
    for number, moment in enumerate(MOMENTS):
        player.wait(moment - (MOMENTS[number - 1] if number else MOMENTS[0]))
        assert player.lines() == number + 1
        expect(player.clock).to_have_text(f"{moment:.2f} s")


def test_without_a_script_the_output_simply_stands_there(look: Visit, course: SmallCourse) -> None:
    page = look(f"{course.root}/page.html", java_script_enabled=False)
    for output in page.locator(".run-output:visible samp").all():
        expect(output).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_count(0)


def test_on_paper_all_lines_stand_there_and_no_button(player: Player) -> None:
    player.button.click()
    player.page.emulate_media(media="print")
    assert player.lines() == 4
    expect(player.button).to_be_hidden()


def test_the_controls_have_no_axe_violation_and_fit_a_narrow_phone(look: Visit, course: SmallCourse) -> None:
    page = look(f"{course.root}/page.html", 320, 640)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for size in page.locator(".run-replay").first.locator("button, select").all():
        box = size.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
    assert look.violations(page) == []
    page.get_by_role("button").first.click()
    assert look.violations(page) == []


# In a deck


@pytest.fixture
def slide(look: Visit, course: SmallCourse) -> Player:
    """The slow program's output on its slide."""
    return Player(stilled(look, f"{course.root}/build/slides/greetings/index.html#/slow"))


def test_a_slide_plays_as_the_page_does(slide: Player) -> None:
    slide.button.click()
    slide.wait(MOMENTS[2])
    assert (slide.lines(), slide.is_playing()) == (3, True)
    slide.wait(MOMENTS[3] - MOMENTS[2])
    assert (slide.lines(), slide.is_playing()) == (4, False)


def test_keys_of_the_controls_do_not_move_the_slide_and_others_do(slide: Player) -> None:
    slide.button.focus()
    for pressed, is_playing in (("Space", True), ("Enter", False)):
        slide.page.keyboard.press(pressed)
        assert slide.is_playing() is is_playing
    slide.speed.focus()
    for pressed, speed in (("ArrowDown", "4"), ("Home", ".5"), ("End", "4"), ("ArrowUp", "1")):
        slide.page.keyboard.press(pressed)
        expect(slide.speed).to_have_value(speed)
    assert slide.page.evaluate(f"{PRESENT}.id") == "slow"
    slide.page.keyboard.press("ArrowLeft")
    assert slide.page.evaluate(f"{PRESENT}.id") == "greetings"
    expect(slide.speed).to_have_value("1")


def test_a_key_plays_the_output_of_the_slide_and_stops_it(slide: Player) -> None:
    slide.page.keyboard.press("r")
    assert (slide.lines(), slide.is_playing()) == (0, True)
    slide.page.keyboard.press("r")
    assert (slide.lines(), slide.is_playing()) == (4, False)
    slide.page.keyboard.press("Shift+Slash")
    expect(slide.page.locator(".r-overlay-help")).to_contain_text("Replay an output, or stop")


def test_the_next_slide_stops_it(slide: Player) -> None:
    slide.page.keyboard.press("r")
    slide.page.keyboard.press("ArrowRight")
    assert slide.samp.locator(".later").count() == 0
    assert slide.button.text_content() == "Replay"


def test_the_key_does_nothing_on_a_slide_without_such_an_output(slide: Player) -> None:
    slide.page.evaluate("Reveal.slide(0)")
    slide.page.keyboard.press("r")
    assert slide.page.locator(".later").count() == 0
    assert slide.page.evaluate(f"{PRESENT}.id") == "greetings"


@pytest.fixture
def held(look: Visit, course: SmallCourse) -> Page:
    """The deck where it holds two runs of a slow program back."""
    return stilled(look, f"{course.root}/build/slides/greetings/index.html#/held")


def test_the_key_brings_an_output_that_is_held_back_and_the_key_back_stops_it(held: Page) -> None:
    player = Player(held, "twice")
    expect(player.output).to_be_hidden()
    player.page.keyboard.press("r")
    expect(player.output).to_be_visible()
    assert (player.lines(), player.is_playing()) == (0, True)
    player.page.keyboard.press("ArrowLeft")
    expect(player.output).to_be_hidden()
    assert player.samp.locator(".later").count() == 0


def test_after_a_click_on_a_tab_the_keys_are_the_decks_and_play_the_run_behind_it(held: Page) -> None:
    held.keyboard.press("ArrowRight")
    held.locator("section.present").get_by_text("run 2", exact=True).click()
    held.clock.run_for(10)
    held.keyboard.press("r")
    hidden = [panel.locator(".later").count() for panel in held.locator("section.present .run-panel").all()]
    assert hidden == [0, 4]
    held.keyboard.press("ArrowLeft")
    held.keyboard.press("ArrowLeft")
    assert held.evaluate(f"{PRESENT}.id") == "slow"


def test_the_tabs_of_a_deck_are_walked_by_keyboard(held: Page) -> None:
    held.keyboard.press("ArrowRight")
    held.get_by_role("radio", name="run 1").focus()
    for name in ("run 2", "run 1"):
        held.keyboard.press("ArrowRight")
        held.clock.run_for(10)
        expect(held.get_by_role("radio", name=name)).to_be_focused()


def test_printed_slides_show_all_lines_and_no_button(look: Visit, course: SmallCourse) -> None:
    page = opened(look(f"{course.root}/build/slides/greetings/index.html"))
    page.emulate_media(media="print")
    expect(page.locator("#slow samp").nth(1)).to_have_text(OUTPUT)
    assert page.locator(".run-replay:visible").count() == 0


# On the site


def test_lessons_have_outputs_that_can_be_replayed(visit: Visit) -> None:
    page = visit("lessons/multiprocessing/")  # this program waits for a whole second between two of its lines
    page.evaluate("document.querySelectorAll('.held-button').forEach((button) => button.click())")
    expect(page.get_by_role("button", name="Replay multiprocessing/join_before_drain.py")).to_be_visible()


def test_what_was_drawn_over_is_drawn_again_and_the_last_state_is_that_of_the_page(
    look: Visit, course: SmallCourse
) -> None:
    player = Player(stilled(look, f"{course.root}/drawn.html", "no-preference"), "drawn")
    last = player.samp.inner_html()
    assert player.samp.inner_text() == "bars:\ndone\n"
    height = player.output.bounding_box()
    player.button.click()
    assert player.samp.inner_text() == ""
    states = []
    for seconds in (0.3, 0.5, 0.45):
        player.wait(seconds)
        states.append(player.samp.inner_text())
        assert player.output.bounding_box() == height
    assert states == ["bars:\n0 %", "bars:\n50 %", "bars:\ndone"]
    player.wait(0.5)
    assert (player.samp.inner_html(), player.is_playing()) == (last, False)
    player.button.click()
    player.wait(0.3)
    player.button.click()
    assert player.samp.inner_html() == last


def test_while_a_screen_is_shown_that_was_left_again_there_is_room_for_it_from_the_first(
    look: Visit, course: SmallCourse
) -> None:
    player = Player(stilled(look, f"{course.root}/menu.html", "no-preference"), "menu")
    assert player.samp.inner_text() == "one\ntwo\n"
    before = player.output.bounding_box()
    assert before
    player.button.focus()
    player.page.keyboard.press("Enter")
    heights, rows = set(), []
    for seconds in (0.0, 0.3, 0.3, 0.6):
        player.wait(seconds)
        rows.append(player.samp.inner_text().split("\n"))
        box = player.output.bounding_box()
        assert box
        heights.add(box["height"])
    assert rows == [[""], ["one", ""], ["top"], ["top", *[""] * 7, "bottom"]]
    assert len(heights) == 1
    assert heights.pop() > 2 * before["height"]
    player.wait(0.5)
    assert (player.output.bounding_box(), player.is_playing()) == (before, False)
