"""A deck is a reveal.js page of its outline, and has just the programs of its lesson, in its order."""

from collections.abc import Sequence
from pathlib import Path

from content.engine.course import course
from content.engine.fence.extension import place
from content.engine.fence.header import Place
from slides.engine import deck
from tests.support.site import ROOT, Tree, outputs, parsed, text_of, with_class
from tests.support.small import DECK, LESSON, SmallCourse, configuration

NOTES = "\n\n/// html | aside.notes\nNote: Say *it*.\n///\n"
LESSON_LINK = "../../lessons/greetings/"


def rendered(small: SmallCourse, text: str = "", lesson: str = "", downloads: Sequence[str] = ()) -> Tree:
    """The page of the deck of `greetings`, whose outline becomes `text`."""
    path = small.write("slides/decks/greetings.md", text or DECK)
    config = configuration()
    configs = {**config.mdx_configs, "content.engine.fence.extension": {"root": str(small.root)}}
    slides = deck.render(small.root, path, config.markdown_extensions, configs)
    return parsed(deck.page(path, slides, lesson, downloads))


def sections(page: Tree) -> list[Tree]:
    """The slides of a deck."""
    return list(page.iter("section"))


def shows(*names: str) -> str:
    """Fences that show these programs."""
    return "\n".join(f'```python exec="on" file="greetings/{name}.py"\n```\n' for name in names)


def problems(small: SmallCourse) -> list[str]:
    """Everything that is wrong with the decks of a course."""
    return [str(problem) for problem in deck.problems(small.root, small.library)]


def differences(small: SmallCourse, lesson: str, on_deck: str) -> list[str]:
    """What is wrong with a deck of one slide that shows these fences, the first from line 3 on, after its path."""
    for name in ("a", "b", "c"):
        small.write(f"snippets/greetings/{name}.py", "print(1)\n")
    small.write("content/lessons/greetings.md", lesson)
    small.write("slides/decks/greetings.md", f'# Greetings {{minutes="1"}}\n\n{on_deck}')
    return [problem.removeprefix("slides/decks/greetings.md:") for problem in problems(small)]


# The page


def test_the_decks_of_a_course_are_its_outlines(small: SmallCourse) -> None:
    small.write("slides/decks/another.md", "")
    assert [path.stem for path in deck.outlines(small.root)] == ["another", "greetings"]


def test_each_slide_is_a_section_with_the_id_the_class_and_the_seconds_of_its_heading(small: SmallCourse) -> None:
    page = rendered(
        small, f'{DECK}\n---\n\n## What now? {{.question minutes="2.5"}}{NOTES}\n---\n\n## More {{minutes="1"}}{NOTES}'
    )
    assert [(slide.get("id"), slide.get("class"), slide.get("data-timing")) for slide in sections(page)] == [
        ("greetings", "title", "60"),
        ("what-now", "question", "150"),
        ("more", "content", "60"),
    ]
    headings = [heading for slide in sections(page) for heading in slide if heading.tag in ("h1", "h2")]
    assert [dict(heading.attrib) for heading in headings] == [{}, {}, {}]
    assert [text_of(heading) for heading in headings] == ["Greetings", "What now?", "More"]


def test_a_slide_may_choose_its_id(small: SmallCourse) -> None:
    page = rendered(small, f'{DECK}\n---\n\n## Now {{#here minutes="1"}}{NOTES}')
    assert [slide.get("id") for slide in sections(page)] == ["greetings", "here"]


def test_slides_of_one_title_have_an_id_each(small: SmallCourse) -> None:
    again = f'\n---\n\n## Now {{minutes="1"}}{NOTES}'
    assert [slide.get("id") for slide in sections(rendered(small, DECK + again * 3))] == [
        "greetings",
        "now",
        "now_1",
        "now_2",
    ]


def test_minutes_that_are_no_number_count_as_none(small: SmallCourse) -> None:
    page = rendered(small, DECK.replace('"1"', '"two"'))
    assert [slide.get("data-timing") for slide in sections(page) if slide.get("id")] == ["0"]


def test_what_stands_between_two_rules_is_on_one_slide(small: SmallCourse) -> None:
    page = rendered(small, f'{DECK}\n---\n\n## One {{minutes="1"}}\n\ntext\n\n### Below\n\n- item{NOTES}')
    assert [element.tag for element in sections(page)[1]] == ["h2", "div", "aside"]
    [body] = with_class(sections(page)[1], "body")
    assert [element.tag for element in body] == ["p", "h3", "ul"]


def test_each_part_of_a_deck_has_a_number_from_its_divider_on(small: SmallCourse) -> None:
    divided = "".join(f"\n---\n\n## {title}{NOTES}" for title in ("I {.section}", "A", "II {.section}", "B"))
    page = rendered(small, f"{DECK}{divided}")
    assert [slide.get("data-part") for slide in sections(page) if slide.get("id")] == [None, "1", "1", "2", "2"]


def test_notes_are_for_the_speaker(small: SmallCourse) -> None:
    page = rendered(small, f'{DECK}\n---\n\n## One {{minutes="1"}}{NOTES}')
    [notes] = [element for element in sections(page)[1] if element.tag == "aside"]
    assert (notes.get("class"), text_of(notes).strip()) == ("notes", "Note: Say it.")


def test_a_deck_shows_the_very_run_of_the_lesson(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", "import time\n\nprint(time.time_ns())\n")
    assert outputs(rendered(small)) == outputs(small.page(LESSON)) != {}


def test_a_slide_begins_a_program_below_docstring_and_imports_unless_it_asks_for_the_whole(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", '"""Greet."""\n\nimport time\n\nnow = time.time\nprint("hello")\n')

    def listing(fence: str) -> str:
        [code] = with_class(rendered(small, f'# Greetings {{minutes="1"}}\n\n{fence}'), "highlight")
        return text_of(next(code.iter("code")))

    assert listing(shows("hello")) == 'now = time.time\nprint("hello")\n'
    assert listing(shows("hello").replace('.py"', '.py" whole="on"')).startswith('"""Greet."""')


def test_the_last_slide_is_told_by_its_name_and_an_exercise_may_have_a_clock(small: SmallCourse) -> None:
    slides = f"""
---

## Your turn {{.exercise minutes="1" clock="1"}}{NOTES}
---

## Key points {{minutes="1" program="greetings/hello.py"}}{NOTES}"""
    _, turn, last = sections(rendered(small, f"{DECK}{slides}"))
    assert (turn.get("data-clock"), [text_of(clock) for clock in with_class(turn, "clock")]) == ("60", ["1 minute"])
    assert last.get("class") == "closing"
    assert [dict(heading.attrib) for heading in (*turn.iter("h2"), *last.iter("h2"))] == [{}, {}]


def test_the_objectives_of_the_lesson_stand_on_the_slide_that_asks_for_them(small: SmallCourse) -> None:
    small.write(
        "content/lessons/greetings.md", '# Greetings\n\n!!! abstract "After this lesson you can"\n    - greet\n'
    )
    asking = f'\n---\n\n## After this {{.objectives minutes="1"}}{NOTES}'
    [slide] = with_class(rendered(small, f"{DECK}{asking}"), "objectives")
    assert [text_of(item) for item in slide.iter("li")] == ["greet"]


def test_a_program_for_the_cheat_sheet_is_one_of_the_lesson(small: SmallCourse) -> None:
    small.write("slides/decks/greetings.md", DECK.replace('"1"', '"1" program="greetings/hallo.py"'))
    told = "The lesson does not show greetings/hallo.py. Did you mean greetings/hello.py?"
    assert problems(small) == [f"slides/decks/greetings.md:1: {told}"]


def test_what_is_wrong_with_the_lecturers_file_is_told(small: SmallCourse) -> None:
    small.write("slides/lecturer.toml", 'nmae = "Ada"\n')
    assert problems(small) == ["slides/lecturer.toml:1: Unknown key 'nmae'. Did you mean name?"]


def test_decks_come_in_the_order_of_the_lessons_and_the_others_after_them(small: SmallCourse) -> None:
    for name in ("b", "a"):
        small.write(f"slides/decks/{name}.md", "")
    assert [path.stem for path in deck.in_order(small.root, ["greetings", "b"])] == ["greetings", "b", "a"]


def test_a_deck_is_called_as_its_first_slide(small: SmallCourse) -> None:
    page = rendered(small, '# The "lock" </title> & co {minutes="1"}\n')
    [title] = page.iter("title")
    assert text_of(title) == 'The "lock" </title> & co · slides'
    [region] = with_class(page, "reveal")
    assert region.get("aria-label") == 'The "lock" </title> & co'


def test_a_deck_without_any_title_is_called_as_its_file(small: SmallCourse) -> None:
    [title] = rendered(small, "text\n").iter("title")
    assert text_of(title) == "greetings · slides"


def test_headings_of_a_deck_have_no_links_to_themselves(small: SmallCourse) -> None:
    assert with_class(rendered(small), "headerlink") == []


def test_a_deck_links_to_its_lesson_where_there_is_a_site_around_it(small: SmallCourse) -> None:
    [link] = with_class(rendered(small, lesson=LESSON_LINK), "to-lesson")
    assert link.get("href") == LESSON_LINK
    assert with_class(rendered(small), "to-lesson") == []


def test_a_deck_offers_what_there_is_to_download(small: SmallCourse) -> None:
    links = [
        link
        for link in rendered(small, downloads=["slides.pdf", "slides.html"]).iter("a")
        if link.get("download") is not None
    ]
    assert [(link.get("href"), text_of(link)) for link in links] == [("slides.pdf", "PDF"), ("slides.html", "One file")]
    assert not [link for link in rendered(small).iter("a") if link.get("download") is not None]


def test_the_minutes_of_a_deck_are_the_sum_of_its_slides(small: SmallCourse) -> None:
    text = f'{DECK}\n---\n\n## One {{minutes="2.5"}}{NOTES}'
    page = rendered(small, text)
    assert deck.minutes(small.root / "slides" / "decks" / "greetings.md") == 3.5
    [body] = page.iter("body")
    assert body.get("data-minutes") == "3.5"


def test_dollars_on_a_slide_stay_dollars(small: SmallCourse) -> None:
    page = rendered(small, '# $title {minutes="1"}\n\nIt costs $5, ${x}.\n')
    assert "It costs $5, ${x}." in [text_of(paragraph) for paragraph in page.iter("p")]
    assert text_of(next(page.iter("title"))) == "$title · slides"


def test_all_that_a_deck_loads_is_there_and_comes_from_here(small: SmallCourse) -> None:
    page = rendered(small)
    loaded = [
        element.get(name, "")
        for element in page.iter()
        for name in ("src", "href")
        if element.get(name) and element.tag != "a"
    ]
    files = [Path(address).name for address in loaded if address != "data:,"]
    assets = deck.assets(small.library.cache)
    assert len(files) > len(assets) > 5  # a style twice: for paper, and where no script runs
    assert all(address == f"../assets/{Path(address).name}" for address in loaded if address != "data:,")
    assert set(files) == set(assets)
    assert all(map(deck.bytes_of, assets.values()))


def test_rendering_a_deck_leaves_the_place_of_a_page_as_it_was(small: SmallCourse) -> None:
    of_page = Place("content/page.md", first_line=5)
    place.set(of_page)
    rendered(small)
    assert place.get() == of_page


# What is wrong with a deck as a whole stands on a slide before the first


def test_a_deck_without_mistakes_has_just_its_slides(small: SmallCourse) -> None:
    page = rendered(small)
    assert len(sections(page)) == 1
    assert with_class(page, "run-problem") == []


def test_a_deck_with_mistakes_begins_with_a_slide_that_tells_them(small: SmallCourse) -> None:
    small.write("snippets/greetings/other.py", "print(1)\n")
    page = rendered(small, f"{DECK}\n---\n\n## One\n\n{shows('other')}{NOTES}")
    assert [slide.get("id") for slide in sections(page)] == [None, "greetings", "one"]
    [box] = with_class(sections(page)[0], "run-problem")
    assert [text_of(problem) for problem in box.iter("pre")] == [
        "slides/decks/greetings.md:8: Slide 'One' has no minutes. Add {minutes=\"1\"} to its title.",
        "slides/decks/greetings.md:10: The lesson does not show greetings/other.py. Did you mean greetings/hello.py?",
    ]


def test_a_deck_whose_lesson_does_not_exist_begins_with_a_slide_that_says_so(small: SmallCourse) -> None:
    (small.root / "content" / "lessons" / "greetings.md").unlink()
    [box] = with_class(sections(rendered(small))[0], "run-problem")
    assert "slides/decks/greetings.md:1: There is no lesson 'greetings'. There is none." in text_of(box)


def test_a_wrong_fence_is_told_where_its_program_would_be_shown(small: SmallCourse) -> None:
    page = rendered(small, DECK.replace('.py"', '.py" part="none"'))
    assert [slide.get("id") for slide in sections(page)] == ["greetings"]
    [box] = with_class(sections(page)[0], "run-problem")
    assert "slides/decks/greetings.md:3: No part 'none' in greetings/hello.py." in text_of(box)


# Lesson and deck


def test_a_course_without_mistakes_has_no_problems(small: SmallCourse) -> None:
    assert problems(small) == []


def test_a_deck_without_a_lesson_is_told_with_the_near_names(small: SmallCourse) -> None:
    (small.root / "slides" / "decks" / "greetings.md").rename(small.root / "slides" / "decks" / "greeting.md")
    assert problems(small) == [
        "slides/decks/greeting.md:1: There is no lesson 'greeting'. Did you mean greetings?",
        "content/lessons/greetings.md:1: The lesson has no deck. Write its outline: slides/decks/greetings.md.",
    ]


def test_a_deck_shows_the_programs_of_its_lesson_in_their_order(small: SmallCourse) -> None:
    assert differences(small, shows("a", "b", "c"), shows("a", "b", "c")) == []


def test_a_deck_may_show_a_program_again_at_any_place(small: SmallCourse) -> None:
    assert differences(small, shows("a", "b", "a"), shows("a", "b", "a")) == []
    assert differences(small, shows("a", "b"), shows("a", "b", "a")) == []


def test_a_program_that_the_lesson_does_not_show_is_told_with_the_near_names(small: SmallCourse) -> None:
    assert differences(small, shows("a", "b"), shows("a", "c", "b")) == [
        "6: The lesson does not show greetings/c.py. Did you mean greetings/b.py or greetings/a.py?"
    ]


def test_a_program_in_another_order_is_told(small: SmallCourse) -> None:
    assert differences(small, shows("a", "b", "c"), shows("b", "a", "c")) == [
        "6: greetings/a.py comes too late. The lesson shows it before greetings/b.py."
    ]


def test_a_program_that_the_deck_leaves_out_is_told_unless_the_lesson_says_so(small: SmallCourse) -> None:
    told = '1: The deck leaves out greetings/b.py. Show it, or write deck="skip" in the lesson.'
    assert differences(small, shows("a", "b"), shows("a")) == [told]
    skipping = shows("a") + "\n" + shows("b").replace('.py"', '.py" deck="skip"')
    assert differences(small, skipping, shows("a")) == []


def test_a_mistake_in_the_fence_of_a_deck_is_told_and_not_that_the_program_is_left_out(small: SmallCourse) -> None:
    assert differences(small, shows("a"), shows("a").replace('.py"', '.py" shwo="source"')) == [
        "3: Unknown option 'shwo'. Did you mean show?"
    ]


def test_a_mistake_in_the_fence_of_a_lesson_is_not_told_of_its_deck(small: SmallCourse) -> None:
    assert differences(small, shows("a").replace('.py"', '.py" shwo="source"'), shows("a")) == []
    told = [str(problem) for problem in course.problems(small.root, small.library)]
    assert told == ["content/lessons/greetings.md:1: Unknown option 'shwo'. Did you mean show?"]


def test_the_mistakes_of_outlines_and_of_their_fences_are_told_too(small: SmallCourse) -> None:
    found = differences(
        small, shows("a"), f'```python exec="on" file="greetings/a.py" part="x"\n```\n\n---\n\n## Two{NOTES}'
    )
    assert [line.partition(":")[0] for line in found] == ["8", "3"]


def test_the_theme_belongs_to_the_machinery(small: SmallCourse) -> None:
    assert deck.assets(small.library.cache)["deck.css"] == ROOT / "slides" / "engine" / "theme" / "deck.css"
