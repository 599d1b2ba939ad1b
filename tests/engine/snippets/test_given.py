"""What a program is given is declared, and the command of a page gives it the same in a shell."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from snippets.engine.program.given import NOTHING, Given, repeated, typed
from tests.conftest import Start
from tests.engine.snippets.test_declaration import declared

WORD_COUNT = """
import sys
print(sys.argv[1:])
print(sys.stdin.read().split())
"""


def test_arguments_input_variables_and_options_are_declared() -> None:
    found = declared('args = ["5", ""]', 'stdin = "yes\\nno\\n"', 'env = { A = "1", B = "" }', 'flags = ["-X", "dev"]')
    assert found.given == Given(("5", ""), "yes\nno\n", (("A", "1"), ("B", "")), ("-X", "dev"))
    assert declared("timeout = 5").given == NOTHING


def test_a_program_is_started_with_its_arguments_and_reads_its_input_to_the_end(start: Start) -> None:
    given = Given(args=("5", "--verbose", "two words"), stdin="yes\nno\n")
    assert start(WORD_COUNT, given=given).output == "['5', '--verbose', 'two words']\n['yes', 'no']\n"


def test_a_program_is_started_with_its_variables_and_options(start: Start) -> None:
    program = (
        "import os, sys; print(os.environ['ORDERS'], os.environ['TZ'], 'till' in sys._xoptions, sys.flags.optimize)"
    )
    given = Given(env=(("ORDERS", "a b"), ("TZ", "Asia/Tokyo")), flags=("-X", "till", "-O"))
    assert start(program, given=given).output == "a b Asia/Tokyo True 1\n"


def test_files_of_other_lessons_stand_where_they_are_and_readers_need_not_know() -> None:
    given = Given(files=("stock.csv", "./shelf/../child.py", "../locks/pytest.ini"))
    assert given.beside == ("stock.csv", "child.py")
    assert given.is_anything
    assert not Given(files=("../locks/pytest.ini",)).is_anything


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
