"""The Markdown extension shows programs in place of fences, and messages in place of wrong ones."""

import re
from pathlib import Path
from textwrap import indent

import pytest

from content.engine.fence.extension import FenceExtension, problem_html
from content.engine.fence.header import Place
from content.engine.fence.scan import blocks, lines_of
from snippets.engine.program.problem import Problem
from tests.support.site import ROOT, Tree, outputs, parsed, text_of, with_class
from tests.support.small import SmallCourse, markdown

GOOD = '```python exec="on" file="greetings/hello.py"\n```'
BAD = '```python exec="on" file="greetings/helo.py"\n```'
TOLD = "There is no program snippets/greetings/helo.py. Did you mean greetings/hello.py?"
SHOWN = {"greetings/hello.py": ["hello\n"]}

# Where a fence can stand: the text around it, its lines' margin, its line in that text, the tag or class that holds it.
PLACES = [
    pytest.param("before\n\n{}\n\nafter", "", 3, "body", id="on the page"),
    pytest.param("1. before\n\n{}\n\n    after", "    ", 3, "li", id="in a list"),
    pytest.param("- a\n    - before\n\n{}\n\n        after", "        ", 4, "li", id="in a list in a list"),
    pytest.param("> before\n>\n{}\n>\n> after", "> ", 3, "blockquote", id="in a quotation"),
    pytest.param("!!! note\n    before\n\n{}\n\n    after", "    ", 4, "admonition", id="in an admonition"),
    pytest.param("??? question\n    before\n\n{}\n\n    after", "    ", 4, "details", id="in a folded block"),
    pytest.param("/// html | div.columns\nbefore\n\n{}\n\nafter\n///", "", 4, "columns", id="in columns"),
    pytest.param("term\n:   before\n\n{}\n\n    after", "    ", 4, "dd", id="in a definition"),
    pytest.param("[^1]\n\n[^1]: before\n\n{}\n\n    after", "    ", 5, "footnote", id="in a footnote"),
]


def around(text: str, fence: str, margin: str) -> str:
    """A text with a fence put into it."""
    return text.format(indent(fence, margin, lambda _: True))


def holders(page: Tree, holder: str) -> list[Tree]:
    """The elements of a page with this tag or class."""
    return [*page.iter(holder), *with_class(page, holder)]


def messages(page: Tree) -> list[str]:
    """The problems that a page shows."""
    return [text_of(problem) for box in with_class(page, "run-problem") for problem in box.iter("pre")]


def left_as_text(page: Tree) -> list[str]:
    """What of a page's text looks like a fence."""
    said = [text for box in with_class(page, "run-problem") for text in box.itertext()]
    return [text for text in page.itertext() if re.search("```|~~~|exec=", text) and text not in said]


@pytest.mark.parametrize(("text", "margin", "line", "holder"), PLACES)
def test_a_program_is_shown_wherever_a_fence_can_stand(
    small: SmallCourse, text: str, margin: str, line: int, holder: str
) -> None:
    page = small.page(around(text, GOOD, margin))
    assert any(outputs(element) == SHOWN for element in holders(page, holder))
    assert left_as_text(page) == []
    assert line


@pytest.mark.parametrize(("text", "margin", "line", "holder"), PLACES)
def test_the_message_stands_where_the_program_would(
    small: SmallCourse, text: str, margin: str, line: int, holder: str
) -> None:
    page = small.page(around(text, BAD, margin))
    assert any(messages(element) for element in holders(page, holder))
    assert messages(page) == [f"content/page.md:{line}: {TOLD}"]
    assert outputs(page) == {}
    whole = text_of(page)
    assert whole.index("before") < whole.index(TOLD) < whole.index("after")
    assert left_as_text(page) == []


@pytest.mark.parametrize(
    "fence",
    [
        pytest.param('```python exec="on" file="greetings/hello.py" show=source\n```', id="an unquoted value"),
        pytest.param('```python exec="on" file="greetings/hello.py" shwo="source"\n```', id="an unknown option"),
        pytest.param('```python exec="on" file="greetings/hello.py" data-x="1"\n```', id="an HTML attribute"),
        pytest.param('```python exec="on" file="greetings/hello.py" .name #id\n```', id="no option"),
        pytest.param('```{.python exec="on" file="greetings/hello.py"}\n```', id="braces"),
        pytest.param('```python exec="on"\nprint(1)\n```', id="no file"),
        pytest.param('```python exec="on" file="greetings/hello.py"\nprint(1)\n```', id="a body"),
        pytest.param('```python exec="on" file="greetings/hello.py" part="none"\n```', id="an unknown part"),
        pytest.param('```bash exec="on" file="greetings/hello.py"\n```', id="another language"),
        pytest.param('```pycon exec="on"\n>>> 1\n```', id="a session of another language"),
        pytest.param('```exec="on" file="greetings/hello.py"\n```', id="no language"),
        pytest.param('- ```python exec="on" file="greetings/hello.py"\n  ```', id="on the line of an item"),
        pytest.param('```python exec="on" file="greetings/hello.py"\n    ```', id="closed in another column"),
        pytest.param('~~~python exec="on" file="greetings/hello.py" shwo="source"\n~~~', id="tildes"),
        pytest.param('```python titel="x"\nx = 1\n```', id="an unknown option of code"),
        pytest.param("```python title=x\nx = 1\n```", id="an unquoted value of code"),
    ],
)
def test_a_wrong_fence_leaves_a_message_no_text_and_the_next_program_in_peace(small: SmallCourse, fence: str) -> None:
    page = small.page(f"before\n\n{fence}\n\nbetween\n\n{GOOD}\n\nafter")
    assert messages(page) != []
    assert {message.partition(": ")[0] for message in messages(page)} == {"content/page.md:3"}
    assert outputs(page) == SHOWN
    assert [text_of(paragraph) for paragraph in page.iter("p") if text_of(paragraph) in ("between", "after")] == [
        "between",
        "after",
    ]
    assert left_as_text(page) == []


def test_a_fence_that_is_not_closed_leaves_the_rest_of_the_page_in_peace(small: SmallCourse) -> None:
    page = small.page(f'```python exec="on" file="greetings/hello.py"\n\nbetween\n\n{GOOD}\n')
    assert messages(page) == ["content/page.md:1: The fence is not closed. Add a line ``` below it."]
    assert "between" in [text_of(paragraph) for paragraph in page.iter("p")]
    assert outputs(page) == SHOWN


def test_all_wrong_fences_of_a_page_are_told_each_at_its_line_of_the_file(small: SmallCourse) -> None:
    here = Place("content/lessons/x.md", first_line=5)
    page = parsed(small.html(f"{BAD}\n\n{GOOD}\n\n{BAD}\n\n    text\n\n{BAD}\n", here))
    assert messages(page) == [f"content/lessons/x.md:{line}: {TOLD}" for line in (5, 11, 16)]
    assert outputs(page) == SHOWN


def test_all_problems_of_a_fence_are_told(small: SmallCourse) -> None:
    page = small.page('```python exec="on" file="greetings/hello.py" shwo="x" part="none" part="b"\n```')
    assert len(messages(page)) == 2


def test_a_message_is_no_html(small: SmallCourse) -> None:
    page = small.page('```python exec="on" file="<b>&amp;.py"\n```')
    [message] = messages(page)
    assert message.startswith("content/page.md:1: There is no program snippets/<b>&amp;.py. ")
    assert not list(page.iter("b"))


def test_a_message_has_a_title_and_a_line_for_each_problem() -> None:
    html = problem_html("<Title>", [Problem("a.md", 1, "One.", "Mend it."), Problem("b.md", 2, "Two.", "Mend it.")])
    box = parsed(html)
    assert [text_of(title) for title in with_class(box, "admonition-title")] == ["<Title>"]
    assert messages(box) == ["a.md:1: One. Mend it.", "b.md:2: Two. Mend it."]


def test_a_message_right_below_a_line_of_text_is_shown_too(small: SmallCourse) -> None:
    page = small.page(f"before\n{BAD}\nafter")
    assert messages(page) == [f"content/page.md:2: {TOLD}"]
    assert left_as_text(page) == []


def test_a_deck_takes_options_of_its_own(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", "def go():\n    print(1)\n\n\ngo()\n")
    text = '```python exec="on" file="greetings/hello.py" steps="go"\n```'
    assert messages(parsed(small.html(text, Place("slides/decks/x.md", kind="deck")))) == []
    assert messages(small.page(text)) == ["content/page.md:1: Option 'steps' belongs to a deck. Leave it out here."]


def test_a_fence_within_a_fence_stays_text(small: SmallCourse) -> None:
    page = small.page(f"````markdown\n{GOOD}\n{BAD}\n````")
    assert outputs(page) == {}
    assert messages(page) == []
    assert [text_of(code) for code in page.iter("code")] == [f"{GOOD}\n{BAD}\n"]


def test_a_fence_within_an_output_stays_text(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", f"print({GOOD!r})\nprint({BAD!r})\n")
    page = small.page(GOOD)
    assert outputs(page) == {"greetings/hello.py": [f"{GOOD}\n{BAD}\n"]}
    assert messages(page) == []


def test_fences_that_run_nothing_are_left_to_markdown(small: SmallCourse) -> None:
    page = small.page('```python title="a file"\nprint(1)\n```')
    assert [text_of(code) for code in page.iter("code")] == ["print(1)\n"]
    assert [text_of(name) for name in with_class(page, "filename")] == ["a file"]


@pytest.mark.parametrize(
    "text",
    [
        "```text\nx\n```",
        "```text\nx\n````\n```",
        "~~~text\n```\n~~~",
        "````text\n```\nx\n```\n````",
        "> ```text\n> x\n> ```",
        "1. a\n\n    ```text\n    x\n    ```",
        "1. a\n\n    ```text\n    x\n```\n",
        "```text\nx\n    ```\n",
        "```text\n\tx\n```",
        "1. a\n\n\t```text\n\tx\n\t```",
        "a\x0cb\n\n```text\nx\n```",
        "```text\nx",
        '```text title="`a` b"\nx\n```',
        "- ```text\n  x\n  ```",
    ],
)
def test_fences_are_found_just_where_superfences_finds_them(small: SmallCourse, text: str) -> None:
    md = markdown(small.root)
    md.preprocessors.deregister("exec_fences")
    found = with_class(parsed(md.convert(text)), "highlight")
    inline = [code for code in found if code.tag == "code"]
    assert len(found) - len(inline) == len([block for block in blocks(lines_of(text)) if block.last is not None])


def test_two_courses_in_one_process_show_each_its_own(tmp_path: Path) -> None:
    one, two = SmallCourse(tmp_path / "one"), SmallCourse(tmp_path / "two")
    two.write("snippets/greetings/hello.py", 'print("hello from two")\n')
    of_one, of_two = markdown(one.root), markdown(two.root)
    assert outputs(parsed(of_one.convert(GOOD))) == SHOWN
    assert outputs(parsed(of_two.convert(GOOD))) == {"greetings/hello.py": ["hello from two\n"]}
    assert outputs(parsed(of_one.convert(GOOD))) == SHOWN


def test_unless_told_otherwise_the_course_is_the_one_of_the_machinery() -> None:
    assert FenceExtension().getConfig("root") == str(ROOT)


@pytest.mark.parametrize("comment", ["<!--\n{}\n-->", "<!-- later:\n\n{}\n\nand more\n-->"])
def test_a_program_in_a_comment_is_neither_run_nor_shown_nor_told_of(small: SmallCourse, comment: str) -> None:
    small.write("snippets/greetings/later.py", "print('later')\n")
    hidden = comment.format(f"{GOOD.replace('hello', 'later')}\n\n{BAD}")
    html = small.html(f"before\n\n{hidden}\n\nafter\n\n{GOOD}")
    assert not small.library.is_kept("greetings/later.py")
    assert "helo" not in html
    assert outputs(parsed(html)) == SHOWN
    assert [text_of(paragraph) for paragraph in parsed(html).iter("p")][:2] == ["before", "after"]


def test_text_beside_a_comment_stays(small: SmallCourse) -> None:
    page = small.page(f"before <!--\n{GOOD}\n--> after")
    assert outputs(page) == {}
    assert text_of(page).split() == ["before", "after"]


def test_a_comment_without_a_fence_is_left_as_it_is(small: SmallCourse) -> None:
    assert small.html("<!--\na `word`\nmore\n-->") == "<!--\na `word`\nmore\n-->"


# What superfences says nothing of

HERE = Place("content/lessons/greetings.md")
OPENED = f"# Greetings\n\nHello.\n\n{indent(GOOD, '    ')}\n"
LEFT = "The fence was left as text: Markdown took it for something else, such as indented code."


def test_a_fence_that_markdown_takes_for_indented_code_is_told_with_its_line(
    small: SmallCourse, caplog: pytest.LogCaptureFixture
) -> None:
    page = parsed(small.html(OPENED, HERE))
    [told] = messages(page)
    assert told.startswith(f"content/lessons/greetings.md:5: {LEFT} ")
    assert [record.getMessage() for record in caplog.records] == [told]


def test_such_a_fence_fails_the_strict_build_of_a_page_and_of_a_deck(small: SmallCourse) -> None:
    small.write("content/tea.md", OPENED)
    built = small.build()
    assert built.returncode == 1
    assert f"WARNING -  content/tea.md:5: {LEFT}" in built.stderr
    small.write("slides/decks/greetings.md", OPENED.replace("\n", ' {minutes="1"}\n', 1))
    made = small.decks()
    assert made.returncode == 1
    assert f"slides/decks/greetings.md:5: {LEFT}" in made.stderr


def test_a_mistake_that_only_rendering_shows_is_told_by_every_build(small: SmallCourse) -> None:
    small.write("content/tea.md", OPENED)
    assert [LEFT in small.build().stderr for _ in range(2)] == [True, True]


def test_an_exception_while_a_fence_is_shown_is_told_in_its_place_with_path_and_line(
    small: SmallCourse, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("content.engine.fence.listing.with_marks", None)  # it is called, and nothing says so before
    page = parsed(small.html(f"# Greetings\n\n{GOOD}\n", HERE))
    [told] = messages(page)
    assert told.startswith("content/lessons/greetings.md:3: Showing greetings/hello.py failed: TypeError: ")
    assert [record.getMessage() for record in caplog.records] == [told]
    assert left_as_text(page) == []


def test_a_fence_with_a_lonely_quote_is_not_shown_unchecked(small: SmallCourse) -> None:
    odd = """```python exec="on" file="greetings/hello.py" title='say "hi'\n```"""
    page = parsed(small.html(f"{odd}\n\n{odd}\n", HERE))
    assert outputs(page) == {}
    assert len(messages(page)) == 2


def test_a_section_of_an_empty_line_is_shown_as_one(small: SmallCourse) -> None:
    small.write("snippets/greetings/hello.py", 'print("hello")\n# --8<-- [start:gap]\n\n# --8<-- [end:gap]\n')
    page = small.page('```python exec="on" file="greetings/hello.py" part="gap"\n```\n')
    assert messages(page) == []
    assert outputs(page) == SHOWN
