"""The outline of a deck: its slides, and what its author is told of mistakes."""

import pytest

from content.engine.fence.header import Place
from slides.engine import outline

PLACE = Place("slides/decks/tea.md", 1, "deck")
NOTES = "/// html | aside.notes\nNote: Say it.\n///"


def told(text: str) -> list[str]:
    """What is wrong with an outline, as its author reads it."""
    return [str(problem) for problem in outline.problems(text, PLACE)]


def deck(*slides: str) -> str:
    """An outline of a title and some slides."""
    return "\n\n---\n\n".join(['# Tea {minutes="1"}', *slides])


def slide(body: str, title: str = '## Pot {minutes="2"}', notes: str = NOTES) -> str:
    """The text of a slide with notes."""
    return f"{title}\n\n{body}\n\n{notes}"


def test_a_slide_has_the_line_the_title_the_class_and_the_minutes_of_its_heading() -> None:
    first, second = outline.read(deck(slide("Pour.", '## A `pot`, *hot* {.question minutes="2.5"}')))
    assert (first.line, first.title, first.anchor, first.kind, first.minutes) == (1, "Tea", "", "", 1)
    assert (second.line, second.title, second.kind, second.minutes) == (5, "A `pot`, *hot*", "question", 2.5)
    assert second.notes == "Note: Say it."


def test_a_slide_has_the_minutes_of_its_clock_and_the_program_of_its_cheat_sheet() -> None:
    [slide] = outline.read('## Pot {.exercise minutes="1" clock="10" program="tea/pot.py"}')
    assert (slide.minutes, slide.clock, slide.program) == (1, "10", "tea/pot.py")


def test_a_clock_counts_minutes_and_belongs_to_an_exercise() -> None:
    assert told(deck(slide("Pour.", '## Pot {.exercise minutes="1" clock="2.5"}'))) == []
    assert told(deck(slide("Pour.", '## Pot {.exercise minutes="1" clock="ten"}'))) == [
        "slides/decks/tea.md:5: Slide 'Pot' has a clock of no minutes. Write clock=\"10\" for ten minutes."
    ]
    assert told(deck(slide("Pour.", '## Pot {minutes="1" clock="10"}'))) == [
        "slides/decks/tea.md:5: Slide 'Pot' has a clock and is no exercise. Write {.exercise …} behind its title."
    ]


def test_a_slide_may_have_an_id_of_its_own() -> None:
    assert outline.read('## Pot {#kettle minutes="1"}')[0].anchor == "kettle"


def test_a_line_of_dashes_within_a_fence_divides_nothing() -> None:
    assert len(outline.read(deck(slide("```text\n---\n## Cup\n```")))) == 2


def test_a_sound_outline_has_no_problems() -> None:
    assert told(deck(slide("Pour."), slide("Drink.", '## Cup {minutes="1"}'))) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (deck("Pour."), "4: A slide without a heading. Begin it with ## Title {minutes="),
        (deck(slide("Pour.", "## Pot")), "5: Slide 'Pot' has no minutes. Add"),
        (deck(slide("Pour.", notes="")), "5: Slide 'Pot' has no notes that start with Ask:, Demo: or Note:. Add"),
        (deck(slide("Pour.", notes=NOTES.replace("Note: ", ""))), "5: Slide 'Pot' has no notes that start with"),
        (deck(slide("Pour.\n\n***")), "9: '***' divides slides, too. Write ---"),
        (deck(slide("Pour.\n---\n\n## Cup")), "8: '---' right under text makes a heading of it. Put a blank line"),
        (
            "Tea\n===\n\nHot.",
            "2: '===' right under text makes a heading of it. Put a blank line between; a heading begins",
        ),
        (deck(slide("Pour.", "Pot\n-----")), "6: '-----' right under text makes a heading of it. Put a blank line"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_do(text: str, message: str) -> None:
    assert f"slides/decks/tea.md:{message}" in "\n".join(told(text))


def test_two_slides_of_one_title_are_two() -> None:
    assert told(deck(slide("Pour."), slide("Pour."))) == []


def test_two_slides_that_give_themselves_one_id_are_a_mistake_of_both() -> None:
    found = told(deck(slide("Pour.", '## Pot {#pot minutes="1"}'), slide("Pour.", '## Pot! {#pot minutes="1"}')))
    assert found == [
        f"{PLACE.path}:5: Slide 'Pot' has the id of another: 'pot'. Each id is a link: rename one.",
        f"{PLACE.path}:15: Slide 'Pot!' has the id of another: 'pot'. Each id is a link: rename one.",
    ]


@pytest.mark.parametrize("text", [deck(NOTES), deck(slide("Pour.", title=NOTES + '\n\n## Pot {minutes="1"}'))])
def test_notes_outside_a_slide_are_a_mistake(text: str) -> None:
    message = "Notes outside a slide. Put them below the title of the slide that they belong to."
    assert told(text) == [f"{PLACE.path}:5: {message}"]


def test_notes_that_do_not_end_are_a_mistake() -> None:
    text = deck(slide("Pour.", notes=NOTES.removesuffix("\n///")), slide("Drink.", '## Cup {minutes="1"}'))
    assert told(text) == [f"{PLACE.path}:9: These notes do not end. Add a line /// below them."]


@pytest.mark.parametrize(
    "image",
    [
        "![](pot.png)",
        "![ ](pot.png)",
        '<img src="pot.png">',
        '<img src="pot.png" alt="">',
        '<svg viewBox="0 0 9 9">\n<path d="M0 0"/>\n</svg>',
        "<svg><title> </title></svg>",
    ],
)
def test_an_image_without_text_is_a_mistake(image: str) -> None:
    [message] = told(deck(slide(f"Pour.\n\n{image}")))
    assert message.startswith("slides/decks/tea.md:9: An image without text. Say ")


@pytest.mark.parametrize(
    "image",
    [
        "![A pot](pot.png)",
        '<img src="pot.png" alt="A pot">',
        '<svg role="img" aria-label="A pot"></svg>',
        "<svg>\n<title>A pot\nof tea</title></svg>",
        '<svg aria-hidden="true"></svg>',
        "`![](pot.png)`",
        "```html\n<img src='pot.png'>\n```",
    ],
)
def test_an_image_with_text_is_none_and_neither_is_one_in_code(image: str) -> None:
    assert told(deck(slide(image))) == []


def test_lines_of_three_hyphens_divide_slides() -> None:
    slides = outline.read("# One\n\ntext\n\n---\n\n## Two\n\n---\n\n## Three")
    assert [(slide.title, slide.line, slide.first) for slide in slides] == [
        ("One", 1, 1),
        ("Two", 7, 6),
        ("Three", 11, 10),
    ]
    assert slides[0].lines == ["# One", "", "text", ""]


def test_code_at_the_beginning_of_a_line_opens_no_fence() -> None:
    assert len(outline.read("# One\n\n```x``` is code\n\n---\n\n## Two\n")) == 2


def test_a_heading_within_a_fence_is_no_title() -> None:
    assert outline.read("```python\n# comment\n```\n\n## Pot")[0].title == "Pot"


def test_the_first_heading_is_the_title_unless_its_level_is_lower() -> None:
    assert outline.read('### Not this\n\n## Pot {minutes="1"}\n\n## Cup')[0].title == "Pot"


def test_class_and_minutes_stand_in_any_order() -> None:
    [slide] = outline.read('## Pot {minutes="2.5" .section}')
    assert (slide.kind, slide.minutes) == ("section", 2.5)


def test_minutes_make_no_class() -> None:
    assert outline.read('## Pot {minutes="2.5"}')[0].kind == ""


def test_the_notes_of_a_slide_begin_with_their_first_line_of_text() -> None:
    [slide] = outline.read("## Pot\n\n/// html | aside.notes\n\nAsk: Why?\nMore.\n///")
    assert slide.notes == "Ask: Why?"


@pytest.mark.parametrize("text", ["## Pot", "## Pot\n\n/// html | aside.notes"])
def test_a_slide_may_have_no_notes(text: str) -> None:
    assert outline.read(text)[0].notes == ""


@pytest.mark.parametrize(("text", "minutes"), [("1", 1), ("2.5", 2.5), ("0.25", 0.25), ("12", 12)])
def test_minutes_are_a_number(text: str, minutes: float) -> None:
    assert outline.minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["", "two", "-1", "1,5", "nan", "inf", "1e3", " 1"])
def test_what_is_no_number_counts_as_none(text: str) -> None:
    assert outline.minutes_of(text) == 0


@pytest.mark.parametrize("heading", ["## Pot", '## Pot {minutes="0"}', '## Pot {minutes="two"}', "## Pot {minutes=2}"])
def test_a_slide_without_minutes_is_a_mistake(heading: str) -> None:
    assert told(deck(slide("Pour.", heading))) == [
        f"{PLACE.path}:5: Slide 'Pot' has no minutes. Add {{minutes=\"1\"}} to its title."
    ]


@pytest.mark.parametrize("kind", ["Ask", "Demo", "Note"])
def test_notes_start_with_what_they_are_for(kind: str) -> None:
    assert told(deck(slide("Pour.", notes=NOTES.replace("Note", kind)))) == []


@pytest.mark.parametrize("begin", ["Say: ", "note: ", "Note ", ""])
def test_notes_that_start_otherwise_are_a_mistake(begin: str) -> None:
    [message] = told(deck(slide("Pour.", notes=NOTES.replace("Note: ", begin))))
    assert message.endswith("Add them in a block /// html | aside.notes.")


def test_a_divider_of_sections_needs_no_notes() -> None:
    assert told(deck('## Part {.section minutes="1"}')) == []


@pytest.mark.parametrize("rule", ["***", "___", "- - -", "----", " ---"])
def test_any_rule_but_three_hyphens_is_a_mistake_because_it_would_divide_slides_too(rule: str) -> None:
    message = f"'{rule}' divides slides, too. Write --- to divide them, and no other rules."
    assert told(deck(slide(f"Pour.\n\n{rule}"))) == [f"{PLACE.path}:9: {message}"]


@pytest.mark.parametrize("text", ["```text\n***\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "**bold**", "--"])
def test_what_is_no_rule_is_no_mistake(text: str) -> None:
    assert told(deck(slide(text))) == []


def test_all_mistakes_of_an_outline_are_told() -> None:
    found = told("text\n---\n\n## One\n\n***\n\n## One\n")
    assert [line.removeprefix(f"{PLACE.path}:").partition(":")[0] for line in found] == ["2", "6", "1", "4", "4"]
