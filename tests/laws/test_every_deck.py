"""Law 2: every lesson has a deck, which shows its programs, in its order, with the very same runs."""

import pytest

from content.engine.course import course, exercise
from slides.engine import deck, outline, sectioning, sheet
from tests.laws.test_every_lesson import DRAFTS
from tests.support.site import ROOT, Site, outputs, text_of, with_class

LESSONS = sorted(path.stem for path in (ROOT / "content" / "lessons").glob("*.md"))


def test_every_lesson_has_a_deck_and_every_deck_a_lesson() -> None:
    assert [path.stem for path in deck.outlines(ROOT)] == LESSONS


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_text_of_every_run_is_the_same_on_page_and_deck(lesson: str, site: Site) -> None:
    on_page = outputs(site.page(f"lessons/{lesson}"))
    on_deck = outputs(site.page(f"slides/{lesson}"))
    assert on_deck
    assert on_deck == {name: on_page.get(name) for name in on_deck}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_deck_shows_the_programs_of_its_lesson_in_the_order_of_the_lesson(lesson: str) -> None:
    of_lesson = course.embeds(ROOT, ROOT / "content" / "lessons" / f"{lesson}.md")
    of_deck = course.embeds(ROOT, ROOT / "slides" / "decks" / f"{lesson}.md", "deck")
    order = list(dict.fromkeys(embed.file for embed in of_lesson))
    shown = list(dict.fromkeys(embed.file for embed in of_deck))
    assert shown == [name for name in order if name in shown]
    assert set(order) - set(shown) <= {embed.file for embed in of_lesson if embed.deck == "skip"}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_deck_has_one_section_for_each_slide_of_its_outline(lesson: str, site: Site) -> None:
    slides = outline.read((ROOT / "slides" / "decks" / f"{lesson}.md").read_text(encoding="utf-8"))
    page = site.page(f"slides/{lesson}")
    sections = list(page.iter("section"))
    assert [bool(section.get("id")) for section in sections] == [True] * len(slides)
    assert [int(section.get("data-timing", "0")) for section in sections] == [round(60 * s.minutes) for s in slides]


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_slide_but_the_first_and_the_dividers_has_notes(lesson: str, site: Site) -> None:
    for section in list(site.page(f"slides/{lesson}").iter("section"))[1:]:
        if section.get("class") != "section":
            assert with_class(section, "notes"), section.get("id")


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_deck_that_is_no_draft_says_what_for_and_ends_with_key_points_and_a_program_for_the_cheat_sheet(
    lesson: str, site: Site
) -> None:
    _, second, *_, last = list(site.page(f"slides/{lesson}").iter("section"))
    told = [(slide.get("class"), text_of(next(slide.iter("h2")))) for slide in (second, last)]
    names = [("objectives", "After this lesson you can"), ("closing", sectioning.CLOSING)]
    program = sheet.program_of(ROOT / "slides" / "decks" / f"{lesson}.md")
    has_points = all(len([*slide.iter("li"), *slide.iter("tr")]) > 2 for slide in (second, last))
    is_finished = (told, bool(program), has_points) == (names, True, True)
    assert lesson in DRAFTS or is_finished, "finish it, or write draft: true in its page's front matter"


@pytest.mark.parametrize("lesson", LESSONS)
def test_an_exercise_slide_names_exercises_that_there_are_with_their_minutes(lesson: str, site: Site) -> None:
    for slide in with_class(site.page(f"slides/{lesson}"), "exercise"):
        for row in slide.iter("tr"):
            for name in [text_of(code) for code in row.iter("code")]:
                minutes = exercise.read(ROOT, f"{lesson}/{name}").minutes
                assert str(minutes) in [text_of(cell) for cell in row.iter("td")], name
