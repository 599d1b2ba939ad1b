"""What a program was given stands above its output; below it is how it ran.

The command gives a program in a shell what the course gave it.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from content.engine.fence.header import Place
from content.engine.fence.html import LATE, in_words, repeated, typed
from snippets.engine.program.declaration import NOTHING, Given
from tests.support.site import Tree, outputs, parsed, text_of, with_class
from tests.support.small import SmallCourse

COUNT = """\
import sys
print(sys.argv[1:], sys.stdin.read().split())

# /// run
# args = ["5", "two <b>words</b>"]
# stdin = "\\n<i>yes</i>\\u001b\\nno\\n"
# env = { ORDERS = "1" }
# flags = ["-X", "faulthandler"]
# ///
"""
COMMAND = "ORDERS=1 python -X faulthandler count.py 5 'two <b>words</b>'"


@pytest.fixture
def course(tmp_path: Path) -> SmallCourse:
    course = SmallCourse(tmp_path)
    course.write("snippets/greetings/count.py", COUNT)
    return course


def shown(course: SmallCourse, options: str = "", file: str = "count.py", here: Place | None = None) -> Tree:
    """The block of a fence with these options."""
    fence = f'```python exec="on" file="greetings/{file}" {options}\n```'
    [block] = with_class(parsed(course.html(fence, here)), "program")
    return block


@pytest.mark.parametrize("kind", ["page", "deck"])
def test_the_command_and_the_input_stand_above_the_output_and_not_in_it(course: SmallCourse, kind: str) -> None:
    block = shown(course, here=Place("content/page.md", kind="deck" if kind == "deck" else "page"))
    assert [part.get("class") for part in block] == ["highlight", "run-given", "run-output", "run-facts"]
    [given] = with_class(block, "run-given")
    assert [text_of(code) for code in given.iter("code")] == [COMMAND]
    assert [text_of(pre) for pre in given.iter("pre")] == ["\n<i>yes</i>␛\nno"]
    [printed] = outputs(block)["greetings/count.py"]
    assert printed == "['5', 'two <b>words</b>'] ['<i>yes</i>\\x1b', 'no']\n"


def test_a_program_that_is_given_nothing_has_no_command_above_its_output(course: SmallCourse) -> None:
    assert with_class(shown(course, file="hello.py"), "run-given") == []


def test_where_no_output_is_shown_no_command_is(course: SmallCourse) -> None:
    assert with_class(shown(course, 'show="source"'), "run-given") == []


def test_what_was_given_stays_in_sight_where_the_output_is_held_back(course: SmallCourse) -> None:
    text = '!!! question "What does it print?"\n\n```python exec="on" file="greetings/count.py" hold="on"\n```\n'
    [held] = with_class(course.page(text), "held")
    assert with_class(held, "run-output") != []
    assert with_class(held, "run-given") == []
    assert with_class(course.page(text), "run-given") != []


def test_the_command_to_run_it_yourself_gives_it_the_same(course: SmallCourse) -> None:
    [facts] = with_class(shown(course), "run-facts")
    [command] = [text_of(code) for code in facts.iter("code")]
    assert command == (
        r"printf '\n<i>yes</i>\033\nno\n' | "
        "ORDERS=1 python -X faulthandler snippets/greetings/count.py 5 'two <b>words</b>'"
    )


def test_the_files_with_which_a_program_works_are_named_and_its_command_begins_in_their_folder(
    course: SmallCourse,
) -> None:
    course.write("snippets/greetings/stock <b>.csv", "apples\n")
    text = "print(open('stock <b>.csv').read())\n\n# /// run\n# files = [\"stock <b>.csv\"]\n# ///\n"
    course.write("snippets/greetings/stock.py", text)
    block = shown(course, file="stock.py")
    [given] = with_class(block, "run-files")
    assert text_of(given) == "in a folder with stock <b>.csv"
    assert outputs(block)["greetings/stock.py"] == ["apples\n\n"]
    [facts] = with_class(block, "run-facts")
    assert [text_of(code) for code in facts.iter("code")] == ["cd snippets/greetings && python stock.py"]


WAITS = """\
import time
print("<ready>")
time.sleep(600)

# /// run
# ends = "signal SIGINT"
# interrupt = "<ready>"
# ///
"""


def test_ctrl_c_is_told_above_the_output_marked_in_it_and_no_text_of_it(course: SmallCourse) -> None:
    course.write("snippets/greetings/waits.py", WAITS)
    block = shown(course, file="waits.py")
    [given] = with_class(block, "run-given")
    assert text_of(given) == "python waits.pyCtrl+C once it printed <ready>"
    [printed] = outputs(block)["greetings/waits.py"]
    assert printed.startswith("<ready>\nTraceback ")
    [mark] = with_class(block, "ctrl-c")
    assert text_of(mark) == ""
    [facts] = with_class(block, "run-facts")
    assert text_of(facts).startswith("killed by SIGINT · ")
    told = "run it yourself: python snippets/greetings/waits.py, and press Ctrl+C once it printed <ready>"
    assert text_of(facts).endswith(told)


def test_a_moment_is_told_in_seconds() -> None:
    assert in_words(1.5) == "<kbd>Ctrl</kbd>+<kbd>C</kbd> after 1.5 s"


def test_where_a_child_may_have_printed_late_the_page_says_why(course: SmallCourse) -> None:
    text = "import subprocess, sys\nsubprocess.run([sys.executable, '-I', '-c', 'print(1)'], check=True)\n"
    course.write("snippets/greetings/apart.py", text)
    [facts] = with_class(shown(course, file="apart.py"), "run-facts")
    assert LATE in text_of(facts)
    [facts] = with_class(shown(course), "run-facts")
    assert LATE not in text_of(facts)


ECHO = """
import os, sys
sys.stdout.buffer.write(repr((sys.argv[1:], os.environ.get("ORDERS"), sys.flags.optimize)).encode())
sys.stdout.buffer.write(sys.stdin.buffer.read())
"""


def test_a_program_that_is_given_nothing_is_run_by_its_name() -> None:
    assert repeated("snippets/locks/p.py", NOTHING) == "python snippets/locks/p.py"


def test_the_line_that_is_typed_has_variables_options_and_arguments_in_their_places() -> None:
    given = Given(("5", "two words"), "yes\nno\n", (("A", "1"), ("B", "x y")), ("-X", "dev"))
    assert typed("p.py", given) == "A=1 B='x y' python -X dev p.py 5 'two words'"
    assert repeated("p.py", given) == "printf 'yes\\nno\\n' | A=1 B='x y' python -X dev p.py 5 'two words'"


@pytest.mark.parametrize(
    "text",
    [
        "yes\nno\n",
        "no end",
        "100 % \\n \\ 'quoted' \"twice\" $HOME `x`\n",
        "-n\n",
        "é ü 日本\n",
        "\x00\x1b[31m\r\t\u0085\n",
    ],
)
def test_a_shell_gives_a_program_what_the_course_gave_it(tmp_path: Path, text: str) -> None:
    (tmp_path / "python").symlink_to(sys.executable)
    (tmp_path / "p.py").write_text(ECHO, encoding="utf-8")
    given = Given(("$HOME", "", "it's", "*"), text, (("ORDERS", "a 'b' $c"),), ("-O",))
    typed_in = subprocess.run(
        ["/bin/sh", "-c", repeated("p.py", given)],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    told = repr((["$HOME", "", "it's", "*"], "a 'b' $c", 1))
    assert typed_in.stdout.decode() == told + text


def test_a_program_that_works_with_files_beside_it_is_run_in_its_folder() -> None:
    given = Given(("5",), "yes\n", files=("stock.csv", "../locks/pytest.ini"))
    assert repeated("snippets/shops/p.py", given) == "cd snippets/shops && printf 'yes\\n' | python p.py 5"
    assert repeated("snippets/shops/p.py", Given(files=("../locks/pytest.ini",))) == "python snippets/shops/p.py"
