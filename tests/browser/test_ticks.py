"""Exercises are ticked on their page; sidebar, tables and home page know it. Marks of lessons: see test_way.py."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from content.engine.course import exercise
from tests.browser.test_way import KEY, NOTHING_DONE, ORDER
from tests.browser.visit import Visit
from tests.support.site import ROOT

EXERCISES = exercise.by_lesson(ROOT)
ALL = sum(map(len, EXERCISES.values()))
LOCKS = len(EXERCISES["locks"])
PAGE = "lessons/locks/"
BOX = "Safe account: done"


def box(page: Page) -> Locator:
    """The box that ticks one exercise of a page."""
    return page.get_by_role("checkbox", name=BOX)


def tick(visit: Visit, path: str = PAGE) -> Page:
    """A page on which one exercise has been ticked."""
    page = visit(PAGE)
    box(page).check()
    if path != PAGE:
        page.goto(visit.address + path)
    return page


def in_sidebar(page: Page, lesson: str) -> Locator:
    """What the sidebar says of a lesson, whose own page links itself otherwise than others do."""
    own = page.locator('.md-nav--primary a.md-nav__link--active[href="./"] > .progress-sign')
    return own.or_(page.locator(f'.md-nav--primary a[href$="/{lesson}/"] > .progress-sign'))


@pytest.mark.parametrize("lesson", EXERCISES)
def test_every_exercise_has_a_box_below_its_title(lesson: str, visit: Visit) -> None:
    page = visit(f"lessons/{lesson}/")
    expect(page.locator(".exercise-done input")).to_have_count(len(EXERCISES[lesson]))
    expect(page.locator('h3[id^="exercise-"] + p .exercise-done input:not(:checked)')).to_have_count(
        len(EXERCISES[lesson])
    )


def test_a_tick_is_set_by_keyboard_stays_and_can_be_taken_back(visit: Visit) -> None:
    page = visit(PAGE)
    box(page).focus()
    page.keyboard.press("Space")
    expect(box(page)).to_be_checked()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == json.dumps(["locks/safe_account"], separators=(",", ":"))
    page.reload()
    expect(box(page)).to_be_checked()
    expect(page.locator(".exercise-done :checked")).to_have_count(1)
    box(page).focus()
    page.keyboard.press("Space")
    expect(box(page)).not_to_be_checked()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_the_sidebar_counts_ticks_and_shows_marks_on_every_page(visit: Visit) -> None:
    page = tick(visit)
    expect(in_sidebar(page, "locks")).to_have_text(f"1/{LOCKS}")
    page.get_by_role("button", name="Mark as done").click()
    expect(in_sidebar(page, "locks")).to_have_text(f"✓ 1/{LOCKS}")
    page.goto(f"{visit.address}about/")
    sign = in_sidebar(page, "locks")
    expect(sign).to_have_text(f"✓ 1/{LOCKS}")
    expect(sign).to_have_attribute("aria-label", f"done, 1 of {LOCKS} exercises done")
    expect(page.locator(".progress-sign")).to_have_count(1)


def test_the_table_of_contents_and_the_table_of_all_exercises_show_a_tick(visit: Visit) -> None:
    page = tick(visit)
    signed = page.locator(".md-sidebar--secondary .progress-sign")
    expect(signed).to_have_count(1)
    expect(page.locator('.md-sidebar--secondary a[href="#exercise-safe-account"] .progress-sign')).to_have_text("✓")
    box(page).uncheck()
    expect(signed).to_have_count(0)
    box(page).check()
    page.goto(f"{visit.address}lessons/exercises/")
    expect(page.locator("article td .progress-sign")).to_have_count(1)
    expect(page.locator('article td a[href$="locks/#exercise-safe-account"] .progress-sign')).to_have_text("✓")


def test_the_home_page_counts_ticks_in_all_and_for_each_lesson(visit: Visit) -> None:
    page = tick(visit, "")
    told = page.locator(".lesson-progress")
    expect(told).to_contain_text(f"You have done 0 of {len(ORDER)} lessons and 1 of {ALL} exercises.")
    expect(page.locator('.lesson-map li[data-lesson="locks"] .lesson-state')).to_have_text(f"1 of {LOCKS} exercises")
    expect(page.locator(".lesson-state")).to_have_count(1)
    expect(page.locator(".lesson-map li.done")).to_have_count(0)


def test_ticks_are_forgotten_with_all_progress(visit: Visit) -> None:
    page = tick(visit, "")
    page.get_by_role("button", name="Forget my progress").click()
    expect(page.locator(".lesson-progress")).to_contain_text(NOTHING_DONE)
    expect(page.locator(".progress-sign, .lesson-state")).to_have_count(0)
    page.goto(visit.address + PAGE)
    expect(box(page)).not_to_be_checked()


def test_a_tick_in_another_tab_is_seen(visit: Visit) -> None:
    home = visit("")
    tick(visit)
    expect(home.locator(".lesson-progress")).to_contain_text(f"1 of {ALL} exercises")


def test_an_exercise_that_is_no_more_does_not_count(visit: Visit) -> None:
    page = visit("")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, '["locks/gone", "gone/too"]'])
    page.reload()
    expect(page.locator(".lesson-progress")).to_contain_text(NOTHING_DONE)


def test_without_a_script_there_is_nothing_to_tick(visit: Visit) -> None:
    page = visit(PAGE, java_script_enabled=False)
    expect(page.locator(".exercise-done")).to_have_count(0)


def test_in_print_there_is_neither_box_nor_sign(visit: Visit) -> None:
    page = tick(visit)
    page.emulate_media(media="print")
    expect(page.locator(".exercise-done, .progress-sign").filter(visible=True)).to_have_count(0)


def test_ticks_and_signs_have_no_axe_violation(visit: Visit) -> None:
    page = tick(visit)
    page.get_by_role("button", name="Mark as done").click()
    page.mouse.move(0, 0)
    for within in ("#exercise-safe-account + p", ".md-sidebar--primary", ".md-sidebar--secondary"):
        assert visit.violations(page, within) == []
    page.goto(f"{visit.address}lessons/exercises/")
    assert visit.violations(page, "article table") == []


@pytest.mark.parametrize("path", [PAGE, "lessons/exercises/"])
def test_on_a_phone_ticks_make_no_page_wider(path: str, visit: Visit) -> None:
    tick(visit)
    page = visit(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
