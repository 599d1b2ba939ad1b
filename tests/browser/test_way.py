"""The way through the course: doors, progress, breadcrumbs, edit links, and the page for unknown addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from content.engine.course import lesson, minutes
from tests.browser.conftest import served, watched
from tests.browser.visit import Visit
from tests.support.site import ROOT
from tests.support.small import SmallCourse, configuration

ORDER = lesson.slugs_in(configuration().nav)
FIRST, SECOND = (lesson.read(ROOT, slug) for slug in ORDER[:2])
KEY = "/.course.progress.1"
NOTHING_DONE = "Mark lessons as done at their end"
TABS = 60  # presses of the key that lead to every door


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to be served in which a small course with a public repository lies below, as project sites do."""
    small = SmallCourse(tmp_path_factory.mktemp("published"))
    configured = (small.root / "mkdocs.yml").read_text(encoding="utf-8").replace("nav: null\n", "")
    small.write("mkdocs.yml", f"{configured}site_url: https://example.org/course/\nsite_dir: public/course\n")
    with (small.root / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("nav: [index.md, {Lessons: [lessons/greetings.md]}]\n")
    built = small.build(COURSE_REPOSITORY="https://github.com/teachers/course")
    assert built.returncode == 0, built.stderr
    return small.root / "public"


@pytest.fixture
def published(public: Path, shared: BrowserContext) -> Iterator[Visit]:
    """Opens pages of the small course, which is served below an address of its own."""
    with served(public) as address, watched(shared, f"{address}course/") as visitor:
        yield visitor


def mark(page: Page, address: str, slug: str) -> None:
    """Mark a lesson as done, or take the mark back."""
    page.goto(f"{address}lessons/{slug}/")
    page.get_by_role("button", name="Mark as done").click()


@pytest.mark.parametrize(("door", "leads_to"), [("Start", f"lessons/{ORDER[0]}/"), ("Teach", "teaching/")])
def test_each_door_is_reached_and_opened_by_keyboard(door: str, leads_to: str, visit: Visit) -> None:
    page = visit("")
    [link] = [one for one in page.locator(".hero-doors a").all() if one.inner_text().startswith(door)]
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{leads_to}")


def test_without_a_script_the_map_stands_there_and_nothing_is_offered_that_needs_one(visit: Visit) -> None:
    page = visit("", java_script_enabled=False)
    expect(page.locator(".lesson-map li")).to_have_count(len(ORDER))
    expect(page.locator(".lesson-map a").first).to_be_visible()
    expect(page.get_by_text(NOTHING_DONE)).to_have_count(0)
    page = visit("lessons/locks/", java_script_enabled=False)
    expect(page.get_by_role("button", name="Mark as done")).to_have_count(0)
    page = visit("404.html", java_script_enabled=False)
    expect(page.get_by_role("button", name="Search the course")).to_have_count(0)


def test_a_lesson_marked_as_done_is_done_on_the_map_and_the_way_goes_on_with_the_next(visit: Visit) -> None:
    page = visit("")
    expect(page.locator(".lesson-progress")).to_contain_text(NOTHING_DONE)
    mark(page, visit.address, FIRST.slug)
    expect(page.get_by_role("button", name="Mark as done")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Mark as done")).to_have_text("Done")
    page.get_by_role("link", name="See how far you are").click()
    page.wait_for_url("**/#lessons")
    told = page.locator(".lesson-progress")
    left = sum(minutes.of_lesson(ROOT, slug).reading for slug in ORDER[1:])
    expect(told).to_contain_text(f"You have done 1 of {len(ORDER)} lessons. {left} minutes of reading are left.")
    expect(page.locator(".lesson-map li.done")).to_have_count(1)
    expect(page.locator(f'.lesson-map li[data-lesson="{FIRST.slug}"]')).to_contain_text("done")
    told.get_by_role("link", name=SECOND.title).click()
    page.wait_for_url(f"**/lessons/{SECOND.slug}/")


def test_a_mark_can_be_taken_back_and_is_so_by_keyboard(visit: Visit) -> None:
    page = visit(f"lessons/{SECOND.slug}/")
    button = page.get_by_role("button", name="Mark as done")
    for pressed in ("true", "false"):
        button.focus()
        page.keyboard.press("Space")
        expect(button).to_have_attribute("aria-pressed", pressed)
    page.goto(visit.address)
    expect(page.locator(".lesson-progress")).to_contain_text(NOTHING_DONE)


def test_all_progress_can_be_forgotten_and_nothing_of_it_stays(visit: Visit) -> None:
    page = visit("")
    mark(page, visit.address, SECOND.slug)
    page.goto(visit.address)
    page.get_by_role("button", name="Forget my progress").click()
    expect(page.locator(".lesson-progress")).to_contain_text(NOTHING_DONE)
    expect(page.locator(".lesson-progress")).to_be_focused()
    expect(page.locator(".lesson-map li.done")).to_have_count(0)
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None


def test_who_has_done_all_lessons_is_told_so(visit: Visit) -> None:
    page = visit("")
    page.evaluate("([key, done]) => localStorage.setItem(key, JSON.stringify(done))", [KEY, ORDER])
    page.reload()
    expect(page.locator(".lesson-progress")).to_contain_text(
        f"{len(ORDER)} of {len(ORDER)} lessons. All threads joined."
    )


def test_what_another_program_kept_there_counts_as_nothing(visit: Visit) -> None:
    page = visit("")
    for kept in ("nonsense", "{}", "3", "null", '[1, null, "no such lesson"]'):
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
        page.reload()
        expect(page.locator(".lesson-progress"), kept).to_contain_text(NOTHING_DONE)
        assert page.evaluate(f"localStorage.getItem('{KEY}')") in (None, '["no such lesson"]'), kept


@pytest.mark.parametrize("way", ["getItem", "setItem"])
def test_nothing_is_offered_where_the_browser_keeps_nothing(way: str, visit: Visit) -> None:
    page = visit("404.html")
    page.add_init_script(f"""
        const kept = Storage.prototype.{way};
        Storage.prototype.{way} = function (key, ...more) {{
          if (key === "{KEY}") throw new DOMException("blocked", "SecurityError");
          return kept.call(this, key, ...more);
        }};
        Storage.prototype.removeItem = () => {{ throw new DOMException("blocked", "SecurityError"); }};
    """)
    page.goto(f"{visit.address}lessons/{SECOND.slug}/")
    expect(page.get_by_role("button", name="Mark as done")).to_have_count(0)
    page.goto(visit.address)
    expect(page.locator(".lesson-map li")).to_have_count(len(ORDER))
    expect(page.locator(".lesson-progress")).to_have_count(0)


def test_progress_is_sent_to_nobody(visit: Visit) -> None:
    page = visit(f"lessons/{SECOND.slug}/")
    asked = len(visit.asked)
    page.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_role("button", name="Mark as done")).to_have_attribute("aria-pressed", "true")
    assert [url for url in visit.asked[asked:] if not url.endswith("favicon.svg")] == []
    assert page.context.cookies() == []


def test_marks_and_progress_have_no_axe_violation(visit: Visit) -> None:
    page = visit("")
    mark(page, visit.address, SECOND.slug)
    page.mouse.move(0, 0)
    assert visit.violations(page, "article") == []
    page.goto(visit.address)
    expect(page.get_by_role("button", name="Forget my progress")).to_be_visible()
    assert visit.violations(page, "article") == []


def test_in_print_the_map_stays_and_what_can_only_be_clicked_goes(visit: Visit) -> None:
    page = visit("")
    page.emulate_media(media="print")
    expect(page.locator(".lesson-map li").last).to_be_visible()
    expect(page.locator(".hero-doors, .lesson-progress").filter(visible=True)).to_have_count(0)
    page = visit(f"lessons/{SECOND.slug}/")
    page.emulate_media(media="print")
    expect(page.locator(".md-path, .lesson-done").filter(visible=True)).to_have_count(0)


def test_breadcrumbs_lead_from_a_lesson_to_the_map_and_home(visit: Visit) -> None:
    page = visit("lessons/locks/")
    crumbs = page.get_by_role("navigation", name="Breadcrumbs")
    assert crumbs.get_by_role("listitem").all_inner_texts() == [
        "Home",
        "Lessons",
        "Locks, Stocks, and Two Smoking Barrels",
    ]
    crumbs.get_by_role("link", name="Lessons").click()
    page.wait_for_url("**/#lessons")
    assert page.get_by_role("navigation", name="Breadcrumbs").count() == 0


def test_the_table_of_contents_shows_where_the_reader_is_however_long_it_is(visit: Visit) -> None:
    page = visit("lessons/locks/")
    page.locator("#where-next").scroll_into_view_if_needed()
    expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["no-such-page", "lessons/no/such/page/"])
def test_an_unknown_address_shows_a_page_that_helps(path: str, visit: Visit) -> None:
    page = visit(path, search=True)
    [complaint] = visit.complaints
    assert "404" in complaint
    visit.complaints.clear()
    expect(page.get_by_role("heading", level=1)).to_have_text("No such page")
    page.get_by_role("button", name="Search the course").click()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("article").get_by_role("link", name=SECOND.title).click()
    page.wait_for_url(f"{visit.address}lessons/{SECOND.slug}/")


def test_an_unknown_address_below_a_project_leads_back_into_it(published: Visit) -> None:
    page = published("lessons/no/such/page/")
    published.complaints.clear()
    for name, path in (("Greetings", "lessons/greetings/"), ("Home", "")):
        page.goto(f"{published.address}lessons/no/such/page/")
        published.complaints.clear()
        page.get_by_role("article").get_by_role("link", name=name).click()
        page.wait_for_url(f"{published.address}{path}")


def test_a_page_of_a_public_repository_leads_to_its_editor_and_asks_no_other_host(published: Visit) -> None:
    page = published("lessons/greetings/")
    link = page.get_by_role("link", name="Edit this page")
    where = "https://github.com/teachers/course/edit/main/content/lessons/greetings.md"
    expect(link).to_have_attribute("href", where)
    page.wait_for_load_state("networkidle")
    assert [url for url in published.asked if not url.startswith(published.address)] == []


@pytest.mark.parametrize("old", ["lessons", "slides"])
def test_an_address_of_old_leads_on(old: str, visit: Visit) -> None:
    for name in ("II. Stocks", "III. Two Smoking Barrels"):
        page = visit(f"{old}/stocks_and_barrels/")
        page.get_by_role("main").get_by_role("link", name=name).click()
        expect(page.locator("h1")).to_contain_text(name)
