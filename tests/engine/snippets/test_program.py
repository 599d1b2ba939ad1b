"""A program's text, its parts, and the files that its run depends on."""

from pathlib import Path
from textwrap import dedent

import pytest

from snippets.engine.program.problem import ProblemError
from snippets.engine.program.program import Program, read


class Lesson:
    """A folder of programs, `snippets/lesson/`, that a test fills."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "snippets"
        self.folder = self.root / "lesson"
        self.folder.mkdir(parents=True)

    def write(self, name: str, text: str) -> None:
        """Write a file of the lesson."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")

    def program(self, text: str) -> Program:
        """Read a program of this text."""
        self.write("p.py", text)
        return read(self.root, "lesson/p.py")

    def refused(self, text: str) -> str:
        """What is wrong with a program of this text."""
        with pytest.raises(ProblemError) as caught:
            self.program(text)
        return str(caught.value)

    def needed(self, text: str) -> list[str]:
        """The files that a program of this text depends on, by their paths in the lesson."""
        return [path.relative_to(self.folder).as_posix() for path in self.program(text).dependencies]


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return Lesson(tmp_path)


PARTS = """\
import functools

def first():
    return 1

@functools.cache
@functools.wraps(first)
def decorated():
    def inner():
        pass
    return inner

class Account:
    balance = 0

    async def pay(self):
        self.balance += 1
"""


def test_a_program_has_its_text_its_declaration_and_its_name_below_snippets(lesson: Lesson) -> None:
    program = lesson.program("print(1)\n\n# /// run\n# timeout = 2\n# ///\n")
    assert program.source == "print(1)\n"
    assert program.declaration.timeout == 2
    assert program.name == "lesson/p.py"
    assert program.path == lesson.folder / "p.py"


@pytest.mark.parametrize(
    ("part", "lines"),
    [
        ("first", (3, 4)),
        ("decorated", (6, 11)),
        ("decorated.inner", (9, 10)),
        ("Account", (13, 17)),
        ("Account.pay", (16, 17)),
    ],
)
def test_functions_classes_and_methods_are_parts_with_their_decorators(
    lesson: Lesson, part: str, lines: tuple[int, int]
) -> None:
    assert lesson.program(PARTS).lines_of(part) == lines


def test_the_text_of_a_part_begins_at_the_margin(lesson: Lesson) -> None:
    assert lesson.program(PARTS).text_of("Account.pay") == "async def pay(self):\n    self.balance += 1\n"


def test_code_that_is_indented_by_tabs_begins_at_the_margin_too(lesson: Lesson) -> None:
    text = "class Till:\n\tdef pay(self):\n\t\tif self:\n\n\t\t    pass\n"
    assert lesson.program(text).text_of("Till.pay") == "def pay(self):\n\tif self:\n\n\t    pass\n"


def test_an_unknown_part_is_refused_with_the_near_names(lesson: Lesson) -> None:
    with pytest.raises(LookupError) as caught:
        lesson.program(PARTS).lines_of("frist")
    assert caught.value.args[0] == "No part 'frist' in lesson/p.py. Did you mean first?"


def test_marks_name_a_section_and_are_not_shown(lesson: Lesson) -> None:
    program = lesson.program("""\
        print(1)
        # --8<-- [start:two-lines]
        print(2)
        if True:
            # --8<-- [start:one]
            print(3)
            # --8<-- [end:one]
        # --8<-- [end:two-lines]
        print(4)
        """)
    assert program.source == "print(1)\nprint(2)\nif True:\n    print(3)\nprint(4)\n"
    assert program.text_of("two-lines") == "print(2)\nif True:\n    print(3)\n"
    assert program.text_of("one") == "print(3)\n"


MARKED = """\
import time


# --8<-- [start:sell]


def sell():
    pass


# --8<-- [end:sell]


sell()
# --8<-- [start:wait]

time.sleep(1)
# --8<-- [end:wait]
"""


def test_where_a_mark_stood_between_blank_lines_one_of_them_is_left(lesson: Lesson) -> None:
    program = lesson.program(MARKED)
    assert program.source == "import time\n\ndef sell():\n    pass\n\nsell()\n\ntime.sleep(1)\n"
    assert program.text_of("sell").strip() == "def sell():\n    pass"
    assert program.text_of("wait").strip() == "time.sleep(1)"


def test_each_line_knows_its_number_in_the_file(lesson: Lesson) -> None:
    program = lesson.program(MARKED)
    lines = program.path.read_text(encoding="utf-8").splitlines()
    assert [lines[number - 1] for number in program.numbers] == program.source.splitlines()
    assert program.numbers[2:4] == (7, 8)


def test_a_section_has_a_start_and_an_end(lesson: Lesson) -> None:
    assert (
        lesson.refused("print(1)\n# --8<-- [start:a]\n")
        == "snippets/lesson/p.py:2: Section 'a' has no end. Add # --8<-- [end:a]."
    )
    assert (
        lesson.refused("# --8<-- [start:ab]\n# --8<-- [end:a]\n# --8<-- [end:ab]\n")
        == "snippets/lesson/p.py:2: Section 'a' ends unopened. Did you mean ab?"
    )


def test_only_newlines_end_the_lines_of_a_program(lesson: Lesson) -> None:
    program = lesson.program("x = 'a\x0cb\u2028c'\n\x0cdef f():\n    pass\n")
    assert program.source == "x = 'a\x0cb\u2028c'\n\x0cdef f():\n    pass\n"
    assert program.lines_of("f") == (2, 3)
    assert program.text_of("f") == "\x0cdef f():\n    pass\n"


@pytest.mark.parametrize("text", ["def (\n", "x = '\0'\n"])
def test_a_program_that_does_not_compile_can_be_read_and_has_no_parts(lesson: Lesson, text: str) -> None:
    assert lesson.program(text).source == text
    assert lesson.program(text).parts == {}


def test_a_program_that_is_not_utf_8_is_refused_with_the_line(lesson: Lesson) -> None:
    (lesson.folder / "p.py").write_bytes(b"print(1)\nprint('caf\xe9')\n")
    with pytest.raises(ProblemError) as caught:
        read(lesson.root, "lesson/p.py")
    assert str(caught.value) == "snippets/lesson/p.py:2: The program is not UTF-8. Save it as UTF-8."


def test_a_declared_file_is_there(lesson: Lesson) -> None:
    lesson.write("stock.csv", "1\n")
    complaint = "snippets/lesson/p.py:1: No file 'stok.csv' beside it. Did you mean stock.csv?"
    assert lesson.refused('# /// run\n# files = ["stok.csv"]\n# ///\n') == complaint


def test_a_program_depends_on_the_files_that_it_declares(lesson: Lesson) -> None:
    lesson.write("stock.csv", "1\n")
    lesson.write("other.csv", "1\n")
    assert lesson.needed('print(1)\n# /// run\n# files = ["stock.csv"]\n# ///\n') == ["stock.csv"]


def test_a_byte_order_mark_hides_no_part(lesson: Lesson) -> None:
    assert "pour" in lesson.program("\N{ZERO WIDTH NO-BREAK SPACE}def pour():\n    pass\n").parts


@pytest.mark.parametrize("path", ["/etc/hostname", "../../LICENSE", "{lesson}/stock.csv"])
def test_a_file_from_outside_the_programs_or_of_this_machine_is_refused(lesson: Lesson, path: str) -> None:
    (lesson.root.parent / "LICENSE").touch()
    lesson.write("stock.csv", "1\n")
    path = path.format(lesson=lesson.folder)
    told = f"The file '{path}' is not in snippets/. Put it beside the program, or below another lesson."
    assert lesson.refused(f'# /// run\n# files = ["{path}"]\n# ///\n') == f"snippets/lesson/p.py:1: {told}"
