"""A question with answers becomes HTML in which all is open; questions with mistakes become messages."""

from content.engine.fence.header import Place
from tests.support.site import Tree, outputs, parsed, text_of, with_class
from tests.support.small import SmallCourse

QUESTION = """\
!!! question "What will it *print*?"
    Think.

    - [ ] `bye`
    - [x] `hello`, as it says
    - [ ] it differs

    Because **I** say so.

    And you.
"""
FENCE = '```python exec="on" file="greetings/hello.py" hold="on"\n```\n'


def asked(small: SmallCourse, text: str = QUESTION, kind: str = "lesson") -> Tree:
    """The one question of a page or a slide."""
    page = parsed(small.html(text, Place("content/page.md", kind=kind)))
    [box] = with_class(page, "question")
    return box


def test_answers_are_a_list_in_which_the_right_one_is_marked(small: SmallCourse) -> None:
    box = asked(small)
    assert [text_of(one) for one in with_class(box, "choice")] == ["bye", "hello, as it says", "it differs"]
    [right] = with_class(box, "right")
    assert text_of(right) == "hello, as it says✓"
    assert [mark.get("aria-label") for mark in with_class(box, "mark")] == ["right"]
    assert [text_of(code) for code in box.iter("code")] == ["bye", "hello"]


def test_answers_with_empty_lines_between_are_the_same(small: SmallCourse) -> None:
    loose = QUESTION.replace("    - [x]", "\n    - [x]").replace("    - [ ] it", "\n    - [ ] it")
    assert list(map(text_of, with_class(asked(small, loose), "choice"))) == ["bye", "hello, as it says", "it differs"]
    assert not [p for one in with_class(asked(small, loose), "choices") for p in one.iter("p")]


def test_the_explanation_is_what_follows_the_answers(small: SmallCourse) -> None:
    [answer] = with_class(asked(small), "answer")
    assert [text_of(one) for one in answer] == ["Because I say so.", "And you."]
    assert [text_of(one) for one in answer.iter("strong")] == ["I"]


def test_a_question_without_answers_is_a_box(small: SmallCourse) -> None:
    box = asked(small, f'!!! question "Why?"\n    - one thing\n    - [a link](#there)\n\n{FENCE}')
    assert "asks" not in box.get("class", "").split()
    assert [text_of(item) for item in box.iter("li")] == ["one thing", "a link"]


def test_in_a_deck_one_key_answers_and_shows_the_output(small: SmallCourse) -> None:
    text = f"{QUESTION}\n{FENCE}"
    assert len(with_class(parsed(small.html(text, Place(kind="deck"))), "fragment")) == 1
    assert with_class(asked(small, text, "deck"), "fragment") == []


def test_in_a_deck_a_key_answers_a_question_without_a_program(small: SmallCourse) -> None:
    [answer] = with_class(asked(small, QUESTION, "deck"), "answer")
    assert answer.get("class") == "answer fragment"
    assert with_class(asked(small), "fragment") == []


def test_what_is_held_back_has_the_very_output(small: SmallCourse) -> None:
    for kind in ("lesson", "deck"):
        page = parsed(small.html(f"{QUESTION}\n{FENCE}", Place(kind=kind)))
        [held] = with_class(page, "held")
        assert with_class(held, "run-output") == with_class(page, "run-output")
        assert outputs(page) == {"greetings/hello.py": ["hello\n"]}


def test_in_place_of_a_question_with_mistakes_these_stand_and_lines_below_stay(small: SmallCourse) -> None:
    page = small.page(f"{QUESTION.replace('[x]', '[ ]')}\n{FENCE.replace('hello', 'helo')}")
    assert [text_of(pre) for box in with_class(page, "run-problem") for pre in box.iter("pre")] == [
        "content/page.md:1: None of the answers is ticked. Tick the right one: - [x].",
        "content/page.md:12: There is no program snippets/greetings/helo.py. Did you mean greetings/hello.py?",
    ]
    assert with_class(page, "question") == []


def test_in_place_of_a_question_whose_answer_was_not_printed_stands_that(small: SmallCourse) -> None:
    page = small.page(f"{QUESTION.replace(', as it says', '').replace('`hello`', '`hallo`')}\n{FENCE}")
    assert "did not print that" in text_of(with_class(page, "run-problem")[0])
    assert outputs(page) == {"greetings/hello.py": ["hello\n"]}
