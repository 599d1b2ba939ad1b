"""A page as plain Markdown: programs and outputs in place of fences, and nothing that only our site understands."""

import re

import pytest

from content.engine.directives.directive import Material
from content.engine.directives.extension import Registry
from content.engine.site import markdown
from tests.support.small import SmallCourse

HARD = 'print("```")\nprint("````  ")\nprint("<b>&amp;</b>  \\x1b[31mred\\x1b[0m \\x85 \\x0c")\n'
FENCE = '```python exec="on" file="greetings/{}"{}\n```\n'


def page(small: SmallCourse, text: str) -> str:
    """What a text becomes; the facts of a run, which no test knows, become `(…)`."""
    lines = markdown.page(text, Registry(Material(small.root, ()))).split("\n")
    return "\n".join("(…)" if line.startswith("(") and " s · Python " in line else line for line in lines)


def facts(small: SmallCourse, name: str) -> list[str]:
    """The lines that tell how the runs of a program went."""
    text = markdown.page(FENCE.format(name, ""), Registry(Material(small.root, ())))
    return [line for line in text.split("\n") if line.startswith("(")]


def test_a_fence_becomes_the_program_and_what_it_printed(small: SmallCourse) -> None:
    assert page(small, "# One\n\n" + FENCE.format("hello.py", "") + "\nMore.\n") == (
        "# One\n\n"
        'Program `greetings/hello.py`:\n\n```python\nprint("hello")\n```\n\n'
        "Output of `greetings/hello.py`:\n\n```text\nhello\n```\n\n(…)\n\nMore.\n"
    )


def test_the_source_alone_or_the_output_alone_where_the_fence_asks_for_that(small: SmallCourse) -> None:
    source = page(small, FENCE.format("hello.py", ' show="source"'))
    output = page(small, FENCE.format("hello.py", ' show="output"'))
    assert source == 'Program `greetings/hello.py`:\n\n```python\nprint("hello")\n```\n'
    assert output == "Output of `greetings/hello.py`:\n\n```text\nhello\n```\n\n(…)\n"


def test_a_part_is_named(small: SmallCourse) -> None:
    small.write("snippets/greetings/greet.py", "def greet():\n    print('hi')\n\n\ngreet()\n")
    assert page(small, FENCE.format("greet.py", ' show="source" part="greet"')) == (
        "Program `greetings/greet.py`, the part `greet`:\n\n```python\ndef greet():\n    print('hi')\n```\n"
    )


def test_notes_on_lines_say_which_lines(small: SmallCourse) -> None:
    small.write("snippets/greetings/greet.py", "def greet():\n    print('hi')\n\n\ndef part(): ...\n\n\ngreet()\n")
    text = page(small, FENCE.format("greet.py", ' show="source" notes="greet|part"') + "\n1. One.\n2. Two.\n")
    assert text.endswith(
        "```\n\nThe notes are on these lines, in this order: `def greet():`, `def part(): ...`.\n\n1. One.\n2. Two.\n"
    )


def test_a_fence_is_longer_than_any_in_the_output_and_the_output_is_what_a_terminal_shows(small: SmallCourse) -> None:
    small.write("snippets/greetings/hard.py", HARD)
    printed = "```\n````  \n<b>&amp;</b>  red \N{REPLACEMENT CHARACTER} \n\n"
    assert f"\n`````text\n{printed}`````\n" in page(small, FENCE.format("hard.py", ' show="output"'))


def test_no_control_character_is_published_whatever_was_printed(small: SmallCourse) -> None:
    every = "".join(chr(code) + "x" for code in (*range(32), 127) if chr(code) not in "\n\x1b")
    small.write("snippets/greetings/hard.py", f"print({every!r} + '\\x1b[31m\\x1b[2K', 'one\\rtwo\\r\\n\\x1b')\n")
    text = page(small, FENCE.format("hard.py", ""))
    assert [code for code in map(ord, text) if code != 10 and (code < 32 or code == 127)] == []
    assert "two" in text


def test_an_output_without_a_newline_at_its_end_is_closed_by_its_fence(small: SmallCourse) -> None:
    small.write("snippets/greetings/open.py", 'print("a\\n\\nb", end="")\n')
    assert "```text\na\n\nb\n```\n" in page(small, FENCE.format("open.py", ""))


def test_a_program_that_prints_nothing_says_so(small: SmallCourse) -> None:
    small.write("snippets/greetings/silent.py", "1\n")
    assert "Output of `greetings/silent.py`:\n\nIt printed nothing.\n\n(…)\n" in page(
        small, FENCE.format("silent.py", "")
    )


def test_what_a_program_was_given_stands_above_its_output(small: SmallCourse) -> None:
    block = '# /// run\n# args = ["5"]\n# stdin = "yes\\n"\n# ///\n'
    small.write("snippets/greetings/asked.py", f"print(input())\n\n{block}")
    assert page(small, FENCE.format("asked.py", ' show="output"')) == (
        "Run by:\n\n```sh\nprintf 'yes\\n' | python snippets/greetings/asked.py 5\n```\n\n"
        "Output of `greetings/asked.py`:\n\n```text\nyes\n```\n\n(…)\n"
    )


def test_the_place_where_ctrl_c_was_pressed_is_told(small: SmallCourse) -> None:
    block = '# /// run\n# ends = "signal SIGINT"\n# interrupt = "ready"\n# ///\n'
    small.write("snippets/greetings/waits.py", f"import time\nprint('ready')\ntime.sleep(600)\n\n{block}")
    [line] = facts(small, "waits.py")
    assert re.match(r"\(killed by SIGINT · Ctrl-C after \d+\.\d\d s, below line 1 · ", line)


def test_every_run_is_there_with_its_label(small: SmallCourse) -> None:
    declared = '# /// run\n# runs = 2\n# output = "varies"\n# because = "ids differ"\n# ///\n'
    small.write("snippets/greetings/ids.py", f"import os\n\nprint(os.getpid())\n\n{declared}")
    text = page(small, FENCE.format("ids.py", ' show="output"'))
    runs = [run.output for run in small.library.record("greetings/ids.py").runs]
    assert text.startswith("2 runs, 2 different outputs.\n\nOutput of `greetings/ids.py`, run 1:\n")
    for number, output in enumerate(runs, 1):
        assert f"Output of `greetings/ids.py`, run {number}:\n\n```text\n{output}```\n" in text
    assert all(line.endswith(" · varies: ids differ)") for line in facts(small, "ids.py"))


def test_how_a_run_ended_stands_below_it(small: SmallCourse) -> None:
    small.write("snippets/greetings/exit.py", 'import sys\n\nsys.exit(3)\n\n# /// run\n# ends = "exit 3"\n# ///\n')
    [well], [ended] = facts(small, "hello.py"), facts(small, "exit.py")
    [run] = small.library.record("greetings/hello.py").runs
    assert well == f"(ended well · {run.seconds:.2f} s · Python {run.python} · {run.machine})"
    assert ended.startswith("(exit status 3 · ")


def test_a_python_that_was_not_there_is_told(small: SmallCourse) -> None:
    small.write("snippets/greetings/later.py", 'print(1)\n\n# /// run\n# python = [">=3.99"]\n# ///\n')
    assert "\n\nNot shown here: Python 3.99 or newer.\n" in page(small, FENCE.format("later.py", ""))


def test_a_run_that_does_not_show_what_it_should_says_so(small: SmallCourse) -> None:
    small.write("snippets/greetings/one.py", "print('one: 1')\n# /// run\n# shows = 'one > 1'\n# ///\n")
    text = page(small, FENCE.format("one.py", ""))
    assert "\n\nThis machine was too busy to show it: one > 1 did not hold in 4 tries (Python " in text


def test_a_figure_becomes_its_words(small: SmallCourse) -> None:
    small.write("snippets/greetings/bars.py", 'print("ann & ben: 3")\nprint("cay: 1")\n')
    text = page(small, FENCE.format("bars.py", ' show="figure" figure="bars"'))
    assert text == "Figure: Bar chart: ann & ben 3, cay 1\n"


def test_a_figure_that_this_build_could_not_draw_says_so(small: SmallCourse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "drawn", lambda *_: "<p>No timeline &lt;here&gt;.</p>")
    assert page(small, FENCE.format("hello.py", ' show="figure" figure="timeline"')) == "No timeline <here>.\n"


def test_a_fence_in_an_item_or_a_quotation_stays_there(small: SmallCourse) -> None:
    small.write("snippets/greetings/gap.py", 'print("a\\n\\nb")\n')
    for margin in ("    ", "> "):
        text = "".join(f"{margin}{line}\n" for line in FENCE.format("gap.py", ' show="output"').splitlines())
        bare = margin.rstrip()
        assert f"{margin}```text\n{margin}a\n{bare}\n{margin}b\n{margin}```\n" in page(small, f"1. One\n\n{text}")


def test_what_cannot_be_shown_is_left_out(small: SmallCourse) -> None:
    wrong = [FENCE.format("helo.py", ""), FENCE.format("hello.py", ' shwo="x"'), FENCE.format("hello.py", ' part="x"')]
    figure = FENCE.format("hello.py", ' show="figure" figure="bars"')
    open_fence = '```python exec="on" file="greetings/hello.py"\n'
    for text in [*wrong, figure, "::: exercise greetings/none\n", "::: exercise\n", open_fence]:
        assert page(small, f"Before.\n\n{text}") == "Before.\n"


def test_an_exercise_becomes_its_text_with_hint_and_solution(small: SmallCourse) -> None:
    folder = "snippets/greetings/exercise_wave"
    small.write(f"{folder}/wave.py", '"""Wave at everybody."""\n# TODO\n')
    small.write(f"{folder}/hint.md", "<!-- easy, 5 minutes -->\nUse a hand.\n")
    small.write(f"{folder}/wave_solution.py", "if hand:\n\n    wave()  # !!! note\n")
    text = page(small, "## Exercises\n\n::: exercise greetings/wave\n")
    zipped = "[Download wave.zip](../exercises/greetings/wave.zip)"
    assert text.startswith(
        f"## Exercises\n\n### Wave\n\n**easy, 5 minutes** · {zipped}\n\nWave at everybody.\n\nUnpack"
    )
    assert "\n```powershell\npy -m venv .venv\n" in text
    assert "\n**Hint**\n\nUse a hand.\n" in text
    assert text.endswith("\n**Solution**\n\n~~~python\nif hand:\n\n    wave()  # !!! note\n~~~\n")


def test_a_table_of_exercises_becomes_a_table(small: SmallCourse) -> None:
    folder = "snippets/greetings/exercise_wave"
    small.write(f"{folder}/wave.py", '"""Wave."""\n')
    small.write(f"{folder}/hint.md", "<!-- easy, 5 minutes -->\nUse a hand.\n")
    small.write(f"{folder}/wave_solution.py", "wave()\n")
    row = "| [Greetings](greetings.md) | none | [Wave](greetings.md#exercise-wave), 5&nbsp;min | none | none |\n"
    assert page(small, "::: exercises greetings\n").endswith(row)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '!!! tip "The rule"\n    Ask **first**.\n\n    Then act.\nOn.\n',
            "**The rule**\n\nAsk **first**.\n\nThen act.\nOn.\n",
        ),
        ("??? question\n    Why?\n", "**Question**\n\nWhy?\n"),
        ('???+ note inline "A"\n    B\n', "**A**\n\nB\n"),
        ('1. One\n\n    ??? success "Answer"\n        Yes.\n', "1. One\n\n    **Answer**\n\n    Yes.\n"),
        ('??? a "A"\n    ??? b "B"\n        C\n', "**A**\n\n**B**\n\nC\n"),
        ('> !!! tip "Q"\n>     R\n', "> **Q**\n\n> R\n"),
        ('```text\n!!! tip "T"\n    kept\n\n\n\n```\n', '```text\n!!! tip "T"\n    kept\n\n\n\n```\n'),
        ("## Head { #a .b }\n", "## Head\n"),
        ("[go](x.md){ .md-button } on\n", "[go](x.md) on\n"),
        ('[read](x.md#a){ .source title="a page, b" } on\n', '[read](x.md#a "a page, b") on\n'),
        ("`f(){ .x }` is code, {braces} stay\n", "`f(){ .x }` is code, {braces} stay\n"),
        ("`#!math 1 \\times 2` and `#!python x`\n", "$1 \\times 2$ and `x`\n"),
        ('~~~{ .python title="a" }\n#!math\n~~~\n', "~~~python\n#!math\n~~~\n"),
        ('```python title="a" hl_lines="1"\nx\n```\n', "```python\nx\n```\n"),
        ("```\nx\n```\n", "```\nx\n```\n"),
        ("a\n\n\n\nb\n", "a\n\nb\n"),
        ("a <!-- one --> b\n", "a  b\n"),
        (
            '<ol markdown>\n<li markdown="span">**A** <span class="b">`c`</span></li>\n</ol>\n\nd\n',
            "- **A** `c`\n\nd\n",
        ),
        ("press <kbd>S</kbd>, write `<span>`\n", "press <kbd>S</kbd>, write `<span>`\n"),
        ('a\n\n<!-- two\n\n```python exec="on" file="greetings/hello.py"\n```\n-->\n\nb\n', "a\n\nb\n"),
    ],
)
def test_what_only_our_site_understands_becomes_what_everybody_does(
    small: SmallCourse, text: str, expected: str
) -> None:
    assert page(small, text) == expected
