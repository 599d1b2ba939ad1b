"""Law 2: every lesson has a deck, which shows its programs, in its order, with the very same runs."""

from content.engine.course import exercise
from content.engine.course.texts import embeds
from slides.engine import outline, sectioning, sheet
from tests.support.course import Course, each_course, each_lesson
from tests.support.site import Built, outputs, text_of, with_class


@each_course
def test_every_lesson_has_a_deck_and_every_deck_a_lesson(course: Course) -> None:
    assert course.decks == course.lessons


@each_lesson
def test_the_text_of_every_run_is_the_same_on_page_and_deck(lesson: str, built: Built) -> None:
    on_page = outputs(built.site.page(f"lessons/{lesson}"))
    on_deck = outputs(built.site.page(f"slides/{lesson}"))
    assert on_deck or "Not shown here: " in text_of(built.site.page(f"slides/{lesson}"))  # on the Pythons there are
    assert on_deck == {name: on_page.get(name) for name in on_deck}


@each_lesson
def test_a_deck_shows_the_programs_of_its_lesson_in_the_order_of_the_lesson(course: Course, lesson: str) -> None:
    of_lesson = embeds(course.root, course.page(lesson))
    of_deck = embeds(course.root, course.deck(lesson), "deck")
    order = list(dict.fromkeys(embed.file for embed in of_lesson))
    shown = list(dict.fromkeys(embed.file for embed in of_deck))
    assert shown == [name for name in order if name in shown]
    assert set(order) - set(shown) <= {embed.file for embed in of_lesson if embed.deck == "skip"}


@each_lesson
def test_a_deck_has_one_section_for_each_slide_of_its_outline(course: Course, lesson: str, built: Built) -> None:
    slides = outline.read(course.deck(lesson).read_text(encoding="utf-8"))
    page = built.site.page(f"slides/{lesson}")
    sections = list(page.iter("section"))
    assert [bool(section.get("id")) for section in sections] == [True] * len(slides)
    assert [int(section.get("data-timing", "0")) for section in sections] == [round(60 * s.minutes) for s in slides]


@each_lesson
def test_every_slide_but_the_first_and_the_dividers_has_notes(lesson: str, built: Built) -> None:
    for section in list(built.site.page(f"slides/{lesson}").iter("section"))[1:]:
        if section.get("class") != "section":
            assert with_class(section, "notes"), section.get("id")


@each_lesson
def test_a_deck_that_is_no_draft_says_what_for_and_ends_with_key_points_and_a_program_for_the_cheat_sheet(
    course: Course, lesson: str, built: Built
) -> None:
    _, second, *_, last = list(built.site.page(f"slides/{lesson}").iter("section"))
    told = [(slide.get("class"), text_of(next(slide.iter("h2")))) for slide in (second, last)]
    names = [("objectives", "After this lesson you can"), ("closing", sectioning.CLOSING)]
    program = sheet.program_of(course.deck(lesson))
    has_points = all(len([*slide.iter("li"), *slide.iter("tr")]) > 2 for slide in (second, last))
    is_finished = (told, bool(program), has_points) == (names, True, True)
    assert lesson in course.drafts or is_finished, "finish it, or write draft: true in its page's front matter"


@each_lesson
def test_an_exercise_slide_names_exercises_that_there_are_with_their_minutes(
    course: Course, lesson: str, built: Built
) -> None:
    for slide in with_class(built.site.page(f"slides/{lesson}"), "exercise"):
        for row in slide.iter("tr"):
            for name in [text_of(code) for code in row.iter("code")]:
                minutes = exercise.read(course.root, f"{lesson}/{name}").minutes
                assert str(minutes) in [text_of(cell) for cell in row.iter("td")], name
