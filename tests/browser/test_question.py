"""A question is asked before its output is shown: by mouse and keys, without a script, in print, and in a deck."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import served, watched
from tests.browser.test_decks import PRESENT, opened
from tests.browser.visit import SCHEMES, Scheme, Visit
from tests.support.site import ROOT, Site, with_class
from tests.support.small import DECK, SmallCourse

FENCE = '```python exec="on" file="greetings/hello.py" hold="on"\n```\n'
CHOOSE = f"""\
!!! question "What will it print?"
    Think first.

    - [ ] `bye`
    - [x] `hello`
    - [ ] it differs

    It says so.

{FENCE}"""
OPEN = f'!!! question "And now?"\n    The same again.\n\n{FENCE}'
TEXT = f"{CHOOSE}\nThat was it.\n\n{OPEN}"
NOTES = "\n/// html | aside.notes\nNote: Wait.\n///\n"
QUIZ = CHOOSE.removesuffix(FENCE)
SLIDES = "\n---\n\n".join(
    [
        f"{DECK}",
        *(f'## {title} {{minutes="1"}}\n\n{text}{NOTES}' for title, text in (("Choose", CHOOSE), ("Quiz", QUIZ))),
    ]
)
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Questions</title>
<link rel="icon" href="data:,"><style>{css}</style>
<main class="md-typeset"><h1>Questions</h1>{html}</main>
<script src="question.js"></script></html>
"""
SEEN = "(one) => one.checkVisibility({ visibilityProperty: true })"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    """A course with a deck of questions, and `page.html` with a question to choose from and an open one."""
    course = SmallCourse(tmp_path_factory.mktemp("course"))
    course.write("content/lessons/greetings.md", f"# Greetings\n\n{TEXT}")
    course.write("slides/decks/greetings.md", SLIDES)
    decks = course.decks()
    assert decks.returncode == 0, decks.stderr
    assets = ROOT / "content" / "assets"
    css, script = ((assets / name).read_text(encoding="utf-8") for name in ("course.css", "question.js"))
    css += (assets / "print.css").read_text(encoding="utf-8")
    course.write("question.js", script)
    course.write("page.html", PAGE.format(css=css, html=course.html(TEXT)))
    return course


@pytest.fixture(scope="module")
def at(course: SmallCourse) -> Iterator[str]:
    """Where the course is served."""
    with served(course.root) as found:
        yield found


@pytest.fixture
def look(shared: BrowserContext, at: str) -> Iterator[Visit]:
    """Opens pages of the course; when the test ends, none of them may have complained."""
    with watched(shared, at) as visitor:
        yield visitor


@pytest.fixture
def page(look: Visit) -> Page:
    """The page, for a reader who chose nothing before."""
    return look("page.html", reduced_motion="reduce")


def output(page: Page, number: int = 0) -> Locator:
    """What a program printed, on page or slide."""
    return page.locator(".held .run-output pre").nth(number)


def is_seen(place: Locator) -> bool:
    """Whether somebody who looks at the page sees it."""
    return bool(place.evaluate(SEEN))


def choice(page: Page, name: str) -> Locator:
    """The button of an answer."""
    return page.get_by_role("button", name=name, exact=True)


def test_an_output_is_closed_until_its_button_is_pressed_by_key(page: Page) -> None:
    buttons = page.get_by_role("button", name="Show what it printed")
    expect(buttons).to_have_count(2)
    assert [is_seen(output(page, number)) for number in (0, 1)] == [False, False]
    second = buttons.nth(1)
    expect(second).to_have_attribute("aria-expanded", "false")
    second.focus()
    page.keyboard.press("Enter")
    assert [is_seen(output(page, number)) for number in (0, 1)] == [False, True]
    hide = page.get_by_role("button", name="Hide what it printed")
    expect(hide).to_have_attribute("aria-expanded", "true")
    expect(hide).to_be_focused()
    page.keyboard.press("Space")
    assert not is_seen(output(page, 1))


def test_an_output_may_be_looked_at_without_an_answer(page: Page) -> None:
    page.get_by_role("button", name="Show what it printed").first.click()
    assert is_seen(output(page))
    assert not is_seen(page.locator(".answer"))


def test_nothing_that_answers_is_seen_before_a_choice(page: Page) -> None:
    for answering in (".answer", ".mark", ".again", ".verdict"):
        assert not is_seen(page.locator(answering)), answering


def test_who_chooses_right_by_keys_is_told_so_and_why_and_sees_the_output(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(choice(page, "bye")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Yes: hello It says so.", use_inner_text=True)
    expect(choice(page, "hello")).to_be_focused()
    expect(choice(page, "hello")).to_have_attribute("aria-pressed", "true")
    assert (is_seen(output(page)), is_seen(output(page, 1))) == (True, False)
    assert is_seen(page.get_by_role("img", name="right"))


def test_who_chooses_wrong_is_told_what_is_right_and_cannot_choose_again(page: Page) -> None:
    choice(page, "it differs").click()
    told = "No. The right answer: hello It says so."
    expect(page.get_by_role("status")).to_have_text(told, use_inner_text=True)
    assert is_seen(output(page))
    expect(choice(page, "hello")).to_have_attribute("aria-disabled", "true")
    choice(page, "hello").click(force=True)
    expect(page.get_by_role("status")).to_have_text(told, use_inner_text=True)
    expect(choice(page, "it differs")).to_have_attribute("aria-pressed", "true")


def test_a_choice_is_kept_until_the_question_is_asked_again(page: Page) -> None:
    choice(page, "bye").click()
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("No. The right answer: hello")
    assert is_seen(output(page))
    page.get_by_role("button", name="Ask me again").click()
    expect(choice(page, "bye")).to_be_focused()
    assert [is_seen(place) for place in (output(page), page.locator(".answer"))] == [False, False]
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(choice(page, "bye")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("stored", ["[", "7", "null", '{"": 1}'])
def test_what_something_else_has_stored_is_overwritten(page: Page, stored: str) -> None:
    page.evaluate("(stored) => localStorage.setItem('threads-and-processes.answers.1', stored)", stored)
    page.reload()
    choice(page, "hello").click()
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("Yes: hello")


def test_without_storage_a_question_can_be_answered(look: Visit) -> None:
    page = look("page.html", reduced_motion="reduce")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })")
    page.reload()
    choice(page, "hello").click()
    expect(page.get_by_role("status")).to_contain_text("Yes: hello")


def test_closed_parts_are_closed_before_the_script_has_come(page: Page) -> None:
    page.route("**/question.js", lambda route: route.fulfill(body=""))
    page.reload()
    assert [is_seen(place) for place in (output(page), page.locator(".answer"), page.locator(".mark"))] == [False] * 3


def test_without_a_script_all_is_open_and_nothing_can_be_pressed(look: Visit) -> None:
    page = look("page.html", java_script_enabled=False)
    for place in (output(page), output(page, 1), page.locator(".answer"), page.locator(".mark")):
        expect(place).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("chosen", ["", "bye"])
def test_in_print_all_is_open_whether_answered_or_not(page: Page, chosen: str) -> None:
    if chosen:
        choice(page, chosen).click()
    page.emulate_media(media="print")
    for place in (output(page), output(page, 1), page.locator(".answer"), page.locator(".mark")):
        assert is_seen(place)
    for place in (page.locator(".verdict"), page.locator(".again"), *page.locator(".held-button").all()):
        assert not is_seen(place)


@pytest.mark.parametrize("width", [320, 1280])
def test_answered_questions_of_the_lessons_have_no_violation_and_do_not_scroll_sideways(
    visit: Visit, site: Site, width: int
) -> None:
    asking = [name for name, tree in site.pages().items() if name.startswith("lessons/") and with_class(tree, "asks")]
    assert asking
    page = visit(asking[0], width=width)
    for question in page.locator(".asks").all():
        question.locator(".choice").first.click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.violations(page, ".asks") == []


def test_a_slide_shows_the_answers_to_choose_from_and_its_next_key_what_is_right(
    look: Visit,
) -> None:
    page = opened(look("build/slides/greetings/index.html#/choose"))
    answering = [page.locator("#choose").locator(one) for one in (".answer", ".mark", ".run-output pre")]
    expect(page.locator("#choose .choice")).to_have_text(["bye", "hello", "it differs"])
    assert [is_seen(place) for place in answering] == [False] * 3
    page.keyboard.press("ArrowRight")
    assert page.evaluate(f"{PRESENT}.id") == "choose"
    assert [is_seen(place) for place in answering] == [True] * 3
    page.keyboard.press("ArrowRight")
    assert page.evaluate(f"{PRESENT}.id") == "quiz"


def test_a_slide_without_a_program_answers_by_a_key(look: Visit) -> None:
    page = opened(look("build/slides/greetings/index.html#/quiz"))
    answering = [page.locator("#quiz").locator(one) for one in (".answer", ".mark")]
    assert [is_seen(place) for place in answering] == [False, False]
    page.keyboard.press("ArrowRight")
    assert [is_seen(place) for place in answering] == [True, True]


def test_a_printed_deck_answers(look: Visit) -> None:
    page = opened(look("build/slides/greetings/index.html"))
    page.emulate_media(media="print")
    assert [is_seen(place) for place in page.locator(":is(.answer, .mark, .held pre)").all()] == [True] * 5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_slide_with_a_question_has_no_violation(look: Visit, scheme: Scheme) -> None:
    page = opened(look("build/slides/greetings/index.html#/choose", color_scheme=scheme))
    page.keyboard.press("ArrowRight")
    assert look.violations(page) == []
