"""Fences that show programs are read, and every mistake in a fence is told with its line and with advice."""

import pytest

from content.engine.fence.figures import FIGURES
from content.engine.fence.header import Embed, Fence, Place, embed_of, scan

HERE = Place("content/page.md")
HOW = 'Write ```python exec="on" file="…".'
FILE = 'exec="on" file="greetings/hello.py"'


def fence(text: str, kind: str = "lesson") -> Fence:
    """The one fence that a text has."""
    [found] = scan(text, Place(HERE.path, 1, kind))
    return found


def complaints(text: str, kind: str = "lesson") -> list[str]:
    """What is wrong with the fences of a text; each with its line."""
    found = scan(text, Place(HERE.path, 1, kind))
    return [str(problem).removeprefix(f"{HERE.path}:") for one in found for problem in one.problems]


def of_header(info: str, kind: str = "lesson") -> list[str]:
    """What is wrong with an empty fence that has this header; without the line."""
    return [complaint.removeprefix("1: ") for complaint in complaints(f"```{info}\n```", kind)]


# What a fence asks for


def test_a_fence_asks_for_a_program_with_its_source_and_its_output() -> None:
    assert fence(f"```python {FILE}\n```").embed == Embed("greetings/hello.py", show="both")


def test_a_fence_in_a_lesson_may_choose_what_it_shows() -> None:
    header = f'```python {FILE} part="a" highlight="a.b" title="Two words" deck="skip" show="source"'
    assert fence(f"{header}\n```").embed == Embed(
        "greetings/hello.py", show="source", part="a", highlight="a.b", title="Two words", deck="skip"
    )


def test_a_fence_in_a_deck_may_step_through_parts() -> None:
    embed = fence(f'```python {FILE} steps="go|Account.pay|go"\n```', "deck").embed
    assert embed == Embed("greetings/hello.py", steps=("go", "Account.pay", "go"))


def test_a_fence_may_ask_for_a_figure_and_nothing_else() -> None:
    embed = fence(f'```python {FILE} figure="bars" show="figure"\n```').embed
    assert embed == Embed("greetings/hello.py", figure="bars", show="figure")


def test_an_option_without_a_value_of_its_own_is_as_if_it_were_not_there() -> None:
    assert embed_of({"exec": "on", "file": "l/p.py"}) == Embed(
        "l/p.py", show="both", part="", highlight="", figure="", notes=(), steps=(), hold="", title="", deck=""
    )


def test_the_fences_of_a_text_come_in_order_with_their_lines_in_the_file() -> None:
    text = f"text\n\n```python {FILE}\n```\n\n1. item\n\n    ```python {FILE}\n    ```\n"
    found = scan(text, Place("content/page.md", first_line=10))
    assert [(one.line, one.block.first, one.block.last, one.block.margin) for one in found] == [
        (12, 2, 3, ""),
        (17, 7, 8, "    "),
    ]


def test_fences_that_show_their_own_text_are_not_listed() -> None:
    assert scan('```python title="a file"\nx = 1\n```\n\n```\n```\n\n~~~text\n~~~', HERE) == ()


def test_a_fence_within_a_fence_is_text() -> None:
    assert scan(f"````markdown\n```python {FILE} shwo=1\n```\n````", HERE) == ()


def test_a_fence_with_mistakes_names_its_program_but_asks_for_nothing() -> None:
    found = fence(f'```python {FILE} shwo="source"\n```')
    assert (found.file, found.embed) == ("greetings/hello.py", None)


# The header


@pytest.mark.parametrize("language", ["py", "python3", "Python", "bash", "console", "pycon", ".python"])
def test_only_python_is_run(language: str) -> None:
    assert of_header(f"{language} {FILE}") == [f"Only python programs are run, not '{language}'. {HOW}"]


def test_a_fence_that_names_a_program_names_its_language() -> None:
    assert of_header(FILE) == [f"The fence names no language. {HOW}"]


@pytest.mark.parametrize("info", ['{.python exec="on" file="l/p.py"}', '{ .python exec="on" file="l/p.py" }'])
def test_a_header_in_braces_names_no_language(info: str) -> None:
    assert f"The fence names no language. {HOW}" in of_header(info)


def test_an_unknown_option_is_refused_with_the_near_names() -> None:
    assert of_header(f'python {FILE} shwo="source"') == ["Unknown option 'shwo'. Did you mean show?"]


@pytest.mark.parametrize(
    "option", ["source", "id", "result", "session", "width", "workdir", "tabs", "html", "returncode", "idprefix"]
)
def test_the_options_of_markdown_exec_are_unknown(option: str) -> None:
    [complaint] = of_header(f'python {FILE} {option}="1"')
    assert complaint.startswith(f"Unknown option '{option}'. ")


def test_an_option_for_html_attributes_is_unknown() -> None:
    [complaint] = of_header(f'python {FILE} data-line="1"')
    assert complaint.startswith("Unknown option 'data-line'. ")


@pytest.mark.parametrize(
    ("written", "advice"), [("show=source", 'show="source"'), ("show='source'", 'show="source"'), ("part", 'part="…"')]
)
def test_an_unquoted_value_is_refused(written: str, advice: str) -> None:
    option = advice.partition("=")[0]
    assert of_header(f"python {FILE} {written}") == [
        f"Option '{option}' has no value in double quotes. Write {advice}."
    ]


def test_unquoted_values_alone_are_the_mistake_and_not_what_is_missing_because_of_them() -> None:
    assert of_header("python exec=on file=greetings/hello.py") == [
        "Option 'exec' has no value in double quotes. Write exec=\"on\".",
        "Option 'file' has no value in double quotes. Write file=\"greetings/hello.py\".",
    ]


def test_options_without_a_space_between_them_are_refused() -> None:
    assert of_header(f'python {FILE}show="source"') == [
        "'show=\"source\"' is glued to option 'file'. Put a space between."
    ]


def test_what_is_no_option_is_refused() -> None:
    assert of_header(f"python {FILE} #name") == ["'#name' is no option. Write options as name=\"value\"."]


def test_an_option_stands_once() -> None:
    assert of_header(f'python {FILE} part="a" part="b"') == ["Option 'part' stands twice. Leave one out."]


@pytest.mark.parametrize(
    ("option", "advice"),
    [
        ('show="sorce"', "Did you mean source?"),
        ('figure="bar"', "Did you mean bars?"),
        ('deck="leave"', "Known: skip."),
        ('show=""', "Known: both, figure, output, source."),
    ],
)
def test_a_value_that_means_nothing_is_refused_with_those_that_mean_something(option: str, advice: str) -> None:
    assert of_header(f"python {FILE} {option}") == [f"{option} means nothing. {advice}"]


def test_a_program_is_not_left_unrun() -> None:
    assert of_header('python exec="off" file="l/p.py"') == ['exec="off" means nothing. Known: on.']
    assert of_header('python file="l/p.py"') == ['A program is named but not run. Add exec="on".']


@pytest.mark.parametrize("header", ['python exec="on"', 'python exec="on" file=""'])
def test_a_fence_names_a_program(header: str) -> None:
    assert of_header(header) == ['The fence names no program. Add file="lesson/name.py".']


def test_steps_belong_to_a_deck() -> None:
    assert of_header(f'python {FILE} steps="a|b"') == ["Option 'steps' belongs to a deck. Leave it out here."]


@pytest.mark.parametrize("kind", ["lesson", "deck"])
def test_an_output_may_be_held_back_on_a_page_and_in_a_deck(kind: str) -> None:
    assert of_header(f'python {FILE} hold="on"', kind) == []
    assert of_header(f'python {FILE} hold="off"', kind) == ['hold="off" means nothing. Known: on.']


def test_what_is_held_back_is_shown_at_all() -> None:
    assert of_header(f'python {FILE} hold="on" show="source"', "deck") == [
        "Option 'hold' is about an output that is not shown. Leave out this, or show=\"source\"."
    ]
    assert of_header(f'python {FILE} hold="on" show="source" figure="bars"', "deck") == []


def test_a_deck_cannot_leave_out_what_it_shows() -> None:
    assert of_header(f'python {FILE} deck="skip"', "deck") == ["Option 'deck' belongs to a lesson. Leave it out here."]


@pytest.mark.parametrize("show", ["output", "figure"])
@pytest.mark.parametrize("option", ["part", "highlight", "notes", "title", "steps"])
def test_an_option_about_the_source_needs_the_source(option: str, show: str) -> None:
    text = f'```python {FILE} {option}="a" figure="bars" show="{show}"\n```\n\n1. a'
    assert complaints(text, "deck") == [
        f"1: Option '{option}' is about source that is not shown. Leave out this, or show=\"{show}\"."
    ]


def test_show_figure_says_which_figure() -> None:
    assert of_header(f'python {FILE} show="figure"') == [
        f'It shows a figure and does not say which. Add figure="…": {", ".join(FIGURES)}.'
    ]


def test_all_mistakes_of_a_header_are_told_together() -> None:
    found = of_header(f'text {FILE} shwo="source" part deck="x" steps="a"')
    assert len(found) == 5


# The lines


def test_a_fence_has_no_body() -> None:
    advice = 'Put it into snippets/ and name it: file="lesson/name.py".'
    assert complaints(f"```python {FILE}\n\nprint(1)\n```") == [f"1: The fence has a body. {advice}"]
    assert complaints('```python exec="on"\nprint(1)\n```')[1] == f"1: The fence has a body. {advice}"


def test_blank_lines_are_no_body() -> None:
    assert complaints(f"> ```python {FILE}\n>\n>  \n> ```") == []


def test_a_fence_that_names_a_program_is_closed() -> None:
    assert complaints(f"text\n\n```python {FILE}\n\ntext") == ["3: The fence is not closed. Add a line ``` below it."]


def test_a_fence_is_not_closed_by_the_end_of_the_next_one() -> None:
    text = f"~~~python {FILE}\n\ntext\n\n~~~python {FILE}\n~~~"
    assert complaints(text) == ["1: The fence is not closed. Add a line ~~~ below it."]


@pytest.mark.parametrize(("opening", "closing"), [("", "    "), ("    ", ""), ("    ", "  ")])
def test_a_fence_ends_in_the_column_in_which_it_begins(opening: str, closing: str) -> None:
    assert complaints(f"{opening}```python {FILE}\n{closing}```") == [
        "1: The fence ends in another column than it begins. Indent both its lines of ``` alike."
    ]


def test_a_fence_does_not_begin_on_the_line_of_an_item() -> None:
    assert complaints(f"- item\n- ```python {FILE}\n  ```") == [
        "2: A fence cannot begin on the line of a list's item. Give it lines of its own, indented by four spaces."
    ]


# Notes


LIST = "\n\n1. It sells.\n2. It pays."


def test_a_fence_may_note_parts_that_the_list_below_it_explains() -> None:
    for kind in ("lesson", "deck"):
        found = fence(f'```python {FILE} notes="sell|pay"\n```{LIST}', kind)
        assert found.embed == Embed("greetings/hello.py", notes=("sell", "pay"))


@pytest.mark.parametrize(
    ("notes", "below", "told"),
    [
        ("sell|pay", "", "2 parts, and a list of no items"),
        ("sell", LIST, "1 part, and a list of 2 items"),
        ("a|b|c", f"\n\ntext{LIST}", "3 parts, and a list of no items"),
    ],
)
def test_as_many_items_explain_as_parts_are_noted(notes: str, below: str, told: str) -> None:
    assert complaints(f'```python {FILE} notes="{notes}"\n```{below}') == [
        f"1: It notes {told} follows it. Explain each by an item of an ordered list, right below the fence."
    ]


def test_a_list_below_a_fence_without_notes_is_any_list() -> None:
    assert complaints(f"```python {FILE}\n```{LIST}") == []


# Fences that show their own text


def test_an_unknown_option_of_any_fence_is_refused_because_markdown_takes_the_fence_for_text() -> None:
    assert complaints('```python titel="x"\nx = 1\n```') == ["1: Unknown option 'titel'. Did you mean title?"]


@pytest.mark.parametrize("info", ["python title=x", "python title='x'"])
def test_so_is_an_unquoted_value(info: str) -> None:
    assert of_header(info) == ["Option 'title' has no value in double quotes. Write title=\"x\"."]


def test_a_fence_of_text_that_is_not_closed_is_told() -> None:
    assert complaints("text\n\n```text\nbody") == ["3: The fence is not closed. Add a line ``` below it."]


@pytest.mark.parametrize("info", ["", "text", "c++", 'text title="x" linenums="1" hl_lines="2 4"', "{ .python #name }"])
def test_what_markdown_understands_is_no_mistake(info: str) -> None:
    assert of_header(info) == []


def test_a_whole_program_is_asked_for_in_decks_only_and_not_with_a_part() -> None:
    assert of_header(f'python {FILE} whole="on"', "deck") == []
    assert of_header(f'python {FILE} whole="on"') == ["Option 'whole' belongs to a deck. Leave it out here."]
    assert of_header(f'python {FILE} whole="on" part="go"', "deck") == [
        "It shows a part, and the whole. Leave out whole, or part."
    ]
