"""A program on a page in a real browser: links, notes, folded outputs; by keyboard, without a script, in print."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visit import Visit
from tests.laws.test_weight import ENTRIES, WORKER, is_of_material, weights
from tests.support.site import ROOT, Site

LONG = "lessons/multiprocessing/"  # has an output that is folded
NOTED = "lessons/python_threads/"  # has notes
SHOWN = "(pre) => Math.round(pre.clientHeight / parseFloat(getComputedStyle(pre).lineHeight))"
HIDDEN = "(pre) => pre.scrollHeight - pre.clientHeight"


def test_a_long_output_is_folded_and_unfolded_by_keyboard(visit: Visit) -> None:
    page = visit(LONG)
    page.evaluate("document.querySelectorAll('.held-button').forEach((button) => button.click())")
    output = page.locator(".run-output:has(.run-more)").filter(visible=True).first
    pre, box = output.locator("pre"), output.get_by_role("checkbox")
    assert 12 <= pre.evaluate(SHOWN) <= 13
    assert pre.evaluate(HIDDEN) > 0
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    assert pre.evaluate(HIDDEN) == 0
    page.keyboard.press("Space")
    assert pre.evaluate(HIDDEN) > 0


def test_a_long_output_is_unfolded_without_a_script(visit: Visit) -> None:
    page = visit(LONG, java_script_enabled=False)
    folded = height(page)
    page.get_by_text("Show all").first.click()
    assert height(page) > folded


def height(page: Page) -> float:
    """How high the first long output of a page is, in pixels."""
    box = page.locator(".run-output:has(.run-more) pre").first.bounding_box()
    assert box is not None
    return box["height"]


def test_print_shows_all_of_a_long_output_and_no_buttons(visit: Visit) -> None:
    page = visit(LONG)
    page.emulate_media(media="print")
    output = page.locator(".run-output:has(.run-more)").first
    assert output.locator("pre").evaluate(HIDDEN) == 0
    assert not output.locator(".run-more").is_visible()
    assert not page.locator(".program-files").first.is_visible()


def test_an_output_that_is_not_long_is_never_cut(visit: Visit) -> None:
    page = visit(LONG)
    short = page.locator(".run-output:not(:has(.run-more)) pre")
    assert short.count() > 5
    assert {pre.evaluate(HIDDEN) for pre in short.all() if pre.is_visible()} == {0}


def test_a_program_is_downloaded_as_it_is(visit: Visit, tmp_path: Path) -> None:
    page = visit("lessons/creating_threads/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download start_and_join.py").click()
    assert download.value.suggested_filename == "start_and_join.py"
    download.value.save_as(tmp_path / "got.py")
    program = ROOT / "snippets" / "creating_threads" / "start_and_join.py"
    assert (tmp_path / "got.py").read_bytes() == program.read_bytes()


@pytest.mark.parametrize("width", [320, 1280])
def test_title_and_tools_of_a_listing_lie_neither_over_each_other_nor_over_the_code(visit: Visit, width: int) -> None:
    page = visit("lessons/creating_threads/", width=width)
    page.locator(".copy").first.wait_for()
    for bar in page.locator(".program > .highlight:has(.program-files)").all():
        apart, above = bar.evaluate(
            """(bar) => {
              const words = document.createRange();
              words.selectNodeContents(bar.querySelector(".filename"));
              const lines = [...words.getClientRects()];
              const tools = bar.querySelector(".program-files").getBoundingClientRect();
              const isBeside = tools.left > Math.max(...lines.map((line) => line.right));
              const isBelow = tools.top >= Math.max(...lines.map((line) => line.bottom));
              return [isBeside || isBelow, tools.bottom <= bar.querySelector("pre").getBoundingClientRect().top];
            }"""
        )
        assert (apart, above) == (True, True), bar.locator(".filename").text_content()


def test_the_line_of_facts_unfolds_by_keyboard_and_leads_to_how_to_run_programs(visit: Visit) -> None:
    page = visit("lessons/creating_threads/")
    page.locator(".run-facts summary").filter(visible=True).first.focus()
    page.keyboard.press("Enter")
    facts = page.locator(".run-facts").filter(visible=True).first
    expect(facts.locator("code")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/about/#run-the-programs")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_note_is_in_sight_beside_its_line(visit: Visit, width: int) -> None:
    page = visit(NOTED, width=width)
    marks = page.locator(".program:has(.code-note) .code-note")
    assert marks.count() == 5
    for mark in marks.all():
        seen = mark.evaluate(
            """(mark) => {
              const [own, code] = [mark, mark.closest("code")].map((one) => one.getBoundingClientRect());
              return own.width > 0 && own.left >= code.left && own.right <= code.right;
            }"""
        )
        assert seen


@pytest.mark.parametrize("width", [320, 1280])
def test_code_out_of_sight_takes_the_room_that_it_takes_in_sight(visit: Visit, width: int) -> None:
    page = visit("lessons/locks/", width=width)
    heights = []
    for _ in range(2):
        heights.append(page.evaluate("document.documentElement.scrollHeight"))
        page.add_style_tag(content="code { content-visibility: visible !important; }")
    assert abs(heights[0] - heights[1]) < 30


def test_copied_code_has_no_numbers_of_notes(visit: Visit) -> None:
    page = visit(NOTED)
    code = page.locator(".program:has(.code-note) code")
    shown = code.evaluate("(code) => { getSelection().selectAllChildren(code); return getSelection().toString(); }")
    assert shown.strip().endswith("thread.start()\nthread.join()")


@pytest.mark.parametrize("path", [LONG, NOTED])
def test_nothing_of_a_program_that_is_unfolded_has_an_axe_violation(path: str, visit: Visit) -> None:
    page = visit(path)
    page.evaluate("document.querySelectorAll('details.run-facts').forEach((facts) => { facts.open = true; })")
    page.evaluate("document.querySelectorAll('.run-more input').forEach((box) => { box.checked = true; })")
    assert visit.violations(page, ".program") == []


def test_a_lesson_loads_beyond_material_what_its_weight_counts(visit: Visit, site: Site) -> None:
    path = "lessons/creating_threads/"
    visit(path).wait_for_load_state("networkidle")
    asked = {url.removeprefix(visit.address).partition("?")[0] for url in visit.asked}
    asked = {f"{name}index.html" if name.endswith("/") else name for name in asked}
    told = {*asked, WORKER, ENTRIES}  # a browser does not tell of a worker, and what it asks for, as of the page
    assert {name for name in told if not is_of_material(name)} == set(weights(site, path.rstrip("/")))
