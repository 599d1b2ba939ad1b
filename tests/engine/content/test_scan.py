"""Fences are found where superfences will see them."""

import pytest

from content.engine.fence.scan import blocks, comments, items_below, lines_of


def places(text: str) -> list[tuple[int, int | None]]:
    """First and last lines of the fences of a text."""
    return [(block.first, block.last) for block in blocks(lines_of(text))]


def test_a_fence_goes_from_its_header_to_a_line_of_as_many_ticks() -> None:
    [block] = blocks(["text", "```python title='x'", "body", "``", "````", "```", "text"])
    assert (block.first, block.last) == (1, 5)
    assert (block.margin, block.item, block.ticks, block.info) == ("", "", "```", "python title='x'")


def test_tildes_make_a_fence_which_backticks_do_not_close() -> None:
    assert places("~~~text\n```\n~~~") == [(0, 2)]


def test_a_fence_within_a_fence_is_text() -> None:
    assert places('````markdown\n```python exec="on" file="l/p.py"\n```\n````\n```\n```') == [(0, 3), (4, 5)]


def test_an_unclosed_fence_has_no_last_line_and_hides_none_of_the_fences_below_it() -> None:
    assert places("````text\n```\n```") == [(0, None), (1, 2)]


@pytest.mark.parametrize("margin", ["    ", "  ", "> ", "> > ", ">     "])
def test_a_fence_may_stand_in_a_list_and_in_a_quotation(margin: str) -> None:
    assert places(f"{margin}```text\n{margin}body\n{margin}```") == [(0, 2)]


@pytest.mark.parametrize(("opening", "closing"), [("", "    "), ("    ", ""), ("> ", ""), ("> ", ">")])
def test_a_fence_is_not_closed_in_another_column(opening: str, closing: str) -> None:
    assert places(f"{opening}```text\n{closing}```")[0] == (0, None)


def test_a_fence_of_a_list_ends_unclosed_where_the_list_ends() -> None:
    assert places("    ```text\n\nafter\n\n    ```text\n    ```") == [(0, None), (4, 5)]


def test_empty_lines_do_not_end_a_fence_in_a_quotation() -> None:
    assert places("> ```text\n>\n> ```") == [(0, 2)]


def test_code_within_a_line_is_no_fence() -> None:
    assert places("```python``` is how a fence begins\n\n``` `` ```") == []


def test_a_header_may_have_ticks_within_a_value() -> None:
    assert places('```python title="the `lock`"\n```') == [(0, 1)]


def test_a_tab_is_as_wide_as_in_python_markdown() -> None:
    assert places("\t```text\n    ```") == [(0, 1)]


def test_a_form_feed_or_a_line_separator_begins_no_new_line() -> None:
    assert places("a\x0cb\u2028c\x85d\n```\n```") == [(1, 2)]


@pytest.mark.parametrize("header", ["- ```text", "1. ```text", "* ~~~"])
def test_a_fence_on_the_line_of_an_item_is_none(header: str) -> None:
    assert places(f"{header}\n  ```\n  ```") == [(1, 2)]


@pytest.mark.parametrize("item", ["- ", "* ", "1. ", "12.  "])
def test_a_fence_that_names_a_program_is_found_on_the_line_of_an_item_too(item: str) -> None:
    [block] = blocks([f'{item}```python exec="on" file="l/p.py"', "  ```", "text"])
    assert (block.first, block.last, block.item) == (0, 1, item)


@pytest.mark.parametrize("row", ["| {}``` | text |", "text | {} |", "> | `a` | {}``` |", "| {}"])
def test_a_fence_that_names_a_program_is_found_in_a_cell_of_a_table_too(row: str) -> None:
    fence = 'python exec="on" file="l/p.py"'
    [block] = blocks(["| a | b |", "|---|---|", row.format(f"```{fence}")])
    assert (block.first, block.last, block.info.strip()) == (2, 2, fence)
    assert "|" in block.item


@pytest.mark.parametrize(
    "row", ["| ```python``` | text |", '| ```` ```python exec="on" ```` |', '| `exec="on"` | ```x``` |']
)
def test_code_in_a_cell_is_no_fence(row: str) -> None:
    assert places(row) == []


@pytest.mark.parametrize(
    "header", ['python exec="on"', "python exec", "python file=l/p.py", 'text exec = "on"', '{.python exec="on"}']
)
def test_a_header_with_exec_or_file_names_a_program(header: str) -> None:
    assert [block.names_program for block in blocks([f"```{header}", "```"])] == [True]


@pytest.mark.parametrize(
    "header", ["", "python", 'text title="a file"', "text executed", 'text data-file="x"', "exec-x"]
)
def test_any_other_header_does_not(header: str) -> None:
    assert [block.names_program for block in blocks([f"```{header}", "```"])] == [False]


@pytest.mark.parametrize("closing", ["    ```", "  ```", "> ```"])
def test_right_below_a_header_that_names_a_program_ticks_in_any_column_close_it(closing: str) -> None:
    assert places(f'```python exec="on" file="l/p.py"\n{closing}\n```text\n```') == [(0, 1), (2, 3)]


def test_a_fence_that_names_a_program_ends_unclosed_where_the_next_begins() -> None:
    header = '```python exec="on" file="l/p.py"'
    assert places(f"{header}\n\n{header}\n```") == [(0, None), (2, 3)]


FENCE = '```python exec="on" file="l/p.py"\n```'


@pytest.mark.parametrize(
    "comment", [f"<!--\n{FENCE}\n-->", f"text <!-- later:\n\n{FENCE}\n\n--> text", f"> <!--\n{FENCE}\n> -->"]
)
def test_a_fence_within_a_comment_is_none(comment: str) -> None:
    after = comment.count("\n") + 1
    assert places(f"{comment}\n{FENCE}") == [(after, after + 1)]
    assert list(comments(lines_of(f"{comment}\n{FENCE}"))) == [range(after)]


@pytest.mark.parametrize("text", ["<!-- short -->", "`<!--` begins a comment", "``a ` <!--`` too", "<!-- never closed"])
def test_what_is_no_comment_of_several_lines_hides_no_fence(text: str) -> None:
    assert places(f"{text}\n{FENCE}") == [(1, 2)]
    assert list(comments(lines_of(f"{text}\n{FENCE}"))) == []


def test_a_comment_within_a_fence_is_text() -> None:
    assert list(comments(["```html", "<!--", "```", "text", "-->"])) == []


def below(text: str) -> int:
    """How many items explain the first fence of a text."""
    lines = lines_of(text)
    return items_below(lines, next(iter(blocks(lines))))


@pytest.mark.parametrize(
    ("after", "items"),
    [
        ("", 0),
        ("\n\ntext", 0),
        ("\n- a\n- b", 0),
        ("\n1. a", 1),
        ("\n\n1. a\n2. b\n\ntext\n\n3. c", 2),
        ("\n\n1. a\n   goes on\nlazily\n2. b", 2),
        ("\n\n1. a\n\n    more of it\n\n    1. a list in it\n\n2. b\n\n## next\n\n3. c", 2),
        ("\n\ntext\n\n1. a", 0),
        ("\n\n1.a\n1 . b", 0),
    ],
)
def test_the_items_of_the_list_right_below_are_counted(after: str, items: int) -> None:
    assert below(f"```python\n```{after}") == items


@pytest.mark.parametrize("margin", ["    ", "> ", ">     "])
def test_the_list_stands_in_the_column_of_the_fence(margin: str) -> None:
    text = f"{margin}```python\n{margin}```\n{margin.rstrip()}\n{margin}1. a\n{margin}2. b"
    assert below(f"{text}\n\n1. c") == 2
    assert below(f"{margin}```python\n{margin}```\n\n1. c") == 0
    assert below(f"{margin}```python\n{margin}```\n{'x' * len(margin)}1. c") == 0
