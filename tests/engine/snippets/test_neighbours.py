"""The files that a program names."""

from pathlib import Path
from textwrap import dedent

import pytest

from snippets.engine.program.program import read


class Lesson:
    """A folder of programs, `snippets/lesson/`, that a test fills."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "snippets" / "lesson"
        self.folder.mkdir(parents=True)

    def write(self, name: str, text: str) -> None:
        """Write a file of the lesson."""
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")

    def needed(self, text: str) -> list[str]:
        """The files that a program of this text depends on, by their paths in the lesson."""
        self.write("p.py", text)
        program = read(self.folder.parent, "lesson/p.py")
        return [path.relative_to(self.folder).as_posix() for path in program.dependencies]


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return Lesson(tmp_path)


def test_a_program_alone_depends_on_nothing(lesson: Lesson) -> None:
    lesson.write("neighbour.py", "")
    assert lesson.needed("import os, threading\nfrom json import loads\n") == []


def test_a_program_depends_on_what_its_helpers_import_however_deep(lesson: Lesson) -> None:
    lesson.write("_near.py", "def f():\n    import _far\n")
    lesson.write("_far.py", "from _farther import x\n")
    lesson.write("_farther.py", "x = 1\n")
    lesson.write("_other.py", "")
    assert lesson.needed("import _near\n") == ["_far.py", "_farther.py", "_near.py"]


def test_a_program_depends_on_the_package_beside_it_that_it_imports(lesson: Lesson) -> None:
    lesson.write("package/__init__.py", "")
    lesson.write("package/part.py", "")
    lesson.write("package/other.py", "")
    assert lesson.needed("from package import part\n") == ["package/__init__.py", "package/part.py"]


def test_helpers_that_import_each_other_are_counted_once(lesson: Lesson) -> None:
    lesson.write("_a.py", "import _b\n")
    lesson.write("_b.py", "import _a, p\n")
    assert lesson.needed("import _a\n") == ["_a.py", "_b.py"]


def test_a_program_that_does_not_compile_here_depends_on_each_neighbour_of_which_it_has_the_name(
    lesson: Lesson,
) -> None:
    lesson.write("_a.py", "")
    assert lesson.needed("import _a\ndef (\n") == ["_a.py"]


def test_a_program_whose_helper_does_not_compile_here_depends_on_each_neighbour_of_which_it_has_the_name(
    lesson: Lesson,
) -> None:
    lesson.write("_new.py", "import _a\ndef (\n")
    lesson.write("_a.py", "")
    assert lesson.needed("import _new\n") == ["_a.py", "_new.py"]


NAMED = {
    'import importlib\nwords = importlib.import_module("words")': ["more.py", "words.py"],
    '__import__("words")': ["more.py", "words.py"],
    'import runpy\nrunpy.run_module("words")': ["more.py", "words.py"],
    'from pathlib import Path\nPath(__file__).with_name("stock.csv").read_text()': ["stock.csv"],
    'import os\nopen(f"{os.path.dirname(__file__)}/stock.csv")': ["stock.csv"],
    'import os, subprocess, sys\nsubprocess.run([sys.executable, __file__[:-4] + "child.py"])': [
        "child.py",
        "stock.csv",
    ],
    'import subprocess, sys\nsubprocess.run([sys.executable, "-m", "words"])': ["more.py", "words.py"],
    'from pathlib import Path\nsorted((Path(__file__).parent / "shelf").iterdir())': ["shelf/deep.txt", "shelf/x.py"],
    "stock = child = 1\nprint(stock, child)  # words.py, stock.csv": [],
}


@pytest.mark.parametrize("text", NAMED)
def test_a_program_depends_on_a_file_that_it_names_in_a_string(lesson: Lesson, text: str) -> None:
    lesson.write("words.py", "import more\n")
    lesson.write("more.py", "")
    lesson.write("stock.csv", "1\n")
    lesson.write("child.py", "open(__file__[:-8] + 'stock.csv')\n")
    lesson.write("shelf/deep.txt", "")
    lesson.write("shelf/x.py", "")
    assert lesson.needed(text) == NAMED[text]


def test_a_relative_import_is_looked_for_in_its_package(lesson: Lesson) -> None:
    lesson.write("tools/__init__.py", "from . import saw\n")
    lesson.write("tools/saw.py", "from ..blade import edge\nfrom .hammer import *\n")
    lesson.write("tools/hammer.py", "")
    lesson.write("blade.py", "")
    assert lesson.needed("import tools\n") == ["blade.py", "tools/__init__.py", "tools/hammer.py", "tools/saw.py"]


def test_a_text_that_is_no_utf_8_is_a_neighbour_like_any_other(lesson: Lesson) -> None:
    (lesson.folder / "words.py").write_bytes(b"caf\xe9 = 1\n")
    assert lesson.needed("import words\n") == ["words.py"]
